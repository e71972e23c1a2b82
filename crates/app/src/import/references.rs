//! Finding the organisation that a cell speaks of.

use std::borrow::Cow;
use std::collections::HashMap;

use domain::directory::Home;

use super::text::{id_key, name_key, nearest};

/// Most values for which a near name is looked for; each costs a walk through all names.
pub(super) const MAX_SUGGESTIONS: usize = 50;

/// An organisation that is in the directory already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownOrganisation {
    /// Its reference in the directory, such as `org-12`.
    pub reference: String,
    /// Its names in all languages.
    pub names: Vec<String>,
    /// Its short name.
    pub short_name: Option<String>,
    /// Its identifier in the convener's register.
    pub external_id: Option<String>,
    /// Its home, ISO 3166 alpha-2.
    pub country: Option<Home>,
}

/// An organisation that a reference was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// Index in [`Outcome::drafts`](super::Outcome::drafts) of the same import.
    Draft(usize),
    /// Reference of an organisation in the directory.
    Known(String),
}

/// Where an organisation stands while the list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Listed(usize),
    Known(usize),
}

/// What a reference leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(Place),
    None,
    Several(Vec<Place>),
}

/// Organisations by identifier, name and short name.
#[derive(Debug, Default)]
pub(super) struct Index<'a> {
    by_id: HashMap<String, Vec<Place>>,
    by_name: HashMap<Cow<'a, str>, Vec<Place>>,
    by_short_name: HashMap<String, Vec<Place>>,
    suggestions: usize,
}

impl<'a> Index<'a> {
    pub(super) fn of_known(known: &[KnownOrganisation]) -> Self {
        let mut index = Self::default();
        for (place, organisation) in known.iter().enumerate() {
            let keys = organisation.names.iter().map(|name| Cow::Owned(name_key(name)));
            let place = Place::Known(place);
            index.add(place, keys, organisation.short_name.as_deref(), organisation.external_id.as_deref());
            put(&mut index.by_id, id_key(&organisation.reference), place);
        }
        index
    }

    /// Makes room once; growing by steps was a sixth of the time of a large import.
    pub(super) fn reserve(&mut self, organisations: usize, names: usize) {
        self.by_id.reserve(organisations);
        self.by_short_name.reserve(organisations);
        self.by_name.reserve(names);
    }

    /// Adds an organisation, its names as keys.
    pub(super) fn add(
        &mut self,
        place: Place,
        name_keys: impl Iterator<Item = Cow<'a, str>>,
        short_name: Option<&str>,
        external_id: Option<&str>,
    ) {
        for key in name_keys.filter(|key| !key.is_empty()) {
            put(&mut self.by_name, key, place);
        }
        if let Some(key) = short_name.map(name_key).filter(|key| !key.is_empty()) {
            put(&mut self.by_short_name, key, place);
        }
        if let Some(id) = external_id {
            put(&mut self.by_id, id_key(id), place);
        }
    }

    /// The organisation: by identifier, else by name, else by short name. Where several answer, `prefer` may single one
    /// out (one of the same country, say).
    pub(super) fn find(&self, text: &str, prefer: impl Fn(Place) -> bool) -> Found {
        let key = name_key(text);
        let by_name = || self.by_name.get(key.as_str()).or_else(|| self.by_short_name.get(&key));
        let Some(places) = self.by_id.get(&id_key(text)).or_else(by_name) else { return Found::None };
        if let [only] = places[..] {
            return Found::One(only);
        }
        let preferred: Vec<Place> = places.iter().copied().filter(|&place| prefer(place)).collect();
        match preferred[..] {
            [only] => Found::One(only),
            _ => Found::Several(places.clone()),
        }
    }

    /// The nearest of the spellings, for the first few references that lead nowhere.
    pub(super) fn suggest<'s>(&mut self, text: &str, spellings: impl Iterator<Item = &'s str>) -> Option<String> {
        if self.suggestions == MAX_SUGGESTIONS {
            return None;
        }
        self.suggestions += 1;
        nearest(text, spellings).map(str::to_owned)
    }
}

/// Every spelling by which an organisation of the directory may be called.
pub(super) fn spellings(known: &[KnownOrganisation]) -> impl Iterator<Item = &str> {
    known.iter().flat_map(|organisation| organisation.names.iter().chain(&organisation.short_name)).map(String::as_str)
}

fn put<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<Place>>, key: K, place: Place) {
    let places = map.entry(key).or_default();
    if places.last() != Some(&place) {
        places.push(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_come_before_names_and_names_before_short_names() {
        let known = |reference: &str, name: &str, short: &str, id: &str| KnownOrganisation {
            reference: reference.to_owned(),
            names: vec![name.to_owned()],
            short_name: Some(short.to_owned()),
            external_id: Some(id.to_owned()),
            country: None,
        };
        let list = [known("org-1", "Unity", "U", "7"), known("org-2", "7", "Unity", "9"), known("org-3", "Dawn", "U", "8")];
        let mut index = Index::of_known(&list);
        let one = |text: &str| index.find(text, |_| false);
        assert_eq!(one("7"), Found::One(Place::Known(0)));
        assert_eq!(one("unity"), Found::One(Place::Known(0)));
        assert_eq!(one("ORG-3"), Found::One(Place::Known(2)));
        assert_eq!(one("u"), Found::Several(vec![Place::Known(0), Place::Known(2)]));
        assert_eq!(index.find("u", |place| place == Place::Known(2)), Found::One(Place::Known(2)));
        assert_eq!(index.find("Unlty", |_| false), Found::None);
        assert_eq!(index.suggest("Unlty", spellings(&list)).as_deref(), Some("Unity"));
    }
}
