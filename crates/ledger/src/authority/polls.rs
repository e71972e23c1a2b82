//! Polls: casts are received unread, the lock ends them, votes are opened, the result is the recount.
use super::Refused;
use super::signers::{By, Checked};
use super::state::{PollState, Replay};
use crate::body::{Body, Choice, Content, Duty, Outcome, Poll, Scope, Tally, Vote};
use crate::entry::{Entry, Leaf};
use crate::form::Digest;
use crate::reason::Reason;
use crate::signature::Signature;

impl PollState {
    /// The figures of the opened votes; what the electorate did not use is absent.
    #[must_use]
    pub fn recount(&self) -> Tally {
        let of = |choice| self.votes.values().filter_map(|parts| parts.get(&choice)).sum();
        let mut tally = Tally {
            yes: of(Choice::Yes),
            no: of(Choice::No),
            abstain: of(Choice::Abstain),
            not_participating: of(Choice::NotParticipating),
            absent: 0,
        };
        let used = tally.yes + tally.no + tally.abstain + tally.not_participating;
        // Every vote was held against the electorate's, so no more are used than there are.
        tally.absent = self.electorate.values().sum::<u64>().saturating_sub(used);
        tally
    }
    /// An organisation whose counted `cast` has no `vote` yet.
    #[must_use]
    pub fn unopened(&self) -> Option<&String> {
        self.casts.keys().find(|org| !self.votes.contains_key(*org))
    }
}

impl Replay {
    fn poll(&self, poll: &str) -> Result<&PollState, Reason> {
        self.polls.get(poll).ok_or_else(|| Reason::UnknownPoll(poll.to_owned()))
    }
    /// The poll, which is locked and has no result.
    fn opening(&self, poll: &str) -> Result<&PollState, Reason> {
        let found = self.poll(poll)?;
        match found {
            PollState { result: Some(_), .. } => Err(Reason::PollClosed(poll.to_owned())),
            PollState { locked: None, .. } => Err(Reason::PollNotLocked(poll.to_owned())),
            _ => Ok(found),
        }
    }
    fn unlocked(&self, poll: &str) -> Result<&PollState, Reason> {
        Some(self.poll(poll)?).filter(|found| found.locked.is_none()).ok_or_else(|| Reason::PollLocked(poll.to_owned()))
    }
    pub(super) fn judge_poll(&self, poll: &Poll, sigs: &[Signature]) -> Result<By, Reason> {
        if self.polls.contains_key(&poll.poll) {
            return Err(Reason::PollTaken(poll.poll.clone()));
        }
        self.by_clerk(sigs, Duty::Poll)
    }
    pub(super) fn evolve_poll(&mut self, poll: &Poll) {
        let Poll { poll, meeting, question, method, electorate } = poll.clone();
        let state = PollState {
            index: self.size,
            meeting,
            question,
            method,
            electorate,
            casts: Default::default(),
            locked: None,
            votes: Default::default(),
            result: None,
        };
        self.polls.insert(poll, state);
    }
    pub(super) fn judge_cast(&self, poll: &str, org: &str, sigs: &[Signature]) -> Result<By, Reason> {
        let found = self.unlocked(poll)?;
        if !found.electorate.contains_key(org) {
            return Err(Reason::NotInElectorate(org.to_owned()));
        }
        self.accredited(org)?;
        self.by_clerk(sigs, Duty::Poll)
    }
    pub(super) fn evolve_cast(&mut self, poll: &str, org: &str, vote: Digest) {
        let index = self.size;
        if let Some(found) = self.polls.get_mut(poll) {
            found.casts.insert(org.to_owned(), (index, vote));
        }
    }
    pub(super) fn judge_lock(&self, poll: &str, sigs: &[Signature]) -> Result<By, Reason> {
        self.unlocked(poll)?;
        self.by_clerk(sigs, Duty::Poll)
    }
    pub(super) fn evolve_lock(&mut self, poll: &str) {
        let index = self.size;
        if let Some(found) = self.polls.get_mut(poll) {
            found.locked = Some(index);
        }
    }
    /// Authority is judged where the vote was cast, so a key that was replaced since still opens it.
    pub(super) fn judge_vote(&self, vote: &Vote, leaf: &Leaf, entry: &Entry) -> Result<By, Reason> {
        let found = self.opening(&vote.poll)?;
        let cast = found.casts.get(&vote.org).filter(|(_, digest)| *digest == leaf.body_digest());
        let (cast, _) = *cast.ok_or_else(|| Reason::NotTheCast(vote.org.clone()))?;
        self.vote_by(found, vote, entry, cast)
    }
    /// By whose authority a vote stands that is or would be cast at this index.
    fn vote_by(&self, found: &PollState, vote: &Vote, entry: &Entry, cast: u64) -> Result<By, Reason> {
        let votes: u64 = vote.parts.values().sum();
        if found.electorate.get(&vote.org).is_none_or(|most| votes > *most) {
            return Err(Reason::TooManyVotes(vote.org.clone()));
        }
        match &vote.rep {
            None => Self::by_key(&entry.sigs, self.known(&vote.org)?.key_at(cast)),
            Some(rep) => self.by_rep(entry, &vote.org, rep, Scope::Vote, cast),
        }
    }
    /// Whether a signed vote, cast by the next entry, could be opened after the lock; changes nothing. A server asks before it takes
    /// the cast, because a vote that cannot be opened would spoil the poll.
    ///
    /// # Errors
    /// [`Refused`] with what is wrong.
    pub fn would_open(&self, checked: &Checked) -> Result<(), Refused> {
        self.sound(checked)?;
        let entry = checked.leaf().entry().map_err(Clone::clone)?;
        checked.all_verify(entry, self)?;
        let Content::Vote(vote) = &entry.body.content else { return Err(Reason::Malformed("type").into()) };
        let found = self.unlocked(&vote.poll)?;
        if !found.electorate.contains_key(&vote.org) {
            return Err(Reason::NotInElectorate(vote.org.clone()).into());
        }
        self.accredited(&vote.org)?;
        self.vote_by(found, vote, entry, self.size)?;
        Ok(())
    }
    pub(super) fn evolve_vote(&mut self, vote: &Vote) {
        if let Some(found) = self.polls.get_mut(&vote.poll) {
            found.votes.insert(vote.org.clone(), vote.parts.clone());
        }
    }
    /// Judged last of all by its figures: one that a clerk signed and that is wrong spoils the poll.
    pub(super) fn judge_outcome(&self, outcome: &Outcome, sigs: &[Signature]) -> Result<By, Reason> {
        let found = self.opening(&outcome.poll)?;
        let by = self.by_clerk(sigs, Duty::Poll)?;
        if let Some(org) = found.unopened() {
            return Err(Reason::VoteMissing(org.clone()));
        }
        if found.recount() == outcome.tally { Ok(by) } else { Err(Reason::NotTheRecount) }
    }
    pub(super) fn evolve_outcome(&mut self, outcome: &Outcome) {
        self.close(outcome, Some(outcome.tally));
    }
    /// A result that a clerk signed and that is not the recount: every claim on the poll fails from now on.
    pub(super) fn spoil(&mut self, body: &Body) {
        if let Content::Outcome(outcome) = &body.content {
            self.close(outcome, None);
        }
    }
    fn close(&mut self, outcome: &Outcome, tally: Option<Tally>) {
        let index = self.size;
        if let Some(found) = self.polls.get_mut(&outcome.poll) {
            found.result = Some((index, tally));
        }
    }
}
