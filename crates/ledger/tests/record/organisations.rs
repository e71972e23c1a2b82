//! Genesis, officers, accreditation, keys and representatives.
use crate::kit::*;
use ledger::body::*;
use ledger::{Broken, Reason, Refused};

fn broken_genesis(content: Content, signers: &[u8]) -> Broken {
    let mut kit = Kit::empty();
    let leaf = kit.leaf(content, signers);
    let checked = kit.replay.check(leaf);
    let broken = kit.replay.apply(&checked).unwrap_err();
    assert_eq!(kit.replay.would_accept(&checked), Err(Refused::Broken(broken.clone())));
    assert_eq!(kit.replay.size(), 0);
    broken
}

#[test]
fn every_accreditor_signs_the_genesis_and_nobody_else() {
    Kit::empty().ok(genesis(), &[1, 2, 3]);
    assert_eq!(broken_genesis(genesis(), &[1, 2]), Broken::Genesis(Reason::NotSignedBy("every accreditor")));
    assert_eq!(broken_genesis(genesis(), &[1, 2, 3, 4]).code(), "genesis-invalid");
    assert_eq!(broken_genesis(text("A/1", "one"), &[1]), Broken::NoGenesis);
    let Content::Genesis(mut two) = genesis() else { unreachable!() };
    two.threshold = 4;
    assert_eq!(broken_genesis(Content::Genesis(two), &[1, 2, 3]), Broken::Genesis(Reason::Malformed("threshold")));
}
#[test]
fn a_genesis_stands_nowhere_else() {
    Kit::ready().bad(genesis(), &[1, 2, 3], "genesis-later");
}
#[test]
fn a_genesis_names_its_predecessor() {
    let Content::Genesis(mut successor) = genesis() else { unreachable!() };
    let old = Predecessor { log: "old.example.org/x".to_owned(), size: 7, root: [9; 32] };
    successor.predecessor = Some(old.clone());
    let mut kit = Kit::empty();
    kit.ok(Content::Genesis(successor), &[1, 2, 3]);
    assert_eq!(kit.replay.predecessor(), Some(&old));
}
#[test]
fn enough_accreditors_replace_the_officers() {
    let mut kit = Kit::ready();
    kit.bad(officers(&[4, 5], 1, &[]), &[1], "not-signed");
    kit.bad(officers(&[4, 5], 1, &[]), &[1, 10], "may-not-sign");
    kit.bad(officers(&[4, 5], 1, &[]), &[1, 2, 10], "may-not-sign");
    kit.bad(officers(&[4, 5], 3, &[]), &[1, 2], "malformed-field");
    kit.bad(officers(&[4, 5], 0, &[]), &[1, 2], "malformed-field");
    kit.bad(officers(&[4, 5], 1, &[]), &[], "not-signed");
    kit.ok(officers(&[4, 5], 1, &[]), &[1, 2, 3]);
    kit.bad(accredit("delta", "FR", None), &[1, 2], "may-not-sign");
    kit.bad(text("A/2", "two"), &[10], "may-not-sign");
    kit.ok(accredit("delta", "FR", None), &[4]);
}
#[test]
fn enough_accreditors_accredit() {
    let mut kit = Kit::ready();
    kit.bad(accredit("delta", "FR", Some(24)), &[3], "not-signed");
    kit.bad(accredit("delta", "FR", Some(24)), &[24], "may-not-sign");
    kit.bad(accredit("delta", "fr", Some(24)), &[1, 2], "malformed-field");
    kit.bad(accredit("Delta", "FR", Some(24)), &[1, 2], "malformed-field");
    kit.ok(accredit("delta", "x-free-port", Some(24)), &[1, 2]);
}
#[test]
fn a_second_accreditation_replaces_all_but_the_key() {
    let mut kit = Kit::ready();
    kit.ok(accredit("alpha", "DE", Some(30)), &[1, 2]);
    let alpha = &kit.replay.organisations()["alpha"];
    assert_eq!((alpha.country.as_str(), alpha.key()), ("DE", Some(key(20).public())));
    kit.ok(accredit("gamma", "", Some(30)), &[1, 2]);
    assert_eq!(kit.replay.organisations()["gamma"].key(), None);
}
#[test]
fn a_discredited_organisation_does_not_act_until_accredited_anew() {
    let mut kit = Kit::ready();
    kit.bad(discredit("alpha"), &[1], "not-signed");
    kit.bad(discredit("alpha"), &[20], "may-not-sign");
    kit.bad(discredit("nobody"), &[1, 2], "unknown-organisation");
    kit.ok(discredit("alpha"), &[1, 2]);
    kit.bad(act(ActKind::Endorse, "alpha", 1, None, "one"), &[20], "not-accredited");
    kit.bad_pass(act(ActKind::Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-a", 40, "not-accredited");
    kit.bad(attested(ActKind::Endorse, "alpha", 1, "one"), &[10], "not-accredited");
    kit.bad(delegate("alpha", "rep-b", 42, Scope::ALL), &[20], "not-accredited");
    kit.ok(rotate("alpha", 30), &[20]);
    kit.ok(revoke("alpha", "rep-a"), &[30]);
    kit.ok(accredit("alpha", "FR", Some(31)), &[1, 2]);
    kit.bad(act(ActKind::Endorse, "alpha", 1, None, "one"), &[30], "may-not-sign");
    kit.ok(act(ActKind::Endorse, "alpha", 1, None, "one"), &[31]);
    kit.ok(discredit("alpha"), &[1, 2]);
    kit.ok(accredit("alpha", "FR", None), &[1, 2]);
    assert_eq!(kit.replay.organisations()["alpha"].key(), Some(key(31).public()));
}
#[test]
fn a_key_is_rotated_by_itself_or_by_accreditors() {
    let mut kit = Kit::ready();
    kit.bad(rotate("alpha", 30), &[21], "may-not-sign");
    kit.bad(rotate("alpha", 30), &[1], "not-signed");
    kit.bad(rotate("alpha", 30), &[], "not-signed");
    kit.bad(rotate("nobody", 30), &[1, 2], "unknown-organisation");
    kit.ok(rotate("alpha", 30), &[20, 1]);
    kit.bad(rotate("alpha", 31), &[20], "may-not-sign");
    // Its own rotation leaves its representatives; that of the accreditors ends them.
    kit.pass(act(ActKind::Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-a", 40).unwrap();
    kit.ok(rotate("alpha", 31), &[1, 2]);
    kit.bad_pass(act(ActKind::Endorse, "alpha", 2, Some("rep-a"), "one"), "rep-a", 40, "rep-revoked");
    kit.pass(act(ActKind::Endorse, "gamma", 1, Some("rep-g"), "one"), "rep-g", 41).unwrap();
    kit.ok(act(ActKind::Decline, "alpha", 2, None, "one"), &[31]);
}
#[test]
fn an_organisation_appoints_and_accreditors_only_where_it_has_no_key() {
    let mut kit = Kit::ready();
    kit.bad(delegate("alpha", "rep-b", 42, Scope::ALL), &[1, 2], "may-not-sign");
    kit.bad(delegate("alpha", "rep-b", 42, Scope::ALL), &[20, 1], "may-not-sign");
    kit.bad(delegate("alpha", "rep-b", 42, Scope::ALL), &[], "not-signed");
    kit.bad(delegate("alpha", "rep-g", 42, Scope::ALL), &[20], "rep-used");
    kit.bad(delegate("nobody", "rep-b", 42, Scope::ALL), &[1, 2], "unknown-organisation");
    kit.bad(delegate("gamma", "rep-b", 42, Scope::ALL), &[1], "not-signed");
    kit.ok(delegate("gamma", "rep-b", 42, Scope::ALL), &[1, 3]);
    kit.ok(rotate("gamma", 32), &[1, 2]);
    kit.bad(delegate("gamma", "rep-c", 42, Scope::ALL), &[1, 3], "may-not-sign");
    kit.ok(delegate("gamma", "rep-c", 42, Scope::ALL), &[32]);
    // Used once in a log, even when it was revoked.
    kit.ok(revoke("gamma", "rep-c"), &[32]);
    kit.bad(delegate("gamma", "rep-c", 42, Scope::ALL), &[32], "rep-used");
}
#[test]
fn a_revoked_representative_signs_no_more() {
    let mut kit = Kit::ready();
    kit.bad(revoke("alpha", "rep-a"), &[21], "may-not-sign");
    kit.bad(revoke("alpha", "rep-a"), &[2], "not-signed");
    kit.bad(revoke("alpha", "rep-g"), &[20], "unknown-rep");
    kit.bad(revoke("nobody", "rep-a"), &[1, 2], "unknown-organisation");
    kit.ok(revoke("alpha", "rep-a"), &[20]);
    kit.bad_pass(act(ActKind::Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-a", 40, "rep-revoked");
    kit.ok(revoke("gamma", "rep-g"), &[1, 2]);
    assert_eq!(kit.replay.reps()["rep-g"].ended, Some(kit.replay.size() - 1));
}
#[test]
fn authority_is_judged_at_the_entrys_index() {
    let mut kit = Kit::ready();
    kit.pass(act(ActKind::Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-a", 40).unwrap();
    kit.ok(revoke("alpha", "rep-a"), &[20]);
    kit.ok(rotate("alpha", 30), &[20]);
    assert!(kit.replay.acts_on(&digest("one")).unwrap().contains_key("alpha"));
}
