//! A whole log: replayed in order, on threads, from a snapshot; with a leaf dropped, swapped, changed or added.
use crate::kit::*;
use ledger::body::*;
use ledger::{Broken, Leaf, Reason, Rejected, Replay, Tree, count};

/// A log with something of everything, and one invalid entry.
fn log() -> Kit {
    let mut kit = Kit::ready();
    kit.ok(text("A/2", "two"), &[10]);
    kit.ok(act(ActKind::Endorse, "alpha", 1, None, "one"), &[20]);
    kit.pass(act(ActKind::Endorse, "gamma", 1, Some("rep-g"), "one"), "rep-g", 41).unwrap();
    kit.bad(act(ActKind::Endorse, "beta", 1, None, "one"), &[20], "may-not-sign");
    kit.ok(attested(ActKind::EndorseWithReservation, "beta", 1, "one"), &[10]);
    kit.ok(delegate("beta", "rep-b", 42, Scope::ALL), &[21]);
    kit.pass(act(ActKind::Withdraw, "beta", 2, Some("rep-b"), "one"), "rep-b", 42).unwrap();
    kit.ok(correct("A/1", "one", "three"), &[10]);
    kit.pass(act(ActKind::Endorse, "alpha", 2, Some("rep-a"), "three"), "rep-a", 40).unwrap();
    kit
}
fn bytes(kit: &Kit) -> Vec<Vec<u8>> {
    kit.leaves.iter().map(|leaf| leaf.bytes().to_vec()).collect()
}
fn replayed(leaves: &[Vec<u8>], threads: usize) -> (Replay, Result<Vec<Rejected>, u64>) {
    let mut replay = Replay::new(ORIGIN);
    let outcome = replay.extend(leaves, threads).map_err(|failed| failed.index);
    (replay, outcome)
}
fn root(leaves: &[Vec<u8>]) -> ledger::Hash {
    let mut tree = Tree::default();
    for leaf in leaves {
        tree.append(leaf);
    }
    tree.root()
}

#[test]
fn threads_and_pieces_change_nothing() {
    let kit = log();
    let leaves = bytes(&kit);
    let rejected = vec![Rejected { index: 11, reason: Reason::MayNotSign(key(20).public().to_string()) }];
    for threads in [1, 2, 7] {
        assert_eq!(replayed(&leaves, threads), (kit.replay.clone(), Ok(rejected.clone())));
    }
    for at in 0..leaves.len() {
        let mut replay = Replay::new(ORIGIN);
        let mut found = replay.extend(&leaves[..at], 1).unwrap();
        // A replay is stored and taken up again.
        let stored = postcard::to_allocvec(&replay).unwrap();
        let mut replay: Replay = postcard::from_bytes(&stored).unwrap();
        assert_eq!(serde_json::from_slice::<Replay>(&serde_json::to_vec(&replay).unwrap()).unwrap(), replay);
        found.extend(replay.extend(&leaves[at..], 2).unwrap());
        assert_eq!((replay, found), (kit.replay.clone(), rejected.clone()));
    }
}
#[test]
fn a_leaf_dropped_swapped_or_added_is_noticed() {
    let kit = log();
    let leaves = bytes(&kit);
    let whole = root(&leaves);
    for at in 0..leaves.len() {
        let mut dropped = leaves.clone();
        dropped.remove(at);
        assert_ne!(root(&dropped), whole);
        assert_ne!(replayed(&dropped, 1).0, kit.replay, "{at}");
        if at + 1 < leaves.len() {
            let mut swapped = leaves.clone();
            swapped.swap(at, at + 1);
            assert_ne!(root(&swapped), whole);
        }
        let mut doubled = leaves.clone();
        doubled.insert(at, leaves[at].clone());
        assert_eq!(replayed(&doubled, 2).1, Err(at as u64 + 1), "a repeated nonce at {at}");
    }
}
#[test]
fn a_changed_byte_breaks_the_record_or_its_entry() {
    let kit = log();
    let leaves = bytes(&kit);
    let whole = root(&leaves);
    for (at, leaf) in leaves.iter().enumerate() {
        for position in (0..leaf.len()).step_by(37) {
            let mut changed = leaves.clone();
            changed[at][position] ^= 1;
            assert_ne!(root(&changed), whole);
            let (_, outcome) = replayed(&changed, 1);
            match outcome {
                Err(index) => assert!(index >= at as u64),
                Ok(rejected) => assert!(rejected.iter().any(|r| r.index == at as u64), "entry {at}, byte {position}"),
            }
        }
    }
}
#[test]
fn a_broken_leaf_is_named_and_those_before_it_stand() {
    let kit = log();
    let mut leaves = bytes(&kit);
    leaves[9].push(b' ');
    let mut replay = Replay::new(ORIGIN);
    let failed = replay.extend(&leaves, 2).unwrap_err();
    assert_eq!((failed.index, replay.size()), (9, 9));
    assert!(matches!(failed.broken, Broken::NotCanonical(_)));
    assert_eq!(failed.to_string(), "entry 9: not canonical: not the canonical form");
    assert!(Replay::new(ORIGIN).extend(&[b"{}".to_vec()], 1).is_err_and(|failed| failed.index == 0));
}
#[test]
fn counts_are_as_of_a_size() {
    let leaves = bytes(&log());
    let organisations = |size: usize| {
        let (replay, _) = replayed(&leaves[..size], 1);
        count::endorsements(&replay, &digest("one")).map(|figures| figures.organisations)
    };
    assert_eq!(
        (5..=leaves.len()).map(organisations).collect::<Vec<_>>()[..10].to_vec(),
        [None, Some(0), Some(0), Some(0), Some(0), Some(1), Some(2), Some(2), Some(3), Some(3)]
    );
    assert_eq!(organisations(leaves.len()), Some(2));
}
#[test]
fn a_guessed_passkey_is_not_relied_on() {
    // Two `delegate` entries name one representative in one batch; the first is invalid, so the second one's key counts.
    let mut kit = Kit::ready();
    let stranger = kit.leaf(delegate("beta", "rep-b", 45, Scope::ALL), &[20]);
    kit.put(stranger).unwrap_err();
    kit.ok(delegate("beta", "rep-b", 42, Scope::ALL), &[21]);
    kit.bad_pass(act(ActKind::Endorse, "beta", 1, Some("rep-b"), "one"), "rep-b", 45, "bad-signature");
    kit.pass(act(ActKind::Endorse, "beta", 1, Some("rep-b"), "one"), "rep-b", 42).unwrap();
    assert_eq!(replayed(&bytes(&kit), 2).0, kit.replay);
}
#[test]
fn what_was_read_is_written_again() {
    let kit = log();
    for leaf in &kit.leaves {
        let entry = leaf.entry().unwrap();
        assert_eq!(Leaf::new(&entry.body, &entry.sigs).unwrap().bytes(), leaf.bytes());
        assert_eq!(entry.body.to_canonical().unwrap(), leaf.body_bytes());
    }
}
#[test]
fn many_acts_are_shared_by_threads() {
    // 600 acts by key and by passkey over several pieces of work, so that threads share them.
    let mut kit = Kit::ready();
    for seq in 0..300 {
        kit.ok(act(ActKind::Endorse, "alpha", seq, None, "one"), &[20]);
        kit.pass(act(ActKind::Endorse, "gamma", seq, Some("rep-g"), "one"), "rep-g", 41).unwrap();
    }
    let leaves = bytes(&kit);
    assert_eq!(replayed(&leaves, 2), (kit.replay.clone(), Ok(Vec::new())));
}
