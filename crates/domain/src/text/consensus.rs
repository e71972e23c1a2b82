//! Consensus, objections, reservations, adoption; opening and closing for endorsement.
use super::{Reservation, Text, TextCommand, TextEvent, known, manifest, not_adopted};
use crate::{
    Actor, No, Refusal, State,
    directory::Capability,
    floor,
    id::{ItemId, MeetingId, TextId},
    limit, procedure,
    state::{Decision, Given},
    words::Digest,
};

pub(super) fn decide(state: &State, actor: &Actor, command: &TextCommand, given: &Given<'_>) -> Result<Decision, No> {
    use TextCommand as C;
    match command {
        C::OpenConsensus { text, meeting, item } => open(state, *text, *meeting, *item),
        C::CloseConsensus { text } => {
            known(state, *text)?.consensus.as_ref().ok_or(Refusal::new("consensus-not-open"))?;
            Ok(Decision::events([TextEvent::ConsensusClosed { text: *text }]))
        }
        C::Object { text, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let found = known(state, *text)?;
            not_adopted(found)?;
            procedure::entitled(state, found.summit, organisation, Capability::Vote)?;
            let question = found.consensus.as_ref().ok_or(Refusal::new("consensus-not-open"))?;
            if question.objections.contains_key(&organisation) {
                return Err(Refusal::new("objection-already-stands").into());
            }
            Ok(Decision::events([TextEvent::ObjectionMade { text: *text, organisation, way }]))
        }
        C::WithdrawObjection { text, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let question = known(state, *text)?.consensus.as_ref().ok_or(Refusal::new("consensus-not-open"))?;
            if !question.objections.contains_key(&organisation) {
                return Err(Refusal::new("no-objection").with("name", procedure::name_of(state, organisation)).into());
            }
            Ok(Decision::events([TextEvent::ObjectionWithdrawn { text: *text, organisation, way }]))
        }
        C::EnterReservation { .. } => enter_reservation(state, actor, command, given),
        C::WithdrawReservation { text, number, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let found = known(state, *text)?;
            let reservation = (*number as usize).checked_sub(1).and_then(|i| found.reservations.get(i));
            let reservation = reservation.filter(|r| r.organisation == organisation).ok_or(No::unknown("number"))?;
            if reservation.withdrawn.is_some() {
                return Err(Refusal::new("reservation-withdrawn").into());
            }
            Ok(Decision::events([TextEvent::ReservationWithdrawn { text: *text, number: *number, way }]))
        }
        C::AdoptByConsensus { text } => adopt(state, *text),
        C::OpenEndorsement { text } => {
            let found = adopted(state, *text)?;
            if found.open_for_endorsement {
                return Err(Refusal::new("endorsement-already-open").into());
            }
            Ok(Decision::events([TextEvent::EndorsementOpened { text: *text }]))
        }
        C::CloseEndorsement { text } => {
            if !adopted(state, *text)?.open_for_endorsement {
                return Err(Refusal::new("endorsement-not-open").into());
            }
            Ok(Decision::events([TextEvent::EndorsementClosed { text: *text }]))
        }
        // Every other command is decided in `drafting`.
        _ => Ok(Decision::default()),
    }
}

fn adopted(state: &State, text: TextId) -> Result<&Text, No> {
    let found = known(state, text)?;
    if found.adoption.is_none() {
        return Err(Refusal::new("text-not-adopted").with("symbol", &found.symbol).into());
    }
    Ok(found)
}

fn open(state: &State, id: TextId, meeting: MeetingId, item: ItemId) -> Result<Decision, No> {
    let text = known(state, id)?;
    not_adopted(text)?;
    if text.consensus.is_some() {
        return Err(Refusal::new("consensus-open").into());
    }
    // The newest revision is asked about: while the next one is being drafted, nobody decides on the one before.
    let (revision, newest) = text.newest().ok_or(No::unknown("text"))?;
    if !newest.tabled {
        return Err(Refusal::new("text-not-tabled").with("symbol", &newest.symbol).into());
    }
    if procedure::item_of(state, item) != Some(meeting) {
        return Err(No::unknown("item"));
    }
    if procedure::summit_of_meeting(state, meeting) != Some(text.summit) {
        return Err(No::unknown("meeting"));
    }
    if floor::in_progress(state, meeting)?.item != Some(item) {
        return Err(Refusal::new("item-not-open").into());
    }
    let quorum = procedure::quorum_to_decide(state, text.summit)?;
    let (present, needed) = (quorum.present, quorum.needed);
    Ok(Decision::events([TextEvent::ConsensusOpened { text: id, revision, meeting, item, present, needed }]))
}

fn adopt(state: &State, id: TextId) -> Result<Decision, No> {
    let text = known(state, id)?;
    not_adopted(text)?;
    let question = text.consensus.as_ref().ok_or(Refusal::new("consensus-not-open"))?;
    if let Some((first, _)) = question.objections.first_key_value() {
        let names: Vec<_> = question.objections.keys().take(3).map(|o| procedure::name_of(state, *o)).collect();
        return Err(Refusal::new("objection-stands")
            .with("organisation", first)
            .with("name", names.join(", "))
            .with("count", question.objections.len())
            .into());
    }
    floor::in_progress(state, question.meeting)?;
    procedure::quorum_to_decide(state, text.summit)?;
    let revision = text.revision(question.revision).ok_or(No::unknown("text"))?;
    let digests = revision.digests();
    let manifest = Digest::of(manifest(&revision.symbol, &text.authentic, &digests).as_bytes());
    Ok(Decision::events([TextEvent::TextAdopted {
        text: id,
        revision: question.revision,
        meeting: question.meeting,
        item: question.item,
        digests,
        manifest,
    }]))
}

fn enter_reservation(state: &State, actor: &Actor, command: &TextCommand, given: &Given<'_>) -> Result<Decision, No> {
    let TextCommand::EnterReservation { text, kind, paragraphs, words, language, organisation, on_paper } = command else {
        return Ok(Decision::default());
    };
    let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
    let found = known(state, *text)?;
    procedure::entitled(state, found.summit, organisation, Capability::Vote)?;
    let revision = found.adopted().or(found.tabled().map(|(_, r)| r));
    let revision = revision.ok_or(Refusal::new("text-not-tabled").with("symbol", &found.symbol))?;
    if paragraphs.iter().any(|p| revision.number_of(*p).is_none()) {
        return Err(No::unknown("paragraphs"));
    }
    if found.reservations.len() >= limit::RESERVATIONS {
        return Err(Refusal::new("too-many-reservations").with("limit", limit::RESERVATIONS).into());
    }
    let reservation = Reservation {
        organisation,
        kind: *kind,
        paragraphs: paragraphs.clone(),
        words: words.clone(),
        language: language.clone(),
        way,
        at: given.now,
        withdrawn: None,
    };
    let number = found.reservations.len() + 1;
    Ok(Decision::events([TextEvent::ReservationEntered { text: *text, reservation }]).creating(number))
}
