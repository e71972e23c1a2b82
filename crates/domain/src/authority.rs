//! Who may ask for what: the one table every write passes through. Deny by default.
use crate::{
    Command, State,
    id::{PersonId, SeatId},
    refusal::Denied,
    seat::{Role, Seat, SeatCommand},
};

/// On whose behalf a command is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in seat.
    Seat(SeatId),
    /// The operator at the machine's own shell (`init`, `import`).
    Console,
    /// The server itself: a deadline passed, a link was lost.
    Server,
    /// Somebody who proved, by a fresh signature of a registered device, to be this person, and has no session yet.
    Person(PersonId),
    /// Somebody not signed in.
    Nobody,
}

impl Actor {
    /// The seat, if one acts.
    #[must_use]
    pub const fn seat(self) -> Option<SeatId> {
        match self {
            Self::Seat(id) => Some(id),
            _ => None,
        }
    }
    /// The seat's entry, unless it ended.
    #[must_use]
    pub fn holder(self, state: &State) -> Option<&Seat> {
        state.seats.get(self.seat()?).filter(|s| !s.ended)
    }
    /// Whether the secretariat (or the console, which is its operator) acts.
    #[must_use]
    pub fn is_secretariat(self, state: &State) -> bool {
        self == Self::Console || self.holder(state).is_some_and(|s| s.role == Role::Secretariat)
    }
}

/// Judges role and scope; what the rules of procedure allow is judged afterwards, by each module's `decide`.
///
/// # Errors
/// [`Denied`].
pub fn authorise(state: &State, actor: &Actor, command: &Command) -> Result<(), Denied> {
    if *actor == Actor::Console {
        return Ok(());
    }
    if let Command::Seat(SeatCommand::RedeemInvitation { .. }) = command {
        return Ok(());
    }
    if let (Actor::Person(_), Command::Seat(SeatCommand::SignIn {})) = (actor, command) {
        return Ok(());
    }
    if *actor == Actor::Server {
        let may = crate::floor::server_may(command) || crate::text::server_may(command);
        return may.then_some(()).ok_or(Denied::RoleMayNot);
    }
    let seat = actor.holder(state).ok_or(Denied::NotSignedIn)?;
    match command {
        Command::Directory(_) | Command::Programme(_) => only(seat, &[Role::Secretariat]),
        Command::Seat(c) => seat_command(state, actor, seat, c),
        Command::Accreditation(c) => crate::accreditation::authorise(state, seat, c),
        Command::Presence(c) => crate::presence::authorise(state, seat, c),
        Command::Floor(c) => crate::floor::authorise(state, seat, c),
        Command::Text(c) => crate::text::authorise(state, seat, c),
        Command::Endorsement(c) => crate::endorsement::authorise(state, seat, c),
        Command::Registry(c) => crate::registry::authorise(state, seat, c),
        Command::Poll(c) => crate::poll::authorise(state, seat, c),
    }
}

/// Allows these roles.
pub(crate) fn only(seat: &Seat, roles: &[Role]) -> Result<(), Denied> {
    if roles.contains(&seat.role) { Ok(()) } else { Err(Denied::RoleMayNot) }
}

fn seat_command(state: &State, actor: &Actor, seat: &Seat, command: &SeatCommand) -> Result<(), Denied> {
    match command {
        SeatCommand::LinkDevice {} | SeatCommand::RedeemInvitation { .. } => Ok(()),
        // Whoever has a session needs none; the door of devices asks for a person.
        SeatCommand::SignIn {} => Err(Denied::RoleMayNot),
        SeatCommand::IssueToken { .. } => only(seat, &[Role::Secretariat, Role::Director, Role::Observer, Role::VenueOperator]),
        SeatCommand::EndSession { session } => {
            let own = state.seats.session(*session).is_some_and(|s| Some(s.seat) == actor.seat());
            if own { Ok(()) } else { only(seat, &[Role::Secretariat]) }
        }
        SeatCommand::InviteSeat { .. }
        | SeatCommand::ReissueInvitation { .. }
        | SeatCommand::EndSeat { .. }
        | SeatCommand::ErasePerson { .. } => only(seat, &[Role::Secretariat]),
    }
}

#[cfg(test)]
mod tests;
