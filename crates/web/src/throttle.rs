//! Rates: presses a session, failed sign-ins an address. A venue is one address, so nothing else is counted by address.
use domain::Moment;
use parking_lot::Mutex;
use std::{collections::HashMap, hash::Hash};

/// Most keys remembered; when there are more, those with full buckets are forgotten first.
const KEYS: usize = 65_536;

/// Token buckets by key.
pub struct Throttle<K> {
    burst: f64,
    per_second: f64,
    buckets: Mutex<HashMap<K, (f64, Moment)>>,
}

impl<K: Hash + Eq + Copy> Throttle<K> {
    /// Allows `burst` at once and `per_second` on average.
    #[must_use]
    pub fn new(burst: u32, per_second: f64) -> Self {
        Self { burst: f64::from(burst), per_second, buckets: Mutex::default() }
    }
    /// Takes one token; false when there is none.
    pub fn take(&self, key: K, now: Moment) -> bool {
        let mut buckets = self.buckets.lock();
        if buckets.len() >= KEYS {
            buckets.retain(|_, (tokens, at)| *tokens + elapsed(*at, now) * self.per_second < self.burst);
        }
        let (tokens, at) = buckets.entry(key).or_insert((self.burst, now));
        *tokens = (*tokens + elapsed(*at, now) * self.per_second).min(self.burst);
        *at = now;
        if *tokens < 1.0 {
            return false;
        }
        *tokens -= 1.0;
        true
    }
    /// Whether a token is there, without taking it.
    pub fn has(&self, key: K, now: Moment) -> bool {
        self.buckets.lock().get(&key).is_none_or(|(tokens, at)| *tokens + elapsed(*at, now) * self.per_second >= 1.0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds between two presses")]
fn elapsed(from: Moment, to: Moment) -> f64 {
    to.ms_since(from) as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_allowed_and_then_the_rate() {
        let throttle = Throttle::new(2, 1.0);
        let at = |ms| Moment(ms);
        assert!(throttle.take(1, at(0)) && throttle.take(1, at(0)) && !throttle.take(1, at(0)));
        assert!(throttle.take(2, at(0)), "another key is not affected");
        assert!(throttle.take(1, at(1_000)) && !throttle.take(1, at(1_000)));
    }
}
