//! Watches the venues' links: what a desk's silence tells becomes an act of the server, so that the clock of a
//! speaker who is cut off stops, and every page shows the link as it is.
use crate::links::{Link, Links};
use app::{Act, House};
use domain::{Actor, Command, Moment, State, command::CommandId, floor::FloorCommand, id::VenueId};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

/// How often links are compared with the state.
pub const PERIOD: Duration = Duration::from_millis(500);

/// How long a desk that was linked before the server's restart is given to come back, in milliseconds.
pub const RETURN_MS: u64 = 10_000;

/// What was seen of the links so far. A link that somebody reported lost by hand while its desk's page stays open is left alone: only a change acts.
#[derive(Debug, Default)]
pub struct LinkWatch {
    began: Option<Moment>,
    /// Linked when the watch began, and not heard of since.
    returning: HashSet<VenueId>,
    seen: HashMap<VenueId, Link>,
    wanted: HashMap<VenueId, bool>,
}

impl LinkWatch {
    /// The acts that bring the state to what the links show; each is named again until the state holds it.
    pub fn acts(&mut self, state: &State, links: &Links, now: Moment) -> Vec<FloorCommand> {
        let summits = state.programme.summits().filter(|(_, s)| s.closed.is_none());
        let venues: Vec<VenueId> = summits.flat_map(|(_, s)| s.venues().iter().copied()).collect();
        if self.began.is_none() {
            self.began = Some(now);
            self.returning = venues.iter().copied().filter(|venue| state.floor.is_linked(*venue)).collect();
        }
        let stays_away = self.began.is_some_and(|began| now.ms_since(began) >= RETURN_MS);
        let mut acts = Vec::new();
        for venue in venues {
            let link = links.of(venue, now);
            let before = self.seen.insert(venue, link).unwrap_or(Link::Unknown);
            if link != Link::Unknown {
                self.returning.remove(&venue);
            }
            if link != before && link != Link::Unknown {
                self.wanted.insert(venue, link == Link::Down);
            } else if stays_away && self.returning.remove(&venue) {
                self.wanted.insert(venue, true);
            }
            acts.extend(self.act(state, venue));
        }
        acts
    }

    /// What is still to be recorded of a venue; forgotten once the state holds it.
    fn act(&mut self, state: &State, venue: VenueId) -> Option<FloorCommand> {
        let (lost, linked) = (state.floor.is_link_lost(venue), state.floor.is_linked(venue));
        match self.wanted.get(&venue).copied()? {
            true if !lost => Some(FloorCommand::LoseLink { venue }),
            false if lost => Some(FloorCommand::RestoreLink { venue }),
            false if !linked => Some(FloorCommand::OpenLink { venue }),
            _ => {
                self.wanted.remove(&venue);
                None
            }
        }
    }
}

/// Compares every half second, for as long as the house takes commands.
pub async fn run(house: Arc<House>, links: Arc<Links>) {
    let mut watch = LinkWatch::default();
    let mut tick = tokio::time::interval(PERIOD);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while house.ready() {
        tick.tick().await;
        let now = house.clock().now();
        let acts = watch.acts(&house.state(), &links, now);
        for command in acts {
            let id = act_id(&command, now);
            let act = Act { actor: Actor::Server, id, command: Command::Floor(command), address: None };
            // A refusal means that somebody recorded it meanwhile; whatever else went wrong is tried again at the next comparison.
            if let Err(failure) = house.submit(act).await {
                tracing::debug!(%failure, "a change of a venue's link was not recorded");
            }
        }
    }
}

/// An id that names this change at this moment: the same comparison never records it twice.
fn act_id(command: &FloorCommand, now: Moment) -> CommandId {
    let (venue, lost) = match command {
        FloorCommand::LoseLink { venue } => (venue.0, 1),
        FloorCommand::OpenLink { venue } | FloorCommand::RestoreLink { venue } => (venue.0, 0),
        _ => (0, 0),
    };
    CommandId(u128::from(now.0.unsigned_abs()) << 64 | u128::from(venue) << 1 | lost)
}
