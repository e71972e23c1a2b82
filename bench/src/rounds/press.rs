//! Ten thousand presses in two seconds, every page live.
use super::Round;
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

/// What the load noted while everybody pressed.
struct Noted {
    /// When each press was sent, by its number.
    sent: Vec<Instant>,
    /// Its answer: position and when.
    answers: Vec<Option<(u64, Instant)>>,
    refused: u64,
    /// For every position since the beginning, when the last page came to show it, and how many did.
    shown: Vec<(usize, Instant)>,
    base: u64,
    pages: Vec<u64>,
}

impl Noted {
    fn new(presses: usize, pages: &[u64], base: u64) -> Self {
        let start = now();
        Self {
            sent: Vec::with_capacity(presses),
            answers: vec![None; presses],
            refused: 0,
            shown: vec![(0, start); presses],
            base,
            pages: pages.to_vec(),
        }
    }
    fn page(&mut self, page: usize, position: u64, at: Instant) {
        let from = std::mem::replace(&mut self.pages[page], position).max(self.base);
        for reached in from + 1..=position {
            if let Some((pages, last)) = self.shown.get_mut((reached - self.base - 1) as usize) {
                (*pages, *last) = (*pages + 1, at);
            }
        }
    }
    /// From each press to the last page that shows it, in milliseconds; only of those that every page came to show.
    fn last_pages(&self) -> Vec<f64> {
        let of = |(sent, answer): (&Instant, &Option<(u64, Instant)>)| {
            let (position, _) = (*answer)?;
            let (pages, at) = self.shown.get((position.checked_sub(self.base + 1)?) as usize)?;
            (*pages == self.pages.len()).then(|| at.saturating_duration_since(*sent).as_secs_f64() * 1000.0)
        };
        self.sent.iter().zip(&self.answers).filter_map(of).collect()
    }
}

/// The round.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let certificate = if round.tls { Some(Certificate::make(&round.work)?) } else { None };
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, certificate.as_ref())?;
    std::thread::sleep(Duration::from_millis(300));
    let others = Others::begin(Some(server.pid()));
    let mut hall = Hall::of_server(&server, &stage, round.pages, certificate.as_ref())?;
    hall.rest(Duration::from_millis(700))?;
    let order = hall.press_order();
    let presses = order.len();
    let mut noted = Noted::new(presses, &hall.shown, hall.position());
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
            Said::Answer { id, status, position } if id >= offset => {
                if status == 200
                    && let Some(answer) = noted.answers.get_mut((id - offset) as usize)
                {
                    *answer = Some((position, heard.at));
                } else {
                    noted.refused += 1;
                }
            }
            _ => {}
        })?;
        if noted.sent.len() == presses {
            let end = *ended.get_or_insert_with(now);
            let newest = noted.answers.iter().flatten().map(|(position, _)| *position).max().unwrap_or_default();
            let answered = noted.answers.iter().flatten().count() as u64 + noted.refused;
            if answered as usize >= presses && noted.pages.iter().all(|p| *p >= newest) {
                break;
            }
            if now().saturating_duration_since(end) > PATIENCE {
                bail!("{answered} of {presses} presses were answered, or pages stayed behind");
            }
        }
    }
    let durable: Vec<f64> = noted
        .sent
        .iter()
        .zip(&noted.answers)
        .filter_map(|(sent, answer)| Some(answer.as_ref()?.1.saturating_duration_since(*sent).as_secs_f64() * 1000.0))
        .collect();
    let last = noted.last_pages();
    let mut positions: Vec<u64> = noted.answers.iter().flatten().map(|(position, _)| *position).collect();
    positions.sort_unstable();
    positions.dedup();
    let newest = positions.last().copied().unwrap_or_default();
    let out = json!({
        "presses": presses,
        "carried_out": positions.len(),
        "refused": noted.refused,
        // Each press leads to one event: more events than presses would be doubled ones, fewer lost ones.
        "events": newest.saturating_sub(noted.base),
        "shown_everywhere": last.len(),
        "durable_p50_ms": rounded(percentile(&durable, 0.5), 2),
        "durable_p99_ms": rounded(percentile(&durable, 0.99), 2),
        "last_page_p50_ms": rounded(percentile(&last, 0.5), 1),
        "last_page_p99_ms": rounded(percentile(&last, 0.99), 1),
        "took_ms": rounded(machine::ms_since(start), 0),
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}
