//! The figures, always as of a replay's size: to count as of N, replay the first N entries.
use crate::authority::{Given, Means, Replay};
use crate::body::{Id, Tally};
use crate::form::Digest;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who endorses a text, in organisations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsements {
    /// The sum of the three means.
    pub organisations: u64,
    /// Distinct countries of those.
    pub countries: u64,
    /// By the organisation's own key.
    pub by_key: u64,
    /// By a representative's passkey.
    pub by_passkey: u64,
    /// On paper.
    pub on_paper: u64,
    /// Apart from the sum: those whose act is on an earlier manifest only.
    pub before_correction: u64,
}

/// A summit's figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Persons registered.
    pub registered: u64,
    /// Persons accredited.
    pub accredited: u64,
    /// Persons present, as distinct commitments.
    pub present: u64,
    /// Organisations of those present.
    pub organisations: u64,
    /// Distinct countries of those organisations.
    pub countries: u64,
}

/// Why a poll has no figures to claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoResult {
    /// No such poll.
    #[error("there is no such poll")]
    Unknown,
    /// No result yet.
    #[error("the poll has no result")]
    Open,
    /// Its `result` was not the recount.
    #[error("the poll's result is not the recount")]
    Spoiled,
}

/// The organisations that endorse a manifest: accredited, their last valid act on it an endorsement.
#[must_use]
pub fn endorsers<'a>(replay: &'a Replay, manifest: &Digest) -> BTreeMap<&'a Id, &'a Given> {
    let acts = replay.acts_on(manifest).into_iter().flatten();
    acts.filter(|(org, given)| given.kind.endorses() && is_accredited(replay, org)).collect()
}

/// The organisations that are counted apart: accredited, with no valid act on this manifest, whose last valid act on any
/// earlier manifest of the same text is an endorsement.
#[must_use]
pub fn before_correction<'a>(replay: &'a Replay, manifest: &Digest) -> BTreeMap<&'a Id, &'a Given> {
    let manifests = replay.symbol_of(manifest).and_then(|symbol| replay.texts().get(symbol)).map(|text| &text.manifests[..]);
    let earlier = manifests.into_iter().flatten().map(|(_, earlier)| earlier).take_while(|earlier| *earlier != manifest);
    let mut last: BTreeMap<&Id, &Given> = BTreeMap::new();
    for (org, given) in earlier.filter_map(|earlier| replay.acts_on(earlier)).flatten() {
        let newest = last.entry(org).or_insert(given);
        if newest.index < given.index {
            *newest = given;
        }
    }
    let here = replay.acts_on(manifest);
    last.retain(|org, given| {
        given.kind.endorses() && is_accredited(replay, org) && here.is_none_or(|acts| !acts.contains_key(*org))
    });
    last
}

/// The figures of a manifest; none when no valid entry introduced it.
#[must_use]
pub fn endorsements(replay: &Replay, manifest: &Digest) -> Option<Endorsements> {
    replay.symbol_of(manifest)?;
    let endorsers = endorsers(replay, manifest);
    let by = |means| endorsers.values().filter(|given| given.means == means).count() as u64;
    Some(Endorsements {
        organisations: endorsers.len() as u64,
        countries: countries(replay, endorsers.keys().copied()),
        by_key: by(Means::Key),
        by_passkey: by(Means::Passkey),
        on_paper: by(Means::Paper),
        before_correction: before_correction(replay, manifest).len() as u64,
    })
}

/// The figures of a summit; none when no valid entry names it.
#[must_use]
pub fn attendance(replay: &Replay, summit: &str) -> Option<Attendance> {
    let summit = replay.summits().get(summit)?;
    let sum = |of: fn(&(u64, u64)) -> u64| summit.delegations.values().map(of).fold(0, u64::saturating_add);
    Some(Attendance {
        registered: sum(|(registered, _)| *registered),
        accredited: sum(|(_, accredited)| *accredited),
        present: summit.present.len() as u64,
        organisations: summit.organisations.len() as u64,
        countries: countries(replay, summit.organisations.iter()),
    })
}

/// The result of a poll.
///
/// # Errors
/// [`NoResult`].
pub fn result(replay: &Replay, poll: &str) -> Result<Tally, NoResult> {
    match replay.polls().get(poll).ok_or(NoResult::Unknown)?.result {
        None => Err(NoResult::Open),
        Some((_, None)) => Err(NoResult::Spoiled),
        Some((_, Some(tally))) => Ok(tally),
    }
}

fn is_accredited(replay: &Replay, org: &str) -> bool {
    replay.organisations().get(org).is_some_and(|found| found.accredited)
}

/// Distinct countries of organisations; an international body has none and counts as none.
fn countries<'a>(replay: &'a Replay, orgs: impl Iterator<Item = &'a Id>) -> u64 {
    let country = |org: &Id| replay.organisations().get(org).map(|found| found.country.as_str());
    orgs.filter_map(country).filter(|country| !country.is_empty()).collect::<BTreeSet<_>>().len() as u64
}
