//! Geographical balance of a list of speakers: in a general debate the order is level, then preference, then geographical balance. The list
//! stands as received; this says which regions were heard, and whom the chair might move forward.
use super::Speakers;
use crate::{
    State,
    country::CountryCode,
    id::{ItemId, OrganisationId},
};
use std::collections::BTreeMap;

/// One region's part of a list of speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegionPart {
    /// Times its delegations had the floor in this item, replies apart.
    pub heard: u32,
    /// Its delegations that wait on the list.
    pub waiting: u32,
}

/// Whom the chair might hear next for balance: the first of its level from the least heard region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which delegation.
    pub organisation: OrganisationId,
    /// Its place on the list, counted from 1; never the first, who is heard anyway.
    pub place: usize,
    /// Its region (UN M49); none for international bodies and the convener's own places.
    pub region: Option<u16>,
}

/// The region (UN M49) of an organisation's home; international bodies and the convener's own places are of none.
#[must_use]
pub fn region_of(state: &State, organisation: OrganisationId) -> Option<u16> {
    let home = state.directory.get(organisation)?.home.as_ref()?;
    home.as_str().parse::<CountryCode>().ok().map(|code| code.region()).filter(|code| *code != 0)
}

/// Who was heard and who waits in an item, by region.
#[must_use]
pub fn by_region(state: &State, item: ItemId) -> BTreeMap<Option<u16>, RegionPart> {
    let mut parts: BTreeMap<Option<u16>, RegionPart> = BTreeMap::new();
    let Some(list) = state.floor.speakers(item) else { return parts };
    for (organisation, times) in list.heard() {
        parts.entry(region_of(state, organisation)).or_default().heard += times;
    }
    for (organisation, _) in list.iter() {
        parts.entry(region_of(state, organisation)).or_default().waiting += 1;
    }
    parts
}

/// The suggestion for the next speaker, where another region than that of the first on the list was heard less often. Level goes before
/// balance: where heads of delegation come first, nobody is suggested over a head who waits.
#[must_use]
pub fn suggestion(state: &State, item: ItemId) -> Option<Suggestion> {
    let list: &Speakers = state.floor.speakers(item)?;
    let parts = by_region(state, item);
    let heard = |region: Option<u16>| parts.get(&region).map_or(0, |part| part.heard);
    let (first, entry) = list.iter().next()?;
    let level = entry.rank;
    let waiting = (1usize..).zip(list.iter()).take_while(|(_, (_, e))| !list.by_level || e.rank == level);
    // Of equally seldom heard regions the one that waits first goes first.
    let (place, organisation, region) = waiting
        .map(|(place, (organisation, _))| (place, organisation, region_of(state, organisation)))
        .min_by_key(|(place, _, region)| (heard(*region), *place))?;
    let fairer = heard(region) < heard(region_of(state, first));
    fairer.then_some(Suggestion { organisation, place, region })
}
