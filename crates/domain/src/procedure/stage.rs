//! A stage for tests: a summit with seated delegations, and a way to play commands on it.
#![expect(clippy::unwrap_used, reason = "tests")]
use crate::{
    Actor, Command, Event, Moment, No, Recorded, State,
    accreditation::{AccreditationEvent as A, Credentials, Rank},
    command::{CommandId, OnPaper, SignedBy},
    directory::{Category, DirectoryEvent, Organisation},
    id::{DelegationId, ItemId, MeetingId, OrganisationId, PersonId, SeatId, SummitId, VenueId},
    language::{Language, Names},
    presence::{self, PresenceEvent},
    programme::{Item, ItemKind, MeetingDetails, MeetingKind, ProgrammeEvent as P},
    seat::{Role, Seat, SeatEvent},
    state::{Decision, Given},
    words::Digest,
};
use serde_json::{Value, json};

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}
fn named(name: &str) -> Names {
    Names::new([(lang("en"), name.parse().unwrap())].into()).unwrap()
}
fn meeting(kind: MeetingKind) -> MeetingDetails {
    let (start, end, zone) = (Moment(1_000_000), Moment(9_000_000), "Europe/Brussels".parse().unwrap());
    MeetingDetails { summit: SUMMIT, kind, titles: named("Meeting"), venue: VenueId(1), start, end, zone }
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
    /// What signs the commands, if anything does.
    pub signed: Option<SignedBy>,
    /// Whether the record has attested alone what they would say again.
    pub attested: bool,
}

impl Play {
    /// A summit of `n` seated member organisations, all present, the `i`-th of country `country(i)`, each with one delegate.
    pub fn new(n: u32, country: impl Fn(u32) -> Option<String>) -> Self {
        let (state, now) = (State::default(), Moment(1_000_000));
        let mut play = Self { state, now, log: Vec::new(), commands: 0, signed: None, attested: false };
        let seat = |role, person, organisation, venue, summit| Seat { role, person, organisation, venue, summit, ended: false };
        play.seat(1, seat(Role::Secretariat, PersonId(1), None, None, None));
        play.seat(2, seat(Role::Chair, PersonId(2), None, None, Some(SUMMIT)));
        play.seat(3, seat(Role::VenueOperator, PersonId(3), None, Some(VenueId(1)), Some(SUMMIT)));
        play.convene();
        for i in 1..=n {
            let names = named(&format!("Organisation {i}"));
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
            let id = DelegationId(i);
            let invited = A::DelegationInvited { id, summit: SUMMIT, organisation: org(i), focal_point: PersonId(1000 + i) };
            play.record(invited.into());
            play.record(A::MemberEntered { delegation: id, person: PersonId(3 + i), rank: Rank::Head, languages: vec![] }.into());
            play.credentials(i, Credentials::Accepted);
            play.record(A::MembersAccredited { delegation: id, members: vec![(PersonId(3 + i), SeatId(3 + i))] }.into());
            let badges = vec![(PersonId(3 + i), Digest::of(&i.to_be_bytes()))];
            play.record(PresenceEvent::BadgesIssued { summit: SUMMIT, organisation: org(i), badges }.into());
            play.arrives(i, true);
        }
        play
    }
    /// A summit of a main venue and nine satellites, two meetings, a general debate and two other items.
    fn convene(&mut self) {
        let summit = read(json!({"themes": {"en": "Water"}, "opens": "2027-03-10", "closes": "2027-03-31",
            "conveners": [], "languages": ["en", "fr"]}));
        self.record(P::SummitConvened { id: SUMMIT, summit }.into());
        self.venues(10);
        for id in [MEETING, MeetingId(2)] {
            let meeting = meeting(MeetingKind::Plenary);
            self.record(P::MeetingScheduled { id, meeting }.into());
        }
        for (id, meeting, kind) in [
            (DEBATE, MEETING, ItemKind::GeneralDebate),
            (ITEM, MEETING, ItemKind::Adoption),
            (ItemId(3), MeetingId(2), ItemKind::Other),
        ] {
            let item = Item { meeting, kind, titles: named("Item"), number: None };
            self.record(P::ItemAdded { id, item }.into());
        }
    }
    /// Adds venues up to this number.
    pub fn venues(&mut self, number: u32) {
        for n in self.state.programme.next_venue().0..=number {
            let venue = read(json!({"summit": "summit-1", "names": {"en": format!("Venue {n}")},
                "kind": if n == 1 { "main" } else { "satellite" }, "city": "Brussels", "country": "BE",
                "zone": "Europe/Brussels", "capacity": 500, "host": "org-1"}));
            self.record(P::VenueAdded { id: VenueId(n), venue }.into());
        }
    }
    /// Makes the meeting a side event.
    pub fn side_event(&mut self) {
        self.record(P::MeetingAmended { id: MEETING, meeting: meeting(MeetingKind::SideEvent) }.into());
    }
    fn credentials(&mut self, n: u32, to: Credentials) {
        self.record(A::CredentialsMoved { delegation: DelegationId(n), to, reason: None, rival: None }.into());
    }
    /// Gives the delegate of an organisation another rank.
    pub fn rank(&mut self, n: u32, rank: Rank) {
        self.record(A::MemberAmended { person: PersonId(3 + n), rank, languages: vec![] }.into());
    }
    /// Takes an organisation's seat away.
    pub fn unseat(&mut self, n: u32) {
        self.credentials(n, Credentials::Revoked);
    }
    /// Gives it back.
    pub fn reseat(&mut self, n: u32) {
        self.credentials(n, Credentials::Accepted);
    }
    fn arrives(&mut self, n: u32, comes: bool) {
        let (person, place, at) = (PersonId(3 + n), presence::Place::Venue(VenueId(1)), self.now);
        let event =
            if comes { PresenceEvent::CheckedIn { person, place, at } } else { PresenceEvent::CheckedOut { person, place, at } };
        self.record(event.into());
    }
    /// Lets the first `number` delegations be present, and no other.
    pub fn present(&mut self, number: u32) {
        for n in 1..=self.state.directory.len() as u32 {
            let is = self.state.presence.is_present(SUMMIT, org(n));
            if is != (n <= number) {
                self.arrives(n, n <= number);
            }
        }
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
        let given = Given { now: self.now, entropy: [0; 32], signed: self.signed, leaf: None, attested: self.attested };
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
impl From<crate::poll::PollCommand> for Command {
    fn from(c: crate::poll::PollCommand) -> Self {
        Self::Poll(c)
    }
}
impl From<crate::endorsement::EndorsementCommand> for Command {
    fn from(c: crate::endorsement::EndorsementCommand) -> Self {
        Self::Endorsement(c)
    }
}
