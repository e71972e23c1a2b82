//! The evidence bundle: everything one needs to repeat one figure, in one zip. Pure over bytes.
//!
//! What comes from a stranger is bounded before it is read: how many files, how large each and all together, and nothing but the names a
//! bundle has. An archive that two readers could read differently (a name twice, headers that disagree, files that overlap) is refused.
use crate::tree::Hash;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The largest bundle that is read, in bytes.
pub const MAX_BUNDLE: usize = 256 << 20;
/// The most that all files of a bundle may come to when unpacked, in bytes.
pub const MAX_UNPACKED: u64 = 1 << 30;
/// The most files in a bundle.
pub const MAX_FILES: usize = 200_000;
/// The largest `checkpoint`, `policy` or `claim.json`, in bytes.
pub const MAX_SMALL: u64 = 1 << 20;
/// The largest blob, in bytes.
pub const MAX_BLOB: u64 = 16 << 20;
/// How many leaves a full tile holds.
const TILE: u64 = 256;
/// A tile of entries at its largest: 256 leaves of 65,535 bytes, each with its length.
const MAX_TILE: u64 = TILE * (2 + 65_535);

/// Why bytes are not a bundle. One line each.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Larger than [`MAX_BUNDLE`].
    #[error("the bundle has {0} bytes; at most {MAX_BUNDLE} are read")]
    TooLarge(usize),
    /// Not a zip, or one that two readers could read differently.
    #[error("not a zip archive that can be trusted to be read in one way: {0}")]
    Zip(String),
    /// More than [`MAX_FILES`].
    #[error("the bundle has {0} files; at most {MAX_FILES} are read")]
    TooManyFiles(usize),
    /// A name that no file of a bundle has.
    #[error("{0}: no file of a bundle has this name")]
    Name(String),
    /// A file larger than its kind may be.
    #[error("{name}: unpacks to more than {limit} bytes")]
    FileTooLarge {
        /// The file's name in the archive.
        name: String,
        /// What its kind may have, in bytes.
        limit: u64,
    },
    /// All files together are more than [`MAX_UNPACKED`].
    #[error("the bundle unpacks to more than {MAX_UNPACKED} bytes")]
    Bomb,
    /// A file that must be there.
    #[error("{0} is missing")]
    Missing(String),
    /// A tile that a log of the checkpoint's size does not have.
    #[error("{name} does not belong to a log of {size} entries")]
    Surplus {
        /// The tile's name.
        name: String,
        /// The checkpoint's size.
        size: u64,
    },
    /// A tile whose bytes are not the hashes or leaves that its name promises.
    #[error("{name}: {reason}")]
    Tile {
        /// The tile's name.
        name: String,
        /// What is wrong.
        reason: String,
    },
}

/// The files of a bundle, by their names in the archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Reads a bundle.
    ///
    /// # Errors
    /// [`BundleError`]: the limits, the names, and archives that are not plain.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        if bytes.len() > MAX_BUNDLE {
            return Err(BundleError::TooLarge(bytes.len()));
        }
        let zip = |e: zip::result::ZipError| BundleError::Zip(e.to_string());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip)?;
        if archive.len() > MAX_FILES {
            return Err(BundleError::TooManyFiles(archive.len()));
        }
        archive.validate_header_consistency().map_err(zip)?;
        let mut files = BTreeMap::new();
        let mut total = 0;
        for index in 0..archive.len() {
            let file = archive.by_index(index).map_err(zip)?;
            let name = file.name().map_err(zip)?.into_owned();
            if file.is_dir() && file.size() == 0 {
                continue;
            }
            let limit = limit(&name).ok_or_else(|| BundleError::Name(shown(&name)))?;
            // What the header promises is not believed: reading stops one byte after the limit.
            let allowed = limit.min(MAX_UNPACKED - total);
            let mut content = Vec::new();
            file.take(allowed + 1).read_to_end(&mut content).map_err(|e| BundleError::Zip(format!("{name}: {e}")))?;
            if content.len() as u64 > limit {
                return Err(BundleError::FileTooLarge { name, limit });
            }
            if content.len() as u64 > allowed {
                return Err(BundleError::Bomb);
            }
            total += content.len() as u64;
            files.insert(name, content);
        }
        Ok(Self(files))
    }
    /// Writes the bundle: files in order of name, deflated, all dated alike, so that equal files give equal bytes.
    ///
    /// # Errors
    /// [`BundleError::Name`] for a name that no file of a bundle has; [`BundleError::Zip`] when the archive would be too large.
    pub fn write(&self) -> Result<Vec<u8>, BundleError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o644);
        let stored = deflated.compression_method(CompressionMethod::Stored);
        for (name, content) in &self.0 {
            limit(name).ok_or_else(|| BundleError::Name(shown(name)))?;
            // Hashes do not shrink, and the shortest blobs would grow.
            let options = if name.starts_with("tile/0/") || content.len() < 64 { stored } else { deflated };
            writer.start_file(name.as_str(), options).map_err(|e| BundleError::Zip(e.to_string()))?;
            writer.write_all(content).map_err(|e| BundleError::Zip(e.to_string()))?;
        }
        writer.finish().map(Cursor::into_inner).map_err(|e| BundleError::Zip(e.to_string()))
    }
    /// Puts a file; one of the same name is replaced.
    pub fn put(&mut self, name: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), content.into());
    }
    /// Takes a file away.
    pub fn remove(&mut self, name: &str) -> Option<Vec<u8>> {
        self.0.remove(name)
    }
    /// The bytes of a file.
    ///
    /// # Errors
    /// [`BundleError::Missing`].
    pub fn get(&self, name: &str) -> Result<&[u8], BundleError> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| BundleError::Missing(name.to_owned()))
    }
    /// The bytes of a blob, by its digest in 64 lower-case hex digits.
    #[must_use]
    pub fn blob(&self, digest: &str) -> Option<&[u8]> {
        self.0.get(&format!("blobs/{digest}")).map(Vec::as_slice)
    }
    /// Every blob with its digest, in order of digest.
    pub fn blobs(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().filter_map(|(name, content)| Some((name.strip_prefix("blobs/")?, content.as_slice())))
    }
    /// Names of all files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
    /// Puts the tiles of a log: its leaves in `tile/entries/**` and their hashes in `tile/0/**`.
    ///
    /// # Errors
    /// [`BundleError::Tile`] when a leaf is longer than 65,535 bytes.
    pub fn put_leaves(&mut self, leaves: &[Vec<u8>]) -> Result<(), BundleError> {
        for (tile, (leaves, n)) in leaves.chunks(TILE as usize).zip(0..).enumerate() {
            let name = tile_name("entries", n, leaves.len() as u64);
            let mut entries = Vec::new();
            let mut hashes = Vec::new();
            for (leaf, at) in leaves.iter().zip(0..) {
                let length = u16::try_from(leaf.len()).map_err(|_| BundleError::Tile {
                    name: name.clone(),
                    reason: format!("entry {} has {} bytes; at most 65,535 are allowed", tile as u64 * TILE + at, leaf.len()),
                })?;
                entries.extend(length.to_be_bytes());
                entries.extend(leaf);
                hashes.extend(crate::tree::leaf_hash(leaf));
            }
            self.put(tile_name("0", n, leaves.len() as u64), hashes);
            self.put(name, entries);
        }
        Ok(())
    }
    /// The leaves of a log of this size and the hashes that the bundle's tiles give for them: exactly its tiles, none more and none less.
    ///
    /// # Errors
    /// [`BundleError::Missing`], [`BundleError::Surplus`] and [`BundleError::Tile`].
    pub fn log(&self, size: u64) -> Result<Log<'_>, BundleError> {
        let mut wanted = BTreeSet::new();
        let mut log = Log { leaves: Vec::new(), hashes: Vec::new() };
        for n in 0..size.div_ceil(TILE) {
            let width = (size - n * TILE).min(TILE);
            let (entries, hashes) = (tile_name("entries", n, width), tile_name("0", n, width));
            split_leaves(&entries, self.tile(&entries, size)?, n * TILE, width, &mut log.leaves)?;
            split_hashes(&hashes, self.tile(&hashes, size)?, width, &mut log.hashes)?;
            wanted.extend([entries, hashes]);
        }
        match self.names().find(|name| name.starts_with("tile/") && !wanted.contains(*name)) {
            Some(name) => Err(BundleError::Surplus { name: name.to_owned(), size }),
            None => Ok(log),
        }
    }
    /// All leaves and hashes that can be read out of the tiles, whatever their number: to name the entry at which a log was cut or stretched.
    #[must_use]
    pub fn loose(&self) -> (Vec<&[u8]>, Vec<Hash>) {
        let tiles = |level: &'static str| self.0.iter().filter(move |(name, _)| name.starts_with(level));
        let mut leaves = Vec::new();
        for (name, bytes) in tiles("tile/entries/") {
            // Stops at the first cut, with what was whole before it.
            let _ = split_leaves(name, bytes, 0, TILE, &mut leaves);
        }
        let hashes = tiles("tile/0/").flat_map(|(_, bytes)| bytes.as_chunks::<32>().0).copied().collect();
        (leaves, hashes)
    }
    fn tile(&self, name: &str, size: u64) -> Result<&[u8], BundleError> {
        self.get(name).map_err(|_| BundleError::Missing(format!("{name}, which a log of {size} entries has,")))
    }
}

/// The leaves of a bundle and the hashes of its level 0, which must be theirs.
#[derive(Debug, PartialEq, Eq)]
pub struct Log<'a> {
    /// Bytes of each leaf.
    pub leaves: Vec<&'a [u8]>,
    /// Hashes as `tile/0/**` gives them.
    pub hashes: Vec<Hash>,
}

fn split_leaves<'a>(
    name: &str,
    mut bytes: &'a [u8],
    first: u64,
    width: u64,
    leaves: &mut Vec<&'a [u8]>,
) -> Result<(), BundleError> {
    let bad = |reason: String| BundleError::Tile { name: name.to_owned(), reason };
    for at in 0..width {
        let (length, rest) = bytes.split_first_chunk::<2>().ok_or_else(|| bad(format!("ends before entry {}", first + at)))?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (leaf, rest) = rest.split_at_checked(length).ok_or_else(|| bad(format!("entry {} is cut off", first + at)))?;
        leaves.push(leaf);
        bytes = rest;
    }
    if bytes.is_empty() { Ok(()) } else { Err(bad(format!("{} bytes follow entry {}", bytes.len(), first + width - 1))) }
}

fn split_hashes(name: &str, bytes: &[u8], width: u64, hashes: &mut Vec<Hash>) -> Result<(), BundleError> {
    let (chunks, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() || chunks.len() as u64 != width {
        let reason = format!("has {} bytes where {width} hashes of 32 bytes belong", bytes.len());
        return Err(BundleError::Tile { name: name.to_owned(), reason });
    }
    hashes.extend_from_slice(chunks);
    Ok(())
}

/// A tile's path as C2SP's tlog-tiles writes it: groups of three digits, all but the last marked `x`, and `.p/<width>` when not full.
fn tile_name(level: &str, n: u64, width: u64) -> String {
    let mut path = format!("{:03}", n % 1000);
    let mut rest = n / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    if width == TILE { format!("tile/{level}/{path}") } else { format!("tile/{level}/{path}.p/{width}") }
}

/// How large a file of this name may be; none where no file of a bundle has it.
fn limit(name: &str) -> Option<u64> {
    match name {
        "checkpoint" | "policy" | "claim.json" => return Some(MAX_SMALL),
        _ => {}
    }
    if let Some(digest) = name.strip_prefix("blobs/") {
        return (digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))).then_some(MAX_BLOB);
    }
    let path = |rest: &str| rest.len() <= 40 && rest.bytes().all(|b| b.is_ascii_digit() || b"x/.p".contains(&b));
    if name.strip_prefix("tile/entries/").is_some_and(path) {
        return Some(MAX_TILE);
    }
    name.strip_prefix("tile/0/").is_some_and(path).then_some(TILE * 32)
}

/// A foreign name, fit for one line of a terminal.
fn shown(name: &str) -> String {
    name.chars().take(100).flat_map(char::escape_default).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn leaves(n: usize) -> Vec<Vec<u8>> {
        (0..n).map(|n| format!("leaf {n}").into_bytes()).collect()
    }

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_written_is_read_and_equal_files_give_equal_bytes() {
        for size in [1, 255, 256, 257, 600] {
            let leaves = leaves(size);
            let mut files = Files::new();
            files.put("checkpoint", "c");
            files.put_leaves(&leaves).unwrap();
            let bytes = files.write().unwrap();
            assert_eq!(bytes, files.write().unwrap());
            let read = Files::read(&bytes).unwrap();
            assert_eq!(read, files);
            let log = read.log(size as u64).unwrap();
            assert_eq!(log.leaves, leaves);
            assert!(log.hashes.iter().zip(&leaves).all(|(hash, leaf)| *hash == crate::tree::leaf_hash(leaf)));
            assert!(matches!(read.log(size as u64 + 1), Err(BundleError::Missing(_))), "{size}");
            assert!(read.log(size as u64 - 1).is_err(), "{size}");
        }
    }
    #[test]
    fn tiles_are_named_as_c2sp_names_them() {
        assert_eq!(tile_name("0", 0, 256), "tile/0/000");
        assert_eq!(tile_name("entries", 1_234_067, 256), "tile/entries/x001/x234/067");
        assert_eq!(tile_name("0", 273, 7), "tile/0/273.p/7");
    }
    #[test]
    fn a_bomb_is_refused_before_it_unpacks() {
        let zeros = vec![0; 3 << 20];
        assert_eq!(
            Files::read(&archive(&[("policy", &zeros)])),
            Err(BundleError::FileTooLarge { name: "policy".into(), limit: MAX_SMALL })
        );
    }
    #[test]
    fn only_the_names_of_a_bundle_are_read() {
        for name in ["../checkpoint", "/checkpoint", "blobs/abc", "tile/1/000", "tile/0/\u{1b}[0m", "readme"] {
            assert!(matches!(Files::read(&archive(&[(name, b"x")])), Err(BundleError::Name(_))), "{name}");
        }
    }
    #[test]
    fn a_name_twice_is_refused() {
        let bytes = archive(&[("checkpoint", b"one"), ("checkpoinT", b"two")]);
        let twice: Vec<u8> = {
            let mut bytes = bytes;
            let needle = b"checkpoinT";
            let at: Vec<usize> = (0..bytes.len() - 10).filter(|i| &bytes[*i..*i + 10] == needle).collect();
            for i in at {
                bytes[i + 9] = b't';
            }
            bytes
        };
        assert!(matches!(Files::read(&twice), Err(BundleError::Zip(_))));
    }
    #[test]
    fn tiles_that_do_not_hold_what_they_promise_are_named() {
        let mut files = Files::new();
        files.put_leaves(&leaves(3)).unwrap();
        let mut cut = files.clone();
        let mut tile = cut.remove("tile/entries/000.p/3").unwrap();
        tile.pop();
        cut.put("tile/entries/000.p/3", tile);
        assert_eq!(cut.log(3).unwrap_err().to_string(), "tile/entries/000.p/3: entry 2 is cut off");
        files.put("tile/0/000", vec![0; 8192]);
        assert_eq!(files.log(3).unwrap_err().to_string(), "tile/0/000 does not belong to a log of 3 entries");
    }
    #[test]
    fn foreign_bytes_are_answered_with_an_error() {
        for bytes in [&b""[..], b"PK", b"PK\x05\x06", &[0; 22], b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            assert!(Files::read(bytes).is_err());
        }
    }
}
