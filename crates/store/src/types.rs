use std::fmt;

use sha2::{Digest, Sha256};

/// Everything that becomes durable together: all of it, or none of it.
///
/// A batch may hold no event (an audit entry of a denied act has none); the position then stays where it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The events, in order; they take the positions after the expected one. Opaque bytes.
    pub events: Vec<Vec<u8>>,
    /// Writes to the people, applied in order.
    pub people: Vec<PersonWrite>,
    /// Photos of people, applied after `people`.
    pub photos: Vec<PhotoWrite>,
    /// Letters to send because of these events.
    pub outbox: Vec<NewLetter>,
    /// Files that the events refer to by hash; one that is stored already is stored once.
    pub blobs: Vec<Vec<u8>>,
    /// Entries of the audit trail.
    pub audit: Vec<AuditEntry>,
    /// Leaves of the public record that these events lead to, in order.
    pub leaves: Vec<Vec<u8>>,
    /// How many leaves the record must hold before these; checked when there are any.
    pub first_leaf: u64,
}

/// A change of one person's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonWrite {
    /// The person's id, at most [`crate::limits::MAX_ID`].
    pub id: u64,
    /// The whole new record; `None` erases the person: the record, the photo, and the address, subject, body and
    /// last error of every letter addressed to that person. Erased bytes leave the disk, not only the table.
    pub record: Option<Vec<u8>>,
}

/// A change of one person's photo, kept apart from the record so that reading all people stays quick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoWrite {
    /// The person's id. The person must have a record.
    pub person: u64,
    /// The whole new photo; `None` erases it.
    pub photo: Option<Vec<u8>>,
}

/// A letter to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLetter {
    /// The letter's id, unique for ever; `None` takes the next free one.
    pub id: Option<u64>,
    /// The person it is for; erasing that person empties the letter.
    pub recipient_person: Option<u64>,
    /// Where it goes.
    pub to_address: String,
    /// The language it is written in (BCP 47).
    pub language: String,
    /// What it is (`invitation`, `receipt`, …), for the outbox's filters.
    pub kind: String,
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// When it was written, in milliseconds since 1970 UTC; it is due at once.
    pub created_ms: i64,
}

/// A letter in the outbox and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter's id.
    pub id: u64,
    /// The person it is for.
    pub recipient_person: Option<u64>,
    /// Where it goes; empty once the person was erased.
    pub to_address: String,
    /// The language it is written in (BCP 47).
    pub language: String,
    /// What it is.
    pub kind: String,
    /// The subject line; empty once the person was erased.
    pub subject: String,
    /// The text; empty once the person was erased.
    pub body: String,
    /// When it was written, in milliseconds since 1970 UTC.
    pub created_ms: i64,
    /// How far it has come.
    pub state: LetterState,
    /// How many attempts to send it have failed.
    pub attempts: u32,
    /// When it is next due, in milliseconds since 1970 UTC; meaningful while it waits.
    pub next_attempt_ms: i64,
    /// What the last failed attempt said, at most [`crate::limits::MAX_LETTER_ERROR_BYTES`].
    pub last_error: Option<String>,
    /// When it was sent or printed, in milliseconds since 1970 UTC.
    pub sent_ms: Option<i64>,
}

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterState {
    /// It will be tried when it is due; it may have failed before.
    Waiting,
    /// A mail server took it.
    Sent,
    /// Given up: the secretariat should print it, or have it tried again.
    Failed,
    /// Printed or copied by the secretariat, to go by another way.
    Printed,
}

impl LetterState {
    /// Every state, in the order of the numbers they are stored as.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Sent, Self::Failed, Self::Printed];

    /// Whether nothing more happens to the letter.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Sent | Self::Printed)
    }
}

impl fmt::Display for LetterState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Printed => "printed",
        })
    }
}

/// How many letters are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterCounts {
    /// Letters that will be tried.
    pub waiting: u64,
    /// Letters a mail server took.
    pub sent: u64,
    /// Letters given up.
    pub failed: u64,
    /// Letters printed by the secretariat.
    pub printed: u64,
}

impl LetterCounts {
    /// Counts `number` letters in `state`.
    pub(crate) fn add(&mut self, state: LetterState, number: u64) {
        match state {
            LetterState::Waiting => self.waiting += number,
            LetterState::Sent => self.sent += number,
            LetterState::Failed => self.failed += number,
            LetterState::Printed => self.printed += number,
        }
    }
}

/// One entry for the audit trail: who did, or was denied, what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// The seat that acted, if anybody was signed in.
    pub seat: Option<u64>,
    /// The act.
    pub act: String,
    /// Why it was denied, or what is to be remembered about it.
    pub reason: String,
    /// The network address it came from.
    pub address: Option<String>,
}

/// An entry of the audit trail with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// The entry's number, rising.
    pub id: u64,
    /// The entry.
    pub entry: AuditEntry,
}

/// The name of a blob: the SHA-256 of its bytes.
#[must_use]
pub fn blob_hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
