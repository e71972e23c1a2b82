//! Polls as the public may read them: before the lock how many have voted, after it for what.
use super::{
    facts,
    page::{Page, Words, page, words},
    problem,
};
use crate::site::{Asked, Site};
use axum::{
    extract::{Path, State as Extract},
    response::{IntoResponse, Response},
};
use domain::{
    State,
    command::Way,
    id::PollId,
    poll::{Phase, Poll as Voting, Question, Tally},
};
use serde::Serialize;
use std::sync::Arc;

/// A poll.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Poll {
    /// Such as `poll-3`.
    pub id: String,
    /// In which meeting.
    pub meeting: String,
    /// `recorded`, `roll-call` or `hands`.
    pub method: &'static str,
    /// `open`, `locked`, `decided` or `cancelled`.
    pub phase: &'static str,
    /// The symbol under which the question is bound.
    pub symbol: Option<String>,
    /// SHA-256 of the question's manifest.
    pub manifest: String,
    /// The text whose revision is voted on.
    pub text: Option<String>,
    /// The question by language, when no text is voted on.
    pub question: Words,
    /// Organisations entitled to vote.
    pub entitled: usize,
    /// Organisations that have voted; for what is told after the lock.
    pub received: u32,
    /// In a roll-call: who is being called.
    pub being_called: Option<String>,
    /// Whether its votes are signed and enter the verifiable record.
    pub in_record: bool,
    /// The figures, after the lock.
    pub tally: Option<Figures>,
    /// Whether the question was carried, once declared.
    pub carried: Option<bool>,
    /// When it was opened (RFC 3339).
    pub at: String,
}

/// What the votes add up to, in votes.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct Figures {
    /// In favour.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Not participating.
    pub not_participating: u32,
    /// Not cast.
    pub absent: u32,
}

impl From<Tally> for Figures {
    fn from(t: Tally) -> Self {
        Self { yes: t.yes, no: t.no, abstain: t.abstain, not_participating: t.not_participating, absent: t.absent }
    }
}

/// How one organisation voted.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Vote {
    /// Which organisation.
    pub organisation: String,
    /// `yes`, `no`, `abstain` or `not-participating`; none when it cast no vote.
    pub choice: Option<&'static str>,
    /// With how many votes.
    pub votes: u32,
    /// `device`, `key`, `passkey` or `paper`.
    pub way: Option<&'static str>,
}

fn poll_of(state: &State, id: PollId, poll: &Voting) -> Poll {
    let (text, question) = match &poll.opened.question {
        Question::Text { text, .. } => (Some(text.to_string()), Words::new()),
        Question::Words(asked) => (None, words(asked)),
    };
    Poll {
        id: id.to_string(),
        meeting: poll.opened.meeting.to_string(),
        method: poll.opened.method.as_str(),
        phase: match poll.phase() {
            Phase::Open => "open",
            Phase::Locked => "locked",
            Phase::Decided => "decided",
            Phase::Cancelled => "cancelled",
        },
        symbol: poll.opened.question.symbol(state, id).map(|s| s.to_string()),
        manifest: poll.opened.manifest.to_string(),
        text,
        question,
        entitled: poll.opened.electorate.len(),
        received: poll.received(),
        being_called: poll.being_called().map(|o| o.to_string()),
        in_record: poll.opened.in_record,
        tally: poll.tally().map(Figures::from),
        carried: poll.decided.map(|d| d.carried),
        at: facts::time(poll.at),
    }
}

/// All polls, in order of opening.
pub async fn polls(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    let state = site.house.state();
    let list = page(&asked, state.position, state.polls.iter(), |(id, poll)| poll_of(&state, id, poll));
    drop(state);
    axum::Json(list).into_response()
}

/// One poll.
pub async fn poll(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let state = site.house.state();
    let found = id.parse().ok().and_then(|id| Some(poll_of(&state, id, state.polls.get(id)?)));
    drop(state);
    found.map_or_else(|| problem::missing(asked.tongue), |poll| axum::Json(poll).into_response())
}

/// How each organisation of the electorate voted: empty before the lock, and after a show of hands.
pub async fn votes(Extract(site): Extract<Arc<Site>>, Path(id): Path<String>, asked: Asked) -> Response {
    let state = site.house.state();
    let Some(poll) = id.parse().ok().and_then(|id| state.polls.get(id)) else { return problem::missing(asked.tongue) };
    let opened = poll.opened_votes();
    let all = poll.opened.electorate.iter().filter(|_| opened.is_some());
    let list: Page<Vote> = page(&asked, state.position, all, |(organisation, votes)| {
        let ballot = opened.and_then(|votes| votes.get(organisation));
        Vote {
            organisation: organisation.to_string(),
            choice: ballot.map(|b| b.choice.as_str()),
            votes: *votes,
            way: ballot.map(|b| way(b.way)),
        }
    });
    drop(state);
    axum::Json(list).into_response()
}

const fn way(way: Way) -> &'static str {
    match way {
        Way::Device => "device",
        Way::Paper(_) => "paper",
        Way::Key => "key",
        Way::Passkey => "passkey",
    }
}
