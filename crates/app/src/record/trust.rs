//! Whom the record asks its readers to trust, for people to read: its policy and the officers in force.
use super::RecordView;
use ledger::{Key, body::Predecessor, form::to_base64url};

/// A clerk in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClerkInForce {
    /// Of its key, for people to compare.
    pub fingerprint: String,
    /// What it may sign: `text`, `poll`, `presence`, `delegation`, `minute`, `paper`.
    pub duties: Vec<&'static str>,
    /// Whether this server holds its private key.
    pub held: bool,
}

/// A witness of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessKnown {
    /// How the policy names it.
    pub name: String,
    /// Its public line.
    pub key: String,
    /// Where it is asked, when the policy says so.
    pub url: Option<String>,
}

/// How many of whom must have confirmed a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// How many.
    pub needed: usize,
    /// Of these witnesses and groups, by name.
    pub of: Vec<String>,
}

/// What the record's policy says, and who is in force by its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The log's origin.
    pub origin: String,
    /// The log's public line (a vkey); none where it is not known here.
    pub vkey: Option<String>,
    /// The fingerprint of the log's key.
    pub fingerprint: Option<String>,
    /// SHA-256 of the first entry, which names the accreditors.
    pub genesis: Option<String>,
    /// How many entries there are.
    pub entries: u64,
    /// Fingerprints of the accreditors in force.
    pub accreditors: Vec<String>,
    /// How many of them must sign together.
    pub threshold: u64,
    /// How many of their private keys this server holds.
    pub held: u64,
    /// The clerks in force.
    pub clerks: Vec<ClerkInForce>,
    /// The witnesses of the policy.
    pub witnesses: Vec<WitnessKnown>,
    /// Whose confirmation a served checkpoint has; none when the log's own signature is enough.
    pub quorum: Option<Quorum>,
    /// The record that this one succeeds.
    pub predecessor: Option<Predecessor>,
}

impl RecordView {
    /// Whom to trust, as of the newest durable entry.
    #[must_use]
    pub fn trusted(&self) -> Trusted {
        let (setup, replay) = (self.setup(), self.replay());
        let log = setup.policy.logs.first();
        let held = setup.accreditors.iter().filter(|key| replay.accreditors().contains(&key.public())).count();
        let clerk = |(key, duties): (&Key, &std::collections::BTreeSet<ledger::body::Duty>)| ClerkInForce {
            fingerprint: key.fingerprint(),
            duties: duties.iter().map(|duty| duty.as_str()).collect(),
            held: *key == setup.clerk.public(),
        };
        let witness = |party: &ledger::policy::Party| WitnessKnown {
            name: party.name.clone(),
            key: party.key.to_string(),
            url: party.url.clone(),
        };
        Trusted {
            origin: setup.origin.clone(),
            vkey: log.map(|party| party.key.to_string()),
            fingerprint: log.and_then(|party| Key::parse(&to_base64url(party.key.public()))).map(|key| key.fingerprint()),
            genesis: self.genesis().map(|digest| digest.to_string()),
            entries: replay.size(),
            accreditors: replay.accreditors().iter().map(Key::fingerprint).collect(),
            threshold: replay.threshold(),
            held: held as u64,
            clerks: replay.clerks().iter().map(clerk).collect(),
            witnesses: setup.policy.witnesses.iter().map(witness).collect(),
            quorum: self.quorum(),
            predecessor: replay.predecessor().cloned(),
        }
    }

    /// The quorum of the policy; a group's members stay as they are named, be they witnesses or groups.
    fn quorum(&self) -> Option<Quorum> {
        let policy = &self.setup().policy;
        let name = policy.quorum.as_ref()?;
        let group = policy.groups.iter().find(|group| group.name == *name);
        Some(group.map_or_else(
            || Quorum { needed: 1, of: vec![name.clone()] },
            |group| Quorum { needed: group.threshold, of: group.members.clone() },
        ))
    }
}
