//! A record written from its published description alone, sharing no code with the crate but the zip: what the checks are shown.
#![allow(dead_code, reason = "every test takes what it needs")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
pub mod reference;
pub mod writer;
