//! The server starts on a long log.
use super::Round;
use crate::{
    machine::{self, now},
    serve::Server,
    stats::{median, rounded},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

/// Starts of each kind in one round.
const STARTS: usize = 3;

/// The round: some starts with the snapshot that the log was left with, then some without any.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    machine::wait_idle(round.quick)?;
    let with = starts(round, &data)?;
    let files = rusqlite::Connection::open(data.join(store::DATABASE_FILE)).context("the log")?;
    files.execute("DELETE FROM snapshot", []).context("forgetting the snapshots")?;
    drop(files);
    let without = starts(round, &data)?;
    // The same in this process: the log alone, without people, pages and record.
    let begun = now();
    let house = crate::log::open(&data)?;
    let replay_ms = machine::ms_since(begun);
    house.stop();
    Ok(json!({
        "events": stage.cast.position,
        "with_snapshot_ms": rounded(with, 0),
        "without_snapshot_ms": rounded(without, 0),
        "replay_alone_ms": rounded(replay_ms, 0),
    }))
}

/// From the start of the process until it says that it listens; it is killed each time, so that it keeps no snapshot.
fn starts(round: &Round, data: &Path) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let server = Server::start(&round.program, data, None)?;
        times.push(server.listening.saturating_duration_since(server.started).as_secs_f64() * 1000.0);
        server.kill()?;
    }
    Ok(median(&times))
}
