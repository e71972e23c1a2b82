//! Which events are public facts, and in what words. What is not named here is not told: a new kind of event is private until
//! somebody decides otherwise.
use domain::{
    Event, Moment, Recorded, accreditation::AccreditationEvent, directory::DirectoryEvent, endorsement::EndorsementEvent,
    floor::FloorEvent, poll::PollEvent, presence::Place, presence::PresenceEvent, programme::ProgrammeEvent, seat::SeatEvent,
    text::TextEvent,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// One event as a reader of the feed sees it.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Fact {
    /// Its place in the log; the log has no gaps, the feed leaves out what the reader may not see.
    pub position: u64,
    /// When it was decided, in UTC (RFC 3339).
    pub at: String,
    /// What happened, such as `floor-requested`.
    pub kind: String,
    /// The fields of what happened.
    #[schema(value_type = Object)]
    pub data: Value,
}

/// A moment as RFC 3339 in UTC; beyond the year 9999 nothing.
#[must_use]
pub fn time(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|t| t.to_string()).unwrap_or_default()
}

/// The public fact of an event, if it is one. Seats, sessions, invitations and people never are; presence and accreditation
/// only say that a count changed; objections stay with the meeting, drafts with their drafters.
#[must_use]
pub fn public(recorded: &Recorded) -> Option<Fact> {
    let (kind, data) = match &recorded.event {
        Event::Directory(e) => directory(e)?,
        Event::Programme(e) => programme(e)?,
        Event::Accreditation(e) => accreditation(e)?,
        Event::Seat(_) => return None,
        Event::Presence(e) => presence(e)?,
        Event::Floor(e) => floor(e)?,
        Event::Text(e) => text(e)?,
        Event::Endorsement(e @ EndorsementEvent::ActMade { .. }) => whole(e)?,
        Event::Poll(e) => poll(e)?,
        // What of it is public stands in the record, where anybody can check it.
        Event::Registry(_) => return None,
    };
    Some(fact(recorded, kind, data))
}

/// What a token of the secretariat sees: every event, without digests of secrets; people by their ids.
#[must_use]
pub fn restricted(recorded: &Recorded) -> Option<Fact> {
    let (kind, mut data) = match &recorded.event {
        Event::Directory(e) => whole(e)?,
        Event::Programme(e) => whole(e)?,
        Event::Accreditation(e) => whole(e)?,
        Event::Seat(e) => match e {
            SeatEvent::SeatGiven { .. }
            | SeatEvent::SessionEnded { .. }
            | SeatEvent::SeatEnded { .. }
            | SeatEvent::PersonErased { .. } => whole(e)?,
            SeatEvent::InvitationIssued { id, seat, until, .. } => {
                ("invitation-issued".to_owned(), json!({ "id": id, "seat": seat, "until": until }))
            }
            SeatEvent::SessionOpened { id, session, .. } => {
                ("session-opened".to_owned(), json!({ "id": id, "seat": session.seat }))
            }
        },
        Event::Presence(e) => whole(e)?,
        Event::Floor(e) => whole(e)?,
        Event::Text(e) => whole(e)?,
        Event::Endorsement(e) => whole(e)?,
        Event::Registry(e) => whole(e)?,
        // For what somebody votes is told to nobody before the lock: then the lock itself tells it.
        Event::Poll(PollEvent::VoteCast { poll, organisation, .. }) => {
            ("vote-cast".to_owned(), json!({ "poll": poll, "organisation": organisation }))
        }
        Event::Poll(e) => whole(e)?,
    };
    if let Event::Presence(PresenceEvent::BadgesIssued { badges, .. }) = &recorded.event {
        data["badges"] = badges.iter().map(|(person, _)| json!(person)).collect();
    } else if let (Event::Presence(_), Some(map)) = (&recorded.event, data.as_object_mut()) {
        map.remove("badge");
    }
    Some(fact(recorded, kind, data))
}

fn fact(recorded: &Recorded, kind: String, data: Value) -> Fact {
    Fact { position: recorded.position, at: time(recorded.at), kind, data }
}

/// An event in its own words: its written name and its fields. How an act came in is told, its evidence is not.
fn whole(event: &impl Serialize) -> Option<(String, Value)> {
    let (kind, mut data) = match serde_json::to_value(event).ok()? {
        Value::Object(map) => map.into_iter().next()?,
        Value::String(kind) => (kind, Value::Object(Map::new())),
        _ => return None,
    };
    plain_ways(&mut data);
    Some((kind, data))
}

fn plain_ways(data: &mut Value) {
    match data {
        Value::Object(map) => map.iter_mut().for_each(|(name, value)| {
            if name == "way" && value.is_object() {
                *value = json!("paper");
            } else {
                plain_ways(value);
            }
        }),
        Value::Array(list) => list.iter_mut().for_each(plain_ways),
        _ => {}
    }
}

fn directory(event: &DirectoryEvent) -> Option<(String, Value)> {
    match event {
        DirectoryEvent::OrganisationRegistered { .. }
        | DirectoryEvent::OrganisationAmended { .. }
        | DirectoryEvent::OrganisationRemoved { .. } => {}
    }
    let (kind, mut data) = whole(event)?;
    if let Some(organisation) = data.get_mut("organisation").and_then(Value::as_object_mut) {
        // The convener's own number for it is the convener's own business.
        organisation.remove("external_id");
    }
    Some((kind, data))
}

fn programme(event: &ProgrammeEvent) -> Option<(String, Value)> {
    use ProgrammeEvent as E;
    match event {
        E::SeriesNamed { .. }
        | E::SummitConvened { .. }
        | E::SummitAmended { .. }
        | E::SummitClosed { .. }
        | E::RulesSet { .. }
        | E::SignaturesSet { .. }
        | E::VenueAdded { .. }
        | E::VenueAmended { .. }
        | E::VenueRemoved { .. }
        | E::MeetingScheduled { .. }
        | E::MeetingAmended { .. }
        | E::MeetingCancelled { .. }
        | E::ItemAdded { .. }
        | E::ItemAmended { .. }
        | E::ItemsReordered { .. }
        | E::PrecedenceDrawn { .. } => whole(event),
        E::KeynoteAdded { meeting, keynote } => Some((
            "keynote-added".into(),
            json!({ "meeting": meeting, "organisation": keynote.organisation, "titles": keynote.titles, "minutes": keynote.minutes }),
        )),
        E::KeynoteRemoved { meeting, .. } => Some(("keynote-removed".into(), json!({ "meeting": meeting }))),
    }
}

/// The counts of registered and accredited changed; nothing of whom or whose.
fn accreditation(event: &AccreditationEvent) -> Option<(String, Value)> {
    use AccreditationEvent as E;
    let changes = matches!(
        event,
        E::DelegationInvited { .. }
            | E::MemberEntered { .. }
            | E::MemberWithdrawn { .. }
            | E::MembersAccredited { .. }
            | E::CredentialsMoved { .. }
            | E::RivalDecided { .. }
    );
    changes.then(|| ("headcount-changed".into(), json!({})))
}

/// The count of those present changed, and where; nothing of whom.
fn presence(event: &PresenceEvent) -> Option<(String, Value)> {
    let data = match event {
        PresenceEvent::CheckedIn { place, .. } | PresenceEvent::CheckedOut { place, .. } => match place {
            Place::Venue(venue) => json!({ "venue": venue }),
            Place::Remote => json!({ "remote": true }),
        },
        PresenceEvent::BadgesEnded { .. } => json!({}),
        _ => return None,
    };
    Some(("presence-changed".into(), data))
}

fn floor(event: &FloorEvent) -> Option<(String, Value)> {
    use FloorEvent as E;
    match event {
        E::MeetingOpened { .. }
        | E::MeetingSuspended { .. }
        | E::MeetingResumed { .. }
        | E::MeetingClosed { .. }
        | E::ItemOpened { .. }
        | E::ItemClosed { .. }
        | E::SpeakersOpened { .. }
        | E::SpeakersClosed { .. }
        | E::FloorRequested { .. }
        | E::RequestWithdrawn { .. }
        | E::SpeakersReordered { .. }
        | E::SpeakersSwapped { .. }
        | E::ReplyRequested { .. }
        | E::ReplyWithdrawn { .. }
        | E::FloorGiven { .. }
        | E::SpeechKept { .. }
        | E::ClockPaused { .. }
        | E::ClockResumed { .. }
        | E::SpeechEnded { .. }
        | E::SpeechExtended { .. }
        | E::LinkOpened { .. }
        | E::LinkLost { .. }
        | E::LinkRestored { .. }
        | E::PointOfOrderRaised { .. }
        | E::PointOfOrderRuled { .. } => whole(event),
        // A proposal between two delegations; the list shows it once both agree.
        E::SwapProposed { .. } | E::SwapDeclined { .. } | E::SwapWithdrawn { .. } => None,
    }
}

fn text(event: &TextEvent) -> Option<(String, Value)> {
    use TextEvent as E;
    match event {
        E::TextTabled { .. }
        | E::ConsensusOpened { .. }
        | E::ConsensusClosed { .. }
        | E::ReservationEntered { .. }
        | E::ReservationWithdrawn { .. }
        | E::TextAdopted { .. }
        | E::TextAdoptedByVote { .. }
        | E::EndorsementOpened { .. }
        | E::EndorsementClosed { .. }
        | E::CorrectionProposed { .. }
        | E::CorrectionBlocked { .. }
        | E::CorrectionWithdrawn { .. }
        | E::TextCorrected { .. } => whole(event),
        _ => None,
    }
}

/// Votes are told by the lock, all at once; who has cast one is told by the record alone.
fn poll(event: &PollEvent) -> Option<(String, Value)> {
    use PollEvent as E;
    match event {
        E::PollOpened { .. }
        | E::CalledNext { .. }
        | E::PollLocked { .. }
        | E::ResultDeclared { .. }
        | E::PollCancelled { .. }
        | E::IntentionNoted { .. } => whole(event),
        E::VoteCast { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        command::{CommandId, Way},
        id::{OrganisationId, PollId},
        poll::{Choice, Tally},
    };

    fn recorded(event: PollEvent) -> Recorded {
        Recorded { position: 9, at: Moment(0), seat: None, command: CommandId(9), event: event.into() }
    }

    #[test]
    fn no_reader_of_the_feed_learns_a_vote_before_the_lock() {
        let (poll, organisation) = (PollId(1), OrganisationId(2));
        let leaf = br#"{"choice":"abstain"}"#.to_vec();
        let cast = recorded(PollEvent::VoteCast { poll, organisation, choice: Choice::Abstain, way: Way::Passkey, leaf });
        assert_eq!(public(&cast), None);
        let told = restricted(&cast).map(|fact| fact.data);
        assert_eq!(told, Some(json!({ "poll": "poll-1", "organisation": "org-2" })));
        let locked = PollEvent::PollLocked { poll, tally: Tally::default(), votes: vec![(organisation, Choice::Abstain)] };
        let told = public(&recorded(locked)).map(|fact| fact.data["votes"].clone());
        assert_eq!(told, Some(json!([["org-2", "abstain"]])));
    }
}
