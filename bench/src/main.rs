//! The bench: how fast the server is, held against what the kernel can do at most. `cargo xtask bench` builds and runs it;
//! docs/performance.md says what was found.
mod acts;
mod arrival;
mod benches;
mod browse;
mod crowd;
mod hall;
mod hot;
mod limit;
mod lines;
mod load;
mod log;
mod machine;
mod orchestra;
mod report;
mod rounds;
mod serve;
mod stage;
mod stats;
mod wire;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use orchestra::Orchestra;
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
    /// Runs benches, round after round, and writes what was found.
    Run {
        /// Which; `all` for all of them.
        names: Vec<String>,
        /// The program that is measured.
        #[arg(long)]
        program: PathBuf,
        /// Directory for what is kept between rounds.
        #[arg(long)]
        work: PathBuf,
        /// The project's root, where results are written.
        #[arg(long)]
        root: PathBuf,
        /// Live pages.
        #[arg(long)]
        pages: Option<usize>,
        /// Rounds of each side.
        #[arg(long)]
        rounds: Option<usize>,
        /// A command under which every round runs, such as `flock /run/lock/quiet`.
        #[arg(long, default_value = "")]
        under: String,
        /// Small and short: shows breakage, not speed, and writes nothing.
        #[arg(long)]
        quick: bool,
        /// Keep the counts of instructions as the baseline.
        #[arg(long)]
        keep: bool,
    },
    /// Writes the document anew from the kept results.
    Document {
        /// The project's root.
        root: PathBuf,
    },
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
        /// How many events the log holds before.
        #[arg(long)]
        events: Option<u64>,
        /// By TLS.
        #[arg(long)]
        tls: bool,
        /// Small and short: shows breakage, not speed.
        #[arg(long)]
        quick: bool,
    },
    /// Pages of the public, held for a round by a process of their own.
    Crowd {
        /// The server.
        address: std::net::SocketAddr,
        /// How many.
        pages: usize,
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
        Command::Crowd { address, pages } => {
            machine::raise_file_limit()?;
            crowd::run(address, pages)
        }
        Command::Document { root } => report::rewrite(&root),
        Command::Run { names, program, work, root, pages, rounds, under, quick, keep } => {
            std::fs::create_dir_all(&work)?;
            let orchestra = Orchestra {
                program,
                work,
                pages: pages.unwrap_or(if quick { 200 } else { 10_000 }),
                rounds: rounds.unwrap_or(if quick { 1 } else { 5 }),
                quick,
                keep,
                root,
                under: under.split_whitespace().map(str::to_owned).collect(),
            };
            run(&orchestra, &names)
        }
        Command::Round { name, program, work, pages, events, tls, quick } => {
            machine::raise_file_limit()?;
            machine::stay_on(machine::CLIENT_CORE)?;
            std::fs::create_dir_all(&work)?;
            let round = Round { program, work, pages, events, tls, quick };
            println!("{}", round.run(&name)?);
            Ok(())
        }
    }
}

fn run(orchestra: &Orchestra, names: &[String]) -> Result<()> {
    let all = names.is_empty() || names.iter().any(|n| n == "all");
    if let Some(unknown) = names.iter().find(|n| *n != "all" && !benches::ALL.iter().any(|b| b.name == **n)) {
        let known: Vec<&str> = benches::ALL.iter().map(|b| b.name).collect();
        bail!("there is no bench {unknown}; there are {}, and all", known.join(", "));
    }
    orchestra.prepare(None)?;
    for bench in benches::ALL.iter().filter(|b| all || names.iter().any(|n| n == b.name)) {
        eprintln!("── {}: {}", bench.name, bench.title);
        let results = (bench.run)(orchestra).with_context(|| format!("the bench {}", bench.name))?;
        for row in (bench.rows)(&results) {
            let judged = row.met.filter(|_| !orchestra.quick).map_or("", |met| if met { "met" } else { "NOT MET" });
            println!("{:<60} {:>14}  {:<10} {judged}", row.what, row.measured, row.target);
        }
        if !orchestra.quick {
            report::write(&orchestra.root, bench, results)?;
        }
    }
    Ok(())
}
