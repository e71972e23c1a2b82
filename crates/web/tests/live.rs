//! The live fan-out from outside: real sockets, a foreign client, slow readers, ended sessions, TLS, a thousand pages.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "tests")]
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::get,
};
use parking_lot::Mutex;
use std::{
    collections::{HashMap, HashSet},
    io::{ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use tokio::sync::oneshot;
use tungstenite::{Message, WebSocket};
use web::live::{
    Answer, Audience, Live, LiveSettings, Press, RegionKey, Rendered, Scene, Topic, Viewer, handshake, message,
    server::{self, Limits, Peer},
    sse,
};

/// A house of counters: region `r.7` shows topic 7's value and a filling.
#[derive(Default)]
struct Toy {
    position: AtomicU64,
    values: Mutex<HashMap<u64, String>>,
    ended: Mutex<HashSet<u64>>,
    presses: Mutex<Vec<Press>>,
    renderings: AtomicU64,
    is_broken: AtomicBool,
}

fn topic_of(region: &RegionKey) -> u64 {
    region.name.rsplit('.').next().unwrap().parse().unwrap_or(0)
}

impl Scene for Toy {
    fn position(&self) -> u64 {
        self.position.load(Ordering::SeqCst)
    }
    fn topics(&self, region: &RegionKey) -> Vec<Topic> {
        vec![Topic(topic_of(region))]
    }
    fn render(&self, region: &RegionKey) -> Rendered {
        self.renderings.fetch_add(1, Ordering::SeqCst);
        assert!(!(self.is_broken.load(Ordering::SeqCst) && topic_of(region) == 1), "broken on purpose");
        let position = self.position();
        let html = self.values.lock().get(&topic_of(region)).cloned().unwrap_or_default();
        Rendered { position, html }
    }
    fn press(&self, _viewer: &Viewer, press: Press, answer: Answer) {
        self.presses.lock().push(press.clone());
        match &*press.act {
            "now" => answer.send(200, 7, "{\"ok\":true}"),
            "later" => drop(thread::spawn(move || {
                thread::sleep(Duration::from_millis(30));
                answer.send(200, 8, "{}");
            })),
            "lost" => drop(answer),
            _ => panic!("unknown act, on purpose"),
        }
    }
    fn signed_in(&self, viewer: &Viewer) -> bool {
        !self.ended.lock().contains(&viewer.session)
    }
}

struct House {
    toy: Arc<Toy>,
    live: Arc<Live>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

async fn open(State(live): State<Arc<Live>>, mut request: Request) -> Response {
    let query: HashMap<String, String> =
        form_urlencoded::parse(request.uri().query().unwrap_or("").as_bytes()).into_owned().collect();
    let viewer = Viewer {
        session: query.get("session").map_or(0, |s| s.parse().unwrap()),
        seat: 0,
        language: 0,
        address: request.extensions().get::<Peer>().unwrap().address.ip(),
    };
    let Some(regions) = message::versions(query.get("v").map_or("", |v| v)) else {
        return handshake::Refused::Regions.respond(&live);
    };
    let regions = regions.into_iter().map(|(name, version)| (RegionKey { name, audience: Audience(0) }, version)).collect();
    if request.uri().path() == "/events" {
        return sse::respond(&live, viewer, regions);
    }
    match handshake::check(&mut request, &live.settings.origins)
        .and_then(|o| o.accept(&live, viewer, regions, query.contains_key("z")))
    {
        Ok(response) => response,
        Err(refused) => refused.respond(&live),
    }
}

impl House {
    fn start(settings: LiveSettings, limits: Limits, tls: Option<Arc<rustls::ServerConfig>>) -> Self {
        let toy = Arc::new(Toy::default());
        let live = Arc::new(Live::start(Arc::clone(&toy) as Arc<dyn Scene>, settings).unwrap());
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let inner = Arc::clone(&live);
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = server::listen("127.0.0.1:0".parse().unwrap()).unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let metrics = Arc::clone(&inner.metrics);
                let app = Router::new().route("/live", get(open)).route("/events", get(open)).with_state(Arc::clone(&inner));
                server::serve(listener, tls, app, limits, metrics, async {
                    let _ = stopped.await;
                })
                .await;
            });
        });
        Self { toy, live, address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }
    fn plain() -> Self {
        Self::start(LiveSettings::default(), Limits::default(), None)
    }
    fn change(&self, topic: u64, value: impl Into<String>) -> u64 {
        self.toy.values.lock().insert(topic, value.into());
        let position = self.toy.position.fetch_add(1, Ordering::SeqCst) + 1;
        self.live.hub.publish(position, &[Topic(topic)]);
        position
    }
    fn page(&self, query: &str) -> WebSocket<TcpStream> {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        tungstenite::client(format!("ws://{}/live?{query}", self.address), stream).unwrap().0
    }
    fn raw(&self, query: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(
            stream,
            "GET /live?{query} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        .unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        assert!(head.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&head));
        stream
    }
    fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !is_so(self) {
            assert!(Instant::now() < deadline, "{what} never came: {:?}", self.live.metrics);
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.live.stop();
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn text(page: &mut WebSocket<TcpStream>) -> String {
    loop {
        match page.read().unwrap() {
            Message::Text(text) if text.starts_with("B ") => {}
            Message::Text(text) => return text.to_string(),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_page_gets_what_it_lacks_and_then_each_change() {
    let house = House::plain();
    house.change(1, "one");
    house.change(2, "two");
    let mut page = house.page("v=r.1:0,r.2:2,r.3:0");
    let mut first = [text(&mut page), text(&mut page)];
    first.sort();
    assert_eq!(first, ["R r.1 2\none", "R r.3 2\n"], "r.2 is current");
    // It was not rendered for somebody who has it; for a page that has not, it is, and goes to that page alone.
    assert_eq!(text(&mut house.page("v=r.2:1")), "R r.2 2\ntwo");
    house.change(2, "deux");
    assert_eq!(text(&mut page), "R r.2 3\ndeux");
    // A change that shows nothing new is not sent; the next one is.
    house.change(2, "deux");
    house.until("the second rendering", |h| h.live.metrics.unchanged.get() == 1);
    house.change(2, "zwei");
    assert_eq!(text(&mut page), "R r.2 5\nzwei");
    // Asked again with an older version, the region comes again; with the newest it does not.
    page.send(Message::text("G r.2 5\n")).unwrap();
    page.send(Message::text("V 5\n")).unwrap();
    page.send(Message::text("G r.2 4\n")).unwrap();
    assert_eq!(text(&mut page), "R r.2 5\nzwei");
    page.send(Message::Ping("x".into())).unwrap();
    assert_eq!(page.read().unwrap(), Message::Pong("x".into()));
    house.live.hub.renew();
    assert_eq!(text(&mut page), "N\n");
    page.close(None).unwrap();
    while page.read().is_ok() {}
    house.until("the page's end", |h| h.live.metrics.pages.get() == 0 && h.live.metrics.regions.get() == 0);
    house.until("its place", |h| h.live.metrics.connections.get() == 0);
}

#[test]
fn a_region_is_rendered_once_for_all_and_not_for_nobody() {
    let house = House::plain();
    let mut pages: Vec<_> = (0..20).map(|_| house.page("v=r.1:0")).collect();
    house.until("the pages", |h| h.live.metrics.pages.get() == 20);
    house.change(1, "x");
    for page in &mut pages {
        assert_eq!(text(page), "R r.1 1\nx");
    }
    assert_eq!(house.toy.renderings.load(Ordering::SeqCst), 1);
    house.change(9, "nobody looks");
    thread::sleep(Duration::from_millis(80));
    assert_eq!(house.toy.renderings.load(Ordering::SeqCst), 1);
}

#[test]
fn under_load_renderings_are_coalesced_and_alone_they_are_at_once() {
    let settings = LiveSettings { render_gap: Duration::from_secs(3), ..LiveSettings::default() };
    let house = House::start(settings, Limits::default(), None);
    let mut page = house.page("v=r.1:0");
    house.until("the page", |h| h.live.metrics.pages.get() == 1);
    house.change(1, "first");
    assert_eq!(text(&mut page), "R r.1 1\nfirst");
    for i in 0..50 {
        house.change(1, format!("{i}"));
    }
    assert_eq!(text(&mut page), "R r.1 51\n49");
    assert_eq!(house.live.metrics.renderings.get(), 2);
}

#[test]
fn presses_are_answered_limited_and_survive_faults() {
    let house = House::plain();
    let mut page = house.page("session=5");
    let mut press = |id: &str, act: &str| {
        page.send(Message::text(format!("P {id} {act}\na=1&b=%20"))).unwrap();
        text(&mut page)
    };
    assert_eq!(press("a", "now"), "A a 200 7\n{\"ok\":true}");
    assert_eq!(press("b", "later"), "A b 200 8\n{}");
    assert_eq!(press("c", "lost"), "A c 503 0\n{}");
    assert_eq!(press("d", "panics"), "A d 503 0\n{}");
    assert_eq!(house.toy.presses.lock()[0].body, "a=1&b=%20");
    let answers: Vec<_> = (0..30).map(|i| press(&format!("n{i}"), "now")).collect();
    let limited = answers.iter().filter(|a| a.contains(" 429 ")).count();
    assert!((10..=14).contains(&limited), "twenty at once, four of them taken before: {limited}");
    // Another page of the same session is limited with it, another session is not.
    let mut same = house.page("session=5");
    same.send(Message::text("P x now\n")).unwrap();
    assert!(text(&mut same).starts_with("A x 429 "));
    let mut other = house.page("session=6");
    other.send(Message::text("P x now\n")).unwrap();
    assert!(text(&mut other).starts_with("A x 200 "));
}

#[test]
fn a_slow_reader_skips_and_nobody_waits_for_it() {
    for together in [true, false] {
        a_slow_reader_skips(LiveSettings { line: u32::MAX, together, ..LiveSettings::default() });
    }
}

fn a_slow_reader_skips(settings: LiveSettings) {
    let house = House::start(settings, Limits::default(), None);
    let mut slow = house.raw("v=r.1:0");
    let mut quick = house.page("v=r.1:0");
    house.until("the pages", |h| h.live.metrics.pages.get() == 2);
    let big = "x".repeat(900_000);
    for i in 0..20 {
        let position = house.change(1, format!("{i} {big}"));
        let got = text(&mut quick);
        assert!(got.starts_with(&format!("R r.1 {position}\n{i} x")), "the quick page has every change at once");
    }
    // Now the slow one reads: a few it had in the kernel's buffers, the one under way, and then the newest.
    let mut seen = Vec::new();
    while seen.last() != Some(&20) {
        let mut head = [0; 10];
        slow.read_exact(&mut head[..2]).unwrap();
        let length = match head[1] {
            127 => {
                slow.read_exact(&mut head[2..10]).unwrap();
                u64::from_be_bytes(head[2..10].try_into().unwrap()) as usize
            }
            short => usize::from(short),
        };
        let mut payload = vec![0; length];
        slow.read_exact(&mut payload).unwrap();
        let line = String::from_utf8_lossy(&payload[..20.min(length)]).into_owned();
        if let Some(rest) = line.strip_prefix("R r.1 ") {
            seen.push(rest.split('\n').next().unwrap().parse::<u64>().unwrap());
        }
    }
    assert!(seen.len() < 15, "it skipped: {seen:?}");
    assert!(seen.is_sorted(), "{seen:?}");
    // The newest may have been read before the shard has counted what it skipped.
    house.until("the count", |h| h.live.metrics.skipped.get() >= 1);
}

#[test]
fn what_is_large_is_packed_once_for_pages_that_can_inflate() {
    let house = House::plain();
    let (mut plain, mut able) = (house.page("v=r.1:0"), house.page("v=r.1:0&z=1"));
    house.until("the pages", |h| h.live.metrics.pages.get() == 2);
    let mut unpacked = || loop {
        match able.read().unwrap() {
            Message::Text(text) if text.starts_with("B ") => {}
            Message::Text(text) => return (0, text.to_string()),
            Message::Binary(packed) => {
                let mut text = String::new();
                flate2::read::DeflateDecoder::new(&packed[..]).read_to_string(&mut text).unwrap();
                return (packed.len(), text);
            }
            other => panic!("{other:?}"),
        }
    };
    let large: String = (0..2_000).map(|n| format!("<li>delegation {n}</li>")).collect();
    house.change(1, large.as_str());
    let as_text = text(&mut plain);
    let (length, same) = unpacked();
    assert!(as_text == same && as_text.ends_with(&large), "both pages have the same");
    assert!(length > 0 && length < large.len() / 3, "{length} of {}", large.len());
    // What is small, and what does not get shorter, is sent as it is.
    house.change(1, "small");
    assert_eq!(unpacked(), (0, text(&mut plain)));
    let random: Vec<u8> =
        (0..6_000u32).map(|n| b'!' + (n.wrapping_mul(2_654_435_761).rotate_left(n % 31) >> 7) as u8 % 90).collect();
    house.change(1, String::from_utf8(random).unwrap());
    assert_eq!(unpacked(), (0, text(&mut plain)));
}

#[test]
fn a_page_that_takes_nothing_is_closed() {
    let settings = LiveSettings {
        unwritable: Duration::from_secs(1),
        heartbeat: Duration::from_millis(200),
        line: u32::MAX,
        ..LiveSettings::default()
    };
    let house = House::start(settings, Limits::default(), None);
    let _slow = house.raw("v=r.1:0");
    house.until("the page", |h| h.live.metrics.pages.get() == 1);
    let big = "x".repeat(1_000_000);
    for i in 0..8 {
        house.change(1, format!("{i}{big}"));
        thread::sleep(Duration::from_millis(60));
    }
    house.until("its end", |h| h.live.metrics.slow_closed.get() == 1 && h.live.metrics.pages.get() == 0);
}

#[test]
fn an_ended_session_loses_its_pages_and_only_its_own() {
    let house = House::start(LiveSettings { shards: 2, ..LiveSettings::default() }, Limits::default(), None);
    let mut ended = [house.page("session=8&v=r.1:0"), house.page("session=8")];
    let mut other = house.page("session=9&v=r.1:0");
    house.until("the pages", |h| h.live.metrics.pages.get() == 3);
    house.toy.ended.lock().insert(8);
    house.live.hub.revoke(8);
    for page in &mut ended {
        assert_eq!(text(page), "X session\n");
        assert!(matches!(page.read().unwrap(), Message::Close(Some(c)) if u16::from(c.code) == 1000));
    }
    // It cannot come back, even if its handshake was on the way.
    assert_eq!(text(&mut house.page("session=8")), "X session\n");
    house.change(1, "on");
    assert_eq!(text(&mut other), "R r.1 1\non");
    assert_eq!(house.live.metrics.revoked.get(), 3);
}

#[test]
fn a_session_that_runs_out_is_noticed_with_the_heartbeat() {
    let house =
        House::start(LiveSettings { heartbeat: Duration::from_millis(200), ..LiveSettings::default() }, Limits::default(), None);
    let mut page = house.page("session=8");
    house.change(4, "elsewhere");
    let beat = page.read().unwrap();
    assert!(matches!(&beat, Message::Text(t) if *t == "B 1\n" || *t == "B 0\n"), "{beat:?}");
    house.toy.ended.lock().insert(8);
    assert_eq!(text(&mut page), "X session\n");
}

#[test]
fn violations_close_with_their_code() {
    use web::live::frame::{Opcode, encode, encode_masked};
    let house = House::plain();
    let masked = |opcode, payload: &[u8]| encode_masked(true, opcode, payload, [9, 8, 7, 6]);
    for (bytes, code) in [
        (encode(Opcode::Text, &[b"V 1\n"]), 1002_u16),
        (masked(Opcode::Binary, b"x"), 1003),
        (masked(Opcode::Text, &[0xff]), 1007),
        (masked(Opcode::Text, b"nonsense"), 1008),
        (masked(Opcode::Text, &vec![b'x'; 70_000]), 1009),
        (masked(Opcode::Text, b"V 1\n").repeat(600), 1008),
        (masked(Opcode::Close, &1000_u16.to_be_bytes()), 1000),
    ] {
        let mut page = house.raw("");
        page.write_all(&bytes).unwrap();
        let mut answer = Vec::new();
        page.read_to_end(&mut answer).unwrap();
        assert_eq!(answer, [&[0x88, 2][..], &code.to_be_bytes()].concat(), "{code}");
    }
    house.until("their end", |h| h.live.metrics.pages.get() == 0);
    assert_eq!(house.live.metrics.violations.get(), 6);
}

#[test]
fn a_fault_in_one_rendering_is_not_the_others() {
    let house = House::plain();
    let mut page = house.page("v=r.1:0,r.2:0");
    house.until("the page", |h| h.live.metrics.pages.get() == 1);
    house.toy.is_broken.store(true, Ordering::SeqCst);
    house.change(1, "never");
    house.change(2, "yes");
    assert_eq!(text(&mut page), "R r.2 2\nyes");
    house.toy.is_broken.store(false, Ordering::SeqCst);
    house.change(1, "again");
    assert_eq!(text(&mut page), "R r.1 3\nagain");
    assert_eq!(house.live.metrics.render_faults.get(), 1);
}

fn status(house: &House, head: &str) -> String {
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(format!("GET {head}\r\n\r\n").as_bytes()).unwrap();
    let mut line = [0; 12];
    stream.read_exact(&mut line).unwrap();
    String::from_utf8_lossy(&line[9..]).into_owned()
}

#[test]
fn openings_that_cannot_be_are_refused_and_counted() {
    let house = House::plain();
    let base = "HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    assert_eq!(status(&house, &format!("/live {base}\r\nSec-WebSocket-Version: 13\r\nOrigin: http://x")), "101");
    assert_eq!(status(&house, &format!("/live {base}\r\nSec-WebSocket-Version: 13\r\nOrigin: http://y")), "403");
    assert_eq!(status(&house, &format!("/live {base}\r\nSec-WebSocket-Version: 12")), "426");
    assert_eq!(status(&house, "/live HTTP/1.1\r\nHost: x"), "426");
    let many: Vec<String> = (0..17).map(|i| format!("r.{i}:0")).collect();
    assert_eq!(status(&house, &format!("/live?v={} {base}\r\nSec-WebSocket-Version: 13", many.join(","))), "400");
    assert_eq!(house.live.metrics.refused_upgrades.get(), 4);
}

#[test]
fn too_many_connections_are_refused_clearly_and_harm_nobody() {
    let house = House::start(LiveSettings::default(), Limits { connections: 3, ..Limits::default() }, None);
    let mut pages: Vec<_> = (0..3).map(|_| house.page("v=r.1:0")).collect();
    house.until("the pages", |h| h.live.metrics.pages.get() == 3);
    assert_eq!(status(&house, "/live HTTP/1.1\r\nHost: x"), "503");
    house.change(1, "x");
    for page in &mut pages {
        assert_eq!(text(page), "R r.1 1\nx");
    }
    drop(pages);
    house.until("free places", |h| h.live.metrics.connections.get() == 0);
    assert_eq!(text(&mut house.page("v=r.1:0")), "R r.1 1\nx");
    assert_eq!(house.live.metrics.refused_connections.get(), 1);
}

#[test]
fn a_slow_head_is_not_waited_for() {
    let house = House::start(LiveSettings::default(), Limits { head: Duration::from_millis(200), ..Limits::default() }, None);
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(b"GET /live HT").unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    house.until("its end", |h| h.live.metrics.connections.get() == 0);
}

#[test]
fn event_streams_say_the_same() {
    let house =
        House::start(LiveSettings { heartbeat: Duration::from_millis(300), ..LiveSettings::default() }, Limits::default(), None);
    house.change(1, "one\ntwo");
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    stream.write_all(b"GET /events?v=r.1:0,r.2:1&session=3 HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut seen = String::new();
    let mut wait = |what: &str| {
        let deadline = Instant::now() + Duration::from_secs(10);
        while !seen.contains(what) {
            assert!(Instant::now() < deadline, "{what:?} never came: {seen}");
            let mut bytes = [0; 4096];
            match stream.read(&mut bytes) {
                Ok(n) => seen.push_str(std::str::from_utf8(&bytes[..n]).unwrap()),
                Err(error) => assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)),
            }
        }
        assert!(!seen.contains("R r.2 1\n"));
    };
    wait("event: region\nid: 1\ndata: R r.1 1\ndata: one\ndata: two\n\n");
    house.change(2, "x");
    wait("event: region\nid: 2\ndata: R r.2 2\ndata: x\n\n");
    wait("event: beat\ndata: B 2\ndata: \n\n");
    house.live.hub.revoke(3);
    wait("event: ended\n");
    house.until("its end", |h| h.live.metrics.streams.get() == 0 && h.live.metrics.regions.get() == 0);
}

#[test]
fn a_stopping_server_says_goodbye() {
    let house = House::plain();
    let mut page = house.page("v=r.1:0");
    house.until("the page", |h| h.live.metrics.pages.get() == 1);
    house.live.stop();
    assert!(matches!(page.read().unwrap(), Message::Close(Some(c)) if u16::from(c.code) == 1001));
    assert_eq!(house.live.metrics.pages.get(), 0);
}

mod tls {
    use super::*;
    use rustls::{ClientConfig, ClientConnection, RootCertStore, ServerConfig, StreamOwned, pki_types::ServerName};

    fn configs() -> (Arc<ServerConfig>, Arc<ClientConfig>) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let server = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(made.cert.der().clone()).unwrap();
        let client = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots);
        (Arc::new(server), Arc::new(client.with_no_client_auth()))
    }

    type Page = WebSocket<StreamOwned<ClientConnection, TcpStream>>;

    fn page(house: &House, client: &Arc<ClientConfig>) -> Page {
        let stream = TcpStream::connect(house.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let name = ServerName::try_from("localhost").unwrap();
        let tls = StreamOwned::new(ClientConnection::new(Arc::clone(client), name).unwrap(), stream);
        let request = tungstenite::http::Request::get(format!("wss://localhost:{}/live?v=r.1:0,r.2:0", house.address.port()))
            .header("Host", format!("localhost:{}", house.address.port()))
            .header("Origin", format!("https://localhost:{}", house.address.port()))
            .header("Upgrade", "websocket")
            .header("Connection", "Upgrade")
            .header("Sec-WebSocket-Version", "13")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .body(())
            .unwrap();
        tungstenite::client(request, tls).unwrap().0
    }

    fn next(page: &mut Page) -> String {
        loop {
            match page.read().unwrap() {
                Message::Text(text) if text.starts_with("B ") => {}
                Message::Text(text) => return text.to_string(),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn pages_under_tls_are_the_same_pages() {
        let (server, client) = configs();
        let house = House::start(LiveSettings::default(), Limits::default(), Some(server));
        let mut page = page(&house, &client);
        house.until("the page", |h| h.live.metrics.pages.get() == 1);
        house.change(1, "secret");
        assert_eq!(next(&mut page), "R r.1 1\nsecret");
        // Larger than a record and than the socket's buffers.
        let big = "y".repeat(1_000_000);
        house.change(2, big.as_str());
        assert_eq!(next(&mut page), format!("R r.2 2\n{big}"));
        for i in 0..20 {
            house.change(1, format!("{i}"));
            assert!(next(&mut page).ends_with(&format!("\n{i}")));
        }
        let sent = "P a now\n".to_owned() + &"z".repeat(60_000);
        page.send(Message::text(sent)).unwrap();
        assert_eq!(page.read().unwrap(), Message::text("A a 200 7\n{\"ok\":true}"));
        page.close(None).unwrap();
        while page.read().is_ok() {}
        house.until("its end", |h| h.live.metrics.pages.get() == 0);
    }

    #[test]
    fn what_a_slow_page_has_not_taken_of_a_record_comes_before_the_rest() {
        for together in [true, false] {
            let (server, client) = configs();
            let settings = LiveSettings { line: u32::MAX, render_gap: Duration::ZERO, together, ..LiveSettings::default() };
            let house = House::start(settings, Limits::default(), Some(server));
            let (mut slow, mut quick) = (page(&house, &client), page(&house, &client));
            house.until("the pages", |h| h.live.metrics.pages.get() == 2);
            // Two regions in one record, until the slow page's buffers are full in the middle of one, and then as many again.
            let some = "z".repeat(7_000);
            let mut last = 0;
            for i in 0..1_500 {
                house.change(2, format!("{i} {some}"));
                last = house.change(1, format!("{i} {some}"));
                while !next(&mut quick).starts_with(&format!("R r.1 {last}\n")) {}
            }
            let mut seen = 0;
            while !next(&mut slow).starts_with(&format!("R r.1 {last}\n")) {
                seen += 1;
            }
            assert!(seen < 2_900, "it skipped: {seen}");
            house.change(1, "the last");
            while !next(&mut slow).ends_with("\nthe last") {}
        }
    }
}

#[test]
fn a_thousand_pages_have_each_change() {
    for together in [true, false] {
        each_of_a_thousand_pages_has_each_change(LiveSettings { shards: 2, together, ..LiveSettings::default() });
    }
}

fn each_of_a_thousand_pages_has_each_change(settings: LiveSettings) {
    let house = House::start(settings, Limits::default(), None);
    let mut pages: Vec<_> = (0..1000).map(|i| house.raw(&format!("v=r.1:0,r.2:0&session={i}"))).collect();
    house.until("the pages", |h| h.live.metrics.pages.get() == 1000);
    for round in 1..=5 {
        house.change(1, format!("round {round}"));
        let expected = format!("R r.1 {round}\nround {round}");
        for page in &mut pages {
            loop {
                let mut head = [0; 2];
                page.read_exact(&mut head).expect("every page has it");
                let mut payload = vec![0; usize::from(head[1])];
                page.read_exact(&mut payload).unwrap();
                if payload == expected.as_bytes() {
                    break;
                }
                assert!(payload.starts_with(b"B "), "{}", String::from_utf8_lossy(&payload));
            }
        }
    }
    // A page may have read its frame before the shard has counted it.
    house.until("the last count", |h| h.live.metrics.frames.get() >= 5000);
    assert_eq!(house.live.metrics.frames.get(), 5000);
    assert_eq!(house.live.metrics.renderings.get(), 5);
    // Half of them leave at once; the others are kept.
    pages.truncate(500);
    house.until("their end", |h| h.live.metrics.pages.get() == 500);
    house.change(2, "still");
    for page in &mut pages {
        let mut head = [0; 2];
        let mut payload = Vec::new();
        while !payload.starts_with(b"R ") {
            page.read_exact(&mut head).unwrap();
            payload = vec![0; usize::from(head[1])];
            page.read_exact(&mut payload).unwrap();
        }
        assert_eq!(payload, b"R r.2 6\nstill");
    }
}
