//! The bench: how fast the server is, held against what the kernel can do at most. `cargo xtask bench` builds and runs it;
//! docs/performance.md says what was found.
mod hall;
mod limit;
mod load;
mod machine;
mod rounds;
mod serve;
mod stage;
mod stats;
mod wire;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};
use rounds::Round;
use std::path::PathBuf;

/// Measures a summit's server.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// One round of one bench; prints what it measured.
    Round {
        /// Which, such as `live` or `live-limit`.
        name: String,
        /// The program that is measured.
        #[arg(long)]
        program: PathBuf,
        /// Directory for what is kept between rounds.
        #[arg(long)]
        work: PathBuf,
        /// Live pages.
        #[arg(long, default_value_t = 10_000)]
        pages: usize,
        /// By TLS.
        #[arg(long)]
        tls: bool,
        /// Small and short: shows breakage, not speed.
        #[arg(long)]
        quick: bool,
    },
    /// The limit program, on recorded changes.
    Limit {
        /// The changes.
        changes: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Limit { changes } => {
            machine::raise_file_limit()?;
            limit::run(&changes)
        }
        Command::Round { name, program, work, pages, tls, quick } => {
            machine::raise_file_limit()?;
            machine::stay_on(machine::CLIENT_CORE)?;
            std::fs::create_dir_all(&work)?;
            let round = Round { program, work, pages, tls, quick };
            let measured = match name.as_str() {
                "live" => rounds::live::server(&round)?,
                "live-limit" => rounds::live::limit(&round)?,
                other => bail!("there is no bench {other}"),
            };
            println!("{measured}");
            Ok(())
        }
    }
}
