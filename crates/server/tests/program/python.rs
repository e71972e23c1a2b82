//! The interpreter with the third-party programs that our letters and calendars are shown to.
use std::path::{Path, PathBuf};

/// The interpreter that has the packages of `xtask/requirements.txt`: `TEST_PYTHON`, or the one that `cargo xtask test --only python`
/// left beside the build. Without one nothing can be checked: a failure under CI, elsewhere told.
pub fn interpreter() -> Option<PathBuf> {
    let beside = || {
        let target = Path::new(env!("CARGO_BIN_EXE_hemicycle")).parent()?.parent()?;
        Some(target.join("venv/bin/python")).filter(|path| path.is_file())
    };
    let found = std::env::var_os("TEST_PYTHON").map(PathBuf::from).or_else(beside);
    let required = std::env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"));
    assert!(found.is_some() || !required, "TEST_PYTHON names no interpreter: cargo xtask test --only python makes one");
    if found.is_none() {
        eprintln!("nothing checked: cargo xtask test --only python makes the interpreter that this test needs");
    }
    found
}

/// A program of `e2e/third-party`.
pub fn program(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/third-party").join(name)
}
