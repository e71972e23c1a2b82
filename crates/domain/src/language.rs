//! Languages, and things named in several of them.
use crate::{FieldProblem, limit, words::Name};
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// A BCP 47 language tag in canonical case, such as `fr` or `zh-Hant`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(Box<str>);

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl FromStr for Language {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let mut out = String::new();
        for (i, part) in text.split('-').enumerate() {
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            let fits = part.bytes().all(|b| b.is_ascii_alphanumeric()) && (1..=8).contains(&part.len());
            if !fits || i > 4 || (i == 0 && !(letters && (2..=3).contains(&part.len()))) {
                return Err(FieldProblem::NotALanguage);
            }
            if i > 0 {
                out.push('-');
            }
            match (i, part.len(), letters) {
                (0, ..) => out.push_str(&part.to_ascii_lowercase()),
                (_, 2, true) => out.push_str(&part.to_ascii_uppercase()),
                (_, 4, true) => {
                    out.push_str(&part[..1].to_ascii_uppercase());
                    out.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => out.push_str(&part.to_ascii_lowercase()),
            }
        }
        Ok(Self(out.into()))
    }
}
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// One thing said in several languages: at least one, at most [`limit::LANGUAGES`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct InLanguages<T>(BTreeMap<Language, T>);

/// A name in several languages.
pub type Names = InLanguages<Name>;

impl<T> InLanguages<T> {
    /// Checks the number of languages.
    ///
    /// # Errors
    /// [`FieldProblem::Empty`] or [`FieldProblem::TooMany`].
    pub fn new(map: BTreeMap<Language, T>) -> Result<Self, FieldProblem> {
        match map.len() {
            0 => Err(FieldProblem::Empty),
            n if n > limit::LANGUAGES => Err(FieldProblem::TooMany { limit: limit::LANGUAGES }),
            _ => Ok(Self(map)),
        }
    }
    /// What is said in exactly this language.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&T> {
        self.0.iter().find(|(l, _)| l.as_str() == language).map(|(_, t)| t)
    }
    /// What is said in this language, else English, else the first there is; with the language it is in.
    #[must_use]
    pub fn best(&self, language: &str) -> Option<(&Language, &T)> {
        let exact = |tag: &str| self.0.iter().find(|(l, _)| l.as_str() == tag);
        exact(language).or_else(|| exact("en")).or_else(|| self.0.iter().next())
    }
    /// All of them, by language tag.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &T)> {
        self.0.iter()
    }
    /// The languages.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.0.keys()
    }
}
impl<'de, T: Deserialize<'de>> Deserialize<'de> for InLanguages<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::new(BTreeMap::deserialize(d)?).map_err(D::Error::custom)
    }
}
