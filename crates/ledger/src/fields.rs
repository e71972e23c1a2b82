//! Reading the fields of an object, each once and in its form, and nothing else.
use crate::form::{Digest, Key, Moment, PasskeyKey, is_id};
use crate::reason::Reason;
use serde_json::{Map, Value};

/// The fields of an object that were not read yet.
pub(crate) struct Fields(Map<String, Value>);

type Read<T> = Result<T, Reason>;

impl Fields {
    pub(crate) const fn new(map: Map<String, Value>) -> Self {
        Self(map)
    }
    /// The fields of an object that stands inside field `name`.
    pub(crate) fn inside(value: Value, name: &'static str) -> Read<Self> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => Err(Reason::Malformed(name)),
        }
    }
    pub(crate) fn optional(&mut self, name: &'static str) -> Option<Value> {
        self.0.remove(name)
    }
    fn value(&mut self, name: &'static str) -> Read<Value> {
        self.0.remove(name).ok_or(Reason::MissingField(name))
    }
    pub(crate) fn text(&mut self, name: &'static str) -> Read<String> {
        match self.value(name)? {
            Value::String(text) => Ok(text),
            _ => Err(Reason::Malformed(name)),
        }
    }
    pub(crate) fn number(&mut self, name: &'static str) -> Read<u64> {
        self.value(name)?.as_u64().ok_or(Reason::Malformed(name))
    }
    pub(crate) fn array(&mut self, name: &'static str) -> Read<Vec<Value>> {
        match self.value(name)? {
            Value::Array(items) => Ok(items),
            _ => Err(Reason::Malformed(name)),
        }
    }
    pub(crate) fn object(&mut self, name: &'static str) -> Read<Self> {
        Self::inside(self.value(name)?, name)
    }
    /// A text for which `is` holds.
    pub(crate) fn formed(&mut self, name: &'static str, is: impl Fn(&str) -> bool) -> Read<String> {
        Some(self.text(name)?).filter(|text| is(text)).ok_or(Reason::Malformed(name))
    }
    pub(crate) fn id(&mut self, name: &'static str) -> Read<String> {
        self.formed(name, is_id)
    }
    /// An id, or nothing.
    pub(crate) fn id_or_empty(&mut self, name: &'static str) -> Read<Option<String>> {
        let text = self.formed(name, |text| text.is_empty() || is_id(text))?;
        Ok(Some(text).filter(|text| !text.is_empty()))
    }
    /// A text that `parse` reads.
    pub(crate) fn parsed<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Read<T> {
        parse(&self.text(name)?).ok_or(Reason::Malformed(name))
    }
    pub(crate) fn digest(&mut self, name: &'static str) -> Read<Digest> {
        self.parsed(name, Digest::parse)
    }
    pub(crate) fn key(&mut self, name: &'static str) -> Read<Key> {
        self.parsed(name, Key::parse)
    }
    /// A key, or nothing.
    pub(crate) fn key_or_empty(&mut self, name: &'static str) -> Read<Option<Key>> {
        self.parsed(name, |text| if text.is_empty() { Some(None) } else { Key::parse(text).map(Some) })
    }
    pub(crate) fn passkey(&mut self, name: &'static str) -> Read<PasskeyKey> {
        self.parsed(name, PasskeyKey::parse)
    }
    pub(crate) fn moment(&mut self, name: &'static str) -> Read<Moment> {
        self.parsed(name, Moment::parse)
    }
    /// Texts of any order that `parse` reads.
    pub(crate) fn list<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
        let item = |value: &Value| value.as_str().and_then(&parse);
        self.array(name)?.iter().map(item).collect::<Option<_>>().ok_or(Reason::Malformed(name))
    }
    /// A set: texts sorted by code unit without repetition, each of which `parse` reads.
    pub(crate) fn set<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
        let items = self.array(name)?;
        // Members of sets are ASCII, so the order of bytes is that of code units.
        if !items.is_sorted_by(|a, b| a.as_str() < b.as_str()) {
            return Err(Reason::Malformed(name));
        }
        let item = |value: &Value| value.as_str().and_then(&parse);
        items.iter().map(item).collect::<Option<_>>().ok_or(Reason::Malformed(name))
    }
    /// Every field that is left, for objects whose fields have free names.
    pub(crate) fn into_rest(self) -> Map<String, Value> {
        self.0
    }
    /// Nothing may be left.
    pub(crate) fn finish(self) -> Read<()> {
        self.0.into_iter().next().map_or(Ok(()), |(name, _)| Err(Reason::UnknownField(name)))
    }
}
