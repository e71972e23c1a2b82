//! A security key in software: what a browser and an authenticator hand back when a delegate signs (WebAuthn level 2). The server cannot
//! tell it from a device, and it shares nothing with the server's own check.
use crate::chance::Chance;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use sha2::{Digest as _, Sha256};

/// User present, user verified.
const FLAGS: u8 = 0b0000_0101;

/// A delegate's security key: a P-256 key of its own. It comes from the rehearsal's seed, for it guards nothing beyond the rehearsal.
#[derive(Clone, Debug)]
pub struct Authenticator {
    key: SigningKey,
    credential: String,
}

/// A signature as a browser hands it over; every part in base64url.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// authenticatorData.
    pub authenticator_data: String,
    /// clientDataJSON.
    pub client_data: String,
    /// The signature over both, in DER.
    pub signature: String,
}

impl Authenticator {
    /// A new key.
    #[must_use]
    pub fn new(chance: &mut Chance) -> Self {
        let credential = URL_SAFE_NO_PAD.encode(chance.bytes());
        loop {
            // Nearly every number of 256 bits is a key; zero and the few above the curve's order are drawn again.
            if let Ok(key) = SigningKey::from_slice(&chance.bytes()) {
                return Self { key, credential };
            }
        }
    }
    /// The public key: the uncompressed point, in base64url.
    #[must_use]
    pub fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.verifying_key().to_sec1_point(false).as_bytes())
    }
    /// Its name of the credential, in base64url.
    #[must_use]
    pub fn credential(&self) -> &str {
        &self.credential
    }
    /// Signs a challenge for a site, as asked by a page of this origin.
    #[must_use]
    pub fn sign(&self, challenge: &[u8; 32], site: &str, origin: &str) -> Assertion {
        let challenge = URL_SAFE_NO_PAD.encode(challenge);
        let client =
            serde_json::json!({ "type": "webauthn.get", "challenge": challenge, "origin": origin, "crossOrigin": false });
        let client = client.to_string().into_bytes();
        let mut data = digest(site.as_bytes()).to_vec();
        // This authenticator does not count its signatures: the counter stays 0.
        data.extend_from_slice(&[FLAGS, 0, 0, 0, 0]);
        let signed = [&data[..], &digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        Assertion {
            authenticator_data: URL_SAFE_NO_PAD.encode(data),
            client_data: URL_SAFE_NO_PAD.encode(client),
            signature: URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()),
        }
    }
}

/// The security keys of the heads of delegation, in the delegations' order: of one seed always the same.
#[must_use]
pub fn of_heads(seed: u64, delegations: usize) -> Vec<Authenticator> {
    let mut chance = Chance::new(seed, "security keys");
    (0..delegations).map(|_| Authenticator::new(&mut chance)).collect()
}

/// SHA-256.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use p256::ecdsa::{VerifyingKey, signature::Verifier as _};

    #[test]
    fn what_is_signed_verifies_as_webauthn_says() {
        let device = Authenticator::new(&mut Chance::new(1, "devices"));
        let read = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
        let challenge = digest(b"the exact bytes");
        let said = device.sign(&challenge, "localhost", "http://localhost:8080");
        let (data, client) = (read(&said.authenticator_data), read(&said.client_data));
        assert_eq!((&data[..32], &data[32..]), (&digest(b"localhost")[..], &[5, 0, 0, 0, 0][..]));
        let told: serde_json::Value = serde_json::from_slice(&client).unwrap();
        assert_eq!(read(told["challenge"].as_str().unwrap()), challenge);
        assert_eq!((told["type"].as_str(), told["origin"].as_str()), (Some("webauthn.get"), Some("http://localhost:8080")));
        let point = read(&device.public());
        assert_eq!((point.len(), point[0]), (65, 4));
        let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
        let signature = Signature::from_der(&read(&said.signature)).unwrap();
        key.verify(&[&data[..], &digest(&client)].concat(), &signature).unwrap();
    }
    #[test]
    fn every_device_has_a_key_of_its_own() {
        let mut chance = Chance::new(1, "devices");
        let (one, other) = (Authenticator::new(&mut chance), Authenticator::new(&mut chance));
        assert_ne!((one.public(), one.credential()), (other.public(), other.credential()));
    }
}
