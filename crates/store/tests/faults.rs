//! Faults that are ordered from the store in memory, and snapshots that went bad.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{events, person, read_all};
use store::memory::{Fault, MemoryStore};
use store::{Batch, DATABASE_FILE, EventStore, SideStore, SqliteStore, StoreError};

#[test]
fn a_fault_leaves_the_outcome_unknown_until_the_store_is_reopened() {
    for (fault, kept) in [(Fault::BeforeDurable, false), (Fault::AfterDurable, true)] {
        let mut store = MemoryStore::new();
        store.append(0, &events(["a"])).unwrap();
        store.set_fault_hook(Some(Box::new(move |position, batch| (position == 1 && batch.events[0] == b"b").then_some(fault))));
        let batch = Batch { people: vec![person(1, b"x")], ..events(["b"]) };
        assert!(matches!(store.append(1, &batch), Err(StoreError::OutcomeUnknown { .. })));
        assert!(matches!(store.append(1, &events(["c"])), Err(StoreError::OutcomeUnknown { .. })));
        assert!(matches!(store.put_blob(b"x"), Err(StoreError::OutcomeUnknown { .. })));
        store.set_fault_hook(None);
        store.reopen();
        assert_eq!(store.position().unwrap(), if kept { 2 } else { 1 });
        assert_eq!(store.person(1).unwrap().is_some(), kept);
        let position = store.position().unwrap();
        store.append(position, &events(["c"])).unwrap();
        assert_eq!(read_all(&store, position)[0].1, b"c");
    }
}

#[test]
fn a_clone_of_the_store_in_memory_shares_its_data() {
    let mut store = MemoryStore::new();
    let other = store.clone();
    store.append(0, &events(["a"])).unwrap();
    assert_eq!(other.position().unwrap(), 1);
}

#[test]
fn a_damaged_snapshot_is_passed_over() {
    let mut memory = MemoryStore::new();
    memory.append(0, &events(["a", "b"])).unwrap();
    memory.save_snapshot(1, b"one").unwrap();
    memory.save_snapshot(2, b"two").unwrap();
    memory.damage_newest_snapshot();
    assert_eq!(memory.latest_snapshot().unwrap().unwrap(), (1, b"one".to_vec()));

    let dir = tempfile::tempdir().unwrap();
    let mut sqlite = SqliteStore::open(dir.path()).unwrap();
    sqlite.append(0, &events(["a", "b"])).unwrap();
    sqlite.save_snapshot(1, b"one").unwrap();
    sqlite.save_snapshot(2, b"two").unwrap();
    let damage = |position: i64| {
        let raw = rusqlite::Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
        raw.execute("UPDATE snapshot SET bytes = x'00' WHERE position = ?1", [position]).unwrap();
    };
    damage(2);
    assert_eq!(sqlite.latest_snapshot().unwrap().unwrap(), (1, b"one".to_vec()));
    damage(1);
    assert!(sqlite.latest_snapshot().unwrap().is_none());
}
