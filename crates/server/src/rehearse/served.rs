//! The server that is rehearsed with: this very program in a process of its own, which may be killed and started again.
use anyhow::{Context, Result, bail};
use parking_lot::Mutex;
use rehearsal::{Claim, Verified};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs::File,
    io::{BufRead, BufReader, ErrorKind},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    ops::Range,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, AtomicU64, Ordering},
};

/// File with what the server logged, beside its data.
const LOG: &str = "rehearsal.log";
/// Folder of the bundles that were verified, beside its data.
const EVIDENCE: &str = "evidence";
/// Ports of which one is taken when none was asked for.
const PORTS: Range<u16> = 12_000..32_000;

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
        let listen = chosen(listen)?;
        // The origin stands in the record's first entry and in every signature: it is known before the server is.
        let made =
            Command::new(&program).arg("init").arg(dir).arg("--json").arg("--public-origin").arg(origin_of(listen)).output();
        let made = made.context("starting `init`")?;
        if !made.status.success() {
            bail!("{}", String::from_utf8_lossy(&made.stderr).trim());
        }
        let made: serde_json::Value = serde_json::from_slice(&made.stdout).context("the answer of `init`")?;
        let token = made.get("token").and_then(serde_json::Value::as_str).context("the answer of `init` has no token")?;
        let log = dir.join(LOG);
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

    /// Has a figure of the record bundled by a process of its own, while the server runs, and the bundle verified by another.
    ///
    /// # Errors
    /// Why one of them failed, in a line.
    pub fn bundle(&self, claim: &Claim<'_>) -> Result<Verified, String> {
        let folder = self.dir.join(EVIDENCE);
        let (bundle, policy) = (folder.join(format!("{}.zip", claim.file)), folder.join("policy"));
        let failed = |what: &str, error: &dyn std::fmt::Display| format!("{what}: {error}");
        std::fs::create_dir_all(&folder).map_err(|e| failed("making a folder for bundles", &e))?;
        std::fs::write(&policy, claim.policy).map_err(|e| failed("keeping the policy", &e))?;
        match std::fs::remove_file(&bundle) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed("making a bundle anew", &error)),
            _ => {}
        }
        let mut made = Command::new(&self.program);
        made.arg("bundle")
            .arg(format!("--{}", claim.kind))
            .arg(claim.name)
            .arg("--out")
            .arg(&bundle)
            .arg("--data")
            .arg(&self.dir);
        let made = made.output().map_err(|e| failed("starting `bundle`", &e))?;
        if !made.status.success() {
            return Err(failed("`bundle`", &String::from_utf8_lossy(&made.stderr).trim()));
        }
        let bundle_bytes = std::fs::metadata(&bundle).map_err(|e| failed("the bundle", &e))?.len();
        let began = rehearsal::net::now();
        let checked = Command::new(&self.program).arg("verify").arg(&bundle).arg("--policy").arg(&policy).arg("--json").output();
        let checked = checked.map_err(|e| failed("starting `verify`", &e))?;
        let verify_ms = rehearsal::net::ms_between(began, rehearsal::net::now());
        let said: serde_json::Value =
            serde_json::from_slice(&checked.stdout).map_err(|e| failed("the answer of `verify`", &e))?;
        if !checked.status.success() {
            let line = said.get("line").and_then(serde_json::Value::as_str).unwrap_or("no reason");
            return Err(failed("`verify`", &line));
        }
        Ok(Verified { said, bundle_bytes, verify_ms })
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

    /// Whether the server has ended, also while somebody else waits for that.
    pub fn ended(&self) -> bool {
        match self.child.try_lock() {
            Some(mut child) => !matches!(child.try_wait(), Ok(None)),
            None => {
                let pid = i32::try_from(self.pid()).ok().and_then(Pid::from_raw);
                pid.is_none_or(|pid| rustix::process::test_kill_process(pid).is_err())
            }
        }
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

/// The address to listen on, with its port: one that is free, where none was asked for.
///
/// Such a port lies below those that systems give to clients: thousands of clients press on while the server is away, and none of
/// them must take its place.
fn chosen(listen: Option<SocketAddr>) -> Result<SocketAddr> {
    let asked = listen.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    if asked.port() != 0 {
        return Ok(asked);
    }
    let ports = PORTS.end - PORTS.start;
    // Rehearsals that begin at the same time begin to look at different places.
    let first = std::process::id().wrapping_mul(37) % u32::from(ports);
    let candidates = (0..u32::from(ports)).filter_map(|n| u16::try_from((first + n) % u32::from(ports)).ok());
    let mut addresses = candidates.map(|n| SocketAddr::new(asked.ip(), PORTS.start + n));
    addresses.find(|address| TcpListener::bind(address).is_ok()).context("no port is free to listen on")
}

/// The origin under which people on this machine open the pages: browsers let security keys sign for `localhost`, and for no address.
fn origin_of(address: SocketAddr) -> String {
    match address.ip() {
        ip if ip.is_loopback() || ip.is_unspecified() => format!("http://localhost:{}", address.port()),
        _ => format!("http://{address}"),
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
        .arg("--with-parent")
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
    fn a_port_is_chosen_where_none_was_asked_for() {
        let asked = SocketAddr::from((Ipv4Addr::LOCALHOST, 8_080));
        assert_eq!(chosen(Some(asked)).ok(), Some(asked));
        let free = chosen(None).ok();
        assert!(free.is_some_and(|a| a.ip().is_loopback() && PORTS.contains(&a.port())));
        // One that is taken is passed over.
        let taken = free.and_then(|a| TcpListener::bind(a).ok());
        assert!(taken.is_some() && chosen(None).ok() != free);
    }
    #[test]
    fn pages_are_opened_where_security_keys_may_sign() {
        for (address, origin) in [
            ("127.0.0.1:8080", "http://localhost:8080"),
            ("0.0.0.0:80", "http://localhost:80"),
            ("[::1]:8080", "http://localhost:8080"),
            ("192.0.2.1:8080", "http://192.0.2.1:8080"),
        ] {
            assert_eq!(address.parse().ok().map(origin_of).as_deref(), Some(origin));
        }
    }
    #[test]
    fn the_memory_of_a_process_is_read() {
        assert!(peak_rss_bytes(std::process::id()).is_some_and(|bytes| bytes > 100_000));
    }
}
