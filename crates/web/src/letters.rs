//! Letters in words: `letter-<kind>-subject` and `letter-<kind>-body` of the recipient's language.
use crate::i18n::{Tongue, Value};
use app::letters::{LetterWriter, Written};
use domain::{
    State,
    state::{Letter, PersonDetails},
};

/// Writes letters whose links lead to this origin.
pub struct Letters {
    origin: String,
}

impl Letters {
    /// Links begin with `origin`, such as `https://summit.example.org`.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        Self { origin: origin.trim_end_matches('/').to_owned() }
    }
}

impl LetterWriter for Letters {
    fn write(&self, letter: &Letter, to: &PersonDetails, state: &State) -> Written {
        let tongue = Tongue::from_tag(&to.language).filter(|t| t.is_offered()).unwrap_or_default();
        let name = format!("{} {}", to.given, to.family).trim().to_owned();
        let link = letter.link.as_ref().map(|token| format!("{}/join/{}", self.origin, token.0)).unwrap_or_default();
        let summit = state
            .programme
            .current()
            .and_then(|id| state.programme.summit(id))
            .map(|s| tongue.plain(&s.details.themes))
            .unwrap_or_default();
        let mut args: Vec<(&str, Value<'_>)> = vec![
            ("name", (&name).into()),
            ("link", (&link).into()),
            ("summit", (&summit).into()),
            ("origin", (&self.origin).into()),
        ];
        args.extend(letter.with.iter().map(|(n, v)| (*n, Value::Text(v))));
        // Names of organisations are told in the recipient's language: the decision gives the id.
        let named: Vec<(&str, String)> = letter
            .with
            .iter()
            .filter_map(|(n, v)| Some((*n, tongue.plain(&state.directory.get(v.parse().ok()?)?.names))))
            .collect();
        for (n, organisation) in &named {
            args.retain(|(other, _)| other != n);
            args.push((n, organisation.into()));
        }
        Written {
            language: tongue.tag().to_owned(),
            subject: tongue.with(&format!("letter-{}-subject", letter.kind), &args),
            body: tongue.with(&format!("letter-{}-body", letter.kind), &args),
        }
    }
}
