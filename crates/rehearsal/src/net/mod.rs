//! The network as a client sees it: requests over kept connections, and live pages.
pub mod form;
pub mod frames;
pub mod http;
pub mod pages;
pub mod pool;
pub mod reach;

use std::time::Instant;

/// Why a call over the network came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// The operating system refused.
    #[error("{what}: {source}")]
    System {
        /// What was tried.
        what: &'static str,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The server did not answer in time, although it was asked again.
    #[error("no answer from the server: {0}")]
    NoAnswer(String),
    /// The answer is none of the protocol.
    #[error("not understood: {0}")]
    Garbled(String),
}

impl NetError {
    pub(crate) const fn system(what: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::System { what, source }
    }
}

/// Now, by the clock that measures.
#[expect(clippy::disallowed_methods, reason = "the edge that measures")]
#[must_use]
pub fn now() -> Instant {
    Instant::now()
}

/// Milliseconds between two moments.
#[must_use]
pub fn ms_between(from: Instant, to: Instant) -> f64 {
    to.saturating_duration_since(from).as_secs_f64() * 1000.0
}
