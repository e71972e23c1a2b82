//! `hemicycle rehearse`: the dress rehearsal. Starts this very program as a server in a process of its own and plays a whole
//! summit on it through the network.
use crate::{cli, data};
use anyhow::{Context, Result, bail};
use indicatif::ProgressBar;
use rehearsal::{
    Watch,
    plan::{Day, Plan},
};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs::File,
    io::{BufRead, BufReader, IsTerminal},
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::{Child, Command, ExitCode, Stdio},
    sync::Mutex,
};

/// Files the driver and the server need beside their live pages.
const OWN_FILES: u64 = 600;
/// File with what the server logged, beside its data.
const LOG: &str = "rehearsal.log";

/// Plays the rehearsal.
///
/// # Errors
/// When the server cannot be started or the play cannot go on; the exit status is 1 when something came out otherwise than planned.
pub fn run(arguments: &cli::Rehearse) -> Result<ExitCode> {
    let files = raise_file_limit();
    let pages = usize::try_from(files.saturating_sub(OWN_FILES)).unwrap_or(usize::MAX);
    let plan = plan(arguments, pages)?;
    let temporary = if arguments.data.is_some() { None } else { Some(tempfile::tempdir().context("making a directory")?) };
    let dir = match (&arguments.data, &temporary) {
        (Some(dir), _) => dir.clone(),
        (None, Some(temporary)) => temporary.path().join("data"),
        (None, None) => bail!("no directory"),
    };
    let screen = Screen::new(arguments.json);
    let mut server = Served::start(&dir, arguments.listen)?;
    clean_up_when_interrupted(server.pid(), temporary.as_ref().map(|t| t.path().to_owned()));
    let outcome = perform(&plan, &server, &screen);
    screen.clear();
    let report = match outcome {
        Ok(report) => report,
        Err(error) => {
            server.stop();
            return Err(error.context(format!("the server's log ended with:\n{}", last_lines(&server.log))));
        }
    };
    if arguments.json {
        report.otherwise.iter().for_each(|line| eprintln!("Otherwise than planned: {line}"));
    } else {
        println!("{}", report.table());
    }
    if !arguments.exit {
        eprintln!("The summit stays open at {}; Ctrl-C ends it.", server.origin);
        server.wait();
    }
    server.stop();
    if arguments.json {
        println!("{}", serde_json::to_string(&report)?);
    }
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn perform(plan: &Plan, server: &Served, screen: &Screen) -> Result<rehearsal::Report> {
    let address = match server.address.ip() {
        ip if ip.is_unspecified() => SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), server.address.port()),
        _ => server.address,
    };
    let known = rehearsal::Server {
        address,
        host: server.origin.split_once("://").map_or_else(|| address.to_string(), |(_, host)| host.to_owned()),
        origin: server.origin.clone(),
        token: server.token.clone(),
        peak_rss_bytes: &|| peak_rss_bytes(server.pid()).unwrap_or_default(),
        export: &|| server.export(),
    };
    rehearsal::perform(plan, &known, screen).context("the rehearsal broke off")
}

fn plan(arguments: &cli::Rehearse, pages: usize) -> Result<Plan> {
    let (organisations, list) = match arguments.organisations.parse::<usize>() {
        Ok(number) => (number, None),
        Err(_) => (0, Some(PathBuf::from(&arguments.organisations))),
    };
    if let Some(list) = list.as_ref().filter(|l| !l.exists()) {
        bail!("--organisations takes a number or the path of a CSV file; there is no file {}", list.display());
    }
    let speed = match arguments.speed {
        Some(speed) if speed > 0.0 => Some(speed),
        Some(_) => None,
        None => (!arguments.exit).then_some(1.0),
    };
    Ok(Plan {
        organisations,
        list,
        representatives: arguments.representatives,
        venues: arguments.venues,
        countries: arguments.countries,
        seed: arguments.seed,
        speed,
        today: today(),
        pages,
    })
}

#[expect(clippy::disallowed_methods, reason = "the rehearsed summit takes place today")]
fn today() -> Day {
    let date = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date();
    Day { year: date.year(), month: date.month(), day: date.day() }
}

/// Raises the soft limit of open files for this process and the server it starts; answers what stands then.
fn raise_file_limit() -> u64 {
    let (soft, hard) = rlimit::Resource::NOFILE.get().unwrap_or((1_024, 1_024));
    if rlimit::Resource::NOFILE.set(hard, hard).is_ok() { hard } else { soft }
}

/// The server's process.
struct Served {
    child: Child,
    dir: PathBuf,
    log: PathBuf,
    program: PathBuf,
    origin: String,
    address: SocketAddr,
    token: String,
}

impl Served {
    /// Makes a data directory and serves it.
    fn start(dir: &Path, listen: Option<SocketAddr>) -> Result<Self> {
        let program = std::env::current_exe().context("finding this program")?;
        let made = Command::new(&program).arg("init").arg(dir).arg("--json").output().context("starting `init`")?;
        if !made.status.success() {
            bail!("{}", String::from_utf8_lossy(&made.stderr).trim());
        }
        let made: serde_json::Value = serde_json::from_slice(&made.stdout).context("the answer of `init`")?;
        let token = made.get("token").and_then(serde_json::Value::as_str).context("the answer of `init` has no token")?;
        let log = dir.join(LOG);
        let listen = listen.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let mut child = Command::new(&program)
            .arg("serve")
            .arg("--data")
            .arg(dir)
            .arg("--listen")
            .arg(listen.to_string())
            .arg("--json")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).with_context(|| format!("writing {}", log.display()))?)
            .spawn()
            .context("starting the server")?;
        let out = child.stdout.take().context("the server's output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).context("waiting for the server")?;
        let said: serde_json::Value = serde_json::from_str(&line)
            .with_context(|| format!("the server did not start; its log ended with:\n{}", last_lines(&log)))?;
        let text = |name: &str| said.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
        let origin = text("listening").context("the server did not say where it listens")?;
        let address = text("address").context("the server did not say where it listens")?.parse()?;
        Ok(Self { child, dir: dir.to_owned(), log, program, origin, address, token: token.to_owned() })
    }

    fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Exports the record by a process of its own, while the server runs.
    fn export(&self) -> Option<PathBuf> {
        let out = self.dir.join("export");
        let done = Command::new(&self.program).arg("export").arg(&out).arg("--data").arg(&self.dir).output().ok()?;
        if !done.status.success() {
            eprintln!("hemicycle: {}", String::from_utf8_lossy(&done.stderr).trim());
            return None;
        }
        Some(out)
    }

    fn wait(&mut self) {
        // However it ended, what follows is the same.
        drop(self.child.wait());
    }

    /// Tells the server to stop, and waits until it did.
    fn stop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            terminate(self.child.id());
        }
        self.wait();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}

fn terminate(pid: u32) {
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        // A process that is gone already needs no signal.
        let _ = kill_process(pid, Signal::TERM);
    }
}

/// On Ctrl-C the server stops and the temporary directory goes.
fn clean_up_when_interrupted(server: u32, temporary: Option<PathBuf>) {
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            terminate(server);
            std::thread::sleep(std::time::Duration::from_millis(700));
            if let Some(dir) = temporary {
                drop(std::fs::remove_dir_all(dir));
            }
            std::process::exit(130);
        }
    });
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

/// Progress for a person: a bar where a terminal is attached, lines otherwise.
struct Screen {
    bar: Mutex<Option<ProgressBar>>,
    terminal: bool,
    json: bool,
}

impl Screen {
    fn new(json: bool) -> Self {
        Self { bar: Mutex::new(None), terminal: std::io::stderr().is_terminal(), json }
    }
    fn with_bar(&self, of: impl FnOnce(&mut Option<ProgressBar>)) {
        of(&mut self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }
    fn clear(&self) {
        self.with_bar(|bar| {
            if let Some(bar) = bar.take() {
                bar.finish_and_clear();
            }
        });
    }
}

impl Watch for Screen {
    fn phase(&self, name: &str, steps: u64) {
        self.clear();
        if !self.terminal {
            eprintln!("{name}");
            return;
        }
        self.with_bar(|bar| {
            *bar = Some(ProgressBar::new(steps).with_style(data::style("{msg:28}")).with_message(name.to_owned()));
        });
    }
    fn at(&self, step: u64) {
        self.with_bar(|bar| {
            if let Some(bar) = bar {
                bar.set_position(step);
            }
        });
    }
    fn say(&self, line: &str) {
        // The last line of standard output is the JSON object alone; what is told on the way goes beside it.
        let print = || if self.json { eprintln!("{line}") } else { println!("{line}") };
        self.with_bar(|bar| match bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_process_is_read() {
        assert!(peak_rss_bytes(std::process::id()).is_some_and(|bytes| bytes > 100_000));
    }
}
