//! Points in time, always an argument, never read from a clock here.
use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `milliseconds` later.
    #[must_use]
    pub const fn plus_ms(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }
    /// Milliseconds from `earlier` to this moment; 0 when `earlier` lies ahead.
    #[must_use]
    pub const fn ms_since(self, earlier: Self) -> u64 {
        let d = self.0.saturating_sub(earlier.0);
        if d < 0 { 0 } else { d.unsigned_abs() }
    }
    /// To the minute, as `2027-03-28 09:30 UTC`; beyond the year 9999 nothing.
    #[must_use]
    pub fn in_utc(self) -> String {
        let text = |t: jiff::Timestamp| t.strftime("%Y-%m-%d %H:%M UTC").to_string();
        jiff::Timestamp::from_millisecond(self.0).map(text).unwrap_or_default()
    }
}
