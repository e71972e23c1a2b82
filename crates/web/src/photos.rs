//! Photos of members: uploaded by their focal point or the secretariat, shown to those alone who must recognise them.
use crate::{
    answer::Answer,
    outbox::{blocking, holder, unavailable},
    picture,
    site::{Asked, Site, WithStatus, forbidden, fresh_id, is_own_page, read_id, status_of},
    view::{Failed, View, Who},
};
use app::{Act, Failure};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Multipart, Path, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    Actor, Command, FieldProblem, Invalid, No, State,
    accreditation::AccreditationCommand,
    id::{PersonId, SeatId},
    seat::Role,
};
use maud::{Markup, html};
use std::{collections::BTreeMap, sync::Arc};

/// Largest upload, in bytes: the largest picture, and room for the fields around it.
const UPLOAD_BYTES: usize = picture::FILE_BYTES + 64 * 1024;
/// The act's name.
pub const ACT: &str = "set-photo";

/// Routes of photos.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/photo/{person}", get(show))
        .route("/as/{seat}/upload/photo", post(upload))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES))
}

/// Whether this viewer may see a person's photo: the secretariat everybody's, a focal point its delegation's, a desk those of whoever was
/// scanned at its venue, a delegate the own.
#[must_use]
pub fn may_see(state: &State, who: &Who, person: PersonId) -> bool {
    let member = || state.accreditation.member(person);
    let seat = who.seat.and_then(|seat| state.seats.get(seat));
    match who.role {
        Some(Role::Secretariat) => {
            let of = member().and_then(|m| state.accreditation.delegation(m.delegation)).map(|d| d.summit);
            seat.is_some_and(|seat| seat.summit.is_none() || seat.summit == of)
        }
        Some(Role::FocalPoint) => {
            let own = who.seat.and_then(|seat| crate::pages::delegation::of_seat(state, seat));
            own.is_some() && member().map(|m| m.delegation) == own
        }
        Some(Role::VenueOperator) => {
            who.venue.is_some_and(|venue| state.presence.attendance(person).is_some_and(|a| a.first_scan_at(venue).is_some()))
        }
        Some(Role::Delegate) => seat.is_some_and(|seat| seat.person == person),
        _ => false,
    }
}

/// A person's photo on a page of somebody who may see it; nothing when there is none.
#[must_use]
pub fn image(view: &View<'_>, person: PersonId, class: &str) -> Markup {
    let version = view.state.accreditation.photo_of(person).filter(|_| may_see(view.state, &view.who, person));
    let name = crate::pages::members::name(view, person);
    html! {
        @if let Some(version) = version {
            img.photo.(class) src=(format!("{}photo/{person}?v={version}", view.base())) width="96" height="120" loading="lazy"
                alt=(view.tongue.with("photo-of", &[("name", (&name).into())]));
        }
    }
}

/// The form that uploads a photo, and the one that removes it; `page` is where they stand.
#[must_use]
pub fn forms(view: &View<'_>, person: PersonId, page: &str) -> Markup {
    let problem = view.problem(ACT, "photo");
    let (act, kept) = (format!("{}upload/photo", view.base()), view.state.accreditation.photo_of(person).is_some());
    html! {
        (image(view, person, ""))
        @if !kept { p.muted { (view.t("photo-none")) } }
        form.form method="post" enctype="multipart/form-data" action=(act) data-native {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            input type="hidden" name="_page" value=(page);
            input type="hidden" name="person" value=(person);
            div.field.invalid[problem.is_some()] {
                label for="f-photo" { (view.t("photo-file")) }
                span.hint id="f-photo-hint" { (view.tongue.with("photo-hint", &[("limit", (picture::FILE_BYTES / (1024 * 1024)).into())])) }
                @if let Some(problem) = problem { span.field-error id="f-photo-error" { (problem) } }
                input.input type="file" id="f-photo" name="photo" required accept="image/jpeg,image/png"
                    aria-describedby=(if problem.is_some() { "f-photo-hint f-photo-error" } else { "f-photo-hint" }) aria-invalid=[problem.map(|_| "true")];
            }
            div.button-row { button.button.secondary { (view.t(if kept { "photo-replace" } else { "photo-set" })) } }
        }
        @if kept {
            (crate::pages::office::asking(view, "remove-photo", "photo-remove", "danger", &[("person", person.to_string())], page, Some("photo-remove-sure")))
        }
    }
}

async fn show(Extract(site): Extract<Arc<Site>>, Path((seat, person)): Path<(String, String)>, request: Asked) -> Response {
    let who = seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers)).map(|(_, who)| who);
    let person = person.parse::<PersonId>().ok();
    match (who, person) {
        (Some(who), Some(person)) => photo(&site, &who, person, &request).await,
        // Whether somebody has a photo is not told to whoever may not see it.
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET /api/v1/people/{id}/photo` with a token of a seat that may see it.
pub async fn of_token(Extract(site): Extract<Arc<Site>>, Path(person): Path<String>, request: Asked) -> Response {
    let seat = match crate::api::reader(&site, &request) {
        Ok(Some((signed_in, seat))) => Who::of(signed_in.seat, &seat),
        Ok(None) => return crate::api::not_signed_in(request.tongue),
        Err(refused) => return *refused,
    };
    match person.parse() {
        Ok(person) => {
            let found = photo(&site, &seat, person, &request).await;
            if found.status() == StatusCode::NOT_FOUND { crate::api::missing(request.tongue) } else { found }
        }
        Err(_) => crate::api::missing(request.tongue),
    }
}

/// A person's photo for this viewer; not found when there is none or it is not the viewer's to see.
pub async fn photo(site: &Site, who: &Who, person: PersonId, request: &Asked) -> Response {
    let there = {
        let state = site.house.state();
        state.accreditation.photo_of(person).is_some() && may_see(&state, who, person)
    };
    if !there {
        return StatusCode::NOT_FOUND.into_response();
    }
    match blocking(site, move |side| side.photo(u64::from(person.0))).await {
        // Kept by nobody: it is gone when it is erased.
        Ok(Some(bytes)) => ([(header::CONTENT_TYPE, "image/jpeg")], bytes).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => unavailable(request, &error),
    }
}

/// The parts of the form.
#[derive(Default)]
struct Parts {
    text: BTreeMap<String, String>,
    file: Bytes,
}

async fn parts(mut form: Multipart) -> Option<Parts> {
    let mut parts = Parts::default();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.ok()?;
        if name == "photo" {
            parts.file = bytes;
        } else if parts.text.len() < 8 && bytes.len() <= 1_024 {
            parts.text.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Some(parts)
}

async fn upload(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked, form: Multipart) -> Response {
    let focal = holder(&site, &seat, &request.headers, Role::FocalPoint).is_some();
    let role = if focal { Role::FocalPoint } else { Role::Secretariat };
    let (seat, who) = match site.admitted(&request, &seat, ACT, role).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    // A body beyond the limit ends in the middle of a part: the rest of the form is unknown.
    let Some(mut parts) = parts(form).await else {
        let problem = FieldProblem::FileTooLarge { limit_kib: picture::FILE_BYTES / 1024 };
        return (StatusCode::PAYLOAD_TOO_LARGE, crate::answer::problem(&problem, request.tongue)).into_response();
    };
    let page = parts.text.remove("_page").filter(|page| is_own_page(page)).unwrap_or_default();
    let id = parts.text.get("_id").and_then(|id| read_id(id)).or_else(|| read_id(&fresh_id())).unwrap_or_default();
    let answer = match command(&parts).await {
        Ok(command) => {
            let address = Some(site.client(&request));
            let outcome = site.house.submit(Act { actor: Actor::Seat(seat), id, command, address }).await;
            Answer::of(ACT, &outcome, request.tongue)
        }
        Err(no) => Answer::failed(&Failure::No(no), request.tongue),
    };
    shown(&site, seat, who, request, &page, &answer)
}

async fn command(parts: &Parts) -> Result<Command, No> {
    let person = parts.text.get("person").and_then(|person| person.parse().ok()).ok_or(No::unknown("person"))?;
    let file = parts.file.clone();
    let made = tokio::task::spawn_blocking(move || picture::portrait(&file)).await.unwrap_or(Err(FieldProblem::NotAPicture));
    let photo = made.map_err(|problem| Invalid::new("photo", problem))?;
    Ok(Command::Accreditation(AccreditationCommand::SetPhoto { person, photo }))
}

/// Back to the page of the form, with what was done or why not.
fn shown(site: &Site, seat: SeatId, who: Who, request: Asked, page: &str, answer: &Answer) -> Response {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    if answer.status == 200 {
        let to = format!("/as/{seat}/{page}{}done={ACT}", if query.is_empty() { '?' } else { '&' });
        return (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    }
    let asked = Asked { query: crate::url::pairs(query).into_iter().collect(), ..request };
    let values = BTreeMap::from([("_page".to_owned(), page.to_owned())]);
    let failed = Failed { act: ACT.to_owned(), field: answer.field.clone(), message: answer.message.clone(), values };
    match crate::pages::find(path, who.role) {
        Some(page) => site.show(page, who, &asked, Some(&failed)).with_status(status_of(answer)),
        None => forbidden(&asked, "denied-role-may-not").with_status(status_of(answer)),
    }
}
