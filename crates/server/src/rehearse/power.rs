//! Power cuts of a rehearsal: at moments that the seed chooses the server is killed and started again, while everybody presses on.
use super::served::Served;
use parking_lot::Mutex;
use rehearsal::{Watch, chance::Chance};
use std::{sync::Arc, thread::JoinHandle, time::Duration};

/// Longest pause between the step that brings a cut and the cut itself, in milliseconds: so that it meets acts under way.
const PAUSE_MS: usize = 60;

/// Watches the play and cuts the power at the chosen moments; tells another what it sees.
pub struct Power<'w> {
    watch: &'w dyn Watch,
    server: Arc<Served>,
    plan: Mutex<Cuts>,
    under_way: Mutex<Vec<JoinHandle<()>>>,
}

/// When to cut.
struct Cuts {
    chance: Chance,
    /// For each phase of the play, in order, how often in it.
    phases: Vec<usize>,
    at: usize,
    /// Steps of this phase at which a cut comes, the last first.
    steps: Vec<u64>,
}

impl Cuts {
    /// So many cuts, spread over the phases by chance: none has two before each has one.
    fn new(seed: u64, number: usize) -> Self {
        let mut chance = Chance::new(seed, "power cuts");
        let mut phases = vec![0; rehearsal::PHASES];
        let mut order: Vec<usize> = Vec::new();
        for _ in 0..number {
            if order.is_empty() {
                order = (0..phases.len()).collect();
                chance.shuffle(&mut order);
            }
            if let Some(phase) = order.pop() {
                phases[phase] += 1;
            }
        }
        Self { chance, phases, at: 0, steps: Vec::new() }
    }
    /// A phase of so many steps begins; what the former one did not come to is due.
    fn begin(&mut self, steps: u64) -> Vec<Duration> {
        let due = self.due(u64::MAX);
        let number = self.phases.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        let most = usize::try_from(steps).unwrap_or(usize::MAX).max(1);
        self.steps = (0..number).map(|_| self.chance.below(most) as u64 + 1).collect();
        self.steps.sort_unstable_by(|a, b| b.cmp(a));
        due
    }
    /// After a step: the pauses before the cuts that are due.
    fn due(&mut self, step: u64) -> Vec<Duration> {
        let mut due = Vec::new();
        while self.steps.pop_if(|at| *at <= step).is_some() {
            due.push(Duration::from_millis(self.chance.below(PAUSE_MS) as u64));
        }
        due
    }
}

impl<'w> Power<'w> {
    /// Cuts the power of `server` so often, at moments chosen by the seed, and hands everything on to `watch`.
    pub fn new(watch: &'w dyn Watch, server: Arc<Served>, seed: u64, number: usize) -> Self {
        Self { watch, server, plan: Mutex::new(Cuts::new(seed, number)), under_way: Mutex::new(Vec::new()) }
    }

    /// Cuts the power after each of these pauses, beside the play: it goes on pressing while the server is away.
    fn cut(&self, pauses: Vec<Duration>) {
        if pauses.is_empty() {
            return;
        }
        let server = Arc::clone(&self.server);
        let cut = std::thread::spawn(move || {
            for pause in pauses {
                std::thread::sleep(pause);
                if let Err(error) = server.cut_power() {
                    eprintln!("hemicycle: {error:#}");
                }
            }
        });
        self.under_way.lock().push(cut);
    }
}

impl Watch for Power<'_> {
    fn phase(&self, name: &str, steps: u64) {
        self.watch.phase(name, steps);
        let due = self.plan.lock().begin(steps);
        self.cut(due);
    }
    fn at(&self, step: u64) {
        self.watch.at(step);
        let due = self.plan.lock().due(step);
        self.cut(due);
    }
    fn say(&self, line: &str) {
        self.watch.say(line);
    }
    fn over(&self) {
        for cut in std::mem::take(&mut *self.under_way.lock()) {
            // A cut that broke off has said why; the comparison tells what it did.
            drop(cut.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All cuts that a play of phases of ten steps would meet, by phase.
    fn met(cuts: &mut Cuts) -> Vec<usize> {
        let one = |cuts: &mut Cuts| {
            let before = cuts.begin(10).len();
            before + (1..=10).map(|step| cuts.due(step).len()).sum::<usize>()
        };
        (0..rehearsal::PHASES).map(|_| one(cuts)).collect()
    }

    #[test]
    fn every_cut_comes_and_they_are_spread_over_the_play() {
        let few = met(&mut Cuts::new(1, 5));
        assert_eq!((few.iter().sum::<usize>(), few.iter().max()), (5, Some(&1)));
        let many = met(&mut Cuts::new(1, rehearsal::PHASES + 3));
        assert_eq!((many.iter().sum::<usize>(), many.iter().min()), (rehearsal::PHASES + 3, Some(&1)));
        assert_eq!(met(&mut Cuts::new(1, 0)).iter().sum::<usize>(), 0);
    }
    #[test]
    fn the_seed_chooses() {
        assert_eq!(met(&mut Cuts::new(3, 4)), met(&mut Cuts::new(3, 4)));
        assert!((0..20).any(|seed| met(&mut Cuts::new(seed, 4)) != met(&mut Cuts::new(3, 4))));
    }
}
