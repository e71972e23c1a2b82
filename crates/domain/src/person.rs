//! What a person gave about themselves: checked on the way in, merged in the erasable store.
use crate::{FieldProblem, Invalid, language::Language, limit, state::PersonDetails, words::line};

/// Longest telephone number, in characters.
const PHONE_CHARS: usize = 40;
/// Longest address of electronic mail, in characters (RFC 5321).
const EMAIL_CHARS: usize = 254;

impl PersonDetails {
    /// The details in normal form; any of them may be empty. A badge code is never taken from a client.
    ///
    /// # Errors
    /// [`Invalid`] naming the field below `field`, such as `person.email`.
    pub fn checked(&self, field: &str) -> Result<Self, Invalid> {
        let text = |name: &str, text: &str, most: usize| {
            let at = |problem| Invalid::new(&format!("{field}.{name}"), problem);
            if text.trim().is_empty() { Ok(String::new()) } else { line(text, most).map_err(at) }
        };
        let email = text("email", &self.email, EMAIL_CHARS)?;
        if !email.is_empty() && !is_address(&email) {
            return Err(Invalid::new(&format!("{field}.email"), FieldProblem::NotAnAddress));
        }
        let language = match self.language.trim() {
            "" => String::new(),
            tag => {
                let tag: Language = tag.parse().map_err(|p| Invalid::new(&format!("{field}.language"), p))?;
                tag.as_str().to_owned()
            }
        };
        Ok(Self {
            family: text("family", &self.family, limit::NAME_CHARS)?,
            given: text("given", &self.given, limit::NAME_CHARS)?,
            function: text("function", &self.function, limit::NAME_CHARS)?,
            email,
            phone: text("phone", &self.phone, PHONE_CHARS)?,
            language,
            badge_code: String::new(),
        })
    }

    /// Like [`PersonDetails::checked`], and a name is given.
    ///
    /// # Errors
    /// [`Invalid`] naming the field; `family` is empty when there is no name at all.
    pub fn named(&self, field: &str) -> Result<Self, Invalid> {
        let checked = self.checked(field)?;
        if checked.family.is_empty() && checked.given.is_empty() {
            return Err(Invalid::new(&format!("{field}.family"), FieldProblem::Empty));
        }
        Ok(checked)
    }

    /// A change of the badge code alone, for [`PersonDetails::onto`].
    #[must_use]
    pub fn badge(code: String) -> Self {
        Self { badge_code: code, ..Self::default() }
    }

    /// This change over what was known before: a change that carries nothing but a badge code replaces the code alone; any
    /// other replaces everything, and keeps the code unless it brings one.
    #[must_use]
    pub fn onto(self, former: Option<&Self>) -> Self {
        let Some(former) = former else { return self };
        if !self.badge_code.is_empty() && self == Self::badge(self.badge_code.clone()) {
            return Self { badge_code: self.badge_code, ..former.clone() };
        }
        if self.badge_code.is_empty() { Self { badge_code: former.badge_code.clone(), ..self } } else { self }
    }
}

/// Whether this can be written on an envelope: something, one `@`, a host with a dot or of one word, no white space.
fn is_address(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let part = |p: &str| !p.is_empty() && !p.starts_with('.') && !p.ends_with('.') && !p.contains("..");
    let quiet = |c: char| !c.is_whitespace() && !matches!(c, '@' | '<' | '>' | ',' | ';' | '"' | '(' | ')' | '\\');
    part(local) && part(host) && local.chars().all(quiet) && host.chars().all(quiet)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn somebody() -> PersonDetails {
        PersonDetails {
            family: " Example ".into(),
            given: "Ana\u{301}".into(),
            email: "ana@example.org".into(),
            language: "zh-hant".into(),
            ..PersonDetails::default()
        }
    }

    #[test]
    fn details_are_brought_to_normal_form_and_bounded() {
        let checked = PersonDetails { badge_code: "SMUGGLED".into(), ..somebody() }.named("person").unwrap();
        assert_eq!(
            (checked.family.as_str(), checked.given.as_str(), checked.language.as_str()),
            ("Example", "An\u{e1}", "zh-Hant")
        );
        assert_eq!(checked.badge_code, "", "a client never sets the code of a badge");
        let long = PersonDetails { family: "a".repeat(201), ..somebody() };
        assert_eq!(long.checked("person").unwrap_err().to_string(), "person.family: too-long:200:201");
        let nameless = PersonDetails::default();
        nameless.checked("contact").unwrap();
        assert_eq!(nameless.named("person").unwrap_err().to_string(), "person.family: empty");
    }

    #[test]
    fn only_addresses_are_taken_for_addresses() {
        for right in ["a@b", "ana.maria+x@mail.example.org", "用户@例子.广告"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in ["a", "@b", "a@", "a@b@c", "a b@c", "a@.b", "a..b@c", "a@b,c@d", "<a@b>"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_new_badge_keeps_the_name_and_an_amended_name_keeps_the_badge() {
        let known = somebody().onto(None);
        let with_badge = PersonDetails::badge("0123456789".into()).onto(Some(&known));
        assert_eq!(with_badge, PersonDetails { badge_code: "0123456789".into(), ..known });
        let renamed = PersonDetails { family: "Other".into(), ..somebody() }.onto(Some(&with_badge));
        assert_eq!((renamed.family.as_str(), renamed.badge_code.as_str()), ("Other", "0123456789"));
    }
}
