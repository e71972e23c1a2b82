//! Erasing a person erases the bytes, not only the row.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{erase, events, letter, photo};
use proptest::prelude::*;
use store::{Batch, EventStore, NewLetter, PersonWrite, PhotoWrite, SideStore, SqliteStore};

/// Every file of the data directory, one after the other.
fn disk(dir: &Path) -> Vec<u8> {
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|path| std::fs::read(path).unwrap()).collect()
}

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// Every version number that follows `marker` and an id: the marks `<marker><id>.<version>;` found on the disk.
fn marks(disk: &[u8], marker: &str) -> Vec<(u64, u32)> {
    let mut found = Vec::new();
    let first = marker.as_bytes()[0];
    for (start, _) in disk.iter().enumerate().filter(|(_, byte)| **byte == first) {
        let Some(rest) = disk[start..].strip_prefix(marker.as_bytes()) else { continue };
        let text: String = rest.iter().take(24).map(|byte| char::from(*byte)).collect();
        if let Some((id, version)) = text.split(';').next().and_then(|mark| mark.split_once('.'))
            && let (Ok(id), Ok(version)) = (id.parse(), version.parse())
        {
            found.push((id, version));
        }
    }
    found
}

#[test]
fn erased_bytes_are_not_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(dir.path()).unwrap();
    let secret = NewLetter {
        to_address: "SECRET-ADDRESS@example.org".to_owned(),
        subject: "Dear SECRET-SUBJECT".to_owned(),
        body: format!("{}SECRET-BODY{}", "a".repeat(3_000), "b".repeat(9_000)),
        ..letter(Some(1), 1)
    };
    let batch = Batch {
        people: vec![PersonWrite { id: 1, record: Some(b"SECRET-NAME".to_vec()) }, common::person(2, b"KEPT-NAME")],
        photos: vec![photo(1, b"SECRET-PHOTO")],
        outbox: vec![secret, letter(Some(2), 1)],
        ..events(["PersonRegistered 1"])
    };
    store.append(0, &batch).unwrap();
    store.mark_letter_failed(1, "550 SECRET-ERROR unknown", Some(9)).unwrap();
    let words = ["SECRET-NAME", "SECRET-PHOTO", "SECRET-ADDRESS", "SECRET-SUBJECT", "SECRET-BODY", "SECRET-ERROR"];
    let before = disk(dir.path());
    assert!(words.iter().all(|word| contains(&before, word)), "the test looks where the bytes are");

    store.append(1, &Batch { people: vec![erase(1)], ..events(["PersonErased 1"]) }).unwrap();
    let after = disk(dir.path());
    for word in words {
        assert!(!contains(&after, word), "{word} is still there");
    }
    assert!(contains(&after, "KEPT-NAME"));
}

#[test]
fn an_erasure_that_a_reader_held_up_is_finished_by_the_next_append_or_the_next_start() {
    for restart in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let mut store = SqliteStore::open(dir.path()).unwrap();
        let batch = Batch { people: vec![common::person(1, b"SECRET-NAME")], ..events(["a"]) };
        store.append(0, &batch).unwrap();
        let raw = rusqlite::Connection::open(dir.path().join(store::DATABASE_FILE)).unwrap();
        raw.execute_batch("BEGIN; SELECT count(*) FROM event").unwrap();
        store.append(1, &Batch { people: vec![erase(1)], ..events(["b"]) }).unwrap();
        assert!(store.person(1).unwrap().is_none());
        assert!(contains(&disk(dir.path()), "SECRET-NAME"), "the reader still needs the old pages");
        assert!(!store.checkpoint().unwrap());
        if restart {
            drop(store);
            raw.execute_batch("COMMIT").unwrap();
            assert!(contains(&disk(dir.path()), "SECRET-NAME"));
            drop(SqliteStore::open(dir.path()).unwrap());
        } else {
            raw.execute_batch("COMMIT").unwrap();
            store.append(2, &events(["c"])).unwrap();
        }
        assert!(!contains(&disk(dir.path()), "SECRET-NAME"));
    }
}

/// One step of a life of the people tables.
#[derive(Clone, Debug)]
enum Step {
    Write { id: u64, size: usize },
    Photo { id: u64, size: usize },
    Letter { id: u64, size: usize },
    Erase { id: u64 },
}

fn step() -> impl Strategy<Value = Step> {
    let id = || 1..40_u64;
    prop_oneof![
        4 => (id(), 0..9_000_usize).prop_map(|(id, size)| Step::Write { id, size }),
        2 => (id(), 0..20_000_usize).prop_map(|(id, size)| Step::Photo { id, size }),
        3 => (id(), 0..6_000_usize).prop_map(|(id, size)| Step::Letter { id, size }),
        3 => id().prop_map(|id| Step::Erase { id }),
    ]
}

/// `size` bytes made of nothing but the mark, so that every piece of them is recognised.
fn marked(marker: &str, id: u64, version: u32, size: usize) -> Vec<u8> {
    let mark = format!("{marker}{id}.{version};");
    mark.as_bytes().iter().copied().cycle().take(size.max(mark.len())).collect()
}

/// Many small records in few pages, growing and shrinking: the churn that makes a tree move its cells about.
#[test]
fn nothing_stays_behind_when_a_tree_is_rebalanced() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(dir.path()).unwrap();
    let mut living: BTreeMap<u64, u32> = BTreeMap::new();
    let mut random = 1_u64;
    for version in 0..120 {
        let mut batch = Batch::default();
        for _ in 0..25 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (id, size) = (1 + (random >> 33) % 300, usize::try_from((random >> 20) % 900).unwrap());
            if (random >> 45).is_multiple_of(3) {
                batch.people.push(erase(id));
                living.remove(&id);
            } else {
                batch.people.push(common::person(id, &marked("RECORD", id, version, size)));
                living.insert(id, version);
            }
        }
        store.append(0, &batch).unwrap();
    }
    store.checkpoint().unwrap();
    let disk = disk(dir.path());
    let found = marks(&disk, "RECORD");
    let stale: Vec<_> = found.iter().filter(|(id, version)| living.get(id) != Some(version)).collect();
    assert!(stale.is_empty(), "{} stale marks, such as {:?}", stale.len(), stale[0]);
    let people = living.keys().filter(|id| found.iter().any(|(other, _)| other == *id)).count();
    assert_eq!(people, living.len(), "the test looks where the bytes are");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Whatever was written, replaced and erased in whatever order and size, the disk holds the living versions alone.
    #[test]
    fn nothing_erased_or_replaced_stays_on_the_disk(steps in prop::collection::vec(step(), 1..200)) {
        let dir = tempfile::tempdir().unwrap();
        let mut store = SqliteStore::open(dir.path()).unwrap();
        let (mut records, mut photos) = (BTreeMap::new(), BTreeMap::new());
        let mut letters: Vec<(u64, u32)> = Vec::new();
        for (version, step) in (0_u32..).zip(&steps) {
            let mut batch = Batch::default();
            match *step {
                Step::Write { id, size } => {
                    batch.people.push(common::person(id, &marked("RECORD", id, version, size)));
                    records.insert(id, version);
                }
                Step::Photo { id, size } if records.contains_key(&id) => {
                    batch.photos.push(PhotoWrite { person: id, photo: Some(marked("PHOTO", id, version, size)) });
                    photos.insert(id, version);
                }
                Step::Letter { id, size } => {
                    let body = String::from_utf8(marked("LETTER", id, version, size)).unwrap();
                    batch.outbox.push(NewLetter { body, ..letter(Some(id), 1) });
                    letters.push((id, version));
                }
                Step::Erase { id } => {
                    batch.people.push(erase(id));
                    records.remove(&id);
                    photos.remove(&id);
                    letters.retain(|(person, _)| *person != id);
                }
                Step::Photo { .. } => {}
            }
            store.append(0, &batch).unwrap();
        }
        store.checkpoint().unwrap();
        let disk = disk(dir.path());
        for (id, version) in marks(&disk, "RECORD") {
            prop_assert_eq!(records.get(&id), Some(&version), "record {} of version {}", id, version);
        }
        for (id, version) in marks(&disk, "PHOTO") {
            prop_assert_eq!(photos.get(&id), Some(&version), "photo {} of version {}", id, version);
        }
        for mark in marks(&disk, "LETTER") {
            prop_assert!(letters.contains(&mark), "letter to {} of version {}", mark.0, mark.1);
        }
    }
}
