//! Arbitrary bytes are read as a passkey's assertion: nothing panics, nothing verifies.
//! Run with `cargo fuzz run -s none webauthn` in `crates/ledger`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ledger::fuzzing::webauthn(bytes));
