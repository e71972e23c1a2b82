//! What a policy accepts, in texts and in checkpoints.
#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::checkpoint::cosign;
use crate::key::{Signer as _, SigningKey};

fn log(name: &str, seed: u8) -> SigningKey {
    SigningKey::from_seed(name, Kind::Note, [seed; 32]).unwrap()
}
fn witness(seed: u8) -> SigningKey {
    SigningKey::from_seed(&format!("w{seed}.example"), Kind::Cosignature, [seed; 32]).unwrap()
}
/// The example of the specification: two of X1 X2 X3, and any of Y1 Y2 Y3.
fn example() -> String {
    let mut text = format!("log {} https://log.example/\n\n", log("log", 1).key());
    for (at, name) in ["X1", "X2", "X3", "Y1", "Y2", "Y3"].iter().enumerate() {
        text += &format!("witness {name} {}\n", witness(at as u8 + 10).key());
    }
    text + "group X-witnesses 2 X1 X2 X3\n\tgroup  Y-witnesses any Y1 Y2 Y3 \n# both\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"
}

#[test]
fn the_specification_s_example_is_read_and_kept() {
    let policy: Policy = example().parse().unwrap();
    assert_eq!((policy.logs.len(), policy.witnesses.len(), policy.groups.len()), (1, 6, 3));
    assert_eq!(policy.groups[2].threshold, 2);
    assert_eq!(policy.logs[0].url.as_deref(), Some("https://log.example/"));
    assert_eq!(policy.to_string().parse(), Ok(policy));
}

#[test]
fn remarks_are_for_people_and_passed_over_by_programs() {
    let policy: Policy = example().parse().unwrap();
    let told = Policy { remarks: vec!["of two\nlines".to_owned(), "quorum none".to_owned()], ..policy.clone() };
    assert!(told.to_string().starts_with("# of two\n# lines\n# quorum none\nlog "));
    assert_eq!(told.to_string().parse(), Ok(policy));
}

#[test]
fn a_quorum_is_reached_by_those_it_names_alone() {
    let policy: Policy = example().parse().unwrap();
    let checkpoint = Checkpoint::new("log", 5, [3; 32]).unwrap();
    let with = |seeds: &[u8]| {
        let mut note = checkpoint.sign(&log("log", 1)).unwrap();
        seeds.iter().for_each(|seed| note.add(cosign(&witness(*seed), &checkpoint, 100 + u64::from(*seed))));
        policy.check(&note)
    };
    let approved = with(&[10, 12, 14]).unwrap();
    assert_eq!(approved.checkpoint, checkpoint);
    assert_eq!(approved.witnesses, [("X1".to_owned(), 110), ("X3".to_owned(), 112), ("Y2".to_owned(), 114)]);
    for few in [&[][..], &[10, 11, 12], &[10, 13, 14, 15], &[13], &[10, 99, 14]] {
        assert!(matches!(with(few), Err(Refused::Quorum { .. })), "{few:?}");
    }
    let refused = with(&[10, 14]).unwrap_err();
    assert_eq!(refused.to_string(), "the quorum `X-and-Y` is not reached: 2 of 6 witnesses have cosigned");
}

#[test]
fn another_log_or_another_key_is_refused() {
    let policy: Policy = format!("log {}\nquorum none\n", log("log", 1).key()).parse().unwrap();
    let good = Checkpoint::new("log", 5, [3; 32]).unwrap();
    assert_eq!(policy.check(&good.sign(&log("log", 1)).unwrap()).unwrap().witnesses, []);
    assert_eq!(policy.check(&good.sign(&log("log", 2)).unwrap()), Err(Refused::UnknownLog));
    let other = Checkpoint::new("other", 5, [3; 32]).unwrap();
    assert_eq!(policy.check(&other.sign(&log("other", 1)).unwrap()), Err(Refused::UnknownLog));
    let mut note = good.sign(&log("log", 1)).unwrap();
    note.signatures[0].bytes[5] ^= 1;
    assert!(matches!(policy.check(&note), Err(Refused::Checkpoint(_))));
}

#[test]
fn a_policy_that_is_wrong_says_where() {
    let (key, cosigner) = (log("log", 1).key().to_string(), witness(9).key().to_string());
    let fault = |text: String| text.parse::<Policy>().unwrap_err();
    let at = |line, fault| PolicyError { line, fault };
    let unknown = |name: &str| Fault::Unknown(name.to_owned());
    assert_eq!(fault(String::new()), at(1, Fault::NoQuorum));
    assert_eq!(fault(format!("log {key}\n")), at(2, Fault::NoQuorum));
    assert_eq!(fault(format!("log {key}\nlog {key}\nquorum none\n")), at(2, Fault::KeyTwice));
    assert_eq!(fault(format!("log {cosigner}\n")), at(1, Fault::KeyKind));
    assert_eq!(fault(format!("witness w {key}\n")), at(1, Fault::KeyKind));
    assert_eq!(fault(format!("witness none {cosigner}\n")), at(1, Fault::NameTaken("none".into())));
    assert_eq!(fault("quorum w\n".into()), at(1, unknown("w")));
    assert_eq!(fault("quorum none\nquorum none\n".into()), at(2, Fault::Twice));
    assert_eq!(fault("quorum none".into()), at(1, Fault::Text));
    assert_eq!(fault("quorum none\r\n".into()), at(1, Fault::Text));
    assert_eq!(fault("quorum\u{a0}none\n".into()), at(1, Fault::Form));
    assert_eq!(fault("log\n".into()), at(1, Fault::Form));
    assert_eq!(fault(format!("log {key} a b\n")), at(1, Fault::Form));
    let group = |line: &str| fault(format!("witness w {cosigner}\n{line}\n"));
    assert_eq!(group("group g 2 w"), at(2, Fault::Threshold));
    assert_eq!(group("group g 0 w"), at(2, Fault::Threshold));
    assert_eq!(group("group g 01 w"), at(2, Fault::Threshold));
    assert_eq!(group("group g all"), at(2, Fault::Threshold));
    assert_eq!(group("group g 1 x"), at(2, unknown("x")));
    assert_eq!(group("group g 1 w w"), at(2, Fault::MemberTwice("w".into())));
    assert_eq!(group("group g 1 g"), at(2, unknown("g")));
    assert_eq!(group("group w 1 w"), at(2, Fault::NameTaken("w".into())));
    assert_eq!(group("group g 1 w\ngroup h 1 w"), at(3, Fault::MemberTwice("w".into())));
    let digest = "0f".repeat(32);
    assert_eq!(fault(format!("genesis {}\n", digest.to_uppercase())), at(1, Fault::Form));
    assert_eq!(fault(format!("genesis {digest}\ngenesis {digest}\n")), at(2, Fault::Twice));
    let policy: Policy = format!("genesis {digest}\nquorum none\n").parse().unwrap();
    assert_eq!(policy.genesis, Some([0x0f; 32]));
    assert_eq!(policy.to_string(), format!("genesis {digest}\nquorum none\n"));
}
