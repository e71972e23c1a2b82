//! Everybody presses within two seconds.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "press",
    title: "Ten thousand presses in two seconds",
    how: "Every delegate whose organisation may speak presses once over the own page's socket, evenly over two seconds, while every page is \
          live: each delegation asks for the floor, a colleague takes the request back, the next asks again. Half of the acts therefore move \
          everybody behind them on the list. The act is decided by the rules, appended to SQLite and synced before its answer leaves. \
          *Press to last page* ends when the last of all pages shows a state that holds the press.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let (mut plain, mut tls) = (Vec::new(), Vec::new());
    for _ in 0..orchestra.rounds {
        plain.push(orchestra.round(Asked { name: "press", ..Asked::default() })?);
        tls.push(orchestra.round(Asked { name: "press", tls: true, ..Asked::default() })?);
    }
    let side = |rounds: &[Value]| {
        let sum = |name: &str| field(rounds, name).iter().sum::<f64>();
        json!({
            "presses": median(&field(rounds, "presses")),
            "durable_p50_ms": spread(&field(rounds, "durable_p50_ms"), 2),
            "durable_p99_ms": spread(&field(rounds, "durable_p99_ms"), 2),
            "last_page_p50_ms": spread(&field(rounds, "last_page_p50_ms"), 1),
            "last_page_p99_ms": spread(&field(rounds, "last_page_p99_ms"), 1),
            "refused": sum("refused"),
            "lost": sum("presses") - sum("carried_out") - sum("refused"),
            "doubled": sum("events") - sum("carried_out"),
            "not_shown_everywhere": sum("carried_out") - sum("shown_everywhere"),
            "server_mib": spread(&field(rounds, "server_mib"), 1),
        })
    };
    Ok(json!({ "pages": orchestra.pages, "plain": side(&plain), "tls": side(&tls) }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    let mut rows = vec![Row::told("live pages", of("pages"), ""), Row::told("presses", of("plain.presses"), "")];
    for (side, what, p50, p99, told50, told99) in
        [("plain", "", 150.0, 220.0, "≤ 150 ms", "≤ 220 ms"), ("tls", "TLS: ", 180.0, 250.0, "≤ 180 ms", "≤ 250 ms")]
    {
        let field = |name: &str| of(&format!("{side}.{name}"));
        rows.extend([
            Row::at_most(&format!("{what}durable answer, p50"), field("durable_p50_ms.median"), "ms", 3.0, "≤ 3 ms"),
            Row::at_most(&format!("{what}durable answer, p99"), field("durable_p99_ms.median"), "ms", 10.0, "≤ 10 ms"),
            Row::at_most(&format!("{what}press to last page, p50"), field("last_page_p50_ms.median"), "ms", p50, told50),
            Row::at_most(&format!("{what}press to last page, p99"), field("last_page_p99_ms.median"), "ms", p99, told99),
            Row::at_most(
                &format!("{what}refused, lost, doubled"),
                field("refused") + field("lost") + field("doubled"),
                "",
                0.0,
                "0",
            ),
        ]);
    }
    rows
}
