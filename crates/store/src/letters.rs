//! The states of a letter and the changes between them, alike for every implementation.

use crate::{LetterState, StoreError};

/// How far a letter has come, without its content.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    pub(crate) state: LetterState,
    pub(crate) attempts: u32,
    pub(crate) next_attempt_ms: i64,
    pub(crate) sent_ms: Option<i64>,
    /// The recipient was erased and the content with it.
    pub(crate) erased: bool,
}

/// What happened to a letter.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change<'a> {
    Sent { at_ms: i64 },
    Failed { error: &'a str, next_attempt_ms: Option<i64> },
    Printed { at_ms: i64 },
    Retry { next_attempt_ms: i64 },
}

impl Progress {
    /// A letter just written, due at once.
    pub(crate) fn new(created_ms: i64) -> Self {
        Self { state: LetterState::Waiting, attempts: 0, next_attempt_ms: created_ms, sent_ms: None, erased: false }
    }

    /// The recipient was erased: a letter still waiting has nowhere to go.
    pub(crate) fn erase(&mut self) {
        self.erased = true;
        if self.state == LetterState::Waiting {
            self.state = LetterState::Failed;
        }
    }

    /// Applies a change; answers the error text to keep, if the change brings one.
    pub(crate) fn apply<'a>(&mut self, id: u64, change: Change<'a>) -> Result<Option<&'a str>, StoreError> {
        let closed = Err(StoreError::LetterClosed { id, state: self.state });
        match change {
            Change::Sent { at_ms } => match self.state {
                LetterState::Sent => {}
                LetterState::Printed => return closed,
                LetterState::Waiting | LetterState::Failed => {
                    self.state = LetterState::Sent;
                    self.sent_ms = Some(at_ms);
                }
            },
            Change::Printed { at_ms } => match self.state {
                LetterState::Printed => {}
                LetterState::Sent => return closed,
                LetterState::Waiting | LetterState::Failed => {
                    self.state = LetterState::Printed;
                    self.sent_ms = Some(at_ms);
                }
            },
            Change::Failed { error, next_attempt_ms } => {
                if self.state.is_final() {
                    return closed;
                }
                self.attempts = self.attempts.saturating_add(1);
                match next_attempt_ms {
                    Some(next) if !self.erased => {
                        self.state = LetterState::Waiting;
                        self.next_attempt_ms = next;
                    }
                    _ => self.state = LetterState::Failed,
                }
                // Mail servers quote the address in their refusals: it must not come back after an erasure.
                return Ok((!self.erased).then(|| crate::check::letter_error(error)));
            }
            Change::Retry { next_attempt_ms } => {
                if self.state.is_final() {
                    return closed;
                }
                if self.erased {
                    let detail = "its recipient was erased".to_owned();
                    return Err(StoreError::Invalid { what: "sending this letter again", detail });
                }
                self.state = LetterState::Waiting;
                self.attempts = 0;
                self.next_attempt_ms = next_attempt_ms;
            }
        }
        Ok(None)
    }
}
