//! Placeholder.
pub mod assets;
