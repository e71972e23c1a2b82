//! Votes as they were received, and what they add up to. Before the lock they are nobody's business but the voter's own.
use crate::{Moment, command::Way, id::OrganisationId};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// For what an organisation votes. Absent is whoever casts no vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// In favour.
    Yes,
    /// Against.
    No,
    /// Abstains: present, and not voting (rule 86).
    Abstain,
    /// Present, and takes no part.
    NotParticipating,
}

impl Choice {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Abstain, Self::NotParticipating];
    /// The written form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::NotParticipating => "not-participating",
        }
    }
}

/// A vote as it was received.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// For what.
    pub choice: Choice,
    /// By which way.
    pub way: Way,
    /// When.
    pub at: Moment,
    /// Place in the log.
    pub position: u64,
    /// The signed vote as it enters the record after the lock; empty when it was not signed.
    pub leaf: Vec<u8>,
}

impl fmt::Debug for Ballot {
    // A log line must not tell a vote either.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ballot").field("position", &self.position).finish_non_exhaustive()
    }
}

impl Ballot {
    /// Whether the vote enters the record.
    #[must_use]
    pub const fn is_signed(&self) -> bool {
        matches!(self.way, Way::Key | Way::Passkey)
    }
}

/// What the votes of a poll add up to, in votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// In favour.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Present and taking no part.
    pub not_participating: u32,
    /// Votes of the electorate that were not cast.
    pub absent: u32,
}

impl Tally {
    /// Counts the votes of an electorate.
    #[must_use]
    pub fn of(electorate: &BTreeMap<OrganisationId, u32>, choice: impl Fn(OrganisationId) -> Option<Choice>) -> Self {
        let mut tally = Self::default();
        for (organisation, votes) in electorate {
            *tally.slot(choice(*organisation)) += votes;
        }
        tally
    }
    const fn slot(&mut self, choice: Option<Choice>) -> &mut u32 {
        match choice {
            Some(Choice::Yes) => &mut self.yes,
            Some(Choice::No) => &mut self.no,
            Some(Choice::Abstain) => &mut self.abstain,
            Some(Choice::NotParticipating) => &mut self.not_participating,
            None => &mut self.absent,
        }
    }
    /// The votes for a choice; none is those that were not cast.
    #[must_use]
    pub const fn get(self, choice: Option<Choice>) -> u32 {
        let mut copy = self;
        *copy.slot(choice)
    }
    /// Those present and voting: yes and no (rule 86).
    #[must_use]
    pub const fn voting(self) -> u32 {
        self.yes + self.no
    }
    /// All votes of the electorate.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.voting() + self.abstain + self.not_participating + self.absent
    }
    /// Whether as many voted for as against, and somebody did.
    #[must_use]
    pub const fn is_tied(self) -> bool {
        self.yes == self.no && self.yes > 0
    }
}
