//! The verifiable record of a data directory: its keys and settings, its beginning, and how it is published and witnessed.
mod begin;
mod start;

use crate::config;
use anyhow::{Context, Result, bail};
use app::record::{Founding, PRESENCE_MS, Publisher, Setup, Trust};
pub use begin::{New, begin, make};
use ledger::{
    Key, SigningKey, Tree,
    body::Predecessor,
    checkpoint::Checkpoint,
    form::from_base64url,
    key::{Signer as _, SigningKey as NoteKey},
    policy::{MAX_POLICY, Party, Policy},
};
pub use start::look;
use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{EventFeed as _, Reader};

/// Directory of the private keys, within the data directory.
pub const KEYS: &str = "keys";
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

fn founding(record: &config::Record) -> Result<Founding> {
    let key = |text: &String| Key::parse(text).with_context(|| format!("record.accreditors: {text} is no Ed25519 key"));
    Ok(Founding {
        names: record.names.clone(),
        accreditors: record.accreditors.iter().map(key).collect::<Result<_>>()?,
        threshold: record.threshold,
        rp_id: record.site.clone(),
        rp_origins: record.site_origins.clone(),
        predecessor: record.predecessor.as_ref().map(predecessor).transpose()?,
        signed: Vec::new(),
    })
}

fn predecessor(former: &config::Predecessor) -> Result<Predecessor> {
    let root = ledger::checkpoint::read_hash(&former.root);
    let root = root.with_context(|| format!("record.predecessor.root: {} is no root of a checkpoint", former.root))?;
    Ok(Predecessor { log: former.log.clone(), size: former.size, root })
}

/// The witnesses and their quorum, as the settings' file names them; nobody where none is set.
///
/// # Errors
/// When the file cannot be read or could never be satisfied.
pub fn witnesses(dir: &Path, record: &config::Record) -> Result<Policy> {
    let Some(file) = &record.witnesses else { return Ok(Policy::default()) };
    let path = dir.join(file);
    let said = || format!("record.witnesses {}", path.display());
    let text = fs::read_to_string(&path).with_context(said)?;
    let policy: Policy = text.parse().with_context(said)?;
    if !policy.logs.is_empty() || policy.genesis.is_some() {
        bail!("{}: the lines `log` and `genesis` are the server's own; leave witnesses, groups and quorum", said());
    }
    if text.len() > MAX_POLICY / 2 {
        bail!("{}: longer than {} bytes", said(), MAX_POLICY / 2);
    }
    let asked = policy.witnesses.iter().filter(|witness| witness.url.is_some()).map(|witness| witness.name.as_str());
    if !policy.can_be_reached_by(asked) {
        bail!("{}: the quorum needs witnesses whose lines have no address, so that nobody could ask them", said());
    }
    Ok(policy)
}

/// The setup of a data directory's record; `vouched` is the newest checkpoint that was found, which the stored leaves begin with.
///
/// # Errors
/// When a key is missing or malformed.
pub fn setup(dir: &Path, record: &config::Record, vouched: Option<Checkpoint>) -> Result<Arc<Setup>> {
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
            accreditors.push(seed_of(&keys.join(accreditor_file(number)))?);
        }
    }
    Ok(Arc::new(Setup {
        origin: record.origin.clone(),
        accreditors,
        clerk: seed_of(&keys.join(CLERK))?,
        founding,
        presence_ms: PRESENCE_MS,
        former: crate::successor::former_acts(dir)?,
        vouched,
        policy: Policy {
            logs: vec![Party { name: record.origin.clone(), key: log_key(dir)?.key().clone(), url: None }],
            ..witnesses(dir, record)?
        },
    }))
}

/// Opens the publisher: this is where stored leaves are held against the newest checkpoint. Nothing is written.
///
/// # Errors
/// When the record became shorter or another one, or a file cannot be read.
pub fn publisher(dir: &Path, record: &config::Record, reader: &Arc<Reader>) -> Result<Publisher> {
    let policy = Policy { remarks: vec![remark(record.hold_accreditors).to_owned()], ..witnesses(dir, record)? };
    let trust = Trust { key: log_key(dir)?, policy };
    let (feed, side) = (Arc::clone(reader) as _, Arc::clone(reader) as _);
    Publisher::open(&directory(dir), trust, feed, side).context("the public record")
}

/// The tree of the stored entries.
///
/// # Errors
/// When they cannot be read.
pub fn stored_tree(reader: &Reader) -> Result<Tree> {
    let mut tree = Tree::default();
    each_leaf(reader, |leaf| {
        tree.append(leaf);
    })?;
    Ok(tree)
}

/// Shows every stored entry, in order.
///
/// # Errors
/// When they cannot be read.
pub fn each_leaf(reader: &Reader, mut look: impl FnMut(&[u8])) -> Result<()> {
    reader.feed_leaves(0, usize::MAX, &mut |_, leaf| {
        look(leaf);
        ControlFlow::Continue(())
    })?;
    Ok(())
}

/// The log's private key.
///
/// # Errors
/// When there is none.
pub fn log_key(dir: &Path) -> Result<NoteKey> {
    let path = dir.join(KEYS).join(LOG);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    NoteKey::from_secret(text.trim()).with_context(|| format!("{} holds no log's key", path.display()))
}

/// The file of the nth accreditor's private key, where the server holds it.
pub fn accreditor_file(number: usize) -> String {
    format!("accreditor-{number}.key")
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

fn seed_of(path: &Path) -> Result<SigningKey> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let seed = text.trim().strip_prefix(PREFIX).and_then(from_base64url).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let seed = seed.with_context(|| format!("{} holds no key", path.display()))?;
    SigningKey::from_seed(&seed).with_context(|| format!("{} holds no key", path.display()))
}
