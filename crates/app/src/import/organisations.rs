//! Reading a list of organisations.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use domain::directory::Category;
use domain::{directory::Home, limit};

use super::checks;
use super::countries::{self, BlankCountry, CountryLookup};
use super::mapping::{FieldKind, ListKind, MapRule, Mapping, MappingError};
use super::references::{Found, Index, KnownOrganisation, MAX_SUGGESTIONS, Place, Reference, spellings};
use super::report::{Outcome, ProblemKind, ProblemLog};
use super::rows::{Memo, RowReader};
use super::table::{Row, Table};
use super::text::{id_key, name_key};

/// One organisation of a list, well formed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationDraft {
    /// Line of the file.
    pub line: usize,
    /// Names by language tag (BCP 47; `und` where the list does not say).
    pub names: BTreeMap<String, String>,
    /// Short name or acronym.
    pub short_name: Option<String>,
    /// Home, ISO 3166 alpha-2; none for an international body.
    pub country: Option<Home>,
    /// Code of the category.
    pub category: String,
    /// Umbrella as the list writes it.
    pub umbrella: Option<String>,
    /// The organisation the umbrella was resolved to.
    pub umbrella_reference: Option<Reference>,
    /// Identifier in the convener's own register.
    pub external_id: Option<String>,
    /// E-mail address of the contact.
    pub contact_email: Option<String>,
    /// Name of the contact.
    pub contact_name: Option<String>,
    /// Web site.
    pub website: Option<String>,
}

impl OrganisationDraft {
    /// Whether the list names a contact, who is kept with an invitation alone.
    #[must_use]
    pub const fn names_contact(&self) -> bool {
        self.contact_email.is_some() || self.contact_name.is_some()
    }
}

/// What an import of organisations is told beside the file.
pub struct OrganisationOptions<'a> {
    /// Knows countries by code and name.
    pub countries: &'a dyn CountryLookup,
    /// What a blank country means.
    pub blank_country: BlankCountry,
    /// Codes of the categories of the rules profile.
    pub categories: Vec<String>,
    /// Category where the list gives none; without one a blank category is refused.
    pub default_category: Option<String>,
    /// Tag of the language that names without a stated language are in.
    pub name_language: String,
    /// Organisations that are in the directory already.
    pub known: &'a [KnownOrganisation],
    /// Hears how many lines have been read, for whoever waits.
    pub heard: &'a dyn Fn(usize),
}

impl<'a> OrganisationOptions<'a> {
    /// The default rules profile: six categories, `member` where none is given, names in English, a blank country
    /// refused, an empty directory.
    #[must_use]
    pub fn new(countries: &'a dyn CountryLookup) -> Self {
        Self {
            countries,
            blank_country: BlankCountry::default(),
            categories: Category::ALL.iter().map(|category| category.as_str().to_owned()).collect(),
            default_category: Some(Category::Member.as_str().to_owned()),
            name_language: "en".to_owned(),
            known: &[],
            heard: &|_| (),
        }
    }
}

/// Reads the organisations of a table.
///
/// # Errors
/// [`MappingError`] when the columns cannot be mapped; everything else is in [`Outcome::problems`].
pub fn import_organisations(
    table: &Table,
    rules: &[MapRule],
    options: &OrganisationOptions<'_>,
) -> Result<Outcome<OrganisationDraft>, MappingError> {
    let mapping = Mapping::new(table.headings(), ListKind::Organisations, rules, &options.name_language)?;
    let mut list = List {
        mapping: &mapping,
        options,
        words: Words::default(),
        log: ProblemLog::default(),
        candidates: Vec::with_capacity(table.row_count()),
    };
    for (count, row) in table.rows().enumerate() {
        (options.heard)(count);
        list.read(row);
        if list.log.truncated() {
            break;
        }
    }
    let keys = list.name_keys();
    list.refuse_duplicates(&keys);
    list.resolve_umbrellas(&keys);
    let (drafts, log) = list.finish();
    Ok(log.into_outcome(drafts, table, mapping.ignored()))
}

/// A line on its way to become a draft.
struct Candidate {
    draft: OrganisationDraft,
    refused: bool,
    /// Whether its country, or that it has none, is certain.
    placed: bool,
    duplicate: bool,
    umbrella: Option<Place>,
}

/// What the words of the list were understood as.
#[derive(Default)]
struct Words {
    countries: Memo<Option<Home>>,
    suggestions: Memo<Option<String>>,
    categories: Memo<Option<String>>,
}

struct List<'a> {
    mapping: &'a Mapping,
    options: &'a OrganisationOptions<'a>,
    words: Words,
    log: ProblemLog,
    candidates: Vec<Candidate>,
}

impl List<'_> {
    fn read(&mut self, row: Row<'_>) {
        let before = self.log.len();
        let mut reader = RowReader { row, mapping: self.mapping, log: &mut self.log };
        reader.check_width();
        let names = names(&mut reader);
        let country = country(&mut reader, self.options, &mut self.words);
        let placed = country.is_some();
        let draft = OrganisationDraft {
            line: row.line(),
            names,
            short_name: reader.field(FieldKind::ShortName, limit::SHORT_NAME_CHARS),
            country: country.unwrap_or_default(),
            category: category(&mut reader, self.options, &mut self.words),
            umbrella: reader.field(FieldKind::Umbrella, limit::NAME_CHARS),
            umbrella_reference: None,
            external_id: reader.field(FieldKind::ExternalId, limit::SHORT_NAME_CHARS),
            contact_email: reader.checked(
                FieldKind::ContactEmail,
                checks::MAX_EMAIL_BYTES,
                checks::email,
                ProblemKind::EmailInvalid,
            ),
            contact_name: reader.field(FieldKind::ContactName, limit::NAME_CHARS),
            website: reader.checked(FieldKind::Website, checks::MAX_WEBSITE_CHARS, checks::website, ProblemKind::WebsiteInvalid),
        };
        let refused = self.log.len() > before;
        self.candidates.push(Candidate { draft, refused, placed, duplicate: false, umbrella: None });
    }

    /// Refuses a line by its number in `candidates`.
    fn refuse(&mut self, index: usize, column: Option<usize>, value: &str, kind: ProblemKind) {
        let candidate = &mut self.candidates[index];
        candidate.refused = true;
        self.log.add(candidate.draft.line, column.map(|column| self.mapping.heading(column)), value, kind);
    }

    /// The names of every line as keys, each with its place in the mapping's names.
    fn name_keys(&self) -> Vec<Vec<(usize, String)>> {
        let keys_of = |candidate: &Candidate| {
            let names = self.mapping.names().iter().enumerate();
            let keys = names.filter_map(|(at, (language, _))| {
                let name = candidate.draft.names.get(language)?;
                let key = name_key(name);
                // A name of signs alone has no key; it is then compared as it stands.
                Some((at, if key.is_empty() { name.clone() } else { key }))
            });
            keys.collect()
        };
        self.candidates.iter().map(keys_of).collect()
    }

    /// Compares names within a country, and identifiers, with the directory and with earlier lines.
    fn refuse_duplicates(&mut self, keys: &[Vec<(usize, String)>]) {
        let known = self.options.known;
        let known_keys: Vec<(Option<Home>, String, usize)> = known
            .iter()
            .enumerate()
            .flat_map(|(place, known)| known.names.iter().map(move |name| (known.country.clone(), name_key(name), place)))
            .collect();
        let mut names: HashMap<(Option<Home>, &str), Place> = HashMap::with_capacity(count(keys) + known_keys.len());
        names.extend(known_keys.iter().map(|(country, key, place)| ((country.clone(), key.as_str()), Place::Known(*place))));
        let known_ids = known.iter().enumerate().filter_map(|(place, known)| Some((id_key(known.external_id.as_ref()?), place)));
        let mut ids: HashMap<String, Place> = known_ids.map(|(id, place)| (id, Place::Known(place))).collect();
        for (index, keys) in keys.iter().enumerate() {
            let candidate = &self.candidates[index];
            let country = candidate.draft.country.clone();
            let mut earlier = None;
            // Where the country is in doubt, “the same name in the same country” would be a guess.
            for (at, key) in keys.iter().filter(|_| candidate.placed) {
                let place = *names.entry((country.clone(), key.as_str())).or_insert(Place::Listed(index));
                if place != Place::Listed(index) && earlier.is_none() {
                    earlier = Some((*at, place));
                }
            }
            let id = candidate.draft.external_id.as_ref();
            let same_id = id.map(|id| *ids.entry(id_key(id)).or_insert(Place::Listed(index)));
            if let Some((at, place)) = earlier {
                let (language, column) = &self.mapping.names()[at];
                let name = candidate.draft.names.get(language).cloned().unwrap_or_default();
                self.refuse_duplicate(index, Some(*column), &name, place, |other_line| ProblemKind::DuplicateName { other_line });
            }
            if let Some(place) = same_id.filter(|place| *place != Place::Listed(index)) {
                let id = self.candidates[index].draft.external_id.clone().unwrap_or_default();
                let column = self.mapping.column(FieldKind::ExternalId);
                self.refuse_duplicate(index, column, &id, place, |other_line| ProblemKind::DuplicateExternalId { other_line });
            }
        }
    }

    fn refuse_duplicate(
        &mut self,
        index: usize,
        column: Option<usize>,
        value: &str,
        earlier: Place,
        listed: impl FnOnce(usize) -> ProblemKind,
    ) {
        let kind = match earlier {
            Place::Listed(other) => listed(self.candidates[other].draft.line),
            Place::Known(other) => ProblemKind::AlreadyRegistered { existing: self.options.known[other].reference.clone() },
        };
        self.candidates[index].duplicate = true;
        self.refuse(index, column, value, kind);
    }

    /// Resolves umbrellas; refuses those that lead nowhere, to several, in a circle or to a refused line.
    fn resolve_umbrellas(&mut self, keys: &[Vec<(usize, String)>]) {
        let Some(column) = self.mapping.column(FieldKind::Umbrella) else { return };
        let mut index = Index::of_known(self.options.known);
        index.reserve(self.candidates.len(), count(keys));
        for (place, candidate) in self.candidates.iter().enumerate().filter(|(_, candidate)| !candidate.duplicate) {
            let draft = &candidate.draft;
            let keys = keys[place].iter().map(|(_, key)| Cow::Borrowed(key.as_str()));
            index.add(Place::Listed(place), keys, draft.short_name.as_deref(), draft.external_id.as_deref());
        }
        for place in 0..self.candidates.len() {
            let Some(text) = self.candidates[place].draft.umbrella.clone() else { continue };
            let country = self.candidates[place].draft.country.clone();
            match index.find(&text, |other| *self.country_of(other) == country) {
                Found::One(umbrella) => self.candidates[place].umbrella = Some(umbrella),
                Found::None => {
                    let suggestion = index.suggest(&text, self.spellings());
                    self.refuse(place, Some(column), &text, ProblemKind::OrganisationUnknown { suggestion });
                }
                Found::Several(places) => {
                    let candidates = self.describe(&places);
                    self.refuse(place, Some(column), &text, ProblemKind::OrganisationAmbiguous { candidates });
                }
            }
        }
        self.refuse_cycles(column);
        self.refuse_members_of_refused(column);
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        let listed = self.candidates.iter().filter(|candidate| !candidate.duplicate).map(|candidate| &candidate.draft);
        let listed = listed.flat_map(|draft| draft.names.values().chain(&draft.short_name)).map(String::as_str);
        spellings(self.options.known).chain(listed)
    }

    fn country_of(&self, place: Place) -> &Option<Home> {
        match place {
            Place::Listed(index) => &self.candidates[index].draft.country,
            Place::Known(index) => &self.options.known[index].country,
        }
    }

    fn describe(&self, places: &[Place]) -> String {
        let described = places.iter().take(5).map(|&place| match place {
            Place::Listed(index) => format!("line {}", self.candidates[index].draft.line),
            Place::Known(index) => self.options.known[index].reference.clone(),
        });
        described.collect::<Vec<_>>().join(", ")
    }

    fn listed_umbrella(&self, index: usize) -> Option<usize> {
        match self.candidates[index].umbrella {
            Some(Place::Listed(umbrella)) => Some(umbrella),
            _ => None,
        }
    }

    /// Each line has at most one umbrella, so a walk either ends or comes back to itself.
    fn refuse_cycles(&mut self, column: usize) {
        let mut walk_of = vec![usize::MAX; self.candidates.len()];
        for start in 0..self.candidates.len() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(index) = next.filter(|&index| walk_of[index] == usize::MAX) {
                walk_of[index] = start;
                path.push(index);
                next = self.listed_umbrella(index);
            }
            let Some(entry) = next.and_then(|index| path.iter().position(|&seen| seen == index)) else { continue };
            let cycle = &path[entry..];
            let mut lines: Vec<String> =
                cycle.iter().take(20).map(|&index| self.candidates[index].draft.line.to_string()).collect();
            if cycle.len() > 20 {
                lines.push("…".to_owned());
            }
            lines.push(self.candidates[cycle[0]].draft.line.to_string());
            let lines = lines.join(" → ");
            for &index in cycle {
                let text = self.candidates[index].draft.umbrella.clone().unwrap_or_default();
                self.refuse(index, Some(column), &text, ProblemKind::UmbrellaCycle { lines: lines.clone() });
            }
        }
    }

    /// A sound member of a refused umbrella cannot be entered either, nor can its own members.
    fn refuse_members_of_refused(&mut self, column: usize) {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.candidates.len()];
        for index in 0..self.candidates.len() {
            if let Some(umbrella) = self.listed_umbrella(index) {
                members[umbrella].push(index);
            }
        }
        let mut refused: Vec<usize> = (0..self.candidates.len()).filter(|&index| self.candidates[index].refused).collect();
        while let Some(umbrella) = refused.pop() {
            let other_line = self.candidates[umbrella].draft.line;
            for &member in &members[umbrella] {
                if !self.candidates[member].refused {
                    let text = self.candidates[member].draft.umbrella.clone().unwrap_or_default();
                    self.refuse(member, Some(column), &text, ProblemKind::UmbrellaRefused { other_line });
                    refused.push(member);
                }
            }
        }
    }

    /// The sound lines, with umbrellas as indices among themselves.
    fn finish(self) -> (Vec<OrganisationDraft>, ProblemLog) {
        let mut positions = Vec::with_capacity(self.candidates.len());
        let mut sound = 0;
        for candidate in &self.candidates {
            positions.push(sound);
            sound += usize::from(!candidate.refused);
        }
        let known = self.options.known;
        let drafts = self.candidates.into_iter().filter(|candidate| !candidate.refused).map(|candidate| OrganisationDraft {
            umbrella_reference: candidate.umbrella.map(|place| match place {
                Place::Listed(index) => Reference::Draft(positions[index]),
                Place::Known(index) => Reference::Known(known[index].reference.clone()),
            }),
            ..candidate.draft
        });
        (drafts.collect(), self.log)
    }
}

/// Number of names of all lines.
fn count(keys: &[Vec<(usize, String)>]) -> usize {
    keys.iter().map(Vec::len).sum()
}

fn names(reader: &mut RowReader<'_, '_>) -> BTreeMap<String, String> {
    let before = reader.log.len();
    let mut names = BTreeMap::new();
    let mapping = reader.mapping;
    for (language, column) in mapping.names() {
        if let Some(name) = reader.cell(*column, limit::NAME_CHARS) {
            names.insert(language.clone(), name.into_owned());
        }
    }
    if names.is_empty() && reader.log.len() == before {
        reader.field_fault(FieldKind::Name, ProblemKind::MissingName);
    }
    names
}

/// The country, `Some(None)` for an international body; `None` when the cell was refused.
fn country(reader: &mut RowReader<'_, '_>, options: &OrganisationOptions<'_>, words: &mut Words) -> Option<Option<Home>> {
    let before = reader.log.len();
    let Some(text) = reader.field(FieldKind::Country, limit::NAME_CHARS) else {
        if reader.log.len() == before && options.blank_country == BlankCountry::Refused {
            reader.field_fault(FieldKind::Country, ProblemKind::CountryMissing);
        }
        return (reader.log.len() == before).then_some(None);
    };
    if let Some(code) = words.countries.get(&text, || countries::find(options.countries, &text)) {
        return Some(Some(code));
    }
    if countries::is_international(&text) {
        return Some(None);
    }
    let exhausted = words.suggestions.len() >= MAX_SUGGESTIONS;
    let suggestion = words.suggestions.get(&text, || if exhausted { None } else { options.countries.suggest(&text) });
    reader.field_fault(FieldKind::Country, ProblemKind::CountryUnknown { suggestion });
    None
}

fn category(reader: &mut RowReader<'_, '_>, options: &OrganisationOptions<'_>, words: &mut Words) -> String {
    let before = reader.log.len();
    let Some(text) = reader.field(FieldKind::Category, limit::NAME_CHARS) else {
        if options.default_category.is_none() && reader.log.len() == before {
            reader.field_fault(FieldKind::Category, ProblemKind::MissingValue { field: FieldKind::Category });
        }
        return options.default_category.clone().unwrap_or_default();
    };
    words.categories.get(&text, || checks::category(&text, &options.categories)).unwrap_or_else(|| {
        let allowed = options.categories.join(", ");
        reader.field_fault(FieldKind::Category, ProblemKind::CategoryUnknown { allowed });
        String::new()
    })
}
