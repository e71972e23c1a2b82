//! The record's plain files: what is published, that it reads back, and that an older copy of the data is not published over it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#[allow(dead_code, reason = "each test binary uses a part")]
mod record_stage;

use app::record::{Keep, PublishError, Publisher, Receipts, Trust, published_file};
use ledger::{
    Digest, Tree,
    checkpoint::{Checkpoint, cosign},
    key::{Kind, Signer as _, SigningKey},
    note::Note,
    policy::Policy,
    receipt::Receipt,
    tile::{self, Level},
};
use record_stage::{ORIGIN, Stage, setup};
use std::{path::Path, sync::Arc};
use store::memory::MemoryStore;

fn publisher(dir: &Path, disk: &MemoryStore) -> Result<Publisher, PublishError> {
    publisher_with(dir, disk, Policy::default())
}

fn publisher_with(dir: &Path, disk: &MemoryStore, policy: Policy) -> Result<Publisher, PublishError> {
    let key = SigningKey::from_seed(ORIGIN, Kind::Note, [7; 32]).unwrap();
    let trust = Trust { key, policy };
    Publisher::open(dir, trust, Arc::new(disk.clone()), Arc::new(disk.clone()))
}

#[test]
fn what_is_published_reads_back_as_the_leaves_and_their_root() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    let mut published = publisher(dir.path(), &stage.disk).unwrap();
    assert!(published_file(dir.path(), "checkpoint").is_none(), "nothing is written before the comparison is over");
    published.advance().unwrap();
    assert!(published.advance().unwrap().is_none(), "nothing new, nothing signed");
    let file = |name: &str| published_file(dir.path(), name).unwrap_or_else(|| panic!("no {name}")).bytes;
    let note: Note = String::from_utf8(file("checkpoint")).unwrap().parse().unwrap();
    let checkpoint = Checkpoint::signed_by(published.key(), &note).unwrap();
    let leaves: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let mut read = Vec::new();
    for tile in tile::tiles(checkpoint.size).filter(|t| t.level() == Level::Entries) {
        let bytes = file(&tile.to_string());
        read.extend(tile::read_bundle(&bytes, tile.width()).unwrap().into_iter().map(<[u8]>::to_vec));
    }
    assert_eq!(read, leaves);
    let mut tree = Tree::default();
    for leaf in &leaves {
        tree.append(leaf);
    }
    assert_eq!(tree.root(), checkpoint.root);
    let text = String::from_utf8(file("policy")).unwrap();
    let policy: Policy = text.parse().unwrap();
    assert_eq!(policy, published.policy().unwrap());
    assert_eq!(policy.genesis, Some(Digest::of(&leaves[0]).0));
    // The manifest and what it names; evidence is not among the files.
    let manifest = stage.manifest();
    assert_eq!(Digest::of(&file(&format!("blob/{manifest}"))).0, manifest.0);
    for elsewhere in ["../keys/log.key", "blob/../checkpoint", "tile/0/../../checkpoint", "tile/0/0", "checkpoint/", ""] {
        assert!(published_file(dir.path(), elsewhere).is_none(), "{elsewhere}");
    }
}

#[test]
fn an_older_copy_and_another_record_are_refused_by_name() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    publisher(dir.path(), &stage.disk).unwrap().advance().unwrap();
    let older = Stage::empty(setup(true));
    let failure = publisher(dir.path(), &older.disk).err().unwrap();
    assert!(matches!(failure, PublishError::Shorter { stored: 2, .. }), "{failure}");
    // The same acts with other nonces are another record.
    let other = Stage::summit_from("required", 77);
    let failure = publisher(dir.path(), &other.disk).err().unwrap();
    assert!(matches!(failure, PublishError::Differs { .. }), "{failure}");
    assert_eq!(failure.to_string().lines().count(), 1);
}

#[test]
fn an_entry_has_its_receipt_once_a_served_checkpoint_covers_it() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    let leaves = stage.leaves();
    let entry = Digest::of(leaves[5].bytes());
    let receipts = Receipts::default();
    assert_eq!(receipts.of(dir.path(), &entry), None, "nothing is published yet");
    let mut published = publisher(dir.path(), &stage.disk).unwrap();
    published.advance().unwrap();
    let receipt: Receipt = receipts.of(dir.path(), &entry).unwrap().parse().unwrap();
    assert_eq!((receipt.index, receipt.extra.as_deref()), (5, Some(leaves[5].bytes())));
    let policy = published.policy().unwrap();
    assert_eq!(receipt.verify(leaves[5].bytes(), &policy).unwrap().checkpoint.size, leaves.len() as u64);
    assert!(receipt.verify(leaves[4].bytes(), &policy).is_err());
    assert_eq!(receipts.of(dir.path(), &Digest::of(b"never entered")), None);
}

#[test]
fn only_what_neither_changes_nor_goes_is_kept_for_ever() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    publisher(dir.path(), &stage.disk).unwrap().advance().unwrap();
    let keep = |name: &str| published_file(dir.path(), name).map(|file| file.keep);
    let width = stage.leaves().len();
    assert!(width < 256, "one tile is begun");
    assert_eq!(keep(&format!("tile/entries/000.p/{width}")), Some(Keep::WhileNewest));
    assert_eq!(keep(&format!("tile/0/000.p/{width}")), Some(Keep::WhileNewest));
    assert_eq!(keep("tile/entries/000"), None);
    std::fs::write(dir.path().join("tile/entries/000"), "a full one").unwrap();
    assert_eq!(keep("tile/entries/000"), Some(Keep::Forever));
    assert_eq!(keep(&format!("blob/{}", stage.manifest())), Some(Keep::Forever));
    for name in ["checkpoint", "policy", "vkey"] {
        assert_eq!(keep(name), Some(Keep::Briefly), "{name}");
    }
}

#[test]
fn what_a_power_cut_tore_is_mended_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    publisher(dir.path(), &stage.disk).unwrap().advance().unwrap();
    let width = stage.leaves().len();
    let names = [format!("tile/entries/000.p/{width}"), format!("tile/0/000.p/{width}"), format!("blob/{}", stage.manifest())];
    let before = names.each_ref().map(|name| std::fs::read(dir.path().join(name)).unwrap());
    for name in &names {
        std::fs::write(dir.path().join(name), "").unwrap();
    }
    publisher(dir.path(), &stage.disk).unwrap().advance().unwrap();
    assert_eq!(names.map(|name| std::fs::read(dir.path().join(name)).unwrap()), before);
}

#[test]
fn with_a_quorum_only_a_confirmed_checkpoint_is_served_and_the_served_one_never_goes_back() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    let witness = SigningKey::from_seed("w.example", Kind::Cosignature, [8; 32]).unwrap();
    let policy: Policy = format!("witness w {}\nquorum w\n", witness.key()).parse().unwrap();
    let served = || published_file(dir.path(), "checkpoint").map(|file| String::from_utf8(file.bytes).unwrap());
    let mut published = publisher_with(dir.path(), &stage.disk, policy.clone()).unwrap();
    let mut note = published.advance().unwrap().unwrap();
    assert_eq!(served(), None, "nobody has confirmed it");
    // What was signed binds, though it was never served.
    let older = Stage::empty(setup(true));
    let failure = publisher_with(dir.path(), &older.disk, policy.clone()).err().unwrap();
    assert!(matches!(failure, PublishError::Shorter { stored: 2, .. }), "{failure}");

    let checkpoint: Checkpoint = note.text().parse().unwrap();
    note.add(cosign(&witness, &checkpoint, 1_800_000_000));
    let whole = published.policy().unwrap();
    assert_eq!(whole.check(&note).unwrap().witnesses.len(), 1);
    assert_eq!(published.shelf().serve(&note).unwrap(), checkpoint.size);
    assert_eq!(served(), Some(note.to_string()));
    let root = published.shelf().consistency(0, 1).map(|_| ());
    assert_eq!(root, Some(()), "proofs are to be had");

    // An earlier one that comes late does not take its place, and one of other leaves is none of this log.
    let key = SigningKey::from_seed(ORIGIN, Kind::Note, [7; 32]).unwrap();
    let leaves = stage.leaves();
    let mut tree = Tree::default();
    tree.append(leaves[0].bytes());
    let early = Checkpoint::new(ORIGIN, 1, tree.root()).unwrap().sign(&key).unwrap();
    assert_eq!(published.shelf().serve(&early).unwrap(), checkpoint.size);
    assert_eq!(served(), Some(note.to_string()));
    let false_one = Checkpoint::new(ORIGIN, 1, [9; 32]).unwrap().sign(&key).unwrap();
    assert!(matches!(published.shelf().serve(&false_one), Err(PublishError::Differs { .. })));

    // A policy without quorum serves what waits.
    std::fs::remove_file(dir.path().join("checkpoint")).unwrap();
    publisher(dir.path(), &stage.disk).unwrap().advance().unwrap();
    assert!(served().is_some());
}
