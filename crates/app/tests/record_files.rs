//! The record's plain files: what is published, that it reads back, and that an older copy of the data is not published over it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#[allow(dead_code, reason = "each test binary uses a part")]
mod record_stage;

use app::record::{PublishError, Publisher, published_file};
use ledger::{
    Digest, Tree,
    checkpoint::Checkpoint,
    key::{Kind, SigningKey},
    note::Note,
    policy::Policy,
    tile::{self, Level},
};
use record_stage::{ORIGIN, Stage, setup};
use std::{path::Path, sync::Arc};
use store::memory::MemoryStore;

fn publisher(dir: &Path, disk: &MemoryStore) -> Result<Publisher, PublishError> {
    let key = SigningKey::from_seed(ORIGIN, Kind::Note, [7; 32]).unwrap();
    Publisher::open(dir, key, Arc::new(disk.clone()), Arc::new(disk.clone()))
}

#[test]
fn what_is_published_reads_back_as_the_leaves_and_their_root() {
    let dir = tempfile::tempdir().unwrap();
    let stage = Stage::summit("required");
    let mut published = publisher(dir.path(), &stage.disk).unwrap();
    published.write_policy(Policy::default()).unwrap();
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
    let policy: Policy = String::from_utf8(file("policy")).unwrap().parse().unwrap();
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
    drop(publisher(dir.path(), &stage.disk).unwrap());
    let older = Stage::empty(setup(true));
    let failure = publisher(dir.path(), &older.disk).err().unwrap();
    assert!(matches!(failure, PublishError::Shorter { stored: 2, .. }), "{failure}");
    // The same acts with other nonces are another record.
    let other = Stage::summit_from("required", 77);
    let failure = publisher(dir.path(), &other.disk).err().unwrap();
    assert!(matches!(failure, PublishError::Differs { .. }), "{failure}");
    assert_eq!(failure.to_string().lines().count(), 1);
}
