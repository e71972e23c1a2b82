//! A process that is killed while it appends loses nothing that it acknowledged.
//!
//! SIGKILL proves that a transaction is whole or absent and that an answer is given only after its commit. It does not
//! prove the fsync (the system's cache survives the process); `synchronous=FULL` stands for that.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{events, letter, person};
use store::{Batch, EventStore, SideStore, SqliteStore};

/// Tells the child where to append; without it the child's test has nothing to do.
const DIR: &str = "STORE_CRASH_TEST_DIR";
/// How often a child is started on the same directory and killed.
const ROUNDS: u64 = 8;

/// The event at a position: its own number, and a length that differs.
fn event(position: u64) -> Vec<u8> {
    let length = 8 + usize::try_from(position * 37 % 300).unwrap();
    position.to_le_bytes().into_iter().cycle().take(length).collect()
}

/// The batch that starts after a position: 1 to 64 events, and a person and a letter named after its first one.
fn batch(after: u64) -> Batch {
    let first = after + 1;
    let people = vec![person(first, format!("person {first}").as_bytes())];
    let outbox = vec![store::NewLetter { id: Some(first), ..letter(Some(first), 1) }];
    Batch { people, outbox, ..events((first..=after + batch_length(after)).map(event)) }
}

fn batch_length(after: u64) -> u64 {
    1 + after * 31 % 64
}

/// The child's side: appends until it is killed, and says each position once it is acknowledged.
#[test]
fn child_appends_until_it_is_killed() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let mut store = SqliteStore::open(Path::new(&dir)).unwrap();
    let mut position = store.position().unwrap();
    loop {
        position = store.append(position, &batch(position)).unwrap();
        // Not println!, which the test harness captures.
        writeln!(std::io::stdout(), "acknowledged {position}").unwrap();
    }
}

/// Starts a child, kills it after some acknowledgements, and answers the last position it acknowledged.
fn run_and_kill(dir: &Path, acknowledgements: usize) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_appends_until_it_is_killed", "--nocapture"])
        .env(DIR, dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut last = 0;
    let mut seen = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        // A line that the kill cut short is no number, or a smaller one than the last; it is passed over.
        let Some(number) = line.strip_prefix("acknowledged ").and_then(|text| text.parse().ok()) else { continue };
        if number < last {
            continue;
        }
        last = number;
        seen += 1;
        if seen == acknowledgements {
            // The child goes on while the signal is on its way, and what it still says is read too.
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(seen >= acknowledgements, "the child ended by itself after {seen}");
    last
}

#[test]
fn every_acknowledged_position_survives_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..ROUNDS {
        let acknowledged = run_and_kill(dir.path(), usize::try_from(1 + round * 13).unwrap());
        let store = SqliteStore::open(dir.path()).unwrap();
        let position = store.position().unwrap();
        assert!(position >= acknowledged, "{acknowledged} was acknowledged, the log ends at {position}");
        let mut next = 1;
        store
            .read_after(0, usize::MAX, &mut |found, bytes| {
                assert_eq!((found, bytes), (next, event(next).as_slice()));
                next += 1;
                ControlFlow::Continue(())
            })
            .unwrap();
        assert_eq!(next, position + 1);
        // Batches are whole: the log ends where a batch ends, and each has brought its person and its letter.
        let (mut end, mut batches) = (0, 0);
        while end < position {
            let first = end + 1;
            assert_eq!(store.person(first).unwrap().unwrap(), format!("person {first}").as_bytes());
            assert!(store.letter(first).unwrap().is_some());
            end += batch_length(end);
            batches += 1;
        }
        assert_eq!(end, position);
        drop(store);
        let report = store::verify(dir.path()).unwrap();
        assert_eq!((report.position, report.people, report.letters), (position, batches, batches));
    }
}
