//! Who is asking: session cookies for seats, bearer tokens for integrators, and where a request comes from.
use crate::i18n::Tongue;
use axum::http::{HeaderMap, header};
use domain::{
    Moment, State,
    id::{SeatId, SessionId},
    state::Secret,
};
use std::{collections::BTreeMap, net::IpAddr};

/// A signed-in session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The seat it acts for.
    pub seat: SeatId,
}

/// The cookies' common parts.
#[must_use]
pub fn cookie(seat: SeatId, secret: &str, secure: bool, max_age_seconds: i64) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{seat}={secret}; Path=/as/{seat}; HttpOnly; SameSite=Lax; Max-Age={max_age_seconds}{secure}")
}

/// The value of a cookie.
#[must_use]
pub fn cookie_value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, v)| v)
}

/// The session of a seat's cookie.
#[must_use]
pub fn of_seat(state: &State, headers: &HeaderMap, seat: SeatId, now: Moment) -> Option<SignedIn> {
    let found = check(state, cookie_value(headers, &seat.to_string())?, now)?;
    (found.seat == seat).then_some(found)
}

/// The session of an `Authorization: Bearer` header.
#[must_use]
pub fn of_bearer(state: &State, headers: &HeaderMap, now: Moment) -> Option<SignedIn> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    check(state, value.strip_prefix("Bearer ")?.trim(), now)
}

fn check(state: &State, value: &str, now: Moment) -> Option<SignedIn> {
    let (id, secret) = value.split_once('.')?;
    let session: SessionId = id.parse().ok()?;
    let seat = state.seats.sign_in(session, &Secret(secret.to_owned()), now)?;
    state.seats.get(seat).filter(|s| !s.ended)?;
    Some(SignedIn { session, seat })
}

/// The language asked for: by the query, by the cookie of an earlier choice, by the browser; English otherwise.
#[must_use]
pub fn tongue(headers: &HeaderMap, query: &BTreeMap<String, String>) -> Tongue {
    query
        .get("lang")
        .and_then(|tag| Tongue::from_tag(tag))
        .filter(|t| t.is_offered())
        .or_else(|| cookie_value(headers, "lang").and_then(Tongue::from_tag).filter(|t| t.is_offered()))
        .or_else(|| headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Tongue::accepted))
        .unwrap_or_default()
}

/// Whether a write comes from our own pages: the browser's `Origin` (or `Sec-Fetch-Site`) says so. A cookie alone is not enough.
#[must_use]
pub fn same_origin(headers: &HeaderMap, public_origin: Option<&str>) -> bool {
    let text = |name| headers.get(name).and_then(|v: &axum::http::HeaderValue| v.to_str().ok());
    match text(header::ORIGIN) {
        Some(origin) if Some(origin) == public_origin => true,
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(header::HOST)
        }
        None => text(header::HeaderName::from_static("sec-fetch-site")) == Some("same-origin"),
    }
}

/// The address of the client: the peer's, or, when the peer is one of `trusted`, the rightmost forwarded address that is not.
#[must_use]
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    // A socket that listens on [::] names IPv4 peers as ::ffff:192.0.2.1.
    let peer = peer.to_canonical();
    let trusted = |address: &IpAddr| trusted.iter().any(|proxy| proxy.to_canonical() == *address);
    if !trusted(&peer) {
        return peer;
    }
    let forwarded: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter_map(|part| part.trim().parse::<IpAddr>().ok())
        .map(|address| address.to_canonical())
        .collect();
    // From the right: each proxy appends whom it saw; what a client wrote itself stands to the left and is never reached.
    forwarded.into_iter().rev().find(|address| !trusted(address)).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn headers(list: &[(&'static str, &str)]) -> HeaderMap {
        list.iter().map(|(n, v)| (header::HeaderName::from_static(n), v.parse().unwrap())).collect()
    }

    #[test]
    fn a_forged_forwarded_address_is_not_believed() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let real: IpAddr = "198.51.100.7".parse().unwrap();
        let h = headers(&[("x-forwarded-for", "203.0.113.9, 198.51.100.7")]);
        assert_eq!(client(proxy, &h, &[proxy]), real);
        assert_eq!(client(real, &h, &[proxy]), real);
    }
    #[test]
    fn an_address_is_the_same_by_both_of_its_writings() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let mapped: IpAddr = "::ffff:10.0.0.1".parse().unwrap();
        let h = headers(&[("x-forwarded-for", "203.0.113.9, ::ffff:198.51.100.7, 10.0.0.1")]);
        for (peer, trusted) in [(mapped, proxy), (proxy, mapped), (mapped, mapped)] {
            assert_eq!(client(peer, &h, &[trusted]).to_string(), "198.51.100.7");
        }
        assert_eq!(client(mapped, &h, &[]), proxy, "and nobody is trusted who is not named");
    }
    #[test]
    fn a_write_from_elsewhere_is_told_apart() {
        assert!(same_origin(&headers(&[("origin", "https://a.example"), ("host", "a.example")]), None));
        assert!(!same_origin(&headers(&[("origin", "https://b.example"), ("host", "a.example")]), None));
        assert!(!same_origin(&headers(&[("origin", "null"), ("host", "a.example")]), None));
        assert!(!same_origin(&headers(&[("host", "a.example")]), None));
        assert!(same_origin(&headers(&[("host", "a.example"), ("sec-fetch-site", "same-origin")]), None));
    }
}
