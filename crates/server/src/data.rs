//! A data directory, opened as a house.
use anyhow::{Context, Result, bail};
use app::{Audience, House, SystemClock, SystemEntropy, letters::LetterWriter, record::Setup};
use indicatif::{ProgressBar, ProgressStyle};
use std::{path::Path, sync::Arc};
use store::SqliteStore;

/// Opens the house of a data directory, with a progress bar while the log is replayed.
///
/// # Errors
/// When the directory holds no log, or another server runs on it, or the log cannot be read.
pub fn open(
    dir: &Path,
    letters: Arc<dyn LetterWriter>,
    audience: Arc<dyn Audience>,
    record: Option<Arc<Setup>>,
) -> Result<House> {
    if !dir.join(store::DATABASE_FILE).exists() {
        bail!("{} holds no summit; make one with `hemicycle init {}`", dir.display(), dir.display());
    }
    open_new(dir, letters, audience, record)
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
    let first = SqliteStore::open(dir).with_context(|| format!("opening {}", dir.display()))?;
    let reader = Arc::new(first.reader());
    let first = parking_lot::Mutex::new(Some(first));
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

/// Look of a progress bar; drawn only when a terminal is attached.
pub fn style(what: &'static str) -> ProgressStyle {
    ProgressStyle::with_template(&format!("{what} {{wide_bar}} {{human_pos}}/{{human_len}} {{eta}}"))
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
