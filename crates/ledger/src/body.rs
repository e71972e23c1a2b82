//! What an entry says: the header that all bodies share, and the content by type.
mod read;
mod words;
mod write;

use crate::form::{Digest, Key, Moment, Nonce, PasskeyKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use words::{ActKind, Choice, Duty, How, Method, MinuteKind, Scope};

/// An id of an organisation, representative, poll, summit, meeting or category: `[a-z0-9-]{1,64}`.
pub type Id = String;
/// A document's symbol: `[A-Z0-9][A-Za-z0-9./()*-]{0,79}`.
pub type Symbol = String;

/// The body of an entry: what is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The log's origin.
    pub log: String,
    /// Sixteen random bytes, never repeated in a log.
    pub nonce: Nonce,
    /// When the body was made; it need not grow.
    pub at: Moment,
    /// What it says.
    pub content: Content,
}

/// What a body says, by its `type`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Entry 0: who accredits, and where passkeys are used.
    Genesis(Genesis),
    /// New accreditors and clerks.
    Officers(Officers),
    /// An organisation is accredited.
    Accredit(Accredit),
    /// An organisation's accreditation ends.
    Discredit {
        /// The organisation.
        org: Id,
        /// Digest of the reason, which is kept elsewhere.
        reason: Digest,
    },
    /// An organisation's key is replaced.
    Rotate {
        /// The organisation.
        org: Id,
        /// Its new key.
        key: Key,
    },
    /// An organisation appoints a representative's passkey.
    Delegate(Delegate),
    /// A representative's authority ends.
    Revoke {
        /// The organisation.
        org: Id,
        /// Its representative.
        rep: Id,
    },
    /// A document's text is introduced.
    Text {
        /// Its symbol.
        symbol: Symbol,
        /// Digest of its manifest.
        manifest: Digest,
    },
    /// A text is adopted.
    Adopt(Adopt),
    /// An organisation's act on a text.
    Act(Act),
    /// An organisation's act on paper, attested by a clerk.
    Attested(Attested),
    /// A vote is opened.
    Poll(Poll),
    /// An organisation's vote is received, unread.
    Cast {
        /// The poll.
        poll: Id,
        /// The organisation.
        org: Id,
        /// Digest of the vote's body.
        vote: Digest,
    },
    /// A poll is locked: no later cast counts.
    Lock {
        /// The poll.
        poll: Id,
    },
    /// An organisation's vote is opened.
    Vote(Vote),
    /// A poll's result.
    Outcome(Outcome),
    /// The size of an organisation's delegation.
    Delegation {
        /// The summit.
        summit: Id,
        /// The organisation.
        org: Id,
        /// Persons registered.
        registered: u64,
        /// Persons accredited.
        accredited: u64,
    },
    /// Persons who were present, as commitments.
    Present {
        /// The summit.
        summit: Id,
        /// Organisation and commitment of each, sorted, at most [`MAX_PERSONS`].
        persons: Vec<(Id, Digest)>,
    },
    /// A blob of a meeting's record is bound.
    Minute {
        /// The meeting.
        meeting: Id,
        /// What it minutes.
        kind: MinuteKind,
        /// Digest of the blob.
        sha256: Digest,
    },
    /// A text is corrected from the beginning.
    Correct(Correct),
}

/// Most persons of one `present`.
pub const MAX_PERSONS: usize = 400;

/// The `genesis`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genesis {
    /// The accreditors' keys, sorted.
    pub accreditors: Vec<Key>,
    /// How many of them must sign.
    pub threshold: u64,
    /// Digest of the names of the convener.
    pub names: Digest,
    /// Where passkeys are used.
    pub rp: RelyingParty,
    /// The log that this one succeeds.
    pub predecessor: Option<Predecessor>,
}

/// The relying party of WebAuthn: where passkeys are used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelyingParty {
    /// Its id, a domain.
    pub id: String,
    /// Its origins, compared byte for byte.
    pub origins: Vec<String>,
}

/// A log that another one succeeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessor {
    /// Its origin.
    pub log: String,
    /// Its last known size.
    pub size: u64,
    /// Its root at that size.
    pub root: [u8; 32],
}

/// New lists of accreditors and clerks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officers {
    /// The accreditors' keys, sorted.
    pub accreditors: Vec<Key>,
    /// How many of them must sign.
    pub threshold: u64,
    /// The clerks.
    pub clerks: Vec<Clerk>,
}

/// A clerk: a key for daily duties, which the server may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clerk {
    /// The key.
    pub key: Key,
    /// The duties, sorted by their names.
    pub duties: Vec<Duty>,
}

/// An accreditation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accredit {
    /// The organisation.
    pub org: Id,
    /// Its country, or nothing for an international body.
    pub country: String,
    /// Its category.
    pub category: Id,
    /// Digest of its names.
    pub names: Digest,
    /// Its key, if it has one.
    pub key: Option<Key>,
}

/// An appointment of a representative's passkey (always `webauthn-es256`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegate {
    /// The organisation.
    pub org: Id,
    /// The representative, used once in a log.
    pub rep: Id,
    /// The passkey.
    pub key: PasskeyKey,
    /// What it may sign, sorted by their names.
    pub scope: Vec<Scope>,
    /// It is live while the act's `at` is before this.
    pub until: Moment,
}

/// An adoption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopt {
    /// The meeting.
    pub meeting: Id,
    /// The text's symbol.
    pub symbol: Symbol,
    /// Digest of its manifest.
    pub manifest: Digest,
    /// How it was adopted.
    pub how: How,
    /// The poll, if there was one.
    pub poll: Option<Id>,
}

/// An organisation's act on a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Which act.
    pub kind: ActKind,
    /// The organisation.
    pub org: Id,
    /// Above that of every earlier valid act of the organisation.
    pub seq: u64,
    /// The representative who signs; none when the organisation's own key does.
    pub rep: Option<Id>,
    /// Digest of the text's manifest.
    pub manifest: Digest,
    /// Digest of the reservation's manifest, exactly when the act is an endorsement with one.
    pub reservation: Option<Digest>,
}

/// An organisation's act on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attested {
    /// Which act.
    pub act: ActKind,
    /// The organisation.
    pub org: Id,
    /// Above that of every earlier valid act of the organisation.
    pub seq: u64,
    /// Digest of the text's manifest.
    pub manifest: Digest,
    /// Digest of the evidence, which is kept elsewhere.
    pub evidence: Digest,
}

/// A poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// Its id, used once in a log.
    pub poll: Id,
    /// The meeting.
    pub meeting: Id,
    /// Digest of the question's manifest.
    pub question: Digest,
    /// How votes are taken.
    pub method: Method,
    /// Votes by organisation.
    pub electorate: BTreeMap<Id, u64>,
}

/// An opened vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The poll.
    pub poll: Id,
    /// The organisation.
    pub org: Id,
    /// The representative who signs; none when the organisation's own key does.
    pub rep: Option<Id>,
    /// Votes by choice.
    pub parts: BTreeMap<Choice, u64>,
}

/// A poll's result, in votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The poll.
    pub poll: Id,
    /// The figures.
    pub tally: Tally,
}

/// The five figures of a result, in votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tally {
    /// In favour.
    pub yes: u64,
    /// Against.
    pub no: u64,
    /// Abstaining.
    pub abstain: u64,
    /// Present and not participating.
    pub not_participating: u64,
    /// Votes of the electorate that were not used.
    pub absent: u64,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correct {
    /// The text's symbol.
    pub symbol: Symbol,
    /// Digest of the manifest in force.
    pub from: Digest,
    /// Digest of the new manifest.
    pub to: Digest,
    /// The languages whose texts differ, sorted.
    pub languages: Vec<String>,
}

impl Content {
    /// The `type` in the record.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Genesis(_) => "genesis",
            Self::Officers(_) => "officers",
            Self::Accredit(_) => "accredit",
            Self::Discredit { .. } => "discredit",
            Self::Rotate { .. } => "rotate",
            Self::Delegate(_) => "delegate",
            Self::Revoke { .. } => "revoke",
            Self::Text { .. } => "text",
            Self::Adopt(_) => "adopt",
            Self::Act(act) => act.kind.as_str(),
            Self::Attested(_) => "attested",
            Self::Poll(_) => "poll",
            Self::Cast { .. } => "cast",
            Self::Lock { .. } => "lock",
            Self::Vote(_) => "vote",
            Self::Outcome(_) => "result",
            Self::Delegation { .. } => "delegation",
            Self::Present { .. } => "present",
            Self::Minute { .. } => "minute",
            Self::Correct(_) => "correct",
        }
    }
}
