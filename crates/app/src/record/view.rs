//! The record as readers see it: what is durable, folded from the same leaves as the writer's.
use super::{Recorder, Setup};
use ledger::{Checked, Digest, Leaf, Replay};
use parking_lot::{RwLock, RwLockReadGuard};
use std::sync::Arc;
use tokio::sync::watch;

/// The published record.
#[derive(Debug)]
pub struct RecordView {
    setup: Arc<Setup>,
    replay: RwLock<Replay>,
    size: watch::Sender<u64>,
    genesis: Option<Digest>,
}

impl RecordView {
    /// What a recorder has, as readers see it.
    #[must_use]
    pub fn new(recorder: &Recorder) -> Self {
        let size = watch::channel(recorder.size()).0;
        let (setup, genesis) = (Arc::clone(recorder.setup()), recorder.genesis);
        Self { setup, replay: RwLock::new(recorder.replay().clone()), size, genesis }
    }
    /// After the log was opened anew.
    pub(crate) fn replace(&self, recorder: &Recorder) {
        *self.replay.write() = recorder.replay().clone();
        self.size.send_replace(recorder.size());
    }
    pub(crate) fn published(&self, leaves: &[Checked]) {
        if leaves.is_empty() {
            return;
        }
        let mut replay = self.replay.write();
        for leaf in leaves {
            // They were judged by the writer; what it could not take, it did not append.
            drop(replay.apply(leaf));
        }
        self.size.send_replace(replay.size());
    }
    /// Who may sign what, after the newest durable leaf.
    pub fn replay(&self) -> RwLockReadGuard<'_, Replay> {
        self.replay.read()
    }
    /// The number of durable leaves; changes wake the receiver.
    #[must_use]
    pub fn size(&self) -> watch::Receiver<u64> {
        self.size.subscribe()
    }
    /// What the server was started with.
    pub(super) fn setup(&self) -> &Setup {
        &self.setup
    }
    /// SHA-256 of the first entry, which names the accreditors.
    pub(super) const fn genesis(&self) -> Option<Digest> {
        self.genesis
    }
    /// The log's origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.setup.origin
    }
    /// Whether the server holds enough accreditors' keys to act in their name.
    #[must_use]
    pub fn holds_accreditors(&self) -> bool {
        self.setup.accreditors.len() as u64 >= self.replay().threshold().max(1)
    }
    /// Checks a leaf's signatures; slow, so for a thread that may block.
    #[must_use]
    pub fn check(&self, leaf: Leaf) -> Checked {
        // Copied out, so that nobody waits for the verification to end before a batch is published.
        let (rp, reps) = {
            let replay = self.replay.read();
            let asked = leaf.entry().map(|e| e.sigs.as_slice()).unwrap_or_default();
            let reps: Vec<_> = asked
                .iter()
                .filter_map(|sig| match sig {
                    ledger::Signature::Webauthn { rep, .. } => Some((rep.clone(), replay.reps().get(rep)?.key)),
                    _ => None,
                })
                .collect();
            (replay.rp().cloned(), reps)
        };
        let passkey = |rep: &str| reps.iter().find(|(name, _)| name == rep).map(|(_, key)| key);
        Checked::new(leaf, rp.as_ref(), passkey)
    }
}
