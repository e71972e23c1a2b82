//! The outbox for the secretariat: its letters live in the store beside the log, whose calls block, so these pages are read apart.
//!
//! What a letter says holds a link that signs its reader in. So words stand on pages of their own, one letter or a sheet for the printer,
//! which are not compressed ([`Secrets`]); the lists, which name subjects and readers alone, are.
use crate::{
    compress::Secrets,
    pages::letters::{self, Letters, Shelf},
    site::{Asked, Site, WithStatus, forbidden},
    url,
    view::{Shown, View, Who},
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
use domain::{State, id::SeatId, seat::Role};
use std::sync::Arc;

mod reading;

/// Letters, and the audit trail, of the secretariat.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/letters", get(page))
        .route("/as/{seat}/trail", get(trail))
        .route("/as/{seat}/letters/{act}", post(press))
}

/// Most letters of one delegation that are read, and most that one press marks.
pub(crate) const LETTERS: usize = 10_000;
/// Most people whose letters a search looks up.
const PEOPLE: usize = 50;
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

async fn page(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    if let Some((seat, who)) = holder(&site, &seat, &request.headers, Role::FocalPoint) {
        return of_delegation(&site, seat, who, &request).await;
    }
    let Some((_, who)) = holder(&site, &seat, &request.headers, Role::Secretariat) else {
        return forbidden(&request, "denied-role-may-not");
    };
    let wanted = Wanted::of(&site, &request);
    let says = matches!(wanted.what, What::One(_) | What::Sheet);
    let found = blocking(&site, move |side| wanted.read(side)).await;
    let shown =
        |render: &dyn Fn(&View<'_>) -> Option<Shown>| site.show_by("letters", &[Role::Secretariat], who, &request, None, render);
    let mut response = match found {
        Ok(Some(found)) => shown(&|view| Some(letters::render(view, &found))),
        Ok(None) => shown(&|_| None).with_status(StatusCode::NOT_FOUND),
        Err(error) => unavailable(&request, &error),
    };
    if says {
        response.extensions_mut().insert(Secrets);
    }
    response
}

/// What a page of the outbox is asked for.
struct Wanted {
    state: LetterState,
    what: What,
}

enum What {
    /// One letter with its words.
    One(u64),
    /// The oldest letters of the state with their words, for the printer.
    Sheet,
    /// The letters to these people, in whatever state, and whether there were more people than are looked up.
    Found(Vec<u64>, bool),
    /// A page of the state, below this number.
    Below(Option<u64>),
}

impl Wanted {
    fn of(site: &Site, request: &Asked) -> Self {
        let asked = |name: &str| request.query.get(name).map(String::as_str);
        let number = |name: &str| asked(name).and_then(|text| text.parse::<u64>().ok());
        let state = asked("state").and_then(letters::state_of).unwrap_or(LetterState::Waiting);
        let searched = crate::pages::office::folded(asked("q").unwrap_or_default());
        let what = if asked("of").is_some() {
            What::One(number("of").unwrap_or_default())
        } else if asked("view") == Some("print") {
            What::Sheet
        } else if searched.is_empty() {
            What::Below(number("before"))
        } else {
            let mut people = site.house.people().matching(PEOPLE + 1, |person| letters::is_meant(person, &searched));
            let more = people.len() > PEOPLE;
            people.truncate(PEOPLE);
            What::Found(people.into_iter().map(|person| u64::from(person.0)).collect(), more)
        };
        Self { state, what }
    }

    /// Nothing when the letter that was asked for does not exist.
    fn read(self, side: &dyn SideStore) -> Result<Option<Letters>, StoreError> {
        let counts = side.letter_counts()?;
        let shelf = match self.what {
            What::One(id) => match side.letter(id)? {
                Some(letter) => Shelf::One(Box::new(letter)),
                None => return Ok(None),
            },
            What::Sheet => Shelf::Sheet(reading::sheet(side, self.state)?),
            What::Found(people, more) => {
                let mut list = side.letters_to(&people, letters::FOUND + 1)?;
                let more = more || list.len() > letters::FOUND;
                list.truncate(letters::FOUND);
                list.sort_by_key(|letter| std::cmp::Reverse(letter.id));
                Shelf::Found { list, more }
            }
            What::Below(before) => {
                let written = counts.waiting + counts.sent + counts.failed + counts.printed;
                let (list, more) = reading::page(side, self.state, before, written)?;
                Shelf::Page { list, more, newest: before.is_none() }
            }
        };
        Ok(Some(Letters { counts, state: self.state, shelf }))
    }
}

/// A focal point and the members of its delegation.
pub(crate) fn own_people(state: &State, seat: SeatId) -> Vec<u64> {
    let own = crate::pages::delegation::of_seat(state, seat);
    let members = own.into_iter().flat_map(|id| state.accreditation.members(id)).map(|(person, _)| person);
    let oneself = state.seats.get(seat).map(|s| s.person);
    oneself.into_iter().chain(members).map(|person| u64::from(person.0)).collect()
}

/// A focal point sees which letters its people were sent, without what they say: their links sign in.
async fn of_delegation(site: &Site, seat: SeatId, who: Who, request: &Asked) -> Response {
    let people = own_people(&site.house.state(), seat);
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
            // From a sheet to the next one, as long as there are letters to print.
            let sheet = form.iter().find(|(n, _)| n == "sheet").and_then(|(_, v)| letters::state_of(v));
            let to = match sheet.filter(|_| print) {
                Some(state) => format!("/as/{seat}/letters?state={state}&view=print&done={done}"),
                None => format!("/as/{seat}/letters?state={}&done={done}", if print { "printed" } else { "waiting" }),
            };
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        Err(error) => unavailable(&request, &error),
    }
}

async fn trail(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    let Some((_, who)) = holder(&site, &seat, &request.headers, Role::Secretariat) else {
        return forbidden(&request, "denied-role-may-not");
    };
    let read = blocking(&site, |side| reading::trail(side, ENTRIES));
    match read.await {
        Ok(entries) => site
            .show_by("trail", &[Role::Secretariat], who, &request, None, |view| Some(crate::pages::seats::trail(view, &entries))),
        Err(error) => unavailable(&request, &error),
    }
}
