//! The public record's own arithmetic: canonical form and the Merkle tree of RFC 6962. No input or output.
#![forbid(unsafe_code)]
pub mod canonical;
pub mod checkpoint;
pub mod key;
pub mod note;
pub mod policy;
pub mod proof;
pub mod receipt;
pub mod tile;
pub mod tree;
pub mod witness;

pub use canonical::{CanonicalError, canonical, is_canonical};
pub use proof::{ConsistencyProof, InclusionProof, verify_consistency, verify_inclusion};
pub use tree::{Frontier, Hash, Nodes, Tree, leaf_hash};
