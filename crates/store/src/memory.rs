//! A store in memory with the same contract as the durable one, and faults to order: for simulations and quick tests.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::letters::{Change, Progress};
use crate::limits::{MAX_AUDIT_ROWS, MAX_ID, MAX_PAGE_ROWS, SNAPSHOTS_KEPT};
use crate::{
    AuditEntry, AuditRecord, Batch, EventFeed, EventStore, EventVisitor, Letter, LetterCounts, LetterState, NewLetter,
    PersonVisitor, PersonWrite, PhotoWrite, SideStore, StoreError, blob_hash, check,
};

/// A fault in the middle of an append. Both leave the caller with [`StoreError::OutcomeUnknown`] and the store
/// refusing every write until [`MemoryStore::reopen`], as a failed disk does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk fails before the batch is durable: after reopening it is not there.
    BeforeDurable,
    /// The disk fails, or the power goes, after the batch is durable and before the caller is answered: after
    /// reopening it is there.
    AfterDurable,
}

/// Decides about each append, given the position it starts from and its batch.
pub type FaultHook = Box<dyn FnMut(u64, &Batch) -> Option<Fault> + Send>;

/// The store in memory. Clones share the data.
#[derive(Clone, Default)]
pub struct MemoryStore {
    inner: Arc<Mutex<Inner>>,
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("position", &self.inner.lock().disk.events.len()).finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Inner {
    disk: Disk,
    hook: Option<FaultHook>,
    failed: bool,
}

/// What would be on the disk.
#[derive(Default)]
struct Disk {
    events: Vec<Arc<[u8]>>,
    leaves: Vec<Arc<[u8]>>,
    people: BTreeMap<u64, Vec<u8>>,
    photos: HashMap<u64, Vec<u8>>,
    letters: BTreeMap<u64, Stored>,
    audit: BTreeMap<u64, AuditEntry>,
    blobs: HashMap<[u8; 32], Vec<u8>>,
    snapshots: BTreeMap<u64, (Vec<u8>, [u8; 32])>,
}

struct Stored {
    content: NewLetter,
    progress: Progress,
    error: Option<String>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the hook about every later append; `None` orders no more faults.
    pub fn set_fault_hook(&self, hook: Option<FaultHook>) {
        self.inner.lock().hook = hook;
    }

    /// What a restart of the program does: the durable data is there again, the fault is over.
    pub fn reopen(&self) {
        self.inner.lock().failed = false;
    }

    /// Damages the newest snapshot, as a bad disk would.
    pub fn damage_newest_snapshot(&self) {
        if let Some(mut newest) = self.inner.lock().disk.snapshots.last_entry() {
            newest.get_mut().1 = [0; 32];
        }
    }

    fn write<T>(&self, work: impl FnOnce(&mut Disk) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut inner = self.inner.lock();
        inner.healthy()?;
        work(&mut inner.disk)
    }

    fn change_letter(&self, id: u64, change: Change<'_>) -> Result<(), StoreError> {
        self.write(|disk| {
            let letter = disk.letters.get_mut(&id).ok_or(StoreError::NotFound { what: "letter", id })?;
            if let Some(error) = letter.progress.apply(id, change)? {
                letter.error = (!error.is_empty()).then(|| error.to_owned());
            }
            Ok(())
        })
    }
}

impl Inner {
    fn healthy(&self) -> Result<(), StoreError> {
        if self.failed { Err(outcome_unknown()) } else { Ok(()) }
    }
}

fn outcome_unknown() -> StoreError {
    StoreError::OutcomeUnknown { detail: "a fault was ordered".to_owned() }
}

impl Disk {
    fn position(&self) -> u64 {
        self.events.len() as u64
    }

    /// Refuses what the durable store's constraints would refuse, before anything is changed.
    fn check(&self, batch: &Batch) -> Result<Vec<u64>, StoreError> {
        let mut known: HashMap<u64, bool> = HashMap::new();
        for write in &batch.people {
            known.insert(write.id, write.record.is_some());
        }
        for photo in batch.photos.iter().filter(|photo| photo.photo.is_some()) {
            let id = photo.person;
            if !known.get(&id).copied().unwrap_or_else(|| self.people.contains_key(&id)) {
                return Err(StoreError::Invalid { what: "a photo", detail: format!("person {id} has no record") });
            }
        }
        let invalid = |detail: String| StoreError::Invalid { what: "a letter's id", detail };
        let mut ids: Vec<u64> = Vec::with_capacity(batch.outbox.len());
        let mut last = self.letters.last_key_value().map_or(0, |(id, _)| *id);
        let mut chosen = std::collections::HashSet::new();
        for letter in &batch.outbox {
            let id = match letter.id {
                Some(id) if self.letters.contains_key(&id) || chosen.contains(&id) => {
                    return Err(invalid(format!("{id} is taken")));
                }
                Some(id) => id,
                None if last < MAX_ID => last + 1,
                None => return Err(invalid("no id is left".to_owned())),
            };
            last = last.max(id);
            chosen.insert(id);
            ids.push(id);
        }
        Ok(ids)
    }

    fn apply(&mut self, batch: &Batch, letter_ids: Vec<u64>) {
        self.events.extend(batch.events.iter().map(|event| Arc::from(event.as_slice())));
        self.leaves.extend(batch.leaves.iter().map(|leaf| Arc::from(leaf.as_slice())));
        for write in &batch.people {
            self.write_person(write);
        }
        for PhotoWrite { person, photo } in &batch.photos {
            match photo {
                Some(bytes) => self.photos.insert(*person, bytes.clone()),
                None => self.photos.remove(person),
            };
        }
        for (id, content) in letter_ids.into_iter().zip(&batch.outbox) {
            let progress = Progress::new(content.created_ms);
            self.letters.insert(id, Stored { content: content.clone(), progress, error: None });
        }
        for bytes in &batch.blobs {
            self.blobs.insert(blob_hash(bytes), bytes.clone());
        }
        self.add_audit(&batch.audit);
    }

    fn write_person(&mut self, PersonWrite { id, record }: &PersonWrite) {
        if let Some(record) = record {
            self.people.insert(*id, record.clone());
            return;
        }
        self.people.remove(id);
        self.photos.remove(id);
        for letter in self.letters.values_mut().filter(|letter| letter.content.recipient_person == Some(*id)) {
            letter.progress.erase();
            letter.error = None;
            for text in [&mut letter.content.to_address, &mut letter.content.subject, &mut letter.content.body] {
                *text = String::new();
            }
        }
    }

    fn add_audit(&mut self, entries: &[AuditEntry]) {
        for entry in entries {
            let next = self.audit.last_key_value().map_or(1, |(id, _)| id + 1);
            self.audit.insert(next, entry.clone());
            if let Some(gone) = next.checked_sub(MAX_AUDIT_ROWS) {
                self.audit.remove(&gone);
            }
        }
    }
}

impl Stored {
    fn letter(&self, id: u64) -> Letter {
        let NewLetter { recipient_person, to_address, language, kind, subject, body, created_ms, .. } = self.content.clone();
        let Progress { state, attempts, next_attempt_ms, sent_ms, .. } = self.progress;
        let last_error = self.error.clone();
        Letter {
            id,
            recipient_person,
            to_address,
            language,
            kind,
            subject,
            body,
            created_ms,
            state,
            attempts,
            next_attempt_ms,
            last_error,
            sent_ms,
        }
    }
}

impl EventStore for MemoryStore {
    fn append(&mut self, expected_position: u64, batch: &Batch) -> Result<u64, StoreError> {
        check::batch(batch)?;
        let mut guard = self.inner.lock();
        let inner = &mut *guard;
        inner.healthy()?;
        let actual = inner.disk.position();
        if actual != expected_position {
            return Err(StoreError::Conflict { expected: expected_position, actual });
        }
        let leaves = inner.disk.leaves.len() as u64;
        if !batch.leaves.is_empty() && leaves != batch.first_leaf {
            return Err(StoreError::Conflict { expected: batch.first_leaf, actual: leaves });
        }
        let letter_ids = inner.disk.check(batch)?;
        let fault = inner.hook.as_mut().and_then(|hook| hook(actual, batch));
        if fault != Some(Fault::BeforeDurable) {
            inner.disk.apply(batch, letter_ids);
        }
        if fault.is_some() {
            inner.failed = true;
            return Err(outcome_unknown());
        }
        Ok(inner.disk.position())
    }

    fn position(&self) -> Result<u64, StoreError> {
        Ok(self.inner.lock().disk.position())
    }

    fn read_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        let mut position = after;
        for _ in 0..limit {
            // Locked anew for each event: the visitor may use the store.
            let next = usize::try_from(position).ok().and_then(|index| self.inner.lock().disk.events.get(index).cloned());
            let Some(event) = next else { break };
            position += 1;
            if visit(position, &event).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn save_snapshot(&mut self, position: u64, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(|disk| {
            check::snapshot(position, bytes, disk.position())?;
            disk.snapshots.insert(position, (bytes.to_vec(), blob_hash(bytes)));
            while disk.snapshots.len() > SNAPSHOTS_KEPT {
                disk.snapshots.pop_first();
            }
            Ok(())
        })
    }

    fn latest_snapshot(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        let inner = self.inner.lock();
        let mut newest_first = inner.disk.snapshots.iter().rev();
        let good = newest_first.find(|(_, (bytes, hash))| blob_hash(bytes) == *hash);
        Ok(good.map(|(position, (bytes, _))| (*position, bytes.clone())))
    }

    fn leaves_from(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        for index in (first..).take(limit) {
            let next = usize::try_from(index).ok().and_then(|i| self.inner.lock().disk.leaves.get(i).cloned());
            let Some(leaf) = next else { break };
            if visit(index, &leaf).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn leaf_count(&self) -> Result<u64, StoreError> {
        Ok(self.inner.lock().disk.leaves.len() as u64)
    }
}

impl EventFeed for MemoryStore {
    fn feed_position(&self) -> Result<u64, StoreError> {
        self.position()
    }

    fn feed_after(&self, after: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        self.read_after(after, limit, visit)
    }

    fn feed_leaves(&self, first: u64, limit: usize, visit: &mut EventVisitor<'_>) -> Result<(), StoreError> {
        self.leaves_from(first, limit, visit)
    }

    fn feed_leaf_count(&self) -> Result<u64, StoreError> {
        self.leaf_count()
    }
}

impl SideStore for MemoryStore {
    fn people(&self, visit: &mut PersonVisitor<'_>) -> Result<(), StoreError> {
        let people = self.inner.lock().disk.people.clone();
        for (id, record) in &people {
            if let ControlFlow::Break(()) = visit(*id, record) {
                break;
            }
        }
        Ok(())
    }

    fn person(&self, id: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.inner.lock().disk.people.get(&id).cloned())
    }

    fn photo(&self, person: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.inner.lock().disk.photos.get(&person).cloned())
    }

    fn letters(&self, state: Option<LetterState>, after: u64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        let Some(from) = after.checked_add(1) else { return Ok(Vec::new()) };
        let inner = self.inner.lock();
        let wanted = inner.disk.letters.range(from..).filter(|(_, letter)| state.is_none_or(|s| s == letter.progress.state));
        Ok(wanted.take(limit.min(MAX_PAGE_ROWS)).map(|(id, letter)| letter.letter(*id)).collect())
    }

    fn letters_to(&self, people: &[u64], limit: usize) -> Result<Vec<Letter>, StoreError> {
        let inner = self.inner.lock();
        let of = |person: &u64| {
            let person = *person;
            inner.disk.letters.iter().rev().filter(move |(_, letter)| letter.content.recipient_person == Some(person))
        };
        Ok(people.iter().flat_map(of).take(limit.min(MAX_PAGE_ROWS)).map(|(id, letter)| letter.letter(*id)).collect())
    }

    fn letter(&self, id: u64) -> Result<Option<Letter>, StoreError> {
        Ok(self.inner.lock().disk.letters.get(&id).map(|letter| letter.letter(id)))
    }

    fn letter_counts(&self) -> Result<LetterCounts, StoreError> {
        let mut counts = LetterCounts::default();
        for letter in self.inner.lock().disk.letters.values() {
            counts.add(letter.progress.state, 1);
        }
        Ok(counts)
    }

    fn due_letters(&self, now_ms: i64, limit: usize) -> Result<Vec<Letter>, StoreError> {
        let inner = self.inner.lock();
        let is_due = |progress: &Progress| progress.state == LetterState::Waiting && progress.next_attempt_ms <= now_ms;
        let mut due: Vec<_> = inner.disk.letters.iter().filter(|(_, letter)| is_due(&letter.progress)).collect();
        due.sort_by_key(|(id, letter)| (letter.progress.next_attempt_ms, **id));
        Ok(due.into_iter().take(limit.min(MAX_PAGE_ROWS)).map(|(id, letter)| letter.letter(*id)).collect())
    }

    fn mark_letter_sent(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Sent { at_ms })
    }

    fn mark_letter_failed(&self, id: u64, error: &str, next_attempt_ms: Option<i64>) -> Result<(), StoreError> {
        self.change_letter(id, Change::Failed { error, next_attempt_ms })
    }

    fn mark_letter_printed(&self, id: u64, at_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Printed { at_ms })
    }

    fn retry_letter(&self, id: u64, next_attempt_ms: i64) -> Result<(), StoreError> {
        self.change_letter(id, Change::Retry { next_attempt_ms })
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<AuditRecord>, StoreError> {
        let Some(from) = after.checked_add(1) else { return Ok(Vec::new()) };
        let inner = self.inner.lock();
        let entries = inner.disk.audit.range(from..).take(limit.min(MAX_PAGE_ROWS));
        Ok(entries.map(|(id, entry)| AuditRecord { id: *id, entry: entry.clone() }).collect())
    }

    fn put_audit(&self, entries: &[AuditEntry]) -> Result<(), StoreError> {
        check::audit(entries)?;
        self.write(|disk| {
            disk.add_audit(entries);
            Ok(())
        })
    }

    fn blob(&self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.inner.lock().disk.blobs.get(hash).cloned())
    }

    fn put_blob(&self, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        check::blob(bytes)?;
        self.write(|disk| {
            let hash = blob_hash(bytes);
            disk.blobs.insert(hash, bytes.to_vec());
            Ok(hash)
        })
    }
}
