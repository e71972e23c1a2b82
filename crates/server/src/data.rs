//! A data directory, opened as a house.
use anyhow::{Context, Result, bail};
use app::{Audience, House, SystemClock, SystemEntropy, letters::LetterWriter, record::Setup};
use indicatif::{ProgressBar, ProgressStyle};
use std::{path::Path, sync::Arc};
use store::{Reader, SqliteStore};

/// A data directory whose store is open, and nothing else yet: what it holds can be looked at before anything is added.
pub struct Reached {
    store: SqliteStore,
    /// Reads what is stored.
    pub reader: Arc<Reader>,
}

/// Opens the store of a data directory.
///
/// # Errors
/// When the directory holds no log, or another server runs on it, or the log cannot be read.
pub fn reach(dir: &Path) -> Result<Reached> {
    if !dir.join(store::DATABASE_FILE).exists() {
        bail!("{} holds no summit; make one with `hemicycle init {}`", dir.display(), dir.display());
    }
    reach_or_make(dir)
}

fn reach_or_make(dir: &Path) -> Result<Reached> {
    let store = SqliteStore::open(dir).with_context(|| format!("opening {}", dir.display()))?;
    let reader = Arc::new(store.reader());
    Ok(Reached { store, reader })
}

/// Opens the house of a data directory, with a progress bar while the log is replayed.
///
/// # Errors
/// As [`reach`].
pub fn open(
    dir: &Path,
    letters: Arc<dyn LetterWriter>,
    audience: Arc<dyn Audience>,
    record: Option<Arc<Setup>>,
) -> Result<House> {
    reach(dir)?.house(dir, letters, audience, record)
}

/// Like [`open`], making the log when there is none.
///
/// # Errors
/// As [`open`].
pub fn open_new(
    dir: &Path,
    letters: Arc<dyn LetterWriter>,
    audience: Arc<dyn Audience>,
    record: Option<Arc<Setup>>,
) -> Result<House> {
    reach_or_make(dir)?.house(dir, letters, audience, record)
}

impl Reached {
    /// Opens the house, with a progress bar while the log is replayed.
    ///
    /// # Errors
    /// When the log cannot be replayed.
    pub fn house(
        self,
        dir: &Path,
        letters: Arc<dyn LetterWriter>,
        audience: Arc<dyn Audience>,
        record: Option<Arc<Setup>>,
    ) -> Result<House> {
        let Self { store, reader } = self;
        let first = parking_lot::Mutex::new(Some(store));
        let again = dir.to_owned();
        let setup = app::Setup {
            open: Box::new(move || match first.lock().take() {
                Some(store) => Ok(Box::new(store)),
                None => Ok(Box::new(SqliteStore::open(&again)?)),
            }),
            side: Arc::clone(&reader) as _,
            feed: reader as _,
            clock: Arc::new(SystemClock),
            entropy: Box::new(SystemEntropy::default()),
            letters,
            record,
        };
        let bar = ProgressBar::new(0).with_style(style("replaying"));
        let house = House::open(setup, audience, &mut |position, newest| {
            bar.set_length(newest);
            bar.set_position(position);
        })
        .with_context(|| format!("replaying {}", dir.display()))?;
        bar.finish_and_clear();
        Ok(house)
    }
}

/// Look of a progress bar; drawn only when a terminal is attached.
pub fn style(what: &'static str) -> ProgressStyle {
    ProgressStyle::with_template(&format!("{what} {{wide_bar}} {{human_pos}}/{{human_len}} {{eta}}"))
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
