//! The house as everybody but the writer sees it: submit commands, read the state, hear of changes.
use crate::{
    Clock, Entropy, People,
    engine::{Act, Engine, EngineError, Failure, Outcome},
    letters::LetterWriter,
    record::{self, RecordView},
    writer::{Job, Reply, Writer},
};
use crossbeam_channel::{Sender, TrySendError};
use domain::{Recorded, State};
use ledger::Checked;
use parking_lot::{RwLock, RwLockReadGuard};
use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::JoinHandle,
};
use store::{EventFeed, EventStore, SideStore, StoreError};
use tokio::sync::{Notify, oneshot, watch};

/// Most commands that may wait for the writer; beyond it the caller is told to try again.
pub const QUEUE: usize = 65_536;

/// Hears of every durable change, on the writer's thread: it must not block.
pub trait Audience: Send + Sync + 'static {
    /// These events are durable and folded.
    fn published(&self, events: &[Recorded]);
}

impl Audience for () {
    fn published(&self, _: &[Recorded]) {}
}

/// Opens the store's writing side; called again after a failed write.
pub type OpenStore = Box<dyn Fn() -> Result<Box<dyn EventStore>, StoreError> + Send + Sync>;

/// What a house is made of.
pub struct Setup {
    /// Opens the log for writing.
    pub open: OpenStore,
    /// The tables beside the log.
    pub side: Arc<dyn SideStore>,
    /// The log for readers.
    pub feed: Arc<dyn EventFeed>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives randomness.
    pub entropy: Box<dyn Entropy>,
    /// Writes letters in people's languages.
    pub letters: Arc<dyn LetterWriter>,
    /// The keys of the verifiable record, where one is kept.
    pub record: Option<Arc<record::Setup>>,
}

pub(crate) struct Shared {
    pub state: RwLock<State>,
    pub people: Arc<People>,
    pub audience: Arc<dyn Audience>,
    pub letter_writer: Arc<dyn LetterWriter>,
    pub reopen: OpenStore,
    pub position: watch::Sender<u64>,
    pub letters: Notify,
    pub stopped: AtomicBool,
    pub record: Option<RecordView>,
    pub record_setup: Option<Arc<record::Setup>>,
    pub commands: AtomicU64,
    pub refused: AtomicU64,
    pub turned_away: AtomicU64,
    pub batches: AtomicU64,
    pub events: AtomicU64,
}

/// Counters since the start.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counters {
    /// Commands carried out.
    pub commands: u64,
    /// Commands refused, denied or invalid.
    pub refused: u64,
    /// Commands that found the queue full or the writer gone, and were sent back to be tried again.
    pub turned_away: u64,
    /// Durable transactions.
    pub batches: u64,
    /// Events appended.
    pub events: u64,
    /// Commands waiting for the writer now.
    pub queued: u64,
}

/// One running deployment.
pub struct House {
    shared: Arc<Shared>,
    queue: Sender<Job>,
    side: Arc<dyn SideStore>,
    feed: Arc<dyn EventFeed>,
    clock: Arc<dyn Clock>,
    writer: parking_lot::Mutex<Option<JoinHandle<()>>>,
}

impl House {
    /// Replays the log and starts the writer; `progress` hears position and newest position while replaying.
    ///
    /// # Errors
    /// When the log cannot be opened, read or replayed.
    pub fn open(setup: Setup, audience: Arc<dyn Audience>, progress: &mut dyn FnMut(u64, u64)) -> Result<Self, EngineError> {
        let people = Arc::new(People::default());
        load_people(setup.side.as_ref(), &people)?;
        let mut engine = Engine::open((setup.open)()?, Arc::clone(&setup.letters), Arc::clone(&people), progress)?;
        let mut entropy = setup.entropy;
        if let Some(record) = &setup.record {
            engine.keep_record(Arc::clone(record), setup.clock.now(), entropy.as_mut())?;
        }
        let shared = Arc::new(Shared {
            state: RwLock::new(engine.state().clone()),
            people,
            audience,
            letter_writer: setup.letters,
            reopen: setup.open,
            position: watch::channel(engine.state().position).0,
            letters: Notify::new(),
            stopped: AtomicBool::new(false),
            record: engine.record().map(RecordView::new),
            record_setup: setup.record,
            commands: AtomicU64::new(0),
            refused: AtomicU64::new(0),
            turned_away: AtomicU64::new(0),
            batches: AtomicU64::new(0),
            events: AtomicU64::new(0),
        });
        let (queue, jobs) = crossbeam_channel::bounded(QUEUE);
        let writer =
            Writer { engine: Some(engine), queue: jobs, shared: Arc::clone(&shared), clock: Arc::clone(&setup.clock), entropy };
        let thread = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || writer.run())
            .map_err(|e| StoreError::Invalid { what: "thread", detail: e.to_string() })?;
        Ok(Self {
            shared,
            queue,
            side: setup.side,
            feed: setup.feed,
            clock: setup.clock,
            writer: parking_lot::Mutex::new(Some(thread)),
        })
    }

    /// The published state: what is durable, and nothing else. Held for as short a time as a page takes to render.
    pub fn state(&self) -> RwLockReadGuard<'_, State> {
        self.shared.state.read()
    }
    /// The book of people.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.shared.people
    }
    /// The verifiable record as it stands durably, where one is kept.
    #[must_use]
    pub fn record(&self) -> Option<&RecordView> {
        self.shared.record.as_ref()
    }
    /// The tables beside the log; its calls block.
    #[must_use]
    pub fn side(&self) -> &Arc<dyn SideStore> {
        &self.side
    }
    /// The log for readers; its calls block.
    #[must_use]
    pub fn feed(&self) -> &Arc<dyn EventFeed> {
        &self.feed
    }
    /// The house's clock.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }
    /// The newest published position; changes wake the receiver.
    #[must_use]
    pub fn position(&self) -> watch::Receiver<u64> {
        self.shared.position.subscribe()
    }
    /// Wakes when letters may wait to be sent.
    pub async fn letters_waiting(&self) {
        self.shared.letters.notified().await;
    }
    /// Whether the writer takes commands.
    #[must_use]
    pub fn ready(&self) -> bool {
        !self.shared.stopped.load(Ordering::Acquire)
    }
    /// Counters for the metrics.
    #[must_use]
    pub fn counters(&self) -> Counters {
        let shared = &self.shared;
        Counters {
            commands: shared.commands.load(Ordering::Relaxed),
            refused: shared.refused.load(Ordering::Relaxed),
            turned_away: shared.turned_away.load(Ordering::Relaxed),
            batches: shared.batches.load(Ordering::Relaxed),
            events: shared.events.load(Ordering::Relaxed),
            queued: self.queue.len() as u64,
        }
    }

    /// Queues a command; `reply` is called on the writer's thread once the answer is durable.
    pub fn submit_then(&self, act: Act, reply: Reply) {
        self.submit_signed_then(act, None, reply);
    }

    /// As [`House::submit_then`], with the leaf that came signed with the act; its signatures are checked already.
    pub fn submit_signed_then(&self, act: Act, signed: Option<Checked>, reply: Reply) {
        match self.queue.try_send(Job::Act(Box::new((act, signed)), reply)) {
            Ok(()) => {}
            Err(TrySendError::Full(Job::Act(_, reply)) | TrySendError::Disconnected(Job::Act(_, reply))) => {
                self.shared.turned_away.fetch_add(1, Ordering::Relaxed);
                reply(Err(Failure::Unavailable));
            }
            Err(_) => {}
        }
    }

    /// Queues a command and waits for its durable answer.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn submit(&self, act: Act) -> Outcome {
        self.submit_signed(act, None).await
    }

    /// As [`House::submit`], with the leaf that came signed with the act; its signatures are checked already.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn submit_signed(&self, act: Act, signed: Option<Checked>) -> Outcome {
        let (send, receive) = oneshot::channel();
        // The caller may have gone away; the act is carried out all the same.
        self.submit_signed_then(act, signed, Box::new(move |outcome| drop(send.send(outcome))));
        receive.await.unwrap_or(Err(Failure::Unavailable))
    }

    /// Like [`House::submit`], for the shell, outside any async runtime.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn submit_blocking(&self, act: Act) -> Outcome {
        let (send, receive) = crossbeam_channel::bounded(1);
        self.submit_then(act, Box::new(move |outcome| drop(send.send(outcome))));
        receive.recv().unwrap_or(Err(Failure::Unavailable))
    }

    /// Stops taking commands, answers those queued, keeps a snapshot, and returns when the writer is done. Blocks.
    pub fn stop(&self) {
        // A full or closed queue: the writer is busy or gone; either way waiting for its thread is right.
        drop(self.queue.send(Job::Stop));
        if let Some(thread) = self.writer.lock().take()
            && thread.join().is_err()
        {
            tracing::error!("the writer ended by a panic; the next start replays the log");
        }
    }
}

/// Loads the book of people from the store.
///
/// # Errors
/// When the store cannot be read.
pub fn load_people(side: &dyn SideStore, people: &People) -> Result<(), StoreError> {
    let (mut loaded, mut commitments) = (Vec::new(), Vec::new());
    side.people(&mut |id, bytes| {
        if let (Ok(id), Ok(kept)) = (u32::try_from(id), record::kept(bytes)) {
            let id = domain::id::PersonId(id);
            commitments.extend(kept.commitments.into_iter().map(|c| (id, c)));
            loaded.push((id, Some(kept.details)));
        }
        ControlFlow::Continue(())
    })?;
    people.apply(loaded);
    people.committed(commitments);
    Ok(())
}
