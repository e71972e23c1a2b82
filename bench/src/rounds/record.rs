//! The verifiable record: how fast entries become durable and published, and how fast a stranger checks them.
use super::Round;
use crate::{
    acts::{Acts, Bare, ORIGIN},
    machine::{self, Others, now},
    stats::{median, rounded},
};
use anyhow::{Context, Result, bail};
use app::record::{Publisher, Trust};
use ledger::{
    Replay,
    key::{Kind, SigningKey},
    policy::Policy,
};
use serde_json::{Value, json};
use std::{path::Path, process::Command, sync::Arc};
use store::{Batch, EventFeed as _, EventStore as _, SqliteStore};

/// Entries that become durable together.
const BATCH: usize = 256;
/// Parts in which checking and replaying take turns.
const PARTS: usize = 10;

/// The round: signed acts appended with a checkpoint a batch, then checked bare, replayed on one thread and on two, part by part in turn.
pub fn round(round: &Round) -> Result<Value> {
    machine::wait_idle(round.quick)?;
    machine::stay_anywhere()?;
    let made = Acts::make(if round.quick { 1_280 } else { 100_000 })?;
    let others = Others::begin(None);
    let (appended, served, checkpoints) = append(round, &made)?;
    let (bare, one, two) = replay(&made)?;
    Ok(json!({
        "entries": made.acts.len(),
        "appended_per_second": rounded(appended, 0),
        "published_per_second": rounded(served, 0),
        "checkpoints_a_batch": rounded(checkpoints, 3),
        "bare_ms": rounded(bare, 0),
        "replay_ms": rounded(one, 0),
        "replay_two_ms": rounded(two, 0),
        "others_share": rounded(others.share(), 3),
    }))
}

/// Entries a second that become durable, and that become durable and stand under a signed checkpoint in the published files, batch by
/// batch; and how many checkpoints there were a batch.
fn append(round: &Round, made: &Acts) -> Result<(f64, f64, f64)> {
    let acts: Vec<_> = made.acts.iter().take(if round.quick { 1_024 } else { 51_200 }).collect();
    let batches: Vec<Batch> = acts
        .chunks(BATCH)
        .scan(made.before.len() as u64, |first, acts| {
            let batch = Batch { first_leaf: *first, leaves: acts.iter().map(|a| (*a).clone()).collect(), ..Batch::default() };
            *first += acts.len() as u64;
            Some(batch)
        })
        .collect();
    let (durable, _) = rate(round, made, &batches, false)?;
    let (published, checkpoints) = rate(round, made, &batches, true)?;
    Ok((durable, published, checkpoints as f64 / batches.len() as f64))
}

/// Entries a second, and the number of checkpoints. As in the server, another thread publishes what is durable, and the next batch
/// becomes durable meanwhile; here it waits until the one before is taken up, so that every batch has its checkpoint.
fn rate(round: &Round, made: &Acts, batches: &[Batch], is_published: bool) -> Result<(f64, usize)> {
    let dir = round.work.join("appended");
    if dir.exists() {
        std::fs::remove_dir_all(&dir)?;
    }
    let mut store = SqliteStore::open(&dir)?;
    store.append(0, &Batch { leaves: made.before.clone(), ..Batch::default() })?;
    let mut publisher = publisher(&store, &dir)?;
    publisher.advance()?;
    let (durable, to_publish) = std::sync::mpsc::sync_channel::<()>(0);
    let begun = now();
    let checkpoints = std::thread::scope(|scope| -> Result<usize> {
        let publishing = scope.spawn(move || -> Result<usize> {
            let mut checkpoints = 0;
            for () in to_publish {
                checkpoints += usize::from(publisher.advance()?.is_some());
            }
            Ok(checkpoints)
        });
        for batch in batches {
            store.append(0, batch)?;
            if is_published && durable.send(()).is_err() {
                break;
            }
        }
        drop(durable);
        publishing.join().map_err(|_| anyhow::anyhow!("publishing panicked"))?
    })?;
    let entries: usize = batches.iter().map(|b| b.leaves.len()).sum();
    let rate = entries as f64 / machine::ms_since(begun) * 1000.0;
    if store.reader().feed_leaf_count()? != (made.before.len() + entries) as u64 {
        bail!("entries were lost");
    }
    Ok((rate, checkpoints))
}

fn publisher(store: &SqliteStore, dir: &Path) -> Result<Publisher> {
    let trust = Trust { key: SigningKey::from_seed(ORIGIN, Kind::Note, [3; 32])?, policy: Policy::default() };
    let reader = Arc::new(store.reader());
    Ok(Publisher::open(&dir.join("record"), trust, Arc::clone(&reader) as _, reader)?)
}

/// Milliseconds of the bare cryptography, of a replay on one thread, and of one on two.
fn replay(made: &Acts) -> Result<(f64, f64, f64)> {
    let signatures = made.bare()?;
    let mut replays = [Replay::new(ORIGIN), Replay::new(ORIGIN)];
    for replay in &mut replays {
        taken(replay.extend(&made.before, 1)?.len())?;
    }
    let [one, two] = &mut replays;
    let mut times = [0.0; 3];
    let part = made.acts.len().div_ceil(PARTS);
    for (acts, signatures) in made.acts.chunks(part).zip(signatures.chunks(part)) {
        let begun = now();
        if !signatures.iter().all(Bare::holds) {
            bail!("a signature does not hold");
        }
        times[0] += machine::ms_since(begun);
        for (replay, threads, time) in [(&mut *one, 1, 1), (&mut *two, 2, 2)] {
            let begun = now();
            taken(replay.extend(acts, threads)?.len())?;
            times[time] += machine::ms_since(begun);
        }
    }
    Ok((times[0], times[1], times[2]))
}

fn taken(rejected: usize) -> Result<()> {
    if rejected > 0 {
        bail!("{rejected} entries were rejected");
    }
    Ok(())
}

/// The bundles of a whole rehearsal, checked by the program as a stranger would: their largest size and longest time.
pub fn bundle(round: &Round) -> Result<Value> {
    machine::wait_idle(round.quick)?;
    machine::stay_anywhere()?;
    let mut rehearsal = Command::new(&round.program);
    rehearsal.args(["rehearse", "--exit", "--json"]);
    if round.quick {
        rehearsal.args(["--organisations", "24", "--representatives", "96", "--venues", "4", "--countries", "12"]);
    }
    let output = rehearsal.output().context("starting a rehearsal")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let report: Value = serde_json::from_str(text.trim().lines().last().unwrap_or_default())
        .with_context(|| format!("the rehearsal said {text} {}", String::from_utf8_lossy(&output.stderr)))?;
    let record = &report["record"];
    let of = |name: &str| record[name].as_f64().with_context(|| format!("the rehearsal tells no {name}"));
    Ok(json!({
        "entries": of("entries")?,
        "bundle_bytes": of("bundle_bytes")?,
        "verify_ms": rounded(of("verify_ms")?, 1),
        "endorsements": median(&[record["final"]["organisations"].as_f64().unwrap_or_default()]),
    }))
}
