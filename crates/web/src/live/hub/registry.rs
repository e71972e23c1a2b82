//! Which regions have viewers, what touches them, and which are to be rendered next.
use super::{Attached, Frame, RegionKey, Sink, SinkId, SlotId, Topic};
use crate::live::{Audience, LiveSettings, ids::IdMap};
use smallvec::{SmallVec, smallvec};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap, HashMap},
    sync::Arc,
    time::{Duration, Instant},
};

/// The topics of a region: most have one or two.
pub(super) type Topics = SmallVec<[Topic; 3]>;

/// The order in which regions are rendered. What few renderings serve many with comes first; regions of one audience stand on the same
/// pages and are rendered together.
type Rank = (u32, Audience, SlotId);

/// Rendering one kind of region for all its audiences takes at most one part in so many of a core: where that is much work, the pause until
/// the next time is longer.
const RENDER_SHARE: u32 = 25;
/// And the pause is never longer than this.
const LONGEST_PAUSE: Duration = Duration::from_millis(500);
/// Regions rendered before it is looked again what is due: what everybody looks at never waits for a thousand others.
const TOGETHER: usize = 128;

/// A region with viewers.
pub(super) struct Slot {
    pub key: Arc<RegionKey>,
    kind: KindId,
    pub topics: Topics,
    pub frame: Option<Arc<Frame>>,
    pub sinks: SmallVec<[SinkId; 2]>,
    pub is_queued: bool,
    pub rendered_at: Option<Instant>,
}

impl Slot {
    /// One that has not been rendered yet, for its first sink.
    fn new(key: Arc<RegionKey>, kind: KindId, sink: SinkId) -> Self {
        Self { key, kind, topics: Topics::new(), frame: None, sinks: smallvec![sink], is_queued: false, rendered_at: None }
    }
    /// How long its rendering takes up its share of a page's line.
    fn on_the_line(&self, line: u32) -> Duration {
        let bytes = self.frame.as_ref().map_or(0, |frame| u32::try_from(frame.on_the_line()).unwrap_or(u32::MAX));
        Duration::from_secs(bytes.into()) / line.max(1)
    }
}

/// Names a kind while it has regions.
pub(super) type KindId = u64;

/// All regions of one name, whatever their arguments and audiences.
#[derive(Default)]
pub(super) struct Kind {
    name: Box<str>,
    /// How many have viewers.
    pub slots: u32,
    /// What one rendering costs, as a moving average.
    pub cost: Duration,
}

impl Kind {
    /// How long a region of this kind waits after it was rendered, at least.
    pub fn pause(&self, least: Duration) -> Duration {
        (self.cost * self.slots * RENDER_SHARE).min(LONGEST_PAUSE).max(least)
    }
    pub fn took(&mut self, each: Duration) {
        self.cost = if self.cost.is_zero() { each } else { (self.cost * 7 + each) / 8 };
    }
}

/// A region whose turn has come.
pub(super) struct Due {
    pub id: SlotId,
    pub kind: KindId,
    pub key: Arc<RegionKey>,
}

/// The name of a region's kind: what stands before its argument.
fn kind_of(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What the hub knows, behind its lock.
#[derive(Default)]
pub(super) struct Registry {
    pub position: u64,
    pub kinds: IdMap<Kind>,
    kind_names: HashMap<Box<str>, KindId>,
    pub slots: IdMap<Slot>,
    names: HashMap<Arc<RegionKey>, SlotId>,
    pub by_topic: HashMap<Topic, BTreeSet<SlotId>>,
    pub sinks: IdMap<Arc<dyn Sink>>,
    /// Topics published and not yet looked up; at most one of each.
    pub touched: BTreeSet<Topic>,
    pub is_all_touched: bool,
    /// Slots to render that were not looked at yet, those whose turn has come, and those whose pause is not over.
    pub queued: Vec<SlotId>,
    pub ready: BTreeSet<Rank>,
    pub deferred: BinaryHeap<Reverse<(Instant, SlotId)>>,
    pub next: u64,
    pub is_stopped: bool,
}

impl Registry {
    /// Nobody looks at anything yet.
    pub fn at(position: u64) -> Self {
        Self { position, ..Self::default() }
    }

    pub fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Enters a region for its first sink.
    pub fn enter(&mut self, key: Arc<RegionKey>, sink: SinkId) -> SlotId {
        let (id, name) = (self.fresh(), kind_of(&key.name));
        let kind = self.kind_names.get(name).copied().unwrap_or_else(|| {
            let kind = self.fresh();
            self.kind_names.insert(name.into(), kind);
            self.kinds.insert(kind, Kind { name: name.into(), ..Kind::default() });
            kind
        });
        if let Some(kind) = self.kinds.get_mut(&kind) {
            kind.slots += 1;
        }
        self.names.insert(Arc::clone(&key), id);
        self.slots.insert(id, Slot::new(key, kind, sink));
        id
    }

    /// Takes out a region that lost its last sink.
    pub fn remove(&mut self, id: SlotId) {
        let Some(slot) = self.slots.remove(&id) else { return };
        if let Some(kind) = self.kinds.get_mut(&slot.kind) {
            kind.slots -= 1;
            if kind.slots == 0
                && let Some(kind) = self.kinds.remove(&slot.kind)
            {
                self.kind_names.remove(&kind.name);
            }
        }
        self.names.remove(&slot.key);
        self.unindex(id, &slot.topics);
    }

    /// Attaches a sink to a slot that there is already.
    pub fn join(&mut self, key: &RegionKey, sink: SinkId) -> Option<Attached> {
        let id = *self.names.get(key)?;
        let slot = self.slots.get_mut(&id)?;
        slot.sinks.push(sink);
        let frame = slot.frame.clone();
        let current = frame.as_ref().map_or(self.position, |f| f.position);
        Some(Attached { slot: id, key: Arc::clone(&slot.key), current, frame })
    }

    pub fn index(&mut self, id: SlotId, topics: &[Topic]) {
        let Some(slot) = self.slots.get_mut(&id).filter(|s| *s.topics != *topics) else { return };
        let former = std::mem::replace(&mut slot.topics, topics.into());
        self.unindex(id, &former);
        for topic in topics {
            self.by_topic.entry(*topic).or_default().insert(id);
        }
    }

    pub fn unindex(&mut self, id: SlotId, topics: &[Topic]) {
        for topic in topics {
            if let Some(slots) = self.by_topic.get_mut(topic) {
                slots.remove(&id);
                if slots.is_empty() {
                    self.by_topic.remove(topic);
                }
            }
        }
    }

    pub fn queue(&mut self, id: SlotId) {
        if let Some(slot) = self.slots.get_mut(&id).filter(|s| !s.is_queued) {
            slot.is_queued = true;
            self.queued.push(id);
        }
    }

    /// Looks up what the published topics touch.
    pub fn resolve(&mut self) {
        let touched = std::mem::take(&mut self.touched);
        let ids: Vec<SlotId> = if std::mem::take(&mut self.is_all_touched) {
            self.slots.keys().copied().collect()
        } else {
            touched.iter().filter_map(|t| self.by_topic.get(t)).flatten().copied().collect()
        };
        for id in ids {
            self.queue(id);
        }
    }

    /// What is rendered next; what was rendered a moment ago waits for the end of its pause.
    pub fn due(&mut self, now: Instant, settings: &LiveSettings) -> Vec<Due> {
        let least = settings.render_gap;
        self.resolve();
        for id in std::mem::take(&mut self.queued) {
            let Some(slot) = self.slots.get(&id) else { continue };
            let pause = self.kinds.get(&slot.kind).map_or(least, |kind| kind.pause(least));
            match slot.rendered_at.map(|at| at + pause.max(slot.on_the_line(settings.line))) {
                Some(free) if free > now => self.deferred.push(Reverse((free, id))),
                _ => self.ready(id),
            }
        }
        while self.deferred.peek().is_some_and(|Reverse((at, _))| *at <= now) {
            if let Some(Reverse((_, id))) = self.deferred.pop() {
                self.ready(id);
            }
        }
        let mut due = Vec::new();
        while due.len() < TOGETHER
            && let Some((_, _, id)) = self.ready.pop_first()
        {
            // It may have lost its last viewer meanwhile.
            let Some(slot) = self.slots.get_mut(&id) else { continue };
            slot.is_queued = false;
            slot.rendered_at = Some(now);
            due.push(Due { id, kind: slot.kind, key: Arc::clone(&slot.key) });
        }
        due
    }

    fn ready(&mut self, id: SlotId) {
        let Some(slot) = self.slots.get(&id) else { return };
        let together = self.kinds.get(&slot.kind).map_or(0, |kind| kind.slots);
        self.ready.insert((together, slot.key.audience, id));
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::live::{Audience, Rendered, clock};

    const LEAST: Duration = Duration::from_millis(25);

    fn pace() -> LiveSettings {
        LiveSettings { render_gap: LEAST, line: 100_000, ..LiveSettings::default() }
    }

    fn with(regions: &[(&str, u64)]) -> Registry {
        let mut registry = Registry::default();
        for (name, audience) in regions {
            let id = registry.enter(Arc::new(RegionKey { name: (*name).into(), audience: Audience(*audience) }), 1);
            registry.queue(id);
        }
        registry
    }

    fn names(due: &[Due]) -> Vec<String> {
        due.iter().map(|due| due.key.name.to_string()).collect()
    }

    #[test]
    fn what_everybody_looks_at_is_rendered_before_a_thousand_others_and_again_between_them() {
        let mine: Vec<(&str, u64)> = (0..300).map(|n| ("mine", n)).collect();
        let mut registry = with(&[&mine[..], &[("now", 0), ("now", 1)]].concat());
        let start = clock::now();
        let first = registry.due(start, &pace());
        assert_eq!((first.len(), names(&first[..3])), (TOGETHER, vec!["now".into(), "now".into(), "mine".into()]));
        // It changes again while the others wait for their first turn.
        let now: Vec<SlotId> = first.iter().filter(|due| *due.key.name == *"now").map(|due| due.id).collect();
        now.iter().for_each(|id| registry.queue(*id));
        let second = registry.due(start + LEAST, &pace());
        assert_eq!(names(&second[..3]), ["now", "now", "mine"]);
        assert_eq!(registry.due(start + LEAST, &pace()).len(), 300 - 2 * (TOGETHER - 2));
        assert!(registry.due(start + LEAST, &pace()).is_empty());
    }

    #[test]
    fn the_pause_is_longer_where_rendering_is_much_work_and_never_too_long() {
        let mut registry = with(&[("now", 0), ("speakers.item-1", 0), ("speakers.item-2", 0)]);
        let mut pause = |name: &str, each: u64| {
            let id = registry.kind_names[name];
            let kind = registry.kinds.get_mut(&id).unwrap();
            kind.cost = Duration::ZERO;
            kind.took(Duration::from_micros(each));
            kind.pause(LEAST)
        };
        assert_eq!(pause("now", 60), LEAST);
        // Two of its kind, three milliseconds each, at most a twenty-fifth of a core.
        assert_eq!(pause("speakers", 3_000), Duration::from_millis(150));
        assert_eq!(pause("speakers", 9_000), Duration::from_millis(450));
        assert_eq!(pause("speakers", 30_000), LONGEST_PAUSE);
    }

    #[test]
    fn a_region_waits_for_the_end_of_its_pause_and_is_then_rendered_once() {
        let mut registry = with(&[("now", 0)]);
        let start = clock::now();
        let first = registry.due(start, &pace());
        let id = first[0].id;
        // Touched three times while it pauses.
        for after in [1, 2, 3] {
            registry.queue(id);
            assert!(registry.due(start + Duration::from_millis(after), &pace()).is_empty());
        }
        let Reverse((free, _)) = *registry.deferred.peek().unwrap();
        assert_eq!(free, start + LEAST);
        assert!(registry.due(free - Duration::from_nanos(1), &pace()).is_empty());
        assert_eq!(names(&registry.due(free, &pace())), ["now"]);
        assert!(registry.due(free + LEAST, &pace()).is_empty() && registry.deferred.is_empty());
        // After a quiet time it is rendered at once.
        registry.queue(id);
        assert_eq!(registry.due(free + LEAST, &pace()).len(), 1);
    }

    #[test]
    fn a_large_region_takes_no_more_of_a_line_than_its_share() {
        let mut registry = with(&[("chart", 0)]);
        let start = clock::now();
        let id = registry.due(start, &pace())[0].id;
        // Nothing that repeats itself: it is as long when it is packed.
        let mut random = 1u32;
        let mut letter = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'!' + (random >> 24) as u8 % 90)
        };
        let html: String = std::iter::repeat_with(&mut letter).take(100_000).collect();
        registry.slots.get_mut(&id).unwrap().frame = Some(Arc::new(Frame::new("chart", &Rendered { position: 1, html })));
        registry.queue(id);
        assert!(registry.due(start + Duration::from_millis(999), &pace()).is_empty());
        assert_eq!(registry.due(start + Duration::from_millis(1_100), &pace()).len(), 1);
    }

    #[test]
    fn what_is_touched_while_it_is_rendered_is_rendered_again() {
        let mut registry = with(&[("now", 0)]);
        let start = clock::now();
        let first = registry.due(start, &pace());
        assert_eq!(first.len(), 1);
        registry.index(first[0].id, &[Topic(7)]);
        registry.touched.insert(Topic(7));
        assert!(registry.due(start, &pace()).is_empty(), "its pause is not over");
        assert_eq!(registry.due(start + LEAST, &pace()).len(), 1);
    }

    #[test]
    fn regions_that_lost_their_viewers_hold_nothing_up() {
        let mine: Vec<(&str, u64)> = (0..300).map(|n| ("mine", n)).collect();
        let mut registry = with(&mine);
        let ids: Vec<SlotId> = registry.names.values().copied().collect();
        ids[10..].iter().for_each(|id| registry.remove(*id));
        assert_eq!(registry.due(clock::now(), &pace()).len(), 10);
        ids[..10].iter().for_each(|id| registry.remove(*id));
        assert!(registry.kinds.is_empty() && registry.kind_names.is_empty());
    }
}
