//! What happened to the programme. New variants go last: the stored form counts them.
use super::{Item, Keynote, MeetingDetails, Precedence, Signatures, SummitDetails, Venue};
use crate::{
    id::{ItemId, MeetingId, PersonId, SummitId, VenueId},
    language::Names,
    profile::Profile,
    words::Line,
};
use serde::{Deserialize, Serialize};

/// What happened to the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum ProgrammeEvent {
    /// The series was named.
    SeriesNamed {
        /// Its name.
        names: Names,
    },
    /// A summit was convened.
    SummitConvened {
        /// Its id.
        id: SummitId,
        /// What was written down.
        summit: SummitDetails,
    },
    /// What was written down of a summit was replaced.
    SummitAmended {
        /// Which.
        id: SummitId,
        /// What replaced it.
        summit: SummitDetails,
    },
    /// A summit was closed for good.
    SummitClosed {
        /// Which.
        id: SummitId,
    },
    /// Rules of procedure were set.
    RulesSet {
        /// Of which summit.
        summit: SummitId,
        /// All of them.
        rules: Profile,
    },
    /// A venue was entered.
    VenueAdded {
        /// Its id.
        id: VenueId,
        /// Its entry.
        venue: Venue,
    },
    /// A venue's entry was replaced.
    VenueAmended {
        /// Which.
        id: VenueId,
        /// The new entry.
        venue: Venue,
    },
    /// A venue was taken out.
    VenueRemoved {
        /// Which.
        id: VenueId,
    },
    /// A meeting was entered.
    MeetingScheduled {
        /// Its id.
        id: MeetingId,
        /// Its entry.
        meeting: MeetingDetails,
    },
    /// A meeting's entry was replaced.
    MeetingAmended {
        /// Which.
        id: MeetingId,
        /// The new entry.
        meeting: MeetingDetails,
    },
    /// A meeting was cancelled.
    MeetingCancelled {
        /// Which.
        id: MeetingId,
        /// Why, if it was said.
        reason: Option<Line>,
    },
    /// A keynote was entered.
    KeynoteAdded {
        /// In which meeting.
        meeting: MeetingId,
        /// The keynote.
        keynote: Keynote,
    },
    /// A keynote was taken off.
    KeynoteRemoved {
        /// From which meeting.
        meeting: MeetingId,
        /// Whose.
        speaker: PersonId,
    },
    /// An agenda item was entered.
    ItemAdded {
        /// Its id.
        id: ItemId,
        /// The item.
        item: Item,
    },
    /// An agenda item was replaced.
    ItemAmended {
        /// Which.
        id: ItemId,
        /// The new item.
        item: Item,
    },
    /// An agenda was put in another order.
    ItemsReordered {
        /// Which meeting's.
        meeting: MeetingId,
        /// All its items.
        order: Vec<ItemId>,
    },
    /// The lot for the first seat was drawn.
    PrecedenceDrawn {
        /// Of which summit.
        summit: SummitId,
        /// The lot.
        precedence: Precedence,
    },
    /// It was settled whether binding acts must be signed.
    SignaturesSet {
        /// Of which summit.
        summit: SummitId,
        /// Whether they must.
        signatures: Signatures,
    },
}

impl ProgrammeEvent {
    /// The person whom this event introduced, if it did.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::KeynoteAdded { keynote, .. } => Some(keynote.speaker),
            _ => None,
        }
    }
}
