//! What is written: `bench/results.json` for programs, `docs/performance.md` for people.
use crate::{
    benches::{ALL, Bench},
    machine::Machine,
};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::{fs, path::Path, process::Command};

/// Puts a bench's results in, with machine, commit and date, and writes both files anew.
pub fn write(root: &Path, bench: &Bench, results: Value) -> Result<()> {
    let path = root.join("bench/results.json");
    let mut all: Map<String, Value> = match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| format!("reading {}", path.display()))?,
        Err(_) => Map::new(),
    };
    let mut results = results;
    results["commit"] = json!(commit(root));
    results["date"] = json!(date());
    results["machine"] = serde_json::to_value(Machine::here())?;
    all.insert(bench.name.to_owned(), results);
    fs::write(&path, serde_json::to_string_pretty(&all)? + "\n")?;
    let document = root.join("docs/performance.md");
    fs::write(&document, self::document(&all)).with_context(|| format!("writing {}", document.display()))
}

/// Writes the document anew from the kept results.
pub fn rewrite(root: &Path) -> Result<()> {
    let path = root.join("bench/results.json");
    let all: Map<String, Value> = serde_json::from_slice(&fs::read(&path)?).context("the kept results")?;
    Ok(fs::write(root.join("docs/performance.md"), document(&all))?)
}

fn commit(root: &Path) -> String {
    let output = Command::new("git").args(["rev-parse", "--short=12", "HEAD"]).current_dir(root).output();
    output.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the day of a measurement is told")]
fn date() -> String {
    jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date().to_string()
}

const HEAD: &str = "# How fast it is\n\n\
    Measured by `cargo xtask bench`, which writes this page and [`bench/results.json`](../bench/results.json). Server and load run on one machine with two \
    cores, each on a core of its own, and only while nobody else uses it. What can be held against a limit is measured in turn with the **limit \
    program** (`bench/src/limit.rs`), in the same run and by the same load: it writes frames that were made before to every socket in a loop, and \
    nothing that keeps pages current can do less. Figures are medians over the rounds. Memory is the kernel's count.\n";

const FOOT: &str = "\n## Measuring again\n\n\
    ```sh\ncargo xtask bench all              # everything; one bench by its name, such as `live`\n\
    cargo xtask bench live --rounds 9  # more rounds\n\
    cargo xtask bench all --quick      # small and short: shows that the bench works, says nothing of speed\n```\n\
    It needs Linux and 20,000 open files (`ulimit -n 20000`). A machine that is busy is waited for, and a round in which others worked is done again.\n";

/// What the limit program took for one change to ten thousand pages where the targets in milliseconds were set.
const LIMIT_OF_TARGETS_MS: f64 = 71.6;

/// How this machine compares with the one of the targets.
fn compared(all: &Map<String, Value>) -> Option<String> {
    let live = all.get("live").filter(|live| live["pages"] == 10_000)?;
    let here = live["limit"]["last_page_ms"]["median"].as_f64().filter(|ms| *ms > 0.0)?;
    let factor = here / LIMIT_OF_TARGETS_MS;
    let mut text = format!(
        "\nTargets in milliseconds were set on a machine where the limit program brings one change to 10,000 pages in {LIMIT_OF_TARGETS_MS} ms. Here it \
         takes {here} ms, {factor:.2} times as long"
    );
    let press = all.get("press").map(|press| &press["plain"]);
    let of = |name: &str| press.and_then(|p| p[name]["median"].as_f64());
    if let (Some(p50), Some(p99)) = (of("last_page_p50_ms"), of("last_page_p99_ms")) {
        text.push_str(&format!(
            "; measured in the limit's one change, a press is on the last page after {:.2} (p50) and {:.2} (p99), where the targets are {:.2} and {:.2}",
            p50 / here,
            p99 / here,
            150.0 / LIMIT_OF_TARGETS_MS,
            220.0 / LIMIT_OF_TARGETS_MS
        ));
    }
    text.push_str(".\n");
    Some(text)
}

fn document(all: &Map<String, Value>) -> String {
    let mut out = HEAD.to_owned();
    out.extend(compared(all));
    for bench in ALL {
        let Some(results) = all.get(bench.name) else { continue };
        out.push_str(&format!("\n## {}\n\n{}\n\n| what | measured | target | |\n|---|---|---|---|\n", bench.title, bench.how));
        for row in (bench.rows)(results) {
            let met = row.met.map_or("", |met| if met { "met" } else { "**not met**" });
            out.push_str(&format!("| {} | {} | {} | {met} |\n", row.what, row.measured, row.target));
        }
        let text = |path: &[&str]| path.iter().fold(results, |at, name| &at[*name]).as_str().unwrap_or_default().to_owned();
        let machine = &results["machine"];
        out.push_str(&format!(
            "\n{}, {} cores, {} GiB, {}; {}, commit `{}`.\n",
            text(&["machine", "processor"]),
            machine["cores"],
            machine["memory_gib"],
            text(&["machine", "kernel"]),
            text(&["date"]),
            text(&["commit"])
        ));
    }
    out.push_str(FOOT);
    out
}
