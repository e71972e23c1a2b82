//! Scenario: 512 organisations of 163 countries, 10,240 accredited, 9,871 scanned.
use super::*;

#[test]
fn the_reference_summit_is_counted_exactly() {
    let homes: Vec<String> = (0..512).map(|n| format!("x-{}", n % 163)).collect();
    let mut stage = Stage::of(&homes.iter().map(String::as_str).collect::<Vec<_>>());
    let invitees: Vec<Value> = (1..=512).map(|n| json!({"organisation": OrganisationId(n)})).collect();
    stage.accredit(json!({"invite-organisations": {"summit": "summit-1", "organisations": invitees}}));
    let mut people = Vec::new();
    for n in 1..=512 {
        let id = crate::id::DelegationId(n);
        people.extend(stage.enter(id, &["adviser"; 20]));
        stage.verified(id);
    }
    let press = json!({"accept-all-verified": {"summit": "summit-1"}});
    let presses = (0..).take_while(|_| stage.try_accredit(&Actor::Console, press.clone()).is_ok()).count();
    assert_eq!(presses, 6);
    for (n, person) in people.iter().take(9_871).enumerate() {
        stage.scan(n as u32 % 3 + 1, *person);
    }
    let h = headcount(stage.state(), SUMMIT);
    assert_eq!((h.registered, h.accredited, h.present), (10_240, 10_240, 9_871));
    assert_eq!((h.organisations_accredited, h.countries_accredited), (512, 163));
    assert_eq!((h.organisations_present, h.countries_present, h.venues_present), (494, 163, 3));
    assert_eq!((1..=3).map(|v| at(&stage, v)).sum::<u32>(), 9_871);
}
