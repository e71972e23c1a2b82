//! The limit on presses: a bucket a session, which fills at a steady rate.
use std::{collections::HashMap, time::Instant};

/// Who is limited: a session, or one page of somebody who has not signed in. Never an address: a venue is one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Session(u64),
    Page(u64),
}

struct Bucket {
    tokens: f64,
    at: Instant,
}

/// The buckets that are not full.
pub(super) struct Buckets {
    burst: f64,
    per_second: f64,
    buckets: HashMap<Who, Bucket>,
}

impl Buckets {
    pub fn new(burst: u32, per_second: u32) -> Self {
        Self { burst: f64::from(burst), per_second: f64::from(per_second), buckets: HashMap::new() }
    }

    /// Takes one token; false when there is none.
    pub fn take(&mut self, who: Who, now: Instant) -> bool {
        let bucket = self.buckets.entry(who).or_insert(Bucket { tokens: self.burst, at: now });
        let filled = bucket.tokens + now.saturating_duration_since(bucket.at).as_secs_f64() * self.per_second;
        *bucket = Bucket { tokens: filled.min(self.burst), at: now };
        let is_free = bucket.tokens >= 1.0;
        if is_free {
            bucket.tokens -= 1.0;
        }
        is_free
    }

    /// Forgets buckets that are full again.
    pub fn tidy(&mut self, now: Instant) {
        let (burst, rate) = (self.burst, self.per_second);
        self.buckets.retain(|_, b| b.tokens + now.saturating_duration_since(b.at).as_secs_f64() * rate < burst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_burst_is_served_and_then_a_rate() {
        let start = crate::live::clock::now();
        let mut buckets = Buckets::new(20, 5);
        let taken = |b: &mut Buckets, who, at| (0..100).filter(|_| b.take(who, at)).count();
        assert_eq!(taken(&mut buckets, Who::Session(1), start), 20);
        assert_eq!(taken(&mut buckets, Who::Session(2), start), 20, "another session is not limited by the first");
        assert_eq!(taken(&mut buckets, Who::Session(1), start + Duration::from_secs(2)), 10);
        buckets.tidy(start + Duration::from_secs(60));
        assert!(buckets.buckets.is_empty());
        assert_eq!(taken(&mut buckets, Who::Session(1), start + Duration::from_secs(600)), 20);
    }
}
