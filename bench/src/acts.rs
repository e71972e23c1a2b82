//! A record of many signed acts, made in this process: half of them by organisations' own keys, half by passkeys.
use anyhow::{Context, Result, anyhow};
use ledger::{
    Digest, Leaf, Moment, Nonce, PasskeyKey, Signature, SigningKey,
    authenticator::Authenticator,
    body::{Accredit, Act, ActKind, Adopt, Body, Clerk, Content, Delegate, Duty, Genesis, How, Officers, RelyingParty, Scope},
};

/// The log's name.
pub const ORIGIN: &str = "record.example.org/bench";
const SITE: &str = "assembly.example.org";
const PAGE: &str = "https://assembly.example.org";
const SYMBOL: &str = "A/1/L.1";
/// Organisations that act in turn.
const ORGANISATIONS: usize = 64;

/// The leaves, and the passkeys by organisation.
pub struct Acts {
    /// Those that found the log and let the organisations act.
    pub before: Vec<Vec<u8>>,
    /// The acts: by key and by passkey in turn.
    pub acts: Vec<Vec<u8>>,
    passkeys: Vec<PasskeyKey>,
}

/// A signature with what it is over, for whoever checks nothing else.
pub enum Bare {
    /// Ed25519 over the body.
    Key(ledger::Key, Vec<u8>, [u8; 64]),
    /// ES256 over these bytes.
    Passkey(PasskeyKey, Vec<u8>, Vec<u8>),
}

struct Pen {
    drawn: u128,
    at: Moment,
}

impl Pen {
    fn leaf(&mut self, content: Content, sign: impl Fn(&[u8]) -> Result<Signature>) -> Result<Vec<u8>> {
        self.drawn += 1;
        let body = Body { log: ORIGIN.to_owned(), nonce: Nonce(self.drawn.to_be_bytes()), at: self.at.clone(), content };
        let bytes = body.to_canonical().map_err(|e| anyhow!("{e}"))?;
        let leaf = Leaf::of_canonical(&bytes, &[sign(&bytes)?]).map_err(|e| anyhow!("{e}"))?;
        Ok(leaf.bytes().to_vec())
    }
}

fn moment(text: &str) -> Result<Moment> {
    Moment::parse(text).context("a moment")
}

fn number(n: usize) -> [u8; 32] {
    let mut bytes = [1; 32];
    bytes[24..].copy_from_slice(&(n as u64 + 1).to_be_bytes());
    bytes
}

/// The key of the one accreditor, who is the clerk too.
pub fn officer() -> Result<SigningKey> {
    Ok(SigningKey::from_seed(&[9; 32])?)
}

impl Acts {
    /// So many acts.
    pub fn make(number_of_acts: usize) -> Result<Self> {
        let mut pen = Pen { drawn: 0, at: moment("2026-05-01T10:00:00Z")? };
        let officer = officer()?;
        let by_officer = |bytes: &[u8]| Ok(officer.sign(bytes));
        let keys: Vec<SigningKey> = (0..ORGANISATIONS).map(|n| SigningKey::from_seed(&number(n))).collect::<Result<_, _>>()?;
        let devices: Vec<Authenticator> =
            (0..ORGANISATIONS).map(|n| Authenticator::from_private(&number(n))).collect::<Result<_, _>>()?;
        let manifest = Digest::of(b"the text's manifest");
        let mut before = vec![
            pen.leaf(
                Content::Genesis(Genesis {
                    accreditors: vec![officer.public()],
                    threshold: 1,
                    names: Digest::of(b"names"),
                    rp: RelyingParty { id: SITE.to_owned(), origins: vec![PAGE.to_owned()] },
                    predecessor: None,
                }),
                by_officer,
            )?,
            pen.leaf(
                Content::Officers(Officers {
                    accreditors: vec![officer.public()],
                    threshold: 1,
                    clerks: vec![Clerk { key: officer.public(), duties: Duty::ALL.to_vec() }],
                }),
                by_officer,
            )?,
        ];
        for (n, (key, device)) in keys.iter().zip(&devices).enumerate() {
            let accredit = Accredit {
                org: format!("org-{n}"),
                country: "KE".to_owned(),
                category: "member".to_owned(),
                names: Digest::of(b"names"),
                key: Some(key.public()),
            };
            before.push(pen.leaf(Content::Accredit(accredit), by_officer)?);
            let delegate = Delegate {
                org: format!("org-{n}"),
                rep: format!("rep-{n}"),
                key: device.public(),
                scope: vec![Scope::Endorse],
                until: moment("2027-01-01T00:00:00Z")?,
            };
            before.push(pen.leaf(Content::Delegate(delegate), |bytes| Ok(key.sign(bytes)))?);
        }
        before.push(pen.leaf(Content::Text { symbol: SYMBOL.to_owned(), manifest }, by_officer)?);
        let adopt =
            Adopt { meeting: "meeting-1".to_owned(), symbol: SYMBOL.to_owned(), manifest, how: How::Consensus, poll: None };
        before.push(pen.leaf(Content::Adopt(adopt), by_officer)?);
        let mut acts = Vec::with_capacity(number_of_acts);
        for n in 0..number_of_acts {
            let org = (n / 2) % ORGANISATIONS;
            let rep = (n % 2 == 1).then(|| format!("rep-{org}"));
            let act = Act {
                kind: ActKind::Endorse,
                org: format!("org-{org}"),
                seq: n as u64 + 1,
                rep: rep.clone(),
                manifest,
                reservation: None,
            };
            acts.push(pen.leaf(Content::Act(act), |bytes| match &rep {
                None => Ok(keys[org].sign(bytes)),
                Some(rep) => Ok(devices[org].sign(bytes, rep, SITE, PAGE)?),
            })?);
        }
        let passkeys = devices.iter().map(Authenticator::public).collect();
        Ok(Self { before, acts, passkeys })
    }

    /// The acts' signatures alone.
    pub fn bare(&self) -> Result<Vec<Bare>> {
        let of = |(n, leaf): (usize, &Vec<u8>)| {
            let leaf = Leaf::parse(leaf).map_err(|e| anyhow!("{e}"))?;
            let entry = leaf.entry().map_err(|e| anyhow!("{e}"))?;
            match entry.sigs.first().context("a signature")? {
                Signature::Ed25519 { key, sig } => Ok(Bare::Key(*key, leaf.body_bytes().to_vec(), **sig)),
                Signature::Webauthn { assertion, .. } => {
                    let over = [&assertion.authenticator_data[..], &Digest::of(&assertion.client_data_json).0].concat();
                    let passkey = self.passkeys[(n / 2) % ORGANISATIONS];
                    Ok(Bare::Passkey(passkey, over, assertion.signature.clone()))
                }
                Signature::Ssh { .. } => Err(anyhow!("no act here is signed by ssh-keygen")),
            }
        };
        self.acts.iter().enumerate().map(of).collect()
    }
}

impl Bare {
    /// Whether it holds: the cryptography and nothing else.
    pub fn holds(&self) -> bool {
        use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, ED25519, UnparsedPublicKey};
        match self {
            Self::Key(key, over, signature) => UnparsedPublicKey::new(&ED25519, &key.0).verify(over, signature).is_ok(),
            Self::Passkey(key, over, signature) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &key.0).verify(over, signature).is_ok()
            }
        }
    }
}
