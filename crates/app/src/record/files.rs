//! The published files as they are handed out.
use super::publish::SERVED;
use ledger::{Digest, tile::Tile};
use std::{fs, path::Path};

/// How long a file may be kept by whoever has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It never changes and never goes: a full tile, a blob.
    Forever,
    /// It never changes, and goes when the full tile takes its place: a part of a tile. Every checkpoint has other parts, so that
    /// nobody asks for this one again once the record has grown.
    WhileNewest,
    /// It changes.
    Briefly,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub kind: &'static str,
    /// How long it may be kept.
    pub keep: Keep,
}

/// A published file by its address below `/record/`; none when there is none, or when the address is written in another way than
/// its one. Blocks.
#[must_use]
pub fn published_file(dir: &Path, name: &str) -> Option<PublishedFile> {
    let (text, octets) = ("text/plain; charset=utf-8", "application/octet-stream");
    let (kind, keep) = match name {
        SERVED | "policy" | "vkey" => (text, Keep::Briefly),
        _ => match name.strip_prefix("blob/") {
            Some(digest) => {
                Digest::parse(digest)?;
                (octets, Keep::Forever)
            }
            None => {
                // Only what reads back as the same address: nothing leads out of the directory.
                let tile = name.parse::<Tile>().ok().filter(|tile| tile.to_string() == name)?;
                (octets, if tile.is_full() { Keep::Forever } else { Keep::WhileNewest })
            }
        },
    };
    let bytes = fs::read(dir.join(name)).ok()?;
    Some(PublishedFile { bytes, kind, keep })
}
