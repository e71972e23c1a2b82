//! One round of each bench: a process of its own that prints what it measured as one line of JSON.
pub mod live;

use crate::stage::Stage;
use anyhow::Result;
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
    /// By TLS.
    pub tls: bool,
    /// Small and short.
    pub quick: bool,
}

impl Round {
    /// The summit that is measured, somewhat larger than the number of pages.
    pub fn stage(&self) -> Result<Stage> {
        let people = if self.quick { 512 } else { 10_240 };
        Stage::get(&self.work, &self.program, people)
    }

    /// A fresh copy of the summit's data.
    pub fn data(&self, stage: &Stage) -> Result<PathBuf> {
        let to = self.work.join("served");
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        stage.copy_to(&to)?;
        Ok(to)
    }
}
