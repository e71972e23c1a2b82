//! How a country is written in a list.

use super::text::loose_key;

/// Finds countries by what people write: ISO 3166 alpha-2, alpha-3, numeric, or a name in any working language.
pub trait CountryLookup {
    /// The alpha-2 code, in capitals.
    fn find(&self, text: &str) -> Option<[u8; 2]>;
    /// The name or code that was probably meant by a text that [`CountryLookup::find`] does not know.
    fn suggest(&self, text: &str) -> Option<String>;
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
pub(super) fn find(countries: &dyn CountryLookup, text: &str) -> Option<[u8; 2]> {
    countries.find(text).or_else(|| {
        let digits = (1..3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| countries.find(&format!("{text:0>3}"))).flatten()
    })
}
