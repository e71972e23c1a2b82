//! The blobs that entries name: manifests, texts, titles, names, reservations; and which blobs the public may have.
use domain::{
    State,
    endorsement::Statement,
    id::{OrganisationId, PollId},
    language::Names,
    poll::Question,
    text::{Revision, Symbol, Text, canonical, manifest},
};
use ledger::{
    Broken, Leaf,
    body::{Act, Content},
    form::Digest,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The types of entries that a record has thousands of and that name no blob the public may have.
const PLAIN: [&str; 8] = ["cast", "decline", "delegate", "delegation", "endorse", "present", "vote", "withdraw"];

/// A revision as the record binds it: its manifest first, then each language's file and title.
pub(super) fn of_revision(text: &Text, revision: &Revision) -> Vec<Vec<u8>> {
    let digests = revision.digests();
    let mut blobs = vec![manifest(&revision.symbol, &text.authentic, &digests).into_bytes()];
    for language in digests.keys() {
        blobs.extend(canonical(revision, language).map(String::into_bytes));
        blobs.extend(revision.title.get(language.as_str()).map(|t| t.as_str().as_bytes().to_vec()));
    }
    blobs
}

/// The manifest of a reservation, its words and its title: a text of one language, whose symbol names the text and the organisation.
pub(super) fn of_reservation(symbol: &Symbol, organisation: OrganisationId, statement: &Statement) -> Option<[Vec<u8>; 3]> {
    let words = format!("{}\n", statement.words).into_bytes();
    let title = format!("{symbol}: {organisation}").into_bytes();
    let language = statement.language.as_str();
    let manifest = json!({
        "v": 1,
        "symbol": format!("{symbol}/Reservation/{organisation}"),
        "authentic": [language],
        "texts": { language: { "sha256": Digest::of(&words), "title_sha256": Digest::of(&title) } },
    });
    Some([ledger::canonical(&manifest).ok()?, words, title])
}

/// A question put to the vote: its manifest first, then each language's file and title.
pub(super) fn of_question(state: &State, id: PollId, question: &Question) -> Option<Vec<Vec<u8>>> {
    match question {
        Question::Text { text, revision } => {
            let text = state.texts.get(*text)?;
            Some(of_revision(text, text.revision(*revision)?))
        }
        Question::Words(words) => {
            let mut blobs = vec![question.manifest(state, id)?.into_bytes()];
            for (_, line) in words.iter() {
                blobs.extend([format!("{line}\n").into_bytes(), line.as_str().as_bytes().to_vec()]);
            }
            Some(blobs)
        }
    }
}

/// An organisation's names by language.
pub(super) fn of_names(names: &Names) -> Option<Vec<u8>> {
    let map: Map<String, Value> = names.iter().map(|(l, n)| (l.to_string(), Value::String(n.to_string()))).collect();
    ledger::canonical(&Value::Object(map)).ok()
}

/// What tells whether a leaf can name a blob at all, read past everything else in it.
#[derive(Deserialize)]
struct Glance<'a> {
    #[serde(borrow)]
    body: GlancedBody<'a>,
}

#[derive(Deserialize)]
struct GlancedBody<'a> {
    r#type: &'a str,
}

/// The blobs that a leaf makes public, by their digests. `blob` finds one that is stored. Evidence and reasons of people's
/// exclusion are named in the record and never shown.
///
/// # Errors
/// [`Broken`] when the leaf has to be read and is none.
pub fn public_blobs(leaf: &[u8], blob: &mut dyn FnMut(&Digest) -> Option<Vec<u8>>) -> Result<Vec<(Digest, Vec<u8>)>, Broken> {
    let mut out = Vec::new();
    if serde_json::from_slice::<Glance<'_>>(leaf).is_ok_and(|leaf| PLAIN.contains(&leaf.body.r#type)) {
        return Ok(out);
    }
    let leaf = Leaf::parse(leaf)?;
    let Ok(entry) = leaf.entry() else { return Ok(out) };
    match &entry.body.content {
        Content::Genesis(genesis) => plain(&genesis.names, blob, &mut out),
        Content::Accredit(accredit) => plain(&accredit.names, blob, &mut out),
        Content::Minute { sha256, .. } => plain(sha256, blob, &mut out),
        Content::Text { manifest, .. } => whole(manifest, blob, &mut out),
        Content::Correct(correct) => whole(&correct.to, blob, &mut out),
        Content::Poll(poll) => whole(&poll.question, blob, &mut out),
        Content::Act(Act { reservation: Some(reservation), .. }) => whole(reservation, blob, &mut out),
        _ => {}
    }
    Ok(out)
}

fn plain(digest: &Digest, blob: &mut dyn FnMut(&Digest) -> Option<Vec<u8>>, out: &mut Vec<(Digest, Vec<u8>)>) {
    if let Some(bytes) = blob(digest) {
        out.push((*digest, bytes));
    }
}

/// A manifest with the texts and titles that it names.
fn whole(digest: &Digest, blob: &mut dyn FnMut(&Digest) -> Option<Vec<u8>>, out: &mut Vec<(Digest, Vec<u8>)>) {
    let Some(bytes) = blob(digest) else { return };
    let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    out.push((*digest, bytes));
    let languages = value.get("texts").and_then(Value::as_object).into_iter().flat_map(Map::values);
    for named in languages.filter_map(Value::as_object).flat_map(Map::values) {
        if let Some(digest) = named.as_str().and_then(Digest::parse) {
            plain(&digest, blob, out);
        }
    }
}
