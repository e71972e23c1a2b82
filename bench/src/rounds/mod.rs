//! One round of each bench: a process of its own that prints what it measured as one line of JSON.
pub mod commands;
pub mod import;
pub mod limits;
pub mod live;
mod noted;
pub mod pages;
pub mod press;
pub mod reconnect;
pub mod record;
pub mod restart;
pub mod votes;

use crate::stage::Stage;
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What a round is told.
#[derive(Clone, Debug)]
pub struct Round {
    /// The program that is measured.
    pub program: PathBuf,
    /// Directory for what is kept between rounds.
    pub work: PathBuf,
    /// Live pages.
    pub pages: usize,
    /// How many events the log holds before.
    pub events: Option<u64>,
    /// By TLS.
    pub tls: bool,
    /// Small and short.
    pub quick: bool,
}

impl Round {
    /// Runs the round of this name.
    pub fn run(&self, name: &str) -> Result<Value> {
        match name {
            "stage" => self.stage().map(|stage| json!({ "position": stage.cast.position })),
            "hot" => crate::hot::run(&self.stage()?).map(|()| json!({})),
            "live" => live::server(self),
            "live-limit" => live::limit(self),
            "growth" => live::growth(self),
            "record" => record::round(self),
            "record-bundle" => record::bundle(self),
            "pages" => pages::round(self),
            "sign-ins" => limits::sign_ins(self, false),
            "sign-ins-at-once" => limits::sign_ins(self, true),
            "files" => limits::files(self),
            "import" => import::round(self),
            "restart" => restart::round(self),
            "commands" => commands::round(self),
            "press" => press::round(self),
            "votes" => votes::round(self),
            "reconnect" => reconnect::round(self),
            other => bail!("there is no round {other}"),
        }
    }

    /// The summit that is measured, somewhat larger than the number of pages.
    pub fn stage(&self) -> Result<Stage> {
        let people = if self.quick { 512 } else { 10_240 };
        let stage = Stage::get(&self.work, &self.program, people)?;
        match self.events {
            Some(events) => stage.with_events(events),
            None => Ok(stage),
        }
    }

    /// A fresh copy of the summit's data.
    pub fn data(&self, stage: &Stage) -> Result<PathBuf> {
        let to = self.work.join("served");
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        stage.copy_to(&to)?;
        // Else the first sync of what is measured would write the copy, and whatever was built before, to the disk too.
        rustix::fs::sync();
        Ok(to)
    }
}
