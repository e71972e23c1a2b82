//! The play: a whole summit from its list of organisations to its closing, in phases.
mod accredit;
mod arrive;
mod convene;
mod debate;
mod evidence;
mod prepare;
mod statement;
mod verify;

pub use convene::{Convened, Delegate, Device, convene};
pub use evidence::{Claim, Verified};

use crate::{
    Trouble,
    authenticator::Authenticator,
    driver::{Driver, Press, Session},
    net::{ms_between, now},
    plan::{Plan, Targets},
    report::Report,
    signing::Site,
    stats::Durations,
    world::World,
};
use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::PathBuf,
    sync::atomic::Ordering::Relaxed,
    time::{Duration, Instant},
};

/// How long a person waits to see what was pressed before pressing on.
const SEEN: Duration = Duration::from_millis(1_500);
/// How long the last press is waited for on every page.
const CAUGHT_UP: Duration = Duration::from_secs(30);
/// How many phases the play has, from the directory to the endorsements; the comparison comes after them.
pub const PHASES: usize = 18;

/// The server that is rehearsed with; all that is known of it.
pub struct Server<'a> {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its host and port as browsers write them.
    pub host: String,
    /// The origin of links for people who watch.
    pub origin: String,
    /// The first administrator's token.
    pub token: String,
    /// The most memory it held so far, in bytes.
    pub peak_rss_bytes: &'a dyn Fn() -> u64,
    /// How often it was killed and came back so far.
    pub power_cuts: &'a dyn Fn() -> u64,
    /// Has the record exported by a process of its own, into this folder; none when it cannot.
    pub export: &'a dyn Fn() -> Option<PathBuf>,
    /// Has a figure of the record bundled by a process of its own, and the bundle verified by another; why it could not, otherwise.
    pub bundle: &'a dyn Fn(&Claim<'_>) -> Result<Verified, String>,
}

/// Who watches the play.
pub trait Watch {
    /// A phase begins; it has so many steps.
    fn phase(&self, name: &str, steps: u64);
    /// So many steps of the phase are done.
    fn at(&self, step: u64);
    /// Something to tell, such as a link to watch by.
    fn say(&self, line: &str);
    /// The play is over and the comparison begins: whoever disturbs the server has stopped when this returns.
    fn over(&self) {}
}

/// A delegation as its clients know it.
#[derive(Clone, Debug, Default)]
struct Delegation {
    focal_point: Session,
    /// Its members' places in [`Stage::members`]; the first is the head.
    members: std::ops::Range<usize>,
}

/// A member as the letter reached it.
#[derive(Clone, Debug, Default)]
struct Member {
    token: String,
    badge: String,
}

/// Everything the clients know while the play goes on.
struct Stage<'a> {
    plan: &'a Plan,
    watch: &'a dyn Watch,
    server: &'a Server<'a>,
    /// The site that the delegates' keys sign for.
    site: Site,
    /// The record's policy, as it was published when the rehearsal began.
    policy: String,
    driver: Driver,
    world: World,
    targets: Targets,
    /// The secretariat's devices.
    desk: Vec<Session>,
    next_device: usize,
    chair: Session,
    venues: Vec<Session>,
    delegations: Vec<Delegation>,
    members: Vec<Member>,
    /// The members' sessions, in the members' order.
    delegates: Vec<Session>,
    /// The security keys of the heads of delegation, in the delegations' order.
    keys: Vec<Authenticator>,
    /// The organisations whose endorsement stands, by the answers to their presses.
    standing: BTreeSet<usize>,
    /// Presses whose result every page shows.
    shown: Vec<Press>,
    report: Report,
    waited: Duration,
}

/// Plays the plan on a server and reports what its record says.
///
/// # Errors
/// [`Trouble`] when the play cannot go on.
pub fn perform(plan: &Plan, server: &Server<'_>, watch: &dyn Watch) -> Result<Report, Trouble> {
    let began = now();
    let mut stage = Stage::new(plan, server, watch)?;
    stage.read_policy()?;
    stage.prepare(&server.token)?;
    stage.open_desks()?;
    stage.accredit()?;
    stage.arrive()?;
    stage.debate()?;
    stage.statement()?;
    watch.over();
    stage.last_pages()?;
    let seconds = ms_between(began, now()) / 1000.0;
    let busy = (seconds - stage.waited.as_secs_f64()).max(0.001);
    stage.verify()?;
    let Stage { driver, mut report, targets, .. } = stage;
    report.commands = driver.accepted as u64;
    report.commands_per_second = (driver.accepted as f64 / busy * 10.0).round() / 10.0;
    report.durable_ms = driver.durable.percentiles();
    report.lost += driver.unanswered as u64;
    report.duplicated += driver.doubled as u64;
    report.peak_rss_bytes = (server.peak_rss_bytes)();
    report.seconds = (seconds * 10.0).round() / 10.0;
    report.power_cuts = (server.power_cuts)();
    if report.power_cuts != plan.power_cuts as u64 {
        report.otherwise.push(format!("the power was cut {} times instead of {}", report.power_cuts, plan.power_cuts));
    }
    report.compare(&targets);
    driver.desks.stop()?;
    driver.pages.stop()?;
    Ok(report)
}

impl<'a> Stage<'a> {
    fn new(plan: &'a Plan, server: &'a Server<'a>, watch: &'a dyn Watch) -> Result<Self, Trouble> {
        let world = World::new(plan)?;
        let targets = Targets::of(plan, &world);
        let driver = Driver::new(server.address, &server.host, plan.seed)?;
        Ok(Self {
            plan,
            watch,
            server,
            site: Site::of(&server.origin),
            policy: String::new(),
            driver,
            world,
            targets,
            desk: Vec::new(),
            next_device: 0,
            chair: Session::default(),
            venues: Vec::new(),
            delegations: Vec::new(),
            members: Vec::new(),
            delegates: Vec::new(),
            keys: Vec::new(),
            standing: BTreeSet::new(),
            shown: Vec::new(),
            report: Report::default(),
            waited: Duration::ZERO,
        })
    }
}

impl Stage<'_> {
    /// Whether somebody watches, who may press too.
    const fn is_watched(&self) -> bool {
        self.plan.speed.is_some()
    }

    /// One of the secretariat's devices after the other, so that none presses faster than the server lets one.
    fn secretariat(&mut self) -> Session {
        self.next_device += 1;
        self.desk.get(self.next_device % self.desk.len().max(1)).cloned().unwrap_or_default()
    }

    /// Lets so many seconds of the play pass for whoever watches.
    fn pause(&mut self, seconds: f64) {
        let Some(speed) = self.plan.speed.filter(|s| *s > 0.0) else { return };
        let wait = Duration::from_secs_f64((seconds / speed).min(600.0));
        std::thread::sleep(wait);
        self.waited += wait;
    }

    /// A link by which a person watches on another device.
    fn link(&mut self, what: &str, session: &Session) -> Result<(), Trouble> {
        let secret = self.driver.secret(session, "link-device", &crate::net::form::Form::new())?;
        self.watch.say(&format!("{what:<12} {}/join/{secret}", self.server.origin));
        Ok(())
    }

    /// An act of the chair, which every page shows. Answers its position; none when a person who watches has taken over the
    /// chair and the act is no longer called for.
    fn preside(&mut self, act: &'static str, form: crate::net::form::Form) -> Result<Option<u64>, Trouble> {
        let chair = self.chair.clone();
        match self.driver.act(&chair, act, form) {
            Ok(press) => {
                self.settle(&press);
                let position = press.position;
                self.shown.push(press);
                Ok(Some(position))
            }
            Err(Trouble::Refused { act, status: 409, message, .. }) if self.plan.speed.is_some() => {
                self.watch.say(&format!("The chair's `{act}` was not carried out: {message}"));
                Ok(None)
            }
            Err(trouble) => Err(trouble),
        }
    }

    /// Waits until every page shows a press, or a while has passed: a person presses when the former press is seen.
    fn settle(&self, press: &Press) {
        self.shown_within(press, SEEN);
    }

    fn shown_within(&self, press: &Press, patience: Duration) {
        let open = self.driver.pages.figures().open.load(Relaxed);
        let until = now() + patience;
        while open > 0 && (self.driver.pages.reached(press.position).0 as usize) < open && now() < until {
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// From press to the last page that shows it, over all presses that every page came to show.
    fn last_pages(&mut self) -> Result<(), Trouble> {
        self.driver.wait_all_open()?;
        // Pages that were opened again have their newest state to come.
        if let Some(last) = self.shown.last() {
            self.shown_within(last, CAUGHT_UP);
        }
        let lost = self.driver.pages.figures().lost.load(Relaxed);
        if lost > 0 && self.plan.power_cuts == 0 {
            self.report.otherwise.push(format!("live pages lost their connection {lost} times"));
        }
        let open = self.driver.pages.figures().open.load(Relaxed);
        let mut all = Durations::default();
        let mut unseen = 0;
        for press in &self.shown {
            match self.driver.pages.reached(press.position) {
                (pages, Some(at)) if open > 0 && pages as usize >= open => all.add(ms_between(press.sent, at)),
                _ => unseen += 1,
            }
        }
        self.report.last_page_ms = all.percentiles();
        if open > 0 && unseen > 0 {
            self.report.otherwise.push(format!("{unseen} of {} acts did not reach every live page", self.shown.len()));
        }
        Ok(())
    }
}

/// Steps counted for a progress bar.
fn steps<'w>(watch: &'w dyn Watch, name: &str, total: usize) -> impl FnMut() + 'w {
    watch.phase(name, total as u64);
    let (mut done, mut told): (u64, Option<Instant>) = (0, None);
    move || {
        done += 1;
        let at = now();
        // A bar drawn for every step would take longer than the steps.
        if done == total as u64 || told.is_none_or(|t| at.saturating_duration_since(t) > Duration::from_millis(50)) {
            told = Some(at);
            watch.at(done);
        }
    }
}
