//! Policies (C2SP tlog-policy): which logs and witnesses are trusted and how many must have cosigned, with one line more,
//! `genesis`, for the digest of entry 0.
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::key::{KeyError, Kind, Verifier as _, VerifierKey};
use crate::note::Note;
use crate::tree::Hash;
use std::{collections::HashMap, collections::HashSet, fmt, str::FromStr};

/// The longest policy, in bytes.
pub const MAX_POLICY: usize = 65_536;
/// The most logs, witnesses and groups, each.
pub const MAX_LINES: usize = 64;

/// A log or a witness of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// How the policy names a witness; of a log, its origin.
    pub name: String,
    /// The key.
    pub key: VerifierKey,
    /// Where it is reached, when the policy says so.
    pub url: Option<String>,
}

/// Whose cosignatures count, and how many of them it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// How the policy names it.
    pub name: String,
    /// How many of the members.
    pub threshold: usize,
    /// Witnesses and earlier groups, by name.
    pub members: Vec<String>,
}

/// What a reader of the record trusts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// What people should know who read it: lines that begin with `#`, at the top. Programs pass them over, and reading a policy does not
    /// bring them back.
    pub remarks: Vec<String>,
    /// Logs any of which may have signed.
    pub logs: Vec<Party>,
    /// Witnesses known.
    pub witnesses: Vec<Party>,
    /// Groups, in their order.
    pub groups: Vec<Group>,
    /// The witness or group that must have cosigned; none when the log's own signature is enough.
    pub quorum: Option<String>,
    /// The SHA-256 of entry 0, which names the accreditors.
    pub genesis: Option<Hash>,
}

/// Why a text is no policy: the line, from 1, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the policy: {fault}")]
pub struct PolicyError {
    /// Which line; of a line that is missing, the one after the last.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a policy's line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Longer than [`MAX_POLICY`], or more than [`MAX_LINES`] of a kind.
    #[error("too long")]
    TooLong,
    /// A control character, or a last line without newline.
    #[error("not a line of text")]
    Text,
    /// Not a line that policies have.
    #[error("not a line that a policy has")]
    Form,
    /// A key that is none.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A witness's key for a log, or the other way round.
    #[error("the key is of the wrong kind")]
    KeyKind,
    /// A key that stands twice.
    #[error("the key stands twice")]
    KeyTwice,
    /// A name that stands twice, or `none`.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// A name that no earlier line has introduced.
    #[error("nothing before is named `{0}`")]
    Unknown(String),
    /// A member of two groups.
    #[error("`{0}` is a member already")]
    MemberTwice(String),
    /// More members asked for than there are, or none.
    #[error("the threshold is not between 1 and the number of members")]
    Threshold,
    /// A line that may stand once stands again.
    #[error("this line may stand once")]
    Twice,
    /// No quorum line.
    #[error("the quorum line is missing")]
    NoQuorum,
}

/// Why a checkpoint does not satisfy a policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a checkpoint, or a false signature on it.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// Signed by none of the policy's logs.
    #[error("the checkpoint is not signed by a log of the policy")]
    UnknownLog,
    /// Too few witnesses.
    #[error("the quorum `{quorum}` is not reached: {} of {known} witnesses have cosigned", cosigned.len())]
    Quorum {
        /// Who should have.
        quorum: String,
        /// Who has.
        cosigned: Vec<String>,
        /// How many witnesses the policy knows.
        known: usize,
    },
}

/// What a policy finds in a checkpoint that satisfies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// The witnesses that have cosigned, as the policy names them, each with its time in seconds since 1970.
    pub witnesses: Vec<(String, u64)>,
}

impl Policy {
    /// Whether a note is a checkpoint that this policy accepts: signed by one of its logs and cosigned by its quorum.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn check(&self, note: &Note) -> Result<Approved, Refused> {
        let checkpoint: Checkpoint = note.text().parse()?;
        let own: Vec<_> = self.logs.iter().filter(|log| log.name == checkpoint.origin()).collect();
        let keys: Vec<_> = own.iter().map(|log| log.key.clone()).collect();
        if !note.verify(&keys).map_err(CheckpointError::from)?.iter().any(Option::is_some) {
            return Err(Refused::UnknownLog);
        }
        let keys: Vec<_> = self.witnesses.iter().map(|witness| witness.key.clone()).collect();
        let found = note.verify(&keys).map_err(CheckpointError::from)?;
        let signed = self.witnesses.iter().zip(found);
        let witnesses: Vec<_> = signed.filter_map(|(witness, signed)| Some((witness.name.clone(), signed?.time?))).collect();
        let reached = self.can_be_reached_by(witnesses.iter().map(|(name, _)| name.as_str()));
        match &self.quorum {
            Some(quorum) if !reached => Err(Refused::Quorum {
                quorum: quorum.clone(),
                cosigned: witnesses.into_iter().map(|(name, _)| name).collect(),
                known: self.witnesses.len(),
            }),
            _ => Ok(Approved { checkpoint, witnesses }),
        }
    }

    /// Whether these witnesses together, by their names, are the quorum.
    pub fn can_be_reached_by<'a>(&'a self, witnesses: impl IntoIterator<Item = &'a str>) -> bool {
        let mut reached: HashSet<&str> = witnesses.into_iter().collect();
        for group in &self.groups {
            if group.members.iter().filter(|member| reached.contains(member.as_str())).count() >= group.threshold {
                reached.insert(&group.name);
            }
        }
        self.quorum.as_ref().is_none_or(|quorum| reached.contains(quorum.as_str()))
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    policy: Policy,
    // Names of witnesses and groups, with whether they are a member of a group already.
    names: HashMap<String, bool>,
    keys: HashSet<[u8; 32]>,
    quorum_read: bool,
}

impl Reader {
    fn line(&mut self, words: &[&str]) -> Result<(), Fault> {
        match words {
            ["log", key, url @ ..] => self.log(key, url),
            ["witness", name, key, url @ ..] => self.witness(name, key, url),
            ["group", name, threshold, members @ ..] => self.group(name, threshold, members),
            ["quorum", name] => self.quorum(name),
            ["genesis", digest] => self.genesis(digest),
            _ => Err(Fault::Form),
        }
    }
    fn key(&mut self, key: &str, kind: Kind) -> Result<VerifierKey, Fault> {
        let key: VerifierKey = key.parse()?;
        if key.kind() != kind {
            return Err(Fault::KeyKind);
        }
        // Also a log and a witness with one key: a log that witnesses itself proves nothing.
        if self.keys.insert(*key.public()) { Ok(key) } else { Err(Fault::KeyTwice) }
    }
    fn log(&mut self, key: &str, url: &[&str]) -> Result<(), Fault> {
        let key = self.key(key, Kind::Note)?;
        let name = key.name().to_owned();
        push(&mut self.policy.logs, Party { name, key, url: one(url)? })
    }
    fn name(&mut self, name: &str) -> Result<String, Fault> {
        if name == "none" || self.names.contains_key(name) {
            return Err(Fault::NameTaken(name.to_owned()));
        }
        self.names.insert(name.to_owned(), false);
        Ok(name.to_owned())
    }
    fn witness(&mut self, name: &str, key: &str, url: &[&str]) -> Result<(), Fault> {
        let key = self.key(key, Kind::Cosignature)?;
        let party = Party { name: self.name(name)?, key, url: one(url)? };
        push(&mut self.policy.witnesses, party)
    }
    fn group(&mut self, name: &str, threshold: &str, members: &[&str]) -> Result<(), Fault> {
        let threshold = match threshold {
            "any" => Some(1),
            "all" => Some(members.len()),
            number => number.parse().ok().filter(|n: &usize| n.to_string() == number),
        };
        let threshold = threshold.filter(|n| (1..=members.len()).contains(n)).ok_or(Fault::Threshold)?;
        for member in members {
            match self.names.get_mut(*member) {
                None => return Err(Fault::Unknown((*member).to_owned())),
                Some(true) => return Err(Fault::MemberTwice((*member).to_owned())),
                Some(free) => *free = true,
            }
        }
        let members = members.iter().map(|&member| member.to_owned()).collect();
        let group = Group { name: self.name(name)?, threshold, members };
        push(&mut self.policy.groups, group)
    }
    fn quorum(&mut self, name: &str) -> Result<(), Fault> {
        if std::mem::replace(&mut self.quorum_read, true) {
            return Err(Fault::Twice);
        }
        if name != "none" {
            if !self.names.contains_key(name) {
                return Err(Fault::Unknown(name.to_owned()));
            }
            self.policy.quorum = Some(name.to_owned());
        }
        Ok(())
    }
    fn genesis(&mut self, digest: &str) -> Result<(), Fault> {
        let digest = read_hex(digest).ok_or(Fault::Form)?;
        if self.policy.genesis.replace(digest).is_some() { Err(Fault::Twice) } else { Ok(()) }
    }
}

fn push<T>(list: &mut Vec<T>, item: T) -> Result<(), Fault> {
    if list.len() == MAX_LINES {
        return Err(Fault::TooLong);
    }
    list.push(item);
    Ok(())
}

fn one(url: &[&str]) -> Result<Option<String>, Fault> {
    match url {
        [] => Ok(None),
        [url] => Ok(Some((*url).to_owned())),
        _ => Err(Fault::Form),
    }
}

/// A digest of 64 lower-case hexadecimal digits.
#[must_use]
pub fn read_hex(text: &str) -> Option<Hash> {
    let mut hash = [0; 32];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != hash.len() || !rest.is_empty() {
        return None;
    }
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(hash)
}

impl FromStr for Policy {
    type Err = PolicyError;
    fn from_str(text: &str) -> Result<Self, PolicyError> {
        if text.len() > MAX_POLICY {
            return Err(PolicyError { line: 1, fault: Fault::TooLong });
        }
        let mut reader = Reader::default();
        let mut next = 1;
        for (at, line) in text.split_inclusive('\n').enumerate() {
            let fault = |fault| PolicyError { line: at + 1, fault };
            next = at + 2;
            let line = line.strip_suffix('\n').ok_or(fault(Fault::Text))?;
            if line.bytes().any(|byte| byte < b' ' && byte != b'\t' || byte == 0x7f) {
                return Err(fault(Fault::Text));
            }
            // Spaces and tabs alone separate: Unicode's other spaces are part of a name.
            let words: Vec<_> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
            if words.first().is_some_and(|word| !word.starts_with('#')) {
                reader.line(&words).map_err(fault)?;
            }
        }
        if reader.quorum_read { Ok(reader.policy) } else { Err(PolicyError { line: next, fault: Fault::NoQuorum }) }
    }
}

/// The policy as a file.
impl fmt::Display for Policy {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |to: &mut fmt::Formatter<'_>, url: &Option<String>| match url {
            Some(url) => writeln!(to, " {url}"),
            None => writeln!(to),
        };
        for line in self.remarks.iter().flat_map(|remark| remark.lines()) {
            writeln!(to, "# {line}")?;
        }
        for log in &self.logs {
            write!(to, "log {}", log.key)?;
            end(to, &log.url)?;
        }
        if let Some(genesis) = &self.genesis {
            to.write_str("genesis ")?;
            genesis.iter().try_for_each(|byte| write!(to, "{byte:02x}"))?;
            writeln!(to)?;
        }
        for witness in &self.witnesses {
            write!(to, "witness {} {}", witness.name, witness.key)?;
            end(to, &witness.url)?;
        }
        for group in &self.groups {
            writeln!(to, "group {} {} {}", group.name, group.threshold, group.members.join(" "))?;
        }
        writeln!(to, "quorum {}", self.quorum.as_deref().unwrap_or("none"))
    }
}

#[cfg(test)]
mod tests;
