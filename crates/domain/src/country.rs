//! Countries and regions: the default table of ISO 3166 codes, UN M49 regions and names in six languages, and the finding of a country by
//! whatever an imported list calls it. Recognition is political, so a convener lays an [`Override`] table over it (RULES, "Country counts").

mod official;

use crate::{FieldProblem, directory::Home, language::Language, words::Name};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The languages of the table's names, in the order in which they are stored.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

/// One country or territory of ISO 3166-1 (and the user-assigned `XK`).
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub alpha2: &'static str,
    /// ISO 3166-1 alpha-3 code.
    pub alpha3: &'static str,
    /// ISO 3166-1 numeric code, which is the M49 code too.
    pub numeric: u16,
    /// UN M49 region (a continent); 0 where M49 names none (Antarctica).
    pub region: u16,
    /// UN M49 sub-region; 0 where M49 names none.
    pub subregion: u16,
    /// Names in the order of [`LANGUAGES`].
    pub names: [&'static str; 6],
    /// Further spellings by which it is found.
    pub aliases: &'static [&'static str],
}

/// A UN M49 region or sub-region.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// UN M49 code.
    pub code: u16,
    /// The region a sub-region belongs to; 0 for a region.
    pub parent: u16,
    /// Names in the order of [`LANGUAGES`].
    pub names: [&'static str; 6],
}

include!(concat!(env!("OUT_DIR"), "/countries.rs"));

/// Every country of the default table, by alpha-2.
#[must_use]
pub fn all() -> &'static [Country] {
    COUNTRIES
}

/// Every M49 region and sub-region.
#[must_use]
pub fn regions() -> &'static [Region] {
    REGIONS
}

/// A region or sub-region by its M49 code.
#[must_use]
pub fn region(code: u16) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.code == code)
}

impl Region {
    /// Its name in a language (a BCP 47 tag; its primary subtag decides), in English where the table has not that language.
    #[must_use]
    pub fn name(&self, language: &str) -> &'static str {
        self.names[language_index(language)]
    }
}

/// An ISO 3166-1 alpha-2 code of the default table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The two capital letters.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.country().alpha2
    }

    /// The code's line of the table.
    #[must_use]
    pub fn country(&self) -> &'static Country {
        // A code is only made from a line of the table; the first line stands in for what cannot happen.
        by_alpha2(self.0).unwrap_or(&COUNTRIES[0])
    }

    /// The name in a language (a BCP 47 tag; its primary subtag decides), in English where the table has not that language.
    #[must_use]
    pub fn name(&self, language: &str) -> &'static str {
        self.country().names[language_index(language)]
    }

    /// UN M49 region; 0 where there is none.
    #[must_use]
    pub fn region(&self) -> u16 {
        self.country().region
    }

    /// UN M49 sub-region; 0 where there is none.
    #[must_use]
    pub fn subregion(&self) -> u16 {
        self.country().subregion
    }

    /// The country that a list means: an alpha-2 or alpha-3 code in either case, or a name in any of the six languages, whatever its case,
    /// accents, punctuation and Unicode normalisation. A spelling that two countries share is found for neither.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let key = fold(text)?;
        FOLDED.get(key.as_str()).copied().flatten()
    }
}

impl FromStr for CountryCode {
    type Err = FieldProblem;
    /// Takes an alpha-2 code in capitals.
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let code: [u8; 2] = text.as_bytes().try_into().map_err(|_| FieldProblem::NotACountry)?;
        by_alpha2(code).map(|_| Self(code)).ok_or(FieldProblem::NotACountry)
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A convener's own line over the default table: another name or region for an ISO code, or a code of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Names by language tag; a language that is not here keeps the default.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// What it is ordered by in lists, by language tag, where that is not its name.
    #[serde(default)]
    pub sorted_as: BTreeMap<String, String>,
    /// UN M49 region, when it is to be another than the default.
    #[serde(default)]
    pub region: Option<u16>,
    /// UN M49 sub-region, when it is to be another than the default.
    #[serde(default)]
    pub subregion: Option<u16>,
}

/// A line of the convener's that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("places.{code}: {fault}")]
pub struct PlaceError {
    /// The code it was written for.
    pub code: String,
    /// What is wrong with it.
    pub fault: PlaceFault,
}

/// What can be wrong with a convener's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceFault {
    /// Neither a code of the default table nor one of the convener's own.
    #[error("neither an ISO 3166-1 alpha-2 code of the table nor a code of your own such as `x-free-port`")]
    Code,
    /// A code of the convener's own without a name.
    #[error("a code of your own needs a name in at least one language")]
    Nameless,
    /// A language tag that is none.
    #[error("a language of `names` or `sorted_as` is no language tag such as `en` or `zh-Hans`")]
    Language,
    /// An empty name, one that is too long, or one with characters that no name has.
    #[error("a name is empty, longer than 200 characters, or holds a character that no name has")]
    Name,
    /// A region that the table has not.
    #[error("`region` or `subregion` is no UN M49 code of that kind")]
    Region,
}

/// Most lines of a convener's own table.
pub const OVERRIDES: usize = 500;

/// The default table with a convener's overrides, by code (an ISO alpha-2 code or a code of the convener's).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Places(BTreeMap<String, Override>);

impl Places {
    /// Lays these lines over the default table.
    #[must_use]
    pub fn new(overrides: BTreeMap<String, Override>) -> Self {
        Self(overrides)
    }

    /// Whether every line can stand: known or own codes, names that are names, regions that there are.
    ///
    /// # Errors
    /// [`PlaceError`] with the first line that cannot.
    pub fn checked(&self) -> Result<(), PlaceError> {
        for (at, (code, line)) in self.0.iter().enumerate() {
            let fault = line.fault(code).or((at >= OVERRIDES).then_some(PlaceFault::Code));
            if let Some(fault) = fault {
                return Err(PlaceError { code: code.clone(), fault });
            }
        }
        Ok(())
    }

    /// What a place is ordered by in lists: its name, unless the convener says otherwise. None where neither table has it.
    #[must_use]
    pub fn sort_key(&self, code: &str, language: &str) -> Option<&str> {
        let own = self.0.get(code).and_then(|line| in_language(&line.sorted_as, language));
        own.or_else(|| self.name(code, language))
    }

    /// The codes that are the convener's own, beside those of ISO 3166-1.
    pub fn own_codes(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|code| code.parse::<CountryCode>().is_err())
    }

    /// All names that the convener gives, by code.
    pub fn own_names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(code, line)| line.names.values().map(|name| (code.as_str(), name.as_str())))
    }

    /// The name of a place by its code; none where neither table has it.
    #[must_use]
    pub fn name(&self, code: &str, language: &str) -> Option<&str> {
        let own = self.0.get(code).map(|line| &line.names);
        let default = || code.parse::<CountryCode>().ok().map(|code| code.name(language));
        let any = || own.and_then(|names| names.get("en").or_else(|| names.values().next())).map(String::as_str);
        own.and_then(|names| in_language(names, language)).or_else(default).or_else(any)
    }

    /// The M49 region and sub-region of a place; 0 where there is none.
    #[must_use]
    pub fn region(&self, code: &str) -> (u16, u16) {
        let default = code.parse::<CountryCode>().map_or((0, 0), |code| (code.region(), code.subregion()));
        let own = self.0.get(code);
        (own.and_then(|line| line.region).unwrap_or(default.0), own.and_then(|line| line.subregion).unwrap_or(default.1))
    }

    /// The code of the place that a list means, the convener's own codes and names first (see [`CountryCode::find`]).
    #[must_use]
    pub fn find(&self, text: &str) -> Option<String> {
        let key = fold(text)?;
        let is_meant = |name: &str| fold(name).is_some_and(|folded| folded == key);
        let own = self.0.iter().find(|(code, line)| is_meant(code) || line.names.values().any(|name| is_meant(name)));
        own.map(|(code, _)| code.clone()).or_else(|| CountryCode::find(text).map(|code| code.as_str().to_owned()))
    }
}

impl Override {
    fn fault(&self, code: &str) -> Option<PlaceFault> {
        let own = code.parse::<CountryCode>().is_err();
        let tags = self.names.keys().chain(self.sorted_as.keys());
        let words = self.names.values().chain(self.sorted_as.values());
        let is_region = |code: &u16| region(*code).is_some_and(|region| region.parent == 0);
        let is_part = |code: &u16| region(*code).is_some_and(|region| region.parent != 0);
        if code.parse::<Home>().is_err() || own && !code.starts_with("x-") {
            Some(PlaceFault::Code)
        } else if own && self.names.is_empty() {
            Some(PlaceFault::Nameless)
        } else if tags.into_iter().any(|tag| tag.parse::<Language>().is_err()) {
            Some(PlaceFault::Language)
        } else if words.into_iter().any(|word| word.parse::<Name>().is_err()) {
            Some(PlaceFault::Name)
        } else if !self.region.iter().all(is_region) || !self.subregion.iter().all(is_part) {
            Some(PlaceFault::Region)
        } else {
            None
        }
    }
}

/// The words for a language: of its tag, or of its primary subtag.
fn in_language<'w>(words: &'w BTreeMap<String, String>, language: &str) -> Option<&'w str> {
    let primary = language.split('-').next().unwrap_or_default();
    words.get(language).or_else(|| words.get(primary)).map(String::as_str)
}

/// A longer text than this names no country; it bounds the work done on a list's cell.
const LONGEST_NAME_BYTES: usize = 400;

/// What is left of a name when case, accents, punctuation and normalisation are taken away; none when nothing is.
fn fold(text: &str) -> Option<String> {
    if text.len() > LONGEST_NAME_BYTES {
        return None;
    }
    let folded: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != 'ـ')
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = folded.split_whitespace().filter(|word| *word != "the").collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Codes, then names, then other spellings: the first kind that knows a key decides, and within a kind two claims cancel each other.
static FOLDED: LazyLock<BTreeMap<String, Option<CountryCode>>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    learn(&mut found, |country| vec![country.alpha2, country.alpha3]);
    learn(&mut found, |country| country.names.to_vec());
    learn(&mut found, |country| country.aliases.to_vec());
    learn(&mut found, |country| official::names(country.alpha2).to_vec());
    found
});

fn learn(found: &mut BTreeMap<String, Option<CountryCode>>, spellings: impl Fn(&'static Country) -> Vec<&'static str>) {
    let mut kind: BTreeMap<String, Option<CountryCode>> = BTreeMap::new();
    for country in COUNTRIES {
        let [first, second] = country.alpha2.as_bytes() else { continue };
        let code = CountryCode([*first, *second]);
        for key in spellings(country).into_iter().filter_map(fold) {
            kind.entry(key).and_modify(|held| *held = held.filter(|other| *other == code)).or_insert(Some(code));
        }
    }
    for (key, code) in kind {
        found.entry(key).or_insert(code);
    }
}

fn by_alpha2(code: [u8; 2]) -> Option<&'static Country> {
    COUNTRIES.binary_search_by(|country| country.alpha2.as_bytes().cmp(&code)).ok().and_then(|at| COUNTRIES.get(at))
}

fn language_index(language: &str) -> usize {
    let primary = language.split('-').next().unwrap_or_default();
    LANGUAGES.iter().position(|known| known.eq_ignore_ascii_case(primary)).unwrap_or(0)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&'static str> {
        CountryCode::find(text).map(|code| code.as_str())
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(all().len(), 250);
        assert!(all().is_sorted_by_key(|country| country.alpha2));
        for country in all() {
            assert!(country.names.iter().all(|name| !name.is_empty()), "{country:?}");
            assert!(country.region == 0 || region(country.region).is_some(), "{country:?}");
            assert!(
                country.subregion == 0 || region(country.subregion).is_some_and(|sub| sub.parent == country.region),
                "{country:?}"
            );
            assert_eq!(country.region == 0, country.alpha2 == "AQ");
        }
    }

    #[test]
    fn what_states_call_themselves_finds_them_in_every_language() {
        for (text, code) in [
            ("Fédération de Russie", "RU"),
            ("Federación de Rusia", "RU"),
            ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "GB"),
            ("الاتحاد الروسي", "RU"),
            ("Исламская Республика Иран", "IR"),
            ("大韩民国", "KR"),
            ("United Republic of Tanzania", "TZ"),
        ] {
            assert_eq!(found(text), Some(code), "{text}");
        }
    }

    #[test]
    fn every_code_and_every_name_finds_its_country() {
        for country in all() {
            assert_eq!(found(country.alpha2), Some(country.alpha2));
            assert_eq!(found(&country.alpha3.to_lowercase()), Some(country.alpha2));
            for name in country.names {
                assert_eq!(found(name), Some(country.alpha2), "{name}");
            }
        }
    }

    #[test]
    fn case_accents_punctuation_and_normalisation_do_not_matter() {
        for (text, code) in [
            ("  kenya ", "KE"),
            ("COTE D'IVOIRE", "CI"),
            ("Co\u{302}te d\u{2019}Ivoire", "CI"),
            ("Peru", "PE"),
            ("PERÚ", "PE"),
            ("Etats-Unis", "US"),
            ("The Bahamas", "BS"),
            ("россия", "RU"),
            ("أفغانستان", "AF"),
            ("افغانستان", "AF"),
            ("中国", "CN"),
            ("China", "CN"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
        ] {
            assert_eq!(found(text), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_no_country_or_two_is_none() {
        for text in ["", "  ", "'", "Atlantis", "ZZ", &"a".repeat(10_000)] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn names_and_regions_are_in_six_languages() {
        let kenya: CountryCode = "KE".parse().unwrap();
        assert_eq!(kenya.name("ru-RU"), "Кения");
        assert_eq!(kenya.name("sw"), "Kenya");
        assert_eq!((kenya.region(), kenya.subregion()), (2, 202));
        assert_eq!(region(2).unwrap().name("zh"), "非洲");
        assert_eq!(region(2).unwrap().name("ar"), "أفريقيا");
        assert!(regions().iter().all(|region| region.names.iter().all(|name| name.parse::<u16>().is_err())));
    }

    #[test]
    fn a_code_reads_and_writes_as_text() {
        let code: CountryCode = serde_json_round("FR").unwrap();
        assert_eq!(code.to_string(), "FR");
        assert!("fr".parse::<CountryCode>().is_err());
        assert!("FRA".parse::<CountryCode>().is_err());
        assert!(serde_json_round("QQ").is_none());
    }

    fn serde_json_round(text: &str) -> Option<CountryCode> {
        use serde::de::{IntoDeserializer, value::Error as ValueError};
        let deserializer: serde::de::value::StrDeserializer<'_, ValueError> = text.into_deserializer();
        CountryCode::deserialize(deserializer).ok()
    }

    #[test]
    fn a_convener_overrides_names_regions_and_adds_its_own_codes() {
        let line =
            |name: &str, region| Override { names: [("en".to_owned(), name.to_owned())].into(), region, ..Override::default() };
        let places = Places::new(
            [("x-free-port".to_owned(), line("Free Port", Some(150))), ("TR".to_owned(), line("Anatolia", None))].into(),
        );
        assert_eq!(places.name("TR", "en"), Some("Anatolia"));
        assert_eq!(places.name("TR", "fr"), Some("Turquie"));
        assert_eq!(places.name("x-free-port", "fr"), Some("Free Port"));
        assert_eq!(places.name("x-none", "fr"), None);
        assert_eq!(places.find("free port").as_deref(), Some("x-free-port"));
        assert_eq!(places.find("anatolia").as_deref(), Some("TR"));
        assert_eq!(places.find("kenia").as_deref(), Some("KE"));
        assert_eq!(places.region("x-free-port"), (150, 0));
        assert_eq!(places.region("KE"), (2, 202));
        assert_eq!((places.own_codes().collect::<Vec<_>>(), places.checked()), (vec!["x-free-port"], Ok(())));
    }

    #[test]
    fn a_convener_orders_a_place_otherwise() {
        let words = |tag: &str, word: &str| [(tag.to_owned(), word.to_owned())].into();
        let line = Override { sorted_as: words("en", "Gambia"), names: words("en", "The Gambia"), ..Override::default() };
        let places = Places::new([("GM".to_owned(), line)].into());
        assert_eq!((places.name("GM", "en-GB"), places.sort_key("GM", "en-GB")), (Some("The Gambia"), Some("Gambia")));
        assert_eq!(places.sort_key("GM", "fr"), Some("Gambie"));
    }

    #[test]
    fn a_line_that_cannot_stand_is_named() {
        let fault = |code: &str, line: Override| Places::new([(code.to_owned(), line)].into()).checked().err().map(|e| e.fault);
        let named = |tag: &str, name: &str| Override { names: [(tag.to_owned(), name.to_owned())].into(), ..Override::default() };
        assert_eq!(fault("TR", named("en", "Türkiye")), None);
        assert_eq!(fault("tr", named("en", "Türkiye")), Some(PlaceFault::Code));
        assert_eq!(fault("QQ", named("en", "Nowhere")), Some(PlaceFault::Code));
        assert_eq!(fault("x-port", Override::default()), Some(PlaceFault::Nameless));
        assert_eq!(fault("TR", named("not a tag", "Türkiye")), Some(PlaceFault::Language));
        assert_eq!(fault("TR", named("en", "")), Some(PlaceFault::Name));
        assert_eq!(fault("TR", Override { region: Some(202), ..Override::default() }), Some(PlaceFault::Region));
        assert_eq!(fault("TR", Override { subregion: Some(2), ..Override::default() }), Some(PlaceFault::Region));
    }
}
