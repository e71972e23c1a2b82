//! Moves what is durable in the write-ahead log into the database file, while the writer goes on: an append never waits for it.
use super::schema;
use crate::{Batch, StoreError};
use rusqlite::Connection;
use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread::JoinHandle,
};

/// Pages of the log after which it is moved, by a cautious count: 16 MiB.
pub(super) const EVERY_PAGES: usize = 4_000;
/// Pages that one transaction rewrites beside those its content fills: roots, inner pages, the page it begins on.
const PAGES_BESIDE: usize = 6;
const PAGE_BYTES: usize = 4_096;

/// A thread with a connection of its own. Dropping it waits until it has ended.
#[derive(Debug)]
pub(super) struct Checkpointer {
    wake: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Pages written since it was woken last.
    pages: usize,
}

impl Checkpointer {
    /// Starts it on a database that has been migrated.
    pub(super) fn start(path: &Path) -> Result<Self, StoreError> {
        let conn = Connection::open(path)?;
        schema::configure_checkpointer(&conn)?;
        let (wake, woken) = sync_channel(1);
        let name = path.to_owned();
        let thread = std::thread::Builder::new().name("checkpointer".to_owned()).spawn(move || run(&conn, &name, &woken));
        let thread = thread.map_err(|source: io::Error| StoreError::Io { path: PathBuf::from(path), source })?;
        Ok(Self { wake: Some(wake), thread: Some(thread), pages: 0 })
    }

    /// Counts a committed batch, and wakes the thread when enough stands in the log.
    pub(super) fn committed(&mut self, batch: &Batch) {
        self.pages += PAGES_BESIDE + bytes(batch) / PAGE_BYTES;
        if self.pages >= EVERY_PAGES {
            self.pages = 0;
            if let Some(wake) = &self.wake {
                // One that is at work already looks again afterwards.
                let _ = wake.try_send(());
            }
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        drop(self.wake.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the log's checkpoints ended by a panic; the next start moves what is left");
        }
    }
}

fn run(conn: &Connection, path: &Path, woken: &Receiver<()>) {
    while woken.recv().is_ok() {
        // PASSIVE takes what it can without making anybody wait. A crash in the middle leaves the log whole: it is moved again.
        if let Err(error) = conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
            tracing::warn!(%error, path = %path.display(), "the write-ahead log could not be moved; it is tried again");
        }
    }
}

/// How many bytes a batch brings, roughly.
fn bytes(batch: &Batch) -> usize {
    let lists = [&batch.events, &batch.leaves, &batch.blobs];
    let plain: usize = lists.into_iter().flatten().map(Vec::len).sum();
    let people: usize = batch.people.iter().filter_map(|p| p.record.as_ref()).map(Vec::len).sum();
    let photos: usize = batch.photos.iter().filter_map(|p| p.photo.as_ref()).map(Vec::len).sum();
    let letters: usize = batch.outbox.iter().map(|l| l.subject.len() + l.body.len()).sum();
    plain + people + photos + letters
}
