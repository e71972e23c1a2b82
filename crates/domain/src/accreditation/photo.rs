//! Photos of members: who may set and remove them. The pictures live in the erasable store; the state knows that there is one.
use super::{AccreditationEvent, entry::find_open};
use crate::{Actor, FieldProblem, Invalid, No, Refusal, State, accreditation::Standing, id::PersonId, limit, state::Decision};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A picture that was checked and written anew. Never in an event, never in a log: `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Photo(pub Vec<u8>);

impl fmt::Debug for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Photo({} bytes)", self.0.len())
    }
}

pub(super) fn set(state: &State, actor: &Actor, person: PersonId, photo: &Photo) -> Result<Decision, No> {
    let (member, delegation) = find_open(state, person)?;
    // As with the name: whoever was verified stays that person, and the desk goes by the face.
    let verified = member.standing != Standing::Pending && delegation.credentials.admits_singly();
    if verified && !actor.is_secretariat(state) {
        return Err(Refusal::new("photo-verified").into());
    }
    if photo.0.is_empty() {
        return Err(Invalid::new("photo", FieldProblem::Empty).into());
    }
    if photo.0.len() > limit::PHOTO_BYTES {
        return Err(Invalid::new("photo", FieldProblem::FileTooLarge { limit_kib: limit::PHOTO_BYTES / 1024 }).into());
    }
    let mut decision = Decision::events([AccreditationEvent::PhotoSet { person }]);
    decision.photos.push((person, Some(photo.clone())));
    Ok(decision)
}

pub(super) fn remove(state: &State, person: PersonId) -> Result<Decision, No> {
    state.accreditation.member(person).ok_or(No::unknown("person"))?;
    if state.accreditation.photo_of(person).is_none() {
        return Err(Refusal::new("no-photo").into());
    }
    let mut decision = Decision::events([AccreditationEvent::PhotoRemoved { person }]);
    decision.photos.push((person, None));
    Ok(decision)
}
