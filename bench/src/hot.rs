//! The hot functions, each called in a loop under valgrind, which counts instructions: the same on a busy machine as on an idle one.
use crate::stage::Stage;
use anyhow::{Context, Result, bail};
use app::codec;
use domain::{
    Actor, Command, Moment, Recorded, State,
    command::CommandId,
    floor::{FloorCommand, Rank},
    id::{ItemId, SeatId},
    state::Given,
};
use ledger::Leaf;
use serde_json::{Map, Value, json};
use std::{hint::black_box, ops::ControlFlow, path::Path, process::Command as Process, sync::Arc};
use web::{
    i18n::Tongue,
    links::Links,
    live::{RegionKey, Scene},
    scene,
    site::{Settings, Site},
    view::Who,
};

/// Their names, in the order in which [`run`] calls them.
const ALL: [&str; 7] = ["decide", "evolve", "encode-event", "decode-event", "render-now", "render-actions", "encode-entry"];
/// How often each is called.
const TIMES: u64 = 60;
/// A change of more than this share is told.
const CHANGED: f64 = 0.05;

/// The name of [`calls`], as valgrind knows it. Whole: it does not take patterns for two of its options at once.
const CALLS: &str = "hemicycle_bench::hot::calls";

/// Calls something so often. Valgrind counts what this thread does in here, and writes down the sum when it is left.
#[inline(never)]
fn calls(what: &mut dyn FnMut(u64)) {
    for n in 0..TIMES {
        what(n);
    }
}

/// Calls them all, one after the other.
pub fn run(stage: &Stage) -> Result<()> {
    let house = crate::log::open(&stage.data)?;
    // From the end: whoever stands first has the floor.
    let may = stage.cast.delegates.iter().rev().find(|d| d.may_speak);
    let seat: SeatId = may.and_then(|d| d.seat.parse().ok()).context("a delegate")?;
    let state = house.state().clone();
    let asked = command(
        &state,
        seat,
        FloorCommand::RequestFloor { item: ItemId(1), rank: Rank::Head, venue: None, organisation: None, on_paper: None },
    )?;
    calls(&mut |_| drop(black_box(request(&state, seat))));
    evolve(state, seat, &asked)?;
    calls(&mut |_| drop(black_box(codec::encode(black_box(&asked)))));
    let bytes = codec::encode(&asked)?;
    calls(&mut |_| drop(black_box(codec::decode(black_box(&bytes)))));
    let mut leaf = Vec::new();
    house.feed().feed_leaves(0, 1, &mut |_, bytes| {
        leaf = bytes.to_vec();
        ControlFlow::Break(())
    })?;
    let site = Arc::new(Site::new(Arc::new(house), Settings::default(), Arc::new(Links::default())));
    let who = Who::of(seat, site.house.state().seats.get(seat).context("the seat")?);
    let scene = scene::Stage::of(Arc::clone(&site)).context("the threads of the scene")?;
    for name in ["now", "actions"] {
        let (region, _) = scene::named(name).context("the region")?;
        let key =
            |n: u64| RegionKey { name: name.into(), audience: scene::audience(region.scope, who, Tongue::of(n as usize % 6)) };
        // Translations are loaded once a process.
        (0..6).for_each(|n| drop(black_box(scene.render(&key(n)))));
        calls(&mut |n| drop(black_box(scene.render(&key(n)))));
    }
    let leaf = Leaf::parse(&leaf).context("the first leaf")?;
    let entry = leaf.entry().map_err(|reason| anyhow::anyhow!("{reason:?}"))?;
    calls(&mut |_| {
        let written = Leaf::new(black_box(&entry.body), &entry.sigs);
        drop(black_box(written.map(|leaf| ledger::leaf_hash(leaf.bytes()))));
    });
    Ok(())
}

fn request(state: &State, seat: SeatId) -> Result<Recorded> {
    command(
        state,
        seat,
        FloorCommand::RequestFloor { item: ItemId(1), rank: Rank::Head, venue: None, organisation: None, on_paper: None },
    )
}

/// Decides a command of the floor.
fn command(state: &State, seat: SeatId, command: FloorCommand) -> Result<Recorded> {
    let given = Given { now: Moment(state.at.0 + 1), entropy: [7; 32], signed: None, leaf: None, attested: false };
    let decision = domain::decide(state, &Actor::Seat(seat), &Command::Floor(command), &given);
    let event = decision.map_err(|no| anyhow::anyhow!("{no}"))?.events.pop().context("an event")?;
    Ok(Recorded { position: state.position + 1, at: given.now, seat: Some(seat), command: CommandId(1), event })
}

/// The state folds a request and its withdrawal in turn.
fn evolve(mut state: State, seat: SeatId, asked: &Recorded) -> Result<()> {
    state.evolve(asked);
    let back = command(&state, seat, FloorCommand::WithdrawRequest { item: ItemId(1), organisation: None })?;
    let mut turns: Vec<Recorded> = (0..TIMES).map(|n| if n % 2 == 0 { back.clone() } else { asked.clone() }).collect();
    for (n, turn) in (0..).zip(&mut turns) {
        (turn.position, turn.command) = (state.position + 1 + n, CommandId(u128::from(n) + 10));
    }
    calls(&mut |n| state.evolve(black_box(&turns[n as usize])));
    Ok(())
}

/// Counts the instructions of one call of each, by valgrind.
pub fn count(program: &Path, work: &Path, quick: bool) -> Result<Value> {
    let own = std::env::current_exe()?;
    let out = work.join("callgrind.out");
    for entry in std::fs::read_dir(work)?.flatten().filter(|e| e.file_name().to_string_lossy().starts_with("callgrind.out")) {
        std::fs::remove_file(entry.path())?;
    }
    let mut valgrind = Process::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(format!("--toggle-collect={CALLS}")).arg(format!("--dump-after={CALLS}"));
    valgrind.arg(format!("--callgrind-out-file={}", out.display())).arg(&own).args(["round", "hot"]);
    valgrind.arg("--program").arg(program).arg("--work").arg(work).args(quick.then_some("--quick"));
    let output = valgrind.output().context("starting valgrind (a package of that name)")?;
    if !output.status.success() {
        bail!("valgrind: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut counts = Map::new();
    for (number, name) in (1..).zip(ALL) {
        let path = format!("{}.{number}", out.display());
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
        let total = text.lines().rev().find_map(|l| l.strip_prefix("totals: ").or(l.strip_prefix("summary: ")));
        let total: u64 = total.and_then(|t| t.split_whitespace().next()?.parse().ok()).context("valgrind's total")?;
        counts.insert(name.to_owned(), json!(total / TIMES));
    }
    Ok(Value::Object(counts))
}

/// What changed against the baseline, a line each.
pub fn compared(counts: &Value, baseline: &Value) -> Vec<String> {
    let of = |value: &Value, name: &str| value[name].as_f64().filter(|n| *n > 0.0);
    let line = |name: &&str| {
        let (now, before) = (of(counts, name)?, of(baseline, name)?);
        let change = now / before - 1.0;
        (change.abs() > CHANGED)
            .then(|| format!("{name}: {now:.0} instructions instead of {before:.0} ({:+.1} %)", change * 100.0))
    };
    ALL.iter().filter_map(line).collect()
}
