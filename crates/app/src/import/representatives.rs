//! Reading a list of representatives.

use std::collections::{HashMap, HashSet};

use domain::{accreditation::Rank, limit};

use super::checks;
use super::languages;
use super::mapping::{FieldKind, ListKind, MapRule, Mapping, MappingError};
use super::references::{Found, Index, KnownOrganisation, Place, spellings};
use super::report::{Outcome, ProblemKind, ProblemLog};
use super::rows::{Memo, RowReader};
use super::table::{Row, Table};
use super::text::name_key;

/// One representative of a list, well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepresentativeDraft {
    /// Line of the file.
    pub line: usize,
    /// Organisation as the list writes it.
    pub organisation: String,
    /// Reference of the organisation in the directory.
    pub organisation_reference: String,
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Function or title.
    pub function: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// Place in the delegation.
    pub rank: Rank,
    /// Tag of the language of correspondence (BCP 47).
    pub language: String,
}

/// What an import of representatives is told beside the file.
pub struct RepresentativeOptions<'a> {
    /// The organisations of the directory.
    pub known: &'a [KnownOrganisation],
    /// References of the organisations that members may be entered for; without it, any.
    pub invited: Option<&'a HashSet<String>>,
    /// Rank where the list gives none.
    pub default_rank: Rank,
    /// Language where the list gives none.
    pub default_language: String,
}

impl<'a> RepresentativeOptions<'a> {
    /// Representatives of the given organisations; plain representatives, in English, where the list does not say.
    #[must_use]
    pub fn new(known: &'a [KnownOrganisation]) -> Self {
        Self { known, invited: None, default_rank: Rank::Representative, default_language: "en".to_owned() }
    }
}

/// Reads the representatives of a table.
///
/// # Errors
/// [`MappingError`] when the columns cannot be mapped; everything else is in [`Outcome::problems`].
pub fn import_representatives(
    table: &Table,
    rules: &[MapRule],
    options: &RepresentativeOptions<'_>,
) -> Result<Outcome<RepresentativeDraft>, MappingError> {
    let mapping = Mapping::new(table.headings(), ListKind::Representatives, rules, "en")?;
    let mut list = List {
        options,
        index: Index::of_known(options.known),
        log: ProblemLog::default(),
        people: HashMap::new(),
        heads: HashMap::new(),
        ranks: Memo::default(),
        languages: Memo::default(),
    };
    let mut drafts = Vec::with_capacity(table.row_count());
    for row in table.rows() {
        drafts.extend(list.read(row, &mapping));
        if list.log.truncated() {
            break;
        }
    }
    Ok(list.log.into_outcome(drafts, table, mapping.ignored()))
}

struct List<'a> {
    options: &'a RepresentativeOptions<'a>,
    index: Index<'a>,
    log: ProblemLog,
    /// Organisation, name and address: the line of the first.
    people: HashMap<(usize, String, String), usize>,
    /// Organisation: the line of its head of delegation.
    heads: HashMap<usize, usize>,
    ranks: Memo<Option<Rank>>,
    languages: Memo<Option<String>>,
}

impl List<'_> {
    /// The draft of a row, unless something is wrong with it.
    fn read(&mut self, row: Row<'_>, mapping: &Mapping) -> Option<RepresentativeDraft> {
        let before = self.log.len();
        let mut reader = RowReader { row, mapping, log: &mut self.log };
        reader.check_width();
        let organisation = reader.required(FieldKind::Organisation, limit::NAME_CHARS);
        let family = reader.required(FieldKind::Family, limit::NAME_CHARS);
        let given = reader.required(FieldKind::Given, limit::NAME_CHARS);
        let function = reader.required(FieldKind::Function, limit::NAME_CHARS);
        let email = email(&mut reader);
        let phone = reader.checked(FieldKind::Phone, checks::MAX_PHONE_CHARS, checks::phone, ProblemKind::PhoneInvalid);
        let rank = rank(&mut reader, self.options.default_rank, &mut self.ranks);
        let known_languages = &mut self.languages;
        let find_language = |text: &str| known_languages.get(text, || languages::find(text));
        let language = reader
            .checked(FieldKind::Language, limit::SHORT_NAME_CHARS, find_language, ProblemKind::LanguageUnknown)
            .unwrap_or_else(|| self.options.default_language.clone());
        let place = self.organisation(row, mapping, &organisation);
        if let Some(place) = place.filter(|_| self.log.len() == before) {
            self.refuse_second(row, mapping, place, rank, (&family, &given, &email));
        }
        let known = self.options.known.get(place?)?;
        (self.log.len() == before).then(|| RepresentativeDraft {
            line: row.line(),
            organisation,
            organisation_reference: known.reference.clone(),
            family,
            given,
            function,
            email,
            phone,
            rank,
            language,
        })
    }

    /// Index of the organisation in the directory.
    fn organisation(&mut self, row: Row<'_>, mapping: &Mapping, text: &str) -> Option<usize> {
        if text.is_empty() {
            return None;
        }
        let known = self.options.known;
        let kind = match self.index.find(text, |_| false) {
            Found::One(Place::Known(place) | Place::Listed(place)) => {
                let invited = |references: &HashSet<String>| known.get(place).is_some_and(|o| references.contains(&o.reference));
                if self.options.invited.is_none_or(invited) {
                    return Some(place);
                }
                ProblemKind::NotInvited
            }
            Found::None => ProblemKind::OrganisationUnknown { suggestion: self.index.suggest(text, spellings(known)) },
            Found::Several(places) => {
                let candidates: Vec<&str> = places
                    .iter()
                    .take(5)
                    .map(|&(Place::Known(place) | Place::Listed(place))| known[place].reference.as_str())
                    .collect();
                ProblemKind::OrganisationAmbiguous { candidates: candidates.join(", ") }
            }
        };
        RowReader { row, mapping, log: &mut self.log }.field_fault(FieldKind::Organisation, kind);
        None
    }

    /// Refuses the same person twice, and a second head of one delegation.
    fn refuse_second(&mut self, row: Row<'_>, mapping: &Mapping, place: usize, rank: Rank, person: (&str, &str, &str)) {
        let (family, given, email) = person;
        let line = row.line();
        let key = (place, format!("{}\n{}", name_key(family), name_key(given)), email.to_lowercase());
        let first = *self.people.entry(key).or_insert(line);
        let mut reader = RowReader { row, mapping, log: &mut self.log };
        if first != line {
            reader.field_fault(FieldKind::Family, ProblemKind::DuplicateRepresentative { other_line: first });
        } else if rank == Rank::Head {
            let head = *self.heads.entry(place).or_insert(line);
            if head != line {
                reader.field_fault(FieldKind::Rank, ProblemKind::SecondHead { other_line: head });
            }
        }
    }
}

fn email(reader: &mut RowReader<'_, '_>) -> String {
    let text = reader.required(FieldKind::Email, checks::MAX_EMAIL_BYTES);
    if text.is_empty() {
        return text;
    }
    checks::email(&text).unwrap_or_else(|| {
        reader.field_fault(FieldKind::Email, ProblemKind::EmailInvalid);
        String::new()
    })
}

fn rank(reader: &mut RowReader<'_, '_>, default: Rank, known: &mut Memo<Option<Rank>>) -> Rank {
    let Some(text) = reader.field(FieldKind::Rank, limit::NAME_CHARS) else { return default };
    known.get(&text, || checks::rank(&text)).unwrap_or_else(|| {
        let allowed = Rank::ALL.map(Rank::as_str).join(", ");
        reader.field_fault(FieldKind::Rank, ProblemKind::RankUnknown { allowed });
        default
    })
}
