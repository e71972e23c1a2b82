//! How soon a page begins, and how large it is.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::spread,
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "pages",
    title: "Loading a page",
    how: "Every page that the public, a delegate, the chair, the secretariat, a focal point and a venue's desk can walk to by links, in English, \
          Arabic and Chinese, loaded over a kept connection while the hall is full; of pages of one kind (one delegation's, say) three. The figure \
          is over all loads of all pages after the first of each language. Sizes are of bytes on the wire.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let asked = || orchestra.round(Asked { name: "pages", ..Asked::default() });
    let rounds: Vec<Value> = (0..orchestra.rounds).map(|_| asked()).collect::<Result<_>>()?;
    let last = rounds.last().cloned().unwrap_or_default();
    Ok(json!({
        "pages": last["pages"],
        "first_byte_p50_ms": spread(&field(&rounds, "first_byte_p50_ms"), 2),
        "first_byte_p99_ms": spread(&field(&rounds, "first_byte_p99_ms"), 2),
        "largest_kib": last["largest_kib"],
        "script_kib": last["script_kib"],
        "slowest": last["slowest"],
        "largest": last["largest"],
        "scripts": last["scripts"],
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("pages", of("pages"), ""),
        Row::told("first byte, p50", of("first_byte_p50_ms.median"), "ms"),
        Row::at_most("first byte, p99", of("first_byte_p99_ms.median"), "ms", 10.0, "≤ 10 ms"),
        Row::at_most("largest page, compressed", of("largest_kib"), "KiB", 60.0, "≤ 60 KB"),
        Row::at_most("script outside the islands, compressed", of("script_kib"), "KiB", 15.0, "≤ 15 KB"),
    ]
}
