//! How many sign in at one moment. A whole hall may come at once when its letters arrive; what it asks of the writer must not stand in
//! front of the presses of those who are in.
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Sign-ins under way at one time, by links and passkeys together: some twenty milliseconds of the writer's work.
pub const PLACES: usize = 4_096;

/// The way in. Whoever finds it full is told to come again; nothing of the link is used up.
#[derive(Debug)]
pub struct Doorway {
    places: Semaphore,
    turned_away: AtomicU64,
}

impl Default for Doorway {
    fn default() -> Self {
        Self { places: Semaphore::new(PLACES), turned_away: AtomicU64::new(0) }
    }
}

impl Doorway {
    /// A place, held until it is dropped; none when all are taken, which is counted.
    pub fn enter(&self) -> Option<SemaphorePermit<'_>> {
        let place = self.places.try_acquire().ok();
        if place.is_none() {
            self.turned_away.fetch_add(1, Ordering::Relaxed);
        }
        place
    }
    /// How many are signing in now.
    #[must_use]
    pub fn under_way(&self) -> u64 {
        PLACES.saturating_sub(self.places.available_permits()) as u64
    }
    /// How many were told to come again since the start.
    #[must_use]
    pub fn turned_away(&self) -> u64 {
        self.turned_away.load(Ordering::Relaxed)
    }
}
