//! Meetings: when and where, written in the venue's own wall-clock time and kept in UTC with the zone it was written in.
use super::{Keynote, Programme, ProgrammeEvent, Summit, SummitDetails, WallClock, Zone, summit};
use crate::{
    Invalid, Moment, No, Refusal, State,
    id::{ItemId, MeetingId, SummitId, VenueId},
    language::Names,
    limit,
    state::{Decision, Given},
    words::Line,
};
use serde::{Deserialize, Serialize};

/// What kind of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    /// All delegations.
    Plenary,
    /// Heads of organisations.
    HighLevelMeeting,
    /// On one subject.
    ThematicBriefing,
    /// Beside the programme proper.
    SideEvent,
    /// For the media.
    PressConference,
}

impl MeetingKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Plenary, Self::HighLevelMeeting, Self::ThematicBriefing, Self::SideEvent, Self::PressConference];
    /// The written form, as in forms and translations (`meeting-kind-side-event`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plenary => "plenary",
            Self::HighLevelMeeting => "high-level-meeting",
            Self::ThematicBriefing => "thematic-briefing",
            Self::SideEvent => "side-event",
            Self::PressConference => "press-conference",
        }
    }
}

/// A meeting as somebody writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingPlan {
    /// What kind.
    pub kind: MeetingKind,
    /// Its title, in one or more languages.
    pub titles: Names,
    /// Where; its summit is the meeting's.
    pub venue: VenueId,
    /// When it begins, on the wall clock.
    pub start: WallClock,
    /// When it ends, on the wall clock.
    pub end: WallClock,
    /// The zone of both; the venue's unless stated.
    #[serde(default)]
    pub zone: Option<Zone>,
}

/// A meeting as it was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDetails {
    /// Of which summit; stays.
    pub summit: SummitId,
    /// What kind.
    pub kind: MeetingKind,
    /// Its title.
    pub titles: Names,
    /// Where.
    pub venue: VenueId,
    /// When it begins.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The zone in which both were written.
    pub zone: Zone,
}

/// A meeting with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Of which summit.
    pub summit: SummitId,
    /// What kind.
    pub kind: MeetingKind,
    /// Its title.
    pub titles: Names,
    /// Where.
    pub venue: VenueId,
    /// When it begins.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The zone in which both were written.
    pub zone: Zone,
    /// When it was cancelled, and why; a cancelled meeting stays on the programme as such.
    pub cancelled: Option<Cancelled>,
    /// Agenda items in their order.
    pub items: Vec<ItemId>,
    /// Keynotes in their order, outside the list of speakers.
    pub keynotes: Vec<Keynote>,
    /// How often its entry changed since it was scheduled.
    pub revision: u32,
    /// When its entry last changed.
    pub changed: Moment,
}

/// That a meeting will not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// When that was decided.
    pub at: Moment,
    /// Why, if it was said.
    pub reason: Option<Line>,
}

impl Meeting {
    pub(super) fn new(details: MeetingDetails, at: Moment) -> Self {
        let MeetingDetails { summit, kind, titles, venue, start, end, zone } = details;
        let (items, keynotes) = (Vec::new(), Vec::new());
        Self { summit, kind, titles, venue, start, end, zone, cancelled: None, items, keynotes, revision: 0, changed: at }
    }
    pub(super) fn amend(&mut self, details: MeetingDetails) {
        let MeetingDetails { summit: _, kind, titles, venue, start, end, zone } = details;
        (self.kind, self.titles, self.venue) = (kind, titles, venue);
        (self.start, self.end, self.zone) = (start, end, zone);
    }
    pub(super) fn touch(&mut self, at: Moment) {
        self.revision = self.revision.saturating_add(1);
        self.changed = at;
    }
}

/// A meeting that may still be changed: of an open summit, not cancelled.
pub(super) fn open<'a>(programme: &'a Programme, id: MeetingId, field: &str) -> Result<&'a Meeting, No> {
    let meeting = programme.meeting(id).ok_or_else(|| No::unknown(field))?;
    summit::open(programme, meeting.summit, "summit")?;
    if meeting.cancelled.is_some() {
        return Err(Refusal::new("meeting-cancelled").with("meeting", id).into());
    }
    Ok(meeting)
}

pub(super) fn schedule(state: &State, plan: &MeetingPlan) -> Result<Decision, No> {
    let programme = &state.programme;
    let details = placed(programme, plan, None)?;
    let summit = summit::open(programme, details.summit, "summit")?;
    if summit.main.is_none() {
        return Err(Refusal::new("no-main-venue").into());
    }
    if summit.meetings.len() >= limit::MEETINGS {
        return Err(Refusal::new("too-many-meetings").with("limit", limit::MEETINGS).into());
    }
    let id = programme.next_meeting();
    Ok(Decision::events([ProgrammeEvent::MeetingScheduled { id, meeting: details }]).creating(id))
}

pub(super) fn amend(state: &State, id: MeetingId, plan: &MeetingPlan, given: &Given<'_>) -> Result<Decision, No> {
    let programme = &state.programme;
    let former = open(programme, id, "id")?;
    let details = placed(programme, plan, Some(id))?;
    if details.summit != former.summit {
        return Err(Refusal::new("meeting-stays-in-summit").with("summit", former.summit).into());
    }
    let moved = (details.venue, details.start, details.end) != (former.venue, former.start, former.end);
    if moved && given.now >= former.end {
        return Err(Refusal::new("meeting-over").with("meeting", id).into());
    }
    Ok(Decision::events([ProgrammeEvent::MeetingAmended { id, meeting: details }]))
}

pub(super) fn cancel(state: &State, id: MeetingId, reason: Option<&Line>, given: &Given<'_>) -> Result<Decision, No> {
    let meeting = open(&state.programme, id, "meeting")?;
    if given.now >= meeting.end {
        return Err(Refusal::new("meeting-over").with("meeting", id).into());
    }
    Ok(Decision::events([ProgrammeEvent::MeetingCancelled { id, reason: reason.cloned() }]))
}

/// Turns wall-clock times into moments and checks that the venue is free then.
fn placed(programme: &Programme, plan: &MeetingPlan, own: Option<MeetingId>) -> Result<MeetingDetails, No> {
    let venue = programme.venue(plan.venue).ok_or(No::unknown("venue"))?;
    let summit = summit::open(programme, venue.summit, "summit")?;
    let zone = plan.zone.as_ref().unwrap_or(&venue.zone);
    let start = plan.start.moment(zone).map_err(|p| Invalid::new("start", p))?;
    let end = plan.end.moment(zone).map_err(|p| Invalid::new("end", p))?;
    if end <= start {
        return Err(Refusal::new("meeting-ends-before-it-begins").with("start", plan.start).into());
    }
    if end.ms_since(start) > limit::MEETING_HOURS.unsigned_abs() * 3_600_000 {
        return Err(Refusal::new("meeting-too-long").with("limit", limit::MEETING_HOURS).into());
    }
    if !within(programme, summit, &summit.details, start, zone) {
        return Err(Refusal::new("meeting-outside-summit")
            .with("meeting", own.map(|m| m.to_string()).unwrap_or_default())
            .with("opens", summit.details.opens)
            .with("closes", summit.details.closes)
            .into());
    }
    let taken = summit.meetings.iter().filter(|id| Some(**id) != own).find_map(|id| {
        let other = programme.meeting(*id).filter(|m| m.venue == plan.venue && m.cancelled.is_none())?;
        (start < other.end && other.start < end).then_some((*id, other))
    });
    if let Some((id, other)) = taken {
        return Err(Refusal::new("venue-taken-then")
            .with("meeting", id)
            .with("from", WallClock::at(zone, other.start))
            .with("to", WallClock::at(zone, other.end))
            .into());
    }
    let (kind, titles) = (plan.kind, plan.titles.clone());
    Ok(MeetingDetails { summit: venue.summit, kind, titles, venue: plan.venue, start, end, zone: zone.clone() })
}

/// Whether a meeting begins on a day of the summit, by its own clock or the main venue's: a day begins hours earlier in the east.
pub(super) fn within(programme: &Programme, summit: &Summit, details: &SummitDetails, start: Moment, zone: &Zone) -> bool {
    let main = summit.main.and_then(|m| programme.venue(m)).map_or(zone, |v| &v.zone);
    let days = details.opens..=details.closes;
    days.contains(&zone.date(start)) || days.contains(&main.date(start))
}
