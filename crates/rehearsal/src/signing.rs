//! Acts that are signed: the server says which bytes are meant, the delegate's security key signs them, and the press brings both.
use crate::{
    Trouble,
    authenticator::{Authenticator, digest},
    driver::{Driver, Session, Wish},
    net::{
        form::Form,
        http::{Request, Response},
    },
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;

/// The site that security keys sign for, as a browser knows it from the page's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its domain.
    pub id: String,
    /// Its origin.
    pub origin: String,
}

impl Site {
    /// The site of an origin such as `http://localhost:8080`.
    #[must_use]
    pub fn of(origin: &str) -> Self {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let id = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        };
        Self { id: id.to_owned(), origin: origin.to_owned() }
    }
}

/// An act that a delegate is to sign.
#[derive(Clone, Debug)]
pub struct ToSign {
    /// The delegate's device session.
    pub session: Session,
    /// The delegate's security key.
    pub key: Authenticator,
    /// The act.
    pub act: &'static str,
    /// Its fields: texts, and lists of texts.
    pub fields: Vec<(&'static str, Field)>,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Field {
    /// One value.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl ToSign {
    /// What the page asks for the bytes with: the form as it would be sent, and for which act.
    fn question(&self) -> Form {
        self.form().with("act", self.act).with("by", "device")
    }
    fn form(&self) -> Form {
        let mut form = Form::new();
        for (name, field) in &self.fields {
            match field {
                Field::One(text) => form.put(name, text),
                Field::Many(texts) => texts.iter().for_each(|text| form.put(&format!("{name}[]"), text)),
            }
        }
        form
    }
    /// The form with the signature, when the bytes say what the delegate means; why not, otherwise.
    fn signed(&self, answer: &Value, site: &Site) -> Result<Form, String> {
        let text = self.fields.iter().find_map(|(name, field)| match field {
            Field::One(text) if *name == "text_digest" => Some(text.as_str()),
            _ => None,
        });
        let kind = if self.act == "withdraw-endorsement" { "withdraw" } else { self.act };
        let meant = [("/type", kind), ("/manifest", text.unwrap_or_default())];
        sign_prepared(self.form(), answer, &self.key, site, &meant)
    }
}

/// The form of an act with its signature, where the server's answer to `record/prepare` says what is `meant`: the body's values, each
/// with its place as a JSON pointer.
///
/// # Errors
/// What else the answer or its bytes say.
pub fn sign_prepared(
    form: Form,
    answer: &Value,
    key: &Authenticator,
    site: &Site,
    meant: &[(&str, &str)],
) -> Result<Form, String> {
    let text = |name: &str| answer.get(name).and_then(Value::as_str).ok_or_else(|| format!("nothing named `{name}` to sign"));
    let (body, rep) = (text("body")?, text("rep")?);
    let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| "bytes that cannot be read".to_owned())?;
    let challenge = digest(&bytes);
    if text("challenge")? != URL_SAFE_NO_PAD.encode(challenge) {
        return Err("a challenge that is not the bytes' digest".to_owned());
    }
    if text("site")? != site.id {
        return Err(format!("a signature for {}, where the page is of {}", text("site")?, site.id));
    }
    let said: Value = serde_json::from_slice(&bytes).map_err(|e| format!("bytes that are no entry: {e}"))?;
    for (place, meant) in [("/rep", rep)].iter().chain(meant) {
        let said = said.pointer(place).and_then(Value::as_str);
        if said != Some(*meant) {
            return Err(format!("`{place}` is {said:?} where {meant:?} is meant"));
        }
    }
    let by = key.sign(&challenge, &site.id, &site.origin);
    Ok(form
        .with("signed.body", body)
        .with("signed.sigs.0.alg", "webauthn-es256")
        .with("signed.sigs.0.rep", rep)
        .with("signed.sigs.0.ad", &by.authenticator_data)
        .with("signed.sigs.0.cd", &by.client_data)
        .with("signed.sigs.0.sig", &by.signature))
}

impl Driver {
    /// Asks for the bytes of these acts, all at once, and signs them; presses in the acts' order. Where the server says that the act
    /// is not called for (409), its refusal stands in the press's place.
    ///
    /// # Errors
    /// [`Trouble`] for any other refusal, and for bytes that do not say what is meant.
    pub fn sign(&mut self, acts: &[ToSign], site: &Site) -> Result<Vec<Result<Wish, Trouble>>, Trouble> {
        let ask = |a: &ToSign| {
            Request::post(&format!("/as/{}/record/prepare", a.session.seat), &a.session.cookie, a.question().encoded())
        };
        let mut answers: Vec<Response> = vec![Response::default(); acts.len()];
        self.load(acts.iter().map(ask).collect(), &mut |index, response| answers[index] = response)?;
        let mut wishes = Vec::with_capacity(acts.len());
        for (act, response) in acts.iter().zip(answers) {
            let answer = response.json();
            let refused = || crate::driver::refused(act.act, response.status, &answer);
            wishes.push(match response.status {
                200 => {
                    let form = act.signed(&answer, site);
                    let form = form.map_err(|what| Trouble::Unexpected(format!("`{}` was to be signed as {what}", act.act)))?;
                    Ok(self.wish(&act.session, act.act, form))
                }
                409 => Err(refused()),
                _ => return Err(refused()),
            });
        }
        Ok(wishes)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::chance::Chance;
    use serde_json::json;

    fn to_sign() -> ToSign {
        ToSign {
            session: Session::default(),
            key: Authenticator::new(&mut Chance::new(1, "devices")),
            act: "endorse-with-reservation",
            fields: vec![
                ("text", Field::One("text-1".to_owned())),
                ("text_digest", Field::One("ab12".to_owned())),
                ("paragraphs", Field::Many(vec!["paragraph-3".to_owned()])),
            ],
        }
    }
    fn asked(body: &Value) -> Value {
        let bytes = body.to_string().into_bytes();
        json!({ "body": URL_SAFE_NO_PAD.encode(&bytes), "challenge": URL_SAFE_NO_PAD.encode(digest(&bytes)), "rep": "rep-1", "site": "localhost" })
    }

    #[test]
    fn the_site_is_the_page_s_domain() {
        for (origin, id) in [("http://localhost:8080", "localhost"), ("https://summit.example.org", "summit.example.org")] {
            assert_eq!(Site::of(origin), Site { id: id.to_owned(), origin: origin.to_owned() });
        }
    }
    #[test]
    fn a_delegate_signs_what_is_meant_and_nothing_else() {
        let (act, site) = (to_sign(), Site::of("http://localhost:1"));
        let good = json!({ "type": "endorse-with-reservation", "rep": "rep-1", "manifest": "ab12", "org": "org-1" });
        let form = act.signed(&asked(&good), &site).unwrap();
        assert!(form.encoded().starts_with("text=text-1&text_digest=ab12&paragraphs%5B%5D=paragraph-3&signed.body="));
        for (field, other) in [("type", "withdraw"), ("rep", "rep-2"), ("manifest", "cd34")] {
            let mut body = good.clone();
            body[field] = other.into();
            assert!(act.signed(&asked(&body), &site).unwrap_err().contains(field), "{field}");
        }
        for (field, other) in [("challenge", URL_SAFE_NO_PAD.encode([0; 32])), ("site", "other.example".to_owned())] {
            let mut forged = asked(&good);
            forged[field] = other.clone().into();
            assert!(act.signed(&forged, &site).is_err(), "{field}");
        }
    }
    #[test]
    fn the_page_asks_with_the_act_s_own_fields() {
        let asked = to_sign().question();
        let expected = "text=text-1&text_digest=ab12&paragraphs%5B%5D=paragraph-3&act=endorse-with-reservation&by=device";
        assert_eq!(asked.encoded(), expected);
    }
}
