//! A record at the start of the server, and while it runs: compared, published, shown to the witnesses.
use super::{publisher, setup, witnesses};
use crate::{config, feeder, keep};
use anyhow::{Context, Result, bail};
use app::{
    House,
    record::{Progress, Publisher, RecordView, Setup, Shelf},
};
use ledger::{Digest, checkpoint::Checkpoint, note::Note, policy::Policy, proof::ConsistencyProof};
use std::{fs, path::Path, sync::Arc, time::Duration};
use store::Reader;
use tokio::{sync::watch, task::spawn_blocking};

/// How long entries wait for others to share a checkpoint with, so that a stampede makes few of them. None waits longer than the
/// promised two seconds.
const TOGETHER: Duration = Duration::from_millis(500);

/// A record that was compared with what is known of it, and may go on.
pub struct Watched {
    /// Its keys, for the house.
    pub setup: Arc<Setup>,
    /// How far it and its witnesses have come.
    pub progress: Arc<Progress>,
    publisher: Publisher,
}

/// Holds what is stored against the newest checkpoint here and the witnesses', before anything is added to it or anybody is served.
///
/// # Errors
/// When the record became shorter or another one, or nobody knows whether it did; and when keys or settings are wrong.
pub async fn look(dir: &Path, record: &config::Record, reader: &Arc<Reader>) -> Result<Watched> {
    let (data, settings, stored) = (dir.to_owned(), record.clone(), Arc::clone(reader));
    let opened = spawn_blocking(move || {
        let publisher = publisher(&data, &settings, &stored)?;
        let (newest, policy) = (publisher.newest()?, publisher.policy()?);
        let known = publisher.found().is_some();
        // One that was found, never one that is signed now: what it covers was verified before it was published.
        let vouched = publisher.found().cloned();
        anyhow::Ok((setup(&data, &settings, vouched)?, publisher, newest, policy, known))
    });
    let (setup, publisher, newest, policy, known) = opened.await.context("the record")??;
    let progress = Arc::new(Progress::of(witnesses(dir, record)?.witnesses.into_iter().map(|witness| witness.name)));
    let shown =
        Arc::new(Shown { shelf: publisher.shelf().clone(), progress: Arc::clone(&progress), to_serve: watch::channel(None).0 });
    if let Some(newest) = newest {
        let confirmed = feeder::agree(&policy, shown.as_ref(), &newest).await?;
        let quorum = policy.quorum.is_some() && policy.check(&confirmed).is_ok();
        came_back(dir, known || quorum, &newest)?;
    }
    Ok(Watched { setup, progress, publisher })
}

/// After a restore the newest checkpoint must be known from somewhere, or the record could say two things of one index.
fn came_back(dir: &Path, known: bool, stored: &Note) -> Result<()> {
    let mark = dir.join(keep::RESTORED);
    if !mark.exists() {
        return Ok(());
    }
    if known {
        return fs::remove_file(&mark).with_context(|| format!("removing {}", mark.display()));
    }
    let checkpoint: Checkpoint = stored.text().parse().context("the public record")?;
    let place = super::directory(dir).join("checkpoint");
    bail!(
        "these data came out of a backup; their record has {} entries (root {}). Which tree was published last is not known here, and \
         going on could contradict it. Bring the newest checkpoint that anybody has (from /record/checkpoint of the old server or of a \
         mirror, from a bundle, from a witness) to {}; hemicycle restore --help",
        checkpoint.size,
        Digest(checkpoint.root),
        place.display()
    )
}

/// The record as the feeder of the witnesses sees it.
struct Shown {
    shelf: Shelf,
    progress: Arc<Progress>,
    // The newest one wins; it is written on a thread that may block.
    to_serve: watch::Sender<Option<Note>>,
}

impl feeder::Log for Shown {
    fn consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof> {
        self.shelf.consistency(old, new)
    }
    fn publish(&self, checkpoint: &Note) {
        self.to_serve.send_replace(Some(checkpoint.clone()));
    }
    fn stands(&self, witness: &str, confirmed: Result<u64, &str>) {
        self.progress.witness(witness, confirmed);
    }
}

impl Watched {
    /// Publishes what is there, and from now on whatever becomes durable; shows each checkpoint to the witnesses.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub async fn go_on(mut self, house: Arc<House>) -> Result<()> {
        let (publisher, first, policy) = spawn_blocking(move || {
            let first = self.publisher.advance()?;
            let policy = self.publisher.policy()?;
            anyhow::Ok((self.publisher, first, policy))
        })
        .await
        .context("the record")?
        .context("the public record")?;
        let told = Told { served_at_once: policy.quorum.is_none(), progress: self.progress, newest: watch::channel(None).0 };
        if !policy.witnesses.is_empty() {
            witnessed(policy, publisher.shelf().clone(), &told);
        }
        told.of(first);
        tokio::spawn(publish(house, publisher, told));
        Ok(())
    }
}

/// Who hears of a new checkpoint.
struct Told {
    served_at_once: bool,
    progress: Arc<Progress>,
    newest: watch::Sender<Option<Note>>,
}

impl Told {
    fn of(&self, checkpoint: Option<Note>) {
        let Some(note) = checkpoint else { return };
        if let Ok(checkpoint) = note.text().parse::<Checkpoint>() {
            self.progress.signed(checkpoint.size);
            if self.served_at_once {
                self.progress.served(checkpoint.size);
            }
        }
        self.newest.send_replace(Some(note));
    }
}

/// Starts the feeder, and whoever writes what it publishes.
fn witnessed(policy: Policy, shelf: Shelf, told: &Told) {
    let (to_serve, mut serving) = watch::channel(None::<Note>);
    let shown = Shown { shelf: shelf.clone(), progress: Arc::clone(&told.progress), to_serve };
    tokio::spawn(feeder::run(policy, Arc::new(shown), told.newest.subscribe(), feeder::Pace::default()));
    let progress = Arc::clone(&told.progress);
    tokio::spawn(async move {
        while serving.changed().await.is_ok() {
            let Some(note) = serving.borrow_and_update().clone() else { continue };
            let shelf = shelf.clone();
            match spawn_blocking(move || shelf.serve(&note)).await {
                Ok(Ok(size)) => progress.served(size),
                Ok(Err(error)) => {
                    tracing::error!(%error, "a confirmed checkpoint could not be served; the next one will be tried")
                }
                Err(_) => return,
            }
        }
    });
}

/// Publishes whenever leaves became durable, until the house stops.
async fn publish(house: Arc<House>, mut publisher: Publisher, told: Told) {
    let Some(mut size) = house.record().map(RecordView::size) else { return };
    loop {
        // Marked before the reading: leaves that come meanwhile wake the next round.
        size.borrow_and_update();
        let round = spawn_blocking(move || {
            let outcome = publisher.advance();
            (publisher, outcome)
        });
        let Ok((back, outcome)) = round.await else {
            tracing::error!("publishing the record ended by a panic; the next start publishes what is missing");
            return;
        };
        publisher = back;
        let failed = outcome.is_err();
        match outcome {
            Ok(checkpoint) => told.of(checkpoint),
            Err(error) => tracing::error!(%error, "the record could not be published; it is tried again"),
        }
        tokio::time::sleep(TOGETHER).await;
        // After a failure nobody waits for new leaves: those that are there were not published.
        if !failed && size.changed().await.is_err() {
            return;
        }
    }
}
