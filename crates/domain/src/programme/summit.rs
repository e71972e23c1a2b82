//! The series of summits, and each summit: convened, amended, closed; its rules.
use super::{Date, MeetingId, Precedence, Programme, ProgrammeEvent, VenueId};
use crate::{
    FieldProblem, Invalid, Moment, No, Refusal, State,
    floor::Phase,
    id::{OrganisationId, SummitId},
    language::{InLanguages, Language},
    limit,
    profile::Profile,
    state::Decision,
    words::Line,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What the secretariat writes down of a summit when it convenes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummitDetails {
    /// What it is about.
    pub themes: InLanguages<Line>,
    /// First day, at the main venue.
    pub opens: Date,
    /// Last day, at the main venue.
    pub closes: Date,
    /// The organisations that convene it: one or more, of the directory.
    pub conveners: Vec<OrganisationId>,
    /// Official languages.
    pub languages: Vec<Language>,
}

/// Whether the binding acts of a summit must carry a signature that anybody can check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signatures {
    /// A signed-in session is enough: for a small event without keys. Such acts stand apart from the verifiable record.
    #[default]
    Session,
    /// Every endorsement, withdrawal and vote is signed by a delegate's device or the organisation's key, or comes on paper.
    Required,
}

impl Signatures {
    /// The written form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Required => "required",
        }
    }
}

/// A summit with what has been settled for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summit {
    /// What the secretariat wrote down.
    pub details: SummitDetails,
    /// When it was closed for good; a closed summit is an archive.
    pub closed: Option<Moment>,
    /// Its rules of procedure.
    pub rules: Profile,
    /// Whether binding acts must be signed.
    pub signatures: Signatures,
    /// The lot that was drawn for its order of precedence.
    pub precedence: Option<Precedence>,
    pub(super) main: Option<VenueId>,
    pub(super) venues: Vec<VenueId>,
    pub(super) meetings: Vec<MeetingId>,
}

impl Summit {
    pub(super) fn new(details: SummitDetails) -> Self {
        Self {
            details,
            closed: None,
            rules: Profile::default(),
            signatures: Signatures::default(),
            precedence: None,
            main: None,
            venues: Vec::new(),
            meetings: Vec::new(),
        }
    }
    /// The main venue, once there is one.
    #[must_use]
    pub const fn main_venue(&self) -> Option<VenueId> {
        self.main
    }
    /// Its venues in order of entry.
    #[must_use]
    pub fn venues(&self) -> &[VenueId] {
        &self.venues
    }
    /// Its meetings in order of entry, cancelled ones too.
    #[must_use]
    pub fn meetings(&self) -> &[MeetingId] {
        &self.meetings
    }
}

/// A summit that is still open to change.
pub(super) fn open<'a>(programme: &'a Programme, id: SummitId, field: &str) -> Result<&'a Summit, No> {
    let summit = programme.summit(id).ok_or_else(|| No::unknown(field))?;
    if summit.closed.is_some() {
        return Err(Refusal::new("summit-closed").with("summit", id).into());
    }
    Ok(summit)
}

pub(super) fn convene(state: &State, details: &SummitDetails) -> Result<Decision, No> {
    let programme = &state.programme;
    if programme.summits.len() >= limit::SUMMITS {
        return Err(Refusal::new("too-many-summits").with("limit", limit::SUMMITS).into());
    }
    check(state, details)?;
    let id = programme.next_summit();
    Ok(Decision::events([ProgrammeEvent::SummitConvened { id, summit: details.clone() }]).creating(id))
}

pub(super) fn amend(state: &State, id: SummitId, details: &SummitDetails) -> Result<Decision, No> {
    let programme = &state.programme;
    let summit = open(programme, id, "id")?;
    check(state, details)?;
    // Meetings never fall outside the summit: whoever shortens it moves or cancels them first.
    for &meeting in &summit.meetings {
        if let Some(m) = programme.meeting(meeting).filter(|m| m.cancelled.is_none())
            && !super::meeting::within(programme, summit, details, m.start, &m.zone)
        {
            return Err(Refusal::new("meeting-outside-summit")
                .with("meeting", meeting)
                .with("opens", details.opens)
                .with("closes", details.closes)
                .into());
        }
    }
    Ok(Decision::events([ProgrammeEvent::SummitAmended { id, summit: details.clone() }]))
}

pub(super) fn close(state: &State, id: SummitId) -> Result<Decision, No> {
    let summit = open(&state.programme, id, "summit")?;
    // It is for good, and could be pressed in the middle of a debate.
    let sits = |meeting: &MeetingId| state.floor.sitting(*meeting).is_some_and(|sitting| sitting.phase != Phase::Closed);
    if let Some(meeting) = summit.meetings.iter().find(|meeting| sits(meeting)) {
        return Err(Refusal::new("summit-meeting-in-progress").with("meeting", meeting).into());
    }
    Ok(Decision::events([ProgrammeEvent::SummitClosed { id }]))
}

pub(super) fn set_rules(state: &State, id: SummitId, rules: &Profile) -> Result<Decision, No> {
    open(&state.programme, id, "summit")?;
    rules.check().map_err(|i| Invalid { field: format!("rules.{}", i.field), ..i })?;
    Ok(Decision::events([ProgrammeEvent::RulesSet { summit: id, rules: rules.clone() }]))
}

pub(super) fn set_signatures(state: &State, id: SummitId, signatures: Signatures) -> Result<Decision, No> {
    let summit = open(&state.programme, id, "summit")?;
    let mut texts = state.texts.iter().filter(|(_, t)| t.summit == id);
    // Who acted under one rule is not counted under another.
    if summit.signatures != signatures && texts.any(|(text, _)| state.endorsements.of(text).is_some()) {
        return Err(Refusal::new("acts-made-already").with("summit", id).into());
    }
    Ok(Decision::events([ProgrammeEvent::SignaturesSet { summit: id, signatures }]))
}

fn check(state: &State, details: &SummitDetails) -> Result<(), No> {
    if details.closes < details.opens {
        return Err(Refusal::new("summit-closes-before-it-opens").with("opens", details.opens).into());
    }
    if details.conveners.is_empty() {
        return Err(Invalid::new("conveners", FieldProblem::Empty).into());
    }
    if details.conveners.len() > limit::CONVENERS {
        return Err(Invalid::new("conveners", FieldProblem::TooMany { limit: limit::CONVENERS }).into());
    }
    let mut seen = HashSet::new();
    for (index, id) in details.conveners.iter().enumerate() {
        let field = format!("conveners.{index}");
        state.directory.get(*id).ok_or_else(|| No::unknown(&field))?;
        if !seen.insert(id) {
            return Err(Invalid::new(&field, FieldProblem::Taken).into());
        }
    }
    if details.languages.is_empty() {
        return Err(Invalid::new("languages", FieldProblem::Empty).into());
    }
    Ok(languages(&details.languages)?)
}

/// A list of languages is bounded and names each once.
pub(super) fn languages(list: &[Language]) -> Result<(), Invalid> {
    if list.len() > limit::LANGUAGES {
        return Err(Invalid::new("languages", FieldProblem::TooMany { limit: limit::LANGUAGES }));
    }
    let repeated = (1..list.len()).find(|&i| list[..i].contains(&list[i]));
    repeated.map_or(Ok(()), |i| Err(Invalid::new(&format!("languages.{i}"), FieldProblem::Taken)))
}
