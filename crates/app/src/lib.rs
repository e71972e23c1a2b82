//! The application: runs commands through one writer, holds the state, publishes what changed.
//!
//! A command's way: [`House::submit`] → the writer's bounded queue → [`domain::decide`] → one durable append for all
//! that queued meanwhile → fold into the published state → [`Audience`] → the caller's answer. Nothing else changes state.

pub mod clock;
pub mod codec;
pub mod engine;
pub mod house;
pub mod import;
pub mod letters;
pub mod mail;
pub mod people;
mod receipts;
pub mod record;
mod repeats;
pub mod side;
pub mod topic;
mod writer;

pub use clock::{Clock, Entropy, SystemClock, SystemEntropy};
pub use engine::{Act, Done, Failure, Outcome};
pub use house::{Audience, House, Setup};
pub use people::People;
pub use topic::Topic;
