//! The rules of texts, and the blobs that entries name: manifests and names.
use crate::body::Symbol;
use crate::canonical::{CanonicalError, canonical, is_canonical};
use crate::fields::Fields;
use crate::form::{Digest, is_language, is_symbol};
use crate::unicode14::UNASSIGNED;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use unicode_normalization::is_nfc;

/// Which rule of texts bytes break.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// Not UTF-8.
    #[error("not UTF-8 at byte {0}")]
    NotUtf8(usize),
    /// Not in Unicode's normalisation form C.
    #[error("not in normalisation form C")]
    NotNfc,
    /// The last line does not end in a line feed.
    #[error("the last line does not end")]
    NoEnd,
    /// A control, a line or paragraph separator, a byte order mark, a bidirectional control, or a code point that Unicode 14.0
    /// does not assign.
    #[error("U+{code:04X} in line {line} is not allowed")]
    NotAllowed {
        /// The code point.
        code: u32,
        /// The line, from 1.
        line: usize,
    },
    /// Not canonical JSON.
    #[error("not canonical: {0}")]
    NotCanonical(#[from] CanonicalError),
    /// Canonical, but not of the form of such a blob.
    #[error("{0} is not of its form")]
    Form(String),
    /// A correction that changes what it may not.
    #[error("the correction changes {0}")]
    Changes(String),
}

/// Checks one language's text: UTF-8, NFC, lines that all end in LF, no character that is not allowed.
///
/// # Errors
/// [`TextError`].
pub fn check_text(bytes: &[u8]) -> Result<&str, TextError> {
    let text = characters(bytes, true)?;
    if text.is_empty() || text.ends_with('\n') { Ok(text) } else { Err(TextError::NoEnd) }
}

/// Checks a title: as a text, of one line that has no line feed.
///
/// # Errors
/// [`TextError`].
pub fn check_title(bytes: &[u8]) -> Result<&str, TextError> {
    characters(bytes, false)
}

fn characters(bytes: &[u8], lines: bool) -> Result<&str, TextError> {
    let text = std::str::from_utf8(bytes).map_err(|e| TextError::NotUtf8(e.valid_up_to()))?;
    let mut line = 1;
    for c in text.chars() {
        if c == '\n' && lines {
            line += 1;
        } else if !is_allowed(c) {
            return Err(TextError::NotAllowed { code: c.into(), line });
        }
    }
    if is_nfc(text) { Ok(text) } else { Err(TextError::NotNfc) }
}

/// Whether a character may stand in a text, the line feed apart.
#[must_use]
pub fn is_allowed(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' => false,
        // Bidi_Control of Unicode.
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        c if c.is_control() => false,
        c => {
            let code = u32::from(c);
            let after = UNASSIGNED.partition_point(|(first, _)| *first <= code);
            after == 0 || UNASSIGNED[after - 1].1 < code
        }
    }
}

/// The digests of one language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Of the text's bytes.
    pub sha256: Digest,
    /// Of the title's bytes.
    pub title_sha256: Digest,
}

/// What a manifest says; its digest is what is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The document's symbol.
    pub symbol: Symbol,
    /// The authentic languages, sorted, not empty, each among the texts.
    pub authentic: Vec<String>,
    /// The texts by language.
    pub texts: BTreeMap<String, Language>,
}

impl Manifest {
    /// Reads the bytes of a manifest.
    ///
    /// # Errors
    /// [`TextError::NotCanonical`], [`TextError::Form`].
    pub fn parse(bytes: &[u8]) -> Result<Self, TextError> {
        let form = |reason: crate::Reason| TextError::Form(format!("the manifest: {reason}"));
        Self::read(is_canonical(bytes)?).map_err(form)
    }
    fn read(value: Value) -> Result<Self, crate::Reason> {
        use crate::Reason::Malformed;
        let mut f = Fields::inside(value, "manifest")?;
        if f.number("v")? != 1 {
            return Err(Malformed("v"));
        }
        let symbol = f.formed("symbol", is_symbol)?;
        let authentic = f.set("authentic", |tag| is_language(tag).then(|| tag.to_owned()))?;
        let mut texts = BTreeMap::new();
        for (tag, value) in f.object("texts")?.into_rest() {
            let mut f = Fields::inside(value, "texts")?;
            let language = Language { sha256: f.digest("sha256")?, title_sha256: f.digest("title_sha256")? };
            f.finish()?;
            if !is_language(&tag) {
                return Err(Malformed("texts"));
            }
            texts.insert(tag, language);
        }
        f.finish()?;
        if authentic.is_empty() || authentic.iter().any(|tag| !texts.contains_key(tag)) {
            return Err(Malformed("authentic"));
        }
        Ok(Self { symbol, authentic, texts })
    }
    /// The bytes of the manifest, whose SHA-256 is signed.
    ///
    /// # Errors
    /// None for a manifest that could be read.
    pub fn to_canonical(&self) -> Result<Vec<u8>, TextError> {
        let text = |language: &Language| json!({ "sha256": language.sha256.to_string(), "title_sha256": language.title_sha256.to_string() });
        let texts: serde_json::Map<_, _> = self.texts.iter().map(|(tag, language)| (tag.clone(), text(language))).collect();
        let mut authentic = self.authentic.clone();
        authentic.sort_unstable();
        Ok(canonical(&json!({ "v": 1, "symbol": self.symbol, "authentic": authentic, "texts": texts }))?)
    }
    /// Whether `self` may correct `from` in these languages: same symbol, every other language word for word as before.
    ///
    /// # Errors
    /// [`TextError::Changes`] with what differs.
    pub fn corrects(&self, from: &Self, languages: &[String]) -> Result<(), TextError> {
        if self.symbol != from.symbol {
            return Err(TextError::Changes("the symbol".to_owned()));
        }
        let tags = self.texts.keys().chain(from.texts.keys());
        match tags.filter(|tag| !languages.contains(tag)).find(|tag| self.texts.get(*tag) != from.texts.get(*tag)) {
            Some(tag) => Err(TextError::Changes(format!("the text in {tag}"))),
            None => Ok(()),
        }
    }
}

/// Names by language: what the digest `names` of an entry is taken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names(pub BTreeMap<String, String>);

impl Names {
    /// Reads the bytes of a blob of names.
    ///
    /// # Errors
    /// [`TextError::NotCanonical`], [`TextError::Form`].
    pub fn parse(bytes: &[u8]) -> Result<Self, TextError> {
        let form = || TextError::Form("the names".to_owned());
        let Value::Object(map) = is_canonical(bytes)? else { return Err(form()) };
        let name = |(tag, value): (String, Value)| match value {
            Value::String(name) if is_language(&tag) => Some((tag, name)),
            _ => None,
        };
        map.into_iter().map(name).collect::<Option<_>>().map(Self).ok_or_else(form)
    }
    /// The bytes of the blob.
    ///
    /// # Errors
    /// None for names that could be read.
    pub fn to_canonical(&self) -> Result<Vec<u8>, TextError> {
        Ok(canonical(&json!(self.0))?)
    }
}

/// The commitment that stands for a person in `present`: a salt of 32 random bytes, one for each person and summit, and what
/// it hides. Salt and preimage are kept privately and erased together.
///
/// # Errors
/// None: texts are always canonical.
pub fn commitment(salt: &[u8; 32], family: &str, given: &str, org: &str, summit: &str) -> Result<Digest, CanonicalError> {
    let preimage = canonical(&json!({ "family": family, "given": given, "org": org, "summit": summit }))?;
    Ok(Digest::of(&[&salt[..], &preimage].concat()))
}

#[cfg(test)]
mod tests;
