//! The leaves of the public record, on one connection.

use rusqlite::{Connection, params};

use super::events::{CHUNK_BYTES, CHUNK_EVENTS, Chunk};
use super::{signed, unsigned};
use crate::StoreError;

/// How many leaves there are; their indices are 0 to one less.
pub(super) fn count(conn: &Connection) -> Result<u64, StoreError> {
    let mut statement = conn.prepare_cached("SELECT coalesce(max(idx), -1) + 1 FROM leaf")?;
    unsigned(statement.query_row([], |row| row.get(0))?)
}

/// Appends leaves that belong to the events up to `position`.
pub(super) fn insert(conn: &Connection, expected: u64, position: u64, leaves: &[Vec<u8>]) -> Result<(), StoreError> {
    if leaves.is_empty() {
        return Ok(());
    }
    let actual = count(conn)?;
    if actual != expected {
        return Err(StoreError::Conflict { expected, actual });
    }
    let position = signed("a position", position)?;
    let first = signed("a leaf's index", actual)?;
    let mut statement = conn.prepare_cached("INSERT INTO leaf (idx, position, bytes) VALUES (?1, ?2, ?3)")?;
    for (index, leaf) in (first..).zip(leaves) {
        statement.execute(params![index, position, leaf.as_slice()])?;
    }
    Ok(())
}

/// Reads the leaves from an index on into the chunk, at most `limit` of them; answers how many.
pub(super) fn read_chunk(conn: &Connection, first: u64, limit: usize, chunk: &mut Chunk) -> Result<usize, StoreError> {
    chunk.clear();
    let Ok(signed_first) = i64::try_from(first) else { return Ok(0) };
    let limit = i64::try_from(limit.min(CHUNK_EVENTS)).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached("SELECT idx, bytes FROM leaf WHERE idx >= ?1 ORDER BY idx LIMIT ?2")?;
    let mut rows = statement.query([signed_first, limit])?;
    let mut expected = first;
    while let Some(row) = rows.next()? {
        let found = unsigned(row.get(0)?)?;
        if found != expected {
            return Err(StoreError::corrupt(format!("the record goes on at {found} where {expected} belongs")));
        }
        expected += 1;
        chunk.push(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?);
        if chunk.len_bytes() >= CHUNK_BYTES {
            break;
        }
    }
    Ok(chunk.len())
}
