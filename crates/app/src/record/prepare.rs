//! Bodies for organisations and delegates to sign: the exact bytes, made and not kept.
use super::{Pen, RecordView, acts::kind, blobs, carried, digest, polls, refuses};
use domain::{
    Actor, Command, Event, FieldProblem, Invalid, Moment, No, Refusal, State, command::SignedBy, endorsement::EndorsementEvent,
    id::OrganisationId, poll::PollEvent, state::Given,
};
use ledger::{
    Signature,
    body::{self, Content},
    form::{Digest, Key, Nonce, to_base64url},
};

/// What is to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The exact bytes: canonical JSON.
    pub body: Vec<u8>,
    /// Their SHA-256; a device's challenge.
    pub digest: Digest,
    /// The nonce in them.
    pub nonce: Nonce,
    /// The device that is asked to sign, with its name of the credential; none when the organisation's key signs.
    pub device: Option<(String, String)>,
}

impl Prepared {
    /// The bytes in base64url.
    #[must_use]
    pub fn body_base64url(&self) -> String {
        to_base64url(&self.body)
    }
    /// The digest in base64url: what a device takes as its challenge.
    #[must_use]
    pub fn challenge(&self) -> String {
        to_base64url(&self.digest.0)
    }
}

/// Why there is nothing to sign.
pub type Unprepared = No;

impl RecordView {
    /// The body of an act by the organisation's own key (`by_key`) or by the device of whoever asks. Nothing is stored: the act is
    /// decided when the signature comes back, by the rules and the record as they stand then.
    ///
    /// # Errors
    /// What would be said to the act itself, were it signed.
    pub fn prepare(
        &self,
        state: &State,
        actor: &Actor,
        command: &Command,
        by_key: bool,
        now: Moment,
        entropy: [u8; 32],
    ) -> Result<Prepared, No> {
        let by = if by_key { SignedBy::Key } else { SignedBy::Passkey };
        let attested = carried::attested(&self.replay(), state, actor, command);
        let decision = domain::decide(state, actor, command, &Given { now, entropy, signed: Some(by), leaf: None, attested })?;
        let vote = decision.events.iter().find_map(|event| match event {
            Event::Poll(PollEvent::VoteCast { poll, organisation, choice, .. }) => Some((*poll, *organisation, *choice)),
            _ => None,
        });
        if let Some((poll, organisation, choice)) = vote {
            let device = if by_key { None } else { Some(self.device(state, actor)?) };
            let rep = device.as_ref().map(|(rep, _)| rep.clone());
            let content = polls::vote(state, poll, organisation, choice, rep).ok_or(No::unknown("poll"))?;
            return self.written(content, device, now, entropy);
        }
        let act = decision.events.iter().find_map(|event| match event {
            Event::Endorsement(EndorsementEvent::ActMade { text, act }) => Some((text, act)),
            _ => None,
        });
        let (text, act) = act.ok_or(Refusal::new("nothing-to-sign"))?;
        let text = state.texts.get(*text).ok_or(No::unknown("text"))?;
        let manifest = text.adoption.as_ref().map(|a| digest(a.manifest)).ok_or(No::unknown("text"))?;
        let symbol = text.adopted().map_or(&text.symbol, |r| &r.symbol);
        let reservation = act.reservation.as_ref().and_then(|s| blobs::of_reservation(symbol, act.organisation, s));
        let org = act.organisation.to_string();
        let device = if by_key { None } else { Some(self.device(state, actor)?) };
        let seq = {
            let replay = self.replay();
            replay.organisations().get(&org).and_then(|o| o.seq).map_or(0, |seq| seq + 1).max(u64::from(act.seq))
        };
        let content = Content::Act(body::Act {
            kind: kind(act.kind),
            org,
            seq,
            rep: device.as_ref().map(|(rep, _)| rep.clone()),
            manifest,
            reservation: reservation.as_ref().map(|[manifest, ..]| Digest::of(manifest)),
        });
        self.written(content, device, now, entropy)
    }

    /// The exact bytes of a body.
    fn written(
        &self,
        content: Content,
        device: Option<(String, String)>,
        now: Moment,
        entropy: [u8; 32],
    ) -> Result<Prepared, No> {
        let body = Pen::new(self.origin(), now, entropy).body(content);
        let nonce = body.nonce;
        let bytes = body.to_canonical().map_err(|broken| refuses(&broken))?;
        Ok(Prepared { digest: Digest::of(&bytes), body: bytes, nonce, device })
    }

    /// What waits for the accreditors, as a batch that they sign elsewhere.
    #[must_use]
    pub fn pending(&self, state: &State, now: Moment, entropy: [u8; 32]) -> serde_json::Value {
        let (bodies, names) = super::pending(&self.replay(), state, None, now, entropy);
        super::to_batch(self.origin(), &bodies, &names)
    }

    /// The same with an organisation's other key, for whoever lost one.
    ///
    /// # Errors
    /// [`No::Invalid`] when the organisation is not in the record or the key is none.
    pub fn pending_with_key(
        &self,
        state: &State,
        (organisation, key): (OrganisationId, &str),
        now: Moment,
        entropy: [u8; 32],
    ) -> Result<serde_json::Value, No> {
        let key = Key::parse(&super::organisation_key(key)).ok_or_else(|| Invalid::new("key", FieldProblem::NotAKey))?;
        let org = organisation.to_string();
        if !self.replay().organisations().contains_key(&org) {
            return Err(No::unknown("organisation"));
        }
        let (bodies, names) = super::pending(&self.replay(), state, Some(Content::Rotate { org, key }), now, entropy);
        Ok(super::to_batch(self.origin(), &bodies, &names))
    }

    fn device(&self, state: &State, actor: &Actor) -> Result<(String, String), No> {
        let person = actor.holder(state).map(|s| s.person).ok_or(domain::refusal::Denied::NotSignedIn)?;
        let (rep, device) = state.registry.of_person(person).ok_or(Refusal::new("no-device"))?;
        let live = self.replay().reps().get(rep).is_some_and(|r| r.ended.is_none());
        if !live {
            return Err(Refusal::new("device-not-appointed").into());
        }
        Ok((rep.to_owned(), device.credential.to_string()))
    }

    /// The leaf of a body that was signed and its signatures, checked; slow, so for a thread that may block.
    ///
    /// # Errors
    /// A refusal with what is wrong with the bytes.
    pub fn signed(&self, body: &[u8], signatures: &[Signature]) -> Result<ledger::Checked, No> {
        let leaf = ledger::Leaf::of_canonical(body, signatures);
        let leaf = leaf.map_err(|broken| refuses(&broken))?;
        Ok(self.check(leaf))
    }
}
