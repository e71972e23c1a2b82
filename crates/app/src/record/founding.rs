//! The first entries of a record: `genesis` and the `officers` that let the server's clerk work.
use super::{Pen, RecordError, Setup};
use domain::Moment;
use ledger::{
    Checked, Leaf, Replay, SigningKey,
    body::{Clerk, Content, Duty, Genesis, Officers, Predecessor, RelyingParty},
    form::{Digest, Key},
};
use std::collections::BTreeMap;

/// What the server's clerk may sign: everything of the day.
pub const OFFICERS_DUTIES: &[Duty] = Duty::ALL;

/// How a record begins.
#[derive(Clone, Debug, Default)]
pub struct Founding {
    /// The convener's names by language.
    pub names: BTreeMap<String, String>,
    /// The accreditors' public keys.
    pub accreditors: Vec<Key>,
    /// How many of them must sign.
    pub threshold: u64,
    /// Domain of the site where passkeys are used.
    pub rp_id: String,
    /// Its origins, byte for byte as browsers say them.
    pub rp_origins: Vec<String>,
    /// The record before, when its house was lost.
    pub predecessor: Option<Predecessor>,
    /// The two leaves, when the accreditors signed them elsewhere.
    pub signed: Vec<Vec<u8>>,
}

impl Founding {
    /// The blob of the convener's names.
    ///
    /// # Errors
    /// [`RecordError::Founding`] when a name cannot be written.
    pub fn names_blob(&self) -> Result<Vec<u8>, RecordError> {
        let value = serde_json::to_value(&self.names).map_err(|e| RecordError::Founding(e.to_string()))?;
        ledger::canonical(&value).map_err(|e| RecordError::Founding(e.to_string()))
    }

    /// What the two first entries say.
    ///
    /// # Errors
    /// [`RecordError::Founding`].
    pub fn contents(&self, clerk: Key) -> Result<[Content; 2], RecordError> {
        let mut accreditors = self.accreditors.clone();
        // The record sorts sets by the code units of their written form.
        accreditors.sort_by_cached_key(ToString::to_string);
        accreditors.dedup();
        let mut origins = self.rp_origins.clone();
        origins.sort();
        origins.dedup();
        let genesis = Genesis {
            accreditors: accreditors.clone(),
            threshold: self.threshold,
            names: Digest::of(&self.names_blob()?),
            rp: RelyingParty { id: self.rp_id.clone(), origins },
            predecessor: self.predecessor.clone(),
        };
        let clerks = vec![Clerk { key: clerk, duties: OFFICERS_DUTIES.to_vec() }];
        let officers = Officers { accreditors, threshold: self.threshold, clerks };
        Ok([Content::Genesis(genesis), Content::Officers(officers)])
    }
}

/// The first leaves and the blob of names: signed here where the server holds all the keys, or brought signed.
pub(super) fn found(setup: &Setup, now: Moment, entropy: [u8; 32]) -> Result<(Vec<Checked>, Vec<Vec<u8>>), RecordError> {
    let founding = &setup.founding;
    let leaves = if founding.signed.is_empty() {
        let keys: Vec<&SigningKey> = setup.accreditors.iter().collect();
        if keys.is_empty() {
            return Err(RecordError::Founding("the accreditors have not signed its first entries".to_owned()));
        }
        let mut pen = Pen::new(&setup.origin, now, entropy);
        let contents = founding.contents(setup.clerk.public())?;
        let leaf = |content| pen.leaf(content, &keys);
        contents.into_iter().map(leaf).collect::<Result<Vec<_>, _>>()
    } else {
        founding.signed.iter().map(|bytes| Leaf::parse(bytes)).collect()
    };
    let leaves = leaves.map_err(|broken| RecordError::Founding(broken.to_string()))?;
    let mut trial = Replay::new(&setup.origin);
    let mut signed = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let checked = trial.check(leaf);
        trial.would_accept(&checked).map_err(|refused| RecordError::Founding(refused.to_string()))?;
        drop(trial.apply(&checked));
        signed.push(checked);
    }
    Ok((signed, vec![founding.names_blob()?]))
}

/// The first entries as a batch, for accreditors who sign elsewhere.
///
/// # Errors
/// [`RecordError::Founding`].
pub fn first_batch(
    origin: &str,
    founding: &Founding,
    clerk: Key,
    now: Moment,
    entropy: [u8; 32],
) -> Result<serde_json::Value, RecordError> {
    let mut pen = Pen::new(origin, now, entropy);
    let bodies = founding.contents(clerk)?.map(|content| pen.body(content));
    Ok(super::to_batch(origin, &bodies, &[founding.names_blob()?]))
}
