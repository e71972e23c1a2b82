//! The table of unassigned code points is the one that `tools/unicode14.py` writes, wherever a Python with the tables of
//! Unicode 14.0 is at hand; its sum is held by the tests of `text` everywhere.
#![allow(clippy::unwrap_used, reason = "tests")]
use std::process::Command;

#[test]
fn the_tool_writes_the_committed_table() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let committed = std::fs::read_to_string(format!("{folder}/src/unicode14.rs")).unwrap();
    assert!(committed.contains("Written by `tools/unicode14.py`"));
    for python in ["python3.11", "python3"] {
        if let Ok(output) = Command::new(python).arg(format!("{folder}/tools/unicode14.py")).output()
            && output.status.success()
        {
            assert_eq!(String::from_utf8(output.stdout).unwrap(), committed);
            return;
        }
    }
}
