//! Everything the rules need to know, folded from the events.
pub use crate::recent::Recent;
use crate::{
    Actor, Command, Event, Moment, No, Recorded, accreditation, authority,
    command::SignedBy,
    directory, endorsement, floor,
    id::{OrganisationId, PersonId, SummitId},
    poll, presence, programme, registry, seat, text,
};
use serde::{Deserialize, Serialize};

/// The whole of what has happened, in the form the rules ask for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Position of the newest folded event; 0 before the first.
    pub position: u64,
    /// When the newest folded event was decided.
    pub at: Moment,
    /// Organisations.
    pub directory: directory::Directory,
    /// Series, summits, venues, meetings, agenda.
    pub programme: programme::Programme,
    /// Delegations and their credentials.
    pub accreditation: accreditation::Accreditation,
    /// Seats, invitations, sessions.
    pub seats: seat::Seats,
    /// Badges and check-in.
    pub presence: presence::Presence,
    /// Meetings in progress.
    pub floor: floor::Floor,
    /// Joint texts.
    pub texts: text::Texts,
    /// Endorsements.
    pub endorsements: endorsement::Endorsements,
    /// Keys and devices that sign for organisations.
    pub registry: registry::Registry,
    /// Questions put to the vote.
    pub polls: poll::Polls,
    /// Ids of recent commands.
    pub recent: Recent,
}

/// The moment of the decision and 32 fresh random bytes, from which secrets are derived.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// When the command is decided.
    pub now: Moment,
    /// Fresh randomness of this command alone.
    pub entropy: [u8; 32],
    /// What signed the act, when a signature came with it and was verified; authority is judged by the record.
    pub signed: Option<SignedBy>,
    /// The act as it was signed, for those that are kept before they enter the record.
    pub leaf: Option<SignedLeaf<'a>>,
    /// Whether the record has the organisation's newest act on the text as attested alone, so that a signature adds to it. What was
    /// signed in a record that was lost stands so in its successor.
    pub attested: bool,
}

/// A signed act as bytes of the record.
#[derive(Clone, Copy)]
pub struct SignedLeaf<'a> {
    /// The leaf.
    pub bytes: &'a [u8],
    /// SHA-256 of the body that was signed.
    pub body: crate::words::Digest,
}

impl Given<'_> {
    /// The `index`-th secret of this command: 32 bytes as base64url.
    #[must_use]
    pub fn secret(&self, index: u32) -> Secret {
        let mut bytes = self.entropy.to_vec();
        bytes.extend(index.to_be_bytes());
        let digest = crate::words::Digest::of(&bytes);
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut out = String::with_capacity(43);
        for chunk in digest.0.chunks(3) {
            let word = chunk.iter().fold(0u32, |w, b| w << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
            for i in 0..=chunk.len() {
                out.push(char::from(ALPHABET[(word >> (18 - 6 * i) & 63) as usize]));
            }
        }
        Secret(out)
    }
}

/// A secret text: link token or session secret. Never in an event, never in a log: `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}
impl Secret {
    /// What an event keeps of it.
    #[must_use]
    pub fn digest(&self) -> crate::words::Digest {
        crate::words::Digest::of(self.0.as_bytes())
    }
}

/// What a person gave about themselves. Lives in the erasable store alone, never in an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonDetails {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Function or title.
    pub function: String,
    /// Address of electronic mail, or empty.
    pub email: String,
    /// Telephone, or empty.
    pub phone: String,
    /// Language tag for letters; empty means English.
    pub language: String,
    /// The code of the badge, for the person's own page and the printer; the house sets it, never a client.
    pub badge_code: String,
}

/// A letter that a decision sends: written out in the recipient's language by the machinery around the domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// To whom.
    pub to: PersonId,
    /// Of which summit it speaks; none speaks of whichever is held or prepared when it is written.
    pub summit: Option<SummitId>,
    /// Which letter: names its translation `letter-<kind>-subject` and `letter-<kind>-body`.
    pub kind: &'static str,
    /// The secret of its link, if it carries one.
    pub link: Option<Secret>,
    /// What the translation may name: the `organisation`'s id, the `role`, `until` as `2027-03-28 09:30 UTC`, the `badge`'s code.
    pub with: Vec<(&'static str, String)>,
}

/// What a command leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// Events, in order.
    pub events: Vec<Event>,
    /// Personal details to keep (`Some`, over what is known by [`PersonDetails::onto`]) or to erase (`None`), in the same
    /// transaction.
    pub people: Vec<(PersonId, Option<PersonDetails>)>,
    /// Photos to keep or to erase, in the same transaction.
    pub photos: Vec<(PersonId, Option<accreditation::Photo>)>,
    /// Letters to send, in the same transaction.
    pub letters: Vec<Letter>,
    /// The id of the main thing created, for the answer.
    pub created: Option<String>,
    /// A secret for the caller alone: the session's secret or an invitation's token.
    pub secret: Option<Secret>,
}

impl Decision {
    /// A decision of these events alone.
    #[must_use]
    pub fn events<E: Into<Event>>(events: impl IntoIterator<Item = E>) -> Self {
        Self { events: events.into_iter().map(Into::into).collect(), ..Self::default() }
    }
    /// Names what was created.
    #[must_use]
    pub fn creating(mut self, id: impl ToString) -> Self {
        self.created = Some(id.to_string());
        self
    }
}

/// Judges a command. Pure: the same state, actor, command and `given` lead to the same decision.
///
/// # Errors
/// [`No`]: malformed, denied, or not allowed by the rules now.
pub fn decide(state: &State, actor: &Actor, command: &Command, given: &Given<'_>) -> Result<Decision, No> {
    authority::authorise(state, actor, command)?;
    poll::uninterrupted(state, command)?;
    match command {
        Command::Directory(c) => directory::decide(state, actor, c, given),
        Command::Programme(c) => programme::decide(state, actor, c, given),
        Command::Accreditation(c) => accreditation::decide(state, actor, c, given),
        Command::Seat(c) => seat::decide(state, actor, c, given),
        Command::Presence(c) => presence::decide(state, actor, c, given),
        Command::Floor(c) => floor::decide(state, actor, c, given),
        Command::Text(c) => text::decide(state, actor, c, given),
        Command::Endorsement(c) => endorsement::decide(state, actor, c, given),
        Command::Registry(c) => registry::decide(state, actor, c, given),
        Command::Poll(c) => poll::decide(state, actor, c, given),
    }
}

impl State {
    /// Folds one event. Never fails: what was recorded has happened.
    pub fn evolve(&mut self, recorded: &Recorded) {
        self.position = recorded.position;
        self.at = recorded.at;
        self.recent.remember(recorded.command, recorded.position);
        match &recorded.event {
            Event::Directory(e) => {
                self.rehome(e);
                self.directory.evolve(e, recorded);
                if let directory::DirectoryEvent::OrganisationAmended { id, .. } = e {
                    self.restand(*id);
                }
            }
            Event::Programme(e) => {
                if let Some(person) = e.person() {
                    self.seats.saw_person(person);
                }
                self.programme.evolve(e, recorded);
            }
            Event::Accreditation(e) => {
                if let Some(person) = e.introduces() {
                    self.seats.saw_person(person);
                }
                self.accreditation.evolve(e, recorded, &self.directory);
                if let Some(organisation) = e.seats().and_then(|d| self.accreditation.delegation(d)).map(|d| d.organisation) {
                    self.restand(organisation);
                }
            }
            Event::Seat(e) => {
                if let seat::SeatEvent::PersonErased { id } = e {
                    self.accreditation.erased(*id);
                }
                self.seats.evolve(e, recorded);
            }
            Event::Presence(e) => self.presence.evolve(e, recorded, &self.directory),
            Event::Floor(e) => self.floor.evolve(e, recorded),
            Event::Text(e) => {
                self.texts.evolve(e, recorded);
                if let text::TextEvent::TextCorrected { text } = e {
                    self.endorsements.corrected(*text, recorded.position);
                }
            }
            Event::Endorsement(e) => self.endorsements.evolve(e, recorded),
            Event::Registry(e) => self.registry.evolve(e, recorded),
            Event::Poll(e) => {
                self.polls.evolve(e, recorded);
                if let Some(poll) = self.polls.get(e.poll()) {
                    self.floor.minute_poll(poll.opened.meeting, e, recorded);
                }
            }
        }
    }

    /// An organisation's endorsements count while it has a seat at some summit, for the country it has now.
    fn restand(&mut self, organisation: OrganisationId) {
        let seated = self.programme.summits().any(|(s, _)| self.accreditation.seated(s, organisation).is_some());
        let home = self.directory.get(organisation).and_then(|o| o.home.clone());
        self.endorsements.restand(organisation, seated, home.as_ref(), self.position);
    }

    /// An organisation whose home is amended counts for its new country, in every count kept as it goes.
    fn rehome(&mut self, event: &directory::DirectoryEvent) {
        let directory::DirectoryEvent::OrganisationAmended { id, organisation } = event else { return };
        let Some(former) = self.directory.get(*id).filter(|o| o.home != organisation.home) else { return };
        self.accreditation.rehomed(*id, former.home.as_ref(), organisation.home.as_ref());
        self.presence.rehomed(*id, former.home.as_ref(), organisation.home.as_ref());
    }
}
