//! Batches for accreditors: entries that wait for signatures, in one JSON file that goes from hand to hand, offline, and gains one
//! signature an entry at each of them.
use crate::body::{Body, Content};
use crate::canonical::canonical;
use crate::entry::{Entry, Leaf};
use crate::form::{Digest, Key};
use crate::reason::{Broken, Reason};
use crate::signature::{BadSignature, Signature, Signer, SigningKey};
use crate::text::Names;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The largest batch, in bytes.
pub const MAX_BATCH: usize = 64 << 20;
/// The most entries in a batch.
pub const MAX_ENTRIES: usize = 20_000;

/// Why a file is no batch, or is not signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// Too large or too many.
    #[error("the batch is larger than {MAX_ENTRIES} entries or {MAX_BATCH} bytes")]
    TooLarge,
    /// Not of the form of a batch.
    #[error("not a batch: {0}")]
    Form(String),
    /// An entry that could not stand in a log.
    #[error("entry {at} of the batch: {broken}")]
    Broken {
        /// Its place, from 0.
        at: usize,
        /// Why.
        broken: Broken,
    },
    /// An entry that could not be valid.
    #[error("entry {at} of the batch: {reason}")]
    Invalid {
        /// Its place, from 0.
        at: usize,
        /// Why.
        reason: Reason,
    },
    /// An entry of another log than the batch's.
    #[error("entry {0} of the batch is of another log")]
    OtherLog(usize),
    /// An entry of a type that accreditors do not sign.
    #[error("entry {0} of the batch is of a type that accreditors do not sign")]
    NotTheirs(usize),
    /// A signature by somebody before that does not verify.
    #[error("entry {at} of the batch: the signature of {signer}: {why}")]
    Signature {
        /// Its place, from 0.
        at: usize,
        /// Whose.
        signer: String,
        /// Why.
        why: BadSignature,
    },
    /// Names whose digest is another than the one they stand under.
    #[error("the names {0} in the batch are others than their digest says")]
    Names(String),
}

/// Entries to be signed, with the names that their digests stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The log's origin.
    pub log: String,
    entries: Vec<Leaf>,
    /// Names by their digest.
    pub names: BTreeMap<Digest, Names>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    v: u64,
    log: String,
    entries: Vec<Value>,
    names: BTreeMap<String, BTreeMap<String, String>>,
}

impl Batch {
    /// A batch of bodies that nobody has signed; `blobs` are those that the bodies' names stand for.
    ///
    /// # Errors
    /// [`BatchError`]: a body of another log or of a type that accreditors do not sign.
    pub fn new(log: &str, bodies: &[Body], blobs: &[Vec<u8>]) -> Result<Self, BatchError> {
        let leaf = |(at, body)| Leaf::new(body, &[]).map_err(|broken| BatchError::Broken { at, broken });
        let entries = bodies.iter().enumerate().map(leaf).collect::<Result<Vec<_>, _>>()?;
        let names = blobs.iter().filter_map(|blob| Some((Digest::of(blob), Names::parse(blob).ok()?))).collect();
        Self { log: log.to_owned(), entries, names }.checked()
    }
    /// Reads a batch: every body of its form, every signature on it good.
    ///
    /// # Errors
    /// [`BatchError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, BatchError> {
        if bytes.len() > MAX_BATCH {
            return Err(BatchError::TooLarge);
        }
        let form = |reason: String| BatchError::Form(reason);
        let file: File = serde_json::from_slice(bytes).map_err(|e| form(e.to_string()))?;
        if file.v != 1 {
            return Err(form("v is not 1".to_owned()));
        }
        let mut entries = Vec::new();
        for (at, value) in file.entries.iter().enumerate() {
            let broken = |broken| BatchError::Broken { at, broken };
            // Written canonically here: on its way a program may have laid the file out anew.
            let bytes = canonical(value).map_err(|e| broken(e.into()))?;
            entries.push(Leaf::parse(&bytes).map_err(broken)?);
        }
        let mut names = BTreeMap::new();
        for (digest, found) in file.names {
            let found = Names(found);
            let right = found.to_canonical().map(|blob| Digest::of(&blob)).ok().filter(|d| d.to_string() == digest);
            names.insert(right.ok_or(BatchError::Names(digest))?, found);
        }
        Self { log: file.log, entries, names }.checked()
    }
    fn checked(self) -> Result<Self, BatchError> {
        if self.entries.len() > MAX_ENTRIES {
            return Err(BatchError::TooLarge);
        }
        for (at, leaf) in self.entries.iter().enumerate() {
            if leaf.log() != self.log {
                return Err(BatchError::OtherLog(at));
            }
            let entry = leaf.entry().map_err(|reason| BatchError::Invalid { at, reason: reason.clone() })?;
            if !accreditors_sign(&entry.body.content) {
                return Err(BatchError::NotTheirs(at));
            }
            for sig in &entry.sigs {
                let bad = |why| BatchError::Signature { at, signer: sig.signer().to_string(), why };
                sig.verify(leaf.body_bytes(), None, None).map_err(bad)?;
            }
        }
        Ok(self)
    }
    /// The file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let entry = |leaf: &Leaf| serde_json::from_slice(leaf.bytes()).unwrap_or_default();
        let names = self.names.iter().map(|(digest, names)| (digest.to_string(), names.0.clone())).collect();
        let file = File { v: 1, log: self.log.clone(), entries: self.entries.iter().map(entry).collect(), names };
        // Strings, integers, lists and maps with text keys: written without fail.
        serde_json::to_vec(&file).unwrap_or_default()
    }
    /// The entries as they are signed so far.
    #[must_use]
    pub fn leaves(&self) -> &[Leaf] {
        &self.entries
    }
    /// What each entry says.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        self.entries.iter().filter_map(|leaf| leaf.entry().ok()).map(|entry| &entry.body.content)
    }
    /// How many entries this key has signed.
    #[must_use]
    pub fn signed_by(&self, key: &Key) -> usize {
        let signs = |leaf: &&Leaf| leaf.entry().is_ok_and(|e| signers(e).any(|signer| signer == Signer::Key(*key)));
        self.entries.iter().filter(signs).count()
    }
    /// The fewest signatures that an entry has.
    #[must_use]
    pub fn signatures(&self) -> usize {
        self.entries.iter().filter_map(|leaf| leaf.entry().ok()).map(|entry| entry.sigs.len()).min().unwrap_or(0)
    }
    /// Signs every entry that this key has not signed; returns how many.
    ///
    /// # Errors
    /// [`BatchError::Broken`] when an entry grows too long.
    pub fn sign(&mut self, key: &SigningKey) -> Result<usize, BatchError> {
        let mut signed = 0;
        for (at, leaf) in self.entries.iter_mut().enumerate() {
            let Ok(entry) = leaf.entry() else { continue };
            if signers(entry).any(|signer| signer == Signer::Key(key.public())) {
                continue;
            }
            let mut sigs = entry.sigs.clone();
            sigs.push(key.sign(leaf.body_bytes()));
            *leaf = Leaf::of_canonical(leaf.body_bytes(), &sigs).map_err(|broken| BatchError::Broken { at, broken })?;
            signed += 1;
        }
        Ok(signed)
    }
}

fn signers(entry: &Entry) -> impl Iterator<Item = Signer<'_>> {
    entry.sigs.iter().map(Signature::signer)
}

const fn accreditors_sign(content: &Content) -> bool {
    matches!(
        content,
        Content::Genesis(_)
            | Content::Officers(_)
            | Content::Accredit(_)
            | Content::Discredit { .. }
            | Content::Rotate { .. }
            | Content::Delegate(_)
            | Content::Revoke { .. }
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::body::Accredit;
    use crate::form::{Moment, Nonce};

    fn batch() -> Batch {
        let blob = Names(BTreeMap::from([("en".to_owned(), "A Party".to_owned())])).to_canonical().unwrap();
        let body = |n: u8| Body {
            log: "record.example.org".into(),
            nonce: Nonce([n; 16]),
            at: Moment::parse("2026-11-20T08:00:00Z").unwrap(),
            content: Content::Accredit(Accredit {
                org: format!("org-{n}"),
                country: "KE".into(),
                category: "party".into(),
                names: Digest::of(&blob),
                key: None,
            }),
        };
        Batch::new("record.example.org", &[body(1), body(2)], &[blob]).unwrap()
    }

    #[test]
    fn a_batch_goes_from_hand_to_hand() {
        let keys = [1, 2].map(|n| SigningKey::from_seed(&[n; 32]).unwrap());
        let mut batch = Batch::parse(&batch().to_bytes()).unwrap();
        assert_eq!((batch.signatures(), batch.sign(&keys[0]).unwrap()), (0, 2));
        let mut batch = Batch::parse(&batch.to_bytes()).unwrap();
        assert_eq!(batch.sign(&keys[1]).unwrap(), 2);
        assert_eq!(batch.sign(&keys[0]).unwrap(), 0);
        assert_eq!((batch.signatures(), batch.signed_by(&keys[1].public())), (2, 2));
        assert_eq!(Batch::parse(&batch.to_bytes()).unwrap(), batch);
    }
    #[test]
    fn what_was_changed_on_the_way_is_refused() {
        let mut batch = batch();
        batch.sign(&SigningKey::from_seed(&[1; 32]).unwrap()).unwrap();
        let text = String::from_utf8(batch.to_bytes()).unwrap();
        for (from, to) in [
            ("\"KE\"", "\"KP\""),
            ("A Party", "B Party"),
            ("\"type\":\"accredit\"", "\"type\":\"endorse\""),
            ("\"v\":1,\"log\"", "\"v\":2,\"log\""),
            ("{\"v\":1,\"log\":\"record", "{\"v\":1,\"log\":\"other"),
        ] {
            assert!(text.contains(from), "{from}");
            assert!(Batch::parse(text.replacen(from, to, 1).as_bytes()).is_err(), "{from}");
        }
    }
}
