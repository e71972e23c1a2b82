//! Writes leaves, signatures, notes and bundles.
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use base64::{Engine as _, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD};
use ledger::bundle::Files;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256, Sha512};
use std::collections::BTreeMap;

pub const ORIGIN: &str = "record.example.org/assembly";
pub const RP: &str = "record.example.org";
pub const SITE: &str = "https://record.example.org";

pub fn b64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
pub fn sha(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
pub fn digest(bytes: &[u8]) -> String {
    hex(&sha(bytes))
}
pub fn jcs(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).unwrap()
}

/// A key that signs entries, and how.
pub enum Signer {
    Ed25519(Ed25519KeyPair),
    Ssh(Ed25519KeyPair),
    Passkey { rep: String, key: EcdsaKeyPair },
}

impl Signer {
    fn seed(name: &str) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&sha(name.as_bytes())).unwrap()
    }
    pub fn ed25519(name: &str) -> Self {
        Self::Ed25519(Self::seed(name))
    }
    pub fn ssh(name: &str) -> Self {
        Self::Ssh(Self::seed(name))
    }
    pub fn passkey(rep: &str) -> Self {
        Self::Passkey { rep: rep.into(), key: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap() }
    }
    pub fn public(&self) -> String {
        match self {
            Self::Ed25519(key) | Self::Ssh(key) => b64(key.public_key().as_ref()),
            Self::Passkey { key, .. } => b64(key.public_key().as_ref()),
        }
    }
    pub fn sign(&self, body: &Value) -> Value {
        let body = jcs(body);
        match self {
            Self::Ed25519(key) => json!({"alg": "ed25519", "key": self.public(), "sig": b64(key.sign(&body).as_ref())}),
            Self::Ssh(key) => json!({"alg": "sshsig", "key": self.public(), "sig": b64(&sshsig(key, &body))}),
            Self::Passkey { rep, key } => {
                let ad = [&sha(RP.as_bytes())[..], &[5, 0, 0, 0, 0]].concat();
                let cd = json!({"type": "webauthn.get", "challenge": b64(&sha(&body)), "origin": SITE, "crossOrigin": false});
                let cd = serde_json::to_vec(&cd).unwrap();
                let sig = key.sign(&SystemRandom::new(), &[&ad[..], &sha(&cd)].concat()).unwrap();
                json!({"alg": "webauthn-es256", "rep": rep, "ad": b64(&ad), "cd": b64(&cd), "sig": b64(sig.as_ref())})
            }
        }
    }
}

fn string(bytes: &[u8]) -> Vec<u8> {
    [&u32::try_from(bytes.len()).unwrap().to_be_bytes()[..], bytes].concat()
}

fn sshsig(key: &Ed25519KeyPair, message: &[u8]) -> Vec<u8> {
    let wire = |name: &[u8], bytes: &[u8]| string(&[string(name), string(bytes)].concat());
    let middle = [string(b"hemicycle-record"), string(b""), string(b"sha512")].concat();
    let signed = [b"SSHSIG", &middle[..], &string(&Sha512::digest(message))].concat();
    let public = wire(b"ssh-ed25519", key.public_key().as_ref());
    let signature = wire(b"ssh-ed25519", key.sign(&signed).as_ref());
    [b"SSHSIG", &1u32.to_be_bytes()[..], &public, &middle, &signature].concat()
}

/// A key of signed notes.
pub struct NoteKey {
    pub name: String,
    pub key: Ed25519KeyPair,
    pub algorithm: u8,
}

impl NoteKey {
    pub fn new(name: &str, algorithm: u8) -> Self {
        Self { name: name.into(), key: Signer::seed(&format!("note {name}")), algorithm }
    }
    fn typed(&self) -> Vec<u8> {
        [&[self.algorithm], self.key.public_key().as_ref()].concat()
    }
    pub fn hash(&self) -> [u8; 4] {
        sha(&[self.name.as_bytes(), b"\n", &self.typed()].concat())[..4].try_into().unwrap()
    }
    pub fn vkey(&self) -> String {
        format!("{}+{}+{}", self.name, hex(&self.hash()), STANDARD.encode(self.typed()))
    }
    pub fn line(&self, text: &str) -> String {
        let bytes = if self.algorithm == 4 {
            let time = 1_795_000_000u64;
            let signed = format!("cosignature/v1\ntime {time}\n{text}");
            [&self.hash()[..], &time.to_be_bytes(), self.key.sign(signed.as_bytes()).as_ref()].concat()
        } else {
            [&self.hash()[..], self.key.sign(text.as_bytes()).as_ref()].concat()
        };
        format!("\u{2014} {} {}\n", self.name, STANDARD.encode(bytes))
    }
}

/// RFC 6962, section 2.1, by its own words.
pub fn root(leaves: &[Vec<u8>]) -> [u8; 32] {
    match leaves {
        [] => sha(b""),
        [leaf] => sha(&[&[0][..], leaf].concat()),
        _ => {
            let split = leaves.len().next_power_of_two() / 2;
            sha(&[&[1][..], &root(&leaves[..split]), &root(&leaves[split..])].concat())
        }
    }
}

/// A log with its blobs and keys.
pub struct Log {
    pub leaves: Vec<Vec<u8>>,
    pub blobs: BTreeMap<String, Vec<u8>>,
    pub key: NoteKey,
    pub witnesses: Vec<NoteKey>,
    nonces: u64,
    seq: BTreeMap<String, u64>,
}

impl Default for Log {
    fn default() -> Self {
        let witness = |n| NoteKey::new(&format!("witness-{n}.example"), 4);
        Self {
            leaves: Vec::new(),
            blobs: BTreeMap::new(),
            key: NoteKey::new(ORIGIN, 1),
            witnesses: (1..=3).map(witness).collect(),
            nonces: 0,
            seq: BTreeMap::new(),
        }
    }
}

impl Log {
    /// Keeps a blob; returns its digest.
    pub fn blob(&mut self, bytes: &[u8]) -> String {
        let name = digest(bytes);
        self.blobs.insert(name.clone(), bytes.to_vec());
        name
    }
    pub fn json_blob(&mut self, value: &Value) -> String {
        self.blob(&jcs(value))
    }
    pub fn names(&mut self, english: &str) -> String {
        self.json_blob(&json!({"en": english}))
    }
    /// A manifest with one text and title a language; returns its digest.
    pub fn manifest(&mut self, symbol: &str, texts: &[(&str, &str, &str)]) -> String {
        let mut languages: Vec<&str> = texts.iter().map(|t| t.0).collect();
        languages.sort_unstable();
        let texts: Map<String, Value> = texts
            .iter()
            .map(|(language, title, text)| {
                let (text, title) = (self.blob(text.as_bytes()), self.blob(title.as_bytes()));
                ((*language).to_owned(), json!({"sha256": text, "title_sha256": title}))
            })
            .collect();
        self.json_blob(&json!({"v": 1, "symbol": symbol, "authentic": languages, "texts": texts}))
    }
    /// A body of this type with these further fields, with a nonce of its own.
    pub fn body(&mut self, kind: &str, fields: Value) -> Value {
        self.nonces += 1;
        let seconds = self.nonces;
        let nonce = b64(&sha(&self.nonces.to_be_bytes())[..16]);
        let at = format!("2026-11-20T{:02}:{:02}:{:02}Z", 8 + seconds / 3600, seconds / 60 % 60, seconds % 60);
        let mut body = json!({"v": 1, "log": ORIGIN, "type": kind, "nonce": nonce, "at": at});
        let fields = fields.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(fields);
        body
    }
    /// Signs and appends; returns the index.
    pub fn push(&mut self, body: &Value, signers: &[&Signer]) -> u64 {
        let leaf = leaf(body, signers);
        self.leaves.push(leaf);
        self.leaves.len() as u64 - 1
    }
    pub fn entry(&mut self, kind: &str, fields: Value, signers: &[&Signer]) -> u64 {
        let body = self.body(kind, fields);
        self.push(&body, signers)
    }
    /// An act of an organisation, with the next `seq`.
    pub fn act(&mut self, kind: &str, org: &str, fields: Value, signer: &Signer) -> u64 {
        let seq = self.seq.entry(org.to_owned()).or_default();
        *seq += 1;
        let rep = match signer {
            Signer::Passkey { rep, .. } => rep.as_str(),
            _ => "",
        };
        let mut all = json!({"org": org, "seq": *seq});
        if kind != "attested" {
            all["rep"] = json!(rep);
        }
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.entry(kind, all, &[signer])
    }
    /// The checkpoint of the first `size` entries, cosigned by this many witnesses.
    pub fn checkpoint(&self, size: usize, witnesses: usize) -> String {
        let text = format!("{ORIGIN}\n{size}\n{}\n", STANDARD.encode(root(&self.leaves[..size])));
        let mut note = format!("{text}\n{}", self.key.line(&text));
        self.witnesses[..witnesses].iter().for_each(|w| note.push_str(&w.line(&text)));
        note
    }
    /// Two of the three witnesses suffice.
    pub fn policy(&self) -> String {
        let mut policy = format!("log {}\n", self.key.vkey());
        for (witness, n) in self.witnesses.iter().zip(1..) {
            policy.push_str(&format!("witness w{n} {}\n", witness.vkey()));
        }
        policy.push_str(&format!("group two 2 w1 w2 w3\nquorum two\ngenesis {}\n", digest(&self.leaves[0])));
        policy
    }
    /// The bundle over the whole log; every blob goes into it.
    pub fn bundle(&self, claim: &Value) -> Files {
        let mut files = Files::new();
        files.put("checkpoint", self.checkpoint(self.leaves.len(), 2));
        files.put("policy", self.policy());
        files.put("claim.json", jcs(claim));
        files.put_leaves(&self.leaves).unwrap();
        for (name, content) in &self.blobs {
            files.put(format!("blobs/{name}"), content.clone());
        }
        files
    }
}

/// The bytes of a leaf.
pub fn leaf(body: &Value, signers: &[&Signer]) -> Vec<u8> {
    let mut sigs: Vec<Value> = signers.iter().map(|s| s.sign(body)).collect();
    sigs.sort_by_key(jcs);
    jcs(&json!({"body": body, "sigs": sigs}))
}
