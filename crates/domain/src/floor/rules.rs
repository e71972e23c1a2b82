//! Who may do what on the floor, and what the rules of procedure allow.
mod speech;

use super::{Cause, Discussion, FloorCommand, FloorEvent, Phase, Rank, Requests, Sitting, Speakers};
use crate::{
    Actor, No, Refusal, State,
    authority::only,
    command::Way,
    directory::Capability,
    id::{ItemId, MeetingId, OrganisationId, SummitId, VenueId},
    limit, procedure,
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given},
    words::{Interventions, SpeechSeconds},
};

pub(crate) fn server_may(command: &crate::Command) -> bool {
    use crate::Command::Floor;
    matches!(command, Floor(FloorCommand::OpenLink { .. } | FloorCommand::LoseLink { .. } | FloorCommand::RestoreLink { .. }))
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &FloorCommand) -> Result<(), Denied> {
    use FloorCommand as C;
    match command {
        C::RequestFloor { item, organisation, .. }
        | C::ProposeSwap { item, organisation, .. }
        | C::AgreeSwap { item, organisation, .. }
        | C::DeclineSwap { item, organisation, .. }
        | C::RequestReply { item, organisation, .. } => {
            procedure::of_organisation(seat, *organisation)?;
            procedure::of_summit(seat, summit_of_item(state, *item))
        }
        C::RaisePointOfOrder { meeting, organisation, .. } => {
            procedure::of_organisation(seat, *organisation)?;
            procedure::of_summit(seat, procedure::summit_of_meeting(state, *meeting))
        }
        C::WithdrawRequest { item, organisation }
        | C::WithdrawReply { item, organisation }
        | C::WithdrawSwap { item, organisation } => {
            if seat.role != Role::Chair {
                procedure::of_organisation(seat, *organisation)?;
            }
            procedure::of_summit(seat, summit_of_item(state, *item))
        }
        C::OpenLink { venue } | C::LoseLink { venue } | C::RestoreLink { venue } => {
            only(seat, &[Role::Chair, Role::Secretariat, Role::VenueOperator])?;
            let elsewhere = seat.role == Role::VenueOperator && seat.venue != Some(*venue);
            if elsewhere { Err(Denied::OutOfScope) } else { Ok(()) }
        }
        C::OpenItem { item }
        | C::CloseItem { item }
        | C::OpenSpeakers { item, .. }
        | C::CloseSpeakers { item }
        | C::ReorderSpeakers { item, .. }
        | C::SwapSpeakers { item, .. } => presides(seat, summit_of_item(state, *item)),
        C::OpenMeeting { meeting }
        | C::SuspendMeeting { meeting }
        | C::ResumeMeeting { meeting }
        | C::CloseMeeting { meeting }
        | C::GiveFloor { meeting, .. }
        | C::PauseClock { meeting }
        | C::ResumeClock { meeting }
        | C::EndSpeech { meeting, .. }
        | C::ExtendSpeech { meeting, .. }
        | C::RulePointOfOrder { meeting, .. } => presides(seat, procedure::summit_of_meeting(state, *meeting)),
    }
}

/// The chair of the summit, or the secretariat on the chair's behalf; the record shows whose seat it was.
fn presides(seat: &Seat, summit: Option<SummitId>) -> Result<(), Denied> {
    only(seat, &[Role::Chair, Role::Secretariat])?;
    procedure::of_summit(seat, summit)
}

fn summit_of_item(state: &State, item: ItemId) -> Option<SummitId> {
    procedure::summit_of_meeting(state, procedure::item_of(state, item)?)
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &FloorCommand, given: &Given<'_>) -> Result<Decision, No> {
    use FloorCommand as C;
    match command {
        C::OpenMeeting { meeting } => open_meeting(state, *meeting),
        C::SuspendMeeting { meeting } => {
            let mut events = vec![FloorEvent::MeetingSuspended { meeting: *meeting }];
            if open_sitting(state, *meeting)?.speech.is_some() {
                events.push(FloorEvent::ClockPaused { meeting: *meeting, cause: Cause::Suspension });
            }
            Ok(Decision::events(events))
        }
        C::ResumeMeeting { meeting } => match sitting(state, *meeting)?.phase {
            Phase::Suspended => Ok(Decision::events([FloorEvent::MeetingResumed { meeting: *meeting }])),
            Phase::Open => Err(Refusal::new("meeting-already-open").into()),
            Phase::Closed => Err(Refusal::new("meeting-closed").into()),
        },
        C::CloseMeeting { meeting } => close_meeting(state, *meeting, given),
        C::OpenItem { item } => open_item(state, *item),
        C::CloseItem { item } => Ok(Decision::events(close_item(state, *item, given)?)),
        C::OpenSpeakers { item, limit_seconds, interventions } => open_speakers(state, *item, *limit_seconds, *interventions),
        C::CloseSpeakers { item } => {
            list_taking_requests(state, *item)?;
            Ok(Decision::events([FloorEvent::SpeakersClosed { item: *item }]))
        }
        C::RequestFloor { item, rank, venue, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            request(state, *item, organisation, *rank, *venue, way)
        }
        C::WithdrawRequest { item, organisation } => {
            let organisation = whose(state, actor, *organisation)?;
            let list = known_list(state, *item)?;
            listed(state, list, organisation)?;
            Ok(Decision::events([FloorEvent::RequestWithdrawn { item: *item, organisation }]))
        }
        C::ReorderSpeakers { item, organisation, place } => {
            listed(state, known_list(state, *item)?, *organisation)?;
            Ok(Decision::events([FloorEvent::SpeakersReordered { item: *item, organisation: *organisation, place: *place }]))
        }
        C::ProposeSwap { item, with, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            two_listed(state, *item, organisation, *with)?;
            Ok(Decision::events([FloorEvent::SwapProposed { item: *item, organisation, with: *with, way }]))
        }
        C::AgreeSwap { item, with, organisation, on_paper } => {
            let (organisation, _) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            proposed(state, two_listed(state, *item, organisation, *with)?, *with, organisation)?;
            Ok(Decision::events([FloorEvent::SpeakersSwapped { item: *item, organisation: *with, with: organisation }]))
        }
        C::DeclineSwap { item, with, organisation, on_paper } => {
            let (organisation, _) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            proposed(state, known_list(state, *item)?, *with, organisation)?;
            Ok(Decision::events([FloorEvent::SwapDeclined { item: *item, organisation, with: *with }]))
        }
        C::WithdrawSwap { item, organisation } => {
            let organisation = whose(state, actor, *organisation)?;
            let with = known_list(state, *item)?.swap_proposed_by(organisation);
            let none = || Refusal::new("no-swap-proposed").with("name", procedure::name_of(state, organisation));
            Ok(Decision::events([FloorEvent::SwapWithdrawn { item: *item, organisation, with: with.ok_or_else(none)? }]))
        }
        C::SwapSpeakers { item, organisation, with } => {
            two_listed(state, *item, *organisation, *with)?;
            Ok(Decision::events([FloorEvent::SpeakersSwapped { item: *item, organisation: *organisation, with: *with }]))
        }
        C::RequestReply { item, venue, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            request_reply(state, *item, organisation, *venue, way)
        }
        C::WithdrawReply { item, organisation } => {
            let organisation = whose(state, actor, *organisation)?;
            if !known_list(state, *item)?.replies().any(|r| r.organisation == organisation) {
                return Err(Refusal::new("no-reply-requested").with("name", procedure::name_of(state, organisation)).into());
            }
            Ok(Decision::events([FloorEvent::ReplyWithdrawn { item: *item, organisation }]))
        }
        _ => speech::decide(state, actor, command, given),
    }
}

/// Whose request is taken back: a delegate's own; the chair and the secretariat name it, and need no evidence to strike it.
fn whose(state: &State, actor: &Actor, organisation: Option<OrganisationId>) -> Result<OrganisationId, No> {
    let delegate = actor.holder(state).filter(|s| s.role == Role::Delegate);
    let own = delegate.and_then(|s| s.organisation);
    Ok(organisation.or(own).ok_or(crate::Invalid::new("organisation", crate::FieldProblem::Empty))?)
}

fn sitting(state: &State, meeting: MeetingId) -> Result<&Sitting, No> {
    procedure::summit_of_meeting(state, meeting).ok_or(No::unknown("meeting"))?;
    Ok(state.floor.sitting(meeting).ok_or(Refusal::new("meeting-not-open"))?)
}

fn open_sitting(state: &State, meeting: MeetingId) -> Result<&Sitting, No> {
    let sitting = sitting(state, meeting)?;
    match sitting.phase {
        Phase::Open => Ok(sitting),
        Phase::Suspended => Err(Refusal::new("meeting-suspended").into()),
        Phase::Closed => Err(Refusal::new("meeting-closed").into()),
    }
}

/// Checks that the meeting is in progress, for texts that are decided in it.
pub(crate) fn in_progress(state: &State, meeting: MeetingId) -> Result<&Sitting, No> {
    open_sitting(state, meeting)
}

fn open_meeting(state: &State, meeting: MeetingId) -> Result<Decision, No> {
    let summit = procedure::summit_of_meeting(state, meeting).ok_or(No::unknown("meeting"))?;
    match state.floor.sitting(meeting).map(|s| s.phase) {
        None => {}
        Some(Phase::Open) => return Err(Refusal::new("meeting-already-open").into()),
        Some(Phase::Suspended) => return Err(Refusal::new("meeting-suspended").into()),
        Some(Phase::Closed) => return Err(Refusal::new("meeting-closed").into()),
    }
    procedure::may_begin(state, meeting, summit)?;
    let quorum = procedure::quorum_to_open(state, meeting, summit)?;
    Ok(Decision::events([FloorEvent::MeetingOpened { meeting, present: quorum.present, needed: quorum.needed }]))
}

fn close_meeting(state: &State, meeting: MeetingId, given: &Given<'_>) -> Result<Decision, No> {
    let sitting = sitting(state, meeting)?;
    if sitting.phase == Phase::Closed {
        return Err(Refusal::new("meeting-closed").into());
    }
    let mut events = match sitting.item {
        Some(item) => close_item(state, item, given)?,
        None => Vec::new(),
    };
    events.push(FloorEvent::MeetingClosed { meeting });
    Ok(Decision::events(events))
}

fn open_item(state: &State, item: ItemId) -> Result<Decision, No> {
    let meeting = procedure::item_of(state, item).ok_or(No::unknown("item"))?;
    let sitting = open_sitting(state, meeting)?;
    if sitting.item == Some(item) {
        return Err(Refusal::new("item-already-open").into());
    }
    if let Some(other) = sitting.item {
        return Err(Refusal::new("another-item-open").with("item", other).into());
    }
    not_concluded(state, item)?;
    Ok(Decision::events([FloorEvent::ItemOpened { meeting, item }]))
}

/// Concludes an item: nobody has the floor and nobody waits to reply; slots kept for lost links lapse.
fn close_item(state: &State, item: ItemId, given: &Given<'_>) -> Result<Vec<FloorEvent>, No> {
    let meeting = procedure::item_of(state, item).ok_or(No::unknown("item"))?;
    let sitting = sitting(state, meeting)?;
    if sitting.item != Some(item) {
        return Err(Refusal::new("item-not-open").into());
    }
    if let Some(speech) = &sitting.speech {
        return Err(Refusal::new("floor-taken").with("name", procedure::name_of(state, speech.organisation)).into());
    }
    if sitting.point_of_order.is_some() {
        return Err(Refusal::new("point-of-order-pending").into());
    }
    let replies = state.floor.speakers(item).map_or(0, |l| l.replies().count());
    if replies > 0 {
        return Err(Refusal::new("replies-waiting").with("count", replies).into());
    }
    let lapse = |s: &super::Speech| FloorEvent::SpeechEnded {
        meeting,
        organisation: s.organisation,
        spent_ms: s.clock.used_ms(given.now),
    };
    let mut events: Vec<FloorEvent> = sitting.kept.iter().map(lapse).collect();
    events.push(FloorEvent::ItemClosed { meeting, item });
    Ok(events)
}

fn not_concluded(state: &State, item: ItemId) -> Result<(), No> {
    if state.floor.discussion(item).is_some_and(|d| d.closed.is_some()) {
        return Err(Refusal::new("item-closed").into());
    }
    Ok(())
}

fn open_speakers(
    state: &State,
    item: ItemId,
    limit_seconds: Option<SpeechSeconds>,
    interventions: Option<Interventions>,
) -> Result<Decision, No> {
    let meeting = procedure::item_of(state, item).ok_or(No::unknown("item"))?;
    let summit = procedure::summit_of_meeting(state, meeting).ok_or(No::unknown("item"))?;
    procedure::may_begin(state, meeting, summit)?;
    not_concluded(state, item)?;
    let usual = procedure::speeches_of(state, summit, item);
    let (limit_seconds, interventions) = (limit_seconds.unwrap_or(usual.0), interventions.or(usual.1));
    if state.floor.sitting(meeting).is_some_and(|s| s.phase == Phase::Closed) {
        return Err(Refusal::new("meeting-closed").into());
    }
    if let Some(list) = state.floor.speakers(item)
        && list.requests == Requests::Open
        && (list.limit_seconds, list.interventions) == (Some(limit_seconds), interventions)
    {
        return Err(Refusal::new("list-of-speakers-open").into());
    }
    let by_level = procedure::is_general_debate(state, item);
    Ok(Decision::events([FloorEvent::SpeakersOpened { item, limit_seconds, interventions, by_level }]))
}

fn known_list(state: &State, item: ItemId) -> Result<&Speakers, No> {
    if let Some(list) = state.floor.speakers(item) {
        return Ok(list);
    }
    procedure::item_of(state, item).ok_or(No::unknown("item"))?;
    Err(Refusal::new("list-of-speakers-not-opened").into())
}

fn list_taking_requests(state: &State, item: ItemId) -> Result<&Speakers, No> {
    let list = known_list(state, item)?;
    match list.requests {
        Requests::Open => Ok(list),
        Requests::NotOpened => Err(Refusal::new("list-of-speakers-not-opened").into()),
        Requests::Closed => Err(Refusal::new("list-of-speakers-closed").into()),
    }
}

fn request(
    state: &State,
    item: ItemId,
    organisation: OrganisationId,
    rank: Rank,
    venue: Option<VenueId>,
    way: Way,
) -> Result<Decision, No> {
    let summit = summit_of_item(state, item).ok_or(No::unknown("item"))?;
    venue_known(state, venue)?;
    procedure::entitled(state, summit, organisation, Capability::Speak)?;
    has_rank(state, summit, organisation, rank)?;
    // The place comes before the closed list: whoever is on it learns that their request stands.
    let list = known_list(state, item)?;
    if let Some(place) = list.place_of(organisation) {
        return Err(Refusal::new("already-on-list").with("place", place).with("length", list.len()).into());
    }
    list_taking_requests(state, item)?;
    if let Some(most) = list.interventions
        && list.spoken(organisation) >= most.0
    {
        return Err(Refusal::new("interventions-used").with("limit", most.0).into());
    }
    if list.len() >= limit::SPEAKERS {
        return Err(Refusal::new("list-of-speakers-full").with("limit", limit::SPEAKERS).into());
    }
    Ok(Decision::events([FloorEvent::FloorRequested { item, organisation, rank, venue, way }]))
}

/// Level decides the order of a general debate, so it is not taken on trust: who is to speak as head must be accredited as head, and
/// somebody who may speak for the delegation (head, representative, or an alternate who acts as one; rules 25 and 26) must be on it.
fn has_rank(state: &State, summit: SummitId, organisation: OrganisationId, rank: Rank) -> Result<(), Refusal> {
    let ranks = procedure::speaking_ranks(state, summit, organisation);
    match rank {
        Rank::Head if !ranks.head => {
            Err(Refusal::new("no-head-accredited").with("name", procedure::name_of(state, organisation)))
        }
        Rank::Representative if !ranks.head && !ranks.representative => {
            Err(Refusal::new("no-representative-accredited").with("name", procedure::name_of(state, organisation)))
        }
        _ => Ok(()),
    }
}

fn request_reply(
    state: &State,
    item: ItemId,
    organisation: OrganisationId,
    venue: Option<VenueId>,
    way: Way,
) -> Result<Decision, No> {
    let summit = summit_of_item(state, item).ok_or(No::unknown("item"))?;
    venue_known(state, venue)?;
    procedure::entitled(state, summit, organisation, Capability::Reply)?;
    not_concluded(state, item)?;
    if state.floor.discussion(item).is_none_or(|d: &Discussion| d.opened.is_none()) {
        return Err(Refusal::new("item-not-open").into());
    }
    let list = known_list(state, item)?;
    if list.replies().any(|r| r.organisation == organisation) {
        return Err(Refusal::new("reply-already-requested").into());
    }
    let replied = list.replied(organisation);
    if procedure::next_reply(state, summit, replied).is_none() {
        return Err(Refusal::new("replies-used").with("limit", replied).into());
    }
    if list.replies().count() >= limit::SPEAKERS {
        return Err(Refusal::new("list-of-speakers-full").with("limit", limit::SPEAKERS).into());
    }
    Ok(Decision::events([FloorEvent::ReplyRequested { item, organisation, venue, way }]))
}

fn venue_known(state: &State, venue: Option<VenueId>) -> Result<(), No> {
    if venue.is_some_and(|v| !procedure::venue_exists(state, v)) {
        return Err(No::unknown("venue"));
    }
    Ok(())
}

fn listed(state: &State, list: &Speakers, organisation: OrganisationId) -> Result<(), No> {
    if list.entry(organisation).is_none() {
        return Err(Refusal::new("not-on-list").with("name", procedure::name_of(state, organisation)).into());
    }
    Ok(())
}

/// Whether `from` has proposed to `to` to swap places.
fn proposed(state: &State, list: &Speakers, from: OrganisationId, to: OrganisationId) -> Result<(), No> {
    if list.swap_proposed_by(from) != Some(to) {
        return Err(Refusal::new("swap-not-proposed").with("name", procedure::name_of(state, from)).into());
    }
    Ok(())
}

fn two_listed(state: &State, item: ItemId, a: OrganisationId, b: OrganisationId) -> Result<&Speakers, No> {
    let list = known_list(state, item)?;
    if a == b {
        return Err(Refusal::new("swap-with-itself").into());
    }
    listed(state, list, a)?;
    listed(state, list, b)?;
    Ok(list)
}
