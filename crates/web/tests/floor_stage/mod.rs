//! A small summit behind the real site, for the tests of the pages of the floor: four organisations, all present at one venue.
use app::{Act, Clock, Done, Failure, House, Setup, SystemClock, SystemEntropy};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    Actor, Moment,
    command::CommandId,
    id::{PersonId, SeatId},
};
use serde_json::{Value, json};
use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use store::{Batch, EventFeed, EventStore, SqliteStore};
use tower::ServiceExt;
use web::{
    links::Links,
    scene::Broadcast,
    site::{Settings, Site},
};

/// Organisations of the stage: home, English and French name. The last is an international body.
pub const ORGANISATIONS: [(Option<&str>, &str, &str); 4] = [
    (Some("KE"), "Blue Kite Party", "Parti du Cerf-volant bleu"),
    (Some("FR"), "River Union", "Union de la rivière"),
    (Some("BR"), "Green Lantern Movement", "Mouvement de la lanterne verte"),
    (None, "Bridge Builders International", "Bâtisseurs de ponts"),
];

/// The machine's clock, and a way to let deadlines pass.
#[derive(Default)]
pub struct Ahead(AtomicI64);
impl Clock for Ahead {
    fn now(&self) -> Moment {
        SystemClock.now().plus_ms(self.0.load(Ordering::Relaxed))
    }
}

/// The record of a house that keeps one.
pub const RECORD: &str = "record.example.org/record";

/// A signed-in seat.
#[derive(Clone, Debug)]
pub struct Signed {
    pub seat: SeatId,
    pub cookie: String,
}

pub struct Stage {
    pub house: Arc<House>,
    pub links: Arc<Links>,
    pub site: Arc<Site>,
    pub broadcast: Arc<Broadcast>,
    reader: Arc<store::Reader>,
    clock: Arc<Ahead>,
    router: Router,
    runtime: tokio::runtime::Runtime,
    next: u128,
}

impl Stage {
    /// The summit with one meeting of two items, everybody accredited and checked in.
    pub fn new() -> Self {
        let mut stage = Self::open();
        stage.programme();
        for organisation in 1..=ORGANISATIONS.len() {
            stage.delegation(organisation);
        }
        stage
    }

    /// A house with nothing in it.
    pub fn open() -> Self {
        Self::on(SqliteStore::open_in_memory().unwrap(), None)
    }

    /// The summit with everybody accredited and checked in, in a house that keeps a record for this site and holds `held` of three
    /// accreditors' keys, of whom two must sign; binding acts are signed.
    pub fn keeping(site: &str, held: usize) -> Self {
        let mut stage = Self::on(SqliteStore::open_in_memory().unwrap(), Some(Arc::new(Self::record(site, held))));
        stage.programme();
        stage.act("set-signatures", json!({ "summit": "summit-1", "signatures": "required" }));
        for organisation in 1..=ORGANISATIONS.len() {
            stage.delegation(organisation);
        }
        stage
    }

    /// The same house after its record was lost: its events, and a record that succeeds the former one under another name.
    pub fn succeeded(&self, site: &str, origin: &str) -> Self {
        let (mut events, mut leaves) = (Vec::new(), Vec::new());
        let keep = |into: &mut Vec<Vec<u8>>, bytes: &[u8]| {
            into.push(bytes.to_vec());
            ControlFlow::Continue(())
        };
        self.reader.feed_after(0, 100_000, &mut |_, bytes| keep(&mut events, bytes)).unwrap();
        self.reader.feed_leaves(0, 100_000, &mut |_, bytes| keep(&mut leaves, bytes)).unwrap();
        let mut disk = SqliteStore::open_in_memory().unwrap();
        disk.append(0, &Batch { events, ..Batch::default() }).unwrap();
        let mut record = Self::record(site, 3);
        origin.clone_into(&mut record.origin);
        record.founding.predecessor =
            Some(ledger::body::Predecessor { log: RECORD.to_owned(), size: leaves.len() as u64, root: [7; 32] });
        record.former = app::record::former_acts(leaves.iter().map(Vec::as_slice));
        let stage = Self::on(disk, Some(Arc::new(record)));
        Self { next: self.next, ..stage }
    }

    /// The keys of a house that keeps a record.
    fn record(site: &str, held: usize) -> app::record::Setup {
        let key = |n: u8| ledger::SigningKey::from_seed(&[n; 32]).unwrap();
        let all = [1, 2, 3].map(key);
        let mut founding = app::record::Founding {
            names: [("en".to_owned(), "Secretariat".to_owned())].into(),
            accreditors: all.iter().map(ledger::SigningKey::public).collect(),
            threshold: 2,
            rp_id: site.to_owned(),
            rp_origins: vec![format!("http://{site}")],
            ..app::record::Founding::default()
        };
        if held < 2 {
            // Signed elsewhere, before the server.
            let batch = app::record::first_batch(RECORD, &founding, key(9).public(), domain::Moment(1_800_000_000_000), [5; 32]);
            let mut batch = ledger::batch::Batch::parse(&serde_json::to_vec(&batch.unwrap()).unwrap()).unwrap();
            for key in &all {
                batch.sign(key).unwrap();
            }
            founding.signed = batch.leaves().iter().map(|leaf| leaf.bytes().to_vec()).collect();
        }
        let log = ledger::key::SigningKey::from_seed(RECORD, ledger::key::Kind::Note, [7; 32]).unwrap();
        let witness = ledger::key::SigningKey::from_seed("w.example", ledger::key::Kind::Cosignature, [8; 32]).unwrap();
        let (log, witness) = (ledger::key::Signer::key(&log).to_string(), ledger::key::Signer::key(&witness).to_string());
        app::record::Setup {
            origin: RECORD.to_owned(),
            accreditors: all.into_iter().take(held).collect(),
            clerk: key(9),
            founding,
            presence_ms: 300_000,
            former: Default::default(),
            vouched: None,
            policy: format!("log {log}\nwitness w1 {witness} https://w.example\ngroup all 1 w1\nquorum all\n").parse().unwrap(),
        }
    }

    fn on(first: SqliteStore, record: Option<Arc<app::record::Setup>>) -> Self {
        let reader = Arc::new(first.reader());
        let first = parking_lot::Mutex::new(Some(first));
        let clock = Arc::new(Ahead::default());
        let setup = Setup {
            open: Box::new(move || Ok(Box::new(first.lock().take().unwrap()))),
            side: Arc::clone(&reader) as _,
            feed: Arc::clone(&reader) as _,
            clock: Arc::clone(&clock) as _,
            entropy: Box::new(SystemEntropy::default()),
            letters: Arc::new(web::letters::Letters::new("http://test")),
            record,
        };
        let broadcast = Arc::new(Broadcast::default());
        let house = Arc::new(House::open(setup, Arc::clone(&broadcast) as _, &mut |_, _| ()).unwrap());
        let links = Arc::new(Links::default());
        let site = Arc::new(Site::new(Arc::clone(&house), Settings::default(), Arc::clone(&links)));
        let router = web::site::router(Arc::clone(&site));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { house, links, site, broadcast, reader, clock, router, runtime, next: 1 }
    }

    /// Lets time pass.
    pub fn wait(&self, ms: i64) {
        self.clock.0.fetch_add(ms, Ordering::Relaxed);
    }

    /// Carries an act out as the operator of the machine.
    pub fn act(&mut self, name: &str, fields: Value) -> Done {
        self.try_act(Actor::Console, name, fields).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    /// Tries an act.
    pub fn try_act(&mut self, actor: Actor, name: &str, fields: Value) -> Result<Done, Failure> {
        let command = web::act::command(name, fields).unwrap_or_else(|no| panic!("{name}: {no:?}"));
        self.next += 1;
        self.house.submit_blocking(Act { actor, id: CommandId(self.next), command, address: None })
    }

    fn programme(&mut self) {
        for (home, en, fr) in ORGANISATIONS {
            self.act("register-organisation", json!({ "names": { "en": en, "fr": fr }, "home": home, "category": "member" }));
        }
        self.act(
            "convene-summit",
            json!({ "themes": { "en": "Clean water" }, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en", "fr"] }),
        );
        self.act(
            "add-venue",
            json!({ "summit": "summit-1", "kind": "main", "names": { "en": "Nairobi Hall" }, "city": "Nairobi", "country": "KE", "zone": "Africa/Nairobi",
                "latitude": "-1.286389", "longitude": "36.817223", "capacity": 400, "languages": ["en"], "host": "org-1" }),
        );
        self.act(
            "schedule-meeting",
            json!({ "kind": "plenary", "titles": { "en": "Opening plenary" }, "venue": "venue-1", "start": "2027-03-22T10:00", "end": "2027-03-22T13:00" }),
        );
        for (kind, title) in [("general-debate", "General debate"), ("adoption", "Adoption of the joint statement")] {
            self.act("add-item", json!({ "meeting": "meeting-1", "kind": kind, "titles": { "en": title } }));
        }
    }

    fn delegation(&mut self, organisation: usize) {
        let delegation = format!("delegation-{organisation}");
        let person = json!({ "family": format!("Head{organisation}"), "given": "Kim" });
        self.act(
            "invite-organisation",
            json!({ "summit": "summit-1", "organisation": format!("org-{organisation}"), "contact": { "family": "Contact", "given": "Sam" } }),
        );
        self.act("enter-member", json!({ "delegation": delegation, "person": person, "rank": "head" }));
        for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
            self.act(step, json!({ "delegation": delegation }));
        }
        let code = self.house.people().get(self.head_of(organisation)).unwrap().badge_code;
        self.act("check-in", json!({ "venue": "venue-1", "code": code }));
    }

    /// The head of an organisation's delegation.
    pub fn head_of(&self, organisation: usize) -> PersonId {
        let state = self.house.state();
        let delegation = format!("delegation-{organisation}").parse().unwrap();
        state.accreditation.members(delegation).next().unwrap().0
    }

    /// Signs the head of an organisation's delegation in.
    pub fn delegate(&mut self, organisation: usize) -> Signed {
        let person = self.head_of(organisation);
        let seat = self.house.state().accreditation.member(person).unwrap().seat().unwrap();
        let token = self.act("reissue-invitation", json!({ "seat": seat })).secret.unwrap();
        self.sign_in(&token.0)
    }

    /// Signs a new seat of this role in.
    pub fn signed(&mut self, role: &str) -> Signed {
        self.signed_with(role, json!({}))
    }

    /// Signs a new seat of this role in, with what else its invitation says.
    pub fn signed_with(&mut self, role: &str, more: Value) -> Signed {
        let mut fields = json!({ "role": role, "person": { "family": "Example", "given": "Alex" } });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let token = self.act("invite-seat", fields).secret.unwrap();
        self.sign_in(&token.0)
    }

    /// Signs in by the link of a letter.
    pub fn sign_in(&mut self, token: &str) -> Signed {
        let request = Request::post("/act/redeem-invitation")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(format!("token={token}")))
            .unwrap();
        let response = self.runtime.block_on(self.router.clone().oneshot(request)).unwrap();
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        let location = response.headers()[header::LOCATION].to_str().unwrap().to_owned();
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Signed { seat: location.split('/').nth(2).unwrap().parse().unwrap(), cookie }
    }

    /// A page of the public.
    pub fn public(&self, path: &str) -> (StatusCode, String) {
        self.send(Request::get(path).body(Body::empty()).unwrap())
    }

    /// A page of a seat.
    pub fn page(&self, who: &Signed, page: &str) -> (StatusCode, String) {
        let request = Request::get(format!("/as/{}/{page}", who.seat)).header(header::COOKIE, &who.cookie);
        self.send(request.body(Body::empty()).unwrap())
    }

    /// Posts a form of a page, as a browser without JavaScript does.
    pub fn post(&self, who: &Signed, act: &str, from: &str, form: &str) -> (StatusCode, String) {
        let request = Request::post(format!("/as/{}/act/{act}", who.seat))
            .header(header::COOKIE, &who.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, format!("http://test/as/{}/{from}", who.seat));
        self.send(request.body(Body::from(form.to_owned())).unwrap())
    }

    /// Sends any request; answers with the body, or with where it leads.
    pub fn send(&self, request: Request<Body>) -> (StatusCode, String) {
        let response = self.runtime.block_on(self.router.clone().oneshot(request)).unwrap();
        let status = response.status();
        let location = response.headers().get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned());
        let body = self.runtime.block_on(axum::body::to_bytes(response.into_body(), 4 << 20)).unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(!body.contains("[") || !has_missing_message(&body), "a message is missing in {body}");
        (status, location.unwrap_or(body))
    }

    /// A program's token of a new seat of this role.
    pub fn token(&mut self, role: &str) -> String {
        bearer(&self.signed(role))
    }

    /// The body of a response, as text.
    pub fn body(&self, response: axum::response::Response) -> String {
        let bytes = self.runtime.block_on(axum::body::to_bytes(response.into_body(), 4 << 20)).unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    /// Sends any request; answers with the bare response.
    pub fn respond(&self, request: Request<Body>) -> axum::response::Response {
        self.runtime.block_on(self.router.clone().oneshot(request)).unwrap()
    }

    /// Opens the meeting, its first item and the list of speakers.
    pub fn open_debate(&mut self) {
        self.act("open-meeting", json!({ "meeting": "meeting-1" }));
        self.act("open-item", json!({ "item": "item-1" }));
        self.act("open-speakers", json!({ "item": "item-1", "limit_seconds": 180 }));
    }

    /// Drafts and tables a text in two languages, under the symbol `SD/2027/L.1`.
    pub fn tabled_text(&mut self) {
        self.act(
            "draft-text",
            json!({ "summit": "summit-1", "symbol": "SD/2027/L.1", "title": { "en": "Joint statement", "fr": "Déclaration commune" }, "authentic": ["en", "fr"], "sponsors": ["org-1"] }),
        );
        let paragraph = |kind: &str, en: &str, fr: &str| json!({ "kind": kind, "words": { "en": en, "fr": fr } });
        self.act(
            "import-text",
            json!({ "text": "text-1", "paragraphs": [
                paragraph("preambular", "Mindful of rivers,", "Consciente des fleuves,"),
                paragraph("operative", "We will keep water clean.", "Nous garderons l’eau propre."),
            ] }),
        );
        self.act("table-text", json!({ "text": "text-1" }));
    }

    /// Adopts that text by consensus and opens it for endorsement.
    pub fn adopted_text(&mut self) {
        self.tabled_text();
        self.act("open-meeting", json!({ "meeting": "meeting-1" }));
        self.act("open-item", json!({ "item": "item-2" }));
        self.act("open-consensus", json!({ "text": "text-1", "meeting": "meeting-1", "item": "item-2" }));
        self.act("adopt-by-consensus", json!({ "text": "text-1" }));
        self.act("open-endorsement", json!({ "text": "text-1" }));
    }
}

/// The token of a session, as a program shows it.
pub fn bearer(who: &Signed) -> String {
    who.cookie.split_once('=').unwrap().1.to_owned()
}

/// Whether a page shows an unknown message's id in brackets, as `[some-id]`.
fn has_missing_message(html: &str) -> bool {
    html.split('[').skip(1).any(|rest| {
        rest.split_once(']')
            .is_some_and(|(id, _)| id.contains('-') && id.len() < 60 && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    })
}
