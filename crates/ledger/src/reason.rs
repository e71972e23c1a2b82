//! Why an entry alone is invalid, and why a whole record is broken: one line for people, one stable code for programs.
use crate::form::Nonce;

/// Why an entry is **invalid**: it stays in the log, changes nothing, and every verifier lists it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The `type` is none of version 1.
    #[error("unknown type {0:?}")]
    UnknownType(String),
    /// A field that the type does not have.
    #[error("unknown field {0:?}")]
    UnknownField(String),
    /// A field that the type has is missing.
    #[error("field {0:?} is missing")]
    MissingField(&'static str),
    /// A field whose value is not of its form.
    #[error("field {0:?} is not of its form")]
    Malformed(&'static str),
    /// A `genesis` that is not entry 0.
    #[error("a genesis is entry 0 and nowhere else")]
    GenesisLater,
    /// A signature that does not have exactly the fields of its algorithm in their form.
    #[error("signature {0} is not of its form")]
    SignatureForm(usize),
    /// `sigs` is not sorted by canonical form.
    #[error("signatures are not sorted")]
    SignaturesUnsorted,
    /// Two signatures of one signer.
    #[error("{0} signs twice")]
    SignsTwice(String),
    /// A signature that does not verify.
    #[error("the signature of {signer} does not verify: {why}")]
    BadSignature {
        /// Key or `rep` of the signer.
        signer: String,
        /// What is wrong with it.
        why: crate::signature::BadSignature,
    },
    /// A signer who may not sign such an entry.
    #[error("{0} may not sign this entry")]
    MayNotSign(String),
    /// Nobody, or too few, of those who must sign did.
    #[error("not signed by {0}")]
    NotSignedBy(&'static str),
    /// An organisation that no valid `accredit` named.
    #[error("organisation {0} is unknown")]
    UnknownOrganisation(String),
    /// An organisation that is not accredited at this index.
    #[error("organisation {0} is not accredited")]
    NotAccredited(String),
    /// A `rep` that was used before.
    #[error("representative {0} was used before")]
    RepUsed(String),
    /// A `rep` that no earlier valid `delegate` of this organisation named.
    #[error("representative {0} is unknown")]
    UnknownRep(String),
    /// A `rep` whose authority was revoked or ended by rotation.
    #[error("representative {0} was revoked")]
    RepRevoked(String),
    /// A `rep` whose `until` is not after the act's `at`.
    #[error("the authority of representative {0} has expired")]
    RepExpired(String),
    /// A `rep` whose scope does not hold this act.
    #[error("representative {0} has no such scope")]
    RepScope(String),
    /// A `seq` not above that of an earlier valid act of the organisation.
    #[error("seq {seq} is not above {last}")]
    SeqLow {
        /// The act's.
        seq: u64,
        /// That of the organisation's newest valid act.
        last: u64,
    },
    /// The symbol has its text already.
    #[error("symbol {0} has a text already")]
    SymbolTaken(String),
    /// The manifest was introduced before.
    #[error("the manifest was introduced before")]
    ManifestTaken,
    /// No earlier valid `text` or `correct` introduced the manifest, or not under this symbol.
    #[error("no text introduced this manifest")]
    UnknownManifest,
    /// `from` is not the symbol's manifest in force.
    #[error("the corrected manifest is not in force for {0}")]
    NotInForce(String),
    /// A poll's id that was used before.
    #[error("poll {0} was used before")]
    PollTaken(String),
    /// A poll that no earlier valid `poll` opened.
    #[error("poll {0} is unknown")]
    UnknownPoll(String),
    /// A `cast` or `lock` after the lock.
    #[error("poll {0} is locked")]
    PollLocked(String),
    /// A `vote` or `result` before the lock.
    #[error("poll {0} is not locked")]
    PollNotLocked(String),
    /// A `vote` or `result` after the result.
    #[error("poll {0} has its result")]
    PollClosed(String),
    /// An organisation outside the poll's electorate.
    #[error("organisation {0} is not of the electorate")]
    NotInElectorate(String),
    /// A vote that is not the one of its organisation's last `cast`.
    #[error("not the vote that organisation {0} cast last")]
    NotTheCast(String),
    /// A vote of more votes than the electorate gives its organisation.
    #[error("more votes than organisation {0} has")]
    TooManyVotes(String),
    /// A `result` before every counted `cast` has its `vote`.
    #[error("the vote of organisation {0} is missing")]
    VoteMissing(String),
    /// A `result` that is not the recount.
    #[error("the result is not the recount")]
    NotTheRecount,
}

/// What somebody can do whose entry is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
    /// Somebody else of the organisation signed meanwhile: look at what is signed, and sign once more.
    LookAndSignAgain,
    /// These bytes entered before: ask for new ones, and sign those.
    AskAnew,
    /// What was signed is no entry of this record: sign the bytes as they are handed out.
    SignAsShown,
    /// The signature is wrong: sign once more, with the key or device that was named.
    SignProperly,
    /// This signer may not: let somebody sign who may.
    LetAnotherSign,
    /// The device is not, or no longer, appointed: register one.
    RegisterDevice,
    /// The organisation is not accredited.
    SeekAccreditation,
    /// The text was replaced or corrected: look at the one in force.
    LookAtText,
    /// The record has a text under this symbol, or this very text: make another.
    ReviseText,
    /// A character may not stand in a text.
    Rewrite,
    /// The vote has gone on: look at the poll.
    LookAtPoll,
    /// Nothing that the signer could do: a fault to be reported.
    Nothing,
}

impl Remedy {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::LookAndSignAgain,
        Self::AskAnew,
        Self::SignAsShown,
        Self::SignProperly,
        Self::LetAnotherSign,
        Self::RegisterDevice,
        Self::SeekAccreditation,
        Self::LookAtText,
        Self::ReviseText,
        Self::Rewrite,
        Self::LookAtPoll,
        Self::Nothing,
    ];
}

impl Reason {
    /// What somebody can do whose entry is refused for it.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::UnknownType(_) | Self::UnknownField(_) | Self::MissingField(_) | Self::Malformed(_) => Remedy::SignAsShown,
            Self::SignatureForm(_) | Self::SignaturesUnsorted | Self::SignsTwice(_) | Self::BadSignature { .. } => {
                Remedy::SignProperly
            }
            Self::MayNotSign(_) | Self::NotSignedBy(_) => Remedy::LetAnotherSign,
            Self::UnknownOrganisation(_) | Self::NotAccredited(_) => Remedy::SeekAccreditation,
            Self::RepUsed(_) | Self::UnknownRep(_) | Self::RepRevoked(_) | Self::RepExpired(_) | Self::RepScope(_) => {
                Remedy::RegisterDevice
            }
            Self::SeqLow { .. } => Remedy::LookAndSignAgain,
            Self::SymbolTaken(_) | Self::ManifestTaken => Remedy::ReviseText,
            Self::UnknownManifest | Self::NotInForce(_) => Remedy::LookAtText,
            Self::PollTaken(_)
            | Self::UnknownPoll(_)
            | Self::PollLocked(_)
            | Self::PollNotLocked(_)
            | Self::PollClosed(_)
            | Self::NotInElectorate(_)
            | Self::NotTheCast(_)
            | Self::TooManyVotes(_) => Remedy::LookAtPoll,
            Self::GenesisLater | Self::VoteMissing(_) | Self::NotTheRecount => Remedy::Nothing,
        }
    }
    /// A stable code for programs; it never changes for a kind of reason.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownType(_) => "unknown-type",
            Self::UnknownField(_) => "unknown-field",
            Self::MissingField(_) => "missing-field",
            Self::Malformed(_) => "malformed-field",
            Self::GenesisLater => "genesis-later",
            Self::SignatureForm(_) => "signature-form",
            Self::SignaturesUnsorted => "signatures-unsorted",
            Self::SignsTwice(_) => "signs-twice",
            Self::BadSignature { .. } => "bad-signature",
            Self::MayNotSign(_) => "may-not-sign",
            Self::NotSignedBy(_) => "not-signed",
            Self::UnknownOrganisation(_) => "unknown-organisation",
            Self::NotAccredited(_) => "not-accredited",
            Self::RepUsed(_) => "rep-used",
            Self::UnknownRep(_) => "unknown-rep",
            Self::RepRevoked(_) => "rep-revoked",
            Self::RepExpired(_) => "rep-expired",
            Self::RepScope(_) => "rep-scope",
            Self::SeqLow { .. } => "seq-low",
            Self::SymbolTaken(_) => "symbol-taken",
            Self::ManifestTaken => "manifest-taken",
            Self::UnknownManifest => "unknown-manifest",
            Self::NotInForce(_) => "not-in-force",
            Self::PollTaken(_) => "poll-taken",
            Self::UnknownPoll(_) => "unknown-poll",
            Self::PollLocked(_) => "poll-locked",
            Self::PollNotLocked(_) => "poll-not-locked",
            Self::PollClosed(_) => "poll-closed",
            Self::NotInElectorate(_) => "not-in-electorate",
            Self::NotTheCast(_) => "not-the-cast",
            Self::TooManyVotes(_) => "too-many-votes",
            Self::VoteMissing(_) => "vote-missing",
            Self::NotTheRecount => "not-the-recount",
        }
    }
}

/// Why the **whole record** fails at a leaf.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Broken {
    /// More than 65,535 bytes.
    #[error("a leaf of {0} bytes is too long")]
    TooLong(usize),
    /// Not its own canonical form.
    #[error("not canonical: {0}")]
    NotCanonical(#[from] crate::CanonicalError),
    /// Not exactly `{"body":{…},"sigs":[…]}`.
    #[error("a leaf is exactly a body and its signatures")]
    NotBodyAndSignatures,
    /// `v` is not 1.
    #[error("v is not 1")]
    Version,
    /// `log` is not this log's origin.
    #[error("an entry of another log, {0:?}")]
    OtherLog(String),
    /// The nonce is not canonical base64url of 16 bytes.
    #[error("the nonce is malformed")]
    NonceForm,
    /// The nonce stands in an earlier entry.
    #[error("the nonce {0} is repeated")]
    NonceRepeated(Nonce),
    /// Entry 0 is no `genesis`.
    #[error("entry 0 is not a genesis")]
    NoGenesis,
    /// Entry 0 is no valid `genesis`.
    #[error("the genesis is invalid: {0}")]
    Genesis(Reason),
}

impl Broken {
    /// What somebody can do whose leaf is refused for it.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::NonceRepeated(_) => Remedy::AskAnew,
            Self::NotCanonical(_) | Self::NotBodyAndSignatures | Self::Version | Self::OtherLog(_) | Self::NonceForm => {
                Remedy::SignAsShown
            }
            Self::TooLong(_) | Self::NoGenesis | Self::Genesis(_) => Remedy::Nothing,
        }
    }
    /// A stable code for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong(_) => "leaf-too-long",
            Self::NotCanonical(_) => "not-canonical",
            Self::NotBodyAndSignatures => "not-body-and-sigs",
            Self::Version => "version",
            Self::OtherLog(_) => "other-log",
            Self::NonceForm => "nonce-form",
            Self::NonceRepeated(_) => "nonce-repeated",
            Self::NoGenesis => "no-genesis",
            Self::Genesis(_) => "genesis-invalid",
        }
    }
}
