//! The verifiable record: how fast entries become durable and published, and how fast a stranger checks them.
use super::Round;
use crate::{
    acts::{self, Acts, Bare, ORIGIN},
    machine::{self, Others, now},
    stats::{median, rounded},
};
use anyhow::{Context, Result, bail};
use app::record::{FormerActs, Founding, PRESENCE_MS, Publisher, RecordView, Recorder, Setup, Trust};
use ledger::{
    Replay,
    checkpoint::Checkpoint,
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

/// The round: signed acts appended with a checkpoint a batch; all of them opened as a start opens them; then checked bare, replayed on one
/// thread and on two, part by part in turn.
pub fn round(round: &Round) -> Result<Value> {
    machine::wait_idle(round.quick)?;
    machine::stay_anywhere()?;
    let made = Acts::make(if round.quick { 1_280 } else { 100_000 })?;
    let others = Others::begin();
    let (appended, served, checkpoints) = append(round, &made)?;
    let (vouched, verified) = openings(round, &made)?;
    let (bare, one, two) = replay(&made)?;
    Ok(json!({
        "entries": made.acts.len(),
        "appended_per_second": rounded(appended, 0),
        "published_per_second": rounded(served, 0),
        "checkpoints_a_batch": rounded(checkpoints, 3),
        "opened_vouched_ms": rounded(vouched, 0),
        "opened_verified_ms": rounded(verified, 0),
        "bare_ms": rounded(bare, 0),
        "replay_ms": rounded(one, 0),
        "replay_two_ms": rounded(two, 0),
        "others_share": rounded(others.share(), 3),
    }))
}

/// Entries a second that become durable, and that become durable and stand under a signed checkpoint in the published files, batch by
/// batch; and how many checkpoints there were a batch.
fn append(round: &Round, made: &Acts) -> Result<(f64, f64, f64)> {
    let acts = &made.acts[..if round.quick { 1_024 } else { 51_200 }];
    let batches: Vec<Batch> = batches(made, acts).collect();
    let (durable, _) = rate(round, made, &batches, false)?;
    let (published, checkpoints) = rate(round, made, &batches, true)?;
    Ok((durable, published, checkpoints as f64 / batches.len() as f64))
}

/// These acts, the first of all, in batches that follow what founds the log.
fn batches<'a>(made: &Acts, acts: &'a [Vec<u8>]) -> impl Iterator<Item = Batch> + use<'a> {
    acts.chunks(BATCH).scan(made.before.len() as u64, |first, acts| {
        let batch = Batch { first_leaf: *first, leaves: acts.to_vec(), ..Batch::default() };
        *first += acts.len() as u64;
        Some(batch)
    })
}

/// Entries a second, and the number of checkpoints. As in the server, another thread publishes what is durable, and the next batch
/// becomes durable meanwhile; here it waits until the one before is taken up, so that every batch has its checkpoint.
fn rate(round: &Round, made: &Acts, batches: &[Batch], is_published: bool) -> Result<(f64, usize)> {
    let dir = round.work.join("appended");
    let mut store = founded(&dir, made)?;
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

/// A new store that holds what founds the log.
fn founded(dir: &Path, made: &Acts) -> Result<SqliteStore> {
    if dir.exists() {
        std::fs::remove_dir_all(dir)?;
    }
    let mut store = SqliteStore::open(dir)?;
    store.append(0, &Batch { leaves: made.before.clone(), ..Batch::default() })?;
    Ok(store)
}

fn publisher(store: &SqliteStore, dir: &Path) -> Result<Publisher> {
    let trust = Trust { key: SigningKey::from_seed(ORIGIN, Kind::Note, [3; 32])?, policy: Policy::default() };
    let reader = Arc::new(store.reader());
    Ok(Publisher::open(&dir.join("record"), trust, Arc::clone(&reader) as _, reader)?)
}

/// Milliseconds to open the record of all acts with its newest checkpoint in place, and without any.
fn openings(round: &Round, made: &Acts) -> Result<(f64, f64)> {
    let dir = round.work.join("opened");
    let mut store = founded(&dir, made)?;
    for batch in batches(made, &made.acts) {
        store.append(0, &batch)?;
    }
    publisher(&store, &dir)?.advance()?;
    drop(store);
    let entries = (made.before.len() + made.acts.len()) as u64;
    let vouched = opening(&dir, entries, Some(entries))?;
    for name in ["checkpoint", "checkpoint.pending"] {
        match std::fs::remove_file(dir.join("record").join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error).context("removing a checkpoint"),
            _ => {}
        }
    }
    let verified = opening(&dir, entries, None)?;
    std::fs::remove_dir_all(&dir)?;
    Ok((vouched, verified))
}

/// Milliseconds to open a record of so many entries as a start of the server does, from its store to the checkpoint that is served: the
/// stored leaves held against the checkpoint that is found, which must cover `covered` of them; folded for the writer and for readers;
/// every published file looked at.
fn opening(dir: &Path, entries: u64, covered: Option<u64>) -> Result<f64> {
    // Else what was written before would go to the disk meanwhile.
    rustix::fs::sync();
    let begun = now();
    let store = SqliteStore::open(dir)?;
    let mut publisher = publisher(&store, dir)?;
    let (_, policy) = (publisher.newest()?, publisher.policy()?);
    let vouched = publisher.found().cloned();
    let found = vouched.as_ref().map(|checkpoint| checkpoint.size);
    let recorder = Recorder::open(setup(vouched, policy)?, &store)?;
    let view = RecordView::new(&recorder);
    let served = publisher.advance()?;
    let took = machine::ms_since(begun);
    if found != covered {
        bail!("a checkpoint of {found:?} entries was found, not of {covered:?}");
    }
    if served.is_none() || recorder.size() != entries || *view.size().borrow() != entries {
        bail!("of {entries} entries {} were opened", recorder.size());
    }
    Ok(took)
}

/// The keys of a house that keeps this record.
fn setup(vouched: Option<Checkpoint>, policy: Policy) -> Result<Arc<Setup>> {
    Ok(Arc::new(Setup {
        origin: ORIGIN.to_owned(),
        accreditors: vec![acts::officer()?],
        clerk: acts::officer()?,
        founding: Founding::default(),
        presence_ms: PRESENCE_MS,
        former: FormerActs::default(),
        vouched,
        policy,
    }))
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
