//! Beyond a limit: what was asked is refused clearly, in words of the person's language, and the others do not notice.
use crate::desk::{Desk, Server};
use app::{
    Act, House, Setup, SystemClock, SystemEntropy,
    letters::{LetterWriter, Written},
};
use domain::{
    Actor, State,
    command::CommandId,
    state::{Letter, PersonDetails},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    sync::{Arc, Mutex, mpsc::channel},
    time::Duration,
};
use store::SqliteStore;

/// Files that the process may open in these tests; 300 of them it keeps for itself.
const FILES: u32 = 340;
const PLACES: usize = 40;

/// Opens the front page's socket; none when the server refuses, with what it says.
fn page(server: &Server, live: &str) -> Result<TcpStream, String> {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
    let asked = format!(
        "GET {live} HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        server.address
    );
    stream.write_all(asked.as_bytes()).unwrap();
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() > 0 {
        head.push(byte[0]);
    }
    if head.starts_with(b"HTTP/1.1 101 ") {
        return Ok(stream);
    }
    stream.read_to_end(&mut head).unwrap();
    Err(String::from_utf8(head).unwrap())
}

/// Whether the page's socket still answers a ping.
fn answers(page: &mut TcpStream) -> bool {
    page.write_all(&[0x89, 0x80, 0, 0, 0, 0]).unwrap();
    loop {
        let mut head = [0; 2];
        if page.read_exact(&mut head).is_err() {
            return false;
        }
        let length = match head[1] {
            126 => {
                let mut long = [0; 2];
                page.read_exact(&mut long).unwrap();
                usize::from(u16::from_be_bytes(long))
            }
            short => usize::from(short),
        };
        page.read_exact(&mut vec![0; length]).unwrap();
        if head[0] == 0x8A {
            return true;
        }
    }
}

fn metric(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|l| l.strip_prefix(&format!("{name} ")));
    line.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
}

/// A large hall in a small one's proportions: twice as many pages come as the machine has files for.
#[test]
fn pages_beyond_the_machine_s_files_are_refused_in_every_language_and_the_open_ones_stay() {
    let (desk, _) = Desk::new();
    let server = Server::start_with_files(&desk.data(), FILES);
    let live = "/live?v=now:0";
    let (mut open, mut refused) = (Vec::new(), Vec::new());
    for _ in 0..2 * PLACES {
        match page(&server, live) {
            Ok(stream) => open.push(stream),
            Err(said) => refused.push(said),
        }
    }
    assert!(!refused.is_empty() && open.len() <= PLACES, "{} are open", open.len());
    // One that was refused holds its place until it has read why.
    assert!(open.len() + 2 >= PLACES, "only {} are open: {}", open.len(), refused[0]);
    for said in &refused {
        assert!(said.starts_with("HTTP/1.1 503 ") && said.contains("Retry-After: 5"), "{said}");
        for words in ["Whoever is connected stays so", "restent", "siguen", "يبقى المتصلون", "остаётся на связи", "已连接的人"]
        {
            assert!(said.contains(words), "{words} is missing in {said}");
        }
    }
    assert!(open.iter_mut().all(answers), "an open page was lost");
    // Whoever leaves makes room.
    open.truncate(open.len() - 4);
    let mut tries = (0..3_000).map(|_| {
        std::thread::sleep(Duration::from_millis(20));
        server.ask("GET", "/metrics", "", "")
    });
    let (_, metrics) = tries.find(|(status, _)| *status == 200).unwrap();
    assert!(metric(&metrics, "hemicycle_live_refused_connections_total") >= refused.len() as u64);
    assert!(page(&server, live).is_ok());
}

#[test]
fn a_flood_from_one_session_is_held_back_and_no_other_session_feels_it() {
    let (desk, token) = Desk::new();
    let server = Server::start(&desk.data());
    let (seat, cookie) = server.browser(&token);
    let headers = |cookie: &str| {
        format!(
            "Cookie: {cookie}\r\nAccept: application/json\r\nAccept-Language: fr\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n"
        )
    };
    let (status, linked) = server.ask("POST", &format!("/as/{seat}/act/link-device"), &headers(&cookie), "");
    assert_eq!(status, 200, "{linked}");
    let linked: serde_json::Value = serde_json::from_str(&linked).unwrap();
    let (other_seat, other) = server.browser(linked["secret"].as_str().unwrap());
    let press = |seat: &str, cookie: &str| server.ask("POST", &format!("/as/{seat}/act/link-device"), &headers(cookie), "");
    let held_back = (0..5_000).map(|_| press(&seat, &cookie)).find(|(status, _)| *status != 200);
    let (status, words) = held_back.unwrap();
    assert_eq!(status, 429);
    assert!(words.contains("secondes"), "in the person's language: {words}");
    assert_eq!(press(&other_seat, &other).0, 200);
}

#[test]
fn whoever_guesses_links_is_held_back_and_the_rest_of_the_venue_signs_in() {
    let (desk, token) = Desk::new();
    let server = Server::start(&desk.data());
    let head = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: ru\r\nSec-Fetch-Site: same-origin\r\n";
    let guess = |n: u32| server.ask("POST", "/act/redeem-invitation", head, &format!("token=guess-{n}"));
    let held_back = (0..5_000).map(guess).find(|(status, _)| *status == 429);
    let (_, words) = held_back.unwrap();
    assert!(words.contains("Подождите"), "in the person's language: {words}");
    // The same address, and a link that is good.
    server.browser(&token);
}

/// People who come as fast as they are let in: the reference hall. `cargo xtask bench limits` measures it.
const PEOPLE: usize = 10_000;
/// Browsers that are served at the same time.
const BROWSERS: usize = 8;

struct NoLetters;
impl LetterWriter for NoLetters {
    fn write(&self, _: &Letter, _: &PersonDetails, _: &State) -> Written {
        Written::default()
    }
}

/// Invites so many people while no server runs; answers their links.
fn invited(data: &Path) -> Vec<String> {
    let first = SqliteStore::open(data).unwrap();
    let reader = Arc::new(first.reader());
    let first = Mutex::new(Some(first));
    let setup = Setup {
        open: Box::new(move || Ok(Box::new(first.lock().unwrap().take().unwrap()))),
        side: Arc::clone(&reader) as _,
        feed: reader as _,
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy::default()),
        letters: Arc::new(NoLetters),
        record: None,
    };
    let house = House::open(setup, Arc::new(()), &mut |_, _| ()).unwrap();
    let (tell, told) = channel();
    for n in 0..PEOPLE {
        let person = serde_json::json!({ "role": "observer", "person": { "family": format!("Guest {n}") } });
        let command = web::act::command("invite-seat", person).unwrap();
        let act = Act { actor: Actor::Console, id: CommandId(n as u128 + 1), command, address: None };
        let tell = tell.clone();
        house.submit_then(act, Box::new(move |outcome| tell.send(outcome.unwrap().secret.unwrap().0).unwrap()));
    }
    drop(tell);
    let links = told.iter().collect();
    house.stop();
    links
}

#[test]
fn a_crowd_that_signs_in_at_once_gets_in_and_whoever_is_in_goes_on() {
    let (desk, token) = Desk::new();
    let links = invited(&desk.data());
    assert_eq!(links.len(), PEOPLE);
    let server = Server::start(&desk.data());
    let (seat, cookie) = server.browser(&token);
    let mut open = page(&server, "/live?v=now:0").unwrap();
    let sign_in = |link: &String| {
        let head = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
        loop {
            let (status, body, head) = server.ask_whole("POST", "/act/redeem-invitation", head, &format!("token={link}"));
            match status {
                303 => return,
                // Whoever is told to come again does, and the link is as good as before.
                503 => assert!(head.contains("retry-after: 5"), "{head}"),
                other => panic!("a good link was answered {other}: {body}"),
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    };
    std::thread::scope(|scope| {
        let crowd: Vec<_> =
            links.chunks(PEOPLE / BROWSERS).map(|own| scope.spawn(move || own.iter().for_each(sign_in))).collect();
        while crowd.iter().any(|browser| !browser.is_finished()) {
            // A page that presses more often is closed for flooding.
            std::thread::sleep(Duration::from_millis(500));
            assert!(answers(&mut open), "an open page was lost");
            assert_eq!(server.ask("GET", &format!("/as/{seat}/seats"), &format!("Cookie: {cookie}\r\n"), "").0, 200);
        }
    });
    let (_, metrics) = server.ask("GET", "/metrics", "", "");
    assert_eq!(metric(&metrics, "hemicycle_sign_ins_under_way"), 0);
    assert_eq!(metric(&metrics, "hemicycle_sign_ins_turned_away_total"), 0, "the doorway is wider than this crowd");
}
