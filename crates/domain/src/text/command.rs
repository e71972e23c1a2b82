//! What can be asked of joint texts, and what happened to them.
use super::{Change, LanguageDigests, ParagraphKind, Passage, Reservation, ReservationKind, Symbol};
use crate::{
    Moment,
    command::{OnPaper, Way},
    id::{ItemId, MeetingId, OrganisationId, ParagraphId, PollId, SummitId, TextId},
    language::{InLanguages, Language},
    words::{Digest, Line, Paragraph, WindowMinutes},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A paragraph as it is imported, in one or more languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewParagraph {
    /// What it is.
    #[serde(default)]
    pub kind: ParagraphKind,
    /// Its words.
    pub words: InLanguages<Paragraph>,
}

/// What can be asked of joint texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum TextCommand {
    /// Begins a text.
    DraftText {
        /// Of which summit.
        summit: SummitId,
        /// Its symbol.
        symbol: Symbol,
        /// Its title.
        title: InLanguages<Line>,
        /// The languages in which it is equally authentic.
        authentic: BTreeSet<Language>,
        /// The organisations that bring it in; none for a text of the chair.
        #[serde(default)]
        sponsors: BTreeSet<OrganisationId>,
    },
    /// Writes the title in one language.
    SetTitle {
        /// Which text.
        text: TextId,
        /// Which language.
        language: Language,
        /// The title.
        words: Line,
    },
    /// Writes one paragraph in one language.
    SetParagraph {
        /// Which text.
        text: TextId,
        /// The revision that the writer saw, counted from 0: another is refused.
        #[serde(deserialize_with = "crate::words::number")]
        revision: u32,
        /// Which paragraph.
        paragraph: ParagraphId,
        /// Which language.
        language: Language,
        /// Its words.
        words: Paragraph,
    },
    /// Puts a new paragraph in.
    InsertParagraph {
        /// Which text.
        text: TextId,
        /// The revision that the writer saw.
        #[serde(deserialize_with = "crate::words::number")]
        revision: u32,
        /// After which paragraph; none is before the first.
        #[serde(default)]
        after: Option<ParagraphId>,
        /// What it is.
        #[serde(default)]
        kind: ParagraphKind,
        /// Its words.
        words: InLanguages<Paragraph>,
    },
    /// Takes a paragraph out; its id is not used again.
    RemoveParagraph {
        /// Which text.
        text: TextId,
        /// The revision that the writer saw.
        #[serde(deserialize_with = "crate::words::number")]
        revision: u32,
        /// Which paragraph.
        paragraph: ParagraphId,
    },
    /// Replaces all paragraphs of the draft by these, under new ids.
    ImportText {
        /// Which text.
        text: TextId,
        /// The paragraphs, in order.
        paragraphs: Vec<NewParagraph>,
    },
    /// Tables the newest revision: complete in every authentic language, and unchangeable from now on.
    TableText {
        /// Which text.
        text: TextId,
    },
    /// Begins the next revision (`Rev.n`) as a copy of the tabled one.
    ReviseText {
        /// Which text.
        text: TextId,
    },
    /// Joins the sponsors; until adoption.
    CosponsorText {
        /// Which text.
        text: TextId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Leaves the sponsors; until adoption.
    WithdrawSponsorship {
        /// Which text.
        text: TextId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// The chair asks whether there is consensus; needs the quorum to decide.
    OpenConsensus {
        /// On which text.
        text: TextId,
        /// In which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
    },
    /// The chair takes the question back; the text stays tabled.
    CloseConsensus {
        /// On which text.
        text: TextId,
    },
    /// Objects formally: there is no consensus while it stands.
    Object {
        /// To which text.
        text: TextId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Withdraws an objection.
    WithdrawObjection {
        /// To which text.
        text: TextId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Enters a reservation or dissociation beside a tabled or adopted text; it never changes the text.
    EnterReservation {
        /// On which text.
        text: TextId,
        /// Which of the two.
        kind: ReservationKind,
        /// On which paragraphs; none is the text as a whole.
        #[serde(default)]
        paragraphs: BTreeSet<ParagraphId>,
        /// Its words.
        words: Paragraph,
        /// In which language.
        language: Language,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Withdraws a reservation; it stays on the record as withdrawn.
    WithdrawReservation {
        /// On which text.
        text: TextId,
        /// Its number, counted from 1.
        #[serde(deserialize_with = "crate::words::number")]
        number: u32,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Declares the text adopted by consensus.
    AdoptByConsensus {
        /// Which text.
        text: TextId,
    },
    /// Opens an adopted text for endorsement.
    OpenEndorsement {
        /// Which text.
        text: TextId,
    },
    /// Closes it for endorsement; the acts stand.
    CloseEndorsement {
        /// Which text.
        text: TextId,
    },
    /// Says what a correction of an adopted text changes in one language, and all that it changes there; what is as adopted is left
    /// out, and a language in which nothing is left leaves the correction. Nobody is told before it is proposed.
    PrepareCorrection {
        /// Of which text.
        text: TextId,
        /// In which language.
        language: Language,
        /// The title as corrected.
        #[serde(default)]
        title: Option<Line>,
        /// Paragraphs as corrected.
        #[serde(default)]
        paragraphs: BTreeMap<ParagraphId, Paragraph>,
    },
    /// Proposes the correction that was prepared: every delegation that may object is told, and the window opens.
    ProposeCorrection {
        /// Of which text.
        text: TextId,
        /// Why the text must be corrected.
        reason: InLanguages<Line>,
        /// How long objections can be made.
        minutes: WindowMinutes,
    },
    /// Objects to the correction that is proposed; one objection blocks it, for good.
    ObjectToCorrection {
        /// Of which text.
        text: TextId,
        /// Why.
        reason: Line,
        /// The language of the reason.
        language: Language,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Takes the correction back that is proposed.
    WithdrawCorrection {
        /// Of which text.
        text: TextId,
    },
    /// Issues the correction whose window has ended without an objection; the server does it by itself.
    IssueCorrection {
        /// Of which text.
        text: TextId,
    },
}

/// What happened to joint texts. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum TextEvent {
    /// A text was begun.
    TextDrafted {
        /// Its id.
        id: TextId,
        /// Of which summit.
        summit: SummitId,
        /// Its symbol.
        symbol: Symbol,
        /// Its title.
        title: InLanguages<Line>,
        /// Its authentic languages.
        authentic: BTreeSet<Language>,
        /// Its sponsors.
        sponsors: BTreeSet<OrganisationId>,
    },
    /// The title was written in one language.
    TitleSet {
        /// Which text.
        text: TextId,
        /// Which language.
        language: Language,
        /// The title.
        words: Line,
    },
    /// A paragraph was written in one language.
    ParagraphSet {
        /// Which text.
        text: TextId,
        /// Which paragraph.
        paragraph: ParagraphId,
        /// Which language.
        language: Language,
        /// Its words.
        words: Paragraph,
    },
    /// A paragraph was put in.
    ParagraphInserted {
        /// Which text.
        text: TextId,
        /// After which paragraph; none is before the first.
        after: Option<ParagraphId>,
        /// The paragraph.
        passage: Passage,
    },
    /// A paragraph was taken out.
    ParagraphRemoved {
        /// Which text.
        text: TextId,
        /// Which paragraph.
        paragraph: ParagraphId,
    },
    /// All paragraphs were replaced.
    TextImported {
        /// Which text.
        text: TextId,
        /// The new paragraphs.
        paragraphs: Vec<Passage>,
    },
    /// The newest revision was tabled.
    TextTabled {
        /// Which text.
        text: TextId,
        /// Which revision, counted from 0.
        revision: u32,
    },
    /// The next revision was begun.
    TextRevised {
        /// Which text.
        text: TextId,
        /// Its number.
        revision: u32,
        /// Its symbol.
        symbol: Symbol,
    },
    /// An organisation joined the sponsors.
    SponsorJoined {
        /// Of which text.
        text: TextId,
        /// Which organisation.
        organisation: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// An organisation left the sponsors.
    SponsorLeft {
        /// Of which text.
        text: TextId,
        /// Which organisation.
        organisation: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// The chair asked whether there is consensus.
    ConsensusOpened {
        /// On which text.
        text: TextId,
        /// On which revision.
        revision: u32,
        /// In which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// Seated delegations present.
        present: u32,
        /// How many were needed.
        needed: u32,
    },
    /// The chair took the question back.
    ConsensusClosed {
        /// On which text.
        text: TextId,
    },
    /// A delegation objected.
    ObjectionMade {
        /// To which text.
        text: TextId,
        /// Which organisation.
        organisation: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// An objection was withdrawn.
    ObjectionWithdrawn {
        /// To which text.
        text: TextId,
        /// Which organisation.
        organisation: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// A reservation or dissociation was entered.
    ReservationEntered {
        /// On which text.
        text: TextId,
        /// The reservation; its number is its place in the text's list.
        reservation: Reservation,
    },
    /// A reservation was withdrawn.
    ReservationWithdrawn {
        /// On which text.
        text: TextId,
        /// Its number, counted from 1.
        number: u32,
        /// By which way.
        way: Way,
    },
    /// The text was adopted by consensus.
    TextAdopted {
        /// Which text.
        text: TextId,
        /// Which revision.
        revision: u32,
        /// In which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// The digests of each complete language.
        digests: BTreeMap<Language, LanguageDigests>,
        /// SHA-256 of the manifest.
        manifest: Digest,
    },
    /// The text was opened for endorsement.
    EndorsementOpened {
        /// Which text.
        text: TextId,
    },
    /// The text was closed for endorsement.
    EndorsementClosed {
        /// Which text.
        text: TextId,
    },
    /// The text was adopted by a vote.
    TextAdoptedByVote {
        /// Which text.
        text: TextId,
        /// Which revision.
        revision: u32,
        /// In which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// The digests of each complete language.
        digests: BTreeMap<Language, LanguageDigests>,
        /// SHA-256 of the manifest.
        manifest: Digest,
        /// The poll that decided.
        poll: PollId,
    },
    /// What a correction is to change in one language was written.
    CorrectionPrepared {
        /// Of which text.
        text: TextId,
        /// In which language.
        language: Language,
        /// All that it changes there; nothing takes the language out.
        change: Change,
    },
    /// What was prepared was proposed.
    CorrectionProposed {
        /// Of which text.
        text: TextId,
        /// Its symbol.
        symbol: Symbol,
        /// Why the text must be corrected.
        reason: InLanguages<Line>,
        /// The end of the window.
        until: Moment,
        /// SHA-256 of the manifest as corrected.
        to: Digest,
        /// The digests of the languages that it changes, as corrected.
        digests: BTreeMap<Language, LanguageDigests>,
    },
    /// One objection blocked it.
    CorrectionBlocked {
        /// Of which text.
        text: TextId,
        /// Who objects.
        organisation: OrganisationId,
        /// Why.
        reason: Line,
        /// The language of the reason.
        language: Language,
        /// By which way.
        way: Way,
    },
    /// The secretariat took it back.
    CorrectionWithdrawn {
        /// Of which text.
        text: TextId,
    },
    /// The text is corrected from the beginning, as proposed.
    TextCorrected {
        /// Which text.
        text: TextId,
    },
}
