//! A summit of four organisations with a record, a text adopted and open for endorsement, on a store in memory.
use app::{
    Act, Entropy, Failure, People,
    engine::{Engine, Written},
    letters::{LetterWriter, Written as Words},
    record::{Founding, RecordView, Setup},
};
use domain::{
    Actor, Command, Moment, State,
    command::CommandId,
    id::{PersonId, SeatId, TextId},
    state::{Letter, PersonDetails},
};
use ledger::{Checked, Leaf, Signature, SigningKey, authenticator::Authenticator};
use serde_json::{Value, json};
use std::{ops::ControlFlow, sync::Arc};
use store::{EventStore, memory::MemoryStore};

pub const TEXT: TextId = TextId(1);
pub const ORIGIN: &str = "record.example.org/record";
pub const SITE: &str = "https://summit.example.org";
pub const RP: &str = "summit.example.org";

pub struct Counted(pub u64);
impl Entropy for Counted {
    fn fresh(&mut self) -> [u8; 32] {
        self.0 += 1;
        Digest32::of(self.0)
    }
}
struct Digest32;
impl Digest32 {
    fn of(n: u64) -> [u8; 32] {
        ledger::Digest::of(&n.to_be_bytes()).0
    }
}

struct PlainLetters;
impl LetterWriter for PlainLetters {
    fn write(&self, letter: &Letter, _: &PersonDetails, _: &State) -> Words {
        Words { language: "en".into(), subject: letter.kind.into(), body: letter.kind.into() }
    }
}

pub fn key(n: u8) -> SigningKey {
    SigningKey::from_seed(&[n; 32]).unwrap()
}

/// The setup of a record that succeeds this one, of which so many entries are known.
pub fn successor<'a>(lost: impl IntoIterator<Item = &'a [u8]>) -> Arc<Setup> {
    let old = setup(true);
    let mut founding = old.founding.clone();
    founding.predecessor = Some(ledger::body::Predecessor { log: ORIGIN.into(), size: 99, root: [7; 32] });
    Arc::new(Setup {
        origin: "record.example.org/two".into(),
        accreditors: [1, 2, 3].map(key).into(),
        clerk: key(9),
        founding,
        presence_ms: old.presence_ms,
        former: app::record::former_acts(lost),
        vouched: None,
        policy: old.policy.clone(),
    })
}

/// The keys of a house that holds its accreditors' (`held`) or not.
pub fn setup(held: bool) -> Arc<Setup> {
    let accreditors = [1, 2, 3].map(key);
    let founding = Founding {
        names: [("en".to_owned(), "Secretariat of the Summit".to_owned())].into(),
        accreditors: accreditors.iter().map(SigningKey::public).collect(),
        threshold: 2,
        rp_id: RP.to_owned(),
        rp_origins: vec![SITE.to_owned()],
        ..Founding::default()
    };
    let accreditors = if held { accreditors.into() } else { Vec::new() };
    Arc::new(Setup {
        origin: ORIGIN.to_owned(),
        accreditors,
        clerk: key(9),
        founding,
        presence_ms: 300_000,
        former: Default::default(),
        vouched: None,
        policy: Default::default(),
    })
}

pub struct Stage {
    pub disk: MemoryStore,
    pub engine: Engine,
    pub people: Arc<People>,
    pub now: Moment,
    pub entropy: Counted,
    next: u128,
}

pub fn command(name: &str, fields: Value) -> Command {
    let whole = json!({ name: fields });
    macro_rules! try_read {
        ($($part:ident),*) => {$(
            if let Ok(c) = serde_json::from_value(whole.clone()) {
                return Command::$part(c);
            }
        )*};
    }
    try_read!(Directory, Programme, Accreditation, Seat, Presence, Floor, Text, Endorsement, Registry, Poll);
    panic!("no such command: {whole}")
}

impl Stage {
    /// A house in which nothing has happened yet.
    pub fn empty(setup: Arc<Setup>) -> Self {
        Self::on(MemoryStore::new(), setup)
    }
    pub fn on(disk: MemoryStore, setup: Arc<Setup>) -> Self {
        Self::on_from(disk, setup, 0)
    }
    fn on_from(disk: MemoryStore, setup: Arc<Setup>, entropy: u64) -> Self {
        let people = Arc::new(People::default());
        let mut entropy = Counted(entropy * 1_000_000 + disk.leaf_count().unwrap() * 1_000);
        let now = Moment(1_804_000_000_000);
        let store: Box<dyn EventStore> = Box::new(disk.clone());
        let mut engine = Engine::open(store, Arc::new(PlainLetters), Arc::clone(&people), &mut |_, _| ()).unwrap();
        engine.keep_record(setup, now, &mut entropy).unwrap();
        let stage = Self { disk, engine, people, now, entropy, next: 0 };
        stage.reload_people();
        stage
    }
    /// Four organisations of three countries, seated, each with a head, all present; an adopted text open for endorsement.
    pub fn summit(signatures: &str) -> Self {
        Self::summit_from(signatures, 0)
    }
    /// The same, with other randomness.
    pub fn summit_from(signatures: &str, entropy: u64) -> Self {
        let mut stage = Self::on_from(MemoryStore::new(), setup(true), entropy);
        for (n, home) in ["KE", "FR", "FR", "-"].iter().enumerate() {
            let home = if *home == "-" { Value::Null } else { json!(home) };
            let entry = json!({ "names": { "en": format!("Party {n}") }, "home": home, "category": "member" });
            stage.act("register-organisation", entry);
        }
        stage.act(
            "convene-summit",
            json!({ "themes": { "en": "Water" }, "opens": "2027-03-01", "closes": "2027-03-31", "conveners": ["org-1"], "languages": ["en", "ru"] }),
        );
        stage.act("set-signatures", json!({ "summit": "summit-1", "signatures": signatures }));
        stage.act(
            "add-venue",
            json!({ "summit": "summit-1", "kind": "main", "names": { "en": "Hall" }, "city": "Nairobi", "country": "KE",
                "zone": "Africa/Nairobi", "capacity": 100, "host": "org-1" }),
        );
        stage.act(
            "schedule-meeting",
            json!({ "kind": "plenary", "titles": { "en": "Plenary" }, "venue": "venue-1", "start": "2027-03-02T10:00", "end": "2027-03-02T13:00" }),
        );
        stage.act("add-item", json!({ "meeting": "meeting-1", "kind": "adoption", "titles": { "en": "Statement" } }));
        for n in 1..=4 {
            stage.delegation(n);
        }
        stage.text();
        stage
    }
    fn delegation(&mut self, n: u32) {
        let delegation = format!("delegation-{n}");
        let contact = json!({ "family": "Contact", "given": "Sam" });
        self.act("invite-organisation", json!({ "summit": "summit-1", "organisation": format!("org-{n}"), "contact": contact }));
        let person = json!({ "family": format!("Head{n}"), "given": "Kim" });
        self.act("enter-member", json!({ "delegation": delegation, "person": person, "rank": "head" }));
        for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
            self.act(step, json!({ "delegation": delegation }));
        }
        let code = self.people.get(self.head(n).0).unwrap().badge_code;
        self.act("check-in", json!({ "venue": "venue-1", "code": code }));
    }
    /// One more member of the first delegation comes to the venue, late.
    pub fn late_comer(&mut self) {
        let code = self.one_more();
        self.act("check-in", json!({ "venue": "venue-1", "code": code }));
    }
    /// One more member of the first delegation, accredited and not here; the code of the badge.
    pub fn one_more(&mut self) -> String {
        let person = json!({ "family": "Late", "given": "Kim" });
        self.act("enter-member", json!({ "delegation": "delegation-1", "person": person, "rank": "adviser" }));
        let (late, _) = self.state().accreditation.members("delegation-1".parse().unwrap()).last().unwrap();
        self.act("accept-member", json!({ "person": late }));
        self.people.get(late).unwrap().badge_code
    }
    fn text(&mut self) {
        self.act(
            "draft-text",
            json!({ "summit": "summit-1", "symbol": "SD/2027/L.1", "title": { "en": "Statement", "ru": "Заявление" }, "authentic": ["en", "ru"], "sponsors": ["org-1"] }),
        );
        let words = json!([{ "kind": "operative", "words": { "en": "We keep water clean.", "ru": "Мы храним воду." } }]);
        self.act("import-text", json!({ "text": "text-1", "paragraphs": words }));
        self.act("table-text", json!({ "text": "text-1" }));
        self.act("open-meeting", json!({ "meeting": "meeting-1" }));
        self.act("open-item", json!({ "item": "item-1" }));
        self.act("open-consensus", json!({ "text": "text-1", "meeting": "meeting-1", "item": "item-1" }));
        self.act("adopt-by-consensus", json!({ "text": "text-1" }));
        self.act("open-endorsement", json!({ "text": "text-1" }));
    }

    pub fn state(&self) -> &State {
        self.engine.state()
    }
    /// The head of the `n`-th organisation's delegation, and its seat.
    pub fn head(&self, n: u32) -> (PersonId, Actor) {
        let delegation = format!("delegation-{n}").parse().unwrap();
        let (person, member) = self.state().accreditation.members(delegation).next().unwrap();
        (person, Actor::Seat(member.seat().unwrap_or(SeatId(0))))
    }
    pub fn manifest(&self) -> domain::words::Digest {
        self.state().texts.get(TEXT).unwrap().adoption.as_ref().unwrap().manifest
    }
    /// The leaves on the disk.
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.disk
            .leaves_from(0, usize::MAX, &mut |_, bytes| {
                leaves.push(Leaf::parse(bytes).unwrap());
                ControlFlow::Continue(())
            })
            .unwrap();
        leaves
    }
    /// The types of the entries on the disk, in order.
    pub fn kinds(&self) -> Vec<&'static str> {
        self.leaves().iter().map(|l| l.entry().unwrap().body.content.type_name()).collect()
    }

    pub fn run(&mut self, actor: Actor, command: Command, signed: Option<Checked>) -> app::Outcome {
        self.next += 1;
        let act = Act { actor, id: CommandId(self.next), command, address: None };
        let written = self.engine.run_signed([(&act, signed.as_ref())], self.now, &mut self.entropy).unwrap();
        let outcome = written.outcomes[0].clone();
        self.published(written);
        outcome
    }
    fn published(&self, written: Written) {
        // What the writer does: the book of people hears of what is durable. It is applied by reading the disk again.
        drop(written);
        self.reload_people();
    }
    fn reload_people(&self) {
        use store::SideStore;
        app::house::load_people(&self.disk as &dyn SideStore, &self.people).unwrap();
    }
    pub fn act(&mut self, name: &str, fields: Value) {
        let outcome = self.run(Actor::Console, command(name, fields), None);
        outcome.unwrap_or_else(|failure| panic!("{name}: {failure:?}"));
    }
    pub fn act_as(&mut self, actor: Actor, name: &str, fields: Value) -> app::Outcome {
        self.run(actor, command(name, fields), None)
    }
    /// The code of a refusal.
    #[track_caller]
    pub fn refused(outcome: app::Outcome) -> &'static str {
        match outcome {
            Err(Failure::No(domain::No::Refusal(refusal))) => refusal.code,
            other => panic!("not refused: {other:?}"),
        }
    }
    /// Proposes another Russian paragraph and, where nobody is waited for, issues it when its window ends.
    pub fn correct(&mut self, words: &str, issue: bool) {
        self.act("prepare-correction", json!({ "text": "text-1", "language": "ru", "paragraphs": { "paragraph-1": words } }));
        self.act("propose-correction", json!({ "text": "text-1", "reason": { "en": "A word is wrong" }, "minutes": 1 }));
        if issue {
            self.now = self.now.plus_ms(60_000);
            self.run(Actor::Server, command("issue-correction", json!({ "text": "text-1" })), None).unwrap();
        }
    }
    /// Registers the head's device; the passkey.
    pub fn device(&mut self, n: u32) -> Authenticator {
        let authenticator = Authenticator::from_private(&[n as u8 + 1; 32]).unwrap();
        let (_, head) = self.head(n);
        let fields = json!({ "key": authenticator.public().to_string(), "credential": "Y3JlZGVudGlhbA" });
        self.act_as(head, "register-device", fields).unwrap();
        authenticator
    }
    /// Prepares, signs and carries out an act of the head of an organisation.
    pub fn sign(&mut self, n: u32, name: &str, by: &Signer<'_>) -> app::Outcome {
        let (_, head) = self.head(n);
        self.sign_as(head, name, by)
    }
    /// The focal point of the `n`-th organisation.
    pub fn focal(&self, n: u32) -> Actor {
        let organisation = format!("org-{n}").parse().ok();
        let focal = |s: &domain::seat::Seat| s.role == domain::seat::Role::FocalPoint && s.organisation == organisation;
        Actor::Seat(self.state().seats.iter().find(|(_, s)| focal(s)).unwrap().0)
    }
    /// The same house on the same disk, opened anew with another setup.
    pub fn restarted(self, setup: Arc<Setup>) -> Self {
        let Self { disk, engine, now, next, .. } = self;
        drop(engine);
        let mut stage = Self::on(disk, setup);
        (stage.now, stage.next) = (now, next);
        stage
    }
    /// Goes on from where another stage is, on a disk of its own.
    pub fn going_on_from(mut self, other: &Self) -> Self {
        (self.now, self.next) = (other.now, other.next);
        self
    }
    /// The same for whoever it is.
    pub fn sign_as(&mut self, head: Actor, name: &str, by: &Signer<'_>) -> app::Outcome {
        let fields = json!({ "text": "text-1", "text_digest": self.manifest() });
        self.sign_fields(head, name, fields, by)
    }
    /// The same for any act.
    pub fn sign_fields(&mut self, head: Actor, name: &str, fields: Value, by: &Signer<'_>) -> app::Outcome {
        let command = command(name, fields);
        let view = RecordView::new(self.engine.record().unwrap());
        let by_key = matches!(by, Signer::Key(_));
        let entropy = self.entropy.fresh();
        let prepared = view.prepare(self.state(), &head, &command, by_key, self.now, entropy).map_err(Failure::No)?;
        let signature: Signature = match by {
            Signer::Key(key) => key.sign(&prepared.body),
            Signer::Device(device) => device.sign(&prepared.body, &prepared.device.unwrap().0, RP, SITE).unwrap(),
        };
        let checked = view.signed(&prepared.body, &[signature]).unwrap();
        self.run(head, command, Some(checked))
    }
    /// Stops the house as its owner does: what may enter the record enters it.
    pub fn stop(&mut self) {
        let (now, entropy) = (self.now, &mut self.entropy);
        if let Some(written) = self.engine.settle_last(now, entropy).unwrap() {
            self.published(written);
        }
    }
    /// Lets time pass and enters what waited.
    pub fn settle(&mut self, ms: i64) {
        self.now = self.now.plus_ms(ms);
        let (now, entropy) = (self.now, &mut self.entropy);
        if let Some(written) = self.engine.settle(now, entropy).unwrap() {
            self.published(written);
        }
    }
}

pub enum Signer<'a> {
    Key(&'a SigningKey),
    Device(&'a Authenticator),
}
