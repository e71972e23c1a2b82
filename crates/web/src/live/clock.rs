//! The one place where the fan-out reads the clock: for pauses, limits and heartbeats, never for what is rendered.
use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};

/// The moment, by the monotonic clock.
#[expect(clippy::disallowed_methods, reason = "the edge that measures pauses and limits of sockets")]
pub fn now() -> Instant {
    Instant::now()
}

/// Processor time that this thread has had so far: what its work costs, however long it waited for its turn.
pub fn spent() -> Duration {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(spent.tv_sec.unsigned_abs(), u32::try_from(spent.tv_nsec).unwrap_or_default())
}
