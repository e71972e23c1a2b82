//! `GET /api/v1/letters`: the letters written, for a secretariat that sends them another way.
use super::{PAGE, PAGE_MOST, caller, facts, problem};
use crate::site::{Asked, Site};
use app::side::Letter as Kept;
use axum::{
    extract::State as Extract,
    response::{IntoResponse, Response},
};
use domain::{Moment, id::PersonId, seat::Role};
use serde::Serialize;
use std::sync::Arc;

/// A letter. Its address and words are gone once the person was erased.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Letter {
    /// Its number.
    pub id: u64,
    /// What it is, such as `invitation`.
    pub kind: String,
    /// For whom, such as `person-7`.
    pub person: Option<String>,
    /// Where it goes; empty when the person has no address.
    pub to: String,
    /// Language tag.
    pub language: String,
    /// Subject line.
    pub subject: String,
    /// Text, with the link if it carries one.
    pub body: String,
    /// `waiting`, `sent`, `failed` or `printed`.
    pub state: String,
    /// When it was written (RFC 3339).
    pub written: String,
    /// How often it was tried since it was written, or since it was last put back to be tried again.
    pub attempts: u32,
    /// What the mail server said when it last did not take it.
    pub error: Option<String>,
}

/// A page of letters.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Letters {
    /// The letters, oldest first.
    pub items: Vec<Letter>,
    /// What to ask `after` next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// The letters after a number, for the secretariat; a focal point's token tells those to its own people, all at once and without what they
/// say: their links sign in.
pub async fn letters(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if let Ok(Some((signed_in, seat))) = caller::reader(&site, &asked)
        && seat.role == Role::FocalPoint
    {
        let people = crate::outbox::own_people(&site.house.state(), signed_in.seat);
        let found = crate::outbox::blocking(&site, move |side| side.letters_to(&people, crate::outbox::LETTERS)).await;
        let Ok(found) = found else { return problem::unavailable(asked.tongue) };
        let items = found.into_iter().map(told).map(|letter| Letter { body: String::new(), ..letter });
        return axum::Json(Letters { items: items.collect(), next: None }).into_response();
    }
    if let Err(response) = caller::secretariat(&site, &asked) {
        return *response;
    }
    let number = |name: &str| asked.query.get(name).and_then(|n| n.parse::<u64>().ok());
    let after = number("after").unwrap_or(0);
    let limit = number("limit").and_then(|n| usize::try_from(n).ok()).unwrap_or(PAGE).clamp(1, PAGE_MOST);
    let side = Arc::clone(site.house.side());
    let found = tokio::task::spawn_blocking(move || side.letters(None, after, limit)).await;
    let Ok(Ok(found)) = found else { return problem::unavailable(asked.tongue) };
    let next = (found.len() == limit).then(|| found.last().map(|l| l.id)).flatten();
    axum::Json(Letters { items: found.into_iter().map(told).collect(), next }).into_response()
}

fn told(letter: Kept) -> Letter {
    Letter {
        id: letter.id,
        kind: letter.kind,
        person: letter.recipient_person.and_then(|n| u32::try_from(n).ok()).map(|n| PersonId(n).to_string()),
        to: letter.to_address,
        language: letter.language,
        subject: letter.subject,
        body: letter.body,
        state: letter.state.to_string(),
        written: facts::time(Moment(letter.created_ms)),
        attempts: letter.attempts,
        error: letter.last_error,
    }
}
