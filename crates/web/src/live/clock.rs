//! The one place where the fan-out reads the clock: for pauses, limits and heartbeats, never for what is rendered.
use std::time::Instant;

/// The moment, by the monotonic clock.
#[expect(clippy::disallowed_methods, reason = "the edge that measures pauses and limits of sockets")]
pub fn now() -> Instant {
    Instant::now()
}
