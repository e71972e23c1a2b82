//! Tiles: the tree cut into files of 256 hashes, and entries into bundles of 256 leaves (C2SP tlog-tiles).
use crate::tree::{Hash, Nodes, node_hash};
use std::{fmt, str::FromStr};

/// How many hashes or entries a full tile has.
pub const WIDTH: u64 = 256;
/// How many levels of the tree a tile spans.
pub const HEIGHT: u8 = 8;
/// The highest level of tiles in a tree of fewer than 2^63 leaves.
pub const MAX_LEVEL: u8 = 7;
/// The longest leaf, in bytes: its length is written in 16 bits.
pub const MAX_LEAF: usize = 65_535;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The leaves themselves.
    Entries,
    /// Nodes of the tree's level 8 × this.
    Hashes(u8),
}

/// Which tile: written as its path, such as `tile/0/x001/234` or `tile/entries/007.p/12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    level: Level,
    index: u64,
    width: u16,
}

/// Why bytes or a path are no tile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// The path is none, or not written in its one way.
    #[error("`{0}` is not the path of a tile")]
    Path(String),
    /// A leaf of more than [`MAX_LEAF`] bytes.
    #[error("a leaf of {0} bytes is longer than 65,535")]
    LeafTooLong(usize),
    /// The bundle ends within an entry.
    #[error("the bundle ends within entry {0}")]
    CutShort(usize),
    /// The tile holds another number of entries or hashes than its path says.
    #[error("the tile holds {found}, not {expected}")]
    Width {
        /// What its path says.
        expected: usize,
        /// What it holds.
        found: usize,
    },
}

impl Tile {
    /// The tile of this level and index with `width` hashes or entries.
    ///
    /// # Errors
    /// [`TileError::Path`] for a width outside 1…256, a level above [`MAX_LEVEL`] or an index that no tree has.
    pub fn new(level: Level, index: u64, width: u16) -> Result<Self, TileError> {
        let tile = Self { level, index, width };
        let known = !matches!(level, Level::Hashes(level) if level > MAX_LEVEL);
        let fits = index.checked_add(1).and_then(|n| n.checked_mul(WIDTH)).is_some_and(|end| {
            let shift = if let Level::Hashes(level) = level { u32::from(level) * 8 } else { 0 };
            end.checked_mul(1_u64.checked_shl(shift).unwrap_or(u64::MAX)).is_some()
        });
        let low = index == 0 || fits;
        if (1..=256).contains(&width) && known && low { Ok(tile) } else { Err(TileError::Path(tile.to_string())) }
    }
    /// What it holds.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }
    /// Which one of its level.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }
    /// How many hashes or entries, 1 to 256.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }
    /// Whether it never changes any more and may be cached for ever.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.width as u64 == WIDTH
    }
    /// The tile that holds this node or leaf in a tree of this size; none when it is not there.
    fn around(level: Level, at: u64, size: u64) -> Option<Self> {
        let there = match level {
            Level::Entries => size,
            Level::Hashes(level) => size.checked_shr(u32::from(level) * 8).unwrap_or(0),
        };
        let index = at / WIDTH;
        let width = u16::try_from(there.checked_sub(index * WIDTH)?.min(WIDTH)).ok()?;
        if at < there { Some(Self { level, index, width }) } else { None }
    }
    /// The bytes of a tile of hashes; none for entries, and when a node is missing.
    #[must_use]
    pub fn hashes(&self, nodes: &impl Nodes) -> Option<Vec<u8>> {
        let Level::Hashes(level) = self.level else { return None };
        let mut bytes = Vec::with_capacity(usize::from(self.width) * 32);
        for at in 0..u64::from(self.width) {
            bytes.extend(nodes.node(level * HEIGHT, self.index * WIDTH + at)?);
        }
        Some(bytes)
    }
}

/// `1234067` is `x001/x234/067`: groups of three digits, all but the last with an `x`.
fn write_index(index: u64, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    if index >= 1000 {
        write_parents(index / 1000, to)?;
    }
    write!(to, "{:03}", index % 1000)
}

fn write_parents(index: u64, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    if index >= 1000 {
        write_parents(index / 1000, to)?;
    }
    write!(to, "x{:03}/", index % 1000)
}

impl fmt::Display for Tile {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Entries => to.write_str("tile/entries/")?,
            Level::Hashes(level) => write!(to, "tile/{level}/")?,
        }
        write_index(self.index, to)?;
        if self.is_full() { Ok(()) } else { write!(to, ".p/{}", self.width) }
    }
}

impl FromStr for Tile {
    type Err = TileError;
    fn from_str(path: &str) -> Result<Self, TileError> {
        let read = || {
            let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
            let level = if level == "entries" { Level::Entries } else { Level::Hashes(level.parse().ok()?) };
            let (index, width) = match rest.split_once(".p/") {
                Some((index, width)) => (index, width.parse().ok()?),
                None => (rest, 256),
            };
            let mut number = 0_u64;
            for group in index.split('/') {
                let digits = group.strip_prefix('x').unwrap_or(group);
                number = number.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
            }
            Self::new(level, number, width).ok()
        };
        // Written again it must be the same: so a sign, a zero too many or an `x` out of place is found.
        read().filter(|tile| tile.to_string() == path).ok_or_else(|| TileError::Path(path.chars().take(80).collect()))
    }
}

/// Exactly the tiles of a tree of this size, those of entries first, then hashes from the lowest level up.
pub fn tiles(size: u64) -> impl Iterator<Item = Tile> {
    tiles_between(0, size)
}

/// The tiles of a tree of `new` leaves that one of `old` leaves has not: what must be written before a checkpoint of `new`.
pub fn tiles_between(old: u64, new: u64) -> impl Iterator<Item = Tile> {
    let levels = std::iter::once(Level::Entries).chain((0..=MAX_LEVEL).map(Level::Hashes));
    levels.flat_map(move |level| {
        let shift = if let Level::Hashes(level) = level { u32::from(level) * 8 } else { 0 };
        let (old, new) = (old >> shift, new >> shift);
        let grown = if new > old { old / WIDTH..new.div_ceil(WIDTH) } else { 0..0 };
        grown.filter_map(move |index| Tile::around(level, index * WIDTH, new << shift))
    })
}

/// The bytes of a bundle of entries: each leaf behind its length in two bytes, the higher first.
///
/// # Errors
/// [`TileError::LeafTooLong`]: a leaf is refused, never cut.
pub fn write_bundle<L: AsRef<[u8]>>(leaves: impl IntoIterator<Item = L>) -> Result<Vec<u8>, TileError> {
    let mut bytes = Vec::new();
    for leaf in leaves {
        let leaf = leaf.as_ref();
        let length = u16::try_from(leaf.len()).map_err(|_| TileError::LeafTooLong(leaf.len()))?;
        bytes.extend(length.to_be_bytes());
        bytes.extend(leaf);
    }
    Ok(bytes)
}

/// The leaves of a bundle, which must be as many as the tile's path says.
///
/// # Errors
/// [`TileError::CutShort`] and [`TileError::Width`].
pub fn read_bundle(mut bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, TileError> {
    let mut leaves = Vec::with_capacity(usize::from(width));
    while let [high, low, rest @ ..] = bytes {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let (leaf, rest) = rest.split_at_checked(length).ok_or(TileError::CutShort(leaves.len()))?;
        leaves.push(leaf);
        bytes = rest;
    }
    if !bytes.is_empty() {
        return Err(TileError::CutShort(leaves.len()));
    }
    if leaves.len() != usize::from(width) {
        return Err(TileError::Width { expected: width.into(), found: leaves.len() });
    }
    Ok(leaves)
}

/// The hashes of a tile, which must be as many as its path says.
///
/// # Errors
/// [`TileError::Width`].
pub fn read_hashes(bytes: &[u8], width: u16) -> Result<Vec<Hash>, TileError> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    if rest.is_empty() && hashes.len() == usize::from(width) {
        Ok(hashes.to_vec())
    } else {
        Err(TileError::Width { expected: width.into(), found: hashes.len() })
    }
}

/// Where tiles are read from: a directory, an archive, a store.
pub trait Tiles {
    /// The bytes of this very tile; none when it is not there.
    fn tile(&self, tile: &Tile) -> Option<Vec<u8>>;
}

/// A tree of this many leaves that is read from its tiles of hashes. It believes them: what they say is proven only by the
/// root of a signed checkpoint.
#[derive(Clone, Copy, Debug)]
pub struct TiledTree<T> {
    /// Where the tiles are.
    pub tiles: T,
    /// How many leaves.
    pub size: u64,
}

impl<T: Tiles> Nodes for TiledTree<T> {
    fn node(&self, level: u8, index: u64) -> Option<Hash> {
        let (tile_level, height) = (level / HEIGHT, level % HEIGHT);
        let first = index.checked_shl(u32::from(height)).filter(|first| first >> height == index)?;
        let tile = Tile::around(Level::Hashes(tile_level), first, self.size)?;
        let hashes = read_hashes(&self.tiles.tile(&tile)?, tile.width()).ok()?;
        let from = usize::try_from(first % WIDTH).ok()?;
        let mut nodes = hashes.get(from..from + (1 << height))?.to_vec();
        while nodes.len() > 1 {
            nodes = nodes.as_chunks::<2>().0.iter().map(|[left, right]| node_hash(left, right)).collect();
        }
        nodes.first().copied()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::{proof, tree::Tree, tree::leaf_hash};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    impl Tiles for BTreeMap<String, Vec<u8>> {
        fn tile(&self, tile: &Tile) -> Option<Vec<u8>> {
            self.get(&tile.to_string()).cloned()
        }
    }

    #[test]
    fn paths_are_those_of_the_specification() {
        for (tile, path) in [
            (Tile::new(Level::Hashes(0), 0, 256), "tile/0/000"),
            (Tile::new(Level::Hashes(0), 1_234_067, 256), "tile/0/x001/x234/067"),
            (Tile::new(Level::Hashes(1), 273, 112), "tile/1/273.p/112"),
            (Tile::new(Level::Entries, 70_000, 8), "tile/entries/x070/000.p/8"),
            (Tile::new(Level::Entries, 1_000_000, 256), "tile/entries/x001/x000/000"),
        ] {
            let tile = tile.unwrap();
            assert_eq!(tile.to_string(), path);
            assert_eq!(path.parse(), Ok(tile));
        }
    }
    #[test]
    fn other_paths_are_none() {
        for path in [
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "tile/0/0",
            "tile/0/0000",
            "tile/0/1000",
            "tile/0/x000/001",
            "tile/00/000",
            "tile/8/000",
            "tile/-1/000",
            "tile/0/+01",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/257",
            "tile/0/000/",
            "tile/0/x001",
            "tile/0/001/002",
            "tile/data/000",
            "/tile/0/000",
            "tile/0/x999/x999/x999/x999/x999/x999/999",
            "tile/7/001",
            "tile/entries/../000",
            "tile/0/é00",
        ] {
            assert!(path.parse::<Tile>().is_err(), "{path}");
        }
    }
    #[test]
    fn the_tiles_of_a_size_are_these() {
        let paths = |size| tiles(size).map(|tile| tile.to_string()).collect::<Vec<_>>();
        assert_eq!(paths(0), Vec::<String>::new());
        assert_eq!(paths(3), ["tile/entries/000.p/3", "tile/0/000.p/3"]);
        assert_eq!(paths(256), ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        let grown = tiles_between(256, 513).map(|tile| tile.to_string()).collect::<Vec<_>>();
        assert_eq!(grown, ["tile/entries/001", "tile/entries/002.p/1", "tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2"]);
        assert_eq!(tiles_between(70_000, 70_000).count(), 0);
        // The specification's own example: 70,000 entries are 273 full tiles and one of 112; above, 273 hashes.
        let end = tiles(70_000).filter(|tile| !tile.is_full()).map(|tile| tile.to_string()).collect::<Vec<_>>();
        assert_eq!(end, ["tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]);
    }
    #[test]
    fn bundles_hold_what_was_put_in_and_refuse_what_they_cannot() {
        let leaves: [&[u8]; 3] = [b"", b"a", &[7; 300]];
        let bytes = write_bundle(leaves).unwrap();
        assert_eq!(read_bundle(&bytes, 3).unwrap(), leaves);
        assert_eq!(read_bundle(&bytes, 2), Err(TileError::Width { expected: 2, found: 3 }));
        assert_eq!(read_bundle(&bytes[..bytes.len() - 1], 3), Err(TileError::CutShort(2)));
        assert_eq!(read_bundle(&[0], 1), Err(TileError::CutShort(0)));
        assert!(write_bundle([vec![0; MAX_LEAF]]).is_ok());
        assert_eq!(write_bundle([vec![0; MAX_LEAF + 1]]), Err(TileError::LeafTooLong(65_536)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_tree_in_tiles_is_the_tree(size in 1..1500_u64, old in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
            let tree = Tree::from_leaf_hashes((0..size).map(|n| leaf_hash(&n.to_be_bytes())));
            let mut files = BTreeMap::new();
            for tile in tiles(size) {
                if let Some(bytes) = tile.hashes(&tree) {
                    files.insert(tile.to_string(), bytes);
                }
            }
            let tiled = TiledTree { tiles: files, size };
            let (old, at) = (old.index(size as usize + 1) as u64, at.index(size as usize) as u64);
            prop_assert_eq!(proof::root(&tiled, size), Some(tree.root()));
            prop_assert_eq!(proof::inclusion(&tiled, at, size), tree.prove(at));
            prop_assert_eq!(proof::consistency(&tiled, old, size), tree.prove_consistency(old, size));
        }
        #[test]
        fn any_path_is_read_as_it_is_written(path in "tile/([0-9]|entries)/(x[0-9]{3}/){0,3}[0-9]{3}(\\.p/[0-9]{1,3})?") {
            if let Ok(tile) = path.parse::<Tile>() {
                prop_assert_eq!(tile.to_string(), path);
            }
        }
    }
}
