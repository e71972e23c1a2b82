//! Reading from any thread while the writer writes, and the side tables' own small writes.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::{Condvar, Mutex};
use rusqlite::{Connection, OpenFlags};

use super::events::{self, Chunk};
use super::writer::Writer;
use super::{BackupProgress, VerifyReport, backup, outbox, people, record, schema, trail};
use crate::letters::Change;
use crate::{
    AuditEntry, AuditRecord, EventFeed, EventVisitor, Letter, LetterCounts, LetterState, PersonVisitor, SideStore, StoreError,
    check,
};

/// How many connections read at once; a further reader waits for one.
const MAX_READ_CONNECTIONS: usize = 8;

/// A cloneable handle for reading the log and the side tables from any thread.
///
/// No call holds a connection while the caller's visitor runs, so a visitor may take its time and may use the store.
/// While a handle lives, the data directory stays locked.
#[derive(Clone, Debug)]
pub struct Reader {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    // Declared before the writer, which closes the database for good.
    source: Source,
    writer: Arc<Mutex<Writer>>,
}

#[derive(Debug)]
enum Source {
    /// A database in memory has one connection for everything.
    Memory,
    File(Pool),
}

#[derive(Debug)]
struct Pool {
    path: PathBuf,
    connections: Mutex<Connections>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Connections {
    idle: Vec<Connection>,
    open: usize,
}

impl Pool {
    /// Takes an idle connection, opens one, or waits for one.
    fn take(&self) -> Result<Connection, StoreError> {
        let mut connections = self.connections.lock();
        loop {
            if let Some(conn) = connections.idle.pop() {
                return Ok(conn);
            }
            if connections.open < MAX_READ_CONNECTIONS {
                let conn = open_for_reading(&self.path)?;
                connections.open += 1;
                return Ok(conn);
            }
            self.returned.wait(&mut connections);
        }
    }

    fn give_back(&self, conn: Connection) {
        self.connections.lock().idle.push(conn);
        self.returned.notify_one();
    }
}

/// Opens a database that is only read; the file must exist.
pub(super) fn open_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    schema::configure(&conn)?;
    Ok(conn)
}

impl Reader {
    pub(super) fn of_file(writer: Arc<Mutex<Writer>>, path: PathBuf) -> Self {
        let pool = Pool { path, connections: Mutex::default(), returned: Condvar::new() };
        Self { inner: Arc::new(Inner { source: Source::File(pool), writer }) }
    }

    pub(super) fn of_memory(writer: Arc<Mutex<Writer>>) -> Self {
        Self { inner: Arc::new(Inner { source: Source::Memory, writer }) }
    }

    /// Runs one short reading.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match &self.inner.source {
            Source::Memory => work(self.inner.writer.lock().connection()),
            Source::File(pool) => {
                let conn = pool.take()?;
                let done = work(&conn);
                pool.give_back(conn);
                done
            }
        }
    }

    fn write<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.inner.writer.lock().write(work)
    }

    fn change_letter(&self, id: u64, change: Change<'_>) -> Result<(), StoreError> {
        self.write(|conn| outbox::change(conn, id, change))
    }

    /// As [`crate::EventStore::latest_snapshot`].
    ///
    /// # Errors
    /// Only when the database cannot be read.
    pub fn latest_snapshot(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        self.read(events::latest_snapshot)
    }

    /// Copies the store, as it stands now, into one new file, while the writer goes on; then verifies the copy.
    /// `progress` is told about every few megabytes.
    ///
    /// # Errors
    /// `Exists` when there is something at `dest`; `Io` or `Database` when the disk fails; `Corrupt` when the store is damaged.
    pub fn backup(&self, dest: impl AsRef<Path>, progress: &mut dyn FnMut(BackupProgress)) -> Result<VerifyReport, StoreError> {
        match &self.inner.source {
            Source::Memory => backup::copy(self.inner.writer.lock().connection(), dest.as_ref(), progress),
            // A connection outside the pool: a backup is long and must not keep the pages waiting.
            Source::File(pool) => backup::copy(&open_for_reading(&pool.path)?, dest.as_ref(), progress),
        }
    }
}

impl EventFeed for Reader {
    fn feed_position(&self) -> Result<u64, StoreError> {
        self.read(events::position)
    }

    fn feed_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        let mut chunk = Chunk::default();
        let mut position = after;
        let mut left = limit;
        while left > 0 {
            let read = self.read(|conn| events::read_chunk(conn, position, left, &mut chunk))?;
            if read == 0 {
                return Ok(());
            }
            left -= read;
            for bytes in chunk.iter() {
                position += 1;
                if visit(position, bytes).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn feed_leaves(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        let mut chunk = Chunk::default();
        let mut index = first;
        let mut left = limit;
        while left > 0 {
            let read = self.read(|conn| record::read_chunk(conn, index, left, &mut chunk))?;
            if read == 0 {
                return Ok(());
            }
            left -= read;
            for bytes in chunk.iter() {
                if visit(index, bytes).is_break() {
                    return Ok(());
                }
                index += 1;
            }
        }
        Ok(())
    }

    fn feed_leaf_count(&self) -> Result<u64, StoreError> {
        self.read(record::count)
    }
}

impl SideStore for Reader {
    fn people(&self, visit: &mut PersonVisitor<'_>) -> Result<(), StoreError> {
        let mut from = 0;
        loop {
            let people = self.read(|conn| people::chunk(conn, from))?;
            let Some((last, _)) = people.last() else { return Ok(()) };
            from = last + 1;
            for (id, record) in &people {
                if let ControlFlow::Break(()) = visit(*id, record) {
                    return Ok(());
                }
            }
        }
    }

    fn person(&self, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|conn| people::person(conn, id))
    }

    fn photo(&self, person: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|conn| people::photo(conn, person))
    }

    fn letters(&self, state: Option<LetterState>, after: u64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.read(|conn| outbox::list(conn, state, after, limit))
    }

    fn letters_to(&self, people: &[u64], limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.read(|conn| outbox::to(conn, people, limit))
    }

    fn letter(&self, id: u64) -> Result<Option<Letter>, StoreError> {
        self.read(|conn| outbox::one(conn, id))
    }

    fn letter_counts(&self) -> Result<LetterCounts, StoreError> {
        self.read(outbox::counts)
    }

    fn due_letters(&self, now_ms: i64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        self.read(|conn| outbox::due(conn, now_ms, limit))
    }

    // A crash between a mail server's answer and this write: the letter is sent again. Twice is better than never.
    fn mark_letter_sent(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Sent { at_ms })
    }

    // A crash before this write: the attempt is not counted and is made again at once.
    fn mark_letter_failed(&self, id: u64, error: &str, next_attempt_ms: Option<i64>) -> Result<(), StoreError> {
        self.change_letter(id, Change::Failed { error, next_attempt_ms })
    }

    // A crash before this write: the letter is still listed to be printed.
    fn mark_letter_printed(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Printed { at_ms })
    }

    fn retry_letter(&self, id: u64, next_attempt_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Retry { next_attempt_ms })
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<AuditRecord>, StoreError> {
        self.read(|conn| trail::audit(conn, after, limit))
    }

    fn put_audit(&self, entries: &[AuditEntry]) -> Result<(), StoreError> {
        check::audit(entries)?;
        self.write(|conn| trail::insert_audit(conn, entries))
    }

    fn blob(&self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|conn| trail::blob(conn, hash))
    }

    // A crash after this write and before the event that refers to it: an unused blob, found again by its hash.
    fn put_blob(&self, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        check::blob(bytes)?;
        self.write(|conn| trail::insert_blob(conn, bytes))
    }
}
