//! RFC 8785 (JCS), narrowed to what the record allows: strings, arrays, objects, and integers from 0 to 2^53−1.
use serde_json::Value;

/// Largest integer that every JSON reader keeps exactly.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Why bytes are not a canonical value of the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    /// Not JSON at all.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// A float, a boolean, null, a negative number or one above 2^53−1.
    #[error("{0} is not allowed in the record")]
    NotAllowed(String),
    /// JSON, but written otherwise than RFC 8785 writes it (order of keys, white space, escapes, a key twice).
    #[error("not the canonical form")]
    NotCanonical,
}

/// The canonical bytes of a value.
///
/// # Errors
/// [`CanonicalError::NotAllowed`] for what the record does not carry.
pub fn canonical(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut bytes = Vec::with_capacity(512);
    write(value, &mut bytes)?;
    Ok(bytes)
}

/// The value of bytes that are exactly its canonical form.
///
/// # Errors
/// [`CanonicalError`].
pub fn is_canonical(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let value: Value = serde_json::from_slice(bytes).map_err(|e| CanonicalError::NotJson(e.to_string()))?;
    // A key that stands twice is lost in reading, so the form written again differs: it is found here too.
    if canonical(&value)? == bytes { Ok(value) } else { Err(CanonicalError::NotCanonical) }
}

/// Of what the record carries, canonical form is this little; general writers cost as much as a signature's check.
fn write(value: &Value, into: &mut Vec<u8>) -> Result<(), CanonicalError> {
    match value {
        Value::String(text) => write_text(text, into),
        Value::Number(n) if n.as_u64().is_some_and(|n| n <= MAX_INTEGER) => into.extend_from_slice(n.to_string().as_bytes()),
        Value::Array(items) => {
            into.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    into.push(b',');
                }
                write(item, into)?;
            }
            into.push(b']');
        }
        Value::Object(map) => {
            let mut members: Vec<_> = map.iter().collect();
            members.sort_by(|(a, _), (b, _)| by_code_unit(a, b));
            into.push(b'{');
            for (at, (key, value)) in members.into_iter().enumerate() {
                if at > 0 {
                    into.push(b',');
                }
                write_text(key, into);
                into.push(b':');
                write(value, into)?;
            }
            into.push(b'}');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => return Err(CanonicalError::NotAllowed(value.to_string())),
    }
    Ok(())
}

/// RFC 8785 sorts by UTF-16 code units, which for ASCII is the order of bytes.
fn by_code_unit(a: &str, b: &str) -> std::cmp::Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

fn write_text(text: &str, into: &mut Vec<u8>) {
    into.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|b| *b < 0x20 || matches!(b, b'"' | b'\\')) {
        into.extend_from_slice(&rest[..at]);
        match rest[at] {
            b'"' => into.extend_from_slice(b"\\\""),
            b'\\' => into.extend_from_slice(b"\\\\"),
            0x08 => into.extend_from_slice(b"\\b"),
            0x09 => into.extend_from_slice(b"\\t"),
            0x0a => into.extend_from_slice(b"\\n"),
            0x0c => into.extend_from_slice(b"\\f"),
            0x0d => into.extend_from_slice(b"\\r"),
            control => into.extend_from_slice(format!("\\u{control:04x}").as_bytes()),
        }
        rest = &rest[at + 1..];
    }
    into.extend_from_slice(rest);
    into.push(b'"');
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_by_utf16_and_white_space_is_gone() {
        let value = json!({ "b": 1, "a": ["x", { "é": "y", "z": 0 }] });
        assert_eq!(canonical(&value).unwrap(), r#"{"a":["x",{"z":0,"é":"y"}],"b":1}"#.as_bytes());
    }
    fn value() -> impl Strategy<Value = Value> {
        let key = prop_oneof!["\\PC{0,6}", "[\\u{0}-\\u{7f}]{0,4}", "[\\u{e000}-\\u{ffff}\\u{10000}-\\u{10010}]{1,2}"];
        let leaf = prop_oneof![key.clone().prop_map(Value::from), (0..=MAX_INTEGER).prop_map(Value::from)];
        leaf.prop_recursive(4, 32, 5, move |inner| {
            let map = proptest::collection::btree_map(key.clone(), inner.clone(), 0..5);
            prop_oneof![
                proptest::collection::vec(inner, 0..5).prop_map(Value::from),
                map.prop_map(|map| map.into_iter().collect()),
            ]
        })
    }
    proptest! {
        #[test]
        fn another_implementation_of_rfc_8785_agrees(value in value()) {
            let bytes = canonical(&value).unwrap();
            prop_assert_eq!(&bytes, &serde_json_canonicalizer::to_vec(&value).unwrap());
            prop_assert_eq!(is_canonical(&bytes), Ok(value));
        }
    }
    #[test]
    fn what_the_record_does_not_carry_is_refused() {
        for value in [json!(1.5), json!(true), json!(null), json!(-1), json!(1u64 << 53)] {
            assert!(matches!(canonical(&value), Err(CanonicalError::NotAllowed(_))), "{value}");
        }
    }
    #[test]
    fn another_way_of_writing_is_not_canonical() {
        for text in [r#"{"b":1,"a":2}"#, r#"{ "a":1}"#, r#"{"a":1,"a":1}"#, r#""\u0041""#] {
            assert_eq!(is_canonical(text.as_bytes()), Err(CanonicalError::NotCanonical), "{text}");
        }
        assert!(is_canonical(br#"{"a":2,"b":1}"#).is_ok());
    }
}
