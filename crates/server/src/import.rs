//! `hemicycle import`: a real list of organisations or representatives into a data directory at rest.
use crate::{cli, config::Config, data};
use anyhow::{Context, Result, bail};
use app::{
    Act, Entropy, House, SystemEntropy,
    import::{self, ConvenerPlaces, MapRule, OrganisationOptions, Outcome, Problem, RepresentativeOptions, Table},
};
use domain::{Actor, Command, command::CommandId, country::Places};
use indicatif::ProgressBar;
use std::{collections::BTreeMap, fs, path::Path, process::ExitCode, sync::Arc, time::Duration};

/// Reads the file, reports every bad line, and enters the good ones if all are good or `--skip-bad` was given.
///
/// # Errors
/// When the file or the directory cannot be read, or the directory is in use.
pub fn run(arguments: &cli::Import) -> Result<ExitCode> {
    if arguments.invite && matches!(arguments.list, cli::List::Representatives) {
        bail!("--invite is for organisations; representatives come onto delegations that were invited");
    }
    let bytes = fs::read(&arguments.file).with_context(|| format!("reading {}", arguments.file.display()))?;
    let name = arguments.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let table = import::read_table(&bytes, &name).map_err(|e| anyhow::anyhow!("{}: {e}", arguments.file.display()))?;
    let rules = arguments
        .map
        .iter()
        .map(|m| MapRule::parse(m))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| anyhow::anyhow!("--map: {e}"))?;
    let config = Config::load(&arguments.data)?;
    let origin = config.public_origin.clone().unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    let house =
        data::open(&arguments.data, Arc::new(web::letters::Letters::new(&origin)), Arc::new(()), None).map_err(at_rest)?;
    let desk = Desk { house: &house, table: &table, rules: &rules, arguments, bar: bar(&table) };
    let result = match arguments.list {
        cli::List::Organisations => organisations(&desk, &config.places),
        cli::List::Representatives => representatives(&desk),
    };
    desk.bar.finish_and_clear();
    house.stop();
    result
}

/// Says what else can be done, when a running server has the directory.
fn at_rest(error: anyhow::Error) -> anyhow::Error {
    if matches!(error.downcast_ref(), Some(store::StoreError::InUse { .. })) {
        return error
            .context("an import works on a data directory at rest; while the server runs, use its import page or the API");
    }
    error
}

/// One step for each line read; drawn only when a terminal is attached.
fn bar(table: &Table) -> ProgressBar {
    ProgressBar::new(table.row_count() as u64).with_style(data::style("{msg}")).with_message("reading the list")
}

/// What an import works with.
struct Desk<'a> {
    house: &'a House,
    table: &'a Table,
    rules: &'a [MapRule],
    arguments: &'a cli::Import,
    bar: ProgressBar,
}

impl Desk<'_> {
    fn heard(&self, lines: usize) {
        self.bar.set_position(lines as u64);
    }

    /// Carries a command out as the console; `what` is told meanwhile.
    fn carry_out(&self, what: &'static str, command: Command) -> Result<()> {
        self.bar.set_position(self.table.row_count() as u64);
        self.bar.set_message(what);
        self.bar.enable_steady_tick(Duration::from_millis(100));
        let mut id = [0u8; 16];
        id.copy_from_slice(&SystemEntropy::default().fresh()[..16]);
        let act = Act { actor: Actor::Console, id: CommandId(u128::from_be_bytes(id)), command, address: None };
        let done = self.house.submit_blocking(act);
        done.map_err(|f| anyhow::anyhow!("{}", web::answer::Answer::failed(&f, web::i18n::Tongue::default()).message))?;
        Ok(())
    }
}

fn organisations(desk: &Desk<'_>, places: &Places) -> Result<ExitCode> {
    // The state is let go of before anything is carried out: the writer needs it then.
    let (summit, next, known) = {
        let state = desk.house.state();
        (state.programme.current(), state.directory.next(), import::known_organisations(&state))
    };
    if desk.arguments.invite && summit.is_none() {
        bail!("no summit is convened yet; convene one first, or import without --invite");
    }
    let countries = ConvenerPlaces(places);
    let heard = |lines| desk.heard(lines);
    let options = OrganisationOptions { known: &known, heard: &heard, ..OrganisationOptions::new(&countries) };
    let outcome = import::import_organisations(desk.table, desk.rules, &options).map_err(|e| anyhow::anyhow!("{e}"))?;
    finish(desk, &outcome, |drafts| {
        let enter = import::organisations_command(drafts, next)
            .map_err(|n| anyhow::anyhow!("line {}, {}: {}", n.line, n.invalid.field, english(&n.invalid)))?;
        let invite = summit.filter(|_| desk.arguments.invite).map(|summit| import::invitations_command(drafts, next, summit));
        desk.carry_out("entering the list", enter)?;
        invite.map_or(Ok(()), |invite| {
            let failed = "the organisations are entered, but not invited; invite them on the accreditation page";
            desk.carry_out("inviting", invite).context(failed)
        })
    })?;
    let contacts = outcome.drafts.iter().filter(|draft| draft.names_contact()).count();
    if contacts > 0 && !desk.arguments.invite {
        eprintln!("{contacts} lines name a contact: that is kept with an invitation alone, and --invite makes one");
    }
    Ok(status(desk, &outcome))
}

fn representatives(desk: &Desk<'_>) -> Result<ExitCode> {
    let Some(summit) = desk.house.state().programme.current() else {
        bail!("no summit is convened yet; convene one and invite the organisations first");
    };
    let (known, invited) = {
        let state = desk.house.state();
        (import::known_organisations(&state), import::invited(&state, summit))
    };
    let heard = |lines| desk.heard(lines);
    let options = RepresentativeOptions { invited: Some(&invited), heard: &heard, ..RepresentativeOptions::new(&known) };
    let outcome = import::import_representatives(desk.table, desk.rules, &options).map_err(|e| anyhow::anyhow!("{e}"))?;
    finish(desk, &outcome, |drafts| {
        // Whose organisation has no delegation was refused above; nobody else writes to a directory at rest.
        let command = import::members_command(&desk.house.state(), summit, drafts).0;
        desk.carry_out("entering the list", command)
    })?;
    Ok(status(desk, &outcome))
}

/// Writes the bad lines where they were asked for, enters the good ones when that is allowed, and reports.
fn finish<D>(desk: &Desk<'_>, outcome: &Outcome<D>, enter: impl FnOnce(&[D]) -> Result<()>) -> Result<()> {
    let skip = &desk.arguments.skip_bad;
    if let Some(rejects) = skip {
        write_rejects(rejects, desk.table, &outcome.problems)?;
    }
    let allowed = outcome.problems.is_empty() || (skip.is_some() && !outcome.truncated);
    let entered = if allowed && !outcome.drafts.is_empty() {
        enter(&outcome.drafts)?;
        outcome.drafts.len()
    } else {
        0
    };
    desk.bar.finish_and_clear();
    report(desk.arguments, outcome, entered);
    Ok(())
}

fn status<D>(desk: &Desk<'_>, outcome: &Outcome<D>) -> ExitCode {
    if outcome.problems.is_empty() || desk.arguments.skip_bad.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn english(invalid: &domain::Invalid) -> String {
    web::answer::problem(&invalid.problem, web::i18n::Tongue::default())
}

fn write_rejects(path: &Path, table: &Table, problems: &[Problem]) -> Result<()> {
    fs::write(path, import::rejects_csv(table, problems)).with_context(|| format!("writing {}", path.display()))
}

/// Bad lines above which their reasons are summed up too.
const SUMMED_UP: usize = 20;

fn report<D>(arguments: &cli::Import, outcome: &Outcome<D>, entered: usize) {
    if arguments.json {
        let problems: Vec<_> = outcome
            .problems
            .iter()
            .map(|p| serde_json::json!({ "line": p.line, "column": p.column, "value": p.value, "code": p.kind.code(), "reason": p.kind.to_string() }))
            .collect();
        let report = serde_json::json!({ "rows": outcome.rows, "entered": entered, "problems": problems, "ignored_columns": outcome.ignored_columns,
            "encoding": outcome.encoding(), "delimiter": outcome.delimiter() });
        println!("{report}");
        return;
    }
    for problem in &outcome.problems {
        eprintln!("{problem}");
    }
    for column in &outcome.ignored_columns {
        eprintln!("column “{column}” holds nothing that is kept; name its field with --map \"{column}=…\" if it should");
    }
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    outcome.problems.iter().for_each(|p| *reasons.entry(p.kind.code().replace('-', " ")).or_default() += 1);
    if outcome.problems.len() > SUMMED_UP {
        reasons.iter().for_each(|(reason, count)| eprintln!("{count} × {reason}"));
    }
    println!("{} rows read ({}), {} refused, {entered} entered.", outcome.rows, outcome.encoding(), outcome.refused_lines());
    if entered == 0 && !outcome.problems.is_empty() {
        println!("Nothing was changed. Mend the lines above, or leave them out with --skip-bad REJECTS.csv.");
    }
}
