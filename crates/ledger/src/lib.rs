//! The public record: entries and their signatures, canonical form, the Merkle tree of RFC 6962, the replay of authority, and
//! counting. No input or output, no clock, no randomness.
#![forbid(unsafe_code)]
pub mod authenticator;
pub mod authority;
pub mod batch;
pub mod body;
pub mod bundle;
pub mod canonical;
pub mod checkpoint;
pub mod claim;
pub mod count;
pub mod entry;
mod fields;
pub mod form;
pub mod fuzzing;
pub mod key;
pub mod keyfile;
pub mod note;
pub mod policy;
pub mod proof;
pub mod reason;
pub mod receipt;
pub mod replay;
pub mod signature;
pub mod text;
pub mod tile;
pub mod tree;
mod unicode14;
pub mod verify;
pub mod witness;

pub use authority::{Checked, Refused, Replay};
pub use body::{Body, Content};
pub use canonical::{CanonicalError, canonical, is_canonical};
pub use entry::{Entry, Leaf, MAX_LEAF};
pub use form::{Digest, Key, Moment, Nonce, PasskeyKey};
pub use proof::{ConsistencyProof, InclusionProof, verify_consistency, verify_inclusion};
pub use reason::{Broken, Reason, Remedy};
pub use replay::{Failed, Rejected};
pub use signature::{BadSignature, Signature, SigningKey};
pub use text::{Manifest, Names, TextError};
pub use tree::{Frontier, Hash, Nodes, Tree, leaf_hash};
