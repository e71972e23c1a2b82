//! The server that is rehearsed with: this very program in a process of its own, which may be killed and started again.
use anyhow::{Context, Result, bail};
use parking_lot::Mutex;
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, AtomicU64, Ordering},
};

/// File with what the server logged, beside its data.
const LOG: &str = "rehearsal.log";

/// The server's process.
pub struct Served {
    child: Mutex<Child>,
    /// Its number, readable while somebody waits for its end.
    pid: AtomicU32,
    dir: PathBuf,
    log: PathBuf,
    program: PathBuf,
    /// The origin that it says people reach it under.
    pub origin: String,
    /// Where it listens; the same after each start.
    pub address: SocketAddr,
    /// The first administrator's token.
    pub token: String,
    /// The most memory of those that were killed.
    peak: AtomicU64,
    /// How often it was killed and started again.
    cuts: AtomicU64,
}

impl Served {
    /// Makes a data directory and serves it.
    ///
    /// # Errors
    /// When the directory cannot be made or the server does not start.
    pub fn start(dir: &Path, listen: Option<SocketAddr>) -> Result<Self> {
        let program = std::env::current_exe().context("finding this program")?;
        let made = Command::new(&program).arg("init").arg(dir).arg("--json").output().context("starting `init`")?;
        if !made.status.success() {
            bail!("{}", String::from_utf8_lossy(&made.stderr).trim());
        }
        let made: serde_json::Value = serde_json::from_slice(&made.stdout).context("the answer of `init`")?;
        let token = made.get("token").and_then(serde_json::Value::as_str).context("the answer of `init` has no token")?;
        let log = dir.join(LOG);
        let listen = listen.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let (child, said) = serve(&program, dir, &log, listen)?;
        let text = |name: &str| said.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
        let origin = text("listening").context("the server did not say where it listens")?;
        let address = text("address").context("the server did not say where it listens")?.parse()?;
        let (pid, peak, cuts) = (AtomicU32::new(child.id()), AtomicU64::new(0), AtomicU64::new(0));
        let child = Mutex::new(child);
        Ok(Self { child, pid, dir: dir.to_owned(), log, program, origin, address, token: token.to_owned(), peak, cuts })
    }

    /// The process that serves now.
    pub fn pid(&self) -> u32 {
        self.pid.load(Ordering::Relaxed)
    }

    /// Kills the server where it stands, as a power cut does, and starts it again on the same data and address.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn cut_power(&self) -> Result<()> {
        let mut child = self.child.lock();
        self.peak.fetch_max(peak_rss_bytes(child.id()).unwrap_or_default(), Ordering::Relaxed);
        child.kill().context("killing the server")?;
        child.wait().context("waiting for the killed server")?;
        *child = serve(&self.program, &self.dir, &self.log, self.address)?.0;
        self.pid.store(child.id(), Ordering::Relaxed);
        self.cuts.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// How often it was killed and came back.
    pub fn cuts(&self) -> u64 {
        self.cuts.load(Ordering::Relaxed)
    }

    /// The most memory the server held so far, in bytes.
    pub fn peak_rss_bytes(&self) -> u64 {
        peak_rss_bytes(self.pid()).unwrap_or_default().max(self.peak.load(Ordering::Relaxed))
    }

    /// Exports the record by a process of its own, while the server runs.
    pub fn export(&self) -> Option<PathBuf> {
        let out = self.dir.join("export");
        let done = Command::new(&self.program).arg("export").arg(&out).arg("--data").arg(&self.dir).output().ok()?;
        if !done.status.success() {
            eprintln!("hemicycle: {}", String::from_utf8_lossy(&done.stderr).trim());
            return None;
        }
        Some(out)
    }

    /// The end of what the server logged.
    pub fn last_lines(&self) -> String {
        last_lines(&self.log)
    }

    /// Waits until the server has ended.
    pub fn wait(&self) {
        // However it ended, what follows is the same.
        drop(self.child.lock().wait());
    }

    /// Tells the server to stop, and waits until it did.
    pub fn stop(&self) {
        let mut child = self.child.lock();
        if matches!(child.try_wait(), Ok(None)) {
            terminate(child.id());
        }
        drop(child.wait());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Starts `serve`, and answers what it said when it listened.
fn serve(program: &Path, dir: &Path, log: &Path, listen: SocketAddr) -> Result<(Child, serde_json::Value)> {
    let file = File::options().append(true).create(true).open(log);
    let mut child = Command::new(program)
        .arg("serve")
        .arg("--data")
        .arg(dir)
        .arg("--listen")
        .arg(listen.to_string())
        .arg("--json")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(file.with_context(|| format!("writing {}", log.display()))?)
        .spawn()
        .context("starting the server")?;
    let out = child.stdout.take().context("the server's output")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).context("waiting for the server")?;
    let said = serde_json::from_str(&line)
        .with_context(|| format!("the server did not start; its log ended with:\n{}", last_lines(log)))?;
    Ok((child, said))
}

/// Asks a process to stop.
pub fn terminate(pid: u32) {
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        // A process that is gone already needs no signal.
        let _ = kill_process(pid, Signal::TERM);
    }
}

/// The most memory a process held, in bytes; none where the system does not tell.
fn peak_rss_bytes(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kib| kib * 1024)
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_process_is_read() {
        assert!(peak_rss_bytes(std::process::id()).is_some_and(|bytes| bytes > 100_000));
    }
}
