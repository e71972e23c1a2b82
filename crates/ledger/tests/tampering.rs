//! Bundles that somebody has tampered with: each is found out, with one line that names what was done.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod common;

use common::reference::{Reference, SYMBOL};
use common::writer::{Log, Signer, digest, jcs, leaf};
use ledger::bundle::Files;
use ledger::verify::{Failure, Step, Verified, verify};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Large enough for the figures of endorsement, small enough to be verified over and over.
static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::of(346, 60));

fn check(files: &Files, policy: Option<&str>) -> Result<Verified, Failure> {
    verify(&files.write().unwrap(), policy, 2)
}
fn bundle(log: &Log, claim: &Value) -> Files {
    log.bundle(claim)
}
/// The one line, after it was made sure that it is one.
fn line(result: Result<Verified, Failure>) -> String {
    let line = result.expect_err("the tampering is found").to_string();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}
/// The log with its leaves as this function changes them. Checkpoint and hashes follow: what a log with dishonest witnesses could do.
fn rewritten(change: impl FnOnce(&mut Log)) -> Log {
    let mut log = Reference::of(346, 60).log;
    change(&mut log);
    log
}
/// The honest checkpoint and hashes over leaves that somebody has changed on the way.
fn on_the_way(change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Files {
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    let mut leaves = REFERENCE.log.leaves.clone();
    change(&mut leaves);
    let mut changed = Files::new();
    changed.put_leaves(&leaves).unwrap();
    let names: Vec<String> = files.names().filter(|name| name.starts_with("tile/entries/")).map(str::to_owned).collect();
    names.iter().for_each(|name| drop(files.remove(name)));
    for name in changed.names().filter(|name| name.starts_with("tile/entries/")) {
        files.put(name, changed.get(name).unwrap());
    }
    files
}
fn find(kind: &str) -> usize {
    let kind = format!("\"type\":\"{kind}\"");
    REFERENCE.log.leaves.iter().position(|leaf| String::from_utf8_lossy(leaf).contains(&kind)).unwrap()
}
fn parsed(leaf: &[u8]) -> Value {
    serde_json::from_slice(leaf).unwrap()
}

#[test]
fn the_reference_record_holds() {
    let log = &REFERENCE.log;
    let policy = log.policy();
    for (claim, policy) in [
        (&REFERENCE.text, None),
        (&REFERENCE.text_before, Some(policy.as_str())),
        (&REFERENCE.poll, Some(policy.as_str())),
        (&REFERENCE.summit, Some(policy.as_str())),
    ] {
        let verified = check(&bundle(log, claim), policy).unwrap();
        assert_eq!(verified.size, log.leaves.len() as u64);
        assert_eq!(serde_json::to_value(&verified.claim).unwrap(), *claim);
        assert_eq!(verified.witnesses.len(), 2);
        assert_eq!(verified.skipped, []);
        assert_eq!(verified.policy_from_bundle, policy.is_none());
        assert_eq!((verified.accreditors.len(), verified.threshold), (3, 2));
    }
    assert_eq!(check(&bundle(log, &REFERENCE.text), None).unwrap().title, "Statement on dialogue");
}

#[test]
fn a_figure_that_is_not_the_recount() {
    let claim = Reference::with(&REFERENCE.text, "organisations", 243);
    assert_eq!(
        line(check(&bundle(&REFERENCE.log, &claim), None)),
        "the claim is not the recount: organisations is claimed 243, counted 242"
    );
    let mut claim = REFERENCE.text.clone();
    claim["counts"].as_object_mut().unwrap().remove("on_paper");
    assert_eq!(
        line(check(&bundle(&REFERENCE.log, &claim), None)),
        "the claim is not the recount: on_paper is claimed nothing, counted 5"
    );
    let mut claim = REFERENCE.text.clone();
    claim["size"] = json!(REFERENCE.log.leaves.len() + 1);
    assert!(line(check(&bundle(&REFERENCE.log, &claim), None)).starts_with("the claim is as of"));
}

#[test]
fn an_entry_dropped() {
    let withdrawal = find("withdraw");
    let line_of = |files| line(check(&files, None));
    let dropped = on_the_way(|leaves| drop(leaves.remove(withdrawal)));
    assert!(line_of(dropped).starts_with(&format!("entry {withdrawal}: it was dropped")));
    // Another is put at the end, so that the number fits.
    let refilled = on_the_way(|leaves| {
        leaves.remove(withdrawal);
        leaves.push(leaves[7].clone());
    });
    assert!(line_of(refilled).starts_with(&format!("entry {withdrawal}: it was dropped")));
    // The hashes follow, the checkpoint cannot.
    let log = rewritten(|log| drop(log.leaves.remove(withdrawal)));
    let mut files = bundle(&log, &REFERENCE.text_before);
    files.put("checkpoint", REFERENCE.log.checkpoint(REFERENCE.log.leaves.len(), 2));
    let size = REFERENCE.log.leaves.len();
    assert!(line_of(files).contains(&format!("which a log of {size} entries has, is missing")));
}

#[test]
fn an_entry_changed() {
    let at = find("delegation");
    let change = |leaf: &mut Vec<u8>| {
        let mut value = parsed(leaf);
        value["body"]["registered"] = json!(2000);
        *leaf = jcs(&value);
    };
    let files = on_the_way(|leaves| change(&mut leaves[at]));
    assert_eq!(line(check(&files, None)), format!("entry {at}: it was changed: its hash is not the one in tile/0"));
    // The hash follows: the root does not, and the signature tells which entry.
    let log = rewritten(|log| change(&mut log.leaves[at]));
    let mut files = bundle(&log, &REFERENCE.summit);
    files.put("checkpoint", REFERENCE.log.checkpoint(REFERENCE.log.leaves.len(), 2));
    let line = line(check(&files, None));
    assert!(line.starts_with(&format!("entry {at}: the signature of ")), "{line}");
    assert!(line.ends_with("entries do not give the root of the checkpoint"), "{line}");
}

#[test]
fn a_hash_changed() {
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    let mut tile = files.remove("tile/0/001").unwrap();
    tile[32 * 5] ^= 1;
    files.put("tile/0/001", tile);
    assert_eq!(line(check(&files, None)), "entry 261: tile/0 has another hash for it");
}

#[test]
fn entries_swapped() {
    let at = find("endorse");
    let files = on_the_way(|leaves| leaves.swap(at, at + 9));
    assert_eq!(line(check(&files, None)), format!("entry {at}: it was swapped with entry {}", at + 9));
}

#[test]
fn an_entry_added() {
    let at = find("endorse");
    let files = on_the_way(|leaves| {
        let copy = leaves[at].clone();
        leaves.insert(at + 1, copy);
    });
    assert!(line(check(&files, None)).starts_with(&format!("entry {}: it was added", at + 1)));
    let files = on_the_way(|leaves| leaves.push(b"{}".to_vec()));
    assert!(line(check(&files, None)).starts_with(&format!("entry {}: it was added", REFERENCE.log.leaves.len())));
}

#[test]
fn a_text_edited() {
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    let (name, text) = {
        let (name, text) = files.blobs().find(|(_, b)| b.starts_with("1. Nous décidons".as_bytes())).unwrap();
        (name.to_owned(), text.to_vec())
    };
    let edited = String::from_utf8(text).unwrap().replace("poursuivre", "suspendre").into_bytes();
    files.put(format!("blobs/{name}"), edited.clone());
    assert_eq!(line(check(&files, None)), format!("blobs/{name} was changed: its digest is {}", digest(&edited)));
    // Under its own digest it is not the text that the manifest names.
    files.remove(&format!("blobs/{name}"));
    files.put(format!("blobs/{}", digest(&edited)), edited);
    assert_eq!(line(check(&files, None)), format!("blob {name}, the text of {SYMBOL} in fr, is missing"));
}

#[test]
fn a_text_that_breaks_the_rules() {
    let mut reference = Reference::of(346, 60);
    let manifest = reference.log.manifest("A/1/L.2", &[("en", "Title", "We agree.\u{202e}\n")]);
    reference.log.entry("text", json!({"symbol": "A/1/L.2", "manifest": manifest}), &[&reference.clerk]);
    let size = reference.log.leaves.len();
    let counts = json!({"organisations": 0, "countries": 0, "by_key": 0, "by_passkey": 0, "on_paper": 0, "before_correction": 0});
    let claim = json!({"v": 1, "kind": "text", "id": manifest, "size": size, "counts": counts});
    let line = line(check(&bundle(&reference.log, &claim), None));
    assert!(line.ends_with("the text of A/1/L.2 in en: U+202E in line 1 is not allowed"), "{line}");
}

#[test]
fn a_blob_missing() {
    let names = REFERENCE.organisations[0].names.clone();
    for (digest, what) in [(REFERENCE.manifest.clone(), "the manifest"), (names, "the names of org-000")] {
        let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
        files.remove(&format!("blobs/{digest}")).unwrap();
        assert_eq!(line(check(&files, None)), format!("blob {digest}, {what}, is missing"));
    }
}

#[test]
fn a_checkpoint_of_other_size() {
    let size = REFERENCE.log.leaves.len();
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    files.put("checkpoint", REFERENCE.log.checkpoint(size - 1, 2));
    assert!(line(check(&files, None)).contains(&format!("which a log of {} entries has, is missing", size - 1)));
    // The size edited: nobody signed that.
    let edited = REFERENCE.log.checkpoint(size, 2).replacen(&format!("\n{size}\n"), &format!("\n{}\n", size - 1), 1);
    files.put("checkpoint", edited);
    let line = line(check(&files, None));
    assert!(line.starts_with("the checkpoint: the signature of record.example.org/assembly is false"), "{line}");
}

#[test]
fn too_few_witnesses() {
    let size = REFERENCE.log.leaves.len();
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    files.put("checkpoint", REFERENCE.log.checkpoint(size, 1));
    assert_eq!(line(check(&files, None)), "the checkpoint: the quorum `two` is not reached: 1 of 3 witnesses have cosigned");
    // A witness's signature that is false is worse than none.
    let note = REFERENCE.log.checkpoint(size, 3);
    let (signed, last) = note.trim_end().rsplit_once(' ').unwrap();
    let spoiled = if last.contains('A') { last.replacen('A', "B", 1) } else { last.replacen('a', "b", 1) };
    files.put("checkpoint", format!("{signed} {}\n", spoiled));
    assert_eq!(check(&files, None).unwrap_err().step, Step::Checkpoint);
}

#[test]
fn an_old_backup_restored() {
    // The log goes on from an older copy of its data. Its witnesses have confirmed other entries, and confirm no second past.
    let log = rewritten(|log| {
        log.leaves.pop();
        let copy = log.leaves[find("endorse")].clone();
        *log.leaves.last_mut().unwrap() = copy;
    });
    let mut files = bundle(&log, &REFERENCE.text);
    files.put("checkpoint", log.checkpoint(log.leaves.len(), 0));
    assert_eq!(
        line(check(&files, Some(&REFERENCE.log.policy()))),
        "the checkpoint: the quorum `two` is not reached: 0 of 3 witnesses have cosigned"
    );
}

#[test]
fn a_signature_of_another_log() {
    let mut log = rewritten(|_| {});
    log.key = common::writer::NoteKey::new("record.example.net/other", 1);
    let mut files = bundle(&REFERENCE.log, &REFERENCE.text);
    files.put("checkpoint", log.checkpoint(log.leaves.len(), 2));
    assert_eq!(
        line(check(&files, Some(&REFERENCE.log.policy()))),
        "the checkpoint: the checkpoint is not signed by a log of the policy"
    );
    // An entry that was made for another log, and signed well.
    let at = find("endorse");
    let log = rewritten(|log| {
        let mut body = parsed(&log.leaves[at])["body"].clone();
        body["log"] = json!("record.example.net/other");
        log.leaves[at] = leaf(&body, &[&REFERENCE.organisations[0].rep]);
    });
    assert_eq!(
        line(check(&bundle(&log, &REFERENCE.text), None)),
        format!("entry {at}: an entry of another log, \"record.example.net/other\"")
    );
}

#[test]
fn a_replayed_nonce() {
    let at = find("endorse");
    let log = rewritten(|log| {
        let copy = log.leaves[at].clone();
        log.leaves.push(copy);
    });
    let line = line(check(&bundle(&log, &REFERENCE.text), None));
    let nonce = parsed(&REFERENCE.log.leaves[at])["body"]["nonce"].as_str().unwrap().to_owned();
    assert_eq!(line, format!("entry {}: the nonce {nonce} is repeated", REFERENCE.log.leaves.len()));
}

#[test]
fn an_entry_that_is_not_canonical() {
    let at = find("endorse");
    for (from, to) in [("{\"body\":{", "{\"body\": {"), ("\"v\":1", "\"v\":1.0"), ("\"type\"", "\"typ\\u0065\"")] {
        let log = rewritten(|log| {
            let text = String::from_utf8(log.leaves[at].clone()).unwrap();
            assert!(text.contains(from));
            log.leaves[at] = text.replacen(from, to, 1).into_bytes();
        });
        let line = line(check(&bundle(&log, &REFERENCE.text), None));
        assert!(line.starts_with(&format!("entry {at}: not canonical")), "{line}");
    }
}

#[test]
fn another_entry_0() {
    let log = rewritten(|log| log.leaves[0] = leaf(&parsed(&log.leaves[0])["body"], &[&Signer::ed25519("accreditor 1")]));
    let line_with = |policy: Option<&str>| line(check(&bundle(&log, &REFERENCE.text), policy));
    assert!(line_with(Some(&REFERENCE.log.policy())).starts_with("entry 0: its digest"));
    assert_eq!(line_with(None), "entry 0: the genesis is invalid: not signed by every accreditor");
}

#[test]
fn a_vote_by_a_revoked_key() {
    let mut reference = Reference::of(346, 60);
    let Reference { log, clerk, organisations, .. } = &mut reference;
    let (one, two) = (&organisations[0], &organisations[1]);
    log.entry("revoke", json!({"org": one.id, "rep": "rep-0000"}), &[&one.key]);
    let question = log.manifest("A/1/Q.2", &[("en", "Question", "Again?\n")]);
    log.entry("text", json!({"symbol": "A/1/Q.2", "manifest": question}), &[clerk]);
    let electorate = json!([{"org": one.id, "votes": 1}, {"org": two.id, "votes": 1}]);
    let fields =
        json!({"poll": "poll-2", "meeting": "plenary-2", "question": question, "method": "hands", "electorate": electorate});
    log.entry("poll", fields, &[clerk]);
    let votes: Vec<Value> = [(one, "rep-0000"), (two, "rep-0001")]
        .map(|(organisation, rep)| {
            let parts = json!([{"choice": "yes", "votes": 1}]);
            let body = log.body("vote", json!({"poll": "poll-2", "org": organisation.id, "rep": rep, "parts": parts}));
            log.entry("cast", json!({"poll": "poll-2", "org": organisation.id, "vote_sha256": digest(&jcs(&body))}), &[clerk]);
            body
        })
        .into();
    log.entry("lock", json!({"poll": "poll-2"}), &[clerk]);
    let revoked = log.push(&votes[0], &[&one.rep]);
    log.push(&votes[1], &[&two.rep]);
    let result = json!({"poll": "poll-2", "yes": 2, "no": 0, "abstain": 0, "not-participating": 0, "absent": 0});
    let result_at = log.entry("result", result.clone(), &[clerk]);
    let mut counts = result;
    counts.as_object_mut().unwrap().remove("poll");
    let claim = json!({"v": 1, "kind": "poll", "id": "poll-2", "size": log.leaves.len(), "counts": counts});
    let line = line(check(&bundle(log, &claim), None));
    let said = "representative rep-0000 was revoked";
    assert_eq!(line, format!("poll poll-2: the poll's result is not the recount; entry {revoked} is invalid: {said}"));
    // A claim on something else holds, and lists both entries.
    let mut claim = reference.text.clone();
    claim["size"] = json!(reference.log.leaves.len());
    let verified = check(&bundle(&reference.log, &claim), None).unwrap();
    let skipped: Vec<String> = verified.skipped.iter().map(|r| format!("{} {}", r.index, r.reason.code())).collect();
    assert_eq!(skipped, [format!("{revoked} rep-revoked"), format!("{result_at} vote-missing")]);
}

#[test]
fn an_endorsement_for_another_organisation() {
    let mut reference = Reference::of(346, 60);
    let Reference { log, organisations, manifest, .. } = &mut reference;
    // Number 325 has not endorsed; the delegate of number 0 does it in its name.
    let fields = json!({"org": "org-325", "seq": 9, "rep": "rep-0000", "manifest": manifest});
    let at = log.entry("endorse", fields, &[&organisations[0].rep]);
    let fields = json!({"org": "org-325", "seq": 10, "rep": "", "manifest": manifest});
    log.entry("endorse", fields, &[&organisations[0].key]);
    let mut claim = Reference::with(&reference.text, "organisations", 243);
    claim["size"] = json!(reference.log.leaves.len());
    let line = line(check(&bundle(&reference.log, &claim), None));
    assert!(line.starts_with("the claim is not the recount: organisations is claimed 243, counted 242"), "{line}");
    assert!(line.contains(&format!("; entry {at} is invalid: ")), "{line}");
    claim = reference.text.clone();
    claim["size"] = json!(reference.log.leaves.len());
    let verified = check(&bundle(&reference.log, &claim), None).unwrap();
    assert_eq!(verified.skipped.iter().map(|r| r.index).collect::<Vec<_>>(), [at, at + 1]);
}

#[test]
fn a_correction_that_changes_what_it_does_not_name() {
    let mut reference = Reference::of(346, 60);
    let Reference { log, clerk, manifest, organisations, .. } = &mut reference;
    let old: Value = serde_json::from_slice(&log.blobs[manifest]).unwrap();
    let mut corrected = old.clone();
    corrected["texts"]["fr"]["sha256"] = json!(log.blob("1. Nous décidons de poursuivre le dialogue ici.\n".as_bytes()));
    corrected["texts"]["en"]["sha256"] = json!(log.blob(b"1. We resolve to end the dialogue.\n"));
    let to = log.json_blob(&corrected);
    let fields = json!({"symbol": SYMBOL, "from": manifest, "to": to, "languages": ["fr"]});
    let at = log.entry("correct", fields, &[clerk]);
    log.act("endorse", &organisations[0].id, json!({"manifest": to}), &organisations[0].rep);
    let counts =
        json!({"organisations": 1, "countries": 1, "by_key": 0, "by_passkey": 1, "on_paper": 0, "before_correction": 241});
    let claim = json!({"v": 1, "kind": "text", "id": to, "size": log.leaves.len(), "counts": counts});
    let line = line(check(&bundle(log, &claim), None));
    assert_eq!(line, format!("entry {at}: the correction changes the text in en"));
}
