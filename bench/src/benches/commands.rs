//! How many commands a second become durable.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "commands",
    title: "Commands a second",
    how: "A closed loop on the house itself, without network and pages: delegations ask for the floor and take it back, 8,192 acts under way. Each \
          is decided by the rules, appended to SQLite and synced with those of its transaction, folded twice (ahead of the disk and into what \
          is published) and answered.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let asked = || orchestra.round(Asked { name: "commands", ..Asked::default() });
    let rounds: Vec<Value> = (0..orchestra.rounds).map(|_| asked()).collect::<Result<_>>()?;
    Ok(json!({
        "commands_per_second": spread(&field(&rounds, "commands_per_second"), 0),
        "transactions_per_second": median(&field(&rounds, "transactions_per_second")),
        "refused": field(&rounds, "refused").iter().sum::<f64>(),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::at_least("commands a second", of("commands_per_second.median"), "", 300_000.0, "≥ 300,000"),
        Row::told("transactions a second", of("transactions_per_second"), ""),
        Row::at_most("refused", of("refused"), "", 0.0, "0"),
    ]
}
