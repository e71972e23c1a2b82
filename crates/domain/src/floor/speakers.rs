//! The list of speakers of one item: order, places, swaps, replies.
use super::Rank;
use crate::{
    Moment,
    command::Way,
    id::{OrganisationId, VenueId},
    words::{Interventions, SpeechSeconds},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, VecDeque};

/// Where the keys of representatives begin, so that every head of delegation comes before them.
const REPRESENTATIVES: u64 = 1 << 62;

/// Whether requests are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Requests {
    /// The chair has not opened the list.
    #[default]
    NotOpened,
    /// Requests are taken.
    Open,
    /// No further requests are taken; who is on the list speaks.
    Closed,
}

/// One delegation's request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who of the delegation will speak.
    pub rank: Rank,
    /// By which way the request came.
    pub way: Way,
    /// From which venue the delegation will speak, when it said so.
    pub venue: Option<VenueId>,
    /// When the request was recorded.
    pub at: Moment,
    key: u64,
}

/// A delegation that waits to reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Which.
    pub organisation: OrganisationId,
    /// By which way the request came.
    pub way: Way,
    /// From which venue it will speak.
    pub venue: Option<VenueId>,
}

/// The list of one item. A place is found by one hash look-up and one binary search; a request costs an append.
///
/// Each entry holds a key; the list is sorted by key. Moving entries permutes them among the keys that are there, so
/// that no key is ever invented between two others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Speakers {
    /// Whether requests are taken.
    pub requests: Requests,
    /// Speaking time of one intervention.
    pub limit_seconds: Option<SpeechSeconds>,
    /// How often one delegation may speak in this item; none is unlimited.
    pub interventions: Option<Interventions>,
    /// Whether heads of delegation come first (general debate).
    pub by_level: bool,
    order: Vec<(u64, OrganisationId)>,
    entries: HashMap<OrganisationId, Entry>,
    received: u64,
    spoken: HashMap<OrganisationId, u32>,
    swaps: HashMap<OrganisationId, OrganisationId>,
    replies: VecDeque<Reply>,
    replied: HashMap<OrganisationId, u32>,
}

impl Speakers {
    /// How many delegations wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }
    /// Whether nobody waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
    /// The delegations in their order.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, &Entry)> {
        self.order.iter().filter_map(|(_, o)| self.entries.get(o).map(|e| (*o, e)))
    }
    /// A delegation's request.
    #[must_use]
    pub fn entry(&self, organisation: OrganisationId) -> Option<&Entry> {
        self.entries.get(&organisation)
    }
    /// A delegation's place, counted from 1.
    #[must_use]
    pub fn place_of(&self, organisation: OrganisationId) -> Option<usize> {
        self.index_of(organisation).map(|i| i + 1)
    }
    /// Who stands at a place, counted from 1.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<OrganisationId> {
        self.order.get(place.checked_sub(1)?).map(|(_, o)| *o)
    }
    /// How often the delegation had the floor in this item, replies apart.
    #[must_use]
    pub fn spoken(&self, organisation: OrganisationId) -> u32 {
        self.spoken.get(&organisation).copied().unwrap_or(0)
    }
    /// Every delegation that had the floor in this item and how often, replies apart, in no order.
    pub fn heard(&self) -> impl Iterator<Item = (OrganisationId, u32)> {
        self.spoken.iter().map(|(organisation, times)| (*organisation, *times))
    }
    /// How often the delegation replied in this item.
    #[must_use]
    pub fn replied(&self, organisation: OrganisationId) -> u32 {
        self.replied.get(&organisation).copied().unwrap_or(0)
    }
    /// The delegations that wait to reply, in order received.
    pub fn replies(&self) -> impl Iterator<Item = &Reply> {
        self.replies.iter()
    }
    /// With whom the delegation proposed to swap places, if both still wait.
    #[must_use]
    pub fn swap_proposed_by(&self, organisation: OrganisationId) -> Option<OrganisationId> {
        self.swaps.get(&organisation).copied().filter(|with| self.entries.contains_key(with))
    }
    /// The proposals to swap places that wait for an answer: who proposed, and to whom.
    pub fn swaps(&self) -> impl Iterator<Item = (OrganisationId, OrganisationId)> {
        self.order.iter().filter_map(|(_, from)| Some((*from, self.swap_proposed_by(*from)?)))
    }
    /// Who proposed to swap places with the delegation, in the order of the list.
    pub fn swaps_proposed_to(&self, organisation: OrganisationId) -> impl Iterator<Item = OrganisationId> {
        let mut from: Vec<_> = self.swaps.iter().filter(|(_, with)| **with == organisation).map(|(from, _)| *from).collect();
        from.sort_by_key(|from| self.index_of(*from));
        from.into_iter()
    }

    fn index_of(&self, organisation: OrganisationId) -> Option<usize> {
        let key = self.entries.get(&organisation)?.key;
        self.order.binary_search_by_key(&key, |(k, _)| *k).ok()
    }
    pub(super) fn add(&mut self, organisation: OrganisationId, rank: Rank, way: Way, venue: Option<VenueId>, at: Moment) {
        self.received += 1;
        let first = self.by_level && rank == Rank::Head;
        let key = if first { self.received } else { REPRESENTATIVES + self.received };
        if self.order.last().is_none_or(|(last, _)| *last < key) {
            self.order.push((key, organisation));
        } else {
            let index = self.order.partition_point(|(k, _)| *k < key);
            self.order.insert(index, (key, organisation));
        }
        self.entries.insert(organisation, Entry { rank, way, venue, at, key });
    }
    pub(super) fn remove(&mut self, organisation: OrganisationId) {
        if let Some(index) = self.index_of(organisation) {
            self.order.remove(index);
        }
        self.entries.remove(&organisation);
        // Whoever comes back to the list comes without old proposals, its own or others'.
        self.swaps.retain(|from, with| *from != organisation && *with != organisation);
    }
    /// Moves a delegation to a place (counted from 1; beyond the end is the end); the others keep their order.
    pub(super) fn move_to(&mut self, organisation: OrganisationId, place: usize) {
        let Some(from) = self.index_of(organisation) else { return };
        let to = place.clamp(1, self.order.len()) - 1;
        let (low, high) = (from.min(to), from.max(to));
        let mut who: Vec<OrganisationId> = self.order[low..=high].iter().map(|(_, o)| *o).collect();
        if from < to {
            who.rotate_left(1);
        } else {
            who.rotate_right(1);
        }
        for (index, organisation) in (low..).zip(who) {
            self.put(index, organisation);
        }
    }
    pub(super) fn swap(&mut self, a: OrganisationId, b: OrganisationId) {
        if let (Some(i), Some(j)) = (self.index_of(a), self.index_of(b)) {
            self.put(i, b);
            self.put(j, a);
        }
        self.swaps.remove(&a);
        self.swaps.remove(&b);
    }
    fn put(&mut self, index: usize, organisation: OrganisationId) {
        self.order[index].1 = organisation;
        if let Some(entry) = self.entries.get_mut(&organisation) {
            entry.key = self.order[index].0;
        }
    }
    pub(super) fn propose_swap(&mut self, from: OrganisationId, with: OrganisationId) {
        self.swaps.insert(from, with);
    }
    pub(super) fn drop_swap(&mut self, from: OrganisationId) {
        self.swaps.remove(&from);
    }
    pub(super) fn add_reply(&mut self, reply: Reply) {
        self.replies.push_back(reply);
    }
    pub(super) fn remove_reply(&mut self, organisation: OrganisationId) {
        self.replies.retain(|r| r.organisation != organisation);
    }
    pub(super) fn count_spoken(&mut self, organisation: OrganisationId, reply: bool) {
        let counts = if reply { &mut self.replied } else { &mut self.spoken };
        *counts.entry(organisation).or_default() += 1;
    }
}
