//! The outbox for the secretariat: its letters live in the store beside the log, whose calls block, so these pages are read apart.
use crate::{
    pages::letters::{self, Letters},
    site::{Asked, Site, WithStatus, forbidden},
    url,
    view::Who,
};
use app::side::{LetterState, SideStore, StoreError};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State as Extract},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{id::SeatId, seat::Role};
use std::sync::Arc;

/// Letters, and the audit trail, of the secretariat.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/letters", get(page))
        .route("/as/{seat}/trail", get(trail))
        .route("/as/{seat}/letters/{act}", post(press))
        .layer(axum::middleware::map_response(with_secrets))
}

/// Letters hold links that sign people in.
async fn with_secrets(mut response: Response) -> Response {
    response.extensions_mut().insert(crate::compress::Secrets);
    response
}

/// Most letters read for one page.
const LETTERS: usize = 10_000;
/// Most entries of the trail shown: the newest.
const ENTRIES: usize = 200;

/// Who asks, when it is somebody of this role.
pub(crate) fn holder(site: &Site, seat: &str, headers: &HeaderMap, role: Role) -> Option<(SeatId, Who)> {
    let (signed_in, who) = site.holder(seat.parse().ok()?, headers)?;
    (who.role == Some(role)).then_some((signed_in.seat, who))
}

/// Runs what blocks off the async threads.
pub(crate) async fn blocking<T: Send + 'static>(
    site: &Site,
    work: impl FnOnce(&dyn SideStore) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let side = Arc::clone(site.house.side());
    match tokio::task::spawn_blocking(move || work(side.as_ref())).await {
        Ok(outcome) => outcome,
        Err(stopped) => Err(StoreError::Invalid { what: "thread", detail: stopped.to_string() }),
    }
}

pub(crate) fn unavailable(request: &Asked, error: &StoreError) -> Response {
    tracing::error!(%error, "the store beside the log");
    (StatusCode::SERVICE_UNAVAILABLE, request.tongue.t("error-unavailable").into_owned()).into_response()
}

fn wanted(request: &Asked) -> LetterState {
    match request.query.get("state").map(String::as_str) {
        Some("sent") => LetterState::Sent,
        Some("failed") => LetterState::Failed,
        Some("printed") => LetterState::Printed,
        _ => LetterState::Waiting,
    }
}

async fn page(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    if let Some((seat, who)) = holder(&site, &seat, &request.headers, Role::FocalPoint) {
        return of_delegation(&site, seat, who, &request).await;
    }
    let Some((_, who)) = holder(&site, &seat, &request.headers, Role::Secretariat) else {
        return forbidden(&request, "denied-role-may-not");
    };
    let (state, of) = (wanted(&request), request.query.get("of").and_then(|of| of.parse::<u64>().ok()));
    let read = blocking(&site, move |side| {
        let counts = side.letter_counts()?;
        let one = of.map(|id| side.letter(id)).transpose()?.flatten();
        let list = if of.is_some() { Vec::new() } else { side.letters(Some(state), 0, LETTERS)? };
        Ok(Letters { counts, state, list, one })
    });
    match read.await {
        Ok(letters) if of.is_some() && letters.one.is_none() => {
            site.show_by("letters", &[Role::Secretariat], who, &request, None, |_| None).with_status(StatusCode::NOT_FOUND)
        }
        Ok(letters) => {
            site.show_by("letters", &[Role::Secretariat], who, &request, None, |view| Some(letters::render(view, &letters)))
        }
        Err(error) => unavailable(&request, &error),
    }
}

/// A focal point sees which letters its people were sent, without what they say: their links sign in.
async fn of_delegation(site: &Site, seat: SeatId, who: Who, request: &Asked) -> Response {
    let people: Vec<u64> = {
        let state = site.house.state();
        let own = crate::pages::delegation::of_seat(&state, seat);
        let members = own.into_iter().flat_map(|id| state.accreditation.members(id)).map(|(person, _)| person);
        let oneself = state.seats.get(seat).map(|s| s.person);
        oneself.into_iter().chain(members).map(|person| u64::from(person.0)).collect()
    };
    match blocking(site, move |side| side.letters_to(&people, LETTERS)).await {
        Ok(list) => {
            site.show_by("letters", &[Role::FocalPoint], who, request, None, |view| Some(letters::of_delegation(view, &list)))
        }
        Err(error) => unavailable(request, &error),
    }
}

async fn press(
    Extract(site): Extract<Arc<Site>>,
    Path((seat, act)): Path<(String, String)>,
    request: Asked,
    body: Bytes,
) -> Response {
    let (print, retry) = (act == "mark-printed", act == "retry");
    let done = if print { "mark-letters-printed" } else { "retry-letters" };
    let (seat, _) = match site.admitted(&request, &seat, done, Role::Secretariat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let now = site.house.clock().now();
    let form = url::pairs(&String::from_utf8_lossy(&body));
    let ids: Vec<u64> = form.iter().filter(|(n, _)| n == "letter").filter_map(|(_, v)| v.parse().ok()).take(LETTERS).collect();
    if ids.is_empty() || !(print || retry) {
        return (StatusCode::UNPROCESSABLE_ENTITY, request.tongue.t("invalid-unknown").into_owned()).into_response();
    }
    let kept = blocking(&site, move |side| {
        // Each letter by itself: one that was sent meanwhile does not hold the others up.
        for id in ids {
            match if print { side.mark_letter_printed(id, now.0) } else { side.retry_letter(id, now.0) } {
                Ok(()) | Err(StoreError::LetterClosed { .. } | StoreError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    });
    match kept.await {
        Ok(()) => {
            let to = format!("/as/{seat}/letters?state={}&done={done}", if print { "printed" } else { "waiting" });
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        Err(error) => unavailable(&request, &error),
    }
}

async fn trail(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    let Some((_, who)) = holder(&site, &seat, &request.headers, Role::Secretariat) else {
        return forbidden(&request, "denied-role-may-not");
    };
    // The trail is read from its beginning; the last page holds the newest.
    let read = blocking(&site, |side| {
        let (mut after, mut newest) = (0, std::collections::VecDeque::new());
        loop {
            let page = side.audit(after, app::side::ROWS)?;
            let Some(last) = page.last() else { break };
            after = last.id;
            newest.extend(page);
            while newest.len() > ENTRIES {
                newest.pop_front();
            }
        }
        Ok(Vec::from(newest))
    });
    match read.await {
        Ok(entries) => site
            .show_by("trail", &[Role::Secretariat], who, &request, None, |view| Some(crate::pages::seats::trail(view, &entries))),
        Err(error) => unavailable(&request, &error),
    }
}
