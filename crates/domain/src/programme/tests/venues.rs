use super::*;

#[test]
fn a_summit_has_exactly_one_main_venue() {
    let mut house = convened();
    let second = venue("Other Hall", "main", "Europe/Paris", "FR", "org-1");
    assert_eq!(refused(house.run(command(json!({"add-venue": second})))), "main-venue-exists");
    let demoted = venue("Great Hall", "satellite", "Europe/Brussels", "BE", "org-2");
    assert_eq!(refused(house.run(command(json!({"amend-venue": {"id": "venue-1", "venue": demoted}})))), "main-venue-needed");
    // Making the satellite the main venue makes the former main venue a satellite.
    let promoted = venue("Harbour House", "main", "America/New_York", "US", "org-3");
    house.run(command(json!({"amend-venue": {"id": "venue-2", "venue": promoted}}))).unwrap();
    let programme = &house.state.programme;
    assert_eq!(programme.summit(SummitId(1)).unwrap().main_venue(), Some(VenueId(2)));
    let mains = programme.venues(SummitId(1)).filter(|(_, v)| v.kind == VenueKind::Main).count();
    assert_eq!((mains, programme.venue(VenueId(1)).unwrap().kind), (1, VenueKind::Satellite));
    assert_eq!(refused(house.run(command(json!({"remove-venue": {"id": "venue-2"}})))), "main-venue-needed");
}

#[test]
fn a_venue_is_checked_and_read_as_a_form_writes_it() {
    let mut house = convened();
    let mut tokyo = venue("Garden", "satellite", "asia/tokyo", "JP", "org-1");
    tokyo["latitude"] = json!("35.68");
    assert_eq!(refused(house.run(command(json!({"add-venue": tokyo})))), "longitude: empty");
    tokyo["longitude"] = json!(139.767125);
    tokyo["capacity"] = json!("120");
    tokyo["names"] = json!({"en": "Garden", "fr": "great hall"});
    assert_eq!(refused(house.run(command(json!({"add-venue": tokyo})))), "names.fr: taken");
    tokyo["names"] = json!({"en": "Garden"});
    tokyo["host"] = json!("org-7");
    assert_eq!(refused(house.run(command(json!({"add-venue": tokyo})))), "host: unknown");
    tokyo["host"] = json!("org-1");
    let added = house.run(command(json!({"add-venue": tokyo}))).unwrap();
    assert_eq!(added.created.as_deref(), Some("venue-3"));
    let found = house.state.programme.venue(VenueId(3)).unwrap();
    assert_eq!((found.zone.as_str(), found.capacity), ("Asia/Tokyo", Capacity(120)));
    assert_eq!(found.latitude.unwrap().micro_degrees(), 35_680_000);
    assert_eq!(found.longitude.unwrap().to_string(), "139.767125");
    tokyo["summit"] = json!("summit-4");
    assert_eq!(refused(house.run(command(json!({"amend-venue": {"id": "venue-3", "venue": tokyo}})))), "venue-stays-in-summit");
}

#[test]
fn degrees_are_read_exactly() {
    assert_eq!("-33.9188619".parse::<Latitude>().unwrap().to_string(), "-33.918861");
    assert_eq!("-0.5".parse::<Longitude>().unwrap().to_string(), "-0.500000");
    assert_eq!("180".parse::<Longitude>().unwrap().micro_degrees(), 180_000_000);
    assert_eq!("90.000001".parse::<Latitude>(), Err(FieldProblem::OutOfRange { min: 0, max: 90 }));
    for wrong in ["", "-", "1e3", "1,5", "--1", "1.2.3", "N 5", "１"] {
        assert_eq!(wrong.parse::<Latitude>(), Err(FieldProblem::NotANumber), "{wrong}");
    }
    assert!(Longitude::from_micro_degrees(-180_000_001).is_err());
}

#[test]
fn hosts_and_their_countries_are_counted_once() {
    let mut house = convened();
    house.run(command(json!({"add-venue": venue("Second Hall", "satellite", "Europe/Brussels", "BE", "org-1")}))).unwrap();
    house.run(command(json!({"add-venue": venue("Third Hall", "satellite", "Asia/Tokyo", "JP", "org-1")}))).unwrap();
    let programme = &house.state.programme;
    assert_eq!(programme.hosts(SummitId(1)), BTreeSet::from([OrganisationId(1), OrganisationId(2), OrganisationId(3)]));
    let countries: Vec<_> = programme.hosting_countries(SummitId(1)).into_iter().map(Home::as_str).collect();
    assert_eq!(countries, ["BE", "JP", "US"]);
    assert!(programme.hosts(SummitId(9)).is_empty());
}

#[test]
fn a_list_of_venues_is_entered_whole_or_not_at_all() {
    let mut house = convened();
    let list =
        |names: &[&str]| -> Vec<Value> { names.iter().map(|n| venue(n, "satellite", "Asia/Tokyo", "JP", "org-1")).collect() };
    let import = |venues: Vec<Value>| command(json!({"import-venues": {"venues": venues}}));
    assert_eq!(refused(house.run(import(vec![]))), "venues: empty");
    assert_eq!(refused(house.run(import(list(&["A", "B", "great HALL"])))), "venues.2.names.en: taken");
    assert_eq!(refused(house.run(import(list(&["A", "B", "a"])))), "venues.2.names.en: taken");
    let mut other = list(&["A", "B"]);
    other[1]["kind"] = json!("main");
    assert_eq!(refused(house.run(import(other.clone()))), "main-venue-exists");
    other[1]["kind"] = json!("satellite");
    other[1]["host"] = json!("org-8");
    assert_eq!(refused(house.run(import(other))), "venues.1.host: unknown");
    assert_eq!(house.state.programme.venues(SummitId(1)).count(), 2);
    let many: Vec<String> = (0..limit::VENUES).map(|n| format!("Hall {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(refused(house.run(import(list(&many)))), "too-many-venues");
    house.run(import(list(&many[2..]))).unwrap();
    assert_eq!(house.state.programme.venues(SummitId(1)).count(), limit::VENUES);
}

#[test]
fn a_venue_is_taken_out_only_before_it_was_used() {
    let mut house = convened();
    let remove = || command(json!({"remove-venue": {"id": "venue-2"}}));
    let mut begun = convened();
    begun.now = moment("America/New_York", "2027-03-10T00:00");
    assert_eq!(refused(begun.run(remove())), "venue-in-use");
    house.run(remove()).unwrap();
    assert_eq!(refused(house.run(remove())), "id: unknown");
    assert_eq!(house.state.programme.next_venue(), VenueId(3));
    house.run(command(json!({"schedule-meeting": meeting("venue-1", "2027-03-12T10:00", "2027-03-12T11:00")}))).unwrap();
    assert_eq!(refused(house.run(command(json!({"remove-venue": {"id": "venue-1"}})))), "venue-in-use");
    let mut staffed = convened();
    let invite = json!({"invite-seat": {"role": "venue-operator", "venue": "venue-2"}});
    staffed.run(Command::Seat(read(invite))).unwrap();
    assert_eq!(refused(staffed.run(remove())), "venue-in-use");
}
