//! Headcounts: registered, accredited and present are three counts, always told apart, each as of a position of the log.
use crate::{
    Moment, State,
    directory::{Category, Home},
    id::{OrganisationId, SummitId, VenueId},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The headline figures of a summit. International bodies have no country and never count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headcount {
    /// Of which summit.
    pub summit: SummitId,
    /// As of which position of the log.
    pub position: u64,
    /// When the event of that position was decided.
    pub at: Moment,
    /// Members entered and not withdrawn.
    pub registered: u32,
    /// Members accredited.
    pub accredited: u32,
    /// Accredited members present, at venues and remotely.
    pub present: u32,
    /// Of those present, the ones taking part remotely.
    pub remote: u32,
    /// Organisations invited.
    pub organisations_invited: u32,
    /// Organisations with a registered member.
    pub organisations_registered: u32,
    /// Organisations whose delegation is seated.
    pub organisations_accredited: u32,
    /// Organisations with somebody present.
    pub organisations_present: u32,
    /// Countries of the organisations with a registered member.
    pub countries_registered: u32,
    /// Countries of the seated organisations.
    pub countries_accredited: u32,
    /// Countries of the organisations present.
    pub countries_present: u32,
    /// Venues with somebody present.
    pub venues_present: u32,
}

/// The headcount of a summit now. Reads counts that are kept as events come: it costs the same at any size.
#[must_use]
pub fn headcount(state: &State, summit: SummitId) -> Headcount {
    let entered = state.accreditation.count(summit);
    let present = state.presence.count(summit);
    Headcount {
        summit,
        position: state.position,
        at: state.at,
        registered: entered.registered,
        accredited: entered.accredited,
        present: present.present,
        remote: present.remote,
        organisations_invited: entered.organisations_invited,
        organisations_registered: entered.organisations_registered,
        organisations_accredited: entered.organisations_accredited,
        organisations_present: present.organisations,
        countries_registered: entered.countries_registered,
        countries_accredited: entered.countries_accredited,
        countries_present: present.countries,
        venues_present: present.venues,
    }
}

/// One row of a breakdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Organisations invited.
    pub organisations_invited: u32,
    /// Organisations with a registered member.
    pub organisations_registered: u32,
    /// Organisations whose delegation is seated.
    pub organisations_accredited: u32,
    /// Organisations with somebody present.
    pub organisations_present: u32,
    /// Countries of the seated organisations of the row.
    pub countries_accredited: u32,
    /// Countries of the organisations of the row with somebody present.
    pub countries_present: u32,
    /// Members entered and not withdrawn.
    pub registered: u32,
    /// Members accredited.
    pub accredited: u32,
    /// Accredited members present.
    pub present: u32,
}

/// Each invited organisation's own figures.
pub fn by_organisation(state: &State, summit: SummitId) -> impl Iterator<Item = (OrganisationId, Row)> {
    state.accreditation.invited_organisations(summit).map(move |id| (id, row(state, summit, id)))
}

/// By country; international bodies stand under none.
#[must_use]
pub fn by_country(state: &State, summit: SummitId) -> BTreeMap<Option<Home>, Row> {
    by(state, summit, |organisation| organisation.home.clone())
}

/// By category of participant.
#[must_use]
pub fn by_category(state: &State, summit: SummitId) -> BTreeMap<Category, Row> {
    by(state, summit, |organisation| organisation.category)
}

/// By region: `region` tells the region's code of a home; none gathers international bodies and homes of no region.
#[must_use]
pub fn by_region(state: &State, summit: SummitId, region: &dyn Fn(&Home) -> Option<u16>) -> BTreeMap<Option<u16>, Row> {
    by(state, summit, |organisation| organisation.home.as_ref().and_then(region))
}

/// People present by venue; venues with nobody are left out.
pub fn by_venue(state: &State, summit: SummitId) -> impl Iterator<Item = (VenueId, u32)> {
    state.presence.venues(summit)
}

fn row(state: &State, summit: SummitId, id: OrganisationId) -> Row {
    let has_home = state.directory.get(id).is_some_and(|o| o.home.is_some());
    let registered = state.accreditation.registered_of(summit, id);
    let seated = u32::from(state.accreditation.seated(summit, id).is_some());
    let present = state.presence.of_organisation(summit, id);
    let is_present = u32::from(present > 0);
    Row {
        organisations_invited: 1,
        organisations_registered: u32::from(registered > 0),
        organisations_accredited: seated,
        organisations_present: is_present,
        countries_accredited: if has_home { seated } else { 0 },
        countries_present: if has_home { is_present } else { 0 },
        registered,
        accredited: state.accreditation.accredited_of(summit, id),
        present,
    }
}

fn by<K: Ord + Clone>(state: &State, summit: SummitId, key: impl Fn(&crate::directory::Organisation) -> K) -> BTreeMap<K, Row> {
    let mut rows: BTreeMap<K, (Row, BTreeSet<&Home>, BTreeSet<&Home>)> = BTreeMap::new();
    for (id, one) in by_organisation(state, summit) {
        // An organisation with a delegation is never taken off the directory.
        let Some(organisation) = state.directory.get(id) else { continue };
        let (sum, accredited, present) = rows.entry(key(organisation)).or_default();
        sum.organisations_invited += one.organisations_invited;
        sum.organisations_registered += one.organisations_registered;
        sum.organisations_accredited += one.organisations_accredited;
        sum.organisations_present += one.organisations_present;
        sum.registered += one.registered;
        sum.accredited += one.accredited;
        sum.present += one.present;
        let home = organisation.home.as_ref();
        accredited.extend(home.filter(|_| one.countries_accredited > 0));
        present.extend(home.filter(|_| one.countries_present > 0));
    }
    let counted = |(sum, accredited, present): (Row, BTreeSet<&Home>, BTreeSet<&Home>)| Row {
        countries_accredited: accredited.len() as u32,
        countries_present: present.len() as u32,
        ..sum
    };
    rows.into_iter().map(|(k, sums)| (k, counted(sums))).collect()
}
