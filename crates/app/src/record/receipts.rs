//! Receipts (C2SP tlog-proof) of single entries, as the newest served checkpoint proves them.
use super::{evidence::leaves_of, published_file};
use ledger::{
    Digest, Tree,
    checkpoint::Checkpoint,
    note::Note,
    proof::inclusion,
    receipt::Receipt,
    tile::{self, Level, WIDTH},
};
use parking_lot::Mutex;
use std::{collections::HashMap, path::Path};

/// Makes receipts; keeps the tree and the places of the entries that it has read so far.
#[derive(Debug, Default)]
pub struct Receipts(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    tree: Tree,
    places: HashMap<Digest, u64>,
}

impl Receipts {
    /// The receipt of the entry with this SHA-256, the entry within it; none when no served checkpoint covers such an entry (yet). Blocks.
    #[must_use]
    pub fn of(&self, dir: &Path, entry: &Digest) -> Option<String> {
        let mut known = self.0.lock();
        let text = String::from_utf8(published_file(dir, "checkpoint")?.bytes).ok()?;
        let checkpoint: Note = text.parse().ok()?;
        let head: Checkpoint = checkpoint.text().parse().ok()?;
        known.read(dir, head.size)?;
        let index = *known.places.get(entry)?;
        let proof = inclusion(&known.tree, index, head.size)?;
        let tile = tile::tiles(head.size).find(|tile| tile.level() == Level::Entries && tile.index() == index / WIDTH)?;
        let leaf = leaves_of(dir, &tile)?.into_iter().nth(usize::try_from(index % WIDTH).ok()?)?;
        Some(Receipt { index, proof, checkpoint, extra: Some(leaf) }.to_string())
    }
}

impl Known {
    /// Reads the entries that are new since the last time.
    fn read(&mut self, dir: &Path, size: u64) -> Option<()> {
        let before = self.tree.size();
        let entries = tile::tiles(size).take_while(|tile| tile.level() == Level::Entries);
        for tile in entries.skip_while(|tile| (tile.index() + 1) * WIDTH <= before) {
            let first = tile.index() * WIDTH;
            for (index, leaf) in (first..).zip(leaves_of(dir, &tile)?).skip_while(|(index, _)| *index < before) {
                self.places.insert(Digest::of(&leaf), index);
                self.tree.append(&leaf);
            }
        }
        Some(())
    }
}
