//! Opening: one writer a directory, no foreign file, no newer schema, nothing lost by closing.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::ops::ControlFlow;

use common::{events, read_all};
use rusqlite::Connection;
use store::{DATABASE_FILE, EventFeed, EventStore, SqliteStore, StoreError};

#[test]
fn a_second_writer_is_turned_away_until_the_first_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(dir.path()).unwrap();
    assert!(matches!(SqliteStore::open(dir.path()), Err(StoreError::InUse { .. })));
    let reader = store.reader();
    drop(store);
    assert!(matches!(SqliteStore::open(dir.path()), Err(StoreError::InUse { .. })), "a reader still holds the store");
    drop(reader);
    SqliteStore::open(dir.path()).unwrap();
}

#[test]
fn what_was_appended_is_there_after_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let nested = dir.path().join("summits").join("2027");
    SqliteStore::open(&nested).unwrap().append(0, &events(["a", "b"])).unwrap();
    let mut store = SqliteStore::open(&nested).unwrap();
    assert_eq!(store.append(2, &events(["c"])).unwrap(), 3);
    assert_eq!(read_all(&store, 1), [(2, b"b".to_vec()), (3, b"c".to_vec())]);
}

#[test]
fn a_newer_schema_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(dir.path()).unwrap());
    let raw = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let refused = SqliteStore::open(dir.path()).unwrap_err();
    assert!(matches!(refused, StoreError::NewerSchema { found: 99, supported: 2 }), "{refused}");
    assert!(matches!(store::verify(dir.path()), Err(StoreError::NewerSchema { .. })));
}

#[test]
fn an_older_schema_is_brought_forward_with_everything_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let first = include_str!("../src/sqlite/migrations/0001_start.sql");
    // As the first program left it: its schema alone, and an event in it.
    drop(SqliteStore::open(dir.path()).unwrap());
    let made = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    let application: i64 = made.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
    let hash: Vec<u8> = made.query_row("SELECT sha256 FROM migration WHERE version = 1", [], |row| row.get(0)).unwrap();
    drop(made);
    let old = tempfile::tempdir().unwrap();
    let raw = Connection::open(old.path().join(DATABASE_FILE)).unwrap();
    raw.execute_batch(first).unwrap();
    raw.execute("INSERT INTO migration (version, sha256) VALUES (1, ?1)", [hash]).unwrap();
    raw.execute("INSERT INTO event (position, bytes) VALUES (1, x'61')", []).unwrap();
    raw.pragma_update(None, "application_id", application).unwrap();
    raw.pragma_update(None, "user_version", 1).unwrap();
    drop(raw);
    assert_eq!(store::verify(old.path()).unwrap().position, 1, "it can be looked at before it is changed");
    let mut store = SqliteStore::open(old.path()).unwrap();
    assert_eq!(read_all(&store, 0), [(1, b"a".to_vec())]);
    assert_eq!(store.append(1, &events(["b"])).unwrap(), 2);
    drop(store);
    let raw = Connection::open(old.path().join(DATABASE_FILE)).unwrap();
    let version: i64 = raw.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 2, "and it is not brought back");
}

#[test]
fn a_schema_with_another_history_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(dir.path()).unwrap());
    let raw = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    raw.execute("UPDATE migration SET sha256 = x'00'", []).unwrap();
    drop(raw);
    assert!(matches!(SqliteStore::open(dir.path()), Err(StoreError::Corrupt { .. })));
}

#[test]
fn a_foreign_file_is_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(DATABASE_FILE);
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(raw);
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(SqliteStore::open(dir.path()), Err(StoreError::NotAStore { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before);

    std::fs::write(&path, "this is a letter to the secretariat, and nothing else".repeat(100)).unwrap();
    assert!(matches!(SqliteStore::open(dir.path()), Err(StoreError::NotAStore { .. })));
    assert!(matches!(store::verify(dir.path()), Err(StoreError::NotAStore { .. })));
    assert!(matches!(store::verify(dir.path().join("nothing")), Err(StoreError::NotAStore { .. })));
}

#[test]
fn a_gap_in_the_log_is_found_when_reading_and_when_verifying() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(dir.path()).unwrap();
    store.append(0, &events(["a", "b", "c"])).unwrap();
    Connection::open(dir.path().join(DATABASE_FILE)).unwrap().execute("DELETE FROM event WHERE position = 2", []).unwrap();
    let read = store.read_after(0, 10, &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(read, Err(StoreError::Corrupt { .. })));
    assert!(matches!(store::verify(dir.path()), Err(StoreError::Corrupt { .. })));
}

#[test]
fn many_readers_follow_while_the_writer_writes() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(dir.path()).unwrap();
    let last = 3_000_u64;
    let followers: Vec<_> = (0..12)
        .map(|_| {
            let reader = store.reader();
            std::thread::spawn(move || {
                let mut position = 0;
                while position < last {
                    reader
                        .feed_after(position, 500, &mut |found, bytes| {
                            position += 1;
                            assert_eq!((found, bytes), (position, position.to_le_bytes().as_slice()));
                            ControlFlow::Continue(())
                        })
                        .unwrap();
                }
                assert_eq!(reader.feed_position().unwrap(), last);
            })
        })
        .collect();
    for first in (0..last).step_by(100) {
        store.append(first, &events((first + 1..=first + 100).map(u64::to_le_bytes))).unwrap();
    }
    for follower in followers {
        follower.join().unwrap();
    }
}
