//! Programs that are not ours agree: canonical form, signatures, root and recount of a bundle, by `e2e/third-party/record_check.py`; proofs of inclusion, by npm's
//! `@sigstore/verify`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod common;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use common::reference::Reference;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The interpreter with the packages of `xtask/requirements.txt`: `TEST_PYTHON`, or the one that `cargo xtask test --only python` left beside the
/// build. Without one, or without `ssh-keygen`, nothing can be checked: a failure under CI, elsewhere told.
fn interpreter() -> Option<PathBuf> {
    let beside = || Some(Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?.join("venv/bin/python")).filter(|path| path.is_file());
    let found = std::env::var_os("TEST_PYTHON").map(PathBuf::from).or_else(beside);
    let found = found.filter(|_| Command::new("ssh-keygen").arg("-?").output().is_ok());
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(found.is_some() || !required, "TEST_PYTHON names no interpreter, or ssh-keygen is missing");
    if found.is_none() {
        eprintln!(
            "nothing checked: cargo xtask test --only python makes the interpreter that this test needs, OpenSSH brings ssh-keygen"
        );
    }
    found
}

fn check(python: &Path, bundle: &Path) -> Output {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/third-party/record_check.py");
    Command::new(python).arg(program).arg(bundle).output().unwrap()
}

#[test]
fn programs_that_are_not_ours_agree_about_a_bundle() {
    let Some(python) = interpreter() else { return };
    let reference = Reference::of(346, 60);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle.zip");
    let files = reference.log.bundle(&reference.text);
    std::fs::write(&path, files.write().unwrap()).unwrap();
    let output = check(&python, &path);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: Value = serde_json::from_slice(&output.stdout).unwrap();
    let ours = ledger::verify::verify(&std::fs::read(&path).unwrap(), None, 2).unwrap();
    assert_eq!(theirs["size"], ours.size);
    assert_eq!(theirs["canonical"], ours.size);
    assert_eq!(theirs["witnesses"].as_array().unwrap().len(), ours.witnesses.len());
    for figure in ["organisations", "countries", "by_key", "by_passkey", "on_paper"] {
        assert_eq!(theirs["recount"][figure], ours.claim.counts[figure], "{figure}");
    }
    for kind in ["ed25519", "sshsig", "webauthn"] {
        assert!(theirs[kind].as_u64().unwrap() > 50, "{kind} was not checked: {theirs}");
    }
    // And what ours finds is no quirk of ours.
    let mut files = files;
    let name = files.names().find(|name| name.starts_with("tile/entries/")).unwrap().to_owned();
    let mut tile = files.remove(&name).unwrap();
    *tile.last_mut().unwrap() ^= 1;
    files.put(name, tile);
    std::fs::write(&path, files.write().unwrap()).unwrap();
    let output = check(&python, &path);
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "record_check: the root of the entries is not the checkpoint's\n");
}

/// What npm's `@sigstore/verify` says of a proof; none without Node and the journeys' packages, which is a failure under CI.
fn included(proof: &Value) -> Option<bool> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e");
    let there = folder.join("node_modules/@sigstore/verify").is_dir() && Command::new("node").arg("--version").output().is_ok();
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(there || !required, "Node or @sigstore/verify is missing: cargo xtask test --only npm");
    if !there {
        eprintln!("nothing checked: cargo xtask test --only npm brings what this test needs");
        return None;
    }
    let mut child = Command::new("node")
        .arg(folder.join("third-party/inclusion_check.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(proof.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() || words.starts_with("inclusion_check: "), "{words}");
    Some(output.status.success())
}

#[test]
fn a_proof_of_inclusion_holds_elsewhere() {
    let leaves: Vec<Vec<u8>> = (0..300u32).map(|n| format!("leaf {n}").into_bytes()).collect();
    let mut tree = ledger::Tree::default();
    for leaf in &leaves {
        tree.append(leaf);
    }
    for index in [0u32, 255, 299] {
        let proof = tree.prove(index.into()).unwrap();
        let hashes: Vec<String> = proof.0.iter().map(|hash| STANDARD.encode(hash)).collect();
        let leaf = |n: u32| STANDARD.encode(&leaves[n as usize]);
        let mut told =
            json!({"leaf": leaf(index), "index": index, "size": 300, "root": STANDARD.encode(tree.root()), "hashes": hashes});
        let Some(held) = included(&told) else { return };
        assert!(held, "{index}");
        told["leaf"] = leaf((index + 1) % 300).into();
        assert_eq!(included(&told), Some(false), "{index}");
    }
}
