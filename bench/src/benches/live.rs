//! One change to all pages, and many changes a second.
use super::{Bench, Row, number};
use crate::{
    orchestra::{Asked, Orchestra, field, ratio},
    stats::{median, rounded, spread},
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "live",
    title: "One change to every page",
    how: "Every delegate of the summit has the front page open, in six languages. In a quiet hall the chair stops or starts the speaker's \
          clock over the chair's own page; the time runs from that press to the arrival at the last page, so it holds the decision, \
          the durable append, six renderings and the fan-out. The limit program writes the very bytes that the server sent to each page, \
          recorded before, from memory in a loop, and its time runs from the order to do so. Ten and thirty changes a second are requests \
          for the floor by many delegations; a page's delay is that of the change whose rendering it got, until this arrived at its \
          socket by the kernel's clock: devices each read at once, but the load's one core reads ten thousand pages one after the other, \
          and at thirty changes a second that core is full.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let (mut plain, mut limit, mut tls) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..orchestra.rounds {
        plain.push(orchestra.round(Asked { name: "live", ..Asked::default() })?);
        limit.push(orchestra.round(Asked { name: "live-limit", ..Asked::default() })?);
        tls.push(orchestra.round(Asked { name: "live", tls: true, ..Asked::default() })?);
    }
    let of = |rounds: &[Value], name: &str| median(&field(rounds, name));
    let side = |rounds: &[Value]| {
        json!({
            "last_page_ms": spread(&field(rounds, "last_page_ms"), 2),
            "cpu_us_a_page": spread(&field(rounds, "cpu_us"), 3),
            "ten_p50_ms": spread(&field(rounds, "ten.p50_ms"), 2),
            "ten_p99_ms": spread(&field(rounds, "ten.p99_ms"), 2),
            "thirty_p50_ms": spread(&field(rounds, "thirty.p50_ms"), 2),
            "thirty_p99_ms": spread(&field(rounds, "thirty.p99_ms"), 2),
            "ten_read_p99_ms": spread(&field(rounds, "ten.read_p99_ms"), 2),
            "thirty_read_p99_ms": spread(&field(rounds, "thirty.read_p99_ms"), 2),
            "thirty_all_current_after_ms": spread(&field(rounds, "thirty.all_current_after_ms"), 1),
            "others_share": rounded(field(rounds, "others_share").into_iter().fold(0.0, f64::max), 3),
        })
    };
    Ok(json!({
        "pages": orchestra.pages,
        "bytes_a_page": of(&plain, "bytes_a_page"),
        "ratio_last_page": ratio(of(&plain, "last_page_ms"), of(&limit, "last_page_ms")),
        "ratio_last_page_tls": ratio(of(&tls, "last_page_ms"), of(&limit, "last_page_ms")),
        "ratio_cpu": ratio(of(&plain, "cpu_us"), of(&limit, "cpu_us")),
        "ratio_cpu_tls": ratio(of(&tls, "cpu_us"), of(&limit, "cpu_us")),
        "ratio_ten_p99": ratio(of(&plain, "ten.p99_ms"), of(&limit, "ten.p99_ms")),
        "thirty_p99_ms": of(&plain, "thirty.p99_ms"),
        "durable_ms": of(&plain, "durable_ms"),
        "memory_bytes_a_page": of(&plain, "memory_bytes_a_page"),
        "memory_bytes_a_page_tls": of(&tls, "memory_bytes_a_page"),
        "server_mib": of(&plain, "server_mib"),
        "server_mib_tls": of(&tls, "server_mib"),
        "server": side(&plain),
        "limit": side(&limit),
        "tls": side(&tls),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| number(results, path);
    vec![
        Row::told("live pages", of("pages"), ""),
        Row::told("bytes a page and change", of("bytes_a_page"), "bytes"),
        Row::told("limit program: last page", of("limit.last_page_ms.median"), "ms"),
        Row::told("server: last page", of("server.last_page_ms.median"), "ms"),
        Row::at_most("server through limit, last page", of("ratio_last_page"), "", 1.10, "≤ 1.10"),
        Row::told("server with TLS: last page", of("tls.last_page_ms.median"), "ms"),
        Row::at_most("TLS through limit, last page", of("ratio_last_page_tls"), "", 1.30, "≤ 1.30"),
        Row::told("limit program: processor a page", of("limit.cpu_us_a_page.median"), "µs"),
        Row::told("server: processor a page", of("server.cpu_us_a_page.median"), "µs"),
        Row::at_most("server through limit, processor", of("ratio_cpu"), "", 1.15, "≤ 1.15"),
        Row::told("10 changes a second, limit p99", of("limit.ten_p99_ms.median"), "ms"),
        Row::told("10 changes a second, server p99", of("server.ten_p99_ms.median"), "ms"),
        Row::at_most("10 changes a second, p99 through limit", of("ratio_ten_p99"), "", 1.10, "≤ 1.10"),
        Row::at_most("30 changes a second, p99", of("thirty_p99_ms"), "ms", 50.0, "≤ 50 ms"),
        Row::told("30 changes a second, p99 until the load's one core has read it", of("server.thirty_read_p99_ms.median"), "ms"),
        Row::told("30 changes a second, the limit program (a queue) p99", of("limit.thirty_p99_ms.median"), "ms"),
        Row::told("30 changes a second: all current after the last", of("server.thirty_all_current_after_ms.median"), "ms"),
        Row::told("a press is durable after", of("durable_ms"), "ms"),
        Row::at_most("memory a live page", of("memory_bytes_a_page"), "bytes", 1024.0, "≤ 1 KB"),
        Row::at_most("memory a live page with TLS", of("memory_bytes_a_page_tls"), "bytes", 9.0 * 1024.0, "≤ 9 KB"),
        Row::at_most("the whole server, at most", of("server_mib"), "MiB", 150.0, "≤ 150 MB"),
        Row::told("the whole server when every page has TLS, at most", of("server_mib_tls"), "MiB"),
    ]
}
