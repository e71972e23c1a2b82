//! Claims: one figure, what it stands on, and the bundle that lets anybody repeat it.
use crate::authority::Replay;
use crate::body::{Body, Content, Id};
use crate::bundle::{BundleError, Files};
use crate::count;
use crate::entry::{Entry, Leaf};
use crate::form::{Digest, is_id};
use crate::text::{Manifest, Names, TextError, check_text, check_title};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Who endorses a text; the id is its manifest's digest.
    Text,
    /// What came of a poll.
    Poll,
    /// Who was registered, accredited and present at a summit.
    Summit,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Poll => "poll",
            Self::Summit => "summit",
        })
    }
}

/// The figures of something as of the first `size` entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    v: u64,
    /// What it is about.
    pub kind: Kind,
    /// Of a text, its manifest's digest; of a poll or summit, its id.
    pub id: String,
    /// How many entries are counted.
    pub size: u64,
    /// The figures by name.
    pub counts: BTreeMap<String, u64>,
}

/// Why there is nothing to claim, or a claim does not hold. One line each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// Not of the form of a claim.
    #[error("claim.json: {0}")]
    Form(String),
    /// The record knows no such thing.
    #[error("the first {size} entries know no {kind} {id}")]
    Unknown {
        /// What is claimed.
        kind: Kind,
        /// Its id.
        id: String,
        /// Of how many entries.
        size: u64,
    },
    /// A poll without a result that is its recount.
    #[error("poll {id}: {why}")]
    Poll {
        /// The poll.
        id: String,
        /// Why it has no figures.
        why: count::NoResult,
    },
    /// A blob that the claim stands on.
    #[error("blob {digest}, {what}, is missing")]
    BlobMissing {
        /// Its digest.
        digest: Digest,
        /// What it is.
        what: String,
    },
    /// A blob that breaks the rules of texts.
    #[error("blob {digest}, {what}: {error}")]
    Blob {
        /// Its digest.
        digest: Digest,
        /// What it is.
        what: String,
        /// What is wrong.
        error: TextError,
    },
    /// A manifest that names another document than the entry that introduced it.
    #[error("manifest {manifest} is of {found}, but it was entered as {symbol}")]
    OtherSymbol {
        /// The manifest.
        manifest: Digest,
        /// What it says.
        found: String,
        /// What the entry says.
        symbol: String,
    },
    /// A correction that changes more than it says.
    #[error("entry {index}: {error}")]
    Correction {
        /// Index of the `correct`.
        index: u64,
        /// What it changes.
        error: TextError,
    },
    /// The recount is another.
    #[error("the claim is not the recount: {0}")]
    Counts(String),
}

impl Claim {
    /// Reads `claim.json`.
    ///
    /// # Errors
    /// [`ClaimError::Form`].
    pub fn parse(bytes: &[u8]) -> Result<Self, ClaimError> {
        let form = |reason: String| ClaimError::Form(reason);
        let claim: Self = serde_json::from_slice(bytes).map_err(|e| form(e.to_string()))?;
        let id = match claim.kind {
            Kind::Text => Digest::parse(&claim.id).is_some(),
            Kind::Poll | Kind::Summit => is_id(&claim.id),
        };
        match claim {
            Self { v, .. } if v != 1 => Err(form("v is not 1".into())),
            _ if !id => Err(form("the id is not of its form".into())),
            claim => Ok(claim),
        }
    }
    /// The bytes of `claim.json`.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Strings and integers alone: written without fail.
        serde_json::to_vec(self).unwrap_or_default()
    }
    /// Counts: the claim that holds as of this replay's size.
    ///
    /// # Errors
    /// [`ClaimError::Unknown`], [`ClaimError::Poll`].
    pub fn count(replay: &Replay, kind: Kind, id: &str) -> Result<Self, ClaimError> {
        let unknown = || ClaimError::Unknown { kind, id: id.to_owned(), size: replay.size() };
        let named = |figures: &[(&str, u64)]| figures.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect();
        let counts = match kind {
            Kind::Text => {
                let manifest = Digest::parse(id).ok_or_else(unknown)?;
                let c = count::endorsements(replay, &manifest).ok_or_else(unknown)?;
                named(&[
                    ("organisations", c.organisations),
                    ("countries", c.countries),
                    ("by_key", c.by_key),
                    ("by_passkey", c.by_passkey),
                    ("on_paper", c.on_paper),
                    ("before_correction", c.before_correction),
                ])
            }
            Kind::Poll => {
                let tally = count::result(replay, id).map_err(|why| match why {
                    count::NoResult::Unknown => unknown(),
                    why => ClaimError::Poll { id: id.to_owned(), why },
                })?;
                named(&[
                    ("yes", tally.yes),
                    ("no", tally.no),
                    ("abstain", tally.abstain),
                    ("not-participating", tally.not_participating),
                    ("absent", tally.absent),
                ])
            }
            Kind::Summit => {
                let c = count::attendance(replay, id).ok_or_else(unknown)?;
                named(&[
                    ("registered", c.registered),
                    ("accredited", c.accredited),
                    ("present", c.present),
                    ("organisations", c.organisations),
                    ("countries", c.countries),
                ])
            }
        };
        Ok(Self { v: 1, kind, id: id.to_owned(), size: replay.size(), counts })
    }
    /// Compares with the recount.
    ///
    /// # Errors
    /// [`ClaimError::Counts`] with the first figure that differs.
    pub fn compare(&self, recount: &Self) -> Result<(), ClaimError> {
        let names: BTreeSet<&String> = self.counts.keys().chain(recount.counts.keys()).collect();
        let figure = |of: &Self, name: &String| of.counts.get(name).map_or("nothing".to_owned(), u64::to_string);
        match names.into_iter().find(|name| self.counts.get(*name) != recount.counts.get(*name)) {
            None => Ok(()),
            Some(name) => {
                Err(ClaimError::Counts(format!("{name} is claimed {}, counted {}", figure(self, name), figure(recount, name))))
            }
        }
    }
}

/// Looks the blobs of a claim up, one after another, and checks each by the rules of its kind.
pub struct Blobs<'a, L, F> {
    find: F,
    replay: &'a Replay,
    leaves: &'a [L],
    /// Every blob that was needed.
    pub needed: BTreeMap<Digest, Vec<u8>>,
}

impl<'a, L: AsRef<[u8]>, F: Fn(&Digest) -> Option<Vec<u8>>> Blobs<'a, L, F> {
    /// Blobs as this function finds them, for claims as of this replay of these leaves.
    pub const fn new(replay: &'a Replay, leaves: &'a [L], find: F) -> Self {
        Self { find, replay, leaves, needed: BTreeMap::new() }
    }
    /// Checks all blobs that a claim stands on: its manifest with every language and title, those it corrects, reservations, and the names
    /// of the organisations counted. Returns the title in the first authentic language, or the names of what has no title.
    ///
    /// # Errors
    /// [`ClaimError`] names the first blob that is missing or breaks the rules.
    pub fn of(&mut self, claim: &Claim) -> Result<String, ClaimError> {
        let title = match claim.kind {
            Kind::Text => self.text(&claim.id)?,
            Kind::Poll => {
                let poll = self.replay.polls().get(&claim.id).ok_or_else(|| unknown(claim))?;
                let title = self.document(&poll.question, "the question's manifest")?.1;
                self.names(poll.votes.keys())?;
                title
            }
            Kind::Summit => {
                let summit = self.replay.summits().get(&claim.id).ok_or_else(|| unknown(claim))?;
                self.names(summit.organisations.iter())?;
                claim.id.clone()
            }
        };
        Ok(title)
    }
    fn get(&mut self, digest: &Digest, what: &str) -> Result<Vec<u8>, ClaimError> {
        if let Some(found) = self.needed.get(digest) {
            return Ok(found.clone());
        }
        let bytes = (self.find)(digest).filter(|bytes| Digest::of(bytes) == *digest);
        let bytes = bytes.ok_or_else(|| ClaimError::BlobMissing { digest: *digest, what: what.to_owned() })?;
        self.needed.insert(*digest, bytes.clone());
        Ok(bytes)
    }
    fn document(&mut self, digest: &Digest, what: &str) -> Result<(Manifest, String), ClaimError> {
        let bad = |digest: Digest, what: String| move |error| ClaimError::Blob { digest, what, error };
        let bytes = self.get(digest, what)?;
        let manifest = Manifest::parse(&bytes).map_err(bad(*digest, what.to_owned()))?;
        if let Some(symbol) = self.replay.symbol_of(digest).filter(|symbol| **symbol != manifest.symbol) {
            let (found, symbol) = (manifest.symbol.clone(), symbol.clone());
            return Err(ClaimError::OtherSymbol { manifest: *digest, found, symbol });
        }
        let mut title = String::new();
        for (language, digests) in &manifest.texts {
            let what = format!("the text of {} in {language}", manifest.symbol);
            let text = self.get(&digests.sha256, &what)?;
            check_text(&text).map_err(bad(digests.sha256, what))?;
            let what = format!("the title of {} in {language}", manifest.symbol);
            let bytes = self.get(&digests.title_sha256, &what)?;
            let found = check_title(&bytes).map_err(bad(digests.title_sha256, what))?;
            if manifest.authentic.first() == Some(language) || language == "en" && manifest.authentic.contains(language) {
                found.clone_into(&mut title);
            }
        }
        Ok((manifest, title))
    }
    fn text(&mut self, id: &str) -> Result<String, ClaimError> {
        let digest = Digest::parse(id).ok_or_else(|| ClaimError::Form("the id is not a digest".into()))?;
        let (mut later, title) = self.document(&digest, "the manifest")?;
        let chain = self.replay.symbol_of(&digest).and_then(|symbol| self.replay.texts().get(symbol));
        let chain: Vec<_> = chain.map(|text| text.manifests.clone()).unwrap_or_default();
        let known = chain.iter().take_while(|(_, manifest)| *manifest != digest).count();
        // A correction that changes a language it does not name would bring the endorsements of one text to another.
        for at in (0..known).rev() {
            let (earlier, _) = self.document(&chain[at].1, "the manifest that was corrected")?;
            let index = chain[at + 1].0;
            later.corrects(&earlier, &self.corrected(index)).map_err(|error| ClaimError::Correction { index, error })?;
            later = earlier;
        }
        let mut organisations: BTreeSet<&Id> = BTreeSet::new();
        for (organisation, given) in count::endorsers(self.replay, &digest) {
            organisations.insert(organisation);
            if let Some(reservation) = &given.reservation {
                self.document(reservation, &format!("the reservation of {organisation}"))?;
            }
        }
        organisations.extend(count::before_correction(self.replay, &digest).into_keys());
        self.names(organisations.into_iter())?;
        Ok(title)
    }
    /// The languages that the correction of this index names.
    fn corrected(&self, index: u64) -> Vec<String> {
        let leaf = usize::try_from(index).ok().and_then(|at| self.leaves.get(at)).map(|leaf| Leaf::parse(leaf.as_ref()));
        match leaf.as_ref().map(|leaf| leaf.as_ref().map(Leaf::entry)) {
            Some(Ok(Ok(Entry { body: Body { content: Content::Correct(correct), .. }, .. }))) => correct.languages.clone(),
            _ => Vec::new(),
        }
    }
    fn names<'b>(&mut self, organisations: impl Iterator<Item = &'b Id>) -> Result<(), ClaimError> {
        for organisation in organisations {
            let Some(found) = self.replay.organisations().get(organisation) else { continue };
            let what = format!("the names of {organisation}");
            let digest = found.names;
            let bytes = self.get(&digest, &what)?;
            Names::parse(&bytes).map_err(|error| ClaimError::Blob { digest, what, error })?;
        }
        Ok(())
    }
}

fn unknown(claim: &Claim) -> ClaimError {
    ClaimError::Unknown { kind: claim.kind, id: claim.id.clone(), size: claim.size }
}

/// What a bundle is made of, as a server keeps it.
pub struct Source<'a, F> {
    /// The newest checkpoint, with its cosignatures.
    pub checkpoint: &'a [u8],
    /// The policy's text.
    pub policy: &'a [u8],
    /// The leaves of the checkpoint's size.
    pub leaves: &'a [Vec<u8>],
    /// Finds a blob.
    pub blob: F,
}

/// Why no bundle was made.
#[derive(Debug, thiserror::Error)]
pub enum AssembleError {
    /// Nothing to claim, or a blob is missing.
    #[error(transparent)]
    Claim(#[from] ClaimError),
    /// A file that does not fit.
    #[error(transparent)]
    Bundle(#[from] BundleError),
}

/// Makes the bundle of one claim: the whole log of the checkpoint's size, and the blobs that the claim stands on. The replay is that of the
/// first `claim.size` leaves.
///
/// # Errors
/// [`AssembleError`].
pub fn assemble<F>(source: &Source<'_, F>, replay: &Replay, kind: Kind, id: &str) -> Result<(Claim, Files), AssembleError>
where
    F: Fn(&Digest) -> Option<Vec<u8>>,
{
    let claim = Claim::count(replay, kind, id)?;
    let mut blobs = Blobs::new(replay, source.leaves, &source.blob);
    blobs.of(&claim)?;
    let mut files = Files::new();
    files.put("checkpoint", source.checkpoint);
    files.put("policy", source.policy);
    files.put("claim.json", claim.to_json());
    files.put_leaves(source.leaves)?;
    for (digest, bytes) in blobs.needed {
        files.put(format!("blobs/{digest}"), bytes);
    }
    Ok((claim, files))
}
