#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    Command, FieldProblem, Invalid, Moment, directory::DirectoryCommand, id::PersonId, limit, profile::Profile, state::Decision,
    testing::House, words::Capacity,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

mod agenda;
mod calendar;
mod meetings;
mod replay;
mod venues;

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}
fn command(value: Value) -> Command {
    Command::Programme(read(value))
}
fn moment(zone: &str, wall: &str) -> Moment {
    wall.parse::<WallClock>().unwrap().moment(&zone.parse().unwrap()).unwrap()
}
/// What was refused: its code, or its field and problem.
#[track_caller]
fn refused(result: Result<Decision, No>) -> String {
    match result.unwrap_err() {
        No::Refusal(r) => r.to_string(),
        other => other.to_string(),
    }
}

fn organisation(house: &mut House, name: &str, home: Option<&str>, category: &str) {
    let entry = json!({"names": {"en": name}, "home": home, "category": category});
    house.run(Command::Directory(DirectoryCommand::RegisterOrganisation(read(entry)))).unwrap();
}
fn summit() -> Value {
    json!({"themes": {"en": "Water, shared", "fr": "L’eau en partage"}, "opens": "2027-03-10", "closes": "2027-03-31",
        "conveners": ["org-1"], "languages": ["en", "fr"]})
}
fn venue(name: &str, kind: &str, zone: &str, country: &str, host: &str) -> Value {
    json!({"summit": "summit-1", "names": {"en": name}, "kind": kind, "city": zone.rsplit('/').next(), "country": country,
        "zone": zone, "capacity": 500, "host": host})
}
fn meeting(venue: &str, start: &str, end: &str) -> Value {
    json!({"kind": "plenary", "titles": {"en": "Opening"}, "venue": venue, "start": start, "end": end})
}

/// Three organisations, one summit, the main venue in Brussels (venue-1) and a satellite in New York (venue-2).
fn convened() -> House {
    let mut house = House { now: moment("UTC", "2027-01-01T00:00"), ..House::default() };
    organisation(&mut house, "Union of Rivers", None, "member");
    organisation(&mut house, "Lake Assembly", Some("BE"), "member");
    organisation(&mut house, "Coast Council", Some("US"), "observer");
    house.run(command(json!({"name-series": {"names": {"en": "Standing Dialogue"}}}))).unwrap();
    house.run(command(json!({"convene-summit": summit()}))).unwrap();
    let main = venue("Great Hall", "main", "Europe/Brussels", "BE", "org-2");
    house.run(command(json!({"add-venue": main}))).unwrap();
    let satellite = venue("Harbour House", "satellite", "America/New_York", "US", "org-3");
    house.run(command(json!({"add-venue": satellite}))).unwrap();
    house
}

#[test]
fn the_newest_summit_that_is_not_closed_is_the_current_one() {
    let mut house = convened();
    assert_eq!(house.state.programme.current(), Some(SummitId(1)));
    let second = house.run(command(json!({"convene-summit": summit()}))).unwrap();
    assert_eq!(second.created.as_deref(), Some("summit-2"));
    assert_eq!(house.state.programme.current(), Some(SummitId(2)));
    house.run(command(json!({"close-summit": {"summit": "summit-2"}}))).unwrap();
    assert_eq!(house.state.programme.current(), Some(SummitId(1)));
    house.run(command(json!({"close-summit": {"summit": "summit-1"}}))).unwrap();
    assert_eq!(house.state.programme.current(), None);
    for change in [
        json!({"close-summit": {"summit": "summit-1"}}),
        json!({"amend-summit": {"id": "summit-1", "summit": summit()}}),
        json!({"set-rules": {"summit": "summit-1"}}),
        json!({"add-venue": venue("Annex", "satellite", "Asia/Tokyo", "JP", "org-1")}),
        json!({"schedule-meeting": meeting("venue-1", "2027-03-12T10:00", "2027-03-12T11:00")}),
        json!({"draw-precedence": {"summit": "summit-1", "language": "en"}}),
    ] {
        assert_eq!(refused(house.run(command(change))), "summit-closed");
    }
}

#[test]
fn a_summit_needs_known_conveners_languages_and_dates_in_order() {
    let mut house = convened();
    let mut try_with = |key: &str, value: Value| {
        let mut changed = summit();
        changed[key] = value;
        refused(house.run(command(json!({"convene-summit": changed}))))
    };
    assert_eq!(try_with("conveners", json!([])), "conveners: empty");
    assert_eq!(try_with("conveners", json!(["org-1", "org-9"])), "conveners.1: unknown");
    assert_eq!(try_with("conveners", json!(["org-1", "org-2", "org-1"])), "conveners.2: taken");
    assert_eq!(try_with("conveners", json!(vec!["org-1"; 101])), "conveners: too-many:100");
    assert_eq!(try_with("languages", json!([])), "languages: empty");
    assert_eq!(try_with("languages", json!(["en", "EN"])), "languages.1: taken");
    assert_eq!(try_with("closes", json!("2027-03-09")), "summit-closes-before-it-opens");
}

#[test]
fn a_summit_is_not_shortened_past_its_meetings() {
    let mut house = convened();
    house.run(command(json!({"schedule-meeting": meeting("venue-1", "2027-03-30T10:00", "2027-03-30T11:00")}))).unwrap();
    let mut shorter = summit();
    shorter["closes"] = json!("2027-03-29");
    let amend = json!({"amend-summit": {"id": "summit-1", "summit": shorter}});
    assert_eq!(refused(house.run(command(amend.clone()))), "meeting-outside-summit");
    house.run(command(json!({"cancel-meeting": {"meeting": "meeting-1"}}))).unwrap();
    house.run(command(amend)).unwrap();
    assert_eq!(house.state.programme.summit(SummitId(1)).unwrap().details.closes, "2027-03-29".parse().unwrap());
}

#[test]
fn rules_are_defaults_until_set_and_then_what_was_set() {
    let mut house = convened();
    let rules = |house: &House| house.state.programme.summit(SummitId(1)).unwrap().rules.clone();
    assert_eq!(rules(&house), Profile::default());
    let set = json!({"set-rules": {"summit": "summit-1", "rules": {"deciding": {"silence_hours": "96"}}}});
    house.run(command(set)).unwrap();
    assert_eq!(rules(&house).deciding.silence_hours.0, 96);
    let odd = json!({"set-rules": {"summit": "summit-1", "rules": {"quorum": {"to_decide": "1/9"}}}});
    assert_eq!(refused(house.run(command(odd))), "rules.quorum.to_decide: out-of-range:0:1");
}

#[test]
fn an_organisation_on_the_programme_stays_in_the_directory() {
    let mut house = convened();
    let remove = |id| Command::Directory(DirectoryCommand::RemoveOrganisation { id: OrganisationId(id) });
    assert_eq!(refused(house.run(remove(1))), "organisation-in-programme");
    assert_eq!(refused(house.run(remove(3))), "organisation-in-programme");
    house.run(command(json!({"remove-venue": {"id": "venue-2"}}))).unwrap();
    house.run(remove(3)).unwrap();
}
