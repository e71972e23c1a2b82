//! The floor: meetings in progress, lists of speakers, the clock, replies and points of order.
pub mod balance;
mod clock;
mod command;
mod minutes;
mod rules;
mod speakers;

pub use clock::Clock;
pub use command::{FloorCommand, FloorEvent, Rank};
pub use minutes::{Minute, Minuted};
pub(crate) use rules::{authorise, decide, in_progress, server_may};
pub use speakers::{Entry, Reply, Requests, Speakers};

use crate::{
    Moment, Recorded,
    command::Way,
    id::{ItemId, MeetingId, OrganisationId, VenueId},
    procedure::Quorum,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// How far a meeting is; one that was never opened has no [`Sitting`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// In progress.
    Open,
    /// Interrupted.
    Suspended,
    /// Over.
    Closed,
}

/// Why the clock stands. It runs when no cause is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The chair stopped it.
    Chair,
    /// The link of the speaker's venue is down.
    Link,
    /// A point of order is to be ruled on.
    PointOfOrder,
    /// The meeting was suspended.
    Suspension,
}

/// What a speech is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeechKind {
    /// From the list of speakers.
    Intervention,
    /// A right of reply.
    Reply,
}

/// A speech under way, or kept for a speaker whose link dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speech {
    /// On which item.
    pub item: ItemId,
    /// Who speaks.
    pub organisation: OrganisationId,
    /// Intervention or reply.
    pub kind: SpeechKind,
    /// From which venue.
    pub venue: Option<VenueId>,
    /// Its clock.
    pub clock: Clock,
    /// Why the clock stands; empty while it runs.
    pub held: BTreeSet<Cause>,
    /// When the floor was first given.
    pub since: Moment,
}

impl Speech {
    fn hold(&mut self, cause: Cause, at: Moment) {
        self.clock.stop(at);
        self.held.insert(cause);
    }
    fn release(&mut self, cause: Cause, at: Moment) {
        self.held.remove(&cause);
        if self.held.is_empty() {
            self.clock.start(at);
        }
    }
}

/// A point of order on which the chair has to rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointOfOrder {
    /// Who raised it.
    pub organisation: OrganisationId,
    /// By which way.
    pub way: Way,
    /// When.
    pub at: Moment,
}

/// A meeting that was opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sitting {
    /// How far it is.
    pub phase: Phase,
    /// When it was opened.
    pub opened: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// The quorum with which it was opened.
    pub quorum: Quorum,
    /// The item under discussion.
    pub item: Option<ItemId>,
    /// The speech under way.
    pub speech: Option<Speech>,
    /// Speeches kept for speakers whose link dropped.
    pub kept: Vec<Speech>,
    /// The point of order to be ruled on.
    pub point_of_order: Option<PointOfOrder>,
    /// Its minutes, in order.
    pub minutes: Vec<Minute>,
}

/// An agenda item that was taken up or whose list was opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Discussion {
    /// When it was taken up.
    pub opened: Option<Moment>,
    /// When it was concluded.
    pub closed: Option<Moment>,
    /// Its list of speakers.
    pub speakers: Speakers,
}

/// Whom the chair is offered as the next speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A speaker whose slot was kept and whose link is back.
    Kept(OrganisationId),
    /// The next on the list whose link is up.
    Listed(OrganisationId),
    /// The list is done: the next who waits to reply.
    Reply(OrganisationId),
}

impl Offer {
    /// The delegation.
    #[must_use]
    pub const fn organisation(self) -> OrganisationId {
        match self {
            Self::Kept(o) | Self::Listed(o) | Self::Reply(o) => o,
        }
    }
}

/// All meetings that were opened and all lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Floor {
    sittings: HashMap<MeetingId, Sitting>,
    discussions: HashMap<ItemId, Discussion>,
    lost: BTreeSet<VenueId>,
    linked: BTreeSet<VenueId>,
}

impl Floor {
    /// A meeting that was opened.
    #[must_use]
    pub fn sitting(&self, meeting: MeetingId) -> Option<&Sitting> {
        self.sittings.get(&meeting)
    }
    /// All meetings that were opened, in no order.
    pub fn sittings(&self) -> impl Iterator<Item = (MeetingId, &Sitting)> {
        self.sittings.iter().map(|(id, s)| (*id, s))
    }
    /// An item that was taken up or whose list was opened.
    #[must_use]
    pub fn discussion(&self, item: ItemId) -> Option<&Discussion> {
        self.discussions.get(&item)
    }
    /// The list of speakers of an item.
    #[must_use]
    pub fn speakers(&self, item: ItemId) -> Option<&Speakers> {
        self.discussions.get(&item).map(|d| &d.speakers)
    }
    /// Whether the link of this venue is down.
    #[must_use]
    pub fn is_link_lost(&self, venue: VenueId) -> bool {
        self.lost.contains(&venue)
    }
    /// Whether this venue was heard of and its link is not down. One that is neither linked nor lost was never heard of.
    #[must_use]
    pub fn is_linked(&self, venue: VenueId) -> bool {
        self.linked.contains(&venue)
    }
    /// The venues whose link is down.
    pub fn lost_links(&self) -> impl Iterator<Item = VenueId> {
        self.lost.iter().copied()
    }
    /// Whom the chair is offered next: a kept speech whose link is back, else the first of the list whose link is up, else,
    /// when the list is empty, the first who waits to reply.
    #[must_use]
    pub fn offer(&self, meeting: MeetingId) -> Option<Offer> {
        let sitting = self.sittings.get(&meeting)?;
        let speakers = self.speakers(sitting.item?)?;
        let up = |venue: Option<VenueId>| venue.is_none_or(|v| !self.lost.contains(&v));
        let kept = sitting.kept.iter().find(|s| up(s.venue)).map(|s| Offer::Kept(s.organisation));
        let listed = || speakers.iter().find(|(_, e)| up(e.venue)).map(|(o, _)| Offer::Listed(o));
        let reply = || {
            let done = speakers.is_empty();
            speakers.replies().find(|r| done && up(r.venue)).map(|r| Offer::Reply(r.organisation))
        };
        kept.or_else(listed).or_else(reply)
    }

    pub(crate) fn evolve(&mut self, event: &FloorEvent, recorded: &Recorded) {
        let at = recorded.at;
        match event {
            FloorEvent::MeetingOpened { meeting, present, needed } => {
                let sitting = Sitting {
                    phase: Phase::Open,
                    opened: at,
                    closed: None,
                    quorum: Quorum { present: *present, needed: *needed },
                    item: None,
                    speech: None,
                    kept: Vec::new(),
                    point_of_order: None,
                    minutes: Vec::new(),
                };
                self.sittings.insert(*meeting, sitting);
            }
            FloorEvent::MeetingSuspended { meeting } => self.in_meeting(*meeting, |s| s.phase = Phase::Suspended),
            FloorEvent::MeetingResumed { meeting } => self.in_meeting(*meeting, |s| s.phase = Phase::Open),
            FloorEvent::MeetingClosed { meeting } => self.in_meeting(*meeting, |s| {
                s.phase = Phase::Closed;
                s.closed = Some(at);
            }),
            FloorEvent::ItemOpened { meeting, item } => {
                self.discussions.entry(*item).or_default().opened = Some(at);
                self.in_meeting(*meeting, |s| s.item = Some(*item));
            }
            FloorEvent::ItemClosed { meeting, item } => {
                let discussion = self.discussions.entry(*item).or_default();
                discussion.closed = Some(at);
                discussion.speakers.requests = Requests::Closed;
                self.in_meeting(*meeting, |s| s.item = None);
            }
            FloorEvent::LinkLost { venue } => {
                self.lost.insert(*venue);
                self.linked.remove(venue);
            }
            FloorEvent::LinkOpened { venue } | FloorEvent::LinkRestored { venue } => {
                self.lost.remove(venue);
                self.linked.insert(*venue);
            }
            FloorEvent::PointOfOrderRaised { meeting, organisation, way } => {
                let point = PointOfOrder { organisation: *organisation, way: *way, at };
                self.in_meeting(*meeting, |s| s.point_of_order = Some(point));
            }
            FloorEvent::PointOfOrderRuled { meeting, .. } => self.in_meeting(*meeting, |s| s.point_of_order = None),
            _ => {
                self.evolve_list(event, at);
                self.evolve_speech(event, at);
            }
        }
        self.minute(event, recorded);
    }

    fn evolve_list(&mut self, event: &FloorEvent, at: Moment) {
        match event {
            FloorEvent::SpeakersOpened { item, limit_seconds, interventions, by_level } => {
                let list = &mut self.discussions.entry(*item).or_default().speakers;
                list.requests = Requests::Open;
                list.limit_seconds = Some(*limit_seconds);
                list.interventions = *interventions;
                list.by_level = *by_level;
            }
            FloorEvent::SpeakersClosed { item } => self.in_list(*item, |l| l.requests = Requests::Closed),
            FloorEvent::FloorRequested { item, organisation, rank, venue, way } => {
                self.in_list(*item, |l| l.add(*organisation, *rank, *way, *venue, at));
            }
            FloorEvent::RequestWithdrawn { item, organisation } => self.in_list(*item, |l| l.remove(*organisation)),
            FloorEvent::SpeakersReordered { item, organisation, place } => {
                self.in_list(*item, |l| l.move_to(*organisation, place.0 as usize));
            }
            FloorEvent::SwapProposed { item, organisation, with, .. } => {
                self.in_list(*item, |l| l.propose_swap(*organisation, *with));
            }
            FloorEvent::SwapDeclined { item, with: from, .. } | FloorEvent::SwapWithdrawn { item, organisation: from, .. } => {
                self.in_list(*item, |l| l.drop_swap(*from));
            }
            FloorEvent::SpeakersSwapped { item, organisation, with } => self.in_list(*item, |l| l.swap(*organisation, *with)),
            FloorEvent::ReplyRequested { item, organisation, venue, way } => {
                let reply = Reply { organisation: *organisation, way: *way, venue: *venue };
                self.in_list(*item, |l| l.add_reply(reply));
            }
            FloorEvent::ReplyWithdrawn { item, organisation } => self.in_list(*item, |l| l.remove_reply(*organisation)),
            FloorEvent::FloorGiven { item, organisation, kind, resumed: false, .. } => self.in_list(*item, |l| {
                match kind {
                    SpeechKind::Intervention => l.remove(*organisation),
                    SpeechKind::Reply => l.remove_reply(*organisation),
                }
                l.count_spoken(*organisation, *kind == SpeechKind::Reply);
            }),
            _ => {}
        }
    }

    fn evolve_speech(&mut self, event: &FloorEvent, at: Moment) {
        match event {
            FloorEvent::FloorGiven { meeting, item, organisation, kind, venue, limit_seconds, resumed } => {
                self.in_meeting(*meeting, |s| {
                    let kept = s.kept.iter().position(|k| *resumed && k.organisation == *organisation).map(|i| s.kept.remove(i));
                    let mut speech = kept.unwrap_or_else(|| Speech {
                        item: *item,
                        organisation: *organisation,
                        kind: *kind,
                        venue: None,
                        clock: Clock::new(*limit_seconds),
                        held: BTreeSet::new(),
                        since: at,
                    });
                    speech.venue = *venue;
                    speech.held.clear();
                    speech.clock.start(at);
                    s.speech = Some(speech);
                });
            }
            FloorEvent::SpeechKept { meeting } => self.in_meeting(*meeting, |s| s.kept.extend(s.speech.take())),
            FloorEvent::ClockPaused { meeting, cause } => self.in_speech(*meeting, |s| s.hold(*cause, at)),
            FloorEvent::ClockResumed { meeting, cause } => self.in_speech(*meeting, |s| s.release(*cause, at)),
            FloorEvent::SpeechExtended { meeting, seconds } => self.in_speech(*meeting, |s| s.clock.extend(*seconds)),
            FloorEvent::SpeechEnded { meeting, organisation, .. } => self.in_meeting(*meeting, |s| {
                if s.speech.as_ref().is_some_and(|speech| speech.organisation == *organisation) {
                    s.speech = None;
                } else {
                    s.kept.retain(|k| k.organisation != *organisation);
                }
            }),
            _ => {}
        }
    }

    fn in_meeting(&mut self, meeting: MeetingId, change: impl FnOnce(&mut Sitting)) {
        if let Some(sitting) = self.sittings.get_mut(&meeting) {
            change(sitting);
        }
    }
    fn in_speech(&mut self, meeting: MeetingId, change: impl FnOnce(&mut Speech)) {
        if let Some(speech) = self.sittings.get_mut(&meeting).and_then(|s| s.speech.as_mut()) {
            change(speech);
        }
    }
    fn in_list(&mut self, item: ItemId, change: impl FnOnce(&mut Speakers)) {
        if let Some(discussion) = self.discussions.get_mut(&item) {
            change(&mut discussion.speakers);
        }
    }
}

#[cfg(test)]
mod tests;
