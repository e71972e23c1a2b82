//! The symbol of a document.
use crate::FieldProblem;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};

/// Longest symbol, in characters.
pub const SYMBOL_CHARS: usize = 80;

/// A document's symbol, the same in all its languages: `[A-Z0-9][A-Za-z0-9./()*-]{0,79}`, such as `SD/2027/L.3/Rev.1`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Symbol(Box<str>);

impl Symbol {
    /// The symbol itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The symbol of the `n`-th revision: `…/Rev.n`; the 0-th is the document as first drafted.
    ///
    /// # Errors
    /// [`FieldProblem::TooLong`].
    pub fn revision(&self, n: usize) -> Result<Self, FieldProblem> {
        if n == 0 { Ok(self.clone()) } else { format!("{self}/Rev.{n}").parse() }
    }
    /// The symbol of the `n`-th correction: `…/Corr.n`.
    ///
    /// # Errors
    /// [`FieldProblem::TooLong`].
    pub fn correction(&self, n: usize) -> Result<Self, FieldProblem> {
        format!("{self}/Corr.{n}").parse()
    }
}
impl FromStr for Symbol {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let text = text.trim();
        let first = text.bytes().next().ok_or(FieldProblem::Empty)?;
        let begins = first.is_ascii_uppercase() || first.is_ascii_digit();
        if !begins || !text.bytes().all(|b| b.is_ascii_alphanumeric() || b"./()*-".contains(&b)) {
            return Err(FieldProblem::NotASymbol);
        }
        if text.len() > SYMBOL_CHARS {
            return Err(FieldProblem::TooLong { limit: SYMBOL_CHARS, actual: text.len() });
        }
        Ok(Self(text.into()))
    }
}
impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Symbol {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}
