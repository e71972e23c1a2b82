//! How events and snapshots are written: a version byte, then postcard. Read versions are never dropped.
use domain::{Recorded, State};
use serde::{Deserialize, Serialize};

/// Version of the event form written now.
pub const EVENT_VERSION: u8 = 1;
/// Version of the snapshot form: a snapshot of another version is ignored and the log replayed.
pub const SNAPSHOT_VERSION: u32 = 6;

/// Stored bytes that are not of a known form.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// Written by a newer program.
    #[error("event version {0} is newer than this program knows ({EVENT_VERSION})")]
    Newer(u8),
    /// Damaged.
    #[error("stored bytes do not decode: {0}")]
    Damaged(#[from] postcard::Error),
    /// Nothing there.
    #[error("an event of no bytes")]
    Empty,
}

/// The bytes of one recorded event.
///
/// # Errors
/// [`CodecError::Damaged`] when postcard cannot write it.
pub fn encode(recorded: &Recorded) -> Result<Vec<u8>, CodecError> {
    let out = Vec::with_capacity(96);
    let out = postcard::to_extend(&EVENT_VERSION, out)?;
    Ok(postcard::to_extend(recorded, out)?)
}

/// The recorded event of these bytes, whatever version wrote them.
///
/// # Errors
/// [`CodecError`].
pub fn decode(bytes: &[u8]) -> Result<Recorded, CodecError> {
    match bytes.split_first() {
        Some((&EVENT_VERSION, rest)) => Ok(postcard::from_bytes(rest)?),
        Some((newer, _)) => Err(CodecError::Newer(*newer)),
        None => Err(CodecError::Empty),
    }
}

#[derive(Serialize, Deserialize)]
struct Snapshot<S> {
    version: u32,
    program: String,
    state: S,
}

/// A snapshot of the state.
///
/// # Errors
/// [`CodecError::Damaged`] when postcard cannot write it.
pub fn encode_snapshot(state: &State) -> Result<Vec<u8>, CodecError> {
    let snapshot = Snapshot { version: SNAPSHOT_VERSION, program: env!("CARGO_PKG_VERSION").to_owned(), state };
    Ok(postcard::to_allocvec(&snapshot)?)
}

/// The state of a snapshot, or none when another version of the program wrote it: the log is the truth.
#[must_use]
pub fn decode_snapshot(bytes: &[u8]) -> Option<State> {
    let (version, rest) = postcard::take_from_bytes::<u32>(bytes).ok()?;
    let (program, rest) = postcard::take_from_bytes::<String>(rest).ok()?;
    let known = version == SNAPSHOT_VERSION && program == env!("CARGO_PKG_VERSION");
    known.then(|| postcard::from_bytes(rest).ok()).flatten()
}
