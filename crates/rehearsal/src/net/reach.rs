//! When which position of the log was shown, by how many pages: a newer rendering covers all positions before it.
use std::time::Instant;

/// Most positions followed; beyond, the oldest figures stay and new ones are not kept.
const POSITIONS: usize = 4_000_000;

/// For every position since the pages were opened: how many pages show it, and when the last of them first did.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    first: Option<u64>,
    shown: Vec<(u32, Option<Instant>)>,
}

impl Reach {
    /// Begins to measure: positions up to this one are of no interest.
    pub fn begin(&mut self, position: u64) {
        *self = Self { first: Some(position), shown: Vec::new() };
    }
    /// A page that showed `from` shows `to` since `at`. Calls come in the order of time.
    pub fn moved(&mut self, from: u64, to: u64, at: Instant) {
        let first = *self.first.get_or_insert(from);
        let begin = from.saturating_add(1).max(first);
        for position in begin..=to {
            let Ok(index) = usize::try_from(position - first) else { return };
            if index >= POSITIONS {
                return;
            }
            if index >= self.shown.len() {
                self.shown.resize(index + 1, (0, None));
            }
            let (pages, last) = &mut self.shown[index];
            *pages += 1;
            *last = Some(at);
        }
    }
    /// How many pages came to show this position, and when the last one did.
    #[must_use]
    pub fn of(&self, position: u64) -> (u32, Option<Instant>) {
        let index = self.first.and_then(|first| position.checked_sub(first)).and_then(|i| usize::try_from(i).ok());
        index.and_then(|i| self.shown.get(i)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::now;
    use std::time::Duration;

    #[test]
    fn a_newer_rendering_covers_the_positions_before_it() {
        let mut reach = Reach::default();
        let start = now();
        let at = |ms| start + Duration::from_millis(ms);
        reach.moved(10, 11, at(1));
        reach.moved(10, 13, at(2));
        reach.moved(11, 13, at(3));
        assert_eq!(reach.of(11), (2, Some(at(2))));
        assert_eq!(reach.of(12), (2, Some(at(3))));
        assert_eq!(reach.of(13), (2, Some(at(3))));
        assert_eq!(reach.of(14), (0, None));
        assert_eq!(reach.of(3), (0, None));
    }
}
