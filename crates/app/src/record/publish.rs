//! Publishes the record as plain files that any web server can serve: blobs, tiles, and a signed checkpoint over them.
//!
//! A checkpoint is signed only for leaves that are durable, after every file that it needs is in place. At the start the stored
//! leaves are held against the newest checkpoint: a record that became shorter, or another one, is never signed.
use super::public_blobs;
use ledger::{
    Digest, Hash, Tree,
    checkpoint::{Checkpoint, CheckpointError},
    key::{Signer, SigningKey, Verifier, VerifierKey},
    note::Note,
    policy::{Party, Policy},
    proof::ConsistencyProof,
    tile::{self, Level, Tile},
    tree::leaf_hash,
};
use parking_lot::{Mutex, RwLock};
use std::{
    fs, io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{EventFeed, SideStore, StoreError};

/// A blob and the digest that is its name.
type NamedBlob = (Digest, Vec<u8>);

/// How a file comes to its place.
type Writes = fn(&Shelf, &str, &[u8]) -> Result<(), PublishError>;

/// Name of the directory within the data directory.
pub const DIRECTORY: &str = "record";
/// The checkpoint that is served.
pub(super) const SERVED: &str = "checkpoint";
/// The newest checkpoint that was signed, where witnesses must confirm one before it is served.
const PENDING: &str = "checkpoint.pending";

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
        "the record was published with {published} entries (root {root}), but {stored} are stored (root {stored_root}): \
         this is an older copy of the data. Restore a newer one, or go on in a successor log: hemicycle successor --help"
    )]
    Shorter {
        /// Leaves of the newest checkpoint.
        published: u64,
        /// Its root.
        root: String,
        /// Leaves stored.
        stored: u64,
        /// Their root.
        stored_root: String,
    },
    /// The stored leaves are others than were published.
    #[error(
        "the record was published with root {published} for its first {size} entries, but those stored have root {stored}: \
         these are other data. Restore those of this record, or go on in a successor log: hemicycle successor --help"
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

/// What readers of the record trust it by.
#[derive(Debug)]
pub struct Trust {
    /// The log's key.
    pub key: SigningKey,
    /// The witnesses and their quorum; logs and genesis are filled in.
    pub policy: Policy,
}

/// What the publisher shares with whoever asks the witnesses: the tree for proofs, and the checkpoint that is served. Its calls block.
#[derive(Clone, Debug)]
pub struct Shelf {
    dir: PathBuf,
    key: VerifierKey,
    tree: Arc<RwLock<Tree>>,
    // The size of the served checkpoint, once it was looked at. Held until it is replaced, so that it never goes back.
    served: Arc<Mutex<Option<u64>>>,
}

impl Shelf {
    /// The proof that the tree of `new` leaves begins with that of `old`; none when there are fewer leaves. Blocks for a moment only.
    #[must_use]
    pub fn consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof> {
        self.tree.read().prove_consistency(old, new)
    }

    /// Serves a checkpoint of this log from now on, unless a newer one is served; answers the size of the one that is.
    ///
    /// # Errors
    /// [`PublishError`] when it is none of this log or of these leaves, or cannot be written.
    pub fn serve(&self, note: &Note) -> Result<u64, PublishError> {
        let path = self.dir.join(SERVED);
        let checkpoint = Checkpoint::signed_by(&self.key, note);
        let checkpoint = checkpoint.map_err(|source| PublishError::Checkpoint { path, source })?;
        self.compare(&checkpoint)?;
        self.replace(note, checkpoint.size)
    }

    /// As [`Shelf::serve`], of a checkpoint that is known to be of this log and of these leaves.
    fn replace(&self, note: &Note, size: u64) -> Result<u64, PublishError> {
        let mut served = self.served.lock();
        let former = match *served {
            Some(former) => former,
            None => self.read(SERVED)?.map_or(0, |(_, former)| former.size),
        };
        if former <= size {
            self.write(SERVED, note.to_string().as_bytes())?;
        }
        *served = Some(former.max(size));
        Ok(former.max(size))
    }

    /// Holds the leaves against a checkpoint that somebody keeps.
    ///
    /// # Errors
    /// [`PublishError::Shorter`] or [`PublishError::Differs`].
    pub fn compare(&self, known: &Checkpoint) -> Result<(), PublishError> {
        let tree = self.tree.read();
        let Some(root) = tree.root_at(known.size) else {
            let (stored, stored_root) = (tree.size(), hex(&tree.root()));
            return Err(PublishError::Shorter { published: known.size, root: hex(&known.root), stored, stored_root });
        };
        if root == known.root {
            return Ok(());
        }
        Err(PublishError::Differs { size: known.size, published: hex(&known.root), stored: hex(&root) })
    }

    /// A checkpoint in the directory, as this log signed it; none when there is none.
    fn read(&self, name: &str) -> Result<Option<(Note, Checkpoint)>, PublishError> {
        let path = self.dir.join(name);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(PublishError::File { path, source }),
        };
        let read = || {
            let note: Note = text.parse()?;
            let checkpoint = Checkpoint::signed_by(&self.key, &note)?;
            Ok(Some((note, checkpoint)))
        };
        read().map_err(|source| PublishError::Checkpoint { path, source })
    }

    fn file(&self, name: &str, source: io::Error) -> PublishError {
        PublishError::File { path: self.dir.join(name), source }
    }

    /// Writes a file beside its place and moves it there: a reader sees the old one or the new one, whole.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.dir.join(name);
        let parent = path.parent().unwrap_or(&self.dir);
        let beside = parent.join(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
        // A later start is held against these and cannot make them again: after a power cut there must be a whole one, this or the one
        // before. Everything else is written again when it is missing.
        let lasting = matches!(name, SERVED | PENDING);
        let create = || {
            fs::File::create(&beside).or_else(|error| match error.kind() {
                io::ErrorKind::NotFound => fs::create_dir_all(parent).and_then(|()| fs::File::create(&beside)),
                _ => Err(error),
            })
        };
        let write = || {
            let mut file = create()?;
            io::Write::write_all(&mut file, bytes)?;
            if lasting {
                file.sync_data()?;
            }
            fs::rename(&beside, &path)
        };
        write().map_err(|source| self.file(name, source))
    }

    /// Writes a file unless it stands there with these bytes: what a power cut tore is mended.
    fn mend(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        match fs::read(self.dir.join(name)) {
            Ok(there) if there == bytes => Ok(()),
            _ => self.write(name, bytes),
        }
    }
}

/// Writes the files. Its calls block.
pub struct Publisher {
    shelf: Shelf,
    trust: Trust,
    // The newest checkpoint that was found in place, held against the leaves.
    found: Option<Checkpoint>,
    // The size that the newest checkpoint in place covers; none before the first writing.
    published: Option<u64>,
    unwritten: Vec<NamedBlob>,
    feed: Arc<dyn EventFeed>,
    side: Arc<dyn SideStore>,
}

impl Publisher {
    /// Reads the stored leaves and holds them against the newest checkpoint in `dir`. Nothing is written before [`Publisher::advance`].
    ///
    /// # Errors
    /// [`PublishError`]; [`PublishError::Shorter`] and [`PublishError::Differs`] must stop the server.
    pub fn open(dir: &Path, trust: Trust, feed: Arc<dyn EventFeed>, side: Arc<dyn SideStore>) -> Result<Self, PublishError> {
        let shelf = Shelf { dir: dir.to_owned(), key: trust.key.key().clone(), tree: Arc::default(), served: Arc::default() };
        let mut publisher = Self { shelf, trust, found: None, published: None, unwritten: Vec::new(), feed, side };
        publisher.read_new()?;
        // Also one that the witnesses have not confirmed: it was signed, so it binds.
        for name in [SERVED, PENDING] {
            if let Some((_, checkpoint)) = publisher.shelf.read(name)? {
                publisher.shelf.compare(&checkpoint)?;
                if publisher.found.as_ref().is_none_or(|found| found.size < checkpoint.size) {
                    publisher.found = Some(checkpoint);
                }
            }
        }
        Ok(publisher)
    }

    /// A checkpoint of all leaves: the newest in place, or one signed now and not written anywhere. None for an empty log.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn newest(&self) -> Result<Option<Note>, PublishError> {
        let (size, root) = {
            let tree = self.shelf.tree.read();
            (tree.size(), tree.root())
        };
        for name in [SERVED, PENDING] {
            if let Some((note, _)) = self.shelf.read(name)?.filter(|(_, checkpoint)| checkpoint.size == size) {
                // Cosignatures that it has stay on it.
                return Ok(Some(note));
            }
        }
        if size == 0 { Ok(None) } else { self.sign(size, root).map(Some) }
    }

    fn sign(&self, size: u64, root: Hash) -> Result<Note, PublishError> {
        let note = Checkpoint::new(self.shelf.key.name(), size, root).and_then(|c| c.sign(&self.trust.key));
        note.map_err(|source| PublishError::Checkpoint { path: self.shelf.dir.join(SERVED), source })
    }

    /// Publishes the leaves that became durable since the last call; answers the new checkpoint, if there is one. The first call
    /// writes whatever is missing or torn, and answers the newest checkpoint.
    ///
    /// A checkpoint is served at once, unless the policy has a quorum of witnesses: then it waits for [`Shelf::serve`].
    ///
    /// # Errors
    /// [`PublishError`]; the checkpoint before stays.
    pub fn advance(&mut self) -> Result<Option<Note>, PublishError> {
        self.read_new()?;
        let (size, root) = {
            let tree = self.shelf.tree.read();
            (tree.size(), tree.root())
        };
        if size == 0 || self.published == Some(size) {
            return Ok(None);
        }
        self.write_blobs()?;
        match self.published {
            Some(before) => tile::tiles_between(before, size).try_for_each(|tile| self.write_tile(&tile, Shelf::write))?,
            None => {
                tile::tiles(size).try_for_each(|tile| self.write_tile(&tile, Shelf::mend))?;
                self.write_policy()?;
            }
        }
        // Only at the first writing may there be one of this size already, with its cosignatures.
        let found = if self.published.is_none() { self.newest()? } else { None };
        let note = found.map_or_else(|| self.sign(size, root), Ok)?;
        if self.trust.policy.quorum.is_none() {
            self.shelf.replace(&note, size)?;
        } else {
            self.shelf.write(PENDING, note.to_string().as_bytes())?;
        }
        self.published = Some(size);
        Ok(Some(note))
    }

    /// What the asking of witnesses needs of the record.
    #[must_use]
    pub const fn shelf(&self) -> &Shelf {
        &self.shelf
    }
    /// The log's public key.
    #[must_use]
    pub const fn key(&self) -> &VerifierKey {
        &self.shelf.key
    }
    /// What readers trust by, whole.
    ///
    /// # Errors
    /// [`PublishError::Store`].
    pub fn policy(&self) -> Result<Policy, PublishError> {
        let mut policy = self.trust.policy.clone();
        policy.logs = vec![Party { name: self.key().name().to_owned(), key: self.key().clone(), url: None }];
        policy.genesis = self.genesis()?;
        Ok(policy)
    }

    /// The newest checkpoint of this log, served or waiting, that was found in the directory; the stored leaves begin with its.
    #[must_use]
    pub const fn found(&self) -> Option<&Checkpoint> {
        self.found.as_ref()
    }

    /// Writes what readers trust by: the log's key, the digest of entry 0, the witnesses and their quorum.
    fn write_policy(&self) -> Result<(), PublishError> {
        self.shelf.write("policy", self.policy()?.to_string().as_bytes())?;
        self.shelf.write("vkey", format!("{}\n", self.key()).as_bytes())
    }

    fn genesis(&self) -> Result<Option<Hash>, PublishError> {
        let mut digest = None;
        self.feed.feed_leaves(0, 1, &mut |_, bytes| {
            digest = Some(Digest::of(bytes).0);
            ControlFlow::Break(())
        })?;
        Ok(digest)
    }

    /// Appends the leaves that are not in the tree yet, all or none, and remembers the blobs they make public.
    fn read_new(&mut self) -> Result<(), PublishError> {
        let (side, feed) = (&self.side, &self.feed);
        let first = self.shelf.tree.read().size();
        let (mut hashes, mut blobs, mut failure) = (Vec::new(), Vec::new(), None);
        feed.feed_leaves(first, usize::MAX, &mut |index, bytes| {
            let mut fault = None;
            let named = public_blobs(bytes, &mut |digest| {
                side.blob(&digest.0).unwrap_or_else(|error| {
                    fault = Some(error);
                    None
                })
            });
            match named {
                Err(broken) => failure = Some(PublishError::Leaf { index, detail: broken.to_string() }),
                Ok(_) if fault.is_some() => failure = fault.map(PublishError::from),
                Ok(named) => blobs.extend(named),
            }
            if failure.is_some() {
                return ControlFlow::Break(());
            }
            hashes.push(leaf_hash(bytes));
            ControlFlow::Continue(())
        })?;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let mut tree = self.shelf.tree.write();
        for hash in hashes {
            tree.append_hash(hash);
        }
        self.unwritten.append(&mut blobs);
        Ok(())
    }

    fn write_blobs(&mut self) -> Result<(), PublishError> {
        while let Some((digest, bytes)) = self.unwritten.last() {
            self.shelf.mend(&format!("blob/{digest}"), bytes)?;
            self.unwritten.pop();
        }
        Ok(())
    }

    fn write_tile(&self, tile: &Tile, write: Writes) -> Result<(), PublishError> {
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
            tile.hashes(&*self.shelf.tree.read()).ok_or_else(|| missing("a node is missing".to_owned()))?
        };
        let name = tile.to_string();
        write(&self.shelf, &name, &bytes)?;
        if tile.is_full() {
            // Its parts are in it; a reader who asks for one is told to take the whole.
            drop(fs::remove_dir_all(self.shelf.dir.join(format!("{name}.p"))));
        }
        Ok(())
    }
}

fn hex(hash: &Hash) -> String {
    Digest(*hash).to_string()
}
