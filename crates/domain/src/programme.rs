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
pub enum ProgrammeCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ProgrammeEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Programme {}
impl Programme {
    pub(crate) fn evolve(&mut self, event: &ProgrammeEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn decide(_: &State, _: &Actor, command: &ProgrammeCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
use crate::id::{SummitId, VenueId};
impl Programme {
    /// The venue of this id.
    #[must_use]
    pub fn venue(&self, _: VenueId) -> Option<&()> {
        None
    }
    /// The summit of this id.
    #[must_use]
    pub fn summit(&self, _: SummitId) -> Option<&()> {
        None
    }
}
