//! Shows each new checkpoint to the witnesses of the policy and publishes it with their cosignatures (C2SP tlog-witness).
//!
//! Work goes in rounds. A round is one checkpoint, shown to all witnesses at once; it ends when the policy is satisfied and a
//! moment for the others has passed, or when its time is over. So a log that grows all the time still gets its quorum on one
//! and the same checkpoint, and a witness that is down delays nothing but its own cosignature.
mod post;

use ledger::{
    checkpoint::Checkpoint,
    key::VerifierKey,
    note::{Note, NoteSignature},
    policy::Policy,
    proof::ConsistencyProof,
    witness::{Answer, Request, read_answer},
};
pub use post::Poster;
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, sleep, timeout_at},
};

/// What the feeder needs of the log.
pub trait Log: Send + Sync + 'static {
    /// The proof that the tree of `new` leaves begins with that of `old`; none when the log is shorter.
    fn consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof>;
    /// Publishes a checkpoint that satisfies the policy; called again with the same one when more witnesses have cosigned it.
    fn publish(&self, checkpoint: &Note);
    /// A witness has confirmed so many entries, or why it has not confirmed the checkpoint that it was shown.
    fn stands(&self, _witness: &str, _confirmed: Result<u64, &str>) {}
}

/// How long things take.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// When a round is given up for the next checkpoint.
    pub round: Duration,
    /// How long a satisfied round waits for the other witnesses.
    pub grace: Duration,
    /// The pause after a witness's first failure; it doubles to 64 times as much.
    pub pause: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { round: Duration::from_secs(6), grace: Duration::from_millis(500), pause: Duration::from_secs(1) }
    }
}

/// One witness with the way to it.
#[derive(Clone)]
pub struct Door {
    /// How the policy names it.
    pub name: String,
    /// Its key.
    pub key: VerifierKey,
    /// Its submission prefix.
    pub url: String,
}

/// The witnesses of a policy that can be reached: those with an address.
pub fn doors(policy: &Policy) -> Vec<Door> {
    let reachable = policy
        .witnesses
        .iter()
        .filter_map(|witness| Some(Door { name: witness.name.clone(), key: witness.key.clone(), url: witness.url.clone()? }));
    reachable.collect()
}

/// How a witness stands to a checkpoint of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has cosigned.
    Agrees(NoteSignature),
    /// It has cosigned a larger tree than ours: ours has lost leaves, such as an old backup has.
    Ahead(u64),
    /// It has cosigned another tree than ours, at the size given.
    Differs(u64),
    /// It could not be asked, or answered nothing that helps.
    Silent(String),
}

/// How often one checkpoint is shown again when a witness says it is elsewhere.
const TRIES: usize = 4;

/// Shows one checkpoint to one witness, first from the size `old`; whatever the witness is at is proven next (409).
pub async fn show(poster: &Poster, door: &Door, log: &dyn Log, checkpoint: &Note, size: u64, old: &mut u64) -> Standing {
    for _ in 0..TRIES {
        if *old > size {
            return Standing::Ahead(*old);
        }
        let Some(proof) = log.consistency(*old, size) else { return Standing::Silent("the log is shorter".to_owned()) };
        let request = Request { old: *old, proof, checkpoint: checkpoint.clone() };
        let (status, body) = match poster.post(&door.url, "add-checkpoint", request.to_string()).await {
            Ok(answer) => answer,
            Err(error) => return Standing::Silent(error),
        };
        match read_answer(status, &body, checkpoint, &door.key) {
            Answer::Cosigned(signature, _) => {
                *old = size;
                return Standing::Agrees(signature);
            }
            // Version 1.0 of the protocol says of an equal size with another root that it conflicts, and names that size.
            Answer::At(at) if at == *old => return Standing::Differs(at),
            Answer::At(at) => *old = at,
            Answer::Refused(422, _) => return Standing::Differs(*old),
            Answer::Refused(status, said) => return Standing::Silent(format!("{status} {said}")),
            Answer::Nonsense(what) => return Standing::Silent(what.to_owned()),
        }
    }
    Standing::Silent("it is elsewhere each time".to_owned())
}

/// A witness knows more of this record, or another one, than is stored here.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the witness {witness} has confirmed {theirs}, but the record stored here has {ours} entries with root {root}: {advice}")]
pub struct Disagrees {
    witness: String,
    theirs: String,
    ours: u64,
    root: String,
    advice: &'static str,
}

/// Asks every witness at the start whether it knows this record as we do; shows them `newest`, the newest checkpoint, and answers it
/// with their cosignatures.
///
/// A witness that cannot be asked is told of in the log and stops nobody. Once the policy's quorum agrees, the others are waited for a moment
/// only: what they say later is told by the feeding. Without a quorum all of them are heard, since nobody else vouches.
///
/// # Errors
/// [`Disagrees`]: the server must not start.
#[expect(clippy::disallowed_methods, reason = "waiting for others is measured on the runtime's own clock")]
pub async fn agree(policy: &Policy, log: &dyn Log, newest: &Note) -> Result<Note, Disagrees> {
    let mut confirmed = newest.clone();
    let Ok(checkpoint) = newest.text().parse::<Checkpoint>() else { return Ok(confirmed) };
    let poster = Poster::default();
    let doors = doors(policy);
    let asked = doors.iter().map(async |door| (door, show(&poster, door, log, newest, checkpoint.size, &mut 0).await));
    let mut asked: Vec<_> = asked.map(Box::pin).collect();
    let mut end = None;
    while !asked.is_empty() {
        let next = first_of(&mut asked);
        let answered = match end {
            None => Ok(next.await),
            Some(end) => timeout_at(end, next).await,
        };
        let Ok((door, standing)) = answered else {
            tracing::warn!(silent = asked.len(), "the quorum agrees; witnesses that have not answered yet are not waited for");
            break;
        };
        agrees(door, standing, log, newest, checkpoint.size, &mut confirmed)?;
        if end.is_none() && policy.quorum.is_some() && policy.check(&confirmed).is_ok() {
            end = Some(Instant::now() + Pace::default().grace);
        }
    }
    Ok(confirmed)
}

/// Takes a witness's answer at the start.
fn agrees(
    door: &Door,
    standing: Standing,
    log: &dyn Log,
    newest: &Note,
    size: u64,
    confirmed: &mut Note,
) -> Result<(), Disagrees> {
    let (theirs, advice) = match standing {
        Standing::Agrees(signature) => {
            log.stands(&door.name, Ok(size));
            confirmed.add(signature);
            return Ok(());
        }
        Standing::Silent(reason) => {
            log.stands(&door.name, Err(&reason));
            tracing::warn!(witness = door.name, reason, "a witness could not be asked whether it knows this record");
            return Ok(());
        }
        Standing::Ahead(at) => (
            format!("{at} entries"),
            "this is an older copy of the data. Restore a newer one, or go on in a successor log: hemicycle successor --help",
        ),
        Standing::Differs(at) => (
            format!("another record of {at} entries"),
            "these are other data. Restore those of this record, or go on in a successor log: hemicycle successor --help",
        ),
    };
    let root = newest.text().lines().nth(2).unwrap_or_default().to_owned();
    Err(Disagrees { witness: door.name.clone(), theirs, ours: size, root, advice })
}

/// The first of these to end, which is taken out; all of them go on meanwhile. With none it waits for ever.
async fn first_of<F: Future + Unpin>(all: &mut Vec<F>) -> F::Output {
    std::future::poll_fn(|context| {
        for at in 0..all.len() {
            if let std::task::Poll::Ready(value) = std::pin::Pin::new(&mut all[at]).poll(context) {
                drop(all.swap_remove(at));
                return std::task::Poll::Ready(value);
            }
        }
        std::task::Poll::Pending
    })
    .await
}

/// A round: its checkpoint and size.
type Round = Option<(Note, u64)>;

/// Shows every new checkpoint that `newest` brings to the policy's witnesses, until `newest` closes.
///
/// Without a quorum a checkpoint is published at once, and again as it is cosigned.
pub async fn run(policy: Policy, log: Arc<dyn Log>, mut newest: watch::Receiver<Option<Note>>, pace: Pace) {
    let poster = Arc::new(Poster::default());
    let (round, _) = watch::channel(Round::None);
    let doors = doors(&policy);
    let (tell, mut told) = mpsc::channel(doors.len().max(1));
    for door in &doors {
        tokio::spawn(follow(Arc::clone(&poster), door.clone(), Arc::clone(&log), round.subscribe(), tell.clone(), pace));
    }
    drop(tell);
    let mut published: Option<Note> = None;
    loop {
        let next = newest.borrow_and_update().clone();
        let checkpoint = next.as_ref().and_then(|note| note.text().parse::<Checkpoint>().ok());
        if let (Some(mut note), Some(checkpoint)) = (next, checkpoint)
            && published.as_ref().is_none_or(|old| old.text() != note.text())
        {
            offer(&policy, log.as_ref(), &note, &mut published);
            let _ = round.send(Some((note.clone(), checkpoint.size)));
            gather(&policy, log.as_ref(), &mut note, &mut told, doors.len(), &mut published, pace).await;
        }
        loop {
            tokio::select! {
                changed = newest.changed() => if changed.is_ok() { break } else { return },
                Some((text, signature)) = told.recv() => late(&policy, log.as_ref(), &text, signature, &mut published),
            }
        }
    }
}

/// Publishes the checkpoint if the policy is satisfied.
fn offer(policy: &Policy, log: &dyn Log, note: &Note, published: &mut Option<Note>) -> bool {
    let good = policy.check(note).is_ok();
    if good {
        log.publish(note);
        *published = Some(note.clone());
    }
    good
}

/// A cosignature of the checkpoint that stands published already.
fn late(policy: &Policy, log: &dyn Log, text: &str, signature: NoteSignature, published: &mut Option<Note>) {
    if let Some(mut note) = published.clone().filter(|note| note.text() == text) {
        note.add(signature);
        offer(policy, log, &note, published);
    }
}

/// Gathers the cosignatures of one round.
#[expect(clippy::disallowed_methods, reason = "waiting for others is measured on the runtime's own clock")]
async fn gather(
    policy: &Policy,
    log: &dyn Log,
    note: &mut Note,
    told: &mut mpsc::Receiver<(String, NoteSignature)>,
    mut awaited: usize,
    published: &mut Option<Note>,
    pace: Pace,
) {
    let mut end = Instant::now() + pace.round;
    let mut satisfied = policy.check(note).is_ok();
    if satisfied {
        end = Instant::now() + pace.grace;
    }
    while awaited > 0 {
        let Ok(Some((text, signature))) = timeout_at(end, told.recv()).await else { break };
        if text != note.text() {
            late(policy, log, &text, signature, published);
            continue;
        }
        awaited -= 1;
        note.add(signature);
        if offer(policy, log, note, published) && !satisfied {
            satisfied = true;
            end = Instant::now() + pace.grace;
        }
    }
    if !satisfied {
        tracing::warn!(waited = ?pace.round, "too few witnesses have cosigned; the public checkpoint stays behind");
    }
}

/// Shows each round's checkpoint to one witness, with growing pauses while it does not answer.
async fn follow(
    poster: Arc<Poster>,
    door: Door,
    log: Arc<dyn Log>,
    mut round: watch::Receiver<Round>,
    tell: mpsc::Sender<(String, NoteSignature)>,
    pace: Pace,
) {
    let (mut old, mut failures) = (0, 0_u32);
    while round.changed().await.is_ok() {
        loop {
            let Some((note, size)) = round.borrow_and_update().clone() else { break };
            let reason = match show(&poster, &door, log.as_ref(), &note, size, &mut old).await {
                Standing::Agrees(signature) => {
                    failures = 0;
                    log.stands(&door.name, Ok(size));
                    if tell.send((note.text().to_owned(), signature)).await.is_err() {
                        return;
                    }
                    break;
                }
                Standing::Ahead(at) => format!("it knows {at} entries, this record has {size}: was an old backup restored?"),
                Standing::Differs(at) => format!("it knows another record of {at} entries"),
                Standing::Silent(reason) => reason,
            };
            tracing::warn!(witness = door.name, reason, "a witness did not cosign");
            log.stands(&door.name, Err(&reason));
            sleep(pace.pause * (1 << failures.min(6))).await;
            failures += 1;
            // The feeding has ended: nobody waits for this witness any more.
            if round.has_changed().is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
#[path = "feeder/tests.rs"]
mod tests;
