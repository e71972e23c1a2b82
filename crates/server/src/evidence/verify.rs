//! `hemicycle verify`: checks a bundle with nothing but the file.
use super::cli::Verify;
use anyhow::{Context, Result};
use jiff::Timestamp;
use ledger::{
    Leaf,
    policy::Policy,
    receipt::{HEADER, Receipt, ReceiptError},
    verify::{Failure, Verified, to_json, verify},
};
use serde_json::json;
use std::{fs, io::Read, path::Path, process::ExitCode};

/// How many invalid entries are printed one by one.
const SHOWN: usize = 1_000;

/// Checks; exit status 1 where anything does not fit.
///
/// # Errors
/// When a file cannot be read.
pub fn run(arguments: &Verify) -> Result<ExitCode> {
    let bundle = read(&arguments.file)?;
    let policy =
        arguments.policy.as_deref().map(|path| fs::read_to_string(path).with_context(|| format!("reading {}", path.display())));
    let policy = policy.transpose()?;
    if bundle.starts_with(HEADER.as_bytes()) {
        return receipt(&bundle, policy.as_deref(), arguments.json);
    }
    let result = verify(&bundle, policy.as_deref(), super::threads());
    match (&result, arguments.json) {
        (Ok(verified), true) => println!("{}", to_json(verified)),
        (Err(failure), true) => println!("{}", failed(failure)),
        (Ok(verified), false) => print(verified),
        (Err(failure), false) => println!("NOT VERIFIED: {failure}"),
    }
    Ok(if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks the receipt of one entry, which it carries.
fn receipt(bytes: &[u8], policy: Option<&str>, as_json: bool) -> Result<ExitCode> {
    let policy = policy.context("a receipt is checked against a policy that you have from elsewhere: --policy FILE")?;
    let policy: Policy = policy.parse().context("the policy")?;
    let held = std::str::from_utf8(bytes).map_err(|_| "the receipt is not text".to_owned()).and_then(|text| {
        let receipt: Receipt = text.parse().map_err(|error: ReceiptError| error.to_string())?;
        let leaf = receipt.extra.clone().ok_or("the receipt carries no entry")?;
        let approved = receipt.verify(&leaf, &policy).map_err(|error| error.to_string())?;
        let leaf = Leaf::parse(&leaf).map_err(|broken| broken.to_string())?;
        Ok((receipt.index, leaf, approved))
    });
    let (index, leaf, approved) = match held {
        Ok(held) => held,
        Err(reason) if as_json => {
            println!("{}", json!({"verified": false, "kind": "receipt", "reason": reason}));
            return Ok(ExitCode::FAILURE);
        }
        Err(reason) => {
            println!("NOT VERIFIED: {reason}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let body: serde_json::Value = serde_json::from_slice(leaf.bytes()).context("the entry")?;
    let body = &body["body"];
    let (head, witnesses) = (&approved.checkpoint, &approved.witnesses);
    if as_json {
        let named: Vec<_> = witnesses.iter().map(|(name, time)| json!({"name": name, "time": time})).collect();
        let told =
            json!({"verified": true, "kind": "receipt", "entry": index, "body": body, "size": head.size, "witnesses": named});
        println!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    println!("VERIFIED: entry {index} of {}", head.origin());
    println!("  {body}");
    println!("Position: under a checkpoint of {} entries", head.size);
    println!("Witnesses: {}", names(witnesses));
    println!("This shows that the entry is in the record. Whether it counts, and what came after it, is shown by a bundle.");
    Ok(ExitCode::SUCCESS)
}

/// The witnesses with their times, as people read them.
fn names(witnesses: &[(String, u64)]) -> String {
    if witnesses.is_empty() {
        return "none; the log alone says that it shows everybody the same record".to_owned();
    }
    let when = |time: &u64| {
        let moment = i64::try_from(*time).ok().and_then(|s| Timestamp::from_second(s).ok());
        moment.map_or("at an unknown time".to_owned(), |t| t.to_string())
    };
    let named: Vec<String> = witnesses.iter().map(|(name, time)| format!("{name} ({})", when(time))).collect();
    named.join(", ")
}

/// The file, up to one byte more than is ever read: the verifier says that it is too large.
fn read(path: &Path) -> Result<Vec<u8>> {
    let file = fs::File::open(path).with_context(|| format!("opening {}", path.display()))?;
    let mut bytes = Vec::new();
    file.take(ledger::bundle::MAX_BUNDLE as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("reading {}", path.display()))?;
    Ok(bytes)
}

fn failed(failure: &Failure) -> serde_json::Value {
    json!({"verified": false, "step": failure.step.as_str(), "entry": failure.entry, "reason": failure.reason, "line": failure.to_string()})
}

fn print(v: &Verified) {
    println!("VERIFIED: {} {}", v.claim.kind, v.claim.id);
    if v.title != v.claim.id {
        println!("  {}", v.title.chars().filter(|c| !c.is_control()).collect::<String>());
    }
    for (name, n) in &v.claim.counts {
        println!("  {name}: {n}");
    }
    println!("Position: the first {} of {} entries of {}", v.claim.size, v.size, v.origin);
    println!("Root: {}", ledger::Digest(v.root));
    if let Some(former) = &v.predecessor {
        let root = ledger::Digest(former.root);
        println!(
            "It succeeds {}, last published with {} entries and the root {root}; a bundle of that one has its own policy",
            former.log, former.size
        );
    }
    println!("Witnesses: {}", names(&v.witnesses));
    match v.skipped.len() {
        0 => println!("Skipped entries: none"),
        n => println!("Skipped entries: {n}, which are invalid and count for nothing"),
    }
    for rejected in v.skipped.iter().take(SHOWN) {
        println!("  entry {}: {}", rejected.index, rejected.reason);
    }
    if v.skipped.len() > SHOWN {
        println!("  and {} more; --json lists all", v.skipped.len() - SHOWN);
    }
    println!(
        "This shows which key attested what, and in which order. That the organisations exist rests on the accreditors ({} of {}):",
        v.threshold,
        v.accreditors.len()
    );
    for fingerprint in &v.accreditors {
        println!("  {fingerprint}");
    }
    if v.policy_from_bundle {
        println!(
            "WARNING: the policy came out of the bundle itself. Compare these fingerprints with the accreditors' own publications,"
        );
        println!("or give a policy that you have from elsewhere: --policy FILE");
    }
}
