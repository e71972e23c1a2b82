//! Corrections of an adopted text (`…/Corr.n`): prepared language by language, proposed with a window for objections, blocked by one
//! objection or issued when the window ends without any. The text is then corrected from the beginning (VCLT 79), in the languages
//! named and in no other.
use super::{LanguageDigests, Revision, Symbol, Text, TextCommand, TextEvent, known, manifest};
use crate::{
    Actor, Invalid, Moment, No, Recorded, Refusal, State,
    command::Way,
    directory::Capability,
    id::{OrganisationId, ParagraphId, PersonId, TextId},
    language::{InLanguages, Language},
    limit, procedure,
    state::{Decision, Given, Letter},
    words::{Digest, Line, Paragraph},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a correction changes in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The title, where it is corrected.
    pub title: Option<Line>,
    /// The corrected paragraphs.
    pub paragraphs: BTreeMap<ParagraphId, Paragraph>,
}

impl Change {
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.title.is_none() && self.paragraphs.is_empty()
    }
}

/// The objection that blocked a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Whose.
    pub organisation: OrganisationId,
    /// Why.
    pub reason: Line,
    /// The language of the reason.
    pub language: Language,
    /// By which way it came in.
    pub way: Way,
    /// When.
    pub at: Moment,
}

/// How far a correction is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its window is open, or has ended and it is about to be issued.
    Open,
    /// One objection blocked it.
    Blocked(Objection),
    /// The secretariat took it back.
    Withdrawn {
        /// When.
        at: Moment,
    },
    /// The text is corrected.
    Issued {
        /// When.
        at: Moment,
        /// Place in the log.
        position: u64,
    },
}

/// A correction as it was proposed, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its symbol: the text's with `/Corr.n`; a symbol is not used again, whatever became of the correction.
    pub symbol: Symbol,
    /// Why the text must be corrected.
    pub reason: InLanguages<Line>,
    /// What it changes, by language.
    pub changes: BTreeMap<Language, Change>,
    /// When it was proposed.
    pub proposed: Moment,
    /// Place of the proposal in the log.
    pub position: u64,
    /// The end of the window: an objection at this moment comes too late.
    pub until: Moment,
    /// SHA-256 of the manifest that it corrects.
    pub from: Digest,
    /// SHA-256 of the manifest as corrected.
    pub to: Digest,
    /// The digests of the languages that it changes, before it.
    pub before: BTreeMap<Language, LanguageDigests>,
    /// The digests of the same languages after it; all others stay as they are.
    pub after: BTreeMap<Language, LanguageDigests>,
    /// The whole text as corrected, under the symbol of the adopted revision.
    pub revision: Revision,
    /// How far it is.
    pub outcome: Outcome,
}

impl Correction {
    /// Whether it waits for the end of its window.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Open
    }
    /// Place of the issue in the log, once issued.
    #[must_use]
    pub const fn issued(&self) -> Option<u64> {
        match self.outcome {
            Outcome::Issued { position, .. } => Some(position),
            _ => None,
        }
    }
    /// Whether the window has ended at `now`, without an objection and without having been issued yet.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        self.is_open() && now >= self.until
    }
}

impl Text {
    /// The correction whose window is open, with its place in the list of corrections, counted from 1.
    #[must_use]
    pub fn proposed_correction(&self) -> Option<(usize, &Correction)> {
        Some((self.corrections.len(), self.corrections.last().filter(|c| c.is_open())?))
    }
    /// The corrections that were issued, in order.
    pub fn issued_corrections(&self) -> impl DoubleEndedIterator<Item = &Correction> {
        self.corrections.iter().filter(|c| c.issued().is_some())
    }
    /// SHA-256 of the manifest as adopted, before any correction.
    #[must_use]
    pub fn first_manifest(&self) -> Option<Digest> {
        let adoption = self.adoption.as_ref()?;
        Some(self.issued_corrections().next().map_or(adoption.manifest, |first| first.from))
    }
    /// SHA-256 of the manifest that was in force after the event of this position.
    #[must_use]
    pub fn manifest_at(&self, position: u64) -> Option<Digest> {
        let adoption = self.adoption.as_ref()?;
        let next = self.issued_corrections().find(|c| c.issued().is_some_and(|issued| issued > position));
        Some(next.map_or(adoption.manifest, |c| c.from))
    }
    /// The text as it would be with what is prepared; none before adoption or where nothing is.
    #[must_use]
    pub fn prepared(&self) -> Option<Revision> {
        if self.preparing.is_empty() { None } else { Some(with(self.adopted()?, &self.preparing)) }
    }

    pub(super) fn correct(&mut self, event: &TextEvent, recorded: &Recorded) {
        use TextEvent as E;
        match event {
            E::CorrectionPrepared { language, change, .. } => {
                if change.is_empty() {
                    self.preparing.remove(language);
                } else {
                    self.preparing.insert(language.clone(), change.clone());
                }
            }
            E::CorrectionProposed { symbol, reason, until, to, digests, .. } => {
                let changes = std::mem::take(&mut self.preparing);
                let (Some(adoption), Some(adopted)) = (&self.adoption, self.adopted()) else { return };
                let before = digests.keys().filter_map(|l| Some((l.clone(), *adoption.digests.get(l)?))).collect();
                let correction = Correction {
                    symbol: symbol.clone(),
                    reason: reason.clone(),
                    revision: with(adopted, &changes),
                    changes,
                    proposed: recorded.at,
                    position: recorded.position,
                    until: *until,
                    from: adoption.manifest,
                    to: *to,
                    before,
                    after: digests.clone(),
                    outcome: Outcome::Open,
                };
                self.corrections.push(correction);
            }
            E::CorrectionBlocked { organisation, reason, language, way, .. } => {
                let (reason, language, at) = (reason.clone(), language.clone(), recorded.at);
                self.end(Outcome::Blocked(Objection { organisation: *organisation, reason, language, way: *way, at }));
            }
            E::CorrectionWithdrawn { .. } => self.end(Outcome::Withdrawn { at: recorded.at }),
            E::TextCorrected { .. } => {
                self.end(Outcome::Issued { at: recorded.at, position: recorded.position });
                if let (Some(correction), Some(adoption)) = (self.corrections.last(), &mut self.adoption) {
                    adoption.manifest = correction.to;
                    adoption.digests.extend(correction.after.clone());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, outcome: Outcome) {
        if let Some(open) = self.corrections.last_mut().filter(|c| c.is_open()) {
            open.outcome = outcome;
        }
    }
}

/// The revision with these changes; its symbol, its paragraphs' ids and every other language stay as they are.
fn with(revision: &Revision, changes: &BTreeMap<Language, Change>) -> Revision {
    let mut corrected = revision.clone();
    let mut titles: BTreeMap<Language, Line> = revision.title.iter().map(|(l, t)| (l.clone(), t.clone())).collect();
    for (language, change) in changes {
        if let Some(title) = &change.title {
            titles.insert(language.clone(), title.clone());
        }
        for passage in &mut corrected.paragraphs {
            if let Some(words) = change.paragraphs.get(&passage.id) {
                passage.words.insert(language.clone(), words.clone());
            }
        }
    }
    // Only languages that the title has are corrected, so their number stays as it was.
    if let Ok(title) = InLanguages::new(titles) {
        corrected.title = title;
    }
    corrected
}

pub(super) fn decide(state: &State, actor: &Actor, command: &TextCommand, given: &Given<'_>) -> Result<Decision, No> {
    use TextCommand as C;
    match command {
        C::PrepareCorrection { text, language, title, paragraphs } => {
            prepare(unchallenged(state, *text)?, *text, language, title.as_ref(), paragraphs)
        }
        C::ProposeCorrection { text, reason, minutes } => {
            propose(state, *text, reason, given.now.plus_ms(i64::from(minutes.0) * 60_000))
        }
        C::ObjectToCorrection { text, reason, language, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let (found, open) = open(state, *text)?;
            may_object(state, found, organisation)?;
            if open.is_due(given.now) {
                let until = open.until.in_utc();
                return Err(Refusal::new("correction-window-over").with("symbol", &open.symbol).with("until", until).into());
            }
            let (reason, language) = (reason.clone(), language.clone());
            let event = TextEvent::CorrectionBlocked { text: *text, organisation, reason, language, way };
            let letters = letters(state, (*text, found), open, "notice-correction-blocked", Some(organisation));
            Ok(Decision { letters, ..Decision::events([event]) })
        }
        C::WithdrawCorrection { text } => {
            let (found, open) = open(state, *text)?;
            let letters = letters(state, (*text, found), open, "notice-correction-withdrawn", None);
            Ok(Decision { letters, ..Decision::events([TextEvent::CorrectionWithdrawn { text: *text }]) })
        }
        C::IssueCorrection { text } => {
            let (found, open) = open(state, *text)?;
            if !open.is_due(given.now) {
                let until = open.until.in_utc();
                return Err(Refusal::new("correction-window-open").with("symbol", &open.symbol).with("until", until).into());
            }
            let letters = letters(state, (*text, found), open, "notice-correction-issued", None);
            Ok(Decision { letters, ..Decision::events([TextEvent::TextCorrected { text: *text }]) })
        }
        // Every other command is decided elsewhere.
        _ => Ok(Decision::default()),
    }
}

/// An adopted text of which no correction waits for its window's end.
fn unchallenged(state: &State, id: TextId) -> Result<&Text, No> {
    let text = known(state, id)?;
    if text.adoption.is_none() {
        return Err(Refusal::new("text-not-adopted").with("symbol", &text.symbol).into());
    }
    if let Some((_, open)) = text.proposed_correction() {
        return Err(Refusal::new("correction-open").with("symbol", &open.symbol).into());
    }
    Ok(text)
}

fn open(state: &State, id: TextId) -> Result<(&Text, &Correction), No> {
    let text = known(state, id)?;
    let (_, open) = text.proposed_correction().ok_or_else(|| Refusal::new("no-correction-open").with("symbol", &text.symbol))?;
    Ok((text, open))
}

fn prepare(
    text: &Text,
    id: TextId,
    language: &Language,
    title: Option<&Line>,
    paragraphs: &BTreeMap<ParagraphId, Paragraph>,
) -> Result<Decision, No> {
    let complete = text.adoption.as_ref().is_some_and(|a| a.digests.contains_key(language));
    let adopted = text.adopted().filter(|_| complete).ok_or(No::unknown("language"))?;
    let mut change =
        Change { title: title.filter(|t| adopted.title.get(language.as_str()) != Some(*t)).cloned(), ..Change::default() };
    for (paragraph, words) in paragraphs {
        let found = adopted.paragraphs.iter().find(|p| p.id == *paragraph);
        let found = found.ok_or_else(|| No::unknown(&format!("paragraphs.{paragraph}")))?;
        if found.words.get(language) != Some(words) {
            change.paragraphs.insert(*paragraph, words.clone());
        }
    }
    let known = text.preparing.get(language);
    if change.is_empty() && known.is_none() {
        return Err(Refusal::new("correction-changes-nothing").with("language", language).into());
    }
    Ok(Decision::events([TextEvent::CorrectionPrepared { text: id, language: language.clone(), change }]))
}

fn propose(state: &State, id: TextId, reason: &InLanguages<Line>, until: Moment) -> Result<Decision, No> {
    let text = unchallenged(state, id)?;
    let (Some(adoption), Some(corrected)) = (&text.adoption, text.prepared()) else {
        return Err(Refusal::new("correction-empty").with("symbol", &text.symbol).into());
    };
    if text.corrections.len() >= limit::CORRECTIONS {
        return Err(Refusal::new("too-many-corrections").with("limit", limit::CORRECTIONS).into());
    }
    let symbol = corrected.symbol.correction(text.corrections.len() + 1).map_err(|problem| Invalid::new("symbol", problem))?;
    if state.texts.by_symbol(&symbol).is_some() {
        return Err(Refusal::new("symbol-taken").with("symbol", symbol).into());
    }
    let all = corrected.digests();
    let digests: BTreeMap<Language, LanguageDigests> =
        text.preparing.keys().filter_map(|l| Some((l.clone(), *all.get(l)?))).collect();
    let mut after = adoption.digests.clone();
    after.extend(digests.clone());
    let to = Digest::of(manifest(&corrected.symbol, &text.authentic, &after).as_bytes());
    // Each version of a text enters the record once.
    if text.issued_corrections().any(|c| c.from == to) {
        return Err(Refusal::new("correction-as-before").with("symbol", &corrected.symbol).into());
    }
    let event = TextEvent::CorrectionProposed { text: id, symbol: symbol.clone(), reason: reason.clone(), until, to, digests };
    let named = Named { id, correction: &symbol, languages: text.preparing.keys(), until };
    let letters = named.letters(state, text, "notice-correction-proposed", None);
    Ok(Decision { letters, ..Decision::events([event]).creating(symbol) })
}

/// Whether an organisation may object: it is seated at the summit, and its category may vote on texts or endorse them.
///
/// # Errors
/// `organisation-not-seated` or `category-may-not`.
pub fn may_object(state: &State, text: &Text, organisation: OrganisationId) -> Result<(), Refusal> {
    procedure::entitled(state, text.summit, organisation, Capability::Vote)
        .or_else(|_| procedure::entitled(state, text.summit, organisation, Capability::Endorse))
}

/// What letters about a correction name.
struct Named<'a, L> {
    id: TextId,
    correction: &'a Symbol,
    languages: L,
    until: Moment,
}

impl<'a, L: Iterator<Item = &'a Language>> Named<'a, L> {
    /// To the contact of every organisation that may object or endorses.
    fn letters(self, state: &State, text: &Text, kind: &'static str, objects: Option<OrganisationId>) -> Vec<Letter> {
        let mut with = vec![
            ("text", self.id.to_string()),
            ("symbol", text.adopted().map_or(&text.symbol, |r| &r.symbol).to_string()),
            ("correction", self.correction.to_string()),
            ("languages", self.languages.map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            ("until", self.until.in_utc()),
        ];
        with.extend(objects.map(|organisation| ("organisation", organisation.to_string())));
        let seated = state.accreditation.seated_organisations(text.summit).map(|(organisation, _)| organisation);
        let told = seated.filter(|organisation| may_object(state, text, *organisation).is_ok());
        let contacts: BTreeSet<PersonId> = told.filter_map(|o| procedure::contact_of(state, text.summit, o)).collect();
        let letter = |to| Letter { to, summit: Some(text.summit), kind, link: None, with: with.clone() };
        contacts.into_iter().map(letter).collect()
    }
}

fn letters(
    state: &State,
    (id, text): (TextId, &Text),
    correction: &Correction,
    kind: &'static str,
    objects: Option<OrganisationId>,
) -> Vec<Letter> {
    let named = Named { id, correction: &correction.symbol, languages: correction.changes.keys(), until: correction.until };
    named.letters(state, text, kind, objects)
}

/// The server itself issues what is due.
pub(crate) fn server_may(command: &crate::Command) -> bool {
    matches!(command, crate::Command::Text(TextCommand::IssueCorrection { .. }))
}

#[cfg(test)]
mod tests;
