//! The public record's own arithmetic: canonical form and the Merkle tree of RFC 6962. No input or output.
#![forbid(unsafe_code)]
pub mod bundle;
pub mod canonical;
pub mod tree;

pub use canonical::{CanonicalError, canonical, is_canonical};
pub use tree::{Hash, InclusionProof, Tree, leaf_hash, verify_inclusion};
