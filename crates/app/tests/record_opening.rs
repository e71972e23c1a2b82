//! What a house verifies of its own record when it starts: all that no checkpoint of its own covers, and every leaf's place under one.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#[allow(dead_code, reason = "each test binary uses a part")]
mod record_stage;

use app::record::{RecordError, Recorder, Setup};
use ledger::{Leaf, Reason, Signature, Tree, checkpoint::Checkpoint};
use record_stage::{ORIGIN, Stage, setup};
use std::sync::Arc;
use store::{Batch, EventStore, memory::MemoryStore};

fn leaves() -> Vec<Vec<u8>> {
    Stage::summit("required").leaves().iter().map(|l| l.bytes().to_vec()).collect()
}

/// The checkpoint of the first leaves.
fn checkpoint(leaves: &[Vec<u8>]) -> Checkpoint {
    let mut tree = Tree::default();
    for leaf in leaves {
        tree.append(leaf);
    }
    Checkpoint::new(ORIGIN, tree.size(), tree.root()).unwrap()
}

/// Opens a record of these leaves, with a checkpoint that was found.
fn open(leaves: &[Vec<u8>], vouched: Option<Checkpoint>) -> Result<Recorder, RecordError> {
    let disk = MemoryStore::new();
    EventStore::append(&mut disk.clone(), 0, &Batch { leaves: leaves.to_vec(), ..Batch::default() }).unwrap();
    let mut new: Setup = Arc::into_inner(setup(true)).unwrap();
    new.vouched = vouched;
    Recorder::open(Arc::new(new), &disk)
}

/// The same leaves, one of which has a signature that does not verify.
fn forged(leaves: &[Vec<u8>], at: usize) -> Vec<Vec<u8>> {
    let mut forged = leaves.to_vec();
    let leaf = Leaf::parse(&forged[at]).unwrap();
    let mut sigs = leaf.entry().unwrap().sigs.clone();
    let Signature::Ed25519 { sig, .. } = &mut sigs[0] else { panic!("not of a plain key") };
    sig[0] ^= 1;
    forged[at] = Leaf::of_canonical(leaf.body_bytes(), &sigs).unwrap().bytes().to_vec();
    forged
}

#[track_caller]
fn bad_signature_at(at: usize, opened: Result<Recorder, RecordError>) {
    match opened {
        Err(RecordError::Invalid { index, reason: Reason::BadSignature { .. } }) => assert_eq!(index, at as u64),
        other => panic!("{:?}", other.map(|r| r.size())),
    }
}

#[test]
fn without_a_checkpoint_every_signature_is_verified() {
    let leaves = leaves();
    assert_eq!(open(&leaves, None).unwrap().size(), leaves.len() as u64);
    bad_signature_at(7, open(&forged(&leaves, 7), None));
}

#[test]
fn a_checkpoint_of_other_leaves_vouches_for_nothing() {
    let leaves = leaves();
    bad_signature_at(7, open(&forged(&leaves, 7), Some(checkpoint(&leaves))));
    // Nor does one of more leaves than there are.
    let fewer = forged(&leaves, 3);
    bad_signature_at(3, open(&fewer[..8], Some(checkpoint(&fewer))));
    // Nor one of another log.
    let other = Checkpoint::new("record.example.net", 8, checkpoint(&fewer[..8]).root).unwrap();
    bad_signature_at(3, open(&fewer[..8], Some(other)));
}

#[test]
fn what_a_checkpoint_covers_was_verified_before_it_was_signed_and_is_not_again() {
    let leaves = leaves();
    let forged = forged(&leaves, 7);
    // Such a checkpoint cannot be had without the log's own key.
    let opened = open(&forged, Some(checkpoint(&forged))).unwrap();
    assert_eq!(opened.size(), leaves.len() as u64);
    // Authority is judged all the same, and what follows the checkpoint is verified.
    assert_eq!(opened.replay().organisations().len(), 4);
    assert_eq!(open(&forged, Some(checkpoint(&forged[..8]))).unwrap().size(), leaves.len() as u64);
    bad_signature_at(7, open(&forged, Some(checkpoint(&forged[..7]))));
}
