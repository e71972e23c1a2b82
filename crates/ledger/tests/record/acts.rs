//! Texts, corrections, adoptions, acts on them, presence, and the figures.
use crate::kit::*;
use ledger::body::*;
use ledger::count::{self, Endorsements};

const DUTIES_BUT_MINUTE: &str = "may-not-sign";

#[test]
fn a_symbol_has_one_text_and_a_manifest_one_symbol() {
    let mut kit = Kit::ready();
    kit.bad(text("A/1", "two"), &[10], "symbol-taken");
    kit.bad(text("A/2", "one"), &[10], "manifest-taken");
    kit.bad(text("A/2", "two"), &[11], DUTIES_BUT_MINUTE);
    kit.bad(text("A/2", "two"), &[], "not-signed");
    kit.bad(text("a/2", "two"), &[10], "malformed-field");
    kit.ok(text("A/1/Rev.1", "two"), &[10]);
}
#[test]
fn a_correction_takes_the_manifest_in_force() {
    let mut kit = Kit::ready();
    kit.bad(correct("A/1", "zero", "two"), &[10], "not-in-force");
    kit.bad(correct("A/9", "one", "two"), &[10], "not-in-force");
    kit.bad(correct("A/1", "one", "two"), &[11], "may-not-sign");
    kit.ok(correct("A/1", "one", "two"), &[10]);
    kit.bad(correct("A/1", "one", "three"), &[10], "not-in-force");
    kit.bad(correct("A/1", "two", "one"), &[10], "manifest-taken");
    assert_eq!(kit.replay.texts()["A/1"].in_force(), Some(digest("two")));
}
#[test]
fn an_adoption_is_of_a_known_text() {
    let adopt = |symbol: &str, manifest| {
        let (meeting, symbol, manifest) = ("m-1".to_owned(), symbol.to_owned(), digest(manifest));
        Content::Adopt(Adopt { meeting, symbol, manifest, how: How::Consensus, poll: None })
    };
    let mut kit = Kit::ready();
    kit.bad(adopt("A/1", "two"), &[11], "unknown-manifest");
    kit.bad(adopt("A/2", "one"), &[11], "unknown-manifest");
    kit.bad(adopt("A/1", "one"), &[20], "may-not-sign");
    kit.ok(adopt("A/1", "one"), &[11]);
    assert_eq!(kit.replay.texts()["A/1"].adoptions.len(), 1);
}
#[test]
fn minutes_are_of_their_clerk() {
    let minute = || Content::Minute { meeting: "m-1".to_owned(), kind: MinuteKind::Ruling, sha256: digest("blob") };
    let mut kit = Kit::ready();
    kit.bad(minute(), &[1, 2], "may-not-sign");
    kit.ok(minute(), &[11]);
    kit.ok(minute(), &[10, 11]);
    assert_eq!(kit.replay.minutes().len(), 2);
}
#[test]
fn an_organisation_acts_by_key_or_passkey() {
    use ActKind::{Decline, Endorse, EndorseWithReservation, Withdraw};
    let mut kit = Kit::ready();
    kit.bad(act(Endorse, "alpha", 1, None, "one"), &[21], "may-not-sign");
    kit.bad(act(Endorse, "alpha", 1, None, "one"), &[20, 1], "may-not-sign");
    kit.bad(act(Endorse, "alpha", 1, None, "one"), &[], "not-signed");
    kit.bad(act(Endorse, "alpha", 1, None, "two"), &[20], "unknown-manifest");
    kit.bad(act(Endorse, "nobody", 1, None, "one"), &[20], "unknown-organisation");
    kit.bad(act(Endorse, "gamma", 1, None, "one"), &[1, 2], "may-not-sign");
    kit.bad(act(Endorse, "alpha", 1, Some("rep-a"), "one"), &[20], "may-not-sign");
    kit.bad_pass(act(Endorse, "alpha", 1, None, "one"), "rep-a", 40, "may-not-sign");
    kit.bad_pass(act(Endorse, "alpha", 1, Some("rep-x"), "one"), "rep-a", 40, "unknown-rep");
    // An endorsement for another organisation.
    kit.bad_pass(act(Endorse, "beta", 1, Some("rep-a"), "one"), "rep-a", 40, "unknown-rep");
    kit.bad_pass(act(Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-g", 41, "may-not-sign");
    kit.bad_pass(act(Endorse, "alpha", 1, Some("rep-a"), "one"), "rep-a", 41, "bad-signature");
    for (seq, kind) in [(1, Endorse), (2, Withdraw), (3, EndorseWithReservation), (4, Decline)] {
        kit.ok(act(kind, "alpha", seq, None, "one"), &[20]);
        kit.pass(act(kind, "gamma", seq, Some("rep-g"), "one"), "rep-g", 41).unwrap();
    }
}
#[test]
fn seq_grows_over_all_acts_of_an_organisation() {
    let mut kit = Kit::ready();
    kit.ok(text("A/2", "two"), &[10]);
    kit.ok(act(ActKind::Endorse, "alpha", 0, None, "one"), &[20]);
    kit.bad(act(ActKind::Endorse, "alpha", 0, None, "two"), &[20], "seq-low");
    kit.ok(act(ActKind::Endorse, "alpha", 7, None, "two"), &[20]);
    kit.bad(attested(ActKind::Withdraw, "alpha", 7, "one"), &[10], "seq-low");
    kit.bad(act(ActKind::Withdraw, "alpha", 3, None, "one"), &[20], "seq-low");
    // An invalid act does not count.
    kit.bad(act(ActKind::Withdraw, "alpha", 100, None, "one"), &[21], "may-not-sign");
    kit.ok(attested(ActKind::Withdraw, "alpha", 8, "one"), &[10]);
}
#[test]
fn a_representative_lives_until_its_moment_and_in_its_scope() {
    let mut kit = Kit::ready();
    kit.ok(delegate("alpha", "rep-v", 43, &[Scope::Vote]), &[20]);
    kit.bad_pass(act(ActKind::Endorse, "alpha", 1, Some("rep-v"), "one"), "rep-v", 43, "rep-scope");
    for (moment, fine) in [("2026-05-31T23:59:59Z", true), (LATER, false), ("2027-01-01T00:00:00Z", false)] {
        let mut body = kit.body(act(ActKind::Endorse, "alpha", 1, Some("rep-a"), "one"));
        body.at = at(moment);
        let leaf = kit.rep_leaf(&body, "rep-a", 40);
        assert_eq!(kit.put(leaf).map_err(|reason| reason.code()), if fine { Ok(()) } else { Err("rep-expired") }, "{moment}");
    }
}
#[test]
fn acts_on_paper_are_of_the_clerk_for_paper() {
    let mut kit = Kit::ready();
    kit.bad(attested(ActKind::Endorse, "alpha", 1, "one"), &[11], "may-not-sign");
    kit.bad(attested(ActKind::Endorse, "alpha", 1, "one"), &[20], "may-not-sign");
    kit.bad(attested(ActKind::Endorse, "alpha", 1, "two"), &[10], "unknown-manifest");
    kit.bad(attested(ActKind::Endorse, "nobody", 1, "one"), &[10], "unknown-organisation");
    kit.ok(attested(ActKind::Endorse, "alpha", 1, "one"), &[10]);
}
#[test]
fn endorsements_are_counted_by_means_and_country() {
    let mut kit = Kit::ready();
    kit.ok(accredit("delta", "FR", Some(24)), &[1, 2]);
    assert_eq!(count::endorsements(&kit.replay, &digest("one")), Some(Endorsements::default()));
    assert_eq!(count::endorsements(&kit.replay, &digest("two")), None);
    kit.ok(act(ActKind::Endorse, "alpha", 1, None, "one"), &[20]);
    kit.ok(attested(ActKind::Endorse, "beta", 1, "one"), &[10]);
    kit.pass(act(ActKind::EndorseWithReservation, "gamma", 1, Some("rep-g"), "one"), "rep-g", 41).unwrap();
    kit.ok(act(ActKind::Endorse, "delta", 1, None, "one"), &[24]);
    let all = Endorsements { organisations: 4, countries: 2, by_key: 2, by_passkey: 1, on_paper: 1, before_correction: 0 };
    assert_eq!(count::endorsements(&kit.replay, &digest("one")), Some(all));
    kit.ok(act(ActKind::Withdraw, "alpha", 2, None, "one"), &[20]);
    kit.ok(discredit("beta"), &[1, 2]);
    let fewer = Endorsements { organisations: 2, countries: 1, by_key: 1, by_passkey: 1, on_paper: 0, before_correction: 0 };
    assert_eq!(count::endorsements(&kit.replay, &digest("one")), Some(fewer));
    kit.ok(accredit("beta", "BR", None), &[1, 2]);
    assert_eq!(count::endorsements(&kit.replay, &digest("one")).unwrap().on_paper, 1);
}
#[test]
fn acts_before_a_correction_are_counted_apart() {
    let mut kit = Kit::ready();
    kit.ok(act(ActKind::Endorse, "alpha", 1, None, "one"), &[20]);
    kit.ok(act(ActKind::Endorse, "beta", 1, None, "one"), &[21]);
    kit.ok(correct("A/1", "one", "two"), &[10]);
    let figures = |kit: &Kit, manifest| {
        let figures = count::endorsements(&kit.replay, &digest(manifest)).unwrap();
        (figures.organisations, figures.before_correction)
    };
    assert_eq!((figures(&kit, "one"), figures(&kit, "two")), ((2, 0), (0, 2)));
    kit.ok(act(ActKind::Endorse, "alpha", 2, None, "two"), &[20]);
    assert_eq!(figures(&kit, "two"), (1, 1));
    // Declining the new one is an act on it; withdrawing the old one takes it back.
    kit.ok(act(ActKind::Decline, "alpha", 3, None, "two"), &[20]);
    kit.ok(act(ActKind::Withdraw, "beta", 3, None, "one"), &[21]);
    assert_eq!((figures(&kit, "one"), figures(&kit, "two")), ((1, 0), (0, 0)));
}
#[test]
fn presence_and_delegations_are_counted() {
    let present = |pairs: &[(&str, &str)]| {
        let mut persons: Vec<_> = pairs.iter().map(|(org, who)| ((*org).to_owned(), digest(who))).collect();
        persons.sort();
        Content::Present { summit: "s-1".to_owned(), persons }
    };
    let delegation = |org: &str, registered, accredited| Content::Delegation {
        summit: "s-1".to_owned(),
        org: org.to_owned(),
        registered,
        accredited,
    };
    let mut kit = Kit::ready();
    kit.bad(present(&[("alpha", "a")]), &[11], "may-not-sign");
    kit.bad(present(&[("alpha", "a"), ("nobody", "b")]), &[10], "unknown-organisation");
    kit.bad(delegation("alpha", 2, 1), &[11], "may-not-sign");
    assert!(count::attendance(&kit.replay, "s-1").is_none());
    kit.ok(present(&[("alpha", "a"), ("alpha", "b"), ("gamma", "g")]), &[10]);
    kit.ok(present(&[("alpha", "a"), ("beta", "c")]), &[10]);
    kit.ok(delegation("alpha", 20, 10), &[10]);
    kit.ok(delegation("beta", 5, 4), &[10]);
    kit.ok(delegation("alpha", 6, 5), &[10]);
    kit.ok(discredit("beta"), &[1, 2]);
    kit.bad(present(&[("beta", "d")]), &[10], "not-accredited");
    let counted = count::attendance(&kit.replay, "s-1").unwrap();
    assert_eq!((counted.registered, counted.accredited), (11, 9));
    assert_eq!((counted.present, counted.organisations, counted.countries), (4, 3, 2));
}
