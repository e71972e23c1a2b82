//! The book of people: the erasable store's content in memory. Names never stand in events, snapshots or logs.
use domain::{id::PersonId, state::PersonDetails};
use parking_lot::RwLock;
use std::collections::HashMap;

/// What is known of people, by their ids.
#[derive(Debug, Default)]
pub struct People(RwLock<HashMap<PersonId, PersonDetails>>);

impl People {
    /// What is known of this person; nothing after erasure.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<PersonDetails> {
        self.0.read().get(&id).cloned()
    }
    /// Given and family name, or nothing after erasure.
    #[must_use]
    pub fn name(&self, id: PersonId) -> Option<String> {
        let book = self.0.read();
        let person = book.get(&id)?;
        let name = format!("{} {}", person.given, person.family);
        Some(name.trim().to_owned())
    }
    /// How many people are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.read().len()
    }
    /// Whether nobody is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.read().is_empty()
    }
    pub(crate) fn apply(&self, changes: Vec<(PersonId, Option<PersonDetails>)>) {
        if changes.is_empty() {
            return;
        }
        let mut book = self.0.write();
        for (id, change) in changes {
            match change {
                Some(details) => book.insert(id, details),
                None => book.remove(&id),
            };
        }
    }
}
