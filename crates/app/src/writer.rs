//! The single writer: a thread of its own that turns queued commands into durable batches.
use crate::{
    Clock, Entropy,
    engine::{Act, Engine, Failure, Outcome, Written},
    house::Shared,
    record::SETTLE_MS,
};
use crossbeam_channel::{Receiver, RecvTimeoutError};
use ledger::Checked;
use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

/// How the caller hears the answer; called on the writer's thread, so it must not block.
pub type Reply = Box<dyn FnOnce(Outcome) + Send>;

/// Most commands decided between two syncs of the disk.
pub const BATCH: usize = 4_096;
/// A sync that carried so many commands was worth its cost.
const FEW: usize = 64;
/// Where syncs carry few commands but more than one, the writer rests so long after each: what comes meanwhile shares the next one, and where
/// cores are few, the time that half of the syncs would have taken is the pages'. Where it is quiet nothing waits: after a command that came
/// alone there is no rest.
const REST: Duration = Duration::from_micros(1_250);
/// Events after which a snapshot is kept.
const SNAPSHOT_EVERY: u64 = 200_000;

pub(crate) enum Job {
    Act(Box<(Act, Option<Checked>)>, Reply),
    Stop,
}

pub(crate) struct Writer {
    /// None only while the log is opened anew.
    pub engine: Option<Engine>,
    pub queue: Receiver<Job>,
    pub shared: Arc<Shared>,
    pub clock: Arc<dyn Clock>,
    pub entropy: Box<dyn Entropy>,
}

impl Writer {
    /// Runs until told to stop or until nobody can submit any more. Returns after a snapshot.
    pub fn run(mut self) {
        let mut since_snapshot = 0u64;
        // Everything queued while the last sync ran goes into the next batch, and nothing waits when it is quiet.
        while let Some(first) = self.next() {
            let Some(first) = first else {
                self.settle(false);
                continue;
            };
            let (mut acts, mut replies) = (Vec::new(), Vec::new());
            let mut stop = false;
            for job in std::iter::once(first).chain(self.queue.try_iter().take(BATCH - 1)) {
                match job {
                    Job::Act(act, reply) => {
                        acts.push(act);
                        replies.push(reply);
                    }
                    Job::Stop => stop = true,
                }
            }
            let count = acts.len();
            let Some(engine) = self.engine.as_mut() else { break };
            match engine.run_signed(acts.iter().map(|act| (&act.0, act.1.as_ref())), self.clock.now(), self.entropy.as_mut()) {
                Ok(written) => {
                    since_snapshot += written.recorded.len() as u64;
                    self.publish(written, replies);
                }
                Err(error) => {
                    tracing::error!(%error, "the batch could not be made durable; opening the log anew");
                    for reply in replies {
                        reply(Err(Failure::Unavailable));
                    }
                    // Recovery is the normal path: forget what was decided ahead of the disk and fold what is on it.
                    // The old store goes first: it holds the directory's lock.
                    self.engine = None;
                    self.engine = self.reopen();
                }
            }
            self.settle(stop);
            if (2..FEW).contains(&count) {
                std::thread::sleep(REST);
            }
            if stop || since_snapshot >= SNAPSHOT_EVERY {
                since_snapshot = 0;
                if let Some(Err(error)) = self.engine.as_mut().map(Engine::save_snapshot) {
                    tracing::warn!(%error, "no snapshot was kept; the next start replays more");
                }
            }
            if stop {
                break;
            }
        }
        self.shared.stopped.store(true, Ordering::Release);
    }

    /// The next job; nothing in it when figures of the record have waited long enough, none when nobody can submit any more.
    fn next(&self) -> Option<Option<Job>> {
        if !self.engine.as_ref().is_some_and(Engine::unsettled) {
            return self.queue.recv().ok().map(Some);
        }
        match self.queue.recv_timeout(Duration::from_millis(SETTLE_MS.unsigned_abs())) {
            Ok(job) => Some(Some(job)),
            Err(RecvTimeoutError::Timeout) => Some(None),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Enters into the record what waited for its interval; before the end, figures that would wait on too.
    fn settle(&mut self, last: bool) {
        let Some(engine) = self.engine.as_mut() else { return };
        let (now, entropy) = (self.clock.now(), self.entropy.as_mut());
        let settled = if last { engine.settle_last(now, entropy) } else { engine.settle(now, entropy) };
        match settled {
            Ok(Some(written)) => self.publish(written, Vec::new()),
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "the record's figures could not be made durable; opening the log anew");
                self.engine = None;
                self.engine = self.reopen();
            }
        }
    }

    fn publish(&self, written: Written, replies: Vec<Reply>) {
        let Written { outcomes, recorded, people, letters, leaves, commitments } = written;
        self.shared.people.apply(people);
        self.shared.people.committed(commitments);
        if let Some(record) = &self.shared.record {
            record.published(&leaves);
        }
        if !recorded.is_empty() {
            {
                let mut state = self.shared.state.write();
                for one in &recorded {
                    state.evolve(one);
                }
            }
            self.shared.events.fetch_add(recorded.len() as u64, Ordering::Relaxed);
            if let Some(last) = recorded.last() {
                self.shared.position.send_replace(last.position);
            }
        }
        if letters {
            self.shared.letters.notify_one();
        }
        self.shared.commands.fetch_add(outcomes.iter().filter(|o| o.is_ok()).count() as u64, Ordering::Relaxed);
        self.shared.refused.fetch_add(outcomes.iter().filter(|o| o.is_err()).count() as u64, Ordering::Relaxed);
        self.shared.batches.fetch_add(1, Ordering::Relaxed);
        // Who pressed hears first: the fan-out to ten thousand pages keeps every core busy for a while.
        for (outcome, reply) in outcomes.into_iter().zip(replies) {
            reply(outcome);
        }
        if !recorded.is_empty() {
            self.shared.audience.published(&recorded);
        }
    }

    fn reopen(&mut self) -> Option<Engine> {
        let store = match (self.shared.reopen)() {
            Ok(store) => store,
            Err(error) => {
                tracing::error!(%error, "the store does not open; this server takes no more commands");
                return None;
            }
        };
        let letters = Arc::clone(&self.shared.letter_writer);
        let opened = Engine::open(store, letters, Arc::clone(&self.shared.people), &mut |_, _| ()).and_then(|mut engine| {
            if let Some(setup) = &self.shared.record_setup {
                engine.keep_record(Arc::clone(setup), self.clock.now(), self.entropy.as_mut())?;
            }
            Ok(engine)
        });
        match opened {
            Ok(engine) => {
                if let (Some(view), Some(recorder)) = (&self.shared.record, engine.record()) {
                    view.replace(recorder);
                }
                // What had become durable although the disk said otherwise is shown too.
                *self.shared.state.write() = engine.state().clone();
                Some(engine)
            }
            Err(error) => {
                tracing::error!(%error, "the log does not replay; this server takes no more commands");
                None
            }
        }
    }
}
