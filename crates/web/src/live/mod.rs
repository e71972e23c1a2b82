//! The live fan-out: regions of pages, rendered once a change and audience, shared by ten thousand sockets.
//!
//! It knows nothing of summits. [`Scene`] says what a region shows and how it is rendered; the [`Hub`] renders what
//! a change touches, once, and hands the framed bytes to the shards; a shard is one thread that writes them to its pages.
//! The newest rendering wins: a page that reads slowly skips what lies between, and nobody else waits for it.
pub(crate) mod clock;
mod connection;
pub mod frame;
pub mod handshake;
mod hub;
mod ids;
mod inbox;
pub mod message;
mod metrics;
pub mod server;
mod shard;
mod slots;
pub mod sse;
mod stream;
mod turns;

pub use hub::Hub;
pub use inbox::Answer;
pub use metrics::LiveMetrics;
pub use shard::{Adopted, Shards};
pub use stream::{Place, Stream};

use crate::throttle::{Presser, Throttle};
use std::{net::IpAddr, sync::Arc, time::Duration};

/// The most regions one page may ask for.
pub const MAX_REGIONS: usize = 16;
/// The longest name of a region, an act or a press's id, in characters.
pub const MAX_NAME: usize = 64;
/// The largest body of a press, in bytes.
pub const MAX_PRESS_BYTES: usize = 64 * 1024;

/// What a change touches and a region shows; opaque here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Topic(pub u64);

/// With whom a region's bytes are shared: language, role, organisation or session, packed by those who render.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Audience(pub u64);

/// One region for one audience: what is rendered once and shared by all its viewers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionKey {
    /// The region's name, as the page writes it; at most [`MAX_NAME`] characters without spaces.
    pub name: Box<str>,
    /// Who sees the same bytes.
    pub audience: Audience,
}

/// A region's content as of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The position of the state it shows.
    pub position: u64,
    /// The markup inside the region.
    pub html: String,
}

/// Who holds a page open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The device session; 0 for somebody who has not signed in.
    pub session: u64,
    /// The seat the session acts for; 0 for none.
    pub seat: u64,
    /// The language of the page, as the pages' code numbers them.
    pub language: u8,
    /// Where the page is.
    pub address: IpAddr,
}

/// A form that a page sent over its socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The idempotency id drawn by the page.
    pub id: Box<str>,
    /// The act's name, such as `request-floor`.
    pub act: Box<str>,
    /// The form's fields, `application/x-www-form-urlencoded`.
    pub body: String,
}

/// What the live fan-out asks of the house.
pub trait Scene: Send + Sync + 'static {
    /// The newest published position.
    fn position(&self) -> u64;
    /// What the region shows; asked again after each rendering. Quick: it is called while pages are adopted.
    fn topics(&self, region: &RegionKey) -> Vec<Topic>;
    /// The region's content from the newest published state.
    fn render(&self, region: &RegionKey) -> Rendered;
    /// A press. Called on the shard's thread, so it must not block; the answer may be sent later and from any thread.
    /// A press whose answer is dropped unsent is answered 503.
    fn press(&self, viewer: &Viewer, press: Press, answer: Answer);
    /// Whether the viewer's session still stands; asked at adoption, before each press and with each heartbeat.
    fn signed_in(&self, viewer: &Viewer) -> bool;
    /// A page's socket was opened. Called on the shard's thread, so it must not block.
    fn opened(&self, _viewer: &Viewer) {}
    /// A page's socket is gone, whatever ended it. Called once for each [`Scene::opened`].
    fn closed(&self, _viewer: &Viewer) {}
}

/// What the operator may set.
#[derive(Clone, Debug)]
pub struct LiveSettings {
    /// Threads that write to pages.
    pub shards: usize,
    /// A region is rendered at most once in this time, and more seldom where rendering takes long; the first change after a quiet time
    /// is rendered at once.
    pub render_gap: Duration,
    /// What one region takes of a page's line at most, in bytes a second, however fast it changes: a large one waits longer, so that
    /// phones keep up.
    pub line: u32,
    /// Pages are written to together, many in one system call, where the system allows it. Otherwise each has a call of its own.
    pub together: bool,
    /// How often a page hears the newest position.
    pub heartbeat: Duration,
    /// A page that takes nothing for so long is closed.
    pub unwritable: Duration,
    /// The limit on presses, shared with the other doors.
    pub presses: Arc<Throttle<Presser>>,
    /// A rendering larger than this, in bytes, is a fault: it is logged and not sent.
    pub max_region_bytes: usize,
    /// Origins that may open sockets besides the request's own host, such as `https://summit.example` behind a proxy.
    pub origins: Vec<String>,
}

impl Default for LiveSettings {
    fn default() -> Self {
        Self {
            shards: 1,
            render_gap: Duration::from_millis(25),
            line: 128 * 1024,
            together: true,
            heartbeat: Duration::from_secs(5),
            unwritable: Duration::from_secs(30),
            presses: Arc::new(Throttle::of_presses()),
            max_region_bytes: 1024 * 1024,
            origins: Vec::new(),
        }
    }
}

/// Why the live fan-out did not start.
#[derive(Debug, thiserror::Error)]
#[error("the live pages' threads could not start: {0}")]
pub struct StartError(#[from] std::io::Error);

/// The running fan-out: the hub, its shards and their counters.
pub struct Live {
    /// Where changes are published.
    pub hub: Arc<Hub>,
    /// Where sockets are handed to.
    pub shards: Shards,
    /// Counters for `/metrics`.
    pub metrics: Arc<LiveMetrics>,
    /// The settings it was started with.
    pub settings: Arc<LiveSettings>,
}

impl Live {
    /// Starts the rendering thread and the shards.
    ///
    /// # Errors
    /// When the system has no thread or no epoll descriptor left.
    pub fn start(scene: Arc<dyn Scene>, settings: LiveSettings) -> Result<Self, StartError> {
        let settings = Arc::new(settings);
        let metrics = Arc::new(LiveMetrics::default());
        let hub = Hub::start(scene, Arc::clone(&settings), Arc::clone(&metrics))?;
        let shards = Shards::start(&hub, &settings, &metrics)?;
        Ok(Self { hub, shards, metrics, settings })
    }

    /// Tells every page goodbye (close code 1001) and ends the threads; pages reconnect to whoever listens next.
    pub fn stop(&self) {
        self.hub.stop();
        self.shards.stop();
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.stop();
    }
}
