//! Lists in pages: what is asked for, and what is answered.
use super::{PAGE, PAGE_MOST};
use crate::site::Asked;
use domain::language::InLanguages;
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Display};

/// A page of a list, as of a position of the log.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// What to ask `offset` next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<usize>,
    /// Position of the log it was read at.
    pub position: u64,
}

/// Words by language tag.
pub type Words = BTreeMap<String, String>;

/// Words of something written in several languages.
pub fn words<T: Display>(all: &InLanguages<T>) -> Words {
    all.iter().map(|(language, text)| (language.to_string(), text.to_string())).collect()
}

/// The part of a list that the query's `offset` and `limit` ask for. `all` is walked no further than needed.
pub fn page<I: Iterator, T>(asked: &Asked, position: u64, all: I, entry: impl FnMut(I::Item) -> T) -> Page<T> {
    let number = |name: &str| asked.query.get(name).and_then(|n| n.parse::<usize>().ok());
    let offset = number("offset").unwrap_or(0);
    let limit = number("limit").unwrap_or(PAGE).clamp(1, PAGE_MOST);
    let mut rest = all.skip(offset);
    let items: Vec<T> = rest.by_ref().take(limit).map(entry).collect();
    let next = rest.next().is_some().then_some(offset + limit);
    Page { items, next, position }
}
