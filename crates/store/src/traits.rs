use std::ops::ControlFlow;

use crate::{AuditEntry, AuditRecord, Batch, Letter, LetterCounts, LetterState, StoreError};

/// Sees one event: its position and its bytes. `Break` ends the reading.
pub type EventVisitor<'a> = dyn FnMut(u64, &[u8]) -> ControlFlow<()> + 'a;

/// Sees one person: the id and the record. `Break` ends the reading.
pub type PersonVisitor<'a> = dyn FnMut(u64, &[u8]) -> ControlFlow<()> + 'a;

/// The log as its one writer sees it.
pub trait EventStore: Send {
    /// Appends a batch in one durable transaction and answers the new position.
    ///
    /// # Errors
    /// `Conflict` when the log does not stand at `expected_position`; `TooLarge` or `Invalid` when the batch breaks
    /// a limit; `OutcomeUnknown` when the disk failed during the commit. Except for the last, nothing was written.
    fn append(&mut self, expected_position: u64, batch: &Batch) -> Result<u64, StoreError>;

    /// The position of the newest event; 0 for an empty log.
    ///
    /// # Errors
    /// Only when the database cannot be read.
    fn position(&self) -> Result<u64, StoreError>;

    /// Shows the events after a position, oldest first, at most `limit` of them. The visitor may use the store.
    ///
    /// # Errors
    /// `Corrupt` when a position is missing.
    fn read_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError>;

    /// Keeps the folded state as of a position, and lets go of all but the newest two.
    ///
    /// # Errors
    /// `Invalid` when the log has not reached the position; `TooLarge` over the limit.
    fn save_snapshot(&mut self, position: u64, bytes: &[u8]) -> Result<(), StoreError>;

    /// The newest snapshot whose checksum holds, with its position. A damaged one is passed over: a snapshot only
    /// saves time.
    ///
    /// # Errors
    /// Only when the database cannot be read.
    fn latest_snapshot(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError>;

    /// Shows the leaves of the public record from an index on, oldest first, at most `limit` of them.
    ///
    /// # Errors
    /// `Corrupt` when an index is missing.
    fn leaves_from(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError>;

    /// How many leaves the public record has.
    ///
    /// # Errors
    /// Only when the database cannot be read.
    fn leaf_count(&self) -> Result<u64, StoreError>;
}

/// The log as everybody else sees it: readable from any thread while the writer writes.
pub trait EventFeed: Send + Sync {
    /// The position of the newest durable event.
    ///
    /// # Errors
    /// Only when the database cannot be read.
    fn feed_position(&self) -> Result<u64, StoreError>;

    /// As [`EventStore::read_after`].
    ///
    /// # Errors
    /// `Corrupt` when a position is missing.
    fn feed_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError>;

    /// As [`EventStore::leaves_from`].
    ///
    /// # Errors
    /// `Corrupt` when an index is missing.
    fn feed_leaves(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError>;

    /// As [`EventStore::leaf_count`].
    ///
    /// # Errors
    /// Only when the database cannot be read.
    fn feed_leaf_count(&self) -> Result<u64, StoreError>;
}

/// The tables beside the log, usable from any thread. Every write is a durable transaction of its own; what belongs
/// to an event goes into its [`Batch`] instead.
pub trait SideStore: Send + Sync {
    /// Shows every person, in the order of their ids.
    ///
    /// # Errors
    /// Only when the database cannot be read, as in all the reading methods below.
    fn people(&self, visit: &mut PersonVisitor<'_>) -> Result<(), StoreError>;

    /// One person's record; `None` when there is none or it was erased.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn person(&self, id: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// One person's photo.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn photo(&self, person: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// The letters with an id above `after`, in the order of their ids, of one state or of all.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn letters(&self, state: Option<LetterState>, after: u64, limit: usize) -> Result<Vec<Letter>, StoreError>;

    /// The letters to these people, each person's newest first, at most `limit` of all.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn letters_to(&self, people: &[u64], limit: usize) -> Result<Vec<Letter>, StoreError>;

    /// One letter.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn letter(&self, id: u64) -> Result<Option<Letter>, StoreError>;

    /// How many letters are in each state.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn letter_counts(&self) -> Result<LetterCounts, StoreError>;

    /// The waiting letters that are due, the longest due first.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn due_letters(&self, now_ms: i64, limit: usize) -> Result<Vec<Letter>, StoreError>;

    /// Notes that a mail server took the letter.
    ///
    /// # Errors
    /// `NotFound`; `LetterClosed` when it was printed. Marking it sent twice is no error.
    fn mark_letter_sent(&self, id: u64, at_ms: i64) -> Result<(), StoreError>;

    /// Notes a failed attempt: to be tried again at `next_attempt_ms`, or given up when that is `None`.
    ///
    /// # Errors
    /// `NotFound`; `LetterClosed` when it was sent or printed.
    fn mark_letter_failed(&self, id: u64, error: &str, next_attempt_ms: Option<i64>) -> Result<(), StoreError>;

    /// Notes that the secretariat printed or copied the letter.
    ///
    /// # Errors
    /// `NotFound`; `LetterClosed` when it was sent. Printing it again is no error.
    fn mark_letter_printed(&self, id: u64, at_ms: i64) -> Result<(), StoreError>;

    /// Puts a letter that was given up back into the queue.
    ///
    /// # Errors
    /// `NotFound`; `LetterClosed` when it was sent or printed.
    fn retry_letter(&self, id: u64, next_attempt_ms: i64) -> Result<(), StoreError>;

    /// The audit entries with a number above `after`, oldest first.
    ///
    /// # Errors
    /// As [`SideStore::people`].
    fn audit(&self, after: u64, limit: usize) -> Result<Vec<AuditRecord>, StoreError>;

    /// Adds entries to the audit trail for acts that led to no event (a denied one).
    ///
    /// # Errors
    /// `TooLarge` over a limit.
    fn put_audit(&self, entries: &[AuditEntry]) -> Result<(), StoreError>;

    /// The blob with this SHA-256.
    ///
    /// # Errors
    /// `Corrupt` when the stored bytes no longer have it.
    fn blob(&self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Stores a blob, once however often it is put, and answers its SHA-256.
    ///
    /// # Errors
    /// `TooLarge` over the limit.
    fn put_blob(&self, bytes: &[u8]) -> Result<[u8; 32], StoreError>;
}
