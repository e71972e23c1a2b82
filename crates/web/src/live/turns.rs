//! Whose turn it is: the pages of a shard that lack something, each once, in the order in which they came to lack it.
//!
//! A page is visited once for everything it lacks by then. However fast changes come and however many regions they touch, nobody is visited
//! a second time before all who wait were visited once.
use std::collections::VecDeque;

/// Pages that wait for their turn.
#[derive(Default)]
pub(super) struct Turns {
    queue: VecDeque<u32>,
    /// One bit a page: whether it is in the queue.
    waits: Vec<u64>,
}

impl Turns {
    /// Puts a page behind all that wait; nothing when it waits already.
    pub fn add(&mut self, page: u32) {
        let (word, bit) = (page as usize / 64, 1u64 << (page % 64));
        if word >= self.waits.len() {
            self.waits.resize(word + 1, 0);
        }
        if self.waits[word] & bit == 0 {
            self.waits[word] |= bit;
            self.queue.push_back(page);
        }
    }

    /// The page whose turn it is; it no longer waits.
    pub fn next(&mut self) -> Option<u32> {
        let page = self.queue.pop_front()?;
        if let Some(word) = self.waits.get_mut(page as usize / 64) {
            *word &= !(1 << (page % 64));
        }
        Some(page)
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_comes_twice_before_all_who_wait_came_once() {
        let mut turns = Turns::default();
        [3, 200, 3, 64, 200].into_iter().for_each(|page| turns.add(page));
        assert_eq!(turns.next(), Some(3));
        // Touched anew before the others had their turn: it goes behind them.
        turns.add(3);
        turns.add(64);
        assert_eq!(std::iter::from_fn(|| turns.next()).collect::<Vec<_>>(), [200, 64, 3]);
        assert!(turns.is_empty());
    }
}
