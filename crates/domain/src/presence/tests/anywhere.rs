//! Whatever is scanned wherever and however late, a person is present at one place at most, where the newest scan says.
use super::*;
use proptest::prelude::*;
use std::collections::HashMap;

#[derive(Clone, Debug)]
enum Act {
    /// A scan at a venue made so many minutes ago, arriving now.
    Scan {
        venue: u32,
        person: usize,
        ago: i64,
    },
    /// The same, several in one list.
    List {
        venue: u32,
        scans: Vec<(usize, i64)>,
    },
    Remote {
        person: usize,
    },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (1..=3u32, 0..4usize, 0..30i64).prop_map(|(venue, person, ago)| Act::Scan { venue, person, ago }),
        2 => (1..=3u32, prop::collection::vec((0..4usize, 0..30i64), 1..6)).prop_map(|(venue, scans)| Act::List { venue, scans }),
        1 => (0..4usize).prop_map(|person| Act::Remote { person }),
    ]
}

/// What the rule says, from nothing but the scans in the order of their arrival: the newest by its own time wins, and of two of
/// the same time the one that arrived later; two venues without a check-out between them are flagged.
#[derive(Default)]
struct Naive {
    place: Option<Place>,
    at: Option<Moment>,
    venues: std::collections::BTreeSet<VenueId>,
}
impl Naive {
    fn scan(&mut self, place: Place, at: Moment) {
        if self.at.is_none_or(|newest| at >= newest) {
            (self.place, self.at) = (Some(place), Some(at));
        }
        if let Place::Venue(venue) = place {
            self.venues.insert(venue);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn everybody_counts_at_most_once_and_where_the_newest_scan_was(acts in prop::collection::vec(act(), 1..60)) {
        let mut stage = Stage::of(&["BE", "FR"]);
        let mut people = stage.accepted(1, 2).1;
        people.extend(stage.accepted(2, 2).1);
        let mut naive: HashMap<PersonId, Naive> = HashMap::new();
        let mut remote = false;
        stage.wait(60 * MINUTE);
        for act in acts {
            stage.wait(MINUTE);
            let now = stage.house.now;
            match act {
                Act::Scan { venue, person, ago } => {
                    let (person, at) = (people[person], now.plus_ms(-ago * MINUTE));
                    let code = stage.code(person);
                    stage.presence(json!({"check-in": {"venue": VenueId(venue), "code": code, "scanned_at": at}}));
                    naive.entry(person).or_default().scan(Place::Venue(VenueId(venue)), at);
                }
                Act::List { venue, scans } => {
                    let mut list = Vec::new();
                    for (person, ago) in scans {
                        let (person, at) = (people[person], now.plus_ms(-ago * MINUTE));
                        list.push(json!({"code": stage.code(person), "at": at}));
                        naive.entry(person).or_default().scan(Place::Venue(VenueId(venue)), at);
                    }
                    stage.presence(json!({"sync-scans": {"venue": VenueId(venue), "scans": list}}));
                }
                Act::Remote { person } => {
                    remote = true;
                    let seat = Actor::Seat(stage.seat_of(people[person]));
                    stage.try_presence(&seat, json!({"check-in-remote": {}})).unwrap();
                    naive.entry(people[person]).or_default().scan(Place::Remote, now);
                }
            }
        }
        for (person, expected) in &naive {
            prop_assert_eq!(stage.state().presence.place(*person), expected.place, "{}", person);
            // A remote stay in between ends the one at the venue; without one, two venues mean a flag.
            let flagged = !stage.state().presence.flags_of(*person).is_empty();
            prop_assert!(flagged == (expected.venues.len() > 1) || remote);
            prop_assert!(!flagged || expected.venues.len() > 1);
        }
        let venues: u32 = (1..=3).map(|v| at(&stage, v)).sum();
        let (all, remotely) = present(&stage);
        prop_assert_eq!(all as usize, naive.len());
        prop_assert_eq!(venues + remotely, all);
        prop_assert_eq!(&stage.house.replayed(), &stage.house.state);
    }
}
