//! The public record at the command line: bundles, their check, lists, signatures, accreditors' batches, erasure.
#[path = "../../../ledger/tests/common/mod.rs"]
mod common;

use crate::desk::{Desk, json};
use common::reference::{Reference, SYMBOL};
use ledger::bundle::Files;
use serde_json::Value;
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use store::{Batch, EventStore, PersonWrite, SideStore, SqliteStore};

/// A desk whose data directory has the reference record as a server publishes it, and nothing else.
fn desk() -> (Desk, Reference) {
    let (desk, _) = Desk::new();
    let reference = Reference::of(346, 60);
    let record = desk.data().join("record");
    drop(fs::remove_dir_all(&record));
    let files = reference.log.bundle(&reference.text);
    for name in files.names().filter(|name| *name != "claim.json") {
        let path = record.join(name.replace("blobs/", "blob/"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, files.get(name).unwrap()).unwrap();
    }
    (desk, reference)
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_bundle_is_made_and_checked_without_the_server() {
    let (desk, reference) = desk();
    let listed = json(&desk.with_data(&["record", "texts", "--json"]));
    let text = listed.as_array().unwrap().iter().find(|text| text["symbol"] == SYMBOL).unwrap();
    assert_eq!((&text["title"], &text["organisations"]), (&Value::from("Statement on dialogue"), &Value::from(242)), "{text}");
    assert_eq!(json(&desk.with_data(&["record", "polls", "--json"]))[0]["id"], "poll-1");
    assert_eq!(json(&desk.with_data(&["record", "summits", "--json"]))[0]["present"], 60);

    let at = reference.before.to_string();
    let policy = desk.write("policy", &reference.log.policy());
    for (what, id, more, figure, expected) in [
        ("--text", SYMBOL, vec![], "organisations", 242),
        ("--text", SYMBOL, vec!["--at", &at], "organisations", 243),
        ("--poll", "poll-1", vec![], "yes", 200),
        ("--summit", "2026", vec![], "present", 60),
    ] {
        let out = desk.path(&format!("{what}{expected}.zip"));
        let out = out.to_str().unwrap();
        let made = json(&desk.with_data(&[&["bundle", what, id, "--out", out, "--json"], &more[..]].concat()));
        assert_eq!(made["counts"][figure], expected, "{made}");
        let checked = json(&desk.run(&["verify", out, "--policy", &policy, "--json"]));
        assert_eq!((&checked["verified"], &checked["counts"][figure]), (&Value::from(true), &Value::from(expected)), "{checked}");
        let words = said(&desk.run(&["verify", out]));
        assert!(words.starts_with("VERIFIED: ") && words.contains("WARNING: the policy came out of the bundle"), "{words}");
        let words = said(&desk.run(&["verify", out, "--policy", &policy]));
        assert!(words.contains("Skipped entries: none") && !words.contains("WARNING"), "{words}");
        // A bundle is never written over another.
        assert!(!desk.with_data(&["bundle", what, id, "--out", out]).status.success());
    }
    let unknown = desk.with_data(&["bundle", "--text", "A/9", "--out", "never.zip"]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("know no text A/9"));
}

#[test]
fn a_bundle_that_was_tampered_with_says_so_in_one_line_and_fails() {
    let (desk, reference) = desk();
    let out = desk.path("text.zip");
    json(&desk.with_data(&["bundle", "--text", SYMBOL, "--out", out.to_str().unwrap(), "--json"]));
    let mut files = Files::read(&fs::read(&out).unwrap()).unwrap();
    let mut tile = files.remove("tile/entries/000").unwrap();
    let at =
        tile.windows(6).position(|bytes| bytes == b"\"FR\"},").or_else(|| tile.windows(4).position(|b| b == b"\"FR\"")).unwrap();
    tile[at + 1..at + 3].copy_from_slice(b"DE");
    files.put("tile/entries/000", tile);
    let changed = desk.path("changed.zip");
    fs::write(&changed, files.write().unwrap()).unwrap();
    let output = desk.run(&["verify", changed.to_str().unwrap()]);
    let words = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(words.starts_with("NOT VERIFIED: entry ") && words.lines().count() == 1, "{words}");
    let output = desk.run(&["verify", changed.to_str().unwrap(), "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &told["verified"], &told["step"]), (Some(1), &Value::from(false), &Value::from("tree")));
    assert!(told["entry"].is_u64());
    // The policy of another log does not vouch for this one.
    let mut other = Reference::of(346, 60).log;
    other.key = common::writer::NoteKey::new("record.example.net", 1);
    let policy = desk.write("other", &other.policy());
    assert_eq!(desk.run(&["verify", out.to_str().unwrap(), "--policy", &policy]).status.code(), Some(1));
    drop(reference);
}

#[test]
fn a_signature_is_the_one_that_ssh_keygen_makes() {
    let (desk, _) = Desk::new();
    let key = desk.path("accreditor");
    let made = json(&desk.run(&["accreditor", "new-key", "--out", key.to_str().unwrap(), "--json"]));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(
        !desk.run(&["accreditor", "new-key", "--out", key.to_str().unwrap()]).status.success(),
        "a key is never written over"
    );
    let body = desk.write("body", "{\"v\":1}");
    let output = desk.run(&["sign", &body, "--key", key.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let Some(theirs) = ssh_keygen(&["-y", "-f", key.to_str().unwrap()]) else { return };
    assert_eq!(said(&theirs).split_whitespace().nth(1), made["ssh"].as_str().unwrap().split(' ').nth(1));
    ssh_keygen(&["-Y", "sign", "-n", "hemicycle-record", "-f", key.to_str().unwrap(), &body]);
    assert_eq!(said(&output), fs::read_to_string(format!("{body}.sig")).unwrap());
    // And with a key that OpenSSH made.
    let stock = desk.path("stock");
    ssh_keygen(&["-q", "-t", "ed25519", "-N", "", "-C", "an organisation", "-f", stock.to_str().unwrap()]);
    let other = desk.write("other", "{\"v\":2}");
    let output = desk.run(&["sign", &other, "--key", stock.to_str().unwrap()]);
    ssh_keygen(&["-Y", "sign", "-n", "hemicycle-record", "-f", stock.to_str().unwrap(), &other]);
    assert_eq!(said(&output), fs::read_to_string(format!("{other}.sig")).unwrap());
    let locked = desk.path("locked");
    ssh_keygen(&["-q", "-t", "ed25519", "-N", "secret", "-f", locked.to_str().unwrap()]);
    let output = desk.run(&["sign", &other, "--key", locked.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("ssh-keygen -Y sign"));
}

/// The stock program; without it nothing is compared, which is a failure under CI.
fn ssh_keygen(arguments: &[&str]) -> Option<Output> {
    let output = Command::new("ssh-keygen").args(arguments).output();
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(output.is_ok() || !required, "ssh-keygen is missing");
    output.ok().inspect(|output| assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn accreditors_sign_512_organisations_in_one_sitting() {
    let (desk, _) = Desk::new();
    let keys: Vec<String> = (1..=2)
        .map(|n| {
            let path = desk.path(&format!("key-{n}")).to_str().unwrap().to_owned();
            json(&desk.run(&["accreditor", "new-key", "--out", &path, "--json"]));
            path
        })
        .collect();
    let (bodies, names): (Vec<_>, Vec<_>) = (0..512).map(accredit).unzip();
    let batch = ledger::batch::Batch::new(common::writer::ORIGIN, &bodies, &names).unwrap();
    fs::write(desk.path("batch"), batch.to_bytes()).unwrap();
    let sign = |key: &str, from: &str, to: &str, more: &[&str]| {
        let (from, to) = (desk.path(from), desk.path(to));
        let arguments = ["accreditor", "sign", from.to_str().unwrap(), "--key", key, "--out", to.to_str().unwrap()];
        desk.run(&[&arguments, more].concat())
    };
    assert!(!sign(&keys[0], "batch", "never", &[]).status.success(), "nobody was asked");
    assert!(!sign(&keys[0], "batch", "never", &["--yes", "--log", "another.example"]).status.success());
    let shown = said(&sign(&keys[0], "batch", "once", &["--yes", "--log", common::writer::ORIGIN]));
    assert!(shown.contains("  accredit org-511: Party 511 (KE, party), no key of its own\n"), "{shown}");
    assert!(shown.contains("512 × accredit\n"));
    assert!(said(&sign(&keys[1], "once", "twice", &["--yes"])).contains("each now has 2 signatures"));
    let signed = ledger::batch::Batch::parse(&fs::read(desk.path("twice")).unwrap()).unwrap();
    assert_eq!((signed.leaves().len(), signed.signatures()), (512, 2));
}

fn accredit(n: u32) -> (ledger::Body, Vec<u8>) {
    let names = ledger::Names([("en".to_owned(), format!("Party {n}"))].into()).to_canonical().unwrap();
    let mut nonce = [0; 16];
    nonce[..4].copy_from_slice(&n.to_be_bytes());
    let accredit = ledger::body::Accredit {
        org: format!("org-{n}"),
        country: "KE".into(),
        category: "party".into(),
        names: ledger::Digest::of(&names),
        key: None,
    };
    let body = ledger::Body {
        log: common::writer::ORIGIN.into(),
        nonce: ledger::Nonce(nonce),
        at: ledger::Moment::parse("2026-11-20T08:00:00Z").unwrap(),
        content: ledger::Content::Accredit(accredit),
    };
    (body, names)
}

#[test]
fn a_person_is_erased() {
    let (desk, _) = Desk::new();
    let secret = b"the salt of somebody's presence";
    let kept = |data: &Path| SqliteStore::open(data).unwrap().reader().person(77).unwrap();
    {
        let mut store = SqliteStore::open(desk.data()).unwrap();
        let people = vec![PersonWrite { id: 77, record: Some(secret.to_vec()) }];
        let position = store.position().unwrap();
        store.append(position, &Batch { people, ..Batch::default() }).unwrap();
    }
    assert!(kept(&desk.data()).is_some());
    let output = desk.with_data(&["erase", "person", "rep-77"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(kept(&desk.data()), None);
    for file in fs::read_dir(desk.data()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.windows(secret.len()).any(|w| w == secret), "{} still has it", path.display());
        }
    }
    assert!(!desk.with_data(&["erase", "person", "rep-77"]).status.success());
    assert!(!desk.with_data(&["erase", "person", "somebody"]).status.success());
}
