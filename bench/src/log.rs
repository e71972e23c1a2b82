//! The house in this process, for what is measured or made without a network: a closed loop of commands, and logs of a million events.
use crate::{machine::now, stage::Cast};
use anyhow::{Context, Result};
use app::{
    Act, House, Setup, SystemClock, SystemEntropy,
    letters::{LetterWriter, Written},
};
use domain::{
    Actor, Command, State,
    command::CommandId,
    floor::{FloorCommand, Rank},
    id::{ItemId, SeatId},
    state::{Letter, PersonDetails},
};
use std::{
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};
use store::SqliteStore;

/// Commands of the closed loop that are under way at one time: some more than the writer takes into one transaction.
const UNDER_WAY: usize = 8_192;

struct NoLetters;
impl LetterWriter for NoLetters {
    fn write(&self, _: &Letter, _: &PersonDetails, _: &State) -> Written {
        Written::default()
    }
}

/// Opens the house of a data directory, without its record: none of the commands here leads to an entry.
pub fn open(dir: &Path) -> Result<House> {
    let first = SqliteStore::open(dir).with_context(|| format!("opening {}", dir.display()))?;
    let reader = Arc::new(first.reader());
    let first = Mutex::new(Some(first));
    let again = dir.to_owned();
    let setup = Setup {
        open: Box::new(move || match first.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(store) => Ok(Box::new(store)),
            None => Ok(Box::new(SqliteStore::open(&again)?)),
        }),
        side: Arc::clone(&reader) as _,
        feed: reader as _,
        clock: Arc::new(SystemClock),
        entropy: Box::new(SystemEntropy::default()),
        letters: Arc::new(NoLetters),
        record: None,
    };
    House::open(setup, Arc::new(()), &mut |_, _| ()).context("opening the house")
}

/// Delegations that ask for the floor and take it back, each on its own, as fast as they are answered.
pub struct Loop {
    /// A delegate of each delegation, and whether its request stands.
    seats: Vec<(SeatId, bool)>,
    next: u128,
}

impl Loop {
    /// The delegations of a summit; `round` tells the ids of one loop from another's.
    pub fn new(cast: &Cast, round: u64) -> Self {
        let mut known = std::collections::HashSet::new();
        let may = cast.delegates.iter().filter(|d| d.may_speak).filter(|d| known.insert(d.organisation)).skip(1);
        let seats = may.filter_map(|d| d.seat.parse().ok()).map(|seat| (seat, false)).collect();
        Self { seats, next: u128::from(round) << 64 }
    }

    fn act(&mut self, at: usize) -> Act {
        let (seat, waits) = &mut self.seats[at];
        let item = ItemId(1);
        let command = if *waits {
            FloorCommand::WithdrawRequest { item, organisation: None }
        } else {
            FloorCommand::RequestFloor { item, rank: Rank::Head, venue: None, organisation: None, on_paper: None }
        };
        *waits = !*waits;
        self.next += 1;
        Act { actor: Actor::Seat(*seat), id: CommandId(self.next), command: Command::Floor(command), address: None }
    }

    /// Presses until so many commands were carried out or the time is over; answers how many, and how many were not.
    pub fn run(&mut self, house: &House, commands: u64, time: Duration) -> (u64, u64) {
        let (tell, told): (Sender<bool>, Receiver<bool>) = channel();
        let (mut sent, mut done, mut refused) = (0u64, 0u64, 0u64);
        let until = now() + time;
        let mut under_way = 0usize;
        loop {
            let more = sent < commands && now() < until;
            while more && under_way < UNDER_WAY && sent < commands {
                let at = (sent as usize) % self.seats.len().max(1);
                let act = self.act(at);
                let tell = tell.clone();
                house.submit_then(
                    act,
                    Box::new(move |outcome| {
                        // The loop ends only after the last answer.
                        let _ = tell.send(outcome.is_ok());
                    }),
                );
                (sent, under_way) = (sent + 1, under_way + 1);
            }
            if under_way == 0 {
                return (done, refused);
            }
            let first = told.recv();
            for is_done in first.into_iter().chain(told.try_iter()) {
                under_way -= 1;
                (done, refused) = (done + u64::from(is_done), refused + u64::from(!is_done));
            }
        }
    }
}
