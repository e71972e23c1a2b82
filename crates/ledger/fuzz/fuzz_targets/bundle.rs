//! Arbitrary bytes are read as a bundle and checked whole: nothing panics, and nothing foreign is vouched for.
//! Run with `cargo fuzz run -s none bundle` in `crates/ledger`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ledger::fuzzing::bundle(bytes));
