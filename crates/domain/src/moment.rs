//! Points in time, always an argument, never read from a clock here.
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. A form writes it as digits in a text, as forms write everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(i64),
            Text(String),
        }
        if !d.is_human_readable() {
            return i64::deserialize(d).map(Self);
        }
        match Written::deserialize(d)? {
            Written::Number(ms) => Ok(Self(ms)),
            Written::Text(text) => text.trim().parse().map(Self).map_err(|_| D::Error::custom(crate::FieldProblem::NotATime)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_form_writes_a_moment_as_digits() {
        let read = |json: &str| serde_json::from_str::<Moment>(json);
        assert_eq!(read("\"1790000000000\"").unwrap(), Moment(1_790_000_000_000));
        assert_eq!(read("17").unwrap(), Moment(17));
        assert!(read("\"soon\"").unwrap_err().to_string().contains("not-a-time"));
        assert_eq!(postcard::from_bytes::<Moment>(&postcard::to_allocvec(&Moment(-3)).unwrap()).unwrap(), Moment(-3));
    }
}
