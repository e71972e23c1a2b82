//! Ten thousand presses in two seconds, every page live.
use super::{Round, noted::Noted};
use crate::{
    hall::{Hall, TURN},
    machine::{self, Others, now},
    serve::{Certificate, Server},
    stats::{percentile, rounded},
    wire::Said,
};
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long the presses take together.
const SPREAD: Duration = Duration::from_secs(2);
/// How long answers and pages are waited for after the last press.
const PATIENCE: Duration = Duration::from_secs(30);

/// The round.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let certificate = if round.tls { Some(Certificate::make(&round.work)?) } else { None };
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, certificate.as_ref())?;
    std::thread::sleep(Duration::from_millis(300));
    let others = Others::begin();
    let mut hall = Hall::of_server(&server, &stage, round.pages, certificate.as_ref())?;
    hall.rest(Duration::from_millis(700))?;
    let order = hall.press_order();
    let presses = order.len();
    let mut noted = Noted::new(presses, &hall.shown);
    let base = hall.position();
    let start = now();
    let mut ended: Option<Instant> = None;
    let mut first = None;
    loop {
        let due = (now().saturating_duration_since(start).as_secs_f64() / SPREAD.as_secs_f64() * presses as f64) as usize;
        // A few at a time, so that what comes in is read meanwhile.
        for _ in 0..16 {
            if noted.sent.len() >= due.min(presses) {
                break;
            }
            let number = hall.press_of(order[noted.sent.len()])?;
            first.get_or_insert(number);
            noted.sent.push(now());
        }
        let offset = first.unwrap_or(1);
        let pages = round.pages;
        hall.load.pump(TURN, &mut |heard| match heard.said {
            Said::Region { name: b"now", position } if heard.page < pages => noted.page(heard.page, position, heard.at),
            Said::Answer { id, status, position } if id >= offset => noted.answer(id - offset, status, position, heard.at),
            _ => {}
        })?;
        if noted.sent.len() == presses {
            let end = *ended.get_or_insert_with(now);
            if noted.answered >= presses && noted.is_shown() {
                break;
            }
            if now().saturating_duration_since(end) > PATIENCE {
                bail!("{} of {presses} presses were answered, or pages stayed behind", noted.answered);
            }
        }
    }
    let durable = noted.durable();
    // How the slowest answers lie in time: a burst at the beginning is another trouble than a steady one.
    let quarters: Vec<f64> =
        durable.chunks(durable.len().div_ceil(8).max(1)).map(|part| rounded(percentile(part, 0.99), 1)).collect();
    let took_ms = machine::ms_since(start);
    let last = noted.last_pages(base);
    let mut positions: Vec<u64> = noted.answers.iter().flatten().map(|(position, _)| *position).collect();
    positions.sort_unstable();
    positions.dedup();
    let out = json!({
        "presses": presses,
        "carried_out": positions.len(),
        "refused": noted.refused,
        // Each press leads to one event: more events than presses would be doubled ones, fewer lost ones.
        "events": noted.newest.saturating_sub(base),
        "shown_everywhere": last.len(),
        "durable_p50_ms": rounded(percentile(&durable, 0.5), 2),
        "durable_p99_ms": rounded(percentile(&durable, 0.99), 2),
        "durable_p99_by_eighths_ms": quarters,
        "last_page_p50_ms": rounded(percentile(&last, 0.5), 1),
        "last_page_p99_ms": rounded(percentile(&last, 0.99), 1),
        "took_ms": rounded(took_ms, 0),
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}
