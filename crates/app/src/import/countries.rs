//! How a country is written in a list.

use domain::{
    country::{self, Country, CountryCode, Places},
    directory::Home,
};

use super::text::{loose_key, nearest};

/// Finds countries by what people write: ISO 3166 alpha-2, alpha-3, numeric, or a name in any working language.
pub trait CountryLookup {
    /// The code of the place.
    fn find(&self, text: &str) -> Option<Home>;
    /// The name or code that was probably meant by a text that [`CountryLookup::find`] does not know.
    fn suggest(&self, text: &str) -> Option<String>;
}

/// The default table of the domain: ISO 3166-1 with names in six languages.
#[derive(Debug, Clone, Copy, Default)]
pub struct IsoCountries;

impl CountryLookup for IsoCountries {
    fn find(&self, text: &str) -> Option<Home> {
        let by_number = || {
            let number: u16 = text.parse().ok().filter(|_| text.len() == 3)?;
            country::all().iter().find(|country| country.numeric == number).map(|country| country.alpha2)
        };
        let code = CountryCode::find(text).map(|code| code.country().alpha2).or_else(by_number)?;
        code.parse().ok()
    }

    fn suggest(&self, text: &str) -> Option<String> {
        let spellings = |country: &'static Country| country.names.iter().chain(country.aliases).copied();
        nearest(text, country::all().iter().flat_map(spellings)).map(str::to_owned)
    }
}

/// The default table with what the convener names otherwise, and the convener's own places.
#[derive(Debug, Clone, Copy)]
pub struct ConvenerPlaces<'a>(pub &'a Places);

impl CountryLookup for ConvenerPlaces<'_> {
    fn find(&self, text: &str) -> Option<Home> {
        self.0.find(text).and_then(|code| code.parse().ok()).or_else(|| IsoCountries.find(text))
    }

    fn suggest(&self, text: &str) -> Option<String> {
        nearest(text, self.0.own_names().map(|(_, name)| name)).map(str::to_owned).or_else(|| IsoCountries.suggest(text))
    }
}

/// What a blank country cell means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BlankCountry {
    /// The line is refused: a forgotten country must not make a party an international body.
    #[default]
    Refused,
    /// The organisation is international.
    International,
}

/// Words that say an organisation has no country.
const INTERNATIONAL: &[&str] = &[
    "international",
    "int",
    "intl",
    "global",
    "worldwide",
    "none",
    "internationale",
    "mondial",
    "mondiale",
    "internacional",
    "mundial",
    "ninguno",
    "دولي",
    "دولية",
    "عالمي",
    "международный",
    "международная",
    "международное",
    "международная организация",
    "国际",
    "國際",
    "全球",
];

/// True for `international` in six languages, and for a dash.
pub(super) fn is_international(text: &str) -> bool {
    let only_dashes = text.chars().all(|c| matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－'));
    if only_dashes && !text.is_empty() {
        return true;
    }
    let key = loose_key(text);
    INTERNATIONAL.iter().any(|&word| word == key || (!word.is_ascii() && loose_key(word) == key))
}

/// Finds a country; a numeric code that lost its leading zeros in a spreadsheet gets them back.
pub(super) fn find(countries: &dyn CountryLookup, text: &str) -> Option<Home> {
    countries.find(text).or_else(|| {
        let digits = (1..3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| countries.find(&format!("{text:0>3}"))).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_numbers_and_names_find_a_country() {
        for text in ["SN", "sen", "686", "Senegal", "SÉNÉGAL", "السنغال", "Сенегал", "塞内加尔"] {
            assert_eq!(find(&IsoCountries, text), "SN".parse().ok(), "{text}");
        }
        assert_eq!(find(&IsoCountries, "4"), "AF".parse().ok(), "a spreadsheet dropped the zeros of 004");
        assert_eq!(find(&IsoCountries, "NA"), "NA".parse().ok());
        assert_eq!(find(&IsoCountries, "999"), None);
        assert_eq!(IsoCountries.suggest("Frnace").as_deref(), Some("France"));
        assert_eq!(IsoCountries.suggest("Nowhere at all"), None);
    }

    #[test]
    fn a_place_of_the_conveners_is_found_by_its_own_names() {
        let named = |name: &str| country::Override { names: [("en".to_owned(), name.to_owned())].into(), ..Default::default() };
        let places = Places::new([("x-free-port".to_owned(), named("Free Port")), ("TR".to_owned(), named("Anatolia"))].into());
        let places = ConvenerPlaces(&places);
        for (text, code) in
            [("free port", "x-free-port"), ("x-free-port", "x-free-port"), ("ANATOLIA", "TR"), ("792", "TR"), ("Kenia", "KE")]
        {
            assert_eq!(find(&places, text), code.parse().ok(), "{text}");
        }
        assert_eq!(places.suggest("Free Prot").as_deref(), Some("Free Port"));
        assert_eq!(places.suggest("Frnace").as_deref(), Some("France"));
    }

    #[test]
    fn international_in_six_languages_and_as_a_dash() {
        for text in ["International", "INTERNACIONAL", "internationale", "دولي", "Международная", "国际", "—", "-", "--"]
        {
            assert!(is_international(text), "{text}");
        }
        assert!(!is_international("") && !is_international("India") && !is_international("IN"));
    }
}
