//! A summit for tests of people: organisations, one summit, three venues; the erasable store as a map.
#![expect(clippy::unwrap_used, reason = "tests")]
use crate::{
    Actor, Command, Moment, No, State,
    id::{DelegationId, OrganisationId, PersonId, SeatId, SummitId, VenueId},
    state::{Decision, Letter, PersonDetails},
    testing::House,
};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The summit everything happens at.
pub(crate) const SUMMIT: SummitId = SummitId(1);
/// One minute, in milliseconds.
pub(crate) const MINUTE: i64 = 60_000;

/// Reads an id, a command or a part of one from its written form.
pub(crate) fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// The house with its book of people and the letters sent.
#[derive(Default)]
pub(crate) struct Stage {
    pub house: House,
    pub book: HashMap<PersonId, PersonDetails>,
    pub letters: Vec<Letter>,
}

impl Stage {
    /// Organisations of these homes (`-` is none), named `Org 1`, `Org 2`…, and a summit with three venues.
    pub(crate) fn of(homes: &[&str]) -> Self {
        let mut stage = Self::default();
        stage.house.now = Moment(1_804_000_000_000);
        for (n, home) in homes.iter().enumerate() {
            let home = if *home == "-" { Value::Null } else { json!(home) };
            let entry = json!({"names": {"en": format!("Org {}", n + 1)}, "home": home, "category": "member"});
            stage.ok(&Actor::Console, Command::Directory(read(json!({"register-organisation": entry}))));
        }
        stage.convene();
        stage
    }
    /// One more summit with three venues of its own.
    pub(crate) fn convene(&mut self) {
        let n = self.house.state.programme.summits().count() + 1;
        let details = json!({"themes": {"en": "Water, shared"}, "opens": "2027-03-10", "closes": "2027-03-31",
            "conveners": ["org-1"], "languages": ["en"]});
        self.programme(json!({"convene-summit": details}));
        for (name, kind, zone, country) in [
            ("Great Hall", "main", "Europe/Brussels", "BE"),
            ("Harbour House", "satellite", "Africa/Nairobi", "KE"),
            ("Coast House", "satellite", "America/Lima", "PE"),
        ] {
            self.programme(json!({"add-venue": {"summit": format!("summit-{n}"), "names": {"en": name}, "kind": kind,
                "city": name, "country": country, "zone": zone, "capacity": 500, "host": "org-1"}}));
        }
    }
    pub(crate) fn state(&self) -> &State {
        &self.house.state
    }
    /// Lets time pass.
    pub(crate) fn wait(&mut self, ms: i64) {
        self.house.now = self.house.now.plus_ms(ms);
    }
    /// Decides, folds, keeps people and letters.
    pub(crate) fn run(&mut self, actor: &Actor, command: Command) -> Result<Decision, No> {
        let decision = self.house.run_as(actor, command)?;
        for (id, change) in decision.people.clone() {
            match change {
                Some(details) => {
                    let merged = details.onto(self.book.get(&id));
                    self.book.insert(id, merged);
                }
                None => drop(self.book.remove(&id)),
            }
        }
        self.letters.extend(decision.letters.clone());
        Ok(decision)
    }
    #[track_caller]
    fn ok(&mut self, actor: &Actor, command: Command) -> Decision {
        self.run(actor, command).unwrap()
    }
    #[track_caller]
    pub(crate) fn programme(&mut self, value: Value) -> Decision {
        self.ok(&Actor::Console, Command::Programme(read(value)))
    }
    #[track_caller]
    pub(crate) fn directory(&mut self, value: Value) -> Decision {
        self.ok(&Actor::Console, Command::Directory(read(value)))
    }
    #[track_caller]
    pub(crate) fn seat(&mut self, value: Value) -> Decision {
        self.ok(&Actor::Console, Command::Seat(read(value)))
    }
    /// As the console, which is the secretariat's operator.
    #[track_caller]
    pub(crate) fn accredit(&mut self, value: Value) -> Decision {
        self.ok(&Actor::Console, Command::Accreditation(read(value)))
    }
    pub(crate) fn try_accredit(&mut self, actor: &Actor, value: Value) -> Result<Decision, No> {
        self.run(actor, Command::Accreditation(read(value)))
    }
    #[track_caller]
    pub(crate) fn presence(&mut self, value: Value) -> Decision {
        self.ok(&Actor::Console, Command::Presence(read(value)))
    }
    pub(crate) fn try_presence(&mut self, actor: &Actor, value: Value) -> Result<Decision, No> {
        self.run(actor, Command::Presence(read(value)))
    }
    /// The code or problem of a command that is not carried out; nothing changes.
    #[track_caller]
    pub(crate) fn refused(&mut self, actor: &Actor, command: Command) -> String {
        let before = self.house.log.len();
        let no = self.run(actor, command).unwrap_err();
        assert_eq!(self.house.log.len(), before);
        no.to_string()
    }
    #[track_caller]
    pub(crate) fn accredit_refused(&mut self, value: Value) -> String {
        self.refused(&Actor::Console, Command::Accreditation(read(value)))
    }
    #[track_caller]
    pub(crate) fn presence_refused(&mut self, value: Value) -> String {
        self.refused(&Actor::Console, Command::Presence(read(value)))
    }
    /// Gives a seat of a role and returns who acts from it.
    pub(crate) fn holder(&mut self, role: &str, more: Value) -> Actor {
        let mut seat = json!({"role": role, "person": {"family": "Invented"}});
        seat.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let seat = self.seat(json!({"invite-seat": seat})).created.unwrap();
        Actor::Seat(seat.parse().unwrap())
    }

    /// Invites an organisation; its delegation and the focal point's seat.
    #[track_caller]
    pub(crate) fn invite(&mut self, organisation: u32, rival: bool) -> (DelegationId, Actor) {
        let seat = self.state().seats.next_seat();
        let command = json!({"invite-organisation": {"summit": "summit-1", "organisation": OrganisationId(organisation),
            "contact": {"family": "Focal"}, "rival": rival}});
        let id = self.accredit(command).created.unwrap();
        (id.parse().unwrap(), Actor::Seat(seat))
    }
    /// Enters members of these ranks.
    #[track_caller]
    pub(crate) fn enter(&mut self, delegation: DelegationId, ranks: &[&str]) -> Vec<PersonId> {
        let first = self.state().seats.next_person().0;
        let members: Vec<Value> = ranks
            .iter()
            .enumerate()
            .map(|(n, rank)| {
                let person = json!({"family": format!("Member {n}"), "given": "Invented", "email": format!("m{n}@example.org")});
                json!({"delegation": delegation, "person": person, "rank": rank, "languages": ["fr", "en"]})
            })
            .collect();
        self.accredit(json!({"enter-members": {"members": members}}));
        (0..ranks.len() as u32).map(|n| PersonId(first + n)).collect()
    }
    /// Submits and verifies.
    #[track_caller]
    pub(crate) fn verified(&mut self, delegation: DelegationId) {
        self.accredit(json!({"submit-credentials": {"delegation": delegation}}));
        self.accredit(json!({"verify-credentials": {"delegation": delegation}}));
    }
    /// An accepted delegation of an organisation with so many members, the first of them head.
    #[track_caller]
    pub(crate) fn accepted(&mut self, organisation: u32, members: usize) -> (DelegationId, Vec<PersonId>) {
        let (id, _) = self.invite(organisation, false);
        let ranks: Vec<&str> = (0..members).map(|n| if n == 0 { "head" } else { "adviser" }).collect();
        let people = self.enter(id, &ranks);
        self.verified(id);
        self.accredit(json!({"accept-credentials": {"delegation": id}}));
        (id, people)
    }
    /// The code of somebody's badge.
    #[track_caller]
    pub(crate) fn code(&self, person: PersonId) -> String {
        self.book[&person].badge_code.clone()
    }
    /// An accredited member's seat.
    #[track_caller]
    pub(crate) fn seat_of(&self, person: PersonId) -> SeatId {
        self.state().accreditation.member(person).unwrap().seat().unwrap()
    }
    /// Scans somebody's badge now.
    pub(crate) fn scan(&mut self, venue: u32, person: PersonId) -> Decision {
        let code = self.code(person);
        self.presence(json!({"check-in": {"venue": VenueId(venue), "code": code}}))
    }
}
