//! Keys of signed notes (C2SP signed-note and tlog-cosignature): Ed25519, in the text form `name+id+base64`.
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// The longest name of a key, in bytes.
pub const MAX_NAME: usize = 255;
/// The largest time of a cosignature, in seconds since 1970.
pub const MAX_TIME: u64 = i64::MAX as u64;

/// What a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The note's text itself: a log's own signature.
    Note = 1,
    /// The text with a time: a witness's cosignature, version 1.
    Cosignature = 4,
}

/// Why a text is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Empty, too long, or with a space, a plus sign or a control character.
    #[error("`{0}` cannot be the name of a key: no spaces, no plus signs, at most 255 bytes")]
    Name(String),
    /// Not `name+id+base64`.
    #[error("not a key in the form name+id+base64")]
    Form,
    /// Neither an Ed25519 key nor one for cosignatures, version 1.
    #[error("not an Ed25519 key for notes or cosignatures")]
    Kind,
    /// The id does not belong to name and key: a slip in copying.
    #[error("the key's id is wrong: was it copied whole?")]
    Id,
    /// A key under which anybody can sign.
    #[error("a key of small order, under which anybody can sign")]
    Weak,
}

/// Whether this may name a key, a log or a witness.
#[must_use]
pub fn is_name(name: &str) -> bool {
    (1..=MAX_NAME).contains(&name.len()) && !name.contains(|c: char| c == '+' || c.is_whitespace() || c.is_control())
}

/// Whoever can tell a note's signature from a false one.
pub trait Verifier {
    /// The key's name.
    fn name(&self) -> &str;
    /// The key's id, which with the name finds its signatures.
    fn id(&self) -> u32;
    /// Whether this signs the text; a cosignature says when.
    fn verify(&self, text: &str, signature: &[u8]) -> Option<Signed>;
}

/// What a good signature says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// When, in seconds since 1970; none for a log's own signature.
    pub time: Option<u64>,
}

/// A public key: a log's or a witness's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VerifierKey {
    name: String,
    kind: Kind,
    public: [u8; 32],
}

impl VerifierKey {
    /// The key of these parts.
    ///
    /// # Errors
    /// [`KeyError::Name`] and [`KeyError::Weak`].
    pub fn new(name: &str, kind: Kind, public: [u8; 32]) -> Result<Self, KeyError> {
        if !is_name(name) {
            return Err(KeyError::Name(name.chars().take(80).collect()));
        }
        if is_weak(&public) {
            return Err(KeyError::Weak);
        }
        Ok(Self { name: name.to_owned(), kind, public })
    }
    /// What it signs.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }
    /// The raw Ed25519 key.
    #[must_use]
    pub const fn public(&self) -> &[u8; 32] {
        &self.public
    }
}

impl Verifier for VerifierKey {
    fn name(&self) -> &str {
        &self.name
    }
    fn id(&self) -> u32 {
        key_id(&self.name, self.kind, &self.public)
    }
    fn verify(&self, text: &str, signature: &[u8]) -> Option<Signed> {
        let key = UnparsedPublicKey::new(&ED25519, &self.public);
        match self.kind {
            Kind::Note => key.verify(text.as_bytes(), signature).ok().map(|()| Signed { time: None }),
            Kind::Cosignature => {
                let (time, signature) = signature.split_first_chunk::<8>()?;
                let time = Some(u64::from_be_bytes(*time)).filter(|time| *time <= MAX_TIME)?;
                key.verify(cosigned_text(text, time).as_bytes(), signature).ok().map(|()| Signed { time: Some(time) })
            }
        }
    }
}

fn key_id(name: &str, kind: Kind, public: &[u8; 32]) -> u32 {
    let mut hasher = Sha256::new();
    hasher.update(name);
    hasher.update([b'\n', kind as u8]);
    hasher.update(public);
    let digest: [u8; 32] = hasher.finalize().into();
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

/// What a cosignature of version 1 signs.
fn cosigned_text(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// The y coordinates of the eight points of small order, in every encoding (the sign apart).
const SMALL_ORDER: [&str; 7] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

/// Whether an Ed25519 key is of small order, so that one signature fits many texts.
#[must_use]
pub fn is_weak(public: &[u8; 32]) -> bool {
    let mut y = *public;
    y[31] &= 0x7f;
    let hex: String = y.iter().map(|byte| format!("{byte:02x}")).collect();
    SMALL_ORDER.contains(&hex.as_str())
}

fn parse(text: &str) -> Result<(String, Kind, [u8; 32], u32), KeyError> {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else { return Err(KeyError::Form) };
    if !is_name(name) {
        return Err(KeyError::Name(name.chars().take(80).collect()));
    }
    let hex = id.len() == 8 && id.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let id = u32::from_str_radix(id, 16).ok().filter(|_| hex).ok_or(KeyError::Form)?;
    let bytes = STANDARD.decode(key).map_err(|_| KeyError::Form)?;
    let (kind, key) = bytes.split_first().ok_or(KeyError::Form)?;
    let kind = match kind {
        1 => Kind::Note,
        4 => Kind::Cosignature,
        _ => return Err(KeyError::Kind),
    };
    Ok((name.to_owned(), kind, key.try_into().map_err(|_| KeyError::Form)?, id))
}

impl FromStr for VerifierKey {
    type Err = KeyError;
    /// Reads a vkey.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (name, kind, public, id) = parse(text)?;
        let key = Self::new(&name, kind, public)?;
        if key.id() == id { Ok(key) } else { Err(KeyError::Id) }
    }
}

fn written(name: &str, id: u32, kind: Kind, key: &[u8; 32]) -> String {
    let mut bytes = vec![kind as u8];
    bytes.extend(key);
    format!("{name}+{id:08x}+{}", STANDARD.encode(bytes))
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&written(&self.name, self.id(), self.kind, &self.public))
    }
}

/// Whoever signs notes: a key in memory, or a device that keeps it.
pub trait Signer {
    /// The public half.
    fn key(&self) -> &VerifierKey;
    /// The signature of the text; a cosignature says this time, in seconds since 1970.
    fn sign(&self, text: &str, time: u64) -> Vec<u8>;
}

const PRIVATE: &str = "PRIVATE+KEY+";

/// A private key. It is written only where that is asked for by name: never by `Debug`.
pub struct SigningKey {
    key: VerifierKey,
    seed: [u8; 32],
    pair: Ed25519KeyPair,
}

impl SigningKey {
    /// The key of this seed, 32 random bytes.
    ///
    /// # Errors
    /// [`KeyError::Name`].
    pub fn from_seed(name: &str, kind: Kind, seed: [u8; 32]) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Form)?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| KeyError::Form)?;
        Ok(Self { key: VerifierKey::new(name, kind, public)?, seed, pair })
    }
    /// Reads the text form of a private key: `PRIVATE+KEY+name+id+base64`.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_secret(text: &str) -> Result<Self, KeyError> {
        let (name, kind, seed, id) = parse(text.strip_prefix(PRIVATE).ok_or(KeyError::Form)?)?;
        let key = Self::from_seed(&name, kind, seed)?;
        if key.key.id() == id { Ok(key) } else { Err(KeyError::Id) }
    }
    /// The text form of the private key, for the file that keeps it.
    #[must_use]
    pub fn to_secret(&self) -> String {
        format!("{PRIVATE}{}", written(&self.key.name, self.key.id(), self.key.kind, &self.seed))
    }
}

impl Signer for SigningKey {
    fn key(&self) -> &VerifierKey {
        &self.key
    }
    fn sign(&self, text: &str, time: u64) -> Vec<u8> {
        match self.key.kind {
            Kind::Note => self.pair.sign(text.as_bytes()).as_ref().to_vec(),
            Kind::Cosignature => {
                let time = time.min(MAX_TIME);
                let mut bytes = time.to_be_bytes().to_vec();
                bytes.extend(self.pair.sign(cosigned_text(text, time).as_bytes()).as_ref());
                bytes
            }
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "SigningKey({})", self.key)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// The keys that Go's golang.org/x/mod/sumdb/note shows in its documentation.
    const GO_PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const GO_SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    #[test]
    fn keys_are_read_and_written_as_others_do() {
        let key: VerifierKey = GO_PUBLIC.parse().unwrap();
        assert_eq!((key.name(), key.id(), key.kind()), ("PeterNeumann", 0xc74f_20a3, Kind::Note));
        assert_eq!(key.to_string(), GO_PUBLIC);
        let secret = SigningKey::from_secret(GO_SECRET).unwrap();
        assert_eq!((secret.key(), secret.to_secret().as_str()), (&key, GO_SECRET));
        assert!(!format!("{secret:?}").contains("AYEKF"));
    }
    #[test]
    fn a_slip_in_copying_is_found() {
        let wrong = |text: &str| text.parse::<VerifierKey>().unwrap_err();
        assert_eq!(wrong(&GO_PUBLIC.replace("c74f", "c74e")), KeyError::Id);
        assert_eq!(wrong(&GO_PUBLIC.replace("c74f", "C74F")), KeyError::Form);
        assert_eq!(wrong(&GO_PUBLIC.replace("Peter", "Petra")), KeyError::Id);
        assert_eq!(wrong(&GO_PUBLIC[..GO_PUBLIC.len() - 4]), KeyError::Form);
        assert_eq!(wrong("a b+c74f20a3+ARpc"), KeyError::Name("a b".into()));
        assert_eq!(wrong("+c74f20a3+ARpc"), KeyError::Name(String::new()));
        assert_eq!(wrong("a+00000000+Ag=="), KeyError::Kind);
    }
    #[test]
    fn keys_under_which_anybody_can_sign_are_refused() {
        let mut one = [0; 32];
        one[0] = 1;
        assert_eq!(VerifierKey::new("w", Kind::Note, one), Err(KeyError::Weak));
        one[31] = 0x80;
        assert_eq!(VerifierKey::new("w", Kind::Note, one), Err(KeyError::Weak));
    }
    #[test]
    fn a_cosignature_holds_for_its_text_and_its_time_alone() {
        let key = SigningKey::from_seed("witness.example/w1", Kind::Cosignature, [5; 32]).unwrap();
        let mut signature = key.sign("text\n", 1_679_315_147);
        assert_eq!(signature.len(), 72);
        assert_eq!(key.key().verify("text\n", &signature), Some(Signed { time: Some(1_679_315_147) }));
        assert_eq!(key.key().verify("other\n", &signature), None);
        signature[7] ^= 1;
        assert_eq!(key.key().verify("text\n", &signature), None);
        assert_eq!(key.key().verify("text\n", &signature[..7]), None);
    }
}
