//! Organisations, programme, venues, presence and headcount, as the public may read them; delegations for the secretariat.
use super::{
    caller, facts,
    page::{Page, Words, page, words},
    problem,
};
use crate::site::{Asked, Site};
use axum::{
    extract::{Path, State as Extract},
    response::{IntoResponse, Response},
};
use domain::{
    State,
    count::headcount,
    directory::Organisation as Entry,
    id::{OrganisationId, SummitId, VenueId},
    programme,
    seat::Role,
};
use serde::Serialize;
use std::sync::Arc;

/// An organisation of the directory.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Organisation {
    /// Such as `org-7`.
    pub id: String,
    /// Its name by language.
    pub names: Words,
    /// Acronym or short name.
    pub short_name: Option<String>,
    /// ISO 3166 code of its country; none for an international body.
    pub country: Option<String>,
    /// `member`, `associate`, `observer`, `partner`, `guest` or `media`.
    pub category: String,
    /// The umbrella it is a member of.
    pub umbrella: Option<String>,
    /// Its public page.
    pub website: Option<String>,
    /// Members of its delegations: registered, accredited and present are three counts.
    pub registered: u32,
    /// Of them, accredited.
    pub accredited: u32,
    /// Of them, present.
    pub present: u32,
}

fn organisation(state: &State, summit: Option<SummitId>, id: OrganisationId, entry: &Entry) -> Organisation {
    let count = |of: &dyn Fn(SummitId) -> u32| summit.map_or(0, of);
    Organisation {
        id: id.to_string(),
        names: words(&entry.names),
        short_name: entry.short_name.as_ref().map(ToString::to_string),
        country: entry.home.as_ref().map(ToString::to_string),
        category: entry.category.as_str().to_owned(),
        umbrella: entry.umbrella.map(|u| u.to_string()),
        website: entry.website.as_ref().map(ToString::to_string),
        registered: count(&|s| state.accreditation.registered_of(s, id)),
        accredited: count(&|s| state.accreditation.accredited_of(s, id)),
        present: count(&|s| state.presence.of_organisation(s, id)),
    }
}

/// The summit asked for; the current one unless stated.
pub fn summit_asked(state: &State, asked: &Asked) -> Option<SummitId> {
    let id = match asked.query.get("summit") {
        Some(text) => text.parse().ok()?,
        None => state.programme.current()?,
    };
    state.programme.summit(id).map(|_| id)
}

/// The directory.
pub async fn organisations(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let summit = summit_asked(&state, &asked);
    let list = page(&asked, state.position, state.directory.iter(), |(id, entry)| organisation(&state, summit, id, entry));
    drop(state);
    axum::Json(list).into_response()
}

/// One organisation.
pub async fn one_organisation(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let state = site.house.state();
    let found = id.parse().ok().and_then(|id| Some((id, state.directory.get(id)?)));
    let found = found.map(|(id, entry)| organisation(&state, summit_asked(&state, &asked), id, entry));
    drop(state);
    found.map_or_else(|| problem::missing(asked.tongue), |o| axum::Json(o).into_response())
}

/// A summit's programme.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Programme {
    /// The series' name by language.
    pub series: Option<Words>,
    /// Such as `summit-1`.
    pub summit: String,
    /// Its theme by language.
    pub themes: Words,
    /// First day at the main venue (`2027-03-22`).
    pub opens: String,
    /// Last day.
    pub closes: String,
    /// When it was closed for good.
    pub closed: Option<String>,
    /// Organisations that convene it.
    pub conveners: Vec<String>,
    /// Official languages.
    pub languages: Vec<String>,
    /// The main venue.
    pub main_venue: Option<String>,
    /// With whom the order of precedence begins, once the lot was drawn; from there on it is alphabetical.
    pub first_in_precedence: Option<String>,
    /// The language of that alphabet.
    pub precedence_language: Option<String>,
    /// Its meetings in order of entry, in pages.
    pub meetings: Page<MeetingEntry>,
}

/// A meeting on the programme.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct MeetingEntry {
    /// Such as `meeting-3`.
    pub id: String,
    /// `plenary`, `high-level-meeting`, `thematic-briefing`, `side-event` or `press-conference`.
    pub kind: String,
    /// Its title by language.
    pub titles: Words,
    /// Where.
    pub venue: String,
    /// When it begins (RFC 3339, UTC).
    pub start: String,
    /// When it ends.
    pub end: String,
    /// The zone in which both were written.
    pub zone: String,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// A meeting's entry.
pub fn entry(id: domain::id::MeetingId, meeting: &programme::Meeting) -> MeetingEntry {
    MeetingEntry {
        id: id.to_string(),
        kind: meeting.kind.as_str().to_owned(),
        titles: words(&meeting.titles),
        venue: meeting.venue.to_string(),
        start: facts::time(meeting.start),
        end: facts::time(meeting.end),
        zone: meeting.zone.as_str().to_owned(),
        cancelled: meeting.cancelled.is_some(),
    }
}

/// The programme of the current summit, or of the one asked for.
pub async fn programme(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let found = summit_asked(&state, &asked).and_then(|id| Some((id, state.programme.summit(id)?)));
    let answer = found.map(|(id, summit)| Programme {
        series: state.programme.series().map(words),
        summit: id.to_string(),
        themes: words(&summit.details.themes),
        opens: summit.details.opens.to_string(),
        closes: summit.details.closes.to_string(),
        closed: summit.closed.map(facts::time),
        conveners: summit.details.conveners.iter().map(ToString::to_string).collect(),
        languages: summit.details.languages.iter().map(ToString::to_string).collect(),
        main_venue: summit.main_venue().map(|v| v.to_string()),
        first_in_precedence: summit.precedence.as_ref().map(|p| p.first.to_string()),
        precedence_language: summit.precedence.as_ref().map(|p| p.language.to_string()),
        meetings: page(&asked, state.position, state.programme.meetings(id), |(id, meeting)| entry(id, meeting)),
    });
    drop(state);
    answer.map_or_else(|| problem::missing(asked.tongue), |a| axum::Json(a).into_response())
}

/// A venue.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Venue {
    /// Such as `venue-3`.
    pub id: String,
    /// Its name by language.
    pub names: Words,
    /// `main` or `satellite`.
    pub kind: String,
    /// The city.
    pub city: String,
    /// ISO 3166 code of the country it lies in.
    pub country: String,
    /// IANA time zone.
    pub zone: String,
    /// Degrees north.
    pub latitude: Option<String>,
    /// Degrees east.
    pub longitude: Option<String>,
    /// How many people it holds.
    pub capacity: u32,
    /// Languages spoken or interpreted there.
    pub languages: Vec<String>,
    /// The organisation that hosts it.
    pub host: String,
    /// How many are present.
    pub present: u32,
    /// `unknown`, `up` or `down`.
    pub link: &'static str,
}

fn link(state: &State, id: VenueId) -> &'static str {
    match (state.floor.is_link_lost(id), state.floor.is_linked(id)) {
        (true, _) => "down",
        (false, true) => "up",
        (false, false) => "unknown",
    }
}

/// The venues of a summit.
pub async fn venues(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let Some(summit) = summit_asked(&state, &asked) else {
        drop(state);
        return problem::missing(asked.tongue);
    };
    let list = page(&asked, state.position, state.programme.venues(summit), |(id, venue)| Venue {
        id: id.to_string(),
        names: words(&venue.names),
        kind: venue.kind.as_str().to_owned(),
        city: venue.city.to_string(),
        country: venue.country.to_string(),
        zone: venue.zone.as_str().to_owned(),
        latitude: venue.latitude.map(|l| l.to_string()),
        longitude: venue.longitude.map(|l| l.to_string()),
        capacity: venue.capacity.0,
        languages: venue.languages.iter().map(ToString::to_string).collect(),
        host: venue.host.to_string(),
        present: state.presence.at_venue(summit, id),
        link: link(&state, id),
    });
    drop(state);
    axum::Json(list).into_response()
}

/// How many are present, and where.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Presence {
    /// Of which summit.
    pub summit: String,
    /// As of which position of the log.
    pub position: u64,
    /// Accredited members present, at venues and remotely.
    pub present: u32,
    /// Of them, remotely.
    pub remote: u32,
    /// By venue.
    pub venues: std::collections::BTreeMap<String, u32>,
    /// By country; international bodies are under none.
    pub countries: std::collections::BTreeMap<String, u32>,
}

/// Presence as counts, never of whom.
pub async fn presence(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let answer = summit_asked(&state, &asked).map(|summit| {
        let count = state.presence.count(summit);
        Presence {
            summit: summit.to_string(),
            position: state.position,
            present: count.present,
            remote: count.remote,
            venues: state.presence.venues(summit).map(|(v, n)| (v.to_string(), n)).collect(),
            countries: state.presence.countries(summit).map(|(c, n)| (c.to_string(), n)).collect(),
        }
    });
    drop(state);
    answer.map_or_else(|| problem::missing(asked.tongue), |a| axum::Json(a).into_response())
}

/// The headline figures of a summit, in the words of the record.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Headcount {
    /// When the event of that position was decided (RFC 3339).
    pub decided: String,
    /// `registered`, `accredited`, `present`, `remote`, and organisations, countries and venues of each, with `summit` and `position`.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub figures: domain::count::Headcount,
}

/// The headcount: three counts, told apart.
pub async fn figures(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let answer = summit_asked(&state, &asked).map(|summit| headcount(&state, summit));
    drop(state);
    answer.map_or_else(
        || problem::missing(asked.tongue),
        |figures| axum::Json(Headcount { decided: facts::time(figures.at), figures }).into_response(),
    )
}

/// A delegation, for the secretariat.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Delegation {
    /// Such as `delegation-4`.
    pub id: String,
    /// To which summit.
    pub summit: String,
    /// Of which organisation.
    pub organisation: String,
    /// Where its credentials stand.
    pub credentials: String,
    /// Why, as last said.
    pub reason: Option<String>,
    /// The focal point.
    pub focal_point: String,
    /// Members entered and not withdrawn.
    pub registered: u32,
    /// Members accredited.
    pub accredited: u32,
    /// Who is on it.
    pub members: Vec<Member>,
}

/// A member of a delegation, for the secretariat.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Member {
    /// Such as `person-9`.
    pub person: String,
    /// The name; none after erasure.
    pub name: Option<String>,
    /// In which place.
    pub rank: String,
    /// Whether accredited.
    pub accredited: bool,
    /// The seat, once accredited.
    pub seat: Option<String>,
}

/// All delegations with their members, for the secretariat's token; for a focal point's, its own.
pub async fn delegations(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let seat = match caller::reader(&site, &asked) {
        Ok(Some((signed_in, seat))) if matches!(seat.role, Role::Secretariat | Role::FocalPoint) => (signed_in.seat, seat.role),
        Ok(Some(_)) => return problem::role_may_not(asked.tongue),
        Ok(None) => return problem::not_signed_in(asked.tongue),
        Err(response) => return *response,
    };
    let state = site.house.state();
    let own = (seat.1 == Role::FocalPoint).then(|| crate::pages::delegation::of_seat(&state, seat.0));
    let all = state.accreditation.delegations().filter(|(id, _)| own.is_none_or(|own| own == Some(*id)));
    let list = page(&asked, state.position, all, |(id, d)| Delegation {
        id: id.to_string(),
        summit: d.summit.to_string(),
        organisation: d.organisation.to_string(),
        credentials: d.credentials.as_str().to_owned(),
        reason: d.reason.as_ref().map(ToString::to_string),
        focal_point: d.focal_point.to_string(),
        registered: d.registered(),
        accredited: d.accredited(),
        members: state
            .accreditation
            .members(id)
            .map(|(person, m)| Member {
                person: person.to_string(),
                name: site.house.people().name(person),
                rank: m.rank.as_str().to_owned(),
                accredited: m.is_accredited(),
                seat: m.seat().map(|s| s.to_string()),
            })
            .collect(),
    });
    drop(state);
    axum::Json(list).into_response()
}
