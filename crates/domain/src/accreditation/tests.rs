#![expect(clippy::unwrap_used, reason = "tests")]
use super::{
    stage::{SUMMIT, Stage, read},
    *,
};
use crate::{Command, Event, count::headcount, presence::Place, seat::SeatEvent};
use serde_json::{Value, json};

mod credentials;
mod replay;
mod rivals;
mod scope;

fn on(command: &str, delegation: DelegationId) -> Value {
    let mut fields = json!({"delegation": delegation});
    if matches!(command, "challenge-credentials" | "revoke-credentials") {
        fields["reason"] = json!("A member objected");
    }
    json!({command: fields})
}
fn entry(delegation: DelegationId, rank: &str) -> Value {
    json!({"enter-member": {"delegation": delegation, "person": {"family": "One"}, "rank": rank}})
}

#[test]
fn a_photo_is_the_focal_points_until_it_was_verified_and_goes_with_the_person() {
    let mut stage = Stage::of(&["KE", "PE"]);
    stage.accredit(json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-1"}}));
    stage.accredit(json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-2"}}));
    let focal = |n: u32| Actor::Seat(crate::id::SeatId(n));
    let entered =
        stage.accredit(json!({"enter-member": {"delegation": "delegation-1", "person": {"family": "Wing"}, "rank": "head"}}));
    let person = entered.created.unwrap();
    let set = |bytes: usize| json!({"set-photo": {"person": person, "photo": vec![7u8; bytes]}});
    let kept = stage.try_accredit(&focal(1), set(9)).unwrap();
    assert_eq!(kept.photos.len(), 1);
    assert!(!format!("{kept:?}").contains("7, 7"), "a picture never stands in a log");
    let id = person.parse().unwrap();
    assert_eq!(stage.state().accreditation.photo_of(id), Some(stage.state().position));
    assert_eq!(stage.try_accredit(&focal(2), set(9)).unwrap_err().to_string(), "out-of-scope");
    assert_eq!(stage.accredit_refused(set(0)), "photo: empty");
    assert_eq!(stage.accredit_refused(set(crate::limit::PHOTO_BYTES + 1)), "photo: file-too-large:256");
    for step in ["submit-credentials", "verify-credentials"] {
        stage.accredit(json!({step: {"delegation": "delegation-1"}}));
    }
    assert_eq!(stage.try_accredit(&focal(1), set(9)).unwrap_err().to_string(), "photo-verified");
    stage.accredit(set(9));
    let remove = json!({"remove-photo": {"person": person}});
    assert_eq!(stage.try_accredit(&focal(1), remove.clone()).unwrap().photos, [(id, None)]);
    assert_eq!(stage.accredit_refused(remove), "no-photo");
    stage.accredit(set(9));
    stage.seat(json!({"erase-person": {"person": person}}));
    assert_eq!(stage.state().accreditation.photo_of(id), None);
    assert_eq!(stage.accredit_refused(set(9)), "member-withdrawn");
    assert_eq!(stage.house.replayed(), *stage.state());
}

#[test]
fn a_category_claimed_is_checked_against_the_directory_and_never_gives_rights() {
    let mut stage = Stage::of(&["KE", "PE"]);
    for n in [1, 2] {
        stage.accredit(json!({"invite-organisation": {"summit": "summit-1", "organisation": format!("org-{n}")}}));
        let delegation = format!("delegation-{n}");
        stage.accredit(json!({"enter-member": {"delegation": delegation, "person": {"family": "Wing"}, "rank": "head"}}));
        let category = if n == 1 { "observer" } else { "member" };
        stage.accredit(json!({"submit-credentials": {"delegation": delegation, "category": category}}));
        stage.accredit(json!({"verify-credentials": {"delegation": delegation}}));
    }
    let claim = |stage: &Stage, n| {
        let state = stage.state();
        state.accreditation.delegation(crate::id::DelegationId(n)).unwrap().differing_claim(&state.directory)
    };
    use crate::directory::Category;
    assert_eq!((claim(&stage, 1), claim(&stage, 2)), (Some(Category::Observer), None));
    stage.accredit(json!({"accept-all-verified": {"summit": "summit-1"}}));
    assert!(crate::procedure::is_seated(stage.state(), crate::id::SummitId(1), crate::id::OrganisationId(2)));
    assert!(
        !crate::procedure::is_seated(stage.state(), crate::id::SummitId(1), crate::id::OrganisationId(1)),
        "left to be looked at"
    );
    stage.accredit(json!({"accept-credentials": {"delegation": "delegation-1"}}));
    assert_eq!(
        stage.state().directory.get(crate::id::OrganisationId(1)).unwrap().category,
        Category::Member,
        "the directory's stands"
    );
    let amended = json!({"amend-organisation": {"id": "org-1", "organisation": {"names": {"en": "Org 1"}, "home": "KE", "category": "observer"}}});
    stage.directory(amended);
    assert_eq!(claim(&stage, 1), None);
}

#[test]
fn an_invitation_makes_a_delegation_a_focal_point_and_a_letter() {
    let mut stage = Stage::of(&["BE", "FR"]);
    let decision = stage.accredit(json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-2",
        "contact": {"family": " Focal  Point ", "email": "f@example.org", "language": "fr"}}}));
    assert_eq!(decision.created.as_deref(), Some("delegation-1"));
    let letter = &decision.letters[0];
    assert_eq!((letter.kind, letter.link.as_ref()), ("invitation-focal-point", decision.secret.as_ref()));
    assert!(letter.with.contains(&("organisation", "org-2".into())));
    assert_eq!(stage.book[&letter.to].family, "Focal Point");
    let delegation = stage.state().accreditation.delegation(DelegationId(1)).unwrap();
    assert_eq!((delegation.credentials, delegation.focal_point), (Credentials::Invited, letter.to));
    let invitation = stage.state().seats.invitation(letter.link.as_ref().unwrap()).unwrap();
    let seat = stage.state().seats.get(invitation.seat).unwrap();
    assert_eq!((seat.role, seat.organisation, seat.summit), (Role::FocalPoint, Some(OrganisationId(2)), Some(SUMMIT)));
    assert!(stage.state().accreditation.has_delegation(OrganisationId(2)));
    assert!(!stage.state().accreditation.has_delegation(OrganisationId(1)));
}

#[test]
fn an_organisation_is_invited_once_unless_as_a_rival_or_after_the_end() {
    let mut stage = Stage::of(&["BE"]);
    let again = json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-1"}});
    let (first, _) = stage.invite(1, false);
    assert_eq!(stage.accredit_refused(again.clone()), "organisation-already-invited");
    stage.enter(first, &["head"]);
    stage.verified(first);
    stage.accredit(on("reject-credentials", first));
    stage.accredit(again);
    for _ in 2..crate::limit::DELEGATIONS_PER_SEAT {
        stage.invite(1, true);
    }
    let one_more = json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-1", "rival": true}});
    assert_eq!(stage.accredit_refused(one_more), "too-many-delegations");
    let unknown = |field: &str, id: &str| {
        let mut fields = json!({"summit": "summit-1", "organisation": "org-1"});
        fields[field] = json!(id);
        json!({"invite-organisation": fields})
    };
    assert_eq!(stage.accredit_refused(unknown("summit", "summit-2")), "summit: unknown");
    assert_eq!(stage.accredit_refused(unknown("organisation", "org-2")), "organisation: unknown");
}

#[test]
fn a_list_of_invitations_goes_out_whole_or_not_at_all() {
    let mut stage = Stage::of(&["BE", "FR", "-"]);
    let list = |organisations: Value| json!({"invite-organisations": {"summit": "summit-1", "organisations": organisations}});
    let twice = list(json!([{"organisation": "org-1"}, {"organisation": "org-2"}, {"organisation": "org-1"}]));
    assert_eq!(stage.accredit_refused(twice), "organisations.2.organisation: taken");
    assert_eq!(stage.accredit_refused(list(json!([]))), "organisations: empty");
    let unknown = list(json!([{"organisation": "org-1"}, {"organisation": "org-9"}]));
    assert_eq!(stage.accredit_refused(unknown), "organisations.1.organisation: unknown");
    let malformed = list(json!([{"organisation": "org-1", "contact": {"email": "nowhere"}}]));
    assert_eq!(stage.accredit_refused(malformed), "organisations.0.contact.email: not-an-address");
    let all = stage.accredit(list(json!([{"organisation": "org-1"}, {"organisation": "org-2"}, {"organisation": "org-3"}])));
    assert_eq!((all.letters.len(), all.people.len()), (3, 3));
    let links: std::collections::HashSet<_> = all.letters.iter().map(|l| l.link.clone().unwrap().0).collect();
    assert_eq!(links.len(), 3);
    for letter in &all.letters {
        let seat = stage.state().seats.invitation(letter.link.as_ref().unwrap()).unwrap().seat;
        assert_eq!(stage.state().seats.get(seat).unwrap().person, letter.to);
    }
    assert_eq!(headcount(stage.state(), SUMMIT).organisations_invited, 3);
}

#[test]
fn rule_25_bounds_each_rank_and_the_profile_may_say_otherwise() {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    stage.enter(id, &["head"]);
    stage.enter(id, &["representative"; 5]);
    stage.enter(id, &["alternate"; 5]);
    stage.enter(id, &["adviser"; 20]);
    for (rank, code) in
        [("head", "delegation-has-head"), ("representative", "representatives-full"), ("alternate", "alternates-full")]
    {
        assert_eq!(stage.accredit_refused(entry(id, rank)), code);
    }
    stage.accredit(entry(id, "adviser"));
    let delegation = stage.state().accreditation.delegation(id).unwrap();
    assert_eq!((delegation.registered(), delegation.of_rank(Rank::Adviser)), (32, 21));
    // One command with two heads is refused as a whole.
    let mut other = Stage::of(&["BE"]);
    let (id, _) = other.invite(1, false);
    let two = json!({"enter-members": {"members": [
        {"delegation": id, "person": {"family": "A"}, "rank": "head"}, {"delegation": id, "person": {"family": "B"}, "rank": "head"}]}});
    assert_eq!(other.accredit_refused(two), "delegation-has-head");
    assert_eq!(headcount(other.state(), SUMMIT).registered, 0);
    other.programme(json!({"set-rules": {"summit": "summit-1", "rules": {"delegation": {"representatives": 1, "advisers": 1}}}}));
    other.enter(id, &["representative", "adviser"]);
    assert_eq!(other.accredit_refused(entry(id, "representative")), "representatives-full");
    assert_eq!(other.accredit_refused(entry(id, "adviser")), "advisers-full");
}

#[test]
fn a_delegation_holds_no_more_members_than_the_limit() {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    stage.enter(id, &["head", "representative", "alternate"]);
    stage.enter(id, &vec!["adviser"; 488]);
    assert_eq!(stage.accredit_refused(entry(id, "adviser")), "advisers-full");
    stage.enter(id, &["representative", "representative", "representative", "representative"]);
    stage.enter(id, &["alternate", "alternate", "alternate", "alternate"]);
    assert_eq!(stage.state().accreditation.delegation(id).unwrap().registered(), 499);
}

#[test]
fn members_need_a_name_and_nobody_sets_their_own_badge() {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    let nameless = json!({"enter-member": {"delegation": id, "person": {}, "rank": "head"}});
    assert_eq!(stage.accredit_refused(nameless), "person.family: empty");
    let late = json!({"enter-members": {"members": [
        {"delegation": id, "person": {"family": "A"}, "rank": "head"}, {"delegation": id, "person": {"given": "\u{7}"}, "rank": "adviser"}]}});
    assert_eq!(stage.accredit_refused(late), "members.1.person.given: character:U+0007");
    let decision = stage.accredit(json!({"enter-member": {"delegation": id, "rank": "head",
        "person": {"family": "A", "badge_code": "0000000000"}}}));
    let person: PersonId = decision.created.unwrap().parse().unwrap();
    assert_eq!(stage.book[&person].badge_code, "");
    let unknown = entry(DelegationId(9), "head");
    assert_eq!(stage.accredit_refused(unknown), "delegation: unknown");
}

#[test]
fn an_alternate_acts_as_representative_on_designation() {
    let mut stage = Stage::of(&["BE"]);
    let (id, _) = stage.invite(1, false);
    let people = stage.enter(id, &["head", "alternate"]);
    let designate = |person: PersonId, ended: bool| json!({"designate-alternate": {"person": person, "ended": ended}});
    assert_eq!(stage.accredit_refused(designate(people[0], false)), "not-an-alternate");
    stage.accredit(designate(people[1], false));
    assert_eq!(stage.state().accreditation.member(people[1]).unwrap().acts_as(), Rank::Representative);
    assert!(stage.accredit(designate(people[1], false)).events.is_empty(), "designated again, nothing happens");
    stage.accredit(designate(people[1], true));
    assert_eq!(stage.state().accreditation.member(people[1]).unwrap().acts_as(), Rank::Alternate);
    stage.accredit(designate(people[1], false));
    stage.accredit(json!({"amend-member": {"person": people[1], "details": {"family": "B"}, "rank": "adviser"}}));
    stage.accredit(json!({"amend-member": {"person": people[1], "details": {"family": "B"}, "rank": "alternate"}}));
    assert_eq!(
        stage.state().accreditation.member(people[1]).unwrap().acts_as(),
        Rank::Alternate,
        "the designation went with the rank"
    );
}

#[test]
fn a_withdrawn_member_leaves_seat_badge_and_counts() {
    let mut stage = Stage::of(&["BE"]);
    let (_, people) = stage.accepted(1, 2);
    stage.scan(1, people[1]);
    let before = headcount(stage.state(), SUMMIT);
    assert_eq!((before.registered, before.accredited, before.present), (2, 2, 1));
    let seat = stage.seat_of(people[1]);
    stage.accredit(json!({"withdraw-member": {"person": people[1]}}));
    let after = headcount(stage.state(), SUMMIT);
    assert_eq!((after.registered, after.accredited, after.present, after.organisations_present), (1, 1, 0, 0));
    assert!(stage.state().seats.get(seat).unwrap().ended);
    let code = stage.code(people[1]);
    assert_eq!(stage.presence_refused(json!({"check-in": {"venue": "venue-1", "code": code}})), "badge-withdrawn");
    assert_eq!(stage.accredit_refused(json!({"withdraw-member": {"person": people[1]}})), "member-withdrawn");
    stage.accredit(json!({"withdraw-member": {"person": people[0]}}));
    let gone = headcount(stage.state(), SUMMIT);
    assert_eq!((gone.registered, gone.organisations_registered, gone.countries_registered), (0, 0, 0));
    assert_eq!((gone.organisations_accredited, gone.countries_accredited), (1, 1), "the delegation stays seated");
}

#[test]
fn a_closed_summit_is_an_archive() {
    let mut stage = Stage::of(&["BE", "FR"]);
    let (id, people) = stage.accepted(1, 1);
    stage.programme(json!({"close-summit": {"summit": "summit-1"}}));
    let code = stage.code(people[0]);
    for command in [
        json!({"invite-organisation": {"summit": "summit-1", "organisation": "org-2"}}),
        json!({"accept-all-verified": {"summit": "summit-1"}}),
        entry(id, "adviser"),
        json!({"withdraw-member": {"person": people[0]}}),
        on("revoke-credentials", id),
    ] {
        assert_eq!(stage.accredit_refused(command), "summit-closed");
    }
    assert_eq!(stage.presence_refused(json!({"check-in": {"venue": "venue-1", "code": code}})), "summit-closed");
    let seat = Actor::Seat(stage.seat_of(people[0]));
    assert_eq!(stage.refused(&seat, Command::Presence(read(json!({"check-in-remote": {}})))), "summit-closed");
}

#[test]
fn an_organisation_that_moves_counts_for_its_new_country() {
    let mut stage = Stage::of(&["BE", "FR", "-"]);
    for organisation in 1..=3 {
        let (_, people) = stage.accepted(organisation, 1);
        stage.scan(1, people[0]);
    }
    let figures = |stage: &Stage| {
        let h = headcount(stage.state(), SUMMIT);
        (h.countries_registered, h.countries_accredited, h.countries_present)
    };
    assert_eq!(figures(&stage), (2, 2, 2), "an international body is no country");
    let amend = |id: &str, name: &str, home: Value| json!({"amend-organisation": {"id": id, "organisation": {"names": {"en": name}, "home": home, "category": "member"}}});
    stage.directory(amend("org-2", "Org 2", json!("BE")));
    assert_eq!(figures(&stage), (1, 1, 1));
    stage.directory(amend("org-3", "Org 3", json!("PE")));
    assert_eq!(figures(&stage), (2, 2, 2));
    stage.directory(amend("org-1", "Org 1", Value::Null));
    assert_eq!(stage.state().presence.of_country(SUMMIT, &"BE".parse().unwrap()), 1);
    assert_eq!(stage.house.replayed(), stage.house.state);
}
