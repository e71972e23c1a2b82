//! Every delegation votes by security key within two seconds.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::{median, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "votes",
    title: "Five hundred and twelve signed votes in two seconds",
    how: "The chair puts a question to the vote; the heads of delegation have their own page open, everybody else the poll's, which tells how many \
          have voted and so changes with every vote, in six languages. Evenly within two seconds each head goes through the whole ceremony over a \
          connection of its own: the server is asked for the bytes to sign (request 1), a P-256 key in software signs their digest, and the vote is \
          sent with the assertion (request 2). The challenge is the digest of what is voted, so nothing can be signed before; the load's core signs, \
          between the two requests and outside both times. The server checks the signature, decides, and syncs the vote before its answer leaves. Then \
          the chair locks the poll, the poll's bundle is fetched as soon as there is one, and `hemicycle verify` counts the votes in a process of its \
          own: what was acknowledged is held against that count and against the list of votes.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let asked = || orchestra.round(Asked { name: "votes", ..Asked::default() });
    let rounds: Vec<Value> = (0..orchestra.rounds).map(|_| asked()).collect::<Result<_>>()?;
    let of = |name: &str, decimals: i32| spread(&field(&rounds, name), decimals);
    let sum = |name: &str| field(&rounds, name).iter().sum::<f64>();
    Ok(json!({
        "pages": orchestra.pages,
        "votes": median(&field(&rounds, "votes")),
        "prepared_p50_ms": of("prepared_p50_ms", 2),
        "prepared_p99_ms": of("prepared_p99_ms", 2),
        "durable_p50_ms": of("durable_p50_ms", 2),
        "durable_p99_ms": of("durable_p99_ms", 2),
        "all_answered_ms": of("all_answered_ms", 0),
        "last_page_p50_ms": of("last_page_p50_ms", 1),
        "last_page_p99_ms": of("last_page_p99_ms", 1),
        "refused": sum("refused"),
        "lost": sum("lost"),
        "doubled": sum("doubled"),
        "not_shown_everywhere": sum("votes") - sum("refused") - sum("shown_everywhere"),
        "locked_ms": of("locked_ms", 1),
        "counted_ms": of("counted_ms", 0),
        "result_shown_ms": of("result_shown_ms", 0),
        "result_bytes_a_page": median(&field(&rounds, "result_bytes_a_page")),
        "server_mib": of("server_mib", 1),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("live pages", of("pages"), ""),
        Row::told("signed votes", of("votes"), ""),
        Row::told("the bytes to sign, p50", of("prepared_p50_ms.median"), "ms"),
        Row::told("the bytes to sign, p99", of("prepared_p99_ms.median"), "ms"),
        Row::told("vote: checked and durable, p50", of("durable_p50_ms.median"), "ms"),
        Row::at_most("vote: checked and durable, p99", of("durable_p99_ms.median"), "ms", 50.0, "≤ 50 ms"),
        Row::at_most("from the first question to the last answer", of("all_answered_ms.median"), "ms", 2_000.0, "≤ 2 s"),
        Row::at_most("refused, lost, doubled", of("refused") + of("lost") + of("doubled"), "", 0.0, "0"),
        Row::told("vote to last page, p50", of("last_page_p50_ms.median"), "ms"),
        Row::told("vote to last page, p99", of("last_page_p99_ms.median"), "ms"),
        Row::told("the lock: every vote opened and counted in the record, durable", of("locked_ms.median"), "ms"),
        Row::told("the result on every page", of("result_shown_ms.median"), "ms"),
        Row::told("bytes of the result a page", of("result_bytes_a_page"), "bytes"),
        Row::told("after that, until anybody has the evidence", of("counted_ms.median"), "ms"),
    ]
}
