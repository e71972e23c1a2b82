//! Starting again on a million events.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "restart",
    title: "A restart with a million events",
    how: "The log of a convened summit, lengthened by a very long debate, each event decided by the rules. The time runs from the start of the \
          process until it says that it listens, with everything it looks at on its way: people, record, translations.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let events = if orchestra.quick { 10_000 } else { 1_000_000 };
    orchestra.prepare(Some(events))?;
    let asked = || orchestra.round(Asked { name: "restart", events: Some(events), ..Asked::default() });
    let rounds: Vec<Value> = (0..orchestra.rounds).map(|_| asked()).collect::<Result<_>>()?;
    Ok(json!({
        "events": median(&field(&rounds, "events")),
        "with_snapshot_ms": spread(&field(&rounds, "with_snapshot_ms"), 0),
        "without_snapshot_ms": spread(&field(&rounds, "without_snapshot_ms"), 0),
        "replay_alone_ms": spread(&field(&rounds, "replay_alone_ms"), 0),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("events", of("events"), ""),
        Row::at_most("with a snapshot", of("with_snapshot_ms.median"), "ms", 200.0, "≤ 0.2 s"),
        Row::at_most("without one", of("without_snapshot_ms.median"), "ms", 1000.0, "≤ 1 s"),
        Row::told("of that: reading the log and people, in another process", of("replay_alone_ms.median"), "ms"),
    ]
}
