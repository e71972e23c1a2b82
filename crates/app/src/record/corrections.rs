//! Corrections in the record: a `correct` at the issue, and a minute of each step that leads there, so that anybody can see whether the
//! window was kept.
use super::{Asked, Entered, Pen, Recorder, blobs, digest, refusals::refuses};
use domain::{
    No, State,
    id::{MeetingId, TextId},
    text::{Correction, Revision, Text, TextEvent},
};
use ledger::body::{Content, Correct, MinuteKind};
use serde_json::{Value, json};

/// The entry of a correction, and the version that it makes.
pub(super) fn entry(correction: &Correction) -> Content {
    Content::Correct(Correct {
        symbol: correction.revision.symbol.to_string(),
        from: digest(correction.from),
        to: digest(correction.to),
        languages: correction.changes.keys().map(ToString::to_string).collect(),
    })
}

/// The words of an adopted text before any correction.
pub(super) fn first(text: &Text) -> Option<&Revision> {
    text.revision(text.adoption.as_ref()?.revision)
}

impl Recorder {
    /// What a proposal would bring in must be fit for the record before anybody is asked about it.
    pub(super) fn proposed(asked: &Asked<'_>, id: TextId) -> Result<(), No> {
        let text = asked.state.texts.get(id).ok_or(No::unknown("text"))?;
        let prepared = text.prepared().ok_or(No::unknown("text"))?;
        sound(&blobs::of_revision(text, &prepared))
    }

    /// The entry of a correction that is issued, after those of the versions that this record lacks.
    pub(super) fn issued(&self, asked: &Asked<'_>, id: TextId, pen: &mut Pen<'_>, entered: &mut Entered) -> Result<(), No> {
        let text = asked.state.texts.get(id).ok_or(No::unknown("text"))?;
        let (_, open) = text.proposed_correction().ok_or(No::unknown("text"))?;
        for (content, revision) in self.lacking(text) {
            self.clerk(pen, content, entered)?;
            entered.blobs.extend(blobs::of_revision(text, revision));
        }
        self.clerk(pen, entry(open), entered)?;
        entered.blobs.extend(blobs::of_revision(text, &open.revision));
        Ok(())
    }

    /// The versions of an adopted text that this record has not, in order, each with its words: it may have begun after them.
    pub(super) fn lacking<'a>(&self, text: &'a Text) -> Vec<(Content, &'a Revision)> {
        let lacks = |manifest| self.replay.symbol_of(&digest(manifest)).is_none();
        let mut lacking = Vec::new();
        if let (Some(manifest), Some(revision)) = (text.first_manifest().filter(|m| lacks(*m)), first(text)) {
            lacking.push((Content::Text { symbol: revision.symbol.to_string(), manifest: digest(manifest) }, revision));
        }
        lacking.extend(text.issued_corrections().filter(|c| lacks(c.to)).map(|c| (entry(c), &c.revision)));
        lacking
    }
}

/// A character that some readers do not know yet would be shown differently to different people.
pub(super) fn sound(blobs: &[Vec<u8>]) -> Result<(), No> {
    for pair in blobs.get(1..).unwrap_or_default().chunks(2) {
        let [words, title] = pair else { continue };
        ledger::text::check_text(words).and_then(|_| ledger::text::check_title(title)).map_err(|unfit| refuses(&unfit))?;
    }
    Ok(())
}

/// What a step of a correction adds to the minutes of the meeting that adopted the text. `state` holds the event already; nothing of
/// what people wrote is told.
pub(super) fn minuted(state: &State, event: &TextEvent) -> Option<(MeetingId, MinuteKind, String)> {
    use TextEvent as E;
    let (E::CorrectionProposed { text, .. }
    | E::CorrectionBlocked { text, .. }
    | E::CorrectionWithdrawn { text }
    | E::TextCorrected { text }) = event
    else {
        return None;
    };
    let found = state.texts.get(*text)?;
    let (meeting, correction) = (found.adoption.as_ref()?.meeting, found.corrections.last()?);
    let (step, kind) = match event {
        E::CorrectionProposed { .. } => ("proposed", MinuteKind::Motion),
        E::CorrectionBlocked { .. } => ("blocked", MinuteKind::Motion),
        E::CorrectionWithdrawn { .. } => ("withdrawn", MinuteKind::Motion),
        _ => ("issued", MinuteKind::Ruling),
    };
    let mut said = json!({
        "correction": correction.symbol,
        "step": step,
        "from": correction.from.to_string(),
        "to": correction.to.to_string(),
        "languages": correction.changes.keys().map(ToString::to_string).collect::<Vec<_>>(),
        "until": super::moment(correction.until).as_str(),
    });
    if let E::CorrectionBlocked { organisation, .. } = event {
        said["organisation"] = Value::String(organisation.to_string());
    }
    Some((meeting, kind, said.to_string()))
}
