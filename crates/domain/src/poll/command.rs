//! What can be asked of polls, and what happened in them.
use super::{Choice, Method, Question, Tally};
use crate::{
    command::{OnPaper, Way},
    id::{ItemId, MeetingId, OrganisationId, PollId, SummitId, TextId},
    language::{InLanguages, Language},
    procedure::Quorum,
    profile::{Fraction, Tie},
    words::{Digest, Flag, Line, Weight},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked of polls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum PollCommand {
    /// Puts a question to the vote; from now on nothing interrupts the voting but a point of order on its conduct (rule 88).
    OpenPoll {
        /// In which meeting; it is in progress, and nobody has the floor.
        meeting: MeetingId,
        /// The text whose newest revision is voted on; none when `question` is put.
        #[serde(default)]
        text: Option<TextId>,
        /// The question in its authentic languages; none when a text is voted on.
        #[serde(default)]
        question: Option<InLanguages<Line>>,
        /// How votes are taken.
        method: Method,
        /// The language in whose alphabetical order the roll is called; the summit's first one when it is left out.
        #[serde(default)]
        language: Option<Language>,
        /// Votes of organisations that have more or fewer than one; only where the profile has weights.
        #[serde(default)]
        weights: BTreeMap<OrganisationId, Weight>,
    },
    /// Casts an organisation's vote, or another one in its place: the last one before the lock counts.
    CastVote {
        /// In which poll.
        poll: PollId,
        /// For what.
        choice: Choice,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Goes on to the next of the roll; whoever was called and did not answer may still vote until the lock.
    CallNext {
        /// In which poll.
        poll: PollId,
        /// Who is being called as the caller saw it: a second press does not pass over the next one.
        organisation: OrganisationId,
    },
    /// Ends the voting: no vote changes afterwards, and only now are they opened and counted.
    LockPoll {
        /// Which.
        poll: PollId,
    },
    /// Declares the result; a text that was carried is adopted.
    DeclareResult {
        /// Of which poll.
        poll: PollId,
        /// How the chair decides a tie, where the profile leaves it to the chair.
        #[serde(default)]
        casting: Option<Flag>,
    },
    /// Gives the voting up before its lock: the votes cast are never opened.
    CancelPoll {
        /// Which.
        poll: PollId,
        /// Why.
        reason: Line,
    },
    /// Minutes how an organisation meant to vote; the result stays.
    NoteIntention {
        /// In which poll; it is locked.
        poll: PollId,
        /// What it had meant.
        choice: Choice,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
}

/// A poll as it was opened: everything that is fixed from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Of which summit.
    pub summit: SummitId,
    /// In which meeting.
    pub meeting: MeetingId,
    /// On which item; none when no item was under discussion.
    pub item: Option<ItemId>,
    /// What is asked.
    pub question: Question,
    /// SHA-256 of the question's manifest.
    pub manifest: Digest,
    /// How votes are taken.
    pub method: Method,
    /// The order in which the roll is called, and how it came about; none for other methods.
    pub roll: Option<Roll>,
    /// Who may vote, with how many votes.
    pub electorate: BTreeMap<OrganisationId, u32>,
    /// The quorum to decide, as it was when the voting began.
    pub quorum: Quorum,
    /// More than this part of those present and voting carries.
    pub majority: Fraction,
    /// What becomes of a tie.
    pub tie: Tie,
    /// Whether votes must be signed, and enter the verifiable record.
    pub in_record: bool,
}

/// The order of a roll-call. Anybody can repeat it: the voters in order of entry, counted from 0; the first eight bytes of `lot`,
/// big-endian, modulo their number is the one called first, and the alphabet of `language` goes on from there and round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// In which language's alphabetical order.
    pub language: Language,
    /// What was drawn.
    pub lot: Digest,
    /// All voters.
    pub order: Vec<OrganisationId>,
}

/// What happened in polls. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum PollEvent {
    /// A question was put to the vote.
    PollOpened {
        /// Its id.
        id: PollId,
        /// Everything that is fixed.
        poll: Opened,
    },
    /// An organisation's vote was received. Nobody but the organisation is told for what before the lock.
    VoteCast {
        /// In which poll.
        poll: PollId,
        /// Whose.
        organisation: OrganisationId,
        /// For what.
        choice: Choice,
        /// By which way.
        way: Way,
        /// The signed vote as it enters the record after the lock; empty when it was not signed.
        leaf: Vec<u8>,
    },
    /// The roll went on past an organisation that did not answer.
    CalledNext {
        /// In which poll.
        poll: PollId,
        /// Who did not answer.
        organisation: OrganisationId,
    },
    /// The voting ended, and the votes were opened.
    PollLocked {
        /// Which.
        poll: PollId,
        /// What they add up to.
        tally: Tally,
        /// How each organisation voted; empty for a show of hands, where nobody is named.
        votes: Vec<(OrganisationId, Choice)>,
    },
    /// The chair declared the result.
    ResultDeclared {
        /// Of which poll.
        poll: PollId,
        /// Whether the question was carried.
        carried: bool,
        /// Whether the chair decided a tie.
        by_chair: bool,
    },
    /// The voting was given up.
    PollCancelled {
        /// Which.
        poll: PollId,
        /// Why.
        reason: Line,
    },
    /// How an organisation meant to vote was minuted.
    IntentionNoted {
        /// In which poll.
        poll: PollId,
        /// Whose.
        organisation: OrganisationId,
        /// What it had meant.
        choice: Choice,
        /// By which way.
        way: Way,
    },
}

impl PollEvent {
    /// The poll it concerns.
    #[must_use]
    pub const fn poll(&self) -> PollId {
        match self {
            Self::PollOpened { id: poll, .. }
            | Self::VoteCast { poll, .. }
            | Self::CalledNext { poll, .. }
            | Self::PollLocked { poll, .. }
            | Self::ResultDeclared { poll, .. }
            | Self::PollCancelled { poll, .. }
            | Self::IntentionNoted { poll, .. } => *poll,
        }
    }
}
