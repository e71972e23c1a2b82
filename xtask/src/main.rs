//! `cargo xtask`: what a developer and CI run. See CONTRIBUTING.md.

mod bench;
mod licences;
mod run;
mod steps;
mod tidy;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  test [--only STEP] [-- ARGUMENTS]  every check and test; one step and what it needs with --only,
                                     which takes ARGUMENTS (a filter for `rust`, a file for `journeys`)
  ci [--only STEP]                   what CI runs: `test`, the licence check, the fuzz targets' compilation and a short bench
  tidy                               the house's own rules alone
  licences                           the licence check alone
  accessible                         every page in every language, on a phone, a laptop and the hall's screen,
                                     light and dark: far more than `journeys` looks at, and far longer
  screenshots                        pages as PNGs, 390, 1280 and 3840 pixels wide, into target/screenshots
  bench [NAME …] [--quick]           how fast the server is, measured in a release build (docs/performance.md)
  help                               this text

With CI=true a missing tool is a failure; elsewhere it is told and left out.
";

fn main() -> ExitCode {
    match command(std::env::args().skip(1).collect()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn command(mut arguments: Vec<String>) -> Result<bool> {
    let mut context = context()?;
    if let Some(at) = arguments.iter().position(|argument| argument == "--") {
        context.extra = arguments.split_off(at).split_off(1);
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["bench", words @ ..] = words.as_slice() {
        return bench::run(&context, words);
    }
    let (name, only) = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            return Ok(true);
        }
        [name] => (*name, None),
        [name @ ("test" | "ci"), "--only", step] => (*name, Some(*step)),
        _ => bail!("cannot read `{}`\n\n{HELP}", words.join(" ")),
    };
    if only.is_none() && !context.extra.is_empty() && !matches!(name, "screenshots" | "accessible") {
        bail!("words after -- go to one step: name it with --only");
    }
    let selected = match name {
        // Every step may be named to either, so that a failed step is run again with the words the table prints.
        "test" | "ci" if only.is_some_and(|only| steps::CI.iter().any(|step| step.name == only)) => run::select(steps::CI, only)?,
        "test" => run::select(steps::TEST, only)?,
        "ci" if only.is_some() => run::select(steps::TEST, only)?,
        "ci" => steps::TEST.iter().chain(steps::CI).collect(),
        "tidy" => run::select(steps::TEST, Some("tidy"))?,
        "licences" => run::select(steps::CI, Some("licences"))?,
        "accessible" => run::select(steps::ACCESSIBLE, None)?,
        "screenshots" => run::select(steps::SCREENSHOTS, None)?,
        other => bail!("there is no command {other}\n\n{HELP}"),
    };
    Ok(run::run_steps(&mut context, &selected))
}

fn context() -> Result<run::Context> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).context("the workspace's root")?;
    let metadata = run::cargo_metadata(&root)?;
    let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    Ok(run::Context {
        target: PathBuf::from(target),
        root,
        ci: std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false")),
        extra: Vec::new(),
        chromium: None,
        python: None,
    })
}
