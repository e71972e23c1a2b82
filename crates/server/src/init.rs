//! `hemicycle init`: a new data directory and the first administrator.
use crate::{cli, config, data, record};
use anyhow::{Context, Result, bail};
use app::{Act, Entropy, SystemEntropy};
use domain::{
    Actor, Command,
    command::CommandId,
    seat::{Role, SeatCommand},
    state::PersonDetails,
};
use std::{fs, path::Path, process::ExitCode, sync::Arc};

/// Makes the directory, its settings file and the first administrator's link.
///
/// # Errors
/// When the directory is not empty or cannot be written.
pub fn run(arguments: &cli::Init) -> Result<ExitCode> {
    let dir = &arguments.dir;
    let empty = !dir.exists() || fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?.next().is_none();
    if !empty {
        bail!("{} is not empty; nothing was changed", dir.display());
    }
    fs::create_dir_all(dir).with_context(|| format!("making {}", dir.display()))?;
    private(dir)?;
    let settings = arguments.public_origin.as_ref().map_or_else(
        || "# public_origin = \"https://summit.example.org\"\n".to_owned(),
        |origin| format!("public_origin = {:?}\n", origin.trim_end_matches('/')),
    );
    let origin = arguments.public_origin.clone().unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    let record = if arguments.no_record { String::new() } else { record::begin(dir, &new_record(arguments)?, &origin)? };
    let text = format!(
        "# Settings of this server; `hemicycle check --data DIR` explains and checks them.\nlisten = \"127.0.0.1:8080\"\n{settings}{record}"
    );
    fs::write(dir.join(config::FILE), text).with_context(|| format!("writing {}", dir.join(config::FILE).display()))?;
    let token = first_administrator(dir, &arguments.name, &arguments.email, &arguments.language, &origin)?;
    let link = format!("{}/join/{token}", origin.trim_end_matches('/'));
    if arguments.json {
        println!("{}", serde_json::json!({ "directory": dir, "link": link, "token": token }));
    } else {
        println!("A new summit lives in {}.", dir.display());
        println!("Start the server:            hemicycle serve --data {}", dir.display());
        println!("Then sign in, once, here:    {link}");
    }
    Ok(ExitCode::SUCCESS)
}

fn new_record(arguments: &cli::Init) -> Result<record::New> {
    let key = |text: &String| ledger::Key::parse(text).with_context(|| format!("--accreditor {text}: not an Ed25519 key"));
    Ok(record::New {
        origin: arguments.record_origin.clone(),
        accreditors: arguments.accreditor.iter().map(key).collect::<Result<_>>()?,
        threshold: arguments.threshold,
    })
}

/// Makes the first seat of the secretariat and returns its link's token.
///
/// # Errors
/// When the store cannot be made.
pub fn first_administrator(dir: &Path, name: &str, email: &str, language: &str, origin: &str) -> Result<String> {
    let letters = Arc::new(web::letters::Letters::new(origin));
    let house = data::open_new(dir, letters, Arc::new(()), None)?;
    let person = PersonDetails {
        family: name.to_owned(),
        email: email.to_owned(),
        language: language.to_owned(),
        ..PersonDetails::default()
    };
    let command =
        Command::Seat(SeatCommand::InviteSeat { role: Role::Secretariat, person, organisation: None, venue: None, summit: None });
    let mut id = [0u8; 16];
    id.copy_from_slice(&SystemEntropy::default().fresh()[..16]);
    let act = Act { actor: Actor::Console, id: CommandId(u128::from_be_bytes(id)), command, address: None };
    let done = house.submit_blocking(act).context("making the first administrator")?;
    house.stop();
    done.secret.map(|s| s.0).context("the first administrator's link was not made")
}

/// Only the owner may read what is in the directory: it holds people's addresses and open links.
fn private(dir: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).with_context(|| format!("protecting {}", dir.display()))?;
    }
    Ok(())
}
