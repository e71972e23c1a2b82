//! Presence as salted commitments: one of each person and summit, entered in batches, erased with the person.
//!
//! Time is cut into intervals of [`super::PRESENCE_MS`] or more, counted from the record's beginning, so that not even a batch of one person
//! tells when within the interval that person came. Whoever came in one interval is entered at the end of the next: so the closing of a summit
//! can enter all who still wait, for the time since the last batch's people came is a whole interval and more.
use super::{Entered, Pen, Recorder, Signer};
use domain::{
    Moment, State,
    id::{PersonId, SummitId},
    presence::PresenceEvent,
    state::PersonDetails,
};
use ledger::{
    body::{Content, MAX_PERSONS},
    form::Digest,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A person's commitment for one summit: what opens it lives beside the person's details and goes with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The summit.
    pub summit: SummitId,
    /// 32 bytes nobody can guess.
    pub salt: [u8; 32],
    /// Canonical JSON of names, organisation and summit, as they were committed to.
    pub preimage: String,
}

/// Somebody who was checked in and is not entered yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    summit: SummitId,
    /// When; after a start, when nobody remembers, the moment of the first look.
    came: Option<Moment>,
}

/// A person as the erasable store keeps one: the details, then the commitments. Records from before there were any end earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What is known of the person.
    pub details: PersonDetails,
    /// What opens the person's commitments.
    pub commitments: Vec<Commitment>,
}

impl Kept {
    /// The stored bytes.
    ///
    /// # Errors
    /// When postcard cannot write it.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let bytes = postcard::to_allocvec(&self.details)?;
        if self.commitments.is_empty() { Ok(bytes) } else { postcard::to_extend(&self.commitments, bytes) }
    }
}

/// A person as stored.
///
/// # Errors
/// When the bytes are none.
pub fn kept(bytes: &[u8]) -> Result<Kept, postcard::Error> {
    let (details, rest) = postcard::take_from_bytes(bytes)?;
    let commitments = if rest.is_empty() { Vec::new() } else { postcard::from_bytes(rest)? };
    Ok(Kept { details, commitments })
}

impl Recorder {
    pub(super) fn touched_by_presence(&mut self, state: &State, event: &PresenceEvent, at: Moment) {
        let PresenceEvent::CheckedIn { person, .. } = event else { return };
        let delegation = state.accreditation.member(*person).and_then(|m| state.accreditation.delegation(m.delegation));
        if let Some(delegation) = delegation {
            let waiting = Waiting { summit: delegation.summit, came: Some(at) };
            self.dirty.present.entry(*person).or_insert(waiting);
        }
    }

    pub(super) fn touch_all_presence(&mut self, state: &State) {
        for (id, delegation) in state.accreditation.delegations() {
            for (person, _) in state.accreditation.members(id) {
                // Whoever holds a badge has an attendance; whoever was scanned, a change of it.
                if state.presence.attendance(person).is_some_and(|a| a.changed.is_some()) {
                    self.dirty.present.entry(person).or_insert(Waiting { summit: delegation.summit, came: None });
                }
            }
        }
    }

    pub(super) fn settle_presence(
        &mut self,
        state: &State,
        people: &crate::People,
        now: Moment,
        pen: &mut Pen<'_>,
        entered: &mut Entered,
    ) {
        let this = self.interval(now);
        let closed = |id: SummitId| state.programme.summit(id).is_some_and(|s| s.closed.is_some());
        let (mut due, mut wait) = (Vec::new(), BTreeMap::new());
        for (person, waiting) in std::mem::take(&mut self.dirty.present) {
            let came = waiting.came.unwrap_or(now);
            if closed(waiting.summit) || this - self.interval(came) >= 2 {
                due.push((person, waiting.summit));
            } else {
                wait.insert(person, Waiting { came: Some(came), ..waiting });
            }
        }
        self.dirty.present = wait;
        let mut batches: BTreeMap<SummitId, Vec<(PersonId, String, Commitment, Digest)>> = BTreeMap::new();
        for (person, summit) in due {
            if let Some(one) = self.commit(state, people, person, summit, pen) {
                batches.entry(summit).or_default().push(one);
            }
        }
        for (summit, batch) in batches {
            for part in batch.chunks(MAX_PERSONS) {
                let mut persons: Vec<(String, Digest)> = part.iter().map(|(_, org, _, d)| (org.clone(), *d)).collect();
                persons.sort_unstable_by_key(|(org, digest)| (org.clone(), digest.to_string()));
                let before = entered.leaves.len();
                self.enter(pen, Content::Present { summit: summit.to_string(), persons }, Signer::Clerk, entered);
                if entered.leaves.len() > before {
                    entered.commitments.extend(part.iter().map(|(person, _, commitment, _)| (*person, commitment.clone())));
                }
            }
        }
    }

    /// The number of the interval that a moment lies in, counted from the record's beginning.
    fn interval(&self, at: Moment) -> i64 {
        (at.0 - self.began.0).div_euclid(self.setup.presence_ms.max(1))
    }

    /// A person's commitment, unless there is one already, the person was erased or the organisation is not in the record.
    fn commit(
        &self,
        state: &State,
        people: &crate::People,
        person: PersonId,
        summit: SummitId,
        pen: &mut Pen<'_>,
    ) -> Option<(PersonId, String, Commitment, Digest)> {
        let member = state.accreditation.member(person)?;
        let org = state.accreditation.delegation(member.delegation)?.organisation.to_string();
        if !self.replay.organisations().get(&org).is_some_and(|o| o.accredited) {
            return None;
        }
        let kept = people.kept(person)?;
        if kept.commitments.iter().any(|c| c.summit == summit) {
            return None;
        }
        let salt = pen.draw();
        let PersonDetails { family, given, .. } = &kept.details;
        let preimage = serde_json::json!({ "family": family, "given": given, "org": org, "summit": summit.to_string() });
        let preimage = String::from_utf8(ledger::canonical(&preimage).ok()?).ok()?;
        let digest = ledger::text::commitment(&salt, family, given, &org, &summit.to_string()).ok()?;
        Some((person, org, Commitment { summit, salt, preimage }, digest))
    }
}
