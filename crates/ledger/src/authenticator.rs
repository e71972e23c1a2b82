//! A passkey in software, for rehearsals, measurements and tests: what a browser and an authenticator make together.
//! The key is an argument; ECDSA's own random number is drawn inside the cryptographic library.
use crate::form::{Digest, PasskeyKey, to_base64url};
use crate::signature::{BadSignature, Signature, webauthn::Assertion};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair};

/// User present and verified.
pub const PRESENT_AND_VERIFIED: u8 = 0x05;

/// A software passkey.
#[derive(Debug)]
pub struct Authenticator {
    pair: EcdsaKeyPair,
    public: PasskeyKey,
}

impl Authenticator {
    /// The passkey of this private P-256 key, 32 bytes big-endian.
    ///
    /// # Errors
    /// [`BadSignature::Wrong`] when there is no such key: zero, or the order of the curve or more.
    pub fn from_private(private: &[u8; 32]) -> Result<Self, BadSignature> {
        let agreement = PrivateKey::from_private_key(&ECDH_P256, private).map_err(|_| BadSignature::Wrong)?;
        let public = agreement.compute_public_key().map_err(|_| BadSignature::Wrong)?;
        let pair = EcdsaKeyPair::from_private_key_and_public_key(&ECDSA_P256_SHA256_ASN1_SIGNING, private, public.as_ref());
        let bytes = public.as_ref().try_into().map_err(|_| BadSignature::Wrong)?;
        Ok(Self { pair: pair.map_err(|_| BadSignature::Wrong)?, public: PasskeyKey::checked(bytes).ok_or(BadSignature::Wrong)? })
    }
    /// The public key, for a `delegate`.
    #[must_use]
    pub const fn public(&self) -> PasskeyKey {
        self.public
    }
    /// The record's signature over a body's canonical form, as a browser on this origin hands it back.
    ///
    /// # Errors
    /// [`BadSignature::Wrong`] when the system has no randomness.
    pub fn sign(&self, body: &[u8], rep: &str, rp_id: &str, origin: &str) -> Result<Signature, BadSignature> {
        let client = client_data(&Digest::of(body), origin);
        let assertion = self.assert(rp_id, PRESENT_AND_VERIFIED, client.into_bytes())?;
        Ok(Signature::Webauthn { rep: rep.to_owned(), assertion })
    }
    /// An assertion with these flags over any clientDataJSON.
    ///
    /// # Errors
    /// [`BadSignature::Wrong`] when the system has no randomness.
    pub fn assert(&self, rp_id: &str, flags: u8, client_data_json: Vec<u8>) -> Result<Assertion, BadSignature> {
        let mut authenticator_data = Digest::of(rp_id.as_bytes()).0.to_vec();
        authenticator_data.extend_from_slice(&[flags, 0, 0, 0, 0]);
        let signed = [&authenticator_data[..], &Digest::of(&client_data_json).0].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).map_err(|_| BadSignature::Wrong)?.as_ref().to_vec();
        Ok(Assertion { authenticator_data, client_data_json, signature })
    }
}

/// The clientDataJSON of a browser on this origin for this challenge.
#[must_use]
pub fn client_data(challenge: &Digest, origin: &str) -> String {
    let challenge = to_base64url(&challenge.0);
    serde_json::json!({ "type": "webauthn.get", "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string()
}
