//! Runs rounds in turn (A B A B …), each as a process of its own, and keeps what they measured.
use crate::stats::rounded;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

/// A round in which others used more of the machine than this is done again.
const DISTURBED: f64 = 0.10;
/// How often a disturbed round is done again before it is taken as it is.
const AGAIN: usize = 3;

/// How the rounds are run.
#[derive(Clone, Debug)]
pub struct Orchestra {
    /// The program that is measured.
    pub program: PathBuf,
    /// Directory for what is kept between rounds.
    pub work: PathBuf,
    /// Live pages.
    pub pages: usize,
    /// Rounds of each side.
    pub rounds: usize,
    /// Small and short.
    pub quick: bool,
    /// Whether counts of instructions become the baseline.
    pub keep: bool,
    /// The project's root.
    pub root: PathBuf,
    /// A command under which every round runs, such as `flock /run/lock/quiet`.
    pub under: Vec<String>,
}

/// One round that is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Which.
    pub name: &'a str,
    /// By TLS.
    pub tls: bool,
    /// Another number of pages than usual.
    pub pages: Option<usize>,
    /// How many events the log holds before.
    pub events: Option<u64>,
}

impl Orchestra {
    /// Runs a round, again while others disturb it.
    pub fn round(&self, asked: Asked<'_>) -> Result<Value> {
        let mut last = Value::Null;
        for attempt in 0..=AGAIN {
            last = self.once(asked)?;
            let others = last["others_share"].as_f64().unwrap_or_default();
            if self.quick || others <= DISTURBED {
                break;
            }
            eprintln!("  others used {:.0} % of the machine{}", others * 100.0, if attempt < AGAIN { ": once more" } else { "" });
        }
        eprintln!("  {}{}: {last}", asked.name, if asked.tls { " (TLS)" } else { "" });
        Ok(last)
    }

    fn once(&self, asked: Asked<'_>) -> Result<Value> {
        let own = std::env::current_exe()?;
        let mut words: Vec<String> = self.under.clone();
        words.push(own.display().to_string());
        words.extend(["round".to_owned(), asked.name.to_owned()]);
        words.extend(["--program".to_owned(), self.program.display().to_string()]);
        words.extend(["--work".to_owned(), self.work.display().to_string()]);
        words.extend(["--pages".to_owned(), asked.pages.unwrap_or(self.pages).to_string()]);
        words.extend(asked.events.into_iter().flat_map(|n| ["--events".to_owned(), n.to_string()]));
        words.extend(asked.tls.then(|| "--tls".to_owned()));
        words.extend(self.quick.then(|| "--quick".to_owned()));
        let (first, rest) = words.split_first().context("a command")?;
        let output =
            Command::new(first).args(rest).stderr(Stdio::inherit()).output().with_context(|| format!("starting {first}"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            bail!("the round {} failed: {}", asked.name, output.status);
        }
        serde_json::from_str(text.lines().last().unwrap_or_default())
            .with_context(|| format!("the round {} said {text}", asked.name))
    }

    /// The kept summit, made before the rounds so that none of them waits for it.
    pub fn prepare(&self, events: Option<u64>) -> Result<()> {
        self.once(Asked { name: "stage", events, ..Asked::default() }).map(drop)
    }
}

/// The numbers of one field over the rounds: `rate.p99_ms` is looked up by dots.
pub fn field(rounds: &[Value], path: &str) -> Vec<f64> {
    rounds.iter().filter_map(|round| path.split('.').try_fold(round, |at, name| at.get(name))?.as_f64()).collect()
}

/// One number through another, for the results; 0 when there is no other.
pub fn ratio(of: f64, to: f64) -> f64 {
    if to > 0.0 { rounded(of / to, 3) } else { 0.0 }
}
