//! The letters as JSON, for the secretariat's own tools: who gets which letter, and what it says.
use crate::site::{Asked, Site};
use axum::{
    Json,
    extract::{Path, State as Extract},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::seat::Role;
use serde::Serialize;
use std::sync::Arc;

/// Most letters of one answer.
pub const LETTERS: usize = 1_000;

/// A letter as the secretariat's tools read it.
#[derive(Serialize)]
struct Letter {
    id: u64,
    kind: String,
    person: Option<u64>,
    to: String,
    body: String,
}

/// `GET /as/{seat}/letters.json?after=ID`: the letters with greater ids, oldest first, [`LETTERS`] at most.
pub async fn letters(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    let holder = seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers));
    let Some((_, who)) = holder else { return StatusCode::UNAUTHORIZED.into_response() };
    if who.role != Some(Role::Secretariat) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let after = request.query.get("after").and_then(|a| a.parse().ok()).unwrap_or(0);
    let side = Arc::clone(site.house.side());
    match tokio::task::spawn_blocking(move || side.letters(None, after, LETTERS)).await {
        Ok(Ok(list)) => {
            let letters = list
                .into_iter()
                .map(|l| Letter { id: l.id, kind: l.kind, person: l.recipient_person, to: l.to_address, body: l.body })
                .collect::<Vec<_>>();
            Json(letters).into_response()
        }
        // The store or its thread failed: the client asks again.
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
