//! The way of a delegation's credentials (rules 27 to 29), and rivals for one seat.
use super::{
    AccreditationEvent, Credentials, Delegation, Standing,
    admission::{Admission, release},
    entry::summit_open,
};
use crate::{
    No, Refusal, State,
    directory::Category,
    id::{DelegationId, PersonId, SummitId},
    limit,
    state::{Decision, Given},
    words::Line,
};

fn find(state: &State, id: DelegationId) -> Result<&Delegation, No> {
    let d = state.accreditation.delegation(id).ok_or(No::unknown("delegation"))?;
    summit_open(state, d.summit)?;
    Ok(d)
}

/// The delegation, when its credentials may move to `to`.
fn may_move(state: &State, id: DelegationId, to: Credentials) -> Result<&Delegation, No> {
    let d = find(state, id)?;
    if d.credentials.next().contains(&to) { Ok(d) } else { Err(standing_refusal(d.credentials).into()) }
}

/// Where the credentials stand, said so that it tells what may come next.
pub(super) const fn standing_refusal(credentials: Credentials) -> Refusal {
    Refusal::new(match credentials {
        Credentials::Invited => "credentials-not-submitted",
        Credentials::Submitted => "credentials-submitted",
        Credentials::Verified => "credentials-verified",
        Credentials::Accepted => "credentials-accepted",
        Credentials::Challenged => "credentials-challenged",
        Credentials::Deferred => "credentials-deferred",
        Credentials::Rejected => "credentials-rejected",
        Credentials::Revoked => "credentials-revoked",
    })
}

fn moved(delegation: DelegationId, to: Credentials, reason: Option<&Line>, rival: Option<DelegationId>) -> AccreditationEvent {
    AccreditationEvent::CredentialsMoved { delegation, to, reason: reason.cloned(), rival }
}

pub(super) fn submit(state: &State, id: DelegationId, category: Option<Category>, given: &Given<'_>) -> Result<Decision, No> {
    let d = may_move(state, id, Credentials::Submitted)?;
    if d.registered() == 0 {
        return Err(Refusal::new("delegation-empty").into());
    }
    let mut out = Admission::new(state, given);
    if let Some(category) = category {
        out.push(AccreditationEvent::CategoryClaimed { delegation: id, category });
    }
    out.push(AccreditationEvent::CredentialsSubmitted { delegation: id });
    if let Some(first) = state.accreditation.claims(d.summit, d.organisation).first().copied() {
        out.push(AccreditationEvent::SeatContested { first, second: id });
        match find(state, first)?.credentials {
            Credentials::Verified => seat_provisionally(&mut out, first, None, Some(id)),
            Credentials::Accepted => out.push(moved(first, Credentials::Challenged, None, Some(id))),
            // Not yet verified, or put off: nobody sits before somebody has looked.
            _ => {}
        }
    }
    Ok(out.decision)
}

fn seat_provisionally(out: &mut Admission<'_>, id: DelegationId, reason: Option<&Line>, rival: Option<DelegationId>) {
    out.push(moved(id, Credentials::Challenged, reason, rival));
    let people = out.entered(id);
    out.admit(id, &people);
}

pub(super) fn verify(state: &State, id: DelegationId, given: &Given<'_>) -> Result<Decision, No> {
    let d = may_move(state, id, Credentials::Verified)?;
    let mut out = Admission::new(state, given);
    out.push(moved(id, Credentials::Verified, None, None));
    let claims = state.accreditation.claims(d.summit, d.organisation);
    if let [first, rival, ..] = claims[..]
        && first == id
    {
        seat_provisionally(&mut out, id, None, Some(rival));
    }
    Ok(out.decision)
}

/// A contested seat is given by `decide-rival` alone.
fn uncontested(state: &State, id: DelegationId) -> Result<(), Refusal> {
    match state.accreditation.rival(id) {
        Some(rival) => Err(Refusal::new("seat-contested").with("rival", rival)),
        None => Ok(()),
    }
}

pub(super) fn accept(state: &State, id: DelegationId, given: &Given<'_>) -> Result<Decision, No> {
    may_move(state, id, Credentials::Accepted)?;
    uncontested(state, id)?;
    let mut out = Admission::new(state, given);
    accept_into(&mut out, id);
    Ok(out.decision)
}

fn accept_into(out: &mut Admission<'_>, id: DelegationId) {
    out.push(moved(id, Credentials::Accepted, None, None));
    let people = out.entered(id);
    out.admit(id, &people);
}

pub(super) fn challenge(state: &State, id: DelegationId, reason: &Line, given: &Given<'_>) -> Result<Decision, No> {
    let d = may_move(state, id, Credentials::Challenged)?;
    // Challenged means provisionally seated: of rivals that is the one who submitted first.
    if state.accreditation.claims(d.summit, d.organisation).first() != Some(&id) {
        uncontested(state, id)?;
    }
    let mut out = Admission::new(state, given);
    seat_provisionally(&mut out, id, Some(reason), None);
    Ok(out.decision)
}

pub(super) fn defer(state: &State, id: DelegationId, reason: Option<&Line>) -> Result<Decision, No> {
    may_move(state, id, Credentials::Deferred)?;
    Ok(Decision::events([moved(id, Credentials::Deferred, reason, None)]))
}

pub(super) fn reject(state: &State, id: DelegationId, reason: Option<&Line>) -> Result<Decision, No> {
    let d = may_move(state, id, Credentials::Rejected)?;
    if d.credentials.is_seated() {
        // The seat would stand empty while another claims it.
        uncontested(state, id)?;
    }
    Ok(end(state, id, Credentials::Rejected, reason))
}

pub(super) fn revoke(state: &State, id: DelegationId, reason: &Line) -> Result<Decision, No> {
    may_move(state, id, Credentials::Revoked)?;
    Ok(end(state, id, Credentials::Revoked, Some(reason)))
}

fn end(state: &State, id: DelegationId, to: Credentials, reason: Option<&Line>) -> Decision {
    let mut events = release(state, id);
    events.push(moved(id, to, reason, None).into());
    Decision { events, ..Decision::default() }
}

pub(super) fn accept_member(state: &State, person: PersonId, given: &Given<'_>) -> Result<Decision, No> {
    let member = state.accreditation.member(person).ok_or(No::unknown("person"))?;
    let d = find(state, member.delegation)?;
    if !d.credentials.is_seated() {
        return Err(standing_refusal(d.credentials).into());
    }
    match member.standing {
        Standing::Entered | Standing::Pending => {}
        Standing::Accredited(_) => return Err(Refusal::new("member-already-accredited").into()),
        Standing::Withdrawn | Standing::Ended => return Err(Refusal::new("member-withdrawn").into()),
    }
    let mut out = Admission::new(state, given);
    out.admit(member.delegation, &[person]);
    Ok(out.decision)
}

pub(super) fn accept_all(state: &State, summit: SummitId, given: &Given<'_>) -> Result<Decision, No> {
    state.programme.summit(summit).ok_or(No::unknown("summit"))?;
    summit_open(state, summit)?;
    let mut out = Admission::new(state, given);
    for id in state.accreditation.verified(summit) {
        // A claim that differs from the directory is somebody's to look at: it is not accepted among many.
        if state.accreditation.rival(id).is_some() || find(state, id)?.differing_claim(&state.directory).is_some() {
            continue;
        }
        // Two events a member, and those of the delegation itself.
        let more = find(state, id)?.registered() as usize * 2 + 3;
        if out.decision.events.len() + more > limit::EVENTS_PER_COMMAND {
            break;
        }
        accept_into(&mut out, id);
    }
    if out.decision.events.is_empty() {
        return Err(Refusal::new("nothing-verified").into());
    }
    Ok(out.decision)
}

pub(super) fn decide_rival(
    state: &State,
    seated: DelegationId,
    reason: Option<&Line>,
    given: &Given<'_>,
) -> Result<Decision, No> {
    state.accreditation.delegation(seated).ok_or(No::unknown("seated"))?;
    let d = find(state, seated)?;
    if d.credentials.is_over() || !d.credentials.admits_singly() {
        return Err(standing_refusal(d.credentials).into());
    }
    if state.accreditation.rival(seated).is_none() {
        return Err(Refusal::new("no-rival").into());
    }
    let of_seat = state.accreditation.of_organisation(d.summit, d.organisation).iter().copied();
    let open = |id: &DelegationId| state.accreditation.delegation(*id).is_some_and(|d| !d.credentials.is_over());
    let rejected: Vec<DelegationId> = of_seat.filter(|id| *id != seated && open(id)).collect();
    let mut out = Admission::new(state, given);
    for loser in &rejected {
        out.decision.events.append(&mut release(state, *loser));
    }
    out.push(AccreditationEvent::RivalDecided { seated, rejected, reason: reason.cloned() });
    let people = out.entered(seated);
    out.admit(seated, &people);
    Ok(out.decision)
}
