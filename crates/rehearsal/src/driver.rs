//! What every client does: sign in, press, wait its turn, and keep a log of what was pressed and answered.
use crate::{
    Trouble,
    chance::Chance,
    net::{
        form::Form,
        http::{Request, Response},
        ms_between, now,
        pages::{PageSpec, Pages, Told},
        pool::{Pool, Verdict},
    },
    stats::Durations,
};
use serde_json::Value;
use std::{
    collections::HashMap,
    net::SocketAddr,
    time::{Duration, Instant},
};

/// Connections kept for forms.
const LINES: usize = 64;
/// A server that says "too many" or "not now" is asked again after this.
const AGAIN: Duration = Duration::from_millis(300);
/// How often a press is made that is to tell a secret.
const SECRETS: usize = 20;
/// How long the answer to a press on a live page is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A signed-in device.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Its seat, such as `seat-3`.
    pub seat: String,
    /// Its cookie, `seat-3=…`.
    pub cookie: String,
    /// Its live page, once opened.
    pub page: Option<usize>,
}

/// A press with its answer.
#[derive(Clone, Debug)]
pub struct Press {
    /// The act.
    pub act: String,
    /// Its idempotency id.
    pub id: String,
    /// Status of the answer; 0 when none came.
    pub status: u16,
    /// The server's word: `done`, `repeated`, or why not.
    pub code: String,
    /// The sentence that came with it.
    pub message: String,
    /// Position at which it is durable.
    pub position: u64,
    /// The secret it told.
    pub secret: Option<String>,
    /// From press to answer, in milliseconds.
    pub ms: f64,
    /// When it was pressed.
    pub sent: Instant,
}

impl Press {
    /// Whether it was carried out, now or by an earlier press of the same id.
    pub const fn accepted(&self) -> bool {
        self.status == 200
    }
}

/// The secretariat, for clients whose link was used up by an answer that never reached them.
#[derive(Clone, Debug)]
pub struct Help {
    /// A device of the secretariat.
    pub session: Session,
    /// Its token for the programs' interface.
    pub token: String,
}

/// A press that is to be made.
pub struct Wish {
    pub session: Session,
    pub act: &'static str,
    pub form: Form,
    pub id: String,
}

/// A link on its way to a session: its place in the list, its press's id, its token.
#[derive(Clone, Debug)]
struct Link {
    index: usize,
    id: String,
    token: String,
}

/// The clients of one server.
pub struct Driver {
    pub pool: Pool,
    pub pages: Pages,
    /// The venues' desks: pages that are open beside, and not measured.
    pub desks: Pages,
    ids: Chance,
    /// The secretariat that helps, once it is there.
    pub help: Option<Help>,
    /// How many sessions were opened by links.
    pub sign_ins: usize,
    /// How many presses were answered with 200, repetitions not counted.
    pub accepted: usize,
    /// From press to durable answer.
    pub durable: Durations,
    /// Ids of accepted presses with their position: an id that came to two positions was carried out twice.
    pub positions: HashMap<String, u64>,
    /// Presses that never got an answer.
    pub unanswered: usize,
    /// Presses of an accepted id that were answered with another position.
    pub doubled: usize,
}

impl Driver {
    /// Clients of the server at `address`.
    ///
    /// # Errors
    /// [`Trouble::Net`].
    pub fn new(address: SocketAddr, host: &str, seed: u64) -> Result<Self, Trouble> {
        let mut ids = Chance::new(seed, "ids");
        let mask = ids.bits() as u32;
        Ok(Self {
            pool: Pool::new(address, host, LINES)?,
            pages: Pages::start(address, host, mask)?,
            desks: Pages::start(address, host, !mask)?,
            ids,
            help: None,
            sign_ins: 0,
            accepted: 0,
            durable: Durations::default(),
            positions: HashMap::new(),
            unanswered: 0,
            doubled: 0,
        })
    }

    /// A press with a fresh id.
    pub fn wish(&mut self, session: &Session, act: &'static str, form: Form) -> Wish {
        Wish { session: session.clone(), act, form, id: self.ids.uuid() }
    }

    /// Loads pages, and hands each over with its place in the list.
    pub fn load(&mut self, requests: Vec<Request>, each: &mut dyn FnMut(usize, Response)) -> Result<(), Trouble> {
        self.pool.run(requests, &mut |a| {
            if matches!(a.response.status, 429 | 503) {
                return Verdict::Again(AGAIN);
            }
            each(a.index, a.response);
            Verdict::Done
        })?;
        Ok(())
    }

    /// Loads one page.
    pub fn page(&mut self, path: &str, cookie: &str) -> Result<Response, Trouble> {
        let mut out = Response::default();
        self.load(vec![Request::get(path, cookie)], &mut |_, response| out = response)?;
        Ok(out)
    }

    /// Signs in by links' tokens; the sessions come in the tokens' order.
    pub fn sign_in(&mut self, tokens: &[String], each: &mut dyn FnMut()) -> Result<Vec<Session>, Trouble> {
        let mut sessions = vec![Session::default(); tokens.len()];
        let mut links: Vec<Link> = Vec::with_capacity(tokens.len());
        for (index, token) in tokens.iter().enumerate() {
            links.push(Link { index, id: self.ids.uuid(), token: token.clone() });
        }
        while !links.is_empty() {
            let unanswered = self.redeem(links, &mut sessions, each)?;
            links = Vec::with_capacity(unanswered.len());
            for link in unanswered {
                let seat = self.seat_of_used(&link)?;
                links.push(Link { token: self.new_link(&seat)?, id: self.ids.uuid(), ..link });
            }
        }
        Ok(sessions)
    }

    /// Redeems links; answers those that were used up although no cookie arrived.
    fn redeem(&mut self, links: Vec<Link>, sessions: &mut [Session], each: &mut dyn FnMut()) -> Result<Vec<Link>, Trouble> {
        let form = |l: &Link| Form::new().with("_id", &l.id).with("token", &l.token);
        let requests = links.iter().map(|l| Request::post("/act/redeem-invitation", "", form(l).encoded())).collect();
        let (mut failed, mut used, mut accepted) = (None, Vec::new(), 0);
        let (durable, helped) = (&mut self.durable, self.help.is_some());
        self.pool.run(requests, &mut |a| {
            if matches!(a.response.status, 429 | 503) {
                return Verdict::Again(AGAIN);
            }
            let answer = a.response.json();
            match (answer.get("seat").and_then(Value::as_str), a.response.cookie) {
                (Some(seat), Some(cookie)) if a.response.status == 200 => {
                    each();
                    accepted += 1;
                    durable.add(ms_between(a.sent, a.at));
                    sessions[links[a.index].index] = Session { seat: seat.to_owned(), cookie, page: None };
                }
                _ if helped && a.response.status == 409 => used.push(links[a.index].clone()),
                _ => failed = Some((a.response.status, answer)),
            }
            Verdict::Done
        })?;
        self.accepted += accepted;
        self.sign_ins += accepted;
        match failed {
            Some((status, answer)) => Err(refused("redeem-invitation", status, &answer)),
            None => Ok(used),
        }
    }

    /// The seat of a link that this very press used up before its answer got lost.
    fn seat_of_used(&mut self, link: &Link) -> Result<String, Trouble> {
        let body = serde_json::json!({ "token": link.token }).to_string();
        let mut response = Response::default();
        let request = Request::open_act("redeem-invitation", &link.id, &body);
        self.load(vec![request], &mut |_, answer| response = answer)?;
        let answer = response.json();
        let position = answer.get("position").and_then(Value::as_u64);
        match position.filter(|_| answer.get("code").and_then(Value::as_str) == Some("repeated")) {
            Some(position) => {
                self.accepted += 1;
                self.sign_ins += 1;
                self.seat_at(position)
            }
            None => Err(refused("redeem-invitation", response.status, &answer)),
        }
    }

    /// The seat that the event at this position is about, as the secretariat reads it.
    pub fn seat_at(&mut self, position: u64) -> Result<String, Trouble> {
        let help = self.helper()?;
        let request = Request::api(&format!("/api/v1/events?after={}&limit=1", position.saturating_sub(1)), &help.token);
        let mut page = Value::Null;
        self.load(vec![request], &mut |_, response| page = response.json())?;
        let seat = page.pointer("/events/0/data/seat").and_then(Value::as_str).map(str::to_owned);
        seat.ok_or_else(|| Trouble::Unexpected(format!("the event at position {position} is about no seat")))
    }

    /// A new link for a seat, from the secretariat.
    pub fn new_link(&mut self, seat: &str) -> Result<String, Trouble> {
        let help = self.helper()?;
        self.secret(&help.session, "reissue-invitation", &Form::new().with("seat", seat))
    }

    fn helper(&self) -> Result<Help, Trouble> {
        self.help.clone().ok_or_else(|| Trouble::Unexpected("the secretariat has not signed in".to_owned()))
    }

    /// Makes a press that tells a secret. When its answer got lost the secret is gone: another is asked for.
    pub fn secret(&mut self, session: &Session, act: &'static str, form: &Form) -> Result<String, Trouble> {
        for _ in 0..SECRETS {
            if let Some(secret) = self.act(session, act, form.clone())?.secret {
                return Ok(secret);
            }
        }
        Err(Trouble::Unexpected(format!("`{act}` told no secret")))
    }

    /// Makes presses over HTTP, many at once, and answers in their order.
    pub fn press_all(&mut self, wishes: Vec<Wish>, each: &mut dyn FnMut()) -> Result<Vec<Press>, Trouble> {
        let request = |w: &Wish| {
            let body = format!("_id={}&{}", w.id, w.form.encoded());
            Request::post(&format!("/as/{}/act/{}", w.session.seat, w.act), &w.session.cookie, &body)
        };
        let requests: Vec<Request> = wishes.iter().map(request).collect();
        let mut out: Vec<Option<Press>> = wishes.iter().map(|_| None).collect();
        self.pool.run(requests, &mut |a| {
            if matches!(a.response.status, 429 | 503) {
                return Verdict::Again(AGAIN);
            }
            each();
            let wish = &wishes[a.index];
            let body = a.response.json();
            out[a.index] = Some(answered(wish.act, &wish.id, a.response.status, &body, a.sent, a.at));
            Verdict::Done
        })?;
        let presses: Vec<Press> = out.into_iter().flatten().collect();
        presses.iter().for_each(|p| self.log(p));
        Ok(presses)
    }

    /// Makes presses on live pages (over HTTP where a session has none), and waits for every answer.
    pub fn press_live(&mut self, wishes: Vec<Wish>, each: &mut dyn FnMut()) -> Result<Vec<Press>, Trouble> {
        let (live, plain): (Vec<Wish>, Vec<Wish>) = wishes.into_iter().partition(|w| w.session.page.is_some());
        let mut acts: HashMap<String, (&'static str, usize)> = HashMap::new();
        for wish in &live {
            acts.entry(wish.id.clone()).or_insert((wish.act, 0)).1 += 1;
            if let Some(page) = wish.session.page {
                self.pages.press(page, &wish.id, wish.act, wish.form.encoded())?;
            }
        }
        let mut presses = Vec::with_capacity(live.len() + plain.len());
        let mut awaited = live.len();
        while awaited > 0 {
            let Some(told) = self.pages.told(PATIENCE) else { break };
            if told.status == 429 || told.status == 503 {
                // Too fast for the server's rate: the same press again, a little later.
                std::thread::sleep(Duration::from_millis(50));
                if let Some(wish) = live.iter().find(|w| w.id == told.id)
                    && let Some(page) = wish.session.page
                {
                    self.pages.press(page, &wish.id, wish.act, wish.form.encoded())?;
                }
                continue;
            }
            awaited -= 1;
            each();
            let Some((act, _)) = acts.get(&told.id) else { continue };
            let press = of_page(act, &told);
            self.log(&press);
            presses.push(press);
        }
        self.unanswered += awaited;
        presses.extend(self.press_all(plain, each)?);
        Ok(presses)
    }

    /// Makes one press that the play relies on.
    pub fn act(&mut self, session: &Session, act: &'static str, form: Form) -> Result<Press, Trouble> {
        let wish = self.wish(session, act, form);
        let presses = if session.page.is_some() {
            self.press_live(vec![wish], &mut || {})?
        } else {
            self.press_all(vec![wish], &mut || {})?
        };
        relied_on(presses)?.pop().ok_or_else(|| Trouble::Unexpected(format!("no answer to `{act}`")))
    }

    /// Opens a seat's page as a browser does: loads it, then its socket. Sessions whose page has no live part keep none.
    pub fn open_pages(
        &mut self,
        sessions: &mut [Session],
        languages: &[&'static str],
        most: usize,
        each: &mut dyn FnMut(usize),
    ) -> Result<usize, Trouble> {
        let loaded = sessions.len().min(most);
        let specs = self.live_parts(&sessions[..loaded], languages, &mut |loaded| each(loaded / 2))?;
        let places: Vec<usize> = (0..specs.len()).filter(|i| specs[*i].is_some()).collect();
        let wanted = places.len();
        let first = self.pages.open(specs.into_iter().flatten().collect())?;
        for (nth, place) in places.into_iter().enumerate() {
            sessions[place].page = Some(first + nth);
        }
        wait_open(&self.pages, first + wanted, &mut |open| each(loaded / 2 + open / 2))?;
        Ok(wanted)
    }

    /// Opens the pages of the venues' desks, which tell that the venues' links are up. They are not pressed on.
    pub fn open_desks(&mut self, desks: &[Session], each: &mut dyn FnMut(usize)) -> Result<(), Trouble> {
        let specs = self.live_parts(desks, &["en"], &mut |loaded| each(loaded / 2))?;
        self.desks.open(specs.into_iter().flatten().collect())?;
        wait_open(&self.desks, self.desks.asked(), &mut |open| each(desks.len() / 2 + open / 2))
    }

    /// Loads the pages of these seats; the live part of each, where it has one.
    fn live_parts(
        &mut self,
        sessions: &[Session],
        languages: &[&'static str],
        each: &mut dyn FnMut(usize),
    ) -> Result<Vec<Option<PageSpec>>, Trouble> {
        let asked = |(i, s): (usize, &Session)| {
            Request::get(&format!("/as/{}/", s.seat), &s.cookie).speaking(languages[i % languages.len().max(1)])
        };
        let requests: Vec<Request> = sessions.iter().enumerate().map(asked).collect();
        let mut specs: Vec<Option<PageSpec>> = vec![None; requests.len()];
        let mut loaded = 0;
        self.load(requests, &mut |index, response| {
            specs[index] = live_part(&response.text(), &sessions[index].cookie);
            loaded += 1;
            each(loaded);
        })?;
        Ok(specs)
    }

    /// Waits until every page and desk is open, or lost for good.
    pub fn wait_all_open(&self) -> Result<(), Trouble> {
        wait_open(&self.pages, self.pages.asked(), &mut |_| {})?;
        wait_open(&self.desks, self.desks.asked(), &mut |_| {})
    }

    fn log(&mut self, press: &Press) {
        if !press.accepted() {
            return;
        }
        if press.code != "repeated" {
            self.durable.add(press.ms);
        }
        match self.positions.insert(press.id.clone(), press.position) {
            None => self.accepted += 1,
            Some(former) => self.doubled += usize::from(former != press.position),
        }
    }
}

fn wait_open(pages: &Pages, wanted: usize, each: &mut dyn FnMut(usize)) -> Result<(), Trouble> {
    use std::sync::atomic::Ordering::Relaxed;
    let since = now();
    loop {
        let (open, failed) = (pages.figures().open.load(Relaxed), pages.figures().failed.load(Relaxed));
        each(open);
        if open + failed >= wanted {
            return Ok(());
        }
        if now().saturating_duration_since(since) > Duration::from_secs(300) {
            return Err(Trouble::Unexpected(format!("{open} of {wanted} live pages were opened in 300 s")));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The presses, when all were carried out.
///
/// # Errors
/// [`Trouble::Refused`] with the first that was not.
pub fn relied_on(presses: Vec<Press>) -> Result<Vec<Press>, Trouble> {
    match presses.iter().find(|p| !p.accepted()) {
        None => Ok(presses),
        Some(p) => {
            Err(Trouble::Refused { act: p.act.clone(), status: p.status, code: p.code.clone(), message: p.message.clone() })
        }
    }
}

pub(crate) fn refused(act: &str, status: u16, body: &Value) -> Trouble {
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Trouble::Refused { act: act.to_owned(), status, code: text("code"), message: text("message") }
}

fn answered(act: &str, id: &str, status: u16, body: &Value, sent: Instant, at: Instant) -> Press {
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let message = match text("field") {
        Some(field) => format!("{field}: {}", text("message").unwrap_or_default()),
        None => text("message").unwrap_or_default(),
    };
    Press {
        act: act.to_owned(),
        id: id.to_owned(),
        status,
        code: text("code").unwrap_or_default(),
        message,
        position: body.get("position").and_then(Value::as_u64).unwrap_or_default(),
        secret: text("secret"),
        ms: ms_between(sent, at),
        sent,
    }
}

fn of_page(act: &str, told: &Told) -> Press {
    let press = answered(act, &told.id, told.status, &told.body, told.sent, told.at);
    Press { position: press.position.max(told.position), ..press }
}

/// The address of a page's socket: the `data-live` of its body, with the position it was rendered at.
fn live_part(html: &str, cookie: &str) -> Option<PageSpec> {
    let (_, rest) = html.split_once("data-live=\"")?;
    let (address, _) = rest.split_once('"')?;
    let path = address.replace("&amp;", "&");
    let (_, versions) = path.split_once("v=")?;
    let of = |part: &str| part.rsplit_once(':').and_then(|(_, n)| n.parse::<u64>().ok());
    let position = versions.split([',', '&']).filter_map(of).max()?;
    let shows_now = versions.split([',', '&']).any(|p| p.starts_with("now:") || p.starts_with("now."));
    Some(PageSpec { path, cookie: cookie.to_owned(), position, shows_now })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_live_part_of_a_page_is_found() {
        let html = r#"<body class="x" data-live="/as/seat-9/live?lang=ar&amp;v=now:17,mine:17" data-now="1">"#;
        let spec = live_part(html, "seat-9=s").unwrap();
        assert_eq!(spec.path, "/as/seat-9/live?lang=ar&v=now:17,mine:17");
        assert_eq!((spec.position, spec.shows_now), (17, true));
        assert!(live_part("<body>", "").is_none());
    }
}
