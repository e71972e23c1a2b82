//! What a leaf may look like: what breaks the record, and what makes an entry alone invalid.
use crate::kit::*;
use ledger::body::*;
use ledger::{Broken, CanonicalError, Leaf, Replay};

/// The text of a fine leaf, to be changed.
fn fine() -> String {
    let mut kit = Kit::ready();
    String::from_utf8(kit.leaf(text("A/2", "two"), &[10]).bytes().to_vec()).unwrap()
}
fn changed(from: &str, to: &str) -> Result<Leaf, Broken> {
    let text = fine();
    assert!(text.contains(from), "{text}");
    Leaf::parse(text.replacen(from, to, 1).as_bytes())
}
fn invalid(leaf: Leaf) -> &'static str {
    Kit::ready().put(leaf).unwrap_err().code()
}

#[test]
fn only_the_canonical_form_is_a_leaf() {
    assert!(Leaf::parse(fine().as_bytes()).is_ok());
    for (from, to) in [
        (r#"{"body""#, r#"{ "body""#),
        (r#""type":"text""#, r#""type":"te\u0078t""#),
        (r#""v":1"#, r#""v":1.0"#),
        (r#""v":1"#, r#""v":1e0"#),
        (r#""v":1"#, r#""v":-0"#),
        (r#""v":1"#, r#""v":1,"v":1"#),
        (r#""v":1"#, r#""v":1,"a":1"#),
        (r#""v":1"#, r#""v":1,"w":null"#),
        (r#""v":1"#, r#""v":1,"w":true"#),
        (r#""v":1"#, r#""v":1,"w":9007199254740992"#),
        (r#""v":1"#, r#""v":1,"w":-1"#),
        (r#""v":1"#, r#""v":1,"w":0.5"#),
    ] {
        assert!(matches!(changed(from, to), Err(Broken::NotCanonical(_))), "{to}");
    }
    let text = fine();
    for tail in [" ", "\n", "{}"] {
        assert_eq!(Leaf::parse(format!("{text}{tail}").as_bytes()).unwrap_err().code(), "not-canonical");
    }
    assert!(matches!(Leaf::parse(b""), Err(Broken::NotCanonical(CanonicalError::NotJson(_)))));
    assert!(matches!(Leaf::parse(b"\xff"), Err(Broken::NotCanonical(_))));
}
#[test]
fn a_leaf_is_exactly_body_and_signatures() {
    for text in [r#"[]"#, r#"{"body":{}}"#, r#"{"sigs":[]}"#, r#"{"body":[],"sigs":[]}"#, r#"{"body":{},"sigs":{}}"#] {
        assert_eq!(Leaf::parse(text.as_bytes()).unwrap_err(), Broken::NotBodyAndSignatures, "{text}");
    }
    assert_eq!(changed(r#"{"body""#, r#"{"a":1,"body""#).unwrap_err(), Broken::NotBodyAndSignatures);
    assert_eq!(Leaf::parse(br#"{"body":{},"sigs":[]}"#).unwrap_err(), Broken::Version);
}
#[test]
fn header_fields_break_the_record() {
    assert_eq!(changed(r#""v":1"#, r#""v":2"#).unwrap_err(), Broken::Version);
    assert_eq!(changed(r#""v":1"#, r#""v":"1""#).unwrap_err(), Broken::Version);
    assert_eq!(changed(r#""v":1"#, r#""w":1"#).unwrap_err(), Broken::Version);
    assert!(matches!(changed(r#""log":"record.example.org/assembly""#, r#""log":1"#), Err(Broken::OtherLog(_))));
    for nonce in ["AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAA==", "AAAA", ""] {
        let text = fine();
        let from = text.split(r#""nonce":""#).nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(changed(from, nonce).unwrap_err(), Broken::NonceForm, "{nonce}");
    }
    let long = fine().replacen("A/2", &"A".repeat(65_535), 1);
    assert!(matches!(Leaf::parse(long.as_bytes()), Err(Broken::TooLong(_))));
}
#[test]
fn a_leaf_of_another_log_breaks_the_record() {
    let mut kit = Kit::ready();
    let mut body = kit.body(text("A/2", "two"));
    body.log = "elsewhere.example.org/assembly".to_owned();
    let bytes = body.to_canonical().unwrap();
    let leaf = Leaf::of_canonical(&bytes, &[key(10).sign(&bytes)]).unwrap();
    let checked = kit.replay.check(leaf);
    assert_eq!(kit.replay.apply(&checked).unwrap_err(), Broken::OtherLog(body.log));
}
#[test]
fn a_nonce_is_never_repeated_by_invalid_entries_either() {
    let mut kit = Kit::ready();
    kit.bad(text("A/2", "two"), &[20], "may-not-sign");
    let mut body = kit.body(text("A/3", "three"));
    body.nonce = kit.leaves.last().unwrap().nonce();
    let bytes = body.to_canonical().unwrap();
    let leaf = Leaf::of_canonical(&bytes, &[key(10).sign(&bytes)]).unwrap();
    let checked = kit.replay.check(leaf);
    assert_eq!(kit.replay.apply(&checked).unwrap_err(), Broken::NonceRepeated(body.nonce));
}
#[test]
fn unknown_types_and_fields_make_the_entry_invalid() {
    for (from, to, code) in [
        (r#""type":"text""#, r#""type":"texts""#, "unknown-type"),
        (r#""type":"text""#, r#""type":7"#, "malformed-field"),
        (r#","v":1"#, r#","v":1,"w":1"#, "unknown-field"),
        (r#""at":"2026-05-01T10:00:00Z","#, "", "missing-field"),
        (r#""at":"2026-05-01T10:00:00Z""#, r#""at":"2026-05-01 10:00:00Z""#, "malformed-field"),
        (r#""symbol":"A/2""#, r#""symbol":"""#, "malformed-field"),
        (r#""symbol":"A/2""#, r#""symbol":["A/2"]"#, "malformed-field"),
        (r#","symbol":"A/2""#, "", "missing-field"),
    ] {
        assert_eq!(invalid(changed(from, to).unwrap()), code, "{to}");
    }
}
#[test]
fn signatures_have_exactly_their_fields() {
    let text = fine();
    let sig = text.split(r#""sig":""#).nth(1).unwrap().split('"').next().unwrap().to_owned();
    for (from, to) in [
        (r#""alg":"ed25519""#, r#""alg":"ed448""#.to_owned()),
        (r#""alg":"ed25519","#, String::new()),
        (r#"{"alg":"ed25519""#, r#"{"a":1,"alg":"ed25519""#.to_owned()),
        (sig.as_str(), sig[1..].to_owned()),
        (sig.as_str(), format!("{}B", &sig[..sig.len() - 1])),
        (sig.as_str(), format!("{sig}==")),
        (&text[text.find("\"sigs\":").unwrap()..], r#""sigs":[7]}"#.to_owned()),
    ] {
        assert_eq!(invalid(changed(from, &to).unwrap()), "signature-form", "{to}");
    }
    let zero = "A".repeat(43);
    let own = key(10).public().to_string();
    assert_eq!(invalid(changed(&format!(r#""key":"{own}""#), &format!(r#""key":"{zero}""#)).unwrap()), "signature-form");
}
#[test]
fn signatures_are_sorted_and_of_different_signers() {
    let mut kit = Kit::ready();
    let leaf = kit.leaf(accredit("delta", "FR", None), &[1, 2]);
    let text = String::from_utf8(leaf.bytes().to_vec()).unwrap();
    let (head, tail) = text.split_once(r#""sigs":["#).unwrap();
    let (one, two) = tail.trim_end_matches("]}").split_once("},").map(|(a, b)| (format!("{a}}}"), b.to_owned())).unwrap();
    let swapped = Leaf::parse(format!(r#"{head}"sigs":[{two},{one}]}}"#).as_bytes()).unwrap();
    assert_eq!(invalid(swapped), "signatures-unsorted");
    let twice = Leaf::parse(format!(r#"{head}"sigs":[{one},{one}]}}"#).as_bytes()).unwrap();
    assert_eq!(invalid(twice), "signs-twice");
}
#[test]
fn sets_are_sorted_without_repetition() {
    let mut kit = Kit::ready();
    let leaf = kit.leaf(delegate("alpha", "rep-z", 42, Scope::ALL), &[20]);
    let text = String::from_utf8(leaf.bytes().to_vec()).unwrap();
    for set in [r#"["vote","endorse"]"#, r#"["endorse","endorse"]"#, r#"["sing"]"#, r#"[1]"#, r#""vote""#] {
        let leaf = Leaf::parse(text.replacen(r#"["endorse","vote"]"#, set, 1).as_bytes()).unwrap();
        assert_eq!(leaf.entry().unwrap_err().code(), "malformed-field", "{set}");
    }
    let persons = |n: usize| {
        let mut persons: Vec<_> = (0..n).map(|i| ("alpha".to_owned(), digest(&i.to_string()))).collect();
        persons.sort();
        Content::Present { summit: "s".to_owned(), persons }
    };
    assert!(kit.leaf(persons(MAX_PERSONS), &[10]).entry().is_ok());
    assert_eq!(kit.leaf(persons(MAX_PERSONS + 1), &[10]).entry().unwrap_err().code(), "malformed-field");
    let double = Content::Present { summit: "s".to_owned(), persons: vec![("alpha".to_owned(), digest("a")); 2] };
    assert_eq!(kit.leaf(double, &[10]).entry().unwrap_err().code(), "malformed-field");
}
#[test]
fn entry_0_decides_where_the_log_is() {
    let kit = Kit::ready();
    let mut elsewhere = Replay::new("other.example.org/x");
    let checked = elsewhere.check(kit.leaves[0].clone());
    assert_eq!(elsewhere.apply(&checked).unwrap_err().code(), "other-log");
}
