//! Where one person has been, and where that leaves them now.
use crate::{
    Moment,
    id::{OrganisationId, SummitId, VenueId},
    limit,
    words::Digest,
};
use serde::{Deserialize, Serialize};

/// A place of presence: one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In a venue.
    Venue(VenueId),
    /// Taking part from elsewhere.
    Remote,
}

/// From a scan at a venue until the check-out or the next scan elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stay {
    venue: VenueId,
    from: Moment,
    /// None while it lasts.
    until: Option<Moment>,
}

impl Stay {
    fn covers(&self, at: Moment) -> bool {
        self.from <= at && self.until.is_none_or(|u| at < u)
    }
    fn lasts_after(&self, at: Moment) -> bool {
        self.until.is_none_or(|u| u > at)
    }
}

/// One badge holder: the badge, where they are, where they were scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// At which summit.
    pub summit: SummitId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// Digest of the badge that works; none when all ended.
    pub badge: Option<Digest>,
    /// Where they are present.
    pub place: Option<Place>,
    /// When that was last changed by a scan or check-out, by the clock of the place.
    pub changed: Option<Moment>,
    stays: Vec<Stay>,
}

/// What a scan changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// The scan tells something new.
    pub(super) enters: bool,
    /// A stay at this other venue contradicts it.
    pub(super) elsewhere: Option<VenueId>,
}

impl Attendance {
    pub(super) const fn new(summit: SummitId, organisation: OrganisationId, badge: Digest) -> Self {
        Self { summit, organisation, badge: Some(badge), place: None, changed: None, stays: Vec::new() }
    }

    /// Judges a scan by its own time, however late it arrives. Two venues contradict each other when the stay at the other
    /// had not ended at the time of this scan.
    pub(super) fn judge(&self, place: Place, at: Moment) -> Judged {
        // A later scan at the same place is kept: it decides against a scan elsewhere that arrives after it.
        let newest = self.changed < Some(at);
        let here = self.place == Some(place);
        let Place::Venue(venue) = place else {
            return Judged { enters: !here || newest, elsewhere: None };
        };
        let other = self.stays.iter().filter(|s| s.venue != venue && s.lasts_after(at));
        let elsewhere = other.max_by_key(|s| s.from).map(|s| s.venue);
        let covered = self.stays.iter().any(|s| s.venue == venue && s.covers(at));
        Judged { enters: if here { newest } else { !covered }, elsewhere }
    }

    /// Takes a scan in: the newest by its own time says where the person is.
    pub(super) fn enter(&mut self, place: Place, at: Moment) {
        let newest = self.changed.is_none_or(|c| at >= c);
        if newest && self.place == Some(place) {
            self.changed = Some(at);
            return;
        }
        let until = if newest {
            self.leave(at);
            self.place = Some(place);
            None
        } else {
            let later = self.stays.iter().map(|s| s.from).filter(|f| *f > at).min();
            later.or(self.changed)
        };
        if let Place::Venue(venue) = place {
            if self.stays.len() >= limit::STAYS {
                // The oldest goes: what contradicted it was flagged long ago.
                self.stays.remove(0);
            }
            let after = self.stays.partition_point(|s| s.from <= at);
            self.stays.insert(after, Stay { venue, from: at, until });
        }
    }

    /// When the badge was first scanned of its newest stay at a venue, by that desk's clock.
    #[must_use]
    pub fn first_scan_at(&self, venue: VenueId) -> Option<Moment> {
        self.stays.iter().rev().find(|s| s.venue == venue).map(|s| s.from)
    }

    /// Ends presence at the present place.
    pub(super) fn leave(&mut self, at: Moment) {
        if let Some(Place::Venue(venue)) = self.place
            && let Some(stay) = self.stays.iter_mut().find(|s| s.venue == venue && s.until.is_none())
        {
            // A check-out by a slow clock never ends a stay before it began.
            stay.until = Some(at.max(stay.from));
        }
        self.place = None;
        self.changed = self.changed.max(Some(at));
    }
}
