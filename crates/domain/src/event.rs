//! What has happened. Events are never rewritten; a changed shape is a new variant at the end.
use crate::{
    Moment, accreditation::AccreditationEvent, command::CommandId, directory::DirectoryEvent, endorsement::EndorsementEvent,
    floor::FloorEvent, id::SeatId, poll::PollEvent, presence::PresenceEvent, programme::ProgrammeEvent, registry::RegistryEvent,
    seat::SeatEvent, text::TextEvent,
};
use serde::{Deserialize, Serialize};

/// One thing that happened. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Organisations.
    Directory(DirectoryEvent),
    /// Series, summits, venues, meetings, agenda.
    Programme(ProgrammeEvent),
    /// Delegations and their credentials.
    Accreditation(AccreditationEvent),
    /// Seats, invitations, sessions.
    Seat(SeatEvent),
    /// Badges and check-in.
    Presence(PresenceEvent),
    /// Meetings in progress and the list of speakers.
    Floor(FloorEvent),
    /// Joint texts up to adoption.
    Text(TextEvent),
    /// Endorsements of adopted texts.
    Endorsement(EndorsementEvent),
    /// Keys and devices that sign for organisations.
    Registry(RegistryEvent),
    /// Questions put to the vote.
    Poll(PollEvent),
}

/// An event in its place: what the log keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Place in the log, counted from 1 without gaps.
    pub position: u64,
    /// When the command was decided.
    pub at: Moment,
    /// Whose command it was; none for the server itself, the local console, or somebody not signed in.
    pub seat: Option<SeatId>,
    /// The command's idempotency id.
    pub command: CommandId,
    /// What happened.
    pub event: Event,
}

macro_rules! from_part {
    ($($variant:ident($part:ty)),* $(,)?) => {$(
        impl From<$part> for Event {
            fn from(part: $part) -> Self { Self::$variant(part) }
        }
    )*};
}
from_part! {
    Directory(DirectoryEvent), Programme(ProgrammeEvent), Accreditation(AccreditationEvent), Seat(SeatEvent),
    Presence(PresenceEvent), Floor(FloorEvent), Text(TextEvent), Endorsement(EndorsementEvent),
    Registry(RegistryEvent), Poll(PollEvent),
}
