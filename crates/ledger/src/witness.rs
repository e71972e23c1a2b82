//! The rules of a witness (C2SP tlog-witness), of both sides: what is sent to `add-checkpoint`, what a witness answers and
//! what the log does next. No network and no disk here: a witness judges, its keeper makes the new state durable, and only
//! then it cosigns.
use crate::checkpoint::{Checkpoint, CheckpointError, read_hash, read_size};
use crate::key::{Kind, Verifier, VerifierKey};
use crate::note::{Note, NoteSignature};
use crate::proof::{ConsistencyProof, MAX_PROOF, verify_consistency};
use crate::tree::{Hash, empty_root};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// The longest body of `add-checkpoint`, in bytes: 63 hashes and the longest note.
pub const MAX_REQUEST: usize = crate::note::MAX_NOTE + 4_096;
/// The content type of an answer 409.
pub const SIZE_TYPE: &str = "text/x.tlog.size";

/// The body of `add-checkpoint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The size that the witness is believed to have cosigned last; 0 for none.
    pub old: u64,
    /// That the checkpoint continues that size.
    pub proof: ConsistencyProof,
    /// The signed checkpoint.
    pub checkpoint: Note,
}

impl fmt::Display for Request {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(to, "old {}", self.old)?;
        self.proof.0.iter().try_for_each(|hash| writeln!(to, "{}", STANDARD.encode(hash)))?;
        write!(to, "\n{}", self.checkpoint)
    }
}

impl FromStr for Request {
    type Err = Refusal;
    fn from_str(body: &str) -> Result<Self, Refusal> {
        let malformed = |what: &str| Refusal::Malformed(what.to_owned());
        if body.len() > MAX_REQUEST {
            return Err(malformed("the request is too long"));
        }
        let (head, note) = body.split_once("\n\n").ok_or(malformed("there is no blank line before the checkpoint"))?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| read_size(line.strip_prefix("old ")?));
        let old = old.ok_or(malformed("the first line is not `old` and a size"))?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == MAX_PROOF {
                return Err(malformed("the proof has more than 63 hashes"));
            }
            proof.push(read_hash(line).ok_or(malformed("a line of the proof is not a hash"))?);
        }
        let checkpoint = note.parse().map_err(|error| Refusal::Malformed(format!("{error}")))?;
        Ok(Self { old, proof: ConsistencyProof(proof), checkpoint })
    }
}

/// Why a witness does not cosign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a request, or an old size above the new one.
    #[error("{0}")]
    Malformed(String),
    /// A log that this witness does not follow.
    #[error("this witness does not follow the log `{0}`")]
    UnknownLog(String),
    /// Not signed by the log's key.
    #[error("the checkpoint is not signed by a key of its log")]
    NotSigned,
    /// The last size cosigned is this one, not the one named.
    #[error("the last size cosigned is {0}")]
    OtherSize(u64),
    /// The checkpoint does not continue what was cosigned: of equal sizes, another root.
    #[error("the checkpoint does not continue the one cosigned at size {0}")]
    NotConsistent(u64),
}

impl Refusal {
    /// The HTTP status that the specification gives it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) => 400,
            Self::NotSigned => 403,
            Self::UnknownLog(_) => 404,
            Self::OtherSize(_) => 409,
            Self::NotConsistent(_) => 422,
        }
    }
    /// The body of the answer; of 409 exactly the size.
    #[must_use]
    pub fn body(&self) -> String {
        if let Self::OtherSize(size) = self { format!("{size}\n") } else { format!("{self}\n") }
    }
}

/// The SHA-256 of a log's origin in hexadecimal: its name in the paths of a witness.
#[must_use]
pub fn log_id(origin: &str) -> String {
    Sha256::digest(origin).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The last checkpoint of a log that a witness has cosigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// What a witness knows: the logs it follows and how far it has seen each.
#[derive(Clone, Debug, Default)]
pub struct Witness {
    logs: BTreeMap<String, (Vec<VerifierKey>, Seen)>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { size: 0, root: empty_root() }
    }
}

impl Witness {
    /// Follows a log by this key; several keys of one origin may stand beside each other. False for a key of witnesses.
    pub fn follow(&mut self, log: VerifierKey) -> bool {
        let good = log.kind() == Kind::Note;
        if good {
            self.logs.entry(log.name().to_owned()).or_default().0.push(log);
        }
        good
    }
    /// How far a log has been seen; none when it is not followed.
    #[must_use]
    pub fn seen(&self, origin: &str) -> Option<&Seen> {
        self.logs.get(origin).map(|(_, seen)| seen)
    }
    /// The logs followed.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.logs.keys().map(String::as_str)
    }
    /// Takes note of how far a log has been seen. False when it is not followed.
    pub fn remember(&mut self, origin: &str, seen: Seen) -> bool {
        self.logs.get_mut(origin).map(|log| log.1 = seen).is_some()
    }
    /// Whether the request's checkpoint may be cosigned. Changes nothing: whoever asks makes the checkpoint durable, calls
    /// [`Witness::remember`], cosigns and answers, in this order and with no other request between.
    ///
    /// # Errors
    /// [`Refusal`], in the order of the specification.
    pub fn judge(&self, request: &Request) -> Result<Checkpoint, Refusal> {
        let checkpoint: Checkpoint =
            request.checkpoint.text().parse().map_err(|error: CheckpointError| Refusal::Malformed(error.to_string()))?;
        let Some((keys, seen)) = self.logs.get(checkpoint.origin()) else {
            return Err(Refusal::UnknownLog(checkpoint.origin().to_owned()));
        };
        let signed = request.checkpoint.verify(keys).map_err(|_| Refusal::NotSigned)?;
        if !signed.iter().any(Option::is_some) {
            return Err(Refusal::NotSigned);
        }
        if request.old > checkpoint.size {
            return Err(Refusal::Malformed("the old size is larger than the new one".to_owned()));
        }
        if request.old != seen.size {
            return Err(Refusal::OtherSize(seen.size));
        }
        if verify_consistency(seen.size, &seen.root, checkpoint.size, &checkpoint.root, &request.proof) {
            Ok(checkpoint)
        } else {
            Err(Refusal::NotConsistent(seen.size))
        }
    }
}

/// What a log learns from a witness's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Cosigned: the witness's signatures, verified, with the time in seconds since 1970.
    Cosigned(NoteSignature, u64),
    /// The witness is at another size: ask again from there.
    At(u64),
    /// The witness will not: what it said. Of 422, and of a size it knows with another root, an alarm.
    Refused(u16, String),
    /// An answer that no witness gives, or a cosignature that is false.
    Nonsense(&'static str),
}

/// Reads a witness's answer to a request for this checkpoint.
#[must_use]
pub fn read_answer(status: u16, body: &str, checkpoint: &Note, witness: &VerifierKey) -> Answer {
    match status {
        200 => {
            let Ok(signatures) = NoteSignature::read_lines(body) else { return Answer::Nonsense("not signature lines") };
            let own = signatures.into_iter().find(|signature| signature.name == witness.name() && signature.id == witness.id());
            let Some(signature) = own else { return Answer::Nonsense("no signature by its own key") };
            match witness.verify(checkpoint.text(), &signature.bytes).and_then(|signed| signed.time) {
                Some(time) => Answer::Cosigned(signature, time),
                None => Answer::Nonsense("a false cosignature"),
            }
        }
        409 => match body.strip_suffix('\n').and_then(read_size) {
            Some(size) => Answer::At(size),
            None => Answer::Nonsense("a conflict without a size"),
        },
        _ => Answer::Refused(status, body.chars().filter(|c| !c.is_control()).take(200).collect()),
    }
}

#[cfg(test)]
mod tests;
