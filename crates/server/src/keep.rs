//! `hemicycle backup`, `restore` and `check`: what keeps a summit safe.
use crate::{cli, config::Config, data};
use anyhow::{Context, Result};
use indicatif::ProgressBar;
use std::process::ExitCode;

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

/// Makes a data directory from a backup.
///
/// # Errors
/// When the backup is damaged or the directory holds data already.
pub fn restore(arguments: &cli::Backup) -> Result<ExitCode> {
    let report = store::restore(&arguments.file, &arguments.data)
        .with_context(|| format!("restoring {} to {}", arguments.file.display(), arguments.data.display()))?;
    println!("{} stands at position {}. What came after the backup is not in it.", arguments.data.display(), report.position);
    Ok(ExitCode::SUCCESS)
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
