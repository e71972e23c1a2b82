//! What acceptance gives a member and what its end takes: seat, badge, letter.
use super::{AccreditationEvent, Standing};
use crate::{
    Event, State,
    id::{DelegationId, PersonId},
    presence::{self, BadgeEnd, PresenceEvent},
    seat::{self, Role, Seat, SeatEvent},
    state::{Decision, Given, PersonDetails},
    words::Digest,
};
use std::collections::HashSet;

/// Admits members to a decision, over as many delegations as one command touches.
pub(super) struct Admission<'a> {
    state: &'a State,
    given: &'a Given<'a>,
    /// Seats given so far: tells their ids and secrets apart.
    index: u32,
    badges: HashSet<Digest>,
    pub(super) decision: Decision,
}

impl<'a> Admission<'a> {
    pub(super) fn new(state: &'a State, given: &'a Given<'a>) -> Self {
        Self { state, given, index: 0, badges: HashSet::new(), decision: Decision::default() }
    }

    pub(super) fn push(&mut self, event: impl Into<Event>) {
        self.decision.events.push(event.into());
    }

    /// The members who are accredited together with their delegation.
    pub(super) fn entered(&self, delegation: DelegationId) -> Vec<PersonId> {
        let entered = self.state.accreditation.members(delegation).filter(|(_, m)| m.standing == Standing::Entered);
        entered.map(|(p, _)| p).collect()
    }

    /// Gives these members of a delegation seats, badges and letters.
    pub(super) fn admit(&mut self, delegation: DelegationId, people: &[PersonId]) {
        let Some(d) = self.state.accreditation.delegation(delegation) else { return };
        if people.is_empty() {
            return;
        }
        let mut members = Vec::with_capacity(people.len());
        let mut badges = Vec::with_capacity(people.len());
        let mut seats: Vec<Event> = Vec::with_capacity(people.len() * 2);
        for person in people {
            let seat = Seat {
                role: Role::Delegate,
                person: *person,
                organisation: Some(d.organisation),
                venue: None,
                summit: Some(d.summit),
                ended: false,
            };
            let (id, events, mut letter) = seat::give(self.state, seat, self.index, "invitation-delegate", self.given);
            let (code, badge) = presence::new_badge(self.state, self.given, self.index, &self.badges);
            self.index += 1;
            self.badges.insert(badge);
            members.push((*person, id));
            badges.push((*person, badge));
            seats.extend(events.map(Event::from));
            letter.with.push(("badge", code.clone()));
            self.decision.people.push((*person, Some(PersonDetails::badge(code))));
            self.decision.letters.push(letter);
        }
        self.push(AccreditationEvent::MembersAccredited { delegation, members });
        self.push(PresenceEvent::BadgesIssued { summit: d.summit, organisation: d.organisation, badges });
        self.decision.events.append(&mut seats);
    }
}

/// The events that end the seats and badges of a delegation's accredited members.
pub(super) fn release(state: &State, delegation: DelegationId) -> Vec<Event> {
    let (mut people, mut events) = (Vec::new(), Vec::new());
    for (person, member) in state.accreditation.members(delegation) {
        let Some(id) = member.seat() else { continue };
        people.push(person);
        if state.seats.get(id).is_some_and(|s| !s.ended) {
            events.push(SeatEvent::SeatEnded { id }.into());
        }
    }
    if !people.is_empty() {
        events.push(PresenceEvent::BadgesEnded { people, reason: BadgeEnd::NotSeated }.into());
    }
    events
}
