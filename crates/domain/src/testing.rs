#![expect(clippy::expect_used, reason = "tests")]
//! A house for tests: commands in, events folded, nothing else.
use crate::{
    Actor, Command, Event, Moment, No, Recorded, State,
    command::CommandId,
    decide,
    state::{Decision, Given},
};

/// A state with a hand-set clock; each command has its own id and entropy, both counted up.
#[derive(Default)]
pub(crate) struct House {
    /// The state after all commands that were carried out.
    pub state: State,
    /// What was recorded.
    pub log: Vec<Recorded>,
    /// The clock.
    pub now: Moment,
    /// How many commands were asked for.
    pub commands: u128,
    /// What signs the commands, if anything does.
    pub signed: Option<crate::command::SignedBy>,
}

impl House {
    /// Decides as the console and folds the events.
    pub fn run(&mut self, command: Command) -> Result<Decision, No> {
        self.run_as(&Actor::Console, command)
    }
    /// Decides as somebody and folds the events.
    pub fn run_as(&mut self, actor: &Actor, command: Command) -> Result<Decision, No> {
        self.commands += 1;
        let mut entropy = [0; 32];
        entropy[..16].copy_from_slice(&self.commands.to_be_bytes());
        let decision = decide(
            &self.state,
            actor,
            &command,
            &Given { now: self.now, entropy, signed: self.signed, leaf: None, attested: false },
        )?;
        for event in decision.events.clone() {
            self.record(actor, event);
        }
        Ok(decision)
    }
    fn record(&mut self, actor: &Actor, event: Event) {
        let recorded = Recorded {
            position: self.state.position + 1,
            at: self.now,
            seat: actor.seat(),
            command: CommandId(self.commands),
            event,
        };
        self.state.evolve(&recorded);
        self.log.push(recorded);
    }
    /// The state that a restart would have: every event through the stored form into an empty state.
    pub fn replayed(&self) -> State {
        let mut state = State::default();
        for recorded in &self.log {
            let bytes = postcard::to_allocvec(recorded).expect("an event is written");
            state.evolve(&postcard::from_bytes(&bytes).expect("an event is read"));
        }
        state
    }
}
