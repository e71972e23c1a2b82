//! What other threads leave for a shard, and the answers they give to presses.
use super::{
    Viewer,
    hub::{Frame, Signal, Sink, SlotId},
    message,
    shard::Adopted,
};
use bytes::Bytes;
use parking_lot::Mutex;
use std::{collections::HashMap, sync::Arc};

/// Everything that waits for a shard. Frames are kept one a slot, answers are limited by the presses under way,
/// adopted pages by the limit of connections.
#[derive(Default)]
pub(super) struct Waiting {
    pub frames: HashMap<SlotId, Arc<Frame>>,
    pub adopted: Vec<Adopted>,
    pub answers: Vec<Answered>,
    pub signals: Vec<Signal>,
}

impl Waiting {
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty() && self.adopted.is_empty() && self.answers.is_empty() && self.signals.is_empty()
    }
}

/// An answer on its way to a page.
pub(super) struct Answered {
    /// The page's place in the shard.
    pub page: u32,
    /// Which page it was: places are used again.
    pub serial: u64,
    /// The framed answer.
    pub bytes: Bytes,
}

/// A shard's letter box: whoever fills an empty one wakes the shard.
pub(super) struct Inbox {
    waiting: Mutex<Waiting>,
    waker: mio::Waker,
}

impl Inbox {
    pub fn new(waker: mio::Waker) -> Self {
        Self { waiting: Mutex::default(), waker }
    }
    pub fn put(&self, into: impl FnOnce(&mut Waiting)) {
        let was_empty = {
            let mut waiting = self.waiting.lock();
            let was_empty = waiting.is_empty();
            into(&mut waiting);
            was_empty
        };
        if was_empty && let Err(error) = self.waker.wake() {
            tracing::error!(%error, "a shard could not be woken");
        }
    }
    pub fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting.lock())
    }
}

impl Sink for Inbox {
    fn updated(&self, frames: Vec<(SlotId, Arc<Frame>)>) {
        self.put(|w| w.frames.extend(frames));
    }
    fn signal(&self, signal: Signal) {
        self.put(|w| w.signals.push(signal));
    }
}

/// Takes the answer to a press back to its page, from any thread. Dropped unsent, it says 503: the page may send the press again.
pub struct Answer {
    inbox: Arc<Inbox>,
    page: u32,
    serial: u64,
    id: Box<str>,
    is_sent: bool,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Answer {
    pub(super) fn new(inbox: Arc<Inbox>, page: u32, serial: u64, id: Box<str>) -> Self {
        Self { inbox, page, serial, id, is_sent: false }
    }

    /// Sends it: an HTTP status, the position it speaks of, and its JSON.
    pub fn send(mut self, status: u16, position: u64, json: &str) {
        self.put(status, position, json);
    }

    fn put(&mut self, status: u16, position: u64, json: &str) {
        self.is_sent = true;
        let bytes = message::answer(&self.id, status, position, json);
        let (page, serial) = (self.page, self.serial);
        self.inbox.put(|w| w.answers.push(Answered { page, serial, bytes }));
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if !self.is_sent {
            self.put(503, 0, "{}");
        }
    }
}

/// Which shard serves a viewer: one session's pages share one, so that its limits hold for all of them together.
pub(super) fn shard_of(viewer: &Viewer, serial: u64, shards: usize) -> usize {
    let key = if viewer.session == 0 { serial } else { viewer.session };
    (key % shards.max(1) as u64) as usize
}
