//! `hemicycle`: one server that convenes organisations across the world.
mod cli;
mod config;
mod data;
mod evidence;
mod export;
mod feeder;
mod import;
mod init;
mod keep;
mod record;
mod rehearse;
mod serve;
mod successor;
mod witness;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match cli::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            // The whole chain in one line: what was tried, and why it did not work.
            eprintln!("hemicycle: {error:#}");
            ExitCode::FAILURE
        }
    }
}
