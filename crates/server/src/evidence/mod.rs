//! The public record at the command line: bundles and their check, lists, signatures, the accreditors' batches, erasure.
mod accreditor;
pub mod cli;
mod dir;
mod erase;
mod keys;
mod list;
mod sign;
mod verify;

pub use accreditor::run as accreditor;
pub use erase::run as erase;
pub use keys::create;
pub use list::{bundle, list};
pub use sign::run as sign;
pub use verify::run as verify;

/// How many threads check signatures.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
