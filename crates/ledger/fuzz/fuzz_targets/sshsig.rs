//! Arbitrary bytes are read as an OpenSSH signature, bare and armoured: nothing panics, nothing verifies.
//! Run with `cargo fuzz run -s none sshsig` in `crates/ledger`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ledger::fuzzing::sshsig(bytes));
