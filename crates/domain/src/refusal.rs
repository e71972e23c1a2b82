//! The three ways a command is not carried out, each with what would be allowed.
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why one field of a command is malformed. Written as `code:value:…`, so that it survives serde's error text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing was given.
    Empty,
    /// Longer than `limit` characters.
    TooLong {
        /// Most characters allowed.
        limit: usize,
        /// Characters given.
        actual: usize,
    },
    /// More than `limit` entries in a list.
    TooMany {
        /// Most entries allowed.
        limit: usize,
    },
    /// A number outside `min..=max`.
    OutOfRange {
        /// Smallest number allowed.
        min: u32,
        /// Largest number allowed.
        max: u32,
    },
    /// A control or direction character that may not stand in writing.
    Character {
        /// The Unicode code point.
        code_point: u32,
    },
    /// Not of the form `prefix-number`.
    NotAnId {
        /// The word before the number.
        prefix: &'static str,
    },
    /// Not 64 lower-case hex digits.
    NotADigest,
    /// Not a whole number.
    NotANumber,
    /// Not one of the choices.
    NotAChoice,
    /// Not a well-formed language tag (BCP 47).
    NotALanguage,
    /// Not a country of the table.
    NotACountry,
    /// Not an IANA time zone.
    NotAZone,
    /// Not a date or time of the form `2027-03-28T09:30`.
    NotATime,
    /// A wall-clock time that does not exist or exists twice in its zone; the two nearest valid ones.
    AmbiguousTime {
        /// The nearest valid time before, as `2027-03-28T01:30`.
        earlier: String,
        /// The nearest valid time after.
        later: String,
    },
    /// Not a document symbol.
    NotASymbol,
    /// Names nothing that exists.
    Unknown,
    /// Already taken by something else.
    Taken,
    /// An umbrella that would be, by way of others or at once, a member of itself.
    Circle,
    /// Not an address of electronic mail.
    NotAnAddress,
    /// Not a picture that can be read: neither JPEG nor PNG, or damaged.
    NotAPicture,
    /// A picture whose sides are too short or too long.
    PictureSize {
        /// The shortest a side may be, in pixels.
        min: u32,
        /// The longest a side may be, in pixels.
        max: u32,
    },
    /// A file larger than this.
    FileTooLarge {
        /// Most that is taken, in kibibytes.
        limit_kib: usize,
    },
    /// Not a key or other binary value in base64url.
    NotAKey,
    /// Not a signature as `ssh-keygen -Y sign` writes one.
    NotASignature,
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty"),
            Self::TooLong { limit, actual } => write!(f, "too-long:{limit}:{actual}"),
            Self::TooMany { limit } => write!(f, "too-many:{limit}"),
            Self::OutOfRange { min, max } => write!(f, "out-of-range:{min}:{max}"),
            Self::Character { code_point } => write!(f, "character:U+{code_point:04X}"),
            Self::NotAnId { prefix } => write!(f, "not-an-id:{prefix}"),
            Self::NotADigest => f.write_str("not-a-digest"),
            Self::NotANumber => f.write_str("not-a-number"),
            Self::NotAChoice => f.write_str("not-a-choice"),
            Self::NotALanguage => f.write_str("not-a-language"),
            Self::NotACountry => f.write_str("not-a-country"),
            Self::NotAZone => f.write_str("not-a-zone"),
            Self::NotATime => f.write_str("not-a-time"),
            Self::AmbiguousTime { earlier, later } => write!(f, "ambiguous-time:{earlier}:{later}"),
            Self::NotASymbol => f.write_str("not-a-symbol"),
            Self::Unknown => f.write_str("unknown"),
            Self::Taken => f.write_str("taken"),
            Self::Circle => f.write_str("circle"),
            Self::NotAnAddress => f.write_str("not-an-address"),
            Self::NotAPicture => f.write_str("not-a-picture"),
            Self::PictureSize { min, max } => write!(f, "picture-size:{min}:{max}"),
            Self::FileTooLarge { limit_kib } => write!(f, "file-too-large:{limit_kib}"),
            Self::NotAKey => f.write_str("not-a-key"),
            Self::NotASignature => f.write_str("not-a-signature"),
        }
    }
}
impl std::error::Error for FieldProblem {}

/// A malformed command: which field, and why (HTTP 422).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Invalid {
    /// The field's path, such as `names.fr` or `capacity`.
    pub field: String,
    /// What is wrong with it.
    pub problem: FieldProblem,
}

impl Invalid {
    /// Names the field.
    #[must_use]
    pub fn new(field: &str, problem: FieldProblem) -> Self {
        Self { field: field.to_owned(), problem }
    }
}

/// Who may do what was tried (HTTP 401 or 403).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Denied {
    /// Nobody is signed in, or the session was revoked.
    #[error("not-signed-in")]
    NotSignedIn,
    /// The seat's role may not do this.
    #[error("role-may-not")]
    RoleMayNot,
    /// The seat may do this, but not for that organisation, venue or meeting.
    #[error("out-of-scope")]
    OutOfScope,
}

/// A well-formed command that the rules do not allow now (HTTP 409). Each says what would be allowed, in its translation
/// `refusal-<code>`; the parameters are handed to the translation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Refusal {
    /// A kebab-case state, such as `list-of-speakers-closed`.
    pub code: &'static str,
    /// What the translation may name: `("limit", "5")`.
    pub with: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal without parameters.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code, with: Vec::new() }
    }
    /// Adds one parameter of the translation.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.with.push((name, value.to_string()));
        self
    }
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum No {
    /// Malformed.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Not this person's to do.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Not allowed by the rules now.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

impl No {
    /// A field that names nothing that exists.
    #[must_use]
    pub fn unknown(field: &str) -> Self {
        Self::Invalid(Invalid::new(field, FieldProblem::Unknown))
    }
}
