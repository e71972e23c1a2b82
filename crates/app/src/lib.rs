//! Placeholder.

pub mod import;
