//! The order of precedence: a lot picks the first seat, then alphabetical order in a stated language.
use super::{ProgrammeEvent, summit};
use crate::{
    No, Refusal, State,
    directory::{Category, Directory},
    id::{OrganisationId, SummitId},
    language::Language,
    state::{Decision, Given},
    words::{Digest, Name},
};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A drawn lot. Anybody can repeat it: the members of the directory at the event's position, in order of entry, counted from 0;
/// the first eight bytes of `lot`, big-endian, modulo `candidates` is the one drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Precedence {
    /// Who sits first.
    pub first: OrganisationId,
    /// Its name in the language of the order, on the day: the order begins there even when the organisation leaves.
    pub first_name: Name,
    /// The language whose alphabet, and collation, orders the others.
    pub language: Language,
    /// How many members took part in the draw.
    pub candidates: u32,
    /// What was drawn.
    pub lot: Digest,
}

impl Precedence {
    /// Puts organisations in order: alphabetically in the drawn language by `collate`, beginning at the drawn one and going
    /// round. Organisations that left the directory are left out. Equal names follow their order of entry.
    #[must_use]
    pub fn order(
        &self,
        directory: &Directory,
        organisations: impl IntoIterator<Item = OrganisationId>,
        collate: &dyn Fn(&str, &str) -> Ordering,
    ) -> Vec<OrganisationId> {
        let mut named: Vec<(&str, OrganisationId)> =
            organisations.into_iter().filter_map(|id| Some((name(directory, id, &self.language)?.as_str(), id))).collect();
        named.sort_by(|a, b| collate(a.0, b.0).then(a.1.cmp(&b.1)));
        named.dedup_by_key(|n| n.1);
        let drawn_now = name(directory, self.first, &self.language).unwrap_or(&self.first_name).as_str();
        let begin = named.partition_point(|n| collate(n.0, drawn_now).then(n.1.cmp(&self.first)) == Ordering::Less);
        named.rotate_left(begin);
        named.into_iter().map(|n| n.1).collect()
    }
    /// Whether the lot leads to `first` among these candidates.
    #[must_use]
    pub fn verifies(&self, candidates: &[OrganisationId]) -> bool {
        candidates.len() == self.candidates as usize && pick(self.lot, candidates) == Some(self.first)
    }
}

fn name<'a>(directory: &'a Directory, id: OrganisationId, language: &Language) -> Option<&'a Name> {
    directory.get(id)?.names.best(language.as_str()).map(|(_, n)| n)
}

fn pick(lot: Digest, candidates: &[OrganisationId]) -> Option<OrganisationId> {
    let eight = lot.0.iter().take(8).fold(0u64, |n, b| n << 8 | u64::from(*b));
    let index = eight.checked_rem(candidates.len() as u64)?;
    candidates.get(usize::try_from(index).ok()?).copied()
}

pub(super) fn draw(state: &State, summit: SummitId, language: &Language, given: &Given<'_>) -> Result<Decision, No> {
    let found = summit::open(&state.programme, summit, "summit")?;
    if let Some(drawn) = &found.precedence {
        return Err(Refusal::new("precedence-drawn").with("first", &drawn.first_name).into());
    }
    let candidates: Vec<_> = state.directory.iter().filter(|(_, o)| o.category == Category::Member).map(|(id, _)| id).collect();
    // Hashed, so that the lot on the record tells nothing of the entropy it came from.
    let lot = Digest::of(&[given.entropy.as_slice(), b"precedence"].concat());
    let drawn = pick(lot, &candidates).and_then(|first| Some((first, name(&state.directory, first, language)?.clone())));
    let (first, first_name) = drawn.ok_or(Refusal::new("nobody-to-draw"))?;
    let precedence = Precedence { first, first_name, language: language.clone(), candidates: candidates.len() as u32, lot };
    Ok(Decision::events([ProgrammeEvent::PrecedenceDrawn { summit, precedence }]))
}
