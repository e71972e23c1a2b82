//! Who calls: the seat of a bearer token, or of a page's own cookie where reading is all that is asked.
use super::problem;
use crate::{
    i18n::Tongue,
    session::{self, SignedIn},
    site::{Asked, Site},
};
use axum::{http::header, response::Response};
use domain::{
    id::SeatId,
    seat::{Role, Seat},
};
use std::net::IpAddr;

/// The seat that a request's bearer token acts for.
pub fn of_bearer(site: &Site, asked: &Asked) -> Option<SignedIn> {
    session::of_bearer(&site.house.state(), &asked.headers, site.house.clock().now())
}

/// The role of the bearer token's seat; nobody's when there is no token.
///
/// # Errors
/// 401 when a token is shown and is not good: a program must hear that, not read less than it thinks.
pub fn reader(site: &Site, asked: &Asked) -> Result<Option<(SignedIn, Seat)>, Box<Response>> {
    if !asked.headers.contains_key(header::AUTHORIZATION) {
        return Ok(None);
    }
    let found = of_bearer(site, asked).and_then(|s| site.house.state().seats.get(s.seat).cloned().map(|seat| (s, seat)));
    found.map(Some).ok_or_else(|| Box::new(problem::not_signed_in(asked.tongue)))
}

/// Lets the secretariat through, by its token or by the cookie of its seat.
///
/// # Errors
/// 401 when nobody is signed in, 403 for another role.
pub fn secretariat(site: &Site, asked: &Asked) -> Result<(), Box<Response>> {
    let role = match reader(site, asked)? {
        Some((_, seat)) => Some(seat.role),
        None => role_of_cookies(site, asked),
    };
    allowed(role, asked.tongue)
}

/// As [`secretariat`], for what only a token opens.
///
/// # Errors
/// 401 when there is no token, 403 for another role.
pub fn secretariat_token(site: &Site, asked: &Asked) -> Result<(), Box<Response>> {
    allowed(reader(site, asked)?.map(|(_, seat)| seat.role), asked.tongue)
}

fn allowed(role: Option<Role>, tongue: Tongue) -> Result<(), Box<Response>> {
    match role {
        Some(Role::Secretariat) => Ok(()),
        Some(_) => Err(Box::new(problem::role_may_not(tongue))),
        None => Err(Box::new(problem::not_signed_in(tongue))),
    }
}

/// The secretariat's role when one of the cookies is of a secretariat's seat, else the role of any seat signed in.
fn role_of_cookies(site: &Site, asked: &Asked) -> Option<Role> {
    let (state, now) = (site.house.state(), site.house.clock().now());
    let names = asked.headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|line| line.split(';'));
    let seats = names.filter_map(|pair| pair.trim().split_once('=')?.0.parse::<SeatId>().ok());
    let roles = seats
        .filter_map(|seat| session::of_seat(&state, &asked.headers, seat, now))
        .filter_map(|signed_in| state.seats.get(signed_in.seat).map(|s| s.role));
    roles.max_by_key(|role| *role == Role::Secretariat)
}

/// Whether the request was made on this very machine, and not by a proxy for somebody else.
pub fn is_local(site: &Site, asked: &Asked) -> bool {
    let forwarded = ["x-forwarded-for", "forwarded"].iter().any(|name| asked.headers.contains_key(*name));
    let client: IpAddr = site.client(asked);
    client.to_canonical().is_loopback() && !forwarded
}
