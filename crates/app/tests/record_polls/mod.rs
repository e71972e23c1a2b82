//! Polls in the record: unread before the lock, opened by it, counted by anybody, whole after a crash.
use crate::record_stage::{self, Signer, Stage, command, setup};
use app::record::{RecordView, recounted};
use domain::{id::PollId, poll::Tally};
use ledger::{
    Leaf, Replay,
    authenticator::Authenticator,
    body::{Content, How},
    claim::{Claim, Kind, Source, assemble},
};
use serde_json::{Value, json};
use store::SideStore;

const POLL: PollId = PollId(1);

/// A summit whose four delegations have devices, and a question put to the vote.
fn voting(method: &str) -> (Stage, Vec<Authenticator>) {
    let mut stage = Stage::summit("required");
    let devices = (1..=4).map(|n| stage.device(n)).collect();
    let question = json!({ "en": "Shall the list be closed?", "fr": "Faut-il clore la liste ?" });
    stage.act("open-poll", json!({ "meeting": "meeting-1", "question": question, "method": method }));
    (stage, devices)
}
fn vote(choice: &str) -> Value {
    json!({ "poll": "poll-1", "choice": choice })
}
fn cast(stage: &mut Stage, devices: &[Authenticator], n: u32, choice: &str) -> app::Outcome {
    let (_, head) = stage.head(n);
    stage.sign_fields(head, "cast-vote", vote(choice), &Signer::Device(&devices[n as usize - 1]))
}
fn replayed(stage: &Stage) -> Replay {
    let mut replay = Replay::new(record_stage::ORIGIN);
    let leaves: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    assert_eq!(replay.extend(&leaves, 1).unwrap(), []);
    replay
}
/// The poll's entries on the disk, in order.
fn kinds(stage: &Stage) -> Vec<&'static str> {
    stage.kinds().into_iter().filter(|k| ["poll", "cast", "lock", "vote", "result"].contains(k)).collect()
}
fn domain_tally(stage: &Stage) -> Option<Tally> {
    stage.state().polls.get(POLL).unwrap().tally()
}

#[test]
fn votes_wait_unread_for_the_lock_and_then_anybody_counts_them() {
    let (mut stage, devices) = voting("recorded");
    cast(&mut stage, &devices, 1, "yes").unwrap();
    cast(&mut stage, &devices, 2, "yes").unwrap();
    cast(&mut stage, &devices, 3, "no").unwrap();
    // Another one in its place: the last counts.
    cast(&mut stage, &devices, 2, "abstain").unwrap();
    assert_eq!(kinds(&stage), ["poll", "cast", "cast", "cast", "cast"]);
    // What the record holds before the lock tells nothing of a choice.
    let written: Vec<u8> = stage.leaves().iter().flat_map(|l| l.bytes().to_vec()).collect();
    let written = String::from_utf8(written).unwrap();
    assert!(!written.contains("abstain") && !written.contains("\"choice\""));
    assert!(Claim::count(&replayed(&stage), Kind::Poll, "poll-1").is_err());
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    assert_eq!(kinds(&stage)[5..], ["lock", "vote", "vote", "vote", "result"]);
    let counts = Claim::count(&replayed(&stage), Kind::Poll, "poll-1").unwrap().counts;
    let of = |name: &str| counts[name];
    assert_eq!([of("yes"), of("no"), of("abstain"), of("not-participating"), of("absent")], [1, 1, 1, 0, 1]);
    assert_eq!(domain_tally(&stage), Some(Tally { yes: 1, no: 1, abstain: 1, not_participating: 0, absent: 1 }));
    let view = RecordView::new(stage.engine.record().unwrap());
    assert_eq!(recounted(&view, POLL).map(|t| (t.yes, t.absent)), Some((1, 1)));
    // Its bundle has everything that the claim stands on: the question in both its languages.
    let leaves: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let blob = |digest: &ledger::Digest| stage.disk.blob(&digest.0).unwrap();
    let source = Source { checkpoint: b"", policy: b"", leaves: &leaves, blob };
    let (claim, _) = assemble(&source, &replayed(&stage), Kind::Poll, "poll-1").unwrap();
    assert_eq!(claim.counts, counts);
    let question = stage.state().polls.get(POLL).unwrap().opened.manifest;
    assert_eq!(replayed(&stage).polls()["poll-1"].question.0, question.0);
}

#[test]
fn a_crash_between_cast_and_lock_loses_nothing() {
    let (mut stage, devices) = voting("roll-call");
    let order = stage.state().polls.get(POLL).unwrap().opened.roll.clone().unwrap().order;
    for organisation in &order[..2] {
        cast(&mut stage, &devices, organisation.0, "yes").unwrap();
    }
    let mut stage = stage.restarted(setup(true));
    let poll = stage.state().polls.get(POLL).unwrap();
    assert_eq!((poll.received(), poll.being_called(), poll.tally()), (2, Some(order[2]), None));
    for organisation in &order[2..] {
        cast(&mut stage, &devices, organisation.0, "no").unwrap();
    }
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    assert_eq!(domain_tally(&stage), Some(Tally { yes: 2, no: 2, ..Tally::default() }));
    let tally = ledger::count::result(&replayed(&stage), "poll-1").unwrap();
    assert_eq!((tally.yes, tally.no, tally.absent), (2, 2, 0));
}

#[test]
fn a_vote_on_paper_counts_here_and_is_absent_in_the_record() {
    let (mut stage, devices) = voting("recorded");
    cast(&mut stage, &devices, 1, "no").unwrap();
    let evidence = "07".repeat(32);
    let paper = json!({ "poll": "poll-1", "choice": "yes", "organisation": "org-2", "on_paper": { "evidence": evidence } });
    stage.act("cast-vote", paper);
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    assert_eq!(domain_tally(&stage), Some(Tally { yes: 1, no: 1, absent: 2, ..Tally::default() }));
    let tally = ledger::count::result(&replayed(&stage), "poll-1").unwrap();
    assert_eq!((tally.yes, tally.no, tally.absent), (0, 1, 3));
}

#[test]
fn a_seat_that_was_taken_away_after_the_vote_touches_no_vote() {
    let (mut stage, devices) = voting("recorded");
    cast(&mut stage, &devices, 1, "yes").unwrap();
    stage.act("revoke-credentials", json!({ "delegation": "delegation-1", "reason": "Recalled." }));
    stage.act("revoke-credentials", json!({ "delegation": "delegation-2", "reason": "Recalled." }));
    // Its delegates' seats ended with its own.
    assert!(cast(&mut stage, &devices, 2, "no").is_err());
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    let tally = ledger::count::result(&replayed(&stage), "poll-1").unwrap();
    assert_eq!((tally.yes, tally.absent), (1, 3));
}

#[test]
fn nothing_takes_the_nonce_of_a_vote_that_waits() {
    let (mut stage, devices) = voting("recorded");
    cast(&mut stage, &devices, 1, "yes").unwrap();
    let organisation = "org-1".parse().unwrap();
    let waiting = Leaf::parse(&stage.state().polls.get(POLL).unwrap().own(organisation).unwrap().leaf).unwrap();
    // An endorsement by another delegation that carries the same nonce: taken, it would make the vote unopenable.
    let (_, head) = stage.head(2);
    let endorse = command("endorse", json!({ "text": "text-1", "text_digest": stage.manifest() }));
    let view = RecordView::new(stage.engine.record().unwrap());
    let prepared = view.prepare(stage.state(), &head, &endorse, false, stage.now, [9; 32]).unwrap();
    let mut body: Value = serde_json::from_slice(&prepared.body).unwrap();
    body["nonce"] = json!(waiting.nonce().to_string());
    let body = ledger::canonical(&body).unwrap();
    let rep = prepared.device.unwrap().0;
    let signature = devices[1].sign(&body, &rep, record_stage::RP, record_stage::SITE).unwrap();
    let checked = view.signed(&body, &[signature]).unwrap();
    assert_eq!(Stage::refused(stage.run(head, endorse, Some(checked))), "record-bytes-used");
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    assert_eq!(ledger::count::result(&replayed(&stage), "poll-1").unwrap().yes, 1);
}

#[test]
fn what_was_signed_otherwise_or_by_somebody_else_is_no_vote() {
    let (mut stage, devices) = voting("recorded");
    let (_, head) = stage.head(1);
    assert_eq!(Stage::refused(stage.act_as(head, "cast-vote", vote("yes"))), "signature-required");
    // Prepared for one choice, handed in for another.
    let view = RecordView::new(stage.engine.record().unwrap());
    let prepared = view.prepare(stage.state(), &head, &command("cast-vote", vote("yes")), false, stage.now, [8; 32]).unwrap();
    let rep = prepared.device.clone().unwrap().0;
    let sign = |by: &Authenticator| by.sign(&prepared.body, &rep, record_stage::RP, record_stage::SITE).unwrap();
    let checked = view.signed(&prepared.body, &[sign(&devices[0])]).unwrap();
    assert_eq!(Stage::refused(stage.run(head, command("cast-vote", vote("no")), Some(checked))), "signed-otherwise");
    let forged = view.signed(&prepared.body, &[sign(&devices[1])]).unwrap();
    assert_eq!(Stage::refused(stage.run(head, command("cast-vote", vote("yes")), Some(forged))), "record-signature");
    assert_eq!(stage.state().polls.get(POLL).unwrap().received(), 0);
}

#[test]
fn a_text_adopted_by_a_vote_names_its_poll_in_the_record() {
    let mut stage = Stage::summit("required");
    let devices: Vec<_> = (1..=4).map(|n| stage.device(n)).collect();
    stage.act(
        "draft-text",
        json!({ "summit": "summit-1", "symbol": "SD/2027/L.2", "title": { "en": "Plan" }, "authentic": ["en"], "sponsors": ["org-1"] }),
    );
    let words = json!([{ "kind": "operative", "words": { "en": "We meet again." } }]);
    stage.act("import-text", json!({ "text": "text-2", "paragraphs": words }));
    stage.act("table-text", json!({ "text": "text-2" }));
    stage.act("open-poll", json!({ "meeting": "meeting-1", "text": "text-2", "method": "recorded" }));
    cast(&mut stage, &devices, 3, "yes").unwrap();
    stage.act("lock-poll", json!({ "poll": "poll-1" }));
    stage.act("declare-result", json!({ "poll": "poll-1" }));
    let adopted = stage.leaves().iter().rev().find_map(|leaf| match &leaf.entry().unwrap().body.content {
        Content::Adopt(adopt) => Some((adopt.how, adopt.poll.clone(), adopt.symbol.clone())),
        _ => None,
    });
    assert_eq!(adopted, Some((How::Vote, Some("poll-1".to_owned()), "SD/2027/L.2".to_owned())));
    replayed(&stage);
}

#[test]
fn polls_by_session_and_shows_of_hands_stay_out_of_the_record() {
    for (signatures, method) in [("session", "recorded"), ("required", "hands")] {
        let mut stage = Stage::summit(signatures);
        stage.act("open-poll", json!({ "meeting": "meeting-1", "question": { "en": "Agreed?" }, "method": method }));
        let (_, head) = stage.head(1);
        stage.act_as(head, "cast-vote", vote("yes")).unwrap();
        stage.act("lock-poll", json!({ "poll": "poll-1" }));
        stage.act("declare-result", json!({ "poll": "poll-1" }));
        assert_eq!(kinds(&stage), Vec::<&str>::new());
        assert_eq!(domain_tally(&stage).unwrap().yes, 1);
    }
}
