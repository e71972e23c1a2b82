//! The corrections of a text, as programs read them.
use super::facts;
use domain::{
    command::Way,
    text::{self, Outcome},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A correction of an adopted text.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Correction {
    /// Its symbol, such as `SD/2027/L.1/Corr.1`.
    pub symbol: String,
    /// `open`, `issued`, `blocked` or `withdrawn`.
    pub stage: &'static str,
    /// Why the text must be corrected, by language.
    pub reason: BTreeMap<String, String>,
    /// What it changes, by language; the digests of every other language stay as they are.
    pub languages: BTreeMap<String, Corrected>,
    /// SHA-256 of the manifest that it corrects.
    pub from: String,
    /// SHA-256 of the manifest as corrected.
    pub to: String,
    /// When it was proposed (RFC 3339).
    pub proposed: String,
    /// Place of the proposal in the log.
    pub position: u64,
    /// The end of the window for objections (RFC 3339): an objection at this moment comes too late.
    pub until: String,
    /// When it was issued, blocked or withdrawn.
    pub ended: Option<String>,
    /// Place of the issue in the log.
    pub issued_position: Option<u64>,
    /// The objection that blocked it.
    pub objection: Option<Objection>,
}

/// What a correction changes in one language.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Corrected {
    /// The title as corrected; none where it stays.
    pub title: Option<String>,
    /// Paragraphs as corrected, by their ids.
    pub paragraphs: BTreeMap<String, String>,
    /// SHA-256 of the language's file before and after.
    pub sha256: [String; 2],
    /// SHA-256 of its title before and after.
    pub title_sha256: [String; 2],
}

/// The objection that blocked a correction.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Objection {
    /// Whose.
    pub organisation: String,
    /// Why.
    pub reason: String,
    /// The language of the reason.
    pub language: String,
    /// `device` or `paper`.
    pub way: &'static str,
}

impl From<&text::Correction> for Correction {
    fn from(c: &text::Correction) -> Self {
        let (stage, ended, objection) = match &c.outcome {
            Outcome::Open => ("open", None, None),
            Outcome::Issued { at, .. } => ("issued", Some(*at), None),
            Outcome::Withdrawn { at } => ("withdrawn", Some(*at), None),
            Outcome::Blocked(objection) => ("blocked", Some(objection.at), Some(objection)),
        };
        let pair = |tag, of: fn(&text::LanguageDigests) -> domain::words::Digest| {
            [&c.before, &c.after].map(|digests| digests.get(tag).map(of).map(|d| d.to_string()).unwrap_or_default())
        };
        let languages = c.changes.iter().map(|(tag, change)| {
            let corrected = Corrected {
                title: change.title.as_ref().map(ToString::to_string),
                paragraphs: change.paragraphs.iter().map(|(id, words)| (id.to_string(), words.to_string())).collect(),
                sha256: pair(tag, |d| d.text),
                title_sha256: pair(tag, |d| d.title),
            };
            (tag.to_string(), corrected)
        });
        Self {
            symbol: c.symbol.to_string(),
            stage,
            reason: c.reason.iter().map(|(l, words)| (l.to_string(), words.to_string())).collect(),
            languages: languages.collect(),
            from: c.from.to_string(),
            to: c.to.to_string(),
            proposed: facts::time(c.proposed),
            position: c.position,
            until: facts::time(c.until),
            ended: ended.map(facts::time),
            issued_position: c.issued(),
            objection: objection.map(|o| Objection {
                organisation: o.organisation.to_string(),
                reason: o.reason.to_string(),
                language: o.language.to_string(),
                way: if matches!(o.way, Way::Paper(_)) { "paper" } else { "device" },
            }),
        }
    }
}
