//! The schema, its forward-only migrations, and the settings of every connection.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use crate::StoreError;

/// Marks a SQLite file as one of ours: the letters `HEMI`.
pub(super) const APPLICATION_ID: i64 = 0x4845_4D49;

/// How long a connection waits for another one before it gives up.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Every migration, oldest first; the number of a schema is how many of them were applied. One that was released is
/// never edited (its hash is checked) and never undone.
pub(super) const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_start.sql"), include_str!("migrations/0002_record.sql")];

/// The newest schema this program knows.
pub(super) fn supported() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Settings every connection needs, reading or writing.
pub(super) fn configure(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(BUSY_TIMEOUT)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

/// Settings of the writing connection, before the first table exists.
pub(super) fn configure_writer(conn: &Connection) -> Result<(), StoreError> {
    configure(conn)?;
    // The padding of personal records (see the first migration) counts on this size; an existing file keeps its own.
    conn.pragma_update(None, "page_size", 4096)?;
    // Deleted content is overwritten with zeros, not only unlinked: erasure has to erase.
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // In WAL mode FULL means one fsync of the WAL at every commit: what was acknowledged survives a power cut.
    conn.pragma_update(None, "synchronous", "FULL")?;
    // macOS alone: a real flush instead of a hint to the drive.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    conn.pragma_update(None, "cache_size", -32_768)?;
    // The checkpointer sees to it.
    conn.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    conn.pragma_update_and_check(None, "journal_size_limit", 64 * 1024 * 1024, |_| Ok(()))?;
    Ok(())
}

/// Settings of the connection that moves the log into the file.
pub(super) fn configure_checkpointer(conn: &Connection) -> Result<(), StoreError> {
    configure(conn)?;
    // What is moved must be in the file before its place in the log is written again.
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    Ok(())
}

/// Recognises the file; answers its schema number, 0 for a new file.
pub(super) fn recognise(conn: &Connection, path: &Path) -> Result<u32, StoreError> {
    let refuse = |detail: String| StoreError::NotAStore { path: path.to_path_buf(), detail };
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let application = number("application_id").map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => refuse("not a database".to_owned()),
        _ => StoreError::Database(error),
    })?;
    let version = number("user_version")?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application == 0 && version == 0 && tables == 0 {
        return Ok(0);
    }
    if application != APPLICATION_ID {
        return Err(refuse("a database of another program".to_owned()));
    }
    let found = u32::try_from(version).map_err(|_| refuse(format!("schema {version}")))?;
    if found > supported() {
        return Err(StoreError::NewerSchema { found, supported: supported() });
    }
    Ok(found)
}

/// Brings the schema up to date, one transaction a migration.
pub(super) fn migrate(conn: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let found = recognise(conn, path)? as usize;
    for (index, sql) in MIGRATIONS.iter().enumerate() {
        let version = i64::try_from(index + 1).unwrap_or(i64::MAX);
        let hash: [u8; 32] = Sha256::digest(sql.as_bytes()).into();
        if index < found {
            check_applied(conn, version, &hash)?;
            continue;
        }
        // A crash before the COMMIT leaves the schema as it was, and the next start applies the migration again;
        // the version number is part of the same transaction, so it never runs twice.
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.execute("INSERT INTO migration (version, sha256) VALUES (?1, ?2)", params![version, hash])?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", version)?;
        tx.commit()?;
    }
    Ok(())
}

/// Refuses a file whose history is not the one this program was built with.
fn check_applied(conn: &Connection, version: i64, hash: &[u8; 32]) -> Result<(), StoreError> {
    let stored: Option<Vec<u8>> =
        conn.query_row("SELECT sha256 FROM migration WHERE version = ?1", [version], |row| row.get(0)).optional()?;
    if stored.as_deref() == Some(hash) {
        return Ok(());
    }
    Err(StoreError::corrupt(format!("migration {version} is not the one this program knows")))
}
