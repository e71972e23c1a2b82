//! Moves what is durable in the write-ahead log into the database file, while the writer goes on: an append never waits for it.
use super::schema;
use crate::StoreError;
use rusqlite::{Connection, hooks::Wal};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::JoinHandle,
};

/// Pages by which the log has grown when it is moved: 16 MiB.
const EVERY_PAGES: u32 = 4_000;
/// Pages of the log at which the writer itself moves it: 256 MiB. The thread is far ahead of this; where it is held up, the log must not
/// grow without end.
const AT_MOST_PAGES: u32 = 64_000;

/// A thread with a connection of its own. Dropping it waits until it has ended.
#[derive(Debug)]
pub(super) struct Checkpointer {
    wake: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Pages of the log after the last commit, as SQLite counts them.
    pages: Arc<AtomicU32>,
    /// What they were when the thread was woken last.
    told: u32,
    path: PathBuf,
}

impl Checkpointer {
    /// Starts it on a database that has been migrated; `writer` is the connection whose commits it hears of.
    pub(super) fn start(path: &Path, writer: &mut Connection) -> Result<Self, StoreError> {
        let conn = Connection::open(path)?;
        schema::configure_checkpointer(&conn)?;
        let pages = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&pages);
        writer.wal_hook(Some(move |_: &mut Wal, pages| {
            counted.store(u32::try_from(pages).unwrap_or_default(), Ordering::Relaxed);
            // An error would be taken for one of the commit, which is durable by now.
            Ok(())
        }))?;
        let (wake, woken) = sync_channel(1);
        let name = path.to_owned();
        let thread = std::thread::Builder::new().name("checkpointer".to_owned()).spawn(move || run(&conn, &name, &woken));
        let thread = thread.map_err(|source: io::Error| StoreError::Io { path: PathBuf::from(path), source })?;
        Ok(Self { wake: Some(wake), thread: Some(thread), pages, told: 0, path: path.to_owned() })
    }

    /// After a commit of `writer`: wakes the thread when the log has grown enough.
    pub(super) fn committed(&mut self, writer: &Connection) {
        let pages = self.pages.load(Ordering::Relaxed);
        // A log that was moved as a whole begins anew.
        self.told = self.told.min(pages);
        if pages - self.told >= EVERY_PAGES
            && let Some(wake) = &self.wake
        {
            self.told = pages;
            // One that is at work already looks again afterwards.
            let _ = wake.try_send(());
        }
        if pages >= AT_MOST_PAGES {
            move_log(writer, &self.path);
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
        move_log(conn, path);
    }
}

/// Moves what nobody reads in the log any more. A crash in the middle leaves the log whole: it is moved again.
fn move_log(conn: &Connection, path: &Path) {
    // PASSIVE takes what it can without making anybody wait.
    if let Err(error) = conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
        tracing::warn!(%error, path = %path.display(), "the write-ahead log could not be moved; it is tried again");
    }
}
