//! The command line: what can be asked, in the words of `--help`.
use crate::{init, serve};
use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

/// Convenes organisations across the world: accreditation, floor, joint texts, endorsements, and a record anybody can check.
#[derive(Debug, Parser)]
#[command(name = "hemicycle", version, about, max_term_width = 100)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new data directory and the first administrator
    ///
    /// Prints a link. Open it in a browser once the server runs (`hemicycle serve --data DIR`): it signs the first
    /// member of the secretariat in. The link works once and for 14 days.
    Init(Init),
    /// Run the server on a data directory
    ///
    /// Settings come from DIR/hemicycle.toml, then from environment variables (HEMICYCLE_LISTEN, HEMICYCLE_MAIL_HOST …),
    /// then from the command line; the later wins. Stop it with Ctrl-C or SIGTERM: it answers what it took and leaves nothing half done.
    Serve(Serve),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Directory to make; must not exist or be empty
    pub dir: PathBuf,
    /// Address of the first administrator, for letters
    #[arg(long, default_value = "")]
    pub email: String,
    /// Name of the first administrator
    #[arg(long, default_value = "Administrator")]
    pub name: String,
    /// Language of the first administrator's letters
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Origin under which people will reach the server, such as https://summit.example.org
    #[arg(long)]
    pub public_origin: Option<String>,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Data directory made by `hemicycle init`
    #[arg(long)]
    pub data: PathBuf,
    /// Address to listen on, such as 127.0.0.1:8080 or [::]:443
    #[arg(long)]
    pub listen: Option<SocketAddr>,
    /// Certificate chain (PEM) for TLS
    #[arg(long, requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Private key (PEM) for TLS
    #[arg(long, requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Print one JSON object with the address once it listens
    #[arg(long)]
    pub json: bool,
}

/// Runs what was asked.
///
/// # Errors
/// Whatever went wrong, with what was tried.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Serve(arguments) => serve::run(arguments),
    }
}
