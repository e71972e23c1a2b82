//! What is in force after the first entries of a log: the data that a replay keeps.
use crate::body::{ActKind, Choice, Duty, How, Id, Method, MinuteKind, Predecessor, RelyingParty, Scope, Symbol, Tally};
use crate::form::{Digest, Key, Moment, Nonce, PasskeyKey};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The replay of a log: what its first entries put in force. It can be stored and taken up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    pub(super) origin: String,
    pub(super) size: u64,
    pub(super) nonces: BTreeSet<Nonce>,
    pub(super) rp: Option<RelyingParty>,
    pub(super) names: Option<Digest>,
    pub(super) predecessor: Option<Predecessor>,
    pub(super) accreditors: BTreeSet<Key>,
    pub(super) threshold: u64,
    pub(super) clerks: BTreeMap<Key, BTreeSet<Duty>>,
    pub(super) organisations: BTreeMap<Id, Organisation>,
    pub(super) reps: BTreeMap<Id, Rep>,
    pub(super) texts: BTreeMap<Symbol, Text>,
    pub(super) manifests: BTreeMap<Digest, Symbol>,
    pub(super) acts: BTreeMap<Digest, BTreeMap<Id, Given>>,
    pub(super) polls: BTreeMap<Id, PollState>,
    pub(super) summits: BTreeMap<Id, Summit>,
    pub(super) minutes: Vec<Minuted>,
}

/// An organisation that was accredited at least once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its country, or nothing for an international body.
    pub country: String,
    /// Its category.
    pub category: Id,
    /// Digest of its names.
    pub names: Digest,
    /// Whether it is accredited now.
    pub accredited: bool,
    /// Its keys with the index since which each is in force, oldest first.
    pub keys: Vec<(u64, Key)>,
    /// The `seq` of its newest valid act.
    pub seq: Option<u64>,
}

impl Organisation {
    /// The key in force now.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.keys.last().map(|(_, key)| *key)
    }
    /// The key in force for an entry of this index.
    #[must_use]
    pub fn key_at(&self, index: u64) -> Option<Key> {
        self.keys.iter().rev().find(|(since, _)| *since < index).map(|(_, key)| *key)
    }
}

/// A representative's passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rep {
    /// The organisation.
    pub org: Id,
    /// The passkey.
    pub key: PasskeyKey,
    /// What it may sign.
    pub scope: BTreeSet<Scope>,
    /// It is live while the act's `at` is before this.
    pub until: Moment,
    /// Index of its `delegate`.
    pub since: u64,
    /// Index of the entry that ended it.
    pub ended: Option<u64>,
}

/// A text by symbol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its manifests and the indices that introduced them: the first text, then its corrections.
    pub manifests: Vec<(u64, Digest)>,
    /// Its adoptions.
    pub adoptions: Vec<Adoption>,
}

impl Text {
    /// The manifest in force.
    #[must_use]
    pub fn in_force(&self) -> Option<Digest> {
        self.manifests.last().map(|(_, manifest)| *manifest)
    }
}

/// An adoption of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// Index of the entry.
    pub index: u64,
    /// The meeting.
    pub meeting: Id,
    /// The manifest that was adopted.
    pub manifest: Digest,
    /// How.
    pub how: How,
    /// The poll, if there was one.
    pub poll: Option<Id>,
}

/// How an organisation's act was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Means {
    /// By the organisation's own key.
    Key,
    /// By a representative's passkey.
    Passkey,
    /// On paper, attested by a clerk.
    Paper,
}

/// An organisation's last valid act on a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Which act.
    pub kind: ActKind,
    /// How it was signed.
    pub means: Means,
    /// Index of the entry.
    pub index: u64,
    /// The reservation's manifest.
    pub reservation: Option<Digest>,
}

/// A poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollState {
    /// Index of its `poll`.
    pub index: u64,
    /// The meeting.
    pub meeting: Id,
    /// Digest of the question's manifest.
    pub question: Digest,
    /// How votes are taken.
    pub method: Method,
    /// Votes by organisation.
    pub electorate: BTreeMap<Id, u64>,
    /// The last `cast` of each organisation: its index and the digest of the vote's body.
    pub casts: BTreeMap<Id, (u64, Digest)>,
    /// Index of the `lock`.
    pub locked: Option<u64>,
    /// The opened votes.
    pub votes: BTreeMap<Id, BTreeMap<Choice, u64>>,
    /// Index of the `result` and its figures; without figures when it was not the recount, so that every claim on it fails.
    pub result: Option<(u64, Option<Tally>)>,
}

/// A summit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summit {
    /// Registered and accredited persons by organisation, the newest figures.
    pub delegations: BTreeMap<Id, (u64, u64)>,
    /// The commitments of those who were present.
    pub present: BTreeSet<Digest>,
    /// The organisations that were present.
    pub organisations: BTreeSet<Id>,
}

/// A minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minuted {
    /// Index of the entry.
    pub index: u64,
    /// The meeting.
    pub meeting: Id,
    /// What it minutes.
    pub kind: MinuteKind,
    /// Digest of the blob.
    pub sha256: Digest,
}

/// What is in force, to read.
impl Replay {
    /// The log's origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
    /// How many entries were replayed.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }
    /// Where passkeys are used; none before the genesis.
    #[must_use]
    pub const fn rp(&self) -> Option<&RelyingParty> {
        self.rp.as_ref()
    }
    /// Digest of the convener's names; none before the genesis.
    #[must_use]
    pub const fn names(&self) -> Option<&Digest> {
        self.names.as_ref()
    }
    /// The log that this one succeeds.
    #[must_use]
    pub const fn predecessor(&self) -> Option<&Predecessor> {
        self.predecessor.as_ref()
    }
    /// The accreditors in force.
    #[must_use]
    pub const fn accreditors(&self) -> &BTreeSet<Key> {
        &self.accreditors
    }
    /// How many accreditors must sign.
    #[must_use]
    pub const fn threshold(&self) -> u64 {
        self.threshold
    }
    /// The clerks in force and their duties.
    #[must_use]
    pub const fn clerks(&self) -> &BTreeMap<Key, BTreeSet<Duty>> {
        &self.clerks
    }
    /// The organisations, those without accreditation too.
    #[must_use]
    pub const fn organisations(&self) -> &BTreeMap<Id, Organisation> {
        &self.organisations
    }
    /// The representatives, those whose authority ended too.
    #[must_use]
    pub const fn reps(&self) -> &BTreeMap<Id, Rep> {
        &self.reps
    }
    /// The texts.
    #[must_use]
    pub const fn texts(&self) -> &BTreeMap<Symbol, Text> {
        &self.texts
    }
    /// The symbol under which a manifest was introduced.
    #[must_use]
    pub fn symbol_of(&self, manifest: &Digest) -> Option<&Symbol> {
        self.manifests.get(manifest)
    }
    /// The last valid act of each organisation on a manifest.
    #[must_use]
    pub fn acts_on(&self, manifest: &Digest) -> Option<&BTreeMap<Id, Given>> {
        self.acts.get(manifest)
    }
    /// The polls.
    #[must_use]
    pub const fn polls(&self) -> &BTreeMap<Id, PollState> {
        &self.polls
    }
    /// The summits.
    #[must_use]
    pub const fn summits(&self) -> &BTreeMap<Id, Summit> {
        &self.summits
    }
    /// The minutes in order.
    #[must_use]
    pub fn minutes(&self) -> &[Minuted] {
        &self.minutes
    }
}
