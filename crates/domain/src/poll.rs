//! Polls: a question is put to the vote, votes are received unread, the lock ends them, the result is declared.
mod ballot;
mod command;
mod question;
mod roll;
mod rules;

pub use ballot::{Ballot, Choice, Tally};
pub use command::{Opened, PollCommand, PollEvent, Roll};
pub use question::Question;
pub(crate) use rules::{authorise, decide, uninterrupted};

use crate::{
    Moment, Recorded,
    command::Way,
    id::{MeetingId, OrganisationId, PollId, SummitId},
    words::Line,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How votes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// All at once; after the lock everybody sees how each organisation voted.
    Recorded,
    /// One by one, as the roll is called.
    RollCall,
    /// All at once, and nobody is named: only the figures are told. It stays out of the record, whose votes name who cast them.
    Hands,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Recorded, Self::RollCall, Self::Hands];
    /// The written form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::RollCall => "roll-call",
            Self::Hands => "hands",
        }
    }
    /// Whether it is told how each organisation voted.
    #[must_use]
    pub const fn names_voters(self) -> bool {
        !matches!(self, Self::Hands)
    }
}

/// How far a poll is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Votes are received.
    Open,
    /// Votes are counted; the chair has not declared the result.
    Locked,
    /// The result is declared.
    Decided,
    /// It was given up before its lock.
    Cancelled,
}

/// The declared result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Whether the question was carried.
    pub carried: bool,
    /// Whether the chair decided a tie.
    pub by_chair: bool,
    /// When.
    pub at: Moment,
    /// Place in the log.
    pub position: u64,
}

/// How a mistaken voter had meant to vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intention {
    /// Whose.
    pub organisation: OrganisationId,
    /// What it had meant.
    pub choice: Choice,
    /// By which way.
    pub way: Way,
    /// When it was minuted.
    pub at: Moment,
}

/// A poll.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Poll {
    /// What is fixed since it was opened.
    pub opened: Opened,
    /// When it was opened.
    pub at: Moment,
    /// Place of its opening in the log.
    pub position: u64,
    /// When and where in the log it was locked.
    pub locked: Option<(Moment, u64)>,
    /// The declared result.
    pub decided: Option<Decided>,
    /// Why it was given up.
    pub cancelled: Option<Line>,
    /// Intentions of mistaken voters, in order.
    pub intentions: Vec<Intention>,
    /// How many of the roll were called, the one being called included.
    called: u32,
    /// Never shown before the lock: only [`Poll::opened_votes`] and [`Poll::own`] lead here.
    ballots: BTreeMap<OrganisationId, Ballot>,
}

impl Poll {
    /// How far it is.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        match (&self.cancelled, &self.decided, &self.locked) {
            (Some(_), ..) => Phase::Cancelled,
            (None, Some(_), _) => Phase::Decided,
            (None, None, Some(_)) => Phase::Locked,
            (None, None, None) => Phase::Open,
        }
    }
    /// Whether the voting has begun and its result is not declared: nothing but a point of order interrupts it.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        matches!(self.phase(), Phase::Open | Phase::Locked)
    }
    /// How many organisations have cast a vote. Not for what: that is told after the lock.
    #[must_use]
    pub fn received(&self) -> u32 {
        self.ballots.len() as u32
    }
    /// How many of them signed it, so that it enters the record.
    #[must_use]
    pub fn signed(&self) -> u32 {
        self.ballots.values().filter(|b| b.is_signed()).count() as u32
    }
    /// Whether the organisation has cast a vote.
    #[must_use]
    pub fn has_voted(&self, organisation: OrganisationId) -> bool {
        self.ballots.contains_key(&organisation)
    }
    /// An organisation's own vote: for its own eyes until the lock.
    #[must_use]
    pub fn own(&self, organisation: OrganisationId) -> Option<&Ballot> {
        self.ballots.get(&organisation)
    }
    /// How each organisation voted; none before the lock, none after a show of hands.
    #[must_use]
    pub fn opened_votes(&self) -> Option<&BTreeMap<OrganisationId, Ballot>> {
        (self.locked.is_some() && self.opened.method.names_voters()).then_some(&self.ballots)
    }
    /// What the votes add up to; none before the lock.
    #[must_use]
    pub fn tally(&self) -> Option<Tally> {
        self.locked.map(|_| self.count())
    }
    /// Counts what was received; the rules alone ask before the lock.
    fn count(&self) -> Tally {
        Tally::of(&self.opened.electorate, |organisation| self.ballots.get(&organisation).map(|b| b.choice))
    }
    /// Who is being called; none when everybody was, and in other methods.
    #[must_use]
    pub fn being_called(&self) -> Option<OrganisationId> {
        let order = &self.opened.roll.as_ref()?.order;
        order.get((self.called as usize).checked_sub(1)?).copied()
    }
    /// How many of the roll have not been called yet, the one being called included.
    #[must_use]
    pub fn left_to_call(&self) -> u32 {
        let all = self.opened.roll.as_ref().map_or(0, |r| r.order.len() as u32);
        (all + 1).saturating_sub(self.called.max(1))
    }
    /// Whether the organisation may answer: everybody may, but in a roll-call only who was called.
    #[must_use]
    pub fn may_answer(&self, organisation: OrganisationId) -> bool {
        self.opened.roll.as_ref().is_none_or(|roll| roll.place_of(organisation).is_some_and(|place| place <= self.called))
    }
}

/// All polls.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Polls {
    polls: Vec<Poll>,
}

impl Polls {
    /// A poll.
    #[must_use]
    pub fn get(&self, id: PollId) -> Option<&Poll> {
        self.polls.get((id.0 as usize).checked_sub(1)?)
    }
    /// All polls, in order of opening.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (PollId, &Poll)> {
        self.polls.iter().enumerate().map(|(at, poll)| (PollId(at as u32 + 1), poll))
    }
    /// The polls of a summit, in order of opening.
    pub fn of(&self, summit: SummitId) -> impl DoubleEndedIterator<Item = (PollId, &Poll)> {
        self.iter().filter(move |(_, p)| p.opened.summit == summit)
    }
    /// The poll under way in a meeting; there is one at most.
    #[must_use]
    pub fn under_way(&self, meeting: MeetingId) -> Option<(PollId, &Poll)> {
        self.iter().rev().find(|(_, p)| p.opened.meeting == meeting && p.is_under_way())
    }
    pub(crate) fn next_id(&self) -> PollId {
        PollId(self.polls.len() as u32 + 1)
    }

    pub(crate) fn evolve(&mut self, event: &PollEvent, recorded: &Recorded) {
        let (at, position) = (recorded.at, recorded.position);
        match event {
            PollEvent::PollOpened { poll, .. } => self.polls.push(Poll {
                opened: poll.clone(),
                at,
                position,
                locked: None,
                decided: None,
                cancelled: None,
                intentions: Vec::new(),
                called: u32::from(poll.roll.is_some()),
                ballots: BTreeMap::new(),
            }),
            PollEvent::VoteCast { poll, organisation, choice, way, leaf } => self.change(*poll, |p| {
                if p.being_called() == Some(*organisation) {
                    p.called += 1;
                }
                let ballot = Ballot { choice: *choice, way: *way, at, position, leaf: leaf.clone() };
                p.ballots.insert(*organisation, ballot);
            }),
            PollEvent::CalledNext { poll, .. } => self.change(*poll, |p| p.called += 1),
            PollEvent::PollLocked { poll, .. } => self.change(*poll, |p| p.locked = Some((at, position))),
            PollEvent::ResultDeclared { poll, carried, by_chair } => self.change(*poll, |p| {
                p.decided = Some(Decided { carried: *carried, by_chair: *by_chair, at, position });
            }),
            PollEvent::PollCancelled { poll, reason } => self.change(*poll, |p| p.cancelled = Some(reason.clone())),
            PollEvent::IntentionNoted { poll, organisation, choice, way } => self.change(*poll, |p| {
                p.intentions.push(Intention { organisation: *organisation, choice: *choice, way: *way, at });
            }),
        }
    }
    fn change(&mut self, id: PollId, change: impl FnOnce(&mut Poll)) {
        if let Some(poll) = (id.0 as usize).checked_sub(1).and_then(|at| self.polls.get_mut(at)) {
            change(poll);
        }
    }
}

#[cfg(test)]
mod tests;
