//! The summit that is measured: convened once through the network as a rehearsal does it, kept, and copied for every round.
use crate::serve::Server;
use anyhow::{Context, Result, bail};
use rehearsal::{
    Site,
    authenticator::{Authenticator, of_heads},
    net::{
        form::Form,
        http::Request,
        pool::{Pool, Verdict},
    },
    plan::{Day, Plan},
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// Where the pages say they are: the security keys sign for it. Requests reach this machine.
pub const ORIGIN: &str = "http://summit.example";

/// A seat with its session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Seat {
    /// Its id.
    pub seat: String,
    /// Its cookie.
    pub cookie: String,
    /// Its organisation, from 0.
    pub organisation: usize,
    /// The language of its page.
    pub language: String,
    /// Whether its organisation may take the floor.
    pub may_speak: bool,
}

/// What the load knows of the summit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cast {
    /// Delegates, the heads of all delegations first, then the second members, and so on.
    pub delegates: Vec<Seat>,
    /// The chair.
    pub chair: Seat,
    /// A device of the secretariat.
    pub secretariat: Seat,
    /// A focal point.
    pub focal_point: Seat,
    /// A venue's desk.
    pub venue: Seat,
    /// The secretariat's token for the programs' interface.
    pub token: String,
    /// The regions of a delegate's page with their versions, as the page writes them into its socket's address.
    pub delegate_regions: String,
    /// The same of the chair's page.
    pub chair_regions: String,
    /// The newest position.
    pub position: u64,
    /// How many delegations there are; the first delegates are their heads.
    pub delegations: usize,
    /// The seed of everything invented, the heads' security keys too.
    pub seed: u64,
}

impl Cast {
    /// The site that the security keys of the heads sign for.
    pub fn site() -> Site {
        Site::of(ORIGIN)
    }
    /// The heads of delegation, each with the security key that signs for the organisation.
    pub fn heads(&self) -> Vec<(&Seat, Authenticator)> {
        self.delegates.iter().zip(of_heads(self.seed, self.delegations)).collect()
    }
}

/// A kept summit.
pub struct Stage {
    /// Its data directory; never served itself.
    pub data: PathBuf,
    /// Who takes part.
    pub cast: Cast,
}

struct Silent;
impl rehearsal::Watch for Silent {
    fn phase(&self, name: &str, _: u64) {
        eprintln!("  {name}");
    }
    fn at(&self, _: u64) {}
    fn say(&self, _: &str) {}
}

impl Stage {
    /// The summit of this size, convened now if it is not kept: today's, since sessions and meetings are of a day.
    pub fn get(work: &Path, program: &Path, people: usize) -> Result<Self> {
        let today = today();
        let dir = work.join(format!("summit-{people}-{today}"));
        let (data, kept) = (dir.join("data"), dir.join("cast.json"));
        // What was kept by another version of this program may lack something, and is made anew.
        if let Some(cast) = fs::read(&kept).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
            return Ok(Self { data, cast });
        }
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        fs::create_dir_all(&dir)?;
        eprintln!("convening a summit of {people} people");
        let cast = convene(program, &data, people, today)?;
        fs::write(&kept, serde_json::to_vec(&cast)?)?;
        Ok(Self { data, cast })
    }

    /// The same summit after a long debate: its log holds so many events. Made once and kept.
    pub fn with_events(self, events: u64) -> Result<Self> {
        let data = self.data.with_file_name(format!("data-{events}"));
        let position = self.cast.position;
        if events <= position {
            bail!("the convened summit has {position} events already");
        }
        let mut cast = self.cast;
        if !data.with_extension("made").exists() {
            if data.exists() {
                fs::remove_dir_all(&data)?;
            }
            eprintln!("making a log of {events} events");
            copy(&self.data, &data)?;
            let house = crate::log::open(&data)?;
            let (done, refused) = crate::log::Loop::new(&cast, 1).run(&house, events - position, Duration::from_secs(600));
            let reached = house.state().position;
            house.stop();
            if refused > 0 || reached != events {
                bail!("the log came to {reached} events: {done} acts were carried out and {refused} refused");
            }
            fs::write(data.with_extension("made"), "")?;
        }
        let former = position.to_string();
        for regions in [&mut cast.delegate_regions, &mut cast.chair_regions] {
            *regions = regions.replace(&former, &events.to_string());
        }
        cast.position = events;
        Ok(Self { data, cast })
    }

    /// A copy of the data directory, to be served.
    pub fn copy_to(&self, to: &Path) -> Result<()> {
        copy(&self.data, to)
    }
}

/// Copies a directory with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the measured summit takes place today")]
fn today() -> Day {
    let date = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date();
    Day { year: date.year(), month: date.month(), day: date.day() }
}

fn convene(program: &Path, data: &Path, people: usize, today: Day) -> Result<Cast> {
    let token = crate::serve::init(program, data, ORIGIN)?;
    let server = Server::start(program, data, None)?;
    let full = Plan::default();
    let share = |of: usize| (of * people / full.representatives).max(1);
    let plan = Plan {
        organisations: share(full.organisations),
        representatives: people,
        venues: share(full.venues),
        countries: share(full.countries).max(6),
        today,
        pages: 0,
        ..full
    };
    let known = rehearsal::Server {
        address: server.address,
        host: server.address.to_string(),
        origin: format!("http://{}", server.address),
        token,
        peak_rss_bytes: &|| 0,
        power_cuts: &|| 0,
        export: &|| None,
        bundle: &|_| Err("nothing is bundled where only the morning is played".to_owned()),
    };
    let convened = rehearsal::convene(&plan, &known, &Silent).context("convening")?;
    let of = |device: &rehearsal::Device| Seat {
        seat: device.seat.clone(),
        cookie: device.cookie.clone(),
        organisation: 0,
        language: "en".to_owned(),
        may_speak: false,
    };
    let mut members = std::collections::HashMap::new();
    let mut delegates: Vec<(usize, Seat)> = Vec::new();
    for d in &convened.delegates {
        let nth = members.entry(d.organisation).and_modify(|n| *n += 1).or_insert(0usize);
        let language = d.language.to_owned();
        let seat = Seat { organisation: d.organisation, language, may_speak: d.may_speak, ..of(&d.device) };
        delegates.push((*nth, seat));
    }
    delegates.sort_by_key(|(nth, seat)| (*nth, seat.organisation));
    let secretariat = convened.secretariat.first().map(of).context("the secretariat")?;
    let mut cast = Cast {
        delegates: delegates.into_iter().map(|(_, seat)| seat).collect(),
        chair: of(&convened.chair),
        focal_point: convened.focal_points.first().map(of).context("a focal point")?,
        venue: convened.venues.first().map(of).context("a venue's desk")?,
        secretariat,
        token: convened.token,
        delegate_regions: String::new(),
        chair_regions: String::new(),
        position: 0,
        delegations: convened.keys.len(),
        seed: plan.seed,
    };
    open(&server, &cast)?;
    (cast.delegate_regions, cast.position) = regions(&server, cast.delegates.first().context("a delegate")?, "")?;
    (cast.chair_regions, _) = regions(&server, &cast.chair, "")?;
    server.stop()?;
    Ok(cast)
}

/// The meeting is opened, an item taken up, its list opened, and somebody speaks.
fn open(server: &Server, cast: &Cast) -> Result<()> {
    let item = || Form::new().with("item", "item-1");
    let meeting = || Form::new().with("meeting", "meeting-1");
    let speaker = cast.delegates.iter().find(|d| d.may_speak).context("somebody who may speak")?;
    act(server, &cast.chair, "open-meeting", meeting())?;
    act(server, &cast.chair, "open-item", item())?;
    act(server, &cast.chair, "open-speakers", item().with("limit_seconds", "600"))?;
    act(server, speaker, "request-floor", item().with("rank", "head"))?;
    act(server, &cast.chair, "give-floor", meeting())
}

/// The regions of a seat's page with their versions, and the newest of these.
pub fn regions(server: &Server, seat: &Seat, page: &str) -> Result<(String, u64)> {
    let (status, html) = ask(server, Request::get(&format!("/as/{}/{page}", seat.seat), &seat.cookie))?;
    let address =
        html.split_once("data-live=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(a, _)| a.replace("&amp;", "&"));
    let address = address.with_context(|| format!("the page of {} (status {status}) has no live part", seat.seat))?;
    let (_, versions) = address.split_once("v=").context("the page's regions")?;
    let of = |part: &str| part.rsplit_once(':').and_then(|(_, n)| n.parse::<u64>().ok());
    let newest = versions.split(',').filter_map(of).max().context("the regions' versions")?;
    Ok((versions.to_owned(), newest))
}

/// Makes one press over HTTP; anything but its being carried out is an error.
pub fn act(server: &Server, seat: &Seat, name: &str, form: Form) -> Result<()> {
    let id = crate::wire::id(u64::from(std::process::id()), unique());
    let body = format!("_id={id}&{}", form.encoded());
    let request = Request::post(&format!("/as/{}/act/{name}", seat.seat), &seat.cookie, &body);
    let answer = ask(server, request)?;
    if answer.0 != 200 {
        bail!("`{name}` was answered {}: {}", answer.0, answer.1);
    }
    Ok(())
}

fn unique() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Makes one request and answers status and body.
pub fn ask(server: &Server, request: Request) -> Result<(u16, String)> {
    let mut pool = Pool::new(server.address, &server.address.to_string(), 1)?;
    let mut out = (0, String::new());
    pool.run(vec![request], &mut |a| {
        out = (a.response.status, a.response.text().into_owned());
        Verdict::Done
    })?;
    Ok(out)
}
