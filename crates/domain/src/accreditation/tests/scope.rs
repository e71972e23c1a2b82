//! Who may ask for what: the focal point for its own delegation, the secretariat for its summit, the head for its alternates.
use super::*;
use crate::{No, refusal::Denied};

fn denied(stage: &mut Stage, actor: &Actor, value: Value) -> Denied {
    match stage.try_accredit(actor, value).unwrap_err() {
        No::Denied(denied) => denied,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_focal_point_acts_for_its_own_organisation_alone() {
    let mut stage = Stage::of(&["BE", "FR"]);
    let (own, focal_point) = stage.invite(1, false);
    let (others, _) = stage.invite(2, false);
    stage.try_accredit(&focal_point, entry(own, "head")).unwrap();
    assert_eq!(denied(&mut stage, &focal_point, entry(others, "head")), Denied::OutOfScope);
    assert_eq!(denied(&mut stage, &focal_point, entry(DelegationId(9), "head")), Denied::OutOfScope);
    let mixed = json!({"enter-members": {"members": [
        {"delegation": own, "person": {"family": "A"}, "rank": "adviser"}, {"delegation": others, "person": {"family": "B"}, "rank": "adviser"}]}});
    assert_eq!(denied(&mut stage, &focal_point, mixed), Denied::OutOfScope);
    let foreign = stage.enter(others, &["head"])[0];
    assert_eq!(denied(&mut stage, &focal_point, json!({"withdraw-member": {"person": foreign}})), Denied::OutOfScope);
    stage.try_accredit(&focal_point, on("submit-credentials", own)).unwrap();
    for command in [
        "verify-credentials",
        "accept-credentials",
        "challenge-credentials",
        "defer-credentials",
        "reject-credentials",
        "revoke-credentials",
    ] {
        assert_eq!(denied(&mut stage, &focal_point, on(command, own)), Denied::RoleMayNot, "{command}");
    }
    for command in [
        json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-1", "rival": true}}),
        json!({"accept-all-verified": {"summit": "summit-1"}}),
        json!({"decide-rival": {"seated": own}}),
        json!({"accept-member": {"person": foreign}}),
    ] {
        assert_eq!(denied(&mut stage, &focal_point, command), Denied::RoleMayNot);
    }
}

#[test]
fn rivals_never_touch_each_others_entries() {
    let mut stage = Stage::of(&["BE"]);
    let (first, of_first) = stage.invite(1, false);
    let successor = stage.holder("focal-point", json!({"organisation": "org-1"}));
    stage.try_accredit(&successor, entry(first, "adviser")).unwrap();
    let (second, of_second) = stage.invite(1, true);
    for (actor, delegation, may) in [
        (of_first, first, true),
        (of_first, second, false),
        (of_second, second, true),
        (of_second, first, false),
        (successor, first, false),
    ] {
        assert_eq!(stage.try_accredit(&actor, entry(delegation, "adviser")).is_ok(), may, "{actor:?} {delegation}");
    }
}

#[test]
fn a_secretariat_of_one_summit_stays_there() {
    let mut stage = Stage::of(&["BE"]);
    stage.convene();
    let (id, _) = stage.invite(1, false);
    let here = stage.holder("secretariat", json!({"summit": "summit-1"}));
    let there = stage.holder("secretariat", json!({"summit": "summit-2"}));
    let everywhere = stage.holder("secretariat", json!({}));
    for (actor, may) in [(here, true), (there, false), (everywhere, true)] {
        assert_eq!(stage.try_accredit(&actor, entry(id, "adviser")).is_ok(), may, "{actor:?}");
    }
    assert_eq!(denied(&mut stage, &there, json!({"accept-all-verified": {"summit": "summit-1"}})), Denied::OutOfScope);
}

#[test]
fn the_accredited_head_designates_its_own_alternates() {
    let mut stage = Stage::of(&["BE", "FR"]);
    let (id, _) = stage.invite(1, false);
    let people = stage.enter(id, &["head", "alternate", "adviser"]);
    stage.verified(id);
    stage.accredit(on("accept-credentials", id));
    let (_, others) = stage.accepted(2, 1);
    let designate = json!({"designate-alternate": {"person": people[1]}});
    let seat = |stage: &Stage, person| Actor::Seat(stage.seat_of(person));
    let (head, adviser, other_head) = (seat(&stage, people[0]), seat(&stage, people[2]), seat(&stage, others[0]));
    assert_eq!(denied(&mut stage, &adviser, designate.clone()), Denied::RoleMayNot);
    assert_eq!(denied(&mut stage, &other_head, designate.clone()), Denied::RoleMayNot);
    stage.try_accredit(&head, designate).unwrap();
    assert_eq!(denied(&mut stage, &head, entry(id, "adviser")), Denied::RoleMayNot);
}

#[test]
fn nobody_and_an_ended_seat_may_nothing() {
    let mut stage = Stage::of(&["BE"]);
    let (id, focal_point) = stage.invite(1, false);
    assert_eq!(denied(&mut stage, &Actor::Nobody, entry(id, "head")), Denied::NotSignedIn);
    assert_eq!(denied(&mut stage, &Actor::Server, entry(id, "head")), Denied::RoleMayNot);
    stage.seat(json!({"end-seat": {"seat": focal_point.seat().unwrap()}}));
    assert_eq!(denied(&mut stage, &focal_point, entry(id, "head")), Denied::NotSignedIn);
}
