//! What floor, texts and endorsements ask of the other modules.
//!
//! One narrow door: the rules of procedure name a meeting, an item, a seated delegation; how these are kept is not theirs to know.
use crate::{
    Actor, FieldProblem, Invalid, No, Refusal, State,
    accreditation::Rank,
    command::{OnPaper, Way},
    directory::{Capability, Home},
    id::{ItemId, MeetingId, OrganisationId, PersonId, SummitId, VenueId},
    language::Language,
    profile::Profile,
    programme::Signatures,
    programme::{ItemKind, MeetingKind},
    refusal::Denied,
    seat::{Role, Seat},
    words::{Interventions, SpeechSeconds},
};
use serde::{Deserialize, Serialize};

/// Delegations present and needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum {
    /// Seated delegations present, across all venues.
    pub present: u32,
    /// How many are needed.
    pub needed: u32,
}

/// The rules profile of a summit; the default one before a summit has its own.
#[must_use]
pub fn rules_of(state: &State, summit: SummitId) -> Profile {
    state.programme.summit(summit).map(|s| s.rules.clone()).unwrap_or_default()
}

/// Whether a summit exists.
#[must_use]
pub fn summit_exists(state: &State, summit: SummitId) -> bool {
    state.programme.summit(summit).is_some()
}

/// The summit of a meeting; none when there is no such meeting.
#[must_use]
pub fn summit_of_meeting(state: &State, meeting: MeetingId) -> Option<SummitId> {
    state.programme.meeting(meeting).map(|m| m.summit)
}

/// The meeting of an agenda item; none when there is no such item.
#[must_use]
pub fn item_of(state: &State, item: ItemId) -> Option<MeetingId> {
    state.programme.item(item).map(|i| i.meeting)
}

/// Whether a venue exists.
#[must_use]
pub fn venue_exists(state: &State, venue: VenueId) -> bool {
    state.programme.venue(venue).is_some()
}

/// Whether an item is a general debate, where heads of delegation speak first.
#[must_use]
pub fn is_general_debate(state: &State, item: ItemId) -> bool {
    state.programme.item(item).is_some_and(|i| i.kind == ItemKind::GeneralDebate)
}

/// Whether a meeting is of a kind that needs a quorum to open: a plenary or a high-level meeting. A briefing, a side event or a
/// press conference does not.
#[must_use]
pub fn quorum_applies(state: &State, meeting: MeetingId) -> bool {
    let kind = state.programme.meeting(meeting).map(|m| m.kind);
    kind.is_none_or(|k| matches!(k, MeetingKind::Plenary | MeetingKind::HighLevelMeeting))
}

/// Whether the organisation has a seated delegation (accepted, or challenged and so seated provisionally) at the summit.
#[must_use]
pub fn is_seated(state: &State, summit: SummitId, organisation: OrganisationId) -> bool {
    state.accreditation.seated(summit, organisation).is_some()
}

/// How many delegations are seated at the summit.
#[must_use]
pub fn seated_count(state: &State, summit: SummitId) -> u32 {
    state.accreditation.count(summit).organisations_accredited
}

/// How many seated delegations have somebody present at the summit, across all venues.
#[must_use]
pub fn present_seated_count(state: &State, summit: SummitId) -> u32 {
    let seated = state.accreditation.seated_organisations(summit);
    seated.filter(|(o, _)| state.presence.is_present(summit, *o)).count() as u32
}

/// The official languages of the summit; empty when it named none.
#[must_use]
pub fn official_languages(state: &State, summit: SummitId) -> Vec<Language> {
    state.programme.summit(summit).map(|s| s.details.languages.clone()).unwrap_or_default()
}

/// The person to whom letters for an organisation go: the focal point of its seated delegation.
#[must_use]
pub fn contact_of(state: &State, summit: SummitId, organisation: OrganisationId) -> Option<PersonId> {
    let delegation = state.accreditation.delegation(state.accreditation.seated(summit, organisation)?)?;
    Some(delegation.focal_point)
}

/// The home of an organisation; none for an international body or an unknown one.
#[must_use]
pub fn home_of(state: &State, organisation: OrganisationId) -> Option<Home> {
    state.directory.get(organisation).and_then(|o| o.home.clone())
}

/// The name by which a refusal or letter calls an organisation: its short name, else its English name, else its first.
#[must_use]
pub fn name_of(state: &State, organisation: OrganisationId) -> String {
    let entry = state.directory.get(organisation);
    entry
        .and_then(|o| {
            o.short_name.as_ref().map(ToString::to_string).or_else(|| o.names.best("en").map(|(_, name)| name.to_string()))
        })
        .unwrap_or_else(|| organisation.to_string())
}

/// Whether a meeting may begin: its summit is not closed, and it was not cancelled.
///
/// # Errors
/// `summit-closed` or `meeting-cancelled`.
pub fn may_begin(state: &State, meeting: MeetingId, summit: SummitId) -> Result<(), Refusal> {
    not_archived(state, summit)?;
    if state.programme.meeting(meeting).is_some_and(|m| m.cancelled.is_some()) {
        return Err(Refusal::new("meeting-cancelled").with("meeting", meeting));
    }
    Ok(())
}

/// Whether a summit is still in being; a closed one is an archive.
///
/// # Errors
/// `summit-closed`.
pub fn not_archived(state: &State, summit: SummitId) -> Result<(), Refusal> {
    if state.programme.summit(summit).is_some_and(|s| s.closed.is_some()) {
        return Err(Refusal::new("summit-closed").with("summit", summit));
    }
    Ok(())
}

/// The quorum to open a meeting: one third of the seated delegations, present, unless the profile says otherwise (rule 67).
///
/// # Errors
/// `quorum-to-open-missing` with both numbers. There is no override.
pub fn quorum_to_open(state: &State, meeting: MeetingId, summit: SummitId) -> Result<Quorum, Refusal> {
    if !quorum_applies(state, meeting) {
        return Ok(Quorum { present: present_seated_count(state, summit), needed: 0 });
    }
    let needed = rules_of(state, summit).quorum.to_open.at_least(seated_count(state, summit));
    quorum(state, summit, needed, Refusal::new("quorum-to-open-missing"))
}

/// The quorum to decide: more than half of the seated delegations, present, unless the profile says otherwise (rule 67).
///
/// # Errors
/// `quorum-to-decide-missing` with both numbers.
pub fn quorum_to_decide(state: &State, summit: SummitId) -> Result<Quorum, Refusal> {
    let needed = rules_of(state, summit).quorum.to_decide.more_than(seated_count(state, summit));
    quorum(state, summit, needed, Refusal::new("quorum-to-decide-missing"))
}

fn quorum(state: &State, summit: SummitId, needed: u32, missing: Refusal) -> Result<Quorum, Refusal> {
    let (present, needed) = (present_seated_count(state, summit), needed.max(1));
    if present < needed {
        return Err(missing.with("present", present).with("needed", needed));
    }
    Ok(Quorum { present, needed })
}

/// Speaking time and number of interventions of an item, as the profile has them (rule 72); no number is unlimited.
#[must_use]
pub fn speeches_of(state: &State, summit: SummitId, item: ItemId) -> (SpeechSeconds, Option<Interventions>) {
    let speeches = rules_of(state, summit).speeches;
    let seconds = if is_general_debate(state, item) { speeches.general_debate_seconds } else { speeches.statement_seconds };
    let most = speeches.statements_per_item.0;
    (seconds, (most > 0).then_some(Interventions(most)))
}

/// Whether binding acts of the summit must be signed.
#[must_use]
pub fn signatures_of(state: &State, summit: SummitId) -> Signatures {
    state.programme.summit(summit).map_or(Signatures::Session, |s| s.signatures)
}

/// Speaking time of a delegation's next right of reply after `replied` of them; none when it has used them up (rule 73).
#[must_use]
pub fn next_reply(state: &State, summit: SummitId, replied: u32) -> Option<SpeechSeconds> {
    let rules = rules_of(state, summit).right_of_reply;
    let minutes = if replied == 0 { rules.first_minutes } else { rules.further_minutes };
    (replied < rules.per_delegation.0).then_some(SpeechSeconds(minutes.0 * 60))
}

/// For which organisation somebody acts, and by which way: a delegate for its own, the secretariat for one that wrote or
/// telephoned, with the evidence.
///
/// # Errors
/// [`Denied::OutOfScope`] for another's organisation; an empty `organisation` or `on_paper` of the secretariat is malformed.
pub fn acting_for(
    state: &State,
    actor: &Actor,
    organisation: Option<OrganisationId>,
    on_paper: Option<&OnPaper>,
) -> Result<(OrganisationId, Way), No> {
    if actor.is_secretariat(state) {
        let organisation = organisation.ok_or(Invalid::new("organisation", FieldProblem::Empty))?;
        state.directory.get(organisation).ok_or(No::unknown("organisation"))?;
        let evidence = on_paper.ok_or(Invalid::new("on_paper", FieldProblem::Empty))?.evidence;
        return Ok((organisation, Way::Paper(evidence)));
    }
    let seat = actor.holder(state).ok_or(Denied::NotSignedIn)?;
    let own = seat.organisation.filter(|_| seat.role == Role::Delegate).ok_or(Denied::RoleMayNot)?;
    if organisation.is_some_and(|o| o != own) || on_paper.is_some() {
        return Err(Denied::OutOfScope.into());
    }
    Ok((own, Way::Device))
}

/// Whether the organisation is seated at the summit and its category may do this.
///
/// # Errors
/// `delegation-not-seated` or `category-may-not`.
pub fn entitled(state: &State, summit: SummitId, organisation: OrganisationId, capability: Capability) -> Result<(), Refusal> {
    if !is_seated(state, summit, organisation) {
        return Err(Refusal::new("organisation-not-seated").with("name", name_of(state, organisation)));
    }
    let category = state.directory.get(organisation).map(|o| o.category);
    if category.is_some_and(|c| c.may(capability)) {
        return Ok(());
    }
    let what = match capability {
        Capability::Attend => "attend",
        Capability::Speak => "speak",
        Capability::Reply => "reply",
        Capability::Propose => "propose",
        Capability::Endorse => "endorse",
        Capability::Vote => "vote",
        Capability::ReadRestricted => "read-restricted",
    };
    let category = category.map_or("none", crate::directory::Category::as_str);
    Err(Refusal::new("category-may-not").with("capability", what).with("category", category))
}

/// Who of a delegation may speak for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpeakingRanks {
    /// A head of delegation is accredited.
    pub head: bool,
    /// A representative is, or an alternate who acts as one (rule 26).
    pub representative: bool,
}

/// The ranks in which the accredited members of an organisation's seated delegation may speak.
#[must_use]
pub fn speaking_ranks(state: &State, summit: SummitId, organisation: OrganisationId) -> SpeakingRanks {
    let seated = state.accreditation.seated(summit, organisation);
    let members = seated.into_iter().flat_map(|id| state.accreditation.members(id)).filter(|(_, m)| m.is_accredited());
    members.fold(SpeakingRanks::default(), |known, (_, member)| match member.acts_as() {
        Rank::Head => SpeakingRanks { head: true, ..known },
        Rank::Representative => SpeakingRanks { representative: true, ..known },
        Rank::Alternate | Rank::Adviser => known,
    })
}

/// Whether a seat's scope covers the summit; a target that does not exist is for `decide` to name.
///
/// # Errors
/// [`Denied::OutOfScope`].
pub fn of_summit(seat: &Seat, summit: Option<SummitId>) -> Result<(), Denied> {
    match (seat.summit, summit) {
        (Some(own), Some(other)) if own != other => Err(Denied::OutOfScope),
        _ => Ok(()),
    }
}

/// Whether a seat may act for an organisation: the secretariat for any, a delegate for its own.
///
/// # Errors
/// [`Denied`].
pub fn of_organisation(seat: &Seat, organisation: Option<OrganisationId>) -> Result<(), Denied> {
    crate::authority::only(seat, &[Role::Delegate, Role::Secretariat])?;
    let other = seat.role == Role::Delegate && organisation.is_some_and(|o| Some(o) != seat.organisation);
    if other { Err(Denied::OutOfScope) } else { Ok(()) }
}

/// Whether a seat hands something in for its own organisation.
///
/// # Errors
/// [`Denied::OutOfScope`] for another's.
pub fn of_own(seat: &Seat, organisation: Option<OrganisationId>) -> Result<(), Denied> {
    let other = organisation.is_some_and(|o| Some(o) != seat.organisation);
    if other || seat.organisation.is_none() { Err(Denied::OutOfScope) } else { Ok(()) }
}

/// The organisation of a focal point, who acts for it with its own key alone; none for everybody else.
#[must_use]
pub fn handing_in(state: &State, actor: &Actor) -> Option<OrganisationId> {
    actor.holder(state).filter(|seat| seat.role == Role::FocalPoint)?.organisation
}

#[cfg(test)]
pub(crate) mod stage;
#[cfg(test)]
mod tests;
