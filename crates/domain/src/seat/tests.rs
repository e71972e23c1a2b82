#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    Command,
    accreditation::stage::{Stage, read},
};
use serde_json::{Value, json};

fn ask(stage: &mut Stage, actor: Actor, value: Value) -> Result<Decision, No> {
    stage.run(&actor, Command::Seat(read(value)))
}
#[track_caller]
fn refused(stage: &mut Stage, actor: Actor, value: Value) -> String {
    stage.refused(&actor, Command::Seat(read(value)))
}
fn redeem(token: &Secret) -> Value {
    json!({"redeem-invitation": {"token": token.0}})
}
/// A new seat, unredeemed: its id and its link.
fn invited(stage: &mut Stage, role: &str) -> (SeatId, Secret) {
    let decision = stage.seat(json!({"invite-seat": {"role": role, "person": {"family": "Invented"}}}));
    (decision.created.unwrap().parse().unwrap(), decision.secret.unwrap())
}
/// A session's id and its own secret, from what a sign-in answers.
fn session(decision: &Decision) -> (SessionId, Secret) {
    let whole = decision.secret.clone().unwrap().0;
    let (id, secret) = whole.split_once('.').unwrap();
    (id.parse().unwrap(), Secret(secret.to_owned()))
}

#[test]
fn a_link_opens_one_session_once() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, link) = invited(&mut stage, "chair");
    assert!(stage.state().seats.has_open_invitation(seat));
    let opened = ask(&mut stage, Actor::Nobody, redeem(&link)).unwrap();
    let (id, secret) = session(&opened);
    let now = stage.house.now;
    assert_eq!(stage.state().seats.sign_in(id, &secret, now), Some(seat));
    assert_eq!(stage.state().seats.sign_in(id, &Secret("wrong".into()), now), None);
    assert_eq!(stage.state().seats.sign_in(SessionId(id.0 + 1), &secret, now), None);
    assert_eq!(stage.state().seats.sign_in(id, &secret, now.plus_ms(SESSION_MS)), None, "lapsed");
    assert!(!stage.state().seats.has_open_invitation(seat));
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&link)), "invitation-not-open");
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&Secret("guess".into()))), "invitation-not-open");
}

#[test]
fn a_link_lapses_and_a_new_one_kills_the_former() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, link) = invited(&mut stage, "chair");
    stage.wait(INVITATION_MS);
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&link)), "invitation-expired");
    let first = stage.seat(json!({"reissue-invitation": {"seat": seat}}));
    let letter = &first.letters[0];
    assert_eq!((letter.kind, letter.link.as_ref()), ("invitation", first.secret.as_ref()));
    let second = stage.seat(json!({"reissue-invitation": {"seat": seat}}));
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&first.secret.unwrap())), "invitation-not-open");
    ask(&mut stage, Actor::Nobody, redeem(&second.secret.unwrap())).unwrap();
    assert_eq!(refused(&mut stage, Actor::Console, json!({"reissue-invitation": {"seat": "seat-99"}})), "seat: unknown");
}

#[test]
fn a_letter_tells_role_organisation_and_the_last_day() {
    let mut stage = Stage::of(&["BE"]);
    let decision = stage.seat(json!({"invite-seat": {"role": "observer", "organisation": "org-1",
        "person": {"family": "Invented", "email": "o@example.org"}}}));
    let with: HashMap<_, _> = decision.letters[0].with.iter().cloned().collect();
    assert_eq!((with["role"].as_str(), with["organisation"].as_str()), ("observer", "org-1"));
    assert_eq!(with["until"], stage.house.now.plus_ms(INVITATION_MS).in_utc());
    assert!(with["until"].ends_with(" UTC"));
}

#[test]
fn a_seat_needs_what_its_role_needs() {
    let mut stage = Stage::of(&["BE"]);
    let mut problem = |fields: Value| refused(&mut stage, Actor::Console, json!({"invite-seat": fields}));
    assert_eq!(problem(json!({"role": "focal-point"})), "organisation: empty");
    assert_eq!(problem(json!({"role": "delegate"})), "organisation: empty");
    assert_eq!(problem(json!({"role": "venue-operator"})), "venue: empty");
    assert_eq!(problem(json!({"role": "delegate", "organisation": "org-9"})), "organisation: unknown");
    assert_eq!(problem(json!({"role": "venue-operator", "venue": "venue-9"})), "venue: unknown");
    assert_eq!(problem(json!({"role": "chair", "summit": "summit-9"})), "summit: unknown");
    assert_eq!(problem(json!({"role": "chair", "person": {"email": "nowhere"}})), "person.email: not-an-address");
    assert_eq!(problem(json!({"role": "chair", "person": {"given": "a\u{202e}b"}})), "person.given: character:U+202E");
}

#[test]
fn a_person_links_a_second_device_and_signs_one_out() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, link) = invited(&mut stage, "chair");
    let (first, _) = session(&ask(&mut stage, Actor::Nobody, redeem(&link)).unwrap());
    let more = ask(&mut stage, Actor::Seat(seat), json!({"link-device": {}})).unwrap();
    assert!(more.letters.is_empty(), "shown to the caller alone");
    let (second, secret) = session(&ask(&mut stage, Actor::Nobody, redeem(&more.secret.unwrap())).unwrap());
    assert_eq!(stage.state().seats.sessions_of(seat).map(|(id, _)| id).collect::<Vec<_>>(), [first, second]);
    ask(&mut stage, Actor::Seat(seat), json!({"end-session": {"session": second}})).unwrap();
    assert_eq!(stage.state().seats.sign_in(second, &secret, stage.house.now), None);
    assert_eq!(refused(&mut stage, Actor::Console, json!({"end-session": {"session": second}})), "session: unknown");
    assert_eq!(refused(&mut stage, Actor::Console, json!({"link-device": {}})), "not-signed-in");
}

#[test]
fn a_seat_has_so_many_devices_and_lapsed_ones_make_room() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, _) = invited(&mut stage, "observer");
    let token = || json!({"issue-token": {"label": "Screen"}});
    for _ in 0..SESSIONS_PER_SEAT {
        ask(&mut stage, Actor::Seat(seat), token()).unwrap();
    }
    assert_eq!(refused(&mut stage, Actor::Seat(seat), token()), "too-many-sessions");
    stage.wait(SESSION_MS);
    let (fresh, _) = session(&ask(&mut stage, Actor::Seat(seat), token()).unwrap());
    assert_eq!(stage.state().seats.sessions_of(seat).map(|(id, _)| id).collect::<Vec<_>>(), [fresh]);
    assert_eq!(stage.house.replayed(), stage.house.state);
}

#[test]
fn an_ended_seat_loses_sessions_links_and_rights() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, link) = invited(&mut stage, "chair");
    let (id, secret) = session(&ask(&mut stage, Actor::Nobody, redeem(&link)).unwrap());
    let open = ask(&mut stage, Actor::Seat(seat), json!({"link-device": {}})).unwrap().secret.unwrap();
    stage.seat(json!({"end-seat": {"seat": seat}}));
    assert_eq!(stage.state().seats.sign_in(id, &secret, stage.house.now), None);
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&open)), "invitation-not-open");
    assert_eq!(refused(&mut stage, Actor::Seat(seat), json!({"link-device": {}})), "not-signed-in");
    assert_eq!(refused(&mut stage, Actor::Console, json!({"end-seat": {"seat": seat}})), "seat-already-ended");
    assert_eq!(refused(&mut stage, Actor::Console, json!({"reissue-invitation": {"seat": seat}})), "seat-already-ended");
    assert_eq!(stage.state().seats.sessions_of(seat).count(), 0);
}

#[test]
fn the_last_of_the_secretariat_stays_however_it_is_asked() {
    let mut stage = Stage::of(&["BE"]);
    let (first, _) = invited(&mut stage, "secretariat");
    assert_eq!(refused(&mut stage, Actor::Console, json!({"end-seat": {"seat": first}})), "last-secretariat");
    // A second seat of the same person is no second person.
    let person = stage.state().seats.get(first).unwrap().person;
    let second = stage.seat(json!({"invite-seat": {"role": "secretariat", "person": {"family": "Second"}}}));
    let other = stage.state().seats.get(second.created.unwrap().parse().unwrap()).unwrap().person;
    stage.seat(json!({"erase-person": {"person": other}}));
    assert!(!stage.book.contains_key(&other));
    assert_eq!(refused(&mut stage, Actor::Console, json!({"erase-person": {"person": person}})), "last-secretariat");
    let mut seats = stage.house.state.clone();
    let twice = Seat { ..seats.seats.get(first).unwrap().clone() };
    let recorded = crate::Recorded {
        position: seats.position + 1,
        at: seats.at,
        seat: None,
        command: crate::command::CommandId(0),
        event: SeatEvent::SeatGiven { id: seats.seats.next_seat(), seat: twice }.into(),
    };
    seats.evolve(&recorded);
    let erase: SeatCommand = read(json!({"erase-person": {"person": person}}));
    let given = Given { now: seats.at, entropy: [0; 32], signed: None, leaf: None, attested: false };
    let refused = decide(&seats, &Actor::Console, &erase, &given).unwrap_err();
    assert_eq!(refused.to_string(), "last-secretariat", "both seats are one person's");
}

#[test]
fn erasure_ends_every_seat_of_the_person_and_takes_the_details() {
    let mut stage = Stage::of(&["BE"]);
    let (seat, link) = invited(&mut stage, "chair");
    let person = stage.state().seats.get(seat).unwrap().person;
    let decision = stage.seat(json!({"erase-person": {"person": person}}));
    assert_eq!(decision.people, [(person, None)]);
    assert!(stage.state().seats.get(seat).unwrap().ended);
    assert_eq!(refused(&mut stage, Actor::Nobody, redeem(&link)), "invitation-not-open");
    for nobody in ["rep-0", "rep-999"] {
        assert_eq!(refused(&mut stage, Actor::Console, json!({"erase-person": {"person": nobody}})), "person: unknown");
    }
}

#[test]
fn an_accredited_members_seat_ends_with_the_member() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let seat = stage.seat_of(people[0]);
    assert_eq!(refused(&mut stage, Actor::Console, json!({"end-seat": {"seat": seat}})), "seat-of-member");
    stage.accredit(json!({"withdraw-member": {"person": people[0]}}));
    assert!(stage.state().seats.get(seat).unwrap().ended);
}

#[test]
fn no_secret_stands_in_the_log_or_in_a_debug_print() {
    let mut stage = Stage::of(&["BE"]);
    let (_, link) = invited(&mut stage, "chair");
    let opened = ask(&mut stage, Actor::Nobody, redeem(&link)).unwrap();
    let (_, secret) = session(&opened);
    let log = postcard::to_allocvec(&stage.house.log).unwrap();
    for secret in [&link, &secret] {
        assert!(!log.windows(secret.0.len()).any(|w| w == secret.0.as_bytes()));
    }
    assert!(!format!("{opened:?}").contains(&secret.0));
}
