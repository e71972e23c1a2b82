//! `hemicycle accreditor`: keys, and batches of entries signed offline, all of one sitting at once.
use super::{
    cli::{Accreditor, NewKey, SignBatch},
    keys,
};
use anyhow::{Context, Result, bail};
use ledger::{Content, Digest, Key, SigningKey, batch::Batch, keyfile};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{BufRead, IsTerminal, Read, Write},
    process::ExitCode,
};

/// Does what an accreditor asks for.
///
/// # Errors
/// When a file cannot be read or written, or the batch is not to be signed.
pub fn run(arguments: &Accreditor) -> Result<ExitCode> {
    match arguments {
        Accreditor::NewKey(arguments) => new_key(arguments),
        Accreditor::Sign(arguments) => sign(arguments),
    }
}

fn new_key(arguments: &NewKey) -> Result<ExitCode> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|e| anyhow::anyhow!("the system gives no random numbers: {e}"))?;
    let public = SigningKey::from_seed(&seed)?.public();
    keys::create(&arguments.out, keyfile::write_openssh(&seed, &arguments.comment)?.as_bytes(), true)?;
    let line = keyfile::public_line(&public, &arguments.comment);
    if arguments.json {
        println!(
            "{}",
            json!({"file": arguments.out, "key": public.to_string(), "fingerprint": public.fingerprint(), "ssh": line})
        );
    } else {
        println!("{} holds your private key: keep it offline, and a copy of it elsewhere.", arguments.out.display());
        println!("Your public key: {public}");
        println!("For OpenSSH:     {line}");
        println!("Fingerprint:     {}  (publish it where people know you)", public.fingerprint());
    }
    Ok(ExitCode::SUCCESS)
}

fn sign(arguments: &SignBatch) -> Result<ExitCode> {
    let key = keys::read(&arguments.key)?;
    let mut bytes = Vec::new();
    File::open(&arguments.file)
        .and_then(|file| file.take(ledger::batch::MAX_BATCH as u64 + 1).read_to_end(&mut bytes))
        .with_context(|| format!("reading {}", arguments.file.display()))?;
    let mut batch = Batch::parse(&bytes).with_context(|| format!("reading {}", arguments.file.display()))?;
    if let Some(log) = arguments.log.as_ref().filter(|log| **log != batch.log) {
        bail!("the batch is for the record {}, not {log}", batch.log);
    }
    show(&batch, &key.public());
    let count = batch.leaves().len();
    if count == 0 {
        bail!("there is nothing to sign in the batch");
    }
    if !arguments.yes && !agreed(count)? {
        bail!("nothing was signed");
    }
    let signed = batch.sign(&key)?;
    keys::create(&arguments.out, &batch.to_bytes(), false)?;
    println!(
        "{signed} entries signed with {}; each now has {} signatures or more. Hand {} to the next accreditor or to the secretariat.",
        key.public().fingerprint(),
        batch.signatures(),
        arguments.out.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// What one puts one's name to: each entry in a line, and the sums.
fn show(batch: &Batch, key: &Key) {
    println!("For the record {}", plain(&batch.log));
    let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
    let mut countries = BTreeSet::new();
    for content in batch.contents() {
        let (sum, line) = described(batch, content);
        *sums.entry(sum).or_default() += 1;
        if let Content::Accredit(accredit) = content {
            countries.insert(accredit.country.clone());
        }
        println!("  {line}");
    }
    countries.remove("");
    for (what, n) in sums {
        println!("{n} × {what}");
    }
    if !countries.is_empty() {
        println!("{} countries", countries.len());
    }
    println!("{} of them you have signed before.", batch.signed_by(key));
}

fn described(batch: &Batch, content: &Content) -> (&'static str, String) {
    let key = |key: &Option<Key>| key.map_or("no key of its own".to_owned(), |key| format!("key {}", key.fingerprint()));
    match content {
        Content::Accredit(a) => {
            let country = if a.country.is_empty() { "international" } else { &a.country };
            ("accredit", format!("accredit {}: {} ({country}, {}), {}", a.org, name(batch, &a.names), a.category, key(&a.key)))
        }
        Content::Discredit { org, .. } => ("discredit", format!("discredit {org}: its accreditation ends")),
        Content::Rotate { org, key } => ("rotate", format!("rotate {org}: from now on key {}", key.fingerprint())),
        Content::Delegate(d) => {
            let scope: Vec<_> = d.scope.iter().map(|scope| scope.as_str()).collect();
            let key = Digest::of(&d.key.0).to_string();
            (
                "delegate",
                format!("delegate {}: {} may {} until {}, passkey {}", d.org, d.rep, scope.join(" and "), d.until, &key[..16]),
            )
        }
        Content::Revoke { org, rep } => ("revoke", format!("revoke {org}: {rep} may sign no more")),
        Content::Officers(o) => {
            let accreditors: Vec<_> = o.accreditors.iter().map(Key::fingerprint).collect();
            let clerk = |clerk: &ledger::body::Clerk| {
                let duties: Vec<_> = clerk.duties.iter().map(|duty| duty.as_str()).collect();
                format!("{} for {}", clerk.key.fingerprint(), duties.join(", "))
            };
            let clerks: Vec<_> = o.clerks.iter().map(clerk).collect();
            (
                "officers",
                format!("officers: accreditors {} of {}; clerks {}", o.threshold, accreditors.join(" "), clerks.join("; ")),
            )
        }
        Content::Genesis(g) => {
            let accreditors: Vec<_> = g.accreditors.iter().map(Key::fingerprint).collect();
            let before = g.predecessor.as_ref().map_or(String::new(), |p| format!(", after {} of {} entries", p.log, p.size));
            (
                "genesis",
                format!("genesis: accreditors {} of {}, passkeys at {}{before}", g.threshold, accreditors.join(" "), g.rp.id),
            )
        }
        // A batch with any other type was refused when it was read.
        _ => ("other", String::new()),
    }
}

/// The name that an entry's digest stands for, as the batch brings it: the digest alone is signed.
fn name(batch: &Batch, digest: &Digest) -> String {
    let names = batch.names.get(digest).map(|names| &names.0);
    let found = names.and_then(|names| names.get("en").or_else(|| names.values().next()));
    found.map_or_else(|| format!("names {}", &digest.to_string()[..16]), |name| plain(name))
}

/// Foreign words without what could move a terminal's cursor or turn their direction.
fn plain(text: &str) -> String {
    text.chars().filter(|c| ledger::text::is_allowed(*c)).collect()
}

fn agreed(count: usize) -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        bail!("there is nobody to ask: read what is above, then give --yes");
    }
    print!("Sign all {count}? Type `sign {count}`: ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == format!("sign {count}"))
}
