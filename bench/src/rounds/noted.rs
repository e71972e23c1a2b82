//! What the load notes of presses, their answers and the pages that show them.
use std::time::Instant;

/// What the load noted while everybody pressed. Nothing is counted meanwhile: the load must stay faster than the server.
#[derive(Default)]
pub struct Noted {
    /// When each press was sent, by its number.
    pub sent: Vec<Instant>,
    /// Its answer: position and when.
    pub answers: Vec<Option<(u64, Instant)>>,
    /// How many answers came.
    pub answered: usize,
    /// How many of them were refusals.
    pub refused: u64,
    /// The newest position that was answered.
    pub newest: u64,
    /// Which page came to show which position, and when.
    shown: Vec<(usize, u64, Instant)>,
    /// Newest position of each page.
    pub pages: Vec<u64>,
}

impl Noted {
    /// Nothing yet of so many presses, and of pages that show these positions.
    pub fn new(presses: usize, pages: &[u64]) -> Self {
        Self {
            sent: Vec::with_capacity(presses),
            answers: vec![None; presses],
            shown: Vec::with_capacity(pages.len() * 40),
            pages: pages.to_vec(),
            ..Self::default()
        }
    }
    /// A press was answered.
    pub fn answer(&mut self, number: u64, status: u16, position: u64, at: Instant) {
        self.answered += 1;
        match self.answers.get_mut(number as usize).filter(|_| status == 200) {
            Some(answer) => {
                *answer = Some((position, at));
                self.newest = self.newest.max(position);
            }
            None => self.refused += 1,
        }
    }
    /// A page came to show a position.
    pub fn page(&mut self, page: usize, position: u64, at: Instant) {
        self.pages[page] = position;
        self.shown.push((page, position, at));
    }
    /// From each press to the last page that shows it, in milliseconds; only of those that every page came to show.
    pub fn last_pages(&self, base: u64) -> Vec<f64> {
        let Some(start) = self.sent.first().copied() else { return Vec::new() };
        // For every position, how many pages came to show it, and when the last did.
        let mut reached = vec![(0usize, start); (self.newest.saturating_sub(base)) as usize];
        let mut at_page = vec![base; self.pages.len()];
        for (page, position, at) in &self.shown {
            let from = std::mem::replace(&mut at_page[*page], *position);
            let range = from.saturating_sub(base) as usize..((position.saturating_sub(base)) as usize).min(reached.len());
            for (pages, last) in reached.get_mut(range).into_iter().flatten() {
                (*pages, *last) = (*pages + 1, *at);
            }
        }
        let of = |(sent, answer): (&Instant, &Option<(u64, Instant)>)| {
            let (position, _) = (*answer)?;
            let (pages, at) = reached.get((position.checked_sub(base + 1)?) as usize)?;
            (*pages == self.pages.len()).then(|| at.saturating_duration_since(*sent).as_secs_f64() * 1000.0)
        };
        self.sent.iter().zip(&self.answers).filter_map(of).collect()
    }
    /// From each press to its answer, in milliseconds, in the order of the presses.
    pub fn durable(&self) -> Vec<f64> {
        let of = |(sent, answer): (&Instant, &Option<(u64, Instant)>)| {
            Some(answer.as_ref()?.1.saturating_duration_since(*sent).as_secs_f64() * 1000.0)
        };
        self.sent.iter().zip(&self.answers).filter_map(of).collect()
    }
    /// Whether every page shows what was answered.
    pub fn is_shown(&self) -> bool {
        self.pages.iter().all(|page| *page >= self.newest)
    }
}
