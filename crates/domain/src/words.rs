//! Bounded, normalised pieces of writing. One that exists is well formed.
use crate::{FieldProblem, limit};
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};
use unicode_normalization::UnicodeNormalization;

/// Trims, folds inner white space, brings to NFC; refuses controls, bidirectional controls and over-long writing.
///
/// # Errors
/// [`FieldProblem::Empty`], [`FieldProblem::TooLong`], [`FieldProblem::Character`].
pub fn line(text: &str, max_chars: usize) -> Result<String, FieldProblem> {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.nfc());
    }
    check_characters(&out, false)?;
    bounded(out, max_chars)
}

/// Like [`line()`] but keeps line breaks (as LF), for paragraphs.
///
/// # Errors
/// As [`line()`].
pub fn block(text: &str, max_chars: usize) -> Result<String, FieldProblem> {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let out: String = unix.trim().nfc().collect();
    check_characters(&out, true)?;
    bounded(out, max_chars)
}

fn bounded(text: String, max_chars: usize) -> Result<String, FieldProblem> {
    if text.is_empty() {
        return Err(FieldProblem::Empty);
    }
    let chars = text.chars().count();
    if chars > max_chars {
        return Err(FieldProblem::TooLong { limit: max_chars, actual: chars });
    }
    Ok(text)
}

fn check_characters(text: &str, breaks: bool) -> Result<(), FieldProblem> {
    let bad = text.chars().find(|&c| {
        (c.is_control() && !(breaks && c == '\n'))
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    bad.map_or(Ok(()), |c| Err(FieldProblem::Character { code_point: c as u32 }))
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $parse:ident($limit:expr)),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The writing itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = FieldProblem;
            fn from_str(text: &str) -> Result<Self, FieldProblem> {
                $parse(text, $limit).map(|t| Self(t.into()))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                // Binary means our own event log: what was accepted once stays readable under later limits.
                let trusted = !d.is_human_readable();
                let text = String::deserialize(d)?;
                if trusted { Ok(Self(text.into())) } else { text.parse().map_err(D::Error::custom) }
            }
        }
    )*};
}

words! {
    /// The name of an organisation, venue, meeting or item: one line.
    Name = line(limit::NAME_CHARS),
    /// A short name or acronym: one line.
    ShortName = line(limit::SHORT_NAME_CHARS),
    /// A reason, remark or heading: one line.
    Line = line(limit::LINE_CHARS),
    /// A paragraph of a text, a theme, a statement of reservation.
    Paragraph = block(limit::PARAGRAPH_CHARS),
}

/// A SHA-256 digest; 64 lower-case hex digits outside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The SHA-256 of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self(sha2::Sha256::digest(bytes).into())
    }
}
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl FromStr for Digest {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let mut out = [0u8; 32];
        if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(FieldProblem::NotADigest);
        }
        for (o, pair) in out.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let nibble = |b: u8| if b.is_ascii_digit() { b - b'0' } else { b - b'a' + 10 };
            *o = nibble(pair[0]) << 4 | nibble(pair[1]);
        }
        Ok(Self(out))
    }
}
impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { self.0.serialize(s) }
    }
}
impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() {
            String::deserialize(d)?.parse().map_err(D::Error::custom)
        } else {
            <[u8; 32]>::deserialize(d).map(Self)
        }
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident: $min:expr, $max:expr);* $(;)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The number, when it lies within the limits.
            ///
            /// # Errors
            /// [`FieldProblem::OutOfRange`] with both limits.
            pub fn new(n: u64) -> Result<Self, FieldProblem> {
                u32::try_from(n).ok().filter(|n| ($min..=$max).contains(n)).map(Self)
                    .ok_or(FieldProblem::OutOfRange { min: $min, max: $max })
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if !d.is_human_readable() { return u32::deserialize(d).map(Self); }
                // A form writes every number as text; JSON clients write numbers.
                let n = d.deserialize_any(NumberOrText)?;
                Self::new(n).map_err(D::Error::custom)
            }
        }
    )*};
}

struct NumberOrText;
impl serde::de::Visitor<'_> for NumberOrText {
    type Value = u64;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }
    fn visit_u64<E: Error>(self, n: u64) -> Result<u64, E> {
        Ok(n)
    }
    // TOML knows signed numbers alone.
    fn visit_i64<E: Error>(self, n: i64) -> Result<u64, E> {
        u64::try_from(n).map_err(|_| E::custom(FieldProblem::NotANumber))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<u64, E> {
        text.trim().parse().map_err(|_| E::custom(FieldProblem::NotANumber))
    }
}

/// A bare number of a command: forms write it in digits, programs as a number.
pub(crate) fn number<'de, D: Deserializer<'de>>(d: D) -> Result<u32, D::Error> {
    if !d.is_human_readable() {
        return u32::deserialize(d);
    }
    let n = d.deserialize_any(NumberOrText)?;
    u32::try_from(n).map_err(|_| D::Error::custom(FieldProblem::NotANumber))
}

numbers! {
    /// Seconds of speaking time.
    SpeechSeconds: 5, limit::SPEECH_SECONDS;
    /// How many people a room holds.
    Capacity: 0, 1_000_000;
    /// How many times one delegation may speak in one item.
    Interventions: 1, 100;
    /// A place in a list, counted from 1.
    Place: 1, 1_000_000;
    /// Minutes of a speech or session.
    Minutes: 1, 1_440;
    /// Minutes for which objections to a correction can be made.
    WindowMinutes: 1, limit::WINDOW_MINUTES;
    /// Hours of a deadline.
    Hours: 0, 8_784;
    /// Votes of one organisation, where votes have weights.
    Weight: 1, limit::WEIGHT;
    /// A number of people or of turns in the rules.
    People: 0, 10_000;
}

/// Yes or no from a form's check box (`on`, `true`, `1`) or JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Flag(pub bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl serde::de::Visitor<'_> for V {
            type Value = bool;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("yes or no")
            }
            fn visit_bool<E: Error>(self, b: bool) -> Result<bool, E> {
                Ok(b)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
                match text {
                    "on" | "true" | "1" | "yes" => Ok(true),
                    "" | "off" | "false" | "0" | "no" => Ok(false),
                    _ => Err(E::custom(FieldProblem::NotAChoice)),
                }
            }
        }
        if d.is_human_readable() { d.deserialize_any(V).map(Self) } else { bool::deserialize(d).map(Self) }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_line_is_folded_and_composed() {
        assert_eq!(line("  Par\u{301}ti \n d'essai ", 50).unwrap(), "Pa\u{155}ti d'essai");
    }
    #[test]
    fn controls_and_length_are_refused_by_name() {
        assert_eq!(line("a\u{202e}b", 9), Err(FieldProblem::Character { code_point: 0x202e }));
        assert_eq!(line("abc", 2), Err(FieldProblem::TooLong { limit: 2, actual: 3 }));
        assert_eq!(line("  ", 2), Err(FieldProblem::Empty));
    }
    #[test]
    fn a_digest_reads_back() {
        let d = Digest::of(b"x");
        assert_eq!(d.to_string().parse::<Digest>().unwrap(), d);
    }
}
