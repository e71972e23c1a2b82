//! The public record over HTTP: its files below `/record/`, bodies to sign, and signatures that come back with an act.
use crate::{
    act,
    answer::Answer,
    session, signing,
    site::{Asked, Site},
    throttle::Presser,
    url,
};
use app::{
    Entropy, Failure, House, SystemEntropy,
    record::{Checked, Digest, Evidence, Keep, Kind, PublishedFile, Receipts, RecordView, published_file, read_signed},
};
use axum::{
    Extension, Json, Router,
    body::Bytes,
    extract::{Path, Query, State as Extract},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{Actor, Command, No, Refusal, id::SeatId};
use serde::Serialize;
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

/// How long a file that never changes may be kept.
const LASTING: &str = "public, max-age=31536000, immutable";
/// A part of a tile never changes either, but is of no use to anybody once the record has grown: caches need not be filled with it.
const PASSING: &str = "public, max-age=3600";
/// One that changes. What is missing is never kept (`no-store`): a tile that is asked for too early is there a moment later.
const CHANGING: &str = "public, max-age=1, must-revalidate";

const fn kept_for(keep: Keep) -> &'static str {
    match keep {
        Keep::Forever => LASTING,
        Keep::WhileNewest => PASSING,
        Keep::Briefly => CHANGING,
    }
}

/// The routes of the record and of what a page asks for before it signs.
pub fn routes() -> Router<Arc<Site>> {
    let bundles = get(bundle).layer(Extension(Arc::new(Evidence::default())));
    Router::new()
        .route("/record/bundle", bundles)
        .route("/record/receipt/{entry}", get(receipt).layer(Extension(Arc::new(Receipts::default()))))
        .route("/record/{*name}", get(file))
        .route("/as/{seat}/record/prepare", post(prepare_for_page))
}

/// `/record/bundle?text=A/1/L.1`, `?poll=ID` or `?summit=ID`: the evidence of a figure, as of the newest checkpoint.
async fn bundle(
    Extract(site): Extract<Arc<Site>>,
    Extension(evidence): Extension<Arc<Evidence>>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    let kinds = [("text", Kind::Text), ("poll", Kind::Poll), ("summit", Kind::Summit)];
    let found = kinds.into_iter().find_map(|(word, kind)| Some((kind, asked.get(word)?.clone())));
    let (Some(dir), Some((kind, name))) = (site.settings.record.clone(), found) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let made = tokio::task::spawn_blocking(move || evidence.bundle(&dir, kind, &name)).await.ok().flatten();
    let Some(made) = made else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = Bytes::from_owner(Shared(made)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"evidence.zip\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(CHANGING));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// `/record/receipt/DIGEST`: the receipt of the entry with this SHA-256, once a served checkpoint covers it.
async fn receipt(
    Extract(site): Extract<Arc<Site>>,
    Extension(receipts): Extension<Arc<Receipts>>,
    Path(entry): Path<String>,
) -> Response {
    let (Some(dir), Some(entry)) = (site.settings.record.clone(), Digest::parse(&entry)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let made = tokio::task::spawn_blocking(move || receipts.of(&dir, &entry)).await.ok().flatten();
    let Some(made) = made else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = made.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"receipt.tlog-proof\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(CHANGING));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// A bundle that several answers send at once.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

async fn file(Extract(site): Extract<Arc<Site>>, Path(name): Path<String>) -> Response {
    let Some(dir) = site.settings.record.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let read = tokio::task::spawn_blocking(move || published_file(&dir, &name)).await.ok().flatten();
    let Some(PublishedFile { bytes, kind, keep }) = read else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept_for(keep)));
    // Whoever checks the record may do so from a page of their own.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// What is to be signed, as JSON: exact bytes and their digest in base64url.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ToSign {
    /// The body's exact bytes, in base64url: canonical JSON. These are signed, and handed back as `signed.body`.
    pub body: String,
    /// SHA-256 of the bytes, in hex.
    pub digest: String,
    /// The same in base64url: the challenge for a device.
    pub challenge: String,
    /// The nonce in the body.
    pub nonce: String,
    /// Under which name the device signs; none when the organisation's own key is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rep: Option<String>,
    /// The device's name of the credential, in base64url.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// The domain where devices sign.
    pub site: String,
}

/// What a page shows and hands to the device.
#[derive(Serialize)]
struct ForPage {
    #[serde(flatten)]
    to_sign: ToSign,
    /// The dialog's content in the person's language, as HTML.
    shown: String,
}

/// Makes the bytes to sign for an act. `fields` are those of the act, with `act` (its name) and `by` (`key` or `device`).
///
/// # Errors
/// What would be said to the act itself, were it signed.
pub fn to_sign(site: &Site, actor: Actor, fields: Value) -> Result<ToSign, No> {
    prepared(site, actor, fields).map(|(to_sign, _)| to_sign)
}

fn prepared(site: &Site, actor: Actor, mut fields: Value) -> Result<(ToSign, Command), No> {
    let mut take = |name: &str| {
        let taken = fields.as_object_mut().and_then(|map| map.remove(name));
        taken.and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let (name, by) = (take("act"), take("by"));
    let view = kept(site)?;
    let command = act::command(&name, fields)?;
    let (now, entropy) = (site.house.clock().now(), SystemEntropy::default().fresh());
    let prepared = view.prepare(&site.house.state(), &actor, &command, by == "key", now, entropy)?;
    let (rep, credential) = prepared.device.clone().unzip();
    let to_sign = ToSign {
        body: prepared.body_base64url(),
        digest: prepared.digest.to_string(),
        challenge: prepared.challenge(),
        nonce: prepared.nonce.to_string(),
        rep,
        credential,
        site: view.replay().rp().map(|rp| rp.id.clone()).unwrap_or_default(),
    };
    Ok((to_sign, command))
}

/// The record, where one is kept.
///
/// # Errors
/// `no-record-kept`.
pub(crate) fn kept(site: &Site) -> Result<&RecordView, Refusal> {
    site.house.record().ok_or(Refusal::new("no-record-kept"))
}

/// A page's form about to be signed: its fields, with `act` and `by`, as the form would send them.
async fn prepare_for_page(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, asked: Asked, body: Bytes) -> Response {
    if !session::same_origin(&asked.headers, site.settings.public_origin.as_deref()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let holder = seat.parse::<SeatId>().ok().and_then(|seat| Some((seat, site.holder(seat, &asked.headers)?)));
    let Some((seat, (signed_in, who))) = holder else {
        return crate::site::json(&Answer::failed(&Failure::No(domain::refusal::Denied::NotSignedIn.into()), asked.tongue));
    };
    if !site.presses.take(Presser::Session(signed_in.session)) {
        return crate::site::too_many(&asked);
    }
    let form = url::pairs(&String::from_utf8_lossy(&body));
    let made = act::fields(&form).and_then(|fields| prepared(&site, Actor::Seat(seat), fields));
    match made {
        Ok((to_sign, command)) => {
            let shown = site.view(who, &asked, None, |view| signing::dialog(view, &command).into_string());
            Json(ForPage { to_sign, shown }).into_response()
        }
        Err(no) => crate::site::json(&Answer::failed(&Failure::No(no), asked.tongue)),
    }
}

/// What was signed, its signatures checked; slow.
///
/// # Errors
/// [`No`]: what cannot be read, or that no record is kept.
pub fn checked(house: &House, signed: &Value) -> Result<Checked, No> {
    let (body, signatures) = read_signed(signed)?;
    house.record().ok_or(Refusal::new("no-record-kept"))?.signed(&body, &signatures)
}

/// Takes what was signed out of an act's fields, and checks the signatures where that may take its time: before the writer's
/// queue, on as many cores as there are.
pub async fn take_signed(house: &Arc<House>, mut fields: Value) -> (Result<Value, No>, Option<Checked>) {
    let Some(signed) = fields.as_object_mut().and_then(|map| map.remove("signed")) else { return (Ok(fields), None) };
    let house = Arc::clone(house);
    let check = move || checked(&house, &signed);
    match tokio::task::spawn_blocking(check).await {
        Ok(Ok(checked)) => (Ok(fields), Some(checked)),
        Ok(Err(no)) => (Err(no), None),
        // Checking has no panic; were it otherwise, the signature is what could not be read.
        Err(_) => (Err(No::unknown("signed")), None),
    }
}
