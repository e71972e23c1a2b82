//! Giving the floor, the clock, links of venues, points of order.
use super::{open_sitting, venue_known};
use crate::{
    Actor, No, Refusal, State,
    directory::Capability,
    floor::{Cause, FloorCommand, FloorEvent, Offer, Sitting, Speech, SpeechKind},
    id::{MeetingId, OrganisationId, VenueId},
    limit, procedure,
    state::{Decision, Given},
    words::SpeechSeconds,
};

pub(super) fn decide(state: &State, actor: &Actor, command: &FloorCommand, given: &Given<'_>) -> Result<Decision, No> {
    use FloorCommand as C;
    match command {
        C::GiveFloor { meeting, organisation, venue } => give(state, *meeting, *organisation, *venue),
        C::PauseClock { meeting } => {
            let speech = speech(open_sitting(state, *meeting)?)?;
            if speech.held.contains(&Cause::Chair) {
                return Err(Refusal::new("clock-already-paused").into());
            }
            Ok(Decision::events([FloorEvent::ClockPaused { meeting: *meeting, cause: Cause::Chair }]))
        }
        C::ResumeClock { meeting } => resume_clock(state, *meeting),
        C::EndSpeech { meeting, organisation } => end(state, *meeting, *organisation, given),
        C::ExtendSpeech { meeting, seconds } => extend(state, *meeting, *seconds),
        C::OpenLink { venue } => open_link(state, *venue),
        C::LoseLink { venue } => lose_link(state, *venue),
        C::RestoreLink { venue } => restore_link(state, *venue),
        C::RaisePointOfOrder { meeting, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let sitting = open_sitting(state, *meeting)?;
            let summit = procedure::summit_of_meeting(state, *meeting).ok_or(No::unknown("meeting"))?;
            procedure::entitled(state, summit, organisation, Capability::Vote)?;
            if sitting.point_of_order.is_some() {
                return Err(Refusal::new("point-of-order-pending").into());
            }
            let mut events = vec![FloorEvent::PointOfOrderRaised { meeting: *meeting, organisation, way }];
            if sitting.speech.is_some() {
                events.push(FloorEvent::ClockPaused { meeting: *meeting, cause: Cause::PointOfOrder });
            }
            Ok(Decision::events(events))
        }
        C::RulePointOfOrder { meeting, upheld } => {
            let sitting = open_sitting(state, *meeting)?;
            let point = sitting.point_of_order.as_ref().ok_or(Refusal::new("no-point-of-order"))?;
            let mut events =
                vec![FloorEvent::PointOfOrderRuled { meeting: *meeting, organisation: point.organisation, upheld: upheld.0 }];
            if sitting.speech.as_ref().is_some_and(|s| s.held.contains(&Cause::PointOfOrder)) {
                events.push(FloorEvent::ClockResumed { meeting: *meeting, cause: Cause::PointOfOrder });
            }
            Ok(Decision::events(events))
        }
        // Every other command is decided by the parent module before this one is asked.
        _ => Ok(Decision::default()),
    }
}

fn speech(sitting: &Sitting) -> Result<&Speech, Refusal> {
    sitting.speech.as_ref().ok_or(Refusal::new("nobody-has-the-floor"))
}

fn is_lost(state: &State, venue: Option<VenueId>) -> bool {
    venue.is_some_and(|v| state.floor.is_link_lost(v))
}

fn give(state: &State, meeting: MeetingId, named: Option<OrganisationId>, venue: Option<VenueId>) -> Result<Decision, No> {
    let sitting = open_sitting(state, meeting)?;
    let summit = procedure::summit_of_meeting(state, meeting).ok_or(No::unknown("meeting"))?;
    let item = sitting.item.ok_or(Refusal::new("item-not-open"))?;
    venue_known(state, venue)?;
    if sitting.point_of_order.is_some() {
        return Err(Refusal::new("point-of-order-pending").into());
    }
    let mut events = Vec::new();
    if let Some(current) = &sitting.speech {
        // A speaker whose link is down keeps the slot; the floor goes on meanwhile.
        if !current.held.contains(&Cause::Link) || named == Some(current.organisation) {
            return Err(Refusal::new("floor-taken").with("name", procedure::name_of(state, current.organisation)).into());
        }
        events.push(FloorEvent::SpeechKept { meeting });
    }
    let list = super::known_list(state, item)?;
    let to = match named {
        None => state.floor.offer(meeting).ok_or(Refusal::new("nobody-waits"))?,
        Some(o) if sitting.kept.iter().any(|k| k.organisation == o) => Offer::Kept(o),
        Some(o) if list.entry(o).is_some() => Offer::Listed(o),
        Some(o) if list.replies().any(|r| r.organisation == o) => {
            if !list.is_empty() {
                return Err(Refusal::new("replies-at-the-end").with("count", list.len()).into());
            }
            Offer::Reply(o)
        }
        Some(o) => return Err(Refusal::new("not-on-list").with("name", procedure::name_of(state, o)).into()),
    };
    let organisation = to.organisation();
    let (kind, from, limit_seconds, resumed) = match to {
        Offer::Kept(_) => {
            let kept = sitting.kept.iter().find(|k| k.organisation == organisation);
            let kept = kept.ok_or(Refusal::new("nobody-waits"))?;
            let limit = u32::try_from(kept.clock.limit_ms / 1000).unwrap_or(limit::SPEECH_SECONDS);
            (kept.kind, kept.venue, SpeechSeconds(limit), true)
        }
        Offer::Listed(_) => {
            let limit = list.limit_seconds.ok_or(Refusal::new("list-of-speakers-not-opened"))?;
            (SpeechKind::Intervention, list.entry(organisation).and_then(|e| e.venue), limit, false)
        }
        Offer::Reply(_) => {
            let replied = list.replied(organisation);
            let limit = procedure::next_reply(state, summit, replied);
            let limit = limit.ok_or_else(|| Refusal::new("replies-used").with("limit", replied))?;
            let from = list.replies().find(|r| r.organisation == organisation).and_then(|r| r.venue);
            (SpeechKind::Reply, from, limit, false)
        }
    };
    let venue = venue.or(from);
    if is_lost(state, venue) {
        return Err(Refusal::new("speaker-link-down").with("name", procedure::name_of(state, organisation)).into());
    }
    events.push(FloorEvent::FloorGiven { meeting, item, organisation, kind, venue, limit_seconds, resumed });
    Ok(Decision::events(events))
}

fn resume_clock(state: &State, meeting: MeetingId) -> Result<Decision, No> {
    let speech = speech(open_sitting(state, meeting)?)?;
    let by_chair = |c: &&Cause| matches!(c, Cause::Chair | Cause::Suspension);
    let events: Vec<_> =
        speech.held.iter().filter(by_chair).map(|cause| FloorEvent::ClockResumed { meeting, cause: *cause }).collect();
    if events.is_empty() {
        let name = procedure::name_of(state, speech.organisation);
        return Err(if speech.held.contains(&Cause::Link) {
            Refusal::new("speaker-link-down").with("name", name).into()
        } else if speech.held.contains(&Cause::PointOfOrder) {
            Refusal::new("point-of-order-pending").into()
        } else {
            Refusal::new("clock-running").into()
        });
    }
    Ok(Decision::events(events))
}

fn end(state: &State, meeting: MeetingId, organisation: Option<OrganisationId>, given: &Given<'_>) -> Result<Decision, No> {
    let sitting = open_sitting(state, meeting)?;
    let ended = match organisation {
        None => speech(sitting)?,
        Some(o) => sitting
            .speech
            .iter()
            .chain(&sitting.kept)
            .find(|s| s.organisation == o)
            .ok_or_else(|| Refusal::new("not-speaking").with("name", procedure::name_of(state, o)))?,
    };
    let (organisation, spent_ms) = (ended.organisation, ended.clock.used_ms(given.now));
    Ok(Decision::events([FloorEvent::SpeechEnded { meeting, organisation, spent_ms }]))
}

fn extend(state: &State, meeting: MeetingId, seconds: SpeechSeconds) -> Result<Decision, No> {
    let speech = speech(open_sitting(state, meeting)?)?;
    if speech.clock.limit_ms / 1000 + u64::from(seconds.0) > u64::from(limit::SPEECH_SECONDS) {
        return Err(Refusal::new("speech-too-long").with("limit", limit::SPEECH_SECONDS / 60).into());
    }
    Ok(Decision::events([FloorEvent::SpeechExtended { meeting, seconds }]))
}

fn speaking_from(state: &State, venue: VenueId) -> impl Iterator<Item = (MeetingId, &Speech)> {
    let speeches = state.floor.sittings().filter_map(|(meeting, s)| Some((meeting, s.speech.as_ref()?)));
    speeches.filter(move |(_, s)| s.venue == Some(venue))
}

fn open_link(state: &State, venue: VenueId) -> Result<Decision, No> {
    venue_known(state, Some(venue))?;
    if state.floor.is_link_lost(venue) || state.floor.is_linked(venue) {
        return Err(Refusal::new("link-already-open").into());
    }
    Ok(Decision::events([FloorEvent::LinkOpened { venue }]))
}

fn lose_link(state: &State, venue: VenueId) -> Result<Decision, No> {
    venue_known(state, Some(venue))?;
    if state.floor.is_link_lost(venue) {
        return Err(Refusal::new("link-already-lost").into());
    }
    let mut events = vec![FloorEvent::LinkLost { venue }];
    events.extend(speaking_from(state, venue).map(|(meeting, _)| FloorEvent::ClockPaused { meeting, cause: Cause::Link }));
    Ok(Decision::events(events))
}

fn restore_link(state: &State, venue: VenueId) -> Result<Decision, No> {
    venue_known(state, Some(venue))?;
    if !state.floor.is_link_lost(venue) {
        return Err(Refusal::new("link-not-lost").into());
    }
    let mut events = vec![FloorEvent::LinkRestored { venue }];
    let held = speaking_from(state, venue).filter(|(_, s)| s.held.contains(&Cause::Link));
    events.extend(held.map(|(meeting, _)| FloorEvent::ClockResumed { meeting, cause: Cause::Link }));
    Ok(Decision::events(events))
}
