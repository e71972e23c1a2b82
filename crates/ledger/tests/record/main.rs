//! The record's rules, each with what it accepts and what it refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod acts;
mod forms;
mod kit;
mod organisations;
mod polls;
mod properties;
mod signatures;
mod whole;
