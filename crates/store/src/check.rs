//! The limits, checked before anything is written and alike for every implementation.

use crate::limits::{
    MAX_ADDRESS_BYTES, MAX_AUDIT_ACT_BYTES, MAX_AUDIT_REASON_BYTES, MAX_BATCH_BLOBS, MAX_BATCH_BYTES, MAX_BATCH_EVENTS,
    MAX_BATCH_LEAVES, MAX_BATCH_SIDE_ROWS, MAX_BLOB_BYTES, MAX_BODY_BYTES, MAX_EVENT_BYTES, MAX_ID, MAX_KIND_BYTES,
    MAX_LANGUAGE_BYTES, MAX_LEAF_BYTES, MAX_LETTER_ERROR_BYTES, MAX_PERSON_BYTES, MAX_PHOTO_BYTES, MAX_SNAPSHOT_BYTES,
    MAX_SUBJECT_BYTES,
};
use crate::{AuditEntry, Batch, NewLetter, StoreError};

/// Refuses what is over its limit.
fn within(what: &'static str, size: usize, limit: usize) -> Result<usize, StoreError> {
    if size > limit { Err(StoreError::TooLarge { what, size, limit }) } else { Ok(size) }
}

/// Refuses an id that a signed integer cannot hold.
pub(crate) fn id(what: &'static str, id: u64) -> Result<i64, StoreError> {
    i64::try_from(id).map_err(|_| StoreError::Invalid { what, detail: format!("{id} is above {MAX_ID}") })
}

/// Checks a whole batch against every limit.
pub(crate) fn batch(batch: &Batch) -> Result<(), StoreError> {
    within("the list of events", batch.events.len(), MAX_BATCH_EVENTS)?;
    within("the list of people", batch.people.len(), MAX_BATCH_SIDE_ROWS)?;
    within("the list of photos", batch.photos.len(), MAX_BATCH_SIDE_ROWS)?;
    within("the list of letters", batch.outbox.len(), MAX_BATCH_SIDE_ROWS)?;
    within("the list of blobs", batch.blobs.len(), MAX_BATCH_BLOBS)?;
    let mut total = 0;
    for event in &batch.events {
        total += within("an event", event.len(), MAX_EVENT_BYTES)?;
    }
    for person in &batch.people {
        id("a person's id", person.id)?;
        total += within("a person's record", person.record.as_ref().map_or(0, Vec::len), MAX_PERSON_BYTES)?;
    }
    for photo in &batch.photos {
        id("a person's id", photo.person)?;
        total += within("a photo", photo.photo.as_ref().map_or(0, Vec::len), MAX_PHOTO_BYTES)?;
    }
    for new in &batch.outbox {
        total += letter(new)?;
    }
    for bytes in &batch.blobs {
        total += blob(bytes)?;
    }
    total += audit(&batch.audit)?;
    within("the list of leaves", batch.leaves.len(), MAX_BATCH_LEAVES)?;
    for leaf in &batch.leaves {
        total += within("a leaf", leaf.len(), MAX_LEAF_BYTES)?;
    }
    within("the batch", total, MAX_BATCH_BYTES)?;
    Ok(())
}

fn letter(letter: &NewLetter) -> Result<usize, StoreError> {
    if let Some(number) = letter.id {
        id("a letter's id", number)?;
        if number == 0 {
            return Err(StoreError::Invalid { what: "a letter's id", detail: "ids start at 1".to_owned() });
        }
    }
    if let Some(person) = letter.recipient_person {
        id("a recipient's id", person)?;
    }
    Ok(within("a letter's address", letter.to_address.len(), MAX_ADDRESS_BYTES)?
        + within("a letter's language", letter.language.len(), MAX_LANGUAGE_BYTES)?
        + within("a letter's kind", letter.kind.len(), MAX_KIND_BYTES)?
        + within("a letter's subject", letter.subject.len(), MAX_SUBJECT_BYTES)?
        + within("a letter's body", letter.body.len(), MAX_BODY_BYTES)?)
}

/// Checks audit entries and answers their size.
pub(crate) fn audit(entries: &[AuditEntry]) -> Result<usize, StoreError> {
    within("the list of audit entries", entries.len(), MAX_BATCH_SIDE_ROWS)?;
    let mut total = 0;
    for entry in entries {
        if let Some(seat) = entry.seat {
            id("a seat's id", seat)?;
        }
        total += within("an audited act", entry.act.len(), MAX_AUDIT_ACT_BYTES)?
            + within("an audit reason", entry.reason.len(), MAX_AUDIT_REASON_BYTES)?
            + within("an audited address", entry.address.as_ref().map_or(0, String::len), MAX_ADDRESS_BYTES)?;
    }
    Ok(total)
}

/// Checks a blob and answers its size.
pub(crate) fn blob(bytes: &[u8]) -> Result<usize, StoreError> {
    within("a blob", bytes.len(), MAX_BLOB_BYTES)
}

/// Checks a snapshot against its limit and against the log.
pub(crate) fn snapshot(position: u64, bytes: &[u8], log_position: u64) -> Result<(), StoreError> {
    within("a snapshot", bytes.len(), MAX_SNAPSHOT_BYTES)?;
    if position > log_position {
        let detail = format!("{position} is after the log's end at {log_position}");
        return Err(StoreError::Invalid { what: "a snapshot's position", detail });
    }
    Ok(())
}

/// Shortens a delivery error to the room there is for it, at a character's boundary.
pub(crate) fn letter_error(error: &str) -> &str {
    &error[..error.floor_char_boundary(MAX_LETTER_ERROR_BYTES)]
}
