//! The one writing connection and the lock on the data directory.

use std::fs::{File, TryLockError};
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::checkpointer::Checkpointer;
use super::{DATABASE_FILE, LOCK_FILE, events, outbox, people, record, schema, trail, truncate_wal};
use crate::{Batch, StoreError, check};

/// The connection that writes, and what it must remember between transactions.
#[derive(Debug)]
pub(super) struct Writer {
    // Declared before the lock, so that the database is closed before the directory is let go of.
    conn: Connection,
    /// What the disk said when a commit failed; from then on nothing is written.
    failed: Option<String>,
    /// Something was erased whose bytes may still stand in the write-ahead log.
    erasure_pending: bool,
    /// None for a database in memory, which has no log.
    checkpointer: Option<Checkpointer>,
    _lock: Option<File>,
}

impl Writer {
    /// Locks the directory, opens its database and migrates it.
    pub(super) fn open(dir: &Path) -> Result<Self, StoreError> {
        create_private_dir(dir)?;
        // A crash from here on leaves an empty lock file: the system lets go of the lock with the process.
        let lock = lock_dir(dir)?;
        let path = dir.join(DATABASE_FILE);
        // A crash inside the next lines leaves an empty or a partly migrated database; the next start goes on from
        // there, because every migration is a transaction.
        let mut conn = Connection::open(&path)?;
        schema::configure(&conn)?;
        schema::recognise(&conn, &path)?;
        schema::configure_writer(&conn)?;
        schema::migrate(&mut conn, &path)?;
        // A crash between an erasure's commit and its checkpoint left the erased bytes in the log: finish it now.
        truncate_wal(&conn)?;
        // Without this a power cut could lose the new file's name although its content was made durable.
        sync_dir(dir)?;
        let checkpointer = Some(Checkpointer::start(&path, &mut conn)?);
        Ok(Self { conn, failed: None, erasure_pending: false, checkpointer, _lock: Some(lock) })
    }

    /// A database in memory: no lock, no log.
    pub(super) fn in_memory() -> Result<Self, StoreError> {
        let mut conn = Connection::open_in_memory()?;
        schema::configure_writer(&conn)?;
        schema::migrate(&mut conn, Path::new(":memory:"))?;
        Ok(Self { conn, failed: None, erasure_pending: false, checkpointer: None, _lock: None })
    }

    /// The connection, for reading a store in memory, which has no other.
    pub(super) fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Runs one transaction to its durable end.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if let Some(detail) = &self.failed {
            return Err(StoreError::OutcomeUnknown { detail: detail.clone() });
        }
        // IMMEDIATE takes the write lock now: a check inside the transaction cannot be overtaken.
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // A crash while this runs, or an error from it: nothing of the transaction was kept, nobody was answered.
        let done = work(&tx)?;
        if let Err(error) = commit(tx) {
            let detail = error.to_string();
            tracing::error!(%detail, "a commit failed; nothing more is written until the store is reopened");
            self.failed = Some(detail.clone());
            return Err(StoreError::OutcomeUnknown { detail });
        }
        // A crash here: the transaction is durable and the caller was not answered. The caller's retry is recognised
        // by its command's id, which is in the events.
        Ok(done)
    }

    /// Appends a batch; see [`crate::EventStore::append`].
    pub(super) fn append(&mut self, expected: u64, batch: &Batch) -> Result<u64, StoreError> {
        check::batch(batch)?;
        let (position, erased) = self.write(|conn| {
            let actual = events::position(conn)?;
            if actual != expected {
                return Err(StoreError::Conflict { expected, actual });
            }
            let position = events::insert(conn, actual, &batch.events)?;
            let erased = people::write(conn, &batch.people, &batch.photos)?;
            outbox::insert(conn, &batch.outbox)?;
            for blob in &batch.blobs {
                trail::insert_blob(conn, blob)?;
            }
            trail::insert_audit(conn, &batch.audit)?;
            record::insert(conn, batch.first_leaf, position, &batch.leaves)?;
            Ok((position, erased))
        })?;
        if let Some(checkpointer) = &mut self.checkpointer {
            checkpointer.committed(&self.conn);
        }
        self.erasure_pending |= erased;
        if self.erasure_pending {
            self.finish_erasure();
        }
        Ok(position)
    }

    /// Takes erased bytes out of the write-ahead log too. It is best effort here, because the append is durable and
    /// must be answered: what fails now is tried again with the next append, and at the latest when the store is opened.
    fn finish_erasure(&mut self) {
        // A crash here: the erasure is durable, but its old bytes are in the log until the next start empties it.
        match truncate_wal(&self.conn) {
            Ok(done) => self.erasure_pending = !done,
            Err(error) => tracing::warn!(%error, "the log could not be emptied after an erasure; it is tried again"),
        }
    }

    /// Empties the write-ahead log into the database file; `false` when a reader stood in the way.
    pub(super) fn checkpoint(&mut self) -> Result<bool, StoreError> {
        let done = truncate_wal(&self.conn)?;
        if done {
            self.erasure_pending = false;
        }
        Ok(done)
    }
}

/// Commits: the frames go to the log and one fsync makes them durable.
///
/// A crash before the fsync returns may keep the transaction or lose it, whole in both cases; nobody was answered.
fn commit(tx: Transaction<'_>) -> Result<(), rusqlite::Error> {
    tx.commit()
}

/// Creates a directory that only its owner may enter: it will hold personal data. An existing one keeps its rights.
pub(super) fn create_private_dir(dir: &Path) -> Result<(), StoreError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(StoreError::io(dir))
}

/// Takes the exclusive lock on a data directory, held as long as the file stays open.
pub(super) fn lock_dir(dir: &Path) -> Result<File, StoreError> {
    let path = dir.join(LOCK_FILE);
    let mut options = File::options();
    let file = options.create(true).truncate(false).write(true).open(&path).map_err(StoreError::io(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse { dir: dir.to_path_buf() }),
        Err(TryLockError::Error(source)) => Err(StoreError::Io { path, source }),
    }
}

/// Makes the names in a directory durable.
pub(super) fn sync_dir(dir: &Path) -> Result<(), StoreError> {
    // Windows cannot open a directory as a file and journals its names itself.
    if cfg!(unix) {
        File::open(dir).and_then(|file| file.sync_all()).map_err(StoreError::io(dir))?;
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn events(number: usize) -> Batch {
        Batch { events: vec![vec![7; 1_000]; number], ..Batch::default() }
    }

    #[test]
    fn the_writer_syncs_every_commit_and_zeroes_what_it_deletes() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::open(dir.path()).unwrap();
        let number = |pragma| writer.conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((number("synchronous"), number("secure_delete")), (2, 1));
        assert_eq!((number("foreign_keys"), number("page_size")), (1, 4_096));
        assert_eq!(number("application_id"), schema::APPLICATION_ID);
        let journal: String = writer.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(journal, "wal");
    }

    #[test]
    fn a_full_disk_refuses_the_batch_and_keeps_the_log_usable() {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = Writer::open(dir.path()).unwrap();
        assert_eq!(writer.append(0, &events(10)).unwrap(), 10);
        let pages: i64 = writer.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        writer.conn.pragma_update_and_check(None, "max_page_count", pages + 4, |_| Ok(())).unwrap();
        assert!(matches!(writer.append(10, &events(1_000)), Err(StoreError::Database(_))));
        writer.conn.pragma_update_and_check(None, "max_page_count", pages + 10_000, |_| Ok(())).unwrap();
        assert_eq!(writer.append(10, &events(1_000)).unwrap(), 1_010);
    }

    #[test]
    fn after_a_failed_commit_nothing_is_written_until_the_store_is_reopened() {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = Writer::open(dir.path()).unwrap();
        writer.append(0, &events(3)).unwrap();
        // A deferred constraint is the one way to make COMMIT itself fail without breaking the disk.
        let failed = writer.write(|conn| {
            conn.pragma_update(None, "defer_foreign_keys", true)?;
            conn.execute("INSERT INTO person_photo VALUES (9, zeroblob(4096), x'00')", [])?;
            Ok(())
        });
        assert!(matches!(failed, Err(StoreError::OutcomeUnknown { .. })));
        assert!(matches!(writer.append(3, &events(1)), Err(StoreError::OutcomeUnknown { .. })));
        drop(writer);
        assert_eq!(Writer::open(dir.path()).unwrap().append(3, &events(1)).unwrap(), 4);
    }

    #[test]
    fn the_log_is_moved_into_the_file_while_the_writer_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = Writer::open(dir.path()).unwrap();
        let pages = || std::fs::metadata(dir.path().join(DATABASE_FILE)).unwrap().len() / 4_096;
        let (mut position, before) = (0, pages());
        // Somewhat more than the checkpointer waits for, and far less than the writer's own limit.
        while position < 20_000 {
            position = writer.append(position, &events(1_000)).unwrap();
        }
        let moved = (0..3_000).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            pages() > before + 1_000
        });
        assert!(moved, "the database file has {} pages, {before} at the beginning", pages());
        assert_eq!(writer.append(position, &events(1)).unwrap(), position + 1);
        drop(writer);
        assert_eq!(Writer::open(dir.path()).unwrap().append(position + 1, &events(1)).unwrap(), position + 2);
    }

    #[test]
    fn an_interrupted_first_start_is_taken_up_again() {
        let dir = tempfile::tempdir().unwrap();
        File::create(dir.path().join(DATABASE_FILE)).unwrap();
        assert_eq!(Writer::open(dir.path()).unwrap().append(0, &events(1)).unwrap(), 1);
    }
}
