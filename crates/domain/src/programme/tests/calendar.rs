use super::*;

fn house() -> House {
    let mut house = convened();
    let mut plenary = meeting("venue-1", "2027-03-28T09:30", "2027-03-28T12:00");
    plenary["titles"] =
        json!({"en": "Opening; closing, and a\\b", "ar": "الجلسة العامة الافتتاحية للقمة العالمية حول تقاسم المياه بين الشعوب"});
    house.run(command(json!({"schedule-meeting": plenary}))).unwrap();
    let plan = meeting("venue-2", "2027-03-13T09:30", "2027-03-13T12:00");
    house.run(command(json!({"schedule-meeting": plan}))).unwrap();
    for title in ["Adoption of the agenda", "General debate"] {
        let item = json!({"meeting": "meeting-1", "kind": "other", "titles": {"en": title}});
        house.run(command(json!({"add-item": item}))).unwrap();
    }
    let cancel = json!({"cancel-meeting": {"meeting": "meeting-2", "reason": "Storm"}});
    house.run(command(cancel)).unwrap();
    house
}
fn feed(house: &House, language: &str, times: Times) -> String {
    icalendar(&house.state, SummitId(1), language, times, moment("UTC", "2027-02-01T08:00"), "summit.example")
}
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}
#[track_caller]
fn has(lines: &[String], expected: &[&str]) {
    for e in expected {
        assert!(lines.iter().any(|l| l == e), "{e} is missing in\n{}", lines.join("\n"));
    }
}

#[test]
fn a_zoned_feed_carries_local_times_and_the_zones_own_rules() {
    let lines = unfolded(&feed(&house(), "en", Times::Zoned));
    has(
        &lines,
        &[
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "NAME;LANGUAGE=en:Water\\, shared",
            "TZID:Europe/Brussels",
            "TZID:America/New_York",
            "UID:meeting-1.summit-1@summit.example",
            "DTSTAMP:20270201T080000Z",
            "SEQUENCE:2",
            "SEQUENCE:1",
            "DTSTART;TZID=Europe/Brussels:20270328T093000",
            "DTEND;TZID=Europe/Brussels:20270328T120000",
            "DTSTART;TZID=America/New_York:20270313T093000",
            "SUMMARY;LANGUAGE=en:Opening\\; closing\\, and a\\\\b",
            "LOCATION;LANGUAGE=en:Great Hall\\, Brussels",
            "CATEGORIES:plenary",
            "STATUS:CONFIRMED",
            "STATUS:CANCELLED",
            "DESCRIPTION:1. Adoption of the agenda\\n2. General debate",
            "DESCRIPTION:Storm",
            "END:VCALENDAR",
        ],
    );
    let text = lines.join("\n");
    let brussels = "BEGIN:VTIMEZONE\nTZID:Europe/Brussels\n\
        BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nTZNAME:CET\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:20270328T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nEND:DAYLIGHT\n\
        BEGIN:STANDARD\nDTSTART:20271031T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nEND:STANDARD\nEND:VTIMEZONE\n";
    assert!(text.contains(brussels), "{text}");
}

#[test]
fn a_utc_feed_needs_no_zones() {
    let lines = unfolded(&feed(&house(), "en", Times::Utc));
    assert!(!lines.iter().any(|l| l.contains("TZID") || l.contains("VTIMEZONE")));
    has(&lines, &["DTSTART:20270328T073000Z", "DTEND:20270328T100000Z", "DTSTART:20270313T143000Z"]);
}

#[test]
fn lines_are_folded_at_75_octets_and_between_characters() {
    let text = feed(&house(), "ar", Times::Zoned);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    let physical: Vec<&str> = text.split_terminator("\r\n").collect();
    assert!(physical.iter().all(|l| l.len() <= 75 && !l.contains(['\r', '\n'])));
    assert!(physical.iter().any(|l| l.len() > 70 && l.contains('ج')), "a long Arabic line is folded");
    has(&unfolded(&text), &["SUMMARY;LANGUAGE=ar:الجلسة العامة الافتتاحية للقمة العالمية حول تقاسم المياه بين الشعوب"]);
}

#[test]
fn a_host_name_cannot_add_lines_and_no_summit_is_an_empty_calendar() {
    let house = house();
    let text = icalendar(&house.state, SummitId(1), "en", Times::Utc, house.now, "a\r\nATTACH:x");
    assert!(!text.contains("ATTACH:"));
    let empty = icalendar(&house.state, SummitId(9), "en", Times::Zoned, house.now, "a");
    assert!(!empty.contains("VEVENT") && empty.starts_with("BEGIN:VCALENDAR\r\n"));
}

#[test]
fn the_second_of_two_equal_hours_is_written_in_utc() {
    // A local time that comes twice means its first coming (RFC 5545, 3.3.5); the second can be told only in UTC.
    let mut house = convened();
    let mut long = summit();
    long["closes"] = json!("2027-11-30");
    house.run(command(json!({"amend-summit": {"id": "summit-1", "summit": long}}))).unwrap();
    for (start, end) in [("02:30+02:00", "02:30+01:00"), ("02:40+01:00", "04:00")] {
        let plan = meeting("venue-1", &format!("2027-10-31T{start}"), &format!("2027-10-31T{end}"));
        house.run(command(json!({"schedule-meeting": plan}))).unwrap();
    }
    has(
        &unfolded(&feed(&house, "en", Times::Zoned)),
        &[
            "DTSTART;TZID=Europe/Brussels:20271031T023000",
            "DTEND:20271031T013000Z",
            "DTSTART:20271031T014000Z",
            "DTEND;TZID=Europe/Brussels:20271031T040000",
        ],
    );
}
