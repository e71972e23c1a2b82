//! Letters in words: `letter-<kind>-subject` and `letter-<kind>-body` of the recipient's language.
use crate::{
    i18n::{Tongue, Value},
    pages::texts::language_name,
};
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

    /// The name under which the server is reached, such as `summit.example.org`.
    fn host(&self) -> &str {
        self.origin.split_once("://").map_or(&*self.origin, |(_, host)| host)
    }
}

impl LetterWriter for Letters {
    fn write(&self, letter: &Letter, to: &PersonDetails, state: &State) -> Written {
        let tongue = Tongue::from_tag(&to.language).filter(|t| t.is_offered()).unwrap_or_default();
        let name = format!("{} {}", to.given, to.family).trim().to_owned();
        let link = letter.link.as_ref().map(|token| format!("{}/join/{}", self.origin, token.0)).unwrap_or_default();
        let summit = letter
            .summit
            .or_else(|| state.programme.current())
            .and_then(|id| state.programme.summit(id))
            .map(|s| tongue.plain(&s.details.themes))
            // The secretariat is invited before anything is convened: then the access is to this address.
            .unwrap_or_else(|| self.host().to_owned());
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
        // Languages are told by what they call themselves.
        let languages = letter.with.iter().find(|(n, _)| *n == "languages").map(|(_, tags)| {
            let names: Vec<String> = tags.split(' ').filter_map(|tag| Some(language_name(&tag.parse().ok()?))).collect();
            tongue.list(&names)
        });
        if let Some(languages) = &languages {
            args.retain(|(other, _)| *other != "languages");
            args.push(("languages", languages.into()));
        }
        let mut body = tongue.with(&format!("letter-{}-body", letter.kind), &args);
        if let Some((_, entry)) = letter.with.iter().find(|(n, _)| *n == "entry") {
            let receipt = format!("{}/record/receipt/{entry}", self.origin);
            let proof = tongue.with("letter-receipt-proof", &[("entry", entry.as_str().into()), ("receipt", (&receipt).into())]);
            body = format!("{body}\n\n{proof}");
        }
        let subject = tongue.with(&format!("letter-{}-subject", letter.kind), &args);
        Written { language: tongue.tag().to_owned(), subject, body }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use domain::{
        Actor, Moment,
        id::{PersonId, SummitId},
        state::{Given, Secret},
    };
    use serde_json::json;

    #[test]
    fn a_letter_before_any_summit_names_the_server() {
        for tongue in Tongue::offered() {
            let to = PersonDetails { language: tongue.tag().to_owned(), ..PersonDetails::default() };
            let link = Some(Secret("x".into()));
            let with = vec![("role", "secretariat".to_owned()), ("until", "23 March 2027".to_owned())];
            let letter = Letter { to: PersonId(1), summit: None, kind: "invitation", link, with };
            let written = Letters::new("https://summit.example.org/").write(&letter, &to, &State::default());
            assert_eq!(written.language, tongue.tag());
            assert!(written.subject.contains("summit.example.org"), "{}", written.subject);
            let first_lines: Vec<_> = written.body.lines().take(5).collect();
            assert!(first_lines.join(" ").contains("summit.example.org"), "{}", written.body);
        }
    }

    #[test]
    fn a_letter_speaks_of_its_own_summit() {
        let mut state = State::default();
        let mut position = 0;
        let mut act = |state: &mut State, name, fields| {
            let command = crate::act::command(name, fields).unwrap();
            let decision = domain::decide(
                state,
                &Actor::Console,
                &command,
                &Given { now: Moment(0), entropy: [0; 32], signed: None, leaf: None, attested: false },
            )
            .unwrap();
            for event in decision.events {
                position += 1;
                let command = domain::command::CommandId(u128::from(position));
                state.evolve(&domain::Recorded { position, at: Moment(0), seat: None, command, event });
            }
        };
        act(
            &mut state,
            "register-organisation",
            json!({ "names": { "en": "Blue Kite Party" }, "home": "KE", "category": "member" }),
        );
        for theme in ["Clean water", "Quiet nights"] {
            let summit = json!({ "themes": { "en": theme }, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en"] });
            act(&mut state, "convene-summit", summit);
        }
        let subject = |summit| {
            let letter = Letter {
                to: PersonId(1),
                summit,
                kind: "badge-reissued",
                link: Some(Secret("x".into())),
                with: vec![("badge", "0123456789".into())],
            };
            Letters::new("http://test").write(&letter, &PersonDetails::default(), &state).subject
        };
        assert!(subject(Some(SummitId(1))).contains("Clean water"));
        assert!(subject(Some(SummitId(2))).contains("Quiet nights"));
        assert!(!subject(None).ends_with(": "), "without one of its own it speaks of the current one");
    }
}
