//! Presence: badges, check-in at a venue or remotely, and who is present where. A representative is present at one place at a
//! time; a badge scanned at two venues is flagged when the second scan arrives, however late, and counts once.
use crate::{
    Actor, Moment, No, State,
    id::{OrganisationId, PersonId, SummitId, VenueId},
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given},
    words::Digest,
};
use serde::{Deserialize, Serialize};

mod attendance;
mod badge;
mod book;
mod scan;
#[cfg(test)]
mod tests;

pub use attendance::{Attendance, Place};
pub(crate) use badge::new_badge;
pub use badge::{Badge, BadgeCode, BadgeEnd, CODE_CHARS};
pub use book::{DoubleScan, Presence, PresenceCount};

/// One scan of a list that a venue kept while it was offline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scan {
    /// The badge's code.
    pub code: BadgeCode,
    /// When it was scanned, by the desk's clock.
    pub at: Moment,
}

/// What can be asked of presence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum PresenceCommand {
    /// Checks a badge in at a venue. Scanned again there, it stays checked in.
    CheckIn {
        /// Where.
        venue: VenueId,
        /// The badge's code.
        code: BadgeCode,
        /// When it was scanned, by the desk's clock; now, where not given or ahead of now.
        #[serde(default)]
        scanned_at: Option<Moment>,
    },
    /// Checks oneself in, taking part from elsewhere.
    CheckInRemote {},
    /// Checks a badge out of a venue.
    CheckOut {
        /// Where.
        venue: VenueId,
        /// The badge's code.
        code: BadgeCode,
        /// When it was scanned, by the desk's clock; now, where not given or ahead of now.
        #[serde(default)]
        scanned_at: Option<Moment>,
    },
    /// Checks oneself out after taking part from elsewhere.
    CheckOutRemote {},
    /// Issues a new badge; the former one and every copy of it die.
    ReissueBadge {
        /// To whom.
        person: PersonId,
    },
    /// Hands in what a venue scanned while it was offline; each scan is judged by its own time and alone.
    SyncScans {
        /// Where.
        venue: VenueId,
        /// The scans, at most [`crate::limit::SCANS_PER_COMMAND`].
        scans: Vec<Scan>,
    },
    /// Closes the flags of a badge that was scanned at two venues, after somebody has looked.
    ClearFlag {
        /// Whose badge.
        person: PersonId,
    },
}

/// Why one scan of a list was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScanRefusal {
    /// No badge has this code.
    Unknown,
    /// A new badge was issued in its place.
    Reissued,
    /// The member was withdrawn.
    Withdrawn,
    /// The delegation is not seated.
    NotSeated,
    /// The badge is for another summit.
    OtherSummit,
}

impl ScanRefusal {
    /// The refusal of the same scan at the desk.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "badge-unknown",
            Self::Reissued => "badge-reissued",
            Self::Withdrawn => "badge-withdrawn",
            Self::NotSeated => "badge-not-seated",
            Self::OtherSummit => "badge-of-other-summit",
        }
    }
}

/// What happened to presence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum PresenceEvent {
    /// Accredited members got their badges.
    BadgesIssued {
        /// For which summit.
        summit: SummitId,
        /// Of which organisation.
        organisation: OrganisationId,
        /// Whose, with the digest of the code.
        badges: Vec<(PersonId, Digest)>,
    },
    /// A new badge replaced the former one.
    BadgeReissued {
        /// Whose.
        person: PersonId,
        /// Digest of the new code.
        badge: Digest,
    },
    /// Badges ended, and with them the presence of their holders.
    BadgesEnded {
        /// Whose.
        people: Vec<PersonId>,
        /// Why.
        reason: BadgeEnd,
    },
    /// Somebody was scanned, or checked in remotely. Where they are is what the newest such time says.
    CheckedIn {
        /// Who.
        person: PersonId,
        /// Where.
        place: Place,
        /// When, by the place's clock.
        at: Moment,
    },
    /// Somebody left.
    CheckedOut {
        /// Who.
        person: PersonId,
        /// Where from.
        place: Place,
        /// When, by the place's clock.
        at: Moment,
    },
    /// A badge was scanned at two venues.
    BadgeFlagged {
        /// Whose.
        person: PersonId,
        /// Where it was known to be.
        first: VenueId,
        /// Where the scan that arrived later was made.
        second: VenueId,
        /// When that scan was made, by the desk's clock.
        at: Moment,
    },
    /// Somebody looked at a person's flags and closed them.
    FlagCleared {
        /// Whose.
        person: PersonId,
    },
    /// One scan of a list was not taken.
    ScanRefused {
        /// At which venue.
        venue: VenueId,
        /// Digest of the code, when it could be one.
        badge: Option<Digest>,
        /// When it was made, by the desk's clock.
        at: Moment,
        /// Why not.
        why: ScanRefusal,
    },
    /// A venue handed in its list; what each scan led to stands before this.
    ScansSynced {
        /// Which venue.
        venue: VenueId,
        /// Scans in the list.
        scans: u32,
        /// Of them, taken.
        taken: u32,
        /// Of them, told nothing new.
        repeated: u32,
        /// Of them, refused.
        refused: u32,
        /// Of them, flagged (taken or not).
        flagged: u32,
    },
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &PresenceCommand) -> Result<(), Denied> {
    match command {
        PresenceCommand::CheckIn { venue, .. }
        | PresenceCommand::CheckOut { venue, .. }
        | PresenceCommand::SyncScans { venue, .. } => {
            crate::authority::only(seat, &[Role::Secretariat, Role::VenueOperator])?;
            if seat.role == Role::VenueOperator {
                return if seat.venue == Some(*venue) { Ok(()) } else { Err(Denied::OutOfScope) };
            }
            in_scope(seat, state.programme.venue(*venue).map(|v| v.summit))
        }
        PresenceCommand::CheckInRemote {} | PresenceCommand::CheckOutRemote {} => crate::authority::only(seat, &[Role::Delegate]),
        PresenceCommand::ReissueBadge { person } | PresenceCommand::ClearFlag { person } => {
            crate::authority::only(seat, &[Role::Secretariat])?;
            in_scope(seat, state.presence.attendance(*person).map(|a| a.summit))
        }
    }
}

fn in_scope(seat: &Seat, summit: Option<SummitId>) -> Result<(), Denied> {
    let fits = seat.summit.is_none() || summit.is_none() || seat.summit == summit;
    if fits { Ok(()) } else { Err(Denied::OutOfScope) }
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &PresenceCommand, given: &Given<'_>) -> Result<Decision, No> {
    match command {
        PresenceCommand::CheckIn { venue, code, scanned_at } => scan::check_in(state, *venue, code, *scanned_at, given.now),
        PresenceCommand::CheckInRemote {} => scan::check_in_remote(state, actor, given.now),
        PresenceCommand::CheckOut { venue, code, scanned_at } => scan::check_out(state, *venue, code, *scanned_at, given.now),
        PresenceCommand::CheckOutRemote {} => scan::check_out_remote(state, actor, given.now),
        PresenceCommand::ReissueBadge { person } => scan::reissue(state, *person, given),
        PresenceCommand::SyncScans { venue, scans } => scan::sync(state, *venue, scans, given.now),
        PresenceCommand::ClearFlag { person } => scan::clear_flag(state, *person),
    }
}
