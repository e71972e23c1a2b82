//! Scenario 6 in the record: one language of an adopted text is corrected, and a stranger's replay tells the endorsements apart.
use crate::record_stage::{ORIGIN, Signer, Stage, TEXT, command, setup};
use app::record::RecordView;
use domain::Actor;
use ledger::{
    Digest, Leaf, Replay,
    body::{Content, Correct, MinuteKind},
    claim::{Kind, Source, assemble},
    count,
    text::Manifest,
};
use serde_json::{Value, json};
use std::ops::ControlFlow;
use store::{Batch, EventStore, SideStore, memory::MemoryStore};

fn replay_of(leaves: &[Leaf], log: &str) -> Replay {
    let leaves: Vec<Vec<u8>> = leaves.iter().map(|l| l.bytes().to_vec()).collect();
    let mut replay = Replay::new(log);
    assert_eq!(replay.extend(&leaves, 2).unwrap(), [], "an entry is invalid");
    replay
}
fn counted(stage: &Stage) -> count::Endorsements {
    count::endorsements(&replay_of(&stage.leaves(), ORIGIN), &Digest(stage.manifest().0)).unwrap()
}
fn blob(stage: &Stage, digest: [u8; 32]) -> Vec<u8> {
    stage.disk.blob(&digest).unwrap().unwrap()
}
fn manifest(stage: &Stage, digest: [u8; 32]) -> Manifest {
    Manifest::parse(&blob(stage, digest)).unwrap()
}
fn corrections(stage: &Stage) -> Vec<Correct> {
    let correct = |leaf: &Leaf| match &leaf.entry().unwrap().body.content {
        Content::Correct(correct) => Some(correct.clone()),
        _ => None,
    };
    stage.leaves().iter().filter_map(correct).collect()
}
/// What the minutes say of corrections.
fn minutes(stage: &Stage) -> Vec<(MinuteKind, Value)> {
    let minute = |leaf: &Leaf| match &leaf.entry().unwrap().body.content {
        Content::Minute { kind, sha256, .. } => {
            let said: Value = serde_json::from_slice(&blob(stage, sha256.0)).unwrap();
            let said: Value = serde_json::from_str(said["event"].as_str().unwrap()).unwrap();
            said.get("correction").is_some().then_some((*kind, said))
        }
        _ => None,
    };
    stage.leaves().iter().filter_map(minute).collect()
}
/// The second organisation's endorsement on paper.
fn on_paper(stage: &mut Stage) {
    let fields = json!({ "text": "text-1", "text_digest": stage.manifest(), "organisation": "org-2", "on_paper": { "evidence": "ab".repeat(32) } });
    stage.act("endorse", fields);
}
/// The house's events on a disk without leaves.
fn without_record(stage: &Stage) -> MemoryStore {
    let (disk, mut events) = (MemoryStore::new(), Vec::new());
    let collect = &mut |_, bytes: &[u8]| {
        events.push(bytes.to_vec());
        ControlFlow::Continue(())
    };
    stage.disk.read_after(0, usize::MAX, collect).unwrap();
    EventStore::append(&mut disk.clone(), 0, &Batch { events, ..Batch::default() }).unwrap();
    disk
}

#[test]
fn scenario_6_one_language_is_corrected_and_endorsements_from_before_are_counted_apart() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    on_paper(&mut stage);
    let (before, whole) = (stage.manifest(), stage.leaves().len());

    stage.correct("Мы сохраняем воду чистой.", true);

    let (from, to) = (manifest(&stage, before.0), manifest(&stage, stage.manifest().0));
    assert_eq!(to.texts["en"], from.texts["en"], "English has the digests that it had");
    assert_ne!(to.texts["ru"].sha256, from.texts["ru"].sha256);
    assert_eq!(to.corrects(&from, &["ru".to_owned()]), Ok(()));
    let [correct] = &corrections(&stage)[..] else { panic!("not one correction") };
    assert_eq!((correct.symbol.as_str(), &correct.languages[..]), ("SD/2027/L.1", &["ru".to_owned()][..]));
    assert_eq!((correct.from.0, correct.to.0), (before.0, stage.manifest().0));
    assert_eq!(blob(&stage, to.texts["ru"].sha256.0), "Мы сохраняем воду чистой.\n".as_bytes());
    assert_eq!(stage.kinds()[stage.kinds().len() - 3..], ["minute", "correct", "minute"]);

    let now = counted(&stage);
    assert_eq!((now.organisations, now.countries, now.before_correction), (0, 0, 2));
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let now = counted(&stage);
    assert_eq!((now.organisations, now.by_passkey, now.before_correction), (1, 1, 1));
    let told = stage.state().endorsements.now(TEXT);
    assert_eq!((told.organisations, told.by_passkey, told.before_correction), (1, 1, 1));
    // As of the size before it, the figure is what it was.
    let then = count::endorsements(&replay_of(&stage.leaves()[..whole], ORIGIN), &Digest(before.0)).unwrap();
    assert_eq!((then.organisations, then.before_correction), (2, 0));

    // The bundle has all that a stranger needs, the text as it was before included.
    let leaves: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let source =
        Source { checkpoint: b"", policy: b"", leaves: &leaves, blob: |digest: &Digest| stage.disk.blob(&digest.0).unwrap() };
    let id = stage.manifest().to_string();
    let (claim, files) = assemble(&source, &replay_of(&stage.leaves(), ORIGIN), Kind::Text, &id).unwrap();
    assert_eq!((claim.counts["organisations"], claim.counts["before_correction"]), (1, 1));
    assert!(files.blob(&before.to_string()).is_some(), "the manifest that was corrected is there");
    // A restart folds the same, from snapshot and log.
    stage.engine.save_snapshot().unwrap();
    let again = Stage::on(stage.disk.clone(), setup(true));
    assert_eq!(again.state(), stage.state());
    assert_eq!(counted(&again), now);
}

#[test]
fn one_objection_leaves_its_minute_and_no_correction() {
    let mut stage = Stage::summit("required");
    let before = stage.manifest();
    stage.correct("Мы сохраняем воду чистой.", false);
    let (_, head) = stage.head(3);
    let fields = json!({ "text": "text-1", "reason": "The word is right", "language": "en" });
    stage.act_as(head, "object-to-correction", fields).unwrap();
    stage.now = stage.now.plus_ms(3_600_000);
    let issue = command("issue-correction", json!({ "text": "text-1" }));
    assert_eq!(Stage::refused(stage.run(Actor::Server, issue, None)), "no-correction-open");
    assert_eq!(stage.manifest(), before);
    assert!(corrections(&stage).is_empty());
    let said = minutes(&stage);
    let steps: Vec<_> = said.iter().map(|(kind, said)| (*kind, said["step"].as_str().unwrap())).collect();
    assert_eq!(steps, [(MinuteKind::Motion, "proposed"), (MinuteKind::Motion, "blocked")]);
    let (_, proposed) = &said[0];
    assert_eq!(proposed["correction"], "SD/2027/L.1/Corr.1");
    let until = stage.state().texts.get(TEXT).unwrap().corrections[0].until;
    assert_eq!(proposed["until"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap().as_millisecond(), until.0);
    assert_eq!(said[1].1["organisation"], "org-3");
    assert!(!said[1].1.to_string().contains("right"), "what people wrote stays out of the record");
}

#[test]
fn a_proposal_survives_a_restart_and_is_issued_when_its_window_ends() {
    let mut stage = Stage::summit("required");
    stage.correct("Мы сохраняем воду чистой.", false);
    let mut again = stage.restarted(setup(true));
    let issue = || command("issue-correction", json!({ "text": "text-1" }));
    assert_eq!(Stage::refused(again.run(Actor::Server, issue(), None)), "correction-window-open");
    again.now = again.now.plus_ms(60_000);
    again.run(Actor::Server, issue(), None).unwrap();
    assert_eq!(corrections(&again).len(), 1);
}

#[test]
fn a_correction_that_the_record_could_not_take_is_refused_before_anybody_is_asked() {
    let mut stage = Stage::summit("required");
    // A face that Unicode 14 has not got.
    stage.act(
        "prepare-correction",
        json!({ "text": "text-1", "language": "ru", "paragraphs": { "paragraph-1": "Вода \u{1fae8}" } }),
    );
    let fields = json!({ "text": "text-1", "reason": { "en": "A word is wrong" }, "minutes": 1 });
    assert_eq!(Stage::refused(stage.act_as(Actor::Console, "propose-correction", fields)), "record-characters");
    let text = stage.state().texts.get(TEXT).unwrap();
    assert!(text.corrections.is_empty() && text.prepared().is_some(), "nothing is lost, nothing half done");
}

#[test]
fn a_record_that_began_after_the_adoption_has_the_text_as_adopted_and_each_correction() {
    let mut stage = Stage::summit("session");
    stage.correct("Первая правка.", true);
    let mut later = Stage::on(without_record(&stage), setup(true)).going_on_from(&stage);
    later.correct("Вторая правка.", true);
    let chain = corrections(&later);
    assert_eq!(chain.len(), 2);
    assert_eq!(chain[0].to, chain[1].from);
    assert_eq!(later.kinds().iter().filter(|kind| **kind == "text").count(), 1);
    assert_eq!(counted(&later).organisations, 0);
}

#[test]
fn a_successor_takes_over_the_versions_and_each_act_on_its_own() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    on_paper(&mut stage);
    stage.correct("Мы сохраняем воду чистой.", true);
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    let lost: Vec<Vec<u8>> = stage.leaves().iter().map(|l| l.bytes().to_vec()).collect();
    let new = crate::record_stage::successor(lost.iter().map(Vec::as_slice));
    let mut successor = Stage::on(without_record(&stage), new);
    successor.settle(3_000);
    successor.settle(3_000);
    let replay = replay_of(&successor.leaves(), "record.example.org/two");
    let counted = count::endorsements(&replay, &Digest(stage.manifest().0)).unwrap();
    assert_eq!((counted.organisations, counted.on_paper, counted.before_correction), (1, 1, 1));
    assert_eq!(corrections(&successor), corrections(&stage));
}

#[test]
fn whoever_signs_a_moment_after_a_colleague_is_told_to_look_and_sign_once_more() {
    let mut stage = Stage::summit("required");
    let device = stage.device(1);
    let (_, head) = stage.head(1);
    let reserved = json!({ "text": "text-1", "text_digest": stage.manifest(), "words": "Not as to means.", "language": "en" });
    let reserve = command("endorse-with-reservation", reserved);
    let view = RecordView::new(stage.engine.record().unwrap());
    let prepared = view.prepare(stage.state(), &head, &reserve, false, stage.now, [5; 32]).unwrap();
    let rep = prepared.device.clone().unwrap().0;
    let signature = device.sign(&prepared.body, &rep, crate::record_stage::RP, crate::record_stage::SITE).unwrap();
    let checked = view.signed(&prepared.body, &[signature]).unwrap();
    // Meanwhile the organisation acts once more.
    stage.sign(1, "endorse", &Signer::Device(&device)).unwrap();
    assert_eq!(Stage::refused(stage.run(head, reserve, Some(checked))), "record-overtaken");
    assert_eq!(stage.state().endorsements.of(TEXT).unwrap().all().len(), 1, "nothing of it was done");
}
