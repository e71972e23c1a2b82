//! `POST /api/v1/acts/{name}`: every act by its written name; the body is the command's fields.
use super::{ACT_BYTES, caller, problem, problem::Problem};
use crate::{
    act,
    answer::Answer,
    denial::Why,
    record, scan,
    site::{Asked, Site, read_id},
    throttle::Presser,
};
use app::{Act, Failure, record::Checked};
use axum::{
    body::Bytes,
    extract::{Path, State as Extract, rejection::BytesRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Actor, Command, No, command::CommandId, seat::SeatCommand};
use serde_json::Value;
use std::sync::Arc;

/// The only act for which nobody needs to be signed in: it makes a session of an invitation's link.
const OPEN: &str = "redeem-invitation";
/// Bodies above this are read away from the threads that answer everybody else, in bytes.
const LARGE: usize = 64 * 1024;

/// Carries an act out under the key in `Idempotency-Key`; sent again with the same key it is not done twice.
pub async fn act(
    Extract(site): Extract<Arc<Site>>,
    Path(name): Path<String>,
    asked: Asked,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let tongue = asked.tongue;
    let address = site.client(&asked);
    let signed_in = caller::of_bearer(&site, &asked);
    let actor = match signed_in {
        Some(signed_in) if !site.presses.take(Presser::Session(signed_in.session)) => return problem::too_many(tongue),
        Some(signed_in) => Actor::Seat(signed_in.seat),
        None if name != OPEN => {
            site.note_denied(&asked, None, &name, Why::NotSignedIn).await;
            return problem::not_signed_in(tongue);
        }
        None => Actor::Nobody,
    };
    let Some(id) = key(&asked) else { return problem::invalid(tongue, "Idempotency-Key", "api-no-key") };
    let body = match body {
        Ok(body) => body,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let detail = tongue.with("api-too-large", &[("limit", (ACT_BYTES / 1024 / 1024).into())]);
            return Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail).into_response();
        }
        Err(_) => return problem::invalid(tongue, "body", "api-not-json"),
    };
    let (command, signed) = match command(&site, name.clone(), body).await {
        Ok(read) => read,
        Err(Unread::NotJson) => return problem::invalid(tongue, "body", "api-not-json"),
        Err(Unread::No(no)) => return Problem::from(Answer::failed(&Failure::No(no), tongue)).into_response(),
    };
    if let (Actor::Nobody, Command::Seat(SeatCommand::RedeemInvitation { token })) = (actor, &command)
        && !site.may_try(address, token)
    {
        return problem::too_many(tongue);
    }
    let place = (actor == Actor::Nobody).then(|| site.doorway.enter());
    if matches!(place, Some(None)) {
        return problem::crowded(tongue);
    }
    let scanned = scan::Asked::of(actor, &command);
    let outcome = site.house.submit_signed(Act { actor, id, command, address: Some(address) }, signed).await;
    if let (Err(failure), None) = (&outcome, signed_in) {
        site.failed_sign_in(&asked, failure).await;
    }
    let answer = site.answer(&name, &outcome, scanned, tongue);
    if outcome.is_ok() { axum::Json(answer).into_response() } else { Problem::from(answer).into_response() }
}

/// The idempotency key: a UUID, bare or quoted.
pub(super) fn key(asked: &Asked) -> Option<CommandId> {
    let text = asked.headers.get("idempotency-key")?.to_str().ok()?;
    read_id(text.trim().trim_matches('"'))
}

enum Unread {
    NotJson,
    No(No),
}

async fn command(site: &Arc<Site>, name: String, body: Bytes) -> Result<(Command, Option<Checked>), Unread> {
    let large = body.len() > LARGE;
    let read = move || {
        if body.trim_ascii().is_empty() {
            Ok(Value::Object(serde_json::Map::new()))
        } else {
            serde_json::from_slice(&body).map_err(|_| Unread::NotJson)
        }
    };
    // Only a panic could fail the task, and reading has none; were it otherwise, the body is what could not be read.
    let fields = if large { tokio::task::spawn_blocking(read).await.unwrap_or(Err(Unread::NotJson)) } else { read() }?;
    let (fields, signed) = record::take_signed(&site.house, fields).await;
    let fields = fields.map_err(Unread::No)?;
    let make = move || act::command(&name, fields).map_err(Unread::No);
    let command = if large { tokio::task::spawn_blocking(make).await.unwrap_or(Err(Unread::NotJson)) } else { make() }?;
    Ok((command, signed))
}
