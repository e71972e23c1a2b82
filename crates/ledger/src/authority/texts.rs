//! Texts, their corrections and adoptions, and organisations' acts on them.
use super::signers::By;
use super::state::{Adoption, Given, Means, Replay, Text};
use crate::body::{Act, Adopt, Attested, Correct, Duty, Scope};
use crate::entry::Entry;
use crate::form::Digest;
use crate::reason::Reason;
use crate::signature::Signature;

impl Replay {
    pub(super) fn judge_text(&self, symbol: &str, manifest: &Digest, sigs: &[Signature]) -> Result<By, Reason> {
        if self.texts.contains_key(symbol) {
            return Err(Reason::SymbolTaken(symbol.to_owned()));
        }
        self.is_new(manifest)?;
        self.by_clerk(sigs, Duty::Text)
    }
    fn is_new(&self, manifest: &Digest) -> Result<(), Reason> {
        if self.manifests.contains_key(manifest) { Err(Reason::ManifestTaken) } else { Ok(()) }
    }
    /// A manifest is in force for its symbol from now on.
    pub(super) fn introduce(&mut self, symbol: &str, manifest: Digest) {
        let empty = || Text { manifests: Vec::new(), adoptions: Vec::new() };
        self.texts.entry(symbol.to_owned()).or_insert_with(empty).manifests.push((self.size, manifest));
        self.manifests.insert(manifest, symbol.to_owned());
    }
    pub(super) fn judge_correct(&self, correct: &Correct, sigs: &[Signature]) -> Result<By, Reason> {
        let in_force = self.texts.get(&correct.symbol).and_then(Text::in_force);
        if in_force != Some(correct.from) {
            return Err(Reason::NotInForce(correct.symbol.clone()));
        }
        self.is_new(&correct.to)?;
        self.by_clerk(sigs, Duty::Text)
    }
    pub(super) fn judge_adopt(&self, adopt: &Adopt, sigs: &[Signature]) -> Result<By, Reason> {
        if self.manifests.get(&adopt.manifest) != Some(&adopt.symbol) {
            return Err(Reason::UnknownManifest);
        }
        self.by_clerk(sigs, Duty::Minute)
    }
    pub(super) fn evolve_adopt(&mut self, adopt: &Adopt) {
        let index = self.size;
        if let Some(text) = self.texts.get_mut(&adopt.symbol) {
            let Adopt { meeting, manifest, how, poll, .. } = adopt.clone();
            text.adoptions.push(Adoption { index, meeting, manifest, how, poll });
        }
    }
    pub(super) fn judge_act(&self, act: &Act, entry: &Entry) -> Result<By, Reason> {
        let organisation = self.accredited(&act.org)?;
        let by = match &act.rep {
            None => Self::by_key(&entry.sigs, organisation.key())?,
            Some(rep) => self.by_rep(entry, &act.org, rep, Scope::Endorse, self.size)?,
        };
        self.in_order(&act.org, act.seq, &act.manifest)?;
        Ok(by)
    }
    pub(super) fn judge_attested(&self, attested: &Attested, sigs: &[Signature]) -> Result<By, Reason> {
        self.accredited(&attested.org)?;
        let by = self.by_clerk(sigs, Duty::Paper)?;
        self.in_order(&attested.org, attested.seq, &attested.manifest)?;
        Ok(by)
    }
    /// The act is after the organisation's others, and on a text that the record knows.
    fn in_order(&self, org: &str, seq: u64, manifest: &Digest) -> Result<(), Reason> {
        match self.known(org)?.seq {
            Some(last) if seq <= last => Err(Reason::SeqLow { seq, last }),
            _ if self.manifests.contains_key(manifest) => Ok(()),
            _ => Err(Reason::UnknownManifest),
        }
    }
    pub(super) fn evolve_act(&mut self, act: &Act, by: By) {
        let means = if by == By::Passkey { Means::Passkey } else { Means::Key };
        let given = Given { kind: act.kind, means, index: self.size, reservation: act.reservation };
        self.give(&act.org, act.seq, act.manifest, given);
    }
    pub(super) fn evolve_attested(&mut self, attested: &Attested) {
        let given = Given { kind: attested.act, means: Means::Paper, index: self.size, reservation: None };
        self.give(&attested.org, attested.seq, attested.manifest, given);
    }
    fn give(&mut self, org: &str, seq: u64, manifest: Digest, given: Given) {
        if let Some(found) = self.organisations.get_mut(org) {
            found.seq = Some(seq);
        }
        self.acts.entry(manifest).or_default().insert(org.to_owned(), given);
    }
}
