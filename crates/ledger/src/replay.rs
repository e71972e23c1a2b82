//! Replaying many leaves: forms and signatures on several threads, authority in order.
use crate::authority::{Checked, Replay};
use crate::body::{Content, Delegate, Genesis, RelyingParty};
use crate::entry::Leaf;
use crate::form::PasskeyKey;
use crate::reason::{Broken, Reason};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many leaves are in hand at a time, so that a log of any length needs little memory.
const BATCH: usize = 4096;
/// How many leaves a thread takes at a time.
const PIECE: usize = 32;

/// Whether signatures are verified here, or whoever kept the log vouches for them.
#[derive(Clone, Copy)]
enum Signatures {
    Verified,
    Vouched,
}

/// An entry that is invalid: it stays in the log and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Its index.
    pub index: u64,
    /// Why.
    pub reason: Reason,
}

/// Where and why a whole record fails.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {index}: {broken}")]
pub struct Failed {
    /// The index of the leaf.
    pub index: u64,
    /// Why.
    pub broken: Broken,
}

impl Replay {
    /// Takes the next leaves of the log, in order; returns those whose entries are invalid. Signatures are checked on
    /// `threads` threads (1 or more).
    ///
    /// # Errors
    /// [`Failed`] at the first leaf that breaks the record; those before it were taken.
    pub fn extend<L: AsRef<[u8]> + Sync>(&mut self, leaves: &[L], threads: usize) -> Result<Vec<Rejected>, Failed> {
        self.extend_with(leaves, threads, Signatures::Verified)
    }
    /// As [`Replay::extend`], for whoever kept the log and finds these leaves under a checkpoint of its own: every one of them was
    /// verified before it was appended, and the root shows that none has changed since. Forms and authority are judged as ever;
    /// the arithmetic of the signatures is not done again. Nobody else may use it: a verifier that did would believe the log.
    ///
    /// # Errors
    /// As [`Replay::extend`].
    pub fn extend_vouched<L: AsRef<[u8]> + Sync>(&mut self, leaves: &[L], threads: usize) -> Result<Vec<Rejected>, Failed> {
        self.extend_with(leaves, threads, Signatures::Vouched)
    }
    fn extend_with<L: AsRef<[u8]> + Sync>(
        &mut self,
        leaves: &[L],
        threads: usize,
        signatures: Signatures,
    ) -> Result<Vec<Rejected>, Failed> {
        let mut rejected = Vec::new();
        for batch in leaves.chunks(BATCH) {
            self.extend_batch(batch, threads, signatures, &mut rejected)?;
        }
        Ok(rejected)
    }
    fn extend_batch<L: AsRef<[u8]> + Sync>(
        &mut self,
        batch: &[L],
        threads: usize,
        signatures: Signatures,
        rejected: &mut Vec<Rejected>,
    ) -> Result<(), Failed> {
        let mut broken = None;
        let mut parsed = Vec::with_capacity(batch.len());
        for leaf in parallel(batch, threads, |bytes| Leaf::parse(bytes.as_ref())) {
            match leaf {
                Ok(leaf) => parsed.push(leaf),
                Err(why) => {
                    broken = Some(why);
                    break;
                }
            }
        }
        let delegates = delegates(&parsed);
        let rp = self.rp().or_else(|| parsed.first().and_then(genesis_rp));
        let passkey = |rep: &str| self.reps().get(rep).map(|rep| &rep.key).or_else(|| delegates.get(rep).copied());
        let checked = match signatures {
            Signatures::Verified => parallel(&parsed, threads, |leaf| Checked::new(leaf.clone(), rp, passkey)),
            Signatures::Vouched => parsed.into_iter().map(Checked::vouched).collect(),
        };
        for leaf in &checked {
            let index = self.size();
            match self.apply(leaf) {
                Ok(Ok(())) => {}
                Ok(Err(reason)) => rejected.push(Rejected { index, reason }),
                Err(broken) => return Err(Failed { index, broken }),
            }
        }
        broken.map_or(Ok(()), |broken| Err(Failed { index: self.size(), broken }))
    }
}

/// The first key that these leaves name for each representative: a guess, which [`Replay::apply`] does not rely on.
fn delegates(leaves: &[Leaf]) -> BTreeMap<&str, &PasskeyKey> {
    let mut found = BTreeMap::new();
    for leaf in leaves {
        if let Some(Content::Delegate(Delegate { rep, key, .. })) = leaf.entry().ok().map(|entry| &entry.body.content) {
            found.entry(rep.as_str()).or_insert(key);
        }
    }
    found
}

fn genesis_rp(leaf: &Leaf) -> Option<&RelyingParty> {
    match &leaf.entry().ok()?.body.content {
        Content::Genesis(Genesis { rp, .. }) => Some(rp),
        _ => None,
    }
}

/// `each` of all items, in their order, worked on by several threads.
fn parallel<T: Sync, R: Send>(items: &[T], threads: usize, each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if threads < 2 || items.len() <= PIECE {
        return items.iter().map(each).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(PIECE, Ordering::Relaxed);
            let Some(piece) = items.get(start..items.len().min(start + PIECE)).filter(|piece| !piece.is_empty()) else {
                return done;
            };
            done.push((start, piece.iter().map(&each).collect::<Vec<R>>()));
        }
    };
    let mut pieces = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut pieces = work();
        for other in others {
            match other.join() {
                Ok(done) => pieces.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        pieces
    });
    pieces.sort_unstable_by_key(|(start, _)| *start);
    pieces.into_iter().flat_map(|(_, done)| done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_keep_the_order() {
        for count in [0, 1, PIECE, PIECE + 1, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = items.iter().map(|n| n * 2).collect();
            for threads in [1, 2, 5] {
                assert_eq!(parallel(&items, threads, |n| n * 2), doubled);
            }
        }
    }
}
