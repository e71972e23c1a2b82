//! The canonical files of texts: the very bytes whose SHA-256 the pages show and endorsements name.
use domain::{State, id::TextId, language::Language, text};

/// The file that an address names: `text-1.0.en.txt` is revision 0 of text 1 in English, `text-1.0.manifest.json` binds all its languages.
/// None when there is no such text, it was not tabled, or it is not complete in that language.
#[must_use]
pub fn file(state: &State, name: &str) -> Option<(&'static str, String)> {
    let mut parts = name.splitn(4, '.');
    let id: TextId = parts.next()?.parse().ok()?;
    let number: u32 = parts.next()?.parse().ok()?;
    let (language, ending) = (parts.next()?, parts.next()?);
    let found = state.texts.get(id)?;
    let revision = found.revision(number).filter(|r| r.tabled)?;
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
