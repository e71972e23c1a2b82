//! The book of presence: badges, who is where, and the counts, kept as the events come.
use super::{Attendance, Badge, BadgeEnd, Place, PresenceEvent};
use crate::{
    Moment, Recorded,
    directory::{Directory, Home},
    id::{OrganisationId, PersonId, SummitId, VenueId},
    words::Digest,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, VecDeque};

/// A badge scanned at two venues: somebody should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubleScan {
    /// Where the badge was known to be.
    pub first: VenueId,
    /// Where the scan that arrived later was made.
    pub second: VenueId,
    /// When that scan was made, by the desk's clock.
    pub at: Moment,
    /// When it arrived.
    pub arrived: Moment,
}

/// All badges and everybody's presence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Presence {
    badges: HashMap<Digest, Badge>,
    people: HashMap<PersonId, Attendance>,
    flags: BTreeMap<PersonId, Vec<DoubleScan>>,
    tallies: BTreeMap<SummitId, Tally>,
    arrivals: BTreeMap<VenueId, VecDeque<(PersonId, Moment)>>,
}

/// Newest arrivals remembered of each venue, for its desk.
const ARRIVALS: usize = 12;

/// One summit's counts. Entries that fall to nothing go, so that lengths count too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Tally {
    present: u32,
    remote: u32,
    venues: BTreeMap<VenueId, u32>,
    organisations: BTreeMap<OrganisationId, u32>,
    countries: BTreeMap<Home, u32>,
}

/// Counts of one summit's presence. International bodies have no country and never count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenceCount {
    /// People present, at venues and remotely.
    pub present: u32,
    /// Of them, remotely.
    pub remote: u32,
    /// Organisations with at least one person present.
    pub organisations: u32,
    /// Countries of those organisations.
    pub countries: u32,
    /// Venues with at least one person present.
    pub venues: u32,
}

impl Presence {
    /// The badge of this digest, ended or not.
    #[must_use]
    pub fn badge(&self, digest: Digest) -> Option<&Badge> {
        self.badges.get(&digest)
    }
    /// A badge holder's presence.
    #[must_use]
    pub fn attendance(&self, person: PersonId) -> Option<&Attendance> {
        self.people.get(&person)
    }
    /// Where somebody is present.
    #[must_use]
    pub fn place(&self, person: PersonId) -> Option<Place> {
        self.people.get(&person)?.place
    }
    /// The counts of a summit; independent of its size.
    #[must_use]
    pub fn count(&self, summit: SummitId) -> PresenceCount {
        self.tallies.get(&summit).map_or_else(PresenceCount::default, |t| PresenceCount {
            present: t.present,
            remote: t.remote,
            organisations: t.organisations.len() as u32,
            countries: t.countries.len() as u32,
            venues: t.venues.len() as u32,
        })
    }
    /// People present at a venue.
    #[must_use]
    pub fn at_venue(&self, summit: SummitId, venue: VenueId) -> u32 {
        self.tallies.get(&summit).and_then(|t| t.venues.get(&venue)).copied().unwrap_or_default()
    }
    /// People of an organisation present.
    #[must_use]
    pub fn of_organisation(&self, summit: SummitId, organisation: OrganisationId) -> u32 {
        self.tallies.get(&summit).and_then(|t| t.organisations.get(&organisation)).copied().unwrap_or_default()
    }
    /// People of a country's organisations present.
    #[must_use]
    pub fn of_country(&self, summit: SummitId, home: &Home) -> u32 {
        self.tallies.get(&summit).and_then(|t| t.countries.get(home)).copied().unwrap_or_default()
    }
    /// Whether an organisation has anybody present: what a quorum counts.
    #[must_use]
    pub fn is_present(&self, summit: SummitId, organisation: OrganisationId) -> bool {
        self.of_organisation(summit, organisation) > 0
    }
    /// Organisations present, each with its people.
    pub fn organisations(&self, summit: SummitId) -> impl Iterator<Item = (OrganisationId, u32)> {
        self.tallies.get(&summit).into_iter().flat_map(|t| &t.organisations).map(|(o, n)| (*o, *n))
    }
    /// Venues with anybody present, each with its people.
    pub fn venues(&self, summit: SummitId) -> impl Iterator<Item = (VenueId, u32)> {
        self.tallies.get(&summit).into_iter().flat_map(|t| &t.venues).map(|(v, n)| (*v, *n))
    }
    /// Countries present, each with its people.
    pub fn countries(&self, summit: SummitId) -> impl Iterator<Item = (&Home, u32)> {
        self.tallies.get(&summit).into_iter().flat_map(|t| &t.countries).map(|(h, n)| (h, *n))
    }
    /// The newest arrivals at a venue, the last to be recorded first, with the time of the scan.
    pub fn arrivals(&self, venue: VenueId) -> impl Iterator<Item = (PersonId, Moment)> {
        self.arrivals.get(&venue).into_iter().flatten().copied()
    }
    /// Open flags of a person's badge.
    #[must_use]
    pub fn flags_of(&self, person: PersonId) -> &[DoubleScan] {
        self.flags.get(&person).map(Vec::as_slice).unwrap_or_default()
    }
    /// All open flags, for the secretariat to look at.
    pub fn flags(&self) -> impl Iterator<Item = (PersonId, &DoubleScan)> {
        self.flags.iter().flat_map(|(p, flags)| flags.iter().map(|f| (*p, f)))
    }

    pub(crate) fn evolve(&mut self, event: &PresenceEvent, recorded: &Recorded, directory: &Directory) {
        match event {
            PresenceEvent::BadgesIssued { summit, organisation, badges } => {
                for (person, digest) in badges {
                    self.badges.insert(*digest, Badge { person: *person, summit: *summit, ended: None });
                    self.people.insert(*person, Attendance::new(*summit, *organisation, *digest));
                }
            }
            PresenceEvent::BadgeReissued { person, badge } => {
                self.end_badge(*person, BadgeEnd::Reissued, recorded.at);
                if let Some(attendance) = self.people.get_mut(person) {
                    attendance.badge = Some(*badge);
                    self.badges.insert(*badge, Badge { person: *person, summit: attendance.summit, ended: None });
                }
            }
            PresenceEvent::BadgesEnded { people, reason } => {
                for person in people {
                    self.end_badge(*person, *reason, recorded.at);
                    self.moved(*person, directory, |a| a.leave(recorded.at));
                }
            }
            PresenceEvent::CheckedIn { person, place, at } => {
                if let Place::Venue(venue) = place {
                    self.arrived(*venue, *person, *at);
                }
                self.moved(*person, directory, |a| a.enter(*place, *at));
            }
            PresenceEvent::CheckedOut { person, at, .. } => self.moved(*person, directory, |a| a.leave(*at)),
            PresenceEvent::BadgeFlagged { person, first, second, at } => {
                let flag = DoubleScan { first: *first, second: *second, at: *at, arrived: recorded.at };
                self.flags.entry(*person).or_default().push(flag);
            }
            PresenceEvent::FlagCleared { person } => {
                self.flags.remove(person);
            }
            // For the log alone: what they led to stands in the other events.
            PresenceEvent::ScanRefused { .. } | PresenceEvent::ScansSynced { .. } => {}
        }
    }

    /// Tells the book that an organisation's home was amended: its people count for the new country from now on.
    pub(crate) fn rehomed(&mut self, organisation: OrganisationId, former: Option<&Home>, new: Option<&Home>) {
        for tally in self.tallies.values_mut() {
            let people = tally.organisations.get(&organisation).copied().unwrap_or_default();
            if people > 0 {
                former.into_iter().for_each(|h| add(&mut tally.countries, h, people, false));
                new.into_iter().for_each(|h| add(&mut tally.countries, h, people, true));
            }
        }
    }

    fn arrived(&mut self, venue: VenueId, person: PersonId, at: Moment) {
        let arrivals = self.arrivals.entry(venue).or_default();
        arrivals.retain(|(p, _)| *p != person);
        arrivals.push_front((person, at));
        arrivals.truncate(ARRIVALS);
    }

    fn end_badge(&mut self, person: PersonId, reason: BadgeEnd, at: Moment) {
        let digest = self.people.get_mut(&person).and_then(|a| a.badge.take());
        if let Some(badge) = digest.and_then(|d| self.badges.get_mut(&d)) {
            badge.ended = Some((reason, at));
        }
    }

    /// Changes somebody's attendance, and the counts by what that changed.
    fn moved(&mut self, person: PersonId, directory: &Directory, change: impl FnOnce(&mut Attendance)) {
        let Some(attendance) = self.people.get_mut(&person) else { return };
        let before = attendance.place;
        change(attendance);
        let (after, summit, organisation) = (attendance.place, attendance.summit, attendance.organisation);
        if before == after {
            return;
        }
        let home = directory.get(organisation).and_then(|o| o.home.as_ref());
        let tally = self.tallies.entry(summit).or_default();
        if let Some(place) = before {
            tally.count(place, organisation, home, false);
        }
        if let Some(place) = after {
            tally.count(place, organisation, home, true);
        }
    }
}

impl Tally {
    fn count(&mut self, place: Place, organisation: OrganisationId, home: Option<&Home>, comes: bool) {
        let step = |n: &mut u32| *n = if comes { *n + 1 } else { n.saturating_sub(1) };
        step(&mut self.present);
        match place {
            Place::Remote => step(&mut self.remote),
            Place::Venue(venue) => add(&mut self.venues, &venue, 1, comes),
        }
        add(&mut self.organisations, &organisation, 1, comes);
        home.into_iter().for_each(|h| add(&mut self.countries, h, 1, comes));
    }
}

/// Counts people in or out under a key; an entry that falls to nothing goes.
fn add<K: Ord + Clone>(counts: &mut BTreeMap<K, u32>, key: &K, people: u32, comes: bool) {
    if comes {
        *counts.entry(key.clone()).or_default() += people;
    } else if let Some(n) = counts.get_mut(key) {
        *n = n.saturating_sub(people);
        if *n == 0 {
            counts.remove(key);
        }
    }
}
