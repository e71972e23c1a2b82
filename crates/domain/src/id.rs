//! Identifiers: small numbers the domain assigns in order, written as `org-17` outside.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The word before the number in the written form.
            pub const PREFIX: &'static str = $prefix;
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "-{}"), self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl FromStr for $name {
            type Err = crate::FieldProblem;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.strip_prefix(concat!($prefix, "-"))
                    .filter(|n| n.len() <= 10 && n.bytes().all(|b| b.is_ascii_digit()) && !(n.len() > 1 && n.starts_with('0')))
                    .and_then(|n| n.parse().ok())
                    .map(Self)
                    .ok_or(crate::FieldProblem::NotAnId { prefix: $prefix })
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.collect_str(self) } else { s.serialize_u32(self.0) }
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if d.is_human_readable() {
                    let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                    text.parse().map_err(D::Error::custom)
                } else {
                    u32::deserialize(d).map(Self)
                }
            }
        }
    )*};
}

ids! {
    /// An organisation in the directory.
    OrganisationId = "org",
    /// A summit of the series.
    SummitId = "summit",
    /// A venue of a summit, main or satellite.
    VenueId = "venue",
    /// A meeting of a summit.
    MeetingId = "meeting",
    /// An item of a meeting's agenda.
    ItemId = "item",
    /// A delegation of one organisation to one summit.
    DelegationId = "delegation",
    /// A person, whose name and address live in the erasable store alone.
    PersonId = "rep",
    /// A role held by somebody: what a session acts as.
    SeatId = "seat",
    /// A single-use link that lets somebody take a seat.
    InvitationId = "invitation",
    /// A device that signed in.
    SessionId = "session",
    /// A question put to the vote.
    PollId = "poll",
    /// A joint text, over all its revisions and languages.
    TextId = "text",
    /// A paragraph of one text, the same in all its languages and revisions.
    ParagraphId = "paragraph",
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes_and_nothing_else() {
        assert_eq!("org-17".parse::<OrganisationId>().unwrap(), OrganisationId(17));
        assert_eq!(OrganisationId(17).to_string(), "org-17");
        for wrong in ["org-", "org-017", "venue-1", "org-99999999999", "org--1", "17"] {
            assert!(wrong.parse::<OrganisationId>().is_err(), "{wrong}");
        }
    }
}
