//! Accreditation: delegations are invited, entered, submitted, verified, decided. Registered, accredited and present are three
//! counts; this module keeps the first two.
use crate::{
    Actor, No, State,
    directory::Category,
    id::{DelegationId, OrganisationId, PersonId, SeatId, SummitId},
    language::Language,
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given, PersonDetails},
    words::{Flag, Line},
};
use serde::{Deserialize, Serialize};

mod admission;
mod credentials;
mod delegation;
mod entry;
mod photo;
mod register;
#[cfg(test)]
pub(crate) mod stage;
#[cfg(test)]
mod tests;

pub use delegation::{Credentials, Delegation, DelegationLimits, Member, Rank, Standing};
pub(crate) use entry::{summit_open, withdrawal};
pub use photo::Photo;
pub use register::{Accreditation, AccreditationCount};

/// One organisation of a list of invitations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitee {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its focal point: kept in the erasable store.
    #[serde(default)]
    pub contact: PersonDetails,
}

/// One member to be entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// On which delegation.
    pub delegation: DelegationId,
    /// Who: kept in the erasable store.
    pub person: PersonDetails,
    /// In which place.
    pub rank: Rank,
    /// Languages the member works in, the preferred one first.
    #[serde(default)]
    pub languages: Vec<Language>,
}

/// What can be asked of accreditation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum AccreditationCommand {
    /// Invites an organisation to a summit: its focal point gets a seat and the letter with the link.
    InviteOrganisation {
        /// To which summit.
        summit: SummitId,
        /// Which organisation.
        organisation: OrganisationId,
        /// Its focal point: kept in the erasable store.
        #[serde(default)]
        contact: PersonDetails,
        /// Invites a second delegation that claims the same seat; without it an organisation is invited once.
        #[serde(default)]
        rival: Flag,
    },
    /// Invites a whole list, all or nothing.
    InviteOrganisations {
        /// To which summit.
        summit: SummitId,
        /// The list.
        organisations: Vec<Invitee>,
    },
    /// Enters a member on a delegation.
    EnterMember(Entry),
    /// Enters a whole list of members, of one or many delegations, all or nothing.
    EnterMembers {
        /// The list, in order.
        members: Vec<Entry>,
    },
    /// Replaces a member's details; rank and languages where given.
    AmendMember {
        /// Who.
        person: PersonId,
        /// What replaces the details.
        details: PersonDetails,
        /// The new place.
        #[serde(default)]
        rank: Option<Rank>,
        /// The new languages.
        #[serde(default)]
        languages: Option<Vec<Language>>,
    },
    /// Keeps a member's photo over an earlier one, in the erasable store; after the verification by the secretariat alone.
    SetPhoto {
        /// Whose.
        person: PersonId,
        /// The picture, already checked and written anew without what came with it.
        photo: Photo,
    },
    /// Erases a member's photo.
    RemovePhoto {
        /// Whose.
        person: PersonId,
    },
    /// Takes a member off; the seat and the badge end.
    WithdrawMember {
        /// Who.
        person: PersonId,
    },
    /// Lets an alternate act as representative (rule 26), or no longer.
    DesignateAlternate {
        /// Who.
        person: PersonId,
        /// Ends the designation.
        #[serde(default)]
        ended: Flag,
    },
    /// Submits the delegation's credentials to the secretariat.
    SubmitCredentials {
        /// Which delegation.
        delegation: DelegationId,
        /// In which category it takes itself to attend; checked against the directory, whose category alone gives rights.
        #[serde(default)]
        category: Option<Category>,
    },
    /// Finds submitted credentials in order.
    VerifyCredentials {
        /// Which delegation.
        delegation: DelegationId,
    },
    /// Accepts: the delegation is seated, its members get seats, badges and letters.
    AcceptCredentials {
        /// Which delegation.
        delegation: DelegationId,
    },
    /// Challenges: the delegation is seated provisionally with the same rights until decided (rule 29).
    ChallengeCredentials {
        /// Which delegation.
        delegation: DelegationId,
        /// Why.
        reason: Line,
    },
    /// Puts the decision off.
    DeferCredentials {
        /// Which delegation.
        delegation: DelegationId,
        /// Why.
        #[serde(default)]
        reason: Option<Line>,
    },
    /// Rejects: seats and badges end.
    RejectCredentials {
        /// Which delegation.
        delegation: DelegationId,
        /// Why.
        #[serde(default)]
        reason: Option<Line>,
    },
    /// Takes an acceptance back: seats and badges end; what was done stays.
    RevokeCredentials {
        /// Which delegation.
        delegation: DelegationId,
        /// Why.
        reason: Line,
    },
    /// Accepts one member who was entered after the credentials were verified.
    AcceptMember {
        /// Who.
        person: PersonId,
    },
    /// Accepts verified delegations in order of submission, as many as fit one command
    /// ([`crate::limit::EVENTS_PER_COMMAND`]); pressed again, the next ones. Contested seats are left out.
    AcceptAllVerified {
        /// Of which summit.
        summit: SummitId,
    },
    /// Decides between rivals for one seat; the others are rejected. Acts already done stay untouched.
    DecideRival {
        /// The delegation that is seated.
        seated: DelegationId,
        /// Why.
        #[serde(default)]
        reason: Option<Line>,
    },
}

/// What happened to accreditation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum AccreditationEvent {
    /// An organisation was invited.
    DelegationInvited {
        /// The delegation made for it.
        id: DelegationId,
        /// To which summit.
        summit: SummitId,
        /// Which organisation.
        organisation: OrganisationId,
        /// Its focal point.
        focal_point: PersonId,
    },
    /// A member was entered.
    MemberEntered {
        /// On which delegation.
        delegation: DelegationId,
        /// Who.
        person: PersonId,
        /// In which place.
        rank: Rank,
        /// Working languages.
        languages: Vec<Language>,
    },
    /// A member's entry was replaced.
    MemberAmended {
        /// Who.
        person: PersonId,
        /// The place.
        rank: Rank,
        /// Working languages.
        languages: Vec<Language>,
    },
    /// A member was taken off.
    MemberWithdrawn {
        /// Who.
        person: PersonId,
    },
    /// An alternate was designated to act as representative, or no longer (rule 26).
    AlternateDesignated {
        /// Who.
        person: PersonId,
        /// Whether the alternate acts as representative.
        acting: bool,
    },
    /// Credentials were submitted.
    CredentialsSubmitted {
        /// Which delegation.
        delegation: DelegationId,
    },
    /// A second delegation claimed the same seat: until decided, the first is seated provisionally.
    SeatContested {
        /// The delegation that submitted first.
        first: DelegationId,
        /// The one that challenges it.
        second: DelegationId,
    },
    /// Credentials were verified, accepted, challenged, deferred, rejected or revoked.
    CredentialsMoved {
        /// Which delegation.
        delegation: DelegationId,
        /// Their new state.
        to: Credentials,
        /// Why, where a reason was given.
        reason: Option<Line>,
        /// The rival whose claim is the challenge, where it is.
        rival: Option<DelegationId>,
    },
    /// Members were accredited, each with a seat.
    MembersAccredited {
        /// Of which delegation.
        delegation: DelegationId,
        /// Who, with the seat given.
        members: Vec<(PersonId, SeatId)>,
    },
    /// The seat was decided between rivals.
    RivalDecided {
        /// The delegation that is seated from now on.
        seated: DelegationId,
        /// Those whose credentials are rejected with it.
        rejected: Vec<DelegationId>,
        /// Why, where a reason was given.
        reason: Option<Line>,
    },
    /// A delegation said in which category it takes itself to attend.
    CategoryClaimed {
        /// Which delegation.
        delegation: DelegationId,
        /// The category.
        category: Category,
    },
    /// A member's photo is kept in the erasable store.
    PhotoSet {
        /// Whose.
        person: PersonId,
    },
    /// A member's photo was erased.
    PhotoRemoved {
        /// Whose.
        person: PersonId,
    },
}

impl AccreditationEvent {
    /// The person this event brings into the house.
    #[must_use]
    pub(crate) const fn introduces(&self) -> Option<PersonId> {
        match self {
            Self::DelegationInvited { focal_point: person, .. } | Self::MemberEntered { person, .. } => Some(*person),
            _ => None,
        }
    }
    /// The delegation whose seat this event may give or take; rivals claim the same organisation's.
    #[must_use]
    pub(crate) const fn seats(&self) -> Option<DelegationId> {
        match self {
            Self::CredentialsMoved { delegation, .. }
            | Self::RivalDecided { seated: delegation, .. }
            | Self::SeatContested { first: delegation, .. } => Some(*delegation),
            _ => None,
        }
    }
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &AccreditationCommand) -> Result<(), Denied> {
    use AccreditationCommand as C;
    match command {
        C::InviteOrganisation { summit, .. } | C::InviteOrganisations { summit, .. } | C::AcceptAllVerified { summit } => {
            secretariat(seat, Some(*summit))
        }
        C::EnterMember(entry) => own(state, seat, Some(entry.delegation)),
        C::EnterMembers { members } => members.iter().try_for_each(|m| own(state, seat, Some(m.delegation))),
        C::AmendMember { person, .. } | C::WithdrawMember { person } | C::SetPhoto { person, .. } | C::RemovePhoto { person } => {
            own(state, seat, delegation_of(state, *person))
        }
        C::DesignateAlternate { person, .. } => {
            let delegation = delegation_of(state, *person);
            if heads(state, seat, delegation) { Ok(()) } else { own(state, seat, delegation) }
        }
        C::SubmitCredentials { delegation, .. } => own(state, seat, Some(*delegation)),
        C::AcceptMember { person } => secretariat(seat, summit_of(state, delegation_of(state, *person))),
        C::VerifyCredentials { delegation }
        | C::AcceptCredentials { delegation }
        | C::ChallengeCredentials { delegation, .. }
        | C::DeferCredentials { delegation, .. }
        | C::RejectCredentials { delegation, .. }
        | C::RevokeCredentials { delegation, .. }
        | C::DecideRival { seated: delegation, .. } => secretariat(seat, summit_of(state, Some(*delegation))),
    }
}

fn delegation_of(state: &State, person: PersonId) -> Option<DelegationId> {
    state.accreditation.member(person).map(|m| m.delegation)
}

fn summit_of(state: &State, delegation: Option<DelegationId>) -> Option<SummitId> {
    state.accreditation.delegation(delegation?).map(|d| d.summit)
}

/// A secretariat seat of this summit, or of all.
fn secretariat(seat: &Seat, summit: Option<SummitId>) -> Result<(), Denied> {
    crate::authority::only(seat, &[Role::Secretariat])?;
    // What is unknown is answered as unknown by `decide`: the secretariat may know.
    let in_scope = seat.summit.is_none() || summit.is_none() || seat.summit == summit;
    if in_scope { Ok(()) } else { Err(Denied::OutOfScope) }
}

/// The secretariat, or the focal point of this delegation. Another focal point of the same organisation may act for it only
/// while the organisation has no second delegation: rivals never touch each other's entries.
fn own(state: &State, seat: &Seat, delegation: Option<DelegationId>) -> Result<(), Denied> {
    crate::authority::only(seat, &[Role::Secretariat, Role::FocalPoint])?;
    if seat.role == Role::Secretariat {
        return secretariat(seat, summit_of(state, delegation));
    }
    let d = delegation.and_then(|id| state.accreditation.delegation(id)).ok_or(Denied::OutOfScope)?;
    let same = seat.organisation == Some(d.organisation) && seat.summit.is_none_or(|s| s == d.summit);
    let alone = state.accreditation.of_organisation(d.summit, d.organisation).len() == 1;
    if same && (alone || d.focal_point == seat.person) { Ok(()) } else { Err(Denied::OutOfScope) }
}

/// Whether the seat is held by the accredited head of this delegation.
fn heads(state: &State, seat: &Seat, delegation: Option<DelegationId>) -> bool {
    let head = |m: &Member| m.rank == Rank::Head && m.is_accredited() && Some(m.delegation) == delegation;
    seat.role == Role::Delegate && state.accreditation.member(seat.person).is_some_and(head)
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &AccreditationCommand, given: &Given<'_>) -> Result<Decision, No> {
    use AccreditationCommand as C;
    match command {
        C::InviteOrganisation { summit, organisation, contact, rival } => {
            entry::invite(state, *summit, *organisation, contact, rival.0, given)
        }
        C::InviteOrganisations { summit, organisations } => entry::invite_all(state, *summit, organisations, given),
        C::EnterMember(entry) => entry::enter(state, entry),
        C::EnterMembers { members } => entry::enter_all(state, members),
        C::AmendMember { person, details, rank, languages } => {
            entry::amend(state, actor, *person, details, *rank, languages.as_deref())
        }
        C::WithdrawMember { person } => entry::withdraw(state, *person),
        C::DesignateAlternate { person, ended } => entry::designate(state, *person, !ended.0),
        C::SetPhoto { person, photo } => photo::set(state, actor, *person, photo),
        C::RemovePhoto { person } => photo::remove(state, *person),
        C::SubmitCredentials { delegation, category } => credentials::submit(state, *delegation, *category, given),
        C::VerifyCredentials { delegation } => credentials::verify(state, *delegation, given),
        C::AcceptCredentials { delegation } => credentials::accept(state, *delegation, given),
        C::ChallengeCredentials { delegation, reason } => credentials::challenge(state, *delegation, reason, given),
        C::DeferCredentials { delegation, reason } => credentials::defer(state, *delegation, reason.as_ref()),
        C::RejectCredentials { delegation, reason } => credentials::reject(state, *delegation, reason.as_ref()),
        C::RevokeCredentials { delegation, reason } => credentials::revoke(state, *delegation, reason),
        C::AcceptMember { person } => credentials::accept_member(state, *person, given),
        C::AcceptAllVerified { summit } => credentials::accept_all(state, *summit, given),
        C::DecideRival { seated, reason } => credentials::decide_rival(state, *seated, reason.as_ref(), given),
    }
}
