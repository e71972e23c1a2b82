//! The durable store: one SQLite file in WAL mode, one writing connection, a few reading ones.

mod backup;
mod checkpointer;
mod events;
mod outbox;
mod people;
mod reader;
mod record;
mod schema;
mod trail;
mod writer;

use std::path::Path;
use std::sync::Arc;

use parking_lot::Mutex;
use rusqlite::Connection;

pub use backup::{BackupProgress, VerifyReport, backup, restore, restore_without_record, verify};
pub use reader::Reader;

use crate::limits::{MAX_ID, MAX_PAGE_ROWS};
use crate::{
    AuditEntry, AuditRecord, Batch, EventFeed, EventStore, EventVisitor, Letter, LetterCounts, LetterState, PersonVisitor,
    SideStore, StoreError, check,
};
use writer::Writer;

/// The name of the database inside a data directory.
pub const DATABASE_FILE: &str = "hemicycle.db";
/// The name of the lock inside a data directory; held while a server writes there.
pub const LOCK_FILE: &str = "hemicycle.lock";

/// The store of one data directory, held by the one writer.
///
/// Dropping it, together with every [`Reader`] taken from it, closes the database and lets go of the directory.
#[derive(Debug)]
pub struct SqliteStore {
    writer: Arc<Mutex<Writer>>,
    reader: Reader,
}

impl SqliteStore {
    /// Opens the store of a data directory, creating both where they are missing, and brings its schema up to date.
    ///
    /// # Errors
    /// `InUse` when another server writes there; `NewerSchema` when a newer program did; `NotAStore`; `Io`.
    pub fn open(dir: impl AsRef<Path>) -> Result<Self, StoreError> {
        let dir = dir.as_ref();
        let writer = Arc::new(Mutex::new(Writer::open(dir)?));
        let reader = Reader::of_file(Arc::clone(&writer), dir.join(DATABASE_FILE));
        Ok(Self { writer, reader })
    }

    /// A store in memory, for tests: everything but durability, backup by another process and the lock.
    ///
    /// # Errors
    /// Only when SQLite has no memory.
    pub fn open_in_memory() -> Result<Self, StoreError> {
        let writer = Arc::new(Mutex::new(Writer::in_memory()?));
        let reader = Reader::of_memory(Arc::clone(&writer));
        Ok(Self { writer, reader })
    }

    /// A handle for every other thread: reads on connections of its own while this store writes.
    #[must_use]
    pub fn reader(&self) -> Reader {
        self.reader.clone()
    }

    /// Moves everything from the write-ahead log into the database file and empties the log. Appends that erase do
    /// this by themselves; when a reader stands in the way they try again with the next append.
    /// Answers whether it was done to the end.
    ///
    /// # Errors
    /// Only when the disk fails.
    pub fn checkpoint(&self) -> Result<bool, StoreError> {
        self.writer.lock().checkpoint()
    }

    /// As [`Reader::backup`].
    ///
    /// # Errors
    /// As [`Reader::backup`].
    pub fn backup(&self, dest: impl AsRef<Path>, progress: &mut dyn FnMut(BackupProgress)) -> Result<VerifyReport, StoreError> {
        self.reader.backup(dest, progress)
    }
}

impl EventStore for SqliteStore {
    fn append(&mut self, expected_position: u64, batch: &Batch) -> Result<u64, StoreError> {
        self.writer.lock().append(expected_position, batch)
    }

    fn position(&self) -> Result<u64, StoreError> {
        self.reader.feed_position()
    }

    fn read_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        self.reader.feed_after(after, limit, visit)
    }

    fn save_snapshot(&mut self, position: u64, bytes: &[u8]) -> Result<(), StoreError> {
        self.writer.lock().write(|conn| {
            check::snapshot(position, bytes, events::position(conn)?)?;
            events::save_snapshot(conn, position, bytes)
        })
    }

    fn latest_snapshot(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        self.reader.latest_snapshot()
    }

    fn leaves_from(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        self.reader.feed_leaves(first, limit, visit)
    }

    fn leaf_count(&self) -> Result<u64, StoreError> {
        self.reader.feed_leaf_count()
    }
}

/// The owner of the store may use its side tables directly; all of it is the [`Reader`]'s.
impl SideStore for SqliteStore {
    fn people(&self, visit: &mut PersonVisitor<'_>) -> Result<(), StoreError> {
        self.reader.people(visit)
    }

    fn person(&self, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.reader.person(id)
    }

    fn photo(&self, person: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.reader.photo(person)
    }

    fn letters(&self, state: Option<LetterState>, after: u64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.reader.letters(state, after, limit)
    }

    fn letters_to(&self, people: &[u64], limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.reader.letters_to(people, limit)
    }

    fn letter(&self, id: u64) -> Result<Option<Letter>, StoreError> {
        self.reader.letter(id)
    }

    fn letter_counts(&self) -> Result<LetterCounts, StoreError> {
        self.reader.letter_counts()
    }

    fn due_letters(&self, now_ms: i64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.reader.due_letters(now_ms, limit)
    }

    fn mark_letter_sent(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.reader.mark_letter_sent(id, at_ms)
    }

    fn mark_letter_failed(&self, id: u64, error: &str, next_attempt_ms: Option<i64>) -> Result<(), StoreError> {
        self.reader.mark_letter_failed(id, error, next_attempt_ms)
    }

    fn mark_letter_printed(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.reader.mark_letter_printed(id, at_ms)
    }

    fn retry_letter(&self, id: u64, next_attempt_ms: i64) -> Result<(), StoreError> {
        self.reader.retry_letter(id, next_attempt_ms)
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<AuditRecord>, StoreError> {
        self.reader.audit(after, limit)
    }

    fn put_audit(&self, entries: &[AuditEntry]) -> Result<(), StoreError> {
        self.reader.put_audit(entries)
    }

    fn blob(&self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        self.reader.blob(hash)
    }

    fn put_blob(&self, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        self.reader.put_blob(bytes)
    }
}

/// A number as SQLite stores it.
fn signed(what: &'static str, number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Invalid { what, detail: format!("{number} is above {MAX_ID}") })
}

/// A number as it was before [`signed`].
fn unsigned(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::corrupt(format!("{number} where no number is below zero")))
}

/// The rows of one answer, as SQLite's LIMIT takes them.
fn page(limit: usize) -> i64 {
    i64::try_from(limit.min(MAX_PAGE_ROWS)).unwrap_or(i64::MAX)
}

/// Empties the write-ahead log into the database file; `false` when a reader stood in the way. Does not wait.
fn truncate_wal(conn: &Connection) -> Result<bool, StoreError> {
    conn.busy_timeout(std::time::Duration::ZERO)?;
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    conn.busy_timeout(schema::BUSY_TIMEOUT)?;
    Ok(busy? == 0)
}
