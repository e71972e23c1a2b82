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
pub enum PresenceCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PresenceEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Presence {}
impl Presence {
    pub(crate) fn evolve(&mut self, event: &PresenceEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn authorise(_: &State, _: &Seat, command: &PresenceCommand) -> Result<(), Denied> {
    match *command {}
}
pub(crate) fn decide(_: &State, _: &Actor, command: &PresenceCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
