//! What somebody asks for, by module. The written name of each command (`request-floor`) is the same in forms, API and shell.
use crate::{
    accreditation::AccreditationCommand, directory::DirectoryCommand, endorsement::EndorsementCommand, floor::FloorCommand,
    poll::PollCommand, presence::PresenceCommand, programme::ProgrammeCommand, registry::RegistryCommand, seat::SeatCommand,
    text::TextCommand,
};
use serde::{Deserialize, Serialize};

/// A well-formed request to change something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Organisations.
    Directory(DirectoryCommand),
    /// Series, summits, venues, meetings, agenda.
    Programme(ProgrammeCommand),
    /// Delegations and their credentials.
    Accreditation(AccreditationCommand),
    /// Seats, invitations, sessions.
    Seat(SeatCommand),
    /// Badges and check-in.
    Presence(PresenceCommand),
    /// Meetings in progress and the list of speakers.
    Floor(FloorCommand),
    /// Joint texts up to adoption.
    Text(TextCommand),
    /// Endorsements of adopted texts.
    Endorsement(EndorsementCommand),
    /// Keys and devices that sign for organisations.
    Registry(RegistryCommand),
    /// Questions put to the vote.
    Poll(PollCommand),
}

/// A client's idempotency id: the same id is carried out once, however often it arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommandId(pub u128);

/// An act recorded by the secretariat for an organisation that wrote or telephoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnPaper {
    /// SHA-256 of the evidence kept as a blob (a scan, a note of the call).
    pub evidence: crate::words::Digest,
}

/// By which way an organisation's act came in; counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// From a signed-in seat of the organisation.
    Device,
    /// Recorded by the secretariat, with the digest of its evidence.
    Paper(crate::words::Digest),
    /// Signed by the organisation's own key; new ways go last, because the stored form counts them.
    Key,
    /// Signed by a delegate's device.
    Passkey,
}

impl Way {
    /// What it proves to others, in order: nothing; that the secretariat holds the evidence; a gesture on this site; a signature made
    /// without this server.
    const fn proof(&self) -> u8 {
        match self {
            Self::Device => 0,
            Self::Paper(_) => 1,
            Self::Passkey => 2,
            Self::Key => 3,
        }
    }
    /// Whether an act made in this way proves more to others than the same act made in another.
    #[must_use]
    pub const fn proves_more_than(&self, other: &Self) -> bool {
        self.proof() > other.proof()
    }
    /// Whether the act stands in the record. What came from a session alone does not: nobody else could check it.
    #[must_use]
    pub const fn enters_record(&self) -> bool {
        !matches!(self, Self::Device)
    }
}

/// What signed an act, once its signature was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignedBy {
    /// The organisation's own key.
    Key,
    /// A delegate's device (a passkey).
    Passkey,
}

impl From<SignedBy> for Way {
    fn from(by: SignedBy) -> Self {
        match by {
            SignedBy::Key => Self::Key,
            SignedBy::Passkey => Self::Passkey,
        }
    }
}
