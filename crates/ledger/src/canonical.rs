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
    allowed(value)?;
    serde_json_canonicalizer::to_vec(value).map_err(|e| CanonicalError::NotJson(e.to_string()))
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

fn allowed(value: &Value) -> Result<(), CanonicalError> {
    match value {
        Value::String(_) => Ok(()),
        Value::Number(n) if n.as_u64().is_some_and(|n| n <= MAX_INTEGER) => Ok(()),
        Value::Array(items) => items.iter().try_for_each(allowed),
        Value::Object(map) => map.values().try_for_each(allowed),
        Value::Null | Value::Bool(_) | Value::Number(_) => Err(CanonicalError::NotAllowed(value.to_string())),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_by_utf16_and_white_space_is_gone() {
        let value = json!({ "b": 1, "a": ["x", { "é": "y", "z": 0 }] });
        assert_eq!(canonical(&value).unwrap(), r#"{"a":["x",{"z":0,"é":"y"}],"b":1}"#.as_bytes());
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
