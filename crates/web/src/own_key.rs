//! The organisation's own key: bodies handed out as files, and signatures that come back with a form. Nothing is kept between the two; the
//! page carries the bytes, and they prove themselves.
use crate::{
    act,
    denial::Why,
    pages,
    record::kept,
    signing,
    site::{Asked, Site, WithStatus},
    url,
    view::{Failed, View},
};
use app::{
    Entropy, Failure, SystemEntropy,
    record::{OwnEntry, bytes_of},
};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Multipart, Path, State as Extract},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    Actor, No,
    id::{OrganisationId, SeatId},
    refusal::Denied,
    seat::Role,
    words::Digest,
};
use maud::{Markup, html};
use std::{collections::BTreeMap, sync::Arc};

/// Largest form with a signature, in bytes: the fields of the longest act and an armoured signature.
const FORM_BYTES: usize = 256 * 1024;
/// Most fields of one.
const FIELDS: usize = 64;

/// The routes of signing with an organisation's own key.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/sign", get(page).post(prepare))
        .route("/as/{seat}/sign/body.json", get(body))
        .route("/as/{seat}/signed/{act}", post(signed))
        .route("/as/{seat}/keys/batch.json", get(batch))
        .layer(DefaultBodyLimit::max(FORM_BYTES))
}

/// What waits for a signature: the act, its fields, and the bytes.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The act that the signature comes back with.
    pub act: String,
    /// Its other fields, as a form sends them.
    pub fields: Vec<(String, String)>,
    /// The bytes, in base64url.
    pub body: String,
}

impl Ready {
    /// From the fields of a form that came back; none when it carries no bytes.
    #[must_use]
    pub fn again(act: &str, values: &BTreeMap<String, String>) -> Option<Self> {
        let mut ready = Self { act: act.to_owned(), fields: Vec::new(), body: String::new() };
        ready.body = values.get(&format!("{}.body", ready.part()))?.clone();
        let other =
            values.iter().filter(|(name, _)| !name.starts_with('_') && !name.starts_with(ready.part()) && *name != "signature");
        // Several values of one name came back as lines.
        let each = |(name, value): (&String, &String)| {
            let of_list = name.ends_with("[]");
            let parts: Vec<String> = if of_list { value.lines().map(str::to_owned).collect() } else { vec![value.clone()] };
            parts.into_iter().map(|part| (name.clone(), part)).collect::<Vec<_>>()
        };
        ready.fields = other.flat_map(each).collect();
        Some(ready)
    }
    /// The field under which bytes and signature come back.
    #[must_use]
    pub fn part(&self) -> &'static str {
        if self.act == ENTER { "entry" } else { "signed" }
    }
    /// The bytes as the one line of JSON they are.
    #[must_use]
    pub fn text(&self) -> String {
        bytes_of(&self.body).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
    /// Their SHA-256, as `sha256sum` prints it.
    #[must_use]
    pub fn digest(&self) -> String {
        Digest::of(self.text().as_bytes()).to_string()
    }
    /// What is signed, in words.
    #[must_use]
    pub fn what(&self, view: &View<'_>) -> Markup {
        if self.act == ENTER {
            let said: serde_json::Value = serde_json::from_str(&self.text()).unwrap_or_default();
            let words = match said["type"].as_str() {
                Some("rotate") => "sign-what-rotate",
                Some("delegate") => "sign-what-delegate",
                Some("revoke") => "sign-what-revoke",
                _ => return html! {},
            };
            let about = said["rep"].as_str().or(said["key"].as_str()).unwrap_or_default().to_owned();
            return html! { p.lead { (view.t(words)) " " bdi.mono dir="ltr" { (about) } } };
        }
        let command = act::fields(&self.fields).and_then(|fields| act::command(&self.act, fields));
        html! { @if let Ok(command) = command { (signing::what(view, &command)) } }
    }
    /// The page to go on to.
    #[must_use]
    pub fn next(&self, view: &View<'_>) -> String {
        let text = self.fields.iter().find(|(name, _)| name == "text").map(|(_, id)| format!("texts?of={id}"));
        let home = if view.who.role == Some(Role::FocalPoint) { "key" } else { "" };
        text.unwrap_or_else(|| home.to_owned())
    }
}

/// The act that brings entries in.
const ENTER: &str = "enter-entries";

async fn page(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    crate::site::of_seat(&site, &seat, "sign", &request)
}

async fn prepare(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked, body: Bytes) -> Response {
    let form = url::pairs(&String::from_utf8_lossy(&body));
    let name = form.iter().find(|(n, _)| n == "act").map(|(_, v)| v.clone()).unwrap_or_default();
    let (seat, who) = match site.admitted_as(&request, &seat, &name, pages::sign::ROLES).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    match ready(&site, seat, &name, &form) {
        Ok(ready) => {
            site.show_by("sign", pages::sign::ROLES, who, &request, None, |view| Some(pages::sign::ready_page(view, &ready)))
        }
        Err(no) => {
            let answer = crate::answer::Answer::failed(&Failure::No(no), request.tongue);
            let values: BTreeMap<String, String> = form.into_iter().collect();
            let page = if name == "rotate" { &pages::key::PAGE } else { &pages::sign::PAGE };
            let failed = Failed { act: name, field: answer.field.clone(), message: answer.message.clone(), values };
            site.show(page, who, &request, Some(&failed)).with_status(crate::site::status_of(&answer))
        }
    }
}

fn ready(site: &Site, seat: SeatId, name: &str, form: &[(String, String)]) -> Result<Ready, No> {
    let value = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let entry = match name {
        "rotate" => Some(OwnEntry::Rotate(value("key"))),
        "appoint" => Some(OwnEntry::Appoint(value("rep"))),
        "revoke" => Some(OwnEntry::Revoke(value("rep"))),
        _ => None,
    };
    let Some(entry) = entry else {
        let mut asked = form.to_vec();
        asked.push(("by".to_owned(), "key".to_owned()));
        let to_sign = crate::record::to_sign(site, Actor::Seat(seat), act::fields(&asked)?)?;
        let kept = |(name, value): &(String, String)| !name.starts_with('_') && name != "act" && !value.trim().is_empty();
        let fields = form.iter().filter(|pair| kept(pair)).cloned().collect();
        return Ok(Ready { act: name.to_owned(), fields, body: to_sign.body });
    };
    let (now, entropy) = (site.house.clock().now(), SystemEntropy::default().fresh());
    let state = site.house.state();
    let own = domain::procedure::handing_in(&state, &Actor::Seat(seat)).ok_or(Denied::RoleMayNot)?;
    let prepared = kept(site)?.prepare_entry(&state, own, &entry, now, entropy)?;
    Ok(Ready { act: ENTER.to_owned(), fields: Vec::new(), body: prepared.body_base64url() })
}

/// The bytes as a file, to be signed elsewhere.
async fn body(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    let known = seat.parse().ok().is_some_and(|seat| site.holder(seat, &request.headers).is_some());
    let bytes = request.query.get("b").and_then(|text| bytes_of(text));
    let bytes = bytes.filter(|bytes| known && kept(&site).is_ok_and(|view| view.is_body(bytes)));
    match bytes {
        Some(bytes) => attached(bytes, "attachment; filename=\"body.json\""),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What waits for the accreditors, as the file that goes from hand to hand; `?organisation=org-1&key=…` puts another key into it.
async fn batch(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    let holder = seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers));
    if holder.is_none_or(|(_, who)| who.role != Some(Role::Secretariat)) {
        return site.deny(&request, &seat, "enter-entries", Why::RoleMayNot).await;
    }
    let Ok(record) = kept(&site) else { return StatusCode::NOT_FOUND.into_response() };
    let (now, entropy) = (site.house.clock().now(), SystemEntropy::default().fresh());
    let asked = |name: &str| request.query.get(name).cloned().unwrap_or_default();
    let made = {
        let state = site.house.state();
        match asked("organisation").parse::<OrganisationId>() {
            Ok(organisation) => record.pending_with_key(&state, (organisation, &asked("key")), now, entropy),
            Err(_) => Ok(record.pending(&state, now, entropy)),
        }
    };
    match made {
        Ok(batch) => attached(serde_json::to_vec_pretty(&batch).unwrap_or_default(), "attachment; filename=\"batch.json\""),
        Err(no) => {
            let answer = crate::answer::Answer::failed(&Failure::No(no), request.tongue);
            (crate::site::status_of(&answer), answer.message).into_response()
        }
    }
}

/// A file to be saved, never shown.
fn attached(bytes: Vec<u8>, disposition: &'static str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
    response
}

/// A form with a signature, pasted or as a file: an ordinary press once both are one field.
async fn signed(
    Extract(site): Extract<Arc<Site>>,
    Path((seat, act)): Path<(String, String)>,
    request: Asked,
    form: Multipart,
) -> Response {
    let Some(form) = fields(form, &act).await else {
        return (StatusCode::PAYLOAD_TOO_LARGE, request.tongue.t("error-too-large").into_owned()).into_response();
    };
    crate::site::pressed(site, seat, act, request, form).await
}

async fn fields(mut form: Multipart, act: &str) -> Option<Vec<(String, String)>> {
    let armored = if act == ENTER { "entry.armored" } else { "signed.armored" };
    let mut pairs: Vec<(String, String)> = Vec::new();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        let value = String::from_utf8_lossy(&field.bytes().await.ok()?).into_owned();
        if pairs.len() >= FIELDS {
            return None;
        }
        match name.as_str() {
            // What was uploaded stands for what was pasted.
            "signature" if value.trim().is_empty() => {}
            "signature" => {
                pairs.retain(|(n, _)| n != armored);
                pairs.push((armored.to_owned(), value));
            }
            _ => pairs.push((name, value)),
        }
    }
    // Without any, what is wrong is the field that a person would fill.
    if !pairs.iter().any(|(name, value)| name == armored && !value.trim().is_empty()) {
        pairs.retain(|(name, _)| name != armored);
        pairs.push((armored.to_owned(), "-".to_owned()));
    }
    Some(pairs)
}
