//! The opening of a socket: an HTTP/1.1 request that becomes a live page.
use super::{Live, MAX_REGIONS, RegionKey, Stream, Viewer, server::Peer, shard::Adopted};
use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, Response, StatusCode, Version, header},
};
use base64::Engine;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use sha1::{Digest, Sha1};
use std::sync::Arc;

/// Why a socket is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a WebSocket's opening, or not over HTTP/1.1.
    #[error("this address is for WebSockets")]
    NotWebSocket,
    /// Another version than 13.
    #[error("only version 13 of the WebSocket protocol is spoken")]
    Version,
    /// No key, or not one of 16 bytes.
    #[error("the key is wrong")]
    Key,
    /// Another site's page.
    #[error("pages of another site may not open sockets here")]
    Origin,
    /// More than 16 regions or a name that cannot be one.
    #[error("these regions cannot be followed")]
    Regions,
}

impl Refused {
    /// The HTTP status that says so.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotWebSocket | Self::Version => StatusCode::UPGRADE_REQUIRED,
            Self::Key | Self::Regions => StatusCode::BAD_REQUEST,
            Self::Origin => StatusCode::FORBIDDEN,
        }
    }

    /// The whole answer, counted.
    #[must_use]
    pub fn respond(self, live: &Live) -> Response<Body> {
        live.metrics.refused_upgrades.add(1);
        let mut response = Response::new(Body::from(format!("{self}\n")));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/plain; charset=utf-8"));
        headers.insert(header::UPGRADE, header::HeaderValue::from_static("websocket"));
        headers.insert(header::SEC_WEBSOCKET_VERSION, header::HeaderValue::from_static("13"));
        response
    }
}

/// A checked opening.
pub struct Opening {
    upgrade: OnUpgrade,
    accept: String,
}

/// Checks an opening. Origins besides the request's own host come from [`super::LiveSettings::origins`]. A request without an
/// Origin is not a browser's: it carries what cookies its sender chose, so there is nobody to protect from it.
///
/// # Errors
/// Why it is refused.
pub fn check<B>(request: &mut Request<B>, origins: &[String]) -> Result<Opening, Refused> {
    let headers = request.headers();
    let is_opening = request.method() == Method::GET
        && request.version() == Version::HTTP_11
        && has_word(headers, &header::CONNECTION, "upgrade")
        && has_word(headers, &header::UPGRADE, "websocket");
    if !is_opening {
        return Err(Refused::NotWebSocket);
    }
    if headers.get(header::SEC_WEBSOCKET_VERSION).is_none_or(|v| v != "13") {
        return Err(Refused::Version);
    }
    let key = headers.get(header::SEC_WEBSOCKET_KEY).map(|k| k.as_bytes().trim_ascii()).ok_or(Refused::Key)?;
    if base64::engine::general_purpose::STANDARD.decode(key).map_err(|_| Refused::Key)?.len() != 16 {
        return Err(Refused::Key);
    }
    let accept = accept(key);
    let is_tls = request.extensions().get::<Peer>().is_some_and(|p| p.is_tls);
    if !is_own_origin(headers, is_tls, origins) {
        return Err(Refused::Origin);
    }
    let upgrade = request.extensions_mut().remove::<OnUpgrade>().ok_or(Refused::NotWebSocket)?;
    Ok(Opening { upgrade, accept })
}

/// The answer to a key (RFC 6455, 4.2.2).
fn accept(key: &[u8]) -> String {
    let mut hash = Sha1::new();
    hash.update(key);
    hash.update(b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    base64::engine::general_purpose::STANDARD.encode(hash.finalize())
}

fn has_word(headers: &HeaderMap, name: &header::HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).iter().filter_map(|v| v.to_str().ok());
    values.flat_map(|v| v.split(',')).any(|w| w.trim().eq_ignore_ascii_case(word))
}

/// Whether the page that opens the socket is one of ours: scheme, host and port of its Origin are the request's own or configured.
#[must_use]
pub fn is_own_origin(headers: &HeaderMap, is_tls: bool, origins: &[String]) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    if origins.iter().any(|o| o.trim_end_matches('/').eq_ignore_ascii_case(origin)) {
        return true;
    }
    let (scheme, port) = if is_tls { ("https://", ":443") } else { ("http://", ":80") };
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or("");
    // The scheme's own port may be written or not.
    let bare = |host: &str| host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase();
    !host.is_empty() && origin.strip_prefix(scheme).is_some_and(|o| bare(o) == bare(host))
}

impl Opening {
    /// Answers 101 and, once that is written, hands the socket to a shard. `inflates` when the page said that it can inflate what is packed.
    ///
    /// # Errors
    /// When the page asks for more than [`MAX_REGIONS`] regions or one with an impossible name.
    pub fn accept(
        self,
        live: &Arc<Live>,
        viewer: Viewer,
        regions: Vec<(RegionKey, u64)>,
        inflates: bool,
    ) -> Result<Response<Body>, Refused> {
        if regions.len() > MAX_REGIONS || regions.iter().any(|(key, _)| !super::message::is_name(&key.name)) {
            return Err(Refused::Regions);
        }
        let Self { upgrade, accept } = self;
        let live = Arc::clone(live);
        tokio::spawn(async move {
            // A page that goes away before its answer is written is not worth a word.
            let Ok(upgraded) = upgrade.await else { return };
            let Ok(parts) = upgraded.downcast::<TokioIo<Stream>>() else {
                tracing::error!("a socket came from another server than live::server and cannot be handed over");
                return;
            };
            match parts.io.into_inner().into_parts() {
                Ok((stream, tls, place)) => {
                    live.shards.adopt(Adopted { stream, tls, leftover: parts.read_buf, viewer, inflates, regions, place });
                }
                Err(error) => tracing::warn!(%error, "a socket could not be handed over"),
            }
        });
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let headers = response.headers_mut();
        headers.insert(header::CONNECTION, header::HeaderValue::from_static("Upgrade"));
        headers.insert(header::UPGRADE, header::HeaderValue::from_static("websocket"));
        if let Ok(accept) = header::HeaderValue::try_from(accept) {
            headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
        }
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn opening() -> Request<()> {
        let mut request = Request::get("/live")
            .header("Host", "summit.example:8443")
            .header("Connection", "keep-alive, Upgrade")
            .header("Upgrade", "WebSocket")
            .header("Sec-WebSocket-Version", "13")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .body(())
            .unwrap();
        // Where hyper offers an upgrade it leaves its promise here.
        let upgrade = hyper::upgrade::on(&mut request);
        request.extensions_mut().insert(upgrade);
        request
    }
    fn refused(change: impl FnOnce(&mut Request<()>)) -> Option<Refused> {
        let mut request = opening();
        change(&mut request);
        check(&mut request, &["https://public.example".to_owned()]).err()
    }
    fn with(name: &'static str, value: &'static str) -> Option<Refused> {
        refused(|r| {
            r.headers_mut().insert(name, header::HeaderValue::from_static(value));
        })
    }

    #[test]
    fn the_rfcs_key_has_the_rfcs_answer() {
        assert_eq!(accept(b"dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn openings_are_checked() {
        assert_eq!(refused(|_| ()), None);
        assert_eq!(with("sec-websocket-version", "8"), Some(Refused::Version));
        assert_eq!(with("sec-websocket-key", "c2hvcnQ="), Some(Refused::Key));
        assert_eq!(with("sec-websocket-key", "???"), Some(Refused::Key));
        assert_eq!(with("upgrade", "h2c"), Some(Refused::NotWebSocket));
        assert_eq!(with("connection", "close"), Some(Refused::NotWebSocket));
        assert_eq!(refused(|r| *r.method_mut() = Method::POST), Some(Refused::NotWebSocket));
        assert_eq!(refused(|r| *r.version_mut() = Version::HTTP_2), Some(Refused::NotWebSocket));
    }

    #[test]
    fn only_our_own_pages_open_sockets() {
        assert_eq!(with("origin", "http://summit.example:8443"), None);
        assert_eq!(with("origin", "https://public.example"), None);
        for foreign in ["https://summit.example:8443", "http://summit.example", "http://evil.example", "null", ""] {
            assert_eq!(with("origin", foreign), Some(Refused::Origin), "{foreign}");
        }
        let own = |origin: &'static str, host: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("origin", header::HeaderValue::from_static(origin));
            headers.insert("host", header::HeaderValue::from_static(host));
            is_own_origin(&headers, true, &[])
        };
        assert!(own("https://Summit.example", "summit.example:443"));
        assert!(!own("http://summit.example", "summit.example"));
        assert!(!own("https://summit.example.evil.example", "summit.example"));
    }
}
