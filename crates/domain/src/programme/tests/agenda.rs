use super::*;
use crate::{Actor, Event, id::SeatId, refusal::Denied};
use std::cmp::Ordering;

fn with_meeting() -> House {
    let mut house = convened();
    let plan = meeting("venue-1", "2027-03-12T10:00", "2027-03-12T12:00");
    house.run(command(json!({"schedule-meeting": plan}))).unwrap();
    house
}
fn item(title: &str, number: Option<&str>) -> Value {
    json!({"meeting": "meeting-1", "kind": "general-debate", "titles": {"en": title}, "number": number})
}

#[test]
fn an_agenda_is_numbered_and_put_in_order() {
    let mut house = with_meeting();
    for (title, number) in [("Opening", None), ("Debate", Some("3 (a)")), ("Statement", None)] {
        house.run(command(json!({"add-item": item(title, number)}))).unwrap();
    }
    assert_eq!(refused(house.run(command(json!({"add-item": item("Again", Some("3 (a)"))})))), "number: taken");
    let numbers = |house: &House| -> Vec<String> {
        let p = &house.state.programme;
        p.items(MeetingId(1)).map(|(id, i)| format!("{} {}", p.item_number(id).unwrap(), i.titles.get("en").unwrap())).collect()
    };
    assert_eq!(numbers(&house), ["1 Opening", "3 (a) Debate", "3 Statement"]);
    let reorder = |order: &[&str]| command(json!({"reorder-items": {"meeting": "meeting-1", "order": order}}));
    for wrong in [&["item-1", "item-2"][..], &["item-1", "item-2", "item-2"], &["item-1", "item-2", "item-4"]] {
        assert_eq!(refused(house.run(reorder(wrong))), "order-incomplete");
    }
    house.run(reorder(&["item-3", "item-1", "item-2"])).unwrap();
    house.run(command(json!({"amend-item": {"id": "item-2", "item": item("General debate", Some("3 (a)"))}}))).unwrap();
    assert_eq!(numbers(&house), ["1 Statement", "2 Opening", "3 (a) General debate"]);
    let mut moved = item("Debate", None);
    moved["meeting"] = json!("meeting-2");
    assert_eq!(refused(house.run(command(json!({"amend-item": {"id": "item-2", "item": moved}})))), "item-stays-in-meeting");
    for n in 3..limit::ITEMS {
        house.run(command(json!({"add-item": item(&format!("Item {n}"), None)}))).unwrap();
    }
    assert_eq!(refused(house.run(command(json!({"add-item": item("One more", None)})))), "too-many-items");
}

#[test]
fn a_keynote_keeps_its_speaker_s_name_out_of_the_events() {
    let mut house = with_meeting();
    let keynote = json!({"meeting": "meeting-1", "person": {"family": " Invented ", "given": "Ida"}, "organisation": "org-2",
        "titles": {"en": "On rivers"}, "minutes": "20"});
    let decision = house.run(command(json!({"add-keynote": keynote}))).unwrap();
    assert_eq!(decision.created.as_deref(), Some("rep-1"));
    let (id, details) = decision.people[0].clone();
    assert_eq!((id, details.unwrap().family.as_str()), (PersonId(1), "Invented"));
    assert!(!serde_json::to_string(&decision.events).unwrap().contains("Invented"));
    // The next person of any module has another id.
    assert_eq!(house.state.seats.next_person(), PersonId(2));
    let mut wrong = keynote.clone();
    wrong["person"] = json!({"family": " "});
    assert_eq!(refused(house.run(command(json!({"add-keynote": wrong})))), "person.family: empty");
    wrong["person"] = json!({"family": "x".repeat(201)});
    assert_eq!(refused(house.run(command(json!({"add-keynote": wrong})))), "person.family: too-long:200:201");
    wrong = keynote;
    wrong["organisation"] = json!("org-9");
    assert_eq!(refused(house.run(command(json!({"add-keynote": wrong})))), "organisation: unknown");
    let remove = || command(json!({"remove-keynote": {"meeting": "meeting-1", "speaker": "rep-1"}}));
    let removed = house.run(remove()).unwrap();
    assert_eq!(removed.people, [(PersonId(1), None)]);
    assert_eq!(refused(house.run(remove())), "speaker: unknown");
}

#[test]
fn the_lot_picks_a_member_and_the_others_follow_the_alphabet_from_there() {
    let mut house = convened();
    for name in ["Avenue Party", "Éole", "Zenith", "Estuary"] {
        organisation(&mut house, name, None, "member");
    }
    let draw = || command(json!({"draw-precedence": {"summit": "summit-1", "language": "fr"}}));
    let decision = house.run(draw()).unwrap();
    let [Event::Programme(ProgrammeEvent::PrecedenceDrawn { precedence, .. })] = &decision.events[..] else { panic!() };
    let members: Vec<_> = [1, 2, 4, 5, 6, 7].map(OrganisationId).to_vec();
    assert!(precedence.verifies(&members));
    assert!(!precedence.verifies(&members[1..]));
    assert_eq!(refused(house.run(draw())), "precedence-drawn");

    // Stands for a real collation: accents are of second weight.
    let plain = |s: &str| s.to_lowercase().replace('é', "e");
    let collate = |a: &str, b: &str| -> Ordering { plain(a).cmp(&plain(b)) };
    let directory = &house.state.directory;
    let all = || directory.iter().map(|(id, _)| id);
    let names = |precedence: &Precedence| -> Vec<&str> {
        let order = precedence.order(directory, all(), &collate);
        order.into_iter().map(|id| directory.get(id).unwrap().names.get("en").unwrap().as_str()).collect()
    };
    let alphabet = ["Avenue Party", "Coast Council", "Éole", "Estuary", "Lake Assembly", "Union of Rivers", "Zenith"];
    for start in 0..alphabet.len() {
        let first = directory.named(alphabet[start], None).or(directory.named(alphabet[start], Some(&"BE".parse().unwrap())));
        let Some(first) = first else { continue };
        let drawn = Precedence { first, first_name: alphabet[start].parse().unwrap(), ..precedence.clone() };
        let mut expected = alphabet.to_vec();
        expected.rotate_left(start);
        assert_eq!(names(&drawn), expected);
        // When the drawn one is gone, the order still begins where it stood.
        let gone = Precedence { first: OrganisationId(99), ..drawn };
        assert_eq!(gone.order(directory, all().filter(|o| *o != first), &collate)[0], {
            let next = alphabet[(start + 1) % alphabet.len()];
            all().find(|o| directory.get(*o).unwrap().names.get("en").unwrap().as_str() == next).unwrap()
        });
    }
    let mut nobody = House::default();
    organisation(&mut nobody, "Watchers", None, "observer");
    nobody.run(command(json!({"convene-summit": summit()}))).unwrap();
    assert_eq!(refused(nobody.run(draw())), "nobody-to-draw");
}

#[test]
fn only_the_secretariat_changes_the_programme() {
    let mut house = convened();
    for (role, rest) in [("chair", json!(null)), ("delegate", json!("org-1")), ("secretariat", json!(null))] {
        let invite = json!({"invite-seat": {"role": role, "organisation": rest}});
        house.run(Command::Seat(read(invite))).unwrap();
    }
    let mut name_as = |actor| house.run_as(&actor, command(json!({"name-series": {"names": {"en": "Dialogue"}}})));
    assert_eq!(name_as(Actor::Nobody), Err(Denied::NotSignedIn.into()));
    assert_eq!(name_as(Actor::Seat(SeatId(1))), Err(Denied::RoleMayNot.into()));
    assert_eq!(name_as(Actor::Seat(SeatId(2))), Err(Denied::RoleMayNot.into()));
    name_as(Actor::Seat(SeatId(3))).unwrap();
}
