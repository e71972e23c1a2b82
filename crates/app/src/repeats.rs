//! Whether an act that comes under a known id is the same one again: another act under it must not look done.
use crate::engine::Act;
use domain::{command::CommandId, limit};
use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

/// Bytes of writing room that are kept from act to act; a list's or a photo's are given back.
const ROOM: usize = 64 * 1024;

/// What was asked under the newest ids, as fingerprints. It is forgotten with the process: after a start an id alone decides.
#[derive(Default)]
pub(crate) struct Repeats {
    newer: HashMap<CommandId, u64>,
    older: HashMap<CommandId, u64>,
    room: Vec<u8>,
}

impl Repeats {
    /// Remembers what was carried out under the act's id.
    pub fn remember(&mut self, act: &Act) {
        let print = self.print(act);
        // Two halves instead of an order: the older one goes as a whole, and together they hold what the state remembers.
        if self.newer.len() >= limit::REMEMBERED_COMMANDS / 2 {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(act.id, print);
    }

    /// Whether something else was carried out under the act's id.
    pub fn is_another(&mut self, act: &Act) -> bool {
        let known = self.newer.get(&act.id).or_else(|| self.older.get(&act.id)).copied();
        known.is_some_and(|known| known != self.print(act))
    }

    /// By whom and what. A collision can only be with what the same client sent under the same id.
    fn print(&mut self, act: &Act) -> u64 {
        let mut hasher = DefaultHasher::new();
        act.actor.seat().hash(&mut hasher);
        let mut room = std::mem::take(&mut self.room);
        room.clear();
        // A command that could not be written would count as the same again, as after a start.
        if let Ok(written) = postcard::to_extend(&act.command, room) {
            hasher.write(&written);
            self.room = written;
            self.room.shrink_to(ROOM);
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use domain::{Actor, Command, id::SeatId};

    fn act(seat: u32, id: u128, name: &str) -> Act {
        let names = serde_json::json!({ "name-series": { "names": { "en": name } } });
        let command = Command::Programme(serde_json::from_value(names).unwrap());
        Act { actor: Actor::Seat(SeatId(seat)), id: CommandId(id), command, address: None }
    }

    #[test]
    fn the_same_again_is_told_from_another_act_and_another_seat() {
        let mut repeats = Repeats::default();
        repeats.remember(&act(1, 1, "A"));
        assert!(!repeats.is_another(&act(1, 1, "A")), "the same again");
        assert!(repeats.is_another(&act(1, 1, "B")), "other words");
        assert!(repeats.is_another(&act(2, 1, "A")), "another seat");
        assert!(!repeats.is_another(&act(1, 2, "B")), "a new id");
    }

    #[test]
    fn no_more_is_remembered_than_the_state_remembers() {
        let mut repeats = Repeats::default();
        for id in 1..=limit::REMEMBERED_COMMANDS as u128 + 5 {
            repeats.remember(&act(1, id, "A"));
        }
        assert!(repeats.newer.len() + repeats.older.len() <= limit::REMEMBERED_COMMANDS);
        assert!(repeats.is_another(&act(1, limit::REMEMBERED_COMMANDS as u128, "B")), "the newest are known");
        assert!(!repeats.is_another(&act(1, 1, "B")), "the oldest are forgotten");
    }
}
