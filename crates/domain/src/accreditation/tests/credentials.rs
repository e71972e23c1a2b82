//! The way of credentials: which step follows which, and what each gives or takes.
use super::*;

const STEPS: [(&str, Credentials); 7] = [
    ("submit-credentials", Credentials::Submitted),
    ("verify-credentials", Credentials::Verified),
    ("accept-credentials", Credentials::Accepted),
    ("challenge-credentials", Credentials::Challenged),
    ("defer-credentials", Credentials::Deferred),
    ("reject-credentials", Credentials::Rejected),
    ("revoke-credentials", Credentials::Revoked),
];

/// A delegation of one head, brought to a state by the ordinary way.
fn at(state: Credentials) -> (Stage, DelegationId, PersonId) {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    let people = stage.enter(id, &["head"]);
    let way: &[usize] = match state {
        Credentials::Invited => &[],
        Credentials::Submitted => &[0],
        Credentials::Verified => &[0, 1],
        Credentials::Accepted => &[0, 1, 2],
        Credentials::Challenged => &[0, 1, 3],
        Credentials::Deferred => &[0, 1, 4],
        Credentials::Rejected => &[0, 1, 5],
        Credentials::Revoked => &[0, 1, 2, 6],
    };
    for step in way {
        stage.accredit(on(STEPS[*step].0, id));
    }
    (stage, id, people[0])
}

#[test]
fn every_step_from_every_state_is_taken_or_refused_by_where_the_credentials_stand() {
    for state in Credentials::ALL {
        for (command, to) in STEPS {
            let (mut stage, id, person) = at(state);
            if state.next().contains(&to) {
                stage.accredit(on(command, id));
                let d = stage.state().accreditation.delegation(id).unwrap();
                assert_eq!(d.credentials, to, "{state:?} {command}");
                let seated = stage.state().accreditation.seated(SUMMIT, OrganisationId(1));
                assert_eq!(seated, to.is_seated().then_some(id), "{state:?} {command}");
                assert_eq!(stage.state().accreditation.member(person).unwrap().is_accredited(), to.is_seated());
                assert_eq!(headcount(stage.state(), SUMMIT).accredited, u32::from(to.is_seated()));
                assert_eq!(stage.house.replayed(), stage.house.state);
            } else {
                let code = match state {
                    Credentials::Invited => "credentials-not-submitted".to_owned(),
                    other => format!("credentials-{}", other.as_str()),
                };
                assert_eq!(stage.accredit_refused(on(command, id)), code, "{state:?} {command}");
            }
        }
    }
}

#[test]
fn an_empty_delegation_is_not_submitted() {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    assert_eq!(stage.accredit_refused(on("submit-credentials", id)), "delegation-empty");
    assert_eq!(stage.accredit_refused(on("submit-credentials", DelegationId(2))), "delegation: unknown");
}

#[test]
fn acceptance_gives_each_member_a_seat_a_badge_and_a_letter() {
    let (mut stage, id, head) = at(Credentials::Invited);
    let adviser = stage.enter(id, &["adviser"])[0];
    stage.verified(id);
    stage.letters.clear();
    stage.accredit(on("accept-credentials", id));
    let letters = stage.letters.clone();
    assert_eq!(
        letters.iter().map(|l| (l.to, l.kind)).collect::<Vec<_>>(),
        [(head, "invitation-delegate"), (adviser, "invitation-delegate")]
    );
    for letter in &letters {
        let seat = stage.state().seats.invitation(letter.link.as_ref().unwrap()).unwrap().seat;
        assert_eq!(seat, stage.seat_of(letter.to));
        let seat = stage.state().seats.get(seat).unwrap();
        let held = (seat.role, seat.person, seat.organisation, seat.summit, seat.ended);
        assert_eq!(held, (Role::Delegate, letter.to, Some(OrganisationId(1)), Some(SUMMIT), false));
        let code = stage.code(letter.to);
        assert_eq!(code.len(), crate::presence::CODE_CHARS);
        assert!(letter.with.contains(&("badge", code)));
        assert_eq!(stage.book[&letter.to].given, "Invented", "the badge leaves the name as it was");
    }
    assert_ne!(stage.code(head), stage.code(adviser));
    let log = postcard::to_allocvec(&stage.house.log).unwrap();
    let code = stage.code(head);
    assert!(!log.windows(code.len()).any(|w| w == code.as_bytes()), "no code stands in the log");
}

#[test]
fn a_challenged_delegation_has_the_same_rights_and_keeps_its_seats_when_accepted() {
    let (mut stage, id, person) = at(Credentials::Challenged);
    let (seat, code) = (stage.seat_of(person), stage.code(person));
    assert_eq!(stage.state().accreditation.delegation(id).unwrap().reason.as_ref().unwrap().as_str(), "A member objected");
    stage.scan(1, person);
    stage.accredit(on("accept-credentials", id));
    assert_eq!((stage.seat_of(person), stage.code(person)), (seat, code));
    assert_eq!(stage.state().presence.place(person), Some(Place::Venue(crate::id::VenueId(1))));
    assert_eq!(headcount(stage.state(), SUMMIT).organisations_accredited, 1);
}

#[test]
fn revocation_ends_seats_badges_and_presence() {
    let (mut stage, id, person) = at(Credentials::Accepted);
    stage.scan(1, person);
    let seat = stage.seat_of(person);
    stage.accredit(on("revoke-credentials", id));
    assert!(stage.state().seats.get(seat).unwrap().ended);
    assert_eq!(stage.state().accreditation.member(person).unwrap().standing, Standing::Ended);
    let counts = headcount(stage.state(), SUMMIT);
    assert_eq!((counts.registered, counts.accredited, counts.present, counts.organisations_accredited), (1, 0, 0, 0));
    let code = stage.code(person);
    assert_eq!(stage.presence_refused(json!({"check-in": {"venue": "venue-1", "code": code}})), "badge-not-seated");
    assert_eq!(stage.accredit_refused(entry(id, "adviser")), "credentials-revoked");
}

#[test]
fn a_member_entered_after_verification_is_accepted_alone() {
    let (mut stage, id, _) = at(Credentials::Verified);
    let early = stage.enter(id, &["adviser"])[0];
    assert_eq!(stage.state().accreditation.member(early).unwrap().standing, Standing::Pending);
    let accept = |person: PersonId| json!({"accept-member": {"person": person}});
    assert_eq!(stage.accredit_refused(accept(early)), "credentials-verified");
    stage.accredit(on("accept-credentials", id));
    assert!(!stage.state().accreditation.member(early).unwrap().is_accredited(), "slipped in after verification");
    let late = stage.enter(id, &["adviser"])[0];
    stage.letters.clear();
    stage.accredit(accept(late));
    assert_eq!((stage.letters.len(), stage.letters[0].to), (1, late));
    stage.scan(1, late);
    assert_eq!(stage.accredit_refused(accept(late)), "member-already-accredited");
    stage.accredit(json!({"withdraw-member": {"person": early}}));
    assert_eq!(stage.accredit_refused(accept(early)), "member-withdrawn");
    assert_eq!(stage.accredit_refused(accept(PersonId(99))), "person: unknown");
    let counts = headcount(stage.state(), SUMMIT);
    assert_eq!((counts.registered, counts.accredited, counts.present), (2, 2, 1));
}

#[test]
fn whoever_was_verified_is_amended_by_the_secretariat_alone() {
    let mut stage = Stage::of(&["BE"]);
    let (id, focal_point) = stage.invite(1, false);
    let person = stage.enter(id, &["head"])[0];
    let amend =
        |person: PersonId| json!({"amend-member": {"person": person, "details": {"family": "Other"}, "languages": ["ar"]}});
    stage.try_accredit(&focal_point, amend(person)).unwrap();
    assert_eq!(stage.state().accreditation.member(person).unwrap().languages, ["ar".parse().unwrap()]);
    stage.verified(id);
    assert_eq!(stage.refused(&focal_point, Command::Accreditation(read(amend(person)))), "member-verified");
    let later = stage.enter(id, &["adviser"])[0];
    stage.try_accredit(&focal_point, amend(later)).unwrap();
    stage.accredit(on("accept-credentials", id));
    let code = stage.code(person);
    stage.accredit(amend(person));
    assert_eq!((stage.book[&person].family.as_str(), stage.code(person)), ("Other", code));
}

#[test]
fn one_press_accepts_verified_delegations_up_to_the_limit_of_a_command() {
    let mut stage = Stage::of(&["BE"; 120]);
    let press = json!({"accept-all-verified": {"summit": "summit-1"}});
    assert_eq!(stage.accredit_refused(press.clone()), "nothing-verified");
    for organisation in 1..=120 {
        let (id, _) = stage.invite(organisation, false);
        stage.enter(id, &["adviser"; 20]);
        stage.verified(id);
    }
    let first = stage.accredit(press.clone());
    assert!(first.events.len() <= crate::limit::EVENTS_PER_COMMAND);
    let accepted = stage.state().accreditation.seated_organisations(SUMMIT).count();
    assert_eq!(accepted, 95, "43 events a delegation of twenty");
    assert_eq!(stage.state().accreditation.verified(SUMMIT).next(), Some(DelegationId(96)), "in order of submission");
    stage.accredit(press.clone());
    assert_eq!(stage.accredit_refused(press), "nothing-verified");
    assert_eq!(headcount(stage.state(), SUMMIT).accredited, 2_400);
    let codes: std::collections::HashSet<_> = stage.book.values().map(|p| &p.badge_code).collect();
    assert_eq!(codes.len(), 2_401, "every badge has its own code (focal points have none)");
    let seats: std::collections::HashSet<_> = stage.state().seats.iter().map(|(id, _)| id).collect();
    assert_eq!(seats.len(), 2_520);
    assert_eq!(stage.house.replayed(), stage.house.state);
}

#[test]
fn an_erased_person_is_withdrawn() {
    let (mut stage, _, person) = at(Credentials::Accepted);
    stage.scan(1, person);
    let seat = stage.seat_of(person);
    let decision = stage.seat(json!({"erase-person": {"person": person}}));
    let ended = decision.events.iter().filter(|e| matches!(e, Event::Seat(SeatEvent::SeatEnded { id }) if *id == seat)).count();
    assert_eq!(ended, 1, "the seat ends once");
    assert!(!stage.book.contains_key(&person));
    let counts = headcount(stage.state(), SUMMIT);
    assert_eq!((counts.registered, counts.accredited, counts.present), (0, 0, 0));
    assert_eq!(stage.refused(&Actor::Seat(seat), Command::Presence(read(json!({"check-in-remote": {}})))), "not-signed-in");
}
