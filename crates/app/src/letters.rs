//! Letters: what a decision asks to be sent, written out in the recipient's language.
use domain::{
    State,
    state::{Letter, PersonDetails},
};

/// A letter in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Language tag it is written in.
    pub language: String,
    /// Its subject line.
    pub subject: String,
    /// Its text, plain.
    pub body: String,
}

/// Writes letters in people's languages; the translations live with the pages.
pub trait LetterWriter: Send + Sync + 'static {
    /// The letter in words.
    fn write(&self, letter: &Letter, to: &PersonDetails, state: &State) -> Written;
}
