//! Tests only: the house on simulated time and a disk that fails when the seed says so. One number replays a whole run.
#![expect(clippy::unwrap_used, reason = "a test harness: stopping with the reason is what it should do")]
use app::{
    Act, Entropy, Failure, People,
    engine::Engine,
    letters::{LetterWriter, Written},
    record::{Founding, Setup},
};
use domain::{
    Actor, Command, Moment, State,
    command::CommandId,
    directory::{Category, DirectoryCommand, Organisation},
    id::{OrganisationId, SummitId},
    language::Names,
    seat::{Role, SeatCommand},
    state::{Letter, PersonDetails},
};
use ledger::{Replay, SigningKey};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::ControlFlow,
    sync::Arc,
};
use store::{
    EventStore,
    memory::{Fault, MemoryStore},
};

/// A small generator (splitmix64): the same seed, the same run.
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.draw() % n.max(1)
    }
}

impl Entropy for Chance {
    fn fresh(&mut self) -> [u8; 32] {
        let mut out = [0; 32];
        out.chunks_mut(8).for_each(|part| part.copy_from_slice(&self.draw().to_le_bytes()));
        out
    }
}

struct PlainLetters;
impl LetterWriter for PlainLetters {
    fn write(&self, letter: &Letter, _: &PersonDetails, _: &State) -> Written {
        Written { language: "en".into(), subject: letter.kind.into(), body: letter.kind.into() }
    }
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Commands answered as done.
    pub acknowledged: u64,
    /// Answers lost with the disk: the client tries again under the same id.
    pub unknown: u64,
    /// Times the house was opened anew.
    pub restarts: u64,
    /// Events on the disk at the end.
    pub position: u64,
    /// Leaves of the public record on the disk at the end.
    pub leaves: u64,
}

/// Runs `steps` batches of invented commands on a disk that fails at times, as clients that retry what was not answered,
/// and checks after every restart that nothing acknowledged is lost and nothing is there twice.
///
/// # Panics
/// When the house breaks one of its promises; the seed is in the message.
#[must_use]
pub fn run(seed: u64, steps: u64) -> Report {
    let disk = MemoryStore::new();
    let mut faults = Chance(seed ^ 0xfau64);
    disk.set_fault_hook(Some(Box::new(move |_, _| match faults.below(12) {
        0 => Some(Fault::BeforeDurable),
        1 => Some(Fault::AfterDurable),
        _ => None,
    })));
    let mut world = World {
        seed,
        disk,
        chance: Chance(seed),
        acknowledged: HashMap::new(),
        waiting: Vec::new(),
        next: 1,
        report: Report::default(),
        promised_leaves: Vec::new(),
        record: setup(),
    };
    let mut engine = world.open();
    for step in 0..steps {
        engine = world.step(engine, step);
    }
    world.disk.set_fault_hook(None);
    // Everything still unanswered is tried once more on a sound disk: now all of it must be done, once.
    engine = world.step(engine, steps);
    world.promises(engine.state());
    world.record_says_what_happened(engine.state());
    world.report.position = engine.state().position;
    world.report.leaves = world.leaves().len() as u64;
    world.report
}

struct World {
    seed: u64,
    disk: MemoryStore,
    chance: Chance,
    /// Command id and the position that was told.
    acknowledged: HashMap<CommandId, u64>,
    waiting: Vec<Act>,
    next: u128,
    report: Report,
    /// The record as it was when an answer was last given: it may only grow from there.
    promised_leaves: Vec<Vec<u8>>,
    record: Arc<Setup>,
}

/// A record whose accreditor and clerk are held by the house.
fn setup() -> Arc<Setup> {
    let key = |n: u8| SigningKey::from_seed(&[n; 32]).unwrap();
    let founding = Founding {
        accreditors: vec![key(1).public()],
        threshold: 1,
        rp_id: "summit.example.org".into(),
        rp_origins: vec!["https://summit.example.org".into()],
        ..Founding::default()
    };
    let origin = "record.example.org/simulated".to_owned();
    Arc::new(Setup {
        origin,
        accreditors: vec![key(1)],
        clerk: key(2),
        founding,
        presence_ms: 300_000,
        former: Default::default(),
        vouched: None,
        policy: Default::default(),
    })
}

impl World {
    fn open(&self) -> Engine {
        self.disk.reopen();
        let store: Box<dyn EventStore> = Box::new(self.disk.clone());
        let mut engine = Engine::open(store, Arc::new(PlainLetters), Arc::new(People::default()), &mut |_, _| ()).unwrap();
        // The first entries are appended on this disk too: it may fail then, and the house is opened once more.
        let mut entropy = Chance(self.seed ^ u64::from(self.report.restarts as u32) ^ 0x0f0f);
        match engine.keep_record(Arc::clone(&self.record), Moment(0), &mut entropy) {
            Ok(()) => engine,
            Err(_) => {
                drop(engine);
                self.open()
            }
        }
    }

    fn leaves(&self) -> Vec<Vec<u8>> {
        let mut leaves = Vec::new();
        let keep = &mut |_: u64, bytes: &[u8]| {
            leaves.push(bytes.to_vec());
            ControlFlow::Continue(())
        };
        self.disk.leaves_from(0, usize::MAX, keep).unwrap();
        leaves
    }

    /// The record only grows; every entry of it is valid; and it accredits exactly the organisations that are seated.
    fn record_says_what_happened(&self, state: &State) {
        let leaves = self.leaves();
        assert!(leaves.starts_with(&self.promised_leaves), "seed {}: the record lost or changed an entry", self.seed);
        let mut replay = Replay::new(&self.record.origin);
        assert_eq!(replay.extend(&leaves, 1).unwrap(), [], "seed {}: an entry is invalid", self.seed);
        let seated: BTreeSet<String> =
            state.accreditation.seated_organisations(SummitId(1)).map(|(organisation, _)| organisation.to_string()).collect();
        let accredited = replay.organisations().iter().filter(|(_, o)| o.accredited).map(|(id, _)| id.clone());
        assert_eq!(accredited.collect::<BTreeSet<_>>(), seated, "seed {}: the record accredits others than the house", self.seed);
    }

    fn step(&mut self, mut engine: Engine, step: u64) -> Engine {
        let mut acts = std::mem::take(&mut self.waiting);
        for _ in 0..self.chance.below(20) {
            acts.push(self.invent());
        }
        // A client on a bad line presses twice.
        if let Some(again) = acts.first().cloned()
            && self.chance.below(3) == 0
        {
            acts.push(again);
        }
        let mut entropy = self.chance.clone();
        self.chance.draw();
        match engine.run(&acts, Moment(i64::try_from(step).unwrap() * 1_000), &mut entropy) {
            Ok(written) => {
                for (act, outcome) in acts.iter().zip(&written.outcomes) {
                    self.heard(act, outcome);
                }
                // Replaying verifies every signature anew: done where the record grew.
                if self.disk.leaf_count().unwrap() > self.promised_leaves.len() as u64 {
                    self.record_says_what_happened(engine.state());
                    self.promised_leaves = self.leaves();
                }
                if self.chance.below(10) == 0 {
                    // A snapshot may fail with the disk; the log is the truth.
                    drop(engine.save_snapshot());
                    if self.chance.below(4) == 0 {
                        self.disk.damage_newest_snapshot();
                    }
                }
                engine
            }
            Err(_) => {
                self.report.unknown += acts.len() as u64;
                self.report.restarts += 1;
                self.waiting = acts;
                drop(engine);
                let engine = self.open();
                self.promises(engine.state());
                self.record_says_what_happened(engine.state());
                engine
            }
        }
    }

    fn heard(&mut self, act: &Act, outcome: &app::Outcome) {
        match outcome {
            Ok(done) => {
                let before = self.acknowledged.insert(act.id, done.position);
                assert!(before.is_none_or(|p| p == done.position), "seed {}: {:?} told two positions", self.seed, act.id);
                self.report.acknowledged += 1;
            }
            Err(Failure::No(_)) => {}
            Err(Failure::Unavailable) => self.waiting.push(act.clone()),
        }
    }

    fn promises(&self, state: &State) {
        for (id, position) in &self.acknowledged {
            let found = state.recent.position_of(*id);
            assert_eq!(found, Some(*position), "seed {}: the acknowledged command {id:?} is not where it was", self.seed);
        }
        let mut names = BTreeMap::new();
        for (id, organisation) in state.directory.iter() {
            let name = organisation.names.best("en").unwrap().1.to_string();
            assert_eq!(names.insert(name.clone(), id), None, "seed {}: {name} is there twice", self.seed);
        }
    }

    fn delegation(&mut self) -> String {
        format!("delegation-{}", self.chance.below(6) + 1)
    }

    fn invent(&mut self) -> Act {
        let id = CommandId(self.next);
        self.next += 1;
        let command = match self.chance.below(18) {
            5 => Command::Programme(read(json!({ "convene-summit": { "themes": { "en": "Water" }, "opens": "2027-03-01",
                "closes": "2027-03-31", "conveners": ["org-1"], "languages": ["en"] } }))),
            6..=8 => {
                let organisation = format!("org-{}", self.chance.below(8) + 1);
                let contact = json!({ "family": "Contact" });
                Command::Accreditation(read(
                    json!({ "invite-organisation": { "summit": "summit-1", "organisation": organisation, "contact": contact } }),
                ))
            }
            9..=11 => {
                let person = json!({ "family": "Head" });
                Command::Accreditation(read(
                    json!({ "enter-member": { "delegation": self.delegation(), "person": person, "rank": "head" } }),
                ))
            }
            12..=17 => {
                let steps = ["submit", "submit", "verify", "verify", "accept", "accept", "reject", "revoke"];
                let step = steps[self.chance.below(steps.len() as u64) as usize];
                let mut fields = json!({ "delegation": self.delegation() });
                if matches!(step, "reject" | "revoke") {
                    fields["reason"] = json!("Left");
                }
                Command::Accreditation(read(json!({ format!("{step}-credentials"): fields })))
            }
            0 => Command::Seat(SeatCommand::InviteSeat {
                role: Role::Observer,
                person: PersonDetails { family: format!("Person {}", self.next), ..PersonDetails::default() },
                organisation: None,
                venue: None,
                summit: None,
            }),
            1 => {
                Command::Directory(DirectoryCommand::RemoveOrganisation { id: OrganisationId(self.chance.below(40) as u32 + 2) })
            }
            _ => Command::Directory(DirectoryCommand::RegisterOrganisation(Organisation {
                names: Names::new(BTreeMap::from([(
                    "en".parse().unwrap(),
                    format!("Organisation {}", self.chance.below(500)).parse().unwrap(),
                )]))
                .unwrap(),
                short_name: None,
                home: None,
                category: Category::Member,
                umbrella: None,
                external_id: None,
                website: None,
            })),
        };
        Act { actor: Actor::Console, id, command, address: None }
    }
}

/// Reads a command from its written form.
fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acknowledged_is_lost_and_nothing_is_done_twice() {
        let (mut restarts, mut leaves) = (0, 0);
        for seed in 0..20 {
            let report = run(seed, 120);
            assert!(report.acknowledged > 100, "seed {seed}: {report:?}");
            restarts += report.restarts;
            leaves += report.leaves;
        }
        assert!(restarts > 100, "the disk failed only {restarts} times: the runs prove little");
        assert!(leaves > 150, "only {leaves} entries: the runs say little of the record");
    }

    #[test]
    fn one_seed_is_one_run() {
        assert_eq!(run(7, 60), run(7, 60));
    }
}
