//! Shared by the build scripts of `domain`, `web` and `rehearsal`: makes `ui/dist` with Node when its sources changed, and lets one build
//! script at a time read it. Uses the standard library alone.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

/// The oldest Node that builds the interface.
const NODE_MAJOR: u32 = 20;

/// What the build is made from, relative to `ui/`; a change of any of it makes `dist` again.
const SOURCES: [&str; 7] = ["src", "build", "build.mjs", "build_support.rs", "package.json", "package-lock.json", ".npmrc"];

/// Prints `message` as the build script's error and ends it.
pub fn fail(message: &str) -> ! {
    for line in message.lines() {
        println!("cargo::error={line}");
    }
    exit(1)
}

/// Makes `ui/dist` if it is missing or older than its sources, and calls `read` with its path while no other build script may change it.
pub fn with_dist(read: impl FnOnce(&Path)) {
    let ui = ui_folder();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", ui.join(source).display());
    }
    let lock_path = ui.join(".build-lock");
    let lock = File::create(&lock_path)
        .unwrap_or_else(|e| fail(&format!("Hemicycle's interface: cannot write {}: {e}", lock_path.display())));
    if let Err(e) = lock.lock() {
        fail(&format!("Hemicycle's interface: cannot lock {}: {e}", lock_path.display()));
    }
    let dist = ui.join("dist");
    let stamp = dist.join("build").join("stamp");
    let wanted = fingerprint(&ui);
    if fs::read_to_string(&stamp).ok().as_deref() != Some(wanted.as_str()) {
        require_node();
        install(&ui);
        run(&ui, "node", &["build.mjs"]);
        // Written last: a build that was cut short leaves no stamp and is made again.
        if let Err(e) = fs::write(&stamp, &wanted) {
            fail(&format!("Hemicycle's interface: cannot write {}: {e}", stamp.display()));
        }
    }
    read(&dist);
}

/// Reads a text file of `dist`, or ends the build with a message.
#[allow(dead_code, reason = "not every build script reads text")]
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| fail(&format!("Hemicycle's interface: cannot read {}: {e}", path.display())))
}

/// Copies `from` to `to`, making the folder it goes into.
#[allow(dead_code, reason = "not every build script copies")]
pub fn copy(from: &Path, to: &Path) {
    let made = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(from, to));
    if let Err(e) = made {
        fail(&format!("Hemicycle's interface: cannot copy {} to {}: {e}", from.display(), to.display()));
    }
}

/// Writes `content` into cargo's output folder under `name`.
#[allow(dead_code, reason = "not every build script writes a file of its own")]
pub fn write_out(name: &str, content: &str) {
    let path = out_folder().join(name);
    if let Err(e) = fs::write(&path, content) {
        fail(&format!("Hemicycle's interface: cannot write {}: {e}", path.display()));
    }
}

/// Cargo's output folder for the crate being built.
pub fn out_folder() -> PathBuf {
    std::env::var_os("OUT_DIR").map_or_else(|| fail("OUT_DIR is not set: this must run as a cargo build script"), PathBuf::from)
}

fn ui_folder() -> PathBuf {
    let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| fail("CARGO_MANIFEST_DIR is not set: this must run as a cargo build script"), PathBuf::from);
    crate_folder.join("..").join("..").join("ui")
}

/// A hash over the names and contents of everything the build is made from.
fn fingerprint(ui: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        add_to_fingerprint(&mut hasher, &ui.join(source));
    }
    format!("{:016x}", hasher.finish())
}

fn add_to_fingerprint(hasher: &mut DefaultHasher, path: &Path) {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        inside.sort();
        for entry in inside {
            add_to_fingerprint(hasher, &entry);
        }
        return;
    }
    match fs::read(path) {
        Ok(bytes) => {
            hasher.write(path.file_name().map_or(&[], |name| name.as_encoded_bytes()));
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
        Err(e) => fail(&format!("Hemicycle's interface: cannot read {}: {e}", path.display())),
    }
}

fn require_node() {
    const NEEDED: &str = "Hemicycle's interface is built with Node.js 20 or newer and the npm that comes with it. \
        Install them (https://nodejs.org, or your system's package `nodejs`) and run the same command again.";
    let version = Command::new("node").arg("--version").output().ok().filter(|output| output.status.success());
    let Some(version) = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()) else {
        fail(&format!("`node` was not found. {NEEDED}"));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        fail(&format!("`node` is {version}, which is too old. {NEEDED}"));
    }
    if !Command::new(npm()).arg("--version").output().is_ok_and(|output| output.status.success()) {
        fail(&format!("`npm` was not found. {NEEDED}"));
    }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// Runs `npm ci` unless `node_modules` was installed from this very lockfile.
fn install(ui: &Path) {
    let stamp = ui.join("node_modules").join(".installed-lockfile");
    let lockfile = text(&ui.join("package-lock.json"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lockfile) {
        return;
    }
    run(ui, npm(), &["ci", "--include=dev", "--no-audit", "--no-fund"]);
    if let Err(e) = fs::write(&stamp, lockfile) {
        fail(&format!("Hemicycle's interface: cannot write {}: {e}", stamp.display()));
    }
}

fn run(ui: &Path, program: &str, arguments: &[&str]) {
    let command = format!("{program} {}", arguments.join(" "));
    match Command::new(program).args(arguments).current_dir(ui).output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = if said.trim().is_empty() { String::from_utf8_lossy(&output.stdout) } else { said };
            fail(&format!("Hemicycle's interface: `{command}` failed in {} ({}):\n{}", ui.display(), output.status, said.trim()));
        }
        Err(e) => fail(&format!("Hemicycle's interface: `{command}` did not start: {e}")),
    }
}
