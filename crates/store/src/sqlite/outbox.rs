//! The outbox, on one connection.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{page, signed, unsigned};
use crate::letters::{Change, Progress};
use crate::limits::{MAX_ID, MAX_LETTER_ERROR_BYTES, MAX_PAGE_ROWS};
use crate::{Letter, LetterCounts, LetterState, NewLetter, StoreError};

/// The columns [`letter`] reads, in its order.
const SELECT: &str = "SELECT l.id, l.person, l.to_address, l.language, l.kind, l.subject, l.body, l.created_ms, l.error,
    s.state, s.attempts, s.next_attempt_ms, s.sent_ms, s.erased
    FROM letter_state s JOIN letter l ON l.id = s.id";

/// Writes new letters, due at once.
pub(super) fn insert(conn: &Connection, letters: &[NewLetter]) -> Result<(), StoreError> {
    for new in letters {
        let id = signed("a letter's id", choose_id(conn, new.id)?)?;
        let person = new.recipient_person.map(|person| signed("a recipient's id", person)).transpose()?;
        conn.prepare_cached(
            "INSERT INTO letter (id, person, created_ms, language, kind, to_address, subject, error, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, zeroblob(256), ?8)",
        )?
        .execute(params![
            id,
            person,
            new.created_ms,
            new.language,
            new.kind,
            new.to_address.as_bytes(),
            new.subject.as_bytes(),
            new.body.as_bytes()
        ])?;
        conn.prepare_cached(
            "INSERT INTO letter_state (id, state, attempts, next_attempt_ms, sent_ms, erased)
             VALUES (?1, 0, 0, ?2, NULL, 0)",
        )?
        .execute([id, new.created_ms])?;
    }
    Ok(())
}

/// The id asked for, if it is free, or the next one.
fn choose_id(conn: &Connection, wanted: Option<u64>) -> Result<u64, StoreError> {
    let invalid = |detail: String| StoreError::Invalid { what: "a letter's id", detail };
    if let Some(id) = wanted {
        let taken = conn.prepare_cached("SELECT 1 FROM letter WHERE id = ?1")?.exists([signed("a letter's id", id)?])?;
        return if taken { Err(invalid(format!("{id} is taken"))) } else { Ok(id) };
    }
    let mut statement = conn.prepare_cached("SELECT coalesce(max(id), 0) FROM letter")?;
    let last = unsigned(statement.query_row([], |row| row.get(0))?)?;
    if last < MAX_ID { Ok(last + 1) } else { Err(invalid("no id is left".to_owned())) }
}

/// Applies a change to a letter.
pub(super) fn change(conn: &Connection, id: u64, change: Change<'_>) -> Result<(), StoreError> {
    let missing = || StoreError::NotFound { what: "letter", id };
    let key = i64::try_from(id).map_err(|_| missing())?;
    let sql = "SELECT state, attempts, next_attempt_ms, sent_ms, erased FROM letter_state WHERE id = ?1";
    let mut progress =
        conn.prepare_cached(sql)?.query_row([key], |row| Ok(progress(row, 0))).optional()?.ok_or_else(missing)??;
    let error = progress.apply(id, change)?;
    conn.prepare_cached("UPDATE letter_state SET state = ?2, attempts = ?3, next_attempt_ms = ?4, sent_ms = ?5 WHERE id = ?1")?
        .execute(params![key, state_number(progress.state), progress.attempts, progress.next_attempt_ms, progress.sent_ms])?;
    if let Some(error) = error {
        let mut slot = [0_u8; MAX_LETTER_ERROR_BYTES];
        slot[..error.len()].copy_from_slice(error.as_bytes());
        conn.prepare_cached("UPDATE letter SET error = ?2 WHERE id = ?1")?.execute(params![key, slot.as_slice()])?;
    }
    Ok(())
}

/// Letters above an id, in the order of their ids.
pub(super) fn list(conn: &Connection, state: Option<LetterState>, after: u64, limit: usize) -> Result<Vec<Letter>, StoreError> {
    let Ok(after) = i64::try_from(after) else { return Ok(Vec::new()) };
    if let Some(state) = state {
        let sql = format!("{SELECT} WHERE s.state = ?1 AND s.id > ?2 ORDER BY s.id LIMIT ?3");
        return collect(conn, &sql, params![state_number(state), after, page(limit)]);
    }
    collect(conn, &format!("{SELECT} WHERE s.id > ?1 ORDER BY s.id LIMIT ?2"), params![after, page(limit)])
}

/// The letters to these people, each person's newest first.
pub(super) fn to(conn: &Connection, people: &[u64], limit: usize) -> Result<Vec<Letter>, StoreError> {
    let sql = format!("{SELECT} WHERE l.person = ?1 ORDER BY s.id DESC LIMIT ?2");
    let most = limit.min(MAX_PAGE_ROWS);
    let mut letters = Vec::new();
    for person in people {
        let Ok(person) = i64::try_from(*person) else { continue };
        letters.extend(collect(conn, &sql, params![person, page(most - letters.len())])?);
        if letters.len() >= most {
            break;
        }
    }
    Ok(letters)
}

/// The waiting letters that are due, the longest due first.
pub(super) fn due(conn: &Connection, now_ms: i64, limit: usize) -> Result<Vec<Letter>, StoreError> {
    let sql = format!("{SELECT} WHERE s.state = 0 AND s.next_attempt_ms <= ?1 ORDER BY s.next_attempt_ms, s.id LIMIT ?2");
    collect(conn, &sql, params![now_ms, page(limit)])
}

/// One letter.
pub(super) fn one(conn: &Connection, id: u64) -> Result<Option<Letter>, StoreError> {
    let Ok(id) = i64::try_from(id) else { return Ok(None) };
    Ok(collect(conn, &format!("{SELECT} WHERE s.id = ?1"), params![id])?.pop())
}

/// How many letters are in each state.
pub(super) fn counts(conn: &Connection) -> Result<LetterCounts, StoreError> {
    let mut statement = conn.prepare_cached("SELECT state, count(*) FROM letter_state GROUP BY state")?;
    let mut rows = statement.query([])?;
    let mut counts = LetterCounts::default();
    while let Some(row) = rows.next()? {
        counts.add(state(row.get(0)?)?, unsigned(row.get(1)?)?);
    }
    Ok(counts)
}

fn collect(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Letter>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut letters = Vec::new();
    while let Some(row) = rows.next()? {
        letters.push(letter(row)?);
    }
    Ok(letters)
}

fn letter(row: &Row<'_>) -> Result<Letter, StoreError> {
    let progress = progress(row, 9)?;
    let text = |column: usize| -> Result<String, StoreError> {
        if progress.erased {
            return Ok(String::new());
        }
        String::from_utf8(row.get(column)?).map_err(|_| StoreError::corrupt("a letter's text is not UTF-8"))
    };
    let error: Vec<u8> = row.get(8)?;
    let error: Vec<u8> = error.into_iter().take_while(|byte| *byte != 0).collect();
    let error = String::from_utf8(error).map_err(|_| StoreError::corrupt("a letter's error is not UTF-8"))?;
    Ok(Letter {
        id: unsigned(row.get(0)?)?,
        recipient_person: row.get::<_, Option<i64>>(1)?.map(unsigned).transpose()?,
        to_address: text(2)?,
        language: row.get(3)?,
        kind: row.get(4)?,
        subject: text(5)?,
        body: text(6)?,
        created_ms: row.get(7)?,
        state: progress.state,
        attempts: progress.attempts,
        next_attempt_ms: progress.next_attempt_ms,
        last_error: (!error.is_empty()).then_some(error),
        sent_ms: progress.sent_ms,
    })
}

/// Reads the five columns of a letter's progress, from the given one on.
fn progress(row: &Row<'_>, from: usize) -> Result<Progress, StoreError> {
    Ok(Progress {
        state: state(row.get(from)?)?,
        attempts: row.get(from + 1)?,
        next_attempt_ms: row.get(from + 2)?,
        sent_ms: row.get(from + 3)?,
        erased: row.get(from + 4)?,
    })
}

fn state(number: i64) -> Result<LetterState, StoreError> {
    let found = usize::try_from(number).ok().and_then(|index| LetterState::ALL.get(index));
    found.copied().ok_or_else(|| StoreError::corrupt(format!("a letter is in the unknown state {number}")))
}

fn state_number(state: LetterState) -> i64 {
    match state {
        LetterState::Waiting => 0,
        LetterState::Sent => 1,
        LetterState::Failed => 2,
        LetterState::Printed => 3,
    }
}
