//! What is put to the vote: a revision of a text, or a question in its authentic languages; bound by a manifest either way.
use crate::{
    State,
    id::{PollId, TextId},
    language::{InLanguages, Language},
    text::{LanguageDigests, Symbol, manifest},
    words::{Digest, Line},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Whether a revision of a text is adopted.
    Text {
        /// Which text.
        text: TextId,
        /// Which revision, counted from 0.
        revision: u32,
    },
    /// A question in its authentic languages.
    Words(InLanguages<Line>),
}

impl Question {
    /// The symbol under which the question is bound: the revision's, or `POLL/<number>`.
    #[must_use]
    pub fn symbol(&self, state: &State, id: PollId) -> Option<Symbol> {
        match self {
            Self::Text { text, revision } => Some(state.texts.get(*text)?.revision(*revision)?.symbol.clone()),
            Self::Words(_) => format!("POLL/{}", id.0).parse().ok(),
        }
    }
    /// The manifest that binds the question: the revision's, or that of its words, where each language is a text of one line.
    #[must_use]
    pub fn manifest(&self, state: &State, id: PollId) -> Option<String> {
        let symbol = self.symbol(state, id)?;
        match self {
            Self::Text { text, revision } => {
                let text = state.texts.get(*text)?;
                Some(manifest(&symbol, &text.authentic, &text.revision(*revision)?.digests()))
            }
            Self::Words(words) => {
                let digests = |line: &Line| LanguageDigests {
                    text: Digest::of(file(line).as_bytes()),
                    title: Digest::of(line.as_str().as_bytes()),
                };
                let texts: BTreeMap<Language, LanguageDigests> =
                    words.iter().map(|(l, line)| (l.clone(), digests(line))).collect();
                Some(manifest(&symbol, &words.languages().cloned().collect(), &texts))
            }
        }
    }
}

/// The file of a question in one language: its line, ended by LF.
#[must_use]
pub(crate) fn file(line: &Line) -> String {
    format!("{line}\n")
}
