//! People, photos and what erasing them means, on one connection.

use rusqlite::{Connection, OptionalExtension, params};

use super::{signed, unsigned};
use crate::{PersonWrite, PhotoWrite, StoreError};

/// How many people one chunk of a reading holds at most.
const CHUNK_PEOPLE: i64 = 512;

/// Applies the writes in order; answers whether any of them erased something.
pub(super) fn write(conn: &Connection, people: &[PersonWrite], photos: &[PhotoWrite]) -> Result<bool, StoreError> {
    let mut erased = false;
    for person in people {
        let id = signed("a person's id", person.id)?;
        if let Some(record) = &person.record {
            conn.prepare_cached(
                "INSERT INTO person (id, pad, bytes) VALUES (?1, zeroblob(4096), ?2)
                 ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
            )?
            .execute(params![id, record.as_slice()])?;
        } else {
            erase(conn, id)?;
            erased = true;
        }
    }
    for photo in photos {
        let id = signed("a person's id", photo.person)?;
        if let Some(bytes) = &photo.photo {
            if !exists(conn, id)? {
                let detail = format!("person {id} has no record");
                return Err(StoreError::Invalid { what: "a photo", detail });
            }
            conn.prepare_cached(
                "INSERT INTO person_photo (person, pad, bytes) VALUES (?1, zeroblob(4096), ?2)
                 ON CONFLICT (person) DO UPDATE SET bytes = excluded.bytes",
            )?
            .execute(params![id, bytes.as_slice()])?;
        } else {
            conn.prepare_cached("DELETE FROM person_photo WHERE person = ?1")?.execute([id])?;
            erased = true;
        }
    }
    Ok(erased)
}

fn exists(conn: &Connection, id: i64) -> Result<bool, StoreError> {
    Ok(conn.prepare_cached("SELECT 1 FROM person WHERE id = ?1")?.exists([id])?)
}

/// Erases a person: the record, by cascade the photo, and the texts of the letters to that person.
fn erase(conn: &Connection, id: i64) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([id])?;
    // As many zeros as there were bytes: the row keeps its length and is overwritten where it lies.
    conn.prepare_cached(
        "UPDATE letter SET to_address = zeroblob(length(to_address)), subject = zeroblob(length(subject)),
                error = zeroblob(256), body = zeroblob(length(body)) WHERE person = ?1",
    )?
    .execute([id])?;
    conn.prepare_cached(
        "UPDATE letter_state SET erased = 1, state = CASE state WHEN 0 THEN 2 ELSE state END
         WHERE id IN (SELECT id FROM letter WHERE person = ?1)",
    )?
    .execute([id])?;
    Ok(())
}

/// One person's record.
pub(super) fn person(conn: &Connection, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
    bytes(conn, "SELECT bytes FROM person WHERE id = ?1", id)
}

/// One person's photo.
pub(super) fn photo(conn: &Connection, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
    bytes(conn, "SELECT bytes FROM person_photo WHERE person = ?1", id)
}

fn bytes(conn: &Connection, sql: &str, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let Ok(id) = i64::try_from(id) else { return Ok(None) };
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// The next people from an id on, in the order of their ids; an empty list is the end.
pub(super) fn chunk(conn: &Connection, from: u64) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
    let Ok(from) = i64::try_from(from) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached("SELECT id, bytes FROM person WHERE id >= ?1 ORDER BY id LIMIT ?2")?;
    let mut rows = statement.query([from, CHUNK_PEOPLE])?;
    let mut people = Vec::new();
    while let Some(row) = rows.next()? {
        people.push((unsigned(row.get(0)?)?, row.get(1)?));
    }
    Ok(people)
}
