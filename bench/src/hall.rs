//! A hall full of pages, in front of the server or of the limit program.
use crate::{
    limit::Change,
    load::{Heard, Load, Spec, trusting},
    machine::{self, now},
    serve::{Certificate, Server},
    stage::{Cast, Stage},
    stats::{percentile, rounded},
    wire::{self, Said},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::Write,
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

/// The region that every page shows and that is measured.
const NOW: &[u8] = b"now";
/// The load sleeps between arrivals: one that never does keeps the kernel's own threads, such as those that write to the disk, off its core.
pub const TURN: Duration = Duration::from_millis(1);
/// How long a change may take to all pages before the round is given up.
const PATIENCE: Duration = Duration::from_secs(20);
/// Delegates' presses of this process, told apart from those that convened the summit.
const PRESSES: u64 = 0xbe0c;

/// Who makes changes.
enum Source {
    /// People press buttons.
    People(Box<Cast>),
    /// The limit program is told.
    Told(TcpStream),
}

/// Pages, and what each shows.
pub struct Hall {
    /// The connections.
    pub load: Load,
    /// Position of `now` on each page.
    pub shown: Vec<u64>,
    source: Source,
    pages: usize,
    position: u64,
    presses: u64,
    /// Places of the heads of delegation that press, and whether each is on the list.
    heads: Vec<(usize, bool)>,
    paused: bool,
    /// Organisations that are on the list by their members' presses.
    listed: HashMap<usize, bool>,
}

/// How a change went.
#[derive(Clone, Copy, Debug, Default)]
pub struct Single {
    /// Milliseconds until the last page had it.
    pub last_ms: f64,
    /// Milliseconds until its author was told that it is durable; 0 for the limit.
    pub durable_ms: f64,
    /// Microseconds of the server's core a page; the clock is coarse, so that only the mean of many changes says something.
    pub cpu_us: f64,
}

/// Addresses of the delegates' pages, and of the chair's as the last.
pub fn specs(cast: &Cast, pages: usize) -> Vec<Spec> {
    let of = |seat: &crate::stage::Seat, regions: &str| Spec {
        path: format!("/as/{}/live?lang={}&v={regions}", seat.seat, seat.language),
        cookie: seat.cookie.clone(),
    };
    let mut specs: Vec<Spec> = cast.delegates.iter().take(pages).map(|d| of(d, &cast.delegate_regions)).collect();
    specs.push(of(&cast.chair, &cast.chair_regions));
    specs
}

impl Hall {
    /// Fills the hall in front of a server with so many delegates' pages, and the chair's.
    pub fn of_server(server: &Server, stage: &Stage, pages: usize, tls: Option<&Certificate>) -> Result<Self> {
        let cast = stage.cast.clone();
        if cast.delegates.len() < pages {
            bail!("the summit has {} delegates", cast.delegates.len());
        }
        let load = Load::new(server.address, tls.map(trusting).transpose()?)?;
        // The first who may speak has the floor already.
        let may = cast.delegates.iter().take(pages).enumerate().filter(|(_, d)| d.may_speak).skip(1);
        let mut known = std::collections::HashSet::new();
        let heads = may.filter(|(_, d)| known.insert(d.organisation)).map(|(place, _)| (place, false)).collect();
        let mut hall = Self {
            load,
            shown: vec![cast.position; pages],
            pages,
            position: cast.position,
            presses: 0,
            heads,
            paused: false,
            listed: HashMap::new(),
            source: Source::People(Box::new(cast)),
        };
        let Source::People(cast) = &hall.source else { bail!("no people") };
        let specs = specs(cast, pages);
        hall.load.open_all(specs, &mut |_| {})?;
        Ok(hall)
    }

    /// Fills it in front of the limit program.
    pub fn of_limit(address: SocketAddr, pages: usize, position: u64) -> Result<Self> {
        let mut load = Load::new(address, None)?;
        let specs = (0..pages).map(|i| Spec { path: format!("/page/{i}"), cookie: String::new() }).collect();
        load.open_all(specs, &mut |_| {})?;
        let mut control = TcpStream::connect(address).context("the limit program")?;
        control.set_nodelay(true)?;
        control.write_all(b"control")?;
        std::thread::sleep(Duration::from_millis(300));
        let source = Source::Told(control);
        let shown = vec![position; pages];
        Ok(Self { load, shown, source, pages, position, presses: 0, heads: Vec::new(), paused: false, listed: HashMap::new() })
    }

    /// The newest position that the hall is known to have reached.
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// Lets everything come to rest.
    pub fn rest(&mut self, time: Duration) -> Result<()> {
        let until = now() + time;
        while now() < until {
            let shown = &mut self.shown;
            self.load.pump(Duration::from_millis(20), &mut |heard| note(shown, &heard))?;
        }
        // The server has business of its own, such as a venue's link: what came of it stands before what is measured.
        self.position = self.shown.iter().copied().fold(self.position, u64::max);
        Ok(())
    }

    /// The chair stops or starts the speaker's clock; the limit program sends what was recorded.
    fn by_chair(&mut self, number: u64) -> Result<()> {
        match &mut self.source {
            Source::People(_) => {
                let act = if self.paused { "resume-clock" } else { "pause-clock" };
                self.paused = !self.paused;
                self.load.press(self.pages, &wire::id(PRESSES, number), act, "meeting=meeting-1")
            }
            Source::Told(control) => {
                self.position += 1;
                Ok(control.write_all(format!("{number} {}\n", self.position).as_bytes())?)
            }
        }
    }

    /// The head of a delegation asks for the floor, or takes the request back.
    pub fn by_delegate(&mut self, number: u64) -> Result<()> {
        if let Source::Told(_) = self.source {
            return self.by_chair(number);
        }
        let at = (number as usize) % self.heads.len().max(1);
        let (place, waits) = self.heads.get_mut(at).context("somebody who may speak")?;
        let (act, body) = if *waits { ("withdraw-request", "item=item-1") } else { ("request-floor", "item=item-1&rank=head") };
        *waits = !*waits;
        self.load.press(*place, &wire::id(PRESSES, number), act, body)
    }

    /// Everybody's page once, and delegation by delegation in turn: a delegation's members press one after the other.
    pub fn press_order(&self) -> Vec<usize> {
        let Source::People(cast) = &self.source else { return Vec::new() };
        // The first who may speak has the floor already.
        let speaks = cast.delegates.iter().find(|d| d.may_speak).map(|d| d.organisation);
        let presses = |page: &usize| cast.delegates.get(*page).is_some_and(|d| d.may_speak && Some(d.organisation) != speaks);
        (0..self.pages).filter(presses).collect()
    }

    /// A delegate asks for the floor on behalf of the delegation, or takes back what a colleague asked for. Answers the press's number.
    pub fn press_of(&mut self, page: usize) -> Result<u64> {
        let number = self.number();
        let Source::People(cast) = &self.source else { bail!("nobody presses at the limit program") };
        let organisation = cast.delegates.get(page).context("a delegate")?.organisation;
        let waits = self.listed.entry(organisation).or_insert(false);
        let (act, body) = if *waits { ("withdraw-request", "item=item-1") } else { ("request-floor", "item=item-1&rank=head") };
        *waits = !*waits;
        self.load.press(page, &wire::id(PRESSES, number), act, body)?;
        Ok(number)
    }

    fn number(&mut self) -> u64 {
        self.presses += 1;
        self.presses
    }

    /// One change in a quiet hall; `keep` hears every frame.
    pub fn single(&mut self, keep: &mut dyn FnMut(usize, &[u8])) -> Result<Single> {
        let number = self.number();
        let from = self.position;
        let cpu = machine::server_core_seconds();
        let start = now();
        self.by_chair(number)?;
        let mut answered = matches!(self.source, Source::Told(_)).then_some((self.position, start));
        let (mut reached, mut last) = (0, start);
        while answered.is_none_or(|_| reached < self.pages) {
            let (shown, pages) = (&mut self.shown, self.pages);
            let mut refused = None;
            self.load.pump(TURN, &mut |heard| match heard.said {
                Said::Region { name, position } if heard.page < pages => {
                    keep(heard.page, heard.frame);
                    if name == NOW {
                        reached += usize::from(shown[heard.page] <= from && position > from);
                        shown[heard.page] = position;
                        last = heard.at;
                    }
                }
                Said::Answer { id, status: 200, position } if id == number => answered = Some((position, heard.at)),
                Said::Answer { status, .. } => refused = Some(status),
                _ => {}
            })?;
            if let Some(status) = refused {
                bail!("a press was answered {status}");
            }
            if now().saturating_duration_since(start) > PATIENCE {
                bail!("a change reached {reached} of {} pages", self.pages);
            }
        }
        let (position, at) = answered.context("an answer")?;
        self.position = position;
        let cpu_us = (machine::server_core_seconds() - cpu) * 1e6 / self.pages as f64;
        if let Some(behind) = self.shown.iter().find(|s| **s < position) {
            bail!("a page shows {behind} instead of {position}");
        }
        let ms = |at: Instant| at.saturating_duration_since(start).as_secs_f64() * 1000.0;
        Ok(Single { last_ms: ms(last), durable_ms: ms(at), cpu_us })
    }

    /// Records what a change sends to every page.
    pub fn record(&mut self) -> Result<Change> {
        let mut pages = vec![Vec::new(); self.pages];
        self.single(&mut |page, frame| pages[page].extend_from_slice(frame))?;
        Ok(Change::of_pages(&pages))
    }

    /// So many changes a second for so long, by many people. A page's delay is that of the change whose rendering it got, until this arrived
    /// at the page's socket: ten thousand devices each read at once, the load's one core reads them one after the other.
    pub fn rate(&mut self, per_second: f64, seconds: f64) -> Result<Value> {
        let total = (per_second * seconds) as u64;
        let first = self.presses + 1;
        self.load.stamp_arrivals()?;
        let cpu = machine::server_core_seconds();
        let mut due_of: HashMap<u64, Instant> = HashMap::new();
        let mut positions: HashMap<u64, u64> = HashMap::new();
        // Made and touched beforehand: a list of half a million that grows keeps the load from reading, and that would be the server's delay.
        let mut seen: Vec<(u64, Instant, Instant)> = vec![(0, now(), now()); total as usize * self.pages];
        seen.clear();
        let (start, mut sent, mut answers, mut refused) = (now(), 0, 0u64, 0u64);
        let mut ended: Option<Instant> = None;
        let mut last_position = u64::MAX;
        loop {
            let due = start + Duration::from_secs_f64(sent as f64 / per_second);
            if sent < total && now() >= due {
                let number = self.number();
                self.by_delegate(number)?;
                // The load's own delay is not the server's.
                due_of.insert(number, due.max(now() - Duration::from_millis(1)));
                if let Source::Told(_) = self.source {
                    positions.insert(self.position, number);
                    answers += 1;
                    last_position = self.position;
                }
                sent += 1;
            }
            let (shown, pages) = (&mut self.shown, self.pages);
            self.load.pump(TURN, &mut |heard| match heard.said {
                Said::Region { name, position } if name == NOW && heard.page < pages => {
                    seen.push((position, heard.arrived, heard.at));
                    shown[heard.page] = position;
                }
                Said::Answer { id, status, position } if id >= first => {
                    answers += 1;
                    if status == 200 {
                        positions.insert(position, id);
                        last_position = if last_position == u64::MAX { position } else { last_position.max(position) };
                    } else {
                        refused += 1;
                    }
                }
                _ => {}
            })?;
            if sent == total && answers >= total {
                let end = *ended.get_or_insert_with(now);
                let waited = now().saturating_duration_since(end);
                if self.shown.iter().all(|s| *s >= last_position) {
                    break;
                }
                if waited > PATIENCE {
                    bail!("pages stayed behind at {per_second} changes a second");
                }
            }
        }
        let current_ms = ended.map(machine::ms_since).unwrap_or_default();
        self.position = last_position;
        let cpu_us = (machine::server_core_seconds() - cpu) * 1e6 / self.pages as f64 / total as f64;
        let delay = |position: &u64, at: &Instant| {
            Some(at.saturating_duration_since(*due_of.get(positions.get(position)?)?).as_secs_f64() * 1000.0)
        };
        let delays: Vec<f64> = seen.iter().filter_map(|(position, arrived, _)| delay(position, arrived)).collect();
        let read: Vec<f64> = seen.iter().filter_map(|(position, _, read)| delay(position, read)).collect();
        Ok(json!({
            "p50_ms": rounded(percentile(&delays, 0.5), 2),
            "p99_ms": rounded(percentile(&delays, 0.99), 2),
            "most_ms": rounded(percentile(&delays, 1.0), 2),
            "read_p99_ms": rounded(percentile(&read, 0.99), 2),
            "delivered_share": rounded(delays.len() as f64 / (self.pages as f64 * total as f64), 3),
            "all_current_after_ms": rounded(current_ms, 1),
            "cpu_us": rounded(cpu_us, 3),
            "refused": refused,
        }))
    }
}

fn note(shown: &mut [u64], heard: &Heard<'_>) {
    if let (Said::Region { name: NOW, position }, Some(page)) = (heard.said, shown.get_mut(heard.page)) {
        *page = position;
    }
}
