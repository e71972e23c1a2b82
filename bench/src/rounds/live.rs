//! A change on its way to all pages.
use super::Round;
use crate::{
    hall::{Hall, Single},
    limit::Change,
    machine::{self, Others},
    serve::{Certificate, Server},
    stats::{median, percentile, rounded},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    time::Duration,
};

/// Changes that are recorded for the limit program.
const RECORDED: usize = 4;
/// Changes that warm up.
const WARM: usize = 2;
/// Pause between two changes in a quiet hall: longer than the rate at which one session may press.
const GAP: Duration = Duration::from_millis(260);

/// The server's side.
pub fn server(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let certificate = if round.tls { Some(Certificate::make(&round.work)?) } else { None };
    let idle = machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, certificate.as_ref())?;
    std::thread::sleep(Duration::from_millis(300));
    let others = Others::begin();
    let before = machine::memory(server.pid(), "RssAnon:");
    let opening = machine::now();
    let mut hall = Hall::of_server(&server, &stage, round.pages, certificate.as_ref())?;
    let opened_ms = machine::ms_since(opening);
    hall.rest(Duration::from_millis(700))?;
    let memory = machine::memory(server.pid(), "RssAnon:").saturating_sub(before) as f64 / round.pages as f64;
    let changes: Vec<Change> = (0..RECORDED).map(|_| hall.rest(GAP).and_then(|()| hall.record())).collect::<Result<_>>()?;
    let bytes = changes.last().map(Change::total).unwrap_or_default() as f64 / round.pages as f64;
    if !round.tls {
        std::fs::write(round.work.join("changes.json"), serde_json::to_vec(&(stage.cast.position, &changes))?)?;
    }
    let mut out = measure(&mut hall, round)?;
    out["opened_ms"] = json!(rounded(opened_ms, 0));
    out["memory_bytes_a_page"] = json!(rounded(memory, 0));
    out["server_mib"] = json!(rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1));
    out["bytes_a_page"] = json!(rounded(bytes, 0));
    out["others_share"] = json!(rounded(others.share(), 3));
    out["busy_before"] = json!(rounded(idle, 3));
    server.kill()?;
    Ok(out)
}

/// Single changes alone, for other numbers of pages and longer logs.
pub fn growth(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, None)?;
    std::thread::sleep(Duration::from_millis(300));
    let before = machine::memory(server.pid(), "RssAnon:");
    let others = Others::begin();
    let mut hall = Hall::of_server(&server, &stage, round.pages, None)?;
    hall.rest(Duration::from_millis(500))?;
    let memory = machine::memory(server.pid(), "RssAnon:").saturating_sub(before) as f64 / round.pages as f64;
    let singles = singles(&mut hall, if round.quick { 2 } else { 9 })?;
    server.kill()?;
    Ok(json!({
        "memory_bytes_a_page": rounded(memory, 0),
        "last_page_ms": rounded(median(&singles.iter().map(|s| s.last_ms).collect::<Vec<_>>()), 2),
        "durable_ms": rounded(median(&singles.iter().map(|s| s.durable_ms).collect::<Vec<_>>()), 2),
        "cpu_us": rounded(singles.iter().map(|s| s.cpu_us).sum::<f64>() / singles.len() as f64, 2),
        "others_share": rounded(others.share(), 3),
    }))
}

/// The limit program's side.
pub fn limit(round: &Round) -> Result<Value> {
    let kept = round.work.join("changes.json");
    let (position, changes): (u64, Vec<Change>) =
        serde_json::from_slice(&std::fs::read(&kept).context("the server's side comes first")?)?;
    let own = round.work.join("limit.json");
    std::fs::write(&own, serde_json::to_vec(&changes)?)?;
    machine::wait_idle(round.quick)?;
    let mut child = machine::on_server_core(|| {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("limit").arg(&own).stdout(Stdio::piped());
        command.spawn().context("starting the limit program")
    })?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("the limit program's output")?).read_line(&mut line)?;
    let others = Others::begin();
    let measured = (|| {
        let address = line.trim().parse().context("the limit program's address")?;
        let mut hall = Hall::of_limit(address, round.pages, position)?;
        hall.rest(Duration::from_millis(700))?;
        let mut out = measure(&mut hall, round)?;
        out["others_share"] = json!(rounded(others.share(), 3));
        Ok(out)
    })();
    child.kill()?;
    child.wait()?;
    measured
}

/// So many changes in a quiet hall, after some that warm up.
fn singles(hall: &mut Hall, times: usize) -> Result<Vec<Single>> {
    let mut out = Vec::with_capacity(times);
    for n in 0..WARM + times {
        hall.rest(GAP)?;
        let single = hall.single(&mut |_, _| {})?;
        if n >= WARM {
            out.push(single);
        }
    }
    Ok(out)
}

fn measure(hall: &mut Hall, round: &Round) -> Result<Value> {
    let singles = singles(hall, if round.quick { 3 } else { 13 })?;
    let of = |f: fn(&Single) -> f64| singles.iter().map(f).collect::<Vec<f64>>();
    let last = of(|s| s.last_ms);
    let seconds = if round.quick { 1.0 } else { 4.0 };
    hall.rest(Duration::from_millis(300))?;
    let ten = hall.rate(10.0, seconds)?;
    hall.rest(Duration::from_millis(300))?;
    let thirty = hall.rate(30.0, seconds)?;
    Ok(json!({
        "last_page_ms": rounded(median(&last), 2),
        "last_page_p90_ms": rounded(percentile(&last, 0.9), 2),
        "durable_ms": rounded(median(&of(|s| s.durable_ms)), 2),
        "cpu_us": rounded(of(|s| s.cpu_us).iter().sum::<f64>() / singles.len() as f64, 3),
        "ten": ten,
        "thirty": thirty,
    }))
}
