//! The opening and a general debate: a stampede for the floor, and a few speeches.
use super::{Stage, steps};
use crate::{Trouble, chance::Chance, driver::Wish, net::form::Form};

/// Speaking time of one intervention, in seconds.
const LIMIT_SECONDS: &str = "300";
/// Speeches that are held; the others stay on the list.
const SPEECHES: usize = 5;

impl Stage<'_> {
    pub(super) fn debate(&mut self) -> Result<(), Trouble> {
        self.watch.phase("Opening", 3);
        let first = self.preside("open-meeting", meeting())?;
        self.driver.pages.measure_from(first.unwrap_or_default());
        // What came before the measuring began is not measured.
        self.shown.clear();
        self.watch.at(1);
        self.preside("open-item", Form::new().with("item", "item-1"))?;
        self.watch.at(2);
        self.preside("open-speakers", Form::new().with("item", "item-1").with("limit_seconds", LIMIT_SECONDS))?;
        self.watch.at(3);
        self.pause(5.0);
        self.stampede()?;
        self.speeches()
    }

    /// Delegations request the floor all at once, and some of their devices send the same press twice.
    fn stampede(&mut self) -> Result<(), Trouble> {
        let may = |i: &usize| self.world.organisations.get(*i).is_some_and(crate::world::Organisation::may_speak);
        let mut order: Vec<usize> = (0..self.delegations.len()).filter(may).collect();
        let mut chance = Chance::new(self.plan.seed, "stampede");
        chance.shuffle(&mut order);
        order.truncate(self.targets.floor_requests);
        let mut wishes: Vec<Wish> = Vec::with_capacity(order.len() + self.targets.repeats);
        for delegation in order {
            let head = self.head(delegation);
            wishes.push(self.driver.wish(&head, "request-floor", Form::new().with("item", "item-1").with("rank", "head")));
        }
        let again = |w: &Wish| Wish { session: w.session.clone(), act: w.act, form: w.form.clone(), id: w.id.clone() };
        let repeats: Vec<Wish> = wishes.iter().take(self.targets.repeats).map(again).collect();
        wishes.extend(repeats);
        chance.shuffle(&mut wishes);
        let mut step = steps(self.watch, "Stampede for the floor", wishes.len());
        let presses = self.driver.press_live(wishes, &mut step)?;
        drop(step);
        let accepted: Vec<_> = presses.into_iter().filter(crate::driver::Press::accepted).collect();
        // An answer that a power cut swallowed is told as a repetition: then only the ids tell the two apart.
        let mut ids = std::collections::HashSet::new();
        let cut = self.plan.power_cuts > 0;
        let (done, repeated): (Vec<_>, Vec<_>) =
            accepted.into_iter().partition(|p| if cut { ids.insert(p.id.clone()) } else { p.code != "repeated" });
        if (done.len(), repeated.len()) != (self.targets.floor_requests, self.targets.repeats) {
            self.report.otherwise.push(format!(
                "the stampede: {} requests taken and {} repetitions recognised instead of {} and {}",
                done.len(),
                repeated.len(),
                self.targets.floor_requests,
                self.targets.repeats
            ));
        }
        if let Some(last) = done.iter().max_by_key(|p| p.position) {
            let last = last.clone();
            self.settle(&last);
        }
        self.shown.extend(done);
        self.pause(10.0);
        Ok(())
    }

    fn speeches(&mut self) -> Result<(), Trouble> {
        let speeches = SPEECHES.min(self.targets.floor_requests);
        self.watch.phase("Speeches", speeches as u64);
        for speech in 0..speeches {
            self.preside("give-floor", meeting())?;
            self.pause(15.0);
            if speech == 1 {
                self.preside("pause-clock", meeting())?;
                self.pause(5.0);
                self.preside("resume-clock", meeting())?;
                self.pause(5.0);
            }
            self.preside("end-speech", meeting())?;
            self.watch.at(speech as u64 + 1);
        }
        self.preside("close-speakers", Form::new().with("item", "item-1"))?;
        self.preside("close-item", Form::new().with("item", "item-1"))?;
        Ok(())
    }

    /// The head of a delegation, who presses for it.
    pub(super) fn head(&self, delegation: usize) -> crate::driver::Session {
        let head = self.delegations.get(delegation).map(|d| d.members.start);
        head.and_then(|h| self.delegates.get(h)).cloned().unwrap_or_default()
    }
}

pub(super) fn meeting() -> Form {
    Form::new().with("meeting", "meeting-1")
}
