//! The words that fields choose from.
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$item])* #[serde(rename = $word)] $variant),* }
        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The word in the record.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
            /// Reads the word; none when it is no such word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// A clerk's duty: which entries it may sign. Variants stand in the order of their words, as all these do.
    Duty {
        /// `delegation`.
        Delegation = "delegation",
        /// `minute` and `adopt`.
        Minute = "minute",
        /// `attested`.
        Paper = "paper",
        /// `poll`, `cast`, `lock` and `result`.
        Poll = "poll",
        /// `present`.
        Presence = "presence",
        /// `text` and `correct`.
        Text = "text",
    }
}
words! {
    /// What a passkey may sign.
    Scope {
        /// Acts on texts.
        Endorse = "endorse",
        /// Votes.
        Vote = "vote",
    }
}
words! {
    /// The four acts on a text.
    ActKind {
        /// Refuses.
        Decline = "decline",
        /// Endorses.
        Endorse = "endorse",
        /// Endorses with a reservation.
        EndorseWithReservation = "endorse-with-reservation",
        /// Takes an endorsement back.
        Withdraw = "withdraw",
    }
}
words! {
    /// How a text was adopted.
    How {
        /// Without objection.
        Consensus = "consensus",
        /// By the silence procedure.
        Silence = "silence",
        /// By vote.
        Vote = "vote",
    }
}
words! {
    /// How votes are taken.
    Method {
        /// Show of hands.
        Hands = "hands",
        /// Recorded vote.
        Recorded = "recorded",
        /// Roll-call vote.
        RollCall = "roll-call",
    }
}
words! {
    /// A choice in a vote.
    Choice {
        /// Abstention.
        Abstain = "abstain",
        /// Against.
        No = "no",
        /// Present and not participating.
        NotParticipating = "not-participating",
        /// In favour.
        Yes = "yes",
    }
}
words! {
    /// What a minute is about.
    MinuteKind {
        /// The speaker's clock.
        Clock = "clock",
        /// The meeting ended.
        Closed = "closed",
        /// Credentials.
        Credentials = "credentials",
        /// An election.
        Election = "election",
        /// An explanation of vote or position.
        Explanation = "explanation",
        /// A motion.
        Motion = "motion",
        /// The meeting was opened.
        Opened = "opened",
        /// A recording.
        Recording = "recording",
        /// A ruling of the chair.
        Ruling = "ruling",
    }
}

impl ActKind {
    /// Whether it makes its organisation one that endorses.
    #[must_use]
    pub const fn endorses(self) -> bool {
        matches!(self, Self::Endorse | Self::EndorseWithReservation)
    }
}
