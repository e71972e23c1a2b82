//! A stage for tests: what the other modules would answer, and a way to play commands on it.
#![expect(clippy::unwrap_used, reason = "tests")]
use crate::{
    Actor, Command, Event, Moment, No, Recorded, State,
    command::{CommandId, OnPaper},
    directory::{Category, DirectoryEvent, Organisation},
    id::{ItemId, MeetingId, OrganisationId, PersonId, SeatId, SummitId, VenueId},
    language::{Language, Names},
    profile::Profile,
    seat::{Role, Seat, SeatEvent},
    state::{Decision, Given},
    words::Digest,
};
use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

/// What the facade answers in this test's thread.
pub struct Stage {
    pub summit: SummitId,
    pub meetings: HashSet<MeetingId>,
    pub items: HashMap<ItemId, MeetingId>,
    pub venues: HashSet<VenueId>,
    pub debates: HashSet<ItemId>,
    pub seated: HashSet<OrganisationId>,
    pub present: u32,
    pub languages: Vec<Language>,
    pub rules: Profile,
    pub without_quorum: HashSet<MeetingId>,
    pub contacts: HashMap<OrganisationId, PersonId>,
}

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// Asks the stage, when one is set in this thread.
pub fn read<T>(ask: impl FnOnce(&Stage) -> T) -> Option<T> {
    STAGE.with_borrow(|stage| stage.as_ref().map(ask))
}
/// Changes the stage of this thread.
pub fn change(change: impl FnOnce(&mut Stage)) {
    STAGE.with_borrow_mut(|stage| change(stage.as_mut().unwrap()));
}

/// The secretariat's seat on the stage.
pub const SECRETARIAT: Actor = Actor::Seat(SeatId(1));
/// The chair's seat on the stage.
pub const CHAIR: Actor = Actor::Seat(SeatId(2));
/// The seat of the operator of venue 1.
pub const DESK: Actor = Actor::Seat(SeatId(3));
/// The summit of the stage.
pub const SUMMIT: SummitId = SummitId(1);
/// Its meeting.
pub const MEETING: MeetingId = MeetingId(1);
/// An item that is a general debate.
pub const DEBATE: ItemId = ItemId(1);
/// Another item.
pub const ITEM: ItemId = ItemId(2);
/// Evidence of an act on paper.
pub fn paper() -> Option<OnPaper> {
    Some(OnPaper { evidence: Digest([7; 32]) })
}
/// The `n`-th organisation.
pub const fn org(n: u32) -> OrganisationId {
    OrganisationId(n)
}
/// The delegate of the `n`-th organisation.
pub const fn delegate(n: u32) -> Actor {
    Actor::Seat(SeatId(3 + n))
}
/// A language.
pub fn lang(tag: &str) -> Language {
    tag.parse().unwrap()
}

/// A played history: the state, and every recorded event.
pub struct Play {
    pub state: State,
    pub now: Moment,
    pub log: Vec<Recorded>,
    commands: u128,
}

impl Play {
    /// A summit of `n` seated member organisations, all present, the `i`-th of country `country(i)`, each with one delegate.
    pub fn new(n: u32, country: impl Fn(u32) -> Option<String>) -> Self {
        STAGE.set(Some(Stage {
            summit: SUMMIT,
            meetings: [MEETING, MeetingId(2)].into(),
            items: [(DEBATE, MEETING), (ITEM, MEETING), (ItemId(3), MeetingId(2))].into(),
            venues: (1..=200).map(VenueId).collect(),
            debates: [DEBATE].into(),
            seated: (1..=n).map(OrganisationId).collect(),
            present: n,
            languages: vec![lang("en"), lang("fr")],
            rules: Profile::default(),
            without_quorum: HashSet::new(),
            contacts: (1..=n).map(|i| (OrganisationId(i), PersonId(1000 + i))).collect(),
        }));
        let mut play = Self { state: State::default(), now: Moment(1_000_000), log: Vec::new(), commands: 0 };
        let seat = |role, person, organisation, venue, summit| Seat { role, person, organisation, venue, summit, ended: false };
        play.seat(1, seat(Role::Secretariat, PersonId(1), None, None, None));
        play.seat(2, seat(Role::Chair, PersonId(2), None, None, Some(SUMMIT)));
        play.seat(3, seat(Role::VenueOperator, PersonId(3), None, Some(VenueId(1)), Some(SUMMIT)));
        for i in 1..=n {
            let names = Names::new([(lang("en"), format!("Organisation {i}").parse().unwrap())].into()).unwrap();
            let organisation = Organisation {
                names,
                short_name: None,
                home: country(i).map(|c| c.parse().unwrap()),
                category: Category::Member,
                umbrella: None,
                external_id: None,
                website: None,
            };
            play.record(DirectoryEvent::OrganisationRegistered { id: org(i), organisation }.into());
            play.seat(3 + i, seat(Role::Delegate, PersonId(3 + i), Some(org(i)), None, Some(SUMMIT)));
        }
        play
    }
    /// `n` organisations of as many countries.
    pub fn of(n: u32) -> Self {
        Self::new(n, |i| Some(format!("x-{i}")))
    }
    /// Gives an organisation another category.
    pub fn category(&mut self, n: u32, category: Category) {
        let organisation = Organisation { category, ..self.state.directory.get(org(n)).unwrap().clone() };
        self.record(DirectoryEvent::OrganisationAmended { id: org(n), organisation }.into());
    }
    fn seat(&mut self, id: u32, seat: Seat) {
        self.record(SeatEvent::SeatGiven { id: SeatId(id), seat }.into());
    }
    /// Folds one event.
    pub fn record(&mut self, event: Event) {
        let position = self.state.position + 1;
        let recorded = Recorded { position, at: self.now, seat: None, command: CommandId(self.commands), event };
        self.state.evolve(&recorded);
        self.log.push(recorded);
    }
    /// Lets time pass.
    pub fn wait(&mut self, ms: i64) -> &mut Self {
        self.now = self.now.plus_ms(ms);
        self
    }
    /// Judges a command and folds what it leads to.
    pub fn does(&mut self, actor: Actor, command: impl Into<Command>) -> Result<Decision, No> {
        self.commands += 1;
        let given = Given { now: self.now, entropy: [0; 32] };
        let decision = crate::decide(&self.state, &actor, &command.into(), &given)?;
        for event in decision.events.clone() {
            self.record(event);
        }
        Ok(decision)
    }
    /// The code of the refusal of a command; panics when it is carried out.
    pub fn refused(&mut self, actor: Actor, command: impl Into<Command>) -> String {
        self.does(actor, command).unwrap_err().to_string()
    }
    /// The refusal's parameter.
    pub fn refused_with(&mut self, actor: Actor, command: impl Into<Command>, name: &str) -> String {
        match self.does(actor, command).unwrap_err() {
            No::Refusal(r) => r.with.iter().find(|(n, _)| *n == name).unwrap().1.clone(),
            other => panic!("{other}"),
        }
    }
    /// The state folded anew from the stored form of every event.
    pub fn replayed(&self) -> State {
        let mut state = State::default();
        for recorded in &self.log {
            let bytes = postcard::to_allocvec(recorded).unwrap();
            state.evolve(&postcard::from_bytes(&bytes).unwrap());
        }
        state
    }
    /// The state read back from its stored form, as from a snapshot.
    pub fn stored(&self) -> State {
        postcard::from_bytes(&postcard::to_allocvec(&self.state).unwrap()).unwrap()
    }
}

impl From<crate::floor::FloorCommand> for Command {
    fn from(c: crate::floor::FloorCommand) -> Self {
        Self::Floor(c)
    }
}
impl From<crate::text::TextCommand> for Command {
    fn from(c: crate::text::TextCommand) -> Self {
        Self::Text(c)
    }
}
impl From<crate::endorsement::EndorsementCommand> for Command {
    fn from(c: crate::endorsement::EndorsementCommand) -> Self {
        Self::Endorsement(c)
    }
}
