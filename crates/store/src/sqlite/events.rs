//! The log and the snapshots, on one connection.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::{signed, unsigned};
use crate::StoreError;
use crate::limits::SNAPSHOTS_KEPT;

/// How many events one chunk of a reading holds at most.
pub(super) const CHUNK_EVENTS: usize = 2_048;
/// After how many bytes a chunk is closed.
pub(super) const CHUNK_BYTES: usize = 1024 * 1024;

/// Some consecutive events, copied out so that no connection is held while they are looked at.
#[derive(Default)]
pub(super) struct Chunk {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Chunk {
    /// The events' bytes, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(self.ends.iter().copied()).map(|(start, end)| &self.bytes[start..end])
    }
    /// Forgets what it holds.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
    /// Adds one more.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.bytes.len());
    }
    /// How many it holds.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
    /// How many bytes it holds.
    pub(super) fn len_bytes(&self) -> usize {
        self.bytes.len()
    }
}

/// The position of the newest event; 0 for an empty log.
pub(super) fn position(conn: &Connection) -> Result<u64, StoreError> {
    let mut statement = conn.prepare_cached("SELECT coalesce(max(position), 0) FROM event")?;
    unsigned(statement.query_row([], |row| row.get(0))?)
}

/// Inserts events after a position; answers the last one's position.
pub(super) fn insert(conn: &Connection, after: u64, events: &[Vec<u8>]) -> Result<u64, StoreError> {
    let mut position = signed("a position", after)?;
    let mut statement = conn.prepare_cached("INSERT INTO event (position, bytes) VALUES (?1, ?2)")?;
    for event in events {
        position = position
            .checked_add(1)
            .ok_or_else(|| StoreError::Invalid { what: "a position", detail: "the log is full".to_owned() })?;
        statement.execute(params![position, event.as_slice()])?;
    }
    unsigned(position)
}

/// Reads the next events after a position into the chunk, at most `limit` of them; answers how many.
pub(super) fn read_chunk(conn: &Connection, after: u64, limit: usize, chunk: &mut Chunk) -> Result<usize, StoreError> {
    chunk.clear();
    let Ok(after_signed) = i64::try_from(after) else { return Ok(0) };
    let limit = i64::try_from(limit.min(CHUNK_EVENTS)).unwrap_or(i64::MAX);
    let sql = "SELECT position, bytes FROM event WHERE position > ?1 ORDER BY position LIMIT ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([after_signed, limit])?;
    let mut expected = after;
    while let Some(row) = rows.next()? {
        expected += 1;
        let found = unsigned(row.get(0)?)?;
        if found != expected {
            return Err(StoreError::corrupt(format!("the log goes on at {found} where {expected} belongs")));
        }
        chunk.push(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?);
        if chunk.len_bytes() >= CHUNK_BYTES {
            break;
        }
    }
    Ok(chunk.len())
}

/// Writes a snapshot and lets go of all but the newest ones.
pub(super) fn save_snapshot(conn: &Connection, position: u64, bytes: &[u8]) -> Result<(), StoreError> {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    conn.prepare_cached("INSERT OR REPLACE INTO snapshot (position, sha256, bytes) VALUES (?1, ?2, ?3)")?.execute(params![
        signed("a position", position)?,
        hash,
        bytes
    ])?;
    let keep = i64::try_from(SNAPSHOTS_KEPT).unwrap_or(i64::MAX);
    conn.prepare_cached(
        "DELETE FROM snapshot WHERE position NOT IN (SELECT position FROM snapshot ORDER BY position DESC LIMIT ?1)",
    )?
    .execute([keep])?;
    Ok(())
}

/// The newest snapshot whose checksum holds and which the log has reached.
pub(super) fn latest_snapshot(conn: &Connection) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
    let newest = position(conn)?;
    let mut statement = conn.prepare_cached("SELECT position, sha256, bytes FROM snapshot ORDER BY position DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let position = unsigned(row.get(0)?)?;
        let hash: Vec<u8> = row.get(1)?;
        let bytes: Vec<u8> = row.get(2)?;
        if position <= newest && Sha256::digest(&bytes).as_slice() == hash.as_slice() {
            return Ok(Some((position, bytes)));
        }
        tracing::warn!(position, "a snapshot is damaged and is passed over");
    }
    Ok(None)
}
