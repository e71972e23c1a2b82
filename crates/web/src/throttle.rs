//! Rates: presses a session, failed sign-ins and noted denials an address. A venue is one address, so nothing else is counted by address.
use crate::live::clock;
use domain::id::SessionId;
use parking_lot::Mutex;
use std::{
    collections::HashMap,
    fmt,
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    time::Instant,
};

/// Most keys remembered; when there are more, those with full buckets are forgotten first.
const KEYS: usize = 65_536;

/// Presses that one may send at once.
const PRESSES: u32 = 20;
/// Presses that one may send each second for ever.
const PRESSES_PER_SECOND: f64 = 5.0;

/// Who presses: a session, by whichever door, or one live page of somebody who has not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presser {
    /// A session: its forms, its sockets and its programs together.
    Session(SessionId),
    /// A live page of the public, by its number.
    Page(u64),
}

/// Whose addresses are counted together: an IPv4 address, or the 64 bits of IPv6 that one subscriber has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(six) => Self(Ipv6Addr::from_bits(six.to_bits() & !u128::from(u64::MAX)).into()),
            four @ IpAddr::V4(_) => Self(four),
        }
    }
}

/// Token buckets by key.
pub struct Throttle<K> {
    burst: f64,
    per_second: f64,
    buckets: Mutex<HashMap<K, (f64, Instant)>>,
}

impl<K> fmt::Debug for Throttle<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Throttle").field("burst", &self.burst).field("per_second", &self.per_second).finish_non_exhaustive()
    }
}

impl Throttle<Presser> {
    /// The limit on presses, for every door together.
    #[must_use]
    pub fn of_presses() -> Self {
        Self::new(PRESSES, PRESSES_PER_SECOND)
    }
}

impl<K: Hash + Eq + Copy> Throttle<K> {
    /// Allows `burst` at once and `per_second` on average.
    #[must_use]
    pub fn new(burst: u32, per_second: f64) -> Self {
        Self { burst: f64::from(burst), per_second, buckets: Mutex::default() }
    }
    /// Takes one token; false when there is none.
    pub fn take(&self, key: impl Into<K>) -> bool {
        self.take_at(key.into(), clock::now())
    }
    fn take_at(&self, key: K, now: Instant) -> bool {
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
    pub fn has(&self, key: impl Into<K>) -> bool {
        let now = clock::now();
        self.buckets.lock().get(&key.into()).is_none_or(|(tokens, at)| *tokens + elapsed(*at, now) * self.per_second >= 1.0)
    }
}

fn elapsed(from: Instant, to: Instant) -> f64 {
    to.saturating_duration_since(from).as_secs_f64()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_burst_is_allowed_and_then_the_rate() {
        let throttle = Throttle::new(2, 1.0);
        let start = clock::now();
        let later = start + Duration::from_secs(1);
        assert!(throttle.take_at(1, start) && throttle.take_at(1, start) && !throttle.take_at(1, start));
        assert!(throttle.take_at(2, start), "another key is not affected");
        assert!(throttle.take_at(1, later) && !throttle.take_at(1, later));
    }
    #[test]
    fn addresses_of_one_subscriber_are_one() {
        let network = |text: &str| Network::from(text.parse::<IpAddr>().unwrap());
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }
    #[test]
    fn a_session_has_one_bucket_and_each_page_of_the_public_its_own() {
        let (throttle, now) = (Throttle::of_presses(), clock::now());
        let taken = |who| (0..100).filter(|_| throttle.take_at(who, now)).count();
        assert_eq!(taken(Presser::Session(SessionId(1))), 20);
        assert_eq!(taken(Presser::Session(SessionId(1))), 0);
        assert_eq!((taken(Presser::Session(SessionId(2))), taken(Presser::Page(1))), (20, 20));
    }
}
