//! Placeholder.
pub mod country;
