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
pub enum TextCommand {}
/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TextEvent {}
/// The state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {}
impl Texts {
    pub(crate) fn evolve(&mut self, event: &TextEvent, _: &Recorded) {
        match *event {}
    }
}
pub(crate) fn authorise(_: &State, _: &Seat, command: &TextCommand) -> Result<(), Denied> {
    match *command {}
}
pub(crate) fn decide(_: &State, _: &Actor, command: &TextCommand, _: &Given) -> Result<Decision, No> {
    match *command {}
}
