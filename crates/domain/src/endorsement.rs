//! Endorsement of adopted texts: numbered acts of organisations, none of which erases an earlier one.
mod acts;

pub use acts::{Act, ActKind, Acts, Counts, Made, Statement};

use crate::{
    Actor, No, Recorded, Refusal, State,
    command::{OnPaper, SignedBy, Way},
    directory::{Capability, Home},
    id::{OrganisationId, ParagraphId, TextId},
    language::Language,
    limit, procedure,
    programme::Signatures,
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given, Letter},
    text::Text,
    words::{Digest, Paragraph},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// What an organisation can do about an adopted text that is open for endorsement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum EndorsementCommand {
    /// Endorses the text.
    Endorse {
        /// Which text.
        text: TextId,
        /// Digest of the text as shown: of one language's canonical file, or of the manifest.
        text_digest: Digest,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Endorses the text with a reservation, which never changes the text.
    EndorseWithReservation {
        /// Which text.
        text: TextId,
        /// Digest of the text as shown.
        text_digest: Digest,
        /// The reservation's words.
        words: Paragraph,
        /// In which language.
        language: Language,
        /// On which paragraphs; none is the text as a whole.
        #[serde(default)]
        paragraphs: BTreeSet<ParagraphId>,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Declines to endorse.
    Decline {
        /// Which text.
        text: TextId,
        /// Digest of the text as shown.
        text_digest: Digest,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Withdraws the organisation's endorsement; every endorser is notified.
    WithdrawEndorsement {
        /// Which text.
        text: TextId,
        /// Digest of the text as shown.
        text_digest: Digest,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
}

impl EndorsementCommand {
    /// The text that it is about.
    #[must_use]
    pub const fn text(&self) -> TextId {
        let (Self::Endorse { text, .. }
        | Self::EndorseWithReservation { text, .. }
        | Self::Decline { text, .. }
        | Self::WithdrawEndorsement { text, .. }) = self;
        *text
    }
}

/// What happened. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum EndorsementEvent {
    /// An organisation acted on a text.
    ActMade {
        /// On which text.
        text: TextId,
        /// The act.
        act: Made,
    },
}

/// All acts on all texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Endorsements {
    texts: HashMap<TextId, Acts>,
    seqs: HashMap<OrganisationId, u32>,
}

impl Endorsements {
    /// The acts on a text; none before the first.
    #[must_use]
    pub fn of(&self, text: TextId) -> Option<&Acts> {
        self.texts.get(&text)
    }
    /// What the acts on a text add up to now.
    #[must_use]
    pub fn now(&self, text: TextId) -> Counts {
        self.of(text).map(Acts::now).unwrap_or_default()
    }
    /// What the acts on a text added up to at a position of the log.
    #[must_use]
    pub fn as_of(&self, text: TextId, position: u64) -> Counts {
        self.of(text).map(|a| a.as_of(position)).unwrap_or_default()
    }
    /// The highest count a text ever had, and the position at which it was first reached.
    #[must_use]
    pub fn peak(&self, text: TextId) -> Option<(Counts, u64)> {
        self.of(text)?.peak()
    }
    /// How many acts the organisation made, on all texts.
    #[must_use]
    pub fn seq_of(&self, organisation: OrganisationId) -> u32 {
        self.seqs.get(&organisation).copied().unwrap_or(0)
    }

    /// An organisation lost its seat or has one again, or its home changed: its endorsements count as the record counts them.
    pub(crate) fn restand(&mut self, organisation: OrganisationId, seated: bool, home: Option<&Home>, position: u64) {
        if self.seqs.contains_key(&organisation) {
            self.texts.values_mut().for_each(|acts| acts.restand(organisation, seated, home, position));
        }
    }
    /// The text was corrected: the acts so far are counted apart.
    pub(crate) fn corrected(&mut self, text: TextId, position: u64) {
        if let Some(acts) = self.texts.get_mut(&text) {
            acts.corrected(position);
        }
    }
    pub(crate) fn evolve(&mut self, event: &EndorsementEvent, recorded: &Recorded) {
        match event {
            EndorsementEvent::ActMade { text, act } => {
                self.seqs.insert(act.organisation, act.seq);
                self.texts.entry(*text).or_default().add(act.clone(), recorded.position, recorded.at);
            }
        }
    }
}

/// The common part of the four commands.
struct Asked<'a> {
    text: TextId,
    text_digest: Digest,
    kind: ActKind,
    organisation: Option<OrganisationId>,
    on_paper: Option<&'a OnPaper>,
    reservation: Option<Statement>,
}

impl<'a> From<&'a EndorsementCommand> for Asked<'a> {
    fn from(command: &'a EndorsementCommand) -> Self {
        use EndorsementCommand as C;
        let (kind, reservation) = match command {
            C::Endorse { .. } => (ActKind::Endorse, None),
            C::EndorseWithReservation { words, language, paragraphs, .. } => (
                ActKind::EndorseWithReservation,
                Some(Statement { words: words.clone(), language: language.clone(), paragraphs: paragraphs.clone() }),
            ),
            C::Decline { .. } => (ActKind::Decline, None),
            C::WithdrawEndorsement { .. } => (ActKind::Withdraw, None),
        };
        match command {
            C::Endorse { text, text_digest, organisation, on_paper }
            | C::EndorseWithReservation { text, text_digest, organisation, on_paper, .. }
            | C::Decline { text, text_digest, organisation, on_paper }
            | C::WithdrawEndorsement { text, text_digest, organisation, on_paper } => Self {
                text: *text,
                text_digest: *text_digest,
                kind,
                organisation: *organisation,
                on_paper: on_paper.as_ref(),
                reservation,
            },
        }
    }
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &EndorsementCommand) -> Result<(), Denied> {
    let asked = Asked::from(command);
    // A focal point hands in what the organisation's own key signed; `decide` asks for the signature.
    if seat.role == Role::FocalPoint {
        procedure::of_own(seat, asked.organisation)?;
    } else {
        procedure::of_organisation(seat, asked.organisation)?;
    }
    procedure::of_summit(seat, state.texts.get(asked.text).map(|t| t.summit))
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &EndorsementCommand, given: &Given<'_>) -> Result<Decision, No> {
    let asked = Asked::from(command);
    let by_key = given.signed == Some(SignedBy::Key);
    let (organisation, way) = match procedure::handing_in(state, actor) {
        Some(own) if by_key && asked.on_paper.is_none() => (own, Way::Device),
        Some(_) => return Err(Refusal::new("key-signature-required").into()),
        None => procedure::acting_for(state, actor, asked.organisation, asked.on_paper)?,
    };
    let text = state.texts.get(asked.text).ok_or(No::unknown("text"))?;
    let adoption = text.adoption.as_ref().ok_or_else(|| Refusal::new("text-not-adopted").with("symbol", &text.symbol))?;
    if !text.open_for_endorsement {
        return Err(Refusal::new("endorsement-not-open").with("symbol", &text.symbol).into());
    }
    procedure::entitled(state, text.summit, organisation, Capability::Endorse)?;
    if !adoption.is_of_this_text(asked.text_digest) {
        return Err(Refusal::new("text-digest-differs").with("symbol", &text.symbol).into());
    }
    if let Some(reservation) = &asked.reservation
        && let Some(adopted) = text.adopted()
        && reservation.paragraphs.iter().any(|p| adopted.number_of(*p).is_none())
    {
        return Err(No::unknown("paragraphs"));
    }
    let acts = state.endorsements.of(asked.text);
    let made = acts.map_or(0, |a| a.all().len());
    if made >= limit::ACTS {
        return Err(Refusal::new("too-many-acts").with("limit", limit::ACTS).into());
    }
    let former = acts.and_then(|a| Some((a.newest_of(organisation)?, a)));
    let newest = former.map(|(act, _)| &act.made);
    let way = match (way, given.signed) {
        (Way::Device, Some(by)) => by.into(),
        // What stands in the record is changed only by what enters the record.
        (Way::Device, None) if needs_signature(state, text, newest) => {
            return Err(Refusal::new("signature-required").with("symbol", &text.symbol).into());
        }
        (way, _) => way,
    };
    follows(asked.kind, former.map(|(act, acts)| Former::of(act, acts, way, given)))?;
    let act = Made {
        number: made as u32 + 1,
        seq: state.endorsements.seq_of(organisation) + 1,
        organisation,
        home: procedure::home_of(state, organisation),
        kind: asked.kind,
        way,
        text_digest: asked.text_digest,
        reservation: asked.reservation,
    };
    let letters = letters(state, actor, text, asked.text, &act);
    let mut decision = Decision::events([EndorsementEvent::ActMade { text: asked.text, act }]).creating(made + 1);
    decision.letters = letters;
    Ok(decision)
}

/// Whether an act of this organisation on the text must be signed, as things stand.
#[must_use]
pub fn must_sign(state: &State, text: TextId, organisation: OrganisationId) -> bool {
    let newest = state.endorsements.of(text).and_then(|a| a.newest_of(organisation)).map(|a| &a.made);
    state.texts.get(text).is_some_and(|found| needs_signature(state, found, newest))
}

/// Whether the act must be signed: by the summit's rule, or because the act that stands is in the record. Were that one undone by a
/// session alone, the record would go on counting it.
fn needs_signature(state: &State, text: &Text, newest: Option<&Made>) -> bool {
    let required = procedure::signatures_of(state, text.summit) == Signatures::Required;
    required || newest.is_some_and(|m| m.way.enters_record())
}

/// What the organisation did last about the text.
#[derive(Clone, Copy)]
struct Former {
    kind: ActKind,
    /// It was on the text before its newest correction.
    before_correction: bool,
    /// The same act once more would prove more than this one.
    outdone: bool,
}

impl Former {
    fn of(act: &Act, acts: &Acts, way: Way, given: &Given<'_>) -> Self {
        let outdone = act.made.gains_by(&way, given.attested);
        Self { kind: act.made.kind, before_correction: acts.is_before_correction(act), outdone }
    }
    /// Whether the act says once more what stands, and proves nothing more by it.
    fn is_repeated_by(&self, kind: ActKind) -> bool {
        self.kind == kind && !self.before_correction && !self.outdone
    }
}

/// Which act may follow which: nothing is said twice of the same text but by a way that proves more, and who endorses withdraws before
/// declining.
fn follows(kind: ActKind, former: Option<Former>) -> Result<(), Refusal> {
    match (kind, former) {
        (ActKind::Endorse, Some(f)) if f.is_repeated_by(kind) => Err(Refusal::new("already-endorsed")),
        (ActKind::Decline, Some(f)) if f.is_repeated_by(kind) => Err(Refusal::new("already-declined")),
        (ActKind::Decline, Some(f)) if f.kind.stands() => Err(Refusal::new("endorsement-stands")),
        (ActKind::Withdraw, f) if !f.is_some_and(|f| f.kind.stands()) => Err(Refusal::new("no-endorsement-to-withdraw")),
        _ => Ok(()),
    }
}

/// A receipt to the organisation's contact, by another way than the page that showed the act, and to whoever acted for it; a
/// withdrawal is notified to the contact of every organisation that still endorses.
fn letters(state: &State, actor: &Actor, text: &Text, id: TextId, act: &Made) -> Vec<Letter> {
    let symbol = text.adopted().map_or(&text.symbol, |r| &r.symbol).to_string();
    let with = || {
        vec![
            ("symbol", symbol.clone()),
            ("organisation", act.organisation.to_string()),
            ("act", act.kind.as_str().to_owned()),
            ("number", act.number.to_string()),
            ("digest", act.text_digest.to_string()),
        ]
    };
    let contact = |organisation| procedure::contact_of(state, text.summit, organisation);
    let (person, summit) = (actor.holder(state).map(|s| s.person), Some(text.summit));
    let own = contact(act.organisation);
    // The secretariat records an act on paper, and need not be told.
    let acting = person.filter(|p| Some(*p) != own && (own.is_none() || !matches!(act.way, Way::Paper(_))));
    let receipt = |to| Letter { to, summit, kind: "receipt-endorsement", link: None, with: with() };
    let mut letters: Vec<Letter> = acting.into_iter().chain(own).map(receipt).collect();
    if act.kind == ActKind::Withdraw
        && let Some(acts) = state.endorsements.of(id)
    {
        let others = acts.standing().map(|a| a.made.organisation).filter(|o| *o != act.organisation);
        let notice = |to| Letter { to, summit, kind: "notice-withdrawal", link: None, with: with() };
        letters.extend(others.filter_map(contact).map(notice));
    }
    letters
}

#[cfg(test)]
mod tests;
