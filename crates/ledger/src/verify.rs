//! The offline verifier: the steps of the record's description, in order, over the bytes of a bundle. Whatever does not fit is one line that
//! names the entry, where there is one, and the reason.
use crate::authority::Replay;
use crate::body::{Content, Predecessor};
use crate::bundle::{BundleError, Files};
use crate::claim::{Blobs, Claim, ClaimError};
use crate::entry::Leaf;
use crate::form::Digest;
use crate::note::Note;
use crate::policy::{Approved, Policy};
use crate::replay::{Failed, Rejected};
use crate::tree::{Hash, Tree, leaf_hash};
use std::collections::BTreeMap;
use std::fmt;

/// A bundle whose claim holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The log's origin.
    pub origin: String,
    /// How many entries the checkpoint covers.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// Who cosigned the checkpoint, as the policy names them, with the time in seconds since 1970.
    pub witnesses: Vec<(String, u64)>,
    /// Whose cosignatures the policy asks for; none when the log's own signature is enough.
    pub quorum: Option<String>,
    /// The claim, which is the recount.
    pub claim: Claim,
    /// What the claim is about, for people: a text's or question's title.
    pub title: String,
    /// The entries that are invalid and count for nothing.
    pub skipped: Vec<Rejected>,
    /// Fingerprints of the accreditors whom entry 0 names.
    pub accreditors: Vec<String>,
    /// How many of them must sign together.
    pub threshold: u64,
    /// The log that this one succeeds, as entry 0 names it.
    pub predecessor: Option<Predecessor>,
    /// Whether the policy came out of the bundle itself, so that nobody but its maker vouches for the accreditors.
    pub policy_from_bundle: bool,
}

/// Where a check failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The archive.
    Archive,
    /// The policy.
    Policy,
    /// The log's signature and the quorum.
    Checkpoint,
    /// Tiles and root.
    Tree,
    /// Canonical form, entry 0, nonces.
    Entries,
    /// Digests and rules of blobs.
    Blobs,
    /// The recount.
    Claim,
}

impl Step {
    /// A stable word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Policy => "policy",
            Self::Checkpoint => "checkpoint",
            Self::Tree => "tree",
            Self::Entries => "entries",
            Self::Blobs => "blobs",
            Self::Claim => "claim",
        }
    }
}

/// Why a bundle does not hold: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// At which step.
    pub step: Step,
    /// The entry at fault, where one can be named.
    pub entry: Option<u64>,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry {
            Some(entry) => write!(f, "entry {entry}: {}", self.reason),
            None => f.write_str(&self.reason),
        }
    }
}

impl std::error::Error for Failure {}

fn at(step: Step) -> impl Fn(String) -> Failure {
    move |reason| Failure { step, entry: None, reason }
}

/// Checks a bundle by this policy, or by its own where none is given; signatures on `threads` threads (1 or more).
///
/// # Errors
/// [`Failure`]: the first thing that does not fit.
pub fn verify(bundle: &[u8], policy: Option<&str>, threads: usize) -> Result<Verified, Failure> {
    let files = Files::read(bundle).map_err(|e| at(Step::Archive)(e.to_string()))?;
    verify_files(&files, policy, threads)
}

/// Checks the files of a bundle, as [`verify`].
///
/// # Errors
/// [`Failure`].
pub fn verify_files(files: &Files, policy: Option<&str>, threads: usize) -> Result<Verified, Failure> {
    let (trusted, genesis) = read_policy(files, policy)?;
    let approved = read_checkpoint(files, &trusted)?;
    let size = approved.checkpoint.size;
    let leaves = read_tree(files, &approved, threads)?;
    let first = *leaves.first().ok_or_else(|| at(Step::Tree)("the log is empty".into()))?;
    if Digest::of(first).0 != genesis {
        let reason = format!("its digest {} is not the policy's genesis {}", Digest::of(first), Digest(genesis));
        return Err(Failure { step: Step::Entries, entry: Some(0), reason });
    }
    let claim = files.get("claim.json").map_err(|e| at(Step::Claim)(e.to_string()))?;
    let claim = Claim::parse(claim).map_err(|e| at(Step::Claim)(e.to_string()))?;
    if claim.size > size || claim.size == 0 {
        return Err(at(Step::Claim)(format!("the claim is as of {} entries, the checkpoint has {size}", claim.size)));
    }
    let (counted, after) = leaves.split_at(usize::try_from(claim.size).unwrap_or(leaves.len()));
    let mut replay = Replay::new(approved.checkpoint.origin());
    let mut skipped = replay.extend(counted, threads).map_err(broken)?;
    let recounted = replay.clone();
    skipped.extend(replay.extend(after, threads).map_err(broken)?);
    check_digests(files)?;
    let mut blobs = Blobs::new(&recounted, counted, |digest: &Digest| files.blob(&digest.to_string()).map(<[u8]>::to_vec));
    // What is counted is found first: a claim on what nobody entered needs no blobs.
    let recount = Claim::count(&recounted, claim.kind, &claim.id).map_err(|e| match e {
        ClaimError::Poll { .. } => at(Step::Claim)(explained(&e, &claim, &skipped)),
        e => named(Step::Claim, &e),
    })?;
    let title = blobs.of(&claim).map_err(|e| named(Step::Blobs, &e))?;
    claim.compare(&recount).map_err(|e| at(Step::Claim)(explained(&e, &claim, &skipped)))?;
    let (accreditors, threshold) = accreditors(first);
    let predecessor = replay.predecessor().cloned();
    Ok(Verified {
        origin: approved.checkpoint.origin().to_owned(),
        size,
        root: approved.checkpoint.root,
        witnesses: approved.witnesses,
        quorum: trusted.quorum,
        claim,
        title,
        skipped,
        accreditors,
        threshold,
        predecessor,
        policy_from_bundle: policy.is_none(),
    })
}

fn read_policy(files: &Files, policy: Option<&str>) -> Result<(Policy, Hash), Failure> {
    let fail = at(Step::Policy);
    let text = match policy {
        Some(text) => text,
        None => {
            let bytes = files.get("policy").map_err(|e| fail(e.to_string()))?;
            std::str::from_utf8(bytes).map_err(|_| fail("the policy is not UTF-8".into()))?
        }
    };
    let policy: Policy = text.parse().map_err(|e: crate::policy::PolicyError| fail(e.to_string()))?;
    let genesis = policy.genesis.ok_or_else(|| fail("the policy has no genesis line".into()))?;
    Ok((policy, genesis))
}

fn read_checkpoint(files: &Files, policy: &Policy) -> Result<Approved, Failure> {
    let fail = at(Step::Checkpoint);
    let bytes = files.get("checkpoint").map_err(|e| fail(e.to_string()))?;
    let text = std::str::from_utf8(bytes).map_err(|_| fail("the checkpoint is not UTF-8".into()))?;
    let note: Note = text.parse().map_err(|e| fail(format!("the checkpoint: {e}")))?;
    policy.check(&note).map_err(|e| fail(format!("the checkpoint: {e}")))
}

/// The leaves, when they give the checkpoint's root and `tile/0/**` gives their hashes.
fn read_tree<'a>(files: &'a Files, approved: &Approved, threads: usize) -> Result<Vec<&'a [u8]>, Failure> {
    let size = approved.checkpoint.size;
    let log = files.log(size).map_err(|e| tiles(files, size, &e))?;
    let hashes: Vec<Hash> = log.leaves.iter().map(|leaf| leaf_hash(leaf)).collect();
    let root = Tree::from_leaf_hashes(hashes.iter().copied()).root();
    if root == approved.checkpoint.root {
        return match difference(&hashes, &log.hashes) {
            None => Ok(log.leaves),
            Some((entry, _)) => {
                Err(Failure { step: Step::Tree, entry: Some(entry), reason: "tile/0 has another hash for it".into() })
            }
        };
    }
    if let Some((entry, reason)) = difference(&hashes, &log.hashes) {
        return Err(Failure { step: Step::Tree, entry: Some(entry), reason });
    }
    // Entries and hashes were changed alike: the first entry that does not hold by itself is the likeliest to name.
    let reason = format!("the {size} entries do not give the root of the checkpoint");
    let suspect = Replay::new(approved.checkpoint.origin()).extend(&log.leaves, threads);
    let suspect = match suspect {
        Ok(rejected) => rejected.first().map(|r| (r.index, r.reason.to_string())),
        Err(failed) => Some((failed.index, failed.broken.to_string())),
    };
    Err(match suspect {
        Some((entry, why)) => Failure { step: Step::Tree, entry: Some(entry), reason: format!("{why}; and {reason}") },
        None => at(Step::Tree)(reason),
    })
}

/// Names the entry at which tiles that do not have the checkpoint's form part from their hashes, if it can be found.
fn tiles(files: &Files, size: u64, error: &BundleError) -> Failure {
    let (leaves, hashes) = files.loose();
    let entries: Vec<Hash> = leaves.iter().map(|leaf| leaf_hash(leaf)).collect();
    let found = if entries.len() as u64 == size || hashes.is_empty() { None } else { difference(&entries, &hashes) };
    match found {
        Some((entry, reason)) => Failure { step: Step::Tree, entry: Some(entry), reason: format!("{reason} ({error})") },
        None => at(Step::Tree)(error.to_string()),
    }
}

/// The first entry whose hash is not the one that stands for it, and what was done to it.
fn difference(entries: &[Hash], hashes: &[Hash]) -> Option<(u64, String)> {
    let first = entries.iter().zip(hashes).position(|(entry, hash)| entry != hash);
    let first = first.or_else(|| (entries.len() != hashes.len()).then_some(entries.len().min(hashes.len())))?;
    let index = first as u64;
    let (entry, hash) = (entries.get(first), hashes.get(first));
    if entry.is_some() && entry == hashes.get(first + 1) || entry.is_none() {
        return Some((index, "it was dropped: the entry in its place has the hash of the next".into()));
    }
    if hash.is_some() && hash == entries.get(first + 1) || hash.is_none() {
        return Some((index, "it was added: the next has the hash that belongs here".into()));
    }
    let other = hashes.iter().position(|h| Some(h) == entry).filter(|other| entries.get(*other) == hash);
    match other {
        Some(other) => Some((index, format!("it was swapped with entry {other}"))),
        None => Some((index, "it was changed: its hash is not the one in tile/0".into())),
    }
}

fn broken(failed: Failed) -> Failure {
    Failure { step: Step::Entries, entry: Some(failed.index), reason: failed.broken.to_string() }
}

fn named(step: Step, error: &ClaimError) -> Failure {
    match error {
        ClaimError::Correction { index, error } => Failure { step, entry: Some(*index), reason: error.to_string() },
        error => at(step)(error.to_string()),
    }
}

/// A figure that is not the recount is mostly one that counts an invalid entry, as is a poll without a result: the first of those is named beside it.
fn explained(error: &ClaimError, claim: &Claim, skipped: &[Rejected]) -> String {
    match skipped.iter().find(|r| r.index < claim.size) {
        Some(r) => format!("{error}; entry {} is invalid: {}", r.index, r.reason),
        None => error.to_string(),
    }
}

fn check_digests(files: &Files) -> Result<(), Failure> {
    match files.blobs().find(|(name, bytes)| Digest::of(bytes).to_string() != *name) {
        None => Ok(()),
        Some((name, bytes)) => {
            let reason = format!("blobs/{name} was changed: its digest is {}", Digest::of(bytes));
            Err(at(Step::Blobs)(reason))
        }
    }
}

/// Fingerprints of the accreditors in entry 0, which has been replayed, and how many must sign.
fn accreditors(first: &[u8]) -> (Vec<String>, u64) {
    let leaf = Leaf::parse(first);
    match leaf.as_ref().map(Leaf::entry) {
        Ok(Ok(entry)) => match &entry.body.content {
            Content::Genesis(genesis) => {
                (genesis.accreditors.iter().map(crate::form::Key::fingerprint).collect(), genesis.threshold)
            }
            _ => Default::default(),
        },
        _ => Default::default(),
    }
}

/// One object for programs: what `hemicycle verify --json` prints of a bundle that holds.
#[must_use]
pub fn to_json(verified: &Verified) -> serde_json::Value {
    let counts: BTreeMap<_, _> = verified.claim.counts.iter().collect();
    let skipped: Vec<_> = verified
        .skipped
        .iter()
        .map(|r| serde_json::json!({"entry": r.index, "code": r.reason.code(), "reason": r.reason.to_string()}))
        .collect();
    let witnesses: Vec<_> =
        verified.witnesses.iter().map(|(name, time)| serde_json::json!({"name": name, "time": time})).collect();
    let predecessor = verified
        .predecessor
        .as_ref()
        .map(|former| serde_json::json!({"log": former.log, "size": former.size, "root": Digest(former.root).to_string()}));
    serde_json::json!({
        "verified": true,
        "origin": verified.origin,
        "kind": verified.claim.kind,
        "id": verified.claim.id,
        "title": verified.title,
        "size": verified.claim.size,
        "counts": counts,
        "checkpoint": {"size": verified.size, "root": Digest(verified.root).to_string()},
        "quorum": verified.quorum,
        "witnesses": witnesses,
        "skipped": skipped,
        "accreditors": verified.accreditors,
        "threshold": verified.threshold,
        "predecessor": predecessor,
        "policy_from_bundle": verified.policy_from_bundle,
    })
}
