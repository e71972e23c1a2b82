//! The verifiable record.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field, ratio},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "record",
    title: "The verifiable record",
    how: "100,000 acts, half signed by Ed25519 keys and half by passkeys (ES256). Appended in batches of 256, each batch synced; then the same with \
          each batch published, while the next becomes durable as in the server: tree, tiles and a signed and synced checkpoint as files. \
          All of them are then opened as a start opens them, from the store to the checkpoint that is served, on all cores, with the files in the \
          system's memory: once with the checkpoint that covers them, once without any. For the replay the bare cryptography, the replay on one \
          thread (forms, signatures, authority) and the replay on two take turns, a tenth of the acts at a time. The bundle is the largest of a whole \
          rehearsal of the reference summit, checked by `hemicycle verify` in a process of its own.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let (mut rounds, mut bundles) = (Vec::new(), Vec::new());
    // The parts of a round of acts take turns among themselves.
    for _ in 0..orchestra.rounds {
        rounds.push(orchestra.round(Asked { name: "record", ..Asked::default() })?);
        bundles.push(orchestra.round(Asked { name: "record-bundle", ..Asked::default() })?);
    }
    let of = |name: &str| median(&field(&rounds, name));
    Ok(json!({
        "entries": of("entries"),
        "appended_per_second": spread(&field(&rounds, "appended_per_second"), 0),
        "published_per_second": spread(&field(&rounds, "published_per_second"), 0),
        "checkpoints_a_batch": of("checkpoints_a_batch"),
        "opened_vouched_ms": spread(&field(&rounds, "opened_vouched_ms"), 0),
        "opened_verified_ms": spread(&field(&rounds, "opened_verified_ms"), 0),
        "bare_ms": of("bare_ms"),
        "replay_ms": spread(&field(&rounds, "replay_ms"), 0),
        "replay_two_ms": spread(&field(&rounds, "replay_two_ms"), 0),
        "ratio_replay": ratio(of("replay_ms"), of("bare_ms")),
        "ratio_replay_two": ratio(of("replay_two_ms"), of("bare_ms")),
        "bundle": {
            "entries": median(&field(&bundles, "entries")),
            "bundle_bytes": spread(&field(&bundles, "bundle_bytes"), 0),
            "verify_ms": spread(&field(&bundles, "verify_ms"), 1),
            "endorsements": median(&field(&bundles, "endorsements")),
        },
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("entries", of("entries"), ""),
        Row::told("entries a second, durable in batches of 256", of("appended_per_second.median"), ""),
        Row::at_least("with a published checkpoint a batch", of("published_per_second.median"), "", 100_000.0, "≥ 100,000"),
        Row::told("checkpoints a batch", of("checkpoints_a_batch"), ""),
        Row::told("opening a record of 100,000 entries, its own checkpoint in place", of("opened_vouched_ms.median"), "ms"),
        Row::told("… without one, every signature verified again", of("opened_verified_ms.median"), "ms"),
        Row::told("the bare verifications", of("bare_ms"), "ms"),
        Row::told("replay, one thread", of("replay_ms.median"), "ms"),
        Row::at_most("replay through the bare verifications", of("ratio_replay"), "", 1.25, "≤ 1.25"),
        Row::at_most("on two threads", of("ratio_replay_two"), "", 0.70, "near half: ≤ 0.70"),
        Row::at_most("largest bundle of the reference summit", of("bundle.bundle_bytes.median"), "bytes", 2_000_000.0, "≤ 2 MB"),
        Row::at_most("verified in", of("bundle.verify_ms.median"), "ms", 2_000.0, "≤ 2 s"),
    ]
}
