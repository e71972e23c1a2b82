//! A witness never cosigns two histories, and answers as the specification says.
#![expect(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::checkpoint::cosign;
use crate::key::{Signer as _, SigningKey};
use crate::tree::{Tree, leaf_hash};

fn log() -> SigningKey {
    SigningKey::from_seed("log.example", Kind::Note, [1; 32]).unwrap()
}
fn tree() -> Tree {
    Tree::from_leaf_hashes((0..20_u64).map(|n| leaf_hash(&n.to_be_bytes())))
}
fn request(tree: &Tree, old: u64, new: u64) -> Request {
    let checkpoint = Checkpoint::new("log.example", new, tree.root_at(new).unwrap()).unwrap();
    let proof = tree.prove_consistency(old, new).unwrap_or_default();
    Request { old, proof, checkpoint: checkpoint.sign(&log()).unwrap() }
}
fn following() -> Witness {
    let mut witness = Witness::default();
    assert!(witness.follow(log().key().clone()));
    witness
}
fn take(witness: &mut Witness, request: &Request) -> Result<Checkpoint, Refusal> {
    let read: Request = request.to_string().parse().unwrap();
    assert_eq!(&read, request);
    let checkpoint = witness.judge(&read)?;
    witness.remember(checkpoint.origin(), Seen { size: checkpoint.size, root: checkpoint.root });
    Ok(checkpoint)
}

#[test]
fn a_growing_log_is_followed() {
    let (mut witness, tree) = (following(), tree());
    for (old, new) in [(0, 0), (0, 1), (1, 7), (7, 7), (7, 8), (8, 20)] {
        assert_eq!(take(&mut witness, &request(&tree, old, new)).unwrap().size, new);
    }
    assert_eq!(witness.seen("log.example").unwrap().root, tree.root());
}

#[test]
fn what_does_not_continue_is_refused_with_its_status() {
    let (mut witness, tree) = (following(), tree());
    take(&mut witness, &request(&tree, 0, 10)).unwrap();
    let status = |request: &Request| witness.judge(request).unwrap_err().status();
    assert_eq!(witness.judge(&request(&tree, 0, 15)), Err(Refusal::OtherSize(10)));
    assert_eq!(Refusal::OtherSize(10).body(), "10\n");
    assert_eq!(witness.judge(&request(&tree, 0, 5)), Err(Refusal::OtherSize(10)));
    assert_eq!(status(&request(&tree, 11, 10)), 400);
    let mut wrong = request(&tree, 10, 15);
    wrong.proof.0[0][0] ^= 1;
    assert_eq!(status(&wrong), 422);
    let fork = Tree::from_leaf_hashes((0..20_u64).map(|n| leaf_hash(&(n + 5).to_be_bytes())));
    assert_eq!(status(&request(&fork, 10, 10)), 422);
    assert_eq!(status(&request(&fork, 10, 15)), 422);
    let mut padded = request(&tree, 10, 10);
    padded.proof.0.push([0; 32]);
    assert_eq!(status(&padded), 422);
    let mut unsigned = request(&tree, 10, 15);
    unsigned.checkpoint.signatures[0].bytes[9] ^= 1;
    assert_eq!(status(&unsigned), 403);
    unsigned.checkpoint.signatures[0].name = "other".into();
    assert_eq!(status(&unsigned), 403);
    assert_eq!(Witness::default().judge(&request(&tree, 10, 15)).unwrap_err().status(), 404);
    let cosigner = SigningKey::from_seed("log.example", Kind::Cosignature, [1; 32]).unwrap();
    assert!(!Witness::default().follow(cosigner.key().clone()));
}

#[test]
fn other_bodies_are_malformed() {
    let good = request(&tree(), 3, 9).to_string();
    let hash = format!("{}=\n", "A".repeat(43));
    for wrong in [
        String::new(),
        good.replace("old 3", "old 03"),
        good.replace("old 3", "old -3"),
        good.replace("old 3", "Old 3"),
        good.replace("old 3\n", &format!("old 3\n{}", hash.repeat(63))),
        good.replacen("=\n", "\n", 1),
        good.trim_end().to_owned(),
    ] {
        assert_eq!(wrong.parse::<Request>().unwrap_err().status(), 400, "{wrong}");
    }
}

#[test]
fn the_log_believes_a_witness_its_good_cosignature_alone() {
    let key = SigningKey::from_seed("w", Kind::Cosignature, [2; 32]).unwrap();
    let note = request(&tree(), 0, 9).checkpoint;
    let checkpoint: Checkpoint = note.text().parse().unwrap();
    let line = cosign(&key, &checkpoint, 77);
    let read = |status, body: &str| read_answer(status, body, &note, key.key());
    assert_eq!(read(200, &line.to_string()), Answer::Cosigned(line.clone(), 77));
    let mut bad = line.clone();
    bad.bytes[20] ^= 1;
    assert_eq!(read(200, &bad.to_string()), Answer::Nonsense("a false cosignature"));
    bad.name = "x".into();
    assert_eq!(read(200, &format!("{bad}{line}")), Answer::Cosigned(line, 77));
    assert!(matches!(read(200, ""), Answer::Nonsense(_)));
    assert_eq!(read(409, "12\n"), Answer::At(12));
    assert!(matches!(read(409, "12"), Answer::Nonsense(_)));
    assert_eq!(read(422, "no\u{7}pe\n"), Answer::Refused(422, "nope".into()));
}
