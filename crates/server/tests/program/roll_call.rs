//! A roll-call of 512 that a power cut interrupts: nothing that was acknowledged is lost, nothing counts twice, and no figure is to be read
//! before the lock. Everything goes through the network, each vote signed by a security key; at the end anybody counts again.
use crate::{
    desk::{Desk, Server, json},
    summit::{Summit, until},
};
use rehearsal::{
    Convened, Site, Watch,
    net::{
        form::Form,
        http::{Request, Response},
        pool::{Pool, Verdict},
    },
    plan::Plan,
    sign_prepared,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    time::Duration,
};

const VOTERS: usize = 512;
/// Votes acknowledged before the power cut: so many of each choice.
const BEFORE: [(&str, usize); 3] = [("yes", 137), ("no", 101), ("abstain", 79)];
const CUT_AFTER: usize = 317;
/// The name that security keys sign for; the requests reach this machine.
const SITE: &str = "summit.example";

struct Quiet;
impl Watch for Quiet {
    fn phase(&self, _: &str, _: u64) {}
    fn at(&self, _: u64) {}
    fn say(&self, _: &str) {}
}

/// The summit with everybody signed in, and one line to the server.
struct Hall {
    convened: Convened,
    pool: Pool,
    ids: u32,
    /// What was acknowledged, by organisation.
    acknowledged: BTreeMap<String, &'static str>,
    /// The numbers on each page when nobody had voted: none of them tells a vote.
    before: BTreeMap<String, BTreeSet<String>>,
}

impl Hall {
    fn convene(server: &Server, token: String) -> Self {
        let plan =
            Plan { organisations: VOTERS, representatives: VOTERS, venues: 12, countries: 120, speed: None, ..Plan::default() };
        let address = server.address.parse().unwrap();
        let known = rehearsal::Server {
            address,
            host: SITE.to_owned(),
            origin: format!("http://{SITE}"),
            token,
            peak_rss_bytes: &|| 0,
            power_cuts: &|| 0,
            export: &|| None,
            bundle: &|_| Err("nothing is bundled here".to_owned()),
        };
        let convened = rehearsal::convene(&plan, &known, &Quiet).unwrap();
        assert_eq!((convened.delegates.len(), convened.keys.len()), (VOTERS, VOTERS));
        Self {
            convened,
            pool: Pool::new(address, SITE, 1).unwrap(),
            ids: 0,
            acknowledged: BTreeMap::new(),
            before: BTreeMap::new(),
        }
    }
    /// One request's answer, however long the server lets one wait.
    fn ask(&mut self, request: Request) -> Response {
        let mut out = Response::default();
        self.pool
            .run(vec![request], &mut |answer| {
                if matches!(answer.response.status, 429 | 503) {
                    return Verdict::Again(Duration::from_millis(250));
                }
                out = answer.response;
                Verdict::Done
            })
            .unwrap();
        out
    }
    fn read(&mut self, path: &str, cookie: &str) -> String {
        let answer = self.ask(Request::get(path, cookie));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text().into_owned()
    }
    fn api(&mut self, path: &str) -> Value {
        serde_json::from_str(&self.read(&format!("/api/v1/{path}"), "")).unwrap()
    }
    fn preside(&mut self, act: &str, form: Form) {
        let chair = self.convened.chair.clone();
        let answer = self.press(&chair.seat, &chair.cookie, act, form).1;
        assert_eq!(answer.status, 200, "{act}: {}", answer.text());
    }
    /// Sends a form under an id of its own; answers the request, to be sent again, and its answer.
    fn press(&mut self, seat: &str, cookie: &str, act: &str, form: Form) -> (Request, Response) {
        self.ids += 1;
        let form = form.with("_id", &format!("00000000-0000-4000-8000-{:012}", self.ids));
        let request = Request::post(&format!("/as/{seat}/act/{act}"), cookie, form.encoded());
        (request.clone(), self.ask(request))
    }
    /// Whoever is being called votes, signed; answers the request that was acknowledged.
    fn next_votes(&mut self, choice: &'static str) -> Request {
        let called = self.api("polls/poll-1")["being_called"].as_str().unwrap().to_owned();
        let number: usize = called.strip_prefix("org-").unwrap().parse().unwrap();
        let device = self.convened.delegates[number - 1].device.clone();
        let vote = Form::new().with("poll", "poll-1").with("choice", choice);
        let question = vote.clone().with("act", "cast-vote").with("by", "device");
        let prepared =
            self.ask(Request::post(&format!("/as/{}/record/prepare", device.seat), &device.cookie, question.encoded()));
        assert_eq!(prepared.status, 200, "{called}: {}", prepared.text());
        let key = &self.convened.keys[number - 1];
        let meant = [("/type", "vote"), ("/org", &*called), ("/parts/0/choice", choice)];
        let site = Site::of(&format!("http://{SITE}"));
        let form = sign_prepared(vote, &prepared.json(), key, &site, &meant).unwrap();
        let (request, answer) = self.press(&device.seat, &device.cookie, "cast-vote", form);
        assert_eq!(answer.status, 200, "{called}: {}", answer.text());
        assert_eq!(self.acknowledged.insert(called, choice), None, "called once only");
        request
    }
    /// How many of the acknowledged votes are for each choice.
    fn counted(&self) -> BTreeMap<&'static str, u64> {
        let mut counted = BTreeMap::new();
        self.acknowledged.values().for_each(|choice| *counted.entry(*choice).or_default() += 1);
        counted
    }

    /// Reads everything that may be read, by whoever, and finds no figure of the voting in it, nor how anybody voted.
    fn nothing_is_told(&mut self, server: &Server) {
        let figures: Vec<String> = self.counted().values().filter(|n| **n > 59).map(ToString::to_string).collect();
        let poll = self.api("polls/poll-1");
        assert_eq!((&poll["tally"], &poll["received"]), (&Value::Null, &Value::from(self.acknowledged.len())), "{poll}");
        assert_eq!(self.api("polls/poll-1/votes")["items"], serde_json::json!([]));
        let seats = [&self.convened.chair, &self.convened.secretariat[0], &self.convened.venues[0]];
        // A delegate who has not been called yet.
        let waits =
            self.convened.delegates.iter().find(|d| !self.acknowledged.contains_key(&format!("org-{}", d.organisation + 1)));
        let seats: Vec<_> =
            seats.into_iter().chain(waits.map(|d| &d.device)).map(|d| (d.seat.clone(), d.cookie.clone())).collect();
        let public = [
            "",
            "polls",
            "polls?of=poll-1",
            "hall?of=meeting-1",
            "hemicycle?of=poll-1",
            "changes",
            "record",
            "meeting?of=meeting-1",
        ];
        let mut pages: Vec<(String, String)> = public.iter().map(|page| (format!("/{page}"), String::new())).collect();
        pages.extend(seats.into_iter().map(|(seat, cookie)| (format!("/as/{seat}/"), cookie)));
        for (page, cookie) in pages {
            let words = self.read(&page, &cookie);
            let numbers: BTreeSet<String> = words_of(&words).split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
            let before = self.before.entry(page.clone()).or_insert_with(|| numbers.clone());
            for number in numbers.difference(before) {
                assert!(!figures.contains(number), "{page} tells {number}");
            }
            for told in ["class=\"seat yes", "class=\"seat no", "class=\"seat abstain"] {
                assert!(!words.contains(told), "{page} has {told}");
            }
        }
        let mut after = 0;
        loop {
            let feed = self.api(&format!("events?after={after}&limit=1000"));
            assert!(!feed.to_string().contains("vote-cast"), "the feed tells a vote");
            match feed["next"].as_u64() {
                Some(next) if next > after => after = next,
                _ => break,
            }
        }
        let metrics = self.read("/metrics", "");
        assert!(!metrics.contains("vote") && !metrics.contains("poll"), "{metrics}");
        for (name, tile) in entries(server) {
            assert!(!tile.contains("\"choice\"") && !tile.contains("\"type\":\"vote\""), "{name} tells a vote");
        }
    }
}

/// The text of a page, without its tags.
fn words_of(page: &str) -> String {
    let mut words = String::new();
    for part in page.split('<').skip(1) {
        words.push(' ');
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    words
}

/// The record's tiles of entries under the served checkpoint.
fn entries(server: &Server) -> Vec<(String, String)> {
    let bytes = |path: &str| {
        // The part of a tile that has become full meanwhile is in the whole one.
        let whole = path.split_once(".p/").map_or(path, |(whole, _)| whole);
        let answers = [path, whole].map(|path| server.bytes(path));
        let found = answers.into_iter().find(|(status, _)| *status == 200);
        let (_, body) = found.unwrap_or_else(|| panic!("{path}"));
        String::from_utf8_lossy(&body).into_owned()
    };
    let size: u64 = bytes("/record/checkpoint").lines().nth(1).unwrap().parse().unwrap();
    let tiles = ledger::tile::tiles(size).filter(|tile| tile.level() == ledger::tile::Level::Entries);
    tiles.map(|tile| (tile.to_string(), bytes(&format!("/record/{tile}")))).collect()
}

#[test]
fn a_roll_call_of_512_goes_on_at_the_318th_after_a_power_cut_and_anybody_counts_it() {
    let (desk, token) = Desk::with(&["--public-origin", &format!("http://{SITE}")]);
    let server = Server::start(&desk.data());
    let address = server.address.clone();
    let mut hall = Hall::convene(&server, token);
    hall.preside("open-meeting", Form::new().with("meeting", "meeting-1"));
    let question = Form::new().with("meeting", "meeting-1").with("method", "roll-call");
    hall.preside("open-poll", question.with("question.en", "Shall the list of speakers be closed?"));
    assert_eq!(hall.api("polls/poll-1")["entitled"], VOTERS);

    hall.nothing_is_told(&server);
    // Of every choice in turn, so that no figure of theirs is also the number of votes received.
    let mut left = BEFORE;
    let mut last = None;
    for at in 0..CUT_AFTER * BEFORE.len() {
        let (choice, times) = &mut left[at % BEFORE.len()];
        if *times > 0 {
            *times -= 1;
            last = Some(hall.next_votes(choice));
            if hall.acknowledged.len() == 250 {
                hall.nothing_is_told(&server);
            }
        }
    }
    hall.nothing_is_told(&server);
    assert_eq!(hall.acknowledged.len(), CUT_AFTER);
    server.kill();

    let server = Server::start_on(&desk.data(), &address);
    let poll = hall.api("polls/poll-1");
    assert_eq!((&poll["received"], &poll["phase"]), (&Value::from(CUT_AFTER), &Value::from("open")), "{poll}");
    assert!(!hall.acknowledged.contains_key(poll["being_called"].as_str().unwrap()), "the 318th is called: {poll}");
    // Whoever heard no answer sends the same again: it is the same vote.
    let again = hall.ask(last.unwrap());
    assert_eq!(again.status, 200, "{}", again.text());
    hall.nothing_is_told(&server);

    for (at, choice) in ["no", "yes", "not-participating"].into_iter().cycle().take(VOTERS - CUT_AFTER).enumerate() {
        hall.next_votes(choice);
        if at == 0 {
            assert_eq!(hall.api("polls/poll-1")["received"], CUT_AFTER + 1);
        }
    }
    hall.nothing_is_told(&server);
    hall.preside("lock-poll", Form::new().with("poll", "poll-1"));
    let counted = hall.counted();
    let tally = hall.api("polls/poll-1")["tally"].clone();
    let figures = [("yes", "yes"), ("no", "no"), ("abstain", "abstain"), ("not-participating", "not_participating")];
    for (choice, figure) in figures {
        assert_eq!(tally[figure], counted[choice], "{tally}");
    }
    assert_eq!(tally["absent"], 0);
    let mut opened = BTreeMap::new();
    for vote in hall.api("polls/poll-1/votes?limit=1000")["items"].as_array().unwrap() {
        let text = |name: &str| vote[name].as_str().unwrap().to_owned();
        assert_eq!(opened.insert(text("organisation"), text("choice")), None, "nobody votes twice");
    }
    assert_eq!(opened.len(), VOTERS);
    assert!(hall.acknowledged.iter().all(|(who, choice)| opened[who] == *choice), "each is told as it was cast");
    outsiders_count(&desk, Summit::watched(server), &counted);
}

/// A bundle of the poll, made beside the running server, verifies in a process of its own.
fn outsiders_count(desk: &Desk, summit: Summit, counted: &BTreeMap<&'static str, u64>) {
    let (policy, zip) = (desk.write("policy", &summit.server.ask("GET", "/record/policy", "", "").1), desk.path("poll.zip"));
    until("the served checkpoint covers the result", || {
        drop(fs::remove_file(&zip));
        desk.with_data(&["bundle", "--poll", "poll-1", "--out", zip.to_str().unwrap(), "--json"]).status.success()
    });
    let checked = json(&desk.run(&["verify", zip.to_str().unwrap(), "--policy", &policy, "--json"]));
    assert_eq!((&checked["verified"], &checked["id"]), (&Value::from(true), &Value::from("poll-1")), "{checked}");
    for (choice, votes) in counted {
        assert_eq!(checked["counts"][*choice], *votes, "{checked}");
    }
    assert_eq!((&checked["counts"]["absent"], &checked["skipped"]), (&Value::from(0), &serde_json::json!([])), "{checked}");
    let listed = json(&desk.with_data(&["record", "polls", "--json"]));
    assert_eq!((&listed[0]["id"], listed.as_array().unwrap().len()), (&Value::from("poll-1"), 1), "{listed}");
    // The summit's figures from the same files.
    let zip = desk.path("summit.zip");
    json(&desk.with_data(&["bundle", "--summit", "summit-1", "--out", zip.to_str().unwrap(), "--json"]));
    let checked = json(&desk.run(&["verify", zip.to_str().unwrap(), "--policy", &policy, "--json"]));
    assert_eq!((&checked["verified"], &checked["counts"]["accredited"]), (&true.into(), &VOTERS.into()), "{checked}");
}
