//! Seats (a role somebody holds), the single-use invitations that hand them out, and the device sessions that act for them.
use crate::{
    Actor, Moment, No, Recorded, Refusal, State,
    id::{InvitationId, OrganisationId, PersonId, SeatId, SessionId, SummitId, VenueId},
    refusal::Denied,
    state::{Decision, Given, Letter, PersonDetails, Secret},
    words::{Digest, ShortName},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// How long an invitation's link works, in milliseconds: 14 days.
pub const INVITATION_MS: i64 = 14 * 24 * 3_600_000;
/// How long a session lives without a new sign-in, in milliseconds: 30 days.
pub const SESSION_MS: i64 = 30 * 24 * 3_600_000;
/// Most sessions (devices and tokens) of one seat at a time.
pub const SESSIONS_PER_SEAT: usize = 12;

/// What a seat may do; [`crate::authority`] holds the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs the summit: directory, programme, accreditation, letters, paper.
    Secretariat,
    /// Presides over meetings.
    Chair,
    /// Enters its organisation's delegation.
    FocalPoint,
    /// Speaks and acts for its organisation.
    Delegate,
    /// Checks people in at one venue.
    VenueOperator,
    /// Directs the picture.
    Director,
    /// Interprets.
    Interpreter,
    /// Watches.
    Observer,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 8] = [
        Self::Secretariat,
        Self::Chair,
        Self::FocalPoint,
        Self::Delegate,
        Self::VenueOperator,
        Self::Director,
        Self::Interpreter,
        Self::Observer,
    ];
    /// The written form, as in forms and translations (`role-focal-point`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Chair => "chair",
            Self::FocalPoint => "focal-point",
            Self::Delegate => "delegate",
            Self::VenueOperator => "venue-operator",
            Self::Director => "director",
            Self::Interpreter => "interpreter",
            Self::Observer => "observer",
        }
    }
}

/// A role held by somebody, for an organisation or at a venue where the role needs one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// What it may do.
    pub role: Role,
    /// Who holds it.
    pub person: PersonId,
    /// For which organisation (focal point, delegate, observer).
    pub organisation: Option<OrganisationId>,
    /// At which venue (venue operator).
    pub venue: Option<VenueId>,
    /// Of which summit; none is all of them (secretariat).
    pub summit: Option<SummitId>,
    /// Ended seats keep their history and may do nothing.
    pub ended: bool,
}

/// A device (or an integrator's token) that acts for a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// For which seat.
    pub seat: SeatId,
    /// SHA-256 of its secret.
    pub secret: Digest,
    /// When it stops working.
    pub until: Moment,
    /// Its label, when it is an integrator's token.
    pub token: Option<ShortName>,
}

/// A single-use link that hands out a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Which seat it hands out.
    pub seat: SeatId,
    /// When the link stops working.
    pub until: Moment,
}

/// What can be asked about seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum SeatCommand {
    /// Gives somebody a seat and sends the link.
    InviteSeat {
        /// What the seat may do.
        role: Role,
        /// Who: kept in the erasable store.
        #[serde(default)]
        person: PersonDetails,
        /// For which organisation.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// At which venue.
        #[serde(default)]
        venue: Option<VenueId>,
        /// Of which summit.
        #[serde(default)]
        summit: Option<SummitId>,
    },
    /// Sends a new link for a seat; the former link dies. For a lost device or a lapsed letter.
    ReissueInvitation {
        /// The seat.
        seat: SeatId,
    },
    /// Takes a seat by its link; opens a session on this device.
    RedeemInvitation {
        /// The link's secret.
        token: Secret,
    },
    /// Opens a session for a person who proved by a registered device to be this person: on a new telephone, after a sign-out.
    SignIn {},
    /// Makes a link for another device of the same person; shown to the caller alone.
    LinkDevice {},
    /// Makes an integrator's bearer token with this seat's rights.
    IssueToken {
        /// What it is for.
        label: ShortName,
    },
    /// Signs this device, or another of the same seat, out.
    EndSession {
        /// The session.
        session: SessionId,
    },
    /// Ends a seat and all its sessions.
    EndSeat {
        /// The seat.
        seat: SeatId,
    },
    /// Erases what is known of a person; the seat ends.
    ErasePerson {
        /// The person.
        person: PersonId,
    },
}

/// What happened to seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum SeatEvent {
    /// A seat was made.
    SeatGiven {
        /// Its id.
        id: SeatId,
        /// The seat.
        seat: Seat,
    },
    /// A link was made; earlier links of the seat die.
    InvitationIssued {
        /// Its id.
        id: InvitationId,
        /// The seat it hands out.
        seat: SeatId,
        /// SHA-256 of the link's secret.
        secret: Digest,
        /// When it stops working.
        until: Moment,
    },
    /// A link was used up and a session opened.
    SessionOpened {
        /// Its id.
        id: SessionId,
        /// The session.
        session: Session,
        /// SHA-256 of the link that was used, if one was.
        invitation: Option<Digest>,
    },
    /// A session was ended.
    SessionEnded {
        /// The session.
        id: SessionId,
    },
    /// A seat was ended, with all its sessions and links.
    SeatEnded {
        /// The seat.
        id: SeatId,
    },
    /// A person's details were erased.
    PersonErased {
        /// The person.
        id: PersonId,
    },
}

/// All seats, open links and open sessions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seats {
    seats: Vec<Seat>,
    invitations: HashMap<Digest, Invitation>,
    sessions: HashMap<SessionId, Session>,
    /// Open link and open sessions of a seat, so that no act scans all of them.
    links: HashMap<SeatId, Digest>,
    open: HashMap<SeatId, BTreeSet<SessionId>>,
    next_invitation: u32,
    next_session: u32,
    next_person: u32,
}

impl Seats {
    /// The seat of this id, ended or not.
    #[must_use]
    pub fn get(&self, id: SeatId) -> Option<&Seat> {
        self.seats.get((id.0 as usize).checked_sub(1)?)
    }
    /// All seats with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SeatId, &Seat)> {
        self.seats.iter().zip(1..).map(|(s, n)| (SeatId(n), s))
    }
    /// The open session of this id.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.get(&id)
    }
    /// The open sessions of a seat.
    pub fn sessions_of(&self, seat: SeatId) -> impl Iterator<Item = (SessionId, &Session)> {
        self.open.get(&seat).into_iter().flatten().filter_map(|id| Some((*id, self.sessions.get(id)?)))
    }
    /// The seat a session acts for, when its secret is right and it has not lapsed.
    #[must_use]
    pub fn sign_in(&self, id: SessionId, secret: &Secret, now: Moment) -> Option<SeatId> {
        let session = self.sessions.get(&id)?;
        // Digests are compared: the time taken tells nothing about the secret.
        (session.secret == secret.digest() && now < session.until).then_some(session.seat)
    }
    /// The open invitation of this secret.
    #[must_use]
    pub fn invitation(&self, token: &Secret) -> Option<&Invitation> {
        self.invitations.get(&token.digest())
    }
    /// Whether an unused link of the seat is open.
    #[must_use]
    pub fn has_open_invitation(&self, seat: SeatId) -> bool {
        self.links.contains_key(&seat)
    }
    /// The id the next person gets; a command that makes several adds to it.
    #[must_use]
    pub const fn next_person(&self) -> PersonId {
        PersonId(self.next_person + 1)
    }
    /// The id the next seat gets.
    #[must_use]
    pub fn next_seat(&self) -> SeatId {
        SeatId(self.seats.len() as u32 + 1)
    }

    /// Tells the seats that another module introduced this person.
    pub(crate) fn saw_person(&mut self, id: PersonId) {
        self.next_person = self.next_person.max(id.0);
    }

    pub(crate) fn evolve(&mut self, event: &SeatEvent, _: &Recorded) {
        match event {
            SeatEvent::SeatGiven { seat, .. } => {
                self.saw_person(seat.person);
                self.seats.push(seat.clone());
            }
            SeatEvent::InvitationIssued { seat, secret, until, .. } => {
                self.next_invitation += 1;
                if let Some(former) = self.links.insert(*seat, *secret) {
                    self.invitations.remove(&former);
                }
                self.invitations.insert(*secret, Invitation { seat: *seat, until: *until });
            }
            SeatEvent::SessionOpened { id, session, invitation } => {
                self.next_session = self.next_session.max(id.0);
                if let Some(used) = invitation {
                    self.invitations.remove(used);
                    self.links.remove(&session.seat);
                }
                self.open.entry(session.seat).or_default().insert(*id);
                self.sessions.insert(*id, session.clone());
            }
            SeatEvent::SessionEnded { id } => {
                if let Some(session) = self.sessions.remove(id)
                    && let Some(open) = self.open.get_mut(&session.seat)
                {
                    open.remove(id);
                    if open.is_empty() {
                        self.open.remove(&session.seat);
                    }
                }
            }
            SeatEvent::SeatEnded { id } => {
                if let Some(seat) = (id.0 as usize).checked_sub(1).and_then(|i| self.seats.get_mut(i)) {
                    seat.ended = true;
                }
                if let Some(link) = self.links.remove(id) {
                    self.invitations.remove(&link);
                }
                for session in self.open.remove(id).into_iter().flatten() {
                    self.sessions.remove(&session);
                }
            }
            SeatEvent::PersonErased { .. } => {}
        }
    }
}

/// Gives a seat with its link: the events, the letter, and the secret. `index` tells several of one command apart.
#[must_use]
pub fn give(state: &State, seat: Seat, index: u32, letter: &'static str, given: &Given<'_>) -> (SeatId, [SeatEvent; 2], Letter) {
    let id = SeatId(state.seats.next_seat().0 + index);
    let secret = given.secret(index);
    let until = given.now.plus_ms(INVITATION_MS);
    let letter = write_to(&seat, letter, secret.clone(), until);
    let events = [
        SeatEvent::SeatGiven { id, seat },
        SeatEvent::InvitationIssued {
            id: InvitationId(state.seats.next_invitation + 1 + index),
            seat: id,
            secret: secret.digest(),
            until,
        },
    ];
    (id, events, letter)
}

/// The letter that carries a seat's link. Its writer tells the organisation's name from the id.
fn write_to(seat: &Seat, kind: &'static str, secret: Secret, until: Moment) -> Letter {
    let mut with = vec![("role", seat.role.as_str().to_owned()), ("until", until.in_utc())];
    with.extend(seat.organisation.map(|o| ("organisation", o.to_string())));
    Letter { to: seat.person, summit: seat.summit, kind, link: Some(secret), with }
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &SeatCommand, given: &Given<'_>) -> Result<Decision, No> {
    match command {
        SeatCommand::InviteSeat { role, person, organisation, venue, summit } => {
            invite(state, *role, person, *organisation, *venue, *summit, given)
        }
        SeatCommand::ReissueInvitation { seat } => reissue(state, *seat, given),
        SeatCommand::RedeemInvitation { token } => redeem(state, token, given),
        SeatCommand::SignIn {} => sign_in(state, actor, given),
        SeatCommand::LinkDevice {} => {
            let seat = actor.seat().ok_or(Denied::NotSignedIn)?;
            link_device(state, seat, given)
        }
        SeatCommand::IssueToken { label } => {
            let seat = actor.seat().ok_or(Denied::NotSignedIn)?;
            Ok(open_session(state, seat, Some(label.clone()), None, given)?)
        }
        SeatCommand::EndSession { session } => {
            state.seats.session(*session).ok_or(No::unknown("session"))?;
            Ok(Decision::events([SeatEvent::SessionEnded { id: *session }]))
        }
        SeatCommand::EndSeat { seat } => {
            let found = state.seats.get(*seat).ok_or(No::unknown("seat"))?;
            if found.ended {
                return Err(Refusal::new("seat-already-ended").into());
            }
            // A member without a seat would be accredited and unable to act: the member is withdrawn instead.
            if state.accreditation.member(found.person).is_some_and(|m| m.seat() == Some(*seat)) {
                return Err(Refusal::new("seat-of-member").into());
            }
            last_secretariat_stays(state, |other, _| other == *seat)?;
            Ok(Decision::events([SeatEvent::SeatEnded { id: *seat }]))
        }
        SeatCommand::ErasePerson { person } => erase(state, *person),
    }
}

fn invite(
    state: &State,
    role: Role,
    person: &PersonDetails,
    organisation: Option<OrganisationId>,
    venue: Option<VenueId>,
    summit: Option<SummitId>,
    given: &Given<'_>,
) -> Result<Decision, No> {
    if matches!(role, Role::FocalPoint | Role::Delegate) && organisation.is_none() {
        return Err(crate::Invalid::new("organisation", crate::FieldProblem::Empty).into());
    }
    if role == Role::VenueOperator && venue.is_none() {
        return Err(crate::Invalid::new("venue", crate::FieldProblem::Empty).into());
    }
    if organisation.is_some_and(|o| state.directory.get(o).is_none()) {
        return Err(No::unknown("organisation"));
    }
    if venue.is_some_and(|v| state.programme.venue(v).is_none()) {
        return Err(No::unknown("venue"));
    }
    if summit.is_some_and(|s| state.programme.summit(s).is_none()) {
        return Err(No::unknown("summit"));
    }
    let details = person.checked("person")?;
    let who = state.seats.next_person();
    let seat = Seat { role, person: who, organisation, venue, summit, ended: false };
    let (id, events, letter) = give(state, seat, 0, "invitation", given);
    let mut decision = Decision::events(events).creating(id);
    decision.people.push((who, Some(details)));
    decision.secret = letter.link.clone();
    decision.letters.push(letter);
    Ok(decision)
}

fn reissue(state: &State, seat: SeatId, given: &Given<'_>) -> Result<Decision, No> {
    let found = state.seats.get(seat).ok_or(No::unknown("seat"))?;
    if found.ended {
        return Err(Refusal::new("seat-already-ended").into());
    }
    let mut decision = link_device(state, seat, given)?;
    let until = given.now.plus_ms(INVITATION_MS);
    decision.letters.extend(decision.secret.clone().map(|secret| write_to(found, "invitation", secret, until)));
    Ok(decision)
}

fn link_device(state: &State, seat: SeatId, given: &Given<'_>) -> Result<Decision, No> {
    let secret = given.secret(0);
    let mut decision = Decision::events([SeatEvent::InvitationIssued {
        id: InvitationId(state.seats.next_invitation + 1),
        seat,
        secret: secret.digest(),
        until: given.now.plus_ms(INVITATION_MS),
    }]);
    decision.secret = Some(secret);
    Ok(decision)
}

fn redeem(state: &State, token: &Secret, given: &Given<'_>) -> Result<Decision, No> {
    let digest = token.digest();
    // One answer for a wrong, used or replaced link: nothing is told to whoever guesses.
    let invitation = state.seats.invitations.get(&digest).ok_or(Refusal::new("invitation-not-open"))?;
    if given.now >= invitation.until {
        return Err(Refusal::new("invitation-expired").into());
    }
    Ok(open_session(state, invitation.seat, None, Some(digest), given)?)
}

/// The person's open seat of a delegate: for that one the device was registered.
fn sign_in(state: &State, actor: &Actor, given: &Given<'_>) -> Result<Decision, No> {
    let Actor::Person(person) = *actor else { return Err(Denied::NotSignedIn.into()) };
    state.registry.of_person(person).ok_or(Refusal::new("device-ended"))?;
    let seats = || state.seats.iter().filter(|(_, seat)| seat.person == person && seat.role == Role::Delegate);
    let seat = seats().find(|(_, seat)| !seat.ended).ok_or(Refusal::new("seat-already-ended"))?.0;
    Ok(open_session(state, seat, None, None, given)?)
}

fn open_session(
    state: &State,
    seat: SeatId,
    token: Option<ShortName>,
    invitation: Option<Digest>,
    given: &Given<'_>,
) -> Result<Decision, Refusal> {
    // Lapsed sessions make room: they could do nothing any more.
    let (lapsed, open): (Vec<_>, Vec<_>) = state.seats.sessions_of(seat).partition(|(_, s)| given.now >= s.until);
    if open.len() >= SESSIONS_PER_SEAT {
        return Err(Refusal::new("too-many-sessions").with("limit", SESSIONS_PER_SEAT));
    }
    let id = SessionId(state.seats.next_session + 1);
    let secret = given.secret(0);
    let session = Session { seat, secret: secret.digest(), until: given.now.plus_ms(SESSION_MS), token };
    let ended = lapsed.into_iter().map(|(id, _)| SeatEvent::SessionEnded { id });
    let mut decision = Decision::events(ended.chain([SeatEvent::SessionOpened { id, session, invitation }])).creating(id);
    decision.secret = Some(Secret(format!("{id}.{}", secret.0)));
    Ok(decision)
}

/// Somebody of the secretariat is left when these seats end; otherwise nobody could run the house.
fn last_secretariat_stays(state: &State, ends: impl Fn(SeatId, &Seat) -> bool) -> Result<(), Refusal> {
    let open = |s: &Seat| s.role == Role::Secretariat && !s.ended;
    let touched = state.seats.iter().any(|(id, s)| open(s) && ends(id, s));
    let left = state.seats.iter().any(|(id, s)| open(s) && !ends(id, s));
    if touched && !left { Err(Refusal::new("last-secretariat")) } else { Ok(()) }
}

fn erase(state: &State, person: PersonId) -> Result<Decision, No> {
    if person.0 == 0 || person.0 > state.seats.next_person {
        return Err(No::unknown("person"));
    }
    last_secretariat_stays(state, |_, s| s.person == person)?;
    let ended = state.seats.iter().filter(|(_, s)| s.person == person && !s.ended);
    let mut decision = Decision::events(ended.map(|(id, _)| SeatEvent::SeatEnded { id }));
    decision.events.extend(crate::accreditation::withdrawal(state, person, false));
    decision.events.push(SeatEvent::PersonErased { id: person }.into());
    decision.people.push((person, None));
    Ok(decision)
}

#[cfg(test)]
mod tests;
