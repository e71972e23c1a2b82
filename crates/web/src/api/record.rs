//! `/api/v1/record`: how the record stands, bodies to sign, and what waits for the accreditors.
use super::{caller, problem, problem::Problem};
use crate::{
    answer::Answer,
    i18n::Tongue,
    record::{kept, to_sign},
    site::{Asked, Site},
    throttle::Presser,
};
use app::{Entropy, Failure, SystemEntropy};
use axum::{
    Json,
    body::Bytes,
    extract::State as Extract,
    response::{IntoResponse, Response},
};
use domain::{Actor, No};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// How the record stands.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Standing {
    /// The log's origin.
    pub origin: String,
    /// Durable entries; the checkpoint that covers them follows within two seconds.
    pub size: u64,
    /// The accreditors' public keys, in base64url.
    pub accreditors: Vec<String>,
    /// How many of them must sign.
    pub threshold: u64,
    /// Whether this server holds enough of their private keys to act in their name.
    pub accreditors_held: bool,
    /// The domain where devices sign.
    pub site: String,
}

/// How the record stands.
pub async fn standing(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let view = match kept(&site) {
        Ok(view) => view,
        Err(_) => return problem::missing(asked.tongue),
    };
    let accreditors_held = view.holds_accreditors();
    let replay = view.replay();
    Json(Standing {
        origin: replay.origin().to_owned(),
        size: replay.size(),
        accreditors: replay.accreditors().iter().map(ToString::to_string).collect(),
        threshold: replay.threshold(),
        accreditors_held,
        site: replay.rp().map(|rp| rp.id.clone()).unwrap_or_default(),
    })
    .into_response()
}

/// The exact bytes to sign for an act: its fields, with `act` and `by` (`key` or `device`). Nothing is stored.
pub async fn prepare(Extract(site): Extract<Arc<Site>>, asked: Asked, body: Bytes) -> Response {
    let Some(signed_in) = caller::of_bearer(&site, &asked) else { return problem::not_signed_in(asked.tongue) };
    if !site.presses.take(Presser::Session(signed_in.session)) {
        return problem::too_many(asked.tongue);
    }
    let Ok(fields) = serde_json::from_slice::<Value>(&body) else {
        return problem::invalid(asked.tongue, "body", "api-not-json");
    };
    match to_sign(&site, Actor::Seat(signed_in.seat), fields) {
        Ok(to_sign) => Json(to_sign).into_response(),
        Err(no) => refused(no, asked.tongue),
    }
}

/// What waits for the accreditors' signatures: a batch that goes from hand to hand. Signed by enough of them, it comes back through
/// the act `enter-entries` as its field `batch`.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Pending {
    /// Always 1.
    pub v: u32,
    /// The log's origin.
    pub log: String,
    /// Bodies with their signatures, none yet.
    #[schema(value_type = Vec<Object>)]
    pub entries: Vec<Value>,
    /// Names of organisations that the bodies bind by digest.
    #[schema(value_type = Object)]
    pub names: Value,
}

/// What waits for the accreditors; the secretariat's alone.
pub async fn pending(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if let Err(response) = caller::secretariat(&site, &asked) {
        return *response;
    }
    let Ok(view) = kept(&site) else { return problem::missing(asked.tongue) };
    let (now, entropy) = (site.house.clock().now(), SystemEntropy::default().fresh());
    let batch = view.pending(&site.house.state(), now, entropy);
    Json(batch).into_response()
}

fn refused(no: No, tongue: Tongue) -> Response {
    Problem::from(Answer::failed(&Failure::No(no), tongue)).into_response()
}
