//! Beyond the limits.
use super::{Bench, Row};
use crate::orchestra::{Asked, Orchestra};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "limits",
    title: "Beyond the limits",
    how: "Ten thousand links are opened while every page is live and five changes a second go on: evenly over ten seconds, and in another round \
          all in the same moment, with 9,000 live pages, so that the way in is full and those beyond it are told to come again after five seconds. \
          Then a server that may open 15,000 files is asked for 20,000 pages by two processes; each page beyond the limit must be refused in six languages, \
          each open one must show the chair's next press, and when the pages of one process leave, the others must find room.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let asked = |name| orchestra.round(Asked { name, ..Asked::default() });
    Ok(json!({ "sign_ins": asked("sign-ins")?, "at_once": asked("sign-ins-at-once")?, "files": asked("files")? }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| path.split('.').fold(results, |at, name| &at[name]).as_f64().unwrap_or_default();
    let mut rows = Vec::new();
    for (name, words) in [("sign_ins", "in ten seconds"), ("at_once", "in one moment")] {
        let told =
            |what: &str, field: &str, unit: &str| Row::told(&format!("{words}: {what}"), of(&format!("{name}.{field}")), unit);
        let lost = of(&format!("{name}.asked")) - of(&format!("{name}.signed_in"));
        rows.extend([
            told("sign-ins", "asked", ""),
            told("told to come again", "turned_away", ""),
            Row::at_most(&format!("{words}: not signed in at the end"), lost, "", 0.0, "0"),
            told("answer, p50", "answer_p50_ms", "ms"),
            told("answer, p99", "answer_p99_ms", "ms"),
            told("the last is in after", "all_in_ms", "ms"),
            told("a change on every page before, p99", "change_p99_before_ms", "ms"),
            told("a change on every page meanwhile, p99", "change_p99_during_ms", "ms"),
        ]);
    }
    rows.extend([
        Row::told("files the server may open", of("files.files"), ""),
        Row::told("pages that come", of("files.pages"), ""),
        Row::told("open", of("files.open"), ""),
        Row::told("refused", of("files.refused"), ""),
        Row::told("a change is on every open page after", of("files.change_on_every_open_page_ms"), "ms"),
        Row::told("found room when others had left", of("files.found_room_later"), ""),
        Row::told("memory of the server", of("files.server_mib"), "MiB"),
    ]);
    rows
}
