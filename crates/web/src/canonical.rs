//! The canonical files of texts: the very bytes whose SHA-256 the pages show and endorsements name.
use domain::{
    State,
    id::TextId,
    language::Language,
    text::{self, Revision, Text},
};

/// The words that an address names: `0` is revision 0 as it was tabled, `0c2` the same as corrected by the second correction issued.
#[must_use]
pub fn version<'a>(text: &'a Text, name: &str) -> Option<&'a Revision> {
    let Some((revision, correction)) = name.split_once('c') else { return text.revision(name.parse().ok()?) };
    let adopted: u32 = revision.parse().ok()?;
    let nth: usize = correction.parse().ok()?;
    let corrected = text
        .issued_corrections()
        .nth(nth.checked_sub(1)?)
        .filter(|_| text.adoption.as_ref().is_some_and(|a| a.revision == adopted));
    corrected.map(|c| &c.revision)
}

/// The file that an address names: `text-1.0.en.txt` is revision 0 of text 1 in English, `text-1.0.manifest.json` binds all its languages;
/// `text-1.0c1.en.txt` is it as corrected.
/// None when there is no such text, it was not tabled, or it is not complete in that language.
#[must_use]
pub fn file(state: &State, name: &str) -> Option<(&'static str, String)> {
    let mut parts = name.splitn(4, '.');
    let id: TextId = parts.next()?.parse().ok()?;
    let number = parts.next()?;
    let (language, ending) = (parts.next()?, parts.next()?);
    let found = state.texts.get(id)?;
    let revision = version(found, number).filter(|r| r.tabled)?;
    match (language, ending) {
        ("manifest", "json") => {
            Some(("application/json", text::manifest(&revision.symbol, &found.authentic, &revision.digests())))
        }
        (tag, "txt") => {
            let language: Language = tag.parse().ok()?;
            Some(("text/plain; charset=utf-8", text::canonical(revision, &language)?))
        }
        _ => None,
    }
}
