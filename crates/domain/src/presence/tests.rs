#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    Command,
    accreditation::stage::{MINUTE, SUMMIT, Stage, read},
    count::headcount,
    limit,
};
use serde_json::{Value, json};

mod anywhere;
mod offline;
mod scale;

fn check_in(venue: u32, code: &str) -> Value {
    json!({"check-in": {"venue": VenueId(venue), "code": code}})
}
fn check_out(venue: u32, code: &str) -> Value {
    json!({"check-out": {"venue": VenueId(venue), "code": code}})
}
fn present(stage: &Stage) -> (u32, u32) {
    let h = headcount(stage.state(), SUMMIT);
    (h.present, h.remote)
}
fn at(stage: &Stage, venue: u32) -> u32 {
    stage.state().presence.at_venue(SUMMIT, VenueId(venue))
}
fn events(decision: &Decision) -> Vec<&PresenceEvent> {
    decision.events.iter().filter_map(|e| if let crate::Event::Presence(p) = e { Some(p) } else { None }).collect()
}
fn denied(stage: &mut Stage, actor: &Actor, value: Value) -> Denied {
    match stage.try_presence(actor, value).unwrap_err() {
        No::Denied(denied) => denied,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_scan_counts_once_for_venue_organisation_and_country() {
    let mut stage = Stage::of(&["BE", "-"]);
    let (_, a) = stage.accepted(1, 2);
    let (_, b) = stage.accepted(2, 1);
    stage.scan(1, a[0]);
    stage.scan(1, a[0]);
    stage.scan(2, a[1]);
    stage.scan(2, b[0]);
    let h = headcount(stage.state(), SUMMIT);
    assert_eq!((h.registered, h.accredited, h.present, h.remote), (3, 3, 3, 0));
    assert_eq!((h.organisations_present, h.countries_present, h.venues_present), (2, 1, 2));
    assert_eq!((at(&stage, 1), at(&stage, 2), at(&stage, 3)), (1, 2, 0));
    assert_eq!(stage.state().presence.of_organisation(SUMMIT, OrganisationId(1)), 2);
    assert_eq!(stage.state().presence.of_country(SUMMIT, &"BE".parse().unwrap()), 2);
    assert!(stage.state().presence.is_present(SUMMIT, OrganisationId(2)));
    assert_eq!(stage.state().presence.flags().count(), 0);
}

#[test]
fn a_scan_repeated_at_the_same_moment_changes_nothing_and_succeeds() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    assert_eq!(stage.scan(1, people[0]).events.len(), 1);
    assert!(stage.scan(1, people[0]).events.is_empty());
    assert_eq!(present(&stage), (1, 0));
}

#[test]
fn a_code_typed_loosely_is_the_same_badge() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    let typed = format!("{}-{}", &code[..5], &code[5..]).to_lowercase();
    let decision = stage.presence(check_in(1, &typed));
    assert_eq!(decision.created, Some(people[0].to_string()));
    for wrong in ["", "0", "not a code", "0000000000"] {
        assert_eq!(stage.presence_refused(check_in(1, wrong)), "badge-unknown");
    }
    assert_eq!(stage.presence_refused(check_in(9, &code)), "venue: unknown");
}

#[test]
fn who_left_may_come_again_anywhere_without_a_flag() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    assert_eq!(stage.presence_refused(check_out(1, &code)), "not-checked-in");
    stage.scan(1, people[0]);
    assert_eq!(stage.presence_refused(check_out(2, &code)), "checked-in-elsewhere");
    stage.wait(MINUTE);
    stage.presence(check_out(1, &code));
    assert_eq!(present(&stage), (0, 0));
    assert_eq!(headcount(stage.state(), SUMMIT).organisations_present, 0);
    stage.wait(MINUTE);
    stage.scan(2, people[0]);
    assert_eq!((present(&stage), at(&stage, 2)), ((1, 0), 1));
    assert_eq!(stage.state().presence.flags().count(), 0);
}

#[test]
fn a_delegate_takes_part_remotely_or_at_a_venue_never_both() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let delegate = Actor::Seat(stage.seat_of(people[0]));
    let (remote, leave) = (json!({"check-in-remote": {}}), json!({"check-out-remote": {}}));
    stage.try_presence(&delegate, remote.clone()).unwrap();
    assert!(stage.try_presence(&delegate, remote.clone()).unwrap().events.is_empty());
    assert_eq!(present(&stage), (1, 1));
    let code = stage.code(people[0]);
    assert_eq!(stage.presence_refused(check_out(1, &code)), "checked-in-remotely");
    stage.wait(MINUTE);
    stage.scan(1, people[0]);
    assert_eq!((present(&stage), at(&stage, 1)), ((1, 0), 1));
    let refused = stage.refused(&delegate, Command::Presence(read(leave.clone())));
    assert_eq!(refused, "checked-in-elsewhere");
    stage.wait(MINUTE);
    stage.try_presence(&delegate, remote).unwrap();
    assert_eq!((present(&stage), at(&stage, 1)), ((1, 1), 0));
    stage.try_presence(&delegate, leave).unwrap();
    assert_eq!(present(&stage), (0, 0));
    assert_eq!(stage.state().presence.flags().count(), 0, "remote is no venue");
}

#[test]
fn only_accredited_members_of_seated_delegations_come_in() {
    let mut stage = Stage::of(&["BE", "FR"]);
    let (challenged, _) = stage.invite(1, false);
    let people = stage.enter(challenged, &["head"]);
    stage.verified(challenged);
    stage.accredit(json!({"challenge-credentials": {"delegation": challenged, "reason": "An objection"}}));
    stage.scan(1, people[0]);
    assert_eq!(present(&stage), (1, 0), "a challenged delegation has the same rights");
    let observer = stage.holder("delegate", json!({"organisation": "org-2"}));
    assert_eq!(stage.refused(&observer, Command::Presence(read(json!({"check-in-remote": {}})))), "badge-withdrawn");
    assert_eq!(stage.presence_refused(json!({"reissue-badge": {"person": PersonId(99)}})), "person: unknown");
    let (invited, _) = stage.invite(2, false);
    let waiting = stage.enter(invited, &["head"])[0];
    assert_eq!(stage.presence_refused(json!({"reissue-badge": {"person": waiting}})), "badge-not-seated");
}

#[test]
fn a_badge_of_another_summit_is_refused() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    stage.convene();
    let code = stage.code(people[0]);
    assert_eq!(stage.presence_refused(check_in(4, &code)), "badge-of-other-summit");
}

#[test]
fn a_desk_scans_for_its_own_venue_and_a_delegate_for_nobody() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let code = stage.code(people[0]);
    let desk = stage.holder("venue-operator", json!({"venue": "venue-1"}));
    let delegate = Actor::Seat(stage.seat_of(people[0]));
    stage.try_presence(&desk, check_in(1, &code)).unwrap();
    let sync = json!({"sync-scans": {"venue": "venue-2", "scans": [{"code": code, "at": 0}]}});
    for command in [check_in(2, &code), check_out(2, &code), sync] {
        assert_eq!(denied(&mut stage, &desk, command.clone()), Denied::OutOfScope);
        assert_eq!(denied(&mut stage, &delegate, command), Denied::RoleMayNot);
    }
    for command in [json!({"reissue-badge": {"person": people[0]}}), json!({"clear-flag": {"person": people[0]}})] {
        assert_eq!(denied(&mut stage, &desk, command.clone()), Denied::RoleMayNot);
        assert_eq!(denied(&mut stage, &delegate, command), Denied::RoleMayNot);
    }
    assert_eq!(denied(&mut stage, &desk, json!({"check-in-remote": {}})), Denied::RoleMayNot);
    assert_eq!(denied(&mut stage, &Actor::Nobody, check_in(1, &code)), Denied::NotSignedIn);
    assert_eq!(denied(&mut stage, &Actor::Console, json!({"check-in-remote": {}})), Denied::NotSignedIn);
    stage.convene();
    let elsewhere = stage.holder("secretariat", json!({"summit": "summit-2"}));
    assert_eq!(denied(&mut stage, &elsewhere, check_in(1, &code)), Denied::OutOfScope);
    assert_eq!(denied(&mut stage, &elsewhere, json!({"reissue-badge": {"person": people[0]}})), Denied::OutOfScope);
}

#[test]
fn a_new_badge_kills_the_old_one_and_keeps_the_presence() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    stage.scan(1, people[0]);
    let old = stage.code(people[0]);
    stage.letters.clear();
    let decision = stage.presence(json!({"reissue-badge": {"person": people[0]}}));
    let new = stage.code(people[0]);
    assert_ne!(old, new);
    assert_eq!(decision.secret.unwrap().0, new, "shown to the secretariat, who prints it");
    assert_eq!((stage.letters[0].kind, &stage.letters[0].with[..]), ("badge-reissued", &[("badge", new.clone())][..]));
    assert_eq!(stage.book[&people[0]].family, "Member 0");
    assert_eq!(present(&stage), (1, 0));
    for venue in 1..=3 {
        assert_eq!(stage.presence_refused(check_in(venue, &old)), "badge-reissued");
    }
    stage.wait(MINUTE);
    stage.presence(check_out(1, &new));
    assert_eq!(present(&stage), (0, 0));
    assert_eq!(stage.house.replayed(), stage.house.state);
}

#[test]
fn the_wrong_clock_of_a_desk_never_reaches_into_the_future() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    let ahead = stage.house.now.plus_ms(60 * MINUTE);
    stage.presence(json!({"check-in": {"venue": "venue-1", "code": stage.code(people[0]), "scanned_at": ahead}}));
    assert_eq!(stage.state().presence.attendance(people[0]).unwrap().changed, Some(stage.house.now));
    stage.wait(MINUTE);
    stage.scan(2, people[0]);
    assert_eq!((at(&stage, 1), at(&stage, 2)), (0, 1), "the later scan wins all the same");
}

#[test]
fn a_flag_is_raised_once_a_pair_and_closed_by_whoever_looked() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 1);
    assert_eq!(stage.presence_refused(json!({"clear-flag": {"person": people[0]}})), "no-flag");
    for venue in [1, 2, 1, 2, 1] {
        stage.scan(venue, people[0]);
        stage.wait(MINUTE);
    }
    let flags = stage.state().presence.flags_of(people[0]);
    assert_eq!(flags.iter().map(|f| (f.first, f.second)).collect::<Vec<_>>(), [(VenueId(1), VenueId(2))]);
    assert_eq!(present(&stage), (1, 0));
    stage.scan(3, people[0]);
    assert_eq!(stage.state().presence.flags().count(), 2);
    stage.presence(json!({"clear-flag": {"person": people[0]}}));
    assert_eq!(stage.state().presence.flags().count(), 0);
    stage.wait(MINUTE);
    stage.scan(1, people[0]);
    assert_eq!(stage.state().presence.flags().count(), 1, "what comes after is looked at anew");
}
