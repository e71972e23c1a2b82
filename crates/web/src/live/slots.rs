//! A shard's own view of the regions: the newest frame of each and who in this shard looks at it.
use super::{
    RegionKey,
    hub::{Frame, Hub, SinkId, SlotId},
    ids::IdMap,
};
use std::{collections::HashMap, sync::Arc};

/// One region of one page, in 16 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The slot's place in the shard.
    pub slot: u32,
    /// The page's place in the slot's list of viewers.
    pub at: u32,
    /// What the page has.
    pub version: u64,
}

/// A region with viewers in this shard.
pub(super) struct Slot {
    pub id: SlotId,
    pub key: Arc<RegionKey>,
    /// Pages, by their place.
    pub viewers: Vec<u32>,
    pub frame: Option<Arc<Frame>>,
    /// What the current version was before: a page older than that has skipped a rendering.
    pub before: u64,
    is_wanted: bool,
}

/// All of them. Places are used again; `Seen` never outlives its slot, because the slot lives while it has viewers.
pub(super) struct Slots {
    list: Vec<Option<Slot>>,
    /// Of each slot, by its place: a page with this version or a newer one is current. Apart from the slots, because every visit of a page
    /// looks at all its regions' and mostly at nothing else of them: together they fit into a core's cache.
    current: Vec<u64>,
    free: Vec<u32>,
    by_key: HashMap<Arc<RegionKey>, u32>,
    by_id: IdMap<u32>,
}

impl Slots {
    pub fn new() -> Self {
        Self { list: Vec::new(), current: Vec::new(), free: Vec::new(), by_key: HashMap::new(), by_id: IdMap::default() }
    }

    pub fn get(&self, place: u32) -> Option<&Slot> {
        self.list.get(place as usize)?.as_ref()
    }

    pub fn get_mut(&mut self, place: u32) -> Option<&mut Slot> {
        self.list.get_mut(place as usize)?.as_mut()
    }

    /// Enters a page as a viewer of the region, which has `version` of it.
    pub fn enter(&mut self, hub: &Hub, sink: SinkId, key: RegionKey, page: u32, version: u64) -> Option<Seen> {
        let place = match self.by_key.get(&key) {
            Some(place) => *place,
            None => self.attach(hub, sink, &key),
        };
        let slot = self.get_mut(place)?;
        slot.viewers.push(page);
        Some(Seen { slot: place, at: (slot.viewers.len() - 1) as u32, version })
    }

    fn attach(&mut self, hub: &Hub, sink: SinkId, key: &RegionKey) -> u32 {
        let attached = hub.attach(key, sink);
        let key = Arc::clone(&attached.key);
        let slot = Slot {
            id: attached.slot,
            key: attached.key,
            viewers: Vec::new(),
            frame: attached.frame,
            before: 0,
            is_wanted: false,
        };
        let place = self.free.pop().unwrap_or_else(|| {
            self.list.push(None);
            self.current.push(0);
            (self.list.len() - 1) as u32
        });
        self.list[place as usize] = Some(slot);
        self.current[place as usize] = attached.current;
        self.by_key.insert(key, place);
        self.by_id.insert(attached.slot, place);
        place
    }

    /// Takes a page off a region's list. Says which page moved into its place on the list.
    pub fn leave(&mut self, hub: &Hub, sink: SinkId, seen: Seen) -> Option<u32> {
        let slot = self.get_mut(seen.slot)?;
        let at = seen.at as usize;
        slot.viewers.swap_remove(at);
        let moved = slot.viewers.get(at).copied();
        if slot.viewers.is_empty()
            && let Some(slot) = self.list[seen.slot as usize].take()
        {
            self.by_key.remove(&slot.key);
            self.by_id.remove(&slot.id);
            self.free.push(seen.slot);
            hub.detach(slot.id, sink);
        }
        moved
    }

    /// Takes a new frame; answers who looks at it.
    pub fn update(&mut self, id: SlotId, frame: Arc<Frame>) -> &[u32] {
        let Some(place) = self.by_id.get(&id).copied() else { return &[] };
        let (list, current) = (&mut self.list, &mut self.current);
        let Some(slot) = list.get_mut(place as usize).and_then(Option::as_mut) else { return &[] };
        if let Some(current) = current.get_mut(place as usize) {
            *current = frame.position;
        }
        // Without a former frame nobody can have skipped one.
        slot.before = slot.frame.as_ref().map_or(0, |f| f.position);
        slot.frame = Some(frame);
        slot.is_wanted = false;
        &slot.viewers
    }

    /// The frame that a page with this version lacks. Where there is none yet it is asked for, once.
    pub fn lacks(&mut self, hub: &Hub, seen: &Seen) -> Option<Arc<Frame>> {
        if seen.version >= *self.current.get(seen.slot as usize)? {
            return None;
        }
        let slot = self.get_mut(seen.slot)?;
        if slot.frame.is_none() && !std::mem::replace(&mut slot.is_wanted, true) {
            hub.want(slot.id);
        }
        slot.frame.clone()
    }
}
