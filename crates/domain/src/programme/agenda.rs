//! What a meeting deals with: agenda items, and keynotes outside the list of speakers.
use super::{ProgrammeEvent, meeting};
use crate::{
    FieldProblem, Invalid, No, Refusal, State,
    id::{ItemId, MeetingId, OrganisationId, PersonId},
    language::Names,
    limit,
    state::{Decision, PersonDetails},
    words::{Minutes, ShortName},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What is done under an agenda item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// Every delegation may make a statement.
    GeneralDebate,
    /// A text or report is discussed.
    Consideration,
    /// A text is decided on.
    Adoption,
    /// Anything else.
    Other,
}

impl ItemKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::GeneralDebate, Self::Consideration, Self::Adoption, Self::Other];
    /// The written form, as in forms and translations (`item-kind-general-debate`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GeneralDebate => "general-debate",
            Self::Consideration => "consideration",
            Self::Adoption => "adoption",
            Self::Other => "other",
        }
    }
}

/// An item of a meeting's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Of which meeting; stays.
    pub meeting: MeetingId,
    /// What is done.
    pub kind: ItemKind,
    /// Its title, in one or more languages.
    pub titles: Names,
    /// Its number as written, such as `3 (a)`; its place on the agenda unless given.
    #[serde(default)]
    pub number: Option<ShortName>,
}

/// A speech by invitation, outside the list of speakers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keynote {
    /// Who speaks; the name lives in the erasable store.
    pub speaker: PersonId,
    /// For which organisation, if any.
    pub organisation: Option<OrganisationId>,
    /// What about.
    pub titles: Names,
    /// How long.
    pub minutes: Minutes,
}

pub(super) fn add_item(state: &State, item: &Item) -> Result<Decision, No> {
    let programme = &state.programme;
    let meeting = meeting::open(programme, item.meeting, "meeting")?;
    if meeting.items.len() >= limit::ITEMS {
        return Err(Refusal::new("too-many-items").with("limit", limit::ITEMS).into());
    }
    number_free(state, item, None)?;
    let id = programme.next_item();
    Ok(Decision::events([ProgrammeEvent::ItemAdded { id, item: item.clone() }]).creating(id))
}

pub(super) fn amend_item(state: &State, id: ItemId, item: &Item) -> Result<Decision, No> {
    let former = state.programme.item(id).ok_or(No::unknown("id"))?;
    meeting::open(&state.programme, former.meeting, "meeting")?;
    if item.meeting != former.meeting {
        return Err(Refusal::new("item-stays-in-meeting").with("meeting", former.meeting).into());
    }
    number_free(state, item, Some(id))?;
    Ok(Decision::events([ProgrammeEvent::ItemAmended { id, item: item.clone() }]))
}

pub(super) fn reorder(state: &State, id: MeetingId, order: &[ItemId]) -> Result<Decision, No> {
    let meeting = meeting::open(&state.programme, id, "meeting")?;
    let all: HashSet<_> = order.iter().collect();
    if order.len() != meeting.items.len() || all.len() != order.len() || !meeting.items.iter().all(|i| all.contains(i)) {
        return Err(Refusal::new("order-incomplete").with("count", meeting.items.len()).into());
    }
    Ok(Decision::events([ProgrammeEvent::ItemsReordered { meeting: id, order: order.to_vec() }]))
}

pub(super) fn add_keynote(
    state: &State,
    id: MeetingId,
    person: &PersonDetails,
    organisation: Option<OrganisationId>,
    titles: &Names,
    minutes: Minutes,
) -> Result<Decision, No> {
    let meeting = meeting::open(&state.programme, id, "meeting")?;
    if meeting.keynotes.len() >= limit::KEYNOTES {
        return Err(Refusal::new("too-many-keynotes").with("limit", limit::KEYNOTES).into());
    }
    if organisation.is_some_and(|o| state.directory.get(o).is_none()) {
        return Err(No::unknown("organisation"));
    }
    let person = person.named("person")?;
    let speaker = state.seats.next_person();
    let keynote = Keynote { speaker, organisation, titles: titles.clone(), minutes };
    let mut decision = Decision::events([ProgrammeEvent::KeynoteAdded { meeting: id, keynote }]).creating(speaker);
    decision.people.push((speaker, Some(person)));
    Ok(decision)
}

pub(super) fn remove_keynote(state: &State, id: MeetingId, speaker: PersonId) -> Result<Decision, No> {
    let meeting = meeting::open(&state.programme, id, "meeting")?;
    if !meeting.keynotes.iter().any(|k| k.speaker == speaker) {
        return Err(No::unknown("speaker"));
    }
    let mut decision = Decision::events([ProgrammeEvent::KeynoteRemoved { meeting: id, speaker }]);
    // The person was entered for this keynote alone.
    decision.people.push((speaker, None));
    Ok(decision)
}

fn number_free(state: &State, item: &Item, own: Option<ItemId>) -> Result<(), Invalid> {
    let Some(number) = &item.number else { return Ok(()) };
    let taken = state.programme.items(item.meeting).any(|(id, other)| Some(id) != own && other.number.as_ref() == Some(number));
    if taken { Err(Invalid::new("number", FieldProblem::Taken)) } else { Ok(()) }
}
