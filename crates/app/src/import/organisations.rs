//! Reading a list of organisations.

use std::collections::{BTreeMap, HashMap};

use domain::directory::Category;
use domain::limit;

use super::checks;
use super::countries::{self, BlankCountry, CountryLookup};
use super::mapping::{FieldKind, ListKind, MapRule, Mapping, MappingError};
use super::references::{Found, Index, KnownOrganisation, Place, Reference};
use super::report::{Outcome, ProblemKind, ProblemLog};
use super::rows::RowReader;
use super::table::{Row, Table};
use super::text::name_key;

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
    pub country: Option<[u8; 2]>,
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
    let mut list =
        List { mapping: &mapping, options, log: ProblemLog::default(), candidates: Vec::with_capacity(table.row_count()) };
    for row in table.rows() {
        list.read(row);
        if list.log.truncated() {
            break;
        }
    }
    list.refuse_duplicates();
    list.resolve_umbrellas();
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

struct List<'a> {
    mapping: &'a Mapping,
    options: &'a OrganisationOptions<'a>,
    log: ProblemLog,
    candidates: Vec<Candidate>,
}

impl List<'_> {
    fn read(&mut self, row: Row<'_>) {
        let before = self.log.len();
        let mut reader = RowReader { row, mapping: self.mapping, log: &mut self.log };
        reader.check_width();
        let country = country(&mut reader, self.options);
        let draft = OrganisationDraft {
            line: row.line(),
            names: names(&mut reader),
            short_name: reader.field(FieldKind::ShortName, limit::SHORT_NAME_CHARS),
            country: country.unwrap_or_default(),
            category: category(&mut reader, self.options),
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
        self.candidates.push(Candidate { draft, refused, placed: country.is_some(), duplicate: false, umbrella: None });
    }

    /// Refuses a line by its number in `candidates`.
    fn refuse(&mut self, index: usize, column: Option<usize>, value: &str, kind: ProblemKind) {
        let candidate = &mut self.candidates[index];
        candidate.refused = true;
        self.log.add(candidate.draft.line, column.map(|column| self.mapping.heading(column)), value, kind);
    }

    /// Compares names within a country, and identifiers, with the directory and with earlier lines.
    fn refuse_duplicates(&mut self) {
        let mut names: HashMap<(Option<[u8; 2]>, String), Place> = HashMap::new();
        let mut ids: HashMap<String, Place> = HashMap::new();
        for (place, known) in self.options.known.iter().enumerate() {
            for name in &known.names {
                names.insert((known.country, name_key(name)), Place::Known(place));
            }
            if let Some(id) = &known.external_id {
                ids.insert(name_key(id), Place::Known(place));
            }
        }
        for index in 0..self.candidates.len() {
            self.refuse_duplicate(index, &mut names, &mut ids);
        }
    }

    fn refuse_duplicate(
        &mut self,
        index: usize,
        names: &mut HashMap<(Option<[u8; 2]>, String), Place>,
        ids: &mut HashMap<String, Place>,
    ) {
        let draft = &self.candidates[index].draft;
        let mut earlier = None;
        // Where the country is in doubt, “the same name in the same country” would be a guess.
        let columns = if self.candidates[index].placed { self.mapping.names() } else { &[] };
        for (language, column) in columns {
            let Some(name) = draft.names.get(language) else { continue };
            // A name of signs alone has no key; it is then compared as it stands.
            let key = Some(name_key(name)).filter(|key| !key.is_empty()).unwrap_or_else(|| name.clone());
            let place = *names.entry((draft.country, key)).or_insert(Place::Listed(index));
            if place != Place::Listed(index) && earlier.is_none() {
                earlier = Some((*column, name.clone(), place));
            }
        }
        let id_column = self.mapping.column(FieldKind::ExternalId);
        let id = draft.external_id.clone().map(|id| (*ids.entry(name_key(&id)).or_insert(Place::Listed(index)), id));
        if let Some((column, name, place)) = earlier {
            let kind = match place {
                Place::Listed(other) => ProblemKind::DuplicateName { other_line: self.candidates[other].draft.line },
                Place::Known(other) => ProblemKind::AlreadyRegistered { existing: self.options.known[other].reference.clone() },
            };
            self.candidates[index].duplicate = true;
            self.refuse(index, Some(column), &name, kind);
        }
        if let Some((place, id)) = id.filter(|(place, _)| *place != Place::Listed(index)) {
            let kind = match place {
                Place::Listed(other) => ProblemKind::DuplicateExternalId { other_line: self.candidates[other].draft.line },
                Place::Known(other) => ProblemKind::AlreadyRegistered { existing: self.options.known[other].reference.clone() },
            };
            self.candidates[index].duplicate = true;
            self.refuse(index, id_column, &id, kind);
        }
    }

    /// Resolves umbrellas; refuses those that lead nowhere, to several, in a circle or to a refused line.
    fn resolve_umbrellas(&mut self) {
        let Some(column) = self.mapping.column(FieldKind::Umbrella) else { return };
        let mut index = Index::of_known(self.options.known);
        for (place, candidate) in self.candidates.iter().enumerate().filter(|(_, candidate)| !candidate.duplicate) {
            let draft = &candidate.draft;
            let names = draft.names.values().map(String::as_str);
            index.add(Place::Listed(place), names, draft.short_name.as_deref(), draft.external_id.as_deref());
        }
        for place in 0..self.candidates.len() {
            let Some(text) = self.candidates[place].draft.umbrella.clone() else { continue };
            let country = self.candidates[place].draft.country;
            match index.find(&text, |other| self.country_of(other) == country) {
                Found::One(umbrella) => self.candidates[place].umbrella = Some(umbrella),
                Found::None => {
                    let suggestion = index.suggest(&text);
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

    fn country_of(&self, place: Place) -> Option<[u8; 2]> {
        match place {
            Place::Listed(index) => self.candidates[index].draft.country,
            Place::Known(index) => self.options.known[index].country,
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
fn country(reader: &mut RowReader<'_, '_>, options: &OrganisationOptions<'_>) -> Option<Option<[u8; 2]>> {
    let before = reader.log.len();
    let Some(text) = reader.field(FieldKind::Country, limit::NAME_CHARS) else {
        if reader.log.len() == before && options.blank_country == BlankCountry::Refused {
            reader.field_fault(FieldKind::Country, ProblemKind::CountryMissing);
        }
        return (reader.log.len() == before).then_some(None);
    };
    if countries::is_international(&text) {
        return Some(None);
    }
    let found = countries::find(options.countries, &text);
    if found.is_none() {
        let suggestion = options.countries.suggest(&text);
        reader.field_fault(FieldKind::Country, ProblemKind::CountryUnknown { suggestion });
    }
    found.map(Some)
}

fn category(reader: &mut RowReader<'_, '_>, options: &OrganisationOptions<'_>) -> String {
    let before = reader.log.len();
    let Some(text) = reader.field(FieldKind::Category, limit::NAME_CHARS) else {
        if options.default_category.is_none() && reader.log.len() == before {
            reader.field_fault(FieldKind::Category, ProblemKind::MissingValue { field: FieldKind::Category });
        }
        return options.default_category.clone().unwrap_or_default();
    };
    checks::category(&text, &options.categories).unwrap_or_else(|| {
        let allowed = options.categories.join(", ");
        reader.field_fault(FieldKind::Category, ProblemKind::CategoryUnknown { allowed });
        String::new()
    })
}
