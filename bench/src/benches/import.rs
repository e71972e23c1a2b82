//! A long list comes in while the summit goes on.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field, ratio},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "import",
    title: "Seven thousand organisations in one list",
    how: "The secretariat uploads a CSV file of 7,000 lines on the import page, looks at the preview and confirms. Meanwhile every page is live and \
          five changes a second go on; their delay is compared with that of the same changes before.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let asked = || orchestra.round(Asked { name: "import", ..Asked::default() });
    let rounds: Vec<Value> = (0..orchestra.rounds).map(|_| asked()).collect::<Result<_>>()?;
    let of = |name: &str| median(&field(&rounds, name));
    Ok(json!({
        "organisations": of("organisations"),
        "look_ms": spread(&field(&rounds, "look_ms"), 0),
        "confirm_ms": spread(&field(&rounds, "confirm_ms"), 0),
        "pages_p99_before_ms": of("pages_p99_before_ms"),
        "pages_p99_during_ms": of("pages_p99_during_ms"),
        "ratio_pages_p99": ratio(of("pages_p99_during_ms"), of("pages_p99_before_ms")),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("organisations", of("organisations"), ""),
        Row::told("preview: read, judged, shown", of("look_ms.median"), "ms"),
        Row::at_most("import: from the confirmation to its answer", of("confirm_ms.median"), "ms", 1000.0, "≤ 1 s"),
        Row::told("a change on every page before, p99", of("pages_p99_before_ms"), "ms"),
        Row::told("a change on every page meanwhile, p99", of("pages_p99_during_ms"), "ms"),
        Row::at_most("meanwhile through before", of("ratio_pages_p99"), "", 1.25, "unaffected: ≤ 1.25"),
    ]
}
