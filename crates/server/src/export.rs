//! `hemicycle export`: the public facts as CSV files with a Frictionless data package. No person's name, ever.
use crate::cli;
use anyhow::{Context, Result};
use app::codec;
use domain::{
    Event, Recorded, State,
    command::Way,
    count,
    directory::Home,
    endorsement::ActKind,
    floor::FloorEvent,
    id::SummitId,
    language::Names,
    text::{Outcome, ReservationKind},
};
use serde_json::{Value, json};
use std::{fs, ops::ControlFlow, path::Path, process::ExitCode};
use store::{EventFeed, SqliteStore};

/// One CSV file: its name, what it holds, its columns with their Frictionless types, its rows.
struct Sheet {
    name: &'static str,
    title: &'static str,
    fields: &'static [(&'static str, &'static str)],
    rows: Vec<Vec<String>>,
}

/// Writes the files; works on a running server's directory and on one at rest, from a consistent copy.
///
/// # Errors
/// When the data cannot be copied or the files cannot be written.
pub fn run(arguments: &cli::Export) -> Result<ExitCode> {
    let (state, requests) = read(&arguments.data)?;
    let mut sheets = sheets(&state);
    sheets.push(requests);
    fs::create_dir_all(&arguments.dir).with_context(|| format!("making {}", arguments.dir.display()))?;
    for sheet in &sheets {
        write(&arguments.dir, sheet)?;
    }
    let package = package(&state, &sheets);
    let path = arguments.dir.join("datapackage.json");
    fs::write(&path, serde_json::to_string_pretty(&package)? + "\n").with_context(|| format!("writing {}", path.display()))?;
    if arguments.json {
        let rows: Value =
            sheets.iter().map(|s| (s.name.to_owned(), json!(s.rows.len()))).collect::<serde_json::Map<_, _>>().into();
        println!("{}", json!({ "directory": arguments.dir, "position": state.position, "rows": rows }));
    } else {
        println!("{} files in {}, as of position {}.", sheets.len() + 1, arguments.dir.display(), state.position);
    }
    Ok(ExitCode::SUCCESS)
}

/// The state and the floor's events of a copy: the copy is one moment of the data even while a server writes on.
fn read(data: &Path) -> Result<(State, Sheet)> {
    let copy = tempdir(data)?;
    let result = read_copy(data, &copy);
    // The copy holds personal data: it goes whatever came of the reading.
    fs::remove_dir_all(&copy).with_context(|| format!("removing {}", copy.display()))?;
    result
}

fn read_copy(data: &Path, copy: &Path) -> Result<(State, Sheet)> {
    let file = copy.join("copy.db");
    store::backup(data, &file, &mut |_| ()).with_context(|| format!("reading {}", data.display()))?;
    let dir = copy.join("data");
    store::restore(&file, &dir).context("reading the copy")?;
    let store = SqliteStore::open(&dir).context("reading the copy")?;
    let mut state = State::default();
    let mut rows = Vec::new();
    let mut failure = None;
    store.reader().feed_after(0, usize::MAX, &mut |position, bytes| match codec::decode(bytes) {
        Ok(recorded) => {
            state.evolve(&recorded);
            rows.extend(floor_row(&recorded));
            ControlFlow::Continue(())
        }
        Err(error) => {
            failure = Some(anyhow::anyhow!("event {position}: {error}"));
            ControlFlow::Break(())
        }
    })?;
    let sheet = Sheet {
        name: "floor",
        title: "What happened on the lists of speakers, event by event",
        fields: &[
            ("position", "integer"),
            ("at", "datetime"),
            ("event", "string"),
            ("item", "string"),
            ("organisation", "string"),
            ("way", "string"),
        ],
        rows,
    };
    failure.map_or(Ok((state, sheet)), Err)
}

/// A directory beside the data that only its owner can read.
fn tempdir(data: &Path) -> Result<std::path::PathBuf> {
    let path = data.join(format!(".export-{}", std::process::id()));
    fs::create_dir(&path).with_context(|| format!("making {}", path.display()))?;
    Ok(path)
}

fn floor_row(recorded: &Recorded) -> Option<Vec<String>> {
    let Event::Floor(event) = &recorded.event else { return None };
    let (name, item, organisation, way) = match event {
        FloorEvent::FloorRequested { item, organisation, way, .. } => ("floor-requested", Some(item), organisation, Some(way)),
        FloorEvent::RequestWithdrawn { item, organisation } => ("request-withdrawn", Some(item), organisation, None),
        FloorEvent::ReplyRequested { item, organisation, way, .. } => ("reply-requested", Some(item), organisation, Some(way)),
        FloorEvent::FloorGiven { item, organisation, .. } => ("floor-given", Some(item), organisation, None),
        FloorEvent::SpeechEnded { organisation, .. } => ("speech-ended", None, organisation, None),
        _ => return None,
    };
    let item = item.map(ToString::to_string).unwrap_or_default();
    Some(vec![
        recorded.position.to_string(),
        at(recorded.at),
        name.into(),
        item,
        organisation.to_string(),
        way.map(way_of).unwrap_or_default(),
    ])
}

fn sheets(state: &State) -> Vec<Sheet> {
    let mut sheets = vec![
        organisations(state),
        texts(state),
        corrections(state),
        acts(state),
        reservations(state),
        polls(state),
        votes(state),
    ];
    let summits: Vec<SummitId> = state.programme.summits().map(|(id, _)| id).collect();
    sheets.extend([
        headcount(state, &summits),
        delegations(state, &summits),
        countries(state, &summits),
        venues(state, &summits),
        meetings(state, &summits),
    ]);
    sheets
}

fn organisations(state: &State) -> Sheet {
    let rows = state.directory.iter().map(|(id, o)| {
        let optional = |text: Option<String>| text.unwrap_or_default();
        vec![
            id.to_string(),
            english(&o.names),
            optional(o.short_name.as_ref().map(ToString::to_string)),
            home(o.home.as_ref()),
            o.category.as_str().to_owned(),
            optional(o.umbrella.map(|u| u.to_string())),
        ]
    });
    Sheet {
        name: "organisations",
        title: "The directory of organisations",
        fields: &[
            ("id", "string"),
            ("name", "string"),
            ("short_name", "string"),
            ("country", "string"),
            ("category", "string"),
            ("umbrella", "string"),
        ],
        rows: rows.collect(),
    }
}

fn headcount(state: &State, summits: &[SummitId]) -> Sheet {
    let rows = summits.iter().map(|summit| {
        let h = count::headcount(state, *summit);
        let numbers = [
            h.registered,
            h.accredited,
            h.present,
            h.remote,
            h.organisations_registered,
            h.organisations_accredited,
            h.organisations_present,
            h.countries_registered,
            h.countries_accredited,
            h.countries_present,
            h.venues_present,
        ];
        let mut row = vec![summit.to_string(), h.position.to_string()];
        row.extend(numbers.map(|n| n.to_string()));
        row
    });
    Sheet {
        name: "headcount",
        title: "Registered, accredited and present: three counts, as of a position of the log",
        fields: &[
            ("summit", "string"),
            ("position", "integer"),
            ("registered", "integer"),
            ("accredited", "integer"),
            ("present", "integer"),
            ("remote", "integer"),
            ("organisations_registered", "integer"),
            ("organisations_accredited", "integer"),
            ("organisations_present", "integer"),
            ("countries_registered", "integer"),
            ("countries_accredited", "integer"),
            ("countries_present", "integer"),
            ("venues_present", "integer"),
        ],
        rows: rows.collect(),
    }
}

fn delegations(state: &State, summits: &[SummitId]) -> Sheet {
    let rows = summits.iter().flat_map(|summit| {
        count::by_organisation(state, *summit).map(move |(id, row)| {
            vec![
                summit.to_string(),
                id.to_string(),
                row.registered.to_string(),
                row.accredited.to_string(),
                row.present.to_string(),
            ]
        })
    });
    Sheet {
        name: "delegations",
        title: "Registered, accredited and present of each organisation",
        fields: &[
            ("summit", "string"),
            ("organisation", "string"),
            ("registered", "integer"),
            ("accredited", "integer"),
            ("present", "integer"),
        ],
        rows: rows.collect(),
    }
}

fn countries(state: &State, summits: &[SummitId]) -> Sheet {
    let rows = summits.iter().flat_map(|summit| {
        count::by_country(state, *summit).into_iter().map(move |(country, row)| {
            vec![
                summit.to_string(),
                home(country.as_ref()),
                row.registered.to_string(),
                row.accredited.to_string(),
                row.present.to_string(),
            ]
        })
    });
    Sheet {
        name: "countries",
        title: "Registered, accredited and present by country; international bodies have none",
        fields: &[
            ("summit", "string"),
            ("country", "string"),
            ("registered", "integer"),
            ("accredited", "integer"),
            ("present", "integer"),
        ],
        rows: rows.collect(),
    }
}

fn venues(state: &State, summits: &[SummitId]) -> Sheet {
    let rows = summits.iter().flat_map(|summit| {
        state.programme.venues(*summit).map(move |(id, venue)| {
            let present = state.presence.at_venue(*summit, id);
            vec![
                summit.to_string(),
                id.to_string(),
                english(&venue.names),
                venue.city.to_string(),
                venue.country.to_string(),
                venue.zone.as_str().to_owned(),
                venue.host.to_string(),
                present.to_string(),
            ]
        })
    });
    Sheet {
        name: "venues",
        title: "Venues, their hosts, and how many people are present there",
        fields: &[
            ("summit", "string"),
            ("id", "string"),
            ("name", "string"),
            ("city", "string"),
            ("country", "string"),
            ("zone", "string"),
            ("host", "string"),
            ("present", "integer"),
        ],
        rows: rows.collect(),
    }
}

fn meetings(state: &State, summits: &[SummitId]) -> Sheet {
    let rows = summits.iter().flat_map(|summit| {
        state.programme.meetings(*summit).map(move |(id, meeting)| {
            let sitting = state.floor.sitting(id);
            vec![
                summit.to_string(),
                id.to_string(),
                english(&meeting.titles),
                meeting.venue.to_string(),
                at(meeting.start),
                at(meeting.end),
                sitting.map(|s| at(s.opened)).unwrap_or_default(),
                sitting.and_then(|s| s.closed).map(at).unwrap_or_default(),
            ]
        })
    });
    Sheet {
        name: "meetings",
        title: "Meetings as planned and as held",
        fields: &[
            ("summit", "string"),
            ("id", "string"),
            ("title", "string"),
            ("venue", "string"),
            ("start", "datetime"),
            ("end", "datetime"),
            ("opened", "datetime"),
            ("closed", "datetime"),
        ],
        rows: rows.collect(),
    }
}

fn texts(state: &State) -> Sheet {
    let rows = state.texts.iter().map(|(id, text)| {
        let counts = state.endorsements.now(id);
        let adoption = text.adoption.as_ref();
        vec![
            id.to_string(),
            text.symbol.to_string(),
            adoption.map(|a| at(a.at)).unwrap_or_default(),
            adoption.map(|a| a.position.to_string()).unwrap_or_default(),
            adoption.map(|a| a.manifest.to_string()).unwrap_or_default(),
            counts.organisations.to_string(),
            counts.countries.to_string(),
            counts.by_device.to_string(),
            counts.by_key.to_string(),
            counts.by_passkey.to_string(),
            counts.on_paper.to_string(),
            counts.before_correction.to_string(),
        ]
    });
    Sheet {
        name: "texts",
        title: "Joint texts, their adoption, and their endorsements as of the package's position",
        fields: &[
            ("id", "string"),
            ("symbol", "string"),
            ("adopted", "datetime"),
            ("adopted_position", "integer"),
            ("manifest_sha256", "string"),
            ("endorsing_organisations", "integer"),
            ("endorsing_countries", "integer"),
            ("by_device", "integer"),
            ("by_key", "integer"),
            ("by_passkey", "integer"),
            ("on_paper", "integer"),
            ("before_correction", "integer"),
        ],
        rows: rows.collect(),
    }
}

fn corrections(state: &State) -> Sheet {
    let rows = state.texts.iter().flat_map(|(id, text)| {
        text.corrections.iter().map(move |c| {
            let (outcome, ended, by) = match &c.outcome {
                Outcome::Open => ("open", None, String::new()),
                Outcome::Issued { at, .. } => ("issued", Some(*at), String::new()),
                Outcome::Withdrawn { at } => ("withdrawn", Some(*at), String::new()),
                Outcome::Blocked(objection) => ("blocked", Some(objection.at), objection.organisation.to_string()),
            };
            let languages: Vec<String> = c.changes.keys().map(ToString::to_string).collect();
            vec![
                id.to_string(),
                c.symbol.to_string(),
                languages.join(" "),
                at(c.proposed),
                at(c.until),
                outcome.to_owned(),
                ended.map(at).unwrap_or_default(),
                by,
                c.from.to_string(),
                c.to.to_string(),
            ]
        })
    });
    Sheet {
        name: "corrections",
        title: "Corrections of adopted texts, whatever became of them",
        fields: &[
            ("text", "string"),
            ("symbol", "string"),
            ("languages", "string"),
            ("proposed", "datetime"),
            ("until", "datetime"),
            ("outcome", "string"),
            ("ended", "datetime"),
            ("objection_of", "string"),
            ("from_manifest_sha256", "string"),
            ("to_manifest_sha256", "string"),
        ],
        rows: rows.collect(),
    }
}

fn acts(state: &State) -> Sheet {
    let rows = state.texts.iter().filter_map(|(id, _)| Some((id, state.endorsements.of(id)?))).flat_map(|(id, acts)| {
        acts.all().iter().map(move |act| {
            vec![
                act.position.to_string(),
                at(act.at),
                id.to_string(),
                act.made.number.to_string(),
                act.made.organisation.to_string(),
                home(act.made.home.as_ref()),
                kind(act.made.kind).to_owned(),
                way_of(&act.made.way),
                act.made.text_digest.to_string(),
            ]
        })
    });
    Sheet {
        name: "endorsement_acts",
        title: "Every act on every text, numbered; none erases an earlier one",
        fields: &[
            ("position", "integer"),
            ("at", "datetime"),
            ("text", "string"),
            ("number", "integer"),
            ("organisation", "string"),
            ("country", "string"),
            ("act", "string"),
            ("way", "string"),
            ("text_sha256", "string"),
        ],
        rows: rows.collect(),
    }
}

fn reservations(state: &State) -> Sheet {
    let rows = state.texts.iter().flat_map(|(id, text)| {
        text.reservations.iter().map(move |r| {
            let kind = match r.kind {
                ReservationKind::Reservation => "reservation",
                ReservationKind::Dissociation => "dissociation",
            };
            vec![
                id.to_string(),
                r.organisation.to_string(),
                kind.to_owned(),
                r.language.to_string(),
                r.words.to_string(),
                at(r.at),
                r.withdrawn.map(at).unwrap_or_default(),
            ]
        })
    });
    Sheet {
        name: "reservations",
        title: "Reservations and dissociations beside the texts",
        fields: &[
            ("text", "string"),
            ("organisation", "string"),
            ("kind", "string"),
            ("language", "string"),
            ("words", "string"),
            ("at", "datetime"),
            ("withdrawn", "datetime"),
        ],
        rows: rows.collect(),
    }
}

fn polls(state: &State) -> Sheet {
    let rows = state.polls.iter().map(|(id, poll)| {
        // Before the lock there are no figures, here neither.
        let figures = poll.tally().map(|t| [t.yes, t.no, t.abstain, t.not_participating, t.absent].map(|n| n.to_string()));
        let [yes, no, abstain, not_participating, absent] = figures.unwrap_or_default();
        vec![
            id.to_string(),
            poll.opened.meeting.to_string(),
            poll.opened.method.as_str().to_owned(),
            poll.opened.question.symbol(state, id).map(|s| s.to_string()).unwrap_or_default(),
            poll.opened.manifest.to_string(),
            poll.opened.electorate.len().to_string(),
            at(poll.at),
            poll.locked.map(|(moment, _)| at(moment)).unwrap_or_default(),
            yes,
            no,
            abstain,
            not_participating,
            absent,
            poll.decided.map(|d| d.carried.to_string()).unwrap_or_default(),
            poll.opened.in_record.to_string(),
        ]
    });
    Sheet {
        name: "polls",
        title: "Questions put to the vote; figures stand here after the lock",
        fields: &[
            ("id", "string"),
            ("meeting", "string"),
            ("method", "string"),
            ("symbol", "string"),
            ("manifest_sha256", "string"),
            ("entitled", "integer"),
            ("opened", "datetime"),
            ("locked", "datetime"),
            ("yes", "integer"),
            ("no", "integer"),
            ("abstain", "integer"),
            ("not_participating", "integer"),
            ("absent", "integer"),
            ("carried", "boolean"),
            ("in_record", "boolean"),
        ],
        rows: rows.collect(),
    }
}

fn votes(state: &State) -> Sheet {
    let opened = state.polls.iter().filter_map(|(id, poll)| Some((id, poll, poll.opened_votes()?)));
    let rows = opened.flat_map(|(id, poll, ballots)| {
        poll.opened.electorate.iter().map(move |(organisation, votes)| {
            let ballot = ballots.get(organisation);
            vec![
                id.to_string(),
                organisation.to_string(),
                ballot.map_or("absent", |b| b.choice.as_str()).to_owned(),
                votes.to_string(),
                ballot.map(|b| way_of(&b.way)).unwrap_or_default(),
            ]
        })
    });
    Sheet {
        name: "votes",
        title: "How each organisation voted in polls that are locked; shows of hands name nobody",
        fields: &[("poll", "string"), ("organisation", "string"), ("choice", "string"), ("votes", "integer"), ("way", "string")],
        rows: rows.collect(),
    }
}

const fn kind(kind: ActKind) -> &'static str {
    kind.as_str()
}

fn way_of(way: &Way) -> String {
    match way {
        Way::Device => "device".to_owned(),
        Way::Paper(_) => "paper".to_owned(),
        Way::Key => "key".to_owned(),
        Way::Passkey => "passkey".to_owned(),
    }
}

fn english(names: &Names) -> String {
    names.best("en").map(|(_, name)| name.to_string()).unwrap_or_default()
}

fn home(home: Option<&Home>) -> String {
    home.map(ToString::to_string).unwrap_or_default()
}

/// ISO 8601 in UTC, to the second.
fn at(moment: domain::Moment) -> String {
    jiff::Timestamp::from_second(moment.0.div_euclid(1000)).map(|t| t.to_string()).unwrap_or_default()
}

fn write(dir: &Path, sheet: &Sheet) -> Result<()> {
    let path = dir.join(format!("{}.csv", sheet.name));
    let mut file = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_path(&path)
        .with_context(|| format!("writing {}", path.display()))?;
    file.write_record(sheet.fields.iter().map(|(name, _)| *name))?;
    for row in &sheet.rows {
        file.write_record(row)?;
    }
    file.flush().with_context(|| format!("writing {}", path.display()))
}

fn package(state: &State, sheets: &[Sheet]) -> Value {
    let resources: Vec<Value> = sheets
        .iter()
        .map(|sheet| {
            let fields: Vec<Value> = sheet.fields.iter().map(|(name, kind)| json!({ "name": name, "type": kind })).collect();
            json!({ "name": sheet.name.replace('_', "-"), "path": format!("{}.csv", sheet.name), "title": sheet.title, "profile": "tabular-data-resource",
                "encoding": "utf-8", "mediatype": "text/csv", "schema": { "fields": fields, "missingValues": [""] } })
        })
        .collect();
    json!({ "profile": "tabular-data-package", "name": "hemicycle-export", "title": "Public facts of a summit", "position": state.position,
        "created": at(state.at), "resources": resources })
}
