//! The store: opaque event bytes and the tables beside them, durable before the caller is answered.
//!
//! The store knows nothing of a summit. It keeps four kinds of thing:
//!
//! * the **log**: events at positions 1, 2, 3 … without gaps, never rewritten;
//! * **people**: the one erasable place for personal data (records and photos, with the address and
//!   the text of the letters written to a person);
//! * the **outbox**, the **audit trail** and content-addressed **blobs**, written in the same
//!   transaction as the events they belong to;
//! * **snapshots** of the folded state, which only save time and may always be thrown away.
//!
//! The API is synchronous: it is called from the writer's thread and from blocking tasks.
//! [`SqliteStore`] is the durable implementation, [`memory::MemoryStore`] the one for simulations,
//! where faults can be ordered; both pass the same contract tests.
#![forbid(unsafe_code)]

mod check;
mod error;
mod letters;
pub mod limits;
pub mod memory;
mod sqlite;
mod traits;
mod types;

pub use error::StoreError;
pub use sqlite::{
    BackupProgress, DATABASE_FILE, LOCK_FILE, Reader, SqliteStore, VerifyReport, backup, restore, restore_without_record, verify,
};
pub use traits::{EventFeed, EventStore, EventVisitor, PersonVisitor, SideStore};
pub use types::{
    AuditEntry, AuditRecord, Batch, Letter, LetterCounts, LetterState, NewLetter, PersonWrite, PhotoWrite, blob_hash,
};
