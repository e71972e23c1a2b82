//! Live pages: thousands of sockets on one thread, each as a browser holds it.
use super::{
    NetError,
    frames::{self, Kind},
    now,
    reach::Reach,
};
use mio::{Events, Interest, Poll, Token, Waker, net::TcpStream};
use std::{
    collections::{HashMap, VecDeque},
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// Handshakes under way at one time: a server's queue for new connections is finite.
const OPENING: usize = 128;
/// A page whose connection was lost is opened again after this, as a browser does.
const AGAIN: Duration = Duration::from_millis(200);
/// How often in a row that is tried: for longer than a server takes to start again.
const ATTEMPTS: u32 = 200;
const WAKE: Token = Token(usize::MAX);

/// A page to be opened: the address of its socket, its seat's cookie, and the newest position it shows.
#[derive(Clone, Debug)]
pub struct PageSpec {
    /// `/as/seat-3/live?lang=en&v=now:17,mine:17`.
    pub path: String,
    /// `seat-3=…`.
    pub cookie: String,
    /// The position of the page as it was loaded.
    pub position: u64,
    /// Whether it shows the region `now`, the one that is measured.
    pub shows_now: bool,
}

/// The answer to a press.
#[derive(Clone, Debug)]
pub struct Told {
    /// The press's id.
    pub id: String,
    /// Status as in HTTP.
    pub status: u16,
    /// Position at which it is durable; 0 when nothing was done.
    pub position: u64,
    /// The answer.
    pub body: serde_json::Value,
    /// When the press was handed over.
    pub sent: Instant,
    /// When its answer arrived.
    pub at: Instant,
}

/// Figures of the pages, readable at any time.
#[derive(Debug, Default)]
pub struct Figures {
    /// Sockets open now.
    pub open: AtomicUsize,
    /// Pages that were refused or lost for good.
    pub failed: AtomicUsize,
    /// How often an open page lost its connection.
    pub lost: AtomicUsize,
    /// Frames received.
    pub frames: AtomicU64,
    /// Bytes received.
    pub bytes: AtomicU64,
    /// When which position was shown.
    pub reach: Mutex<Reach>,
}

enum Order {
    Open(Vec<PageSpec>),
    Press { page: usize, id: String, message: String, sent: Instant },
    Stop,
}

/// The thread that holds the pages.
pub struct Pages {
    orders: Sender<Order>,
    told: Receiver<Told>,
    waker: Arc<Waker>,
    figures: Arc<Figures>,
    thread: Option<JoinHandle<Option<NetError>>>,
    asked: usize,
}

impl Pages {
    /// Starts the thread; no page is open yet. `mask` seeds what the frames are masked with.
    ///
    /// # Errors
    /// [`NetError::System`].
    pub fn start(address: SocketAddr, host: &str, mask: u32) -> Result<Self, NetError> {
        let poll = Poll::new().map_err(NetError::system("waiting for pages"))?;
        let waker = Arc::new(Waker::new(poll.registry(), WAKE).map_err(NetError::system("waiting for pages"))?);
        let (orders, received) = channel();
        let (tell, told) = channel();
        let figures = Arc::new(Figures::default());
        let mut holder = Holder {
            poll,
            address,
            host: host.to_owned(),
            pages: Vec::new(),
            waiting: VecDeque::new(),
            opening: 0,
            pressed: HashMap::new(),
            tell,
            figures: Arc::clone(&figures),
            mask,
            moved: Vec::new(),
        };
        let thread = std::thread::Builder::new().name("pages".to_owned()).spawn(move || holder.run(&received).err());
        let thread = Some(thread.map_err(NetError::system("starting a thread"))?);
        Ok(Self { orders, told, waker, figures, thread, asked: 0 })
    }
    /// The figures, shared with the thread.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.figures
    }
    /// How many pages were to be opened so far.
    #[must_use]
    pub const fn asked(&self) -> usize {
        self.asked
    }
    /// Opens pages and answers the place of the first; the others follow.
    ///
    /// # Errors
    /// [`NetError::NoAnswer`] when the thread has ended.
    pub fn open(&mut self, pages: Vec<PageSpec>) -> Result<usize, NetError> {
        let first = self.asked;
        self.asked += pages.len();
        self.order(Order::Open(pages))?;
        Ok(first)
    }
    /// Presses a button on a page.
    ///
    /// # Errors
    /// As [`Pages::open`].
    pub fn press(&self, page: usize, id: &str, act: &str, body: &str) -> Result<(), NetError> {
        let message = format!("P {id} {act}\n{body}");
        self.order(Order::Press { page, id: id.to_owned(), message, sent: now() })
    }
    /// The next answer to a press; none when none came in time.
    #[must_use]
    pub fn told(&self, patience: Duration) -> Option<Told> {
        self.told.recv_timeout(patience).ok()
    }
    /// How many pages came to show a position, and when the last one did.
    #[must_use]
    pub fn reached(&self, position: u64) -> (u32, Option<Instant>) {
        self.figures.reach.lock().unwrap_or_else(PoisonError::into_inner).of(position)
    }
    /// Begins to measure from a position on.
    pub fn measure_from(&self, position: u64) {
        self.figures.reach.lock().unwrap_or_else(PoisonError::into_inner).begin(position);
    }
    /// Closes all pages.
    ///
    /// # Errors
    /// What ended the thread early.
    pub fn stop(mut self) -> Result<(), NetError> {
        drop(self.order(Order::Stop));
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(Some(error))) => Err(error),
            Some(Err(_)) => Err(NetError::NoAnswer("the thread of the pages broke off".to_owned())),
            _ => Ok(()),
        }
    }

    fn order(&self, order: Order) -> Result<(), NetError> {
        let gone = || NetError::NoAnswer("the thread of the pages has ended".to_owned());
        self.orders.send(order).map_err(|_| gone())?;
        self.waker.wake().map_err(NetError::system("waking the thread of the pages"))
    }
}

enum Step {
    /// The handshake, until it is answered.
    Opening {
        out: Vec<u8>,
        written: usize,
        key: [u8; 16],
    },
    Open,
}

/// The connection of a page.
struct Link {
    stream: TcpStream,
    step: Step,
    /// The beginning of a frame whose rest has not arrived.
    input: Vec<u8>,
    /// What the system did not take yet.
    output: Vec<u8>,
}

struct Page {
    spec: PageSpec,
    link: Option<Link>,
    /// How often in a row it could not be opened.
    attempts: u32,
    /// Presses without an answer, by their ids: sent again over the next connection.
    unanswered: Vec<(String, String)>,
}

struct Holder {
    poll: Poll,
    address: SocketAddr,
    host: String,
    pages: Vec<Page>,
    /// Pages to be opened, and not before when.
    waiting: VecDeque<(usize, Instant)>,
    opening: usize,
    pressed: HashMap<String, VecDeque<Instant>>,
    tell: Sender<Told>,
    figures: Arc<Figures>,
    mask: u32,
    /// Pages that moved on since the shared figures were last written.
    moved: Vec<(u64, u64, Instant)>,
}

impl Holder {
    fn run(&mut self, orders: &Receiver<Order>) -> Result<(), NetError> {
        let mut events = Events::with_capacity(1024);
        let mut scratch = vec![0u8; 256 * 1024];
        loop {
            loop {
                match orders.try_recv() {
                    Ok(Order::Open(specs)) => specs.into_iter().for_each(|spec| self.expect(spec)),
                    Ok(Order::Press { page, id, message, sent }) => self.press(page, id, &message, sent),
                    Ok(Order::Stop) | Err(TryRecvError::Disconnected) => return Ok(()),
                    Err(TryRecvError::Empty) => break,
                }
            }
            self.open_more()?;
            let wait = if self.waiting.is_empty() { Duration::from_millis(500) } else { AGAIN / 4 };
            match self.poll.poll(&mut events, Some(wait)) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result.map_err(NetError::system("waiting for pages"))?,
            }
            for event in events.iter().filter(|e| e.token() != WAKE) {
                self.serve(event.token().0, &mut scratch);
            }
            self.publish();
        }
    }

    fn publish(&mut self) {
        if self.moved.is_empty() {
            return;
        }
        let mut reach = self.figures.reach.lock().unwrap_or_else(PoisonError::into_inner);
        for (from, to, at) in self.moved.drain(..) {
            reach.moved(from, to, at);
        }
    }

    fn expect(&mut self, spec: PageSpec) {
        self.waiting.push_back((self.pages.len(), now()));
        self.pages.push(Page { spec, link: None, attempts: 0, unanswered: Vec::new() });
    }

    fn open_more(&mut self) -> Result<(), NetError> {
        while self.opening < OPENING {
            let Some((place, _)) = self.waiting.front().copied().filter(|(_, at)| *at <= now()) else { return Ok(()) };
            self.waiting.pop_front();
            let Some(page) = self.pages.get_mut(place) else { continue };
            let mut stream = TcpStream::connect(self.address).map_err(NetError::system("opening a live page"))?;
            let interest = Interest::READABLE | Interest::WRITABLE;
            let registered = self.poll.registry().register(&mut stream, Token(place), interest);
            registered.map_err(NetError::system("watching a live page"))?;
            let mut key = [0u8; 16];
            key[..8].copy_from_slice(&(place as u64).to_be_bytes());
            key[8..12].copy_from_slice(&self.mask.to_be_bytes());
            let out = frames::handshake(&self.host, &page.spec.path, &page.spec.cookie, key);
            let step = Step::Opening { out, written: 0, key };
            page.link = Some(Link { stream, step, input: Vec::new(), output: Vec::new() });
            self.opening += 1;
        }
        Ok(())
    }

    fn press(&mut self, place: usize, id: String, message: &str, sent: Instant) {
        self.mask = self.mask.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let Some(page) = self.pages.get_mut(place).filter(|p| p.attempts <= ATTEMPTS) else {
            return self.no_answer(id, sent);
        };
        page.unanswered.push((id.clone(), message.to_owned()));
        self.pressed.entry(id).or_default().push_back(sent);
        if let Some(link) = page.link.as_mut().filter(|l| l.is_open()) {
            link.output.extend_from_slice(&frames::masked(Kind::Text, message.as_bytes(), self.mask));
            if link.write().is_err() {
                self.lose(place);
            }
        }
    }

    /// The page is gone for good: its press counts as not answered.
    fn no_answer(&self, id: String, sent: Instant) {
        drop(self.tell.send(Told { id, status: 0, position: 0, body: serde_json::Value::Null, sent, at: now() }));
    }

    fn serve(&mut self, place: usize, scratch: &mut [u8]) {
        let Some(link) = self.pages.get_mut(place).and_then(|p| p.link.as_mut()) else { return };
        let mut ended = link.write().is_err();
        let at = now();
        loop {
            match link.stream.read(scratch) {
                Ok(0) => ended = true,
                Ok(n) => {
                    self.figures.bytes.fetch_add(n as u64, Ordering::Relaxed);
                    link.input.extend_from_slice(&scratch[..n]);
                    if n == scratch.len() {
                        continue;
                    }
                }
                Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => {}
                Err(_) => ended = true,
            }
            break;
        }
        if self.take(place, at).is_err() || ended {
            self.lose(place);
        }
    }

    /// Takes the whole frames that have arrived on a page.
    fn take(&mut self, place: usize, at: Instant) -> Result<(), NetError> {
        let Some(page) = self.pages.get_mut(place) else { return Ok(()) };
        let Some(mut link) = page.link.take() else { return Ok(()) };
        let taken = self.frames(place, &mut link, at);
        if let Some(page) = self.pages.get_mut(place) {
            page.link = Some(link);
        }
        taken
    }

    fn frames(&mut self, place: usize, link: &mut Link, at: Instant) -> Result<(), NetError> {
        let Some(page) = self.pages.get_mut(place) else { return Ok(()) };
        let mut start = 0;
        if let Step::Opening { key, .. } = &link.step {
            let Some(took) = frames::accepted(&link.input, *key)? else { return Ok(()) };
            link.step = Step::Open;
            start = took;
            page.attempts = 0;
            self.opening -= 1;
            self.figures.open.fetch_add(1, Ordering::Relaxed);
            // What was pressed and not answered before the connection was lost: the same press, under the same id.
            for (_, message) in &page.unanswered {
                link.output.extend_from_slice(&frames::masked(Kind::Text, message.as_bytes(), self.mask));
            }
        }
        while let Some(frame) = frames::read(&link.input[start..])? {
            start += frame.took;
            self.figures.frames.fetch_add(1, Ordering::Relaxed);
            match frame.kind {
                Kind::Text if frame.last => {
                    let message = std::str::from_utf8(frame.payload).unwrap_or_default();
                    let (line, rest) = message.split_once('\n').unwrap_or((message, ""));
                    let mut words = line.split(' ');
                    match (words.next(), words.next(), words.next(), words.next()) {
                        (Some("R"), Some(region), Some(position), None) => {
                            let position: u64 = position.parse().unwrap_or_default();
                            if page.spec.shows_now && is_now(region) && position > page.spec.position {
                                self.moved.push((page.spec.position, position, at));
                                page.spec.position = position;
                            }
                        }
                        (Some("A"), Some(id), Some(status), Some(position)) => {
                            if let Some(answered) = page.unanswered.iter().position(|(pressed, _)| pressed == id) {
                                page.unanswered.remove(answered);
                            }
                            let sent = self.pressed.get_mut(id).and_then(VecDeque::pop_front).unwrap_or(at);
                            let (status, position) = (status.parse().unwrap_or_default(), position.parse().unwrap_or_default());
                            let body = serde_json::from_str(rest).unwrap_or_default();
                            drop(self.tell.send(Told { id: id.to_owned(), status, position, body, sent, at }));
                        }
                        _ => {}
                    }
                }
                Kind::Ping => {
                    let pong = frames::masked(Kind::Pong, frame.payload, self.mask);
                    link.output.extend_from_slice(&pong);
                }
                Kind::Close => return Err(NetError::NoAnswer("the server closed a page".to_owned())),
                _ => {}
            }
        }
        link.input.drain(..start);
        if link.input.is_empty() {
            // Ten thousand idle buffers would be most of this program's memory.
            link.input = Vec::new();
        }
        link.write().map_err(NetError::system("writing to a live page"))
    }

    /// A connection was lost: the page is opened again, unless that was tried too often.
    fn lose(&mut self, place: usize) {
        let Some(page) = self.pages.get_mut(place) else { return };
        let Some(mut link) = page.link.take() else { return };
        drop(self.poll.registry().deregister(&mut link.stream));
        if link.is_open() {
            self.figures.open.fetch_sub(1, Ordering::Relaxed);
            self.figures.lost.fetch_add(1, Ordering::Relaxed);
        } else {
            self.opening -= 1;
        }
        page.attempts += 1;
        if page.attempts <= ATTEMPTS {
            self.waiting.push_back((place, now() + AGAIN));
            return;
        }
        self.figures.failed.fetch_add(1, Ordering::Relaxed);
        for (id, _) in std::mem::take(&mut page.unanswered) {
            let sent = self.pressed.get_mut(&id).and_then(VecDeque::pop_front).unwrap_or_else(now);
            self.no_answer(id, sent);
        }
    }
}

/// The region that every delegate's page shows: what is being decided now.
fn is_now(region: &str) -> bool {
    region == "now" || region.starts_with("now.")
}

impl Link {
    const fn is_open(&self) -> bool {
        matches!(self.step, Step::Open)
    }
    fn write(&mut self) -> std::io::Result<()> {
        if let Step::Opening { out, written, .. } = &mut self.step {
            while *written < out.len() {
                match self.stream.write(&out[*written..]) {
                    Ok(n) => *written += n,
                    Err(e) if e.kind() == ErrorKind::Interrupted => {}
                    Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => return Ok(()),
                    Err(e) => return Err(e),
                }
            }
            return Ok(());
        }
        let mut written = 0;
        while written < self.output.len() {
            match self.stream.write(&self.output[written..]) {
                Ok(n) => written += n,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if e.kind() == ErrorKind::WouldBlock => break,
                Err(e) => return Err(e),
            }
        }
        self.output.drain(..written);
        if self.output.is_empty() {
            self.output = Vec::new();
        }
        Ok(())
    }
}
