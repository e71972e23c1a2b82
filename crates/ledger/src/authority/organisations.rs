//! Accreditors, clerks, organisations, their keys and their representatives.
use super::signers::By;
use super::state::{Organisation, Rep, Replay};
use crate::body::{Accredit, Delegate, Officers};
use crate::form::Key;
use crate::reason::Reason;
use crate::signature::Signature;

impl Replay {
    pub(super) fn evolve_officers(&mut self, officers: &Officers) {
        self.accreditors = officers.accreditors.iter().copied().collect();
        self.threshold = officers.threshold;
        self.clerks.clear();
        for clerk in &officers.clerks {
            self.clerks.entry(clerk.key).or_default().extend(clerk.duties.iter().copied());
        }
    }
    pub(super) fn evolve_accredit(&mut self, accredit: &Accredit) {
        let Accredit { org, country, category, names, key } = accredit;
        let found = self.organisations.entry(org.clone()).or_insert_with(|| Organisation {
            country: String::new(),
            category: String::new(),
            names: *names,
            accredited: false,
            keys: Vec::new(),
            seq: None,
        });
        (found.country, found.category, found.names) = (country.clone(), category.clone(), *names);
        // One that stands never changes the key; the first one sets it, and so may the first one after a `discredit`.
        if !found.accredited {
            found.keys.extend(key.map(|key| (self.size, key)));
        }
        found.accredited = true;
    }
    pub(super) fn judge_discredit(&self, org: &str, sigs: &[Signature]) -> Result<By, Reason> {
        self.known(org)?;
        self.by_accreditors(sigs)
    }
    pub(super) fn evolve_discredit(&mut self, org: &str) {
        if let Some(found) = self.organisations.get_mut(org) {
            found.accredited = false;
        }
    }
    pub(super) fn judge_rotate(&self, org: &str, sigs: &[Signature]) -> Result<By, Reason> {
        self.by_key_or_accreditors(sigs, self.known(org)?)
    }
    pub(super) fn evolve_rotate(&mut self, org: &str, key: Key, by: By) {
        let index = self.size;
        if let Some(found) = self.organisations.get_mut(org) {
            found.keys.push((index, key));
        }
        if by == By::Accreditors {
            for rep in self.reps.values_mut().filter(|rep| rep.org == org) {
                rep.ended.get_or_insert(index);
            }
        }
    }
    pub(super) fn judge_delegate(&self, delegate: &Delegate, sigs: &[Signature]) -> Result<By, Reason> {
        let organisation = self.accredited(&delegate.org)?;
        if self.reps.contains_key(&delegate.rep) {
            return Err(Reason::RepUsed(delegate.rep.clone()));
        }
        match organisation.key() {
            Some(key) => Self::by_key(sigs, Some(key)),
            None => self.by_accreditors(sigs),
        }
    }
    pub(super) fn evolve_delegate(&mut self, delegate: &Delegate) {
        let rep = Rep {
            org: delegate.org.clone(),
            key: delegate.key,
            scope: delegate.scope.iter().copied().collect(),
            until: delegate.until.clone(),
            since: self.size,
            ended: None,
        };
        self.reps.insert(delegate.rep.clone(), rep);
    }
    pub(super) fn judge_revoke(&self, org: &str, rep: &str, sigs: &[Signature]) -> Result<By, Reason> {
        let organisation = self.known(org)?;
        if self.reps.get(rep).is_none_or(|found| found.org != org) {
            return Err(Reason::UnknownRep(rep.to_owned()));
        }
        self.by_key_or_accreditors(sigs, organisation)
    }
    pub(super) fn evolve_revoke(&mut self, rep: &str) {
        if let Some(found) = self.reps.get_mut(rep) {
            found.ended.get_or_insert(self.size);
        }
    }
}
