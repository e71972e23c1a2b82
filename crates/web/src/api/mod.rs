//! `/api/v1`: everything the pages do, as JSON for programs; the integrators' feed; health and metrics.
//!
//! A program signs in with a bearer token (the act `issue-token`); what it may do is what its seat's role may do. Reading needs
//! no token where the pages need none, and then tells public facts alone.
mod acts;
mod business;
mod caller;
mod corrections;
mod facts;
mod feed;
mod health;
mod letters;
mod office;
mod openapi;
mod page;
mod polls;
mod problem;
mod record;
mod summit;

pub(crate) use caller::reader;
pub use facts::{Fact, public, restricted};
pub use problem::Problem;
pub(crate) use problem::{missing, not_signed_in};

use crate::site::{Asked, Site};
use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    response::Response,
    routing::{any, get, post},
};
use std::sync::Arc;

/// Largest body of an act, in bytes: a list of some ten thousand organisations.
pub const ACT_BYTES: usize = 8 * 1024 * 1024;
/// Entries of one answer unless asked otherwise.
const PAGE: usize = 100;
/// Most entries of one answer.
const PAGE_MOST: usize = 1_000;

/// The routes of the API, of `/health` and of `/metrics`.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/api/v1/acts/{act}", post(acts::act))
        .route("/api/v1/events", get(feed::events))
        .route("/api/v1/evidence", post(office::keep_evidence).layer(DefaultBodyLimit::max(app::side::EVIDENCE_BYTES)))
        .route("/api/v1/figures", get(crate::feeds::record))
        .route("/api/v1/letters", get(letters::letters))
        .route("/api/v1/letters/{act}", post(office::mark_letters))
        .route("/api/v1/seat", get(office::own))
        .route("/api/v1/seats", get(office::seats))
        .route("/api/v1/trail", get(office::trail))
        .route("/api/v1/presence/flags", get(office::flags))
        .route("/api/v1/venues/{id}/arrivals", get(office::arrivals))
        .route("/api/v1/openapi.json", get(openapi::document))
        .route("/api/v1/organisations", get(summit::organisations))
        .route("/api/v1/organisations/{id}", get(summit::one_organisation))
        .route("/api/v1/programme", get(summit::programme))
        .route("/api/v1/venues", get(summit::venues))
        .route("/api/v1/presence", get(summit::presence))
        .route("/api/v1/headcount", get(summit::figures))
        .route("/api/v1/delegations", get(summit::delegations))
        .route("/api/v1/meetings/{id}", get(business::meeting))
        .route("/api/v1/meetings/{id}/speakers", get(business::speakers))
        .route("/api/v1/people/{id}/photo", get(crate::photos::of_token))
        .route("/api/v1/texts", get(business::texts))
        .route("/api/v1/texts/{id}", get(business::text))
        .route("/api/v1/texts/{id}/endorsements", get(business::endorsements))
        .route("/api/v1/polls", get(polls::polls))
        .route("/api/v1/polls/{id}", get(polls::poll))
        .route("/api/v1/polls/{id}/votes", get(polls::votes))
        .route("/api/v1/record", get(record::standing))
        .route("/api/v1/record/prepare", post(record::prepare))
        .route("/api/v1/record/pending", get(record::pending))
        .route("/api/{*path}", any(no_such_resource))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .layer(DefaultBodyLimit::max(ACT_BYTES))
        .layer(Extension(Arc::new(feed::Streams::default())))
}

async fn no_such_resource(asked: Asked) -> Response {
    problem::missing(asked.tongue)
}
