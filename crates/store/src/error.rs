use std::path::PathBuf;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The log has moved on since the caller looked: nothing was written; fold what is new and decide again.
    #[error("the log stands at position {actual}, not at the expected {expected}")]
    Conflict {
        /// The position the caller decided at.
        expected: u64,
        /// The position the log stands at.
        actual: u64,
    },
    /// One thing is over its limit (see [`crate::limits`]); nothing was written.
    #[error("{what} is {size} long, over the limit of {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// Its size: bytes, or rows for a list.
        size: usize,
        /// The limit, in the same unit.
        limit: usize,
    },
    /// A value that cannot be stored; nothing was written.
    #[error("{what} is not acceptable: {detail}")]
    Invalid {
        /// Which value.
        what: &'static str,
        /// Why not.
        detail: String,
    },
    /// Another process (or another part of this one) writes this data directory.
    #[error("the data directory {} is in use by another running server", dir.display())]
    InUse {
        /// The data directory.
        dir: PathBuf,
    },
    /// The data was written by a newer version of the program, which alone may open it.
    #[error("the data has schema {found}, this program knows {supported}: use the newer program that wrote it")]
    NewerSchema {
        /// The schema of the data.
        found: u32,
        /// The newest schema this program knows.
        supported: u32,
    },
    /// A file that is not a store of this program.
    #[error("{} is not a store of this program: {detail}", path.display())]
    NotAStore {
        /// The file.
        path: PathBuf,
        /// How it was recognised.
        detail: String,
    },
    /// Something exists where a new file was to be written; it was left as it is.
    #[error("{} exists already and is not overwritten", path.display())]
    Exists {
        /// What exists.
        path: PathBuf,
    },
    /// The thing named does not exist.
    #[error("there is no {what} {id}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// Its id.
        id: u64,
    },
    /// The letter has reached a state that this change may not follow (a sent letter does not fail).
    #[error("letter {id} is {state} already")]
    LetterClosed {
        /// The letter's id.
        id: u64,
        /// Its state.
        state: crate::LetterState,
    },
    /// The stored data contradicts itself: a gap in the positions, a checksum that does not match.
    #[error("the stored data is damaged: {detail}")]
    Corrupt {
        /// What is wrong, and where.
        detail: String,
    },
    /// The disk failed while a transaction was made durable: it may or may not have been kept. Nobody may be told
    /// that the act was done or refused; reopen the store and read the log to learn which. Until then every
    /// further write is refused with this error, because positions could no longer be trusted.
    #[error("the disk failed while committing, the outcome is unknown until the store is reopened: {detail}")]
    OutcomeUnknown {
        /// What the disk or the database said.
        detail: String,
    },
    /// The database refused; the transaction was rolled back.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl StoreError {
    /// Wraps an I/O error with the path it happened at.
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::Io { path: path.to_path_buf(), source }
    }

    /// Names damage found in the data.
    pub(crate) fn corrupt(detail: impl Into<String>) -> Self {
        Self::Corrupt { detail: detail.into() }
    }
}
