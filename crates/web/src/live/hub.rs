//! The hub: which regions have viewers, what they show now, and the thread that renders each once a change.
mod registry;

use super::{LiveMetrics, LiveSettings, RegionKey, Rendered, Scene, Topic, clock, ids::IdMap, message};
use bytes::Bytes;
use parking_lot::{Condvar, Mutex};
use registry::{Due, Registry};
use std::{
    cmp::Reverse,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread::JoinHandle,
    time::Duration,
};

/// What is rendered goes out after this time even when more waits to be rendered; renderings of one change mostly leave together.
const RENDER_TOGETHER: Duration = Duration::from_millis(1);

/// Names a slot for as long as it lives; never used again, so that a late frame cannot reach another audience.
pub(super) type SlotId = u64;

/// A rendering, framed once for all its viewers.
#[derive(Debug)]
pub(super) struct Frame {
    /// The position it was first rendered at: a page with this version or a newer one has nothing to gain.
    pub position: u64,
    /// The WebSocket frame.
    bytes: Bytes,
    /// The same for pages that can inflate it, where it is large.
    packed: Option<Bytes>,
    /// Where the markup begins.
    html_at: usize,
}

impl Frame {
    fn new(name: &str, rendered: &Rendered) -> Self {
        let (bytes, html_at) = message::region(name, rendered.position, &rendered.html);
        let mut frame = Self { position: rendered.position, bytes, packed: None, html_at };
        frame.packed = message::packed(frame.text());
        frame
    }
    /// What a page is sent, by whether it can inflate.
    pub fn bytes(&self, inflates: bool) -> &Bytes {
        self.packed.as_ref().filter(|_| inflates).unwrap_or(&self.bytes)
    }
    /// What it takes of a line. Nearly every page can inflate.
    pub fn on_the_line(&self) -> usize {
        self.bytes(true).len()
    }
    /// The text of the message, without WebSocket's framing.
    pub fn text(&self) -> &[u8] {
        // The message starts where its own `R ` does: after a head of 2, 4 or 10 bytes.
        let head = match self.bytes.get(1) {
            Some(127) => 10,
            Some(126) => 4,
            _ => 2,
        };
        self.bytes.get(head..).unwrap_or_default()
    }
    fn shows(&self, html: &str) -> bool {
        &self.bytes[self.html_at..] == html.as_bytes()
    }
}

/// What concerns pages whatever they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// The session ended: close its pages.
    Revoked(u64),
    /// A new version of the server runs: load the page again.
    Renewed,
    /// The server stops.
    Stop,
}

/// Where renderings go to: a shard, or one page that is fed by server-sent events.
pub(super) trait Sink: Send + Sync {
    /// New frames for slots that the sink is attached to. The newest wins.
    fn updated(&self, frames: Vec<(SlotId, Arc<Frame>)>);
    /// Something for all pages.
    fn signal(&self, signal: Signal);
}

/// What goes to one sink together.
type Parcel = (Arc<dyn Sink>, Vec<(SlotId, Arc<Frame>)>);

/// Names a sink.
pub(super) type SinkId = u64;

/// What a sink is told when it attaches to a region.
pub(super) struct Attached {
    /// The slot.
    pub slot: SlotId,
    /// Its region, shared by all who keep it.
    pub key: Arc<RegionKey>,
    /// What it shows, if it was rendered already.
    pub frame: Option<Arc<Frame>>,
    /// A page with this version or a newer one is current.
    pub current: u64,
}

/// The registry of regions with viewers, and their rendering.
pub struct Hub {
    scene: Arc<dyn Scene>,
    settings: Arc<LiveSettings>,
    metrics: Arc<LiveMetrics>,
    registry: Mutex<Registry>,
    work: Condvar,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Hub {
    /// Starts the rendering thread.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(scene: Arc<dyn Scene>, settings: Arc<LiveSettings>, metrics: Arc<LiveMetrics>) -> std::io::Result<Arc<Self>> {
        let registry = Mutex::new(Registry::at(scene.position()));
        let hub = Arc::new(Self { scene, settings, metrics, registry, work: Condvar::new(), thread: Mutex::new(None) });
        let worker = Arc::clone(&hub);
        let thread = std::thread::Builder::new().name("live-render".to_owned()).spawn(move || worker.run())?;
        *hub.thread.lock() = Some(thread);
        Ok(hub)
    }

    /// Says that the state of `position` is published and what it touched. Returns at once; call it after each durable batch.
    pub fn publish(&self, position: u64, topics: &[Topic]) {
        let mut registry = self.registry.lock();
        registry.position = registry.position.max(position);
        registry.touched.extend(topics);
        self.work.notify_one();
    }

    /// Renders every region with viewers again: for what no position tells, such as a venue's link that went down.
    pub fn publish_all(&self) {
        self.registry.lock().is_all_touched = true;
        self.work.notify_one();
    }

    /// Closes all pages of the session, saying why.
    pub fn revoke(&self, session: u64) {
        self.signal(Signal::Revoked(session));
    }

    /// Asks every page to load itself again.
    pub fn renew(&self) {
        self.signal(Signal::Renewed);
    }

    /// The newest published position.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.registry.lock().position
    }

    /// What the pages are rendered from.
    #[must_use]
    pub fn scene(&self) -> &Arc<dyn Scene> {
        &self.scene
    }

    /// Ends the rendering thread and says goodbye to the pages.
    pub fn stop(&self) {
        self.registry.lock().is_stopped = true;
        self.work.notify_all();
        let thread = self.thread.lock().take();
        // A rendering thread that drops the last handle to the hub must not wait for itself.
        if let Some(thread) = thread.filter(|t| t.thread().id() != std::thread::current().id()) {
            let _ = thread.join();
        }
        self.signal(Signal::Stop);
    }

    fn signal(&self, signal: Signal) {
        let sinks: Vec<_> = self.registry.lock().sinks.values().cloned().collect();
        for sink in sinks {
            sink.signal(signal);
        }
    }

    pub(super) fn metrics(&self) -> &Arc<LiveMetrics> {
        &self.metrics
    }

    pub(super) fn settings(&self) -> &Arc<LiveSettings> {
        &self.settings
    }

    pub(super) fn enter(&self, sink: Arc<dyn Sink>) -> SinkId {
        let mut registry = self.registry.lock();
        let id = registry.fresh();
        registry.sinks.insert(id, sink);
        id
    }

    pub(super) fn leave(&self, sink: SinkId) {
        self.registry.lock().sinks.remove(&sink);
    }

    /// Attaches a sink to a region; each sink once a region.
    pub(super) fn attach(&self, key: &RegionKey, sink: SinkId) -> Attached {
        let before = {
            let mut registry = self.registry.lock();
            if let Some(attached) = registry.join(key, sink) {
                return attached;
            }
            registry.position
        };
        // Asked without the lock: the house may take a moment, and whoever publishes must not wait for it.
        let topics = self.scene.topics(key);
        let mut registry = self.registry.lock();
        if let Some(attached) = registry.join(key, sink) {
            return attached;
        }
        let position = registry.position;
        let key = Arc::new(key.clone());
        let id = registry.enter(Arc::clone(&key), sink);
        registry.index(id, &topics);
        self.metrics.regions.add(1);
        // What it shows may have changed between the question and the entry: rendering asks again.
        if position != before {
            registry.queue(id);
            self.work.notify_one();
        }
        Attached { slot: id, key, frame: None, current: position }
    }

    pub(super) fn detach(&self, slot: SlotId, sink: SinkId) {
        let mut registry = self.registry.lock();
        let Some(entry) = registry.slots.get_mut(&slot) else { return };
        entry.sinks.retain(|s| *s != sink);
        if entry.sinks.is_empty() {
            registry.remove(slot);
            self.metrics.regions.take(1);
        }
    }

    /// Asks for a rendering of a slot that has none.
    pub(super) fn want(&self, slot: SlotId) {
        self.registry.lock().queue(slot);
        self.work.notify_one();
    }

    fn run(&self) {
        loop {
            let due = {
                let mut registry = self.registry.lock();
                loop {
                    if registry.is_stopped {
                        return;
                    }
                    let due = registry.due(clock::now(), &self.settings);
                    if !due.is_empty() {
                        break due;
                    }
                    match registry.deferred.peek().map(|Reverse((at, _))| *at) {
                        Some(at) => {
                            self.work.wait_until(&mut registry, at);
                        }
                        None => self.work.wait(&mut registry),
                    }
                }
            };
            self.render(due);
        }
    }

    fn render(&self, due: Vec<Due>) {
        let mut done = Vec::new();
        let mut start = clock::now();
        let mut costs: IdMap<Duration> = IdMap::default();
        for Due { id, kind, key } in due {
            // What one rendering of a kind costs is asked once; asking is a system call.
            let before = (!costs.contains_key(&kind)).then(clock::spent);
            // A fault in one region's rendering must not end the others'.
            match catch_unwind(AssertUnwindSafe(|| (self.scene.topics(&key), self.scene.render(&key)))) {
                Ok((topics, rendered)) if rendered.html.len() <= self.settings.max_region_bytes => {
                    done.push((id, key, topics, rendered))
                }
                Ok(_) => self.fault(&key, "is too large"),
                Err(_) => self.fault(&key, "panicked"),
            }
            self.metrics.renderings.add(1);
            if let Some(before) = before {
                costs.insert(kind, clock::spent().saturating_sub(before));
            }
            let now = clock::now();
            if now - start >= RENDER_TOGETHER {
                self.metrics.render_micros.add((now - start).as_micros() as u64);
                self.deliver(std::mem::take(&mut done));
                // As after a round of a shard's writes: those who decide must not wait for a thousand renderings.
                std::thread::yield_now();
                start = clock::now();
            }
        }
        self.metrics.render_micros.add((clock::now() - start).as_micros() as u64);
        self.deliver(done);
        let mut registry = self.registry.lock();
        for (kind, cost) in costs {
            if let Some(kind) = registry.kinds.get_mut(&kind) {
                kind.took(cost);
            }
        }
    }

    fn fault(&self, key: &RegionKey, what: &str) {
        self.metrics.render_faults.add(1);
        tracing::error!(region = %key.name, audience = key.audience.0, "a rendering {what}");
    }

    fn deliver(&self, done: Vec<(SlotId, Arc<RegionKey>, Vec<Topic>, Rendered)>) {
        let framed: Vec<_> = {
            let registry = self.registry.lock();
            let former = |id| registry.slots.get(&id).and_then(|s| s.frame.clone());
            done.into_iter().map(|(id, key, topics, rendered)| (id, key, topics, rendered, former(id))).collect()
        };
        let framed: Vec<_> = framed
            .into_iter()
            .map(|(id, key, topics, rendered, former)| {
                let is_same = former.is_some_and(|f| f.shows(&rendered.html));
                (id, topics, (!is_same).then(|| Arc::new(Frame::new(&key.name, &rendered))))
            })
            .collect();
        let mut parcels: HashMap<SinkId, Parcel> = HashMap::new();
        let mut registry = self.registry.lock();
        for (id, topics, frame) in framed {
            registry.index(id, &topics);
            let Some(frame) = frame else {
                self.metrics.unchanged.add(1);
                continue;
            };
            let Some(slot) = registry.slots.get_mut(&id) else { continue };
            slot.frame = Some(Arc::clone(&frame));
            let sinks = slot.sinks.clone();
            for sink in sinks {
                if let Some(to) = registry.sinks.get(&sink) {
                    parcels.entry(sink).or_insert_with(|| (Arc::clone(to), Vec::new())).1.push((id, Arc::clone(&frame)));
                }
            }
        }
        drop(registry);
        for (sink, frames) in parcels.into_values() {
            sink.updated(frames);
        }
    }
}
