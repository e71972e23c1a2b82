//! Whatever is appended in whatever batches, with restarts and wrong expectations between, is read back as it was.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::ops::ControlFlow;

use common::read_all;
use proptest::prelude::*;
use store::memory::MemoryStore;
use store::{Batch, EventStore, SqliteStore, StoreError};

#[derive(Clone, Debug)]
enum Step {
    Append(Vec<Vec<u8>>),
    WrongAppend { off: u64, events: Vec<Vec<u8>> },
    Snapshot(Vec<u8>),
    Reopen,
}

fn batch() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let short = prop::collection::vec(any::<u8>(), 0..60);
    let long = (any::<u8>(), 0..=store::limits::MAX_EVENT_BYTES).prop_map(|(byte, size)| vec![byte; size]);
    prop::collection::vec(prop_oneof![20 => short, 1 => long], 0..40)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => batch().prop_map(Step::Append),
        1 => (1..9_u64, batch()).prop_map(|(off, events)| Step::WrongAppend { off, events }),
        1 => prop::collection::vec(any::<u8>(), 0..300).prop_map(Step::Snapshot),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 0..30)
}

/// Runs the steps and compares with a plain list after each.
fn run<S: EventStore>(mut open: impl FnMut() -> S, steps: &[Step], after: u64, limit: usize) -> Result<(), TestCaseError> {
    let mut model: Vec<Vec<u8>> = Vec::new();
    let mut snapshot: Option<(u64, Vec<u8>)> = None;
    let mut store = Some(open());
    for step in steps {
        let position = model.len() as u64;
        let Some(open_store) = store.as_mut() else { return Err(TestCaseError::fail("no store is open")) };
        match step {
            Step::Append(events) => {
                model.extend(events.iter().cloned());
                let batch = Batch { events: events.clone(), ..Batch::default() };
                prop_assert_eq!(open_store.append(position, &batch).unwrap(), model.len() as u64);
            }
            Step::WrongAppend { off, events } => {
                let batch = Batch { events: events.clone(), ..Batch::default() };
                let refused = open_store.append(position + off, &batch);
                let is_conflict = matches!(refused, Err(StoreError::Conflict { actual, .. }) if actual == position);
                prop_assert!(is_conflict);
            }
            Step::Snapshot(bytes) => {
                open_store.save_snapshot(position, bytes).unwrap();
                snapshot = Some((position, bytes.clone()));
            }
            Step::Reopen => {
                // Closed before it is opened again: a directory has one writer.
                store = None;
                store = Some(open()).or(store);
            }
        }
    }
    let Some(store) = store else { return Err(TestCaseError::fail("no store is open")) };
    prop_assert_eq!(store.position().unwrap(), model.len() as u64);
    let numbered: Vec<(u64, Vec<u8>)> = (1..).zip(model).collect();
    prop_assert_eq!(&read_all(&store, 0), &numbered);
    let mut part = Vec::new();
    let mut collect = |position, bytes: &[u8]| {
        part.push((position, bytes.to_vec()));
        ControlFlow::Continue(())
    };
    store.read_after(after, limit, &mut collect).unwrap();
    let expected: Vec<_> = numbered.into_iter().filter(|(position, _)| *position > after).take(limit).collect();
    prop_assert_eq!(part, expected);
    prop_assert_eq!(store.latest_snapshot().unwrap(), snapshot);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn sqlite_gives_back_what_it_was_given(steps in steps(), after in 0..500_u64, limit in 0..300_usize) {
        let dir = tempfile::tempdir().unwrap();
        run(|| SqliteStore::open(dir.path()).unwrap(), &steps, after, limit)?;
        prop_assert!(store::verify(dir.path()).is_ok());
    }

    #[test]
    fn memory_gives_back_what_it_was_given(steps in steps(), after in 0..500_u64, limit in 0..300_usize) {
        let store = MemoryStore::new();
        run(|| store.clone(), &steps, after, limit)?;
    }
}
