//! A delegation: who is on it, and where its credentials stand.
use crate::{
    directory::{Category, Directory},
    id::{DelegationId, OrganisationId, PersonId, SeatId, SummitId},
    language::Language,
    limit,
    profile::DelegationSizes,
    words::Line,
};
use serde::{Deserialize, Serialize};

/// How large a delegation may be (rule 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DelegationLimits {
    /// Heads.
    pub heads: u32,
    /// Representatives beside the head.
    pub representatives: u32,
    /// Alternates.
    pub alternates: u32,
    /// Advisers.
    pub advisers: u32,
    /// Members of all ranks.
    pub members: u32,
}

impl DelegationLimits {
    /// The numbers of a rules profile: one head, and the profile's representatives, alternates and advisers.
    #[must_use]
    pub const fn of_profile(sizes: &DelegationSizes) -> Self {
        Self {
            heads: 1,
            representatives: sizes.representatives.0,
            alternates: sizes.alternates.0,
            advisers: sizes.advisers.0,
            members: limit::DELEGATION_MEMBERS as u32,
        }
    }
    /// The most members of this rank.
    #[must_use]
    pub const fn of(&self, rank: Rank) -> u32 {
        match rank {
            Rank::Head => self.heads,
            Rank::Representative => self.representatives,
            Rank::Alternate => self.alternates,
            Rank::Adviser => self.advisers,
        }
    }
}

/// A member's place in the delegation (rule 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// Head of delegation.
    Head,
    /// Representative.
    Representative,
    /// Alternate representative.
    Alternate,
    /// Adviser, expert or person of similar status.
    Adviser,
}

impl Rank {
    /// All ranks, highest first.
    pub const ALL: [Self; 4] = [Self::Head, Self::Representative, Self::Alternate, Self::Adviser];
    /// The written form, as in forms and translations (`rank-head`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Representative => "representative",
            Self::Alternate => "alternate",
            Self::Adviser => "adviser",
        }
    }
}

/// Where a member's accreditation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Entered; accredited together with the delegation.
    Entered,
    /// Entered after the credentials were verified; accredited one by one.
    Pending,
    /// Accredited, with the seat it acts from.
    Accredited(SeatId),
    /// Taken off the delegation.
    Withdrawn,
    /// Was accredited until the delegation's credentials were rejected or revoked.
    Ended,
}

impl Standing {
    /// The written form, as in translations (`standing-pending`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Pending => "pending",
            Self::Accredited(_) => "accredited",
            Self::Withdrawn => "withdrawn",
            Self::Ended => "ended",
        }
    }
}

/// A person on a delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// On which delegation.
    pub delegation: DelegationId,
    /// In which place.
    pub rank: Rank,
    /// Whether an alternate acts as representative, on the head's designation (rule 26).
    pub acting: bool,
    /// Languages the member works in, the preferred one first.
    pub languages: Vec<Language>,
    /// Where the accreditation stands.
    pub standing: Standing,
}

impl Member {
    /// The rank the member acts in: a designated alternate acts as representative (rule 26).
    #[must_use]
    pub const fn acts_as(&self) -> Rank {
        match self.rank {
            Rank::Alternate if self.acting => Rank::Representative,
            rank => rank,
        }
    }
    /// Whether the member is accredited.
    #[must_use]
    pub const fn is_accredited(&self) -> bool {
        matches!(self.standing, Standing::Accredited(_))
    }
    /// The seat of an accredited member.
    #[must_use]
    pub const fn seat(&self) -> Option<SeatId> {
        match self.standing {
            Standing::Accredited(seat) => Some(seat),
            _ => None,
        }
    }
    /// Whether the member counts as registered: entered and not withdrawn.
    #[must_use]
    pub const fn is_registered(&self) -> bool {
        !matches!(self.standing, Standing::Withdrawn)
    }
}

/// Where a delegation's credentials stand (rules 27 to 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Credentials {
    /// Invited; the focal point enters members.
    Invited,
    /// Submitted to the secretariat.
    Submitted,
    /// Found in order; the decision is open.
    Verified,
    /// Accepted: seated.
    Accepted,
    /// Challenged: seated provisionally with the same rights until decided (rule 29).
    Challenged,
    /// Decision put off: not seated.
    Deferred,
    /// Rejected: not seated.
    Rejected,
    /// Taken back after acceptance: no longer seated.
    Revoked,
}

impl Credentials {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Invited,
        Self::Submitted,
        Self::Verified,
        Self::Accepted,
        Self::Challenged,
        Self::Deferred,
        Self::Rejected,
        Self::Revoked,
    ];
    /// The written form, as in translations (`credentials-challenged`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Submitted => "submitted",
            Self::Verified => "verified",
            Self::Accepted => "accepted",
            Self::Challenged => "challenged",
            Self::Deferred => "deferred",
            Self::Rejected => "rejected",
            Self::Revoked => "revoked",
        }
    }
    /// The states that may come next.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Invited => &[Self::Submitted],
            Self::Submitted => &[Self::Verified],
            Self::Verified => &[Self::Accepted, Self::Challenged, Self::Deferred, Self::Rejected],
            Self::Accepted => &[Self::Challenged, Self::Revoked],
            Self::Challenged => &[Self::Accepted, Self::Rejected, Self::Revoked],
            Self::Deferred => &[Self::Accepted, Self::Challenged, Self::Rejected, Self::Revoked],
            Self::Rejected | Self::Revoked => &[],
        }
    }
    /// Whether a delegation in this state is seated: accepted, or challenged and provisionally seated.
    #[must_use]
    pub const fn is_seated(self) -> bool {
        matches!(self, Self::Accepted | Self::Challenged)
    }
    /// Whether the story of these credentials is over.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Rejected | Self::Revoked)
    }
    /// Whether the delegation claims its organisation's seat: submitted, and the story not over.
    #[must_use]
    pub const fn claims(self) -> bool {
        !self.is_over() && !matches!(self, Self::Invited)
    }
    /// Whether members entered now wait to be accepted one by one.
    #[must_use]
    pub const fn admits_singly(self) -> bool {
        !matches!(self, Self::Invited | Self::Submitted)
    }
}

/// A delegation of one organisation to one summit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// To which summit.
    pub summit: SummitId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Where its credentials stand.
    pub credentials: Credentials,
    /// Why they were challenged, deferred, rejected or revoked, as last said.
    pub reason: Option<Line>,
    /// The focal point it was invited through.
    pub focal_point: PersonId,
    /// Position of the event by which the credentials were submitted.
    pub submitted: Option<u64>,
    /// In which category it said to attend, when it did.
    pub claimed: Option<Category>,
    /// Everybody ever entered, in order of entry, withdrawn members too.
    pub members: Vec<PersonId>,
    /// Members entered and not withdrawn, by [`Rank::ALL`].
    pub(super) by_rank: [u32; 4],
    /// Members accredited.
    pub(super) accredited: u32,
}

impl Delegation {
    /// Members entered and not withdrawn.
    #[must_use]
    pub fn registered(&self) -> u32 {
        self.by_rank.iter().sum()
    }
    /// The category it claims, when the directory has its organisation in another one. The directory's gives the rights.
    #[must_use]
    pub fn differing_claim(&self, directory: &Directory) -> Option<Category> {
        let entered = directory.get(self.organisation)?.category;
        self.claimed.filter(|claimed| *claimed != entered)
    }
    /// Members accredited.
    #[must_use]
    pub const fn accredited(&self) -> u32 {
        self.accredited
    }
    /// Members of this rank entered and not withdrawn.
    #[must_use]
    pub const fn of_rank(&self, rank: Rank) -> u32 {
        self.by_rank[rank as usize]
    }
}
