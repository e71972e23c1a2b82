//! Signed notes (C2SP signed-note): a text and, below a blank line, the signatures on it.
use crate::key::{Signed, Signer, Verifier, is_name};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fmt, str::FromStr};

/// The longest note, in bytes.
pub const MAX_NOTE: usize = 65_536;
/// The most signatures a note has.
pub const MAX_SIGNATURES: usize = 64;

/// Why bytes are no note, or a note is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Longer than [`MAX_NOTE`], or with more than [`MAX_SIGNATURES`] signatures.
    #[error("the note is too long")]
    TooLong,
    /// Not text, a blank line, and signature lines.
    #[error("not a signed note")]
    Form,
    /// A signature line that is none: its number, from 1.
    #[error("signature line {0} is malformed")]
    Line(usize),
    /// A known key's signature that does not fit the text.
    #[error("the signature of {0} is false")]
    False(String),
}

/// One signature of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// The key's name.
    pub name: String,
    /// The key's id.
    pub id: u32,
    /// What the key made, without the id before it.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Signs the text; the time matters for cosignatures alone.
    pub fn make(signer: &impl Signer, text: &str, time: u64) -> Self {
        let key = signer.key();
        Self { name: key.name().to_owned(), id: key.id(), bytes: signer.sign(text, time) }
    }
    fn read(line: &str) -> Option<Self> {
        let (name, signature) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = STANDARD.decode(signature).ok()?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        let good = is_name(name) && !bytes.is_empty();
        good.then(|| Self { name: name.to_owned(), id: u32::from_be_bytes(*id), bytes: bytes.to_vec() })
    }
    /// Reads signature lines, such as a witness answers with; each ends in a newline.
    ///
    /// # Errors
    /// [`NoteError::Line`], [`NoteError::Form`] without a last newline, [`NoteError::TooLong`].
    pub fn read_lines(lines: &str) -> Result<Vec<Self>, NoteError> {
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Form)?;
        if lines.len() > MAX_NOTE || lines.split('\n').count() > MAX_SIGNATURES {
            return Err(NoteError::TooLong);
        }
        lines.split('\n').enumerate().map(|(at, line)| Self::read(line).ok_or(NoteError::Line(at + 1))).collect()
    }
}

/// The signature's line, with its newline.
impl fmt::Display for NoteSignature {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.id.to_be_bytes().to_vec();
        bytes.extend(&self.bytes);
        writeln!(to, "— {} {}", self.name, STANDARD.encode(bytes))
    }
}

/// A text with its signatures, of which none is verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    /// The signatures, in their order.
    pub signatures: Vec<NoteSignature>,
}

impl Note {
    /// A note without signatures.
    ///
    /// # Errors
    /// [`NoteError::Form`] for a text without a last newline or with another control character; [`NoteError::TooLong`].
    pub fn new(text: String) -> Result<Self, NoteError> {
        if text.len() > MAX_NOTE {
            return Err(NoteError::TooLong);
        }
        if !text.ends_with('\n') || text.chars().any(|c| c < ' ' && c != '\n') {
            return Err(NoteError::Form);
        }
        Ok(Self { text, signatures: Vec::new() })
    }
    /// What is signed, with its last newline.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Adds this signer's signature; the time matters for cosignatures alone.
    pub fn sign(&mut self, signer: &impl Signer, time: u64) {
        self.add(NoteSignature::make(signer, &self.text, time));
    }
    /// Adds a signature, in the place of an older one by the same key.
    pub fn add(&mut self, signature: NoteSignature) {
        match self.signatures.iter_mut().find(|old| old.name == signature.name && old.id == signature.id) {
            Some(old) => *old = signature,
            None => self.signatures.push(signature),
        }
    }
    /// What each of these keys says about the text: in their order, none where it has not signed. Signatures of other
    /// keys are ignored.
    ///
    /// # Errors
    /// [`NoteError::False`]: one false signature of a known key spoils the note.
    pub fn verify<V: Verifier>(&self, keys: &[V]) -> Result<Vec<Option<Signed>>, NoteError> {
        let mut found = vec![None; keys.len()];
        for signature in &self.signatures {
            for (key, found) in keys.iter().zip(&mut found) {
                if key.name() == signature.name && key.id() == signature.id {
                    let signed = key.verify(&self.text, &signature.bytes);
                    *found = Some(signed.ok_or_else(|| NoteError::False(signature.name.clone()))?);
                }
            }
        }
        Ok(found)
    }
}

impl FromStr for Note {
    type Err = NoteError;
    fn from_str(note: &str) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE {
            return Err(NoteError::TooLong);
        }
        let at = note.rfind("\n\n").ok_or(NoteError::Form)?;
        let (text, signatures) = note.split_at(at + 1);
        let mut read = Self::new(text.to_owned())?;
        if signatures.chars().any(|c| c < ' ' && c != '\n') {
            return Err(NoteError::Form);
        }
        read.signatures = NoteSignature::read_lines(&signatures[1..])?;
        Ok(read)
    }
}

/// The note as it is published.
impl fmt::Display for Note {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(to, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| signature.fmt(to))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::key::{Kind, SigningKey, VerifierKey};

    /// The note in the documentation of Go's golang.org/x/mod/sumdb/note.
    const GO: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    #[test]
    fn another_s_note_is_verified() {
        let note: Note = GO.parse().unwrap();
        let key: VerifierKey = KEY.parse().unwrap();
        assert_eq!(note.verify(&[key]), Ok(vec![Some(Signed { time: None })]));
        assert_eq!(note.to_string(), GO);
    }
    #[test]
    fn our_signature_is_the_same_as_another_s() {
        let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        let mut note = Note::new(GO.parse::<Note>().unwrap().text().to_owned()).unwrap();
        note.sign(&SigningKey::from_secret(secret).unwrap(), 0);
        assert_eq!(note.to_string(), GO);
    }
    #[test]
    fn unknown_keys_are_ignored_and_a_known_key_s_false_signature_rejects() {
        let key = |name, seed| SigningKey::from_seed(name, Kind::Note, [seed; 32]).unwrap();
        let (one, two) = (key("one", 1), key("two", 2));
        let mut note = Note::new("text\n".into()).unwrap();
        note.sign(&one, 0);
        note.sign(&two, 0);
        let known = [one.key().clone()];
        assert_eq!(note.verify(&known), Ok(vec![Some(Signed { time: None })]));
        note.signatures[1].bytes[0] ^= 1;
        assert!(note.verify(&known).is_ok());
        note.signatures[0].bytes[0] ^= 1;
        assert_eq!(note.verify(&known), Err(NoteError::False("one".into())));
        // The same key once more, and false: not hidden behind the good one.
        let mut twice = Note::new("text\n".into()).unwrap();
        twice.sign(&one, 0);
        twice.signatures.push(note.signatures[0].clone());
        assert_eq!(twice.verify(&known), Err(NoteError::False("one".into())));
        assert_eq!(Note::new("text\n".into()).unwrap().verify(&known), Ok(vec![None]));
    }
    #[test]
    fn what_is_no_note_is_refused() {
        for (text, error) in [
            ("", NoteError::Form),
            ("text\n", NoteError::Form),
            ("text\n\n", NoteError::Form),
            ("text\n\n\n", NoteError::Form),
            ("te\txt\n\n— a AAAAAAA=\n", NoteError::Form),
            ("text\r\n\n— a AAAAAAA=\n", NoteError::Form),
            ("text\n\n— a AAAAAAA=", NoteError::Form),
            ("text\n\n— a AAAAAAB=\n", NoteError::Line(1)),
            ("text\n\n— a AAAAAAA\n", NoteError::Line(1)),
            ("text\n\n— a AAAAAA==\n", NoteError::Line(1)),
            ("text\n\n- a AAAAAAA=\n", NoteError::Line(1)),
            ("text\n\n— a AAAAAAA=\n— b+c AAAAAAA=\n", NoteError::Line(2)),
            ("text\n\n—  AAAAAAA=\n", NoteError::Line(1)),
        ] {
            assert_eq!(text.parse::<Note>(), Err(error), "{text:?}");
        }
        assert_eq!("a\n\nb\n\n— a AAAAAAA=\n".parse::<Note>().unwrap().text(), "a\n\nb\n");
        let many = format!("text\n\n{}", "— a AAAAAAA=\n".repeat(MAX_SIGNATURES + 1));
        assert_eq!(many.parse::<Note>(), Err(NoteError::TooLong));
    }
}
