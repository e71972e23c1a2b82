//! How a shard writes to its pages: many of them in one system call, and to one that did not take everything as soon as it takes more.
use super::{ROUND, Shard};
use crate::live::{
    connection::{Connection, Phase},
    hub::Frame,
};
use bytes::Bytes;
use std::{
    io::{self, IoSlice},
    ops::Range,
    os::fd::AsFd,
    sync::Arc,
};
use volley::{NotTogether, Shot, Volley};

/// What is on the way to one page.
struct Visit {
    page: u32,
    /// Its part of [`Writing::frames`].
    frames: Range<usize>,
    /// Its part of [`Writing::sealed`], if it has a TLS session.
    sealed: Range<usize>,
    /// How many of its frames are in there.
    sealed_frames: usize,
}

/// The way to the sockets, and what is on it during a round.
pub(super) struct Writing {
    volley: Volley,
    visits: Vec<Visit>,
    /// What the pages lack, one page's after the other's, each with its region's place in the page.
    frames: Vec<(Arc<Frame>, usize)>,
    /// What TLS made of it.
    sealed: Vec<u8>,
    /// Pages that were given something in this round and could take more, or could not be written to together with others.
    unfinished: Vec<u32>,
    gone: Vec<u32>,
    /// How it went, one for each of the visits.
    outcomes: Vec<io::Result<usize>>,
}

impl Writing {
    /// `together` where the system allows it.
    pub fn new(together: bool) -> Self {
        let volley = if together {
            Volley::together().unwrap_or_else(|error: NotTogether| {
                tracing::info!(%error, "each live page is written with a system call of its own");
                Volley::one_by_one()
            })
        } else {
            Volley::one_by_one()
        };
        Self {
            volley,
            visits: Vec::new(),
            frames: Vec::new(),
            sealed: Vec::new(),
            unfinished: Vec::new(),
            gone: Vec::new(),
            outcomes: Vec::new(),
        }
    }

    /// Puts on the way what waits for the page and what it lacks.
    fn gather(
        &mut self,
        place: u32,
        page: &mut Connection,
        mut lacks: impl FnMut(&Connection, usize) -> Option<Arc<Frame>>,
    ) -> io::Result<()> {
        let from = self.frames.len();
        for region in 0..page.regions.len() {
            if let Some(frame) = lacks(page, region) {
                self.frames.push((frame, region));
            }
        }
        let frames = from..self.frames.len();
        if frames.is_empty() && !page.has_said() {
            return Ok(());
        }
        let sealed_from = self.sealed.len();
        let inflates = page.inflates;
        let sealed_frames =
            page.seal(self.frames[frames.clone()].iter().map(|(frame, _)| frame.bytes(inflates)), &mut self.sealed)?;
        self.visits.push(Visit { page: place, frames, sealed: sealed_from..self.sealed.len(), sealed_frames });
        Ok(())
    }

    /// Sends what was gathered.
    fn fire(&mut self, pages: &[Option<Connection>]) {
        let mut all = Vec::with_capacity(2 * self.visits.len());
        let mut own = Vec::with_capacity(self.visits.len());
        for visit in &self.visits {
            // Whoever was gathered is still there: pages go after a round.
            let Some(page) = pages.get(visit.page as usize).and_then(Option::as_ref) else { continue };
            let from = all.len();
            all.extend(parts(page, &self.frames[visit.frames.clone()], &self.sealed[visit.sealed.clone()]));
            own.push((page.socket.as_fd(), from..all.len()));
        }
        let shots: Vec<Shot<'_>> = own.into_iter().map(|(socket, own)| Shot { socket, parts: &all[own] }).collect();
        self.volley.fire(&shots, &mut self.outcomes);
    }
}

/// The bytes on their way to a page.
fn parts<'a>(page: &'a Connection, frames: &'a [(Arc<Frame>, usize)], sealed: &'a [u8]) -> impl Iterator<Item = IoSlice<'a>> {
    let plain =
        page.is_plain().then(|| page.said().chain(frames.iter().map(|(frame, _)| frame.bytes(page.inflates))).map(Bytes::as_ref));
    plain.into_iter().flatten().chain((!sealed.is_empty()).then_some(sealed)).map(IoSlice::new)
}

impl Shard {
    /// One round of what is going out.
    pub(super) fn fan_out(&mut self) {
        let mut round = [0; ROUND];
        let count = round.iter_mut().map_while(|place| self.turns.next().map(|page| *place = page)).count();
        if count == 0 {
            return;
        }
        self.write(&round[..count]);
        // Where cores are few, those who decide and render must not wait until ten thousand pages are written.
        if count == ROUND {
            std::thread::yield_now();
        }
    }

    /// Writes to each of these pages what waits for it and what it lacks, as far as it takes it. None may stand there twice.
    pub(super) fn write(&mut self, pages: &[u32]) {
        self.visit(pages);
        let mut unfinished = std::mem::take(&mut self.writing.unfinished);
        for page in unfinished.drain(..) {
            self.flush(page);
        }
        self.writing.unfinished = unfinished;
    }

    /// Writes to a page what it lacks, as far as it takes it.
    pub(super) fn flush(&mut self, place: u32) {
        loop {
            let second = self.second;
            let Some(page) = self.page(place) else { return };
            let is_out = page.finish(second);
            let is_open = page.phase == Phase::Open;
            match is_out {
                Ok(true) if is_open => {}
                Ok(true) => return self.take_leave(place),
                Ok(false) => return,
                Err(_) => return self.drop_page(place),
            }
            let earlier = std::mem::take(&mut self.writing.unfinished);
            self.visit(&[place]);
            if std::mem::replace(&mut self.writing.unfinished, earlier).is_empty() {
                return;
            }
        }
    }

    /// Writes in one go to those pages that can be written to together; the others, and those that may take more, are `unfinished`.
    fn visit(&mut self, pages: &[u32]) {
        let Self { writing, pages: all, slots, hub, .. } = self;
        writing.sealed.clear();
        for &place in pages {
            let Some(page) = all.get_mut(place as usize).and_then(Option::as_mut) else { continue };
            if page.phase != Phase::Open || !page.is_free() {
                writing.unfinished.push(place);
            } else if writing.gather(place, page, |page, region| slots.lacks(hub, page.regions.get(region)?)).is_err() {
                writing.gone.push(place);
            }
        }
        writing.fire(all);
        self.settle();
        while let Some(page) = self.writing.gone.pop() {
            self.drop_page(page);
        }
    }

    /// Enters into each page how far it came.
    fn settle(&mut self) {
        let Self { writing, pages, slots, metrics, second, .. } = self;
        let (mut frames_begun, mut bytes_begun) = (0, 0);
        for (visit, sent) in writing.visits.drain(..).zip(writing.outcomes.drain(..)) {
            let Some(page) = pages.get_mut(visit.page as usize).and_then(Option::as_mut) else { continue };
            let (lacking, inflates) = (&writing.frames[visit.frames], page.inflates);
            let begun = if page.is_plain() {
                page.sent(sent, lacking.iter().map(|(frame, _)| frame.bytes(inflates)), *second)
            } else {
                page.sent_sealed(sent, &writing.sealed[visit.sealed], *second).map(|()| visit.sealed_frames)
            };
            let Ok(begun) = begun else {
                writing.gone.push(visit.page);
                continue;
            };
            page.has_heard |= begun > 0;
            for (frame, region) in &lacking[..begun] {
                let Some(seen) = page.regions.get_mut(*region) else { continue };
                if slots.get(seen.slot).is_some_and(|s| seen.version < s.before) {
                    metrics.skipped.add(1);
                }
                seen.version = frame.position;
                bytes_begun += frame.bytes(inflates).len();
            }
            frames_begun += begun;
            if page.unwritable_since == 0 && (begun < lacking.len() || !page.is_idle()) {
                writing.unfinished.push(visit.page);
            }
        }
        writing.frames.clear();
        metrics.frames.add(frames_begun as u64);
        metrics.bytes.add(bytes_begun as u64);
    }
}
