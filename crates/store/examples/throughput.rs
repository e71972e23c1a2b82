//! Measures the store on this machine: `cargo run --release -p store --example throughput [DIR]`.
//!
//! Small events in full batches, one event a transaction, replay, and reading people.
#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::ops::ControlFlow;
use std::time::Instant;

use store::limits::MAX_BATCH_EVENTS;
use store::{Batch, EventStore, PersonWrite, SideStore, SqliteStore, StoreError};

/// The size of one event, in bytes: a vote or a request for the floor.
const EVENT_BYTES: usize = 64;

fn main() -> Result<(), StoreError> {
    let dir = std::env::args().nth(1).map_or_else(std::env::temp_dir, Into::into);
    let dir = dir.join(format!("store-throughput-{}", std::process::id()));
    let measured = measure(&dir);
    if let Err(error) = std::fs::remove_dir_all(&dir) {
        eprintln!("{} could not be removed: {error}", dir.display());
    }
    measured
}

fn measure(dir: &std::path::Path) -> Result<(), StoreError> {
    let mut store = SqliteStore::open(dir)?;
    for size in [MAX_BATCH_EVENTS, 1_024, 128] {
        let batch = Batch { events: vec![vec![7; EVENT_BYTES]; size], ..Batch::default() };
        let rounds = (1_000_000 / size).min(1_000);
        let start = Instant::now();
        let mut position = store.position()?;
        let mut slowest = 0.0_f64;
        for _ in 0..rounds {
            let commit = Instant::now();
            position = store.append(position, &batch)?;
            slowest = slowest.max(commit.elapsed().as_secs_f64());
        }
        report(&format!("append, {size} events a transaction"), rounds * size, start, slowest);
    }
    let one = Batch { events: vec![vec![7; EVENT_BYTES]], ..Batch::default() };
    let (start, mut slowest) = (Instant::now(), 0.0_f64);
    for _ in 0..500 {
        let commit = Instant::now();
        let position = store.position()?;
        store.append(position, &one)?;
        slowest = slowest.max(commit.elapsed().as_secs_f64());
    }
    report("append, 1 event a transaction", 500, start, slowest);

    let (start, mut bytes, mut read) = (Instant::now(), 0, 0);
    store.read_after(0, usize::MAX, &mut |_, event| {
        bytes += event.len();
        read += 1;
        ControlFlow::Continue(())
    })?;
    report(&format!("replay of {} MB", bytes / 1_000_000), read, start, 0.0);

    let start = Instant::now();
    for first in (1..=10_240_u64).step_by(1_024) {
        let people = (first..first + 1_024).map(|id| PersonWrite { id, record: Some(vec![1; 400]) }).collect();
        let position = store.position()?;
        store.append(position, &Batch { people, ..Batch::default() })?;
    }
    report("people written, 1024 a transaction", 10_240, start, 0.0);
    let (start, mut people) = (Instant::now(), 0);
    store.people(&mut |_, _| {
        people += 1;
        ControlFlow::Continue(())
    })?;
    report("people read", people, start, 0.0);
    let start = Instant::now();
    for id in 1..=100 {
        let position = store.position()?;
        store.append(position, &Batch { people: vec![PersonWrite { id, record: None }], ..Batch::default() })?;
    }
    report("people erased, one by one", 100, start, 0.0);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn report(what: &str, number: usize, start: Instant, slowest: f64) {
    let seconds = start.elapsed().as_secs_f64();
    let rate = number as f64 / seconds;
    println!("{what}: {number} in {seconds:.3} s = {rate:.0}/s; slowest transaction {:.1} ms", slowest * 1_000.0);
}
