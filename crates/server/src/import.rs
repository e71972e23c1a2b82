//! `hemicycle import`: a real list of organisations or representatives into a data directory at rest.
use crate::{cli, config::Config, data};
use anyhow::{Context, Result, bail};
use app::{
    Act, Entropy, House, SystemEntropy,
    import::{self, ConvenerPlaces, MapRule, OrganisationOptions, Outcome, Problem, RepresentativeOptions, Table},
};
use domain::{Actor, Command, command::CommandId, country::Places};
use indicatif::{ProgressBar, ProgressStyle};
use std::{fs, path::Path, process::ExitCode, sync::Arc};

/// Reads the file, reports every bad line, and enters the good ones if all are good or `--skip-bad` was given.
///
/// # Errors
/// When the file or the directory cannot be read, or the directory is in use.
pub fn run(arguments: &cli::Import) -> Result<ExitCode> {
    let spinner = ProgressBar::new_spinner().with_style(ProgressStyle::default_spinner()).with_message("reading the list");
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
    let house = data::open(&arguments.data, Arc::new(web::letters::Letters::new(&origin)), Arc::new(()))
        .context("an import works on a data directory at rest; while the server runs, use its import page or the API")?;
    spinner.tick();
    let result = match arguments.list {
        cli::List::Organisations => organisations(&house, &table, &rules, arguments, &config.places),
        cli::List::Representatives => representatives(&house, &table, &rules, arguments),
    };
    house.stop();
    spinner.finish_and_clear();
    result
}

fn organisations(house: &House, table: &Table, rules: &[MapRule], arguments: &cli::Import, places: &Places) -> Result<ExitCode> {
    let known = import::known_organisations(&house.state());
    let countries = ConvenerPlaces(places);
    let mut options = OrganisationOptions::new(&countries);
    options.known = &known;
    let outcome = import::import_organisations(table, rules, &options).map_err(|e| anyhow::anyhow!("{e}"))?;
    finish(house, table, arguments, outcome, |drafts| {
        let next = house.state().directory.next();
        import::organisations_command(drafts, next)
            .map_err(|n| anyhow::anyhow!("line {}, {}: {}", n.line, n.invalid.field, english(&n.invalid)))
    })
}

fn representatives(house: &House, table: &Table, rules: &[MapRule], arguments: &cli::Import) -> Result<ExitCode> {
    let known = import::known_organisations(&house.state());
    let Some(summit) = house.state().programme.current() else {
        bail!("no summit is convened yet; convene one and invite the organisations first");
    };
    let invited = import::invited(&house.state(), summit);
    let options = RepresentativeOptions { invited: Some(&invited), ..RepresentativeOptions::new(&known) };
    let outcome = import::import_representatives(table, rules, &options).map_err(|e| anyhow::anyhow!("{e}"))?;
    finish(house, table, arguments, outcome, |drafts| {
        // Whose organisation has no delegation was refused above; nobody else writes to a directory at rest.
        Ok(import::members_command(&house.state(), summit, drafts).0)
    })
}

fn finish<D>(
    house: &House,
    table: &Table,
    arguments: &cli::Import,
    outcome: Outcome<D>,
    command: impl FnOnce(&[D]) -> Result<Command>,
) -> Result<ExitCode> {
    let refused = outcome.problems.len();
    if let Some(rejects) = &arguments.skip_bad {
        write_rejects(rejects, table, &outcome.problems)?;
    }
    let enter = refused == 0 || (arguments.skip_bad.is_some() && !outcome.truncated);
    let entered = if enter && !outcome.drafts.is_empty() {
        let command = command(&outcome.drafts)?;
        let mut id = [0u8; 16];
        id.copy_from_slice(&SystemEntropy::default().fresh()[..16]);
        let act = Act { actor: Actor::Console, id: CommandId(u128::from_be_bytes(id)), command, address: None };
        house
            .submit_blocking(act)
            .map_err(|f| anyhow::anyhow!("{}", web::answer::Answer::failed(&f, web::i18n::Tongue::default()).message))?;
        outcome.drafts.len()
    } else {
        0
    };
    report(arguments, &outcome, entered);
    Ok(if refused == 0 || arguments.skip_bad.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn english(invalid: &domain::Invalid) -> String {
    web::answer::problem(&invalid.problem, web::i18n::Tongue::default())
}

fn write_rejects(path: &Path, table: &Table, problems: &[Problem]) -> Result<()> {
    fs::write(path, import::rejects_csv(table, problems)).with_context(|| format!("writing {}", path.display()))
}

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
    println!("{} rows read ({}), {} refused, {entered} entered.", outcome.rows, outcome.encoding(), outcome.refused_lines());
    if entered == 0 && !outcome.problems.is_empty() {
        println!("Nothing was changed. Mend the lines above, or leave them out with --skip-bad REJECTS.csv.");
    }
}
