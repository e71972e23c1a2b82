//! The benches: which rounds each runs, what it makes of them, and what is told of it.
mod commands;
mod growth;
mod import;
mod instructions;
mod limits;
mod live;
mod pages;
mod press;
mod reconnect;
mod record;
mod restart;
mod votes;

use crate::orchestra::Orchestra;
use anyhow::Result;
use serde_json::Value;

/// One measured figure beside its target.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The figure, with its unit.
    pub measured: String,
    /// The target; empty where there is none.
    pub target: &'static str,
    /// Whether the target is met.
    pub met: Option<bool>,
}

impl Row {
    /// A figure that must not be larger than its target.
    pub fn at_most(what: &str, value: f64, unit: &str, most: f64, target: &'static str) -> Self {
        Self { what: what.to_owned(), measured: figure(value, unit), target, met: Some(value <= most) }
    }
    /// A figure that must not be smaller than its target.
    pub fn at_least(what: &str, value: f64, unit: &str, least: f64, target: &'static str) -> Self {
        Self { what: what.to_owned(), measured: figure(value, unit), target, met: Some(value >= least) }
    }
    /// A figure that is only told.
    pub fn told(what: &str, value: f64, unit: &str) -> Self {
        Self { what: what.to_owned(), measured: figure(value, unit), target: "", met: None }
    }
}

/// A number in the results, looked up by dots; not a number, and so no target met, where there is none.
fn number(results: &Value, path: &str) -> f64 {
    path.split('.').fold(results, |at, name| &at[name]).as_f64().unwrap_or(f64::NAN)
}

fn figure(value: f64, unit: &str) -> String {
    if value.is_nan() {
        return "not measured".to_owned();
    }
    let number = if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value}") };
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// A bench.
pub struct Bench {
    /// Its word on the command line, and in the results.
    pub name: &'static str,
    /// Its heading in the document.
    pub title: &'static str,
    /// How it is measured, for readers of the document.
    pub how: &'static str,
    /// Runs it.
    pub run: fn(&Orchestra) -> Result<Value>,
    /// What is told of its results.
    pub rows: fn(&Value) -> Vec<Row>,
}

/// All benches, in the order in which they run and are told.
pub static ALL: &[Bench] = &[
    live::BENCH,
    press::BENCH,
    votes::BENCH,
    commands::BENCH,
    reconnect::BENCH,
    restart::BENCH,
    import::BENCH,
    pages::BENCH,
    limits::BENCH,
    record::BENCH,
    growth::BENCH,
    instructions::BENCH,
];
