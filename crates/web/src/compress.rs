//! Compression of what is text and long enough to gain by it. Live regions are not compressed: they are small, and one frame is shared by
//! all its viewers; the interface's own files were compressed when the program was built.
//!
//! A compressed answer's length tells something of what is in it to whoever makes a signed-in browser load it again and again with
//! text of their own. Cookies here are `SameSite=Lax`, so that another site cannot load pages in a person's name unseen, and forms are
//! guarded by their origin, not by a secret in the page. What does carry secrets (letters with their links) says so by [`Secrets`] and is
//! left as it is.
use axum::http::header;
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, Predicate, predicate::SizeAbove},
};

/// Shorter answers gain nothing: they fit into one packet.
const LEAST_BYTES: u64 = 1_024;

/// How hard Brotli tries: at this level a page of 100 KB takes about a millisecond.
const LEVEL: i32 = 4;

/// Put into an answer's extensions: it carries secrets and is not compressed.
#[derive(Clone, Copy, Debug)]
pub struct Secrets;

/// Text of every kind that pages and programs ask for; streams of events never, since compression would hold them back.
#[derive(Clone, Copy, Debug)]
pub struct IsText;

impl Predicate for IsText {
    fn should_compress<B>(&self, response: &axum::http::Response<B>) -> bool
    where
        B: axum::body::HttpBody,
    {
        if response.extensions().get::<Secrets>().is_some() {
            return false;
        }
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        matches!(kind, "text/html" | "text/csv" | "text/calendar" | "text/plain" | "application/json" | "image/svg+xml")
    }
}

/// The layer.
#[must_use]
pub fn layer() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new().quality(CompressionLevel::Precise(LEVEL)).compress_when(SizeAbove::new(LEAST_BYTES).and(IsText))
}
