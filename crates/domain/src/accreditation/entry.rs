//! Invitations, and the members a delegation enters.
use super::{AccreditationEvent, Delegation, DelegationLimits, Entry, Invitee, Member, Rank, Standing};
use crate::{
    Actor, Event, FieldProblem, Invalid, No, Refusal, State,
    id::{DelegationId, OrganisationId, PersonId, SummitId},
    language::Language,
    limit,
    presence::{BadgeEnd, PresenceEvent},
    seat::{self, Role, Seat, SeatEvent},
    state::{Decision, Given, PersonDetails},
};
use std::collections::{HashMap, HashSet};

pub(super) fn invite(
    state: &State,
    summit: SummitId,
    organisation: OrganisationId,
    contact: &PersonDetails,
    rival: bool,
    given: &Given<'_>,
) -> Result<Decision, No> {
    state.programme.summit(summit).ok_or(No::unknown("summit"))?;
    summit_open(state, summit)?;
    state.directory.get(organisation).ok_or(No::unknown("organisation"))?;
    let contact = contact.checked("contact")?;
    let had = state.accreditation.of_organisation(summit, organisation);
    let open = had.iter().filter(|id| state.accreditation.delegation(**id).is_some_and(|d| !d.credentials.is_over())).count();
    if had.len() >= limit::DELEGATIONS_PER_SEAT {
        return Err(Refusal::new("too-many-delegations").with("limit", limit::DELEGATIONS_PER_SEAT).into());
    }
    if open > 0 && !rival {
        return Err(Refusal::new("organisation-already-invited").into());
    }
    let mut decision = Decision::default().creating(state.accreditation.next());
    add_invitation(state, &mut decision, summit, organisation, contact, 0, given);
    decision.secret = decision.letters.first().and_then(|l| l.link.clone());
    Ok(decision)
}

pub(super) fn invite_all(state: &State, summit: SummitId, list: &[Invitee], given: &Given<'_>) -> Result<Decision, No> {
    state.programme.summit(summit).ok_or(No::unknown("summit"))?;
    summit_open(state, summit)?;
    bounded("organisations", list.len(), limit::ORGANISATIONS)?;
    let mut decision = Decision::default();
    let mut seen = HashSet::with_capacity(list.len());
    for (index, invitee) in list.iter().enumerate() {
        let organisation = invitee.organisation;
        let at = |problem| Invalid::new(&format!("organisations.{index}.organisation"), problem);
        state.directory.get(organisation).ok_or_else(|| at(FieldProblem::Unknown))?;
        let had = state.accreditation.of_organisation(summit, organisation);
        let over = |id: &DelegationId| state.accreditation.delegation(*id).is_some_and(|d| d.credentials.is_over());
        if !seen.insert(organisation) || !had.iter().all(over) || had.len() >= limit::DELEGATIONS_PER_SEAT {
            return Err(at(FieldProblem::Taken).into());
        }
        let contact = invitee.contact.checked(&format!("organisations.{index}.contact"))?;
        add_invitation(state, &mut decision, summit, organisation, contact, index as u32, given);
    }
    Ok(decision)
}

/// Adds the `index`-th invitation of one command.
fn add_invitation(
    state: &State,
    decision: &mut Decision,
    summit: SummitId,
    organisation: OrganisationId,
    contact: PersonDetails,
    index: u32,
    given: &Given<'_>,
) {
    let focal_point = PersonId(state.seats.next_person().0 + index);
    let id = DelegationId(state.accreditation.next().0 + index);
    let seat = Seat {
        role: Role::FocalPoint,
        person: focal_point,
        organisation: Some(organisation),
        venue: None,
        summit: Some(summit),
        ended: false,
    };
    let (_, events, letter) = seat::give(state, seat, index, "invitation-focal-point", given);
    decision.events.push(AccreditationEvent::DelegationInvited { id, summit, organisation, focal_point }.into());
    decision.events.extend(events.map(Event::from));
    decision.people.push((focal_point, Some(contact)));
    decision.letters.push(letter);
}

fn bounded(field: &str, length: usize, most: usize) -> Result<(), Invalid> {
    match length {
        0 => Err(Invalid::new(field, FieldProblem::Empty)),
        n if n > most => Err(Invalid::new(field, FieldProblem::TooMany { limit: most })),
        _ => Ok(()),
    }
}

pub(super) fn enter(state: &State, entry: &Entry) -> Result<Decision, No> {
    let person = state.seats.next_person();
    let mut decision = Decision::default().creating(person);
    add_member(state, &mut decision, entry, "", &mut Room::default())?;
    Ok(decision)
}

pub(super) fn enter_all(state: &State, members: &[Entry]) -> Result<Decision, No> {
    bounded("members", members.len(), limit::MEMBERS_PER_COMMAND)?;
    let (mut decision, mut room) = (Decision::default(), Room::default());
    for (index, entry) in members.iter().enumerate() {
        add_member(state, &mut decision, entry, &format!("members.{index}."), &mut room)?;
    }
    Ok(decision)
}

/// Members this command already adds, by delegation and rank.
type Room = HashMap<DelegationId, [u32; 4]>;

fn add_member(state: &State, decision: &mut Decision, entry: &Entry, path: &str, room: &mut Room) -> Result<(), No> {
    let delegation = state.accreditation.delegation(entry.delegation).ok_or_else(|| No::unknown(&format!("{path}delegation")))?;
    open(state, delegation)?;
    let details = entry.person.named(&format!("{path}person"))?;
    languages_fit(&entry.languages, &format!("{path}languages"))?;
    let also = room.entry(entry.delegation).or_default();
    room_for(state, delegation, entry.rank, *also)?;
    also[entry.rank as usize] += 1;
    let person = PersonId(state.seats.next_person().0 + decision.people.len() as u32);
    decision.events.push(Event::from(AccreditationEvent::MemberEntered {
        delegation: entry.delegation,
        person,
        rank: entry.rank,
        languages: entry.languages.clone(),
    }));
    decision.people.push((person, Some(details)));
    Ok(())
}

fn languages_fit(languages: &[Language], field: &str) -> Result<(), Invalid> {
    if languages.len() > limit::LANGUAGES {
        return Err(Invalid::new(field, FieldProblem::TooMany { limit: limit::LANGUAGES }));
    }
    Ok(())
}

/// Entries may be changed until the credentials are rejected or revoked.
fn open(state: &State, delegation: &Delegation) -> Result<(), Refusal> {
    summit_open(state, delegation.summit)?;
    if delegation.credentials.is_over() { Err(super::credentials::standing_refusal(delegation.credentials)) } else { Ok(()) }
}

/// Rule 25: one head, so many representatives and alternates, advisers as required up to the size of a delegation.
fn room_for(state: &State, delegation: &Delegation, rank: Rank, also: [u32; 4]) -> Result<(), Refusal> {
    let limits = limits(state, delegation.summit);
    let most = limits.of(rank);
    if delegation.of_rank(rank) + also[rank as usize] >= most {
        return Err(Refusal::new(match rank {
            Rank::Head => "delegation-has-head",
            Rank::Representative => "representatives-full",
            Rank::Alternate => "alternates-full",
            Rank::Adviser => "advisers-full",
        })
        .with("limit", most));
    }
    if delegation.registered() + also.iter().sum::<u32>() >= limits.members {
        return Err(Refusal::new("delegation-full").with("limit", limits.members));
    }
    Ok(())
}

fn limits(state: &State, summit: SummitId) -> DelegationLimits {
    // A delegation's summit exists; without one the default rules hold.
    let rules = state.programme.summit(summit).map(|s| s.rules.delegation.clone()).unwrap_or_default();
    DelegationLimits::of_profile(&rules)
}

/// A closed summit is an archive.
pub(crate) fn summit_open(state: &State, summit: SummitId) -> Result<(), Refusal> {
    if state.programme.summit(summit).is_some_and(|s| s.closed.is_some()) {
        return Err(Refusal::new("summit-closed").with("summit", summit));
    }
    Ok(())
}

fn find(state: &State, person: PersonId) -> Result<(&Member, &Delegation), No> {
    let member = state.accreditation.member(person).ok_or(No::unknown("person"))?;
    let delegation = state.accreditation.delegation(member.delegation).ok_or(No::unknown("person"))?;
    Ok((member, delegation))
}

/// A member that was not withdrawn, on a delegation whose entries may change.
pub(super) fn find_open(state: &State, person: PersonId) -> Result<(&Member, &Delegation), No> {
    let (member, delegation) = find(state, person)?;
    if member.standing == Standing::Withdrawn {
        return Err(Refusal::new("member-withdrawn").into());
    }
    open(state, delegation)?;
    Ok((member, delegation))
}

pub(super) fn amend(
    state: &State,
    actor: &Actor,
    person: PersonId,
    details: &PersonDetails,
    rank: Option<Rank>,
    languages: Option<&[Language]>,
) -> Result<Decision, No> {
    let (member, delegation) = find_open(state, person)?;
    // Whoever was verified stays that person: otherwise a badge could change hands under an accepted name.
    let verified = member.standing != Standing::Pending && delegation.credentials.admits_singly();
    if verified && !actor.is_secretariat(state) {
        return Err(Refusal::new("member-verified").into());
    }
    let details = details.named("details")?;
    let languages = languages.unwrap_or(&member.languages);
    languages_fit(languages, "languages")?;
    let rank = rank.unwrap_or(member.rank);
    if rank != member.rank {
        // The member leaves one place for another: the size of the delegation stays.
        if delegation.of_rank(rank) >= limits(state, delegation.summit).of(rank) {
            room_for(state, delegation, rank, [0; 4])?;
        }
    }
    let mut decision = Decision::default();
    if rank != member.rank || languages != member.languages {
        decision.events.push(AccreditationEvent::MemberAmended { person, rank, languages: languages.to_vec() }.into());
    }
    decision.people.push((person, Some(details)));
    Ok(decision)
}

pub(super) fn withdraw(state: &State, person: PersonId) -> Result<Decision, No> {
    find_open(state, person)?;
    Ok(Decision { events: withdrawal(state, person, true), ..Decision::default() })
}

/// The events that take a person off their delegation; none for whoever is no member. `seat` ends the seat too.
pub(crate) fn withdrawal(state: &State, person: PersonId, seat: bool) -> Vec<Event> {
    let mut events = Vec::new();
    let Some(member) = state.accreditation.member(person) else { return events };
    if member.standing == Standing::Withdrawn {
        return events;
    }
    events.push(AccreditationEvent::MemberWithdrawn { person }.into());
    if let Some(id) = member.seat() {
        if seat && state.seats.get(id).is_some_and(|s| !s.ended) {
            events.push(SeatEvent::SeatEnded { id }.into());
        }
        events.push(PresenceEvent::BadgesEnded { people: vec![person], reason: BadgeEnd::Withdrawn }.into());
    }
    events
}

pub(super) fn designate(state: &State, person: PersonId, acting: bool) -> Result<Decision, No> {
    let (member, _) = find_open(state, person)?;
    if member.rank != Rank::Alternate {
        return Err(Refusal::new("not-an-alternate").into());
    }
    if member.acting == acting {
        return Ok(Decision::default());
    }
    Ok(Decision::events([AccreditationEvent::AlternateDesignated { person, acting }]))
}
