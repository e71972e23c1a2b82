//! The book of people: the erasable store's content in memory. Names never stand in events, snapshots or logs.
use crate::engine::PeopleChanges;
use crate::record::{Commitment, Kept};
use domain::{id::PersonId, state::PersonDetails};
use parking_lot::RwLock;
use std::collections::HashMap;

/// What is known of people, by their ids.
#[derive(Debug, Default)]
pub struct People {
    book: RwLock<HashMap<PersonId, PersonDetails>>,
    commitments: RwLock<HashMap<PersonId, Vec<Commitment>>>,
}

impl People {
    /// What is known of this person; nothing after erasure.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<PersonDetails> {
        self.book.read().get(&id).cloned()
    }
    /// Given and family name, or nothing after erasure.
    #[must_use]
    pub fn name(&self, id: PersonId) -> Option<String> {
        let book = self.book.read();
        let person = book.get(&id)?;
        let name = format!("{} {}", person.given, person.family);
        Some(name.trim().to_owned())
    }
    /// The people of whom this holds, in the order of their numbers, at most `most`.
    pub fn matching(&self, most: usize, holds: impl Fn(&PersonDetails) -> bool) -> Vec<PersonId> {
        let mut found: Vec<PersonId> = self.book.read().iter().filter(|(_, details)| holds(details)).map(|(id, _)| *id).collect();
        found.sort_unstable();
        found.truncate(most);
        found
    }
    /// A person as the store keeps one: details and what opens the commitments of presence.
    #[must_use]
    pub fn kept(&self, id: PersonId) -> Option<Kept> {
        let details = self.get(id)?;
        Some(Kept { details, commitments: self.commitments.read().get(&id).cloned().unwrap_or_default() })
    }
    /// The stored bytes of a person with these details; none when they cannot be written.
    pub(crate) fn to_bytes(&self, id: PersonId, details: &PersonDetails) -> Option<Vec<u8>> {
        let commitments = self.commitments.read().get(&id).cloned().unwrap_or_default();
        Kept { details: details.clone(), commitments }.to_bytes().ok()
    }
    pub(crate) fn committed(&self, list: Vec<(PersonId, Commitment)>) {
        if list.is_empty() {
            return;
        }
        let mut all = self.commitments.write();
        for (person, commitment) in list {
            let known = all.entry(person).or_default();
            if known.iter().all(|c| c.summit != commitment.summit) {
                known.push(commitment);
            }
        }
    }
    /// How many people are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.book.read().len()
    }
    /// Whether nobody is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.book.read().is_empty()
    }
    /// Changes as they are to be kept: each over what is known of the person from this batch (`earlier`) or the book.
    pub(crate) fn merged(&self, changes: PeopleChanges, earlier: &PeopleChanges) -> PeopleChanges {
        if changes.is_empty() {
            return changes;
        }
        // The last word of the batch counts; one pass, however many people the batch has.
        let earlier: HashMap<PersonId, Option<&PersonDetails>> = earlier.iter().map(|(id, d)| (*id, d.as_ref())).collect();
        let book = self.book.read();
        let known = |id: &PersonId| earlier.get(id).copied().unwrap_or_else(|| book.get(id));
        changes.into_iter().map(|(id, change)| (id, change.map(|details| details.onto(known(&id))))).collect()
    }
    pub(crate) fn apply(&self, changes: Vec<(PersonId, Option<PersonDetails>)>) {
        if changes.is_empty() {
            return;
        }
        let mut book = self.book.write();
        for (id, change) in changes {
            match change {
                Some(details) => book.insert(id, details),
                None => {
                    // What opens a commitment goes with the person: the record keeps a number that leads nowhere.
                    self.commitments.write().remove(&id);
                    book.remove(&id)
                }
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_joins_what_is_known_from_the_book_or_the_same_batch() {
        let named = |family: &str| PersonDetails { family: family.to_owned(), ..PersonDetails::default() };
        let badge = || Some(PersonDetails::badge("0123456789".to_owned()));
        let people = People::default();
        people.apply(vec![(PersonId(1), Some(named("Book"))), (PersonId(2), Some(named("Erased")))]);
        let earlier = vec![(PersonId(2), None), (PersonId(3), Some(named("First"))), (PersonId(3), Some(named("Batch")))];
        let changes = vec![(PersonId(1), badge()), (PersonId(2), badge()), (PersonId(3), badge()), (PersonId(4), None)];
        let merged = people.merged(changes, &earlier);
        let told: Vec<_> =
            merged.iter().map(|(id, d)| (id.0, d.as_ref().map(|d| (d.family.as_str(), d.badge_code.as_str())))).collect();
        let code = "0123456789";
        assert_eq!(told, [(1, Some(("Book", code))), (2, Some(("", code))), (3, Some(("Batch", code))), (4, None)]);
    }
}
