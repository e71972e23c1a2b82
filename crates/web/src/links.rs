//! Which venues' links are up: a venue's desk keeps a page open; its silence is the first sign of a lost link.
use domain::{Moment, id::VenueId};
use parking_lot::RwLock;
use std::collections::HashMap;

/// Silence after which a venue's link counts as lost, in milliseconds (a link drop is known within two seconds).
pub const QUIET_MS: u64 = 2_000;

/// State of a venue's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// Never heard of since the server started.
    Unknown,
    /// Heard of within [`QUIET_MS`], or its page's socket is open.
    Up,
    /// Was up, and is silent.
    Down,
}

/// The links of all venues.
#[derive(Debug, Default)]
pub struct Links(RwLock<HashMap<VenueId, (u32, Option<Moment>)>>);

impl Links {
    /// A venue's page opened its socket.
    pub fn opened(&self, venue: VenueId) {
        let mut links = self.0.write();
        let entry = links.entry(venue).or_insert((0, None));
        entry.0 += 1;
        entry.1 = None;
    }
    /// A venue's page lost its socket.
    pub fn closed(&self, venue: VenueId, now: Moment) {
        if let Some(entry) = self.0.write().get_mut(&venue) {
            entry.0 = entry.0.saturating_sub(1);
            if entry.0 == 0 {
                entry.1 = Some(now);
            }
        }
    }
    /// The state of a venue's link.
    #[must_use]
    pub fn of(&self, venue: VenueId, now: Moment) -> Link {
        match self.0.read().get(&venue) {
            None => Link::Unknown,
            Some((0, Some(since))) if now.ms_since(*since) >= QUIET_MS => Link::Down,
            Some(_) => Link::Up,
        }
    }
}
