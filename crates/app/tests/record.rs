//! The record beside a small summit: what enters it, what it refuses, and that it says what the domain says.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#[allow(dead_code, reason = "each test binary uses a part")]
mod record_corrections;
#[allow(dead_code, reason = "each test binary uses a part")]
mod record_polls;
mod record_stage;

use domain::Actor;
use ledger::{Content, Digest, Replay, count, form::to_base64url};
use record_stage::{ORIGIN, Signer, Stage, TEXT, key, setup};
use serde_json::json;
use std::ops::ControlFlow;
use store::{
    Batch, EventStore, SideStore,
    memory::{Fault, MemoryStore},
};

/// What an outsider's replay of the leaves counts.
fn replayed(stage: &Stage) -> Replay {
    let leaves: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let mut replay = Replay::new(ORIGIN);
    assert_eq!(replay.extend(&leaves, 2).unwrap(), [], "an entry is invalid");
    replay
}

#[test]
fn a_summit_leaves_its_entries_in_order() {
    let stage = Stage::summit("required");
    let kinds: Vec<_> = stage.kinds().into_iter().filter(|k| *k != "delegation").collect();
    let expected = ["genesis", "officers", "accredit", "accredit", "accredit", "accredit", "text", "minute", "adopt"];
    assert_eq!(kinds, expected);
    // The blobs that entries name are there: manifest, text, title.
    let manifest = stage.manifest();
    assert!(stage.disk.blob(&manifest.0).unwrap().is_some());
    for leaf in stage.leaves() {
        let mut missing = 0;
        app::record::public_blobs(leaf.bytes(), &mut |digest| {
            let found = stage.disk.blob(&digest.0).unwrap();
            missing += usize::from(found.is_none());
            found
        })
        .unwrap();
        assert_eq!(missing, 0);
    }
}

#[test]
fn signed_acts_count_in_the_record_as_in_the_domain() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let own = key(41);
    stage.act("set-organisation-key", json!({ "organisation": "org-2", "key": own.public().to_string() }));
    stage.sign(2, "endorse", &Signer::Key(&own)).unwrap();
    let paper = json!({ "text": "text-1", "text_digest": stage.manifest(), "organisation": "org-3", "on_paper": { "evidence": "ab".repeat(32) } });
    stage.act("endorse", paper);
    let fourth = stage.device(4);
    stage.sign(4, "decline", &Signer::Device(&fourth)).unwrap();
    let check = |stage: &Stage, expected: [u64; 5]| {
        let counted = count::endorsements(&replayed(stage), &Digest(stage.manifest().0)).unwrap();
        assert_eq!([counted.by_key, counted.by_passkey, counted.on_paper, counted.organisations, counted.countries], expected);
        let now = stage.state().endorsements.now(TEXT);
        let domain = [now.by_key, now.by_passkey, now.on_paper, now.organisations, now.countries];
        assert_eq!(domain.map(u64::from), expected);
    };
    check(&stage, [1, 1, 1, 3, 2]);
    stage.sign(1, "withdraw-endorsement", &Signer::Device(&device)).unwrap();
    check(&stage, [1, 0, 1, 2, 1]);
    // A restart folds the same.
    let size = stage.engine.record().unwrap().size();
    let again = Stage::on(stage.disk.clone(), setup(true));
    assert_eq!(again.engine.record().unwrap().size(), size);
    check(&again, [1, 0, 1, 2, 1]);
}

#[test]
fn a_successor_takes_over_texts_and_acts_as_attested_by_their_old_entries() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let act = Digest::of(stage.leaves().last().unwrap().bytes());
    let paper = json!({ "text": "text-1", "text_digest": stage.manifest(), "organisation": "org-3", "on_paper": { "evidence": "ab".repeat(32) } });
    stage.act("endorse", paper);
    // The house without its leaves, as a successor finds it.
    let lost: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let disk = MemoryStore::new();
    let mut events = Vec::new();
    let collect = &mut |_, bytes: &[u8]| {
        events.push(bytes.to_vec());
        ControlFlow::Continue(())
    };
    stage.disk.read_after(0, usize::MAX, collect).unwrap();
    EventStore::append(&mut disk.clone(), 0, &Batch { events, ..Batch::default() }).unwrap();
    let new = record_stage::successor(lost.iter().map(Vec::as_slice));
    let mut successor = Stage::on(disk, new).going_on_from(&stage);
    successor.settle(3_000);
    successor.settle(3_000);
    let leaves: Vec<Vec<u8>> = successor.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let mut replay = Replay::new("record.example.org/two");
    assert_eq!(replay.extend(&leaves, 2).unwrap(), [], "an entry is invalid");
    assert_eq!(replay.predecessor().map(|p| (p.log.as_str(), p.size)), Some((ORIGIN, 99)));
    let counted = count::endorsements(&replay, &Digest(stage.manifest().0)).unwrap();
    assert_eq!((counted.by_key, counted.by_passkey, counted.on_paper, counted.organisations), (0, 0, 2, 2));
    let evidence: Vec<_> = successor
        .leaves()
        .iter()
        .filter_map(|leaf| match &leaf.entry().unwrap().body.content {
            Content::Attested(attested) => Some((attested.org.clone(), attested.evidence)),
            _ => None,
        })
        .collect();
    // Signed there, attested here: pages show the first as what it was.
    let view = app::record::RecordView::new(successor.engine.record().unwrap());
    let before = view.signed_before(successor.state(), TEXT);
    assert_eq!((before.by_key, before.by_passkey), (0, 1));
    assert_eq!((view.former_log().as_deref(), view.knows_poll("poll-1")), (Some(ORIGIN), false));
    let own = app::record::RecordView::new(stage.engine.record().unwrap());
    assert_eq!(own.signed_before(stage.state(), TEXT), app::record::SignedBefore::default());
    assert_eq!(evidence, [("org-1".to_owned(), act), ("org-3".to_owned(), Digest([0xab; 32]))]);
    assert_eq!(successor.kinds().iter().filter(|kind| matches!(**kind, "text" | "adopt")).count(), 2);
    // Signed again, it counts as signed, once; a session alone changes what is attested no more than what is signed.
    successor.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let view = app::record::RecordView::new(successor.engine.record().unwrap());
    let counted = view.endorsements(stage.manifest()).unwrap();
    assert_eq!((counted.by_passkey, counted.on_paper, counted.organisations), (1, 1, 2));
    assert_eq!(view.signed_before(successor.state(), TEXT), app::record::SignedBefore::default());
    assert_eq!(Stage::refused(successor.sign(1, "endorse", &Signer::Device(&device))), "already-endorsed");
    // Nothing is taken over twice, after a restart neither.
    let size = successor.leaves().len();
    successor.settle(3_000);
    assert_eq!(successor.leaves().len(), size);
}

#[test]
fn whoever_answers_for_an_organisation_hears_of_every_entry_in_its_name() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let own = key(41);
    stage.act("set-organisation-key", json!({ "organisation": "org-2", "key": own.public().to_string() }));
    let paper = json!({ "text": "text-1", "text_digest": stage.manifest(), "organisation": "org-3", "on_paper": { "evidence": "ab".repeat(32) } });
    stage.act("endorse", paper);
    stage.act("end-device", json!({ "rep": stage.head(1).0.to_string() }));
    let contact = |n: u32| {
        let delegation = format!("delegation-{n}").parse().unwrap();
        u64::from(stage.state().accreditation.delegation(delegation).unwrap().focal_point.0)
    };
    let letters = stage.disk.letters(None, 0, 1_000).unwrap();
    let got = |n: u32| {
        let own = letters.iter().filter(|l| l.recipient_person == Some(contact(n)) && l.kind.starts_with("receipt-"));
        own.map(|l| l.kind.as_str()).collect::<Vec<_>>()
    };
    // Its device was appointed, it endorsed, and the device was ended.
    assert_eq!(got(1), ["receipt-authority", "receipt-endorsement", "receipt-authority"]);
    assert_eq!(got(2), ["receipt-authority"]);
    assert_eq!(got(3), ["receipt-endorsement"]);
}

#[test]
fn what_was_not_signed_so_is_not_done() {
    let mut stage = Stage::summit("required");
    let (device, stranger) = (stage.device(1), key(66));
    let before = stage.kinds().len();
    let (_, head) = stage.head(1);
    let fields = json!({ "text": "text-1", "text_digest": stage.manifest() });
    assert_eq!(Stage::refused(stage.act_as(head, "endorse", fields)), "signature-required");
    // The organisation has no key, and a stranger's is none.
    assert_eq!(Stage::refused(stage.sign(1, "endorse", &Signer::Key(&stranger))), "record-signer");
    // Another delegate's device does not sign for this organisation; nothing is prepared for a person without one.
    assert_eq!(Stage::refused(stage.sign(2, "endorse", &Signer::Device(&device))), "no-device");
    assert_eq!(stage.kinds().len(), before, "nothing entered the record");
    assert!(stage.state().endorsements.of(TEXT).is_none(), "nothing was done");
    // An ended device signs no more.
    let rep = stage.head(1).0.to_string();
    stage.act("end-device", json!({ "rep": rep }));
    assert_eq!(Stage::refused(stage.sign(1, "endorse", &Signer::Device(&device))), "no-device");
    assert_eq!(stage.kinds().last(), Some(&"revoke"));
}

#[test]
fn acts_by_session_stand_apart_from_the_record() {
    let mut stage = Stage::summit("session");
    let (_, head) = stage.head(1);
    let fields = json!({ "text": "text-1", "text_digest": stage.manifest() });
    let before = stage.kinds().len();
    stage.act_as(head, "endorse", fields.clone()).unwrap();
    assert_eq!(stage.kinds().len(), before);
    assert_eq!(count::endorsements(&replayed(&stage), &Digest(stage.manifest().0)).unwrap().organisations, 0);
    assert_eq!(stage.state().endorsements.now(TEXT).by_device, 1);
    // Signed afterwards, it enters; and from then on a session changes nothing of it.
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let recount = |stage: &Stage| count::endorsements(&replayed(stage), &Digest(stage.manifest().0)).unwrap();
    assert_eq!((recount(&stage).organisations, recount(&stage).by_passkey), (1, 1));
    let told = stage.state().endorsements.now(TEXT);
    assert_eq!((told.organisations, told.by_passkey, told.by_device), (1, 1, 0));
    assert_eq!(Stage::refused(stage.act_as(head, "withdraw-endorsement", fields.clone())), "signature-required");
    // Nor of what came on paper, which the record would go on counting.
    let (_, third) = stage.head(3);
    let mut paper = fields.clone();
    paper["organisation"] = json!("org-3");
    paper["on_paper"] = json!({ "evidence": "ab".repeat(32) });
    stage.act("endorse", paper);
    assert_eq!(Stage::refused(stage.act_as(third, "withdraw-endorsement", fields)), "signature-required");
    assert_eq!((recount(&stage).organisations, recount(&stage).on_paper), (2, 1));
}

#[test]
fn an_organisation_that_loses_its_seat_is_discredited_and_can_come_back() {
    let mut stage = Stage::summit("session");
    stage.act("revoke-credentials", json!({ "delegation": "delegation-2", "reason": "Left the series" }));
    assert_eq!(stage.kinds().last(), Some(&"discredit"));
    assert!(!replayed(&stage).organisations()["org-2"].accredited);
    stage.act(
        "amend-organisation",
        json!({ "id": "org-3", "organisation": { "names": { "en": "Party New" }, "home": "BR", "category": "member" } }),
    );
    assert_eq!(replayed(&stage).organisations()["org-3"].country, "BR");
}

#[test]
fn figures_and_presence_wait_for_their_interval() {
    let mut stage = Stage::summit("session");
    stage.settle(3_000);
    let figures = stage.kinds().iter().filter(|k| **k == "delegation").count();
    assert_eq!(figures, 4, "one for each organisation, however often it changed");
    assert!(!stage.kinds().contains(&"present"), "too early to tell who came when");
    // The record began when the stage did: its first interval ends five minutes later, whoever came in it enters at the end of the second.
    stage.settle(590_000);
    assert!(!stage.kinds().contains(&"present"), "the second interval is not over");
    stage.settle(7_000);
    assert_eq!(stage.kinds().last(), Some(&"present"));
    let summit = count::attendance(&replayed(&stage), "summit-1").unwrap();
    assert_eq!((summit.registered, summit.accredited, summit.present, summit.organisations), (4, 4, 4, 4));
    // The commitment opens with what is kept of the person, and with nothing once the person is erased.
    let person = stage.head(1).0;
    let kept = stage.people.kept(person).unwrap();
    let opened = ledger::text::commitment(&kept.commitments[0].salt, "Head1", "Kim", "org-1", "summit-1").unwrap();
    let Content::Present { persons, .. } = stage.leaves().last().unwrap().entry().unwrap().body.content.clone() else { panic!() };
    assert!(persons.iter().any(|(org, digest)| org == "org-1" && *digest == opened));
    stage.act("erase-person", json!({ "person": person }));
    assert!(stage.disk.person(u64::from(person.0)).unwrap().is_none());
    assert_eq!(count::attendance(&replayed(&stage), "summit-1").unwrap().present, 4, "the record still says how many there were");
    // Nobody is entered twice, after a restart neither.
    stage.settle(3_000);
    let before = stage.kinds().len();
    let mut again = Stage::on(stage.disk.clone(), setup(true));
    again.settle(3_000);
    again.settle(600_000);
    assert_eq!(again.kinds().len(), before);
}

/// How many are present by the record.
fn present(stage: &Stage) -> u64 {
    count::attendance(&replayed(stage), "summit-1").unwrap().present
}

#[test]
fn an_interval_ends_by_the_record_s_clock_whoever_came_when() {
    let mut stage = Stage::summit("session");
    stage.settle(301_000);
    assert_eq!(present(&stage), 0);
    stage.late_comer();
    stage.settle(300_000);
    assert_eq!(present(&stage), 4, "whoever came in the second interval is entered at the end of the third");
    // One who comes a moment after an interval began waits longer than one who comes at its end; both are entered together.
    stage.settle(298_000);
    assert_eq!(present(&stage), 4);
    stage.settle(2_000);
    assert_eq!(present(&stage), 5);
}

#[test]
fn a_closing_enters_all_who_wait_and_nobody_waits_for_a_clock() {
    let mut stage = Stage::summit("session");
    stage.settle(60_000);
    assert_eq!(present(&stage), 0);
    stage.act("close-meeting", json!({ "meeting": "meeting-1" }));
    stage.act("close-summit", json!({ "summit": "summit-1" }));
    stage.settle(2_000);
    assert_eq!(present(&stage), 4);
}

#[test]
fn a_closing_tells_no_more_of_who_came_last_than_an_interval_and_what_followed() {
    let mut stage = Stage::summit("session");
    stage.settle(601_000);
    assert_eq!(present(&stage), 4, "these came in the first interval");
    stage.late_comer();
    stage.settle(10_000);
    assert_eq!(present(&stage), 4);
    stage.act("close-meeting", json!({ "meeting": "meeting-1" }));
    stage.act("close-summit", json!({ "summit": "summit-1" }));
    stage.settle(2_000);
    // The batch before held those of the first interval alone: this one may have come at any time since that ended.
    assert_eq!(present(&stage), 5);
}

#[test]
fn a_stop_enters_figures_and_leaves_presence_to_the_next_start() {
    let mut stage = Stage::summit("session");
    // Who has a badge and was never scanned is not present, after a start either.
    stage.one_more();
    assert!(stage.engine.unsettled());
    stage.stop();
    assert_eq!(stage.kinds().iter().filter(|k| **k == "delegation").count(), 4);
    assert_eq!(present(&stage), 0);
    let mut again = Stage::on(stage.disk.clone(), setup(true));
    again.settle(3_000);
    assert_eq!(present(&again), 0);
    again.settle(600_000);
    assert_eq!(present(&again), 4);
}

#[test]
fn entries_signed_elsewhere_are_brought_in_and_prove_themselves() {
    let mut stage = Stage::summit("required");
    let (own, next) = (key(51), key(52));
    stage.act("set-organisation-key", json!({ "organisation": "org-1", "key": own.public().to_string() }));
    let leaf = |by: &ledger::SigningKey, nonce: u8| {
        let content = Content::Rotate { org: "org-1".to_owned(), key: next.public() };
        let at = ledger::Moment::parse("2027-03-02T10:00:00Z").unwrap();
        let body = ledger::Body { log: ORIGIN.to_owned(), nonce: ledger::Nonce([nonce; 16]), at, content };
        let signature = by.sign(&body.to_canonical().unwrap());
        to_base64url(ledger::Leaf::new(&body, &[signature]).unwrap().bytes())
    };
    let (_, head) = stage.head(1);
    let outcome = stage.act_as(head, "enter-entries", json!({ "entries": [leaf(&key(77), 1)] }));
    assert_eq!(Stage::refused(outcome), "record-signer");
    stage.act_as(head, "enter-entries", json!({ "entries": [leaf(&own, 2)] })).unwrap();
    assert_eq!(replayed(&stage).organisations()["org-1"].key(), Some(next.public()));
    // All or none: the second repeats the first one's nonce.
    let before = stage.kinds().len();
    let twice = json!({ "entries": [leaf(&next, 3), leaf(&next, 3)] });
    assert_eq!(Stage::refused(stage.act_as(Actor::Console, "enter-entries", twice)), "record-bytes-used");
    assert_eq!(stage.kinds().len(), before);
}

#[test]
fn accreditors_who_keep_their_keys_sign_what_waits_for_them() {
    // The first two leaves are signed elsewhere, with all three keys; the server holds the clerk's alone.
    let mut setup = std::sync::Arc::into_inner(setup(false)).unwrap();
    let contents = setup.founding.contents(setup.clerk.public()).unwrap();
    let keys = [1, 2, 3].map(key);
    let sign = |content, nonce: u8| {
        let at = ledger::Moment::parse("2027-03-01T10:00:00Z").unwrap();
        let body = ledger::Body { log: ORIGIN.to_owned(), nonce: ledger::Nonce([nonce; 16]), at, content };
        let bytes = body.to_canonical().unwrap();
        let signatures: Vec<_> = keys.iter().map(|k| k.sign(&bytes)).collect();
        ledger::Leaf::new(&body, &signatures).unwrap().bytes().to_vec()
    };
    let [genesis, officers] = contents;
    setup.founding.signed = vec![sign(genesis, 1), sign(officers, 2)];
    let mut stage = Stage::empty(std::sync::Arc::new(setup));
    stage.act("register-organisation", json!({ "names": { "en": "Party" }, "home": "KE", "category": "member" }));
    stage.act(
        "convene-summit",
        json!({ "themes": { "en": "Water" }, "opens": "2027-03-01", "closes": "2027-03-31", "conveners": ["org-1"], "languages": ["en"] }),
    );
    let contact = json!({ "family": "Contact", "given": "Sam" });
    stage.act("invite-organisation", json!({ "summit": "summit-1", "organisation": "org-1", "contact": contact }));
    let person = json!({ "family": "Head", "given": "Kim" });
    stage.act("enter-member", json!({ "delegation": "delegation-1", "person": person, "rank": "head" }));
    for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
        stage.act(step, json!({ "delegation": "delegation-1" }));
    }
    assert_eq!(stage.kinds(), ["genesis", "officers"]);
    let (bodies, names) = app::record::pending(stage.engine.record().unwrap().replay(), stage.state(), None, stage.now, [5; 32]);
    let entries: Vec<String> = bodies
        .iter()
        .map(|body| {
            let bytes = body.to_canonical().unwrap();
            let signatures = [keys[0].sign(&bytes), keys[2].sign(&bytes)];
            to_base64url(ledger::Leaf::new(body, &signatures).unwrap().bytes())
        })
        .collect();
    stage.act("enter-entries", json!({ "entries": entries }));
    assert!(replayed(&stage).organisations()["org-1"].accredited);
    assert!(app::record::pending(stage.engine.record().unwrap().replay(), stage.state(), None, stage.now, [6; 32]).0.is_empty());
    assert_eq!(names.len(), 1);
    let names = replayed(&stage).organisations()["org-1"].names;
    assert!(stage.disk.blob(&names.0).unwrap().is_some(), "the names that the entry binds are kept");
}

#[test]
fn leaves_and_events_are_durable_together_or_not_at_all() {
    for fault in [Fault::BeforeDurable, Fault::AfterDurable] {
        let mut stage = Stage::summit("required");
        let device = stage.device(1);
        let before = (stage.disk.position().unwrap(), stage.disk.leaf_count().unwrap());
        stage.disk.set_fault_hook(Some(Box::new(move |_, _| Some(fault))));
        let failed =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| stage.sign(1, "endorse", &Signer::Device(&device))));
        assert!(failed.is_err(), "the disk failed");
        stage.disk.set_fault_hook(None);
        stage.disk.reopen();
        let after = (stage.disk.position().unwrap(), stage.disk.leaf_count().unwrap());
        let kept = fault == Fault::AfterDurable;
        assert_eq!(after, (before.0 + u64::from(kept), before.1 + u64::from(kept)));
    }
}

#[test]
fn an_ended_device_signs_no_more_even_before_the_accreditors_have_signed_its_end() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    let (person, head) = stage.head(1);
    let rep = person.to_string();
    // What was signed before the end and comes in after it.
    let fields = json!({ "text": "text-1", "text_digest": stage.manifest() });
    let command = record_stage::command("endorse", fields);
    let view = app::record::RecordView::new(stage.engine.record().unwrap());
    let prepared = view.prepare(stage.state(), &head, &command, false, stage.now, [7; 32]).unwrap();
    let signature = device.sign(&prepared.body, &rep, record_stage::RP, record_stage::SITE).unwrap();
    let checked = view.signed(&prepared.body, &[signature]).unwrap();
    // From here on the accreditors sign elsewhere.
    let mut stage = stage.restarted(setup(false));
    stage.act("end-device", json!({ "rep": rep }));
    assert!(!stage.kinds().contains(&"revoke"), "nobody here signs in the accreditors' name");
    assert_eq!(Stage::refused(stage.run(head, command, Some(checked))), "device-ended");
    // Its end waits for them.
    let view = app::record::RecordView::new(stage.engine.record().unwrap());
    let batch = view.pending(stage.state(), stage.now, [8; 32]);
    let kinds: Vec<_> = batch["entries"].as_array().unwrap().iter().map(|e| e["body"]["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["revoke"]);
}

#[test]
fn a_focal_point_enters_the_first_key_and_hands_in_what_it_signed() {
    let mut stage = Stage::summit("required");
    let (own, next) = (key(51), key(52));
    let focal = stage.focal(1);
    let set = |key: &ledger::SigningKey| json!({ "organisation": "org-1", "key": key.public().to_string() });
    stage.act_as(focal, "set-organisation-key", set(&own)).unwrap();
    assert_eq!(Stage::refused(stage.act_as(focal, "set-organisation-key", set(&next))), "key-rotates-itself");
    let fields = json!({ "text": "text-1", "text_digest": stage.manifest() });
    assert_eq!(Stage::refused(stage.act_as(focal, "endorse", fields)), "key-signature-required");
    stage.sign_as(focal, "endorse", &Signer::Key(&own)).unwrap();
    assert_eq!(stage.state().endorsements.now(TEXT).by_key, 1);
    assert_eq!(stage.kinds().last(), Some(&"endorse"));
}

/// A small generator (splitmix64): the same seed, the same walk.
fn draw(chance: &mut u64, below: u64) -> u64 {
    *chance = chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*chance ^ *chance >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (z ^ z >> 27) % below
}

#[test]
fn where_sessions_may_act_each_way_counts_as_the_record_has_it_and_the_rest_is_unsigned() {
    let mut ways = std::collections::HashSet::new();
    for seed in 0..6 {
        let mut stage = Stage::summit_from("session", seed);
        let own = key(41);
        stage.act("set-organisation-key", json!({ "organisation": "org-4", "key": own.public().to_string() }));
        let devices: Vec<_> = (1..=3).map(|n| stage.device(n)).collect();
        let mut chance = seed;
        for step in 0..40 {
            let n = draw(&mut chance, 4) as u32 + 1;
            let by = devices.get(n as usize - 1).map_or(Signer::Key(&own), Signer::Device);
            let act = ["endorse", "endorse", "withdraw-endorsement", "decline"][draw(&mut chance, 4) as usize];
            let mut fields = json!({ "text": "text-1", "text_digest": stage.manifest() });
            // What the rules refuse changes neither.
            match draw(&mut chance, 8) {
                0..=2 => drop(stage.act_as(stage.head(n).1, act, fields)),
                3 | 4 => drop(stage.sign(n, act, &by)),
                5 | 6 => {
                    fields["organisation"] = json!(format!("org-{n}"));
                    fields["on_paper"] = json!({ "evidence": "ab".repeat(32) });
                    drop(stage.act_as(Actor::Console, act, fields));
                }
                _ => stage.correct(&format!("Правка {step}"), true),
            }
            let recount = count::endorsements(&replayed(&stage), &Digest(stage.manifest().0));
            let recount = recount.unwrap_or_default();
            let told = stage.state().endorsements.now(TEXT);
            let acts = stage.state().endorsements.of(TEXT);
            let early = acts.into_iter().flat_map(|a| a.standing().filter(|act| a.is_before_correction(act)));
            let early_unsigned = early.filter(|act| !act.made.way.enters_record()).count() as u64;
            let signed = [told.by_key, told.by_passkey, told.on_paper].map(u64::from);
            assert_eq!(signed, [recount.by_key, recount.by_passkey, recount.on_paper], "seed {seed}, step {step}");
            assert_eq!(u64::from(told.organisations - told.by_device), recount.organisations, "seed {seed}, step {step}");
            assert_eq!(u64::from(told.before_correction) - early_unsigned, recount.before_correction, "seed {seed}, step {step}");
            ways.extend(acts.into_iter().flat_map(|a| a.standing()).map(|act| std::mem::discriminant(&act.made.way)));
        }
    }
    assert_eq!(ways.len(), 4, "some way never stood");
}

#[test]
fn the_public_figures_of_a_signed_summit_are_the_recount_of_its_record_whatever_happens() {
    for seed in 0..6 {
        let mut stage = Stage::summit_from("required", seed);
        let devices: Vec<_> = (1..=4).map(|n| stage.device(n)).collect();
        let mut chance = seed;
        for step in 0..24 {
            let n = draw(&mut chance, 4) as u32 + 1;
            let device = Signer::Device(&devices[n as usize - 1]);
            // What the rules refuse changes neither.
            match draw(&mut chance, 11) {
                0..=2 => drop(stage.sign(n, "endorse", &device)),
                3 => drop(stage.sign(n, "withdraw-endorsement", &device)),
                4 => drop(stage.sign(n, "decline", &device)),
                5 | 6 => {
                    let home = ["KE", "FR", "BR"][draw(&mut chance, 3) as usize];
                    let organisation = json!({ "names": { "en": format!("Party {n}") }, "home": home, "category": "member" });
                    stage.act("amend-organisation", json!({ "id": format!("org-{n}"), "organisation": organisation }));
                }
                7 | 8 => stage.correct(&format!("Правка {step}"), true),
                _ => {
                    let fields = json!({ "delegation": format!("delegation-{n}"), "reason": "Left" });
                    drop(stage.act_as(Actor::Console, "revoke-credentials", fields));
                }
            }
            let recount = count::endorsements(&replayed(&stage), &Digest(stage.manifest().0)).unwrap();
            let told = stage.state().endorsements.now(TEXT);
            let before = [told.before_correction].map(u64::from);
            let told = [told.organisations, told.countries, told.by_key, told.by_passkey, told.on_paper].map(u64::from);
            assert_eq!(before, [recount.before_correction], "seed {seed}");
            let recount = [recount.organisations, recount.countries, recount.by_key, recount.by_passkey, recount.on_paper];
            assert_eq!(told, recount, "seed {seed}");
        }
        stage.settle(2_000);
        let recount = count::attendance(&replayed(&stage), "summit-1").unwrap();
        let heads = domain::count::headcount(stage.state(), "summit-1".parse().unwrap());
        assert_eq!(
            [u64::from(heads.registered), u64::from(heads.accredited)],
            [recount.registered, recount.accredited],
            "seed {seed}"
        );
    }
}
