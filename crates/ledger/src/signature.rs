//! Signatures over a body's canonical form: Ed25519, OpenSSH's, and WebAuthn's. Verification is pure; making an Ed25519
//! signature is as well.
use crate::fields::Fields;
use crate::form::{Digest, Key, PasskeyKey, from_base64url, is_id, to_base64url};
use crate::reason::Reason;
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use serde_json::{Value, json};

pub mod sshsig;
pub mod webauthn;

/// One member of an entry's `sigs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// `ed25519`: of an accreditor, a clerk or an organisation.
    Ed25519 {
        /// The signer's key.
        key: Key,
        /// The signature.
        sig: Box<[u8; 64]>,
    },
    /// `sshsig`: the same, made by `ssh-keygen -Y sign -n hemicycle-record`.
    Ssh {
        /// The signer's key.
        key: Key,
        /// The binary SSHSIG blob.
        sig: Vec<u8>,
    },
    /// `webauthn-es256`: an assertion of a representative's passkey.
    Webauthn {
        /// The representative.
        rep: String,
        /// The assertion.
        assertion: webauthn::Assertion,
    },
}

/// Why a signature does not verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadSignature {
    /// The arithmetic does not hold for this key and body.
    #[error("it is not of this key and body")]
    Wrong,
    /// A passkey that no earlier `delegate` named.
    #[error("its passkey is unknown")]
    NoPasskey,
    /// The SSHSIG blob is not of its form, or bytes follow.
    #[error("the SSHSIG blob is malformed")]
    SshForm,
    /// The SSHSIG blob's key is not the one that is named.
    #[error("the SSHSIG blob is of another key")]
    SshKey,
    /// The SSHSIG namespace is another one.
    #[error("the SSHSIG namespace is not hemicycle-record")]
    SshNamespace,
    /// Neither sha256 nor sha512.
    #[error("the SSHSIG hash is neither sha256 nor sha512")]
    SshHash,
    /// authenticatorData of fewer than 37 bytes.
    #[error("authenticatorData is too short")]
    AuthenticatorData,
    /// Another relying party.
    #[error("the assertion is for another relying party")]
    RelyingParty,
    /// User not present or not verified.
    #[error("the user was not present and verified")]
    UserNotVerified,
    /// clientDataJSON is no JSON object with the fields it needs, or its `type` is not `webauthn.get`.
    #[error("clientDataJSON is malformed")]
    ClientData,
    /// The challenge is not the digest of the body.
    #[error("the challenge is not this entry's")]
    Challenge,
    /// Another origin, or from inside another site.
    #[error("the assertion was made on another origin")]
    Origin,
}

/// A private Ed25519 key: of an accreditor, a clerk or an organisation.
#[derive(Debug)]
pub struct SigningKey {
    pair: Ed25519KeyPair,
    public: Key,
}

impl SigningKey {
    /// The key of this seed (the 32 bytes that RFC 8032 calls the private key).
    ///
    /// # Errors
    /// [`BadSignature::Wrong`] in the practically impossible case that no key of the record comes of it.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, BadSignature> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| BadSignature::Wrong)?;
        let bytes = pair.public_key().as_ref().try_into().map_err(|_| BadSignature::Wrong)?;
        let public = Key::checked(bytes).ok_or(BadSignature::Wrong)?;
        Ok(Self { pair, public })
    }
    /// The public key.
    #[must_use]
    pub const fn public(&self) -> Key {
        self.public
    }
    /// The plain Ed25519 signature over these bytes.
    #[must_use]
    pub fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        let mut sig = [0; 64];
        sig.copy_from_slice(self.pair.sign(message).as_ref());
        sig
    }
    /// The record's `ed25519` signature over a body's canonical form.
    #[must_use]
    pub fn sign(&self, body: &[u8]) -> Signature {
        Signature::Ed25519 { key: self.public, sig: Box::new(self.sign_bytes(body)) }
    }
}

/// Whether this is the key's Ed25519 signature over the message (RFC 8032, without cofactor).
#[must_use]
pub fn verify_ed25519(key: &Key, message: &[u8], sig: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, &key.0).verify(message, sig).is_ok()
}

impl Signature {
    /// Reads one member of `sigs`; `at` is its place, for the reason.
    ///
    /// # Errors
    /// [`Reason::SignatureForm`] unless it has exactly the fields of its algorithm, each in its form.
    pub fn read(value: Value, at: usize) -> Result<Self, Reason> {
        Self::read_fields(value).map_err(|_| Reason::SignatureForm(at))
    }
    fn read_fields(value: Value) -> Result<Self, Reason> {
        let mut f = Fields::inside(value, "sigs")?;
        let signature = match f.text("alg")?.as_str() {
            "ed25519" => {
                let sig = |text: &str| from_base64url(text)?.try_into().ok();
                Self::Ed25519 { key: f.key("key")?, sig: Box::new(f.parsed("sig", sig)?) }
            }
            "sshsig" => Self::Ssh { key: f.key("key")?, sig: f.parsed("sig", from_base64url)? },
            "webauthn-es256" => Self::Webauthn {
                rep: f.formed("rep", is_id)?,
                assertion: webauthn::Assertion {
                    authenticator_data: f.parsed("ad", from_base64url)?,
                    client_data_json: f.parsed("cd", from_base64url)?,
                    signature: f.parsed("sig", from_base64url)?,
                },
            },
            _ => return Err(Reason::Malformed("alg")),
        };
        f.finish()?;
        Ok(signature)
    }
    /// The member of `sigs`, to be written canonically.
    #[must_use]
    pub fn to_value(&self) -> Value {
        match self {
            Self::Ed25519 { key, sig } => json!({ "alg": "ed25519", "key": key.to_string(), "sig": to_base64url(&sig[..]) }),
            Self::Ssh { key, sig } => json!({ "alg": "sshsig", "key": key.to_string(), "sig": to_base64url(sig) }),
            Self::Webauthn { rep, assertion } => json!({
                "alg": "webauthn-es256", "rep": rep, "ad": to_base64url(&assertion.authenticator_data),
                "cd": to_base64url(&assertion.client_data_json), "sig": to_base64url(&assertion.signature),
            }),
        }
    }
    /// Who signs: a key, or a representative.
    #[must_use]
    pub fn signer(&self) -> Signer<'_> {
        match self {
            Self::Ed25519 { key, .. } | Self::Ssh { key, .. } => Signer::Key(*key),
            Self::Webauthn { rep, .. } => Signer::Rep(rep),
        }
    }
    /// Checks the signature over a body's canonical form. A passkey's key comes from its `delegate`, the relying party from
    /// the genesis; signatures by plain keys need neither.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(
        &self,
        body: &[u8],
        passkey: Option<&PasskeyKey>,
        rp: Option<&crate::body::RelyingParty>,
    ) -> Result<(), BadSignature> {
        match self {
            Self::Ed25519 { key, sig } => verify_ed25519(key, body, &sig[..]).then_some(()).ok_or(BadSignature::Wrong),
            Self::Ssh { key, sig } => sshsig::verify(key, body, sig),
            Self::Webauthn { assertion, .. } => {
                let (Some(key), Some(rp)) = (passkey, rp) else { return Err(BadSignature::NoPasskey) };
                webauthn::verify(key, rp, &Digest::of(body), assertion)
            }
        }
    }
}

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signer<'a> {
    /// Whoever holds this key in force.
    Key(Key),
    /// A representative, by passkey.
    Rep(&'a str),
}

impl std::fmt::Display for Signer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(key) => key.fmt(f),
            Self::Rep(rep) => f.write_str(rep),
        }
    }
}
