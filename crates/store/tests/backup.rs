//! Backups while the writer writes, and putting one back.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use common::{events, letter, person, read_all};
use store::{Batch, DATABASE_FILE, EventStore, SideStore, SqliteStore, StoreError};

/// A store with something in every table.
fn filled(dir: &Path) -> SqliteStore {
    let mut store = SqliteStore::open(dir).unwrap();
    let batch = Batch {
        people: vec![person(1, b"Ada")],
        outbox: vec![letter(Some(1), 1)],
        blobs: vec![vec![3; 100_000]],
        audit: vec![common::entry(1, "Denied")],
        ..events(vec![vec![9; 2_000]; 4_000])
    };
    store.append(0, &batch).unwrap();
    store.save_snapshot(4_000, b"state").unwrap();
    store
}

#[test]
fn a_backup_of_one_moment_is_made_while_the_writer_writes() {
    let dir = tempfile::tempdir().unwrap();
    let dest = dir.path().join("copy.db");
    let mut store = filled(&dir.path().join("data"));
    let reader = store.reader();
    let stop = Arc::new(AtomicBool::new(false));
    let writer = std::thread::spawn({
        let stop = Arc::clone(&stop);
        move || {
            let mut position = 4_000;
            while !stop.load(Ordering::Relaxed) {
                let batch = Batch { people: vec![person(position, b"later")], ..events(["x", "y", "z"]) };
                position = store.append(position, &batch).unwrap();
            }
            (store, position)
        }
    });
    let mut steps = Vec::new();
    let report = reader.backup(&dest, &mut |progress| steps.push(progress)).unwrap();
    stop.store(true, Ordering::Relaxed);
    let (store, position) = writer.join().unwrap();
    assert_eq!(read_all(&store, 4_000).len() as u64, position - 4_000, "the writer was not disturbed");
    assert!(steps.len() >= 2 && steps.is_sorted_by_key(|step| step.copied_bytes), "{steps:?}");
    assert_eq!(steps.last().unwrap().copied_bytes, steps.last().unwrap().total_bytes);
    // Each batch has three events and one person: the copy is of a moment between two batches.
    assert_eq!((report.position - 4_000) % 3, 0);
    assert_eq!(report.people, 1 + (report.position - 4_000) / 3);
    assert_eq!((report.schema, report.letters, report.blobs, report.audit), (2, 1, 1, 1));
    assert_eq!(store::verify(&dest).unwrap(), report);
    let names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "one file, nothing beside it: {names:?}");
}

#[test]
fn a_backup_is_made_from_another_process_or_from_a_closed_store() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let store = filled(&data);
    let first = store::backup(&data, dir.path().join("1.db"), &mut |_| {}).unwrap();
    drop(store);
    let second = store::backup(&data, dir.path().join("2.db"), &mut |_| {}).unwrap();
    assert_eq!((first.position, &first), (4_000, &second));
    let nothing = store::backup(dir.path().join("nothing"), dir.path().join("3.db"), &mut |_| {});
    assert!(matches!(nothing, Err(StoreError::NotAStore { .. })));
}

#[test]
fn a_backup_of_a_store_in_memory_is_a_store() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open_in_memory().unwrap();
    store.append(0, &events(["a"])).unwrap();
    assert_eq!(store.backup(dir.path().join("1.db"), &mut |_| {}).unwrap().position, 1);
}

#[test]
fn nothing_is_overwritten_by_a_backup() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(&dir.path().join("data"));
    let dest = dir.path().join("copy.db");
    std::fs::write(&dest, "a thesis").unwrap();
    assert!(matches!(store.backup(&dest, &mut |_| {}), Err(StoreError::Exists { .. })));
    assert_eq!(std::fs::read(&dest).unwrap(), b"a thesis");
    // What a crashed attempt left is replaced.
    std::fs::remove_file(&dest).unwrap();
    std::fs::write(dir.path().join("copy.db.partial"), "half").unwrap();
    store.backup(&dest, &mut |_| {}).unwrap();
}

#[test]
fn a_restored_store_goes_on_where_the_backup_stood() {
    let dir = tempfile::tempdir().unwrap();
    let (dest, other) = (dir.path().join("copy.db"), dir.path().join("other").join("data"));
    let report = filled(&dir.path().join("data")).backup(&dest, &mut |_| {}).unwrap();
    assert_eq!(store::restore(&dest, &other).unwrap(), report);
    let mut restored = SqliteStore::open(&other).unwrap();
    assert_eq!(restored.append(4_000, &events(["next"])).unwrap(), 4_001);
    assert_eq!(restored.person(1).unwrap().unwrap(), b"Ada");
    assert_eq!(restored.latest_snapshot().unwrap().unwrap(), (4_000, b"state".to_vec()));
    assert_eq!(restored.letters(None, 0, 9).unwrap().len(), 1);
}

#[test]
fn restoring_overwrites_nothing_and_refuses_what_is_damaged() {
    let dir = tempfile::tempdir().unwrap();
    let (data, dest) = (dir.path().join("data"), dir.path().join("copy.db"));
    let store = filled(&data);
    store.backup(&dest, &mut |_| {}).unwrap();
    assert!(matches!(store::restore(&dest, &data), Err(StoreError::InUse { .. })));
    drop(store);
    assert!(matches!(store::restore(&dest, &data), Err(StoreError::Exists { .. })));

    let orphaned = dir.path().join("orphaned");
    std::fs::create_dir(&orphaned).unwrap();
    std::fs::write(orphaned.join(format!("{DATABASE_FILE}-wal")), "old").unwrap();
    assert!(matches!(store::restore(&dest, &orphaned), Err(StoreError::Exists { .. })));

    // Bytes in the middle of the events are changed where the database itself cannot notice: the blob's hash does.
    let raw = rusqlite::Connection::open(&dest).unwrap();
    raw.execute("UPDATE blob SET bytes = x'00'", []).unwrap();
    drop(raw);
    let fresh = dir.path().join("fresh");
    assert!(matches!(store::restore(&dest, &fresh), Err(StoreError::Corrupt { .. })));
    assert!(!fresh.exists());

    // Half a file.
    let half = std::fs::read(&dest).unwrap();
    std::fs::write(&dest, &half[..half.len() / 2]).unwrap();
    assert!(store::restore(&dest, &fresh).is_err());
    assert!(!fresh.exists());
}
