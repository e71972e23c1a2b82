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
pub enum FloorCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FloorEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Floor {}
impl Floor {
    pub(crate) fn evolve(&mut self, event: &FloorEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn authorise(_: &State, _: &Seat, command: &FloorCommand) -> Result<(), Denied> {
    match *command {}
}
pub(crate) fn decide(_: &State, _: &Actor, command: &FloorCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
pub(crate) fn server_may(_: &crate::Command) -> bool {
    false
}
