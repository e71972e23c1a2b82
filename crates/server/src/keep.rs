//! `hemicycle backup`, `restore` and `check`: what keeps a summit safe.
use crate::{cli, config::Config, data, record};
use anyhow::{Context, Result};
use indicatif::ProgressBar;
use ledger::{checkpoint::Checkpoint, note::Note};
use std::{fs, path::Path, process::ExitCode};

/// Copies the data while the server runs.
///
/// # Errors
/// When the directory cannot be read or the file exists already.
pub fn backup(arguments: &cli::Backup) -> Result<ExitCode> {
    let bar = ProgressBar::new(0).with_style(data::style("backing up"));
    store::backup(&arguments.data, &arguments.file, &mut |progress| {
        bar.set_length(progress.total_bytes);
        bar.set_position(progress.copied_bytes);
    })
    .with_context(|| format!("backing {} up to {}", arguments.data.display(), arguments.file.display()))?;
    bar.finish_and_clear();
    let report = store::verify(&arguments.file).with_context(|| format!("verifying {}", arguments.file.display()))?;
    println!("{} holds everything up to position {}. Keep it on another machine.", arguments.file.display(), report.position);
    Ok(ExitCode::SUCCESS)
}

/// Marks a data directory that came out of a backup: its public record may be older than what was published.
pub const RESTORED: &str = "restored";

/// Makes a data directory from a backup.
///
/// # Errors
/// When the backup is damaged or the directory holds data already.
pub fn restore(arguments: &cli::Restore) -> Result<ExitCode> {
    let dir = &arguments.data;
    let published = arguments.published.as_deref().map(checkpoint).transpose()?;
    let report = store::restore(&arguments.file, dir)
        .with_context(|| format!("restoring {} to {}", arguments.file.display(), dir.display()))?;
    println!("{} stands at position {}. What came after the backup is not in it.", dir.display(), report.position);
    let tree = record::stored_tree(&data::reach(dir)?.reader)?;
    if tree.size() == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    let mark = dir.join(RESTORED);
    fs::write(&mark, format!("position {}\n", report.position)).with_context(|| format!("writing {}", mark.display()))?;
    println!("Its public record has {} entries with root {}.", tree.size(), ledger::Digest(tree.root()));
    match published {
        Some((text, known)) => {
            let place = record::directory(dir);
            fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
            let place = place.join("checkpoint");
            fs::write(&place, text).with_context(|| format!("writing {}", place.display()))?;
            println!("The one published last has {} entries with root {}.", known.size, ledger::Digest(known.root));
            match tree.root_at(known.size) {
                Some(root) if root == known.root => println!("Nothing of it is missing: the server goes on where it was."),
                _ => println!(
                    "They differ: the server will refuse to start on this directory. Go on with: hemicycle successor --help"
                ),
            }
        }
        None => println!(
            "Before it starts, the server wants to know which checkpoint was published last: bring it to {}.",
            record::directory(dir).join("checkpoint").display()
        ),
    }
    println!("Bring keys/ and {} from where you keep them.", crate::config::FILE);
    Ok(ExitCode::SUCCESS)
}

/// A checkpoint in a file, with its text; by whom it is signed is checked when the server starts.
pub fn checkpoint(path: &Path) -> Result<(String, Checkpoint)> {
    let what = || format!("reading {}", path.display());
    let text = fs::read_to_string(path).with_context(what)?;
    let note: Note = text.parse().with_context(what)?;
    let checkpoint = note.text().parse().with_context(what)?;
    Ok((text, checkpoint))
}

/// Files that a summit of the reference scale needs open: a page each, and some hundred of the server's own.
const FILES: u64 = 10_240 + 1_000;

/// Looks at settings, data and machine, and says what to do about what is wrong.
///
/// # Errors
/// Never for what it finds; only when the report cannot be made.
pub fn check(arguments: &cli::Check) -> Result<ExitCode> {
    let mut found: Vec<(&str, bool, String)> = Vec::new();
    match Config::load(&arguments.data).and_then(|config| config.mail().map(|mail| (config, mail))) {
        Ok((config, mail)) => {
            let origin = config.public_origin.as_deref().unwrap_or("not set: letters link to the address listened on");
            found.push(("settings", true, format!("public_origin {origin}")));
            let (good, words) = match &mail {
                Some(mail) => greeted(mail),
                None => (true, "no mail server: the secretariat prints or copies the letters".to_owned()),
            };
            found.push(("mail", good, words));
        }
        Err(error) => found.push(("settings", false, format!("{error:#}"))),
    }
    match store::verify(&arguments.data) {
        Ok(report) => found.push(("data", true, format!("sound, {} events without a gap", report.position))),
        // Nothing is wrong with data that a newer program wrote, and nothing is to be restored.
        Err(error @ store::StoreError::NewerSchema { .. }) => found.push(("data", false, error.to_string())),
        Err(error) => found.push(("data", false, format!("{error}; restore the newest backup with `hemicycle restore`"))),
    }
    let (_, hard) = rlimit::Resource::NOFILE.get().unwrap_or((0, 0));
    let enough = hard >= FILES;
    let advice =
        if enough { String::new() } else { format!("; {FILES} carry 10,240 live pages: raise LimitNOFILE or `ulimit -n`") };
    found.push(("open files", enough, format!("{hard} allowed{advice}")));
    let sound = found.iter().all(|(_, good, _)| *good);
    if arguments.json {
        let list: Vec<_> =
            found.iter().map(|(what, good, words)| serde_json::json!({ "what": what, "good": good, "words": words })).collect();
        println!("{}", serde_json::json!({ "good": sound, "found": list }));
    } else {
        for (what, good, words) in &found {
            println!("{} {what}: {words}", if *good { "ok  " } else { "BAD " });
        }
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the mail server lets this one in; nothing is sent.
fn greeted(settings: &app::mail::MailSettings) -> (bool, String) {
    let server = format!("{}:{}", settings.host, settings.port);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let greeting = runtime.map_err(anyhow::Error::from).and_then(|runtime| {
        // Within the runtime: the transport's pool of connections belongs to one.
        runtime.block_on(async { Ok(app::mail::Postman::new(settings)?.greet().await?) })
    });
    match greeting {
        Ok(()) => (true, format!("{server} takes letters from {}", settings.from)),
        Err(error) => (false, format!("{server}: {error}; letters wait until it answers")),
    }
}
