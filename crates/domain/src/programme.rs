//! Where and when: the series of summits, venues, meetings, agendas, keynotes, and the order of precedence.
mod agenda;
mod calendar;
mod clock;
mod command;
mod event;
mod meeting;
mod precedence;
mod summit;
#[cfg(test)]
mod tests;
mod venue;

pub use agenda::{Item, ItemKind, Keynote};
pub use calendar::{Times, icalendar};
pub use clock::{Date, WallClock, Zone};
pub use command::ProgrammeCommand;
pub use event::ProgrammeEvent;
pub use meeting::{Cancelled, Meeting, MeetingDetails, MeetingKind, MeetingPlan};
pub use precedence::Precedence;
pub use summit::{Signatures, Summit, SummitDetails};
pub use venue::{Latitude, Longitude, Venue, VenueKind};

use crate::{
    Actor, No, Recorded, State,
    directory::Home,
    id::{ItemId, MeetingId, OrganisationId, SummitId, VenueId},
    language::Names,
    state::{Decision, Given},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The series and all its summits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    series: Option<Names>,
    summits: Vec<Summit>,
    venues: Vec<Option<Venue>>,
    meetings: Vec<Meeting>,
    items: Vec<Item>,
}

/// A day on which meetings begin, by the main venue's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// Its meetings, by start and then in order of entry; cancelled ones are left out.
    pub meetings: Vec<MeetingId>,
}

fn at<T>(list: &[T], id: u32) -> Option<&T> {
    list.get((id as usize).checked_sub(1)?)
}
fn at_mut<T>(list: &mut [T], id: u32) -> Option<&mut T> {
    list.get_mut((id as usize).checked_sub(1)?)
}

impl Programme {
    /// The name of the series, once it has one.
    #[must_use]
    pub const fn series(&self) -> Option<&Names> {
        self.series.as_ref()
    }
    /// The newest summit that is not closed.
    #[must_use]
    pub fn current(&self) -> Option<SummitId> {
        self.summits().filter(|(_, s)| s.closed.is_none()).last().map(|(id, _)| id)
    }
    /// The summit of this id.
    #[must_use]
    pub fn summit(&self, id: SummitId) -> Option<&Summit> {
        at(&self.summits, id.0)
    }
    /// All summits in the order they were convened.
    pub fn summits(&self) -> impl Iterator<Item = (SummitId, &Summit)> {
        self.summits.iter().zip(1..).map(|(s, n)| (SummitId(n), s))
    }
    /// The venue of this id, unless it was taken out.
    #[must_use]
    pub fn venue(&self, id: VenueId) -> Option<&Venue> {
        at(&self.venues, id.0)?.as_ref()
    }
    /// A summit's venues in order of entry.
    pub fn venues(&self, summit: SummitId) -> impl Iterator<Item = (VenueId, &Venue)> {
        let ids = self.summit(summit).map_or(&[][..], |s| &s.venues);
        ids.iter().filter_map(|id| Some((*id, self.venue(*id)?)))
    }
    /// The organisations that host a venue of the summit.
    #[must_use]
    pub fn hosts(&self, summit: SummitId) -> BTreeSet<OrganisationId> {
        self.venues(summit).map(|(_, v)| v.host).collect()
    }
    /// The countries in which a venue of the summit lies.
    #[must_use]
    pub fn hosting_countries(&self, summit: SummitId) -> BTreeSet<&Home> {
        self.venues(summit).map(|(_, v)| &v.country).collect()
    }
    /// Whether an organisation convenes, hosts or sends a keynote speaker to any summit, so that it must stay in the directory.
    #[must_use]
    pub fn relies_on(&self, organisation: OrganisationId) -> bool {
        self.summits.iter().any(|s| s.details.conveners.contains(&organisation))
            || self.venues.iter().flatten().any(|v| v.host == organisation)
            || self.meetings.iter().any(|m| m.keynotes.iter().any(|k| k.organisation == Some(organisation)))
    }
    /// The meeting of this id, cancelled or not.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        at(&self.meetings, id.0)
    }
    /// A summit's meetings in order of entry, cancelled ones too.
    pub fn meetings(&self, summit: SummitId) -> impl Iterator<Item = (MeetingId, &Meeting)> {
        let ids = self.summit(summit).map_or(&[][..], |s| &s.meetings);
        ids.iter().filter_map(|id| Some((*id, self.meeting(*id)?)))
    }
    /// A summit's days, in the main venue's zone: those on which a meeting begins.
    #[must_use]
    pub fn days(&self, summit: SummitId) -> Vec<Day> {
        let main = self.summit(summit).and_then(|s| s.main).and_then(|v| self.venue(v));
        let mut days = BTreeMap::<Date, Vec<_>>::new();
        for (id, meeting) in self.meetings(summit).filter(|(_, m)| m.cancelled.is_none()) {
            let zone = main.map_or(&meeting.zone, |v| &v.zone);
            days.entry(zone.date(meeting.start)).or_default().push((meeting.start, id));
        }
        let day = |(date, mut meetings): (Date, Vec<(_, MeetingId)>)| {
            meetings.sort_unstable();
            Day { date, meetings: meetings.into_iter().map(|(_, id)| id).collect() }
        };
        days.into_iter().map(day).collect()
    }
    /// The agenda item of this id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        at(&self.items, id.0)
    }
    /// A meeting's agenda in its order.
    pub fn items(&self, meeting: MeetingId) -> impl Iterator<Item = (ItemId, &Item)> {
        let ids = self.meeting(meeting).map_or(&[][..], |m| &m.items);
        ids.iter().filter_map(|id| Some((*id, self.item(*id)?)))
    }
    /// An item's number as shown: the written one, or its place on the agenda.
    #[must_use]
    pub fn item_number(&self, id: ItemId) -> Option<String> {
        let item = self.item(id)?;
        let place = || self.meeting(item.meeting)?.items.iter().position(|i| *i == id).map(|p| (p + 1).to_string());
        item.number.as_ref().map(ToString::to_string).or_else(place)
    }
    /// The id the next summit gets.
    #[must_use]
    pub const fn next_summit(&self) -> SummitId {
        SummitId(self.summits.len() as u32 + 1)
    }
    /// The id the next venue gets.
    #[must_use]
    pub const fn next_venue(&self) -> VenueId {
        VenueId(self.venues.len() as u32 + 1)
    }
    /// The id the next meeting gets.
    #[must_use]
    pub const fn next_meeting(&self) -> MeetingId {
        MeetingId(self.meetings.len() as u32 + 1)
    }
    /// The id the next agenda item gets.
    #[must_use]
    pub const fn next_item(&self) -> ItemId {
        ItemId(self.items.len() as u32 + 1)
    }

    pub(crate) fn evolve(&mut self, event: &ProgrammeEvent, recorded: &Recorded) {
        match event {
            ProgrammeEvent::SeriesNamed { names } => self.series = Some(names.clone()),
            ProgrammeEvent::SummitConvened { summit, .. } => self.summits.push(Summit::new(summit.clone())),
            ProgrammeEvent::SummitAmended { id, summit } => self.change_summit(*id, |s| s.details = summit.clone()),
            ProgrammeEvent::SummitClosed { id } => self.change_summit(*id, |s| s.closed = Some(recorded.at)),
            ProgrammeEvent::SignaturesSet { summit, signatures } => {
                self.change_summit(*summit, |s| s.signatures = *signatures);
            }
            ProgrammeEvent::RulesSet { summit, rules } => self.change_summit(*summit, |s| s.rules = rules.clone()),
            ProgrammeEvent::PrecedenceDrawn { summit, precedence } => {
                self.change_summit(*summit, |s| s.precedence = Some(precedence.clone()));
            }
            ProgrammeEvent::VenueAdded { id, venue } => {
                self.venues.push(Some(venue.clone()));
                self.change_summit(venue.summit, |s| {
                    s.venues.push(*id);
                    if venue.kind == VenueKind::Main {
                        s.main = Some(*id);
                    }
                });
            }
            ProgrammeEvent::VenueAmended { id, venue } => self.amend_venue(*id, venue),
            ProgrammeEvent::VenueRemoved { id } => {
                if let Some(venue) = at_mut(&mut self.venues, id.0).and_then(Option::take) {
                    self.change_summit(venue.summit, |s| {
                        s.venues.retain(|v| v != id);
                        s.main = s.main.filter(|m| m != id);
                    });
                }
            }
            ProgrammeEvent::MeetingScheduled { id, meeting } => {
                self.change_summit(meeting.summit, |s| s.meetings.push(*id));
                self.meetings.push(Meeting::new(meeting.clone(), recorded.at));
            }
            ProgrammeEvent::MeetingAmended { id, meeting } => {
                self.change_meeting(*id, recorded, |m| m.amend(meeting.clone()));
            }
            ProgrammeEvent::MeetingCancelled { id, reason } => self.change_meeting(*id, recorded, |m| {
                m.cancelled = Some(Cancelled { at: recorded.at, reason: reason.clone() });
            }),
            ProgrammeEvent::KeynoteAdded { meeting, keynote } => {
                self.change_meeting(*meeting, recorded, |m| m.keynotes.push(keynote.clone()));
            }
            ProgrammeEvent::KeynoteRemoved { meeting, speaker } => {
                self.change_meeting(*meeting, recorded, |m| m.keynotes.retain(|k| k.speaker != *speaker));
            }
            ProgrammeEvent::ItemAdded { id, item } => {
                self.change_meeting(item.meeting, recorded, |m| m.items.push(*id));
                self.items.push(item.clone());
            }
            ProgrammeEvent::ItemAmended { id, item } => {
                self.change_meeting(item.meeting, recorded, |_| {});
                if let Some(entry) = at_mut(&mut self.items, id.0) {
                    *entry = item.clone();
                }
            }
            ProgrammeEvent::ItemsReordered { meeting, order } => {
                self.change_meeting(*meeting, recorded, |m| m.items.clone_from(order));
            }
        }
    }

    fn change_summit(&mut self, id: SummitId, change: impl FnOnce(&mut Summit)) {
        if let Some(summit) = at_mut(&mut self.summits, id.0) {
            change(summit);
        }
    }
    fn change_meeting(&mut self, id: MeetingId, recorded: &Recorded, change: impl FnOnce(&mut Meeting)) {
        if let Some(meeting) = at_mut(&mut self.meetings, id.0) {
            change(meeting);
            meeting.touch(recorded.at);
        }
    }
    fn amend_venue(&mut self, id: VenueId, venue: &Venue) {
        if let Some(Some(entry)) = at_mut(&mut self.venues, id.0) {
            *entry = venue.clone();
        }
        self.change_summit(venue.summit, |s| {
            s.main = if venue.kind == VenueKind::Main { Some(id) } else { s.main.filter(|m| *m != id) };
        });
    }
}

pub(crate) fn decide(state: &State, _: &Actor, command: &ProgrammeCommand, given: &Given<'_>) -> Result<Decision, No> {
    match command {
        ProgrammeCommand::NameSeries { names } => Ok(Decision::events([ProgrammeEvent::SeriesNamed { names: names.clone() }])),
        ProgrammeCommand::ConveneSummit(details) => summit::convene(state, details),
        ProgrammeCommand::AmendSummit { id, summit } => summit::amend(state, *id, summit),
        ProgrammeCommand::CloseSummit { summit } => summit::close(state, *summit),
        ProgrammeCommand::SetSignatures { summit, signatures } => summit::set_signatures(state, *summit, *signatures),
        ProgrammeCommand::SetRules { summit, rules } => summit::set_rules(state, *summit, rules),
        ProgrammeCommand::AddVenue(venue) => venue::add(state, venue),
        ProgrammeCommand::AmendVenue { id, venue } => venue::amend(state, *id, venue),
        ProgrammeCommand::RemoveVenue { id } => venue::remove(state, *id, given),
        ProgrammeCommand::ImportVenues { venues } => venue::import(state, venues),
        ProgrammeCommand::ScheduleMeeting(plan) => meeting::schedule(state, plan),
        ProgrammeCommand::AmendMeeting { id, meeting } => meeting::amend(state, *id, meeting, given),
        ProgrammeCommand::CancelMeeting { meeting, reason } => meeting::cancel(state, *meeting, reason.as_ref(), given),
        ProgrammeCommand::AddKeynote { meeting, person, organisation, titles, minutes } => {
            agenda::add_keynote(state, *meeting, person, *organisation, titles, *minutes)
        }
        ProgrammeCommand::RemoveKeynote { meeting, speaker } => agenda::remove_keynote(state, *meeting, *speaker),
        ProgrammeCommand::AddItem(item) => agenda::add_item(state, item),
        ProgrammeCommand::AmendItem { id, item } => agenda::amend_item(state, *id, item),
        ProgrammeCommand::ReorderItems { meeting, order } => agenda::reorder(state, *meeting, order),
        ProgrammeCommand::DrawPrecedence { summit, language } => precedence::draw(state, *summit, language, given),
    }
}
