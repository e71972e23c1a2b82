//! The house as the live fan-out sees it: what each region shows, how it is rendered, and what a press does.
use crate::{
    act,
    answer::Answer as Words,
    checkers::Checkers,
    i18n::Tongue,
    live::{Answer, Audience, Hub, Live, LiveSettings, Press, RegionKey, Rendered, Scene, StartError, Topic as Shown, Viewer},
    pages, scan,
    site::{self, Site},
    url,
    view::{Region, Scope, View, Who},
};
use app::{Act, Topic, topic};
use domain::{
    Actor, Event, Recorded,
    id::{OrganisationId, SeatId, SessionId, VenueId},
    seat::{Role, SeatEvent},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

/// The site, with what its regions show, and who checks signatures.
pub struct Stage(pub Arc<Site>, Checkers);

/// Hears of durable changes and tells the hub; the hub comes to life after the house.
#[derive(Default)]
pub struct Broadcast {
    hub: OnceLock<Arc<Hub>>,
    state: OnceLock<Arc<Site>>,
}

impl Broadcast {
    /// From now on changes reach this hub.
    pub fn connect(&self, site: Arc<Site>, hub: Arc<Hub>) {
        // A second call would be a second server on one house; the first stays.
        let _ = self.state.set(site);
        let _ = self.hub.set(hub);
    }
}

impl app::Audience for Broadcast {
    fn published(&self, events: &[Recorded]) {
        let (Some(hub), Some(site), Some(last)) = (self.hub.get(), self.state.get(), events.last()) else { return };
        let topics: BTreeSet<Topic> = {
            let state = site.house.state();
            events.iter().flat_map(|e| topic::touched(&state, &e.event)).collect()
        };
        let topics: Vec<Shown> = topics.into_iter().map(number).collect();
        hub.publish(last.position, &topics);
        for event in events {
            if let Event::Seat(SeatEvent::SessionEnded { id }) = &event.event {
                hub.revoke(u64::from(id.0));
            }
        }
    }
}

/// Starts the live fan-out of a site, once: from now on its open pages are kept current. `origins` are those by which browsers reach it.
///
/// # Errors
/// [`StartError`], such as when the system has no thread left.
pub fn go_live(site: &Arc<Site>, broadcast: &Broadcast, origins: Vec<String>) -> Result<Arc<Live>, StartError> {
    let settings = LiveSettings { origins, presses: Arc::clone(&site.presses), ..LiveSettings::default() };
    let live = Arc::new(Live::start(Arc::new(Stage::of(Arc::clone(site))?), settings)?);
    // A second call would be a second fan-out of one site; the first stays. A page opened before this line is told to come again.
    let _ = site.live.set(Arc::clone(&live));
    broadcast.connect(Arc::clone(site), Arc::clone(&live.hub));
    Ok(live)
}

/// The number by which the live fan-out knows a topic: its kind and the id it is about.
#[must_use]
pub const fn number(topic: Topic) -> Shown {
    let (kind, id) = match topic {
        Topic::Directory => (0, 0),
        Topic::Programme => (1, 0),
        Topic::Accreditation => (2, 0),
        Topic::Delegation(id) => (3, id.0),
        Topic::Presence => (4, 0),
        Topic::Venue(id) => (5, id.0),
        Topic::Meeting(id) => (6, id.0),
        Topic::Item(id) => (7, id.0),
        Topic::Own(id) => (8, id.0),
        Topic::Text(id) => (9, id.0),
        Topic::Endorsements(id) => (10, id.0),
        Topic::Seats => (11, 0),
        Topic::Letters => (12, 0),
        Topic::Now => (13, 0),
        Topic::Poll(id) => (14, id.0),
        Topic::Course => (20, 0),
        Topic::Order(id) => (21, id.0),
    };
    Shown((kind as u64) << 32 | id as u64)
}

/// Who shares the bytes of a region with this viewer, in one number: language, role, and organisation or seat.
#[must_use]
pub fn audience(scope: Scope, who: Who, tongue: Tongue) -> Audience {
    let who = scope.narrow(who);
    let role = who.role.and_then(|role| Role::ALL.iter().position(|r| *r == role)).map_or(0, |n| n as u64 + 1);
    let id = match scope {
        Scope::Everybody | Scope::Role => 0,
        Scope::Organisation => who.organisation.map_or(0, |o| o.0),
        Scope::Seat => who.seat.map_or(0, |s| s.0),
    };
    Audience(u64::from(tongue.number_of()) | role << 8 | u64::from(id) << 16)
}

/// A region's entry, its argument, the language and the viewer that a key stands for.
struct Asked<'a> {
    region: &'static Region,
    of: Option<&'a str>,
    tongue: Tongue,
    who: Who,
}

/// The region of a name such as `speakers.item-3`, with its argument.
#[must_use]
pub fn named(name: &str) -> Option<(&'static Region, Option<&str>)> {
    let (region, of) = name.split_once('.').map_or((name, None), |(region, of)| (region, Some(of)));
    Some((pages::region(region)?, of))
}

impl Stage {
    /// Starts the threads that check signatures for this site's sockets.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn of(site: Arc<Site>) -> std::io::Result<Self> {
        Ok(Self(site, Checkers::start()?))
    }
    fn asked<'a>(&self, key: &'a RegionKey) -> Option<Asked<'a>> {
        let (region, of) = named(&key.name)?;
        let bits = key.audience.0;
        let tongue = Tongue::of((bits & 0xff) as usize);
        let role = ((bits >> 8 & 0xff) as usize).checked_sub(1).and_then(|n| Role::ALL.get(n)).copied();
        let id = (bits >> 16) as u32;
        let who = match region.scope {
            Scope::Everybody => Who::default(),
            Scope::Role => Who { role, ..Who::default() },
            Scope::Organisation => Who { role, organisation: (id != 0).then_some(OrganisationId(id)), ..Who::default() },
            Scope::Seat => {
                let seat = SeatId(id);
                self.0.house.state().seats.get(seat).map_or_else(Who::default, |s| Who::of(seat, s))
            }
        };
        Some(Asked { region, of, tongue, who })
    }
}

impl Stage {
    /// The venue whose desk this viewer is.
    fn desk(&self, viewer: &Viewer) -> Option<VenueId> {
        let state = self.0.house.state();
        let seat = state.seats.get(SeatId(u32::try_from(viewer.seat).ok()?))?;
        seat.venue.filter(|_| seat.role == Role::VenueOperator)
    }
}

impl Scene for Stage {
    fn position(&self) -> u64 {
        self.0.house.state().position
    }

    fn topics(&self, key: &RegionKey) -> Vec<Shown> {
        let Some(asked) = self.asked(key) else { return Vec::new() };
        (asked.region.topics)(&self.0.house.state(), asked.of, &asked.who).into_iter().map(number).collect()
    }

    fn render(&self, key: &RegionKey) -> Rendered {
        // Before the guard: a second guard in one thread could wait for a writer that waits for the first.
        let asked = self.asked(key);
        // The guard is held through the rendering: the position and what is shown belong together.
        let state = self.0.house.state();
        let position = state.position;
        let Some(asked) = asked else { return Rendered { position, html: String::new() } };
        let query = BTreeMap::new();
        let view = View {
            state: &state,
            record: self.0.house.record(),
            people: self.0.house.people(),
            places: &self.0.settings.places,
            tongue: asked.tongue,
            who: asked.who,
            now: self.0.house.clock().now(),
            query: &query,
            failed: None,
            regions: RefCell::default(),
        };
        let html = (asked.region.render)(&view, asked.of).into_string();
        Rendered { position, html }
    }

    fn press(&self, viewer: &Viewer, press: Press, answer: Answer) {
        let tongue = Tongue::of(usize::from(viewer.language));
        let form = url::pairs(&press.body);
        let act = press.act.into_string();
        let Some(id) = site::read_id(&press.id) else {
            let invalid = domain::Invalid::new("_id", domain::FieldProblem::Empty);
            return send(answer, &Words::failed(&app::Failure::No(invalid.into()), tongue));
        };
        let read = act::fields(&form).and_then(|mut fields| {
            let signed = fields.as_object_mut().and_then(|map| map.remove("signed"));
            Ok((act::command(&act, fields)?, signed))
        });
        let (command, signed) = match read {
            Ok(read) => read,
            Err(no) => return send(answer, &Words::failed(&app::Failure::No(no), tongue)),
        };
        let actor = u32::try_from(viewer.seat).ok().filter(|s| *s != 0).map_or(Actor::Nobody, |s| Actor::Seat(SeatId(s)));
        let scanned = scan::Asked::of(actor, &command);
        let request = Act { actor, id, command, address: Some(viewer.address) };
        let site = Arc::clone(&self.0);
        let Some(signed) = signed else {
            let reply = move |outcome| send(answer, &site.answer(&act, &outcome, scanned, tongue));
            return self.0.house.submit_then(request, Box::new(reply));
        };
        // Checked elsewhere, in the order of the session's signed presses. An unsigned one may overtake: none of those depends on a
        // signed one that was not answered, since the page shows an act only when it was answered.
        self.1.give(viewer.session, move || match crate::record::checked(&site.house, &signed) {
            Ok(checked) => {
                let house = Arc::clone(&site.house);
                let reply = move |outcome| send(answer, &site.answer(&act, &outcome, scanned, tongue));
                house.submit_signed_then(request, Some(checked), Box::new(reply));
            }
            Err(no) => send(answer, &Words::failed(&app::Failure::No(no), tongue)),
        });
    }

    fn signed_in(&self, viewer: &Viewer) -> bool {
        if viewer.session == 0 {
            return true;
        }
        let state = self.0.house.state();
        let session = u32::try_from(viewer.session).ok().and_then(|id| state.seats.session(SessionId(id)));
        session.is_some_and(|s| self.0.house.clock().now() < s.until && state.seats.get(s.seat).is_some_and(|seat| !seat.ended))
    }

    fn opened(&self, viewer: &Viewer) {
        if let Some(venue) = self.desk(viewer) {
            self.0.links.opened(venue);
        }
    }

    fn closed(&self, viewer: &Viewer) {
        if let Some(venue) = self.desk(viewer) {
            self.0.links.closed(venue, self.0.house.clock().now());
        }
    }
}

fn send(answer: Answer, words: &Words) {
    // An answer is plain strings and numbers: it always serialises.
    let json = serde_json::to_string(words).unwrap_or_default();
    answer.send(words.status, words.position.unwrap_or(0), &json);
}
