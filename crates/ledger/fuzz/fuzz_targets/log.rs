//! Arbitrary bytes are read as the log's own texts (notes, checkpoints, policies, receipts, requests to a witness, tiles): what is
//! one is written again as it was, and nothing panics. Run with `cargo fuzz run -s none log` in `crates/ledger`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ledger::fuzzing::log(bytes));
