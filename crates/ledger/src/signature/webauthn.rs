//! Assertions of passkeys (WebAuthn level 2, ES256) whose challenge is the digest of a body.
use super::BadSignature;
use crate::body::RelyingParty;
use crate::form::{Digest, PasskeyKey, to_base64url};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// What an authenticator and a browser hand back, as raw bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// authenticatorData: digest of the relying party's id, flags, counter, perhaps more.
    pub authenticator_data: Vec<u8>,
    /// clientDataJSON.
    pub client_data_json: Vec<u8>,
    /// The DER signature over authenticatorData and the SHA-256 of clientDataJSON.
    pub signature: Vec<u8>,
}

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;

/// What is read of clientDataJSON; browsers add members, which stay unread.
#[derive(Deserialize)]
struct ClientData<'a> {
    #[serde(borrow, rename = "type")]
    kind: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    challenge: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    origin: std::borrow::Cow<'a, str>,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
}

/// Checks an assertion by this passkey for this relying party over the body of this digest.
///
/// # Errors
/// [`BadSignature`] with what is wrong.
pub fn verify(key: &PasskeyKey, rp: &RelyingParty, body: &Digest, assertion: &Assertion) -> Result<(), BadSignature> {
    let data = &assertion.authenticator_data;
    let Some((rp_id_hash, [flags, _, _, _, _, ..])) = data.split_first_chunk::<32>() else {
        return Err(BadSignature::AuthenticatorData);
    };
    if Digest::of(rp.id.as_bytes()).0 != *rp_id_hash {
        return Err(BadSignature::RelyingParty);
    }
    if flags & (USER_PRESENT | USER_VERIFIED) != USER_PRESENT | USER_VERIFIED {
        return Err(BadSignature::UserNotVerified);
    }
    let client: ClientData = serde_json::from_slice(&assertion.client_data_json).map_err(|_| BadSignature::ClientData)?;
    if client.kind != "webauthn.get" {
        return Err(BadSignature::ClientData);
    }
    if client.challenge != to_base64url(&body.0) {
        return Err(BadSignature::Challenge);
    }
    if client.cross_origin || !rp.origins.iter().any(|origin| *origin == client.origin) {
        return Err(BadSignature::Origin);
    }
    let mut signed = data.clone();
    signed.extend_from_slice(&Sha256::digest(&assertion.client_data_json));
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &key.0).verify(&signed, &assertion.signature).map_err(|_| BadSignature::Wrong)
}
