//! Arbitrary bytes are read as a leaf: what is one is written again as it was, and nothing panics.
//! Run with `cargo fuzz run -s none leaf` in `crates/ledger`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ledger::fuzzing::leaf(bytes));
