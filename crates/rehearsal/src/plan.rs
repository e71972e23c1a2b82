//! What is rehearsed, and what must come out.
use crate::world::World;
use std::path::PathBuf;

/// The reference scale.
const FULL: Plan = Plan {
    organisations: 512,
    list: None,
    representatives: 10_240,
    venues: 200,
    countries: 163,
    seed: 1,
    speed: None,
    today: Day { year: 2027, month: 3, day: 22 },
    pages: usize::MAX,
    power_cuts: 0,
};

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its year.
    pub year: i16,
    /// Its month, from 1.
    pub month: i8,
    /// Its day, from 1.
    pub day: i8,
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What is rehearsed.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// How many organisations are invented.
    pub organisations: usize,
    /// The organisations of a real list instead.
    pub list: Option<PathBuf>,
    /// How many representatives they send together.
    pub representatives: usize,
    /// How many venues there are.
    pub venues: usize,
    /// From how many countries invented organisations come.
    pub countries: usize,
    /// Seed of everything invented.
    pub seed: u64,
    /// How fast the play goes for a person who watches: 1 is some minutes; none is as fast as it goes.
    pub speed: Option<f64>,
    /// First day of the summit.
    pub today: Day,
    /// Most live pages that can be opened, by the limit of files.
    pub pages: usize,
    /// How often the server is killed and started again while the play goes on.
    pub power_cuts: usize,
}

impl Default for Plan {
    fn default() -> Self {
        FULL
    }
}

/// What must come out, computed from the plan alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    /// Representatives entered.
    pub registered: usize,
    /// Representatives accepted.
    pub accredited: usize,
    /// Representatives checked in.
    pub present: usize,
    /// Organisations in the directory.
    pub organisations: usize,
    /// Their countries.
    pub countries: usize,
    /// Venues.
    pub venues: usize,
    /// Endorsing organisations and their countries, before the withdrawal.
    pub peak: (usize, usize),
    /// The same after it.
    pub last: (usize, usize),
    /// Delegations that request the floor in the stampede.
    pub floor_requests: usize,
    /// How many of them press twice.
    pub repeats: usize,
    /// Live pages.
    pub live_pages: usize,
}

impl Targets {
    /// The reference summit's figures, scaled to this world.
    #[must_use]
    pub fn of(plan: &Plan, world: &World) -> Self {
        let (organisations, countries) = (world.organisations.len(), world.countries());
        let part = |of: usize, full: usize, n: usize| ((n * of + full / 2) / full).clamp(1, n.max(1));
        // A larger list than the reference summit's makes no more requests and endorsements than that.
        let wanted = (part(243, 512, organisations).min(243), part(112, 163, countries).min(112));
        let (chosen, withdraws) = world.endorsers(wanted.0, wanted.1);
        let home = |i: usize| world.organisations[i].home.as_deref();
        let homes: std::collections::HashSet<_> = chosen.iter().filter_map(|i| home(*i)).collect();
        let alone = chosen.iter().filter(|i| home(**i) == home(withdraws)).count() == 1 && home(withdraws).is_some();
        let speak = world.organisations.iter().filter(|o| o.may_speak()).count();
        let floor = part(400, 512, speak).min(400);
        Self {
            registered: plan.representatives,
            accredited: plan.representatives,
            present: part(9_871, 10_240, plan.representatives),
            organisations,
            countries,
            venues: world.venues.len(),
            peak: (chosen.len(), homes.len()),
            last: (chosen.len() - 1, homes.len() - usize::from(alone)),
            floor_requests: floor,
            repeats: (floor / 5).max(1),
            live_pages: plan.representatives.min(plan.pages),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_reference_summit_ends_with_its_known_figures() {
        let plan = Plan::default();
        let targets = Targets::of(&plan, &World::new(&plan).unwrap());
        assert_eq!((targets.present, targets.floor_requests, targets.repeats), (9_871, 400, 80));
        assert_eq!((targets.peak, targets.last), ((243, 112), (242, 111)));
    }
    #[test]
    fn a_small_summit_has_small_figures() {
        let plan = Plan { organisations: 12, representatives: 60, venues: 6, countries: 8, ..Plan::default() };
        let targets = Targets::of(&plan, &World::new(&plan).unwrap());
        assert_eq!((targets.present, targets.floor_requests, targets.repeats), (58, 9, 1));
        assert_eq!((targets.peak, targets.last), ((6, 5), (5, 4)));
    }
}
