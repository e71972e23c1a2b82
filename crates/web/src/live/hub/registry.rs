//! Which regions have viewers, what touches them, and which are to be rendered next.
use super::{Attached, Frame, RegionKey, Sink, SinkId, SlotId, Topic};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap, HashMap},
    sync::Arc,
    time::{Duration, Instant},
};

/// Rendering one kind of region for all its audiences takes at most one part in so many of a core: where that is much work, the pause until
/// the next time is longer.
const RENDER_SHARE: u32 = 10;
/// And the pause is never longer than this.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);
/// Regions rendered before it is looked again what is due: what everybody looks at never waits for a thousand others.
const TOGETHER: usize = 128;

/// A region with viewers.
pub(super) struct Slot {
    pub key: Arc<RegionKey>,
    pub topics: Vec<Topic>,
    pub frame: Option<Arc<Frame>>,
    pub sinks: Vec<SinkId>,
    pub is_queued: bool,
    pub rendered_at: Option<Instant>,
}

/// All regions of one name, whatever their arguments and audiences.
#[derive(Default)]
pub(super) struct Kind {
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

/// The name of a region's kind: what stands before its argument.
pub(super) fn kind_of(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What the hub knows, behind its lock.
#[derive(Default)]
pub(super) struct Registry {
    pub position: u64,
    pub kinds: HashMap<Box<str>, Kind>,
    pub slots: HashMap<SlotId, Slot>,
    pub names: HashMap<Arc<RegionKey>, SlotId>,
    pub by_topic: HashMap<Topic, BTreeSet<SlotId>>,
    pub sinks: HashMap<SinkId, Arc<dyn Sink>>,
    /// Topics published and not yet looked up; at most one of each.
    pub touched: BTreeSet<Topic>,
    pub is_all_touched: bool,
    /// Slots to render now, and those whose pause is not over.
    pub ready: Vec<SlotId>,
    pub deferred: BinaryHeap<Reverse<(Instant, SlotId)>>,
    pub next: u64,
    pub is_stopped: bool,
}

impl Registry {
    pub fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Attaches a sink to a slot that there is already.
    pub fn join(&mut self, key: &RegionKey, sink: SinkId) -> Option<Attached> {
        let id = *self.names.get(key)?;
        let slot = self.slots.get_mut(&id)?;
        slot.sinks.push(sink);
        let frame = slot.frame.clone();
        Some(Attached { slot: id, current: frame.as_ref().map_or(self.position, |f| f.position), frame })
    }

    pub fn index(&mut self, id: SlotId, topics: Vec<Topic>) {
        let Some(slot) = self.slots.get_mut(&id).filter(|s| s.topics != topics) else { return };
        let former = std::mem::replace(&mut slot.topics, topics.clone());
        self.unindex(id, &former);
        for topic in topics {
            self.by_topic.entry(topic).or_default().insert(id);
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
            self.ready.push(id);
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
    pub fn due(&mut self, now: Instant, least: Duration) -> Vec<(SlotId, Arc<RegionKey>)> {
        self.resolve();
        let mut due = std::mem::take(&mut self.ready);
        due.retain(|id| {
            let Some(slot) = self.slots.get(id) else { return false };
            let pause = self.kinds.get(kind_of(&slot.key.name)).map_or(least, |kind| kind.pause(least));
            match slot.rendered_at.map(|at| at + pause) {
                Some(free) if free > now => {
                    self.deferred.push(Reverse((free, *id)));
                    false
                }
                _ => true,
            }
        });
        while self.deferred.peek().is_some_and(|Reverse((at, _))| *at <= now) {
            due.extend(self.deferred.pop().map(|Reverse((_, id))| id));
        }
        // What few renderings serve many with comes first; regions of one audience stand on the same pages and are rendered together.
        due.sort_by_cached_key(|id| {
            let key = self.slots.get(id).map(|slot| &slot.key);
            let kind = key.and_then(|key| self.kinds.get(kind_of(&key.name)));
            (kind.map_or(0, |kind| kind.slots), key.map(|key| key.audience), *id)
        });
        self.ready = due.split_off(due.len().min(TOGETHER));
        due.into_iter()
            .filter_map(|id| {
                let slot = self.slots.get_mut(&id)?;
                slot.is_queued = false;
                slot.rendered_at = Some(now);
                Some((id, Arc::clone(&slot.key)))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::live::{Audience, clock};

    const LEAST: Duration = Duration::from_millis(25);

    fn with(regions: &[(&str, u64)]) -> Registry {
        let mut registry = Registry::default();
        for (name, audience) in regions {
            let key = Arc::new(RegionKey { name: (*name).into(), audience: Audience(*audience) });
            registry.kinds.entry(kind_of(name).into()).or_default().slots += 1;
            let id = registry.fresh();
            registry
                .slots
                .insert(id, Slot { key, topics: Vec::new(), frame: None, sinks: vec![1], is_queued: false, rendered_at: None });
            registry.queue(id);
        }
        registry
    }

    fn names(due: &[(SlotId, Arc<RegionKey>)]) -> Vec<String> {
        due.iter().map(|(_, key)| key.name.to_string()).collect()
    }

    #[test]
    fn what_everybody_looks_at_is_rendered_before_a_thousand_others_and_again_between_them() {
        let mine: Vec<(&str, u64)> = (0..300).map(|n| ("mine", n)).collect();
        let mut registry = with(&[&mine[..], &[("now", 0), ("now", 1)]].concat());
        let start = clock::now();
        let first = registry.due(start, LEAST);
        assert_eq!((first.len(), names(&first[..3])), (TOGETHER, vec!["now".into(), "now".into(), "mine".into()]));
        // It changes again while the others wait for their first turn.
        let now: Vec<SlotId> = first.iter().filter(|(_, key)| *key.name == *"now").map(|(id, _)| *id).collect();
        now.iter().for_each(|id| registry.queue(*id));
        let second = registry.due(start + LEAST, LEAST);
        assert_eq!(names(&second[..3]), ["now", "now", "mine"]);
        assert_eq!(registry.due(start + LEAST, LEAST).len(), 300 - 2 * (TOGETHER - 2));
        assert!(registry.due(start + LEAST, LEAST).is_empty());
    }

    #[test]
    fn the_pause_is_longer_where_rendering_is_much_work_and_never_too_long() {
        let mut registry = with(&[("now", 0), ("speakers.item-1", 0), ("speakers.item-2", 0)]);
        let mut pause = |name: &str, each: u64| {
            let kind = registry.kinds.get_mut(name).unwrap();
            kind.cost = Duration::ZERO;
            kind.took(Duration::from_micros(each));
            kind.pause(LEAST)
        };
        assert_eq!(pause("now", 60), LEAST);
        // Two of its kind, three milliseconds each, at most a tenth of a core.
        assert_eq!(pause("speakers", 3_000), Duration::from_millis(60));
        assert_eq!(pause("speakers", 30_000), LONGEST_PAUSE);
    }
}
