//! Who signs for an organisation: the devices its delegates registered, and what the record took in from elsewhere.
//!
//! Whether a key is in force is told by the public record alone; here stands what the pages and the queue of the accreditors need.
use crate::{
    Actor, FieldProblem, Moment, No, Recorded, Refusal, State,
    authority::only,
    id::{OrganisationId, PersonId},
    limit, procedure,
    refusal::Denied,
    seat::{Role, Seat},
    state::{Decision, Given},
    words::Digest,
};
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// How long a delegate's device may sign after it was registered, in days.
const DEVICE_DAYS: i64 = 400;

macro_rules! bytes_in_base64url {
    ($($(#[$doc:meta])* $name:ident: $min:expr, $max:expr);* $(;)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// In base64url without padding.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = FieldProblem;
            fn from_str(text: &str) -> Result<Self, FieldProblem> {
                let text = text.trim();
                if text.is_empty() {
                    return Err(FieldProblem::Empty);
                }
                if text.len() > $max {
                    return Err(FieldProblem::TooLong { limit: $max, actual: text.len() });
                }
                let known = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
                if text.len() < $min || !text.bytes().all(known) { Err(FieldProblem::NotAKey) } else { Ok(Self(text.into())) }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}

bytes_in_base64url! {
    /// An organisation's public key, Ed25519, 32 bytes raw.
    OrganisationKey: 43, 43;
    /// A device's public key, P-256, the 65 bytes of the uncompressed point.
    DeviceKey: 87, 87;
    /// A device's own name of a credential (WebAuthn), at most 1,023 bytes.
    Credential: 1, 1_364;
    /// An entry of the public record with its signatures: the leaf's bytes, at most 65,535.
    Entry: 8, 87_380;
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum RegistryCommand {
    /// Registers the signing device of the delegate who asks. It signs once the accreditors, or the organisation's own key,
    /// have appointed it in the record.
    RegisterDevice {
        /// Its public key.
        key: DeviceKey,
        /// Its name of the credential.
        credential: Credential,
    },
    /// Ends a signing device: one's own, any of the organisation by its focal point, any by the secretariat. For a lost telephone.
    /// Acts signed before stay.
    EndDevice {
        /// Under which name it signs.
        rep: String,
    },
    /// Gives an organisation its key, or another after a loss, in the accreditors' name. Its focal point enters the first one; the
    /// record then refuses another that the key in force has not signed itself.
    SetOrganisationKey {
        /// Whose.
        organisation: OrganisationId,
        /// The key.
        key: OrganisationKey,
    },
    /// Brings in entries that were signed elsewhere: by the organisation's own key, or by the accreditors. Each proves itself.
    EnterEntries {
        /// The entries in order; all or none.
        entries: Vec<Entry>,
    },
}

/// What happened. New variants go last: the stored form counts them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum RegistryEvent {
    /// A delegate registered a device to sign with.
    DeviceRegistered {
        /// Under which name it signs, made anew for each device.
        rep: String,
        /// Whose device.
        person: PersonId,
        /// For which organisation.
        organisation: OrganisationId,
        /// Its public key.
        key: DeviceKey,
        /// Its name of the credential.
        credential: Credential,
        /// Until when it may sign.
        until: Moment,
    },
    /// A device signs no more.
    DeviceEnded {
        /// Under which name it signed.
        rep: String,
    },
    /// An organisation was given a key in the accreditors' name.
    OrganisationKeySet {
        /// Whose.
        organisation: OrganisationId,
        /// The key.
        key: OrganisationKey,
    },
    /// An entry signed elsewhere was taken into the record.
    EntryTaken {
        /// SHA-256 of the entry as it was handed in, in base64url.
        digest: Digest,
    },
}

/// A device that signs for its organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Whose.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// Its public key.
    pub key: DeviceKey,
    /// Its name of the credential.
    pub credential: Credential,
    /// Until when it may sign.
    pub until: Moment,
    /// Whether it was ended.
    pub ended: bool,
}

/// The devices by the names under which they sign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Registry {
    devices: BTreeMap<String, Device>,
    of_person: BTreeMap<PersonId, Vec<String>>,
}

impl Registry {
    /// The device of this name.
    #[must_use]
    pub fn device(&self, rep: &str) -> Option<&Device> {
        self.devices.get(rep)
    }
    /// All devices by their names, ended ones too.
    pub fn devices(&self) -> impl Iterator<Item = (&str, &Device)> {
        self.devices.iter().map(|(rep, d)| (rep.as_str(), d))
    }
    /// A person's newest device that was not ended.
    #[must_use]
    pub fn of_person(&self, person: PersonId) -> Option<(&str, &Device)> {
        let names = self.of_person.get(&person)?;
        names.iter().rev().find_map(|rep| Some((rep.as_str(), self.devices.get(rep).filter(|d| !d.ended)?)))
    }

    pub(crate) fn evolve(&mut self, event: &RegistryEvent, _: &Recorded) {
        match event {
            RegistryEvent::DeviceRegistered { rep, person, organisation, key, credential, until } => {
                let device = Device {
                    person: *person,
                    organisation: *organisation,
                    key: key.clone(),
                    credential: credential.clone(),
                    until: *until,
                    ended: false,
                };
                self.devices.insert(rep.clone(), device);
                self.of_person.entry(*person).or_default().push(rep.clone());
            }
            RegistryEvent::DeviceEnded { rep } => {
                if let Some(device) = self.devices.get_mut(rep) {
                    device.ended = true;
                }
            }
            RegistryEvent::OrganisationKeySet { .. } | RegistryEvent::EntryTaken { .. } => {}
        }
    }
}

pub(crate) fn authorise(state: &State, seat: &Seat, command: &RegistryCommand) -> Result<(), Denied> {
    match command {
        RegistryCommand::RegisterDevice { .. } => only(seat, &[Role::Delegate]),
        RegistryCommand::EndDevice { rep } => {
            only(seat, &[Role::Delegate, Role::FocalPoint, Role::Secretariat])?;
            let own = state.registry.device(rep).is_none_or(|d| match seat.role {
                Role::FocalPoint => Some(d.organisation) == seat.organisation,
                _ => d.person == seat.person,
            });
            if own || seat.role == Role::Secretariat { Ok(()) } else { Err(Denied::OutOfScope) }
        }
        RegistryCommand::SetOrganisationKey { organisation, .. } => {
            only(seat, &[Role::FocalPoint, Role::Secretariat])?;
            let own = seat.organisation == Some(*organisation);
            if own || seat.role == Role::Secretariat { Ok(()) } else { Err(Denied::OutOfScope) }
        }
        // What an entry may do is proven by its signatures alone; who hands it in only has to be known.
        RegistryCommand::EnterEntries { .. } => only(seat, &[Role::Secretariat, Role::Delegate, Role::FocalPoint]),
    }
}

pub(crate) fn decide(state: &State, actor: &Actor, command: &RegistryCommand, given: &Given<'_>) -> Result<Decision, No> {
    match command {
        RegistryCommand::RegisterDevice { key, credential } => register(state, actor, key, credential, given),
        RegistryCommand::EndDevice { rep } => {
            let device = state.registry.device(rep).ok_or(No::unknown("rep"))?;
            if device.ended {
                return Err(Refusal::new("device-ended").into());
            }
            Ok(Decision::events([RegistryEvent::DeviceEnded { rep: rep.clone() }]))
        }
        RegistryCommand::SetOrganisationKey { organisation, key } => {
            state.directory.get(*organisation).ok_or(No::unknown("organisation"))?;
            Ok(Decision::events([RegistryEvent::OrganisationKeySet { organisation: *organisation, key: key.clone() }]))
        }
        RegistryCommand::EnterEntries { entries } => {
            if entries.is_empty() || entries.len() > limit::ENTRIES_PER_COMMAND {
                let problem = FieldProblem::TooMany { limit: limit::ENTRIES_PER_COMMAND };
                let problem = if entries.is_empty() { FieldProblem::Empty } else { problem };
                return Err(crate::Invalid::new("entries", problem).into());
            }
            let taken = |entry: &Entry| RegistryEvent::EntryTaken { digest: Digest::of(entry.as_str().as_bytes()) };
            Ok(Decision::events(entries.iter().map(taken)).creating(entries.len()))
        }
    }
}

fn register(state: &State, actor: &Actor, key: &DeviceKey, credential: &Credential, given: &Given<'_>) -> Result<Decision, No> {
    let seat = actor.holder(state).ok_or(Denied::NotSignedIn)?;
    let organisation = seat.organisation.ok_or(Denied::RoleMayNot)?;
    if let Some(summit) = seat.summit
        && !procedure::is_seated(state, summit, organisation)
    {
        return Err(Refusal::new("organisation-not-seated").with("name", procedure::name_of(state, organisation)).into());
    }
    let made = state.registry.of_person.get(&seat.person).map_or(0, Vec::len);
    if made >= limit::DEVICES {
        return Err(Refusal::new("too-many-devices").with("limit", limit::DEVICES).into());
    }
    if state.registry.devices.values().any(|d| d.key == *key) {
        return Err(crate::Invalid::new("key", FieldProblem::Taken).into());
    }
    let rep = if made == 0 { seat.person.to_string() } else { format!("{}-{}", seat.person, made + 1) };
    let until = given.now.plus_ms(DEVICE_DAYS * 24 * 3_600_000);
    let mut decision = Decision::default();
    // One device signs for a person at a time: who registers another has lost or replaced the one before.
    if let Some((former, _)) = state.registry.of_person(seat.person) {
        decision.events.push(RegistryEvent::DeviceEnded { rep: former.to_owned() }.into());
    }
    let registered = RegistryEvent::DeviceRegistered {
        rep: rep.clone(),
        person: seat.person,
        organisation,
        key: key.clone(),
        credential: credential.clone(),
        until,
    };
    decision.events.push(registered.into());
    Ok(decision.creating(rep))
}

#[cfg(test)]
mod tests;
