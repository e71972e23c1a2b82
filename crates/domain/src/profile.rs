//! The rules profile: the numbers of the rules of procedure as data, so that a convener with other rules changes no program.
//! The defaults follow the plenary of the General Assembly of the United Nations.
use crate::{
    FieldProblem, Invalid,
    words::{Flag, Hours, Minutes, People, SpeechSeconds},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

/// A part of a whole, such as `1/3`: more than nothing, at most all.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: u16,
    denominator: u16,
}

impl Fraction {
    /// A fraction, when it lies above 0 and not above 1.
    #[must_use]
    pub const fn new(numerator: u16, denominator: u16) -> Option<Self> {
        if numerator == 0 || numerator > denominator { None } else { Some(Self { numerator, denominator }) }
    }
    /// The smallest number that is at least this part of `whole`: 171 of 512 for one third.
    #[must_use]
    pub fn at_least(self, whole: u32) -> u32 {
        let (n, d) = (u64::from(self.numerator), u64::from(self.denominator));
        // At most `whole`, because the fraction is at most 1.
        u32::try_from((u64::from(whole) * n).div_ceil(d)).unwrap_or(whole)
    }
    /// The smallest number that is more than this part of `whole`: 257 of 512 for one half (a majority).
    #[must_use]
    pub fn more_than(self, whole: u32) -> u32 {
        let (n, d) = (u64::from(self.numerator), u64::from(self.denominator));
        u32::try_from(u64::from(whole) * n / d + 1).unwrap_or(u32::MAX)
    }
}
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl FromStr for Fraction {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let number = |part: &str| part.trim().parse::<u16>().map_err(|_| FieldProblem::NotANumber);
        let (numerator, denominator) = text.split_once('/').ok_or(FieldProblem::NotANumber)?;
        Self::new(number(numerator)?, number(denominator)?).ok_or(FieldProblem::OutOfRange { min: 0, max: 1 })
    }
}
impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

/// How many delegations, of the accredited and seated, must be present across all venues (rule 67).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quorum {
    /// To open a meeting and let the debate proceed: at least this part.
    pub to_open: Fraction,
    /// To decide: more than this part.
    pub to_decide: Fraction,
}
impl Default for Quorum {
    fn default() -> Self {
        Self { to_open: Fraction { numerator: 1, denominator: 3 }, to_decide: Fraction { numerator: 1, denominator: 2 } }
    }
}

/// How long and how often one may speak (rule 72).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Speeches {
    /// Seconds of a statement in a general debate.
    pub general_debate_seconds: SpeechSeconds,
    /// Seconds of a statement on any other item.
    pub statement_seconds: SpeechSeconds,
    /// Seconds of an explanation of vote or position.
    pub explanation_seconds: SpeechSeconds,
    /// Seconds of a point of order.
    pub point_of_order_seconds: SpeechSeconds,
    /// Statements of one delegation on one item.
    pub statements_per_item: People,
    /// Whether a delegation may yield its time to another.
    pub yielding: Flag,
}
impl Default for Speeches {
    fn default() -> Self {
        Self {
            general_debate_seconds: SpeechSeconds(300),
            statement_seconds: SpeechSeconds(180),
            explanation_seconds: SpeechSeconds(600),
            point_of_order_seconds: SpeechSeconds(180),
            statements_per_item: People(1),
            yielding: Flag(false),
        }
    }
}

/// Replies to what was said of one (rule 73).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RightOfReply {
    /// Replies of one delegation on one item.
    pub per_delegation: People,
    /// Minutes of the first.
    pub first_minutes: Minutes,
    /// Minutes of each further one.
    pub further_minutes: Minutes,
}
impl Default for RightOfReply {
    fn default() -> Self {
        Self { per_delegation: People(2), first_minutes: Minutes(10), further_minutes: Minutes(5) }
    }
}

/// How large a delegation may be (rule 25); the head comes on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DelegationSizes {
    /// Most representatives.
    pub representatives: People,
    /// Most alternates.
    pub alternates: People,
    /// Most advisers; the rule says any number, the house says 488 so that a delegation has at most
    /// [`crate::limit::DELEGATION_MEMBERS`] members.
    pub advisers: People,
}
impl Default for DelegationSizes {
    fn default() -> Self {
        Self { representatives: People(5), alternates: People(5), advisers: People(488) }
    }
}

/// How things are decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Deciding {
    /// Fewest hours of a silence procedure.
    pub silence_hours: Hours,
    /// More than this part of those present and voting carries a proposal.
    pub majority: Fraction,
    /// At least this part of those present and voting reopens what was decided (rule 81).
    pub reconsideration: Fraction,
    /// Whether votes carry weights; off is one seat, one vote.
    pub weights: Flag,
}
impl Default for Deciding {
    fn default() -> Self {
        Self {
            silence_hours: Hours(72),
            majority: Fraction { numerator: 1, denominator: 2 },
            reconsideration: Fraction { numerator: 2, denominator: 3 },
            weights: Flag(false),
        }
    }
}

/// What becomes of a vote with as many for as against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// The proposal is rejected; a second vote is a new poll.
    #[default]
    Rejected,
    /// The chair decides.
    Chair,
}

/// How votes are judged, beyond their majority.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Voting {
    /// What becomes of a tie.
    pub tie: Tie,
}

/// Rules that were set before this part of them was known end here in the log: then it is as it is by default.
fn voting_or_default<'de, D: Deserializer<'de>>(d: D) -> Result<Voting, D::Error> {
    if d.is_human_readable() { Voting::deserialize(d) } else { Ok(Voting::deserialize(d).unwrap_or_default()) }
}

/// All numbers of the rules of a summit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Presence needed to open and to decide.
    pub quorum: Quorum,
    /// Time limits.
    pub speeches: Speeches,
    /// Right of reply.
    pub right_of_reply: RightOfReply,
    /// Sizes of delegations.
    pub delegation: DelegationSizes,
    /// Majorities and deadlines.
    pub deciding: Deciding,
    /// People on the credentials committee (rule 28).
    pub credentials_committee: CommitteeSize,
    /// What becomes of a tie; stands last, because older logs do not have it.
    #[serde(deserialize_with = "voting_or_default")]
    pub voting: Voting,
}

/// How many members the credentials committee has; nine unless the profile says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommitteeSize(pub People);
impl Default for CommitteeSize {
    fn default() -> Self {
        Self(People(9))
    }
}

impl Profile {
    /// The defaults as a commented text that a convener copies and changes (TOML); it names every number.
    pub const DEFAULT_TOML: &str = include_str!("../rules.toml");

    /// Checks what no single number shows: a quorum to decide is not below the one to open, and a delegation with all its
    /// members is not larger than the house holds.
    ///
    /// # Errors
    /// [`Invalid`] naming the field.
    pub fn check(&self) -> Result<(), Invalid> {
        const WHOLE: u32 = 1_000_000;
        if self.quorum.to_decide.at_least(WHOLE) < self.quorum.to_open.at_least(WHOLE) {
            return Err(Invalid::new("quorum.to_decide", FieldProblem::OutOfRange { min: 0, max: 1 }));
        }
        let sizes = &self.delegation;
        let members = 1 + u64::from(sizes.representatives.0) + u64::from(sizes.alternates.0) + u64::from(sizes.advisers.0);
        if members > crate::limit::DELEGATION_MEMBERS as u64 {
            return Err(Invalid::new("delegation.advisers", FieldProblem::TooMany { limit: crate::limit::DELEGATION_MEMBERS }));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn fractions_count_heads_exactly() {
        let (third, half) = (Fraction::new(1, 3).unwrap(), Fraction::new(1, 2).unwrap());
        assert_eq!((third.at_least(512), third.at_least(9), third.at_least(0)), (171, 3, 0));
        assert_eq!((half.more_than(512), half.more_than(511), half.more_than(0)), (257, 256, 1));
        assert_eq!("2/3".parse::<Fraction>().unwrap().to_string(), "2/3");
        for wrong in ["", "2", "3/2", "0/3", "1/0", "a/b", "-1/2"] {
            assert!(wrong.parse::<Fraction>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_profile_names_only_what_differs_and_nothing_unknown() {
        let some: Profile = serde_json::from_str(r#"{"quorum":{"to_open":"1/4"},"deciding":{"silence_hours":96}}"#).unwrap();
        assert_eq!(some.quorum.to_open.to_string(), "1/4");
        assert_eq!(some.deciding.silence_hours, Hours(96));
        assert_eq!(Profile { quorum: Quorum::default(), deciding: Deciding::default(), ..some }, Profile::default());
        assert!(serde_json::from_str::<Profile>(r#"{"quorums":{}}"#).is_err());
        assert!(serde_json::from_str::<Profile>(r#"{"quorum":{"to_open":"4/3"}}"#).is_err());
    }

    #[test]
    fn the_text_of_the_defaults_names_every_number_and_reads_as_the_defaults() {
        let read: Profile = toml::from_str(Profile::DEFAULT_TOML).unwrap();
        assert_eq!(read, Profile::default());
        let written: toml::Table = toml::from_str(Profile::DEFAULT_TOML).unwrap();
        assert_eq!(written, toml::Table::try_from(Profile::default()).unwrap());
    }

    #[test]
    fn a_profile_that_contradicts_itself_is_refused() {
        Profile::default().check().unwrap();
        let mut odd = Profile::default();
        odd.quorum.to_decide = Fraction::new(1, 4).unwrap();
        assert_eq!(odd.check().unwrap_err().field, "quorum.to_decide");
        let mut large = Profile::default();
        large.delegation.advisers = People(490);
        assert_eq!(large.check().unwrap_err().field, "delegation.advisers");
    }
}
