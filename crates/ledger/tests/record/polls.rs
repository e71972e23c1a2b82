//! Polls: cast, lock, open, count.
use crate::kit::*;
use ledger::body::*;
use ledger::count::{self, NoResult};
use ledger::{Digest, Leaf};

const P: &str = "p-1";

fn poll(id: &str, votes: &[(&str, u64)]) -> Content {
    let electorate = votes.iter().map(|(org, votes)| ((*org).to_owned(), *votes)).collect();
    let (poll, meeting) = (id.to_owned(), "m-1".to_owned());
    Content::Poll(Poll { poll, meeting, question: digest("question"), method: Method::Recorded, electorate })
}
fn cast(org: &str, vote: Digest) -> Content {
    Content::Cast { poll: P.to_owned(), org: org.to_owned(), vote }
}
fn lock(id: &str) -> Content {
    Content::Lock { poll: id.to_owned() }
}
fn vote(org: &str, rep: Option<&str>, parts: &[(Choice, u64)]) -> Content {
    let (org, rep, parts) = (org.to_owned(), rep.map(str::to_owned), parts.iter().copied().collect());
    Content::Vote(Vote { poll: P.to_owned(), org, rep, parts })
}
fn outcome(yes: u64, no: u64, abstain: u64, absent: u64) -> Content {
    Content::Outcome(Outcome { poll: P.to_owned(), tally: Tally { yes, no, abstain, not_participating: 0, absent } })
}
fn opened() -> Kit {
    let mut kit = Kit::ready();
    kit.ok(poll(P, &[("alpha", 2), ("beta", 1), ("gamma", 1)]), &[10]);
    kit
}
/// Casts what the leaf opens later.
fn cast_leaf(kit: &mut Kit, org: &str, leaf: &Leaf) {
    let digest = leaf.body_digest();
    kit.ok(cast(org, digest), &[10]);
}
fn by_key(kit: &mut Kit, org: &str, n: u8, parts: &[(Choice, u64)]) -> Leaf {
    let leaf = kit.leaf(vote(org, None, parts), &[n]);
    cast_leaf(kit, org, &leaf);
    leaf
}
fn by_rep(kit: &mut Kit, org: &str, rep: &str, n: u8, parts: &[(Choice, u64)]) -> Leaf {
    let body = kit.body(vote(org, Some(rep), parts));
    let leaf = kit.rep_leaf(&body, rep, n);
    cast_leaf(kit, org, &leaf);
    leaf
}
fn code(kit: &mut Kit, leaf: Leaf) -> &'static str {
    kit.put(leaf).unwrap_err().code()
}

#[test]
fn a_poll_runs_from_opening_to_result() {
    let mut kit = opened();
    kit.bad(poll(P, &[]), &[10], "poll-taken");
    kit.bad(poll("p-2", &[]), &[11], "may-not-sign");
    let first = by_key(&mut kit, "alpha", 20, &[(Choice::Yes, 2)]);
    let last = by_key(&mut kit, "alpha", 20, &[(Choice::No, 1), (Choice::Yes, 1)]);
    let passkey = by_rep(&mut kit, "gamma", "rep-g", 41, &[(Choice::Abstain, 1)]);
    kit.ok(lock(P), &[10]);
    assert_eq!(code(&mut kit, first), "not-the-cast");
    kit.put(last).unwrap();
    kit.put(passkey).unwrap();
    assert_eq!(count::result(&kit.replay, P), Err(NoResult::Open));
    kit.bad(outcome(1, 1, 1, 1), &[11], "may-not-sign");
    kit.ok(outcome(1, 1, 1, 1), &[10]);
    let tally = Tally { yes: 1, no: 1, abstain: 1, not_participating: 0, absent: 1 };
    assert_eq!(count::result(&kit.replay, P), Ok(tally));
    kit.bad(outcome(1, 1, 1, 1), &[10], "poll-closed");
    assert_eq!(count::result(&kit.replay, P), Ok(tally));
    assert_eq!(count::result(&kit.replay, "p-9"), Err(NoResult::Unknown));
}
#[test]
fn casts_end_at_the_lock_and_are_of_the_electorate() {
    let mut kit = opened();
    kit.bad(cast("alpha", digest("v")), &[20], "may-not-sign");
    kit.bad(cast("nobody", digest("v")), &[10], "not-in-electorate");
    kit.bad(lock("p-9"), &[10], "unknown-poll");
    kit.bad(lock(P), &[11], "may-not-sign");
    kit.ok(discredit("beta"), &[1, 2]);
    kit.bad(cast("beta", digest("v")), &[10], "not-accredited");
    kit.ok(lock(P), &[10]);
    kit.bad(cast("alpha", digest("v")), &[10], "poll-locked");
    kit.bad(lock(P), &[10], "poll-locked");
}
#[test]
fn votes_are_opened_between_lock_and_result() {
    let mut kit = opened();
    let alpha = by_key(&mut kit, "alpha", 20, &[(Choice::Yes, 2)]);
    let body = kit.body(vote("gamma", Some("rep-g"), &[(Choice::Yes, 1)]));
    let uncast = kit.rep_leaf(&body, "rep-g", 41);
    // A leaf that was refused cannot come again: its nonce is used. So the early one is only asked about.
    let early = kit.replay.would_accept(&kit.replay.check(alpha.clone())).unwrap_err();
    assert_eq!(early.code(), "poll-not-locked");
    kit.bad(outcome(0, 0, 0, 4), &[10], "poll-not-locked");
    kit.ok(lock(P), &[10]);
    assert_eq!(code(&mut kit, uncast), "not-the-cast");
    kit.put(alpha).unwrap();
    kit.ok(outcome(2, 0, 0, 2), &[10]);
    let late = kit.leaf(vote("alpha", None, &[(Choice::No, 2)]), &[20]);
    assert_eq!(code(&mut kit, late), "poll-closed");
}
#[test]
fn no_more_votes_than_the_electorate_gives() {
    let mut kit = opened();
    let three = by_key(&mut kit, "alpha", 20, &[(Choice::No, 1), (Choice::Yes, 2)]);
    kit.ok(lock(P), &[10]);
    assert_eq!(code(&mut kit, three), "too-many-votes");
    kit.bad(outcome(0, 0, 0, 4), &[10], "vote-missing");
    assert_eq!(count::result(&kit.replay, P), Err(NoResult::Spoiled));
}
#[test]
fn a_votes_authority_is_that_at_its_cast() {
    let mut kit = opened();
    kit.ok(delegate("beta", "rep-e", 44, &[Scope::Endorse]), &[21]);
    let alpha = by_key(&mut kit, "alpha", 20, &[(Choice::Yes, 2)]);
    let gamma = by_rep(&mut kit, "gamma", "rep-g", 41, &[(Choice::No, 1)]);
    let beta = by_rep(&mut kit, "beta", "rep-e", 44, &[(Choice::No, 1)]);
    kit.ok(lock(P), &[10]);
    // Rotated, discredited and revoked since: undone by nothing.
    kit.ok(rotate("alpha", 30), &[20]);
    kit.ok(discredit("gamma"), &[1, 2]);
    kit.ok(revoke("gamma", "rep-g"), &[1, 2]);
    kit.put(alpha).unwrap();
    kit.put(gamma).unwrap();
    assert_eq!(code(&mut kit, beta), "rep-scope");
}
#[test]
fn a_vote_by_a_key_revoked_before_its_cast_is_invalid() {
    let mut kit = opened();
    kit.ok(revoke("gamma", "rep-g"), &[1, 2]);
    kit.ok(rotate("alpha", 30), &[20]);
    let alpha = by_key(&mut kit, "alpha", 20, &[(Choice::Yes, 2)]);
    let gamma = by_rep(&mut kit, "gamma", "rep-g", 41, &[(Choice::No, 1)]);
    let beta = by_rep(&mut kit, "beta", "rep-b", 45, &[(Choice::No, 1)]);
    kit.ok(delegate("beta", "rep-b", 45, Scope::ALL), &[21]);
    kit.ok(lock(P), &[10]);
    assert_eq!(code(&mut kit, alpha), "may-not-sign");
    assert_eq!(code(&mut kit, gamma), "rep-revoked");
    // Appointed only after the cast.
    assert_eq!(code(&mut kit, beta), "unknown-rep");
}
#[test]
fn a_wrong_result_spoils_the_poll_for_good() {
    let mut kit = opened();
    let alpha = by_key(&mut kit, "alpha", 20, &[(Choice::Yes, 2)]);
    kit.ok(lock(P), &[10]);
    kit.put(alpha).unwrap();
    kit.bad(outcome(1, 0, 0, 3), &[10], "not-the-recount");
    assert_eq!(count::result(&kit.replay, P), Err(NoResult::Spoiled));
    kit.bad(outcome(2, 0, 0, 2), &[10], "poll-closed");
    assert_eq!(count::result(&kit.replay, P), Err(NoResult::Spoiled));
}
#[test]
fn a_wrong_result_of_a_stranger_spoils_nothing() {
    let mut kit = opened();
    kit.ok(lock(P), &[10]);
    kit.bad(outcome(4, 0, 0, 0), &[20], "may-not-sign");
    kit.ok(outcome(0, 0, 0, 4), &[10]);
}
