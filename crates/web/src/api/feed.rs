//! `GET /api/v1/events`: the integrators' feed, paged as JSON or as an endless stream.
use super::{
    PAGE, PAGE_MOST, caller,
    facts::{self, Fact},
    problem,
};
use crate::{
    session::SignedIn,
    site::{Asked, Site},
};
use axum::{
    Extension,
    body::{Body, HttpBody},
    extract::State as Extract,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::{Recorded, seat::Role};
use hyper::body::Frame;
use serde::Serialize;
use std::{
    convert::Infallible,
    ops::ControlFlow,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};

/// Most streams open at once; integrators are few, people watch pages.
pub const STREAMS: usize = 256;
/// Events looked at for one answer, told or not: what bounds a page of a log in which little is public.
const LOOKED_AT: usize = 5_000;
/// Events read at once for a stream.
const BATCH: usize = 500;
/// How long changes are gathered before a stream reads them.
const GATHER: Duration = Duration::from_millis(100);
/// After how long a silent stream says that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Room for streams.
pub struct Streams(Arc<Semaphore>);

impl Default for Streams {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(STREAMS)))
    }
}

/// A page of the feed.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Events {
    /// The facts, oldest first.
    pub events: Vec<Fact>,
    /// What to ask `after` next: everything up to here was told or is not for this reader.
    pub next: u64,
    /// The newest position of the log. When `next` is less, there is more.
    pub position: u64,
}

type Teller = fn(&Recorded) -> Option<Fact>;

/// Answers a page, or with `Accept: text/event-stream` a stream that begins after the position asked for.
pub async fn events(Extract(site): Extract<Arc<Site>>, Extension(streams): Extension<Arc<Streams>>, asked: Asked) -> Response {
    let signed_in = match caller::reader(&site, &asked) {
        Ok(reader) => reader.filter(|(_, seat)| seat.role == Role::Secretariat).map(|(signed_in, _)| signed_in),
        Err(response) => return *response,
    };
    let tell: Teller = if signed_in.is_some() { facts::restricted } else { facts::public };
    let resumed = asked.headers.get("last-event-id").and_then(|v| v.to_str().ok()).map(str::to_owned);
    let after = resumed.or_else(|| asked.query.get("after").cloned()).unwrap_or_else(|| "0".to_owned());
    let Ok(after) = after.parse::<u64>() else {
        return problem::invalid(asked.tongue, "after", "api-not-a-position");
    };
    if asked.headers.get(header::ACCEPT).is_some_and(|v| v.as_bytes().starts_with(b"text/event-stream")) {
        let Ok(permit) = Arc::clone(&streams.0).try_acquire_owned() else { return problem::unavailable(asked.tongue) };
        return stream(site, after, tell, signed_in, permit);
    }
    let limit = asked.query.get("limit").and_then(|n| n.parse().ok()).unwrap_or(PAGE).clamp(1, PAGE_MOST);
    let reading = Arc::clone(&site);
    match tokio::task::spawn_blocking(move || read(&reading, after, limit, LOOKED_AT, tell)).await {
        Ok(Some((events, next))) => {
            let position = site.house.state().position;
            axum::Json(Events { events, next, position }).into_response()
        }
        _ => problem::unavailable(asked.tongue),
    }
}

/// At most `limit` facts of at most `look` events after a position, and the position reached. Blocks.
fn read(site: &Site, after: u64, limit: usize, look: usize, tell: Teller) -> Option<(Vec<Fact>, u64)> {
    let (mut facts, mut next) = (Vec::new(), after);
    let result = site.house.feed().feed_after(after, look, &mut |position, bytes| {
        next = position;
        match app::codec::decode(bytes) {
            Ok(recorded) => facts.extend(tell(&recorded)),
            Err(error) => tracing::error!(position, %error, "an event cannot be read"),
        }
        if facts.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    result.inspect_err(|error| tracing::error!(%error, "the log cannot be read")).ok()?;
    Some((facts, next))
}

fn stream(site: Arc<Site>, after: u64, tell: Teller, signed_in: Option<SignedIn>, permit: OwnedSemaphorePermit) -> Response {
    let (to, from) = mpsc::channel(4);
    tokio::spawn(async move {
        // The room is given back when the stream ends, however it ends.
        let _permit = permit;
        run(&site, after, tell, signed_in, &to).await;
    });
    let mut response = Response::new(Body::new(Lines(from)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Some proxies hold events back until a buffer is full.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

async fn run(site: &Arc<Site>, mut at: u64, tell: Teller, signed_in: Option<SignedIn>, to: &mpsc::Sender<Bytes>) {
    let mut newest = site.house.position();
    loop {
        // A token that was ended reads no further.
        if !signed_in.is_none_or(|s| still_open(site, s)) || !site.house.ready() {
            return;
        }
        if *newest.borrow_and_update() <= at {
            tokio::select! {
                changed = newest.changed() => if changed.is_err() { return },
                () = tokio::time::sleep(HEARTBEAT) => if to.send(Bytes::from_static(b": \n\n")).await.is_err() { return },
                () = to.closed() => return,
            }
            tokio::time::sleep(GATHER).await;
            continue;
        }
        let reading = Arc::clone(site);
        let batch = tokio::task::spawn_blocking(move || read(&reading, at, BATCH, BATCH, tell)).await;
        let Ok(Some((facts, next))) = batch else { return };
        if next == at {
            return;
        }
        if to.send(lines(&facts, next)).await.is_err() {
            return;
        }
        at = next;
    }
}

fn still_open(site: &Site, signed_in: SignedIn) -> bool {
    let (state, now) = (site.house.state(), site.house.clock().now());
    state.seats.session(signed_in.session).is_some_and(|s| s.until > now)
        && state.seats.get(signed_in.seat).is_some_and(|s| !s.ended)
}

/// Each fact as one event with its position as the id; at last the position reached, so that a reader who comes again does not
/// look through once more what was not for it.
fn lines(facts: &[Fact], next: u64) -> Bytes {
    let mut out = String::new();
    for fact in facts {
        // A fact is made of JSON; writing it as text cannot fail, and has no line break.
        let data = serde_json::to_string(fact).unwrap_or_default();
        out.push_str(&format!("id: {}\ndata: {data}\n\n", fact.position));
    }
    if facts.last().is_none_or(|f| f.position < next) {
        out.push_str(&format!("id: {next}\n\n"));
    }
    Bytes::from(out)
}

struct Lines(mpsc::Receiver<Bytes>);

impl HttpBody for Lines {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|bytes| bytes.map(|b| Ok(Frame::data(b))))
    }
}
