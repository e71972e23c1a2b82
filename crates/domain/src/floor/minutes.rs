//! The minutes of one meeting: what the chair did and ruled, in order, for the pages of the floor.
use super::{Cause, FloorEvent, Sitting};
use crate::{
    Moment, Recorded,
    id::{ItemId, MeetingId, OrganisationId, PollId},
    limit,
    poll::PollEvent,
};
use serde::{Deserialize, Serialize};

/// One line of the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// Its place in the log.
    pub position: u64,
    /// When.
    pub at: Moment,
    /// What.
    pub what: Minuted,
}

/// What is minuted. Requests and withdrawals stand on the list itself and are not minuted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Minuted {
    /// The meeting was opened.
    Opened,
    /// It was suspended.
    Suspended,
    /// It was resumed.
    Resumed,
    /// It was closed.
    Closed,
    /// An item was taken up.
    ItemOpened(ItemId),
    /// An item was concluded.
    ItemClosed(ItemId),
    /// A delegation was given the floor.
    FloorGiven(OrganisationId),
    /// A speech ended after this time, in milliseconds.
    SpeechEnded(OrganisationId, u64),
    /// The speaker was given this many more seconds.
    SpeechExtended(u32),
    /// The clock was stopped.
    ClockPaused(Cause),
    /// A cause for which the clock stood fell away.
    ClockResumed(Cause),
    /// A point of order was raised.
    PointOfOrderRaised(OrganisationId),
    /// The chair ruled on it: upheld or not.
    PointOfOrderRuled(OrganisationId, bool),
    /// A question was put to the vote.
    PollOpened(PollId),
    /// The voting ended.
    PollLocked(PollId),
    /// The result was declared: carried or not.
    ResultDeclared(PollId, bool),
    /// The voting was given up.
    PollCancelled(PollId),
    /// A delegation had its intention minuted.
    IntentionNoted(PollId, OrganisationId),
}

impl Minuted {
    /// What an event adds to which meeting's minutes.
    fn of(event: &FloorEvent) -> Option<(MeetingId, Self)> {
        use FloorEvent as E;
        let (meeting, what) = match event {
            E::MeetingOpened { meeting, .. } => (meeting, Self::Opened),
            E::MeetingSuspended { meeting } => (meeting, Self::Suspended),
            E::MeetingResumed { meeting } => (meeting, Self::Resumed),
            E::MeetingClosed { meeting } => (meeting, Self::Closed),
            E::ItemOpened { meeting, item } => (meeting, Self::ItemOpened(*item)),
            E::ItemClosed { meeting, item } => (meeting, Self::ItemClosed(*item)),
            E::FloorGiven { meeting, organisation, .. } => (meeting, Self::FloorGiven(*organisation)),
            E::SpeechEnded { meeting, organisation, spent_ms } => (meeting, Self::SpeechEnded(*organisation, *spent_ms)),
            E::SpeechExtended { meeting, seconds } => (meeting, Self::SpeechExtended(seconds.0)),
            E::ClockPaused { meeting, cause } => (meeting, Self::ClockPaused(*cause)),
            E::ClockResumed { meeting, cause } => (meeting, Self::ClockResumed(*cause)),
            E::PointOfOrderRaised { meeting, organisation, .. } => (meeting, Self::PointOfOrderRaised(*organisation)),
            E::PointOfOrderRuled { meeting, organisation, upheld } => (meeting, Self::PointOfOrderRuled(*organisation, *upheld)),
            _ => return None,
        };
        Some((*meeting, what))
    }
}

impl super::Floor {
    /// Writes an event into its meeting's minutes; beyond [`limit::MINUTES`] lines the log alone keeps it.
    pub(super) fn minute(&mut self, event: &FloorEvent, recorded: &Recorded) {
        if let Some((meeting, what)) = Minuted::of(event) {
            self.write_minute(meeting, what, recorded);
        }
    }
    /// Writes what happened in a poll into its meeting's minutes; single votes are not minuted.
    pub(crate) fn minute_poll(&mut self, meeting: MeetingId, event: &PollEvent, recorded: &Recorded) {
        use PollEvent as E;
        let what = match event {
            E::PollOpened { id, .. } => Minuted::PollOpened(*id),
            E::PollLocked { poll, .. } => Minuted::PollLocked(*poll),
            E::ResultDeclared { poll, carried, .. } => Minuted::ResultDeclared(*poll, *carried),
            E::PollCancelled { poll, .. } => Minuted::PollCancelled(*poll),
            E::IntentionNoted { poll, organisation, .. } => Minuted::IntentionNoted(*poll, *organisation),
            E::VoteCast { .. } | E::CalledNext { .. } => return,
        };
        self.write_minute(meeting, what, recorded);
    }
    fn write_minute(&mut self, meeting: MeetingId, what: Minuted, recorded: &Recorded) {
        self.in_meeting(meeting, |sitting: &mut Sitting| {
            if sitting.minutes.len() < limit::MINUTES {
                sitting.minutes.push(Minute { position: recorded.position, at: recorded.at, what });
            }
        });
    }
}
