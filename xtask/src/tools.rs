//! What the tests need and how it is got: npm packages, a browser, an interpreter for third-party checks.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::run::{Context, Counts, Done, cargo};

const NODE_AT_LEAST: u32 = 20;

fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The prerequisites that the README names, each with a message that says what to install.
pub fn prerequisites(context: &mut Context) -> Result<Done> {
    let Some(node) = output("node", &["--version"]) else {
        bail!("Node.js is missing: install Node {NODE_AT_LEAST} or newer (https://nodejs.org)");
    };
    let major = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_AT_LEAST) {
        bail!("Node.js is {node}: version {NODE_AT_LEAST} or newer is needed (https://nodejs.org)");
    }
    if output("npm", &["--version"]).is_none() {
        bail!("npm is missing: it comes with Node.js (https://nodejs.org)");
    }
    let compiler = std::env::var("CC").ok().into_iter().chain(["cc", "gcc", "clang"].map(str::to_owned));
    if !compiler.into_iter().any(|name| output(&name, &["--version"]).is_some()) {
        bail!("a C compiler is missing: install gcc or clang (on Debian: apt-get install build-essential)");
    }
    // The record's signatures are checked against the stock tool.
    let ssh_keygen = || in_path("ssh-keygen").or_else(|| in_path("ssh-keygen.exe")).is_some();
    if !(ssh_keygen() || apt(context, &["openssh-client"]).unwrap_or(false) && ssh_keygen()) {
        bail!("ssh-keygen is missing: install OpenSSH's client (on Debian: apt-get install openssh-client)");
    }
    for component in ["rustfmt", "clippy"] {
        let subcommand = if component == "rustfmt" { "fmt" } else { component };
        let there = || output(&cargo(), &[subcommand, "--version"]).is_some();
        if !there() && (output("rustup", &["component", "add", component]).is_none() || !there()) {
            bail!("{component} is missing: rustup component add {component}");
        }
    }
    Ok(Done::Ran(Counts::default()))
}

/// Installs exactly what the lockfiles of ui/ and e2e/ name, where that is not installed yet.
pub fn npm(context: &mut Context) -> Result<Done> {
    for folder in ["ui", "e2e"] {
        let place = context.root.join(folder);
        let lockfile =
            std::fs::read_to_string(place.join("package-lock.json")).with_context(|| format!("{folder}/package-lock.json"))?;
        // The build scripts (ui/build_support.rs) know an installation by the same copy of the lockfile.
        let stamp = place.join("node_modules/.installed-lockfile");
        if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lockfile) {
            println!("{folder}: as locked already");
            continue;
        }
        let mut command = context.command("npm", folder);
        command.args(["ci", "--include=dev", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        context.run(command)?;
        std::fs::write(&stamp, lockfile)?;
    }
    Ok(Done::Ran(Counts::default()))
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn is_root() -> bool {
    output("id", &["-u"]).as_deref() == Some("0")
}

/// Installs Debian packages when this user may; `false` when not.
pub fn apt(context: &Context, packages: &[&str]) -> Result<bool> {
    if !is_root() || in_path("apt-get").is_none() {
        return Ok(false);
    }
    let apt = |arguments: &[&str]| {
        let mut command = context.command("apt-get", ".");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        context.run(command)
    };
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], packages].concat())?;
    Ok(true)
}

/// Whether valgrind is there, or could be installed.
pub fn valgrind(context: &Context) -> bool {
    let there = || in_path("valgrind").is_some();
    there() || apt(context, &["valgrind"]).unwrap_or(false) && there()
}

fn system_browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().filter_map(in_path);
    named.into_iter().chain(found).find(|path| path.to_str().and_then(|path| output(path, &["--version"])).is_some())
}

/// The browser: the system's, else by apt as root, else the one that Playwright brings.
pub fn chromium(context: &mut Context) -> Result<Done> {
    context.chromium = system_browser();
    if context.chromium.is_none() && apt(context, &["chromium"]).unwrap_or(false) {
        context.chromium = system_browser();
    }
    if let Some(path) = &context.chromium {
        println!("{}", path.display());
        return Ok(Done::Ran(Counts::default()));
    }
    let mut command = context.command("npx", "e2e");
    command.args(["--no-install", "playwright", "install", "chromium"]);
    match context.run(command) {
        Ok(_) => Ok(Done::Ran(Counts::default())),
        Err(error) => Ok(Done::Missing(format!(
            "no Chromium, and Playwright could not bring one ({error:#}); install it and set CHROMIUM to its path"
        ))),
    }
}

const REQUIREMENTS: &str = "xtask/requirements.txt";

/// The third-party programs that receive our mail and read our calendar, in target/venv.
pub fn python(context: &mut Context) -> Result<Done> {
    let venv = context.target.join("venv");
    let interpreter = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = std::fs::read_to_string(context.root.join(REQUIREMENTS)).context(REQUIREMENTS)?;
    let stamp = venv.join("requirements.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        context.python = Some(interpreter);
        return Ok(Done::Ran(Counts::default()));
    }
    let make = |context: &Context| {
        let mut command = context.command("python3", ".");
        command.args(["-m", "venv", "--clear"]).arg(&venv);
        context.run(command)
    };
    if make(context).is_err() {
        let installed = apt(context, &["python3", "python3-venv"]).unwrap_or(false);
        if !installed || make(context).is_err() {
            return Ok(Done::Missing("Python 3 with venv, for the checks by third-party programs".to_owned()));
        }
    }
    let mut command = context.command(&interpreter.to_string_lossy(), ".");
    // aics-witness asks for Python 3.12 and runs on 3.11, which Debian 12 has.
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--ignore-requires-python"]);
    command.args(["-r", REQUIREMENTS]);
    if let Err(error) = context.run(command) {
        return Ok(Done::Missing(format!("the packages of {REQUIREMENTS} ({error:#})")));
    }
    std::fs::write(&stamp, wanted)?;
    context.python = Some(interpreter);
    Ok(Done::Ran(Counts::default()))
}
