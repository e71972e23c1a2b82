//! The limits of everything the store accepts. What is over a limit is refused, never cut.

/// The longest event, in bytes: what a two-byte length can say, as the record's entry format needs.
pub const MAX_EVENT_BYTES: usize = 65_535;
/// The most events in one batch, so in one transaction.
pub const MAX_BATCH_EVENTS: usize = 65_536;
/// The most rows of one side list (people, photos, letters, audit entries) in one batch.
pub const MAX_BATCH_SIDE_ROWS: usize = 65_536;
/// The most blobs in one batch.
pub const MAX_BATCH_BLOBS: usize = 65_536;
/// The longest leaf of the public record, in bytes: its entry bundles write lengths in two bytes.
pub const MAX_LEAF_BYTES: usize = 65_535;
/// The most leaves in one batch.
pub const MAX_BATCH_LEAVES: usize = 65_536;
/// The most bytes in one batch, everything counted together; bounds the memory of a transaction.
pub const MAX_BATCH_BYTES: usize = 64 * 1024 * 1024;
/// The longest person record, in bytes, photo not included.
pub const MAX_PERSON_BYTES: usize = 65_535;
/// The largest photo, in bytes.
pub const MAX_PHOTO_BYTES: usize = 1024 * 1024;
/// The largest blob, in bytes: a scanned letter of many pages.
pub const MAX_BLOB_BYTES: usize = 16 * 1024 * 1024;
/// The longest address of a letter, in bytes.
pub const MAX_ADDRESS_BYTES: usize = 512;
/// The longest language tag, in bytes (BCP 47 asks for 35 at least).
pub const MAX_LANGUAGE_BYTES: usize = 64;
/// The longest name of a kind of letter, in bytes.
pub const MAX_KIND_BYTES: usize = 64;
/// The longest subject of a letter, in bytes.
pub const MAX_SUBJECT_BYTES: usize = 4_096;
/// The longest body of a letter, in bytes.
pub const MAX_BODY_BYTES: usize = 256 * 1024;
/// The room for a delivery error, in bytes. A longer one is shortened: it is a hint for a person, not a record.
pub const MAX_LETTER_ERROR_BYTES: usize = 256;
/// The longest name of an act in the audit trail, in bytes.
pub const MAX_AUDIT_ACT_BYTES: usize = 256;
/// The longest reason in the audit trail, in bytes.
pub const MAX_AUDIT_REASON_BYTES: usize = 2_048;
/// The most entries the audit trail keeps; the oldest give way.
pub const MAX_AUDIT_ROWS: u64 = 1_000_000;
/// The largest snapshot, in bytes.
pub const MAX_SNAPSHOT_BYTES: usize = 512 * 1024 * 1024;
/// How many snapshots are kept: the newest, and one to fall back to.
pub const SNAPSHOTS_KEPT: usize = 2;
/// The most rows one call answers; a larger `limit` is treated as this one, and the caller pages on.
pub const MAX_PAGE_ROWS: usize = 10_000;
/// The largest id and position: SQLite's integers are signed.
pub const MAX_ID: u64 = i64::MAX as u64;
