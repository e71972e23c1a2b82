//! How far the record and its witnesses have come, for those who watch over the server.
use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// How a witness stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How the policy names it.
    pub name: String,
    /// How many entries it has confirmed since this server started.
    pub entries: u64,
    /// Why it did not confirm the newest checkpoint that it was shown; none when it did.
    pub trouble: Option<String>,
}

/// Sizes of the record, in entries.
#[derive(Debug, Default)]
pub struct Progress {
    signed: AtomicU64,
    served: AtomicU64,
    witnesses: Mutex<Vec<Standing>>,
}

impl Progress {
    /// Of a record with these witnesses.
    #[must_use]
    pub fn of(witnesses: impl IntoIterator<Item = String>) -> Self {
        let standing = |name| Standing { name, ..Standing::default() };
        Self { witnesses: Mutex::new(witnesses.into_iter().map(standing).collect()), ..Self::default() }
    }
    /// A checkpoint of this many entries was signed.
    pub fn signed(&self, entries: u64) {
        self.signed.fetch_max(entries, Ordering::Relaxed);
    }
    /// A checkpoint of this many entries is served.
    pub fn served(&self, entries: u64) {
        self.served.fetch_max(entries, Ordering::Relaxed);
    }
    /// A witness confirmed this many entries, or why it did not.
    pub fn witness(&self, name: &str, confirmed: Result<u64, &str>) {
        let mut witnesses = self.witnesses.lock();
        let Some(standing) = witnesses.iter_mut().find(|standing| standing.name == name) else { return };
        match confirmed {
            Ok(entries) => *standing = Standing { name: name.to_owned(), entries: standing.entries.max(entries), trouble: None },
            Err(trouble) => standing.trouble = Some(trouble.to_owned()),
        }
    }
    /// Entries under the newest checkpoint signed, and under the one served.
    #[must_use]
    pub fn sizes(&self) -> (u64, u64) {
        (self.signed.load(Ordering::Relaxed), self.served.load(Ordering::Relaxed))
    }
    /// The witnesses in the policy's order.
    #[must_use]
    pub fn witnesses(&self) -> Vec<Standing> {
        self.witnesses.lock().clone()
    }
}
