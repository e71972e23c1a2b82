//! What was measured, in milliseconds.
use serde::Serialize;

/// Durations of one kind.
#[derive(Clone, Debug, Default)]
pub struct Durations(Vec<f64>);

/// Median, 99th percentile and maximum, in milliseconds; zeroes when nothing was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Percentiles {
    /// Half of all were at most this long.
    pub p50: f64,
    /// Ninety-nine of a hundred were at most this long.
    pub p99: f64,
    /// The longest.
    pub max: f64,
}

impl Durations {
    /// Adds one, in milliseconds.
    pub fn add(&mut self, ms: f64) {
        self.0.push(ms);
    }
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// By the nearest rank: a value that was really measured.
    #[must_use]
    pub fn percentiles(&self) -> Percentiles {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = |percent: usize| {
            let index = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
            sorted.get(index).copied().map_or(0.0, tenth)
        };
        Percentiles { p50: rank(50), p99: rank(99), max: rank(100) }
    }
}

/// Rounded to a tenth: finer would claim more than a clock on a busy machine knows.
fn tenth(ms: f64) -> f64 {
    (ms * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_values_that_were_measured() {
        let mut all = Durations::default();
        assert_eq!(all.percentiles(), Percentiles::default());
        (1..=200).rev().for_each(|n| all.add(f64::from(n)));
        assert_eq!(all.percentiles(), Percentiles { p50: 100.0, p99: 198.0, max: 200.0 });
        let mut one = Durations::default();
        one.add(1.26);
        assert_eq!(one.percentiles(), Percentiles { p50: 1.3, p99: 1.3, max: 1.3 });
    }
}
