//! How fast a change reaches N pages, beside the limit: a loop that writes the same bytes to N sockets.
//!
//! `cargo run --release -p web --example fanout -- [PAGES] [ROUNDS] [BYTES]` starts a toy house and the limit program in
//! turn as processes of their own, opens PAGES pages (default 1,000), makes ROUNDS changes (15) of BYTES bytes (300), and prints
//! the time until the last page has a change and the server's memory and processor time a page.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, reason = "a measuring tool")]
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::get,
};
use mio::{Events, Interest, Poll, Token, net::TcpStream};
use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{SocketAddr, TcpListener},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use web::live::{
    Answer, Audience, Live, LiveSettings, Press, RegionKey, Rendered, Scene, Topic, Viewer, handshake, message,
    server::{self, Limits, Peer},
};

/// A house whose only region says how often it changed.
struct Toy {
    position: AtomicU64,
    bytes: usize,
}

fn html(position: u64, bytes: usize) -> String {
    format!("<p>change {position}</p>{}", "x".repeat(bytes.saturating_sub(40)))
}

impl Scene for Toy {
    fn position(&self) -> u64 {
        self.position.load(Ordering::SeqCst)
    }
    fn topics(&self, _: &RegionKey) -> Vec<Topic> {
        vec![Topic(1)]
    }
    fn render(&self, _: &RegionKey) -> Rendered {
        let position = self.position();
        Rendered { position, html: html(position, self.bytes) }
    }
    fn press(&self, _: &Viewer, _: Press, answer: Answer) {
        answer.send(200, self.position(), "{}");
    }
    fn signed_in(&self, _: &Viewer) -> bool {
        true
    }
}

async fn open(State(live): State<Arc<Live>>, mut request: Request) -> Response {
    let address = request.extensions().get::<Peer>().unwrap().address.ip();
    let viewer = Viewer { session: 0, seat: 0, language: 0, address };
    let regions = vec![(RegionKey { name: "r".into(), audience: Audience(0) }, 0)];
    match handshake::check(&mut request, &[]).and_then(|opening| opening.accept(&live, viewer, regions, false)) {
        Ok(response) => response,
        Err(refused) => refused.respond(&live),
    }
}

/// The toy house: each line on standard input is a change.
fn serve(bytes: usize) {
    let toy = Arc::new(Toy { position: AtomicU64::new(0), bytes });
    let live = Arc::new(Live::start(Arc::clone(&toy) as Arc<dyn Scene>, LiveSettings::default()).unwrap());
    let inner = Arc::clone(&live);
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = server::listen("127.0.0.1:0".parse().unwrap()).unwrap();
            println!("{}", listener.local_addr().unwrap());
            let metrics = Arc::clone(&inner.metrics);
            let limits = Limits { connections: 100_000, ..Limits::default() };
            server::serve(
                listener,
                None,
                Router::new().route("/live", get(open)).with_state(inner),
                limits,
                metrics,
                std::future::pending(),
            )
            .await;
        });
    });
    for line in std::io::stdin().lines() {
        if line.is_err() {
            break;
        }
        let position = toy.position.fetch_add(1, Ordering::SeqCst) + 1;
        live.hub.publish(position, &[Topic(1)]);
    }
}

/// The limit: the same frames, written to each socket in a loop by one thread that does nothing else.
fn limit(bytes: usize) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("{}", listener.local_addr().unwrap());
    let sockets = Arc::new(Mutex::new(Vec::new()));
    let accepted = Arc::clone(&sockets);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 1024];
            let _ = stream.read(&mut request).unwrap();
            stream.write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n").unwrap();
            stream.set_nodelay(true).unwrap();
            stream.set_nonblocking(true).unwrap();
            accepted.lock().unwrap().push(stream);
        }
    });
    for (i, line) in std::io::stdin().lines().enumerate() {
        if line.is_err() {
            break;
        }
        let position = i as u64 + 1;
        let bytes = message::region("r", position, &html(position, bytes)).0;
        for socket in sockets.lock().unwrap().iter_mut() {
            assert_eq!(socket.write(&bytes).unwrap(), bytes.len());
        }
    }
}

struct Server {
    child: Child,
    orders: ChildStdin,
    address: SocketAddr,
}

impl Server {
    fn start(mode: &str, bytes: usize) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let mut child = command.args([mode, &bytes.to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { orders: child.stdin.take().unwrap(), child, address: line.trim().parse().unwrap() }
    }
    fn status(&self, field: &str) -> f64 {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = text.lines().find(|l| l.starts_with(field)).unwrap().to_owned();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }
    /// Processor time of all its threads, in microseconds.
    fn micros(&self) -> f64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        tasks
            .flatten()
            .filter_map(|t| std::fs::read_to_string(t.path().join("schedstat")).ok())
            .filter_map(|t| t.split_whitespace().next()?.parse::<f64>().ok())
            .sum::<f64>()
            / 1000.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Page {
    socket: TcpStream,
    is_open: bool,
    position: u64,
    tail: Vec<u8>,
}

struct Pages {
    poll: Poll,
    events: Events,
    pages: Vec<Page>,
    scratch: Vec<u8>,
}

impl Pages {
    fn open(address: SocketAddr, count: usize) -> Self {
        let poll = Poll::new().unwrap();
        let mut all = Self { poll, events: Events::with_capacity(1024), pages: Vec::new(), scratch: vec![0; 65_536] };
        for i in 0..count {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream
                .write_all(
                    b"GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                      Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                )
                .unwrap();
            stream.set_nonblocking(true).unwrap();
            let mut socket = TcpStream::from_std(stream);
            all.poll.registry().register(&mut socket, Token(i), Interest::READABLE).unwrap();
            all.pages.push(Page { socket, is_open: false, position: 0, tail: Vec::new() });
        }
        all.until(|p| p.is_open);
        all
    }

    /// Reads until all pages are so.
    fn until(&mut self, is_so: impl Fn(&Page) -> bool) {
        let mut left = self.pages.iter().filter(|p| !is_so(p)).count();
        let deadline = Instant::now() + Duration::from_secs(60);
        while left > 0 {
            assert!(Instant::now() < deadline, "{left} pages never came so far");
            self.poll.poll(&mut self.events, Some(Duration::from_millis(100))).unwrap();
            for event in &self.events {
                let page = &mut self.pages[event.token().0];
                let was = is_so(page);
                loop {
                    match page.socket.read(&mut self.scratch) {
                        Ok(0) => panic!("a page was closed"),
                        Ok(n) => page.take(&self.scratch[..n]),
                        Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                        Err(error) => panic!("{error}"),
                    }
                }
                if !was && is_so(page) {
                    left -= 1;
                }
            }
        }
    }
}

impl Page {
    fn take(&mut self, bytes: &[u8]) {
        self.tail.extend_from_slice(bytes);
        if !self.is_open {
            let Some(end) = self.tail.windows(4).position(|w| w == b"\r\n\r\n") else { return };
            assert!(self.tail.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&self.tail));
            self.tail.drain(..end + 4);
            self.is_open = true;
        }
        loop {
            let (header, length) = match *self.tail {
                [_, 126, a, b, ..] => (4, usize::from(u16::from_be_bytes([a, b]))),
                [_, 127, a, b, c, d, e, f, g, h, ..] => (10, u64::from_be_bytes([a, b, c, d, e, f, g, h]) as usize),
                [_, n @ 0..126, ..] => (2, usize::from(n)),
                _ => return,
            };
            let Some(text) = self.tail.get(header..header + length) else { return };
            if let Some(rest) = text.strip_prefix(b"R r ") {
                let digits: Vec<u8> = rest.iter().copied().take_while(u8::is_ascii_digit).collect();
                self.position = String::from_utf8(digits).unwrap().parse().unwrap();
            }
            self.tail.drain(..header + length);
        }
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Milliseconds until the last page has a change (median and the middle of the worst half) and microseconds a page.
fn measure(mode: &str, count: usize, rounds: u64, bytes: usize) -> (f64, f64) {
    let mut server = Server::start(mode, bytes);
    let before = server.status("VmRSS");
    let start = Instant::now();
    let mut pages = Pages::open(server.address, count);
    let opened = start.elapsed();
    let (mut times, mut processor) = (Vec::new(), Vec::new());
    for position in 1..=rounds + 2 {
        std::thread::sleep(Duration::from_millis(300));
        let micros = server.micros();
        let start = Instant::now();
        writeln!(server.orders).unwrap();
        pages.until(|p| p.position >= position);
        // The first two warm up.
        if position > 2 {
            times.push(start.elapsed().as_secs_f64() * 1000.0);
            processor.push((server.micros() - micros) / count as f64);
        }
    }
    let memory = (server.status("VmRSS") - before) * 1024.0 / count as f64;
    let worst = times.iter().copied().fold(0.0, f64::max);
    let (last, micros) = (median(&mut times), median(&mut processor));
    println!(
        "{mode:5}  {count} pages opened in {:.2} s; last page {last:.1} ms (worst {worst:.1}); {micros:.2} µs and {memory:.0} bytes a page",
        opened.as_secs_f64()
    );
    (last, micros)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default: usize| arguments.get(at).map_or(default, |a| a.parse().unwrap());
    match arguments.first().map(String::as_str) {
        Some("serve") => return serve(number(1, 300)),
        Some("limit") => return limit(number(1, 300)),
        _ => {}
    }
    let (count, rounds, bytes) = (number(0, 1000), number(1, 15) as u64, number(2, 300));
    let (mut live, mut limit) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for _ in 0..3 {
        for (mode, into) in [("serve", &mut live), ("limit", &mut limit)] {
            let (last, micros) = measure(mode, count, rounds, bytes);
            into.0.push(last);
            into.1.push(micros);
        }
    }
    println!(
        "ratio: last page {:.2}, processor {:.2}",
        median(&mut live.0) / median(&mut limit.0),
        median(&mut live.1) / median(&mut limit.1)
    );
}
