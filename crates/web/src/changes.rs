//! What changed since a position: the public events of the log for people. The log is read beside the state, whose calls block.
use crate::{
    api::public,
    pages::changes::{self, Changes},
    site::{Asked, Site},
    view::Who,
};
use axum::{
    Router,
    extract::{Path, State as Extract},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Recorded;
use std::{ops::ControlFlow, sync::Arc};

/// Events of the log read at first: mostly they fill a page.
const FIRST_WINDOW: u64 = 250;
/// Most events read at once: where little is public, each window is twice as long as the one before until then.
const WINDOW: u64 = 4_000;
/// Most windows read for one page: what bounds a page of a log in which little is public, at some 8,000 events.
const WINDOWS: usize = 5;

/// `/changes` of the public and of every seat.
pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/changes", get(of_public)).route("/as/{seat}/changes", get(of_seat))
}

async fn of_public(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    page(&site, Who::default(), &request).await
}

async fn of_seat(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    match seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers)) {
        Some((_, who)) => page(&site, who, &request).await,
        None => (StatusCode::UNAUTHORIZED, request.tongue.t("denied-not-signed-in").into_owned()).into_response(),
    }
}

async fn page(site: &Arc<Site>, who: Who, request: &Asked) -> Response {
    let asked = |name: &str| request.query.get(name).and_then(|text| text.trim().parse::<u64>().ok());
    let newest = site.house.state().position;
    let since = asked("since").unwrap_or(0).min(newest);
    let before = asked("before").unwrap_or(newest + 1).clamp(since + 1, newest + 1);
    let reading = Arc::clone(site);
    match tokio::task::spawn_blocking(move || read(&reading, since, before)).await {
        Ok(Some(found)) => site.show_by("changes", &[], who, request, None, |view| Some(changes::render(view, &found))),
        _ => (StatusCode::SERVICE_UNAVAILABLE, request.tongue.t("error-unavailable").into_owned()).into_response(),
    }
}

/// The public events below `before` and above `since`, newest first, until they fill a page. Blocks.
fn read(site: &Site, since: u64, before: u64) -> Option<Changes> {
    let mut found = Changes { since, before, events: Vec::new(), read_to: before.saturating_sub(1) };
    let windows = std::iter::successors(Some(FIRST_WINDOW), |width| Some((width * 2).min(WINDOW)));
    for width in windows.take(WINDOWS) {
        let (high, low) = (found.read_to, since.max(found.read_to.saturating_sub(width)));
        let mut window: Vec<Recorded> = Vec::new();
        let limit = usize::try_from(high - low).unwrap_or(usize::MAX);
        if limit > 0 {
            let result = site.house.feed().feed_after(low, limit, &mut |position, bytes| {
                match app::codec::decode(bytes) {
                    Ok(recorded) if public(&recorded).is_some() => window.push(recorded),
                    Ok(_) => {}
                    Err(error) => tracing::error!(position, %error, "an event cannot be read"),
                }
                ControlFlow::Continue(())
            });
            result.inspect_err(|error| tracing::error!(%error, "the log cannot be read")).ok()?;
        }
        found.events.extend(window.into_iter().rev());
        found.read_to = low;
        if low == since || changes::fills_a_page(&found.events) {
            break;
        }
    }
    Some(found)
}
