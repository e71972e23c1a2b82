//! Keeps the verifiable record: turns what happened into entries, signed, in the same transaction as the events.
//!
//! A [`Recorder`] stands beside the state as a second fold, over the leaves. What an act must bring into the record is written and
//! judged *before* anything of the act is folded (`Recorder::of_act`); what follows from the new state (accreditations,
//! appointments, minutes) is written after it (`Recorder::of_state`); figures and presence wait for the next interval
//! (`Recorder::settle`), so that nothing of a single person's moment can be read from the record.
mod acts;
mod batch;
mod blobs;
mod carried;
mod corrections;
mod derived;
mod evidence;
mod files;
mod founding;
mod polls;
mod prepare;
mod presence;
mod progress;
mod publish;
mod receipts;
mod refusals;
mod signed;
mod standing;
mod trust;
mod view;

pub(crate) use acts::Asked;
pub use batch::{entries_from_batch, leaves_of_batch, to_batch};
pub use blobs::public_blobs;
pub use carried::{FormerActs, SignedBefore, former_acts};
pub use derived::pending;
pub use evidence::Evidence;
pub use files::{Keep, PublishedFile, published_file};
pub use founding::{Founding, OFFICERS_DUTIES, first_batch};
pub use polls::recounted;
pub use prepare::{Prepared, Unprepared};
pub use progress::{Progress, Standing};
pub use publish::{DIRECTORY, PublishError, Publisher, Shelf, Trust};
pub use receipts::Receipts;
pub use refusals::code as refusal_code;
use refusals::refuses;
pub use signed::read_signed;
pub use standing::{DeviceStanding, KeyInForce, OwnEntry, SigningSite, bytes_of, entries_from_signed, organisation_key};
pub use trust::{ClerkInForce, Quorum, Trusted, WitnessKnown};
pub use view::RecordView;

use domain::{
    Moment, Refusal,
    command::SignedBy,
    id::{OrganisationId, PersonId, SummitId},
};
use ledger::{
    Broken, Leaf, Reason, Replay, Signature, SigningKey, Tree,
    body::{Body, Content},
    checkpoint::Checkpoint,
    form,
    policy::Policy,
    replay::{Failed, Rejected},
};
pub use ledger::{
    Checked, Digest, Remedy,
    claim::Kind,
    count::{Attendance, Endorsements},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    sync::Arc,
};
use store::{EventStore, StoreError};

/// How long figures wait for each other before they enter the record together, in milliseconds.
pub const SETTLE_MS: i64 = 2_000;
/// Leaves in hand at a time while a record is opened.
const OPENED_TOGETHER: usize = 4_096;
/// Length of the intervals that batches of presence cover, so that nobody's arrival can be told from them; in milliseconds.
pub const PRESENCE_MS: i64 = 5 * 60_000;

/// The private keys that the server holds, and how the record began.
#[derive(Debug)]
pub struct Setup {
    /// The log's origin; it never changes.
    pub origin: String,
    /// The accreditors' keys, when the server is told to hold them.
    pub accreditors: Vec<SigningKey>,
    /// The clerk's key, for daily duties.
    pub clerk: SigningKey,
    /// How a record that has no entry yet is begun.
    pub founding: Founding,
    /// Length of the intervals that batches of presence cover, in milliseconds; not below [`PRESENCE_MS`] in service.
    pub presence_ms: i64,
    /// The acts of the record that this one succeeds.
    pub former: FormerActs,
    /// The newest checkpoint of this log that was found at the start, signed by it: the leaves it covers were verified before.
    pub vouched: Option<Checkpoint>,
    /// Whom readers of the record trust: the log's own key, the witnesses and their quorum.
    pub policy: Policy,
}

/// Whose signature an act carries; none when it is no act of an organisation.
#[must_use]
pub fn signed_by(checked: &Checked) -> Option<SignedBy> {
    match &checked.leaf().entry().ok()?.body.content {
        Content::Act(act) => Some(if act.rep.is_some() { SignedBy::Passkey } else { SignedBy::Key }),
        Content::Vote(vote) => Some(if vote.rep.is_some() { SignedBy::Passkey } else { SignedBy::Key }),
        _ => None,
    }
}

/// The record of this deployment cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The store's reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored leaf breaks the record.
    #[error("leaf {index} of the record is broken: {broken}")]
    Broken {
        /// Its index.
        index: u64,
        /// Why.
        broken: Broken,
    },
    /// A stored leaf is invalid, which this server never appends.
    #[error("entry {index} of the record is invalid: {reason}")]
    Invalid {
        /// Its index.
        index: u64,
        /// Why.
        reason: Reason,
    },
    /// The first entries cannot be made.
    #[error("the record cannot begin: {0}")]
    Founding(String),
}

/// What goes into the store beside the events, and what the readers fold.
#[derive(Debug, Default)]
pub struct Entered {
    /// The leaves in order.
    pub leaves: Vec<Checked>,
    /// Blobs that they name.
    pub blobs: Vec<Vec<u8>>,
    /// Commitments of people's presence, to be kept with them.
    pub commitments: Vec<(PersonId, presence::Commitment)>,
    /// Signed votes that enter the record after their poll's lock.
    waiting: Vec<Checked>,
}

pub use presence::{Commitment, Kept, kept};

/// What the state wants of the record and has not got yet.
#[derive(Debug, Default)]
struct Dirty {
    organisations: BTreeSet<OrganisationId>,
    devices: BTreeSet<String>,
    figures: BTreeSet<(SummitId, OrganisationId)>,
    present: BTreeMap<PersonId, presence::Waiting>,
    // What a predecessor had and this record lacks.
    carry: bool,
    all: bool,
}

/// The record ahead of the disk.
#[derive(Debug)]
pub struct Recorder {
    setup: Arc<Setup>,
    replay: Replay,
    dirty: Dirty,
    settled: Moment,
    /// Signed votes of open polls by their nonce, which nothing else may use before they enter.
    waiting: BTreeMap<form::Nonce, Checked>,
    /// When the record began, by its first entry.
    began: Moment,
    /// SHA-256 of the first entry.
    genesis: Option<form::Digest>,
}

impl Recorder {
    /// Replays the stored leaves.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn open(setup: Arc<Setup>, store: &dyn EventStore) -> Result<Self, RecordError> {
        let mut recorder = Self {
            replay: Replay::new(&setup.origin),
            setup,
            dirty: Dirty { all: true, carry: true, ..Dirty::default() },
            settled: Moment(0),
            waiting: BTreeMap::new(),
            began: Moment(0),
            genesis: None,
        };
        let vouched = recorder.vouched(store)?;
        let mut batch = Vec::with_capacity(OPENED_TOGETHER);
        let mut first = 0;
        while first < vouched {
            let limit = usize::try_from(vouched - first).unwrap_or(usize::MAX).min(OPENED_TOGETHER);
            first += recorder.read(store, first, limit, &mut batch)?;
            recorder.take(&batch, Replay::extend_vouched)?;
        }
        while recorder.read(store, recorder.size(), OPENED_TOGETHER, &mut batch)? > 0 {
            recorder.take(&batch, Replay::extend)?;
        }
        Ok(recorder)
    }

    /// How many of the stored leaves are exactly those under the checkpoint of the setup; 0 when they are others or fewer.
    fn vouched(&self, store: &dyn EventStore) -> Result<u64, RecordError> {
        let Some(checkpoint) = self.setup.vouched.as_ref().filter(|c| c.origin() == self.setup.origin) else { return Ok(0) };
        let mut tree = Tree::default();
        let limit = usize::try_from(checkpoint.size).unwrap_or(usize::MAX);
        store.leaves_from(0, limit, &mut |_, bytes| {
            tree.append(bytes);
            ControlFlow::Continue(())
        })?;
        Ok(if tree.size() == checkpoint.size && tree.root() == checkpoint.root { checkpoint.size } else { 0 })
    }

    /// Reads the next leaves into `batch`; answers how many.
    fn read(&self, store: &dyn EventStore, first: u64, limit: usize, batch: &mut Vec<Vec<u8>>) -> Result<u64, RecordError> {
        batch.clear();
        store.leaves_from(first, limit, &mut |_, bytes| {
            batch.push(bytes.to_vec());
            ControlFlow::Continue(())
        })?;
        Ok(batch.len() as u64)
    }

    /// Folds stored leaves, on all cores.
    fn take(
        &mut self,
        leaves: &[Vec<u8>],
        extend: impl Fn(&mut Replay, &[Vec<u8>], usize) -> Result<Vec<Rejected>, Failed>,
    ) -> Result<(), RecordError> {
        if self.size() == 0
            && let Some(Ok(first)) = leaves.first().map(|bytes| Leaf::parse(bytes))
        {
            self.begin(&first);
        }
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let rejected = extend(&mut self.replay, leaves, threads);
        let rejected = rejected.map_err(|Failed { index, broken }| RecordError::Broken { index, broken })?;
        // This server appends no invalid entry.
        rejected.into_iter().next().map_or(Ok(()), |Rejected { index, reason }| Err(RecordError::Invalid { index, reason }))
    }

    /// Remembers when and with what the record began, from its first leaf.
    fn begin(&mut self, first: &Leaf) {
        if self.replay.size() == 0
            && let Ok(entry) = first.entry()
        {
            self.began = told(&entry.body.at);
            self.genesis = Some(form::Digest::of(first.bytes()));
        }
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.replay.size()
    }
    /// Who may sign what, after the newest leaf.
    #[must_use]
    pub const fn replay(&self) -> &Replay {
        &self.replay
    }
    /// The setup.
    #[must_use]
    pub const fn setup(&self) -> &Arc<Setup> {
        &self.setup
    }

    /// The first leaves, for a record that has none.
    pub(crate) fn found(&self, now: Moment, entropy: [u8; 32]) -> Result<(Vec<Checked>, Vec<Vec<u8>>), RecordError> {
        founding::found(&self.setup, now, entropy)
    }

    /// Whether every leaf would be taken, one after the other.
    fn judge(&self, leaves: &[Checked]) -> Result<(), Refusal> {
        if let Some(taken) = leaves.iter().find(|one| self.is_waited_for(one)) {
            return Err(refuses(&Broken::NonceRepeated(taken.leaf().nonce())));
        }
        let Some((last, earlier)) = leaves.split_last() else { return Ok(()) };
        if earlier.is_empty() {
            return self.replay.would_accept(last).map_err(|r| refuses(&r));
        }
        // Entries of one act may stand on each other: they are tried on a copy.
        let mut trial = self.replay.clone();
        for one in leaves {
            trial.would_accept(one).map_err(|r| refuses(&r))?;
            drop(trial.apply(one));
        }
        Ok(())
    }

    /// Folds leaves that were judged.
    pub(crate) fn fold(&mut self, leaves: &[Checked]) {
        for one in leaves {
            self.begin(one.leaf());
            match self.replay.apply(one) {
                Ok(Ok(())) => {}
                Ok(Err(reason)) => tracing::error!(%reason, "an entry that was judged good is invalid"),
                Err(broken) => tracing::error!(%broken, "a leaf that was judged good is broken"),
            }
        }
    }

    /// Signs, judges and folds an entry that follows from what has happened. One that is refused is a fault of this program;
    /// the summit goes on, and the record lacks what nobody can prove.
    fn enter(&mut self, pen: &mut Pen<'_>, content: Content, by: Signer, entered: &mut Entered) {
        let kind = content.type_name();
        let setup = Arc::clone(&self.setup);
        let keys: Vec<&SigningKey> = match by {
            Signer::Clerk => vec![&setup.clerk],
            Signer::Accreditors => setup.accreditors.iter().collect(),
        };
        let leaf = match pen.leaf(content, &keys) {
            Ok(leaf) => leaf,
            Err(broken) => return tracing::error!(kind, %broken, "an entry cannot be written"),
        };
        let checked = self.replay.check(leaf);
        match self.replay.would_accept(&checked) {
            Ok(()) => {
                self.fold(std::slice::from_ref(&checked));
                entered.leaves.push(checked);
            }
            Err(refused) => tracing::error!(kind, %refused, "the record refuses an entry of this server"),
        }
    }
}

/// Which of the server's keys sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signer {
    Clerk,
    Accreditors,
}

/// Writes bodies: each with its own nonce, all of one moment.
pub(crate) struct Pen<'a> {
    log: &'a str,
    at: form::Moment,
    entropy: [u8; 32],
    drawn: u32,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(log: &'a str, now: Moment, entropy: [u8; 32]) -> Self {
        Self { log, at: moment(now), entropy, drawn: 0 }
    }
    /// Leaves room for what another pen drew from the same randomness.
    pub(crate) const fn skip(&mut self) {
        self.drawn += 1 << 20;
    }
    /// 32 bytes nobody can guess.
    pub(crate) fn draw(&mut self) -> [u8; 32] {
        use sha2::Digest as _;
        self.drawn += 1;
        let mut hasher = sha2::Sha256::new();
        // Told apart from the secrets of the same command by this word.
        hasher.update(b"record");
        hasher.update(self.entropy);
        hasher.update(self.drawn.to_be_bytes());
        hasher.finalize().into()
    }
    pub(crate) fn body(&mut self, content: Content) -> Body {
        let mut nonce = [0; 16];
        nonce.copy_from_slice(&self.draw()[..16]);
        Body { log: self.log.to_owned(), nonce: form::Nonce(nonce), at: self.at.clone(), content }
    }
    /// A leaf signed by these keys.
    pub(crate) fn leaf(&mut self, content: Content, keys: &[&SigningKey]) -> Result<Leaf, Broken> {
        let body = self.body(content).to_canonical()?;
        let signatures: Vec<Signature> = keys.iter().map(|key| key.sign(&body)).collect();
        Leaf::of_canonical(&body, &signatures)
    }
}

/// A moment as the record writes it, to the second.
#[expect(clippy::expect_used, reason = "a constant of the right form")]
pub(crate) fn moment(now: Moment) -> form::Moment {
    let written = jiff::Timestamp::from_millisecond(now.0).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let beginning = || form::Moment::parse("1970-01-01T00:00:00Z").expect("a day the calendar has");
    form::Moment::parse(&written).unwrap_or_else(beginning)
}

/// A moment that the record tells, in milliseconds.
fn told(at: &form::Moment) -> Moment {
    at.as_str().parse::<jiff::Timestamp>().map_or(Moment(0), |t| Moment(t.as_millisecond()))
}

pub(crate) fn digest(bytes: domain::words::Digest) -> form::Digest {
    form::Digest(bytes.0)
}
