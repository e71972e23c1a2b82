//! Tests only: the house on simulated time and a disk that fails when the seed says so. One number replays a whole run.
#![expect(clippy::unwrap_used, reason = "a test harness: stopping with the reason is what it should do")]
use app::{
    Act, Entropy, Failure, People,
    engine::Engine,
    letters::{LetterWriter, Written},
};
use domain::{
    Actor, Command, Moment, State,
    command::CommandId,
    directory::{Category, DirectoryCommand, Organisation},
    id::OrganisationId,
    language::Names,
    seat::{Role, SeatCommand},
    state::{Letter, PersonDetails},
};
use std::{
    collections::{BTreeMap, HashMap},
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
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}

impl Entropy for Chance {
    fn fresh(&mut self) -> [u8; 32] {
        let mut out = [0; 32];
        out.chunks_mut(8).for_each(|part| part.copy_from_slice(&self.next().to_le_bytes()));
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
    let mut world = World { seed, disk, chance: Chance(seed), acknowledged: HashMap::new(), waiting: Vec::new(), next: 1, report: Report::default() };
    let mut engine = world.open();
    for step in 0..steps {
        engine = world.step(engine, step);
    }
    world.disk.set_fault_hook(None);
    // Everything still unanswered is tried once more on a sound disk: now all of it must be done, once.
    engine = world.step(engine, steps);
    world.promises(engine.state());
    world.report.position = engine.state().position;
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
}

impl World {
    fn open(&self) -> Engine {
        self.disk.reopen();
        let store: Box<dyn EventStore> = Box::new(self.disk.clone());
        Engine::open(store, Arc::new(PlainLetters), Arc::new(People::default()), &mut |_, _| ()).unwrap()
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
        self.chance.next();
        match engine.run(&acts, Moment(i64::try_from(step).unwrap() * 1_000), &mut entropy) {
            Ok(written) => {
                for (act, outcome) in acts.iter().zip(&written.outcomes) {
                    self.heard(act, outcome);
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

    fn invent(&mut self) -> Act {
        let id = CommandId(self.next);
        self.next += 1;
        let command = match self.chance.below(5) {
            0 => Command::Seat(SeatCommand::InviteSeat {
                role: Role::Observer,
                person: PersonDetails { family: format!("Person {}", self.next), ..PersonDetails::default() },
                organisation: None,
                venue: None,
                summit: None,
            }),
            1 => Command::Directory(DirectoryCommand::RemoveOrganisation { id: OrganisationId(self.chance.below(40) as u32 + 1) }),
            _ => Command::Directory(DirectoryCommand::RegisterOrganisation(Organisation {
                names: Names::new(BTreeMap::from([("en".parse().unwrap(), format!("Organisation {}", self.chance.below(500)).parse().unwrap())])).unwrap(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acknowledged_is_lost_and_nothing_is_done_twice() {
        let mut restarts = 0;
        for seed in 0..20 {
            let report = run(seed, 120);
            assert!(report.acknowledged > 100, "seed {seed}: {report:?}");
            restarts += report.restarts;
        }
        assert!(restarts > 100, "the disk failed only {restarts} times: the runs prove little");
    }

    #[test]
    fn one_seed_is_one_run() {
        assert_eq!(run(7, 60), run(7, 60));
    }
}
