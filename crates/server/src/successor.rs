//! `hemicycle successor`: a new record where the old one was lost, made in a directory of its own, so that nothing is changed before
//! somebody starts a server on it.
use crate::{
    cli,
    config::{self, Config},
    data, keep,
    record::{self, KEYS, accreditor_file},
};
use anyhow::{Context, Result, bail};
use app::record::{FormerActs, former_acts as acts_of};
use ledger::{
    Digest, Key, Tree,
    checkpoint::Checkpoint,
    key::{Signer as _, VerifierKey},
    tile::{self, Level},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Directory of what is kept of the former record, within the data directory.
const FORMER: &str = "former";
/// The acts that are taken over, in it.
const ACTS: &str = "acts.json";

/// Makes the new directory.
///
/// # Errors
/// When nothing is lost, or a key, checkpoint or directory cannot be used; then nothing was made.
pub fn run(arguments: &cli::Successor) -> Result<ExitCode> {
    let (old, new) = (arguments.data.as_path(), arguments.new.as_path());
    if new.exists() {
        bail!("{} exists; nothing was changed", new.display());
    }
    let settings = Config::load(old)?.record.with_context(|| format!("{} keeps no public record", old.display()))?;
    if settings.origin == arguments.origin {
        bail!("--origin {}: that is the old record's; the new one needs another", arguments.origin);
    }
    let lost = Lost::of(arguments, &settings)?;
    let partial = new.with_extension("partial");
    if partial.exists() {
        // Of an earlier attempt that was cut off; nobody was told that it is there.
        fs::remove_dir_all(&partial).with_context(|| format!("removing {}", partial.display()))?;
    }
    let vkey = make(&partial, arguments, &settings, &lost).inspect_err(|_| drop(fs::remove_dir_all(&partial)))?;
    fs::rename(&partial, new).with_context(|| format!("making {}", new.display()))?;
    say(arguments, &lost, &vkey);
    Ok(ExitCode::SUCCESS)
}

/// The record that is succeeded.
struct Lost {
    published: Checkpoint,
    checkpoint: String,
    leaves: Vec<Vec<u8>>,
    tree: Tree,
}

impl Lost {
    fn of(arguments: &cli::Successor, settings: &config::Record) -> Result<Self> {
        let old = &arguments.data;
        let place = record::directory(old).join("checkpoint");
        let path = arguments.published.clone().unwrap_or(place);
        let (checkpoint, _) =
            keep::checkpoint(&path).context("the old record's newest checkpoint; --published says where it is")?;
        let note = checkpoint.parse().with_context(|| format!("reading {}", path.display()))?;
        let key = old_key(arguments)?;
        let published =
            Checkpoint::signed_by(&key, &note).with_context(|| format!("{} is none of the old record", path.display()))?;
        if published.origin() != settings.origin {
            bail!("{} is of {}, and {} kept {}", path.display(), published.origin(), old.display(), settings.origin);
        }
        let reached = data::reach(old)?;
        let mut leaves = Vec::new();
        record::each_leaf(&reached.reader, |leaf| leaves.push(leaf.to_vec()))?;
        let mut tree = Tree::default();
        for leaf in &leaves {
            tree.append(leaf);
        }
        if tree.root_at(published.size) == Some(published.root) && record::log_key(old).is_ok() {
            bail!(
                "nothing is lost: {} holds all {} entries that were published, and the log's key. \
                 Start the server on it: hemicycle serve --data {}",
                old.display(),
                published.size,
                old.display()
            );
        }
        Ok(Self { published, checkpoint, leaves, tree })
    }
}

/// The old log's public key, from where it is still known.
fn old_key(arguments: &cli::Successor) -> Result<VerifierKey> {
    if let Some(vkey) = &arguments.vkey {
        return vkey.parse().with_context(|| format!("--vkey {vkey}"));
    }
    if let Ok(key) = record::log_key(&arguments.data) {
        return Ok(key.key().clone());
    }
    let path = record::directory(&arguments.data).join("vkey");
    let text = fs::read_to_string(&path).context("the old record's public key is known nowhere here: give it with --vkey")?;
    text.trim().parse().with_context(|| format!("reading {}", path.display()))
}

/// Makes the directory; answers the new log's public key.
fn make(dir: &Path, arguments: &cli::Successor, settings: &config::Record, lost: &Lost) -> Result<String> {
    let old = &arguments.data;
    store::restore_without_record(old.join(store::DATABASE_FILE), dir).with_context(|| format!("copying {}", old.display()))?;
    let mut record = settings.clone();
    record.origin.clone_from(&arguments.origin);
    record.predecessor = Some(config::Predecessor {
        log: settings.origin.clone(),
        size: lost.published.size,
        // As it stands in the checkpoint, in base64.
        root: lost.checkpoint.lines().nth(2).unwrap_or_default().to_owned(),
    });
    if !arguments.accreditor.is_empty() {
        let key = |text: &String| Key::parse(text).map(|key| key.to_string()).with_context(|| format!("--accreditor {text}"));
        record.accreditors = arguments.accreditor.iter().map(key).collect::<Result<_>>()?;
        record.threshold = arguments.threshold.unwrap_or(record.accreditors.len() as u64);
        record.hold_accreditors = false;
    }
    let held = if record.hold_accreditors { held(old, record.accreditors.len()) } else { Vec::new() };
    let text = record::make(dir, record, &held)?;
    let file = dir.join(config::FILE);
    fs::write(&file, without_record(&fs::read_to_string(old.join(config::FILE))?)? + &text)
        .with_context(|| format!("writing {}", file.display()))?;
    if let Some(witnesses) = settings.witnesses.as_ref().filter(|file| file.is_relative()) {
        fs::copy(old.join(witnesses), dir.join(witnesses)).with_context(|| format!("copying {}", witnesses.display()))?;
    }
    keep_former(&dir.join(FORMER), old, lost)?;
    Ok(record::log_key(dir)?.key().to_string())
}

/// The accreditors' private keys, when all of them were held and are still there.
fn held(old: &Path, number: usize) -> Vec<String> {
    let read = |n: usize| fs::read_to_string(old.join(KEYS).join(accreditor_file(n))).ok();
    (1..=number).map(read).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// The settings without the table of the record, comments and all else kept.
fn without_record(text: &str) -> Result<String> {
    let (mut kept, mut within) = (String::new(), false);
    for line in text.lines() {
        let head = line.trim_start();
        if head.starts_with('[') {
            within = head.starts_with("[record]") || head.starts_with("[record.");
        }
        if !within && !head.starts_with("# The verifiable record.") {
            kept += line;
            kept.push('\n');
        }
    }
    let mut table: toml::Table = kept.parse().context("the old settings")?;
    // Written in another way than as a table of its own.
    if table.remove("record").is_some() { toml::to_string(&table).context("the old settings") } else { Ok(kept) }
}

/// Keeps what there is of the former record: its entries, its newest checkpoint, and which acts they hold.
fn keep_former(dir: &Path, old: &Path, lost: &Lost) -> Result<()> {
    let write = |name: String, bytes: &[u8]| {
        let path = dir.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, bytes)).with_context(|| format!("writing {}", path.display()))
    };
    for tile in tile::tiles(lost.leaves.len() as u64).take_while(|tile| tile.level() == Level::Entries) {
        // At most the number of leaves.
        let first = usize::try_from(tile.index() * tile::WIDTH)?;
        let leaves = lost.leaves.iter().skip(first).take(usize::from(tile.width()));
        write(tile.to_string(), &tile::write_bundle(leaves)?)?;
    }
    write("checkpoint".to_owned(), lost.checkpoint.as_bytes())?;
    for name in ["policy", "vkey"] {
        if let Ok(bytes) = fs::read(record::directory(old).join(name)) {
            write(name.to_owned(), &bytes)?;
        }
    }
    let acts = acts_of(lost.leaves.iter().map(Vec::as_slice));
    let listed: Vec<_> =
        acts.iter().map(|((org, manifest), entry)| [org.clone(), manifest.to_string(), entry.to_string()]).collect();
    write(ACTS.to_owned(), serde_json::to_string_pretty(&listed)?.as_bytes())
}

/// The acts that a data directory took over from a former record; none where there is none.
///
/// # Errors
/// When their file is damaged.
pub fn former_acts(dir: &Path) -> Result<FormerActs> {
    let path = dir.join(FORMER).join(ACTS);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(FormerActs::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let damaged = || format!("{} is damaged", path.display());
    let listed: Vec<[String; 3]> = serde_json::from_str(&text).with_context(damaged)?;
    let read = |[org, manifest, entry]: [String; 3]| Some(((org, Digest::parse(&manifest)?), Digest::parse(&entry)?));
    listed.into_iter().map(read).collect::<Option<_>>().with_context(damaged)
}

fn say(arguments: &cli::Successor, lost: &Lost, vkey: &str) {
    let former: PathBuf = arguments.new.join(FORMER);
    let (published, stored) = (&lost.published, &lost.tree);
    if arguments.json {
        let tree = |size: u64, root: [u8; 32]| serde_json::json!({ "size": size, "root": Digest(root).to_string() });
        println!(
            "{}",
            serde_json::json!({
                "directory": arguments.new, "origin": arguments.origin, "vkey": vkey, "former": former,
                "predecessor": published.origin(), "published": tree(published.size, published.root),
                "stored": tree(stored.size(), stored.root()),
            })
        );
        return;
    }
    println!("{} begins the record {} in the place of {}.", arguments.new.display(), arguments.origin, published.origin());
    println!("The old one was published with {} entries, root {};", published.size, Digest(published.root));
    println!("the backup has {} of them, root {}. They are kept in {}.", stored.size(), Digest(stored.root()), former.display());
    println!("The new record's public line, for its readers and witnesses:\n{vkey}");
    if arguments.new.join(KEYS).join("founding.json").exists() {
        let keys = arguments.new.join(KEYS);
        println!("Its first entries wait for the accreditors: let them sign {}/founding.json", keys.display());
        println!("(hemicycle accreditor sign) and bring the result to {}/founding.signed.json.", keys.display());
    }
    println!("Then: hemicycle serve --data {}", arguments.new.display());
}
