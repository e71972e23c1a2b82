//! Everybody comes back after a restart.
use super::{Bench, Row};
use crate::{
    orchestra::{Asked, Orchestra, field},
    stats::spread,
};
use anyhow::Result;
use serde_json::{Value, json};

pub const BENCH: Bench = Bench {
    name: "reconnect",
    title: "Every page comes back after a restart",
    how: "The server is killed where it stands and started again on the same data and address. All pages open their sockets anew as fast as \
          they can, with the versions they had before the last change, so that each must be sent what it lacks. Counted from the moment at \
          which the server listens again until the last page is current. With TLS every handshake is a whole one, with what browsers offer; \
          the load knows the server by its certificate's bytes and leaves out the signatures that ten thousand devices check each for itself.",
    run,
    rows,
};

fn run(orchestra: &Orchestra) -> Result<Value> {
    let (mut plain, mut tls) = (Vec::new(), Vec::new());
    for _ in 0..orchestra.rounds {
        plain.push(orchestra.round(Asked { name: "reconnect", ..Asked::default() })?);
        tls.push(orchestra.round(Asked { name: "reconnect", tls: true, ..Asked::default() })?);
    }
    Ok(json!({
        "pages": orchestra.pages,
        "all_current_ms": spread(&field(&plain, "all_current_ms"), 0),
        "all_current_tls_ms": spread(&field(&tls, "all_current_ms"), 0),
        "restart_ms": spread(&field(&plain, "restart_ms"), 0),
        "server_mib": spread(&field(&plain, "server_mib"), 1),
        "server_tls_mib": spread(&field(&tls, "server_mib"), 1),
    }))
}

fn rows(results: &Value) -> Vec<Row> {
    let of = |path: &str| path.split('.').fold(results, |at, name| &at[name]).as_f64().unwrap_or_default();
    vec![
        Row::told("live pages", of("pages"), ""),
        Row::told("from the start of the process until it listens", of("restart_ms.median"), "ms"),
        Row::at_most("all current again", of("all_current_ms.median"), "ms", 1000.0, "≤ 1.0 s"),
        Row::at_most("all current again, TLS", of("all_current_tls_ms.median"), "ms", 2500.0, "≤ 2.5 s"),
    ]
}
