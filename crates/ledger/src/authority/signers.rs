//! Who signed an entry, and whether all of them may.
use super::state::{Organisation, Rep, Replay};
use crate::body::{Body, Duty, RelyingParty, Scope};
use crate::entry::{Entry, Leaf};
use crate::form::{Key, PasskeyKey};
use crate::reason::Reason;
use crate::signature::{BadSignature, Signature, Signer};

/// A leaf whose signatures were checked: the slow part, which needs no order and can run on all cores.
#[derive(Clone, Debug)]
pub struct Checked {
    leaf: Leaf,
    /// One for each signature; none when somebody vouches for all of them.
    proofs: Option<Vec<Proof>>,
}

#[derive(Clone, Debug)]
struct Proof {
    /// The passkey it was checked with, for an assertion.
    passkey: Option<PasskeyKey>,
    outcome: Result<(), BadSignature>,
}

impl Checked {
    /// Checks a leaf's signatures. `passkey` finds a representative's key, as far as it is known: an assertion that was checked
    /// with another key than the one in force is checked again when authority is judged.
    pub fn new<'a>(leaf: Leaf, rp: Option<&RelyingParty>, passkey: impl Fn(&str) -> Option<&'a PasskeyKey>) -> Self {
        let check = |sig: &Signature| {
            let passkey = match sig {
                Signature::Webauthn { rep, .. } => passkey(rep),
                Signature::Ed25519 { .. } | Signature::Ssh { .. } => None,
            };
            Proof { passkey: passkey.copied(), outcome: sig.verify(leaf.body_bytes(), passkey, rp) }
        };
        let proofs = leaf.entry().map_or_else(|_| Vec::new(), |entry| entry.sigs.iter().map(check).collect());
        Self { leaf, proofs: Some(proofs) }
    }
    /// A leaf that whoever vouches for it has checked before. Only leaves under a checkpoint of one's own come here.
    pub(crate) const fn vouched(leaf: Leaf) -> Self {
        Self { leaf, proofs: None }
    }
    /// The leaf.
    #[must_use]
    pub const fn leaf(&self) -> &Leaf {
        &self.leaf
    }
    /// Every signature verifies, assertions with the passkeys that these representatives have.
    pub(super) fn all_verify(&self, entry: &Entry, replay: &Replay) -> Result<(), Reason> {
        let Some(proofs) = &self.proofs else { return Ok(()) };
        for (sig, proof) in entry.sigs.iter().zip(proofs) {
            let outcome = match sig {
                Signature::Webauthn { rep, .. } => {
                    let known = replay.reps.get(rep).map(|rep| &rep.key);
                    if known == proof.passkey.as_ref() {
                        proof.outcome
                    } else {
                        sig.verify(self.leaf.body_bytes(), known, replay.rp.as_ref())
                    }
                }
                Signature::Ed25519 { .. } | Signature::Ssh { .. } => proof.outcome,
            };
            outcome.map_err(|why| Reason::BadSignature { signer: sig.signer().to_string(), why })?;
        }
        Ok(())
    }
}

/// By whose authority an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Accreditors,
    Clerk,
    Organisation,
    Passkey,
}

/// How a refusal calls a clerk that is missing.
const fn clerk_with(duty: Duty) -> &'static str {
    match duty {
        Duty::Delegation => "a clerk with duty delegation",
        Duty::Minute => "a clerk with duty minute",
        Duty::Paper => "a clerk with duty paper",
        Duty::Poll => "a clerk with duty poll",
        Duty::Presence => "a clerk with duty presence",
        Duty::Text => "a clerk with duty text",
    }
}

/// Every signer is one for whom `may` holds.
fn all_may(sigs: &[Signature], may: impl Fn(Signer<'_>) -> bool) -> Result<(), Reason> {
    let stranger = sigs.iter().map(Signature::signer).find(|signer| !may(*signer));
    stranger.map_or(Ok(()), |signer| Err(Reason::MayNotSign(signer.to_string())))
}

impl Replay {
    fn is_accreditor(&self, signer: Signer<'_>) -> bool {
        matches!(signer, Signer::Key(key) if self.accreditors.contains(&key))
    }
    /// Enough accreditors in force signed; nobody signs twice, so every signature is one of them.
    fn enough_accreditors(&self, sigs: &[Signature]) -> Result<By, Reason> {
        let signed = sigs.iter().filter(|sig| self.is_accreditor(sig.signer())).count() as u64;
        if signed >= self.threshold { Ok(By::Accreditors) } else { Err(Reason::NotSignedBy("enough accreditors")) }
    }
    pub(super) fn by_accreditors(&self, sigs: &[Signature]) -> Result<By, Reason> {
        all_may(sigs, |signer| self.is_accreditor(signer))?;
        self.enough_accreditors(sigs)
    }
    pub(super) fn by_clerk(&self, sigs: &[Signature], duty: Duty) -> Result<By, Reason> {
        let may = |signer: Signer<'_>| match signer {
            Signer::Key(key) => self.clerks.get(&key).is_some_and(|duties| duties.contains(&duty)),
            Signer::Rep(_) => false,
        };
        all_may(sigs, may)?;
        if sigs.is_empty() { Err(Reason::NotSignedBy(clerk_with(duty))) } else { Ok(By::Clerk) }
    }
    /// The organisation's key alone.
    pub(super) fn by_key(sigs: &[Signature], key: Option<Key>) -> Result<By, Reason> {
        all_may(sigs, |signer| key.is_some_and(|key| signer == Signer::Key(key)))?;
        if sigs.is_empty() { Err(Reason::NotSignedBy("the organisation's key")) } else { Ok(By::Organisation) }
    }
    /// The organisation's key, or enough accreditors; where both sign, it is the organisation's own entry.
    pub(super) fn by_key_or_accreditors(&self, sigs: &[Signature], organisation: &Organisation) -> Result<By, Reason> {
        let key = organisation.key();
        let own = |signer: Signer<'_>| key.is_some_and(|key| signer == Signer::Key(key));
        all_may(sigs, |signer| own(signer) || self.is_accreditor(signer))?;
        if sigs.iter().any(|sig| own(sig.signer())) { Ok(By::Organisation) } else { self.enough_accreditors(sigs) }
    }
    /// The representative alone, whose passkey lives at this index and at the body's moment, with this scope.
    pub(super) fn by_rep(&self, entry: &Entry, org: &str, id: &str, scope: Scope, index: u64) -> Result<By, Reason> {
        let rep = self.reps.get(id).filter(|rep| rep.org == org && rep.since < index);
        let rep = rep.ok_or_else(|| Reason::UnknownRep(id.to_owned()))?;
        live(rep, id, &entry.body, scope, index)?;
        all_may(&entry.sigs, |signer| signer == Signer::Rep(id))?;
        if entry.sigs.is_empty() { Err(Reason::NotSignedBy("the representative")) } else { Ok(By::Passkey) }
    }
    /// The organisation, known or not accredited as may be.
    pub(super) fn known(&self, org: &str) -> Result<&Organisation, Reason> {
        self.organisations.get(org).ok_or_else(|| Reason::UnknownOrganisation(org.to_owned()))
    }
    /// The organisation, which is accredited.
    pub(super) fn accredited(&self, org: &str) -> Result<&Organisation, Reason> {
        Some(self.known(org)?).filter(|found| found.accredited).ok_or_else(|| Reason::NotAccredited(org.to_owned()))
    }
}

fn live(rep: &Rep, id: &str, body: &Body, scope: Scope, index: u64) -> Result<(), Reason> {
    if rep.ended.is_some_and(|ended| ended < index) {
        return Err(Reason::RepRevoked(id.to_owned()));
    }
    if body.at >= rep.until {
        return Err(Reason::RepExpired(id.to_owned()));
    }
    if !rep.scope.contains(&scope) {
        return Err(Reason::RepScope(id.to_owned()));
    }
    Ok(())
}
