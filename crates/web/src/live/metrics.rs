//! Counters of the fan-out.
use std::sync::atomic::{AtomicU64, Ordering};

/// A counter or gauge that many threads write.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// Adds.
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }
    /// Takes away; only for gauges.
    pub fn take(&self, less: u64) {
        self.0.fetch_sub(less, Ordering::Relaxed);
    }
    /// The value.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What `/metrics` says of the live pages. All are counters since the start but `pages`, `streams`, `regions` and `connections`.
#[derive(Debug, Default)]
pub struct LiveMetrics {
    /// Pages open by WebSocket.
    pub pages: Count,
    /// Pages open by server-sent events.
    pub streams: Count,
    /// Regions with viewers.
    pub regions: Count,
    /// HTTP connections and pages open together.
    pub connections: Count,
    /// Region frames sent.
    pub frames: Count,
    /// Bytes of region frames sent, before encryption.
    pub bytes: Count,
    /// Times a page was sent a rendering and had not had the one before.
    pub skipped: Count,
    /// Pages closed because they took nothing for too long.
    pub slow_closed: Count,
    /// Pages closed for breaking the protocol or flooding.
    pub violations: Count,
    /// Pages closed because their session ended.
    pub revoked: Count,
    /// Renderings.
    pub renderings: Count,
    /// Renderings that were the same as before and not sent.
    pub unchanged: Count,
    /// Time spent rendering, in microseconds.
    pub render_micros: Count,
    /// Renderings that failed or were too large.
    pub render_faults: Count,
    /// Presses handed to the house.
    pub presses: Count,
    /// Presses answered 429.
    pub presses_limited: Count,
    /// Upgrades refused.
    pub refused_upgrades: Count,
    /// Connections refused with 503 because there are too many.
    pub refused_connections: Count,
    /// Times a connection could not be accepted, for want of file descriptors as a rule.
    pub accept_errors: Count,
}

impl LiveMetrics {
    /// Every value with its name in snake case, for the exposition.
    #[must_use]
    pub fn values(&self) -> [(&'static str, u64); 19] {
        [
            ("pages", self.pages.get()),
            ("streams", self.streams.get()),
            ("regions", self.regions.get()),
            ("connections", self.connections.get()),
            ("frames", self.frames.get()),
            ("bytes", self.bytes.get()),
            ("skipped", self.skipped.get()),
            ("slow_closed", self.slow_closed.get()),
            ("violations", self.violations.get()),
            ("revoked", self.revoked.get()),
            ("renderings", self.renderings.get()),
            ("unchanged", self.unchanged.get()),
            ("render_micros", self.render_micros.get()),
            ("render_faults", self.render_faults.get()),
            ("presses", self.presses.get()),
            ("presses_limited", self.presses_limited.get()),
            ("refused_upgrades", self.refused_upgrades.get()),
            ("refused_connections", self.refused_connections.get()),
            ("accept_errors", self.accept_errors.get()),
        ]
    }
}
