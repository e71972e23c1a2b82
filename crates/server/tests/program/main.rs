//! The program as people and other programs meet it: through its own binary, its network and the letters it sends.
#![expect(clippy::unwrap_used, reason = "tests")]
mod calendar;
mod commands;
mod desk;
mod limits;
mod lists;
mod lost;
mod mail;
mod places;
mod python;
mod record;
mod roll_call;
mod succeeded;
mod summit;
mod witnessed;
