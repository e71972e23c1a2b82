//! Validators of public answers: what is unchanged since the caller asked last is not sent again.
use crate::i18n::Tongue;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

/// The validator of an answer that depends on the log's position, the language, and a further number (such as the minute for a page
/// that tells the time). Weak: it promises the same content, not the same bytes.
#[must_use]
pub fn of(position: u64, tongue: Tongue, further: u64) -> String {
    format!("W/\"{}-{position}-{}-{further}\"", env!("CARGO_PKG_VERSION"), tongue.tag())
}

/// Whether the caller has an answer with this validator already.
#[must_use]
pub fn matches(headers: &HeaderMap, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let asked = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    asked.flat_map(|line| line.split(',')).any(|one| one.trim() == "*" || opaque(one) == opaque(tag))
}

/// Puts the validator on an answer, with how long it may be kept. Languages are told apart by header and cookie.
pub fn mark(response: &mut Response, tag: &str, keep: &'static str) {
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_validator_is_found_in_a_list_weak_or_not() {
        let tag = of(7, Tongue::default(), 0);
        let asked = |value: &str| HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_str(value).unwrap())]);
        assert!(matches(&asked(&tag), &tag));
        assert!(matches(&asked(&format!("\"other\", {}", tag.trim_start_matches("W/"))), &tag));
        assert!(!matches(&asked(&of(8, Tongue::default(), 0)), &tag));
        assert!(!matches(&HeaderMap::new(), &tag));
    }
}
