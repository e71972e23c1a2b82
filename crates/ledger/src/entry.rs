//! A leaf of the log: a body and its signatures in canonical form.
use crate::body::Body;
use crate::canonical::{CanonicalError, canonical};
use crate::fields::Fields;
use crate::form::{Digest, Nonce};
use crate::reason::{Broken, Reason};
use crate::signature::Signature;
use serde_json::Value;

/// Most bytes of a leaf.
pub const MAX_LEAF: usize = 65_535;
const BODY: &[u8] = br#"{"body":"#;
const SIGS: &[u8] = br#","sigs":"#;

/// A leaf that is canonical, of version 1, with a nonce: it may stand in a log, whether its entry is valid or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    bytes: Vec<u8>,
    body_end: usize,
    log: String,
    nonce: Nonce,
    entry: Result<Entry, Reason>,
}

/// What a leaf says when body and signatures have their forms. It is not yet known who signed, nor whether they may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The body.
    pub body: Body,
    /// The signatures, sorted by canonical form, no two of one signer.
    pub sigs: Vec<Signature>,
}

impl Leaf {
    /// Reads a leaf.
    ///
    /// # Errors
    /// [`Broken`]: such bytes break the whole record. What makes the entry alone invalid is kept, see [`Leaf::entry`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Broken> {
        if bytes.len() > MAX_LEAF {
            return Err(Broken::TooLong(bytes.len()));
        }
        let value: Value = serde_json::from_slice(bytes).map_err(|e| CanonicalError::NotJson(e.to_string()))?;
        let Value::Object(mut map) = value else { return Err(Broken::NotBodyAndSignatures) };
        let (body, sigs) = (map.remove("body"), map.remove("sigs"));
        let (Some(Value::Object(body)), Some(Value::Array(sigs)), true) = (body, sigs, map.is_empty()) else {
            return Err(Broken::NotBodyAndSignatures);
        };
        // Every part is written canonically once; together they must be the leaf.
        let body = Value::Object(body);
        let (body_written, sigs_written) = (canonical(&body)?, sigs.iter().map(canonical).collect::<Result<Vec<_>, _>>()?);
        if join(&body_written, &sigs_written) != bytes {
            return Err(CanonicalError::NotCanonical.into());
        }
        let body_end = BODY.len() + body_written.len();
        let sigs = if sigs_written.is_sorted() { signatures(sigs) } else { Err(Reason::SignaturesUnsorted) };
        Self::read(bytes.to_vec(), body_end, body, sigs)
    }
    fn read(bytes: Vec<u8>, body_end: usize, body: Value, sigs: Result<Vec<Signature>, Reason>) -> Result<Self, Broken> {
        let Value::Object(mut body) = body else { return Err(Broken::NotBodyAndSignatures) };
        if body.remove("v").and_then(|v| v.as_u64()) != Some(1) {
            return Err(Broken::Version);
        }
        let Some(Value::String(log)) = body.remove("log") else { return Err(Broken::OtherLog(String::new())) };
        let nonce = body.remove("nonce").and_then(|nonce| nonce.as_str().and_then(Nonce::parse)).ok_or(Broken::NonceForm)?;
        let entry = Body::read(log.clone(), nonce, Fields::new(body)).and_then(|body| Ok(Entry { body, sigs: sigs? }));
        Ok(Self { bytes, body_end, log, nonce, entry })
    }
    /// Writes a leaf of a body and its signatures, which are put in order.
    ///
    /// # Errors
    /// [`Broken`] when it is too long or has a number above 2^53−1.
    pub fn new(body: &Body, sigs: &[Signature]) -> Result<Self, Broken> {
        Self::of_canonical(&body.to_canonical()?, sigs)
    }
    /// Writes a leaf of a body that stands in canonical form already (as it was signed) and its signatures, which are put in
    /// order.
    ///
    /// # Errors
    /// [`Broken`], as [`Leaf::parse`].
    pub fn of_canonical(body: &[u8], sigs: &[Signature]) -> Result<Self, Broken> {
        let mut written = sigs.iter().map(|sig| canonical(&sig.to_value())).collect::<Result<Vec<_>, _>>()?;
        // Members of a signature are ASCII, so the order of bytes is that of code units.
        written.sort_unstable();
        Self::parse(&join(body, &written))
    }
    /// The leaf's bytes, which the tree hashes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
    /// The body's canonical form, which is signed.
    #[must_use]
    pub fn body_bytes(&self) -> &[u8] {
        &self.bytes[BODY.len()..self.body_end]
    }
    /// SHA-256 of the body's canonical form: a passkey's challenge, and what a `cast` names.
    #[must_use]
    pub fn body_digest(&self) -> Digest {
        Digest::of(self.body_bytes())
    }
    /// The origin of the log it was made for.
    #[must_use]
    pub fn log(&self) -> &str {
        &self.log
    }
    /// Its nonce.
    #[must_use]
    pub const fn nonce(&self) -> Nonce {
        self.nonce
    }
    /// What it says, or why its entry is invalid by form alone.
    ///
    /// # Errors
    /// The reason.
    pub const fn entry(&self) -> Result<&Entry, &Reason> {
        self.entry.as_ref()
    }
}

/// The leaf of a body and signatures that are written already.
fn join(body: &[u8], sigs: &[Vec<u8>]) -> Vec<u8> {
    [BODY, body, SIGS, b"[", &sigs.join(&b','), b"]}"].concat()
}

fn signatures(sigs: Vec<Value>) -> Result<Vec<Signature>, Reason> {
    let read = sigs.into_iter().enumerate().map(|(at, value)| Signature::read(value, at)).collect::<Result<Vec<_>, _>>()?;
    let mut signers: Vec<_> = read.iter().map(Signature::signer).collect();
    signers.sort_unstable();
    match signers.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Reason::SignsTwice(pair[0].to_string())),
        None => Ok(read),
    }
}
