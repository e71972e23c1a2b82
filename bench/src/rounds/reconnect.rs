//! The server is gone and comes back; every page opens its socket again.
use super::Round;
use crate::{
    hall::{Hall, specs},
    load::{Load, trusting},
    machine::{self, Others, now},
    serve::{Certificate, Server},
    stats::rounded,
    wire::Said,
};
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::time::Duration;

/// How long the pages may take before the round is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// The round: pages, a change, a kill while nobody has seen that change, a restart.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let certificate = if round.tls { Some(Certificate::make(&round.work)?) } else { None };
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, certificate.as_ref())?;
    let mut hall = Hall::of_server(&server, &stage, round.pages, certificate.as_ref())?;
    hall.rest(Duration::from_millis(500))?;
    hall.single(&mut |_, _| {})?;
    let address = server.address;
    server.kill()?;
    drop(hall);
    std::thread::sleep(Duration::from_millis(300));
    // The pages come with what they had before the change: to be current each must be sent what it lacks.
    let server = Server::start_at(&round.program, &data, certificate.as_ref(), address)?;
    let others = Others::begin();
    let mut load = Load::new(address, certificate.as_ref().map(trusting).transpose()?)?;
    let mut ordered = specs(&stage.cast, round.pages);
    ordered.truncate(round.pages);
    let start = server.listening;
    load.order(ordered);
    let mut current = vec![false; round.pages];
    let (mut reached, mut last) = (0, start);
    while reached < round.pages {
        load.pump(Duration::from_millis(5), &mut |heard| {
            if let Said::Region { name: b"now", .. } = heard.said
                && !std::mem::replace(&mut current[heard.page], true)
            {
                reached += 1;
                last = heard.at;
            }
        })?;
        if load.closed > 0 {
            bail!("{} pages were refused", load.closed);
        }
        if now().saturating_duration_since(start) > PATIENCE {
            bail!("{reached} of {} pages became current again", round.pages);
        }
    }
    let out = json!({
        "restart_ms": rounded(server.listening.saturating_duration_since(server.started).as_secs_f64() * 1000.0, 0),
        "all_current_ms": rounded(last.saturating_duration_since(start).as_secs_f64() * 1000.0, 0),
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}
