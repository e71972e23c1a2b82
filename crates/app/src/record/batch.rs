//! A batch of entries on their way to signers elsewhere and back: one JSON file that goes from hand to hand and gains signatures.
//!
//! `{"v":1,"log":…,"entries":[{"body":{…},"sigs":[…]}],"names":{"<sha256>":{"<language>":…}}}`; the names are there for the signers to read.
use domain::{FieldProblem, Invalid, No};
use ledger::{Body, Digest, form::to_base64url};
use serde_json::{Map, Value, json};

/// Bodies that nobody has signed yet, as a batch; `names` are the blobs that they bind.
#[must_use]
pub fn to_batch(log: &str, bodies: &[Body], names: &[Vec<u8>]) -> Value {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap_or_default();
    let entries: Vec<Value> =
        bodies.iter().filter_map(|b| b.to_canonical().ok()).map(|b| json!({ "body": read(&b), "sigs": [] })).collect();
    let names: Map<String, Value> = names.iter().map(|blob| (Digest::of(blob).to_string(), read(blob))).collect();
    json!({ "v": 1, "log": log, "entries": entries, "names": names })
}

/// The leaves of a signed batch, in order.
///
/// # Errors
/// [`No::Invalid`] naming `batch` when it is none.
pub fn leaves_of_batch(batch: &Value) -> Result<Vec<Vec<u8>>, No> {
    let invalid = || No::Invalid(Invalid::new("batch", FieldProblem::NotAKey));
    let entries = batch.get("entries").and_then(Value::as_array).ok_or_else(invalid)?;
    let leaf = |entry: &Value| {
        let sigs = entry.get("sigs").and_then(Value::as_array)?;
        // The leaf wants them in the order of their canonical form, whoever signed first.
        let mut written: Vec<(Vec<u8>, Value)> =
            sigs.iter().map(|sig| Some((ledger::canonical(sig).ok()?, sig.clone()))).collect::<Option<_>>()?;
        written.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let sigs: Vec<Value> = written.into_iter().map(|(_, sig)| sig).collect();
        ledger::canonical(&json!({ "body": entry.get("body")?, "sigs": sigs })).ok()
    };
    entries.iter().map(|entry| leaf(entry).ok_or_else(invalid)).collect()
}

/// The field `entries` of the act `enter-entries` from its field `batch`, where it has one: an object, or its text.
///
/// # Errors
/// As [`leaves_of_batch`].
pub fn entries_from_batch(mut fields: Value) -> Result<Value, No> {
    let Some(batch) = fields.as_object_mut().and_then(|map| map.remove("batch")) else { return Ok(fields) };
    let batch = match batch {
        Value::String(text) => {
            serde_json::from_str(&text).map_err(|_| No::Invalid(Invalid::new("batch", FieldProblem::NotAKey)))?
        }
        other => other,
    };
    let entries: Vec<String> = leaves_of_batch(&batch)?.iter().map(|leaf| to_base64url(leaf)).collect();
    fields["entries"] = json!(entries);
    Ok(fields)
}
