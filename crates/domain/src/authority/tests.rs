#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::accreditation::stage::{Stage, read};
use serde_json::{Value, json};

fn seat_of(role: Role) -> Value {
    match role {
        Role::FocalPoint | Role::Delegate => json!({"organisation": "org-1"}),
        Role::VenueOperator => json!({"venue": "venue-1"}),
        _ => json!({}),
    }
}
fn asked(stage: &Stage, actor: Actor, command: &Command) -> Result<(), Denied> {
    authorise(stage.state(), &actor, command)
}

/// Which roles may ask; everybody else is told that their role may not.
#[track_caller]
fn only_these(command: Command, may: &[Role]) {
    let mut stage = Stage::of(&["BE"]);
    for role in Role::ALL {
        let actor = stage.holder(role.as_str(), seat_of(role));
        let expected = if may.contains(&role) { Ok(()) } else { Err(Denied::RoleMayNot) };
        assert_eq!(asked(&stage, actor, &command), expected, "{role:?} {command:?}");
    }
    assert_eq!(asked(&stage, Actor::Nobody, &command), Err(Denied::NotSignedIn));
    assert_eq!(asked(&stage, Actor::Seat(crate::id::SeatId(99)), &command), Err(Denied::NotSignedIn));
    assert_eq!(asked(&stage, Actor::Server, &command), Err(Denied::RoleMayNot));
    assert_eq!(asked(&stage, Actor::Console, &command), Ok(()));
}

#[test]
fn directory_programme_and_seats_are_the_secretariats() {
    let entry = json!({"names": {"en": "New"}, "category": "member"});
    only_these(Command::Directory(read(json!({"register-organisation": entry}))), &[Role::Secretariat]);
    only_these(Command::Programme(read(json!({"close-summit": {"summit": "summit-1"}}))), &[Role::Secretariat]);
    for seat in [
        json!({"invite-seat": {"role": "chair"}}),
        json!({"reissue-invitation": {"seat": "seat-1"}}),
        json!({"end-seat": {"seat": "seat-1"}}),
        json!({"erase-person": {"person": "rep-1"}}),
        json!({"end-session": {"session": "session-99"}}),
    ] {
        only_these(Command::Seat(read(seat)), &[Role::Secretariat]);
    }
}

#[test]
fn everybody_links_their_own_devices_and_some_make_tokens() {
    only_these(Command::Seat(read(json!({"link-device": {}}))), &Role::ALL);
    let makers = [Role::Secretariat, Role::Director, Role::Observer, Role::VenueOperator];
    only_these(Command::Seat(read(json!({"issue-token": {"label": "Screen"}}))), &makers);
}

#[test]
fn presence_and_accreditation_are_told_apart_by_role() {
    let venue = json!({"check-in": {"venue": "venue-1", "code": "0000000000"}});
    only_these(Command::Presence(read(venue)), &[Role::Secretariat, Role::VenueOperator]);
    only_these(Command::Presence(read(json!({"check-in-remote": {}}))), &[Role::Delegate]);
    only_these(Command::Presence(read(json!({"clear-flag": {"person": "rep-1"}}))), &[Role::Secretariat]);
    let invite = json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-1"}});
    only_these(Command::Accreditation(read(invite)), &[Role::Secretariat]);
    only_these(Command::Accreditation(read(json!({"verify-credentials": {"delegation": "delegation-1"}}))), &[Role::Secretariat]);
}

#[test]
fn a_link_is_redeemed_by_whoever_holds_it() {
    let mut stage = Stage::of(&["BE"]);
    let command = Command::Seat(read(json!({"redeem-invitation": {"token": "x"}})));
    let chair = stage.holder("chair", json!({}));
    for actor in [Actor::Nobody, Actor::Console, Actor::Server, chair] {
        assert_eq!(asked(&stage, actor, &command), Ok(()));
    }
}

#[test]
fn a_device_signs_out_itself_and_no_other_seat() {
    let mut stage = Stage::of(&["BE"]);
    let (chair, observer) = (stage.holder("chair", json!({})), stage.holder("observer", json!({})));
    let own = stage.run(&observer, Command::Seat(read(json!({"issue-token": {"label": "Screen"}})))).unwrap().created.unwrap();
    let end = Command::Seat(read(json!({"end-session": {"session": own}})));
    assert_eq!(asked(&stage, observer, &end), Ok(()));
    assert_eq!(asked(&stage, chair, &end), Err(Denied::RoleMayNot));
}

#[test]
fn an_ended_seat_is_nobody() {
    let mut stage = Stage::of(&["BE"]);
    let chair = stage.holder("chair", json!({}));
    assert!(chair.holder(stage.state()).is_some());
    stage.seat(json!({"end-seat": {"seat": chair.seat().unwrap()}}));
    assert!(chair.holder(stage.state()).is_none());
    let link = Command::Seat(read(json!({"link-device": {}})));
    assert_eq!(asked(&stage, chair, &link), Err(Denied::NotSignedIn));
    assert!(Actor::Console.is_secretariat(stage.state()) && !chair.is_secretariat(stage.state()));
}
