//! The verifiable record of a data directory: its keys, its beginning, and the thread that publishes it.
use crate::config;
use anyhow::{Context, Result, bail};
use app::{
    House,
    record::{Founding, PRESENCE_MS, Publisher, Setup},
};
use ledger::{
    Key, SigningKey,
    form::{from_base64url, to_base64url},
    key::{Kind, SigningKey as NoteKey},
    policy::Policy,
};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Directory of the private keys, within the data directory.
const KEYS: &str = "keys";
/// The log's own key, which signs checkpoints.
const LOG: &str = "log.key";
/// The clerk's key, for daily duties.
const CLERK: &str = "clerk.key";
/// The first entries, for accreditors who keep their keys: to be signed, and signed.
const TO_SIGN: &str = "founding.json";
/// The first entries as the accreditors signed them.
const SIGNED: &str = "founding.signed.json";

/// What a key's file begins with; then the seed in base64url.
const PREFIX: &str = "hemicycle-key+";

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
    let origin = new.origin.clone().unwrap_or_else(|| format!("{host}/record"));
    if !ledger::form::is_origin(&origin) || !ledger::key::is_name(&origin) {
        bail!("{origin} cannot be a log's origin: a URL without schema, without space or plus sign");
    }
    let keys = dir.join(KEYS);
    fs::create_dir_all(&keys).with_context(|| format!("making {}", keys.display()))?;
    let log = NoteKey::from_seed(&origin, Kind::Note, fresh()).context("the log's key")?;
    keep(&keys.join(LOG), &log.to_secret())?;
    let clerk = fresh();
    keep(&keys.join(CLERK), &format!("{PREFIX}{}", to_base64url(&clerk)))?;
    let hold = new.accreditors.is_empty();
    let mut accreditors = new.accreditors.clone();
    if hold {
        let seed = fresh();
        keep(&keys.join("accreditor-1.key"), &format!("{PREFIX}{}", to_base64url(&seed)))?;
        accreditors.push(SigningKey::from_seed(&seed).context("the accreditor's key")?.public());
    }
    let threshold = new.threshold.unwrap_or(accreditors.len() as u64);
    if threshold == 0 || threshold > accreditors.len() as u64 {
        bail!("--threshold {threshold}: there are {} accreditors", accreditors.len());
    }
    let rp_id = host.rsplit_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { host });
    let listed: Vec<String> = accreditors.iter().map(|k| format!("{:?}", k.to_string())).collect();
    let settings = format!(
        "\n# The verifiable record. Origin, site and names stand in its first entry and never change.\n[record]\norigin = {origin:?}\n\
         # Whether this server holds the accreditors' private keys (in {KEYS}/) and acts in their name; its policy page says so.\n\
         hold_accreditors = {hold}\naccreditors = [{}]\nthreshold = {threshold}\nsite = {rp_id:?}\nsite_origins = [{public_origin:?}]\n\
         names = {{ en = {host:?} }}\n",
        listed.join(", ")
    );
    if !hold {
        let founding = founding(&parse(&settings)?)?;
        write_to_sign(&keys, &origin, &founding, SigningKey::from_seed(&clerk).context("the clerk's key")?.public())?;
    }
    Ok(settings)
}

fn parse(settings: &str) -> Result<config::Record> {
    let table: toml::Table = settings.parse().context("the record's settings")?;
    let record = table.get("record").cloned().context("the record's settings")?;
    record.try_into().context("the record's settings")
}

/// The first entries as a batch, for the accreditors to sign.
fn write_to_sign(keys: &Path, origin: &str, founding: &Founding, clerk: Key) -> Result<()> {
    let batch = app::record::first_batch(origin, founding, clerk, app::Clock::now(&app::SystemClock), fresh())?;
    let path = keys.join(TO_SIGN);
    fs::write(&path, serde_json::to_string_pretty(&batch)? + "\n").with_context(|| format!("writing {}", path.display()))
}

fn founding(record: &config::Record) -> Result<Founding> {
    let key = |text: &String| Key::parse(text).with_context(|| format!("record.accreditors: {text} is no Ed25519 key"));
    Ok(Founding {
        names: record.names.clone(),
        accreditors: record.accreditors.iter().map(key).collect::<Result<_>>()?,
        threshold: record.threshold,
        rp_id: record.site.clone(),
        rp_origins: record.site_origins.clone(),
        predecessor: None,
        signed: Vec::new(),
    })
}

/// The setup of a data directory's record.
///
/// # Errors
/// When a key is missing or malformed.
pub fn setup(dir: &Path, record: &config::Record) -> Result<Arc<Setup>> {
    let keys = dir.join(KEYS);
    let mut founding = founding(record)?;
    let signed = keys.join(SIGNED);
    if signed.exists() {
        let text = fs::read_to_string(&signed).with_context(|| format!("reading {}", signed.display()))?;
        let batch = serde_json::from_str(&text).with_context(|| format!("reading {}", signed.display()))?;
        founding.signed = app::record::leaves_of_batch(&batch).with_context(|| format!("{} is no batch", signed.display()))?;
    }
    let mut accreditors = Vec::new();
    if record.hold_accreditors {
        for number in 1..=record.accreditors.len() {
            accreditors.push(seed_of(&keys.join(format!("accreditor-{number}.key")))?);
        }
    }
    Ok(Arc::new(Setup {
        origin: record.origin.clone(),
        accreditors,
        clerk: seed_of(&keys.join(CLERK))?,
        founding,
        presence_ms: PRESENCE_MS,
    }))
}

/// Opens the publisher: this is where stored leaves are held against the newest checkpoint.
///
/// # Errors
/// When the record became shorter or another one, or a file cannot be written.
pub fn publisher(dir: &Path, house: &House) -> Result<Publisher> {
    let path = dir.join(KEYS).join(LOG);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let key = NoteKey::from_secret(text.trim()).with_context(|| format!("{} holds no log's key", path.display()))?;
    let publisher =
        Publisher::open(&directory(dir), key, Arc::clone(house.feed()), Arc::clone(house.side())).context("the public record")?;
    let held = house.record().is_some_and(app::record::RecordView::holds_accreditors);
    let policy = Policy { remarks: vec![remark(held).to_owned()], ..Policy::default() };
    publisher.write_policy(policy).context("the public record")?;
    Ok(publisher)
}

/// What the policy tells its readers of the setting `hold_accreditors`.
const fn remark(held: bool) -> &'static str {
    if held {
        "hold_accreditors = true: this server holds the accreditors' private keys and acts in their name"
    } else {
        "hold_accreditors = false: the accreditors keep their private keys, and this server cannot act in their name"
    }
}

/// Where the record's files are.
#[must_use]
pub fn directory(dir: &Path) -> PathBuf {
    dir.join(app::record::DIRECTORY)
}

/// Publishes whenever leaves became durable, until the house stops.
pub async fn publish(house: Arc<House>, mut publisher: Publisher) {
    let Some(mut size) = house.record().map(app::record::RecordView::size) else { return };
    loop {
        // Marked before the reading: leaves that come meanwhile wake the next round.
        size.borrow_and_update();
        let round = tokio::task::spawn_blocking(move || {
            let outcome = publisher.advance();
            (publisher, outcome)
        });
        let Ok((back, outcome)) = round.await else {
            tracing::error!("publishing the record ended by a panic; the next start publishes what is missing");
            return;
        };
        publisher = back;
        if let Err(error) = outcome {
            tracing::error!(%error, "the record could not be published; it is tried again");
        }
        // Entries of a stampede share a checkpoint; none waits longer than the promised two seconds.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        if size.changed().await.is_err() {
            return;
        }
    }
}

fn seed_of(path: &Path) -> Result<SigningKey> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let seed = text.trim().strip_prefix(PREFIX).and_then(from_base64url).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let seed = seed.with_context(|| format!("{} holds no key", path.display()))?;
    SigningKey::from_seed(&seed).with_context(|| format!("{} holds no key", path.display()))
}

fn fresh() -> [u8; 32] {
    app::Entropy::fresh(&mut app::SystemEntropy::default())
}

/// Keeps a secret so that only the owner reads it.
fn keep(path: &Path, secret: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path).with_context(|| format!("making {}", path.display()))?;
    writeln!(file, "{secret}").and_then(|()| file.sync_all()).with_context(|| format!("writing {}", path.display()))
}
