//! Meetings, lists of speakers, texts and endorsements, as the public may read them.
use super::{
    caller,
    corrections::Correction,
    facts,
    page::{Page, Words, page, words},
    problem,
    summit::{MeetingEntry, entry},
};
use crate::site::{Asked, Site};
use axum::{
    extract::{Path, State as Extract},
    response::{IntoResponse, Response},
};
use domain::{
    Moment, State,
    command::Way,
    endorsement::Counts,
    floor::balance,
    id::{ItemId, MeetingId, TextId},
    seat::Role,
    text::{Revision, Text as Joint},
};
use serde::Serialize;
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

fn way(way: Way) -> &'static str {
    match way {
        Way::Device => "device",
        Way::Paper(_) => "paper",
        Way::Key => "key",
        Way::Passkey => "passkey",
    }
}
/// The written form of one of the domain's choices, such as `high-level-meeting`.
fn written(choice: &impl Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A meeting with its agenda and, once opened, what is going on.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Meeting {
    /// Its entry on the programme.
    #[serde(flatten)]
    pub entry: MeetingEntry,
    /// Its agenda.
    pub items: Vec<Item>,
    /// Keynotes, by the organisation for which they are given.
    pub keynotes: Vec<Keynote>,
    /// `open`, `suspended`, `closed`; none before it is opened.
    pub phase: Option<String>,
    /// The item under discussion.
    pub item: Option<String>,
    /// Who has the floor.
    pub speech: Option<Speech>,
    /// Seated delegations present when it was opened.
    pub quorum_present: Option<u32>,
    /// How many were needed.
    pub quorum_needed: Option<u32>,
    /// Position of the log it was read at.
    pub position: u64,
}

/// An agenda item.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Item {
    /// Such as `item-2`.
    pub id: String,
    /// Its number on the agenda.
    pub number: Option<String>,
    /// `general-debate`, `consideration`, `adoption` or `other`.
    pub kind: String,
    /// Its title by language.
    pub titles: Words,
}

/// A keynote.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Keynote {
    /// For which organisation, if any.
    pub organisation: Option<String>,
    /// Its title by language.
    pub titles: Words,
}

/// A speech under way.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Speech {
    /// Who speaks.
    pub organisation: String,
    /// `intervention` or `reply`.
    pub kind: String,
    /// From which venue.
    pub venue: Option<String>,
    /// What is left of the limit, in milliseconds.
    pub left_ms: u64,
    /// Whether the clock runs.
    pub running: bool,
}

fn meeting_of(state: &State, id: MeetingId, now: Moment) -> Option<Meeting> {
    let meeting = state.programme.meeting(id)?;
    let sitting = state.floor.sitting(id);
    let items = state.programme.items(id).map(|(id, item)| Item {
        id: id.to_string(),
        number: state.programme.item_number(id),
        kind: item.kind.as_str().to_owned(),
        titles: words(&item.titles),
    });
    let speech = sitting.and_then(|s| s.speech.as_ref()).map(|speech| Speech {
        organisation: speech.organisation.to_string(),
        kind: written(&speech.kind),
        venue: speech.venue.map(|v| v.to_string()),
        left_ms: speech.clock.left_ms(now),
        running: speech.clock.is_running(),
    });
    let keynotes = meeting
        .keynotes
        .iter()
        .map(|k| Keynote { organisation: k.organisation.map(|o| o.to_string()), titles: words(&k.titles) });
    Some(Meeting {
        entry: entry(id, meeting),
        items: items.collect(),
        keynotes: keynotes.collect(),
        phase: sitting.map(|s| written(&s.phase)),
        item: sitting.and_then(|s| s.item).map(|i| i.to_string()),
        speech,
        quorum_present: sitting.map(|s| s.quorum.present),
        quorum_needed: sitting.map(|s| s.quorum.needed),
        position: state.position,
    })
}

/// One meeting.
pub async fn meeting(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let now = site.house.clock().now();
    let found = id.parse().ok().and_then(|id| meeting_of(&site.house.state(), id, now));
    found.map_or_else(|| problem::missing(asked.tongue), |m| axum::Json(m).into_response())
}

/// A list of speakers.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Speakers {
    /// Of which item.
    pub item: String,
    /// `not-opened`, `open` or `closed`.
    pub requests: String,
    /// The list in its order, in pages.
    pub list: Page<Listed>,
    /// Proposals to swap places that wait for an answer: those of or to the caller's organisation, all for the secretariat and the chair.
    pub swaps: Vec<Swap>,
    /// Who was heard and who waits, by region.
    pub balance: Vec<RegionPart>,
    /// Whom geographical balance suggests to hear next, when it is not the first on the list.
    pub suggested: Option<String>,
}

/// One region's part of a list of speakers.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct RegionPart {
    /// UN M49 code of the region; none for international bodies and the convener's own places.
    pub region: Option<u16>,
    /// Times its delegations had the floor in this item, replies apart.
    pub heard: u32,
    /// Its delegations that wait on the list.
    pub waiting: u32,
}

/// A proposal to swap places.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Swap {
    /// Who proposed it.
    pub from: String,
    /// Who is asked.
    pub to: String,
}

/// One on the list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Listed {
    /// Place, counted from 1.
    pub place: Option<usize>,
    /// Who.
    pub organisation: String,
    /// `head` or `representative`.
    pub rank: String,
    /// From which venue.
    pub venue: Option<String>,
    /// `device` or `paper`.
    pub way: &'static str,
    /// When it was asked for (RFC 3339).
    pub at: String,
}

/// The list of speakers of the item under discussion, or of the one asked for (`item`).
pub async fn speakers(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let reader = match caller::reader(&site, &asked) {
        Ok(reader) => reader.map(|(_, seat)| seat),
        Err(refused) => return *refused,
    };
    let presides = reader.as_ref().is_some_and(|seat| matches!(seat.role, Role::Secretariat | Role::Chair));
    let own = reader.filter(|seat| matches!(seat.role, Role::Delegate | Role::FocalPoint)).and_then(|seat| seat.organisation);
    let state = site.house.state();
    let meeting: Option<MeetingId> = id.parse().ok();
    let item = match asked.query.get("item") {
        Some(text) => text.parse::<ItemId>().ok(),
        None => meeting.and_then(|m| state.floor.sitting(m)?.item),
    };
    let item = item.filter(|i| state.programme.item(*i).is_some_and(|of| Some(of.meeting) == meeting));
    let list = item.and_then(|i| Some((i, state.floor.speakers(i)?)));
    let answer = list.map(|(item, speakers)| Speakers {
        item: item.to_string(),
        requests: written(&speakers.requests),
        suggested: balance::suggestion(&state, item).map(|s| s.organisation.to_string()),
        balance: balance::by_region(&state, item)
            .into_iter()
            .map(|(region, part)| RegionPart { region, heard: part.heard, waiting: part.waiting })
            .collect(),
        swaps: speakers
            .swaps()
            .filter(|(from, to)| presides || own.is_some_and(|own| own == *from || own == *to))
            .map(|(from, to)| Swap { from: from.to_string(), to: to.to_string() })
            .collect(),
        list: page(&asked, state.position, speakers.iter(), |(organisation, e)| Listed {
            place: speakers.place_of(organisation),
            organisation: organisation.to_string(),
            rank: written(&e.rank),
            venue: e.venue.map(|v| v.to_string()),
            way: way(e.way),
            at: facts::time(e.at),
        }),
    });
    drop(state);
    answer.map_or_else(|| problem::missing(asked.tongue), |a| axum::Json(a).into_response())
}

/// What the acts on a text add up to.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct Count {
    /// Organisations whose endorsement stands.
    pub organisations: u32,
    /// Their countries; international bodies have none.
    pub countries: u32,
    /// Of the organisations, those who endorsed with a reservation.
    pub with_reservation: u32,
    /// Of the organisations, those whose act came from a device.
    pub by_device: u32,
    /// Of the organisations: signed by their own key.
    pub by_key: u32,
    /// Of the organisations: signed by a delegate's device.
    pub by_passkey: u32,
    /// Of the organisations, those whose act was recorded from paper.
    pub on_paper: u32,
    /// Organisations that declined.
    pub declined: u32,
    /// Organisations that withdrew.
    pub withdrawn: u32,
    /// Apart from all of these: organisations whose endorsement stands from before the newest correction of the text.
    pub before_correction: u32,
}

impl From<Counts> for Count {
    fn from(c: Counts) -> Self {
        Self {
            organisations: c.organisations,
            countries: c.countries,
            with_reservation: c.with_reservation,
            by_device: c.by_device,
            by_key: c.by_key,
            by_passkey: c.by_passkey,
            on_paper: c.on_paper,
            declined: c.declined,
            withdrawn: c.withdrawn,
            before_correction: c.before_correction,
        }
    }
}

/// A joint text in a list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct TextEntry {
    /// Such as `text-1`.
    pub id: String,
    /// Of which summit.
    pub summit: String,
    /// The symbol of the revision shown.
    pub symbol: String,
    /// Its title by language.
    pub title: Words,
    /// `draft` (to the secretariat alone), `tabled` or `adopted`.
    pub stage: &'static str,
    /// Whether it is open for endorsement now.
    pub open_for_endorsement: bool,
    /// Endorsements now.
    pub endorsements: Count,
}

/// The revision to show: the adopted one, else the newest tabled one; a draft to those who may see it.
fn shown(text: &Joint, drafts: bool) -> Option<(&'static str, &Revision)> {
    let adopted = text.adopted().map(|r| ("adopted", r));
    let tabled = || text.tabled().map(|(_, r)| ("tabled", r));
    let draft = || text.newest().filter(|_| drafts).map(|(_, r)| ("draft", r));
    adopted.or_else(tabled).or_else(draft)
}

fn text_entry(state: &State, id: TextId, text: &Joint, drafts: bool) -> Option<TextEntry> {
    let (stage, revision) = shown(text, drafts)?;
    Some(TextEntry {
        id: id.to_string(),
        summit: text.summit.to_string(),
        symbol: revision.symbol.to_string(),
        title: words(&revision.title),
        stage,
        open_for_endorsement: text.open_for_endorsement,
        endorsements: state.endorsements.now(id).into(),
    })
}

fn sees_drafts(site: &Site, asked: &Asked) -> Result<bool, Box<Response>> {
    Ok(caller::reader(site, asked)?.is_some_and(|(_, seat)| crate::pages::chair::PRESIDING.contains(&seat.role)))
}

/// The joint texts that were tabled.
pub async fn texts(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let drafts = match sees_drafts(&site, &asked) {
        Ok(drafts) => drafts,
        Err(response) => return *response,
    };
    let state = site.house.state();
    let all = state.texts.iter().filter_map(|(id, text)| text_entry(&state, id, text, drafts));
    let list = page(&asked, state.position, all, |entry| entry);
    drop(state);
    axum::Json(list).into_response()
}

/// A joint text in all its languages.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Text {
    /// Its entry in the list.
    #[serde(flatten)]
    pub entry: TextEntry,
    /// Its authentic languages, all equally authoritative.
    pub authentic: Vec<String>,
    /// Its sponsors.
    pub sponsors: Vec<String>,
    /// Its paragraphs: id, kind and words by language.
    pub paragraphs: Vec<Paragraph>,
    /// The adoption: revision, meeting, item, position, digests of each language's file and of the manifest that binds them.
    #[schema(value_type = Option<Object>)]
    pub adoption: Option<Value>,
    /// Corrections in order, whatever became of them.
    pub corrections: Vec<Correction>,
    /// Reservations and dissociations, withdrawn ones too.
    pub reservations: Vec<Reservation>,
    /// Position of the log it was read at.
    pub position: u64,
}

/// A paragraph.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Paragraph {
    /// Its id, the same in all languages.
    pub id: String,
    /// `heading`, `preambular` or `operative`.
    pub kind: String,
    /// Its words by language.
    pub words: Words,
}

/// A reservation or dissociation, beside the text.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Reservation {
    /// Whose.
    pub organisation: String,
    /// `reservation` or `dissociation`.
    pub kind: String,
    /// On which paragraphs; empty is the text as a whole.
    pub paragraphs: Vec<String>,
    /// Its words.
    pub words: String,
    /// In which language.
    pub language: String,
    /// `device` or `paper`.
    pub way: &'static str,
    /// When it was entered (RFC 3339).
    pub at: String,
    /// When it was withdrawn.
    pub withdrawn: Option<String>,
}

fn text_of(state: &State, id: TextId, drafts: bool) -> Option<Text> {
    let text = state.texts.get(id)?;
    let (_, revision) = shown(text, drafts)?;
    let paragraphs = revision.paragraphs.iter().map(|p| Paragraph {
        id: p.id.to_string(),
        kind: written(&p.kind),
        words: p.words.iter().map(|(l, w)| (l.to_string(), w.to_string())).collect::<BTreeMap<_, _>>(),
    });
    let reservations = text.reservations.iter().map(|r| Reservation {
        organisation: r.organisation.to_string(),
        kind: written(&r.kind),
        paragraphs: r.paragraphs.iter().map(ToString::to_string).collect(),
        words: r.words.to_string(),
        language: r.language.to_string(),
        way: way(r.way),
        at: facts::time(r.at),
        withdrawn: r.withdrawn.map(facts::time),
    });
    Some(Text {
        entry: text_entry(state, id, text, drafts)?,
        authentic: text.authentic.iter().map(ToString::to_string).collect(),
        sponsors: text.sponsors.iter().map(ToString::to_string).collect(),
        paragraphs: paragraphs.collect(),
        adoption: text.adoption.as_ref().and_then(|a| serde_json::to_value(a).ok()),
        corrections: text.corrections.iter().map(Correction::from).collect(),
        reservations: reservations.collect(),
        position: state.position,
    })
}

/// One joint text.
pub async fn text(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let drafts = match sees_drafts(&site, &asked) {
        Ok(drafts) => drafts,
        Err(response) => return *response,
    };
    let found = id.parse().ok().and_then(|id| text_of(&site.house.state(), id, drafts));
    found.map_or_else(|| problem::missing(asked.tongue), |t| axum::Json(t).into_response())
}

/// Endorsements of a text as of a position of the log.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Endorsements {
    /// Of which text.
    pub text: String,
    /// As of which position.
    pub at: u64,
    /// What the acts up to there add up to.
    pub counts: Count,
    /// The highest count ever reached.
    pub peak: Option<Count>,
    /// Where it was first reached.
    pub peak_position: Option<u64>,
    /// The acts up to there in order, in pages; none erases an earlier one.
    pub acts: Page<Act>,
}

/// One act on a text.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Act {
    /// Its number among the acts on the text.
    pub number: u32,
    /// Its number among the acts of the organisation.
    pub seq: u32,
    /// Whose.
    pub organisation: String,
    /// Its country then; none for an international body.
    pub country: Option<String>,
    /// `endorse`, `endorse-with-reservation`, `decline` or `withdraw`.
    pub kind: &'static str,
    /// `device` or `paper`.
    pub way: &'static str,
    /// Digest of the text as shown to who acted.
    pub text_digest: String,
    /// The reservation's words.
    pub reservation: Option<String>,
    /// Its place in the log.
    pub position: u64,
    /// When (RFC 3339).
    pub at: String,
}

/// The count and the acts of a text; `at=N` answers as of that position.
pub async fn endorsements(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let state = site.house.state();
    let found = id.parse::<TextId>().ok().filter(|id| state.texts.get(*id).is_some_and(|t| shown(t, false).is_some()));
    let Some(id) = found else {
        drop(state);
        return problem::missing(asked.tongue);
    };
    let at = match asked.query.get("at").map(|n| n.parse::<u64>()) {
        None => state.position,
        Some(Ok(at)) => at.min(state.position),
        Some(Err(_)) => {
            drop(state);
            return problem::invalid(asked.tongue, "at", "api-not-a-position");
        }
    };
    let peak = state.endorsements.peak(id);
    let all = state.endorsements.of(id).map(|a| a.all()).unwrap_or_default();
    let upto = &all[..all.partition_point(|act| act.position <= at)];
    let answer = Endorsements {
        text: id.to_string(),
        at,
        counts: state.endorsements.as_of(id, at).into(),
        peak: peak.map(|(counts, _)| counts.into()),
        peak_position: peak.map(|(_, position)| position),
        acts: page(&asked, state.position, upto.iter(), |act| Act {
            number: act.made.number,
            seq: act.made.seq,
            organisation: act.made.organisation.to_string(),
            country: act.made.home.as_ref().map(ToString::to_string),
            kind: act.made.kind.as_str(),
            way: way(act.made.way),
            text_digest: act.made.text_digest.to_string(),
            reservation: act.made.reservation.as_ref().map(|r| r.words.to_string()),
            position: act.position,
            at: facts::time(act.at),
        }),
    };
    drop(state);
    axum::Json(answer).into_response()
}
