//! A closed loop of commands on the house itself: decided, appended, synced, folded, answered.
use super::Round;
use crate::{
    log,
    machine::{self, Others, now},
    stats::rounded,
};
use anyhow::Result;
use serde_json::{Value, json};
use std::time::Duration;

/// The round. The house may use both cores here: the writer has one, the load and the sync of the disk share the other.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let idle = machine::wait_idle(round.quick)?;
    machine::stay_anywhere()?;
    let house = log::open(&data)?;
    let mut pressing = log::Loop::new(&stage.cast, 2);
    pressing.run(&house, u64::MAX, Duration::from_millis(500));
    let others = Others::begin();
    let before = house.counters();
    let begun = now();
    let (done, refused) =
        pressing.run(&house, u64::MAX, if round.quick { Duration::from_millis(300) } else { Duration::from_secs(4) });
    let seconds = machine::ms_since(begun) / 1000.0;
    let batches = house.counters().batches - before.batches;
    let others = others.share();
    house.stop();
    Ok(json!({
        "commands_per_second": rounded(done as f64 / seconds, 0),
        "refused": refused,
        "commands_a_transaction": rounded(done as f64 / batches.max(1) as f64, 0),
        "transactions_per_second": rounded(batches as f64 / seconds, 0),
        "busy_before": rounded(idle, 3),
        "others_share": rounded(others, 3),
    }))
}
