//! Joint texts: drafted in several authentic languages, tabled, revised, adopted, opened for endorsement, corrected.
mod command;
mod consensus;
mod correction;
mod drafting;
mod revision;
mod symbol;

pub use command::{NewParagraph, TextCommand, TextEvent};
pub(crate) use correction::server_may;
pub use correction::{Change, Correction, Objection, Outcome, may_object};
pub use revision::{Gap, LanguageDigests, ParagraphKind, Passage, Revision, canonical, manifest, title_digest};
pub use symbol::{SYMBOL_CHARS, Symbol};

use crate::{
    Actor, Moment, No, Recorded, Refusal, State,
    authority::only,
    command::Way,
    id::{ItemId, MeetingId, OrganisationId, ParagraphId, PollId, SummitId, TextId},
    language::{InLanguages, Language},
    procedure::{self, Quorum},
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given},
    words::{Digest, Paragraph},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How an organisation stands apart from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReservationKind {
    /// It joins, but for what it names.
    Reservation,
    /// It does not stand in the way, and does not join.
    Dissociation,
}

/// A reservation or dissociation, beside the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which of the two.
    pub kind: ReservationKind,
    /// On which paragraphs; empty is the text as a whole.
    pub paragraphs: BTreeSet<ParagraphId>,
    /// Its words.
    pub words: Paragraph,
    /// In which language.
    pub language: Language,
    /// By which way.
    pub way: Way,
    /// When it was entered.
    pub at: Moment,
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
}

/// The chair's question whether there is consensus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consensus {
    /// On which revision.
    pub revision: u32,
    /// In which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// The quorum when it was asked.
    pub quorum: Quorum,
    /// When it was asked.
    pub at: Moment,
    /// Who objects, and by which way.
    pub objections: BTreeMap<OrganisationId, Way>,
}

/// The adoption of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// Which revision.
    pub revision: u32,
    /// In which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// When.
    pub at: Moment,
    /// Place of the adoption in the log.
    pub position: u64,
    /// The digests of each complete language, as corrected: a correction is from the beginning.
    pub digests: BTreeMap<Language, LanguageDigests>,
    /// SHA-256 of the manifest in force; the one before each correction is [`Correction::from`].
    pub manifest: Digest,
    /// The poll that decided; none when it was by consensus.
    pub poll: Option<PollId>,
}

impl Adoption {
    /// Whether a digest is that of one of the adopted files as corrected, or of the manifest that binds them.
    #[must_use]
    pub fn is_of_this_text(&self, digest: Digest) -> bool {
        self.manifest == digest || self.digests.values().any(|d| d.text == digest)
    }
}

/// A joint text over all its revisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// Of which summit.
    pub summit: SummitId,
    /// Its symbol as first drafted.
    pub symbol: Symbol,
    /// Its authentic languages, all equally authoritative.
    pub authentic: BTreeSet<Language>,
    /// Its sponsors.
    pub sponsors: BTreeSet<OrganisationId>,
    /// All its revisions, the newest last; never empty.
    pub revisions: Vec<Revision>,
    /// The question of consensus, while it is open.
    pub consensus: Option<Consensus>,
    /// Reservations and dissociations in order of entry, withdrawn ones too.
    pub reservations: Vec<Reservation>,
    /// Its adoption.
    pub adoption: Option<Adoption>,
    /// Whether it is open for endorsement now.
    pub open_for_endorsement: bool,
    /// What the next correction is to change, by language, before anybody is asked.
    pub preparing: BTreeMap<Language, Change>,
    /// All corrections that were proposed, the newest last, whatever became of them.
    pub corrections: Vec<Correction>,
    paragraphs_made: u32,
}

impl Text {
    /// The newest revision and its number, counted from 0.
    #[must_use]
    pub fn newest(&self) -> Option<(u32, &Revision)> {
        let last = self.revisions.len().checked_sub(1)?;
        Some((last as u32, self.revisions.get(last)?))
    }
    /// A revision by its number.
    #[must_use]
    pub fn revision(&self, number: u32) -> Option<&Revision> {
        self.revisions.get(number as usize)
    }
    /// The newest tabled revision and its number.
    #[must_use]
    pub fn tabled(&self) -> Option<(u32, &Revision)> {
        (0..).zip(&self.revisions).filter(|(_, r)| r.tabled).last()
    }
    /// The adopted words as they stand, corrections included.
    #[must_use]
    pub fn adopted(&self) -> Option<&Revision> {
        let adoption = self.adoption.as_ref()?;
        let corrected = self.issued_corrections().next_back().map(|c| &c.revision);
        corrected.or_else(|| self.revision(adoption.revision))
    }
    /// The reservations that stand.
    pub fn standing_reservations(&self) -> impl Iterator<Item = (u32, &Reservation)> {
        (1..).zip(&self.reservations).filter(|(_, r)| r.withdrawn.is_none())
    }
}

/// All joint texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    texts: Vec<Text>,
    by_symbol: HashMap<Symbol, TextId>,
}

impl Texts {
    /// The text of this id.
    #[must_use]
    pub fn get(&self, id: TextId) -> Option<&Text> {
        self.texts.get((id.0 as usize).checked_sub(1)?)
    }
    /// All texts in order of entry.
    pub fn iter(&self) -> impl Iterator<Item = (TextId, &Text)> {
        self.texts.iter().zip(1..).map(|(t, n)| (TextId(n), t))
    }
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
    /// The text that has this symbol in one of its revisions.
    #[must_use]
    pub fn by_symbol(&self, symbol: &Symbol) -> Option<TextId> {
        self.by_symbol.get(symbol).copied()
    }
    /// The id the next text gets.
    #[must_use]
    pub fn next(&self) -> TextId {
        TextId(self.texts.len() as u32 + 1)
    }

    fn change(&mut self, id: TextId, change: impl FnOnce(&mut Text)) {
        if let Some(text) = (id.0 as usize).checked_sub(1).and_then(|i| self.texts.get_mut(i)) {
            change(text);
        }
    }
    fn adopt(
        &mut self,
        id: TextId,
        (revision, meeting, item): (u32, MeetingId, ItemId),
        digests: &BTreeMap<Language, LanguageDigests>,
        manifest: Digest,
        poll: Option<PollId>,
        recorded: &Recorded,
    ) {
        let (at, position, digests) = (recorded.at, recorded.position, digests.clone());
        let adoption = Adoption { revision, meeting, item, at, position, digests, manifest, poll };
        self.change(id, |t| {
            t.consensus = None;
            t.adoption = Some(adoption);
        });
    }
    fn draft(&mut self, id: TextId, change: impl FnOnce(&mut Revision)) {
        self.change(id, |t| t.revisions.last_mut().map_or((), change));
    }

    pub(crate) fn evolve(&mut self, event: &TextEvent, recorded: &Recorded) {
        use TextEvent as E;
        match event {
            E::TextDrafted { id, summit, symbol, title, authentic, sponsors } => {
                self.by_symbol.insert(symbol.clone(), *id);
                let first = Revision { symbol: symbol.clone(), title: title.clone(), paragraphs: Vec::new(), tabled: false };
                self.texts.push(Text {
                    summit: *summit,
                    symbol: symbol.clone(),
                    authentic: authentic.clone(),
                    sponsors: sponsors.clone(),
                    revisions: vec![first],
                    consensus: None,
                    reservations: Vec::new(),
                    adoption: None,
                    open_for_endorsement: false,
                    preparing: BTreeMap::new(),
                    corrections: Vec::new(),
                    paragraphs_made: 0,
                });
            }
            E::TitleSet { .. }
            | E::ParagraphSet { .. }
            | E::ParagraphInserted { .. }
            | E::ParagraphRemoved { .. }
            | E::TextImported { .. } => self.evolve_draft(event),
            E::TextTabled { text, .. } => self.draft(*text, |r| r.tabled = true),
            E::TextRevised { text, symbol, .. } => {
                self.by_symbol.insert(symbol.clone(), *text);
                self.change(*text, |t| {
                    if let Some(last) = t.revisions.last() {
                        t.revisions.push(Revision { symbol: symbol.clone(), tabled: false, ..last.clone() });
                    }
                });
            }
            E::SponsorJoined { text, organisation, .. } => self.change(*text, |t| {
                t.sponsors.insert(*organisation);
            }),
            E::SponsorLeft { text, organisation, .. } => self.change(*text, |t| {
                t.sponsors.remove(organisation);
            }),
            _ => self.evolve_consensus(event, recorded),
        }
    }

    fn evolve_draft(&mut self, event: &TextEvent) {
        use TextEvent as E;
        match event {
            E::TitleSet { text, language, words } => self.draft(*text, |r| {
                let mut titles: BTreeMap<_, _> = r.title.iter().map(|(l, t)| (l.clone(), t.clone())).collect();
                titles.insert(language.clone(), words.clone());
                // The number of languages was checked when the title was set.
                if let Ok(title) = InLanguages::new(titles) {
                    r.title = title;
                }
            }),
            E::ParagraphSet { text, paragraph, language, words } => self.draft(*text, |r| {
                if let Some(found) = r.paragraphs.iter_mut().find(|p| p.id == *paragraph) {
                    found.words.insert(language.clone(), words.clone());
                }
            }),
            E::ParagraphInserted { text, after, passage } => {
                self.change(*text, |t| t.paragraphs_made = t.paragraphs_made.max(passage.id.0));
                self.draft(*text, |r| {
                    let index = after.and_then(|a| r.number_of(a)).unwrap_or(0);
                    r.paragraphs.insert(index, passage.clone());
                });
            }
            E::ParagraphRemoved { text, paragraph } => self.draft(*text, |r| r.paragraphs.retain(|p| p.id != *paragraph)),
            E::TextImported { text, paragraphs } => {
                let highest = paragraphs.iter().map(|p| p.id.0).max().unwrap_or(0);
                self.change(*text, |t| t.paragraphs_made = t.paragraphs_made.max(highest));
                self.draft(*text, |r| r.paragraphs.clone_from(paragraphs));
            }
            _ => {}
        }
    }

    fn evolve_consensus(&mut self, event: &TextEvent, recorded: &Recorded) {
        use TextEvent as E;
        let at = recorded.at;
        match event {
            E::ConsensusOpened { text, revision, meeting, item, present, needed } => {
                let (revision, meeting, item) = (*revision, *meeting, *item);
                let quorum = Quorum { present: *present, needed: *needed };
                let question = Consensus { revision, meeting, item, quorum, at, objections: BTreeMap::new() };
                self.change(*text, |t| t.consensus = Some(question));
            }
            E::ConsensusClosed { text } => self.change(*text, |t| t.consensus = None),
            E::ObjectionMade { text, organisation, way } => self.change(*text, |t| {
                t.consensus.iter_mut().for_each(|c| {
                    c.objections.insert(*organisation, *way);
                });
            }),
            E::ObjectionWithdrawn { text, organisation, .. } => self.change(*text, |t| {
                t.consensus.iter_mut().for_each(|c| {
                    c.objections.remove(organisation);
                });
            }),
            E::ReservationEntered { text, reservation } => self.change(*text, |t| t.reservations.push(reservation.clone())),
            E::ReservationWithdrawn { text, number, .. } => self.change(*text, |t| {
                if let Some(r) = (*number as usize).checked_sub(1).and_then(|i| t.reservations.get_mut(i)) {
                    r.withdrawn = Some(at);
                }
            }),
            E::TextAdopted { text, revision, meeting, item, digests, manifest } => {
                self.adopt(*text, (*revision, *meeting, *item), digests, *manifest, None, recorded);
            }
            E::TextAdoptedByVote { text, revision, meeting, item, digests, manifest, poll } => {
                self.adopt(*text, (*revision, *meeting, *item), digests, *manifest, Some(*poll), recorded);
            }
            E::EndorsementOpened { text } => self.change(*text, |t| t.open_for_endorsement = true),
            E::EndorsementClosed { text } => self.change(*text, |t| t.open_for_endorsement = false),
            E::CorrectionProposed { text, symbol, .. } => {
                self.by_symbol.insert(symbol.clone(), *text);
                self.change(*text, |t| t.correct(event, recorded));
            }
            E::CorrectionPrepared { text, .. }
            | E::CorrectionBlocked { text, .. }
            | E::CorrectionWithdrawn { text }
            | E::TextCorrected { text } => self.change(*text, |t| t.correct(event, recorded)),
            _ => {}
        }
    }
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &TextCommand) -> Result<(), Denied> {
    use TextCommand as C;
    let summit_of = |text: &TextId| state.texts.get(*text).map(|t| t.summit);
    match command {
        C::DraftText { summit, .. } => {
            only(seat, &[Role::Secretariat, Role::Chair, Role::Delegate])?;
            procedure::of_summit(seat, Some(*summit))
        }
        C::SetTitle { text, .. }
        | C::SetParagraph { text, .. }
        | C::InsertParagraph { text, .. }
        | C::RemoveParagraph { text, .. }
        | C::ImportText { text, .. }
        | C::TableText { text }
        | C::ReviseText { text } => {
            only(seat, &[Role::Secretariat, Role::Chair, Role::Delegate])?;
            procedure::of_summit(seat, summit_of(text))?;
            // A delegate writes only what its organisation brings in.
            let foreign = seat.role == Role::Delegate
                && state.texts.get(*text).is_some_and(|t| !seat.organisation.is_some_and(|o| t.sponsors.contains(&o)));
            if foreign { Err(Denied::OutOfScope) } else { Ok(()) }
        }
        C::CosponsorText { text, organisation, .. }
        | C::WithdrawSponsorship { text, organisation, .. }
        | C::Object { text, organisation, .. }
        | C::WithdrawObjection { text, organisation, .. }
        | C::EnterReservation { text, organisation, .. }
        | C::WithdrawReservation { text, organisation, .. }
        | C::ObjectToCorrection { text, organisation, .. } => {
            procedure::of_organisation(seat, *organisation)?;
            procedure::of_summit(seat, summit_of(text))
        }
        C::OpenConsensus { text, .. }
        | C::CloseConsensus { text }
        | C::AdoptByConsensus { text }
        | C::OpenEndorsement { text }
        | C::CloseEndorsement { text } => {
            only(seat, &[Role::Secretariat, Role::Chair])?;
            procedure::of_summit(seat, summit_of(text))
        }
        // The secretariat keeps the text that was adopted, as a depositary does.
        C::PrepareCorrection { text, .. }
        | C::ProposeCorrection { text, .. }
        | C::WithdrawCorrection { text }
        | C::IssueCorrection { text } => {
            only(seat, &[Role::Secretariat])?;
            procedure::of_summit(seat, summit_of(text))
        }
    }
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &TextCommand, given: &Given<'_>) -> Result<Decision, No> {
    use TextCommand as C;
    match command {
        C::DraftText { .. }
        | C::SetTitle { .. }
        | C::SetParagraph { .. }
        | C::InsertParagraph { .. }
        | C::RemoveParagraph { .. }
        | C::ImportText { .. }
        | C::TableText { .. }
        | C::ReviseText { .. }
        | C::CosponsorText { .. }
        | C::WithdrawSponsorship { .. } => drafting::decide(state, actor, command),
        C::PrepareCorrection { .. }
        | C::ProposeCorrection { .. }
        | C::ObjectToCorrection { .. }
        | C::WithdrawCorrection { .. }
        | C::IssueCorrection { .. } => correction::decide(state, actor, command, given),
        _ => consensus::decide(state, actor, command, given),
    }
}

fn known(state: &State, text: TextId) -> Result<&Text, No> {
    state.texts.get(text).ok_or(No::unknown("text"))
}

fn not_adopted(text: &Text) -> Result<(), Refusal> {
    if text.adoption.is_some() { Err(Refusal::new("text-adopted").with("symbol", &text.symbol)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
