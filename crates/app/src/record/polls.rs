//! Polls in the record: a vote's digest at once, the vote itself after the lock, then the result that everybody recounts.
use super::{Asked, Entered, Pen, Recorder, acts::own_device, blobs, digest, refuses};
use domain::{
    No, Refusal, State,
    id::{OrganisationId, PollId},
    poll::{self, Choice, Method, Opened, Phase, PollEvent},
};
use ledger::{
    Broken, Checked, Leaf,
    body::{self, Content, Outcome, Poll, Tally, Vote},
};
use std::collections::BTreeMap;

impl Recorder {
    /// The entries of what happened in a poll.
    pub(super) fn poll(&self, asked: &Asked<'_>, event: &PollEvent, pen: &mut Pen<'_>, entered: &mut Entered) -> Result<(), No> {
        match event {
            PollEvent::PollOpened { id, poll } if poll.in_record => self.opened(asked, *id, poll, pen, entered),
            PollEvent::VoteCast { poll, organisation, choice, leaf, .. } if !leaf.is_empty() => {
                self.cast(asked, *poll, *organisation, *choice, pen, entered)
            }
            PollEvent::PollLocked { poll, .. } => self.locked(asked.state, *poll, pen, entered),
            _ => Ok(()),
        }
    }

    fn opened(&self, asked: &Asked<'_>, id: PollId, poll: &Opened, pen: &mut Pen<'_>, entered: &mut Entered) -> Result<(), No> {
        entered.blobs.extend(blobs::of_question(asked.state, id, &poll.question).ok_or(No::unknown("text"))?);
        let method = match poll.method {
            Method::Recorded => body::Method::Recorded,
            Method::RollCall => body::Method::RollCall,
            Method::Hands => body::Method::Hands,
        };
        let content = Poll {
            poll: id.to_string(),
            meeting: poll.meeting.to_string(),
            question: digest(poll.manifest),
            method,
            electorate: poll.electorate.iter().map(|(org, votes)| (org.to_string(), u64::from(*votes))).collect(),
        };
        Ok(self.clerk(pen, Content::Poll(content), entered)?)
    }

    /// The cast of a signed vote. Whether the vote can be opened is judged now: afterwards nobody could mend it.
    fn cast(
        &self,
        asked: &Asked<'_>,
        id: PollId,
        organisation: OrganisationId,
        choice: Choice,
        pen: &mut Pen<'_>,
        entered: &mut Entered,
    ) -> Result<(), No> {
        let differs = |what: &'static str| No::from(Refusal::new("signed-otherwise").with("field", what));
        let poll = asked.state.polls.get(id).ok_or(No::unknown("poll"))?;
        let symbol = poll.opened.question.symbol(asked.state, id).map(|s| s.to_string()).unwrap_or_default();
        let signed = asked.signed.ok_or(Refusal::new("signature-required").with("symbol", symbol))?;
        let body = &signed.leaf().entry().map_err(refuses)?.body;
        let Content::Vote(said) = &body.content else { return Err(differs("type")) };
        if said.poll != id.to_string() {
            return Err(differs("poll"));
        }
        if said.org != organisation.to_string() {
            return Err(differs("org"));
        }
        if said.parts != parts(poll, organisation, choice) {
            return Err(differs("parts"));
        }
        own_device(asked, said.rep.as_deref())?;
        if self.waiting.contains_key(&signed.leaf().nonce()) {
            let repeated = Broken::NonceRepeated(signed.leaf().nonce());
            return Err(refuses(&repeated).into());
        }
        self.replay.would_open(signed).map_err(|r| refuses(&r))?;
        let vote = signed.leaf().body_digest();
        self.clerk(pen, Content::Cast { poll: said.poll.clone(), org: said.org.clone(), vote }, entered)?;
        entered.waiting.push(signed.clone());
        Ok(())
    }

    /// The lock, the votes in order of their organisations, the result.
    fn locked(&self, state: &State, id: PollId, pen: &mut Pen<'_>, entered: &mut Entered) -> Result<(), No> {
        let Some(known) = self.replay.polls().get(&id.to_string()) else { return Ok(()) };
        let poll = state.polls.get(id).ok_or(No::unknown("poll"))?;
        self.clerk(pen, Content::Lock { poll: id.to_string() }, entered)?;
        // Counted from the casts of the record itself: votes on paper are told beside it.
        let mut tally = Tally { absent: known.electorate.values().sum(), ..Tally::default() };
        for organisation in poll.opened.electorate.keys() {
            let Some(ballot) = poll.own(*organisation).filter(|ballot| ballot.is_signed()) else { continue };
            let leaf = Leaf::parse(&ballot.leaf).map_err(|broken| refuses(&broken))?;
            let vote = self.waiting.get(&leaf.nonce()).filter(|w| w.leaf().bytes() == leaf.bytes()).cloned();
            entered.leaves.push(vote.unwrap_or_else(|| self.replay.check(leaf)));
            let votes = u64::from(poll.opened.electorate.get(organisation).copied().unwrap_or_default());
            *slot(&mut tally, ballot.choice) += votes;
            tally.absent = tally.absent.saturating_sub(votes);
        }
        Ok(self.clerk(pen, Content::Outcome(Outcome { poll: id.to_string(), tally }), entered)?)
    }

    /// Whether another leaf took the nonce of a vote that waits for its lock: then that vote could never be opened.
    pub(super) fn is_waited_for(&self, one: &Checked) -> bool {
        self.waiting.get(&one.leaf().nonce()).is_some_and(|waiting| waiting.leaf().bytes() != one.leaf().bytes())
    }

    /// Keeps the votes that wait, once their casts are folded; those that were opened wait no longer.
    pub(crate) fn took(&mut self, entered: &Entered) {
        for one in &entered.leaves {
            self.waiting.remove(&one.leaf().nonce());
        }
        self.waiting.extend(entered.waiting.iter().map(|vote| (vote.leaf().nonce(), vote.clone())));
    }

    /// The votes that wait in open polls, after a start.
    pub(crate) fn wait_for_votes(&mut self, state: &State) {
        for (_, poll) in state.polls.iter().filter(|(_, p)| p.phase() == Phase::Open && p.opened.in_record) {
            for ballot in poll.opened.electorate.keys().filter_map(|o| poll.own(*o)).filter(|b| b.is_signed()) {
                match Leaf::parse(&ballot.leaf) {
                    Ok(leaf) => drop(self.waiting.insert(leaf.nonce(), self.replay.check(leaf))),
                    Err(broken) => tracing::error!(position = ballot.position, %broken, "a vote that waits is broken"),
                }
            }
        }
    }
}

/// The parts of an organisation's whole vote: all its votes for one choice.
pub(super) fn parts(poll: &poll::Poll, organisation: OrganisationId, choice: Choice) -> BTreeMap<body::Choice, u64> {
    let votes = poll.opened.electorate.get(&organisation).copied().unwrap_or_default();
    let choice = match choice {
        Choice::Yes => body::Choice::Yes,
        Choice::No => body::Choice::No,
        Choice::Abstain => body::Choice::Abstain,
        Choice::NotParticipating => body::Choice::NotParticipating,
    };
    [(choice, u64::from(votes))].into()
}

const fn slot(tally: &mut Tally, choice: Choice) -> &mut u64 {
    match choice {
        Choice::Yes => &mut tally.yes,
        Choice::No => &mut tally.no,
        Choice::Abstain => &mut tally.abstain,
        Choice::NotParticipating => &mut tally.not_participating,
    }
}

/// The body of a vote to sign.
pub(super) fn vote(
    state: &State,
    id: PollId,
    organisation: OrganisationId,
    choice: Choice,
    rep: Option<String>,
) -> Option<Content> {
    let poll = state.polls.get(id)?;
    Some(Content::Vote(Vote {
        poll: id.to_string(),
        org: organisation.to_string(),
        rep,
        parts: parts(poll, organisation, choice),
    }))
}

/// The figures of a poll in the record; none where it has no result there.
#[must_use]
pub fn recounted(record: &super::RecordView, id: PollId) -> Option<Tally> {
    ledger::count::result(&record.replay(), &id.to_string()).ok()
}
