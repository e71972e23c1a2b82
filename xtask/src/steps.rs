//! The steps of `cargo xtask test` and `cargo xtask ci`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::run::{Context, Counts, Done, Step, built_crates, cargo, cargo_metadata};
use crate::{bench, licences, tidy, tools};

/// What `cargo xtask test` runs, in this order: what fails fastest first.
pub static TEST: &[Step] = &[
    PREREQUISITES,
    Step { name: "tidy", what: "the house's own rules", needs: &[], run: tidy },
    Step { name: "format", what: "cargo fmt --check", needs: &["prerequisites"], run: format },
    NPM,
    Step { name: "e2e", what: "type check of the journeys", needs: &["npm"], run: e2e },
    Step {
        name: "python",
        what: "an interpreter with the third-party programs that tests show our mail and calendars to",
        needs: &[],
        run: tools::python,
    },
    Step { name: "clippy", what: "clippy, warnings are errors", needs: &["prerequisites", "npm"], run: clippy },
    CHROMIUM,
    Step { name: "ui", what: "type check and tests of the user interface", needs: &["npm", "chromium"], run: ui },
    Step { name: "rust", what: "all Rust tests", needs: &["prerequisites", "npm"], run: rust },
    Step { name: "doctests", what: "the examples in the documentation", needs: &["prerequisites", "npm"], run: doctests },
    Step { name: "docs", what: "cargo doc, warnings are errors", needs: &["prerequisites", "npm"], run: docs },
    BUILD,
    Step { name: "journeys", what: "browser journeys", needs: &["npm", "chromium", "build"], run: journeys },
];

/// What CI runs besides.
pub static CI: &[Step] = &[
    Step { name: "licences", what: "licences, bans and sources by deny.toml", needs: &[], run: licences },
    Step { name: "fuzz", what: "the fuzz targets compile", needs: &["prerequisites", "npm"], run: fuzz },
    Step { name: "bench", what: "a short run of the bench, for breakage alone", needs: &["build"], run: bench::quick },
];

/// What `cargo xtask screenshots` runs.
pub static SCREENSHOTS: &[Step] = &[
    PREREQUISITES,
    NPM,
    CHROMIUM,
    BUILD,
    Step { name: "screenshots", what: "pages into target/screenshots", needs: &["npm", "chromium", "build"], run: screenshots },
];

/// What `cargo xtask accessible` runs.
pub static ACCESSIBLE: &[Step] = &[
    PREREQUISITES,
    NPM,
    CHROMIUM,
    BUILD,
    Step {
        name: "accessible",
        what: "every page in every language, width and colours",
        needs: &["npm", "chromium", "build"],
        run: accessible,
    },
];

const PREREQUISITES: Step =
    Step { name: "prerequisites", what: "Rust, Node, a C compiler, ssh-keygen", needs: &[], run: tools::prerequisites };
const NPM: Step = Step { name: "npm", what: "packages of ui/ and e2e/", needs: &["prerequisites"], run: tools::npm };
const CHROMIUM: Step = Step { name: "chromium", what: "a browser", needs: &["npm"], run: tools::chromium };
const BUILD: Step =
    Step { name: "build", what: "the program, as the tests built it", needs: &["prerequisites", "npm"], run: build };

fn run_cargo(context: &Context, arguments: &[&str], environment: &[(&str, &str)]) -> Result<Done> {
    let mut command = context.command(&cargo(), ".");
    command.args(arguments).envs(environment.iter().copied());
    context.run(command).map(Done::Ran)
}

fn tidy(context: &mut Context) -> Result<Done> {
    let (passed, failed) = tidy::report(&tidy::read_tree(&context.root)?);
    Ok(Done::Ran(Counts { passed, failed }))
}

fn format(context: &mut Context) -> Result<Done> {
    run_cargo(context, &["fmt", "--all", "--check", "--", "--color", "never"], &[])
}

fn npm_run(context: &Context, folder: &str, script: &str) -> Result<Counts> {
    let mut command = context.command("npm", folder);
    command.args(["run", script]);
    context.run(command)
}

fn ui(context: &mut Context) -> Result<Done> {
    npm_run(context, "ui", "check")?;
    // Compiling has made it, unless this step runs alone.
    if !context.root.join("ui/dist").is_dir() {
        npm_run(context, "ui", "build")?;
    }
    npm_run(context, "ui", "test").map(Done::Ran)
}

fn e2e(context: &mut Context) -> Result<Done> {
    npm_run(context, "e2e", "check").map(Done::Ran)
}

fn clippy(context: &mut Context) -> Result<Done> {
    run_cargo(context, &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"], &[])
}

fn rust(context: &mut Context) -> Result<Done> {
    // Where this step runs alone; without an interpreter the tests that need one say so themselves.
    if context.python.is_none() {
        drop(tools::python(context)?);
    }
    let mut command = context.command(&cargo(), ".");
    command.env("RUST_BACKTRACE", "1");
    let nextest = std::process::Command::new(cargo()).args(["nextest", "--version"]).output();
    if nextest.is_ok_and(|output| output.status.success()) {
        command.args(["nextest", "run", "--workspace", "--status-level", "fail", "--no-tests", "pass"]);
    } else {
        command.args(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]);
    }
    command.args(&context.extra);
    context.run(command).map(Done::Ran)
}

fn doctests(context: &mut Context) -> Result<Done> {
    run_cargo(context, &["test", "--workspace", "--doc", "--quiet"], &[])
}

/// Folders under `root` that hold fuzz targets: `fuzz` itself and that of any crate.
fn fuzz_folders(root: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = vec![root.join("fuzz")];
    for entry in std::fs::read_dir(root.join("crates"))? {
        folders.push(entry?.path().join("fuzz"));
    }
    folders.retain(|folder| folder.join("Cargo.toml").is_file());
    folders.sort();
    Ok(folders)
}

fn fuzz(context: &mut Context) -> Result<Done> {
    let folders = fuzz_folders(&context.root)?;
    if folders.is_empty() {
        bail!("no fuzz target is found in fuzz/ or crates/*/fuzz/");
    }
    for folder in folders {
        let manifest = folder.join("Cargo.toml");
        // Fuzzers keep no lockfile of their own: the versions are the house's, and only what fuzzers add is chosen anew.
        std::fs::copy(context.root.join("Cargo.lock"), folder.join("Cargo.lock")).context("Cargo.lock")?;
        let mut command = context.command(&cargo(), ".");
        command.args(["check", "--bins", "--quiet", "--manifest-path"]).arg(&manifest);
        // A check links nothing, so libFuzzer need not be there: compiling it takes a C++ compiler.
        command.env("CUSTOM_LIBFUZZER_PATH", context.target.join("libFuzzer.a"));
        context.run(command).with_context(|| format!("{} does not compile", manifest.display()))?;
    }
    Ok(Done::Ran(Counts::default()))
}

fn docs(context: &mut Context) -> Result<Done> {
    let arguments = ["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"];
    run_cargo(context, &arguments, &[("RUSTDOCFLAGS", "-D warnings")])
}

fn build(context: &mut Context) -> Result<Done> {
    // The whole workspace, as the tests were built: another selection would unify features anew and build twice.
    run_cargo(context, &["build", "--workspace", "--bins"], &[])
}

fn playwright(context: &Context, script: &str) -> Result<Done> {
    let mut command = context.command("npm", "e2e");
    let program = context.target.join("debug").join(format!("hemicycle{}", std::env::consts::EXE_SUFFIX));
    command.env("TEST_HEMICYCLE_BIN", program).env("SCREENSHOTS", context.target.join("screenshots"));
    command.args(["run", script, "--"]).args(&context.extra);
    context.run(command).map(Done::Ran)
}

fn journeys(context: &mut Context) -> Result<Done> {
    playwright(context, "test")
}

fn screenshots(context: &mut Context) -> Result<Done> {
    // Where Arabic and Chinese have no font a picture shows boxes; without root the machine's fonts have to do.
    tools::apt(context, &["fonts-noto-core", "fonts-noto-cjk"])?;
    playwright(context, "screenshots")
}

fn accessible(context: &mut Context) -> Result<Done> {
    playwright(context, "accessible")
}

fn licences(context: &mut Context) -> Result<Done> {
    let found = licences::check(&context.root, &cargo_metadata(&context.root)?, &built_crates(&context.root)?)?;
    if found.is_empty() {
        return Ok(Done::Ran(Counts::default()));
    }
    bail!("deny.toml does not allow:\n  {}", found.join("\n  "));
}

#[cfg(test)]
mod tests {
    use super::fuzz_folders;

    #[test]
    fn every_folder_of_fuzz_targets_is_found() -> anyhow::Result<()> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let found = fuzz_folders(&root)?;
        for folder in ["crates/app/fuzz", "crates/ledger/fuzz", "fuzz"] {
            assert!(found.contains(&root.join(folder)), "{folder}: {found:?}");
        }
        Ok(())
    }
}
