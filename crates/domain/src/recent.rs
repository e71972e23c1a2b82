//! The newest commands, to recognise a repetition.
use crate::{command::CommandId, limit};
use hashbrown::{HashTable, hash_table::Entry};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    collections::VecDeque,
    hash::{BuildHasher, RandomState},
};

/// The ids of the newest [`limit::REMEMBERED_COMMANDS`] commands, each with the position of its last event.
///
/// Every command is looked up, entered and in the end taken out again, and most of that memory is cold: ids and positions stand in one
/// row in the order of time, and the table holds nothing but four bytes each, so that a new id is mostly told from the known ones
/// without a look at any of them.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// Oldest first.
    row: VecDeque<Known>,
    /// Where in time each stands, by its id.
    table: HashTable<u32>,
    /// The number in time of the first in the row. It wraps; never do so many commands stand in the row.
    first: u32,
    /// Ids are drawn by clients, so that the hash must be none that they could aim at.
    keys: RandomState,
}

/// An id in its two halves, which take less room than a whole that wants to be aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    id: [u64; 2],
    position: u64,
}

const fn halves(id: CommandId) -> [u64; 2] {
    [(id.0 >> 64) as u64, id.0 as u64]
}

impl Recent {
    /// The position of the last event of this command, if it was carried out among the newest
    /// [`limit::REMEMBERED_COMMANDS`].
    #[must_use]
    pub fn position_of(&self, id: CommandId) -> Option<u64> {
        let id = halves(id);
        let number = self.table.find(self.keys.hash_one(id), |number| self.id(*number) == Some(id))?;
        Some(self.row.get(number.wrapping_sub(self.first) as usize)?.position)
    }

    fn id(&self, number: u32) -> Option<[u64; 2]> {
        id_in(&self.row, self.first, number)
    }

    /// Remembers an event's command and position; the oldest is forgotten for it.
    pub(crate) fn remember(&mut self, id: CommandId, position: u64) {
        let id = halves(id);
        // A command's events follow one another.
        if let Some(last) = self.row.back_mut()
            && last.id == id
        {
            last.position = position;
            return;
        }
        let Self { row, table, first, keys } = self;
        let next = first.wrapping_add(row.len() as u32);
        let hash_of = |number: &u32| keys.hash_one(id_in(row, *first, *number).unwrap_or_default());
        match table.entry(keys.hash_one(id), |number| id_in(row, *first, *number) == Some(id), hash_of) {
            Entry::Occupied(at) => {
                let number = *at.get();
                if let Some(known) = row.get_mut(number.wrapping_sub(*first) as usize) {
                    known.position = position;
                }
                return;
            }
            Entry::Vacant(at) => {
                at.insert(next);
            }
        }
        row.push_back(Known { id, position });
        if row.len() > limit::REMEMBERED_COMMANDS
            && let Some(oldest) = row.pop_front()
        {
            if let Ok(at) = table.find_entry(keys.hash_one(oldest.id), |number| number == first) {
                at.remove();
            }
            *first = first.wrapping_add(1);
        }
    }
}

fn id_in(row: &VecDeque<Known>, first: u32, number: u32) -> Option<[u64; 2]> {
    row.get(number.wrapping_sub(first) as usize).map(|known| known.id)
}

impl PartialEq for Recent {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl Serialize for Recent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.row.iter().map(|known| (known.id, known.position)))
    }
}

impl<'de> Deserialize<'de> for Recent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let row = Vec::<([u64; 2], u64)>::deserialize(deserializer)?;
        let mut recent =
            Self { row: VecDeque::with_capacity(row.len()), table: HashTable::with_capacity(row.len()), ..Self::default() };
        for ([high, low], position) in row {
            recent.remember(CommandId(u128::from(high) << 64 | u128::from(low)), position);
        }
        Ok(recent)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_newest_are_known_and_the_oldest_forgotten() {
        // Far enough for the numbers in time to wrap.
        let mut recent = Recent { first: u32::MAX - 10, ..Recent::default() };
        let all = limit::REMEMBERED_COMMANDS as u64 + 100;
        for n in 0..all {
            recent.remember(CommandId(u128::from(n) << 60), n + 1);
        }
        let at = |n: u64| recent.position_of(CommandId(u128::from(n) << 60));
        assert_eq!((at(99), at(100), at(all - 1), at(all)), (None, Some(101), Some(all), None));
        assert_eq!((recent.row.len(), recent.table.len()), (limit::REMEMBERED_COMMANDS, limit::REMEMBERED_COMMANDS));
    }

    proptest! {
        #[test]
        fn a_map_would_say_the_same(ids in proptest::collection::vec(0..40_u128, 0..200)) {
            let (mut recent, mut map) = (Recent::default(), BTreeMap::new());
            for (at, id) in ids.into_iter().enumerate() {
                recent.remember(CommandId(id), at as u64);
                map.insert(id, at as u64);
            }
            let kept: Recent = postcard::from_bytes(&postcard::to_allocvec(&recent).unwrap()).unwrap();
            prop_assert_eq!(&kept, &recent);
            for id in 0..40 {
                prop_assert_eq!(recent.position_of(CommandId(id)), map.get(&id).copied());
                prop_assert_eq!(kept.position_of(CommandId(id)), map.get(&id).copied());
            }
        }
    }
}
