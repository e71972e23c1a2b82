//! Checkpoints (C2SP tlog-checkpoint): a log's origin, size and root, signed by the log and cosigned by witnesses.
use crate::key::{Kind, Signer, Verifier as _, VerifierKey, is_name};
use crate::note::{Note, NoteError, NoteSignature};
use crate::tree::{Hash, empty_root};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fmt, str::FromStr};

/// The largest tree, in leaves.
pub const MAX_SIZE: u64 = i64::MAX as u64;

/// What a log says about itself: three lines, never more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// Why a text is no checkpoint, or a checkpoint is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not a signed note, or a false signature on it.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// An origin that is empty, longer than 255 bytes, or has a space, a plus sign or a newline.
    #[error("`{0}` cannot be the origin of a log: no spaces, no plus signs, at most 255 bytes")]
    Origin(String),
    /// Not the three lines origin, size and root.
    #[error("a checkpoint has three lines: origin, size and root")]
    Form,
    /// The empty tree with another root than SHA-256 of nothing.
    #[error("the root of an empty tree is false")]
    EmptyRoot,
    /// The checkpoint of another log than the one asked for.
    #[error("the checkpoint is of the log `{0}`")]
    OtherLog(String),
    /// The log has not signed it.
    #[error("the checkpoint is not signed by the log")]
    NotSigned,
}

impl Checkpoint {
    /// The checkpoint of these parts.
    ///
    /// # Errors
    /// [`CheckpointError::Origin`], and [`CheckpointError::Form`] for a size above [`MAX_SIZE`].
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        if !is_name(origin) {
            return Err(CheckpointError::Origin(origin.chars().take(80).collect()));
        }
        if size > MAX_SIZE {
            return Err(CheckpointError::Form);
        }
        if size == 0 && root != empty_root() {
            return Err(CheckpointError::EmptyRoot);
        }
        Ok(Self { origin: origin.to_owned(), size, root })
    }
    /// The log's name.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
    /// The checkpoint as a note, signed by the log; the key's name must be the origin.
    ///
    /// # Errors
    /// [`CheckpointError::OtherLog`] when it is another log's key.
    pub fn sign(&self, log: &impl Signer) -> Result<Note, CheckpointError> {
        if log.key().name() != self.origin || log.key().kind() != Kind::Note {
            return Err(CheckpointError::OtherLog(self.origin.clone()));
        }
        let mut note = Note::new(self.to_string())?;
        note.sign(log, 0);
        Ok(note)
    }
    /// The checkpoint that this log has signed; what others say about it is not looked at.
    ///
    /// # Errors
    /// [`CheckpointError`].
    pub fn signed_by(log: &VerifierKey, note: &Note) -> Result<Self, CheckpointError> {
        let checkpoint: Self = note.text().parse()?;
        if checkpoint.origin != log.name() || log.kind() != Kind::Note {
            return Err(CheckpointError::OtherLog(checkpoint.origin));
        }
        match note.verify(std::slice::from_ref(log))?.as_slice() {
            [Some(_)] => Ok(checkpoint),
            _ => Err(CheckpointError::NotSigned),
        }
    }
}

/// The text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;
    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.split('\n');
        let (Some(origin), Some(size), Some(root), Some(""), None) =
            (lines.next(), lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(CheckpointError::Form);
        };
        let size = read_size(size).ok_or(CheckpointError::Form)?;
        Self::new(origin, size, read_hash(root).ok_or(CheckpointError::Form)?)
    }
}

/// A decimal without sign or leading zero, at most [`MAX_SIZE`].
#[must_use]
pub fn read_size(text: &str) -> Option<u64> {
    let size: u64 = text.parse().ok()?;
    (size <= MAX_SIZE && size.to_string() == text).then_some(size)
}

/// A hash in canonical base64.
#[must_use]
pub fn read_hash(text: &str) -> Option<Hash> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// What a witness says of a checkpoint it has found to continue all it has seen of this log (C2SP tlog-cosignature, version 1).
///
/// `time` is in seconds since 1970.
pub fn cosign(witness: &impl Signer, checkpoint: &Checkpoint, time: u64) -> NoteSignature {
    NoteSignature::make(witness, &checkpoint.to_string(), time)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::key::SigningKey;

    /// The example of C2SP tlog-checkpoint and tlog-cosignature.
    const TEXT: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    #[test]
    fn the_specification_s_example_is_read_and_written() {
        let checkpoint: Checkpoint = TEXT.parse().unwrap();
        assert_eq!((checkpoint.origin(), checkpoint.size), ("example.com/behind-the-sofa", 20_852_163));
        assert_eq!(checkpoint.to_string(), TEXT);
    }
    #[test]
    fn what_is_not_three_lines_is_refused() {
        for text in [
            TEXT.replace("20852163", "020852163"),
            TEXT.replace("20852163", "+20852163"),
            TEXT.replace("20852163", "-1"),
            TEXT.replace("20852163", "9223372036854775808"),
            TEXT.replace("q2I=", "q2J="),
            TEXT.replace("q2I=", "q2I"),
            format!("{TEXT}extension\n"),
            format!("{TEXT}\n"),
            TEXT.trim_end().to_owned(),
            TEXT.replace('\n', "\r\n"),
            String::new(),
        ] {
            assert_eq!(text.parse::<Checkpoint>(), Err(CheckpointError::Form), "{text:?}");
        }
        assert!(matches!(format!("\n{TEXT}").parse::<Checkpoint>(), Err(CheckpointError::Form)));
        let origin = TEXT.replace("behind-", "behind ").parse::<Checkpoint>();
        assert!(matches!(origin, Err(CheckpointError::Origin(_))));
        assert!(matches!(Checkpoint::new("a\nb", 1, [0; 32]), Err(CheckpointError::Origin(_))));
        assert_eq!(Checkpoint::new("a", 0, [0; 32]), Err(CheckpointError::EmptyRoot));
    }
    #[test]
    fn only_the_log_s_own_key_signs_it() {
        let key = |name, kind, seed| SigningKey::from_seed(name, kind, [seed; 32]).unwrap();
        let (log, other) = (key("a", Kind::Note, 1), key("a", Kind::Note, 2));
        let checkpoint = Checkpoint::new("a", 1, [9; 32]).unwrap();
        let note = checkpoint.sign(&log).unwrap();
        assert_eq!(Checkpoint::signed_by(log.key(), &note), Ok(checkpoint.clone()));
        assert_eq!(Checkpoint::signed_by(other.key(), &note), Err(CheckpointError::NotSigned));
        let foreign = key("b", Kind::Note, 1);
        assert!(matches!(Checkpoint::signed_by(foreign.key(), &note), Err(CheckpointError::OtherLog(_))));
        assert!(checkpoint.sign(&foreign).is_err());
        assert!(checkpoint.sign(&key("a", Kind::Cosignature, 1)).is_err());
    }
}
