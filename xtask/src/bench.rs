//! `cargo xtask bench`: builds the program and the bench, and runs the bench on the program.

use anyhow::{Context as _, Result, bail};

use crate::run::{Context, Counts, Done, cargo};
use crate::tools;

/// Builds both as they are shipped and runs the benches named in `words`.
pub fn run(context: &Context, words: &[&str]) -> Result<bool> {
    let mut build = context.command(&cargo(), ".");
    build.args(["build", "--release", "--quiet", "--package", "server", "--package", "bench"]);
    if !build.status().context("cargo build")?.success() {
        bail!("the program could not be built");
    }
    Ok(command(context, "release").args(words).status().context("starting the bench")?.success())
}

/// CI's step: a small run of everything with the program as the tests built it. It shows that the bench works, and judges no time.
pub fn quick(context: &mut Context) -> Result<Done> {
    if !tools::valgrind(context) {
        return Ok(Done::Missing("valgrind, which counts instructions (on Debian: apt-get install valgrind)".to_owned()));
    }
    let mut command = command(context, "debug");
    command.args(["all", "--quick"]);
    context.run(command).map(|_| Done::Ran(Counts::default()))
}

fn command(context: &Context, profile: &str) -> std::process::Command {
    let built = context.target.join(profile);
    let program = |name: &str| built.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut command = context.command(&program("hemicycle-bench").display().to_string(), ".");
    command.arg("run").arg("--program").arg(program("hemicycle")).arg("--root").arg(&context.root);
    command.arg("--work").arg(context.target.join(format!("bench-{profile}")));
    command
}
