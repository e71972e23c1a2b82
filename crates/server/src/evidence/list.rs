//! `hemicycle record` and `hemicycle bundle`: what can be bundled, and the bundle.
use super::{
    cli::{Bundle, Listed, Record},
    dir::RecordDir,
    keys,
};
use anyhow::{Context, Result, bail};
use ledger::{
    Digest, Manifest, Replay,
    claim::{Kind, Source, assemble},
    count,
};
use serde_json::{Value, json};
use std::process::ExitCode;

/// Lists what can be bundled.
///
/// # Errors
/// When there is no record, or it is broken.
pub fn list(arguments: &Record) -> Result<ExitCode> {
    let record = RecordDir::open(&arguments.data)?;
    let replay = record.replay(None)?;
    let found = match arguments.what {
        Listed::Texts => texts(&record, &replay),
        Listed::Polls => polls(&record, &replay),
        Listed::Summits => summits(&replay),
    };
    if arguments.json {
        println!("{}", Value::from(found));
        return Ok(ExitCode::SUCCESS);
    }
    if found.is_empty() {
        println!("Nothing yet, as of {} entries.", record.leaves.len());
    }
    for one in &found {
        let word = |name: &str| one[name].as_str().unwrap_or_default();
        println!("{}\t{}\t{}", if one["symbol"].is_null() { word("id") } else { word("symbol") }, one["position"], word("title"));
    }
    Ok(ExitCode::SUCCESS)
}

fn texts(record: &RecordDir, replay: &Replay) -> Vec<Value> {
    let entry = |(symbol, text): (&String, &ledger::authority::Text)| {
        let (index, manifest) = text.manifests.last()?;
        let counts = count::endorsements(replay, manifest);
        Some(json!({
            "symbol": symbol,
            "id": manifest.to_string(),
            "title": title(record, manifest),
            "position": index,
            "adopted": text.adoptions.last().map(|adoption| adoption.index),
            "organisations": counts.map(|c| c.organisations),
            "countries": counts.map(|c| c.countries),
        }))
    };
    replay.texts().iter().filter_map(entry).collect()
}

fn polls(record: &RecordDir, replay: &Replay) -> Vec<Value> {
    let entry = |(id, poll): (&String, &ledger::authority::PollState)| {
        // A poll without a result that is its recount has nothing to claim.
        let (index, tally) = poll.result?;
        tally?;
        Some(json!({"id": id, "title": title(record, &poll.question), "position": index, "meeting": poll.meeting}))
    };
    replay.polls().iter().filter_map(entry).collect()
}

fn summits(replay: &Replay) -> Vec<Value> {
    let entry = |id: &String| {
        let counts = count::attendance(replay, id)?;
        Some(
            json!({"id": id, "title": id, "position": replay.size(), "present": counts.present, "organisations": counts.organisations}),
        )
    };
    replay.summits().keys().filter_map(entry).collect()
}

/// The title in English or the first authentic language; empty when its blob is not there.
fn title(record: &RecordDir, manifest: &Digest) -> String {
    let read = || {
        let manifest = Manifest::parse(&record.blob(manifest)?).ok()?;
        let english = Some("en".to_owned()).filter(|language| manifest.authentic.contains(language));
        let language = english.or_else(|| manifest.authentic.first().cloned())?;
        String::from_utf8(record.blob(&manifest.texts.get(&language)?.title_sha256)?).ok()
    };
    read().unwrap_or_default()
}

/// Writes a bundle.
///
/// # Errors
/// When the record has nothing of this name, or a file cannot be written.
pub fn bundle(arguments: &Bundle) -> Result<ExitCode> {
    let record = RecordDir::open(&arguments.data)?;
    let replay = record.replay(arguments.at)?;
    let (kind, id) = match (&arguments.text, &arguments.poll, &arguments.summit) {
        (Some(symbol), _, _) => (Kind::Text, manifest_of(&replay, symbol)?),
        (_, Some(id), _) => (Kind::Poll, id.clone()),
        (_, _, Some(id)) => (Kind::Summit, id.clone()),
        _ => bail!("name a --text, a --poll or a --summit"),
    };
    let source = Source {
        checkpoint: &record.checkpoint,
        policy: &record.policy,
        leaves: &record.leaves,
        blob: |digest: &Digest| record.blob(digest),
    };
    let (claim, files) = assemble(&source, &replay, kind, &id)?;
    let bytes = files.write()?;
    keys::create(&arguments.out, &bytes, false)?;
    if arguments.json {
        let said = json!({"file": arguments.out, "bytes": bytes.len(), "kind": claim.kind, "id": claim.id, "size": claim.size,
            "counts": claim.counts, "checkpoint": record.leaves.len()});
        println!("{said}");
    } else {
        let counts: Vec<String> = claim.counts.iter().map(|(name, n)| format!("{name} {n}")).collect();
        println!(
            "{} ({} bytes): {} {}, {}, as of the first {} entries.",
            arguments.out.display(),
            bytes.len(),
            claim.kind,
            claim.id,
            counts.join(", "),
            claim.size
        );
        println!("Anybody can check it: hemicycle verify {}", arguments.out.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn manifest_of(replay: &Replay, symbol: &str) -> Result<String> {
    let text = replay.texts().get(symbol);
    let manifest = text.and_then(ledger::authority::Text::in_force);
    let manifest = manifest
        .with_context(|| format!("the first {} entries know no text {symbol}; see `hemicycle record texts`", replay.size()))?;
    Ok(manifest.to_string())
}
