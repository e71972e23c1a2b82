//! Venues: where a summit takes place. One is the main venue, the others are satellites.
use super::{Programme, ProgrammeEvent, Zone, summit};
use crate::{
    FieldProblem, Invalid, No, Refusal, State,
    directory::Home,
    id::{OrganisationId, SummitId, VenueId},
    language::{Language, Names},
    limit,
    state::{Decision, Given},
    words::{Capacity, Name},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{collections::HashMap, fmt, str::FromStr};

/// Which part a venue plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VenueKind {
    /// The main hall; a summit has exactly one.
    Main,
    /// Linked to the main hall.
    Satellite,
}

impl VenueKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Main, Self::Satellite];
    /// The written form, as in forms and translations (`venue-kind-main`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Satellite => "satellite",
        }
    }
}

/// Reads `-33.918861` as micro-degrees, within `limit` degrees either way.
fn micro_degrees(text: &str, limit: i32) -> Result<i32, FieldProblem> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !all_digits(whole) || !all_digits(part) || part.len() > 20 {
        return Err(FieldProblem::NotANumber);
    }
    // Six digits after the point are a step of eleven centimetres; further ones are dropped.
    let micro = format!("{whole}{part:0<6.6}").parse::<i32>().map_err(|_| FieldProblem::NotANumber)?;
    if micro > limit * 1_000_000 {
        return Err(FieldProblem::OutOfRange { min: 0, max: limit.unsigned_abs() });
    }
    Ok(if negative { -micro } else { micro })
}

macro_rules! degrees {
    ($($(#[$doc:meta])* $name:ident = $limit:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i32);

        impl $name {
            /// From micro-degrees.
            ///
            /// # Errors
            /// [`FieldProblem::OutOfRange`] with the limit in degrees, either way.
            pub const fn from_micro_degrees(n: i32) -> Result<Self, FieldProblem> {
                if n.unsigned_abs() <= $limit * 1_000_000 { Ok(Self(n)) } else { Err(FieldProblem::OutOfRange { min: 0, max: $limit }) }
            }
            /// In micro-degrees.
            #[must_use]
            pub const fn micro_degrees(self) -> i32 {
                self.0
            }
        }
        impl FromStr for $name {
            type Err = FieldProblem;
            fn from_str(text: &str) -> Result<Self, FieldProblem> {
                micro_degrees(text.trim(), $limit).map(Self)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let (sign, n) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
                write!(f, "{sign}{}.{:06}", n / 1_000_000, n % 1_000_000)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.collect_str(self) } else { s.serialize_i32(self.0) }
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if !d.is_human_readable() { return i32::deserialize(d).map(Self); }
                d.deserialize_any(DegreesText)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}

degrees! {
    /// Degrees north of the equator, negative to the south; `50.846557` outside, kept in micro-degrees.
    Latitude = 90,
    /// Degrees east of Greenwich, negative to the west; `4.352467` outside, kept in micro-degrees.
    Longitude = 180,
}

/// Degrees as text, or as a JSON number.
struct DegreesText;
impl serde::de::Visitor<'_> for DegreesText {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("degrees")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
    fn visit_f64<E: Error>(self, n: f64) -> Result<String, E> {
        Ok(format!("{n:.6}"))
    }
    fn visit_i64<E: Error>(self, n: i64) -> Result<String, E> {
        Ok(n.to_string())
    }
    fn visit_u64<E: Error>(self, n: u64) -> Result<String, E> {
        Ok(n.to_string())
    }
}

/// A place where part of a summit meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    /// Of which summit; stays.
    pub summit: SummitId,
    /// Its name, in one or more languages; no two venues of a summit share one.
    pub names: Names,
    /// Main or satellite.
    pub kind: VenueKind,
    /// The city.
    pub city: Name,
    /// The country it lies in.
    pub country: Home,
    /// The zone its clocks show.
    pub zone: Zone,
    /// Where it lies, north to south.
    #[serde(default)]
    pub latitude: Option<Latitude>,
    /// Where it lies, east to west.
    #[serde(default)]
    pub longitude: Option<Longitude>,
    /// How many people it holds.
    pub capacity: Capacity,
    /// Languages spoken or interpreted there.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The organisation that hosts it, of the directory.
    pub host: OrganisationId,
}

pub(super) fn add(state: &State, venue: &Venue) -> Result<Decision, No> {
    let programme = &state.programme;
    let summit = summit::open(programme, venue.summit, "summit")?;
    room_for(summit, 1)?;
    check(state, venue)?;
    names_free(programme, venue, None)?;
    if venue.kind == VenueKind::Main
        && let Some(main) = summit.main
    {
        return Err(Refusal::new("main-venue-exists").with("venue", main).into());
    }
    let id = programme.next_venue();
    Ok(Decision::events([ProgrammeEvent::VenueAdded { id, venue: venue.clone() }]).creating(id))
}

pub(super) fn amend(state: &State, id: VenueId, venue: &Venue) -> Result<Decision, No> {
    let programme = &state.programme;
    let former = programme.venue(id).ok_or(No::unknown("id"))?;
    let summit = summit::open(programme, former.summit, "summit")?;
    if venue.summit != former.summit {
        return Err(Refusal::new("venue-stays-in-summit").with("summit", former.summit).into());
    }
    check(state, venue)?;
    names_free(programme, venue, Some(id))?;
    let mut events = Vec::new();
    match (former.kind, venue.kind) {
        (VenueKind::Main, VenueKind::Satellite) => return Err(Refusal::new("main-venue-needed").into()),
        // Exactly one is the main venue: making this one so makes the former a satellite.
        (VenueKind::Satellite, VenueKind::Main) => {
            if let Some((main, entry)) = summit.main.and_then(|m| Some((m, programme.venue(m)?))) {
                events.push(ProgrammeEvent::VenueAmended {
                    id: main,
                    venue: Venue { kind: VenueKind::Satellite, ..entry.clone() },
                });
            }
        }
        _ => {}
    }
    events.push(ProgrammeEvent::VenueAmended { id, venue: venue.clone() });
    Ok(Decision::events(events))
}

pub(super) fn remove(state: &State, id: VenueId, given: &Given<'_>) -> Result<Decision, No> {
    let programme = &state.programme;
    let venue = programme.venue(id).ok_or(No::unknown("id"))?;
    let summit = summit::open(programme, venue.summit, "summit")?;
    let met = summit.meetings.iter().any(|m| programme.meeting(*m).is_some_and(|m| m.venue == id));
    let staffed = state.seats.iter().any(|(_, s)| s.venue == Some(id));
    // From its first day on people may have checked in there and left again.
    let begun = venue.zone.date(given.now) >= summit.details.opens;
    let attended = state.presence.at_venue(venue.summit, id) > 0;
    if met || staffed || attended || begun {
        return Err(Refusal::new("venue-in-use").with("venue", id).into());
    }
    if venue.kind == VenueKind::Main && summit.venues.len() > 1 {
        return Err(Refusal::new("main-venue-needed").into());
    }
    Ok(Decision::events([ProgrammeEvent::VenueRemoved { id }]))
}

/// A whole list, all or nothing; each problem names its place in the list.
pub(super) fn import(state: &State, venues: &[Venue]) -> Result<Decision, No> {
    let programme = &state.programme;
    let first = venues.first().ok_or(Invalid::new("venues", FieldProblem::Empty))?;
    let summit = summit::open(programme, first.summit, "venues.0.summit")?;
    room_for(summit, venues.len())?;
    let mut names = HashMap::new();
    for id in &summit.venues {
        for (_, name) in programme.venue(*id).into_iter().flat_map(|v| v.names.iter()) {
            names.insert(name.as_str().to_lowercase(), None);
        }
    }
    let mut main = summit.main;
    let mut events = Vec::with_capacity(venues.len());
    for (index, venue) in venues.iter().enumerate() {
        let at = |i: Invalid| No::from(Invalid { field: format!("venues.{index}.{}", i.field), ..i });
        if venue.summit != first.summit {
            return Err(at(Invalid::new("summit", FieldProblem::Unknown)));
        }
        check(state, venue).map_err(at)?;
        for (language, name) in venue.names.iter() {
            let holder = names.insert(name.as_str().to_lowercase(), Some(index));
            if holder.is_some_and(|h| h != Some(index)) {
                return Err(at(Invalid::new(&format!("names.{language}"), FieldProblem::Taken)));
            }
        }
        let id = VenueId(programme.next_venue().0 + index as u32);
        if venue.kind == VenueKind::Main
            && let Some(main) = main.replace(id)
        {
            return Err(Refusal::new("main-venue-exists").with("venue", main).into());
        }
        events.push(ProgrammeEvent::VenueAdded { id, venue: venue.clone() });
    }
    Ok(Decision::events(events))
}

fn room_for(summit: &super::Summit, more: usize) -> Result<(), Refusal> {
    if summit.venues.len() + more > limit::VENUES {
        return Err(Refusal::new("too-many-venues").with("limit", limit::VENUES));
    }
    Ok(())
}

fn check(state: &State, venue: &Venue) -> Result<(), Invalid> {
    if state.directory.get(venue.host).is_none() {
        return Err(Invalid::new("host", FieldProblem::Unknown));
    }
    // A place on the map needs both.
    match (venue.latitude, venue.longitude) {
        (Some(_), None) => return Err(Invalid::new("longitude", FieldProblem::Empty)),
        (None, Some(_)) => return Err(Invalid::new("latitude", FieldProblem::Empty)),
        _ => {}
    }
    summit::languages(&venue.languages)
}

fn names_free(programme: &Programme, venue: &Venue, own: Option<VenueId>) -> Result<(), Invalid> {
    for (_, other) in programme.venues(venue.summit).filter(|(id, _)| Some(*id) != own) {
        for (language, name) in venue.names.iter() {
            if other.names.iter().any(|(_, n)| n.as_str().to_lowercase() == name.as_str().to_lowercase()) {
                return Err(Invalid::new(&format!("names.{language}"), FieldProblem::Taken));
            }
        }
    }
    Ok(())
}
