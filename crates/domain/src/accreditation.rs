//! Being written.
use crate::{
    Actor, No, Recorded, State,
    refusal::Denied,
    seat::Seat,
    state::{Decision, Given},
};
use serde::{Deserialize, Serialize};

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AccreditationCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AccreditationEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Accreditation {}
impl Accreditation {
    pub(crate) fn evolve(&mut self, event: &AccreditationEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn authorise(_: &State, _: &Seat, command: &AccreditationCommand) -> Result<(), Denied> {
    match *command {}
}
pub(crate) fn decide(_: &State, _: &Actor, command: &AccreditationCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
use crate::id::OrganisationId;
impl Accreditation {
    /// Whether the organisation ever had a delegation.
    #[must_use]
    pub fn has_delegation(&self, _: OrganisationId) -> bool {
        false
    }
}
