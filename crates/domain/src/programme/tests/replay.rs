//! Whatever is asked, a restart leads to the same state.
use super::*;
use proptest::prelude::*;

fn id(prefix: &'static str, most: u32) -> impl Strategy<Value = String> {
    (1..=most).prop_map(move |n| format!("{prefix}-{n}"))
}
fn any_venue() -> impl Strategy<Value = Value> {
    let zone = prop::sample::select(vec!["Europe/Brussels", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"]);
    (id("summit", 3), "[a-f]{1,2}", any::<bool>(), zone, id("org", 4), prop::option::of(-90..=90i32)).prop_map(
        |(summit, name, main, zone, host, degrees)| {
            let mut value = venue(&name, if main { "main" } else { "satellite" }, zone, "BE", &host);
            value["summit"] = json!(summit);
            value["latitude"] = json!(degrees);
            value["longitude"] = json!(degrees);
            value
        },
    )
}
fn any_meeting() -> impl Strategy<Value = Value> {
    (id("venue", 5), 9..=31u32, 0..24u32, 1..4u32).prop_map(|(venue, day, hour, hours)| {
        let end = (hour + hours).min(23);
        meeting(&venue, &format!("2027-03-{day:02}T{hour:02}:30"), &format!("2027-03-{day:02}T{end:02}:45"))
    })
}
fn any_item() -> impl Strategy<Value = Value> {
    (id("meeting", 5), prop::option::of("[1-3]"))
        .prop_map(|(meeting, number)| json!({"meeting": meeting, "kind": "other", "titles": {"en": "Item"}, "number": number}))
}
fn any_command() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => "[a-z]{1,5}".prop_map(|n| json!({"name-series": {"names": {"en": n}}})),
        1 => Just(json!({"convene-summit": summit()})),
        1 => id("summit", 3).prop_map(|s| json!({"amend-summit": {"id": s, "summit": summit()}})),
        1 => id("summit", 9).prop_map(|s| json!({"close-summit": {"summit": s}})),
        1 => (id("summit", 3), 1..200u32)
            .prop_map(|(s, h)| json!({"set-rules": {"summit": s, "rules": {"deciding": {"silence_hours": h}}}})),
        4 => any_venue().prop_map(|v| json!({"add-venue": v})),
        2 => (id("venue", 5), any_venue()).prop_map(|(i, v)| json!({"amend-venue": {"id": i, "venue": v}})),
        1 => id("venue", 5).prop_map(|i| json!({"remove-venue": {"id": i}})),
        1 => prop::collection::vec(any_venue(), 0..3).prop_map(|v| json!({"import-venues": {"venues": v}})),
        6 => any_meeting().prop_map(|m| json!({"schedule-meeting": m})),
        2 => (id("meeting", 5), any_meeting()).prop_map(|(i, m)| json!({"amend-meeting": {"id": i, "meeting": m}})),
        1 => id("meeting", 5).prop_map(|i| json!({"cancel-meeting": {"meeting": i}})),
        2 => id("meeting", 5).prop_map(|m| json!({"add-keynote":
            {"meeting": m, "person": {"family": "Invented"}, "titles": {"en": "Keynote"}, "minutes": 10}})),
        1 => (id("meeting", 5), id("rep", 3)).prop_map(|(m, s)| json!({"remove-keynote": {"meeting": m, "speaker": s}})),
        4 => any_item().prop_map(|i| json!({"add-item": i})),
        2 => (id("item", 5), any_item()).prop_map(|(id, i)| json!({"amend-item": {"id": id, "item": i}})),
        1 => (id("meeting", 5), prop::collection::vec(id("item", 3), 0..3))
            .prop_map(|(m, order)| json!({"reorder-items": {"meeting": m, "order": order}})),
        1 => id("summit", 3).prop_map(|s| json!({"draw-precedence": {"summit": s, "language": "en"}})),
    ]
}

/// What holds of every programme, whatever led to it.
fn holds(programme: &Programme) {
    for (id, summit) in programme.summits() {
        let mains: Vec<_> = programme.venues(id).filter(|(_, v)| v.kind == VenueKind::Main).map(|(v, _)| v).collect();
        assert!(mains.len() <= 1);
        assert_eq!(mains.first().copied(), summit.main_venue());
        let standing: Vec<_> = programme.meetings(id).filter(|(_, m)| m.cancelled.is_none()).collect();
        for (n, (_, a)) in standing.iter().enumerate() {
            assert!(a.start < a.end && programme.venue(a.venue).is_some());
            assert!(standing[n + 1..].iter().all(|(_, b)| a.venue != b.venue || a.end <= b.start || b.end <= a.start));
        }
        assert_eq!(programme.days(id).iter().map(|d| d.meetings.len()).sum::<usize>(), standing.len());
        for (meeting, _) in programme.meetings(id) {
            assert!(programme.items(meeting).all(|(_, i)| i.meeting == meeting));
        }
    }
}

proptest! {
    #[test]
    fn replaying_the_events_leads_to_the_live_state(commands in prop::collection::vec(any_command(), 1..60)) {
        let mut house = convened();
        for value in commands {
            let before = house.log.len();
            if house.run(command(value)).is_err() {
                prop_assert_eq!(house.log.len(), before);
            }
        }
        holds(&house.state.programme);
        let replayed = house.replayed();
        prop_assert_eq!(&replayed, &house.state);
        let snapshot = postcard::to_allocvec(&house.state).unwrap();
        prop_assert_eq!(&postcard::from_bytes::<crate::State>(&snapshot).unwrap(), &house.state);
    }
}
