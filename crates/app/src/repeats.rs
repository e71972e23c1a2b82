//! Whether an act that comes under a known id is the same one again: another act under it must not look done.
use crate::engine::Act;
use domain::limit;
use std::{
    collections::VecDeque,
    hash::{DefaultHasher, Hash, Hasher},
};

/// Bytes of writing room that are kept from act to act; a list's or a photo's are given back.
const ROOM: usize = 64 * 1024;

/// What was asked by the newest commands, as fingerprints by the position of each one's last event. It is forgotten with the process:
/// after a start an id alone decides.
#[derive(Default)]
pub(crate) struct Repeats {
    /// Positions grow, so that one is found by halving.
    prints: VecDeque<(u64, u64)>,
    room: Vec<u8>,
}

impl Repeats {
    /// Remembers an act that was carried out with its last event at a position.
    pub fn remember(&mut self, act: &Act, position: u64) {
        // One without events leaves no id behind either.
        if self.prints.back().is_some_and(|(last, _)| *last >= position) {
            return;
        }
        let print = self.print(act);
        self.prints.push_back((position, print));
        if self.prints.len() > limit::REMEMBERED_COMMANDS {
            self.prints.pop_front();
        }
    }

    /// Whether something else was carried out under the act's id, whose last event is at the position.
    pub fn is_another(&mut self, act: &Act, position: u64) -> bool {
        let found = self.prints.binary_search_by_key(&position, |(position, _)| *position);
        let known = found.ok().and_then(|at| self.prints.get(at)).map(|(_, print)| *print);
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
    use domain::{Actor, Command, command::CommandId, id::SeatId};

    fn act(seat: u32, id: u128, name: &str) -> Act {
        let names = serde_json::json!({ "name-series": { "names": { "en": name } } });
        let command = Command::Programme(serde_json::from_value(names).unwrap());
        Act { actor: Actor::Seat(SeatId(seat)), id: CommandId(id), command, address: None }
    }

    #[test]
    fn the_same_again_is_told_from_another_act_and_another_seat() {
        let mut repeats = Repeats::default();
        repeats.remember(&act(1, 1, "A"), 3);
        repeats.remember(&act(1, 2, "C"), 7);
        assert!(!repeats.is_another(&act(1, 1, "A"), 3), "the same again");
        assert!(repeats.is_another(&act(1, 1, "B"), 3), "other words");
        assert!(repeats.is_another(&act(2, 1, "A"), 3), "another seat");
        assert!(!repeats.is_another(&act(1, 2, "C"), 7), "the next one");
        assert!(!repeats.is_another(&act(1, 9, "B"), 2), "from before the start");
    }

    #[test]
    fn an_act_without_events_is_not_taken_for_the_one_before() {
        let mut repeats = Repeats::default();
        repeats.remember(&act(1, 1, "A"), 3);
        repeats.remember(&act(1, 2, "B"), 3);
        assert!(!repeats.is_another(&act(1, 1, "A"), 3));
    }

    #[test]
    fn no_more_is_remembered_than_the_state_remembers() {
        let mut repeats = Repeats::default();
        let all = limit::REMEMBERED_COMMANDS as u64 + 5;
        for position in 1..=all {
            repeats.remember(&act(1, position.into(), "A"), position);
        }
        assert_eq!(repeats.prints.len(), limit::REMEMBERED_COMMANDS);
        assert!(repeats.is_another(&act(1, all.into(), "B"), all), "the newest are known");
        assert!(!repeats.is_another(&act(1, 1, "B"), 1), "the oldest are forgotten");
    }
}
