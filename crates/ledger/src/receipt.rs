//! Receipts (C2SP tlog-proof): one entry's place in the log, with the checkpoint that covers it, to be verified offline.
use crate::checkpoint::{read_hash, read_size};
use crate::note::{Note, NoteError};
use crate::policy::{Approved, Policy, Refused};
use crate::proof::{InclusionProof, MAX_PROOF, verify_inclusion};
use crate::tree::leaf_hash;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fmt, str::FromStr};

/// What every receipt begins with.
pub const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// The longest receipt, in bytes; it may carry its entry.
pub const MAX_RECEIPT: usize = 262_144;

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Where in the log the entry stands, from 0.
    pub index: u64,
    /// The way to the root.
    pub proof: InclusionProof,
    /// The signed checkpoint.
    pub checkpoint: Note,
    /// Whatever the maker adds; here the entry's leaf. Nothing vouches for it but the proof.
    pub extra: Option<Vec<u8>>,
}

/// Why bytes are no receipt, or a receipt does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Longer than [`MAX_RECEIPT`], or a proof of more than [`MAX_PROOF`] hashes.
    #[error("the receipt is too long")]
    TooLong,
    /// Not in the form of C2SP tlog-proof.
    #[error("not a receipt in the form {HEADER}")]
    Form,
    /// Its checkpoint is no signed note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Its checkpoint is not accepted.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The entry is not at this index of this tree.
    #[error("the entry does not stand at index {0} of the log")]
    NotIncluded(u64),
}

impl Receipt {
    /// Whether the policy accepts the checkpoint and the leaf stands where the receipt says.
    ///
    /// # Errors
    /// [`ReceiptError::Refused`] and [`ReceiptError::NotIncluded`].
    pub fn verify(&self, leaf: &[u8], policy: &Policy) -> Result<Approved, ReceiptError> {
        let approved = policy.check(&self.checkpoint)?;
        let (size, root) = (approved.checkpoint.size, &approved.checkpoint.root);
        if verify_inclusion(&leaf_hash(leaf), self.index, size, &self.proof, root) {
            Ok(approved)
        } else {
            Err(ReceiptError::NotIncluded(self.index))
        }
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(to, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(to, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(to, "index {}", self.index)?;
        self.proof.0.iter().try_for_each(|hash| writeln!(to, "{}", STANDARD.encode(hash)))?;
        write!(to, "\n{}", self.checkpoint)
    }
}

impl FromStr for Receipt {
    type Err = ReceiptError;
    fn from_str(text: &str) -> Result<Self, ReceiptError> {
        if text.len() > MAX_RECEIPT {
            return Err(ReceiptError::TooLong);
        }
        let (head, note) = text.split_once("\n\n").ok_or(ReceiptError::Form)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(HEADER) {
            return Err(ReceiptError::Form);
        }
        let extra = lines.next_if(|line| line.starts_with("extra ")).map(|line| STANDARD.decode(&line[6..]));
        let extra = extra.transpose().map_err(|_| ReceiptError::Form)?;
        let index = lines.next().and_then(|line| read_size(line.strip_prefix("index ")?)).ok_or(ReceiptError::Form)?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == MAX_PROOF {
                return Err(ReceiptError::TooLong);
            }
            proof.push(read_hash(line).ok_or(ReceiptError::Form)?);
        }
        Ok(Self { index, proof: InclusionProof(proof), checkpoint: note.parse()?, extra })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::checkpoint::Checkpoint;
    use crate::key::{Kind, Signer as _, SigningKey};
    use crate::tree::Tree;

    fn made(size: u64, index: u64) -> (Receipt, Policy) {
        let mut tree = Tree::default();
        for n in 0..size {
            tree.append(&n.to_be_bytes());
        }
        let log = SigningKey::from_seed("log", Kind::Note, [1; 32]).unwrap();
        let checkpoint = Checkpoint::new("log", size, tree.root()).unwrap().sign(&log).unwrap();
        let policy = format!("log {}\nquorum none\n", log.key()).parse().unwrap();
        (Receipt { index, proof: tree.prove(index).unwrap(), checkpoint, extra: None }, policy)
    }

    #[test]
    fn a_receipt_holds_for_its_entry_alone() {
        for (size, index) in [(1, 0), (2, 1), (300, 255), (300, 299)] {
            let (mut receipt, policy) = made(size, index);
            receipt.extra = (size > 2).then(|| index.to_be_bytes().to_vec());
            let text = receipt.to_string();
            let read: Receipt = text.parse().unwrap();
            assert_eq!((&read, read.to_string()), (&receipt, text));
            assert_eq!(read.verify(&index.to_be_bytes(), &policy).unwrap().checkpoint.size, size);
            assert_eq!(read.verify(b"other", &policy), Err(ReceiptError::NotIncluded(index)));
            receipt.index += 1;
            assert_eq!(receipt.verify(&index.to_be_bytes(), &policy), Err(ReceiptError::NotIncluded(index + 1)));
            let strict = policy.to_string().replace("quorum none", "");
            let witness = SigningKey::from_seed("w", Kind::Cosignature, [2; 32]).unwrap();
            let strict: Policy = format!("{strict}witness w {}\nquorum w\n", witness.key()).parse().unwrap();
            assert!(matches!(read.verify(&index.to_be_bytes(), &strict), Err(ReceiptError::Refused(_))));
        }
    }
    #[test]
    fn another_form_is_refused() {
        let text = made(5, 3).0.to_string();
        for wrong in [
            text.replace("@v1", "@v2"),
            text.replace("index 3", "index 03"),
            text.replace("index 3", "extra !\nindex 3"),
            text.replace("index 3", "index 3\nextra AA=="),
            text.replace("index 3\n", "index 3\nAA==\n"),
            text.replace("\n\n", "\n"),
            format!(" {text}"),
        ] {
            assert_eq!(wrong.parse::<Receipt>(), Err(ReceiptError::Form), "{wrong}");
        }
        let hash = format!("{}=\n", "A".repeat(43));
        let long = text.replace("index 3\n", &format!("index 3\n{}", hash.repeat(MAX_PROOF)));
        assert_eq!(long.parse::<Receipt>(), Err(ReceiptError::TooLong));
    }
}
