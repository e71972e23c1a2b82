use super::*;

fn schedule(house: &mut House, venue: &str, start: &str, end: &str) -> Result<Decision, No> {
    house.run(command(json!({"schedule-meeting": meeting(venue, start, end)})))
}

#[test]
fn a_time_that_brussels_skips_is_refused_with_the_two_nearest() {
    let mut house = convened();
    let no = schedule(&mut house, "venue-1", "2027-03-28T02:30", "2027-03-28T05:00").unwrap_err();
    let nearest = FieldProblem::AmbiguousTime { earlier: "2027-03-28T01:30".into(), later: "2027-03-28T03:30".into() };
    assert_eq!(no, Invalid::new("start", nearest).into());
    // Both of the named times are taken.
    schedule(&mut house, "venue-1", "2027-03-28T01:30", "2027-03-28T03:30").unwrap();
    let entered = house.state.programme.meeting(MeetingId(1)).unwrap();
    assert_eq!(entered.end.ms_since(entered.start), 3_600_000);
}

#[test]
fn new_york_and_brussels_are_five_hours_apart_in_the_last_weeks_of_march() {
    let mut house = convened();
    for (day, hours) in [("13", 6), ("14", 5), ("27", 5), ("28", 6)] {
        let (start, end) = (format!("2027-03-{day}T12:00"), format!("2027-03-{day}T13:00"));
        let brussels = schedule(&mut house, "venue-1", &start, &end).unwrap().created.unwrap();
        let new_york = schedule(&mut house, "venue-2", &start, &end).unwrap().created.unwrap();
        let start = |id: String| house.state.programme.meeting(id.parse().unwrap()).unwrap().start;
        assert_eq!(start(new_york).ms_since(start(brussels)), hours * 3_600_000, "March {day}");
    }
}

#[test]
fn a_stated_zone_overrides_the_venue_s() {
    let mut house = convened();
    let mut plan = meeting("venue-1", "2027-03-12T08:00", "2027-03-12T09:00");
    plan["zone"] = json!("America/New_York");
    house.run(command(json!({"schedule-meeting": plan}))).unwrap();
    let entered = house.state.programme.meeting(MeetingId(1)).unwrap();
    assert_eq!(entered.zone.as_str(), "America/New_York");
    assert_eq!(entered.start, moment("Europe/Brussels", "2027-03-12T14:00"));
}

#[test]
fn meetings_in_one_venue_do_not_overlap() {
    let mut house = convened();
    schedule(&mut house, "venue-1", "2027-03-12T10:00", "2027-03-12T12:00").unwrap();
    for (start, end) in [("09:00", "10:01"), ("11:59", "13:00"), ("10:30", "11:00"), ("09:00", "13:00"), ("10:00", "12:00")] {
        let no = schedule(&mut house, "venue-1", &format!("2027-03-12T{start}"), &format!("2027-03-12T{end}")).unwrap_err();
        let No::Refusal(refusal) = no else { panic!("{no}") };
        assert_eq!(refusal.code, "venue-taken-then");
        let with = [("meeting", "meeting-1"), ("from", "2027-03-12T10:00"), ("to", "2027-03-12T12:00")];
        assert_eq!(refusal.with, with.map(|(k, v)| (k, v.to_owned())));
    }
    schedule(&mut house, "venue-1", "2027-03-12T12:00", "2027-03-12T13:00").unwrap();
    schedule(&mut house, "venue-2", "2027-03-12T05:00", "2027-03-12T06:00").unwrap();
    // Its own former time does not stand in a meeting's way; a cancelled one neither.
    let later = meeting("venue-1", "2027-03-12T10:30", "2027-03-12T12:00");
    house.run(command(json!({"amend-meeting": {"id": "meeting-1", "meeting": later}}))).unwrap();
    house.run(command(json!({"cancel-meeting": {"meeting": "meeting-1", "reason": "Storm"}}))).unwrap();
    schedule(&mut house, "venue-1", "2027-03-12T11:00", "2027-03-12T12:00").unwrap();
}

#[test]
fn a_meeting_is_of_its_summit_and_of_sensible_length() {
    let mut house = convened();
    let mut try_at = |start: &str, end: &str| refused(schedule(&mut house, "venue-1", start, end));
    assert_eq!(try_at("2027-03-12T10:00", "2027-03-12T10:00"), "meeting-ends-before-it-begins");
    assert_eq!(try_at("2027-03-12T10:00", "2027-03-13T10:01"), "meeting-too-long");
    assert_eq!(try_at("2027-03-09T23:00", "2027-03-10T10:00"), "meeting-outside-summit");
    assert_eq!(try_at("2027-04-01T00:00", "2027-04-01T10:00"), "meeting-outside-summit");
    assert_eq!(refused(schedule(&mut house, "venue-8", "2027-03-12T10:00", "2027-03-12T11:00")), "venue: unknown");
    // The evening before in New York is already the first day in Brussels.
    schedule(&mut house, "venue-2", "2027-03-09T21:00", "2027-03-09T22:00").unwrap();
    let mut bare = House::default();
    organisation(&mut bare, "Union of Rivers", None, "member");
    bare.run(command(json!({"convene-summit": summit()}))).unwrap();
    bare.run(command(json!({"add-venue": venue("Annex", "satellite", "Asia/Tokyo", "JP", "org-1")}))).unwrap();
    assert_eq!(refused(schedule(&mut bare, "venue-1", "2027-03-12T10:00", "2027-03-12T11:00")), "no-main-venue");
}

#[test]
fn days_follow_the_main_venue_s_calendar() {
    let mut house = convened();
    schedule(&mut house, "venue-2", "2027-03-12T20:00", "2027-03-12T21:00").unwrap();
    schedule(&mut house, "venue-1", "2027-03-12T14:00", "2027-03-12T15:00").unwrap();
    schedule(&mut house, "venue-1", "2027-03-12T09:00", "2027-03-12T10:00").unwrap();
    schedule(&mut house, "venue-1", "2027-03-20T09:00", "2027-03-20T10:00").unwrap();
    house.run(command(json!({"cancel-meeting": {"meeting": "meeting-4"}}))).unwrap();
    let day =
        |date: &str, ids: &[u32]| Day { date: date.parse().unwrap(), meetings: ids.iter().map(|n| MeetingId(*n)).collect() };
    // Eight in the evening in New York is two in the morning in Brussels.
    assert_eq!(house.state.programme.days(SummitId(1)), [day("2027-03-12", &[3, 2]), day("2027-03-13", &[1])]);
}

#[test]
fn what_is_over_or_cancelled_is_no_longer_moved() {
    let mut house = convened();
    schedule(&mut house, "venue-1", "2027-03-12T10:00", "2027-03-12T12:00").unwrap();
    house.now = moment("Europe/Brussels", "2027-03-12T12:00");
    assert_eq!(refused(house.run(command(json!({"cancel-meeting": {"meeting": "meeting-1"}})))), "meeting-over");
    let moved = meeting("venue-1", "2027-03-12T10:00", "2027-03-12T13:00");
    assert_eq!(refused(house.run(command(json!({"amend-meeting": {"id": "meeting-1", "meeting": moved}})))), "meeting-over");
    let mut renamed = meeting("venue-1", "2027-03-12T10:00", "2027-03-12T12:00");
    renamed["titles"] = json!({"en": "Opening of the summit"});
    house.run(command(json!({"amend-meeting": {"id": "meeting-1", "meeting": renamed}}))).unwrap();
    assert_eq!(house.state.programme.meeting(MeetingId(1)).unwrap().revision, 1);
    house.now = moment("Europe/Brussels", "2027-03-11T12:00");
    house.run(command(json!({"cancel-meeting": {"meeting": "meeting-1", "reason": "Storm"}}))).unwrap();
    for change in [
        json!({"cancel-meeting": {"meeting": "meeting-1"}}),
        json!({"amend-meeting": {"id": "meeting-1", "meeting": renamed}}),
        json!({"add-item": {"meeting": "meeting-1", "kind": "other", "titles": {"en": "X"}}}),
        json!({"add-keynote": {"meeting": "meeting-1", "person": {"family": "Doe"}, "titles": {"en": "X"}, "minutes": 5}}),
    ] {
        assert_eq!(refused(house.run(command(change))), "meeting-cancelled");
    }
}
