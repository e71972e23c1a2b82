//! Programs that are not ours agree: canonical form, signatures, root and recount of a bundle, by `e2e/third-party/record_check.py`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod common;

use common::reference::Reference;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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
