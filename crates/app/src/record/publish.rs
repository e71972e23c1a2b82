//! Publishes the record as plain files that any web server can serve: blobs, tiles, and a signed checkpoint over them.
//!
//! A checkpoint is signed only for leaves that are durable, after every file that it needs is in place. At the start the stored
//! leaves are held against the newest checkpoint: a record that became shorter, or another one, is never signed.
use super::public_blobs;
use ledger::{
    Digest, Hash, Leaf, Tree,
    checkpoint::{Checkpoint, CheckpointError},
    key::{Signer, SigningKey, Verifier, VerifierKey},
    note::Note,
    policy::{Party, Policy},
    tile::{self, Level, Tile},
};
use std::{
    fs, io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{EventFeed, SideStore, StoreError};

/// A blob and the digest that is its name.
type NamedBlob = (Digest, Vec<u8>);

/// Name of the directory within the data directory.
pub const DIRECTORY: &str = "record";

/// The record cannot be published, or must not be.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file cannot be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The store's reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The newest checkpoint is none of this log.
    #[error("the checkpoint in {path} is none of this log: {source}", path = path.display())]
    Checkpoint {
        /// Its file.
        path: PathBuf,
        /// Why.
        source: CheckpointError,
    },
    /// The stored leaves are fewer than were published.
    #[error(
        "the record was published with {published} entries (root {root}), but {stored} are stored: this is an older copy of the data. \
         Restore a newer one, or begin a successor log that names this checkpoint"
    )]
    Shorter {
        /// Leaves of the newest checkpoint.
        published: u64,
        /// Its root.
        root: String,
        /// Leaves stored.
        stored: u64,
    },
    /// The stored leaves are others than were published.
    #[error(
        "the record was published with root {published} for its first {size} entries, but those stored have root {stored}: \
         these are other data"
    )]
    Differs {
        /// Leaves of the newest checkpoint.
        size: u64,
        /// Its root.
        published: String,
        /// The root of as many stored leaves.
        stored: String,
    },
    /// A stored leaf has no canonical form, or a tile cannot be made.
    #[error("entry {index} of the record cannot be published: {detail}")]
    Leaf {
        /// Its index.
        index: u64,
        /// Why.
        detail: String,
    },
}

/// Writes the files. Its calls block.
pub struct Publisher {
    dir: PathBuf,
    key: SigningKey,
    tree: Tree,
    published: u64,
    feed: Arc<dyn EventFeed>,
    side: Arc<dyn SideStore>,
}

impl Publisher {
    /// Reads the stored leaves, holds them against the newest checkpoint in `dir`, and writes what is missing there.
    ///
    /// # Errors
    /// [`PublishError`]; [`PublishError::Shorter`] and [`PublishError::Differs`] must stop the server.
    pub fn open(dir: &Path, key: SigningKey, feed: Arc<dyn EventFeed>, side: Arc<dyn SideStore>) -> Result<Self, PublishError> {
        let mut publisher = Self { dir: dir.to_owned(), key, tree: Tree::default(), published: 0, feed, side };
        fs::create_dir_all(dir).map_err(|source| publisher.file("", source))?;
        let (blobs, _) = publisher.read_new()?;
        if let Some(checkpoint) = publisher.newest()? {
            publisher.compare(&checkpoint)?;
        }
        publisher.write_blobs(blobs)?;
        for tile in tile::tiles(publisher.tree.size()) {
            if !publisher.dir.join(tile.to_string()).exists() {
                publisher.write_tile(&tile)?;
            }
        }
        publisher.finish()?;
        Ok(publisher)
    }

    /// Holds the stored leaves against a checkpoint that somebody keeps: the server itself or a witness.
    ///
    /// # Errors
    /// [`PublishError::Shorter`] or [`PublishError::Differs`].
    pub fn compare(&self, known: &Checkpoint) -> Result<(), PublishError> {
        let Some(root) = self.tree.root_at(known.size) else {
            return Err(PublishError::Shorter { published: known.size, root: hex(&known.root), stored: self.tree.size() });
        };
        if root == known.root {
            return Ok(());
        }
        Err(PublishError::Differs { size: known.size, published: hex(&known.root), stored: hex(&root) })
    }

    /// The newest checkpoint in the directory, as this log signed it.
    ///
    /// # Errors
    /// [`PublishError::Checkpoint`] when it is none of this log.
    pub fn newest(&self) -> Result<Option<Checkpoint>, PublishError> {
        let path = self.dir.join("checkpoint");
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(PublishError::File { path, source }),
        };
        let read = || Checkpoint::signed_by(self.key.key(), &text.parse::<Note>()?);
        read().map(Some).map_err(|source| PublishError::Checkpoint { path, source })
    }

    /// Publishes the leaves that became durable since the last call; answers the new checkpoint, if there is one.
    ///
    /// # Errors
    /// [`PublishError`]; the checkpoint before stays.
    pub fn advance(&mut self) -> Result<Option<Note>, PublishError> {
        let before = self.tree.size();
        let (blobs, grown) = self.read_new()?;
        if !grown && self.published == self.tree.size() {
            return Ok(None);
        }
        self.write_blobs(blobs)?;
        for tile in tile::tiles_between(before.min(self.published), self.tree.size()) {
            self.write_tile(&tile)?;
        }
        self.finish()
    }

    /// The tree of all published leaves, for proofs.
    #[must_use]
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }
    /// The log's public key.
    #[must_use]
    pub fn key(&self) -> &VerifierKey {
        self.key.key()
    }
    /// The directory of the files.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.dir
    }

    /// Replaces the published checkpoint by the same one with witnesses' cosignatures.
    ///
    /// # Errors
    /// [`PublishError::File`].
    pub fn cosigned(&self, note: &Note) -> Result<(), PublishError> {
        self.write("checkpoint", note.to_string().as_bytes())
    }

    /// Writes what readers trust by: the log's key, the digest of entry 0, the witnesses and their quorum.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn write_policy(&self, mut policy: Policy) -> Result<(), PublishError> {
        policy.logs = vec![Party { name: self.key().name().to_owned(), key: self.key().clone(), url: None }];
        policy.genesis = self.genesis()?;
        self.write("policy", policy.to_string().as_bytes())?;
        self.write("vkey", format!("{}\n", self.key()).as_bytes())
    }

    fn genesis(&self) -> Result<Option<Hash>, PublishError> {
        let mut digest = None;
        self.feed.feed_leaves(0, 1, &mut |_, bytes| {
            digest = Some(Digest::of(bytes).0);
            ControlFlow::Break(())
        })?;
        Ok(digest)
    }

    /// Appends the leaves that are not in the tree yet; answers the blobs they make public, and whether there were any.
    fn read_new(&mut self) -> Result<(Vec<NamedBlob>, bool), PublishError> {
        let (tree, side, feed) = (&mut self.tree, &self.side, &self.feed);
        let first = tree.size();
        let (mut blobs, mut failure) = (Vec::new(), None);
        feed.feed_leaves(first, usize::MAX, &mut |index, bytes| {
            let leaf = match Leaf::parse(bytes) {
                Ok(leaf) => leaf,
                Err(broken) => {
                    failure = Some(PublishError::Leaf { index, detail: broken.to_string() });
                    return ControlFlow::Break(());
                }
            };
            let mut fault = None;
            blobs.extend(public_blobs(&leaf, &mut |digest| {
                side.blob(&digest.0).unwrap_or_else(|error| {
                    fault = Some(error);
                    None
                })
            }));
            if let Some(error) = fault {
                failure = Some(error.into());
                return ControlFlow::Break(());
            }
            tree.append(bytes);
            ControlFlow::Continue(())
        })?;
        let grown = self.tree.size() > first;
        failure.map_or(Ok((blobs, grown)), Err)
    }

    fn write_blobs(&self, blobs: Vec<NamedBlob>) -> Result<(), PublishError> {
        for (digest, bytes) in blobs {
            let name = format!("blob/{digest}");
            if !self.dir.join(&name).exists() {
                self.write(&name, &bytes)?;
            }
        }
        Ok(())
    }

    fn write_tile(&self, tile: &Tile) -> Result<(), PublishError> {
        let index = tile.index() * tile::WIDTH;
        let missing = |detail: String| PublishError::Leaf { index, detail };
        let bytes = if tile.level() == Level::Entries {
            let mut leaves = Vec::with_capacity(usize::from(tile.width()));
            self.feed.feed_leaves(index, usize::from(tile.width()), &mut |_, bytes| {
                leaves.push(bytes.to_vec());
                ControlFlow::Continue(())
            })?;
            tile::write_bundle(leaves).map_err(|e| missing(e.to_string()))?
        } else {
            tile.hashes(&self.tree).ok_or_else(|| missing("a node is missing".to_owned()))?
        };
        let name = tile.to_string();
        self.write(&name, &bytes)?;
        if tile.is_full() {
            // Its parts are in it; a reader who asks for one is told to take the whole.
            drop(fs::remove_dir_all(self.dir.join(format!("{name}.p"))));
        }
        Ok(())
    }

    /// Signs and writes the checkpoint of everything that is in place.
    fn finish(&mut self) -> Result<Option<Note>, PublishError> {
        let size = self.tree.size();
        if size == 0 {
            return Ok(None);
        }
        let path = || self.dir.join("checkpoint");
        if self.newest()?.is_some_and(|c| c.size == size) {
            // Cosignatures that it has stay on it.
            self.published = size;
            return Ok(None);
        }
        let note = Checkpoint::new(self.key().name(), size, self.tree.root()).and_then(|c| c.sign(&self.key));
        let note = note.map_err(|source| PublishError::Checkpoint { path: path(), source })?;
        self.write("checkpoint", note.to_string().as_bytes())?;
        self.published = size;
        Ok(Some(note))
    }

    fn file(&self, name: &str, source: io::Error) -> PublishError {
        PublishError::File { path: self.dir.join(name), source }
    }

    /// Writes a file beside its place and moves it there: a reader sees the old one or the new one, whole.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.dir.join(name);
        let parent = path.parent().unwrap_or(&self.dir);
        let beside = parent.join(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
        let write = || {
            fs::create_dir_all(parent)?;
            let mut file = fs::File::create(&beside)?;
            io::Write::write_all(&mut file, bytes)?;
            // The checkpoint is what a later start is held against: it must not be lost, nor come before its tiles.
            if name == "checkpoint" {
                file.sync_all()?;
            }
            fs::rename(&beside, &path)
        };
        write().map_err(|source| self.file(name, source))
    }
}

fn hex(hash: &Hash) -> String {
    Digest(*hash).to_string()
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub kind: &'static str,
    /// Whether it never changes.
    pub lasting: bool,
}

/// A published file by its address below `/record/`; none when there is none, or when the address is written in another way than
/// its one. Blocks.
#[must_use]
pub fn published_file(dir: &Path, name: &str) -> Option<PublishedFile> {
    let text = "text/plain; charset=utf-8";
    let (kind, lasting) = match name {
        "checkpoint" | "policy" | "vkey" => (text, false),
        _ => match name.strip_prefix("blob/") {
            Some(digest) => {
                Digest::parse(digest)?;
                ("application/octet-stream", true)
            }
            // Only what reads back as the same address: nothing leads out of the directory.
            None if name.parse::<Tile>().ok()?.to_string() == name => ("application/octet-stream", true),
            None => return None,
        },
    };
    let bytes = fs::read(dir.join(name)).ok()?;
    Some(PublishedFile { bytes, kind, lasting })
}
