//! The rules of a summit as pure functions: no input or output, no async, no clock, no randomness.
//!
//! [`decide`] judges a [`Command`] against the [`State`] and answers with events or a reason why not;
//! [`State::evolve`] folds one event. Everything else in the house is machinery around these two.

pub mod accreditation;
pub mod authority;
pub mod command;
pub mod count;
pub mod country;
pub mod directory;
pub mod endorsement;
pub mod event;
pub mod floor;
pub mod id;
pub mod language;
pub mod limit;
pub mod moment;
pub mod person;
pub mod poll;
pub mod presence;
pub mod procedure;
pub mod profile;
pub mod programme;
mod recent;
pub mod refusal;
pub mod registry;
pub mod seat;
pub mod state;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod words;

pub use authority::Actor;
pub use command::Command;
pub use event::{Event, Recorded};
pub use moment::Moment;
pub use refusal::{FieldProblem, Invalid, No, Refusal};
pub use state::{State, decide};
