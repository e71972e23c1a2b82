//! What the secretariat's, the desks' and the seats' own pages show and do beside acts: seats, trail, badges scanned twice, arrivals, the seat
//! itself; letters marked, evidence kept.
use super::{PAGE, PAGE_MOST, acts, caller, facts, page::page, problem, problem::Problem};
use crate::{
    answer::Answer,
    denial::Why,
    outbox::blocking,
    site::{Asked, Site},
    throttle::Presser,
};
use app::side::{EVIDENCE_BYTES, StoreError};
use axum::{
    Json,
    body::Bytes,
    extract::{Path, State as Extract, rejection::BytesRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Moment, State,
    id::{SeatId, VenueId},
    presence::Place,
    seat::{Role, Seat as Held},
    words::Digest,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Most letters of one call.
const LETTERS: usize = 10_000;

/// A seat, for the secretariat.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Seat {
    /// Such as `seat-3`.
    pub id: String,
    /// `secretariat`, `chair`, `focal-point`, `delegate`, `venue-operator`, `director`, `interpreter` or `observer`.
    pub role: String,
    /// Who holds it.
    pub person: String,
    /// The holder's name; none after erasure.
    pub name: Option<String>,
    /// For which organisation.
    pub organisation: Option<String>,
    /// At which venue.
    pub venue: Option<String>,
    /// Of which summit; none is all of them.
    pub summit: Option<String>,
    /// Sessions that are signed in, programs' tokens among them.
    pub sessions: Vec<Session>,
    /// Whether its link waits to be used.
    pub link_open: bool,
    /// Whether it was ended.
    pub ended: bool,
}

/// A session of a seat.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Session {
    /// Such as `session-12`, as the act `end-session` names it.
    pub id: String,
    /// A program's token by its label; none is a browser.
    pub token: Option<String>,
    /// When it stops working (RFC 3339).
    pub until: String,
}

fn seat_of(site: &Site, state: &State, id: SeatId, seat: &Held, now: Moment) -> Seat {
    let sessions = state.seats.sessions_of(id).filter(|(_, s)| now < s.until).map(|(id, s)| Session {
        id: id.to_string(),
        token: s.token.as_ref().map(ToString::to_string),
        until: facts::time(s.until),
    });
    Seat {
        id: id.to_string(),
        role: seat.role.as_str().to_owned(),
        person: seat.person.to_string(),
        name: site.house.people().name(seat.person),
        organisation: seat.organisation.map(|o| o.to_string()),
        venue: seat.venue.map(|v| v.to_string()),
        summit: seat.summit.map(|s| s.to_string()),
        sessions: sessions.collect(),
        link_open: state.seats.has_open_invitation(id),
        ended: seat.ended,
    }
}

/// All seats, for the secretariat's token alone.
pub async fn seats(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if let Err(response) = caller::secretariat_token(&site, &asked) {
        return *response;
    }
    let (state, now) = (site.house.state(), site.house.clock().now());
    let list = page(&asked, state.position, state.seats.iter(), |(id, seat)| seat_of(&site, &state, id, seat, now));
    drop(state);
    Json(list).into_response()
}

/// The seat of the token itself, and what its own pages show of it alone.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Own {
    /// The seat.
    #[serde(flatten)]
    pub seat: Seat,
    /// Where its holder is checked in: a venue, or `remote`.
    pub present: Option<String>,
    /// The devices with which its holder signs, by their names in the record.
    pub devices: Vec<Device>,
    /// How its organisation has voted so far; of open polls too, which nobody else may see.
    pub votes: Vec<OwnVote>,
}

/// A device that signs.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Device {
    /// Its name in the record, as the act `end-device` takes it.
    pub rep: String,
    /// Until when it may sign (RFC 3339).
    pub until: String,
    /// Whether it was ended.
    pub ended: bool,
}

/// A vote of one's own.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct OwnVote {
    /// In which poll.
    pub poll: String,
    /// For what.
    pub choice: &'static str,
}

/// The seat that the token acts for.
pub async fn own(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let (signed_in, seat) = match caller::reader(&site, &asked) {
        Ok(Some(found)) => found,
        Ok(None) => return problem::not_signed_in(asked.tongue),
        Err(response) => return *response,
    };
    let (state, now) = (site.house.state(), site.house.clock().now());
    let present = state.presence.place(seat.person).map(|place| match place {
        Place::Venue(venue) => venue.to_string(),
        Place::Remote => "remote".to_owned(),
    });
    let devices = state.registry.devices().filter(|(_, d)| d.person == seat.person).map(|(rep, d)| Device {
        rep: rep.to_owned(),
        until: facts::time(d.until),
        ended: d.ended,
    });
    let votes = seat.organisation.filter(|_| seat.role == Role::Delegate).into_iter().flat_map(|own| {
        state
            .polls
            .iter()
            .filter_map(move |(id, poll)| Some(OwnVote { poll: id.to_string(), choice: poll.own(own)?.choice.as_str() }))
    });
    let own = Own {
        seat: seat_of(&site, &state, signed_in.seat, &seat, now),
        present,
        devices: devices.collect(),
        votes: votes.collect(),
    };
    drop(state);
    Json(own).into_response()
}

/// A badge that was scanned at two venues.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Flag {
    /// Whose badge, as the act `clear-flag` takes it.
    pub person: String,
    /// The name; none after erasure.
    pub name: Option<String>,
    /// Where it was scanned first.
    pub first: String,
    /// Where it was scanned then.
    pub second: String,
}

/// Badges scanned at two venues, for the secretariat's token alone.
pub async fn flags(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if let Err(response) = caller::secretariat_token(&site, &asked) {
        return *response;
    }
    let state = site.house.state();
    let list = page(&asked, state.position, state.presence.flags(), |(person, flag)| Flag {
        person: person.to_string(),
        name: site.house.people().name(person),
        first: flag.first.to_string(),
        second: flag.second.to_string(),
    });
    drop(state);
    Json(list).into_response()
}

/// Somebody who checked in at a venue.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Arrival {
    /// Who.
    pub person: String,
    /// The name; none after erasure.
    pub name: Option<String>,
    /// When (RFC 3339).
    pub at: String,
}

/// Who checked in at a venue, the newest first: for the desk of that venue and the secretariat.
pub async fn arrivals(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let seat = match caller::reader(&site, &asked) {
        Ok(Some((_, seat))) => seat,
        Ok(None) => return problem::not_signed_in(asked.tongue),
        Err(response) => return *response,
    };
    let Ok(venue) = id.parse::<VenueId>() else { return problem::missing(asked.tongue) };
    if seat.role != Role::Secretariat && (seat.role != Role::VenueOperator || seat.venue != Some(venue)) {
        return problem::role_may_not(asked.tongue);
    }
    let state = site.house.state();
    let list = page(&asked, state.position, state.presence.arrivals(venue), |(person, at)| Arrival {
        person: person.to_string(),
        name: site.house.people().name(person),
        at: facts::time(at),
    });
    drop(state);
    Json(list).into_response()
}

/// An entry of the trail of denied acts.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Denied {
    /// Its number.
    pub id: u64,
    /// When (RFC 3339).
    pub at: String,
    /// By which seat; none when nobody was signed in.
    pub seat: Option<String>,
    /// Which act.
    pub act: String,
    /// Why, as a stable word.
    pub reason: String,
    /// From which address.
    pub address: Option<String>,
}

/// A page of the trail.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Trail {
    /// The entries, oldest first.
    pub items: Vec<Denied>,
    /// What to ask `after` next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// The trail of denied acts after a number, for the secretariat's token alone.
pub async fn trail(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if let Err(response) = caller::secretariat_token(&site, &asked) {
        return *response;
    }
    let number = |name: &str| asked.query.get(name).and_then(|n| n.parse::<u64>().ok());
    let after = number("after").unwrap_or(0);
    let limit = number("limit").and_then(|n| usize::try_from(n).ok()).unwrap_or(PAGE).clamp(1, PAGE_MOST);
    let Ok(found) = blocking(&site, move |side| side.audit(after, limit)).await else {
        return problem::unavailable(asked.tongue);
    };
    let next = (found.len() == limit).then(|| found.last().map(|e| e.id)).flatten();
    let items = found.into_iter().map(|record| Denied {
        id: record.id,
        at: facts::time(Moment(record.entry.at_ms)),
        seat: record.entry.seat.and_then(|id| u32::try_from(id).ok()).map(|id| SeatId(id).to_string()),
        act: record.entry.act,
        reason: record.entry.reason,
        address: record.entry.address,
    });
    Json(Trail { items: items.collect(), next }).into_response()
}

/// Lets the secretariat's program write what is no act: by its token, under a key, and not too often.
async fn writer(site: &Site, asked: &Asked, act: &str) -> Result<(), Response> {
    let Some(signed_in) = caller::of_bearer(site, asked) else {
        site.note_denied(asked, None, act, Why::NotSignedIn).await;
        return Err(problem::not_signed_in(asked.tongue));
    };
    if !site.presses.take(Presser::Session(signed_in.session)) {
        return Err(problem::too_many(asked.tongue));
    }
    if site.house.state().seats.get(signed_in.seat).map(|s| s.role) != Some(Role::Secretariat) {
        site.note_denied(asked, Some(signed_in.seat), act, Why::RoleMayNot).await;
        return Err(problem::role_may_not(asked.tongue));
    }
    acts::key(asked).map(|_| ()).ok_or_else(|| problem::invalid(asked.tongue, "Idempotency-Key", "api-no-key"))
}

/// Letters by their numbers.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct Numbers {
    /// Their numbers, as `/api/v1/letters` tells them.
    pub letters: Vec<u64>,
}

/// `POST /api/v1/letters/{act}`: marks letters as printed, or puts them back to be sent. Done again it changes nothing more, whatever the key.
pub async fn mark_letters(Extract(site): Extract<Arc<Site>>, Path(act): Path<String>, asked: Asked, body: Bytes) -> Response {
    let (print, retry) = (act == "mark-printed", act == "retry");
    if !print && !retry {
        return problem::missing(asked.tongue);
    }
    let done = if print { "mark-letters-printed" } else { "retry-letters" };
    if let Err(response) = writer(&site, &asked, done).await {
        return response;
    }
    let Ok(Numbers { letters }) = serde_json::from_slice::<Numbers>(&body) else {
        return problem::invalid(asked.tongue, "letters", "api-not-json");
    };
    if letters.is_empty() || letters.len() > LETTERS {
        return problem::invalid(asked.tongue, "letters", "invalid-unknown");
    }
    let now = site.house.clock().now();
    let kept = blocking(&site, move |side| {
        for id in letters {
            match if print { side.mark_letter_printed(id, now.0) } else { side.retry_letter(id, now.0) } {
                Ok(()) | Err(StoreError::LetterClosed { .. } | StoreError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    });
    match kept.await {
        Ok(()) => Json(Answer::said("done", asked.tongue.t("done").into_owned())).into_response(),
        Err(_) => problem::unavailable(asked.tongue),
    }
}

/// Evidence that was kept.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Evidence {
    /// SHA-256 of its bytes: what an act on paper names as `on_paper.evidence`.
    pub evidence: String,
}

/// `POST /api/v1/evidence`: keeps the bytes of a signed letter. The same bytes are kept once, whatever the key.
pub async fn keep_evidence(Extract(site): Extract<Arc<Site>>, asked: Asked, body: Result<Bytes, BytesRejection>) -> Response {
    if let Err(response) = writer(&site, &asked, "keep-evidence").await {
        return response;
    }
    let limit = EVIDENCE_BYTES;
    let Some(bytes) = body.ok().filter(|bytes| bytes.len() <= limit) else {
        let detail = asked.tongue.with("api-too-large", &[("limit", (limit / 1024 / 1024).into())]);
        return Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail).into_response();
    };
    if bytes.is_empty() {
        return problem::invalid(asked.tongue, "body", "invalid-empty");
    }
    match blocking(&site, move |side| side.put_blob(&bytes)).await {
        Ok(hash) => Json(Evidence { evidence: Digest(hash).to_string() }).into_response(),
        Err(_) => problem::unavailable(asked.tongue),
    }
}
