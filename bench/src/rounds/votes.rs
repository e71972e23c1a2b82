//! Every delegation votes by security key within two seconds, the poll open on every page; then anybody counts the votes.
use super::{Round, noted::Noted};
use crate::{
    hall::TURN,
    lines::Lines,
    load::{Load, Spec},
    machine::{self, Others, now},
    serve::Server,
    stage::{self, Cast, Seat},
    stats::{percentile, rounded},
    wire::{self, Said},
};
use anyhow::{Context, Result, anyhow, bail};
use rehearsal::{
    Site,
    authenticator::Authenticator,
    net::{
        form::Form,
        http::{Request, Response},
    },
    sign_prepared,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// How long the first asks of all delegations take together: the last answer is to come within two seconds.
const SPREAD: Duration = Duration::from_millis(1_900);
/// How long answers, pages and the bundle are waited for.
const PATIENCE: Duration = Duration::from_secs(60);
/// After how long a bundle is asked for again that did not hold the result yet.
const AGAIN: Duration = Duration::from_millis(50);
/// Votes of this process, told apart from other presses.
const VOTES: u64 = 0x0407;
const POLL: &str = "poll-1";
const POLL_PAGE: &str = "polls?of=poll-1";
const CHOICES: [&str; 4] = ["yes", "no", "abstain", "not-participating"];
const QUESTION: &[(&str, &str)] = &[
    ("en", "Shall the list of speakers be closed?"),
    ("fr", "La liste des orateurs doit-elle être close ?"),
    ("es", "¿Debe cerrarse la lista de oradores?"),
    ("ar", "هل تُقفل قائمة المتكلمين؟"),
    ("ru", "Следует ли закрыть список ораторов?"),
    ("zh", "是否应截止发言报名？"),
];

/// A head of delegation on the way to a vote.
struct Voter<'a> {
    seat: &'a Seat,
    key: Authenticator,
    choice: &'static str,
    /// When the bytes to sign were asked for.
    asked: Option<Instant>,
    /// The vote's place among all votes, once it is sent.
    number: Option<u64>,
}

impl Voter<'_> {
    fn organisation(&self) -> String {
        format!("org-{}", self.seat.organisation + 1)
    }
    fn form(&self) -> Form {
        Form::new().with("poll", POLL).with("choice", self.choice)
    }
    /// Asks for the bytes to sign.
    fn question(&self) -> Request {
        let form = self.form().with("act", "cast-vote").with("by", "device");
        Request::post(&format!("/as/{}/record/prepare", self.seat.seat), &self.seat.cookie, form.encoded())
    }
    /// The vote, signed.
    fn vote(&self, prepared: &Response, number: u64, site: &Site) -> Result<Request> {
        if prepared.status != 200 {
            bail!("{} was told {} instead of what to sign: {}", self.organisation(), prepared.status, prepared.text());
        }
        let organisation = self.organisation();
        let meant = [("/type", "vote"), ("/poll", POLL), ("/org", &organisation), ("/parts/0/choice", self.choice)];
        let signed = sign_prepared(self.form(), &prepared.json(), &self.key, site, &meant).map_err(|what| anyhow!(what))?;
        let form = signed.with("_id", &wire::id(VOTES, number));
        Ok(Request::post(&format!("/as/{}/act/cast-vote", self.seat.seat), &self.seat.cookie, form.encoded()))
    }
}

/// The hall during the vote: heads of delegation on their own pages, everybody else on the poll's.
struct Hall<'a> {
    load: Load,
    lines: Lines,
    voters: Vec<Voter<'a>>,
    noted: Noted,
    /// The pages before the first that shows the poll.
    first: usize,
    /// Milliseconds from each ask to the bytes to sign.
    prepared: Vec<f64>,
    /// Bytes of the poll that reached its pages.
    bytes: usize,
}

/// The round.
pub fn round(round: &Round) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, None)?;
    std::thread::sleep(Duration::from_millis(300));
    open_poll(&server, &stage.cast)?;
    let (_, policy) = stage::ask(&server, Request::get("/record/policy", ""))?;
    let others = Others::begin();
    let mut hall = Hall::fill(&server, &stage.cast, round.pages)?;
    let base = hall.noted.newest;
    let begun = now();
    hall.vote()?;
    let (took_ms, bytes) = (machine::ms_since(begun), hall.bytes);
    let (locked_ms, shown_ms) = hall.lock(&stage.cast.chair)?;
    let (counted_ms, bundle) = hall.bundle()?;
    let counts = verify(round, &bundle, &policy)?;
    let listed = listed(&server)?;
    let (lost, doubled) = compared(&hall, &counts, &listed);
    let (durable, last) = (hall.noted.durable(), hall.noted.last_pages(base));
    let quarters: Vec<f64> =
        durable.chunks(durable.len().div_ceil(8).max(1)).map(|part| rounded(percentile(part, 0.99), 1)).collect();
    let answered = hall.noted.answers.iter().flatten().map(|(_, at)| *at).max().unwrap_or(begun);
    let out = json!({
        "votes": hall.voters.len(),
        "refused": hall.noted.refused,
        "lost": lost,
        "doubled": doubled,
        "prepared_p50_ms": rounded(percentile(&hall.prepared, 0.5), 2),
        "prepared_p99_ms": rounded(percentile(&hall.prepared, 0.99), 2),
        "durable_p50_ms": rounded(percentile(&durable, 0.5), 2),
        "durable_p99_ms": rounded(percentile(&durable, 0.99), 2),
        "durable_most_ms": rounded(percentile(&durable, 1.0), 2),
        "durable_p99_by_eighths_ms": quarters,
        "all_answered_ms": rounded(answered.saturating_duration_since(begun).as_secs_f64() * 1000.0, 0),
        "shown_everywhere": last.len(),
        "last_page_p50_ms": rounded(percentile(&last, 0.5), 1),
        "last_page_p99_ms": rounded(percentile(&last, 0.99), 1),
        "took_ms": rounded(took_ms, 0),
        "bytes_a_page": rounded(bytes as f64 / hall.noted.pages.len() as f64, 0),
        "locked_ms": rounded(locked_ms, 1),
        "result_shown_ms": rounded(shown_ms, 0),
        "result_bytes_a_page": rounded((hall.bytes - bytes) as f64 / hall.noted.pages.len() as f64, 0),
        "counted_ms": rounded(counted_ms, 0),
        "bundle_bytes": bundle.len(),
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}

/// Whoever speaks ends, and the chair puts a question on which every organisation votes.
fn open_poll(server: &Server, cast: &Cast) -> Result<()> {
    let meeting = || Form::new().with("meeting", "meeting-1");
    stage::act(server, &cast.chair, "end-speech", meeting())?;
    let question = meeting().with("method", "recorded").in_languages("question", QUESTION);
    stage::act(server, &cast.chair, "open-poll", question)?;
    let entitled = api(server, "polls/poll-1")?["entitled"].as_u64();
    if entitled != Some(cast.delegations as u64) {
        bail!("{entitled:?} of {} organisations may vote", cast.delegations);
    }
    Ok(())
}

fn api(server: &Server, path: &str) -> Result<Value> {
    let (status, body) = stage::ask(server, Request::get(&format!("/api/v1/{path}"), ""))?;
    if status != 200 {
        bail!("{path} was answered {status}: {body}");
    }
    serde_json::from_str(&body).with_context(|| format!("reading {path}"))
}

impl<'a> Hall<'a> {
    /// Opens so many pages, and a line for each head of delegation, the chair, and whoever asks for the evidence.
    fn fill(server: &Server, cast: &'a Cast, pages: usize) -> Result<Self> {
        let heads = cast.heads();
        let (first, of_pages) = (heads.len(), cast.delegates.iter().take(pages).enumerate());
        let seen = cast.delegates.get(first).filter(|_| first < pages).context("a delegate who does not vote")?;
        let (own, _) = stage::regions(server, heads.first().context("a head of delegation")?.0, "")?;
        let (poll, position) = stage::regions(server, seen, POLL_PAGE)?;
        let spec = |(place, seat): (usize, &Seat)| Spec {
            path: format!("/as/{}/live?lang={}&v={}", seat.seat, seat.language, if place < first { &own } else { &poll }),
            cookie: seat.cookie.clone(),
        };
        let mut load = Load::new(server.address, None)?;
        load.open_all(of_pages.map(spec).collect(), &mut |_| {})?;
        let voter = |(n, (seat, key)): (usize, (&'a Seat, Authenticator))| Voter {
            seat,
            key,
            choice: CHOICES[n % CHOICES.len()],
            asked: None,
            number: None,
        };
        let voters: Vec<Voter<'a>> = heads.into_iter().enumerate().map(voter).collect();
        let mut noted = Noted::new(voters.len(), &vec![position; pages - first]);
        noted.newest = position;
        let lines = Lines::open(server.address, voters.len() + 2)?;
        let mut hall = Self { load, lines, voters, noted, first, prepared: Vec::new(), bytes: 0 };
        let until = now() + Duration::from_millis(700);
        while now() < until {
            hall.turn()?;
        }
        Ok(hall)
    }

    /// One turn of the pages.
    fn turn(&mut self) -> Result<()> {
        let (noted, bytes, first) = (&mut self.noted, &mut self.bytes, self.first);
        self.load.pump(TURN, &mut |heard| {
            if let (Said::Region { position, .. }, Some(page)) = (heard.said, heard.page.checked_sub(first)) {
                *bytes += heard.frame.len();
                noted.page(page, position, heard.at);
            }
        })?;
        if self.load.closed > 0 {
            bail!("{} pages were closed", self.load.closed);
        }
        Ok(())
    }

    /// Every head of delegation asks for the bytes, signs them at once and sends the vote; ends when all are answered and every page shows
    /// all of them.
    fn vote(&mut self) -> Result<()> {
        let (site, start, all) = (Cast::site(), now(), self.voters.len());
        let mut begun = 0;
        while self.noted.answered < all || !self.noted.is_shown() {
            let share = now().saturating_duration_since(start).as_secs_f64() / SPREAD.as_secs_f64();
            if begun < all && begun as f64 <= share * all as f64 {
                self.voters[begun].asked = Some(now());
                let question = self.voters[begun].question();
                self.lines.send(begun, &question)?;
                begun += 1;
            }
            for heard in self.lines.heard()? {
                let voter = &mut self.voters[heard.line];
                if let Some(number) = voter.number {
                    let position = heard.response.json()["position"].as_u64().unwrap_or_default();
                    self.noted.answer(number, heard.response.status, position, heard.at);
                    continue;
                }
                let asked = voter.asked.context("an answer to a question")?;
                self.prepared.push(heard.at.saturating_duration_since(asked).as_secs_f64() * 1000.0);
                let number = self.noted.sent.len() as u64;
                let vote = voter.vote(&heard.response, number, &site)?;
                voter.number = Some(number);
                self.noted.sent.push(now());
                self.lines.send(heard.line, &vote)?;
            }
            self.turn()?;
            if now().saturating_duration_since(start) > PATIENCE {
                bail!("{} of {all} votes were answered, or pages stayed behind", self.noted.answered);
            }
        }
        Ok(())
    }

    /// Asks on a line, while the pages go on.
    fn ask(&mut self, line: usize, request: &Request) -> Result<(Response, Instant)> {
        let start = now();
        self.lines.send(line, request)?;
        while now().saturating_duration_since(start) < PATIENCE {
            if let Some(heard) = self.lines.heard()?.into_iter().find(|heard| heard.line == line) {
                return Ok((heard.response, heard.at));
            }
            self.turn()?;
        }
        bail!("{} was not answered", request.path)
    }

    /// The chair locks the poll: milliseconds until the answer, and until every page shows the result.
    fn lock(&mut self, chair: &Seat) -> Result<(f64, f64)> {
        let form = Form::new().with("poll", POLL).with("_id", &wire::id(VOTES, self.voters.len() as u64));
        let request = Request::post(&format!("/as/{}/act/lock-poll", chair.seat), &chair.cookie, form.encoded());
        let start = now();
        let (answer, at) = self.ask(self.voters.len(), &request)?;
        let position = answer.json()["position"].as_u64().filter(|_| answer.status == 200);
        let position = position.with_context(|| format!("the lock was answered {}: {}", answer.status, answer.text()))?;
        while self.noted.pages.iter().any(|page| *page < position) {
            self.turn()?;
            if now().saturating_duration_since(start) > PATIENCE {
                bail!("pages do not show the result");
            }
        }
        Ok((at.saturating_duration_since(start).as_secs_f64() * 1000.0, machine::ms_since(start)))
    }

    /// The evidence of the result, and the milliseconds until it was to be had.
    fn bundle(&mut self) -> Result<(f64, Vec<u8>)> {
        let start = now();
        while now().saturating_duration_since(start) < PATIENCE {
            let (answer, _) = self.ask(self.voters.len() + 1, &Request::get("/record/bundle?poll=poll-1", ""))?;
            if answer.status == 200 {
                return Ok((machine::ms_since(start), answer.body));
            }
            let until = now() + AGAIN;
            while now() < until {
                self.turn()?;
            }
        }
        bail!("there is no bundle of the poll")
    }

    /// How often each choice was acknowledged.
    fn cast(&self) -> BTreeMap<&'static str, u64> {
        let mut cast: BTreeMap<&str, u64> = CHOICES.iter().map(|choice| (*choice, 0)).collect();
        for voter in &self.voters {
            let answer = voter.number.and_then(|number| *self.noted.answers.get(number as usize)?);
            *cast.entry(voter.choice).or_default() += u64::from(answer.is_some());
        }
        cast
    }
}

/// What a stranger counts in the bundle, by the program in a process of its own and a policy that was published before.
fn verify(round: &Round, bundle: &[u8], policy: &str) -> Result<Value> {
    let (zip, trusted) = (round.work.join("poll.zip"), round.work.join("policy"));
    std::fs::write(&zip, bundle)?;
    std::fs::write(&trusted, policy)?;
    let path = |path: &Path| path.display().to_string();
    let mut command = Command::new(&round.program);
    command.args(["verify", &path(&zip), "--policy", &path(&trusted), "--json"]);
    let output = command.output().context("starting the verifier")?;
    let said: Value = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("the verifier said {}", String::from_utf8_lossy(&output.stderr)))?;
    if !output.status.success() || said["verified"] != true || said["id"] != POLL || said["skipped"] != json!([]) {
        bail!("the poll does not verify: {said}");
    }
    Ok(said["counts"].clone())
}

/// How each organisation voted, by the list that everybody may read after the lock.
fn listed(server: &Server) -> Result<Vec<(String, String)>> {
    let list = api(server, "polls/poll-1/votes?limit=1000")?;
    let text = |vote: &Value, name: &str| vote[name].as_str().unwrap_or_default().to_owned();
    let items = list["items"].as_array().context("the list of votes")?;
    Ok(items.iter().map(|vote| (text(vote, "organisation"), text(vote, "choice"))).collect())
}

/// Votes that were acknowledged and are not in the record or not in the list as they were cast, and votes that are there and were not cast.
fn compared(hall: &Hall<'_>, counts: &Value, listed: &[(String, String)]) -> (u64, u64) {
    let (mut lost, mut doubled) = (0, 0);
    for (choice, cast) in hall.cast() {
        let counted = counts[choice].as_u64().unwrap_or_default();
        lost += cast.saturating_sub(counted);
        doubled += counted.saturating_sub(cast);
    }
    for voter in &hall.voters {
        let organisation = voter.organisation();
        let of = listed.iter().filter(|(who, _)| *who == organisation);
        let as_cast = of.clone().filter(|(_, choice)| choice == voter.choice).count();
        let is_cast = voter.number.is_some_and(|n| hall.noted.answers.get(n as usize).is_some_and(Option::is_some));
        lost += u64::from(is_cast && as_cast == 0);
        doubled += (of.count() as u64).saturating_sub(u64::from(is_cast));
    }
    (lost, doubled)
}
