//! One revision of a text: its titles and paragraphs in all languages, and its canonical files.
use super::Symbol;
use crate::{
    id::ParagraphId,
    language::{InLanguages, Language},
    words::{Digest, Line, Paragraph},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphKind {
    /// A heading.
    Heading,
    /// Of the preamble.
    Preambular,
    /// Of the operative part.
    #[default]
    Operative,
}

/// One paragraph under its stable id, in the languages in which it is written so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its id, the same in all languages and revisions.
    pub id: ParagraphId,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its words, by language.
    pub words: BTreeMap<Language, Paragraph>,
}

/// One revision: a draft until it is tabled, unchangeable afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its own symbol (`…/Rev.n` after the first).
    pub symbol: Symbol,
    /// Its title.
    pub title: InLanguages<Line>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Passage>,
    /// Whether it was tabled.
    pub tabled: bool,
}

/// Where a revision is not complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It has no paragraph at all.
    Nothing,
    /// The title lacks this language.
    Title(Language),
    /// The paragraph at this place (counted from 1) lacks this language.
    Paragraph(Language, usize),
}

/// The digests of one language's file and title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageDigests {
    /// SHA-256 of the canonical file.
    pub text: Digest,
    /// SHA-256 of the title's UTF-8 bytes, without newline.
    pub title: Digest,
}

impl Revision {
    /// The place of a paragraph, counted from 1.
    #[must_use]
    pub fn number_of(&self, paragraph: ParagraphId) -> Option<usize> {
        self.paragraphs.iter().position(|p| p.id == paragraph).map(|i| i + 1)
    }
    /// The first place where the revision is not complete in these languages.
    #[must_use]
    pub fn gap(&self, languages: &BTreeSet<Language>) -> Option<Gap> {
        if self.paragraphs.is_empty() {
            return Some(Gap::Nothing);
        }
        for language in languages {
            if self.title.get(language.as_str()).is_none() {
                return Some(Gap::Title(language.clone()));
            }
            if let Some(index) = self.paragraphs.iter().position(|p| !p.words.contains_key(language)) {
                return Some(Gap::Paragraph(language.clone(), index + 1));
            }
        }
        None
    }
    /// The languages in which the revision is complete: authentic ones and translations.
    #[must_use]
    pub fn complete_languages(&self) -> BTreeSet<Language> {
        let languages = self.title.languages().filter(|l| self.paragraphs.iter().all(|p| p.words.contains_key(*l)));
        if self.paragraphs.is_empty() { BTreeSet::new() } else { languages.cloned().collect() }
    }
    /// The digests of every complete language.
    #[must_use]
    pub fn digests(&self) -> BTreeMap<Language, LanguageDigests> {
        let digests = |language: Language| {
            let text = Digest::of(canonical(self, &language)?.as_bytes());
            let title = title_digest(self, &language)?;
            Some((language, LanguageDigests { text, title }))
        };
        self.complete_languages().into_iter().filter_map(digests).collect()
    }
}

/// A language's canonical file of a revision: UTF-8, NFC, every line ended by LF, paragraphs parted by one empty line.
/// None when the revision is not complete in the language. Its SHA-256 is the digest that endorsements name.
#[must_use]
pub fn canonical(revision: &Revision, language: &Language) -> Option<String> {
    if revision.paragraphs.is_empty() {
        return None;
    }
    let mut file = String::new();
    for paragraph in &revision.paragraphs {
        if !file.is_empty() {
            file.push('\n');
        }
        // A `Paragraph` is NFC, without CR and without controls by construction.
        file.push_str(paragraph.words.get(language)?.as_str());
        file.push('\n');
    }
    Some(file)
}

/// The SHA-256 of the title's UTF-8 bytes in a language, without newline.
#[must_use]
pub fn title_digest(revision: &Revision, language: &Language) -> Option<Digest> {
    revision.title.get(language.as_str()).map(|t| Digest::of(t.as_str().as_bytes()))
}

/// The manifest that binds a symbol to its languages: canonical JSON (RFC 8785); its SHA-256 stands for the whole text.
#[must_use]
pub fn manifest(symbol: &Symbol, authentic: &BTreeSet<Language>, texts: &BTreeMap<Language, LanguageDigests>) -> String {
    // Symbols, tags and digests hold no character that JSON escapes; keys are written in their sorted order.
    let quoted: Vec<String> = authentic.iter().map(|l| format!("\"{l}\"")).collect();
    let mut out = format!("{{\"authentic\":[{}],\"symbol\":\"{symbol}\",\"texts\":{{", quoted.join(","));
    for (index, (language, digests)) in texts.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(out, "{comma}\"{language}\":{{\"sha256\":\"{}\",\"title_sha256\":\"{}\"}}", digests.text, digests.title);
    }
    out.push_str("},\"v\":1}");
    out
}
