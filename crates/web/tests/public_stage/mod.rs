//! A small summit behind the real site, as the public sees it: five organisations of three countries and an international body.
use app::{Act, Done, House, Setup, SystemClock, SystemEntropy};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use domain::{Actor, command::CommandId};
use serde_json::{Value, json};
use std::sync::Arc;
use store::SqliteStore;
use tower::ServiceExt;
use web::{
    links::Links,
    site::{Settings, Site},
};

/// Organisations of the stage: home, name, category.
pub const ORGANISATIONS: [(Option<&str>, &str, &str); 5] = [
    (Some("KE"), "Blue Kite Party", "member"),
    (Some("FR"), "River Union", "member"),
    (Some("FR"), "Abeille Association", "associate"),
    (Some("BR"), "Green Lantern Movement", "member"),
    (None, "Zenith Bridge International", "partner"),
];

pub struct Stage {
    pub house: Arc<House>,
    router: Router,
    runtime: tokio::runtime::Runtime,
    next: u128,
}

impl Stage {
    /// A house in which nothing has happened yet.
    pub fn empty() -> Self {
        let first = SqliteStore::open_in_memory().unwrap();
        let reader = Arc::new(first.reader());
        let first = parking_lot::Mutex::new(Some(first));
        let setup = Setup {
            open: Box::new(move || Ok(Box::new(first.lock().take().unwrap()))),
            side: Arc::clone(&reader) as _,
            feed: reader as _,
            clock: Arc::new(SystemClock),
            entropy: Box::new(SystemEntropy::default()),
            letters: Arc::new(web::letters::Letters::new("https://summit.example.org")),
            record: None,
        };
        let house = Arc::new(House::open(setup, Arc::new(()), &mut |_, _| ()).unwrap());
        let settings = Settings { public_origin: Some("https://summit.example.org".into()), ..Settings::default() };
        let router = web::site::router(Arc::new(Site::new(Arc::clone(&house), settings, Arc::new(Links::default()))));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { house, router, runtime, next: 1 }
    }

    /// A summit with two venues, two meetings (one of them cancelled), and everybody accredited; two members are checked in.
    pub fn summit() -> Self {
        let mut stage = Self::empty();
        for (home, name, category) in ORGANISATIONS {
            stage.act("register-organisation", json!({ "names": { "en": name }, "home": home, "category": category }));
        }
        stage.act(
            "convene-summit",
            json!({ "themes": { "en": "Clean water", "fr": "Eau propre" }, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1", "org-2"], "languages": ["en", "fr"] }),
        );
        for (kind, city, country, zone, latitude, longitude, host) in [
            ("main", "Nairobi", "KE", "Africa/Nairobi", "-1.286389", "36.817223", "org-1"),
            ("satellite", "Lyon", "FR", "Europe/Paris", "45.764", "4.8357", "org-2"),
        ] {
            stage.act(
                "add-venue",
                json!({ "summit": "summit-1", "kind": kind, "names": { "en": format!("{city} Hall") }, "city": city, "country": country, "zone": zone,
                    "latitude": latitude, "longitude": longitude, "capacity": 1400, "languages": ["en"], "host": host }),
            );
        }
        stage.meetings();
        for organisation in 1..=ORGANISATIONS.len() {
            stage.delegation(organisation);
        }
        for (organisation, venue) in [(1, "venue-1"), (2, "venue-2")] {
            let code = stage.badge_of(organisation);
            stage.act("check-in", json!({ "venue": venue, "code": code }));
        }
        stage
    }

    fn meetings(&mut self) {
        self.act(
            "schedule-meeting",
            json!({ "kind": "plenary", "titles": { "en": "Opening plenary" }, "venue": "venue-1", "start": "2027-03-22T10:00", "end": "2027-03-22T13:00" }),
        );
        self.act(
            "add-item",
            json!({ "meeting": "meeting-1", "kind": "general-debate", "titles": { "en": "Exchange of views" } }),
        );
        self.act("add-item", json!({ "meeting": "meeting-1", "kind": "adoption", "titles": { "en": "Joint statement" } }));
        self.act(
            "add-keynote",
            json!({ "meeting": "meeting-1", "person": { "family": "Speaker", "given": "Robin" }, "organisation": "org-4", "titles": { "en": "Rivers of the world" }, "minutes": 20 }),
        );
        self.act(
            "schedule-meeting",
            json!({ "kind": "side-event", "titles": { "en": "Evening of rivers" }, "venue": "venue-2", "start": "2027-03-23T18:00", "end": "2027-03-23T20:00" }),
        );
        self.act("cancel-meeting", json!({ "meeting": "meeting-2", "reason": "The hall is flooded" }));
    }

    /// Carries an act out as the operator of the machine.
    pub fn act(&mut self, name: &str, fields: Value) -> Done {
        self.try_act(name, fields).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    /// Tries an act as the operator of the machine.
    pub fn try_act(&mut self, name: &str, fields: Value) -> Result<Done, app::Failure> {
        let command = web::act::command(name, fields).unwrap_or_else(|no| panic!("{name}: {no:?}"));
        self.next += 1;
        let act = Act { actor: Actor::Console, id: CommandId(self.next), command, address: None };
        self.house.submit_blocking(act)
    }

    /// Enters and accredits a delegation of two.
    pub fn delegation(&mut self, organisation: usize) {
        let delegation = format!("delegation-{organisation}");
        self.act(
            "invite-organisation",
            json!({ "summit": "summit-1", "organisation": format!("org-{organisation}"), "contact": { "family": "Contact", "given": "Sam" } }),
        );
        for rank in ["head", "adviser"] {
            let person = json!({ "family": format!("{rank}{organisation}"), "given": "Kim" });
            self.act("enter-member", json!({ "delegation": delegation, "person": person, "rank": rank }));
        }
        for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
            self.act(step, json!({ "delegation": delegation }));
        }
    }

    /// The badge code of the head of an organisation's delegation.
    pub fn badge_of(&self, organisation: usize) -> String {
        let delegation = format!("delegation-{organisation}").parse().unwrap();
        let head = self.house.state().accreditation.members(delegation).next().unwrap().0;
        self.house.people().get(head).unwrap().badge_code
    }

    /// Adopts a text and opens it for endorsement; the first four organisations endorse (the third with a reservation, on paper all).
    pub fn endorsed_text(&mut self) {
        for organisation in 3..=5 {
            let code = self.badge_of(organisation);
            self.act("check-in", json!({ "venue": "venue-1", "code": code }));
        }
        self.act(
            "draft-text",
            json!({ "summit": "summit-1", "symbol": "SD/2027/L.1", "title": { "en": "Joint statement" }, "authentic": ["en"], "sponsors": ["org-1"] }),
        );
        self.act(
            "import-text",
            json!({ "text": "text-1", "paragraphs": [{ "kind": "operative", "words": { "en": "We will keep water clean." } }] }),
        );
        self.act("table-text", json!({ "text": "text-1" }));
        self.act("open-meeting", json!({ "meeting": "meeting-1" }));
        self.act("open-item", json!({ "item": "item-2" }));
        self.act("open-consensus", json!({ "text": "text-1", "meeting": "meeting-1", "item": "item-2" }));
        self.act("adopt-by-consensus", json!({ "text": "text-1" }));
        self.act("open-endorsement", json!({ "text": "text-1" }));
        let digest = self.house.state().texts.get("text-1".parse().unwrap()).unwrap().adoption.as_ref().unwrap().manifest;
        let paper = json!({ "evidence": "ab".repeat(32) });
        for organisation in 1..=4 {
            let mut fields = json!({ "text": "text-1", "text_digest": digest, "organisation": format!("org-{organisation}"), "on_paper": paper });
            if organisation == 3 {
                fields["words"] = json!("But for lakes.");
                fields["language"] = json!("en");
                self.act("endorse-with-reservation", fields);
            } else {
                self.act("endorse", fields);
            }
        }
    }

    /// Asks for an address as the public does.
    pub fn get(&self, path: &str) -> (StatusCode, String) {
        let (status, _, body) = self.ask(Request::get(path));
        assert!(!path.ends_with(".ics") && !missing_message(&body), "{path}: a message is missing in {body}");
        (status, body)
    }

    /// Asks, and tells the headers too.
    pub fn ask(&self, request: axum::http::request::Builder) -> (StatusCode, HeaderMap, String) {
        let request = request.body(Body::empty()).unwrap();
        let response = self.runtime.block_on(self.router.clone().oneshot(request)).unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = self.runtime.block_on(axum::body::to_bytes(response.into_body(), 4 << 20)).unwrap();
        (status, headers, String::from_utf8(body.to_vec()).unwrap())
    }
}

/// A message that does not exist shows its id in brackets.
pub fn missing_message(body: &str) -> bool {
    body.split('[').skip(1).any(|rest| {
        rest.split_once(']').is_some_and(|(id, _)| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    })
}

/// The value of a figure on a page, by its `data-figure`; panics when what people read is another number.
pub fn figure(body: &str, name: &str) -> u64 {
    let (_, rest) =
        body.split_once(&format!("data-figure=\"{name}\" data-value=\"")).unwrap_or_else(|| panic!("no figure {name} in {body}"));
    let (value, rest) = rest.split_once('"').unwrap();
    let text = rest.split_once('>').unwrap().1.split_once('<').unwrap().0;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits, value);
    value.parse().unwrap()
}
