//! A new record: its keys, its settings, and its first entries.
use super::{CLERK, KEYS, LOG, PREFIX, TO_SIGN, accreditor_file, founding};
use crate::{config, evidence};
use anyhow::{Context, Result, bail};
use app::record::Founding;
use ledger::{
    Key, SigningKey,
    form::to_base64url,
    key::{Kind, SigningKey as NoteKey},
};
use std::{fs, path::Path};

/// What `init` is told of a new record.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// The log's origin; from the public origin when not given.
    pub origin: Option<String>,
    /// Public keys of accreditors who keep their private keys; none lets the server hold one.
    pub accreditors: Vec<Key>,
    /// How many of them must sign; all when not given.
    pub threshold: Option<u64>,
}

/// Makes the keys of a new record and answers its settings, as they stand in the settings file.
///
/// # Errors
/// When an argument is wrong or a key cannot be kept.
pub fn begin(dir: &Path, new: &New, public_origin: &str) -> Result<String> {
    let host = public_origin.split_once("://").map_or(public_origin, |(_, host)| host).trim_end_matches('/');
    let site = host.rsplit_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { host });
    let record = config::Record {
        origin: new.origin.clone().unwrap_or_else(|| format!("{host}/record")),
        hold_accreditors: new.accreditors.is_empty(),
        accreditors: new.accreditors.iter().map(ToString::to_string).collect(),
        threshold: new.threshold.unwrap_or(new.accreditors.len().max(1) as u64),
        site: site.to_owned(),
        site_origins: vec![public_origin.to_owned()],
        names: [("en".to_owned(), host.to_owned())].into(),
        witnesses: None,
        predecessor: None,
    };
    make(dir, record, &[])
}

/// Makes the keys of the record that these settings describe, and answers the settings as they stand in their file. `held` are the
/// accreditors' private keys that the server goes on holding; where it is to hold them and there are none, one is made.
///
/// # Errors
/// As [`begin`].
pub fn make(dir: &Path, mut record: config::Record, held: &[String]) -> Result<String> {
    if !ledger::form::is_origin(&record.origin) || !ledger::key::is_name(&record.origin) {
        bail!("{} cannot be a log's origin: a URL without schema, without space or plus sign", record.origin);
    }
    let keys = dir.join(KEYS);
    fs::create_dir_all(&keys).with_context(|| format!("making {}", keys.display()))?;
    let log = NoteKey::from_seed(&record.origin, Kind::Note, fresh()).context("the log's key")?;
    keep(&keys.join(LOG), &log.to_secret())?;
    let clerk = fresh();
    keep(&keys.join(CLERK), &secret(&clerk))?;
    if record.hold_accreditors {
        if held.is_empty() {
            let seed = fresh();
            keep(&keys.join(accreditor_file(1)), &secret(&seed))?;
            record.accreditors = vec![SigningKey::from_seed(&seed).context("the accreditor's key")?.public().to_string()];
            record.threshold = 1;
        }
        for (number, key) in (1..).zip(held) {
            keep(&keys.join(accreditor_file(number)), key)?;
        }
    }
    if record.threshold == 0 || record.threshold > record.accreditors.len() as u64 {
        bail!("--threshold {}: there are {} accreditors", record.threshold, record.accreditors.len());
    }
    let first = founding(&record)?;
    if !record.hold_accreditors {
        write_to_sign(&keys, &record.origin, &first, SigningKey::from_seed(&clerk).context("the clerk's key")?.public())?;
    }
    Ok(settings(&record))
}

/// The settings as a person reads them.
fn settings(record: &config::Record) -> String {
    let list = |items: &[String]| items.iter().map(|item| format!("{item:?}")).collect::<Vec<_>>().join(", ");
    let names: Vec<String> = record.names.iter().map(|(language, name)| format!("{language:?} = {name:?}")).collect();
    let mut text = format!(
        "\n# The verifiable record. Origin, site and names stand in its first entry and never change.\n[record]\norigin = {:?}\n\
         # Whether this server holds the accreditors' private keys (in {KEYS}/) and acts in their name; its policy page says so.\n\
         hold_accreditors = {}\naccreditors = [{}]\nthreshold = {}\nsite = {:?}\nsite_origins = [{}]\nnames = {{ {} }}\n",
        record.origin,
        record.hold_accreditors,
        list(&record.accreditors),
        record.threshold,
        record.site,
        list(&record.site_origins),
        names.join(", "),
    );
    if let Some(file) = &record.witnesses {
        text += &format!("witnesses = {:?}\n", file.display().to_string());
    }
    if let Some(former) = &record.predecessor {
        text += "# The record that was lost, as it was last published. Part of the first entry.\n";
        text += &format!("predecessor = {{ log = {:?}, size = {}, root = {:?} }}\n", former.log, former.size, former.root);
    }
    text
}

/// The first entries as a batch, for the accreditors to sign.
fn write_to_sign(keys: &Path, origin: &str, founding: &Founding, clerk: Key) -> Result<()> {
    let batch = app::record::first_batch(origin, founding, clerk, app::Clock::now(&app::SystemClock), fresh())?;
    let path = keys.join(TO_SIGN);
    fs::write(&path, serde_json::to_string_pretty(&batch)? + "\n").with_context(|| format!("writing {}", path.display()))
}

fn fresh() -> [u8; 32] {
    app::Entropy::fresh(&mut app::SystemEntropy::default())
}

fn secret(seed: &[u8; 32]) -> String {
    format!("{PREFIX}{}", to_base64url(seed))
}

/// Keeps a secret so that only the owner reads it.
fn keep(path: &Path, secret: &str) -> Result<()> {
    evidence::create(path, format!("{}\n", secret.trim()).as_bytes(), true)
}
