//! Threads that check signatures of what is pressed over sockets, so that the threads which hear presses and send pages never wait for it.
use std::{
    io,
    sync::mpsc::{SyncSender, TrySendError, sync_channel},
    thread,
};

/// Most presses that wait for one thread; beyond it the page is told to send again.
const QUEUE: usize = 4_096;

/// One thing to check, and what to do afterwards.
type Job = Box<dyn FnOnce() + Send>;

/// As many threads as there are cores, each with a queue of its own. They end when this is dropped.
#[derive(Debug)]
pub struct Checkers(Vec<SyncSender<Job>>);

impl Checkers {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system has none left.
    pub fn start() -> io::Result<Self> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let start = |n: usize| {
            let (send, receive) = sync_channel::<Job>(QUEUE);
            let work = move || receive.into_iter().for_each(|job| job());
            thread::Builder::new().name(format!("checker-{n}")).spawn(work).map(|_| send)
        };
        (0..cores).map(start).collect::<io::Result<_>>().map(Self)
    }

    /// Queues a job. Jobs of one `key` are done one after the other, in their order. A job that cannot be queued is dropped unheard, which
    /// answers its press with "unavailable".
    pub fn give(&self, key: u64, job: impl FnOnce() + Send + 'static) {
        let lane = usize::try_from(key % self.0.len().max(1) as u64).ok().and_then(|n| self.0.get(n));
        match lane.map(|lane| lane.try_send(Box::new(job))) {
            Some(Ok(())) => {}
            Some(Err(TrySendError::Full(_))) => tracing::warn!("too many signed presses wait; one was sent back"),
            Some(Err(TrySendError::Disconnected(_))) | None => tracing::error!("nobody checks signed presses any more"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn what_one_session_pressed_is_done_in_its_order() {
        let checkers = Checkers::start().unwrap();
        let (tell, told) = channel();
        for n in 0..1_000_u64 {
            let tell = tell.clone();
            checkers.give(n % 7, move || tell.send((n % 7, n)).unwrap());
        }
        drop(tell);
        let mut newest = [None; 7];
        for (key, n) in told {
            assert!(newest[usize::try_from(key).unwrap()].replace(n) < Some(n));
        }
        assert_eq!(newest.iter().flatten().max(), Some(&999));
    }
}
