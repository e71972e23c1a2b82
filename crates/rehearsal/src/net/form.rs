//! Forms as a browser sends them: `application/x-www-form-urlencoded`.

/// The fields of a form, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    encoded: String,
    fields: usize,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Adds a field.
    pub fn put(&mut self, name: &str, value: &str) {
        if self.fields > 0 {
            self.encoded.push('&');
        }
        encode(&mut self.encoded, name);
        self.encoded.push('=');
        encode(&mut self.encoded, value);
        self.fields += 1;
    }
    /// Adds a field, for chains.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.put(name, value);
        self
    }
    /// Adds several fields of one name's languages: `titles.en`, `titles.fr` …
    #[must_use]
    pub fn in_languages(mut self, name: &str, words: &[(&str, &str)]) -> Self {
        for (language, text) in words {
            self.put(&format!("{name}.{language}"), text);
        }
        self
    }
    /// How many fields there are.
    #[must_use]
    pub const fn fields(&self) -> usize {
        self.fields
    }
    /// The body's length, in bytes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.encoded.len()
    }
    /// The body.
    #[must_use]
    pub fn encoded(&self) -> &str {
        &self.encoded
    }
}

fn encode(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_written_as_a_browser_writes_it() {
        let form = Form::new().with("a.b", "x y&z").in_languages("t", &[("fr", "é")]).with("l[]", "+");
        assert_eq!(form.encoded(), "a.b=x+y%26z&t.fr=%C3%A9&l%5B%5D=%2B");
        assert_eq!((form.fields(), form.bytes()), (3, form.encoded().len()));
    }
}
