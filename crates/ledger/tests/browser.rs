//! The check in the browser is another program in another language. Both are held to the same bundles, which a third one wrote
//! (`ui/test/check-record.mjs`): the same figures, the same invalid entries with the same codes, the same line for what was tampered with.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
use ledger::verify::verify;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

#[test]
fn both_verifiers_say_the_same() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/test/data");
    let expected: Value = serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    for (name, expected) in expected.as_object().unwrap() {
        match verify(&fs::read(folder.join(name)).unwrap(), None, 2) {
            Ok(verified) => {
                let skipped: Vec<Value> = verified.skipped.iter().map(|r| json!([r.index, r.reason.code()])).collect();
                assert_eq!(json!({"counts": verified.claim.counts, "skipped": skipped}), *expected, "{name}");
            }
            Err(failure) => assert_eq!(json!({"line": failure.to_string()}), *expected, "{name}"),
        }
    }
}
