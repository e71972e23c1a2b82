//! What a change touches: pages say which topics they show, events say which they touch.
use domain::{
    Command, Event, State,
    accreditation::AccreditationEvent,
    endorsement::EndorsementEvent,
    floor::FloorEvent,
    id::{DelegationId, ItemId, MeetingId, OrganisationId, PersonId, PollId, TextId, VenueId},
    poll::PollEvent,
    presence::{Place, PresenceEvent},
    registry::RegistryEvent,
    text::TextEvent,
};

/// A part of the state that a region may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The list of organisations.
    Directory,
    /// Summits, venues, meetings, agenda.
    Programme,
    /// Delegations of all organisations and the counts of registered and accredited.
    Accreditation,
    /// One organisation's delegation and members.
    Delegation(OrganisationId),
    /// The count of those present.
    Presence,
    /// One venue: who is there, and its link.
    Venue(VenueId),
    /// One meeting: open or not, its item, clock and list of speakers.
    Meeting(MeetingId),
    /// One item's list of speakers.
    Item(ItemId),
    /// What concerns one organisation alone: its place on a list, its acts.
    Own(OrganisationId),
    /// One text: words, adoption, reservations.
    Text(TextId),
    /// One text's endorsements.
    Endorsements(TextId),
    /// One poll: how far it is, and after the lock its votes.
    Poll(PollId),
    /// Seats, invitations and sessions.
    Seats,
    /// Letters waiting or sent.
    Letters,
    /// What is being decided now, anywhere in the summit, and what may be done: meetings, items, lists and questions opened and closed.
    Now,
    /// How it goes meanwhile: who speaks, the clock, how many wait, how many objected or endorsed. Everybody looks at it; what
    /// others than those concerned may do does not change with it.
    Course,
    /// The places on one item's list of speakers: some delegations' own places changed that did nothing themselves.
    Order(ItemId),
}

/// The written name of a command, such as `request-floor`.
#[must_use]
pub fn act_name(command: &Command) -> String {
    // The name is the outer key of the command's own JSON: one source for forms, API, audit and metrics.
    fn name(command: &impl serde::Serialize) -> String {
        match serde_json::to_value(command) {
            Ok(serde_json::Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
            Ok(serde_json::Value::String(text)) => text,
            _ => String::new(),
        }
    }
    match command {
        Command::Directory(c) => name(c),
        Command::Programme(c) => name(c),
        Command::Accreditation(c) => name(c),
        Command::Seat(c) => name(c),
        Command::Presence(c) => name(c),
        Command::Floor(c) => name(c),
        Command::Text(c) => name(c),
        Command::Endorsement(c) => name(c),
        Command::Registry(c) => name(c),
        Command::Poll(c) => name(c),
    }
}

/// Which topics an event touches. `state` already holds the event.
#[must_use]
pub fn touched(state: &State, event: &Event) -> Vec<Topic> {
    match event {
        Event::Directory(_) => vec![Topic::Directory],
        Event::Programme(_) => vec![Topic::Programme, Topic::Now],
        Event::Seat(_) => vec![Topic::Seats],
        Event::Accreditation(event) => accreditation(state, event),
        Event::Presence(event) => presence(state, event),
        Event::Floor(event) => floor(state, event),
        Event::Text(event) => text(state, event),
        Event::Registry(event) => registry(state, event),
        Event::Poll(event) => poll(state, event),
        Event::Endorsement(EndorsementEvent::ActMade { text, act }) => {
            vec![Topic::Endorsements(*text), Topic::Own(act.organisation), Topic::Course]
        }
    }
}

/// A vote that comes in changes the poll's progress and its voter's own page, and nothing that everybody looks at else.
fn poll(state: &State, event: &PollEvent) -> Vec<Topic> {
    use PollEvent as E;
    let mut topics = vec![Topic::Poll(event.poll())];
    match event {
        E::VoteCast { organisation, .. } | E::IntentionNoted { organisation, .. } | E::CalledNext { organisation, .. } => {
            topics.push(Topic::Own(*organisation));
            // Whoever is called next sees it on their own page.
            topics.extend(state.polls.get(event.poll()).and_then(|p| p.being_called()).map(Topic::Own));
        }
        E::PollOpened { .. } | E::PollLocked { .. } | E::ResultDeclared { .. } | E::PollCancelled { .. } => {
            topics.push(Topic::Now);
            topics.extend(state.polls.get(event.poll()).map(|p| Topic::Meeting(p.opened.meeting)));
        }
    }
    topics
}

fn registry(state: &State, event: &RegistryEvent) -> Vec<Topic> {
    let own = |organisation: &OrganisationId| vec![Topic::Own(*organisation), Topic::Delegation(*organisation)];
    match event {
        RegistryEvent::DeviceRegistered { organisation, .. } | RegistryEvent::OrganisationKeySet { organisation, .. } => {
            own(organisation)
        }
        RegistryEvent::DeviceEnded { rep } => state.registry.device(rep).map(|d| own(&d.organisation)).unwrap_or_default(),
        // Which organisation it concerns stands in the entry alone.
        RegistryEvent::EntryTaken { .. } => vec![Topic::Accreditation],
    }
}

fn accreditation(state: &State, event: &AccreditationEvent) -> Vec<Topic> {
    use AccreditationEvent as E;
    let of = |id: DelegationId| state.accreditation.delegation(id).map(|d| d.organisation);
    let by = |person: PersonId| state.accreditation.member(person).and_then(|m| of(m.delegation));
    let organisation = match event {
        E::DelegationInvited { organisation, .. } => Some(*organisation),
        E::MemberEntered { delegation, .. }
        | E::CategoryClaimed { delegation, .. }
        | E::CredentialsSubmitted { delegation }
        | E::CredentialsMoved { delegation, .. }
        | E::MembersAccredited { delegation, .. }
        | E::RivalDecided { seated: delegation, .. }
        | E::SeatContested { first: delegation, .. } => of(*delegation),
        E::MemberAmended { person, .. }
        | E::MemberWithdrawn { person }
        | E::AlternateDesignated { person, .. }
        | E::PhotoSet { person }
        | E::PhotoRemoved { person } => by(*person),
    };
    let mut topics = vec![Topic::Accreditation];
    topics.extend(organisation.into_iter().flat_map(|o| [Topic::Delegation(o), Topic::Own(o)]));
    topics
}

fn presence(state: &State, event: &PresenceEvent) -> Vec<Topic> {
    use PresenceEvent as E;
    let mut topics = vec![Topic::Presence];
    match event {
        E::CheckedIn { person, place, .. } | E::CheckedOut { person, place, .. } => {
            if let Place::Venue(venue) = place {
                topics.push(Topic::Venue(*venue));
            }
            let member = state.accreditation.member(*person).and_then(|m| state.accreditation.delegation(m.delegation));
            topics.extend(member.map(|d| Topic::Own(d.organisation)));
        }
        E::BadgeFlagged { first, second, .. } => topics.extend([Topic::Venue(*first), Topic::Venue(*second)]),
        E::ScanRefused { venue, .. } | E::ScansSynced { venue, .. } => topics.push(Topic::Venue(*venue)),
        E::BadgesIssued { .. } | E::BadgeReissued { .. } | E::BadgesEnded { .. } | E::FlagCleared { .. } => {}
    }
    topics
}

fn floor(state: &State, event: &FloorEvent) -> Vec<Topic> {
    use FloorEvent as E;
    let mut topics = Vec::with_capacity(6);
    let mut item_of = None;
    match event {
        E::MeetingOpened { meeting, .. }
        | E::MeetingSuspended { meeting }
        | E::MeetingResumed { meeting }
        | E::MeetingClosed { meeting }
        | E::SpeechKept { meeting } => topics.extend([Topic::Now, Topic::Meeting(*meeting)]),
        E::ClockPaused { meeting, .. } | E::ClockResumed { meeting, .. } | E::SpeechExtended { meeting, .. } => {
            topics.push(Topic::Meeting(*meeting));
            topics.extend(speaker(state, *meeting));
        }
        E::ItemOpened { meeting, item } | E::ItemClosed { meeting, item } => {
            topics.extend([Topic::Now, Topic::Meeting(*meeting), Topic::Item(*item)])
        }
        E::SpeakersOpened { item, .. } | E::SpeakersClosed { item } => {
            item_of = Some(*item);
            topics.push(Topic::Now);
        }
        E::FloorRequested { item, organisation, .. } => {
            item_of = Some(*item);
            topics.push(Topic::Own(*organisation));
            topics.extend(moves_others(state, *item, *organisation).then_some(Topic::Order(*item)));
        }
        E::ReplyRequested { item, organisation, .. } | E::ReplyWithdrawn { item, organisation } => {
            item_of = Some(*item);
            topics.push(Topic::Own(*organisation));
        }
        E::RequestWithdrawn { item, organisation } | E::SpeakersReordered { item, organisation, .. } => {
            item_of = Some(*item);
            topics.extend([Topic::Own(*organisation), Topic::Order(*item)]);
        }
        E::SwapProposed { item, organisation, with, .. }
        | E::SwapDeclined { item, organisation, with }
        | E::SwapWithdrawn { item, organisation, with }
        | E::SpeakersSwapped { item, organisation, with } => {
            item_of = Some(*item);
            topics.extend([Topic::Own(*organisation), Topic::Own(*with)]);
        }
        E::FloorGiven { meeting, item, organisation, .. } => {
            topics.extend([Topic::Meeting(*meeting), Topic::Item(*item), Topic::Own(*organisation), Topic::Order(*item)]);
        }
        E::SpeechEnded { meeting, organisation, .. } => topics.extend([Topic::Meeting(*meeting), Topic::Own(*organisation)]),
        E::PointOfOrderRaised { meeting, organisation, .. } | E::PointOfOrderRuled { meeting, organisation, .. } => {
            topics.extend([Topic::Now, Topic::Meeting(*meeting), Topic::Own(*organisation)])
        }
        E::LinkOpened { venue } | E::LinkLost { venue } | E::LinkRestored { venue } => topics.push(Topic::Venue(*venue)),
    }
    if let Some(item) = item_of {
        topics.push(Topic::Item(item));
        topics.extend(state.programme.item(item).map(|i| Topic::Meeting(i.meeting)));
    }
    topics.push(Topic::Course);
    topics
}

/// Whoever has the floor of a meeting.
fn speaker(state: &State, meeting: MeetingId) -> Option<Topic> {
    let speech = state.floor.sitting(meeting)?.speech.as_ref()?;
    Some(Topic::Own(speech.organisation))
}

/// Whether a new request changed what others see of their own places: it went in before them, or somebody waits no longer alone.
fn moves_others(state: &State, item: ItemId, organisation: OrganisationId) -> bool {
    state.floor.speakers(item).is_some_and(|list| list.len() == 2 || list.place_of(organisation).is_some_and(|p| p < list.len()))
}

fn text(state: &State, event: &TextEvent) -> Vec<Topic> {
    use TextEvent as E;
    let (text, organisation) = match event {
        // Nobody but who prepares it sees it.
        E::CorrectionPrepared { text, .. } => return vec![Topic::Text(*text)],
        E::TextDrafted { id, .. } => (*id, None),
        E::TitleSet { text, .. }
        | E::ParagraphSet { text, .. }
        | E::ParagraphInserted { text, .. }
        | E::ParagraphRemoved { text, .. }
        | E::TextImported { text, .. }
        | E::TextTabled { text, .. }
        | E::TextRevised { text, .. }
        | E::ConsensusOpened { text, .. }
        | E::ConsensusClosed { text }
        | E::TextAdopted { text, .. }
        | E::TextAdoptedByVote { text, .. }
        | E::EndorsementOpened { text }
        | E::EndorsementClosed { text }
        | E::ReservationWithdrawn { text, .. }
        | E::CorrectionProposed { text, .. }
        | E::CorrectionBlocked { text, .. }
        | E::CorrectionWithdrawn { text }
        | E::TextCorrected { text } => (*text, None),
        E::SponsorJoined { text, organisation, .. }
        | E::SponsorLeft { text, organisation, .. }
        | E::ObjectionMade { text, organisation, .. }
        | E::ObjectionWithdrawn { text, organisation, .. } => (*text, Some(*organisation)),
        E::ReservationEntered { text, reservation } => (*text, Some(reservation.organisation)),
    };
    // What one organisation does about a text is seen by everybody, and changes what it alone may do.
    let seen = if organisation.is_some() { Topic::Course } else { Topic::Now };
    let mut topics = vec![Topic::Text(text), seen];
    topics.extend(organisation.map(Topic::Own));
    if let E::TextCorrected { text } = event {
        // Who endorsed before counts apart from now on, and may endorse again.
        topics.push(Topic::Endorsements(*text));
        topics.extend(state.endorsements.of(*text).into_iter().flat_map(|a| a.newest()).map(|a| Topic::Own(a.made.organisation)));
    }
    topics
}
