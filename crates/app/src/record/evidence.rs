//! Bundles of the published record: what "check it yourself" hands out.
use super::published_file;
use ledger::{
    Digest, Replay,
    authority::Text,
    checkpoint::Checkpoint,
    claim::{Kind, Source, assemble},
    note::Note,
    tile::{self, Level, Tile, WIDTH},
};
use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

/// Most bundles that are kept of one checkpoint, to be handed out again.
const MOST_KEPT: usize = 16;

/// Makes bundles, one at a time, and keeps what the next one needs: the replay so far, and those made of the newest checkpoint.
#[derive(Debug, Default)]
pub struct Evidence(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    replay: Option<Replay>,
    made: BTreeMap<(String, String), Arc<Vec<u8>>>,
}

impl Evidence {
    /// The bundle of the text of this symbol, or of the poll or summit of this id, as of the newest checkpoint in `dir`; none when the
    /// record has no such thing. Blocks.
    #[must_use]
    pub fn bundle(&self, dir: &Path, kind: Kind, name: &str) -> Option<Arc<Vec<u8>>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let checkpoint = published_file(dir, "checkpoint")?.bytes;
        let note: Note = std::str::from_utf8(&checkpoint).ok()?.parse().ok()?;
        let head: Checkpoint = note.text().parse().ok()?;
        let key = (kind.to_string(), name.to_owned());
        if kept.replay.as_ref().is_none_or(|replay| replay.size() != head.size) {
            kept.made.clear();
        } else if let Some(made) = kept.made.get(&key) {
            return Some(made.clone());
        }
        let leaves = leaves(dir, head.size)?;
        let replay = extended(kept.replay.take(), &head, &leaves)?;
        let made = make(dir, &checkpoint, &leaves, &replay, kind, name);
        kept.replay = Some(replay);
        let made = Arc::new(made?);
        if kept.made.len() < MOST_KEPT {
            kept.made.insert(key, made.clone());
        }
        Some(made)
    }
}

/// The replay of all leaves, taken up where the last one ended.
fn extended(known: Option<Replay>, head: &Checkpoint, leaves: &[Vec<u8>]) -> Option<Replay> {
    let known = known.filter(|replay| replay.size() <= head.size && replay.origin() == head.origin());
    let mut replay = known.unwrap_or_else(|| Replay::new(head.origin()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    replay.extend(leaves.get(usize::try_from(replay.size()).ok()?..)?, threads).ok()?;
    Some(replay)
}

fn make(dir: &Path, checkpoint: &[u8], leaves: &[Vec<u8>], replay: &Replay, kind: Kind, name: &str) -> Option<Vec<u8>> {
    let id = match kind {
        Kind::Text => replay.texts().get(name).and_then(Text::in_force)?.to_string(),
        Kind::Poll | Kind::Summit => name.to_owned(),
    };
    let policy = published_file(dir, "policy")?.bytes;
    let blob = |digest: &Digest| Some(published_file(dir, &format!("blob/{digest}"))?.bytes);
    let source = Source { checkpoint, policy: &policy, leaves, blob };
    assemble(&source, replay, kind, &id).ok()?.1.write().ok()
}

/// The first `size` leaves.
fn leaves(dir: &Path, size: u64) -> Option<Vec<Vec<u8>>> {
    let mut leaves = Vec::new();
    for tile in tile::tiles(size).take_while(|tile| tile.level() == Level::Entries) {
        leaves.extend(leaves_of(dir, &tile)?);
    }
    Some(leaves)
}

/// The leaves of a tile of entries. While the record grows, a part of a tile may have given way to the whole.
pub(super) fn leaves_of(dir: &Path, tile: &Tile) -> Option<Vec<Vec<u8>>> {
    let whole = Tile::new(Level::Entries, tile.index(), u16::try_from(WIDTH).ok()?).ok()?;
    let (there, file) = [*tile, whole].into_iter().find_map(|tile| Some((tile, published_file(dir, &tile.to_string())?)))?;
    let read = tile::read_bundle(&file.bytes, there.width()).ok()?;
    Some(read.into_iter().take(usize::from(tile.width())).map(<[u8]>::to_vec).collect())
}
