//! Scenario: two delegations claim one seat. Exactly one is seated; a later decision touches no act already done.
use super::*;

/// The first delegation as far as `steps` go, then a rival that submits.
fn contested(steps: &[&str]) -> (Stage, DelegationId, DelegationId) {
    let mut stage = Stage::of(&["BE"]);
    let (first, _) = stage.invite(1, false);
    stage.enter(first, &["head", "adviser"]);
    for step in steps {
        stage.accredit(on(step, first));
    }
    let (second, _) = stage.invite(1, true);
    stage.enter(second, &["head"]);
    stage.accredit(on("submit-credentials", second));
    (stage, first, second)
}
fn seated(stage: &Stage) -> Option<DelegationId> {
    let all: Vec<_> =
        stage.state().accreditation.delegations().filter(|(_, d)| d.credentials.is_seated()).map(|(id, _)| id).collect();
    assert!(all.len() <= 1, "never two on one seat");
    let counts = headcount(stage.state(), SUMMIT);
    assert_eq!(counts.organisations_accredited as usize, all.len());
    assert_eq!(stage.state().accreditation.seated(SUMMIT, OrganisationId(1)), all.first().copied());
    all.first().copied()
}
fn credentials(stage: &Stage, id: DelegationId) -> Credentials {
    stage.state().accreditation.delegation(id).unwrap().credentials
}
fn decide_rival(seated: DelegationId) -> Value {
    json!({"decide-rival": {"seated": seated, "reason": "The committee so reports"}})
}

#[test]
fn the_first_submitted_is_seated_provisionally_when_a_second_claims_the_seat() {
    for steps in
        [&["submit-credentials", "verify-credentials"][..], &["submit-credentials", "verify-credentials", "accept-credentials"]]
    {
        let (stage, first, second) = contested(steps);
        assert_eq!((seated(&stage), credentials(&stage, first)), (Some(first), Credentials::Challenged));
        assert_eq!(headcount(stage.state(), SUMMIT).accredited, 2);
        let recorded = stage.house.log.iter().any(|r| r.event == AccreditationEvent::SeatContested { first, second }.into());
        assert!(recorded, "the provisional rule is on the record");
    }
}

#[test]
fn the_first_is_seated_once_it_is_verified() {
    let (mut stage, first, second) = contested(&["submit-credentials"]);
    stage.accredit(on("verify-credentials", second));
    assert_eq!(seated(&stage), None);
    assert_eq!(stage.accredit_refused(on("accept-credentials", second)), "seat-contested");
    assert_eq!(stage.accredit_refused(on("challenge-credentials", second)), "seat-contested");
    assert_eq!(stage.accredit_refused(json!({"accept-all-verified": {"summit": "summit-1"}})), "nothing-verified");
    stage.accredit(on("verify-credentials", first));
    assert_eq!(seated(&stage), Some(first));
    for command in ["accept-credentials", "reject-credentials"] {
        assert_eq!(stage.accredit_refused(on(command, first)), "seat-contested", "{command}");
    }
}

#[test]
fn the_decision_seats_one_and_ends_the_other() {
    let (mut stage, first, second) = contested(&["submit-credentials", "verify-credentials"]);
    let losers: Vec<_> = stage.state().accreditation.members(first).map(|(p, _)| p).collect();
    stage.scan(1, losers[0]);
    assert_eq!(stage.accredit_refused(decide_rival(second)), "credentials-submitted", "nobody looked at them yet");
    stage.accredit(on("verify-credentials", second));
    stage.accredit(decide_rival(second));
    assert_eq!((seated(&stage), credentials(&stage, first)), (Some(second), Credentials::Rejected));
    let counts = headcount(stage.state(), SUMMIT);
    assert_eq!((counts.registered, counts.accredited, counts.present), (3, 1, 0));
    for person in losers {
        let seat = stage.state().seats.iter().find(|(_, s)| s.person == person).unwrap().1;
        assert!(seat.ended);
    }
    assert_eq!(stage.accredit_refused(decide_rival(second)), "no-rival");
    assert_eq!(stage.accredit_refused(decide_rival(first)), "credentials-rejected");
    assert_eq!(stage.house.replayed(), stage.house.state);
}

#[test]
fn the_decision_for_the_first_keeps_its_seats() {
    let (mut stage, first, second) = contested(&["submit-credentials", "verify-credentials"]);
    let head = stage.state().accreditation.members(first).next().unwrap().0;
    let (seat, code) = (stage.seat_of(head), stage.code(head));
    stage.accredit(decide_rival(first));
    assert_eq!((seated(&stage), credentials(&stage, second)), (Some(first), Credentials::Rejected));
    assert_eq!((stage.seat_of(head), stage.code(head)), (seat, code));
}

#[test]
fn when_one_claim_ends_the_other_goes_the_ordinary_way() {
    let (mut stage, first, second) = contested(&["submit-credentials", "verify-credentials"]);
    stage.accredit(on("verify-credentials", second));
    stage.accredit(on("revoke-credentials", first));
    assert_eq!(seated(&stage), None);
    stage.accredit(on("accept-credentials", second));
    assert_eq!(seated(&stage), Some(second));
}

#[test]
fn a_deferred_first_is_not_seated_by_a_claim() {
    let (mut stage, first, second) = contested(&["submit-credentials", "verify-credentials", "defer-credentials"]);
    assert_eq!((seated(&stage), credentials(&stage, first)), (None, Credentials::Deferred));
    stage.accredit(on("verify-credentials", second));
    stage.accredit(decide_rival(second));
    assert_eq!(seated(&stage), Some(second));
}
