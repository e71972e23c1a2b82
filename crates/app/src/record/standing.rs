//! What the record says of an organisation's keys and devices and of the figures, for pages; and entries that an organisation's own key signs.
use super::{Pen, Prepared, RecordView, derived, digest, refuses};
use domain::{
    FieldProblem, Invalid, Moment, No, Refusal, State,
    id::{OrganisationId, SummitId},
};
use ledger::{
    Digest,
    body::Content,
    count::{self, Attendance, Endorsements},
    form::{Key, from_base64url, to_base64url},
    signature::sshsig,
};
use serde_json::{Value, json};

/// How a device stands in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceStanding {
    /// Registered here; nobody has appointed it in the record yet, so it does not sign yet.
    Waiting,
    /// It signs.
    Appointed,
    /// Its end stands in the record.
    Ended,
}

/// An organisation's key in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyInForce {
    /// In base64url.
    pub key: String,
    /// For people to compare.
    pub fingerprint: String,
}

/// Where devices sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningSite {
    /// The domain (WebAuthn's `rp.id`).
    pub id: String,
    /// Its origins, byte for byte as browsers say them.
    pub origins: Vec<String>,
}

/// What an organisation does with its own key besides acting on texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnEntry {
    /// Puts another key in its place.
    Rotate(String),
    /// Appoints a registered device.
    Appoint(String),
    /// Ends an appointed device.
    Revoke(String),
}

impl RecordView {
    /// How a device stands.
    #[must_use]
    pub fn device_standing(&self, rep: &str) -> DeviceStanding {
        match self.replay().reps().get(rep) {
            None => DeviceStanding::Waiting,
            Some(known) if known.ended.is_none() => DeviceStanding::Appointed,
            Some(_) => DeviceStanding::Ended,
        }
    }
    /// The organisation's key in force, if it has one.
    #[must_use]
    pub fn key_of(&self, organisation: OrganisationId) -> Option<KeyInForce> {
        let key = self.replay().organisations().get(&organisation.to_string())?.key()?;
        Some(KeyInForce { key: key.to_string(), fingerprint: key.fingerprint() })
    }
    /// Whether the organisation is accredited in the record.
    #[must_use]
    pub fn is_accredited(&self, organisation: OrganisationId) -> bool {
        self.replay().organisations().get(&organisation.to_string()).is_some_and(|o| o.accredited)
    }
    /// The accreditors' fingerprints, and how many of them must sign together.
    #[must_use]
    pub fn accreditors(&self) -> (Vec<String>, u64) {
        let replay = self.replay();
        (replay.accreditors().iter().map(Key::fingerprint).collect(), replay.threshold())
    }
    /// How many entries wait for the accreditors.
    #[must_use]
    pub fn pending_count(&self, state: &State, now: Moment) -> usize {
        // Only their number is asked for, so what they draw is nobody's.
        derived::pending(&self.replay(), state, None, now, [0; 32]).0.len()
    }
    /// Where devices sign.
    #[must_use]
    pub fn site(&self) -> Option<SigningSite> {
        self.replay().rp().map(|rp| SigningSite { id: rp.id.clone(), origins: rp.origins.clone() })
    }
    /// What the record counts for a text, by the digest of its manifest.
    #[must_use]
    pub fn endorsements(&self, manifest: domain::words::Digest) -> Option<Endorsements> {
        count::endorsements(&self.replay(), &digest(manifest))
    }
    /// What the record counts for a summit.
    #[must_use]
    pub fn attendance(&self, summit: SummitId) -> Option<Attendance> {
        count::attendance(&self.replay(), &summit.to_string())
    }
    /// Whether these are the bytes of a body that this record could take.
    #[must_use]
    pub fn is_body(&self, bytes: &[u8]) -> bool {
        let read = serde_json::from_slice::<Value>(bytes).ok();
        let own = read.as_ref().and_then(|body| body.get("log")).and_then(Value::as_str) == Some(self.origin());
        own && read.and_then(|body| ledger::canonical(&body).ok()).is_some_and(|canonical| canonical == bytes)
    }

    /// The body of an entry that the organisation's own key signs. Nothing is stored: the entry proves itself when it comes back.
    ///
    /// # Errors
    /// [`No::Invalid`] for a key or device that there is not; `nothing-to-sign` where the record needs no such entry.
    pub fn prepare_entry(
        &self,
        state: &State,
        organisation: OrganisationId,
        entry: &OwnEntry,
        now: Moment,
        entropy: [u8; 32],
    ) -> Result<Prepared, No> {
        let content = self.own_content(state, organisation, entry, now)?;
        let body = Pen::new(self.origin(), now, entropy).body(content);
        let nonce = body.nonce;
        let bytes = body.to_canonical().map_err(|broken| refuses(&broken))?;
        Ok(Prepared { digest: Digest::of(&bytes), body: bytes, nonce, device: None })
    }

    fn own_content(&self, state: &State, organisation: OrganisationId, entry: &OwnEntry, now: Moment) -> Result<Content, No> {
        let org = organisation.to_string();
        let own = |rep: &str| state.registry.device(rep).filter(|d| d.organisation == organisation).ok_or(No::unknown("rep"));
        match entry {
            OwnEntry::Rotate(key) => {
                let key = Key::parse(&organisation_key(key)).ok_or_else(|| Invalid::new("key", FieldProblem::NotAKey))?;
                if self.key_of(organisation).is_none_or(|known| known.key == key.to_string()) {
                    return Err(Refusal::new("nothing-to-sign").into());
                }
                Ok(Content::Rotate { org, key })
            }
            OwnEntry::Appoint(rep) => {
                let device = own(rep)?;
                let waits = self.device_standing(rep) == DeviceStanding::Waiting && !device.ended && device.until > now;
                let content = if waits { derived::appointment(device, rep) } else { None };
                content.ok_or_else(|| Refusal::new("nothing-to-sign").into())
            }
            OwnEntry::Revoke(rep) => {
                own(rep)?;
                if self.device_standing(rep) != DeviceStanding::Appointed {
                    return Err(Refusal::new("nothing-to-sign").into());
                }
                Ok(Content::Revoke { org, rep: rep.clone() })
            }
        }
    }
}

/// A key as people hand it in: base64url, or the line of `ssh-keygen`'s public key file. What is neither is left as it is.
#[must_use]
pub fn organisation_key(text: &str) -> String {
    sshsig::public_key_line(text.trim()).map_or_else(|| text.trim().to_owned(), |key| key.to_string())
}

/// The fields of `enter-entries` from one entry that was signed elsewhere: its field `entry` is as `signed` of an act.
///
/// # Errors
/// [`No::Invalid`] naming the part that cannot be read.
pub fn entries_from_signed(mut fields: Value) -> Result<Value, No> {
    let Some(entry) = fields.as_object_mut().and_then(|map| map.remove("entry")) else { return Ok(fields) };
    // What is wrong is named by the field that this form has.
    let (body, signatures) = super::read_signed(&entry).map_err(|no| match no {
        No::Invalid(Invalid { field, problem }) => Invalid::new(&field.replacen("signed", "entry", 1), problem).into(),
        other => other,
    })?;
    let leaf = ledger::Leaf::of_canonical(&body, &signatures);
    let leaf = leaf.map_err(|broken| refuses(&broken))?;
    fields["entries"] = json!([to_base64url(leaf.bytes())]);
    Ok(fields)
}

/// The bytes of base64url; none when it is none.
#[must_use]
pub fn bytes_of(text: &str) -> Option<Vec<u8>> {
    from_base64url(text.trim())
}
