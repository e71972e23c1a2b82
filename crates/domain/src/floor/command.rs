//! What can be asked of a meeting in progress, and what happened there.
use super::{Cause, SpeechKind};
use crate::{
    command::{OnPaper, Way},
    id::{ItemId, MeetingId, OrganisationId, VenueId},
    words::{Flag, Interventions, Place, SpeechSeconds},
};
use serde::{Deserialize, Serialize};

/// Who of a delegation will speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// The head of delegation: first in a general debate.
    Head,
    /// A representative.
    #[default]
    Representative,
}

/// What can be asked of meetings, lists of speakers and the clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum FloorCommand {
    /// Opens a meeting; needs the quorum of one third (rule 67).
    OpenMeeting {
        /// Which.
        meeting: MeetingId,
    },
    /// Suspends a meeting; a running clock stops.
    SuspendMeeting {
        /// Which.
        meeting: MeetingId,
    },
    /// Resumes a suspended meeting; the clock waits for the chair.
    ResumeMeeting {
        /// Which.
        meeting: MeetingId,
    },
    /// Closes a meeting for good, with its open item.
    CloseMeeting {
        /// Which.
        meeting: MeetingId,
    },
    /// Takes up an agenda item of an open meeting.
    OpenItem {
        /// Which.
        item: ItemId,
    },
    /// Concludes an agenda item.
    CloseItem {
        /// Which.
        item: ItemId,
    },
    /// Opens the list of speakers of an item, before or after the item is taken up; or changes its limits.
    OpenSpeakers {
        /// Of which item.
        item: ItemId,
        /// Speaking time of one intervention (rule 72); the profile's unless given.
        #[serde(default)]
        limit_seconds: Option<SpeechSeconds>,
        /// How often one delegation may speak in this item; the profile's number unless given.
        #[serde(default)]
        interventions: Option<Interventions>,
    },
    /// Closes the list: no further requests; who is on it speaks.
    CloseSpeakers {
        /// Of which item.
        item: ItemId,
    },
    /// Asks for the floor: one entry a delegation.
    RequestFloor {
        /// On which item.
        item: ItemId,
        /// Who will speak.
        #[serde(default)]
        rank: Rank,
        /// From which venue.
        #[serde(default)]
        venue: Option<VenueId>,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Takes a request for the floor back; the chair and the secretariat may strike any.
    WithdrawRequest {
        /// On which item.
        item: ItemId,
        /// Whose: by the chair or the secretariat.
        #[serde(default)]
        organisation: Option<OrganisationId>,
    },
    /// Moves a delegation to a place of the list.
    ReorderSpeakers {
        /// Of which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
        /// To which place, counted from 1; beyond the end is the end.
        place: Place,
    },
    /// Proposes to another delegation to swap places.
    ProposeSwap {
        /// On which item's list.
        item: ItemId,
        /// With whom.
        with: OrganisationId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Agrees to a proposed swap: it happens.
    AgreeSwap {
        /// On which item's list.
        item: ItemId,
        /// Who proposed it.
        with: OrganisationId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Declines a proposed swap: nothing moves, and the proposal is gone.
    DeclineSwap {
        /// On which item's list.
        item: ItemId,
        /// Who proposed it.
        with: OrganisationId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Takes one's own proposal to swap places back.
    WithdrawSwap {
        /// On which item's list.
        item: ItemId,
        /// Whose: by the chair and the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
    },
    /// Records a swap on which both delegations agreed before the chair.
    SwapSpeakers {
        /// On which item's list.
        item: ItemId,
        /// One delegation.
        organisation: OrganisationId,
        /// The other.
        with: OrganisationId,
    },
    /// Asks for a right of reply: two a delegation and item, taken at the end of the item.
    RequestReply {
        /// On which item.
        item: ItemId,
        /// From which venue.
        #[serde(default)]
        venue: Option<VenueId>,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Takes a request for a reply back.
    WithdrawReply {
        /// On which item.
        item: ItemId,
        /// Whose: by the chair or the secretariat.
        #[serde(default)]
        organisation: Option<OrganisationId>,
    },
    /// Gives the floor to the next speaker, or to a named one; the clock starts.
    GiveFloor {
        /// In which meeting.
        meeting: MeetingId,
        /// To whom; none is the one on [`super::Floor::offer`].
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// At which venue the speaker is, when the request did not say or it changed.
        #[serde(default)]
        venue: Option<VenueId>,
    },
    /// Stops the clock.
    PauseClock {
        /// In which meeting.
        meeting: MeetingId,
    },
    /// Lets the clock run on with what was left.
    ResumeClock {
        /// In which meeting.
        meeting: MeetingId,
    },
    /// Ends the speech under way, or one that was kept for a speaker whose link dropped.
    EndSpeech {
        /// In which meeting.
        meeting: MeetingId,
        /// Whose, when it is a kept one.
        #[serde(default)]
        organisation: Option<OrganisationId>,
    },
    /// Gives the speaker more time.
    ExtendSpeech {
        /// In which meeting.
        meeting: MeetingId,
        /// How much more.
        seconds: SpeechSeconds,
    },
    /// Records that a venue is linked: its desk was heard of for the first time.
    OpenLink {
        /// Which venue.
        venue: VenueId,
    },
    /// Records that a venue's link dropped: the clock of its speaker stops, and its slot is kept.
    LoseLink {
        /// Which venue.
        venue: VenueId,
    },
    /// Records that a venue's link is back: the clock of its speaker runs on with exactly what was left.
    RestoreLink {
        /// Which venue.
        venue: VenueId,
    },
    /// Raises a point of order (rule 71): interrupts, and the clock stops until the chair has ruled.
    RaisePointOfOrder {
        /// In which meeting.
        meeting: MeetingId,
        /// For which organisation: by the secretariat alone.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// The evidence: by the secretariat alone.
        #[serde(default)]
        on_paper: Option<OnPaper>,
    },
    /// Rules on the point of order; the speaker goes on.
    RulePointOfOrder {
        /// In which meeting.
        meeting: MeetingId,
        /// Whether it is upheld.
        #[serde(default)]
        upheld: Flag,
    },
}

/// What happened in meetings. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum FloorEvent {
    /// A meeting was opened with this quorum.
    MeetingOpened {
        /// Which.
        meeting: MeetingId,
        /// Seated delegations present.
        present: u32,
        /// How many were needed; 0 where no quorum applies.
        needed: u32,
    },
    /// A meeting was suspended.
    MeetingSuspended {
        /// Which.
        meeting: MeetingId,
    },
    /// A meeting was resumed.
    MeetingResumed {
        /// Which.
        meeting: MeetingId,
    },
    /// A meeting was closed.
    MeetingClosed {
        /// Which.
        meeting: MeetingId,
    },
    /// An item was taken up.
    ItemOpened {
        /// In which meeting.
        meeting: MeetingId,
        /// Which.
        item: ItemId,
    },
    /// An item was concluded.
    ItemClosed {
        /// In which meeting.
        meeting: MeetingId,
        /// Which.
        item: ItemId,
    },
    /// A list of speakers was opened, or its limits were changed.
    SpeakersOpened {
        /// Of which item.
        item: ItemId,
        /// Speaking time of one intervention.
        limit_seconds: SpeechSeconds,
        /// How often one delegation may speak.
        interventions: Option<Interventions>,
        /// Whether heads of delegation come first.
        by_level: bool,
    },
    /// A list of speakers was closed.
    SpeakersClosed {
        /// Of which item.
        item: ItemId,
    },
    /// A delegation went onto the list.
    FloorRequested {
        /// On which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
        /// Who will speak.
        rank: Rank,
        /// From which venue.
        venue: Option<VenueId>,
        /// By which way the request came.
        way: Way,
    },
    /// A delegation went off the list without speaking.
    RequestWithdrawn {
        /// On which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
    },
    /// The chair moved a delegation to a place.
    SpeakersReordered {
        /// On which item's list.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
        /// To which place.
        place: Place,
    },
    /// A delegation proposed to swap places.
    SwapProposed {
        /// On which item's list.
        item: ItemId,
        /// Who proposed.
        organisation: OrganisationId,
        /// To whom.
        with: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// Two delegations swapped places.
    SpeakersSwapped {
        /// On which item's list.
        item: ItemId,
        /// One.
        organisation: OrganisationId,
        /// The other.
        with: OrganisationId,
    },
    /// A delegation asked for a right of reply.
    ReplyRequested {
        /// On which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
        /// From which venue.
        venue: Option<VenueId>,
        /// By which way.
        way: Way,
    },
    /// A request for a reply was taken back.
    ReplyWithdrawn {
        /// On which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
    },
    /// A delegation was given the floor; its clock runs.
    FloorGiven {
        /// In which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// Which delegation.
        organisation: OrganisationId,
        /// Intervention or reply.
        kind: SpeechKind,
        /// At which venue the speaker is.
        venue: Option<VenueId>,
        /// Speaking time.
        limit_seconds: SpeechSeconds,
        /// Whether a kept speech goes on with what was left.
        resumed: bool,
    },
    /// The speech under way was set aside, its slot kept, because its venue's link is down.
    SpeechKept {
        /// In which meeting.
        meeting: MeetingId,
    },
    /// The clock was stopped.
    ClockPaused {
        /// In which meeting.
        meeting: MeetingId,
        /// Why.
        cause: Cause,
    },
    /// A cause for which the clock stood fell away; it runs when none is left.
    ClockResumed {
        /// In which meeting.
        meeting: MeetingId,
        /// Which cause.
        cause: Cause,
    },
    /// A speech ended.
    SpeechEnded {
        /// In which meeting.
        meeting: MeetingId,
        /// Whose.
        organisation: OrganisationId,
        /// Time used, in milliseconds.
        spent_ms: u64,
    },
    /// The speaker was given more time.
    SpeechExtended {
        /// In which meeting.
        meeting: MeetingId,
        /// How much more.
        seconds: SpeechSeconds,
    },
    /// A venue's link dropped.
    LinkLost {
        /// Which venue.
        venue: VenueId,
    },
    /// A venue's link is back.
    LinkRestored {
        /// Which venue.
        venue: VenueId,
    },
    /// A point of order was raised.
    PointOfOrderRaised {
        /// In which meeting.
        meeting: MeetingId,
        /// By which delegation.
        organisation: OrganisationId,
        /// By which way.
        way: Way,
    },
    /// The chair ruled on the point of order.
    PointOfOrderRuled {
        /// In which meeting.
        meeting: MeetingId,
        /// Who had raised it.
        organisation: OrganisationId,
        /// Whether it was upheld.
        upheld: bool,
    },
    /// A venue was linked for the first time.
    LinkOpened {
        /// Which venue.
        venue: VenueId,
    },
    /// A proposal to swap places was declined.
    SwapDeclined {
        /// On which item's list.
        item: ItemId,
        /// Who declined.
        organisation: OrganisationId,
        /// Who had proposed.
        with: OrganisationId,
    },
    /// A proposal to swap places was taken back.
    SwapWithdrawn {
        /// On which item's list.
        item: ItemId,
        /// Who had proposed.
        organisation: OrganisationId,
        /// To whom.
        with: OrganisationId,
    },
}
