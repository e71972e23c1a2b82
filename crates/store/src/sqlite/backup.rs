//! Copies of the store: made while it runs, verified, and put back into an empty place.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::reader::open_for_reading;
use super::writer::{create_private_dir, lock_dir, sync_dir};
use super::{DATABASE_FILE, schema, unsigned};
use crate::{StoreError, blob_hash};

/// How many pages one step copies: 4 MiB.
const PAGES_PER_STEP: i32 = 1_024;
/// How often a step that found the database busy is repeated, every 10 ms.
const MAX_BUSY_STEPS: u32 = 1_000;

/// How far a copy has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupProgress {
    /// Bytes copied.
    pub copied_bytes: u64,
    /// Bytes in all.
    pub total_bytes: u64,
}

/// What a store holds, counted while it was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyReport {
    /// The number of its schema.
    pub schema: u32,
    /// The position of the newest event.
    pub position: u64,
    /// How many people have a record.
    pub people: u64,
    /// How many letters the outbox holds.
    pub letters: u64,
    /// How many blobs there are.
    pub blobs: u64,
    /// How many audit entries there are.
    pub audit: u64,
}

/// Backs up a data directory from another process than the one that writes there, or from none; see
/// [`super::Reader::backup`].
///
/// # Errors
/// As [`super::Reader::backup`]; `NotAStore` when there is no store.
pub fn backup(
    data_dir: impl AsRef<Path>,
    dest: impl AsRef<Path>,
    progress: &mut dyn FnMut(BackupProgress),
) -> Result<VerifyReport, StoreError> {
    let path = database_of(data_dir.as_ref())?;
    let conn = open_for_reading(&path)?;
    recognised(&conn, &path)?;
    copy(&conn, dest.as_ref(), progress)
}

/// Verifies a store: a data directory, or one database file such as a backup. Reads all of it: the database's own
/// integrity check, the references, positions without gaps, the hash of every blob.
///
/// # Errors
/// `Corrupt` with what is wrong; `NotAStore`; `NewerSchema`.
pub fn verify(path: impl AsRef<Path>) -> Result<VerifyReport, StoreError> {
    let path = database_of(path.as_ref())?;
    verify_connection(&open_for_reading(&path)?, &path)
}

/// Puts a backup into a data directory that holds no store yet, and verifies what it put there.
///
/// # Errors
/// `Exists` when the directory holds a store; `InUse` when a server runs there; as [`verify`] for the backup.
pub fn restore(backup_file: impl AsRef<Path>, data_dir: impl AsRef<Path>) -> Result<VerifyReport, StoreError> {
    let (source_path, dir) = (database_of(backup_file.as_ref())?, data_dir.as_ref());
    let source = open_for_reading(&source_path)?;
    // Before anything is created, so that a bad backup leaves no trace in the directory.
    verify_connection(&source, &source_path)?;
    create_private_dir(dir)?;
    let _lock = lock_dir(dir)?;
    // An orphaned log would be replayed into the restored database.
    for suffix in ["-wal", "-journal"] {
        let path = dir.join(format!("{DATABASE_FILE}{suffix}"));
        if path.exists() {
            return Err(StoreError::Exists { path });
        }
    }
    // A crash from here on leaves at most a `.partial` file, which the next attempt replaces: the store appears
    // under its name whole or not at all.
    copy(&source, &dir.join(DATABASE_FILE), &mut |_| {})
}

/// Copies a store into a directory that holds none, without the leaves of its public record: what another record begins from.
///
/// # Errors
/// As [`restore`].
pub fn restore_without_record(source: impl AsRef<Path>, data_dir: impl AsRef<Path>) -> Result<VerifyReport, StoreError> {
    let dir = data_dir.as_ref();
    let report = restore(source, dir)?;
    let _lock = lock_dir(dir)?;
    // A crash before this line leaves a copy that is whole, with the former record.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(dir.join(DATABASE_FILE), flags)?.execute("DELETE FROM leaf", [])?;
    Ok(report)
}

/// The database file meant by a path.
fn database_of(path: &Path) -> Result<PathBuf, StoreError> {
    let file = if path.is_dir() { path.join(DATABASE_FILE) } else { path.to_path_buf() };
    if file.is_file() {
        return Ok(file);
    }
    Err(StoreError::NotAStore { path: file, detail: "there is no such file".to_owned() })
}

/// Refuses what is not a finished store; answers its schema.
fn recognised(conn: &Connection, path: &Path) -> Result<u32, StoreError> {
    match schema::recognise(conn, path)? {
        0 => Err(StoreError::NotAStore { path: path.to_path_buf(), detail: "it is empty".to_owned() }),
        schema => Ok(schema),
    }
}

/// Copies the state that `source` sees now into a new file.
pub(super) fn copy(
    source: &Connection,
    dest: &Path,
    progress: &mut dyn FnMut(BackupProgress),
) -> Result<VerifyReport, StoreError> {
    let exists = || StoreError::Exists { path: dest.to_path_buf() };
    if dest.exists() {
        return Err(exists());
    }
    let mut partial = dest.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    // A crash below leaves the partial file, which is never taken for a backup and goes with the next attempt.
    remove_if_there(&partial)?;
    let report = copy_pages(source, &partial, progress).and_then(|()| {
        File::open(&partial).and_then(|file| file.sync_all()).map_err(StoreError::io(&partial))?;
        verify(&partial)
    });
    let report = match report {
        Ok(report) => report,
        Err(error) => {
            remove_if_there(&partial)?;
            return Err(error);
        }
    };
    if dest.exists() {
        remove_if_there(&partial)?;
        return Err(exists());
    }
    std::fs::rename(&partial, dest).map_err(StoreError::io(dest))?;
    // A crash before the directory is durable may lose the name; the caller was not told that there is a backup.
    if let Some(dir) = dest.parent() {
        sync_dir(if dir.as_os_str().is_empty() { Path::new(".") } else { dir })?;
    }
    Ok(report)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(StoreError::Io { path: path.to_path_buf(), source }),
        _ => Ok(()),
    }
}

/// Runs SQLite's online backup into a new file.
fn copy_pages(source: &Connection, dest: &Path, progress: &mut dyn FnMut(BackupProgress)) -> Result<(), StoreError> {
    create_private_file(dest)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(dest, flags)?;
    // The file is made durable once, at the end.
    target.pragma_update(None, "synchronous", "OFF")?;
    let page_bytes: i64 = source.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let page_bytes = unsigned(page_bytes)?;
    // One reading transaction around all steps: the copy is of one moment, and a writer's commits do not make
    // SQLite start the copy again, as they would between steps that stand alone.
    let snapshot = source.unchecked_transaction()?;
    snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    {
        let copying = Backup::new(&snapshot, &mut target)?;
        let mut busy_steps = 0;
        loop {
            match copying.step(PAGES_PER_STEP)? {
                StepResult::Done => break,
                StepResult::More => busy_steps = 0,
                _ if busy_steps < MAX_BUSY_STEPS => {
                    busy_steps += 1;
                    std::thread::sleep(Duration::from_millis(10));
                }
                _ => return Err(StoreError::Invalid { what: "a backup", detail: "the database stays busy".to_owned() }),
            }
            progress(progress_of(&copying, page_bytes));
        }
        progress(progress_of(&copying, page_bytes));
    }
    snapshot.commit()?;
    // One file that stands alone, without a log beside it, until a store is opened from it.
    target.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    target.close().map_err(|(_, error)| StoreError::Database(error))
}

/// Creates an empty file that only its owner may read: a backup holds personal data.
fn create_private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(StoreError::io(path))
}

fn progress_of(backup: &Backup<'_, '_>, page_bytes: u64) -> BackupProgress {
    let progress = backup.progress();
    let total = u64::try_from(progress.pagecount).unwrap_or(0);
    let remaining = u64::try_from(progress.remaining).unwrap_or(0);
    BackupProgress {
        copied_bytes: total.saturating_sub(remaining).saturating_mul(page_bytes),
        total_bytes: total.saturating_mul(page_bytes),
    }
}

fn verify_connection(conn: &Connection, path: &Path) -> Result<VerifyReport, StoreError> {
    // One transaction: everything below is about the same moment, also while a writer goes on.
    let tx = conn.unchecked_transaction()?;
    let schema = recognised(&tx, path)?;
    let verdict: String = tx.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::corrupt(verdict));
    }
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::corrupt("a row refers to one that is not there"));
    }
    let (first, last, events): (i64, i64, i64) =
        tx.query_row("SELECT coalesce(min(position), 1), coalesce(max(position), 0), count(*) FROM event", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    if first != 1 || last != events {
        return Err(StoreError::corrupt(format!("{events} events stand at the positions {first} to {last}")));
    }
    verify_blobs(&tx)?;
    let count = |table: &str| -> Result<u64, StoreError> {
        unsigned(tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
    };
    let (people, letters, blobs, audit) = (count("person")?, count("letter")?, count("blob")?, count("audit")?);
    Ok(VerifyReport { schema, position: unsigned(last)?, people, letters, blobs, audit })
}

fn verify_blobs(conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT hash, bytes FROM blob")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let hash = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        if hash != blob_hash(bytes) {
            return Err(StoreError::corrupt("a blob no longer has its hash"));
        }
    }
    Ok(())
}
