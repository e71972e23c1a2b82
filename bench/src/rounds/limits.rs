//! Beyond the limits: everybody signs in at once, and more pages come than the machine has files for.
use super::Round;
use crate::{
    browse::Browser,
    crowd::Crowd,
    hall::Hall,
    load::{Load, Spec},
    machine::{self, Others, ms_since, now},
    serve::Server,
    stage::Cast,
    stats::{percentile, rounded},
    wire::{self, Said},
};
use anyhow::{Context, Result, bail};
use domain::{Actor, Command, command::CommandId, seat::SeatCommand};
use rehearsal::net::{
    http::Request,
    pool::{Pool, Verdict},
};
use serde_json::{Value, json};
use std::{net::SocketAddr, path::Path, sync::mpsc::channel, time::Duration};

/// How long the sign-ins take together.
const SPREAD: Duration = Duration::from_secs(10);
/// The sign-ins of one slice go out together.
const SLICE: Duration = Duration::from_millis(100);
/// Kept connections of those who sign in one after the other.
const LINES: usize = 64;
/// Connections when all come in the same moment.
const CROWD: usize = 6_000;
/// After how long somebody tries again who was told to: as the answer says.
const AGAIN: Duration = Duration::from_secs(5);
/// Changes a second that the hall sees meanwhile.
const CHANGES: f64 = 5.0;
/// How long a change may take to all pages before the round is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Everybody opens a link on one more device while every page is live: evenly over ten seconds, or all in the same moment.
pub fn sign_ins(round: &Round, at_once: bool) -> Result<Value> {
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    let links = links(&data, &stage.cast, round.pages)?;
    machine::wait_idle(round.quick)?;
    let server = Server::start(&round.program, &data, None)?;
    let others = Others::begin();
    // Where all come at once, their connections want files too.
    let mut hall = Hall::of_server(&server, &stage, round.pages.min(if at_once { 9_000 } else { usize::MAX }), None)?;
    hall.rest(Duration::from_millis(500))?;
    let spread = if round.quick { Duration::from_secs(1) } else { SPREAD };
    let before = hall.rate(CHANGES, spread.as_secs_f64() / 2.0)?;
    let asked = links.len();
    let address = server.address;
    let coming = std::thread::spawn(move || if at_once { all_at_once(address, &links) } else { evenly(address, &links, spread) });
    let mut browser = Browser::new(address)?;
    let during = hall.rate(CHANGES, spread.as_secs_f64())?;
    let came = coming.join().map_err(|_| anyhow::anyhow!("the sign-ins broke off"))??;
    let metrics = browser.get("/metrics", "", "")?;
    let turned_away = metric(&String::from_utf8_lossy(&metrics.body), "hemicycle_sign_ins_turned_away_total")?;
    if turned_away != came.turned_away || came.signed_in != asked {
        bail!(
            "{} of {asked} are in; {} were told to come again, the server says {turned_away}",
            came.signed_in,
            came.turned_away
        );
    }
    let out = json!({
        "asked": asked,
        "signed_in": came.signed_in,
        "turned_away": turned_away,
        "answer_p50_ms": rounded(percentile(&came.answers, 0.5), 2),
        "answer_p99_ms": rounded(percentile(&came.answers, 0.99), 2),
        "answer_most_ms": rounded(percentile(&came.answers, 1.0), 2),
        "all_in_ms": rounded(came.all_in_ms, 0),
        "change_p99_before_ms": before["p99_ms"],
        "change_p99_during_ms": during["p99_ms"],
        "server_mib": rounded(machine::memory(server.pid(), "VmHWM:") as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    server.kill()?;
    Ok(out)
}

/// A link for one more device of each of so many delegates.
fn links(data: &Path, cast: &Cast, number: usize) -> Result<Vec<String>> {
    let house = crate::log::open(data)?;
    let (tell, told) = channel();
    let seats = cast.delegates.iter().take(number);
    for (n, delegate) in seats.enumerate() {
        let seat = delegate.seat.parse().ok().context("a seat")?;
        let command = Command::Seat(SeatCommand::LinkDevice {});
        let act = app::Act { actor: Actor::Seat(seat), id: CommandId((0x11_u128 << 64) + n as u128), command, address: None };
        let tell = tell.clone();
        house.submit_then(
            act,
            Box::new(move |outcome| {
                // Whoever waits ends after the last answer.
                let _ = tell.send(outcome.ok().and_then(|done| done.secret).map(|secret| secret.0));
            }),
        );
    }
    drop(tell);
    let links: Option<Vec<String>> = told.iter().collect();
    house.stop();
    links.context("a link for every delegate")
}

/// How it went for those who signed in.
#[derive(Default)]
struct Came {
    signed_in: usize,
    turned_away: u64,
    /// Milliseconds from each request to its answer, where that was not to come again.
    answers: Vec<f64>,
    /// Milliseconds from the first request until the last of them was in.
    all_in_ms: f64,
}

impl Came {
    fn press(&mut self, pool: &mut Pool, links: &[String], first: usize) -> Result<()> {
        let request = |(n, link): (usize, &String)| {
            Request::open_act("redeem-invitation", &wire::id(0x5161, (first + n) as u64), &format!("{{\"token\":\"{link}\"}}"))
        };
        let mut wrong = None;
        pool.run(links.iter().enumerate().map(request).collect(), &mut |answered| match answered.response.status {
            200 => {
                self.signed_in += 1;
                self.answers.push(answered.at.saturating_duration_since(answered.sent).as_secs_f64() * 1000.0);
                Verdict::Done
            }
            503 => {
                self.turned_away += 1;
                Verdict::Again(AGAIN)
            }
            status => {
                wrong = Some(status);
                Verdict::Done
            }
        })?;
        wrong.map_or(Ok(()), |status| bail!("a sign-in was answered {status}"))
    }
}

fn evenly(address: SocketAddr, links: &[String], spread: Duration) -> Result<Came> {
    let slices = (spread.as_millis() / SLICE.as_millis()).max(1) as usize;
    let mut pool = Pool::new(address, &address.to_string(), LINES)?;
    let (mut came, start) = (Came::default(), now());
    for slice in 0..slices {
        let due = start + SLICE * u32::try_from(slice)?;
        std::thread::sleep(due.saturating_duration_since(now()));
        let (from, to) = (links.len() * slice / slices, links.len() * (slice + 1) / slices);
        came.press(&mut pool, &links[from..to], from)?;
    }
    came.all_in_ms = ms_since(start);
    Ok(came)
}

fn all_at_once(address: SocketAddr, links: &[String]) -> Result<Came> {
    std::thread::sleep(Duration::from_millis(300));
    let mut pool = Pool::new(address, &address.to_string(), CROWD.min(links.len()))?;
    let (mut came, start) = (Came::default(), now());
    came.press(&mut pool, links, 0)?;
    came.all_in_ms = ms_since(start);
    Ok(came)
}

fn metric(text: &str, name: &str) -> Result<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|value| value.trim().parse().ok()).with_context(|| format!("{name} in /metrics"))
}

/// More pages than the process may open files: 20,000 on a machine that allows 15,000.
pub fn files(round: &Round) -> Result<Value> {
    let (files, pages) = if round.quick { (600, 800) } else { (15_000, 20_000) };
    let stage = round.stage()?;
    let data = round.data(&stage)?;
    machine::wait_idle(round.quick)?;
    let server = Server::start_with_files(&round.program, &data, files)?;
    let others = Others::begin();
    // Those who are in before the crowd: somebody who looks at the figures, and the chair.
    let mut browser = Browser::new(server.address)?;
    browser.get("/health/ready", "", "")?;
    let mut chair = Load::new(server.address, None)?;
    let cast = &stage.cast;
    let spec = Spec { path: format!("/as/{}/live?v={}", cast.chair.seat, cast.chair_regions), cookie: cast.chair.cookie.clone() };
    chair.open_all(vec![spec], &mut |_| {})?;
    // No process of this machine may hold them all.
    let start = now();
    let mut crowds = (0..2).map(|_| Crowd::start(server.address, pages / 2)).collect::<Result<Vec<_>>>()?;
    let (mut open, mut refused, mut leaving) = (0, 0, 0);
    for crowd in &mut crowds {
        let came = crowd.came()?;
        (open, refused, leaving) = (open + came.open, refused + came.refused, came.open);
    }
    let came_ms = ms_since(start);
    let said = refusal(server.address)?;
    let text = |browser: &mut Browser| -> Result<String> {
        Ok(String::from_utf8_lossy(&browser.get("/metrics", "", "")?.body).into_owned())
    };
    let counted = metric(&text(&mut browser)?, "hemicycle_live_refused_connections_total")?;
    let change_ms = change(&mut chair, &mut crowds)?;
    let memory = machine::memory(server.pid(), "VmHWM:");
    // One of the crowds leaves: there is room for as many others.
    drop(crowds.pop());
    let left = now();
    while metric(&text(&mut browser)?, "hemicycle_live_pages")? > (open - leaving + 1) as u64 {
        if now().saturating_duration_since(left) > PATIENCE {
            bail!("the server still counts the pages of those who left");
        }
        std::thread::sleep(SLICE);
    }
    let mut late = Crowd::start(server.address, refused.min(leaving))?;
    let came = late.came()?;
    let out = json!({
        "files": files,
        "pages": pages,
        "open": open,
        "refused": refused,
        "refused_by_metrics": counted,
        "languages_of_the_refusal": said,
        "came_ms": rounded(came_ms, 0),
        "change_on_every_open_page_ms": rounded(change_ms, 1),
        "found_room_later": came.open,
        "refused_later": came.refused,
        "server_mib": rounded(memory as f64 / 1048576.0, 1),
        "others_share": rounded(others.share(), 3),
    });
    drop((crowds, late));
    server.kill()?;
    if came.refused > 0 || open + refused != pages || said < 6 {
        bail!("this is not as it should be: {out}");
    }
    Ok(out)
}

/// The chair stops the speaker's clock: how long until every open page shows it.
fn change(chair: &mut Load, crowds: &mut [Crowd]) -> Result<f64> {
    let start = now();
    chair.press(0, &wire::id(0xf11e, 1), "pause-clock", "meeting=meeting-1")?;
    let mut answer = None;
    while answer.is_none() {
        chair.pump(Duration::from_millis(1), &mut |heard| {
            if let Said::Answer { status, position, .. } = heard.said {
                answer = Some((status, position));
            }
        })?;
        if now().saturating_duration_since(start) > PATIENCE {
            bail!("the chair's press was not answered");
        }
    }
    let (200, position) = answer.unwrap_or_default() else { bail!("the chair's press was answered {answer:?}") };
    for crowd in crowds.iter_mut() {
        crowd.shows(position)?;
    }
    Ok(ms_since(start))
}

/// In how many languages a page that finds no place is told so; the refusal says when to come again.
fn refusal(address: SocketAddr) -> Result<usize> {
    use std::io::{Read, Write};
    let request = format!("GET / HTTP/1.1\r\nhost: {address}\r\n\r\n");
    let ask = || -> std::io::Result<String> {
        let mut stream = std::net::TcpStream::connect(address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(request.as_bytes())?;
        let mut said = String::new();
        stream.read_to_string(&mut said)?;
        Ok(said)
    };
    // Only so many are told at one moment; whoever comes beyond finds the connection closed, as a browser does that tries again.
    let tries = (0..50).map(|n| {
        std::thread::sleep(SLICE * u32::from(n > 0));
        ask()
    });
    let said = tries.flatten().next().context("no page was told that there is no room")?;
    if !said.starts_with("HTTP/1.1 503 ") || !said.to_ascii_lowercase().contains("retry-after: 5") {
        bail!("one page too many was answered {said}");
    }
    let words = ["Whoever is connected stays so", "restent", "siguen", "يبقى المتصلون", "остаётся на связи", "已连接的人"];
    Ok(words.iter().filter(|words| said.contains(**words)).count())
}
