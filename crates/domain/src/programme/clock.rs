//! Zones, dates and wall-clock times. A zone is asked from the bundled database alone, so every machine answers alike.
use crate::{FieldProblem, Moment};
use jiff::{
    Timestamp, civil,
    tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr, sync::LazyLock};

/// The years a programme may lie in.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

macro_rules! text_serde {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(D::Error::custom)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

/// A time zone of the IANA database, such as `Europe/Brussels`, in the database's own spelling.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Zone(Box<str>);

impl Zone {
    /// The IANA name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The rules of the zone. A name that a later database dropped counts as UTC: stored times are UTC anyway.
    #[must_use]
    pub fn rules(&self) -> TimeZone {
        ZONES.get(&self.0).unwrap_or(TimeZone::UTC)
    }
    /// The local date and time at a moment.
    #[must_use]
    pub fn local(&self, at: Moment) -> civil::DateTime {
        self.rules().to_datetime(timestamp(at))
    }
    /// The local date at a moment.
    #[must_use]
    pub fn date(&self, at: Moment) -> Date {
        Date(self.local(at).date())
    }
    /// Seconds ahead of UTC at a moment.
    #[must_use]
    pub fn offset_seconds(&self, at: Moment) -> i32 {
        self.rules().to_offset(timestamp(at)).seconds()
    }
}
impl FromStr for Zone {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let zone = ZONES.get(text).map_err(|_| FieldProblem::NotAZone)?;
        // `Etc/Unknown` is in the database to say that nothing is known.
        if zone.is_unknown() {
            return Err(FieldProblem::NotAZone);
        }
        zone.iana_name().map(|n| Self(n.into())).ok_or(FieldProblem::NotAZone)
    }
}
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        // Binary means our own event log: a name that a later database dropped must stay readable.
        let trusted = !d.is_human_readable();
        let text = String::deserialize(d)?;
        if trusted { Ok(Self(text.into())) } else { text.parse().map_err(D::Error::custom) }
    }
}

/// A day of the calendar, such as `2027-03-28`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub civil::Date);

impl FromStr for Date {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let shaped = text.len() == 10 && text.is_ascii();
        let date: civil::Date = shaped.then(|| text.parse().ok()).flatten().ok_or(FieldProblem::NotATime)?;
        if YEARS.contains(&date.year()) { Ok(Self(date)) } else { Err(FieldProblem::NotATime) }
    }
}
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
text_serde!(Date);

/// What a clock on a venue's wall shows: `2027-03-28T09:30`, to the minute. Where the clock shows one time twice, an offset
/// tells which: `2027-10-31T02:30+01:00`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WallClock {
    local: civil::DateTime,
    offset: Option<Offset>,
}

impl WallClock {
    /// What the clock shows at a moment, with an offset where it shows that twice: reads back as the same moment, to the minute.
    #[must_use]
    pub fn at(zone: &Zone, moment: Moment) -> Self {
        let rules = zone.rules();
        let local = rules.to_datetime(timestamp(moment));
        let twice = matches!(rules.to_ambiguous_timestamp(local).offset(), AmbiguousOffset::Fold { .. });
        Self { local, offset: twice.then(|| rules.to_offset(timestamp(moment))) }
    }
    /// Whether the local time without an offset means this moment: always, but for the second of two equal hours.
    #[must_use]
    pub(crate) fn told_by_itself(self, zone: &Zone, moment: Moment) -> bool {
        let first = zone.rules().to_ambiguous_timestamp(self.local).earlier();
        first.is_ok_and(|t| t == timestamp(moment))
    }
    /// The moment at which the clock shows this.
    ///
    /// # Errors
    /// [`FieldProblem::AmbiguousTime`] where the clock never shows it or shows it twice, with the two nearest valid times;
    /// [`FieldProblem::NotATime`] where the given offset is not the zone's.
    pub fn moment(self, zone: &Zone) -> Result<Moment, FieldProblem> {
        let rules = zone.rules();
        let instant = |offset: Offset| offset.to_timestamp(self.local).map_err(|_| FieldProblem::NotATime);
        let found = match rules.to_ambiguous_timestamp(self.local).offset() {
            AmbiguousOffset::Unambiguous { offset } if self.offset.is_none_or(|o| o == offset) => instant(offset)?,
            AmbiguousOffset::Unambiguous { .. } => return Err(FieldProblem::NotATime),
            AmbiguousOffset::Fold { before, after } => match self.offset {
                Some(o) if o == before || o == after => instant(o)?,
                _ => {
                    let candidate = |offset| Self { offset: Some(offset), ..self }.to_string();
                    return Err(FieldProblem::AmbiguousTime { earlier: candidate(before), later: candidate(after) });
                }
            },
            AmbiguousOffset::Gap { before, after } => {
                // Read with the offset that comes, the time falls before the leap; with the one that goes, after it.
                let shown = |offset| -> Result<String, FieldProblem> {
                    Ok(Self { local: rules.to_datetime(instant(offset)?), offset: None }.to_string())
                };
                return Err(FieldProblem::AmbiguousTime { earlier: shown(after)?, later: shown(before)? });
            }
        };
        Ok(Moment(found.as_millisecond()))
    }
}
impl FromStr for WallClock {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        if !text.is_ascii() || text.len() < 16 {
            return Err(FieldProblem::NotATime);
        }
        let (local, rest) = text.split_at(16);
        // Browsers may add the seconds; a programme is written in minutes.
        let rest = rest.strip_prefix(":00").unwrap_or(rest);
        let offset = if rest.is_empty() { None } else { Some(offset(rest).ok_or(FieldProblem::NotATime)?) };
        let shaped = local.as_bytes()[10] == b'T' && local.as_bytes()[13] == b':';
        let local: civil::DateTime = shaped.then(|| local.parse().ok()).flatten().ok_or(FieldProblem::NotATime)?;
        if YEARS.contains(&local.year()) { Ok(Self { local, offset }) } else { Err(FieldProblem::NotATime) }
    }
}
impl fmt::Display for WallClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.local.strftime("%Y-%m-%dT%H:%M").to_string())?;
        self.offset.map_or(Ok(()), |o| {
            let (sign, s) = (if o.is_negative() { '-' } else { '+' }, o.seconds().unsigned_abs());
            write!(f, "{sign}{:02}:{:02}", s / 3600, s / 60 % 60)
        })
    }
}
text_serde!(WallClock);

/// Reads `+01:00` or `-03:30`.
fn offset(text: &str) -> Option<Offset> {
    let [sign, h1, h2, b':', m1, m2] = *text.as_bytes() else { return None };
    let digit = |b: u8| b.is_ascii_digit().then(|| i32::from(b - b'0'));
    let minutes = (digit(h1)? * 10 + digit(h2)?) * 60 + digit(m1)? * 10 + digit(m2)?;
    match sign {
        b'+' => Offset::from_seconds(minutes * 60).ok(),
        b'-' => Offset::from_seconds(-minutes * 60).ok(),
        _ => None,
    }
}

/// The library's form of a moment; moments beyond its range (the year 9999) are clamped.
#[must_use]
pub(crate) fn timestamp(at: Moment) -> Timestamp {
    Timestamp::from_millisecond(at.0).unwrap_or(if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn zone(name: &str) -> Zone {
        name.parse().unwrap()
    }
    fn wall(text: &str) -> WallClock {
        text.parse().unwrap()
    }
    fn two(earlier: &str, later: &str) -> FieldProblem {
        FieldProblem::AmbiguousTime { earlier: earlier.into(), later: later.into() }
    }

    #[test]
    fn an_hour_that_is_skipped_is_refused_with_the_hours_around_it() {
        let refused = wall("2027-03-28T02:30").moment(&zone("Europe/Brussels")).unwrap_err();
        assert_eq!(refused, two("2027-03-28T01:30", "2027-03-28T03:30"));
        assert_eq!(refused.to_string(), "ambiguous-time:2027-03-28T01:30:2027-03-28T03:30");
        // Lord Howe Island leaps by half an hour.
        let refused = wall("2027-10-03T02:15").moment(&zone("Australia/Lord_Howe")).unwrap_err();
        assert_eq!(refused, two("2027-10-03T01:45", "2027-10-03T02:45"));
    }

    #[test]
    fn an_hour_that_comes_twice_is_refused_with_both_and_either_is_taken() {
        let brussels = zone("Europe/Brussels");
        let both = two("2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00");
        assert_eq!(wall("2027-10-31T02:30").moment(&brussels).unwrap_err(), both);
        assert_eq!(wall("2027-10-31T02:30+05:00").moment(&brussels).unwrap_err(), both);
        let first = wall("2027-10-31T02:30+02:00").moment(&brussels).unwrap();
        let second = wall("2027-10-31T02:30+01:00").moment(&brussels).unwrap();
        assert_eq!(second.ms_since(first), 3_600_000);
        assert_eq!(wall("2027-10-31T09:30+02:00").moment(&brussels), Err(FieldProblem::NotATime));
    }

    #[test]
    fn what_a_clock_shows_reads_back_as_the_same_moment() {
        // Every quarter of an hour of a year, in zones that change by an hour, by half an hour, in the south, and never.
        for name in ["Europe/Brussels", "Australia/Lord_Howe", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu"] {
            let zone = zone(name);
            let start = 1_798_761_600_000;
            for quarter in 0..365 * 96 {
                let at = Moment(start + quarter * 900_000);
                let shown = WallClock::at(&zone, at);
                assert_eq!(shown.to_string().parse::<WallClock>().unwrap().moment(&zone), Ok(at), "{name} {shown}");
            }
        }
    }

    #[test]
    fn new_york_and_brussels_are_five_hours_apart_for_two_weeks_in_march_2027() {
        for (day, hours) in [("03-13", 6), ("03-14", 5), ("03-20", 5), ("03-27", 5), ("03-28", 6), ("03-29", 6)] {
            let noon = wall(&format!("2027-{day}T12:00"));
            let new_york = noon.moment(&zone("America/New_York")).unwrap();
            let brussels = noon.moment(&zone("Europe/Brussels")).unwrap();
            assert_eq!(new_york.ms_since(brussels), hours * 3_600_000, "{day}");
        }
    }

    #[test]
    fn only_known_zones_and_real_times_are_read() {
        assert_eq!(zone("europe/brussels").as_str(), "Europe/Brussels");
        for wrong in ["", "Brussels", "Europe/Atlantis", "Etc/Unknown", "+01:00", "../etc/passwd"] {
            assert_eq!(wrong.parse::<Zone>(), Err(FieldProblem::NotAZone), "{wrong}");
        }
        assert_eq!(wall("2027-03-28T09:30:00"), wall("2027-03-28T09:30"));
        for wrong in [
            "",
            "2027-03-28",
            "2027-02-30T09:30",
            "2027-03-28 09:30",
            "2027-03-28T09:30Z",
            "2027-03-28T09:30+1:00",
            "2027-03-28T24:00",
        ] {
            assert_eq!(wrong.parse::<WallClock>(), Err(FieldProblem::NotATime), "{wrong}");
        }
        for wrong in ["2027-3-28", "2027-13-01", "0099-01-01", "2027-03-28T00:00"] {
            assert_eq!(wrong.parse::<Date>(), Err(FieldProblem::NotATime), "{wrong}");
        }
    }
}
