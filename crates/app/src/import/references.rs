//! Finding the organisation that a cell speaks of.

use std::collections::HashMap;

use super::text::{name_key, nearest};

/// Most references for which a near name is looked for; each costs a walk through all names.
const MAX_SUGGESTIONS: usize = 50;

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
    pub country: Option<[u8; 2]>,
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
pub(super) struct Index {
    by_id: HashMap<String, Vec<Place>>,
    by_name: HashMap<String, Vec<Place>>,
    by_short_name: HashMap<String, Vec<Place>>,
    spellings: Vec<String>,
    suggestions: usize,
}

impl Index {
    pub(super) fn of_known(known: &[KnownOrganisation]) -> Self {
        let mut index = Self::default();
        for (place, organisation) in known.iter().enumerate() {
            let names = organisation.names.iter().map(String::as_str);
            let place = Place::Known(place);
            index.add(place, names, organisation.short_name.as_deref(), organisation.external_id.as_deref());
            index.by_id.entry(name_key(&organisation.reference)).or_default().push(place);
        }
        index
    }

    pub(super) fn add<'a>(
        &mut self,
        place: Place,
        names: impl Iterator<Item = &'a str>,
        short_name: Option<&str>,
        external_id: Option<&str>,
    ) {
        for name in names {
            put(&mut self.by_name, name, place);
            self.spellings.push(name.to_owned());
        }
        if let Some(short_name) = short_name {
            put(&mut self.by_short_name, short_name, place);
            self.spellings.push(short_name.to_owned());
        }
        if let Some(id) = external_id {
            put(&mut self.by_id, id, place);
        }
    }

    /// The organisation: by identifier, else by name, else by short name. Where several answer, `prefer` may single one
    /// out (one of the same country, say).
    pub(super) fn find(&self, text: &str, prefer: impl Fn(Place) -> bool) -> Found {
        let key = name_key(text);
        for places in [&self.by_id, &self.by_name, &self.by_short_name].into_iter().filter_map(|map| map.get(&key)) {
            if let [only] = places[..] {
                return Found::One(only);
            }
            let preferred: Vec<Place> = places.iter().copied().filter(|&place| prefer(place)).collect();
            return match preferred[..] {
                [only] => Found::One(only),
                _ => Found::Several(places.clone()),
            };
        }
        Found::None
    }

    /// The nearest name, for the first few references that lead nowhere.
    pub(super) fn suggest(&mut self, text: &str) -> Option<String> {
        if self.suggestions == MAX_SUGGESTIONS {
            return None;
        }
        self.suggestions += 1;
        nearest(text, self.spellings.iter().map(String::as_str)).map(str::to_owned)
    }
}

fn put(map: &mut HashMap<String, Vec<Place>>, text: &str, place: Place) {
    let key = name_key(text);
    if key.is_empty() {
        return;
    }
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
        assert_eq!(index.suggest("Unlty").as_deref(), Some("Unity"));
    }
}
