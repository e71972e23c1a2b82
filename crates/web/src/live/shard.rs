//! A shard: one thread that waits for its pages' sockets, writes what is new to them and reads what they say.
//!
//! A change goes out in rounds of 32 pages; between two rounds whatever was read, answered or rendered meanwhile is
//! served, so that no press waits for ten thousand writes.
mod hearing;
mod writing;

use super::{
    Hub, LiveMetrics, LiveSettings, MAX_REGIONS, Place, RegionKey, Viewer, clock,
    connection::{Connection, Phase},
    hub::{Signal, Sink, SinkId},
    inbox::{Answered, Inbox, shard_of},
    message,
    slots::Slots,
    turns::Turns,
};
use bytes::Bytes;
use mio::{Events, Interest, Poll, Token};
use parking_lot::Mutex;
use std::{
    io,
    net::TcpStream,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};
use writing::Writing;

/// Pages written to between two looks at what else waits: a third of a millisecond's worth.
const ROUND: usize = 32;
/// Reads from one page before the others have their turn.
const READS: usize = 4;
/// Read at once; shared by all pages of the shard.
const SCRATCH: usize = 64 * 1024;
/// A heartbeat's time is cut into so many parts; a page's is the one its place falls into.
const PARTS: u32 = 50;
/// Messages a page may send between two heartbeats.
const MAX_MESSAGES: u16 = 500;
/// Presses of a page that may be under way at once.
const MAX_UNDER_WAY: u16 = 32;
/// How long pages may take the goodbye when the server stops.
const GOODBYE: Duration = Duration::from_millis(500);
const WAKE: Token = Token(usize::MAX);

/// A page whose handshake is done.
pub struct Adopted {
    /// Its socket.
    pub stream: TcpStream,
    /// Its TLS session, if it has one.
    pub tls: Option<rustls::ServerConnection>,
    /// What was read after the handshake already.
    pub leftover: Bytes,
    /// Who holds it open.
    pub viewer: Viewer,
    /// Whether it can inflate what is sent to it packed.
    pub inflates: bool,
    /// Its regions, each with the version it has; what exceeds [`MAX_REGIONS`] is left out.
    pub regions: Vec<(RegionKey, u64)>,
    /// Its place in the limit of connections.
    pub place: Place,
}

/// The shards.
pub struct Shards {
    inboxes: Vec<Arc<Inbox>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    serial: AtomicU64,
}

impl Shards {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system has no thread or no epoll descriptor left.
    pub fn start(hub: &Arc<Hub>, settings: &Arc<LiveSettings>, metrics: &Arc<LiveMetrics>) -> io::Result<Self> {
        let mut inboxes = Vec::new();
        let mut threads = Vec::new();
        for i in 0..settings.shards.max(1) {
            let poll = Poll::new()?;
            let inbox = Arc::new(Inbox::new(mio::Waker::new(poll.registry(), WAKE)?));
            let (own, hub, settings, metrics) = (Arc::clone(&inbox), Arc::clone(hub), Arc::clone(settings), Arc::clone(metrics));
            let shard = move || Shard::new(poll, own, hub, settings, metrics).run();
            threads.push(std::thread::Builder::new().name(format!("live-{i}")).spawn(shard)?);
            inboxes.push(inbox);
        }
        Ok(Self { inboxes, threads: Mutex::new(threads), serial: AtomicU64::new(1) })
    }

    /// Hands a page to its shard. From now on it is kept current.
    pub fn adopt(&self, page: Adopted) {
        let serial = self.serial.fetch_add(1, Ordering::Relaxed);
        if let Some(inbox) = self.inboxes.get(shard_of(&page.viewer, serial, self.inboxes.len())) {
            inbox.put(|w| w.adopted.push(page));
        }
    }

    /// Ends the threads, with a goodbye to every page.
    pub fn stop(&self) {
        for inbox in &self.inboxes {
            inbox.signal(Signal::Stop);
        }
        for thread in self.threads.lock().drain(..) {
            let _ = thread.join();
        }
    }
}

struct Shard {
    poll: Poll,
    inbox: Arc<Inbox>,
    hub: Arc<Hub>,
    sink: SinkId,
    settings: Arc<LiveSettings>,
    metrics: Arc<LiveMetrics>,
    pages: Vec<Option<Connection>>,
    free: Vec<u32>,
    slots: Slots,
    /// Pages that lack something.
    turns: Turns,
    /// Pages that had more to read than their turn allowed.
    unread: Vec<u32>,
    scratch: Vec<u8>,
    writing: Writing,
    serial: u64,
    started: Instant,
    /// Seconds since the start, as often as a round.
    second: u32,
    next_part: Instant,
    part: u32,
    stop_at: Option<Instant>,
}

impl Shard {
    fn new(poll: Poll, inbox: Arc<Inbox>, hub: Arc<Hub>, settings: Arc<LiveSettings>, metrics: Arc<LiveMetrics>) -> Self {
        let started = clock::now();
        let sink = hub.enter(Arc::clone(&inbox) as Arc<dyn Sink>);
        Self {
            poll,
            inbox,
            hub,
            sink,
            metrics,
            pages: Vec::new(),
            free: Vec::new(),
            slots: Slots::new(),
            turns: Turns::default(),
            unread: Vec::new(),
            scratch: vec![0; SCRATCH],
            writing: Writing::new(settings.together),
            settings,
            serial: 0,
            started,
            second: 1,
            next_part: started,
            part: 0,
            stop_at: None,
        }
    }

    fn run(mut self) {
        let mut events = Events::with_capacity(1024);
        loop {
            let now = clock::now();
            self.second = (now - self.started).as_secs() as u32 + 1;
            if self.stop_at.is_some_and(|at| now >= at || self.free.len() == self.pages.len()) {
                break;
            }
            if let Err(error) = self.poll.poll(&mut events, self.patience(now))
                && error.kind() != io::ErrorKind::Interrupted
            {
                tracing::error!(%error, "a shard cannot wait for its sockets");
                break;
            }
            for event in &events {
                if event.token() == WAKE {
                    continue;
                }
                let page = event.token().0 as u32;
                if event.is_writable() && self.page(page).is_some_and(|p| p.wants_to_write()) {
                    self.flush(page);
                }
                if event.is_readable() || event.is_read_closed() || event.is_error() {
                    self.read(page);
                }
            }
            for page in std::mem::take(&mut self.unread) {
                self.read(page);
            }
            self.serve_inbox();
            self.beat();
            self.fan_out();
        }
        for page in 0..self.pages.len() as u32 {
            self.drop_page(page);
        }
        self.hub.leave(self.sink);
    }

    /// How long to wait for sockets: not at all while something goes out, for ever while nobody looks.
    fn patience(&self, now: Instant) -> Option<Duration> {
        if !self.turns.is_empty() || !self.unread.is_empty() {
            return Some(Duration::ZERO);
        }
        if self.free.len() == self.pages.len() {
            return self.stop_at.map(|at| at.saturating_duration_since(now));
        }
        let part = self.next_part.saturating_duration_since(now);
        // Rounded up to the millisecond that epoll counts in, so that it does not wake just before.
        Some(part + Duration::from_millis(1))
    }

    fn page(&mut self, page: u32) -> Option<&mut Connection> {
        self.pages.get_mut(page as usize)?.as_mut()
    }

    fn serve_inbox(&mut self) {
        let waiting = self.inbox.take();
        for (id, frame) in waiting.frames {
            self.slots.update(id, frame).iter().for_each(|page| self.turns.add(*page));
        }
        let mut answered = Vec::with_capacity(waiting.answers.len());
        for Answered { page, serial, bytes } in waiting.answers {
            if let Some(to) = self.page(page).filter(|p| p.serial == serial) {
                to.presses = to.presses.saturating_sub(1);
                if self.put(page, bytes) {
                    answered.push(page);
                }
            }
        }
        // One that pressed twice is still one page.
        answered.sort_unstable();
        answered.dedup();
        self.write(&answered);
        for adopted in waiting.adopted {
            self.adopt(adopted);
        }
        for signal in waiting.signals {
            self.obey(signal);
        }
    }

    fn obey(&mut self, signal: Signal) {
        for page in 0..self.pages.len() as u32 {
            match signal {
                Signal::Revoked(session) => {
                    if self.page(page).is_some_and(|p| p.viewer.session == session && p.phase == Phase::Open) {
                        self.end_session(page);
                    }
                }
                Signal::Renewed => self.say(page, message::renewed()),
                Signal::Stop => self.close(page, 1001),
            }
        }
        if signal == Signal::Stop && self.stop_at.is_none() {
            self.stop_at = Some(clock::now() + GOODBYE);
        }
    }

    fn adopt(&mut self, adopted: Adopted) {
        let mut socket = mio::net::TcpStream::from_std(adopted.stream);
        let place = self.free.pop().unwrap_or_else(|| {
            self.pages.push(None);
            (self.pages.len() - 1) as u32
        });
        let both = Interest::READABLE | Interest::WRITABLE;
        if let Err(error) = self.poll.registry().register(&mut socket, Token(place as usize), both) {
            tracing::warn!(%error, "a page could not be watched");
            self.free.push(place);
            return;
        }
        self.serial += 1;
        let mut page = Connection::new(socket, adopted.tls, adopted.viewer, self.serial, adopted.place);
        page.inflates = adopted.inflates;
        page.regions = adopted
            .regions
            .into_iter()
            .take(MAX_REGIONS)
            .filter_map(|(key, version)| self.slots.enter(&self.hub, self.sink, key, place, version))
            .collect();
        self.pages[place as usize] = Some(page);
        self.metrics.pages.add(1);
        self.hub.scene().opened(&adopted.viewer);
        if self.stop_at.is_some() {
            return self.close(place, 1001);
        }
        // The session may have ended between the handshake and now; a revocation after this line finds the page.
        if adopted.viewer.session != 0 && !self.hub.scene().signed_in(&adopted.viewer) {
            return self.end_session(place);
        }
        if !adopted.leftover.is_empty() {
            self.hear(place, &mut adopted.leftover.to_vec());
        }
        self.flush(place);
        // TLS may hold what came along with the handshake; no event tells of it.
        self.read(place);
    }

    fn drop_page(&mut self, place: u32) {
        let Some(mut page) = self.pages.get_mut(place as usize).and_then(Option::take) else { return };
        let _ = self.poll.registry().deregister(&mut page.socket);
        for seen in &page.regions {
            if let Some(moved) = self.slots.leave(&self.hub, self.sink, *seen)
                && let Some(moved) = self.pages.get_mut(moved as usize).and_then(Option::as_mut)
                && let Some(entry) = moved.regions.iter_mut().find(|r| r.slot == seen.slot)
            {
                entry.at = seen.at;
            }
        }
        self.free.push(place);
        self.metrics.pages.take(1);
        self.hub.scene().closed(&page.viewer);
    }

    /// Writes the last words of a page that is closing, and lets it go.
    fn take_leave(&mut self, place: u32) {
        let second = self.second;
        let Some(page) = self.page(place).filter(|page| !matches!(page.phase, Phase::Lingering(_))) else { return };
        match page.drain(second) {
            Ok(true) => {
                let parts = page.phase == Phase::Parting;
                page.shut(second);
                if parts {
                    self.drop_page(place);
                }
            }
            Ok(false) => {}
            Err(_) => self.drop_page(place),
        }
    }

    /// The heartbeat of one part of the pages, and what is looked after as rarely.
    fn beat(&mut self) {
        let now = clock::now();
        if now < self.next_part {
            return;
        }
        let step = self.settings.heartbeat / PARTS;
        self.next_part = if now - self.next_part > self.settings.heartbeat { now + step } else { self.next_part + step };
        self.part = (self.part + 1) % PARTS;
        let beat = message::beat(self.hub.position());
        for place in (self.part..self.pages.len() as u32).step_by(PARTS as usize) {
            self.look_after(place, &beat);
        }
    }

    fn look_after(&mut self, place: u32, beat: &Bytes) {
        let (second, patience) = (self.second, self.settings.unwritable.as_secs().max(1) as u32);
        let Some(page) = self.page(place) else { return };
        page.messages = 0;
        let is_stuck = page.unwritable_since != 0 && second.saturating_sub(page.unwritable_since) >= patience;
        match page.phase {
            Phase::Lingering(until) if second >= until => return self.drop_page(place),
            Phase::Lingering(_) => return,
            _ if is_stuck => {
                self.metrics.slow_closed.add(1);
                return self.drop_page(place);
            }
            Phase::Closing | Phase::Parting => return,
            Phase::Open => {}
        }
        let (viewer, is_idle) = (page.viewer, page.is_idle());
        let has_heard = std::mem::take(&mut page.has_heard);
        if viewer.session != 0 && !self.hub.scene().signed_in(&viewer) {
            return self.end_session(place);
        }
        // A page that has not taken the last thing yet needs no further sign of life, nor does one that got something since the last look.
        if is_idle && !has_heard {
            self.say(place, beat.clone());
        }
    }
}
