//! The audit trail and the blobs, on one connection.

use rusqlite::{Connection, OptionalExtension, params};

use super::{page, signed, unsigned};
use crate::limits::MAX_AUDIT_ROWS;
use crate::{AuditEntry, AuditRecord, StoreError, blob_hash};

/// Adds entries; the oldest give way once there are too many.
pub(super) fn insert_audit(conn: &Connection, entries: &[AuditEntry]) -> Result<(), StoreError> {
    for entry in entries {
        let seat = entry.seat.map(|seat| signed("a seat's id", seat)).transpose()?;
        conn.prepare_cached("INSERT INTO audit (at_ms, seat, act, reason, address) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![entry.at_ms, seat, entry.act, entry.reason, entry.address])?;
    }
    if !entries.is_empty() {
        conn.prepare_cached("DELETE FROM audit WHERE id <= (SELECT max(id) FROM audit) - ?1")?
            .execute([signed("the length of the audit trail", MAX_AUDIT_ROWS)?])?;
    }
    Ok(())
}

/// Entries above a number, oldest first.
pub(super) fn audit(conn: &Connection, after: u64, limit: usize) -> Result<Vec<AuditRecord>, StoreError> {
    let Ok(after) = i64::try_from(after) else { return Ok(Vec::new()) };
    let sql = "SELECT id, at_ms, seat, act, reason, address FROM audit WHERE id > ?1 ORDER BY id LIMIT ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([after, page(limit)])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = AuditEntry {
            at_ms: row.get(1)?,
            seat: row.get::<_, Option<i64>>(2)?.map(unsigned).transpose()?,
            act: row.get(3)?,
            reason: row.get(4)?,
            address: row.get(5)?,
        };
        records.push(AuditRecord { id: unsigned(row.get(0)?)?, entry });
    }
    Ok(records)
}

/// Stores a blob unless it is there; answers its hash.
pub(super) fn insert_blob(conn: &Connection, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    let hash = blob_hash(bytes);
    conn.prepare_cached("INSERT INTO blob (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")?
        .execute(params![hash, bytes])?;
    Ok(hash)
}

/// The blob with this hash, checked against it.
pub(super) fn blob(conn: &Connection, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT bytes FROM blob WHERE hash = ?1")?;
    let found: Option<Vec<u8>> = statement.query_row([hash], |row| row.get(0)).optional()?;
    match found {
        Some(bytes) if blob_hash(&bytes) != *hash => Err(StoreError::corrupt("a blob no longer has its hash")),
        other => Ok(other),
    }
}
