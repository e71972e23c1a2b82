//! Names in the media plane: which broadcast is whose. The relay and its doors come behind these names.
#![forbid(unsafe_code)]
use std::{fmt, str::FromStr};

/// Most characters of a language tag in a path.
const TAG_CHARS: usize = 35;

/// A broadcast's path: who sends it, and what it carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Broadcast {
    /// Camera and microphone of a venue.
    Venue {
        /// Number of the summit.
        summit: u32,
        /// Number of the venue.
        venue: u32,
    },
    /// The program feed: the picture the director takes, with the floor's sound.
    Program {
        /// Number of the summit.
        summit: u32,
    },
    /// A language channel: one audio broadcast.
    Channel {
        /// Number of the summit.
        summit: u32,
        /// Tag of the language.
        language: Box<str>,
    },
}

/// A path that names no broadcast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a broadcast's path such as summit/1/venue/7, summit/1/program or summit/1/channel/fr")]
pub struct NotAPath;

impl fmt::Display for Broadcast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Venue { summit, venue } => write!(f, "summit/{summit}/venue/{venue}"),
            Self::Program { summit } => write!(f, "summit/{summit}/program"),
            Self::Channel { summit, language } => write!(f, "summit/{summit}/channel/{language}"),
        }
    }
}

impl FromStr for Broadcast {
    type Err = NotAPath;
    fn from_str(path: &str) -> Result<Self, NotAPath> {
        let parts: Vec<&str> = path.split('/').collect();
        let broadcast = match parts.as_slice() {
            ["summit", summit, "venue", venue] => Self::Venue { summit: number(summit)?, venue: number(venue)? },
            ["summit", summit, "program"] => Self::Program { summit: number(summit)? },
            ["summit", summit, "channel", tag] if is_tag(tag) => Self::Channel { summit: number(summit)?, language: (*tag).into() },
            _ => return Err(NotAPath),
        };
        Ok(broadcast)
    }
}

fn number(text: &str) -> Result<u32, NotAPath> {
    let written_once = !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| written_once).ok_or(NotAPath)
}

fn is_tag(text: &str) -> bool {
    (2..=TAG_CHARS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_and_nothing_else_is_a_path() {
        for path in ["summit/1/venue/137", "summit/2/program", "summit/1/channel/zh-Hant"] {
            assert_eq!(path.parse::<Broadcast>().map(|b| b.to_string()), Ok(path.to_owned()));
        }
        for path in ["", "summit/01/program", "summit/1/venue/+7", "summit/1/channel/f r", "summit/1/venue/7/..", "summit/1/channel/x"] {
            assert_eq!(path.parse::<Broadcast>(), Err(NotAPath), "{path}");
        }
    }
}
