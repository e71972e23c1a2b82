//! Running steps one after another, counting what they tested, and telling it in a table.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::Value;

/// `cargo metadata` of the workspace at `root`, with the resolved graph.
pub fn cargo_metadata(root: &Path) -> Result<Value> {
    let output =
        Command::new(cargo()).args(["metadata", "--format-version", "1"]).current_dir(root).output().context("cargo metadata")?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Names and versions of every crate that is built for the workspace at `root`, tests and all platforms included.
pub fn built_crates(root: &Path) -> Result<BTreeSet<String>> {
    let arguments =
        ["tree", "--workspace", "--target", "all", "--edges", "normal,build,dev", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(cargo()).args(arguments).current_dir(root).output().context("cargo tree")?;
    if !output.status.success() {
        bail!("cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    }
    // A line is "name v1.2.3", with a path or a mark behind it.
    let named = |line: &str| {
        let mut words = line.split_whitespace();
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(named).collect())
}

/// The cargo that started this program.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Passed and failed tests.
#[derive(Default, Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, timed out, or passed only when tried again.
    pub failed: u64,
}

/// How a step's own work ended.
pub enum Done {
    /// It ran; the counts are zero when it is a check without tests.
    Ran(Counts),
    /// A tool is missing that could not be installed: a failure under CI, elsewhere told and left out.
    Missing(String),
}

/// What the steps share.
pub struct Context {
    /// The workspace's root.
    pub root: PathBuf,
    /// Cargo's target directory.
    pub target: PathBuf,
    /// Whether `CI` is set: nothing may be left out then.
    pub ci: bool,
    /// Words after `--`, handed on to the step named by `--only`.
    pub extra: Vec<String>,
    /// The browser found or installed; `None` leaves the choice to Playwright.
    pub chromium: Option<PathBuf>,
    /// The interpreter of target/venv, once made.
    pub python: Option<PathBuf>,
}

/// One step of a run.
pub struct Step {
    /// The word for `--only`.
    pub name: &'static str,
    /// What it does, in a few words.
    pub what: &'static str,
    /// Steps that must have gone well before.
    pub needs: &'static [&'static str],
    /// Its work.
    pub run: fn(&mut Context) -> Result<Done>,
}

enum Outcome {
    Passed,
    Failed(String),
    LeftOut(String),
    Blocked(&'static str),
}

struct Row {
    name: &'static str,
    outcome: Outcome,
    counts: Counts,
    seconds: f64,
}

impl Context {
    /// A command in `folder` (relative to the root) with the environment that tests rely on.
    pub fn command(&self, program: &str, folder: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.root.join(folder));
        if let Some(chromium) = &self.chromium {
            command.env("CHROMIUM", chromium);
        }
        if let Some(python) = &self.python {
            command.env("TEST_PYTHON", python);
        }
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// Runs a command to its end, showing what it prints and counting the tests that it tells of.
    pub fn run(&self, mut command: Command) -> Result<Counts> {
        let told = format!("{command:?}");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("cannot start {told}"))?;
        let (sender, lines) = mpsc::channel();
        let readers = [
            child.stdout.take().map(|pipe| forward(pipe, sender.clone())),
            child.stderr.take().map(|pipe| forward(pipe, sender)),
        ];
        let mut counts = Counts::default();
        for line in lines {
            println!("{line}");
            let more = counted(&line);
            counts.passed += more.passed;
            counts.failed += more.failed;
        }
        for reader in readers.into_iter().flatten() {
            reader.join().map_err(|_| anyhow!("reading the output of {told}"))?;
        }
        let status = child.wait()?;
        if status.success() {
            return Ok(counts);
        }
        Err(Failure { counts, told: format!("{status}") }.into())
    }
}

/// A command that ended badly, with the tests it told of until then.
#[derive(Debug)]
struct Failure {
    counts: Counts,
    told: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.told)
    }
}

impl std::error::Error for Failure {}

fn forward(pipe: impl Read + Send + 'static, lines: mpsc::Sender<String>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|length| length > 0) {
            let line = String::from_utf8_lossy(&bytes);
            if lines.send(line.trim_end_matches(['\n', '\r']).to_owned()).is_err() {
                return;
            }
            bytes.clear();
        }
    })
}

/// What one line of the summary of nextest, cargo test, Playwright or Node's test runner counts.
fn counted(line: &str) -> Counts {
    let line = line.trim();
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect();
    let nextest = line.starts_with("Summary [") && line.contains(" run:");
    let cargo_test = line.starts_with("test result:");
    let playwright = matches!(
        words.as_slice(),
        [number, "passed" | "failed" | "flaky" | "interrupted", ..] if number.parse::<u64>().is_ok()
    );
    // Node's own runner says "# pass 5", or "ℹ pass 5", and the like of what failed.
    if let ["#" | "ℹ", kind @ ("pass" | "fail" | "cancelled"), number] = words.as_slice() {
        let number = number.parse().unwrap_or(0);
        return match *kind {
            "pass" => Counts { passed: number, failed: 0 },
            _ => Counts { passed: 0, failed: number },
        };
    }
    if !(nextest || cargo_test || playwright) {
        return Counts::default();
    }
    let number_before = |wanted: &[&str]| -> u64 {
        words.windows(2).filter(|pair| wanted.contains(&pair[1])).filter_map(|pair| pair[0].parse::<u64>().ok()).sum()
    };
    Counts { passed: number_before(&["passed"]), failed: number_before(&["failed", "timed", "flaky", "interrupted"]) }
}

/// The steps to run for `only` (all of them without it), each with what it needs, in order.
pub fn select(steps: &'static [Step], only: Option<&str>) -> Result<Vec<&'static Step>> {
    let Some(only) = only else {
        return Ok(steps.iter().collect());
    };
    if !steps.iter().any(|step| step.name == only) {
        let names: Vec<_> = steps.iter().map(|step| step.name).collect();
        bail!("there is no step {only}; the steps are {}", names.join(", "));
    }
    let mut wanted = vec![only];
    let mut index = 0;
    while let Some(name) = wanted.get(index).copied() {
        let needs = steps.iter().find(|step| step.name == name).map_or(&[][..], |step| step.needs);
        wanted.extend(needs.iter().filter(|need| !wanted.contains(*need)).collect::<Vec<_>>());
        index += 1;
    }
    Ok(steps.iter().filter(|step| wanted.contains(&step.name)).collect())
}

/// Runs the steps, prints the table, and returns whether everything went well.
pub fn run_steps(context: &mut Context, steps: &[&'static Step]) -> bool {
    let mut rows: Vec<Row> = Vec::new();
    for step in steps {
        let unmet =
            step.needs.iter().find(|need| rows.iter().any(|row| row.name == **need && !matches!(row.outcome, Outcome::Passed)));
        if let Some(need) = unmet {
            rows.push(Row { name: step.name, outcome: Outcome::Blocked(need), counts: Counts::default(), seconds: 0.0 });
            continue;
        }
        println!("\n── {}: {}", step.name, step.what);
        let (result, took) = timed(|| (step.run)(context));
        let (outcome, counts) = judge(result, context.ci);
        if let Outcome::Failed(why) | Outcome::LeftOut(why) = &outcome {
            println!("{}: {why}", step.name);
        }
        rows.push(Row { name: step.name, outcome, counts, seconds: took.as_secs_f64() });
    }
    print_table(&rows)
}

#[expect(clippy::disallowed_methods, reason = "how long a step took is told to a person and decides nothing")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A step without tests counts as one; so does a failure in which no test failed (a build that broke, say).
fn judge(result: Result<Done>, ci: bool) -> (Outcome, Counts) {
    match result {
        Ok(Done::Ran(counts)) if counts == Counts::default() => (Outcome::Passed, Counts { passed: 1, failed: 0 }),
        Ok(Done::Ran(counts)) if counts.failed == 0 => (Outcome::Passed, counts),
        Ok(Done::Ran(counts)) => (Outcome::Failed(format!("{} failed", counts.failed)), counts),
        Ok(Done::Missing(what)) if ci => (Outcome::Failed(what), Counts { passed: 0, failed: 1 }),
        Ok(Done::Missing(what)) => (Outcome::LeftOut(what), Counts::default()),
        Err(error) => {
            let counts = error.downcast_ref::<Failure>().map_or(Counts::default(), |failure| failure.counts);
            let counts = Counts { failed: counts.failed.max(1), ..counts };
            (Outcome::Failed(format!("{error:#}")), counts)
        }
    }
}

fn print_table(rows: &[Row]) -> bool {
    println!("\n{:<15} {:>8}  {:>7} {:>7}  result", "step", "seconds", "passed", "failed");
    for row in rows {
        let result = match &row.outcome {
            Outcome::Passed => "ok".to_owned(),
            Outcome::Failed(_) => format!("FAILED; again: cargo xtask test --only {}", row.name),
            Outcome::LeftOut(why) => format!("left out: {why}"),
            Outcome::Blocked(need) => format!("not run, because {need} did not go well"),
        };
        let Row { name, counts, seconds, .. } = row;
        println!("{name:<15} {seconds:>8.1}  {:>7} {:>7}  {result}", counts.passed, counts.failed);
    }
    let seconds: f64 = rows.iter().map(|row| row.seconds).sum();
    let passed: u64 = rows.iter().map(|row| row.counts.passed).sum();
    let failed: u64 = rows.iter().map(|row| row.counts.failed).sum();
    println!("{:<15} {seconds:>8.1}\n\n{passed} passed, {failed} failed", "all");
    let _ = std::io::stdout().flush();
    failed == 0
}

#[cfg(test)]
mod tests {
    use super::{Counts, Done, Outcome, Step, counted, judge, select};

    #[test]
    fn the_summaries_of_four_runners_are_counted() {
        let counts = |passed, failed| Counts { passed, failed };
        assert_eq!(counted("     Summary [   0.012s] 5 tests run: 4 passed (1 slow), 1 failed, 0 skipped"), counts(4, 1));
        assert_eq!(counted("     Summary [   9.0s] 3 tests run: 1 passed, 1 failed, 1 timed out, 0 skipped"), counts(1, 2));
        assert_eq!(counted("test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured"), counts(3, 1));
        assert_eq!(counted("  12 passed (3.4s)"), counts(12, 0));
        assert_eq!(counted("  1 flaky"), counts(0, 1));
        assert_eq!(counted("# pass 7"), counts(7, 0));
        assert_eq!(counted("ℹ fail 2"), counts(0, 2));
        assert_eq!(counted("        PASS [   0.003s] domain floor::passed"), counts(0, 0));
        assert_eq!(counted("the motion passed"), counts(0, 0));
    }

    #[test]
    fn a_missing_tool_fails_under_ci_alone() {
        let missing = || Ok(Done::Missing("no browser".into()));
        assert!(matches!(judge(missing(), true), (Outcome::Failed(_), Counts { failed: 1, .. })));
        assert!(matches!(judge(missing(), false), (Outcome::LeftOut(_), Counts { failed: 0, .. })));
    }

    #[test]
    fn one_step_brings_what_it_needs() -> anyhow::Result<()> {
        static STEPS: &[Step] = &[
            Step { name: "a", what: "", needs: &[], run: |_| Ok(Done::Ran(Counts::default())) },
            Step { name: "b", what: "", needs: &["a"], run: |_| Ok(Done::Ran(Counts::default())) },
            Step { name: "c", what: "", needs: &["b"], run: |_| Ok(Done::Ran(Counts::default())) },
        ];
        let names = |only| select(STEPS, only).map(|steps| steps.iter().map(|s| s.name).collect::<String>());
        assert_eq!(names(Some("b"))?, "ab");
        assert_eq!(names(Some("c"))?, "abc");
        assert_eq!(names(None)?, "abc");
        assert!(names(Some("d")).is_err());
        Ok(())
    }
}
