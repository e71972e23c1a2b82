//! Decides batches of commands and makes them durable. No thread, no clock: the writer and the simulation drive it.
use crate::{
    clock::Entropy,
    codec,
    letters::LetterWriter,
    record::{self, Entered, RecordError, Recorder},
    repeats::Repeats,
};
use domain::{
    Actor, Command, Moment, No, Recorded, State,
    command::CommandId,
    id::PersonId,
    state::{Decision, Given, Letter, PersonDetails, Secret, SignedLeaf},
    words::Digest,
};
use ledger::Checked;
use std::{net::IpAddr, ops::ControlFlow, sync::Arc};
use store::{AuditEntry, Batch, EventStore, NewLetter, PersonWrite, PhotoWrite, StoreError};

/// A command on its way to the writer.
#[derive(Clone, Debug)]
pub struct Act {
    /// On whose behalf.
    pub actor: Actor,
    /// Idempotency id.
    pub id: CommandId,
    /// What is asked.
    pub command: Command,
    /// From which address; for the audit trail of denials.
    pub address: Option<IpAddr>,
}

/// A command that was carried out, durably.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Position of its last event.
    pub position: u64,
    /// Id of what it created.
    pub created: Option<String>,
    /// Secret for the caller alone.
    pub secret: Option<Secret>,
    /// Whether the same command had been carried out before.
    pub repeated: bool,
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The rules say no.
    #[error(transparent)]
    No(#[from] No),
    /// The house cannot now: queue full, disk failing, stopping. Worth trying again under the same id.
    #[error("unavailable")]
    Unavailable,
}

/// The answer to a command.
pub type Outcome = Result<Done, Failure>;

/// Personal details to keep or to erase.
pub(crate) type PeopleChanges = Vec<(PersonId, Option<PersonDetails>)>;

/// Events after which a batch is written before the next command is decided.
const FLUSH_EVENTS: usize = 16_384;

/// Photos after which a batch is written: bytes weigh more than rows.
const FLUSH_PHOTOS: usize = 64;

/// A durable batch: what the readers fold and the callers hear.
#[derive(Default)]
pub struct Written {
    /// One for each command, in order.
    pub outcomes: Vec<Outcome>,
    /// The new events.
    pub recorded: Vec<Recorded>,
    /// Changes to the book of people.
    pub people: PeopleChanges,
    /// Whether letters wait to be sent.
    pub letters: bool,
    /// The record's new leaves.
    pub leaves: Vec<Checked>,
    /// Commitments to be kept with people.
    pub commitments: Vec<(PersonId, record::Commitment)>,
}

/// Opening or writing failed.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The store's reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event in the log cannot be read.
    #[error("event {position}: {source}")]
    Codec {
        /// Its position.
        position: u64,
        /// Why.
        source: codec::CodecError,
    },
    /// The record cannot be kept.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// The state ahead of the disk, and the disk.
pub struct Engine {
    state: State,
    store: Box<dyn EventStore>,
    letters: Arc<dyn LetterWriter>,
    people: Arc<crate::People>,
    record: Option<Recorder>,
    repeats: Repeats,
}

impl Engine {
    /// Opens by snapshot and replay; `progress` hears each thousandth position.
    ///
    /// # Errors
    /// [`EngineError`].
    pub fn open(
        store: Box<dyn EventStore>,
        letters: Arc<dyn LetterWriter>,
        people: Arc<crate::People>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Self, EngineError> {
        let state = replay(store.as_ref(), progress)?;
        Ok(Self { state, store, letters, people, record: None, repeats: Repeats::default() })
    }

    /// Keeps the record from here on: replays its leaves, or begins it.
    ///
    /// # Errors
    /// [`EngineError`] when a stored leaf is broken or the record cannot begin.
    pub fn keep_record(&mut self, setup: Arc<record::Setup>, now: Moment, entropy: &mut dyn Entropy) -> Result<(), EngineError> {
        let mut recorder = Recorder::open(setup, self.store.as_ref())?;
        if recorder.size() == 0 {
            let (leaves, blobs) = recorder.found(now, entropy.fresh())?;
            let bytes = leaves.iter().map(|l| l.leaf().bytes().to_vec()).collect();
            let batch = Batch { leaves: bytes, blobs, ..Batch::default() };
            self.store.append(self.state.position, &batch)?;
            recorder.fold(&leaves);
        }
        recorder.wait_for_votes(&self.state);
        self.record = Some(recorder);
        Ok(())
    }

    /// The record ahead of the disk, where one is kept.
    #[must_use]
    pub const fn record(&self) -> Option<&Recorder> {
        self.record.as_ref()
    }

    /// Whether figures or presence wait to enter the record together.
    #[must_use]
    pub fn unsettled(&self) -> bool {
        self.record.as_ref().is_some_and(Recorder::unsettled)
    }

    /// Enters what waited, when its interval has come; nothing otherwise.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub fn settle(&mut self, now: Moment, entropy: &mut dyn Entropy) -> Result<Option<Written>, EngineError> {
        let due = self.record.as_ref().is_some_and(|r| r.is_due(now));
        if due { self.settle_last(now, entropy) } else { Ok(None) }
    }

    /// Enters what waited, its interval come or not, before the house stops; presence stays with its own interval.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub fn settle_last(&mut self, now: Moment, entropy: &mut dyn Entropy) -> Result<Option<Written>, EngineError> {
        let Some(recorder) = self.record.as_mut().filter(|r| r.unsettled()) else { return Ok(None) };
        let first = recorder.size();
        let entered = recorder.settle(&self.state, &self.people, now, entropy.fresh());
        let (mut batch, mut written) = (Batch::default(), Written::default());
        self.keep(entered, first, &mut batch, &mut written);
        let mut letters = Vec::new();
        crate::receipts::receipts(&self.state, &written.leaves, &mut letters);
        for letter in &letters {
            batch.outbox.extend(self.write_letter(letter, &Vec::new(), &Vec::new(), now));
        }
        let mut durable = self.state.position;
        self.flush(&mut durable, &mut batch, &mut written)?;
        Ok(Some(written))
    }

    /// Puts entries into the batch, to be written together with the events they come from.
    fn keep(&self, entered: Entered, first: u64, batch: &mut Batch, written: &mut Written) {
        let Entered { leaves, blobs, commitments, .. } = entered;
        if !leaves.is_empty() && batch.leaves.is_empty() {
            batch.first_leaf = first;
        }
        batch.leaves.extend(leaves.iter().map(|l| l.leaf().bytes().to_vec()));
        batch.blobs.extend(blobs);
        for (person, commitment) in &commitments {
            if let Some(mut kept) = self.people.kept(*person) {
                kept.commitments.push(commitment.clone());
                batch.people.push(PersonWrite { id: u64::from(person.0), record: kept.to_bytes().ok() });
            }
        }
        written.leaves.extend(leaves);
        written.commitments.extend(commitments);
    }

    /// The state, ahead of the disk while a batch is under way.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Decides the commands in order and appends what they lead to in one transaction.
    ///
    /// # Errors
    /// When the append failed: nothing of the batch is durable or the disk does not say; the engine must be opened anew.
    pub fn run(&mut self, acts: &[Act], now: Moment, entropy: &mut dyn Entropy) -> Result<Written, EngineError> {
        self.run_signed(acts.iter().map(|act| (act, None)), now, entropy)
    }

    /// As [`Engine::run`]; each act with the leaf that came signed with it.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub fn run_signed<'a>(
        &mut self,
        acts: impl IntoIterator<Item = (&'a Act, Option<&'a Checked>)>,
        now: Moment,
        entropy: &mut dyn Entropy,
    ) -> Result<Written, EngineError> {
        let mut durable = self.state.position;
        let mut written = Written::default();
        let mut batch = Batch::default();
        for (act, signed) in acts {
            let leaf = signed.map(|s| SignedLeaf { bytes: s.leaf().bytes(), body: Digest(s.leaf().body_digest().0) });
            let attested = self.record.as_ref().is_some_and(|r| r.attests(&self.state, &act.actor, &act.command));
            let given = Given { now, entropy: entropy.fresh(), signed: signed.and_then(record::signed_by), leaf, attested };
            let outcome = self.one(act, &given, signed, &mut batch, &mut written);
            if let Err(Failure::No(No::Denied(denied))) = &outcome {
                batch.audit.push(AuditEntry {
                    at_ms: now.0,
                    seat: act.actor.seat().map(|s| u64::from(s.0)),
                    act: crate::topic::act_name(&act.command),
                    reason: denied.to_string(),
                    address: act.address.map(|a| a.to_string()),
                });
            }
            written.outcomes.push(outcome);
            // Bulk commands carry thousands of events each: what is decided is written before one transaction grows too large.
            let bulk = [
                batch.events.len(),
                batch.outbox.len(),
                batch.leaves.len(),
                batch.blobs.len(),
                batch.photos.len() * (FLUSH_EVENTS / FLUSH_PHOTOS),
            ];
            if bulk.into_iter().any(|rows| rows >= FLUSH_EVENTS) {
                self.flush(&mut durable, &mut batch, &mut written)?;
            }
        }
        self.flush(&mut durable, &mut batch, &mut written)?;
        Ok(written)
    }

    fn flush(&mut self, durable: &mut u64, batch: &mut Batch, written: &mut Written) -> Result<(), EngineError> {
        let empty = batch.events.is_empty() && batch.audit.is_empty() && batch.people.is_empty() && batch.leaves.is_empty();
        if empty {
            return Ok(());
        }
        written.letters |= !batch.outbox.is_empty();
        // A crash before this line loses only what nobody was told; after it, everything is found again by replay.
        *durable = self.store.append(*durable, batch)?;
        *batch = Batch::default();
        Ok(())
    }

    fn one(
        &mut self,
        act: &Act,
        given: &Given<'_>,
        signed: Option<&Checked>,
        batch: &mut Batch,
        written: &mut Written,
    ) -> Outcome {
        if let Some(position) = self.state.recent.position_of(act.id) {
            if self.repeats.is_another(act, position) {
                return Err(No::Refusal(domain::Refusal::new("id-of-another-act")).into());
            }
            return Ok(Done { position, created: None, secret: None, repeated: true });
        }
        let decision = domain::decide(&self.state, &act.actor, &act.command, given)?;
        let Decision { events, people, photos, mut letters, created, secret } = decision;
        // Before anything is written: a change may carry a badge code alone, and a letter needs the address that stands.
        let people = self.people.merged(people, &written.people);
        let mut position = self.state.position;
        let mut encoded = Vec::with_capacity(events.len());
        let mut recorded = Vec::with_capacity(events.len());
        for event in events {
            position += 1;
            let one = Recorded { position, at: given.now, seat: act.actor.seat(), command: act.id, event };
            // An event the store would refuse is refused before anything of the command is folded.
            let bytes = codec::encode(&one).map_err(|_| Failure::Unavailable)?;
            if bytes.len() > store::limits::MAX_EVENT_BYTES {
                return Err(
                    No::Refusal(domain::Refusal::new("event-too-large").with("limit", store::limits::MAX_EVENT_BYTES)).into()
                );
            }
            encoded.push(bytes);
            recorded.push(one);
        }
        // What the record would refuse is refused before anything of the command is folded.
        let entered = self.record_of(act, given, signed, &recorded)?;
        for one in &recorded {
            self.state.evolve(one);
        }
        let known = written.leaves.len();
        self.enter(entered, &recorded, given, batch, written);
        crate::receipts::receipts(&self.state, written.leaves.get(known..).unwrap_or_default(), &mut letters);
        batch.events.append(&mut encoded);
        written.recorded.append(&mut recorded);
        for (id, details) in &people {
            let record = details.as_ref().and_then(|d| self.people.to_bytes(*id, d));
            let id = u64::from(id.0);
            if record.is_none() {
                // The store keeps no photo of nobody: one set before in this batch goes with the person.
                batch.photos.retain(|photo| photo.person != id);
            }
            batch.people.push(PersonWrite { id, record });
        }
        batch.photos.extend(
            photos.into_iter().map(|(id, photo)| PhotoWrite { person: u64::from(id.0), photo: photo.map(|photo| photo.0) }),
        );
        for letter in &letters {
            batch.outbox.extend(self.write_letter(letter, &people, &written.people, given.now));
        }
        written.people.extend(people);
        self.repeats.remember(act, position);
        Ok(Done { position, created, secret, repeated: false })
    }

    /// The entries that the act itself brings, judged; none where no record is kept.
    fn record_of(
        &self,
        act: &Act,
        given: &Given<'_>,
        signed: Option<&Checked>,
        recorded: &[Recorded],
    ) -> Result<Option<Entered>, Failure> {
        let Some(recorder) = &self.record else {
            let needs = matches!(act.command, Command::Registry(_)) || signed.is_some();
            return if needs { Err(No::Refusal(domain::Refusal::new("no-record-kept")).into()) } else { Ok(None) };
        };
        let asked = record::Asked {
            state: &self.state,
            actor: &act.actor,
            command: &act.command,
            recorded,
            signed,
            now: given.now,
            entropy: given.entropy,
        };
        Ok(Some(recorder.of_act(&asked)?))
    }

    fn enter(
        &mut self,
        of_act: Option<Entered>,
        recorded: &[Recorded],
        given: &Given<'_>,
        batch: &mut Batch,
        written: &mut Written,
    ) {
        let (Some(recorder), Some(of_act)) = (self.record.as_mut(), of_act) else { return };
        let first = recorder.size();
        recorder.fold(&of_act.leaves);
        recorder.took(&of_act);
        let second = recorder.size();
        let of_state = recorder.of_state(&self.state, recorded, given.entropy);
        self.keep(of_act, first, batch, written);
        self.keep(of_state, second, batch, written);
    }

    fn write_letter(&self, letter: &Letter, new: &PeopleChanges, earlier: &PeopleChanges, now: Moment) -> Option<NewLetter> {
        let find = |list: &PeopleChanges| list.iter().rev().find(|(id, _)| *id == letter.to).map(|(_, d)| d.clone());
        // The newest word counts: of this command, of this batch, of the book. An erased person gets no letter.
        let person = find(new).or_else(|| find(earlier)).unwrap_or_else(|| self.people.get(letter.to))?;
        let words = self.letters.write(letter, &person, &self.state);
        Some(NewLetter {
            id: None,
            recipient_person: Some(u64::from(letter.to.0)),
            to_address: person.email,
            language: words.language,
            kind: letter.kind.to_owned(),
            subject: words.subject,
            body: words.body,
            created_ms: now.0,
        })
    }

    /// Keeps a snapshot, so that the next start replays only what comes after it.
    ///
    /// # Errors
    /// [`EngineError`]; the log itself is unaffected.
    pub fn save_snapshot(&mut self) -> Result<(), EngineError> {
        let position = self.state.position;
        let bytes = codec::encode_snapshot(&self.state).map_err(|source| EngineError::Codec { position, source })?;
        Ok(self.store.save_snapshot(position, &bytes)?)
    }

    /// Gives the store back, to close it.
    #[must_use]
    pub fn into_store(self) -> Box<dyn EventStore> {
        self.store
    }
}

/// The state of a store: newest snapshot, then every event after it, by the same fold as live.
///
/// # Errors
/// [`EngineError`].
pub fn replay(store: &dyn EventStore, progress: &mut dyn FnMut(u64, u64)) -> Result<State, EngineError> {
    let newest = store.position()?;
    let mut state = store
        .latest_snapshot()?
        .filter(|(position, _)| *position <= newest)
        .and_then(|(_, bytes)| codec::decode_snapshot(&bytes))
        .unwrap_or_default();
    let mut failure = None;
    store.read_after(state.position, usize::MAX, &mut |position, bytes| match codec::decode(bytes) {
        Ok(recorded) => {
            state.evolve(&recorded);
            if position.is_multiple_of(1_000) {
                progress(position, newest);
            }
            ControlFlow::Continue(())
        }
        Err(source) => {
            failure = Some(EngineError::Codec { position, source });
            ControlFlow::Break(())
        }
    })?;
    failure.map_or(Ok(state), Err)
}
