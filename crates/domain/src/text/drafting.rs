//! Drafting, tabling, revising and sponsoring a text.
use super::{Gap, Passage, Revision, SYMBOL_CHARS, Symbol, Text, TextCommand, TextEvent, known, not_adopted};
use crate::{
    Actor, FieldProblem, Invalid, No, Refusal, State,
    directory::Capability,
    id::{OrganisationId, ParagraphId, SummitId, TextId},
    language::{InLanguages, Language},
    limit, procedure,
    refusal::Denied,
    seat::Role,
    state::Decision,
    words::Line,
};
use std::collections::BTreeSet;

/// What `/Rev.50/Corr.50` takes.
const ROOM_FOR_MORE: usize = 15;

pub(super) fn decide(state: &State, actor: &Actor, command: &TextCommand) -> Result<Decision, No> {
    use TextCommand as C;
    match command {
        C::DraftText { summit, symbol, title, authentic, sponsors } => {
            draft(state, actor, *summit, symbol, title, authentic, sponsors)
        }
        C::SetTitle { text, language, words } => {
            let draft = newest_draft(known(state, *text)?)?;
            if draft.title.get(language.as_str()).is_none() && draft.title.languages().count() >= limit::LANGUAGES {
                return Err(Invalid::new("language", FieldProblem::TooMany { limit: limit::LANGUAGES }).into());
            }
            Ok(Decision::events([TextEvent::TitleSet { text: *text, language: language.clone(), words: words.clone() }]))
        }
        C::SetParagraph { text, revision, paragraph, language, words } => {
            let draft = seen_draft(known(state, *text)?, *revision)?;
            let found = draft.paragraphs.iter().find(|p| p.id == *paragraph).ok_or(No::unknown("paragraph"))?;
            if !found.words.contains_key(language) && found.words.len() >= limit::LANGUAGES {
                return Err(Invalid::new("language", FieldProblem::TooMany { limit: limit::LANGUAGES }).into());
            }
            Ok(Decision::events([TextEvent::ParagraphSet {
                text: *text,
                paragraph: *paragraph,
                language: language.clone(),
                words: words.clone(),
            }]))
        }
        C::InsertParagraph { text, revision, after, kind, words } => {
            let found = known(state, *text)?;
            let draft = seen_draft(found, *revision)?;
            if after.is_some_and(|a| draft.number_of(a).is_none()) {
                return Err(No::unknown("after"));
            }
            if draft.paragraphs.len() >= limit::PARAGRAPHS {
                return Err(Refusal::new("text-full").with("limit", limit::PARAGRAPHS).into());
            }
            let id = ParagraphId(found.paragraphs_made + 1);
            let words = words.iter().map(|(l, w)| (l.clone(), w.clone())).collect();
            let passage = Passage { id, kind: *kind, words };
            Ok(Decision::events([TextEvent::ParagraphInserted { text: *text, after: *after, passage }]).creating(id))
        }
        C::RemoveParagraph { text, revision, paragraph } => {
            let draft = seen_draft(known(state, *text)?, *revision)?;
            draft.number_of(*paragraph).ok_or(No::unknown("paragraph"))?;
            Ok(Decision::events([TextEvent::ParagraphRemoved { text: *text, paragraph: *paragraph }]))
        }
        C::ImportText { text, paragraphs } => import(known(state, *text)?, *text, paragraphs),
        C::TableText { text } => table(known(state, *text)?, *text),
        C::ReviseText { text } => revise(state, *text),
        C::CosponsorText { text, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let found = known(state, *text)?;
            not_adopted(found)?;
            procedure::entitled(state, found.summit, organisation, Capability::Propose)?;
            if found.sponsors.contains(&organisation) {
                return Err(Refusal::new("already-sponsor").with("symbol", &found.symbol).into());
            }
            Ok(Decision::events([TextEvent::SponsorJoined { text: *text, organisation, way }]))
        }
        C::WithdrawSponsorship { text, organisation, on_paper } => {
            let (organisation, way) = procedure::acting_for(state, actor, *organisation, on_paper.as_ref())?;
            let found = known(state, *text)?;
            not_adopted(found)?;
            if !found.sponsors.contains(&organisation) {
                return Err(Refusal::new("not-a-sponsor").with("symbol", &found.symbol).into());
            }
            Ok(Decision::events([TextEvent::SponsorLeft { text: *text, organisation, way }]))
        }
        // Every other command is decided in `consensus`.
        _ => Ok(Decision::default()),
    }
}

fn draft(
    state: &State,
    actor: &Actor,
    summit: SummitId,
    symbol: &Symbol,
    title: &InLanguages<Line>,
    authentic: &BTreeSet<Language>,
    sponsors: &BTreeSet<OrganisationId>,
) -> Result<Decision, No> {
    if !procedure::summit_exists(state, summit) {
        return Err(No::unknown("summit"));
    }
    procedure::not_archived(state, summit)?;
    let longest = SYMBOL_CHARS - ROOM_FOR_MORE;
    let actual = symbol.as_str().len();
    if actual > longest {
        return Err(Invalid::new("symbol", FieldProblem::TooLong { limit: longest, actual }).into());
    }
    if state.texts.by_symbol(symbol).is_some() {
        return Err(Invalid::new("symbol", FieldProblem::Taken).into());
    }
    if authentic.is_empty() {
        return Err(Invalid::new("authentic", FieldProblem::Empty).into());
    }
    if authentic.len() > limit::LANGUAGES {
        return Err(Invalid::new("authentic", FieldProblem::TooMany { limit: limit::LANGUAGES }).into());
    }
    let official = procedure::official_languages(state, summit);
    if let Some(other) = authentic.iter().find(|l| !official.is_empty() && !official.contains(l)) {
        return Err(Refusal::new("language-not-official").with("language", other).into());
    }
    if sponsors.iter().any(|o| state.directory.get(*o).is_none()) {
        return Err(No::unknown("sponsors"));
    }
    if let Some(seat) = actor.holder(state).filter(|s| s.role == Role::Delegate) {
        // A delegate brings in its own organisation; others join by their own act.
        let own = seat.organisation.ok_or(Denied::RoleMayNot)?;
        if sponsors.iter().any(|o| *o != own) || sponsors.is_empty() {
            return Err(Denied::OutOfScope.into());
        }
    }
    for sponsor in sponsors {
        procedure::entitled(state, summit, *sponsor, Capability::Propose)?;
    }
    if state.texts.len() >= limit::TEXTS {
        return Err(Refusal::new("too-many-texts").with("limit", limit::TEXTS).into());
    }
    let id = state.texts.next();
    Ok(Decision::events([TextEvent::TextDrafted {
        id,
        summit,
        symbol: symbol.clone(),
        title: title.clone(),
        authentic: authentic.clone(),
        sponsors: sponsors.clone(),
    }])
    .creating(id))
}

/// The newest revision, when it may still be written.
fn newest_draft(text: &Text) -> Result<&Revision, Refusal> {
    not_adopted(text)?;
    let draft = text.newest().map(|(_, r)| r).filter(|r| !r.tabled);
    draft.ok_or_else(|| Refusal::new("revision-tabled").with("symbol", text.newest().map_or(&text.symbol, |(_, r)| &r.symbol)))
}

/// The newest revision, when it is the one that the writer saw.
fn seen_draft(text: &Text, seen: u32) -> Result<&Revision, No> {
    let draft = newest_draft(text)?;
    if text.revisions.len() != seen as usize + 1 {
        if text.revision(seen).is_none() {
            return Err(No::unknown("revision"));
        }
        return Err(Refusal::new("revision-replaced").with("symbol", &draft.symbol).into());
    }
    Ok(draft)
}

fn import(text: &Text, id: TextId, paragraphs: &[super::NewParagraph]) -> Result<Decision, No> {
    newest_draft(text)?;
    if paragraphs.is_empty() {
        return Err(Invalid::new("paragraphs", FieldProblem::Empty).into());
    }
    if paragraphs.len() > limit::PARAGRAPHS {
        return Err(Invalid::new("paragraphs", FieldProblem::TooMany { limit: limit::PARAGRAPHS }).into());
    }
    let first = text.paragraphs_made + 1;
    let passage = |(n, p): (u32, &super::NewParagraph)| Passage {
        id: ParagraphId(n),
        kind: p.kind,
        words: p.words.iter().map(|(l, w)| (l.clone(), w.clone())).collect(),
    };
    let paragraphs = (first..).zip(paragraphs).map(passage).collect();
    Ok(Decision::events([TextEvent::TextImported { text: id, paragraphs }]))
}

fn table(text: &Text, id: TextId) -> Result<Decision, No> {
    let draft = newest_draft(text)?;
    match draft.gap(&text.authentic) {
        None => {}
        Some(Gap::Nothing) => return Err(Refusal::new("text-empty").into()),
        Some(Gap::Title(language)) => return Err(Refusal::new("title-missing").with("language", language).into()),
        Some(Gap::Paragraph(language, number)) => {
            return Err(Refusal::new("paragraph-missing").with("language", language).with("number", number).into());
        }
    }
    Ok(Decision::events([TextEvent::TextTabled { text: id, revision: text.revisions.len() as u32 - 1 }]))
}

fn revise(state: &State, id: TextId) -> Result<Decision, No> {
    let text = known(state, id)?;
    not_adopted(text)?;
    if text.newest().is_none_or(|(_, r)| !r.tabled) {
        return Err(Refusal::new("revision-still-draft").into());
    }
    if text.consensus.is_some() {
        return Err(Refusal::new("consensus-open").into());
    }
    if text.revisions.len() >= limit::REVISIONS {
        return Err(Refusal::new("too-many-revisions").with("limit", limit::REVISIONS).into());
    }
    let revision = text.revisions.len();
    let symbol = text.symbol.revision(revision).map_err(|problem| Invalid::new("symbol", problem))?;
    if state.texts.by_symbol(&symbol).is_some() {
        return Err(Refusal::new("symbol-taken").with("symbol", symbol).into());
    }
    Ok(Decision::events([TextEvent::TextRevised { text: id, revision: revision as u32, symbol }]))
}
