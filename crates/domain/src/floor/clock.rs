//! The clock of one speech: pure data, read with the time as an argument.
use crate::{Moment, words::SpeechSeconds};
use serde::{Deserialize, Serialize};

/// How much a speaker may use, has used, and since when the clock runs. Nothing ticks: whoever shows it reckons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Speaking time in all, in milliseconds.
    pub limit_ms: u64,
    /// Used before `running_since`, in milliseconds.
    pub spent_ms: u64,
    /// Since when it runs; none while it is paused.
    pub running_since: Option<Moment>,
}

impl Clock {
    /// A full clock that stands still.
    #[must_use]
    pub const fn new(limit: SpeechSeconds) -> Self {
        Self { limit_ms: limit.0 as u64 * 1000, spent_ms: 0, running_since: None }
    }
    /// Time used at `now`, in milliseconds; may exceed the limit.
    #[must_use]
    pub fn used_ms(&self, now: Moment) -> u64 {
        self.running_since.map_or(0, |since| now.ms_since(since)).saturating_add(self.spent_ms)
    }
    /// Time left at `now`, in milliseconds; 0 when it is used up.
    #[must_use]
    pub fn left_ms(&self, now: Moment) -> u64 {
        self.limit_ms.saturating_sub(self.used_ms(now))
    }
    /// Time used beyond the limit at `now`, in milliseconds.
    #[must_use]
    pub fn over_ms(&self, now: Moment) -> u64 {
        self.used_ms(now).saturating_sub(self.limit_ms)
    }
    /// Whether it runs.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.running_since.is_some()
    }
    pub(super) fn start(&mut self, at: Moment) {
        self.running_since.get_or_insert(at);
    }
    pub(super) fn stop(&mut self, at: Moment) {
        self.spent_ms = self.used_ms(at);
        self.running_since = None;
    }
    pub(super) const fn extend(&mut self, by: SpeechSeconds) {
        self.limit_ms = self.limit_ms.saturating_add(by.0 as u64 * 1000);
    }
}
