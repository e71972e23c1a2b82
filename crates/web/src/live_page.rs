//! A page's own socket (`/live`, `/as/<seat>/live`): which regions it shows, and whether it may.
use crate::{
    live::{MAX_REGIONS, RegionKey, Viewer, handshake, sse},
    scene, session,
    site::{Asked, Site},
    view::Who,
};
use axum::{
    body::Body,
    extract::{Path, Request, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// The socket of a public page.
pub async fn public(Extract(site): Extract<Arc<Site>>, asked: Asked, request: Request) -> Response {
    let viewer = Viewer { session: 0, seat: 0, language: asked.tongue.number_of(), address: site.client(&asked) };
    open(&site, &asked, viewer, Who::default(), request)
}

/// The socket of a seat's page.
pub async fn of_seat(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, asked: Asked, request: Request) -> Response {
    let Some((signed_in, who)) = seat.parse().ok().and_then(|seat| site.holder(seat, &asked.headers)) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let viewer = Viewer {
        session: u64::from(signed_in.session.0),
        seat: u64::from(signed_in.seat.0),
        language: asked.tongue.number_of(),
        address: site.client(&asked),
    };
    open(&site, &asked, viewer, who, request)
}

fn open(site: &Arc<Site>, asked: &Asked, viewer: Viewer, who: Who, mut request: Request<Body>) -> Response {
    let Some(live) = site.live.get() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let Some(regions) = regions(asked, who) else { return StatusCode::FORBIDDEN.into_response() };
    if asked.headers.get(header::ACCEPT).is_some_and(|v| v.as_bytes().starts_with(b"text/event-stream")) {
        if !session::same_origin(&asked.headers, site.settings.public_origin.as_deref()) && viewer.session != 0 {
            return StatusCode::FORBIDDEN.into_response();
        }
        return sse::respond(live, viewer, regions);
    }
    let inflates = asked.query.get("z").is_some_and(|z| z == "1");
    match handshake::check(&mut request, &live.settings.origins)
        .and_then(|opening| opening.accept(live, viewer, regions, inflates))
    {
        Ok(response) => response,
        Err(refused) => refused.respond(live),
    }
}

/// The regions of `v=floor:123,mine:120`, each with the version the page has; none when one is unknown or not for this viewer.
fn regions(asked: &Asked, who: Who) -> Option<Vec<(RegionKey, u64)>> {
    let list = asked.query.get("v").map_or("", String::as_str);
    list.split(',')
        .filter(|part| !part.is_empty())
        .take(MAX_REGIONS + 1)
        .map(|part| {
            let (name, version) = part.rsplit_once(':').unwrap_or((part, "0"));
            let (region, _) = scene::named(name)?;
            let allowed = region.roles.is_empty() || who.role.is_some_and(|role| region.roles.contains(&role));
            let audience = scene::audience(region.scope, who, asked.tongue);
            allowed.then(|| (RegionKey { name: name.into(), audience }, version.parse().unwrap_or(0)))
        })
        .collect()
}
