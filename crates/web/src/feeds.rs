//! Feeds for other programs: the programme as iCalendar, with the places' zones or in UTC; the record's figures as JSON.
use crate::{
    etag,
    pages::{bits, figures::Figure},
    site::{Asked, Site},
};
use axum::{
    Router,
    extract::State as Extract,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::programme::{Times, icalendar};
use std::{collections::BTreeMap, sync::Arc};

/// Seconds for which a calendar may be kept without asking again.
const KEEP: &str = "public, max-age=60";
/// Figures may be kept, and are asked for again each time.
const KEEP_FIGURES: &str = "public, no-cache";
/// Stands for the house's name on the network where none is set.
const NO_HOST: &str = "hemicycle.invalid";

/// The headline figures.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Figures {
    /// Of which summit.
    pub summit: String,
    /// The text whose endorsements are counted, once there is one.
    pub text: Option<String>,
    /// As of which position of the log.
    pub position: u64,
    /// When the event of that position was decided (RFC 3339).
    pub at: String,
    /// By their names, such as `organisations-present`.
    pub figures: BTreeMap<String, u64>,
}

/// The routes of the feeds.
pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/programme.ics", get(zoned)).route("/programme-utc.ics", get(utc)).route("/record.json", get(record))
}

/// The figures of the record page, by their names there, with the position they were counted at.
pub(crate) async fn record(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    let state = site.house.state();
    let Some(summit) = bits::newest_summit(&state) else {
        return (StatusCode::NOT_FOUND, request.tongue.t("front-empty-title").into_owned()).into_response();
    };
    let tag = etag::of(state.position, request.tongue, 0);
    let mut response = if etag::matches(&request.headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let text = bits::newest_endorsed(&state, summit);
        let shown = Figure::ALL.into_iter().filter(|f| text.is_some() || !f.is_of_text());
        let mut figures: BTreeMap<_, _> = shown.map(|f| (f.as_str().to_owned(), f.value(&state, summit, text))).collect();
        if let Some(text) = text {
            figures.insert("endorsing-before-correction".to_owned(), state.endorsements.now(text).before_correction.into());
        }
        let (summit, text) = (summit.to_string(), text.map(|text| text.to_string()));
        axum::Json(Figures { summit, text, position: state.position, at: bits::machine(state.at), figures }).into_response()
    };
    etag::mark(&mut response, &tag, KEEP_FIGURES);
    response
}

async fn zoned(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    calendar(&site, &request, Times::Zoned)
}

async fn utc(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    calendar(&site, &request, Times::Utc)
}

fn calendar(site: &Site, request: &Asked, times: Times) -> Response {
    let state = site.house.state();
    let asked = request.query.get("summit").map(|id| id.parse().ok());
    let newest = || bits::newest_summit(&state);
    let Some(summit) = asked.unwrap_or_else(newest).filter(|id| state.programme.summit(*id).is_some()) else {
        return (StatusCode::NOT_FOUND, request.tongue.t("schedule-empty-title").into_owned()).into_response();
    };
    let tag = etag::of(state.position, request.tongue, 0);
    let mut response = if etag::matches(&request.headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        // Stamped with the newest event's time: the same programme is the same file, byte by byte.
        let text = icalendar(&state, summit, request.tongue.tag(), times, state.at, &host(site));
        let disposition = HeaderValue::from_static("inline; filename=\"programme.ics\"");
        let content_type = HeaderValue::from_static("text/calendar; charset=utf-8; method=PUBLISH");
        ([(header::CONTENT_TYPE, content_type), (header::CONTENT_DISPOSITION, disposition)], text).into_response()
    };
    etag::mark(&mut response, &tag, KEEP);
    response
}

/// The host of the address by which people reach the site: part of every meeting's lasting identifier.
fn host(site: &Site) -> String {
    let origin = site.settings.public_origin.as_deref().unwrap_or_default();
    let authority = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    let host = authority.split(['/', ':']).next().unwrap_or_default();
    if host.is_empty() { NO_HOST.to_owned() } else { host.to_owned() }
}
