//! A log under test: keys that stand for people, and entries made with fresh nonces.
use ledger::authenticator::Authenticator;
use ledger::body::*;
use ledger::{Digest, Leaf, Moment, Nonce, Reason, Refused, Replay, Signature, SigningKey};

pub const ORIGIN: &str = "record.example.org/assembly";
pub const RP: &str = "assembly.example.org";
pub const SITE: &str = "https://assembly.example.org";
pub const NOW: &str = "2026-05-01T10:00:00Z";
pub const LATER: &str = "2026-06-01T00:00:00Z";

/// The key of this number: accreditors are 1 to 3, clerks 10 and above, organisations 20 and above.
pub fn key(n: u8) -> SigningKey {
    SigningKey::from_seed(&[n; 32]).unwrap()
}
pub fn passkey(n: u8) -> Authenticator {
    Authenticator::from_private(&[n; 32]).unwrap()
}
pub fn digest(name: &str) -> Digest {
    Digest::of(name.as_bytes())
}
pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}
pub fn rp() -> RelyingParty {
    RelyingParty { id: RP.to_owned(), origins: vec![SITE.to_owned(), "https://other.example.org".to_owned()] }
}
pub fn genesis() -> Content {
    let accreditors = vec![key(1).public(), key(2).public(), key(3).public()];
    Content::Genesis(Genesis { accreditors, threshold: 2, names: digest("names"), rp: rp(), predecessor: None })
}
pub fn officers(accreditors: &[u8], threshold: u64, clerks: &[(u8, &[Duty])]) -> Content {
    let clerk = |(n, duties): &(u8, &[Duty])| Clerk { key: key(*n).public(), duties: duties.to_vec() };
    let clerks = clerks.iter().map(clerk).collect();
    Content::Officers(Officers { accreditors: accreditors.iter().map(|n| key(*n).public()).collect(), threshold, clerks })
}
pub fn accredit(org: &str, country: &str, own: Option<u8>) -> Content {
    Content::Accredit(Accredit {
        org: org.to_owned(),
        country: country.to_owned(),
        category: "member".to_owned(),
        names: digest(org),
        key: own.map(|n| key(n).public()),
    })
}
pub fn delegate(org: &str, rep: &str, n: u8, scope: &[Scope]) -> Content {
    Content::Delegate(Delegate {
        org: org.to_owned(),
        rep: rep.to_owned(),
        key: passkey(n).public(),
        scope: scope.to_vec(),
        until: at(LATER),
    })
}
pub fn act(kind: ActKind, org: &str, seq: u64, rep: Option<&str>, manifest: &str) -> Content {
    let reservation = (kind == ActKind::EndorseWithReservation).then(|| digest("reservation"));
    let (org, rep) = (org.to_owned(), rep.map(str::to_owned));
    Content::Act(Act { kind, org, seq, rep, manifest: digest(manifest), reservation })
}
pub fn attested(act: ActKind, org: &str, seq: u64, manifest: &str) -> Content {
    let evidence = digest("scan");
    Content::Attested(Attested { act, org: org.to_owned(), seq, manifest: digest(manifest), evidence })
}
pub fn text(symbol: &str, manifest: &str) -> Content {
    Content::Text { symbol: symbol.to_owned(), manifest: digest(manifest) }
}
pub fn correct(symbol: &str, from: &str, to: &str) -> Content {
    let languages = vec!["fr".to_owned()];
    Content::Correct(Correct { symbol: symbol.to_owned(), from: digest(from), to: digest(to), languages })
}
pub fn discredit(org: &str) -> Content {
    Content::Discredit { org: org.to_owned(), reason: digest("reason") }
}
pub fn rotate(org: &str, n: u8) -> Content {
    Content::Rotate { org: org.to_owned(), key: key(n).public() }
}
pub fn revoke(org: &str, rep: &str) -> Content {
    Content::Revoke { org: org.to_owned(), rep: rep.to_owned() }
}

/// A log and its replay.
pub struct Kit {
    pub replay: Replay,
    pub leaves: Vec<Leaf>,
    nonce: u128,
}

impl Kit {
    /// A log before its genesis.
    pub fn empty() -> Self {
        Self { replay: Replay::new(ORIGIN), leaves: Vec::new(), nonce: 0 }
    }
    /// Accreditors 1 to 3 (two of them sign), clerk 10 with every duty, clerk 11 with none but `minute`; `alpha` of FR with
    /// key 20, `beta` of BR with key 21, `gamma` of no country without a key; the text A/1 with manifest "one"; passkeys
    /// `rep-a` (40) of alpha and `rep-g` (41) of gamma with both scopes.
    pub fn ready() -> Self {
        let mut kit = Self::empty();
        kit.ok(genesis(), &[1, 2, 3]);
        kit.ok(officers(&[1, 2, 3], 2, &[(10, Duty::ALL), (11, &[Duty::Minute])]), &[1, 2]);
        kit.ok(accredit("alpha", "FR", Some(20)), &[1, 2]);
        kit.ok(accredit("beta", "BR", Some(21)), &[1, 3]);
        kit.ok(accredit("gamma", "", None), &[2, 3]);
        kit.ok(text("A/1", "one"), &[10]);
        kit.ok(delegate("alpha", "rep-a", 40, Scope::ALL), &[20]);
        kit.ok(delegate("gamma", "rep-g", 41, Scope::ALL), &[1, 2]);
        kit
    }
    pub fn body(&mut self, content: Content) -> Body {
        self.nonce += 1;
        Body { log: ORIGIN.to_owned(), nonce: Nonce(self.nonce.to_be_bytes()), at: at(NOW), content }
    }
    pub fn leaf(&mut self, content: Content, signers: &[u8]) -> Leaf {
        let body = self.body(content).to_canonical().unwrap();
        let sigs: Vec<_> = signers.iter().map(|n| key(*n).sign(&body)).collect();
        Leaf::of_canonical(&body, &sigs).unwrap()
    }
    pub fn rep_leaf(&mut self, body: &Body, rep: &str, n: u8) -> Leaf {
        let body = body.to_canonical().unwrap();
        Leaf::of_canonical(&body, &[passkey(n).sign(&body, rep, RP, SITE).unwrap()]).unwrap()
    }
    pub fn with(&mut self, content: Content, sign: impl Fn(&[u8]) -> Vec<Signature>) -> Result<(), Reason> {
        let body = self.body(content).to_canonical().unwrap();
        self.put(Leaf::of_canonical(&body, &sign(&body)).unwrap())
    }
    /// Appends a leaf; what a server would say beforehand is what the replay says.
    pub fn put(&mut self, leaf: Leaf) -> Result<(), Reason> {
        let checked = self.replay.check(leaf.clone());
        let foreseen = self.replay.would_accept(&checked);
        let before = self.replay.clone();
        let applied = self.replay.apply(&checked).expect("not broken");
        match &applied {
            Ok(()) => assert_eq!(foreseen, Ok(())),
            Err(reason) => {
                assert_eq!(foreseen, Err(Refused::Invalid(reason.clone())));
                assert_eq!(self.replay.organisations(), before.organisations());
                assert_eq!(self.replay.reps(), before.reps());
                assert_eq!(self.replay.texts(), before.texts());
            }
        }
        self.leaves.push(leaf);
        applied
    }
    pub fn ok(&mut self, content: Content, signers: &[u8]) {
        let leaf = self.leaf(content, signers);
        self.put(leaf).unwrap();
    }
    pub fn bad(&mut self, content: Content, signers: &[u8], code: &str) {
        let leaf = self.leaf(content, signers);
        assert_eq!(self.put(leaf).unwrap_err().code(), code);
    }
    /// By passkey, at the usual moment.
    pub fn pass(&mut self, content: Content, rep: &str, n: u8) -> Result<(), Reason> {
        let body = self.body(content);
        let leaf = self.rep_leaf(&body, rep, n);
        self.put(leaf)
    }
    pub fn bad_pass(&mut self, content: Content, rep: &str, n: u8, code: &str) {
        assert_eq!(self.pass(content, rep, n).unwrap_err().code(), code);
    }
}
