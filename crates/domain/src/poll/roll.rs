//! The roll: alphabetical in a stated language, from a drawn lot.
use super::Roll;
use crate::{directory::Directory, id::OrganisationId, language::Language, words::Digest};
use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    locale::Locale,
};

/// Draws who is called first of the voters, and puts the others in order after it.
pub(super) fn call(directory: &Directory, voters: &[OrganisationId], language: &Language, entropy: &[u8; 32]) -> Roll {
    // Hashed, so that the lot on the record tells nothing of the entropy it came from.
    let lot = Digest::of(&[entropy.as_slice(), b"roll-call"].concat());
    let collator = collator(language);
    let compare = |a: &str, b: &str| collator.as_ref().map_or_else(|| a.cmp(b), |c| c.compare(a, b));
    let mut named: Vec<(String, OrganisationId)> = voters
        .iter()
        .map(|id| {
            let name = directory.get(*id).and_then(|o| o.names.best(language.as_str()).map(|(_, n)| n.to_string()));
            (name.unwrap_or_else(|| id.to_string()), *id)
        })
        .collect();
    named.sort_by(|a, b| compare(&a.0, &b.0).then(a.1.cmp(&b.1)));
    let first = first(lot, voters);
    let begin = named.iter().position(|(_, id)| Some(*id) == first).unwrap_or(0);
    named.rotate_left(begin);
    Roll { language: language.clone(), lot, order: named.into_iter().map(|(_, id)| id).collect() }
}

/// Whom the lot picks of the voters in order of entry.
fn first(lot: Digest, voters: &[OrganisationId]) -> Option<OrganisationId> {
    let eight = lot.0.iter().take(8).fold(0u64, |n, b| n << 8 | u64::from(*b));
    let index = eight.checked_rem(voters.len() as u64)?;
    voters.get(usize::try_from(index).ok()?).copied()
}

/// The language's collation; none when its tag names no known one, and then code points decide.
fn collator(language: &Language) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = language.as_str().parse().ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

impl Roll {
    /// Whether the lot leads to the first of the roll.
    #[must_use]
    pub fn verifies(&self) -> bool {
        let mut voters = self.order.clone();
        voters.sort_unstable();
        first(self.lot, &voters) == self.order.first().copied()
    }
    /// The place of an organisation, counted from 1.
    #[must_use]
    pub fn place_of(&self, organisation: OrganisationId) -> Option<u32> {
        self.order.iter().position(|o| *o == organisation).map(|at| at as u32 + 1)
    }
}
