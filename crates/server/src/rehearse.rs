//! `hemicycle rehearse`: the dress rehearsal. Starts this very program as a server in a process of its own and plays a whole
//! summit on it through the network.
mod power;
mod served;

use crate::serve::StopSignals;
use crate::{cli, data};
use anyhow::{Context, Result, bail};
use indicatif::ProgressBar;
use rehearsal::{
    Watch,
    plan::{Day, Plan},
};
use served::Served;
use std::{
    io::IsTerminal,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, Mutex},
};

/// Files the driver and the server need beside their live pages and the venues' desks.
const OWN_FILES: u64 = 600;

/// Plays the rehearsal.
///
/// # Errors
/// When the server cannot be started or the play cannot go on; the exit status is 1 when something came out otherwise than planned.
pub fn run(arguments: &cli::Rehearse) -> Result<ExitCode> {
    let files = raise_file_limit();
    let own = OWN_FILES + arguments.venues as u64;
    let pages = usize::try_from(files.saturating_sub(own)).unwrap_or(usize::MAX);
    let plan = plan(arguments, pages)?;
    let temporary = if arguments.data.is_some() { None } else { Some(tempfile::tempdir().context("making a directory")?) };
    let dir = match (&arguments.data, &temporary) {
        (Some(dir), _) => dir.clone(),
        (None, Some(temporary)) => temporary.path().join("data"),
        (None, None) => bail!("no directory"),
    };
    let screen = Screen::new(arguments.json);
    let server = Arc::new(Served::start(&dir, arguments.listen)?);
    clean_up_when_interrupted(&server, temporary.as_ref().map(|t| t.path().to_owned()));
    let power = power::Power::new(&screen, Arc::clone(&server), plan.seed, plan.power_cuts);
    let outcome = perform(&plan, &server, &power);
    // A play that broke off may leave a cut under way.
    rehearsal::Watch::over(&power);
    screen.clear();
    let report = match outcome {
        Ok(report) => report,
        Err(error) => {
            server.stop();
            return Err(error.context(format!("the server's log ended with:\n{}", server.last_lines())));
        }
    };
    if arguments.json {
        report.otherwise.iter().for_each(|line| eprintln!("Otherwise than planned: {line}"));
    } else {
        println!("{}", report.table());
    }
    if !arguments.exit {
        eprintln!("The server stays up at {}; Ctrl-C ends it.", server.origin);
        server.wait();
    }
    server.stop();
    if arguments.json {
        println!("{}", serde_json::to_string(&report)?);
    }
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn perform(plan: &Plan, server: &Served, watch: &dyn Watch) -> Result<rehearsal::Report> {
    let address = match server.address.ip() {
        ip if ip.is_unspecified() => SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), server.address.port()),
        _ => server.address,
    };
    let known = rehearsal::Server {
        address,
        host: server.origin.split_once("://").map_or_else(|| address.to_string(), |(_, host)| host.to_owned()),
        origin: server.origin.clone(),
        token: server.token.clone(),
        peak_rss_bytes: &|| server.peak_rss_bytes(),
        power_cuts: &|| server.cuts(),
        export: &|| server.export(),
        bundle: &|claim| server.bundle(claim),
    };
    rehearsal::perform(plan, &known, watch).context("the rehearsal broke off")
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
        power_cuts: arguments.kill,
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

/// How long an interrupted rehearsal waits for its server to stop.
const STOP_WITHIN: std::time::Duration = std::time::Duration::from_secs(10);

/// On Ctrl-C or SIGTERM the server stops and the temporary directory goes.
fn clean_up_when_interrupted(server: &Arc<Served>, temporary: Option<PathBuf>) {
    let server = Arc::clone(server);
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        let Ok(signals) = runtime.block_on(async { StopSignals::listen() }) else { return };
        runtime.block_on(signals.heard());
        served::terminate(server.pid());
        let gone = async {
            while !server.ended() {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        };
        // One that does not stop in time stops by itself once this process is gone.
        drop(runtime.block_on(async { tokio::time::timeout(STOP_WITHIN, gone).await }));
        if let Some(dir) = temporary {
            drop(std::fs::remove_dir_all(dir));
        }
        std::process::exit(130);
    });
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
