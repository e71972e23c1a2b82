//! The writer is held up and the queue runs full: what does not fit is sent back at once, what fits is answered in its time.
#![expect(clippy::unwrap_used, reason = "tests")]
use app::{
    Act, Clock, Entropy, Failure, House, Outcome, Setup,
    house::QUEUE,
    letters::{LetterWriter, Written},
};
use domain::{
    Actor, Command, Moment, State,
    command::CommandId,
    seat::SeatCommand,
    state::{Letter, PersonDetails, Secret},
};
use std::sync::{
    Arc, Mutex,
    mpsc::{Sender, channel},
};
use store::memory::MemoryStore;

struct NoLetters;
impl LetterWriter for NoLetters {
    fn write(&self, _: &Letter, _: &PersonDetails, _: &State) -> Written {
        Written::default()
    }
}

struct Same;
impl Entropy for Same {
    fn fresh(&mut self) -> [u8; 32] {
        [7; 32]
    }
}

/// The writer reads it before each batch: it stands still while the lock is held, and tells that it does.
struct Held(Arc<Mutex<()>>, Sender<()>);
impl Clock for Held {
    fn now(&self) -> Moment {
        let _ = self.1.send(());
        drop(self.0.lock().unwrap());
        Moment(1_700_000_000_000)
    }
}

fn act(n: usize) -> Act {
    let token = Secret(format!("guess-{n}"));
    Act {
        actor: Actor::Nobody,
        id: CommandId(n as u128 + 1),
        command: Command::Seat(SeatCommand::RedeemInvitation { token }),
        address: None,
    }
}

#[test]
fn a_full_queue_sends_back_what_does_not_fit_and_loses_nothing_of_what_does() {
    let store = MemoryStore::new();
    let again = store.clone();
    let (lock, (reads, read)) = (Arc::new(Mutex::new(())), channel());
    let setup = Setup {
        open: Box::new(move || Ok(Box::new(again.clone()))),
        side: Arc::new(store.clone()),
        feed: Arc::new(store),
        clock: Arc::new(Held(Arc::clone(&lock), reads)),
        entropy: Box::new(Same),
        letters: Arc::new(NoLetters),
        record: None,
    };
    let house = House::open(setup, Arc::new(()), &mut |_, _| ()).unwrap();
    while read.try_recv().is_ok() {}
    let held = lock.lock().unwrap();
    let (tell, told) = channel::<(usize, Outcome)>();
    let submit = |n: usize| {
        let tell = tell.clone();
        house.submit_then(act(n), Box::new(move |outcome| tell.send((n, outcome)).unwrap()));
    };
    submit(0);
    // From here on the writer waits with the first of them in hand.
    read.recv().unwrap();
    (1..=QUEUE + 5).for_each(submit);
    let sent_back: Vec<usize> = told
        .try_iter()
        .map(|(n, outcome)| (n, outcome.unwrap_err()))
        .map(|(n, why)| {
            assert_eq!(why, Failure::Unavailable);
            n
        })
        .collect();
    assert_eq!(sent_back, (QUEUE + 1..=QUEUE + 5).collect::<Vec<_>>(), "the newest, and at once");
    let counters = house.counters();
    assert_eq!((counters.queued, counters.turned_away), (QUEUE as u64, 5));
    drop(held);
    let mut answered: Vec<usize> = told
        .iter()
        .take(QUEUE + 1)
        .map(|(n, outcome)| {
            assert!(matches!(outcome, Err(Failure::No(_))), "{n}: {outcome:?}");
            n
        })
        .collect();
    answered.sort_unstable();
    assert_eq!(answered, (0..=QUEUE).collect::<Vec<_>>());
    // There is room again.
    submit(QUEUE + 6);
    assert!(matches!(told.recv().unwrap(), (_, Err(Failure::No(_)))));
    house.stop();
}
