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
    /// Pages that were refused or lost.
    pub failed: AtomicUsize,
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

struct Page {
    stream: TcpStream,
    step: Step,
    /// The beginning of a frame whose rest has not arrived.
    input: Vec<u8>,
    /// What the system did not take yet.
    output: Vec<u8>,
    position: u64,
    shows_now: bool,
}

struct Holder {
    poll: Poll,
    address: SocketAddr,
    host: String,
    pages: Vec<Option<Page>>,
    waiting: VecDeque<PageSpec>,
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
                    Ok(Order::Open(pages)) => self.waiting.extend(pages),
                    Ok(Order::Press { page, id, message, sent }) => self.press(page, id, &message, sent),
                    Ok(Order::Stop) | Err(TryRecvError::Disconnected) => return Ok(()),
                    Err(TryRecvError::Empty) => break,
                }
            }
            self.open_more()?;
            match self.poll.poll(&mut events, Some(Duration::from_millis(500))) {
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

    fn open_more(&mut self) -> Result<(), NetError> {
        while self.opening < OPENING {
            let Some(spec) = self.waiting.pop_front() else { return Ok(()) };
            let mut stream = TcpStream::connect(self.address).map_err(NetError::system("opening a live page"))?;
            let place = self.pages.len();
            let interest = Interest::READABLE | Interest::WRITABLE;
            let registered = self.poll.registry().register(&mut stream, Token(place), interest);
            registered.map_err(NetError::system("watching a live page"))?;
            let mut key = [0u8; 16];
            key[..8].copy_from_slice(&(place as u64).to_be_bytes());
            key[8..12].copy_from_slice(&self.mask.to_be_bytes());
            let out = frames::handshake(&self.host, &spec.path, &spec.cookie, key);
            let (position, shows_now) = (spec.position, spec.shows_now);
            let step = Step::Opening { out, written: 0, key };
            self.pages.push(Some(Page { stream, step, input: Vec::new(), output: Vec::new(), position, shows_now }));
            self.opening += 1;
        }
        Ok(())
    }

    fn press(&mut self, page: usize, id: String, message: &str, sent: Instant) {
        self.mask = self.mask.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let bytes = frames::masked(Kind::Text, message.as_bytes(), self.mask);
        let Some(Some(found)) = self.pages.get_mut(page).filter(|p| p.as_ref().is_some_and(Page::is_open)) else {
            // The page is gone: its press counts as not answered.
            drop(self.tell.send(Told { id, status: 0, position: 0, body: serde_json::Value::Null, sent, at: now() }));
            return;
        };
        found.output.extend_from_slice(&bytes);
        self.pressed.entry(id).or_default().push_back(sent);
        if found.write().is_err() {
            self.lose(page);
        }
    }

    fn serve(&mut self, place: usize, scratch: &mut [u8]) {
        let Some(Some(page)) = self.pages.get_mut(place) else { return };
        let mut ended = page.write().is_err();
        let at = now();
        loop {
            match page.stream.read(scratch) {
                Ok(0) => ended = true,
                Ok(n) => {
                    self.figures.bytes.fetch_add(n as u64, Ordering::Relaxed);
                    page.input.extend_from_slice(&scratch[..n]);
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
        let Some(Some(page)) = self.pages.get_mut(place) else { return Ok(()) };
        let mut start = 0;
        if let Step::Opening { key, .. } = &page.step {
            let Some(took) = frames::accepted(&page.input, *key)? else { return Ok(()) };
            page.step = Step::Open;
            start = took;
            self.opening -= 1;
            self.figures.open.fetch_add(1, Ordering::Relaxed);
        }
        while let Some(frame) = frames::read(&page.input[start..])? {
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
                            if page.shows_now && is_now(region) && position > page.position {
                                self.moved.push((page.position, position, at));
                                page.position = position;
                            }
                        }
                        (Some("A"), Some(id), Some(status), Some(position)) => {
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
                    page.output.extend_from_slice(&pong);
                }
                Kind::Close => return Err(NetError::NoAnswer("the server closed a page".to_owned())),
                _ => {}
            }
        }
        page.input.drain(..start);
        if page.input.is_empty() {
            // Ten thousand idle buffers would be most of this program's memory.
            page.input = Vec::new();
        }
        page.write().map_err(NetError::system("writing to a live page"))
    }

    fn lose(&mut self, place: usize) {
        let Some(mut page) = self.pages.get_mut(place).and_then(Option::take) else { return };
        drop(self.poll.registry().deregister(&mut page.stream));
        if page.is_open() {
            self.figures.open.fetch_sub(1, Ordering::Relaxed);
        } else {
            self.opening -= 1;
        }
        self.figures.failed.fetch_add(1, Ordering::Relaxed);
    }
}

/// The region that every delegate's page shows: what is being decided now.
fn is_now(region: &str) -> bool {
    region == "now" || region.starts_with("now.")
}

impl Page {
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
