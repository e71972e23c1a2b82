//! The machine: whose processor it is, what a process holds, and whether anybody else is busy.
use anyhow::{Context, Result, bail};
use rustix::thread::{CpuSet, sched_setaffinity};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    time::{Duration, Instant},
};

/// The core of the server, and of the limit program in its turn.
pub const SERVER_CORE: usize = 0;
/// The core of the load.
pub const CLIENT_CORE: usize = 1;
/// A machine is idle when less of it than this is busy.
const IDLE: f64 = 0.08;
/// How long an idle machine is waited for.
const PATIENCE: Duration = Duration::from_secs(180);

/// Now, by the clock that measures.
#[expect(clippy::disallowed_methods, reason = "the edge that measures")]
pub fn now() -> Instant {
    Instant::now()
}

/// Milliseconds since a moment.
pub fn ms_since(from: Instant) -> f64 {
    now().saturating_duration_since(from).as_secs_f64() * 1000.0
}

/// What figures stand beside.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Machine {
    /// Name of the processor.
    pub processor: String,
    /// How many of its cores are there.
    pub cores: usize,
    /// Memory, in GiB.
    pub memory_gib: u64,
    /// The system.
    pub kernel: String,
}

impl Machine {
    /// This one.
    pub fn here() -> Self {
        let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let named = cpu.lines().find(|l| l.starts_with("model name")).and_then(|l| l.split_once(':'));
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        Self {
            processor: named.map(|(_, n)| n.trim().to_owned()).unwrap_or_default(),
            cores: cpu.lines().filter(|l| l.starts_with("processor")).count(),
            memory_gib: kib("/proc/meminfo", "MemTotal:").unwrap_or_default() / (1024 * 1024),
            kernel: format!("Linux {}", kernel.trim()),
        }
    }
}

/// From now on this thread, and what it starts, stays on one core; on a machine with one core nothing changes.
pub fn stay_on(core: usize) -> Result<()> {
    // Not by `available_parallelism`: it counts the cores that this thread may use now.
    if Machine::here().cores <= core {
        return Ok(());
    }
    let mut set = CpuSet::new();
    set.set(core);
    sched_setaffinity(None, &set).with_context(|| format!("staying on core {core}"))
}

/// From now on this thread, and what it starts, may use every core.
pub fn stay_anywhere() -> Result<()> {
    let mut set = CpuSet::new();
    for core in 0..Machine::here().cores.max(1) {
        set.set(core);
    }
    sched_setaffinity(None, &set).context("using every core")
}

/// Starts something that stays on the server's core; this thread goes back to the client's.
pub fn on_server_core<T>(start: impl FnOnce() -> Result<T>) -> Result<T> {
    stay_on(SERVER_CORE)?;
    let started = start();
    stay_on(CLIENT_CORE)?;
    started
}

/// This process may open as many files as the system lets it.
pub fn raise_file_limit() -> Result<u64> {
    let (_, hard) = rlimit::Resource::NOFILE.get().context("the limit of open files")?;
    rlimit::Resource::NOFILE.set(hard, hard).context("raising the limit of open files")?;
    Ok(hard)
}

/// Busy time of the server's core so far, in seconds: the server's own, and what the kernel does in interrupts on its behalf. No process
/// is charged for these, and they are about half of what sending costs.
pub fn server_core_seconds() -> f64 {
    ticks_of(&format!("cpu{SERVER_CORE}")).0 as f64 / TICKS
}

/// Ticks a second on every Linux that is in use.
const TICKS: f64 = 100.0;

/// Busy and all time of the machine's processors so far, in clock ticks.
fn ticks() -> (u64, u64) {
    ticks_of("cpu")
}

fn ticks_of(processor: &str) -> (u64, u64) {
    let numbers = counted(processor);
    let idle: u64 = numbers.iter().skip(3).take(2).sum();
    let all: u64 = numbers.iter().sum();
    (all - idle, all)
}

/// The same without interrupts.
fn charged() -> (u64, u64) {
    let numbers = counted("cpu");
    let (busy, all) = ticks();
    (busy - numbers.iter().skip(5).take(2).sum::<u64>(), all)
}

/// Time of a processor as user, nice, system, idle, waiting for disks, interrupts, soft interrupts and stolen, in ticks.
fn counted(processor: &str) -> Vec<u64> {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let line = text.lines().find(|l| l.split_whitespace().next() == Some(processor)).unwrap_or_default();
    line.split_whitespace().skip(1).take(8).filter_map(|n| n.parse().ok()).collect()
}

/// Waits until nobody else is busy, and says so; a quick run takes the machine as it is.
pub fn wait_idle(quick: bool) -> Result<f64> {
    let since = now();
    loop {
        let before = ticks();
        std::thread::sleep(Duration::from_millis(400));
        let after = ticks();
        let share = (after.0 - before.0) as f64 / (after.1 - before.1).max(1) as f64;
        if share < IDLE || quick {
            return Ok(share);
        }
        if now().saturating_duration_since(since) > PATIENCE {
            bail!("the machine is not idle: {:.0} % of it is busy, and figures would be of others' work too", share * 100.0);
        }
        eprintln!("waiting: {:.0} % of the machine is busy", share * 100.0);
        std::thread::sleep(Duration::from_secs(1));
    }
}

/// How much of the machine others used while something was measured.
pub struct Others {
    ticks: (u64, u64),
    known: f64,
}

impl Others {
    /// Begins to watch. Others are all but this process and what it starts: the server, crowds of pages.
    pub fn begin() -> Self {
        Self { ticks: charged(), known: family_seconds(std::process::id()) }
    }
    /// The share of the machine, from 0 to 1, that other processes used. What the kernel does in interrupts is left out: here it is
    /// the network, and that is the load's and the server's.
    pub fn share(&self) -> f64 {
        let after = charged();
        let busy = (after.0 - self.ticks.0) as f64 / TICKS - (family_seconds(std::process::id()) - self.known);
        (busy / ((after.1 - self.ticks.1).max(1) as f64 / TICKS)).max(0.0)
    }
}

/// Processor time of a process and of all that it started, in seconds, with what has ended.
fn family_seconds(pid: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name, in brackets, may hold anything; of what follows it the 12th and 13th are ticks in the program and in the kernel, the next
    // two those of its children that have ended and were waited for.
    let (_, rest) = text.rsplit_once(')').unwrap_or_default();
    let own = rest.split_whitespace().skip(11).take(4).filter_map(|n| n.parse::<f64>().ok()).sum::<f64>() / TICKS;
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let children = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    let children: Vec<u32> =
        children.flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>()).collect();
    own + children.into_iter().map(family_seconds).sum::<f64>()
}

/// Memory of a process by the kernel's count, in bytes: `RssAnon:` is the program's own, `VmRSS:` all, `VmHWM:` the most so far.
pub fn memory(pid: u32, field: &str) -> u64 {
    kib(&format!("/proc/{pid}/status"), field).unwrap_or_default() * 1024
}

fn kib(file: &str, field: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    text.lines().find_map(|l| l.strip_prefix(field))?.split_whitespace().next()?.parse().ok()
}
