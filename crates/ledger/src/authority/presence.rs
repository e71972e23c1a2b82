//! Delegations and who was present.
use super::signers::By;
use super::state::{Replay, Summit};
use crate::body::{Duty, Id};
use crate::form::Digest;
use crate::reason::Reason;
use crate::signature::Signature;

impl Replay {
    pub(super) fn summit(&mut self, summit: &str) -> &mut Summit {
        self.summits.entry(summit.to_owned()).or_default()
    }
    pub(super) fn judge_present(&self, persons: &[(Id, Digest)], sigs: &[Signature]) -> Result<By, Reason> {
        for (org, _) in persons {
            self.accredited(org)?;
        }
        self.by_clerk(sigs, Duty::Presence)
    }
    pub(super) fn evolve_present(&mut self, summit: &str, persons: &[(Id, Digest)]) {
        let found = self.summit(summit);
        for (org, commitment) in persons {
            found.present.insert(*commitment);
            if !found.organisations.contains(org) {
                found.organisations.insert(org.clone());
            }
        }
    }
}
