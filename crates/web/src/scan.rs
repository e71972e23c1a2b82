//! What a desk is told of the badge it scanned: whose it is, and when and where it was scanned first when it was scanned before.
use crate::{answer::Answer, i18n::Tongue, pages::bits::machine};
use app::People;
use domain::{
    Actor, Command, Moment, State,
    id::{PersonId, VenueId},
    presence::{BadgeCode, Place, PresenceCommand},
    seat::Role,
};
use serde::Serialize;

/// A badge that was scanned at a venue's desk.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Scanned {
    /// Whose it is.
    pub person: String,
    /// The person's name; none when it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The person's organisation.
    pub organisation: String,
    /// Whether the badge had been scanned before, here or elsewhere, in the stay that lasts.
    pub repeated: bool,
    /// Whether it was scanned at two venues and nobody has looked yet (the double-scan rule).
    pub flagged: bool,
    /// The venue of the scan that came first.
    pub first_venue: String,
    /// When that was, in UTC.
    pub first_at: String,
}

/// A check-in on its way, remembered until its answer.
pub struct Asked {
    venue: VenueId,
    code: BadgeCode,
    actor: Actor,
}

/// Where and when a badge was scanned first, as seen from a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First {
    /// Where.
    pub venue: VenueId,
    /// When, by the clock of that desk.
    pub at: Moment,
    /// Whether it is another venue, and the badge is flagged.
    pub flagged: bool,
}

/// The scan that came before the newest one of this badge at this venue: at another venue when it is flagged, else here when it was scanned
/// here before; none for a badge that was scanned once.
#[must_use]
pub fn first(state: &State, person: PersonId, venue: VenueId) -> Option<First> {
    let attendance = state.presence.attendance(person)?;
    let flags = state.presence.flags_of(person).iter().rev();
    let elsewhere = flags.filter_map(|flag| match (flag.first == venue, flag.second == venue) {
        (true, _) => Some((flag.second, flag.at)),
        (_, true) => Some((flag.first, attendance.first_scan_at(flag.first)?)),
        _ => None,
    });
    let here = attendance.first_scan_at(venue);
    if let Some((other, at)) = elsewhere.min_by_key(|(_, at)| *at) {
        // Whichever desk asks is told of the other: that is where somebody should look.
        return Some(First { venue: other, at, flagged: true });
    }
    let again = attendance.place == Some(Place::Venue(venue)) && attendance.changed > here;
    here.filter(|_| again).map(|at| First { venue, at, flagged: false })
}

impl Asked {
    /// What is to be told after this command, if it is a check-in.
    #[must_use]
    pub fn of(actor: Actor, command: &Command) -> Option<Self> {
        let Command::Presence(PresenceCommand::CheckIn { venue, code, .. }) = command else { return None };
        Some(Self { venue: *venue, code: code.clone(), actor })
    }

    /// Tells the desk, in an answer that took the scan. A repeated act is answered before its authority is judged: names are for desks alone.
    pub fn tell(&self, state: &State, people: &People, tongue: Tongue, answer: &mut Answer) {
        let desk = self.actor.is_secretariat(state)
            || self.actor.holder(state).is_some_and(|s| s.role == Role::VenueOperator && s.venue == Some(self.venue));
        if answer.status != 200 || !desk {
            return;
        }
        let badge = self.code.digest().and_then(|digest| state.presence.badge(digest));
        let Some((person, venue)) = badge.map(|b| b.person).zip(state.programme.venue(self.venue)) else { return };
        let Some(attendance) = state.presence.attendance(person) else { return };
        let name = people.name(person).filter(|name| !name.is_empty());
        let shown = name.clone().unwrap_or_else(|| tongue.t("person-unnamed").into_owned());
        let first = first(state, person, self.venue);
        let zone = venue.zone.as_str();
        let told = first.map(|f| (tongue.date(f.at, zone), tongue.time(f.at, zone)));
        answer.message = match (first, &told) {
            (Some(f), Some((date, time))) => {
                let place = state.programme.venue(f.venue).map(|v| tongue.plain(&v.names)).unwrap_or_default();
                let id = if f.flagged { "scan-elsewhere" } else { "scan-again" };
                let args = [("name", (&shown).into()), ("venue", (&place).into()), ("date", date.into()), ("time", time.into())];
                tongue.with(id, &args)
            }
            _ => tongue.with("scan-first", &[("name", (&shown).into())]),
        };
        let since = first.map(|f| f.at).or_else(|| attendance.first_scan_at(self.venue)).unwrap_or_default();
        answer.scan = Some(Scanned {
            person: person.to_string(),
            name,
            organisation: attendance.organisation.to_string(),
            repeated: first.is_some(),
            flagged: first.is_some_and(|f| f.flagged),
            first_venue: first.map_or(self.venue, |f| f.venue).to_string(),
            first_at: machine(since),
        });
    }
}
