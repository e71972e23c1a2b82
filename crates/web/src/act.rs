//! Acts: the written name of a command and its fields, from a form, the socket or the API, become a [`Command`].
use domain::{
    Command, FieldProblem, Invalid, No, accreditation::AccreditationCommand, directory::DirectoryCommand,
    endorsement::EndorsementCommand, floor::FloorCommand, poll::PollCommand, presence::PresenceCommand,
    programme::ProgrammeCommand, registry::RegistryCommand, seat::SeatCommand, text::TextCommand,
};
use serde::{
    Deserializer,
    de::{DeserializeOwned, Visitor},
};
use serde_json::{Map, Value};
use std::{cell::Cell, collections::BTreeMap, collections::HashMap, sync::LazyLock};

/// The field that is named when the whole body is wrong.
const WHOLE: &str = "form";
/// Most fields of one form.
pub const FIELDS: usize = 4_096;
/// Deepest nesting of one field's name.
const DEPTH: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Directory,
    Programme,
    Accreditation,
    Seat,
    Presence,
    Floor,
    Text,
    Endorsement,
    Registry,
    Poll,
}

static ACTS: LazyLock<HashMap<&'static str, Part>> = LazyLock::new(|| {
    let mut acts = HashMap::new();
    let mut add = |names: &'static [&'static str], part| acts.extend(names.iter().map(|n| (*n, part)));
    add(variants::<DirectoryCommand>(), Part::Directory);
    add(variants::<ProgrammeCommand>(), Part::Programme);
    add(variants::<AccreditationCommand>(), Part::Accreditation);
    add(variants::<SeatCommand>(), Part::Seat);
    add(variants::<PresenceCommand>(), Part::Presence);
    add(variants::<FloorCommand>(), Part::Floor);
    add(variants::<TextCommand>(), Part::Text);
    add(variants::<EndorsementCommand>(), Part::Endorsement);
    add(variants::<RegistryCommand>(), Part::Registry);
    add(variants::<PollCommand>(), Part::Poll);
    acts
});

/// The written names of all acts, sorted.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<_> = ACTS.keys().copied().collect();
    names.sort_unstable();
    names
}

/// Reads what comes after the first line as the body of the act that the first line names, as JSON and as a form, with and without what was
/// signed: what the fuzzer, its corpus and the tests ask.
///
/// # Panics
/// When an invalid act is told without the field.
pub fn replay(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some((name, body)) = text.split_once('\n') else { return };
    let bodies = [serde_json::from_str(body).ok(), fields(&crate::url::pairs(body)).ok()];
    for mut body in bodies.into_iter().flatten() {
        if let Some(signed) = body.as_object_mut().and_then(|map: &mut Map<String, Value>| map.remove("signed")) {
            drop(app::record::read_signed(&signed));
        }
        if let Err(No::Invalid(invalid)) = command(name, body) {
            assert!(!invalid.field.is_empty(), "the field is named");
        }
    }
}

/// The command of this name with these fields (JSON as the API takes it).
///
/// # Errors
/// [`No::Invalid`] naming the field; the field `act` when there is no such act.
pub fn command(name: &str, fields: Value) -> Result<Command, No> {
    if name == crate::photos::ACT {
        return crate::picture::command(fields);
    }
    let part = ACTS.get(name).ok_or_else(|| No::Invalid(Invalid::new("act", FieldProblem::Unknown)))?;
    let pasted = name == "import-text" && fields.get("whole").is_some();
    let fields = match name {
        "import-text" => crate::whole_text::paragraphs(fields)?,
        "enter-entries" => app::record::entries_from_signed(app::record::entries_from_batch(fields)?)?,
        "set-organisation-key" => plain_key(fields),
        _ => fields,
    };
    let whole = Value::Object(Map::from_iter([(name.to_owned(), fields)]));
    match part {
        Part::Directory => read(whole).map(Command::Directory),
        Part::Programme => read(whole).map(Command::Programme),
        Part::Accreditation => read(whole).map(Command::Accreditation),
        Part::Seat => read(whole).map(Command::Seat),
        Part::Presence => read(whole).map(Command::Presence),
        Part::Floor => read(whole).map(Command::Floor),
        Part::Text if pasted => read(whole).map(Command::Text).map_err(crate::whole_text::in_block),
        Part::Text => read(whole).map(Command::Text),
        Part::Endorsement => read(whole).map(Command::Endorsement),
        Part::Registry => read(whole).map(Command::Registry),
        Part::Poll => read(whole).map(Command::Poll),
    }
}

/// An organisation's key may come as the line that `ssh-keygen` writes.
fn plain_key(mut fields: Value) -> Value {
    if let Some(Value::String(key)) = fields.get_mut("key") {
        *key = app::record::organisation_key(key);
    }
    fields
}

/// The command of accreditation of this name.
pub(crate) fn read_accreditation(name: &str, fields: Value) -> Result<AccreditationCommand, No> {
    read(Value::Object(Map::from_iter([(name.to_owned(), fields)])))
}

fn read<T: DeserializeOwned>(whole: Value) -> Result<T, No> {
    serde_path_to_error::deserialize(whole).map_err(|error| {
        let path = error.path().to_string();
        let inside = path.split_once('.').map_or("", |(_, rest)| rest).replace("[", ".").replace(']', "");
        let text = error.inner().to_string();
        let (field, problem) = match text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
            Some(missing) if inside.is_empty() || inside == "?" => (missing.to_owned(), FieldProblem::Empty),
            Some(missing) => (format!("{inside}.{missing}"), FieldProblem::Empty),
            // Not even an object: what is wrong is all of it.
            None if inside.is_empty() => (WHOLE.to_owned(), crate::answer::problem_of(&text)),
            None => (inside, crate::answer::problem_of(&text)),
        };
        No::Invalid(Invalid { field, problem })
    })
}

/// The fields of a form as nested JSON: `names.en=…` nests, `sponsors[]=…` lists, empty fields are left out.
/// Names that begin with `_` are the page's own (`_id`, `_next`) and are left out too.
///
/// # Errors
/// [`No::Invalid`] when there are too many fields or one is nested too deeply.
pub fn fields(pairs: &[(String, String)]) -> Result<Value, No> {
    if pairs.len() > FIELDS {
        return Err(No::Invalid(Invalid::new(WHOLE, FieldProblem::TooMany { limit: FIELDS })));
    }
    let mut root = Value::Object(Map::new());
    for (name, value) in pairs {
        if name.starts_with('_') || value.trim().is_empty() {
            continue;
        }
        let (path, listed) = name.strip_suffix("[]").map_or((name.as_str(), false), |p| (p, true));
        let parts: Vec<&str> = path.split('.').collect();
        if parts.len() > DEPTH {
            return Err(No::Invalid(Invalid::new(name, FieldProblem::TooMany { limit: DEPTH })));
        }
        put(&mut root, &parts, listed, value);
    }
    arrays(&mut root);
    Ok(root)
}

fn put(at: &mut Value, parts: &[&str], listed: bool, value: &str) {
    let Some((first, rest)) = parts.split_first() else { return };
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    let Value::Object(map) = at else { return };
    let entry = map.entry(*first);
    if rest.is_empty() {
        if listed {
            let list = entry.or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(items) = list {
                items.push(Value::String(value.to_owned()));
            }
        } else {
            *entry.or_insert(Value::Null) = Value::String(value.to_owned());
        }
    } else {
        put(entry.or_insert_with(|| Value::Object(Map::new())), rest, listed, value);
    }
}

/// Objects whose keys are all numbers become lists, in the numbers' order: `members.0.family`.
fn arrays(value: &mut Value) {
    let Value::Object(map) = value else { return };
    map.values_mut().for_each(arrays);
    if !map.is_empty() && map.keys().all(|k| !k.is_empty() && k.len() <= 5 && k.bytes().all(|b| b.is_ascii_digit())) {
        let ordered: BTreeMap<u32, Value> =
            std::mem::take(map).into_iter().filter_map(|(k, v)| Some((k.parse().ok()?, v))).collect();
        *value = Value::Array(ordered.into_values().collect());
    }
}

/// The names of an enum's variants, as serde writes them.
fn variants<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Names<'a>(&'a Cell<&'static [&'static str]>);
    impl<'de> Deserializer<'de> for Names<'_> {
        type Error = serde::de::value::Error;
        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(serde::de::Error::custom("only enums are asked"))
        }
        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _: &'static str,
            names: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Self::Error> {
            self.0.set(names);
            Err(serde::de::Error::custom("only the names are asked"))
        }
        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
            tuple_struct map struct identifier ignored_any
        }
    }
    let names: Cell<&'static [&'static str]> = Cell::new(&[]);
    // Always an error, by design: the names were taken on the way.
    drop(T::deserialize(Names(&names)).err());
    names.get()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn the_fuzzers_corpus_is_replayed() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/api_act");
        let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(files.len() >= 12);
        for file in files {
            super::replay(&std::fs::read(file).unwrap());
        }
    }
    #[test]
    fn a_form_becomes_the_command_the_api_would_send() {
        let form =
            fields(&pairs(&[("names.en", "Party"), ("category", "member"), ("home", "KE"), ("_id", "x"), ("short_name", "")]))
                .unwrap();
        let command = command("register-organisation", form).unwrap();
        assert!(
            matches!(command, Command::Directory(DirectoryCommand::RegisterOrganisation(o)) if o.home.as_ref().unwrap().as_str() == "KE")
        );
    }
    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let form = fields(&pairs(&[("names.en", &"x".repeat(201)), ("category", "member")])).unwrap();
        let No::Invalid(invalid) = command("register-organisation", form).unwrap_err() else { panic!("not invalid") };
        assert_eq!((invalid.field.as_str(), invalid.problem), ("names.en", FieldProblem::TooLong { limit: 200, actual: 201 }));
        let No::Invalid(invalid) = command("register-organisation", fields(&[]).unwrap()).unwrap_err() else {
            panic!("not invalid")
        };
        assert_eq!((invalid.field.as_str(), invalid.problem), ("names", FieldProblem::Empty));
    }
    #[test]
    fn numbered_fields_become_a_list() {
        let form = fields(&pairs(&[("m.1.a", "y"), ("m.0.a", "x"), ("s[]", "1"), ("s[]", "2")])).unwrap();
        assert_eq!(form, serde_json::json!({"m": [{"a": "x"}, {"a": "y"}], "s": ["1", "2"]}));
    }
    #[test]
    fn every_act_has_one_name() {
        assert!(names().contains(&"redeem-invitation"));
        assert!(names().windows(2).all(|w| w[0] < w[1]));
    }
}
