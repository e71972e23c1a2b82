//! The written forms that fields take: digests, keys, nonces, moments, ids, symbols, countries, tags of languages.
//! Each has one spelling; whatever is spelled otherwise is not of the form.
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, ParsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Base64url without padding, as the record writes bytes.
#[must_use]
pub fn to_base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of canonical base64url: no padding, unused bits zero. None when it is anything else.
#[must_use]
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn fixed<const N: usize>(text: &str) -> Option<[u8; N]> {
    // Checked before decoding: a text of another length cannot be `N` bytes.
    if text.len() != (N * 4).div_ceil(3) {
        return None;
    }
    from_base64url(text)?.try_into().ok()
}

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
    /// Reads 64 lower-case hexadecimal digits; none when the text is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: &[u8; 64] = text.as_bytes().try_into().ok()?;
        let mut digest = [0; 32];
        for (byte, pair) in digest.iter_mut().zip(text.chunks_exact(2)) {
            *byte = hex_digit(pair[0])? << 4 | hex_digit(pair[1])?;
        }
        Some(Self(digest))
    }
}

const fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// An Ed25519 public key (RFC 8032) of an accreditor, a clerk or an organisation, written as base64url of 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 32]);

/// The order of the field of Curve25519, 2^255 − 19, little-endian.
const FIELD: [u8; 32] = {
    let mut p = [0xff; 32];
    p[0] = 0xed;
    p[31] = 0x7f;
    p
};
/// The second coordinates of the points of small order, little-endian (those of order 1 and 2 and 4, then of order 8).
const SMALL_ORDER: [[u8; 32]; 5] = {
    let mut one = [0; 32];
    one[0] = 1;
    let mut minus_one = FIELD;
    minus_one[0] = 0xec;
    [
        [0; 32],
        one,
        minus_one,
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf, 0xac,
            0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20, 0x53,
            0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
    ]
};

impl Key {
    /// Reads a key: canonical base64url of 32 bytes, the coordinate below 2^255 − 19, not a point of small order.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::checked(fixed(text)?)
    }
    /// The key of these bytes; none when no key of the record has them (see [`Key::parse`]).
    #[must_use]
    pub fn checked(bytes: [u8; 32]) -> Option<Self> {
        let mut y = bytes;
        y[31] &= 0x7f;
        let below = y.iter().rev().lt(FIELD.iter().rev());
        (below && !SMALL_ORDER.contains(&y)).then_some(Self(bytes))
    }
    /// The key's fingerprint for people to compare: the first 16 hexadecimal digits of its SHA-256, in groups of four.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Digest::of(&self.0).to_string();
        [&digest[..4], &digest[4..8], &digest[8..12], &digest[12..16]].join("-")
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_base64url(&self.0))
    }
}

/// A passkey's P-256 public key: the 65 bytes of the uncompressed point, written as base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PasskeyKey(pub [u8; 65]);

impl PasskeyKey {
    /// Reads a key; none unless it is canonical base64url of a point on the curve.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::checked(fixed(text)?)
    }
    /// The key of these bytes; none unless they are an uncompressed point on the curve.
    #[must_use]
    pub fn checked(bytes: [u8; 65]) -> Option<Self> {
        (bytes[0] == 4 && ParsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, bytes).is_ok()).then_some(Self(bytes))
    }
}

impl fmt::Display for PasskeyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_base64url(&self.0))
    }
}

/// Sixteen random bytes that no two entries of a log share, written as base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nonce(pub [u8; 16]);

impl Nonce {
    /// Reads a nonce; none unless it is canonical base64url of 16 bytes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        fixed(text).map(Self)
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_base64url(&self.0))
    }
}

/// A moment, `YYYY-MM-DDThh:mm:ssZ`, that the calendar has. Moments compare as their texts do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(String);

impl Moment {
    /// Reads a moment; none when it is of another form or no day and time of the Gregorian calendar (no leap seconds).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
        let shape = b"dddd-dd-ddTdd:dd:ddZ";
        if !bytes.iter().zip(shape).all(|(b, s)| if *s == b'd' { b.is_ascii_digit() } else { b == s }) {
            return None;
        }
        let number = |from: usize, to: usize| bytes[from..to].iter().fold(0u32, |n, d| n * 10 + u32::from(d - b'0'));
        let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let fits = (1..=days).contains(&day) && number(11, 13) < 24 && number(14, 16) < 60 && number(17, 19) < 60;
        fits.then(|| Self(text.to_owned()))
    }
    /// The moment as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! written {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not a ", stringify!($name))))
            }
        }
    )*};
}
written!(Digest, Key, PasskeyKey, Nonce, Moment);

/// Whether this is an id: `[a-z0-9-]{1,64}`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Whether this is a document's symbol: `[A-Z0-9][A-Za-z0-9./()*-]{0,79}`.
#[must_use]
pub fn is_symbol(text: &str) -> bool {
    let rest = |b: u8| b.is_ascii_alphanumeric() || b"./()*-".contains(&b);
    let first = |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    (1..=80).contains(&text.len()) && text.as_bytes().first().is_some_and(first) && text.bytes().all(rest)
}

/// Whether this is a country: two capital letters, a convener's own code `x-…` (letters, digits and hyphens, 64 at most),
/// or nothing for an international body.
#[must_use]
pub fn is_country(text: &str) -> bool {
    let own = |rest: &str| (1..=62).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    text.is_empty() || text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) || text.strip_prefix("x-").is_some_and(own)
}

/// Whether this has the shape of a BCP 47 tag: subtags of 1 to 8 letters and digits, the first of letters, 64 characters at most.
#[must_use]
pub fn is_language(text: &str) -> bool {
    let subtag = |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    text.len() <= 64 && text.split('-').all(subtag) && first.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether this can be a log's origin: a URL without schema, so no space, no control character and no plus sign.
#[must_use]
pub fn is_origin(text: &str) -> bool {
    !text.is_empty() && !text.contains("://") && !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn unused_bits_and_padding_are_refused() {
        assert!(Nonce::parse("AAAAAAAAAAAAAAAAAAAAAA").is_some());
        for text in ["AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA+"] {
            assert!(Nonce::parse(text).is_none(), "{text}");
        }
    }
    #[test]
    fn digests_have_lower_case_digits() {
        let digest = Digest::of(b"");
        assert_eq!(digest.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert_eq!(Digest::parse(&digest.to_string().to_uppercase()), None);
        assert_eq!(Digest::parse("e3"), None);
    }
    #[test]
    fn keys_of_small_order_are_refused() {
        for mut y in SMALL_ORDER {
            assert!(Key::checked(y).is_none());
            y[31] |= 0x80;
            assert!(Key::checked(y).is_none());
        }
        // 2^255 − 19 + 3: another spelling of a coordinate below 2^255 − 19.
        let mut high = FIELD;
        high[0] = 0xf0;
        assert!(Key::checked(high).is_none());
        let mut fine = [0; 32];
        fine[0] = 9;
        assert!(Key::parse(&to_base64url(&fine)).is_some());
    }
    #[test]
    fn a_passkey_is_a_point_on_the_curve() {
        let mut off = [1; 65];
        off[0] = 4;
        assert!(PasskeyKey::checked(off).is_none());
        assert!(PasskeyKey::checked([0; 65]).is_none());
    }
    #[test]
    fn moments_are_days_that_the_calendar_has() {
        for text in ["2026-02-28T23:59:59Z", "2024-02-29T00:00:00Z", "2000-02-29T00:00:00Z"] {
            assert_eq!(Moment::parse(text).unwrap().as_str(), text);
        }
        for text in [
            "2026-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01 00:00:00Z",
            "2026-01-01T00:00:00z",
            "2026-01-01T00:00:00+00:00",
            "",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }
    #[test]
    fn ids_symbols_countries_tags_and_origins() {
        assert!(is_id("org-1") && !is_id("") && !is_id("Org") && !is_id(&"a".repeat(65)) && is_id(&"a".repeat(64)));
        assert!(is_symbol("A/1/L.2/Rev.1") && is_symbol("7*") && !is_symbol("a/1") && !is_symbol("") && !is_symbol("A B"));
        assert!(is_symbol(&"A".repeat(80)) && !is_symbol(&"A".repeat(81)) && !is_symbol("/A"));
        assert!(is_country("FR") && is_country("") && is_country("x-free-port"));
        assert!(!is_country("fr") && !is_country("FRA") && !is_country("x-") && !is_country("F1"));
        assert!(is_language("zh-Hant") && is_language("fr") && !is_language("1fr") && !is_language("") && !is_language("fr-"));
        assert!(is_origin("record.example.org/assembly") && !is_origin("a b") && !is_origin("a+b") && !is_origin(""));
        assert!(!is_origin("a\nb") && !is_origin("https://example.org"));
    }
}
