//! The programme's feeds read by a calendar program of other people's making (PyPI `icalendar`).
use crate::{
    desk::{Desk, Server},
    python,
};
use serde_json::{Value, json};
use std::{fs, process::Command};

/// A venue's city, its country and its zone.
const VENUES: [(&str, &str, &str); 5] = [
    ("Brussels", "BE", "Europe/Brussels"),
    ("New York", "US", "America/New_York"),
    ("Nairobi", "KE", "Africa/Nairobi"),
    ("Kathmandu", "NP", "Asia/Kathmandu"),
    ("Hobart", "AU", "Australia/Hobart"),
];

/// A meeting: at which venue, its local start and end, and both in UTC as a person reckons them.
const MEETINGS: [(usize, &str, &str, &str, &str); 8] = [
    (0, "2027-03-26T10:00", "2027-03-26T13:00", "2027-03-26T09:00:00Z", "2027-03-26T12:00:00Z"),
    // Through the night in which Brussels goes to summer time: six hours on the clock, five in the hall.
    (0, "2027-03-27T23:00", "2027-03-28T05:00", "2027-03-27T22:00:00Z", "2027-03-28T03:00:00Z"),
    (0, "2027-03-29T10:00", "2027-03-29T13:00", "2027-03-29T08:00:00Z", "2027-03-29T11:00:00Z"),
    // New York changed two weeks before.
    (1, "2027-03-26T10:00", "2027-03-26T13:00", "2027-03-26T14:00:00Z", "2027-03-26T17:00:00Z"),
    (2, "2027-03-26T10:00", "2027-03-26T13:00", "2027-03-26T07:00:00Z", "2027-03-26T10:00:00Z"),
    (3, "2027-03-26T10:00", "2027-03-26T13:00", "2027-03-26T04:15:00Z", "2027-03-26T07:15:00Z"),
    // Hobart comes back from summer time on 4 April: five hours on the clock, six in the hall.
    (4, "2027-04-03T23:00", "2027-04-04T04:00", "2027-04-03T12:00:00Z", "2027-04-03T18:00:00Z"),
    (4, "2027-04-05T09:00", "2027-04-05T10:00", "2027-04-04T23:00:00Z", "2027-04-05T00:00:00Z"),
];

fn read(desk: &Desk, python: &std::path::Path, name: &str, feed: &str) -> Value {
    let file = desk.write(name, feed);
    let done = Command::new(python).arg(python::program("icalendar_check.py")).arg(file).output().unwrap();
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

#[test]
fn a_calendar_program_reads_the_programme_across_changes_of_the_clock() {
    let Some(python) = python::interpreter() else { return };
    let (desk, token) = Desk::new();
    fs::write(desk.data().join("hemicycle.toml"), "public_origin = \"http://summit.example\"\n").unwrap();
    let server = Server::start(&desk.data());
    let bearer = server.sign_in(&token);
    let mut key = 1;
    let mut done = |name: &str, fields: Value| {
        key += 1;
        server.done(name, &bearer, key, &fields)
    };
    done("register-organisation", json!({"names": {"en": "Blue Kite Party (example)"}, "home": "KE", "category": "member"}));
    done("name-series", json!({"names": {"en": "Water, shared"}}));
    let theme = "Water, shared; rivers, lakes \\ seas: المياه المشتركة للجميع 共享水资源峰会与长期对话机制";
    done(
        "convene-summit",
        json!({"themes": {"en": theme}, "opens": "2027-03-22", "closes": "2027-04-06", "conveners": ["org-1"], "languages": ["en"]}),
    );
    for (place, (city, country, zone)) in VENUES.iter().enumerate() {
        let kind = if place == 0 { "main" } else { "satellite" };
        done(
            "add-venue",
            json!({"summit": "summit-1", "names": {"en": format!("Hall of {city}")}, "kind": kind, "city": city,
                "country": country, "zone": zone, "capacity": 500, "languages": ["en"], "host": "org-1"}),
        );
    }
    for (n, (venue, start, end, ..)) in MEETINGS.iter().enumerate() {
        done(
            "schedule-meeting",
            json!({"kind": if *venue == 0 { "plenary" } else { "side-event" }, "titles": {"en": format!("Meeting {n}, first; part")},
                "venue": format!("venue-{}", venue + 1), "start": start, "end": end}),
        );
    }
    done("cancel-meeting", json!({"meeting": "meeting-5", "reason": "The hall is flooded"}));
    for (name, path) in [("zoned.ics", "/programme.ics"), ("utc.ics", "/programme-utc.ics")] {
        let (status, feed) = server.ask("GET", path, "", "");
        assert_eq!(status, 200, "{feed}");
        let told = read(&desk, &python, name, &feed);
        assert_eq!(told["name"], theme);
        let zoned = name == "zoned.ics";
        assert_eq!(told["zones"].as_array().unwrap().len(), if zoned { VENUES.len() } else { 0 }, "{}", told["zones"]);
        let events = told["events"].as_array().unwrap();
        assert_eq!(events.len(), MEETINGS.len());
        for (n, (venue, _, _, start, end)) in MEETINGS.iter().enumerate() {
            let event = events.iter().find(|e| e["summary"] == format!("Meeting {n}, first; part")).unwrap();
            let (city, _, zone) = VENUES[*venue];
            assert_eq!((&event["start_utc"], &event["end_utc"]), (&json!(start), &json!(end)), "{name}, meeting {n}");
            assert_eq!(event["zone"], if zoned { json!(zone) } else { Value::Null });
            assert_eq!(event["location"], format!("Hall of {city}, {city}"));
            assert_eq!(event["uid"], format!("meeting-{}.summit-1@summit.example", n + 1));
            assert_eq!(event["status"], if n == 4 { "CANCELLED" } else { "CONFIRMED" });
        }
    }
    server.stop();
}
