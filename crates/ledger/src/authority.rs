//! Authority by replay: which entries are valid, judged in order, each at its own index, and what they put in force.
mod organisations;
mod polls;
mod presence;
mod signers;
mod state;
mod texts;

pub use signers::Checked;
pub use state::{Adoption, Given, Means, Minuted, Organisation, PollState, Rep, Replay, Summit, Text};

use crate::body::{Body, Content, Duty, Genesis};
use crate::entry::{Entry, Leaf};
use crate::reason::{Broken, Reason};
use crate::signature::{Signature, Signer};
use signers::By;
use std::collections::BTreeSet;

/// Why a server refuses to append a leaf.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It would break the whole record.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// Its entry would be invalid.
    #[error(transparent)]
    Invalid(#[from] Reason),
}

impl Refused {
    /// The stable code of what is wrong.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Broken(broken) => broken.code(),
            Self::Invalid(reason) => reason.code(),
        }
    }
}

impl Replay {
    /// Before entry 0 of the log of this origin.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            size: 0,
            nonces: BTreeSet::new(),
            rp: None,
            names: None,
            predecessor: None,
            accreditors: BTreeSet::new(),
            threshold: 0,
            clerks: Default::default(),
            organisations: Default::default(),
            reps: Default::default(),
            texts: Default::default(),
            manifests: Default::default(),
            acts: Default::default(),
            polls: Default::default(),
            summits: Default::default(),
            minutes: Vec::new(),
        }
    }
    /// Checks a leaf's signatures with the passkeys that are known now: the slow part, which needs no exclusive access.
    #[must_use]
    pub fn check(&self, leaf: Leaf) -> Checked {
        Checked::new(leaf, self.rp.as_ref(), |rep| self.reps.get(rep).map(|rep| &rep.key))
    }
    /// Whether the leaf could be the next one and its entry valid; changes nothing.
    ///
    /// # Errors
    /// [`Refused`] with what is wrong.
    pub fn would_accept(&self, checked: &Checked) -> Result<(), Refused> {
        self.sound(checked)?;
        match self.judge(checked) {
            Ok(_) => Ok(()),
            Err(reason) if self.size == 0 => Err(Broken::Genesis(reason).into()),
            Err(reason) => Err(reason.into()),
        }
    }
    /// Takes the next leaf of the log: whether its entry is valid, in which case it is in force from now on.
    ///
    /// # Errors
    /// [`Broken`] when the whole record fails here; nothing is changed then.
    pub fn apply(&mut self, checked: &Checked) -> Result<Result<(), Reason>, Broken> {
        self.sound(checked)?;
        let judged = self.judge(checked);
        if let (0, Err(reason)) = (self.size, &judged) {
            return Err(Broken::Genesis(reason.clone()));
        }
        self.nonces.insert(checked.leaf().nonce());
        if let Ok(entry) = checked.leaf().entry() {
            match &judged {
                Ok(by) => self.evolve(&entry.body, *by),
                Err(Reason::NotTheRecount | Reason::VoteMissing(_)) => self.spoil(&entry.body),
                Err(_) => {}
            }
        }
        self.size += 1;
        Ok(judged.map(|_| ()))
    }
    /// What breaks the whole record when it stands at the next index.
    fn sound(&self, checked: &Checked) -> Result<(), Broken> {
        let leaf = checked.leaf();
        if leaf.log() != self.origin {
            return Err(Broken::OtherLog(leaf.log().chars().take(256).collect()));
        }
        if self.nonces.contains(&leaf.nonce()) {
            return Err(Broken::NonceRepeated(leaf.nonce()));
        }
        match (self.size, leaf.entry()) {
            (0, Ok(Entry { body: Body { content: Content::Genesis(_), .. }, .. })) => Ok(()),
            (0, Ok(_)) => Err(Broken::NoGenesis),
            (0, Err(reason)) => Err(Broken::Genesis(reason.clone())),
            _ => Ok(()),
        }
    }
    /// Whether the entry is valid at the next index, and by whose authority.
    fn judge(&self, checked: &Checked) -> Result<By, Reason> {
        let entry = checked.leaf().entry().map_err(Clone::clone)?;
        checked.all_verify(entry, self)?;
        let sigs = &entry.sigs;
        match &entry.body.content {
            Content::Genesis(genesis) => self.judge_genesis(genesis, sigs),
            Content::Officers(_) | Content::Accredit(_) => self.by_accreditors(sigs),
            Content::Discredit { org, .. } => self.judge_discredit(org, sigs),
            Content::Rotate { org, .. } => self.judge_rotate(org, sigs),
            Content::Delegate(delegate) => self.judge_delegate(delegate, sigs),
            Content::Revoke { org, rep } => self.judge_revoke(org, rep, sigs),
            Content::Text { symbol, manifest } => self.judge_text(symbol, manifest, sigs),
            Content::Adopt(adopt) => self.judge_adopt(adopt, sigs),
            Content::Act(act) => self.judge_act(act, entry),
            Content::Attested(attested) => self.judge_attested(attested, sigs),
            Content::Poll(poll) => self.judge_poll(poll, sigs),
            Content::Cast { poll, org, .. } => self.judge_cast(poll, org, sigs),
            Content::Lock { poll } => self.judge_lock(poll, sigs),
            Content::Vote(vote) => self.judge_vote(vote, checked.leaf(), entry),
            Content::Outcome(outcome) => self.judge_outcome(outcome, sigs),
            Content::Delegation { .. } => self.by_clerk(sigs, Duty::Delegation),
            Content::Present { persons, .. } => self.judge_present(persons, sigs),
            Content::Minute { .. } => self.by_clerk(sigs, Duty::Minute),
            Content::Correct(correct) => self.judge_correct(correct, sigs),
        }
    }
    /// Every accreditor signs entry 0, and nobody else.
    fn judge_genesis(&self, genesis: &Genesis, sigs: &[Signature]) -> Result<By, Reason> {
        if self.size != 0 {
            return Err(Reason::GenesisLater);
        }
        if !crate::form::is_origin(&self.origin) {
            return Err(Reason::Malformed("log"));
        }
        let signers: BTreeSet<_> = sigs.iter().map(Signature::signer).collect();
        let accreditors: BTreeSet<_> = genesis.accreditors.iter().map(|key| Signer::Key(*key)).collect();
        if let Some(stranger) = signers.difference(&accreditors).next() {
            return Err(Reason::MayNotSign(stranger.to_string()));
        }
        if signers == accreditors { Ok(By::Accreditors) } else { Err(Reason::NotSignedBy("every accreditor")) }
    }
    fn evolve(&mut self, body: &Body, by: By) {
        match &body.content {
            Content::Genesis(genesis) => {
                self.accreditors = genesis.accreditors.iter().copied().collect();
                self.threshold = genesis.threshold;
                self.rp = Some(genesis.rp.clone());
                self.names = Some(genesis.names);
                self.predecessor = genesis.predecessor.clone();
            }
            Content::Officers(officers) => self.evolve_officers(officers),
            Content::Accredit(accredit) => self.evolve_accredit(accredit),
            Content::Discredit { org, .. } => self.evolve_discredit(org),
            Content::Rotate { org, key } => self.evolve_rotate(org, *key, by),
            Content::Delegate(delegate) => self.evolve_delegate(delegate),
            Content::Revoke { rep, .. } => self.evolve_revoke(rep),
            Content::Text { symbol, manifest } => self.introduce(symbol, *manifest),
            Content::Adopt(adopt) => self.evolve_adopt(adopt),
            Content::Act(act) => self.evolve_act(act, by),
            Content::Attested(attested) => self.evolve_attested(attested),
            Content::Poll(poll) => self.evolve_poll(poll),
            Content::Cast { poll, org, vote } => self.evolve_cast(poll, org, *vote),
            Content::Lock { poll } => self.evolve_lock(poll),
            Content::Vote(vote) => self.evolve_vote(vote),
            Content::Outcome(outcome) => self.evolve_outcome(outcome),
            Content::Delegation { summit, org, registered, accredited } => {
                self.summit(summit).delegations.insert(org.clone(), (*registered, *accredited));
            }
            Content::Present { summit, persons } => self.evolve_present(summit, persons),
            Content::Minute { meeting, kind, sha256 } => {
                self.minutes.push(Minuted { index: self.size, meeting: meeting.clone(), kind: *kind, sha256: *sha256 });
            }
            Content::Correct(correct) => self.introduce(&correct.symbol, correct.to),
        }
    }
}
