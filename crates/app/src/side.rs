//! What pages read of the tables beside the log; the calls of [`SideStore`] block.
pub use store::{AuditEntry, AuditRecord, Letter, LetterCounts, LetterState, SideStore, StoreError};

/// Largest piece of evidence, in bytes.
pub const EVIDENCE_BYTES: usize = store::limits::MAX_BLOB_BYTES;
/// Most rows one call answers.
pub const ROWS: usize = store::limits::MAX_PAGE_ROWS;
