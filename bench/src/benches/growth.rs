//! What a change costs in larger halls and after longer debates.
use super::{Bench, Row};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::{median, rounded},
};
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

pub const BENCH: Bench = Bench {
    name: "growth",
    title: "Growth",
    how: "One change in a quiet hall, as in the first table, with more and more pages, and with a longer and longer log behind it. A page's share \
          should stay the same in both.",
    run,
    rows,
};

const PAGES: [usize; 4] = [1_000, 2_000, 5_000, 10_000];
const EVENTS: [u64; 3] = [60_000, 200_000, 1_000_000];

fn run(orchestra: &Orchestra) -> Result<Value> {
    let sizes: &[usize] = if orchestra.quick { &[100, 200] } else { &PAGES };
    let lengths: &[u64] = if orchestra.quick { &[10_000] } else { &EVENTS };
    lengths.iter().try_for_each(|length| orchestra.prepare(Some(*length)))?;
    let (mut by_pages, mut by_events) = (BTreeMap::<_, Vec<Value>>::new(), BTreeMap::<_, Vec<Value>>::new());
    // In turn, so that a machine that slows down slows all of them down.
    for _ in 0..orchestra.rounds {
        for size in sizes {
            let asked = Asked { name: "growth", pages: Some(*size), ..Asked::default() };
            by_pages.entry(*size).or_default().push(orchestra.round(asked)?);
        }
        for length in lengths {
            let asked = Asked { name: "growth", events: Some(*length), ..Asked::default() };
            by_events.entry(*length).or_default().push(orchestra.round(asked)?);
        }
    }
    Ok(json!({
        "rounds": orchestra.rounds,
        "last_page_ms_by_pages": medians(&by_pages),
        "last_page_ms_by_events": medians(&by_events),
    }))
}

/// The median of each kind's rounds, by what tells the kinds apart.
fn medians<N: ToString>(rounds: &BTreeMap<N, Vec<Value>>) -> Map<String, Value> {
    let of = |(kind, rounds): (&N, &Vec<Value>)| (kind.to_string(), json!(rounded(median(&field(rounds, "last_page_ms")), 2)));
    rounds.iter().map(of).collect()
}

fn rows(results: &Value) -> Vec<Row> {
    let list = |name: &str| {
        let entries = results[name].as_object().into_iter().flatten();
        let mut list: Vec<(u64, f64)> = entries.filter_map(|(size, ms)| Some((size.parse().ok()?, ms.as_f64()?))).collect();
        list.sort_by_key(|(size, _)| *size);
        list
    };
    let (pages, events) = (list("last_page_ms_by_pages"), list("last_page_ms_by_events"));
    let mut rows: Vec<Row> = pages.iter().map(|(n, ms)| Row::told(&format!("{n} pages: last page"), *ms, "ms")).collect();
    if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
        let share = (last.1 / last.0 as f64) / (first.1 / first.0 as f64);
        rows.push(Row::at_most(
            "a page's share in the fullest hall through the emptiest",
            rounded(share, 2),
            "",
            1.25,
            "linear: ≤ 1.25",
        ));
    }
    rows.extend(events.iter().map(|(n, ms)| Row::told(&format!("{n} events: last page"), *ms, "ms")));
    if let (Some(first), Some(last)) = (events.first(), events.last()) {
        rows.push(Row::at_most(
            "the longest log through the shortest",
            rounded(last.1 / first.1, 2),
            "",
            1.10,
            "nothing: ≤ 1.10",
        ));
    }
    rows
}
