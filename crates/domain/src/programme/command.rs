//! What can be asked of the programme, by its written names.
use super::{Item, MeetingPlan, Signatures, SummitDetails, Venue};
use crate::{
    id::{ItemId, MeetingId, OrganisationId, PersonId, SummitId, VenueId},
    language::{Language, Names},
    profile::Profile,
    state::PersonDetails,
    words::{Line, Minutes},
};
use serde::{Deserialize, Serialize};

/// What can be asked of the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum ProgrammeCommand {
    /// Names the series all summits of this house belong to, or names it anew.
    NameSeries {
        /// Its name.
        names: Names,
    },
    /// Convenes a summit.
    ConveneSummit(SummitDetails),
    /// Replaces what was written down of a summit.
    AmendSummit {
        /// Which.
        id: SummitId,
        /// What replaces it.
        summit: SummitDetails,
    },
    /// Closes a summit for good: it stays as an archive.
    CloseSummit {
        /// Which.
        summit: SummitId,
    },
    /// Sets a summit's rules of procedure.
    SetRules {
        /// Of which summit.
        summit: SummitId,
        /// All of them; what is left out has its default.
        #[serde(default)]
        rules: Profile,
    },
    /// Settles whether binding acts must be signed; before the first of them.
    SetSignatures {
        /// Of which summit.
        summit: SummitId,
        /// Whether they must.
        signatures: Signatures,
    },
    /// Enters a venue.
    AddVenue(Venue),
    /// Replaces a venue's entry. A satellite that becomes the main venue makes the former one a satellite.
    AmendVenue {
        /// Which.
        id: VenueId,
        /// What replaces it.
        venue: Venue,
    },
    /// Takes a venue out again, as long as it was never used.
    RemoveVenue {
        /// Which.
        id: VenueId,
    },
    /// Enters a whole list of venues of one summit, all or nothing.
    ImportVenues {
        /// The list, in order.
        venues: Vec<Venue>,
    },
    /// Enters a meeting.
    ScheduleMeeting(MeetingPlan),
    /// Replaces a meeting's entry.
    AmendMeeting {
        /// Which.
        id: MeetingId,
        /// What replaces it.
        meeting: MeetingPlan,
    },
    /// Cancels a meeting; it stays on the programme as cancelled.
    CancelMeeting {
        /// Which.
        meeting: MeetingId,
        /// Why.
        #[serde(default)]
        reason: Option<Line>,
    },
    /// Enters a keynote, outside the list of speakers.
    AddKeynote {
        /// In which meeting.
        meeting: MeetingId,
        /// Who speaks: kept in the erasable store.
        #[serde(default)]
        person: PersonDetails,
        /// For which organisation.
        #[serde(default)]
        organisation: Option<OrganisationId>,
        /// What about.
        titles: Names,
        /// How long.
        minutes: Minutes,
    },
    /// Takes a keynote off; its speaker's details are erased.
    RemoveKeynote {
        /// From which meeting.
        meeting: MeetingId,
        /// Whose.
        speaker: PersonId,
    },
    /// Enters an agenda item, at the end.
    AddItem(Item),
    /// Replaces an agenda item.
    AmendItem {
        /// Which.
        id: ItemId,
        /// What replaces it.
        item: Item,
    },
    /// Puts a meeting's agenda in another order.
    ReorderItems {
        /// Which meeting's.
        meeting: MeetingId,
        /// All its items, each once.
        order: Vec<ItemId>,
    },
    /// Draws the lot that picks the first seat; once a summit.
    DrawPrecedence {
        /// Of which summit.
        summit: SummitId,
        /// Whose alphabet orders the others.
        language: Language,
    },
}
