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
pub enum EndorsementCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EndorsementEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Endorsements {}
impl Endorsements {
    pub(crate) fn evolve(&mut self, event: &EndorsementEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn authorise(_: &State, _: &Seat, command: &EndorsementCommand) -> Result<(), Denied> {
    match *command {}
}
pub(crate) fn decide(_: &State, _: &Actor, command: &EndorsementCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
