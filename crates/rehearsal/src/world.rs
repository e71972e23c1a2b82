//! The summit that is rehearsed: real countries, cities and time zones; invented organisations, or those of a real list.
use crate::{
    Trouble,
    chance::Chance,
    names::{self, LANGUAGES},
    plan::Plan,
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};
use unicode_normalization::UnicodeNormalization;

const COUNTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/countries.json"));
const CITIES: &str = include_str!(concat!(env!("OUT_DIR"), "/cities.json"));
/// One of so many invented organisations is an international body, which counts for no country.
const INTERNATIONAL_ONE_IN: usize = 40;

#[derive(Deserialize)]
struct Table {
    countries: Vec<Country>,
}

/// A country of ISO 3166 with its names in six languages.
#[derive(Clone, Debug, Deserialize)]
struct Country {
    alpha2: String,
    alpha3: String,
    names: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

/// A real city.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct City {
    /// Its name.
    pub name: String,
    /// Its country, ISO 3166 alpha-2.
    pub country: String,
    /// Its IANA time zone.
    pub zone: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Language tag and name.
    pub names: Vec<(String, String)>,
    /// Acronym.
    pub short_name: Option<String>,
    /// ISO 3166 alpha-2; none for an international body.
    pub home: Option<String>,
    /// `member`, `associate` …
    pub category: String,
    /// Its language, as a place in [`LANGUAGES`].
    pub language: usize,
    /// How many representatives it sends.
    pub representatives: usize,
}

impl Organisation {
    /// Whether its category may take the floor.
    #[must_use]
    pub fn may_speak(&self) -> bool {
        self.category != "media"
    }
    /// Whether its category may endorse.
    #[must_use]
    pub fn may_endorse(&self) -> bool {
        matches!(self.category.as_str(), "member" | "associate" | "partner")
    }
}

/// A venue.
#[derive(Clone, Debug, PartialEq)]
pub struct Venue {
    /// Where.
    pub city: City,
    /// The organisation that hosts it, as a place in the list.
    pub host: usize,
}

/// Everything that is entered; made from a seed, with no clock.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// Organisations in the order they are entered.
    pub organisations: Vec<Organisation>,
    /// Venues in the order they are entered; the first is the main venue.
    pub venues: Vec<Venue>,
}

impl World {
    /// The world of a plan.
    ///
    /// # Errors
    /// [`Trouble::Plan`] when the plan asks for more than there is, or its list cannot be read.
    pub fn new(plan: &Plan) -> Result<Self, Trouble> {
        let table: Table = table(COUNTRIES)?;
        let cities: Vec<City> = table_of_cities()?;
        let mut organisations = match &plan.list {
            Some(path) => listed(path, &table.countries)?,
            None => invented(plan, &table.countries, &cities)?,
        };
        if organisations.is_empty() || plan.representatives < organisations.len() {
            return Err(Trouble::Plan(format!(
                "{} representatives cannot represent {} organisations: each sends at least one",
                plan.representatives,
                organisations.len()
            )));
        }
        let (each, more) = (plan.representatives / organisations.len(), plan.representatives % organisations.len());
        for (index, organisation) in organisations.iter_mut().enumerate() {
            organisation.representatives = each + usize::from(index < more);
        }
        let venues = venues(plan, &organisations, cities)?;
        Ok(Self { organisations, venues })
    }
    /// How many countries the organisations come from.
    #[must_use]
    pub fn countries(&self) -> usize {
        self.organisations.iter().filter_map(|o| o.home.as_deref()).collect::<HashSet<_>>().len()
    }

    /// Who endorses, so that so many organisations of so many countries stand, and which of them withdraws: the only endorser
    /// of its country. Fewer where the list does not reach so far.
    #[must_use]
    pub fn endorsers(&self, organisations: usize, countries: usize) -> (Vec<usize>, usize) {
        let mut by_home: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, organisation) in self.organisations.iter().enumerate().filter(|(_, o)| o.may_endorse()) {
            if let Some(home) = &organisation.home {
                by_home.entry(home).or_default().push(index);
            }
        }
        let mut homes: Vec<Vec<usize>> = by_home.into_values().collect();
        // Countries with many organisations first; the one that withdraws is of the country with fewest.
        homes.sort_by_key(|list| std::cmp::Reverse(list.len()));
        let alone = homes.pop().unwrap_or_default();
        homes.truncate(countries.saturating_sub(1));
        let mut chosen: Vec<usize> = homes.iter().filter_map(|list| list.first().copied()).collect();
        let withdraws = alone.first().copied();
        chosen.extend(withdraws);
        let others = homes.iter().flat_map(|list| list.iter().skip(1).copied());
        let international =
            self.organisations.iter().enumerate().filter(|(_, o)| o.home.is_none() && o.may_endorse()).map(|(index, _)| index);
        let missing = organisations.saturating_sub(chosen.len());
        let more: Vec<usize> = others.chain(international).take(missing).collect();
        chosen.extend(more);
        (chosen, withdraws.unwrap_or_default())
    }
}

fn table<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(|e| Trouble::Plan(format!("the tables of countries and cities: {e}")))
}

fn table_of_cities() -> Result<Vec<City>, Trouble> {
    table(CITIES)
}

fn invented(plan: &Plan, countries: &[Country], cities: &[City]) -> Result<Vec<Organisation>, Trouble> {
    let with_city: HashSet<&str> = cities.iter().map(|c| c.country.as_str()).collect();
    let mut homes: Vec<&str> = countries.iter().map(|c| c.alpha2.as_str()).filter(|c| with_city.contains(c)).collect();
    let mut chance = Chance::new(plan.seed, "organisations");
    chance.shuffle(&mut homes);
    let international = (plan.organisations / INTERNATIONAL_ONE_IN).min(plan.organisations.saturating_sub(plan.countries));
    let national = plan.organisations - international;
    if plan.countries == 0 || homes.len() < plan.countries || national < plan.countries {
        return Err(Trouble::Plan(format!(
            "{} organisations of {} countries: there are {} countries with a city, and each needs an organisation",
            plan.organisations,
            plan.countries,
            homes.len()
        )));
    }
    homes.truncate(plan.countries);
    let mut order: Vec<usize> = (0..names::organisations()).collect();
    chance.shuffle(&mut order);
    let make = |index: usize| {
        let home = match index {
            i if i < plan.countries => homes.get(i),
            i if i < national && plan.countries > 1 => {
                // Of two draws the smaller: some countries have many organisations, most have few, the last has one.
                let draw = chance.below(plan.countries - 1).min(chance.below(plan.countries - 1));
                homes.get(draw)
            }
            i if i < national => homes.first(),
            _ => None,
        };
        let language = index % LANGUAGES.len();
        let (english, own) = names::organisation(&order, index, language);
        let mut all = vec![("en".to_owned(), english)];
        all.extend(own.map(|name| (LANGUAGES[language].to_owned(), name)));
        Organisation {
            names: all,
            short_name: Some(format!("R{:03}", index + 1)),
            home: home.map(|h| (*h).to_owned()),
            category: "member".to_owned(),
            language,
            representatives: 0,
        }
    };
    Ok((0..plan.organisations).map(make).collect())
}

/// The organisations of a real list: a CSV file with a heading. Its columns are found by their names.
fn listed(path: &Path, countries: &[Country]) -> Result<Vec<Organisation>, Trouble> {
    let trouble = |what: String| Trouble::Plan(format!("{}: {what}", path.display()));
    let bytes = std::fs::read(path).map_err(|e| trouble(e.to_string()))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| trouble("is not UTF-8; save it as UTF-8 (`hemicycle import` reads other encodings)".to_owned()))?;
    let text = text.trim_start_matches('\u{feff}');
    let heading = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| heading.bytes().filter(|b| b == d).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<String> = reader
        .headers()
        .map_err(|e| trouble(e.to_string()))?
        .iter()
        .map(|h| h.trim().to_lowercase().replace([' ', '-'], "_"))
        .collect();
    let column = |names: &[&str]| columns.iter().position(|c| names.contains(&c.as_str()));
    let name = column(&["name", "name_en", "organisation", "organization", "party", "title", "partyname", "name_english"])
        .ok_or_else(|| trouble(format!("no column `name` among {}", columns.join(", "))))?;
    let home = column(&["home", "country", "country_code", "iso", "iso2", "iso3", "country_name"]);
    let short = column(&["short_name", "short", "acronym", "abbreviation", "partyfacts_id"]);
    let category = column(&["category", "kind"]);
    let codes = codes(countries);
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for (line, record) in reader.records().enumerate() {
        let record = record.map_err(|e| trouble(e.to_string()))?;
        let field = |at: Option<usize>| at.and_then(|at| record.get(at)).map(str::trim).filter(|v| !v.is_empty());
        let Some(english) = field(Some(name)).map(|n| clean(n, 200)).filter(|n| !n.is_empty()) else { continue };
        let home = field(home).and_then(|v| codes.get(&v.to_lowercase())).cloned();
        // The same organisation twice is entered once: the server refuses the second.
        if !seen.insert((english.to_lowercase(), home.clone())) {
            continue;
        }
        let known = ["member", "associate", "observer", "partner", "guest", "media"];
        let category = field(category).map(str::to_lowercase).filter(|c| known.contains(&c.as_str()));
        out.push(Organisation {
            names: vec![("en".to_owned(), english)],
            short_name: field(short).map(|s| clean(s, 40)).filter(|s| !s.is_empty()),
            home,
            category: category.unwrap_or_else(|| "member".to_owned()),
            language: line % LANGUAGES.len(),
            representatives: 0,
        });
    }
    Ok(out)
}

/// Writing as the server takes it: composed, without controls and marks of direction, at most so long.
fn clean(text: &str, chars: usize) -> String {
    let mark = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let kept: String = text.nfc().map(|c| if mark(c) { ' ' } else { c }).collect();
    let folded = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.chars().take(chars).collect::<String>().trim_end().to_owned()
}

/// Codes and names of countries, lower case, to their alpha-2 code.
fn codes(countries: &[Country]) -> HashMap<String, String> {
    let mut codes = HashMap::new();
    for country in countries {
        let names = country.names.iter().chain(&country.aliases).chain([&country.alpha2, &country.alpha3]);
        codes.extend(names.map(|n| (n.to_lowercase(), country.alpha2.clone())));
    }
    codes
}

/// Cities of the organisations' countries, one a country and round, the largest first; each hosted by an organisation there.
fn venues(plan: &Plan, organisations: &[Organisation], cities: Vec<City>) -> Result<Vec<Venue>, Trouble> {
    let mut hosts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, organisation) in organisations.iter().enumerate() {
        if let Some(home) = &organisation.home {
            hosts.entry(home).or_default().push(index);
        }
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut names = HashSet::new();
    let mut found: Vec<(usize, Venue)> = Vec::new();
    // Cities come by population: the first of a country is its largest.
    for city in cities {
        let round = *places.get(&city.country).unwrap_or(&0);
        let Some(list) = hosts.get(city.country.as_str()) else { continue };
        if !names.insert(city.name.to_lowercase()) {
            continue;
        }
        *places.entry(city.country.clone()).or_default() += 1;
        let host = list[round % list.len()];
        found.push((round, Venue { city, host }));
    }
    found.sort_by_key(|(round, _)| *round);
    found.truncate(plan.venues);
    if found.len() < plan.venues || plan.venues == 0 {
        return Err(Trouble::Plan(format!(
            "{} venues: the organisations' countries have {} cities in the table",
            plan.venues,
            found.len()
        )));
    }
    Ok(found.into_iter().map(|(_, venue)| venue).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_reference_summit_has_its_numbers_and_is_the_same_each_time() {
        let plan = Plan::default();
        let world = World::new(&plan).unwrap();
        assert_eq!((world.organisations.len(), world.countries(), world.venues.len()), (512, 163, 200));
        assert_eq!(world.organisations.iter().map(|o| o.representatives).sum::<usize>(), 10_240);
        assert_eq!(world, World::new(&plan).unwrap());
        assert_ne!(world, World::new(&Plan { seed: 2, ..plan }).unwrap());
        assert!(world.venues.iter().all(|v| world.organisations[v.host].home.as_deref() == Some(v.city.country.as_str())));
    }
    #[test]
    fn endorsers_add_up_and_the_one_who_withdraws_is_alone() {
        for (organisations, countries, peak, homes) in [(512, 163, 243, 112), (12, 8, 6, 5), (48, 20, 23, 14)] {
            let plan = Plan { organisations, countries, representatives: organisations * 4, venues: 3, ..Plan::default() };
            let world = World::new(&plan).unwrap();
            let (chosen, withdraws) = world.endorsers(peak, homes);
            let distinct: HashSet<_> = chosen.iter().collect();
            assert_eq!((chosen.len(), distinct.len()), (peak, peak));
            let home = |i: usize| world.organisations[i].home.clone();
            let of: HashSet<_> = chosen.iter().filter_map(|i| home(*i)).collect();
            assert_eq!(of.len(), homes);
            assert_eq!(chosen.iter().filter(|i| home(**i) == home(withdraws)).count(), 1);
        }
    }
    #[test]
    fn a_real_list_is_read_by_its_headings() {
        let dir = std::env::temp_dir().join(format!("rehearsal-list-{}", std::process::id()));
        std::fs::write(&dir, "\u{feff}Name;Country;Acronym\nA Party;KEN;AP\nB Party;Франция;\n;PE;\nA Party;KE;AP\nC Body;;\n")
            .unwrap();
        let table: Table = table(COUNTRIES).unwrap();
        let list = listed(&dir, &table.countries).unwrap();
        std::fs::remove_file(&dir).unwrap();
        let homes: Vec<_> = list.iter().map(|o| o.home.as_deref()).collect();
        assert_eq!(homes, [Some("KE"), Some("FR"), None]);
        assert_eq!(list[0].short_name.as_deref(), Some("AP"));
    }
    #[test]
    fn what_cannot_be_is_said() {
        for plan in [
            Plan { countries: 400, ..Plan::default() },
            Plan { organisations: 10, ..Plan::default() },
            Plan { representatives: 10, ..Plan::default() },
            Plan { venues: 100_000, ..Plan::default() },
        ] {
            assert!(matches!(World::new(&plan), Err(Trouble::Plan(_))));
        }
    }
}
