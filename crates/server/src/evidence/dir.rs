//! The record's plain files, as they are served: `DATA/record/`. They are complete at every moment, so a running server is not in the way.
use anyhow::{Context, Result, bail};
use ledger::{
    Digest, Replay,
    checkpoint::Checkpoint,
    note::Note,
    tile::{Level, Tile, WIDTH, read_bundle},
};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The record of a data directory, as of its newest checkpoint.
pub struct RecordDir {
    dir: PathBuf,
    /// The checkpoint with its cosignatures.
    pub checkpoint: Vec<u8>,
    /// The policy's text.
    pub policy: Vec<u8>,
    /// The log's origin.
    pub origin: String,
    /// Every leaf that the checkpoint covers.
    pub leaves: Vec<Vec<u8>>,
}

impl RecordDir {
    /// Reads the record of a data directory.
    ///
    /// # Errors
    /// When there is none, or its files do not have their form.
    pub fn open(data: &Path) -> Result<Self> {
        let dir = data.join("record");
        let read = |name: &str| fs::read(dir.join(name)).with_context(|| format!("reading {}", dir.join(name).display()));
        if !dir.join("checkpoint").exists() {
            bail!("{} holds no public record; the server writes it to {}", data.display(), dir.display());
        }
        let checkpoint = read("checkpoint")?;
        let note: Note = String::from_utf8_lossy(&checkpoint).parse().context("reading the checkpoint")?;
        let head: Checkpoint = note.text().parse().context("reading the checkpoint")?;
        let mut leaves = Vec::new();
        for index in 0..head.size.div_ceil(WIDTH) {
            let width = (head.size - index * WIDTH).min(WIDTH);
            leaves.extend(entries(&dir, index, width)?);
        }
        Ok(Self { checkpoint, policy: read("policy")?, origin: head.origin().to_owned(), leaves, dir })
    }
    /// A blob by its digest, when it is there and is that blob.
    pub fn blob(&self, digest: &Digest) -> Option<Vec<u8>> {
        let bytes = fs::read(self.dir.join("blob").join(digest.to_string())).ok()?;
        (Digest::of(&bytes) == *digest).then_some(bytes)
    }
    /// What the first `size` entries put in force; all of them where no size is given.
    ///
    /// # Errors
    /// When there are fewer, or the record is broken.
    pub fn replay(&self, size: Option<u64>) -> Result<Replay> {
        let all = self.leaves.len() as u64;
        let size = size.unwrap_or(all);
        if size == 0 || size > all {
            bail!("--at {size}: the newest checkpoint covers 1 to {all} entries");
        }
        let mut replay = Replay::new(&self.origin);
        // At most the number of leaves.
        let first = usize::try_from(size).unwrap_or(self.leaves.len());
        replay.extend(&self.leaves[..first], super::threads()).context("replaying the record")?;
        Ok(replay)
    }
}

/// The first `width` leaves of a bundle of entries. While the server writes on, a partial one may have given way to a fuller one.
fn entries(dir: &Path, index: u64, width: u64) -> Result<Vec<Vec<u8>>> {
    for width_there in [width, WIDTH] {
        let tile = Tile::new(Level::Entries, index, u16::try_from(width_there)?)?;
        let path = dir.join(tile.to_string());
        match fs::read(&path) {
            Ok(bytes) => {
                let leaves = read_bundle(&bytes, tile.width()).with_context(|| format!("reading {}", path.display()))?;
                return Ok(leaves.into_iter().take(usize::try_from(width)?).map(<[u8]>::to_vec).collect());
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
        }
    }
    bail!("the entries from {} on are missing in {}", index * WIDTH, dir.display())
}
