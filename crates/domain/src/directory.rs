//! The directory of organisations: who may take part, whatever summit.
use crate::{
    Actor, FieldProblem, Invalid, No, Recorded, Refusal, State,
    id::OrganisationId,
    language::Names,
    limit,
    state::{Decision, Given},
    words::{Line, ShortName},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{collections::HashMap, fmt, str::FromStr};

/// An organisation's home: ISO 3166-1 alpha-2 in capitals, or a convener's own code `x-…`. International bodies have none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Home(Box<str>);

impl Home {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl FromStr for Home {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let iso = text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        let own = text.strip_prefix("x-").is_some_and(|rest| {
            (1..=30).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        });
        if iso || own { Ok(Self(text.into())) } else { Err(FieldProblem::NotACountry) }
    }
}
impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl Serialize for Home {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Home {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

/// What kind of participant an organisation is; decides its [`Capability`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Full member.
    Member,
    /// Associate.
    Associate,
    /// Observer.
    Observer,
    /// Partner, such as a non-governmental organisation.
    Partner,
    /// Guest of the convener.
    Guest,
    /// Media.
    Media,
}

/// One thing a category entitles to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capability {
    /// Be present.
    Attend,
    /// Take the floor.
    Speak,
    /// Reply to what was said of it.
    Reply,
    /// Table texts and amendments.
    Propose,
    /// Endorse adopted texts.
    Endorse,
    /// Vote, object to consensus, enter reservations.
    Vote,
    /// Read what is not public.
    ReadRestricted,
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 6] = [Self::Member, Self::Associate, Self::Observer, Self::Partner, Self::Guest, Self::Media];
    /// The written form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Associate => "associate",
            Self::Observer => "observer",
            Self::Partner => "partner",
            Self::Guest => "guest",
            Self::Media => "media",
        }
    }
    /// The default profile's entitlements.
    #[must_use]
    pub const fn may(self, capability: Capability) -> bool {
        use Capability::{Attend, Endorse, Propose, ReadRestricted, Reply, Speak};
        match self {
            Self::Member => true,
            Self::Associate => matches!(capability, Attend | Speak | Reply | Propose | Endorse | ReadRestricted),
            Self::Observer => matches!(capability, Attend | Speak | Reply | ReadRestricted),
            Self::Partner => matches!(capability, Attend | Speak | Endorse),
            Self::Guest => matches!(capability, Attend | Speak),
            Self::Media => matches!(capability, Attend),
        }
    }
}

/// A member body: party, union, parliament, non-governmental organisation, international body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its name, in one or more languages.
    pub names: Names,
    /// Its acronym or short name.
    #[serde(default)]
    pub short_name: Option<ShortName>,
    /// Its country; none for an international body.
    #[serde(default)]
    pub home: Option<Home>,
    /// What kind of participant it is.
    pub category: Category,
    /// The umbrella it is a member of.
    #[serde(default)]
    pub umbrella: Option<OrganisationId>,
    /// The convener's own number for it, from an imported list.
    #[serde(default)]
    pub external_id: Option<ShortName>,
    /// Its public page on the web.
    #[serde(default)]
    pub website: Option<Line>,
}

/// What can be asked of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum DirectoryCommand {
    /// Enters one organisation.
    RegisterOrganisation(Organisation),
    /// Replaces an organisation's entry.
    AmendOrganisation {
        /// Which.
        id: OrganisationId,
        /// What replaces it.
        organisation: Organisation,
    },
    /// Enters a whole list, all or nothing. An umbrella may be one of the same list: `org-<next + index>`.
    ImportOrganisations {
        /// The list, in order.
        organisations: Vec<Organisation>,
        /// The id that its first entry is to get, where the list counts on that: for umbrellas of the same list.
        #[serde(default)]
        first: Option<OrganisationId>,
    },
    /// Takes an organisation off the directory; what it did stays.
    RemoveOrganisation {
        /// Which.
        id: OrganisationId,
    },
}

/// What happened to the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum DirectoryEvent {
    /// An organisation was entered.
    OrganisationRegistered {
        /// Its id.
        id: OrganisationId,
        /// Its entry.
        organisation: Organisation,
    },
    /// An entry was replaced.
    OrganisationAmended {
        /// Which.
        id: OrganisationId,
        /// The new entry.
        organisation: Organisation,
    },
    /// An organisation was taken off.
    OrganisationRemoved {
        /// Which.
        id: OrganisationId,
    },
}

/// All organisations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directory {
    entries: Vec<Option<Organisation>>,
    /// First name, lower case, with home: who has it. Keeps registration independent of the directory's length.
    by_name: HashMap<String, OrganisationId>,
    standing: usize,
}

impl Directory {
    /// The organisation of this id, unless it was taken off.
    #[must_use]
    pub fn get(&self, id: OrganisationId) -> Option<&Organisation> {
        self.entries.get((id.0 as usize).checked_sub(1)?)?.as_ref()
    }
    /// All organisations in order of entry.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, &Organisation)> {
        self.entries.iter().zip(1..).filter_map(|(o, n)| o.as_ref().map(|o| (OrganisationId(n), o)))
    }
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.standing
    }
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.standing == 0
    }
    /// The id the next organisation gets.
    #[must_use]
    pub const fn next(&self) -> OrganisationId {
        OrganisationId(self.entries.len() as u32 + 1)
    }
    /// Who has this name at this home, in any language.
    #[must_use]
    pub fn named(&self, name: &str, home: Option<&Home>) -> Option<OrganisationId> {
        self.by_name.get(&key(name, home)).copied()
    }

    pub(crate) fn evolve(&mut self, event: &DirectoryEvent, _: &Recorded) {
        match event {
            DirectoryEvent::OrganisationRegistered { id, organisation } => {
                self.index(*id, organisation);
                self.entries.push(Some(organisation.clone()));
                self.standing += 1;
            }
            DirectoryEvent::OrganisationAmended { id, organisation } => {
                self.unindex(*id);
                self.index(*id, organisation);
                if let Some(entry) = (id.0 as usize).checked_sub(1).and_then(|i| self.entries.get_mut(i)) {
                    *entry = Some(organisation.clone());
                }
            }
            DirectoryEvent::OrganisationRemoved { id } => {
                self.unindex(*id);
                if let Some(entry) = (id.0 as usize).checked_sub(1).and_then(|i| self.entries.get_mut(i))
                    && entry.take().is_some()
                {
                    self.standing -= 1;
                }
            }
        }
    }

    /// Frees the names of the present entry, whatever the directory's length.
    fn unindex(&mut self, id: OrganisationId) {
        let Some(former) = self.get(id) else { return };
        let keys: Vec<String> = former.names.iter().map(|(_, name)| key(name.as_str(), former.home.as_ref())).collect();
        for key in keys {
            if self.by_name.get(&key) == Some(&id) {
                self.by_name.remove(&key);
            }
        }
    }

    fn index(&mut self, id: OrganisationId, organisation: &Organisation) {
        for (_, name) in organisation.names.iter() {
            self.by_name.insert(key(name.as_str(), organisation.home.as_ref()), id);
        }
    }
}

fn key(name: &str, home: Option<&Home>) -> String {
    format!("{}/{}", home.map_or("", Home::as_str), name.to_lowercase())
}

pub(crate) fn decide(state: &State, _: &Actor, command: &DirectoryCommand, _: &Given<'_>) -> Result<Decision, No> {
    let directory = &state.directory;
    match command {
        DirectoryCommand::RegisterOrganisation(organisation) => {
            room_for(directory, 1)?;
            check(directory, organisation, None, 0)?;
            let id = directory.next();
            Ok(Decision::events([DirectoryEvent::OrganisationRegistered { id, organisation: organisation.clone() }]).creating(id))
        }
        DirectoryCommand::AmendOrganisation { id, organisation } => {
            directory.get(*id).ok_or(No::unknown("id"))?;
            check(directory, organisation, Some(*id), 0)?;
            Ok(Decision::events([DirectoryEvent::OrganisationAmended { id: *id, organisation: organisation.clone() }]))
        }
        DirectoryCommand::ImportOrganisations { organisations, first } => import(directory, organisations, *first),
        DirectoryCommand::RemoveOrganisation { id } => {
            directory.get(*id).ok_or(No::unknown("id"))?;
            if directory.iter().any(|(_, o)| o.umbrella == Some(*id)) {
                return Err(Refusal::new("umbrella-has-members").into());
            }
            if state.accreditation.has_delegation(*id) {
                return Err(Refusal::new("organisation-has-delegation").into());
            }
            if state.programme.relies_on(*id) {
                return Err(Refusal::new("organisation-in-programme").into());
            }
            if state.seats.iter().any(|(_, s)| s.organisation == Some(*id) && !s.ended) {
                return Err(Refusal::new("organisation-has-seats").into());
            }
            Ok(Decision::events([DirectoryEvent::OrganisationRemoved { id: *id }]))
        }
    }
}

fn import(directory: &Directory, organisations: &[Organisation], counted_on: Option<OrganisationId>) -> Result<Decision, No> {
    if organisations.is_empty() {
        return Err(Invalid::new("organisations", FieldProblem::Empty).into());
    }
    room_for(directory, organisations.len())?;
    // Ids were counted from another directory: umbrellas of the list would be other organisations.
    if counted_on.is_some_and(|first| first != directory.next()) {
        return Err(Refusal::new("directory-changed").into());
    }
    let first = directory.next().0;
    let mut seen = HashMap::new();
    let mut events = Vec::with_capacity(organisations.len());
    for (index, organisation) in organisations.iter().enumerate() {
        let at = |invalid: Invalid| Invalid { field: format!("organisations.{index}.{}", invalid.field), ..invalid };
        check(directory, organisation, None, organisations.len()).map_err(at)?;
        for (language, name) in organisation.names.iter() {
            let previous = seen.insert(key(name.as_str(), organisation.home.as_ref()), index);
            if previous.is_some_and(|p| p != index) {
                return Err(at(Invalid::new(&format!("names.{language}"), FieldProblem::Taken)).into());
            }
        }
        let id = OrganisationId(first + index as u32);
        events.push(DirectoryEvent::OrganisationRegistered { id, organisation: organisation.clone() });
    }
    if let Some(index) = circle(organisations, first) {
        return Err(Invalid::new(&format!("organisations.{index}.umbrella"), FieldProblem::Circle).into());
    }
    Ok(Decision::events(events))
}

/// The first entry of a list whose umbrellas lead back to itself. Umbrellas outside the list stood before and lead out of it.
fn circle(organisations: &[Organisation], first: u32) -> Option<usize> {
    let above = |index: usize| {
        let umbrella = organisations.get(index)?.umbrella?;
        umbrella.0.checked_sub(first).map(|i| i as usize).filter(|i| *i < organisations.len())
    };
    // 0: not looked at; n: reached on the walk that began at entry n - 1. Every entry is walked over once.
    let mut seen = vec![0usize; organisations.len()];
    for start in 0..organisations.len() {
        let mut at = Some(start);
        while let Some(index) = at {
            if seen[index] == start + 1 {
                return Some(index);
            }
            if seen[index] != 0 {
                break;
            }
            seen[index] = start + 1;
            at = above(index);
        }
    }
    None
}

fn room_for(directory: &Directory, more: usize) -> Result<(), Refusal> {
    if directory.entries.len() + more > limit::ORGANISATIONS {
        return Err(Refusal::new("directory-full").with("limit", limit::ORGANISATIONS));
    }
    Ok(())
}

/// Names are unique at one home; an umbrella exists (or comes with the same list of `also`) and is not its own member.
fn check(directory: &Directory, organisation: &Organisation, own: Option<OrganisationId>, also: usize) -> Result<(), Invalid> {
    for (language, name) in organisation.names.iter() {
        let holder = directory.named(name.as_str(), organisation.home.as_ref());
        if holder.is_some() && holder != own {
            return Err(Invalid::new(&format!("names.{language}"), FieldProblem::Taken));
        }
    }
    let Some(mut umbrella) = organisation.umbrella else { return Ok(()) };
    let next = directory.next().0;
    let in_list = (next..next + also as u32).contains(&umbrella.0);
    if directory.get(umbrella).is_none() && !in_list {
        return Err(Invalid::new("umbrella", FieldProblem::Unknown));
    }
    // A chain of umbrellas cannot be longer than the directory: the loop ends.
    for _ in 0..=directory.entries.len() {
        if Some(umbrella) == own {
            return Err(Invalid::new("umbrella", FieldProblem::Circle));
        }
        match directory.get(umbrella).and_then(|o| o.umbrella) {
            Some(above) => umbrella = above,
            None => break,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
