//! Badges: a printed code, of which state and events keep the SHA-256 alone.
use crate::{
    Moment, State,
    id::{PersonId, SummitId},
    state::Given,
    words::Digest,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, fmt};

/// Characters of a code: 50 bits in Crockford's base 32.
pub const CODE_CHARS: usize = 10;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Badges draw their secrets from this index on, seats below it: the two never share one.
const FIRST_SECRET: u32 = 1 << 31;

/// A badge's code as scanned or typed: any case, hyphens and spaces anywhere, `O` for `0`, `I` or `L` for `1`. Never in an
/// event, never in a log: `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BadgeCode(pub String);

impl fmt::Debug for BadgeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BadgeCode(…)")
    }
}

impl BadgeCode {
    /// What state and events keep of it; none when it cannot be a code.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        let mut plain = String::with_capacity(CODE_CHARS);
        for c in self.0.chars().filter(|c| !matches!(c, '-' | ' ')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            if plain.len() == CODE_CHARS || !c.is_ascii() || !ALPHABET.contains(&(c as u8)) {
                return None;
            }
            plain.push(c);
        }
        (plain.len() == CODE_CHARS).then(|| Digest::of(plain.as_bytes()))
    }
}

/// Why a badge no longer works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BadgeEnd {
    /// A new badge was issued in its place.
    Reissued,
    /// The member was withdrawn.
    Withdrawn,
    /// The delegation's credentials were rejected or revoked.
    NotSeated,
}

/// A badge that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// Whose it is.
    pub person: PersonId,
    /// For which summit.
    pub summit: SummitId,
    /// Why and since when it no longer works, when it does not.
    pub ended: Option<(BadgeEnd, Moment)>,
}

/// The code and digest of the `index`-th badge of this command, unlike every badge ever issued and those in `also`.
#[must_use]
pub(crate) fn new_badge(state: &State, given: &Given<'_>, index: u32, also: &HashSet<Digest>) -> (String, Digest) {
    let mut code = code_of(given, index);
    let mut digest = Digest::of(code.as_bytes());
    // Once in many millions of badges, but two people under one code would be one person to the desk. Each turn draws anew
    // from the last code's digest, so it ends.
    while also.contains(&digest) || state.presence.badge(digest).is_some() {
        code = encode(&digest);
        digest = Digest::of(code.as_bytes());
    }
    (code, digest)
}

fn code_of(given: &Given<'_>, index: u32) -> String {
    encode(&Digest::of(given.secret(FIRST_SECRET | index).0.as_bytes()))
}

fn encode(digest: &Digest) -> String {
    let bits = digest.0.iter().take(8).fold(0u64, |bits, b| bits << 8 | u64::from(*b));
    (0..CODE_CHARS).map(|i| char::from(ALPHABET[(bits >> (59 - 5 * i) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_code_reads_the_same_however_it_is_typed() {
        let printed = BadgeCode("0123456ABC".into()).digest().unwrap();
        for typed in ["0123456abc", "o123456ABC", "0I23456-ABC", " ol23 456a bc"] {
            assert_eq!(BadgeCode(typed.into()).digest(), Some(printed), "{typed}");
        }
        for wrong in ["", "0123456AB", "0123456ABCD", "0123456ABU", "0123456AB\u{e9}", "----------"] {
            assert_eq!(BadgeCode(wrong.into()).digest(), None, "{wrong}");
        }
        assert_eq!(format!("{:?}", BadgeCode("0123456ABC".into())), "BadgeCode(…)");
    }

    #[test]
    fn badges_of_one_command_differ_and_avoid_those_taken() {
        let (state, given) =
            (State::default(), Given { now: Moment(0), entropy: [7; 32], signed: None, leaf: None, attested: false });
        let (first, digest) = new_badge(&state, &given, 0, &HashSet::new());
        let (second, _) = new_badge(&state, &given, 1, &HashSet::new());
        assert_ne!(first, second);
        assert_eq!(BadgeCode(first.clone()).digest(), Some(digest));
        let (other, fresh) = new_badge(&state, &given, 0, &HashSet::from([digest]));
        assert_ne!((other, fresh), (first, digest));
    }
}
