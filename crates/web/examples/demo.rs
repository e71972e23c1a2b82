//! A small summit to look at while writing pages: `cargo run -p web --example demo -- 8090`. Prints a sign-in link for each role. Its pages are live.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a tool for developers: stopping with the reason is what it should do"
)]
use app::{Act, Done, House, Setup, SystemClock, SystemEntropy};
use domain::{Actor, command::CommandId};
use serde_json::{Value, json};
use std::sync::Arc;
use store::SqliteStore;
use web::{
    links::Links,
    live::server::{self, Limits},
    scene::{self, Broadcast},
    site::{Settings, Site},
};

fn main() {
    let port = std::env::args().nth(1).and_then(|p| p.parse().ok()).unwrap_or(8090u16);
    let origin = format!("http://127.0.0.1:{port}");
    let broadcast = Arc::new(Broadcast::default());
    let house = Arc::new(open(&origin, Arc::clone(&broadcast)));
    let mut demo = Demo { house: Arc::clone(&house), next: 1, origin: origin.clone() };
    demo.summit();
    demo.delegations();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let settings = Settings { public_origin: Some(origin.clone()), ..Settings::default() };
        let site = Arc::new(Site::new(Arc::clone(&house), settings, Arc::new(Links::default())));
        let live = scene::go_live(&site, &broadcast, vec![origin.clone()]).unwrap();
        tokio::spawn(web::link_watch::run(Arc::clone(&house), Arc::clone(&site.links)));
        tokio::spawn(web::correction_watch::run(house));
        let listener = server::listen(([127, 0, 0, 1], port).into()).unwrap();
        println!("public          {origin}/");
        let ending = async {
            // A second signal, or none to listen for, ends it too.
            let _ = tokio::signal::ctrl_c().await;
            live.stop();
        };
        server::serve(listener, None, web::site::router(site), Limits::default(), Arc::clone(&live.metrics), ending).await;
    });
}

fn open(origin: &str, broadcast: Arc<Broadcast>) -> House {
    let first = SqliteStore::open_in_memory().unwrap();
    let reader = Arc::new(first.reader());
    let first = parking_lot::Mutex::new(Some(first));
    let setup = Setup {
        open: Box::new(move || Ok(Box::new(first.lock().take().expect("an in-memory store is opened once")))),
        side: Arc::clone(&reader) as _,
        feed: reader as _,
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy::default()),
        letters: Arc::new(web::letters::Letters::new(origin)),
        record: None,
    };
    House::open(setup, broadcast, &mut |_, _| ()).unwrap()
}

struct Demo {
    house: Arc<House>,
    next: u128,
    origin: String,
}

const HOMES: [(&str, &str, &str); 12] = [
    ("KE", "Blue Kite Party (example)", "Parti du Cerf-volant bleu (exemple)"),
    ("FR", "River Union (example)", "Union de la rivière (exemple)"),
    ("BR", "Green Lantern Movement (example)", "Mouvement de la lanterne verte (exemple)"),
    ("CN", "Paper Crane Society (example)", "Société de la grue en papier (exemple)"),
    ("EG", "Palm Grove League (example)", "Ligue de la palmeraie (exemple)"),
    ("RU", "White Birch Alliance (example)", "Alliance du bouleau blanc (exemple)"),
    ("IN", "Monsoon Forum (example)", "Forum de la mousson (exemple)"),
    ("CA", "Maple Bridge Association (example)", "Association du pont d’érable (exemple)"),
    ("NO", "Fjord Council (example)", "Conseil du fjord (exemple)"),
    ("PE", "Condor Circle (example)", "Cercle du condor (exemple)"),
    ("JP", "Morning Bell Group (example)", "Groupe de la cloche du matin (exemple)"),
    ("ZA", "Acacia Network (example)", "Réseau de l’acacia (exemple)"),
];

impl Demo {
    fn act(&mut self, name: &str, fields: Value) -> Done {
        let command = web::act::command(name, fields).unwrap_or_else(|no| panic!("{name}: {no:?}"));
        let id = CommandId(self.next);
        self.next += 1;
        let act = Act { actor: Actor::Console, id, command, address: None };
        self.house.submit_blocking(act).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    fn seat(&mut self, role: &str, more: Value) {
        let mut fields = json!({ "role": role, "person": { "family": format!("Example {role}"), "given": "Alex" } });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let secret = self.act("invite-seat", fields).secret.unwrap();
        println!("{role:15} {}/join/{}", self.origin, secret.0);
    }

    fn summit(&mut self) {
        let organisations: Vec<Value> = HOMES
            .iter()
            .map(|(home, en, fr)| json!({ "names": { "en": en, "fr": fr }, "home": home, "category": "member" }))
            .collect();
        self.act("import-organisations", json!({ "organisations": organisations }));
        self.act(
            "register-organisation",
            json!({ "names": { "en": "Bridge Builders International (example)" }, "category": "observer" }),
        );
        self.act("name-series", json!({ "names": { "en": "Dialogue of Organisations", "fr": "Dialogue des organisations" } }));
        let themes = json!({ "en": "Working together for clean water", "fr": "Ensemble pour l’eau propre", "ar": "معًا من أجل مياه نظيفة",
            "es": "Juntos por el agua limpia", "ru": "Вместе за чистую воду", "zh": "携手保护清洁水源" });
        self.act(
            "convene-summit",
            json!({ "themes": themes, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1", "org-2"], "languages": ["en", "fr", "es", "ar", "ru", "zh"] }),
        );
        for (index, (name, home, zone, latitude, longitude)) in [
            ("Nairobi", "KE", "Africa/Nairobi", "-1.286389", "36.817223"),
            ("Lima", "PE", "America/Lima", "-12.046374", "-77.042793"),
            ("Oslo", "NO", "Europe/Oslo", "59.913868", "10.752245"),
        ]
        .iter()
        .enumerate()
        {
            let kind = if index == 0 { "main" } else { "satellite" };
            let host = format!("org-{}", [1, 10, 9][index]);
            self.act(
                "add-venue",
                json!({ "summit": "summit-1", "kind": kind, "names": { "en": format!("{name} Hall") }, "city": name, "country": home, "zone": zone,
                    "latitude": latitude, "longitude": longitude, "capacity": 400, "languages": ["en", "fr"], "host": host }),
            );
        }
        self.act(
            "schedule-meeting",
            json!({ "kind": "plenary", "titles": { "en": "Opening plenary", "fr": "Plénière d’ouverture" }, "venue": "venue-1", "start": "2027-03-22T10:00", "end": "2027-03-22T13:00" }),
        );
        self.act("add-item", json!({ "meeting": "meeting-1", "kind": "general-debate", "titles": { "en": "General debate", "fr": "Débat général" } }));
        self.act("add-item", json!({ "meeting": "meeting-1", "kind": "adoption", "titles": { "en": "Adoption of the joint statement", "fr": "Adoption de la déclaration" } }));
    }

    fn delegations(&mut self) {
        for organisation in 1..=12u32 {
            self.act(
                "invite-organisation",
                json!({ "summit": "summit-1", "organisation": format!("org-{organisation}"), "contact": { "family": format!("Contact{organisation}"), "given": "Sam" } }),
            );
            let delegation = format!("delegation-{organisation}");
            for (rank, family) in [("head", "Head"), ("representative", "Member")] {
                self.act(
                    "enter-member",
                    json!({ "delegation": delegation, "person": { "family": format!("{family}{organisation}"), "given": "Kim" }, "rank": rank }),
                );
            }
            if organisation <= 10 {
                self.act("submit-credentials", json!({ "delegation": delegation }));
                self.act("verify-credentials", json!({ "delegation": delegation }));
            }
            if organisation <= 8 {
                self.act("accept-credentials", json!({ "delegation": delegation }));
            }
        }
        self.seat("secretariat", json!({}));
        self.seat("chair", json!({ "summit": "summit-1" }));
        self.seat("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
        self.seat("focal-point", json!({ "organisation": "org-11", "summit": "summit-1" }));
        self.seat("delegate", json!({ "organisation": "org-1", "summit": "summit-1" }));
        self.seat("observer", json!({ "summit": "summit-1" }));
    }
}
