//! The program that is measured, as a process of its own on its own core.
use crate::machine;
use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Instant,
};

/// A certificate for 127.0.0.1 that the load trusts.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The certificate, in PEM.
    pub cert: PathBuf,
    /// Its key, in PEM.
    pub key: PathBuf,
}

impl Certificate {
    /// Makes one.
    pub fn make(dir: &Path) -> Result<Self> {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).context("making a certificate")?;
        let (cert, key) = (dir.join("cert.pem"), dir.join("key.pem"));
        std::fs::write(&cert, made.cert.pem())?;
        std::fs::write(&key, made.signing_key.serialize_pem())?;
        Ok(Self { cert, key })
    }
}

/// A running server.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// When it was started.
    pub started: Instant,
    /// When it said that it listens.
    pub listening: Instant,
}

/// Makes a data directory for a summit with this public address; answers the first administrator's token.
pub fn init(program: &Path, dir: &Path, origin: &str) -> Result<String> {
    let made = Command::new(program)
        .arg("init")
        .arg(dir)
        .args(["--public-origin", origin, "--json"])
        .output()
        .context("starting `init`")?;
    if !made.status.success() {
        bail!("{}", String::from_utf8_lossy(&made.stderr).trim());
    }
    let made: serde_json::Value = serde_json::from_slice(&made.stdout).context("the answer of `init`")?;
    made["token"].as_str().map(str::to_owned).context("the answer of `init` has no token")
}

impl Server {
    /// Serves a data directory on any free port.
    pub fn start(program: &Path, data: &Path, tls: Option<&Certificate>) -> Result<Self> {
        Self::start_at(program, data, tls, SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    /// Serves a data directory where the process may open so many files.
    pub fn start_with_files(program: &Path, data: &Path, files: u32) -> Result<Self> {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -n {files} && exec \"$0\" \"$@\"")]).arg(program);
        Self::spawn(shell, data, None, SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    /// Serves a data directory at this address.
    pub fn start_at(program: &Path, data: &Path, tls: Option<&Certificate>, listen: SocketAddr) -> Result<Self> {
        Self::spawn(Command::new(program), data, tls, listen)
    }

    fn spawn(mut command: Command, data: &Path, tls: Option<&Certificate>, listen: SocketAddr) -> Result<Self> {
        let log = data.join("bench.log");
        let file = File::options().append(true).create(true).open(&log).context("the server's log")?;
        let started = machine::now();
        command.arg("serve").arg("--data").arg(data).arg("--listen").arg(listen.to_string()).args(["--json", "--with-parent"]);
        if let Some(tls) = tls {
            command.arg("--tls-cert").arg(&tls.cert).arg("--tls-key").arg(&tls.key);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(file);
        let mut child = machine::on_server_core(|| command.spawn().context("starting the server"))?;
        let out = child.stdout.take().context("the server's output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).context("waiting for the server")?;
        let listening = machine::now();
        let said: serde_json::Value = serde_json::from_str(&line)
            .with_context(|| format!("the server did not start: {}", std::fs::read_to_string(&log).unwrap_or_default()))?;
        let address = said["address"].as_str().context("the server did not say where it listens")?.parse()?;
        Ok(Self { child, address, started, listening })
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills it where it stands.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill().context("killing the server")?;
        self.child.wait().map(drop).context("waiting for the killed server")
    }

    /// Tells it to stop, and waits until it did.
    pub fn stop(mut self) -> Result<()> {
        if let Some(pid) = i32::try_from(self.pid()).ok().and_then(Pid::from_raw) {
            kill_process(pid, Signal::TERM).context("stopping the server")?;
        }
        self.child.wait().map(drop).context("waiting for the server")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already needs neither.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
