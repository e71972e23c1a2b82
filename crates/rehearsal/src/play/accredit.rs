//! Accreditation: organisations are invited, their focal points enter delegations, the secretariat verifies and accepts, and the
//! delegates sign in and open their pages.
use super::{Delegation, Member, Stage, prepare::lists, steps};
use crate::{
    Trouble, authenticator,
    chance::Chance,
    driver::relied_on,
    names::{self, LANGUAGES},
    net::{
        form::Form,
        http::{Request, Response},
    },
};
use std::collections::HashMap;

/// Letters of one answer, the most that the server gives.
const LETTERS: usize = 1_000;

/// A letter as its recipient reads it.
struct Letter {
    token: String,
    badge: String,
}

impl Stage<'_> {
    pub(super) fn accredit(&mut self) -> Result<(), Trouble> {
        self.invite()?;
        self.enter_members()?;
        self.decide()?;
        self.sign_delegates_in()?;
        self.register_devices()?;
        self.open_pages()
    }

    fn invite(&mut self) -> Result<(), Trouble> {
        let mut people = Chance::new(self.plan.seed, "focal points");
        let contacts: Vec<_> = (0..self.world.organisations.len())
            .map(|index| {
                let language = self.world.organisations[index].language;
                (index + 1, language, names::person(&mut people, language))
            })
            .collect();
        let head = Form::new().with("summit", "summit-1");
        let forms = lists(&contacts, "organisations", &head, |form, at, (number, language, (given, family))| {
            form.put(&format!("{at}.organisation"), &format!("org-{number}"));
            form.put(&format!("{at}.contact.given"), given);
            form.put(&format!("{at}.contact.family"), family);
            form.put(&format!("{at}.contact.email"), &focal_point(*number));
            form.put(&format!("{at}.contact.language"), LANGUAGES[*language]);
        });
        for form in forms {
            let desk = self.secretariat();
            self.driver.act(&desk, "invite-organisations", form)?;
        }
        let letters = self.letters()?;
        let tokens = (1..=contacts.len()).map(|n| token_of(&letters, &focal_point(n))).collect::<Result<Vec<_>, _>>()?;
        let mut step = steps(self.watch, "Focal points sign in", tokens.len());
        let sessions = self.driver.sign_in(&tokens, &mut step)?;
        self.delegations = sessions.into_iter().map(|s| Delegation { focal_point: s, members: 0..0 }).collect();
        Ok(())
    }

    /// Each focal point enters its delegation in one list and submits its credentials.
    fn enter_members(&mut self) -> Result<(), Trouble> {
        let mut people = Chance::new(self.plan.seed, "delegates");
        let mut next = 0;
        let mut entries = Vec::new();
        for index in 0..self.delegations.len() {
            let organisation = &self.world.organisations[index];
            let members = next..next + organisation.representatives;
            next = members.end;
            let language = organisation.language;
            let list: Vec<_> = members.clone().map(|number| (number, names::person(&mut people, language))).collect();
            let delegation = format!("delegation-{}", index + 1);
            let first = members.start;
            let forms = lists(&list, "members", &Form::new(), |form, at, (number, (given, family))| {
                form.put(&format!("{at}.delegation"), &delegation);
                form.put(&format!("{at}.person.given"), given);
                form.put(&format!("{at}.person.family"), family);
                form.put(&format!("{at}.person.email"), &delegate(*number));
                form.put(&format!("{at}.person.language"), LANGUAGES[language]);
                form.put(&format!("{at}.rank"), rank(number - first));
                form.put(&format!("{at}.languages[]"), LANGUAGES[language]);
            });
            let session = self.delegations[index].focal_point.clone();
            for form in forms {
                entries.push(self.driver.wish(&session, "enter-members", form));
            }
            self.delegations[index].members = members;
        }
        self.members = vec![Member::default(); next];
        let mut step = steps(self.watch, "Delegations are entered", entries.len() + self.delegations.len());
        relied_on(self.driver.press_all(entries, &mut step)?)?;
        let submissions = (0..self.delegations.len())
            .map(|index| {
                let session = self.delegations[index].focal_point.clone();
                self.driver.wish(&session, "submit-credentials", of_delegation(index))
            })
            .collect();
        relied_on(self.driver.press_all(submissions, &mut step)?)?;
        Ok(())
    }

    /// The secretariat verifies each delegation and accepts what is verified, as many as one press takes.
    fn decide(&mut self) -> Result<(), Trouble> {
        let mut wishes = Vec::with_capacity(self.delegations.len());
        for index in 0..self.delegations.len() {
            let desk = self.secretariat();
            wishes.push(self.driver.wish(&desk, "verify-credentials", of_delegation(index)));
        }
        let mut step = steps(self.watch, "Credentials are verified", wishes.len());
        relied_on(self.driver.press_all(wishes, &mut step)?)?;
        drop(step);
        loop {
            let desk = self.secretariat();
            let wish = self.driver.wish(&desk, "accept-all-verified", Form::new().with("summit", "summit-1"));
            let presses = self.driver.press_all(vec![wish], &mut || {})?;
            if presses.iter().any(|p| p.code == "nothing-verified") {
                return Ok(());
            }
            relied_on(presses)?;
        }
    }

    fn sign_delegates_in(&mut self) -> Result<(), Trouble> {
        let letters = self.letters()?;
        for (number, member) in self.members.iter_mut().enumerate() {
            let letter = letters.get(&delegate(number)).ok_or_else(|| missing(&delegate(number)))?;
            *member = Member { token: letter.token.clone(), badge: letter.badge.clone() };
        }
        let tokens: Vec<String> = self.members.iter().map(|m| m.token.clone()).collect();
        let mut step = steps(self.watch, "Delegates sign in", tokens.len());
        self.delegates = self.driver.sign_in(&tokens, &mut step)?;
        drop(step);
        // Whoever watches gets a seat that the play does not sign with, where the first delegation has one.
        let second = self.delegations.first().filter(|d| d.members.len() > 1).map_or(0, |d| d.members.start + 1);
        let delegate = self.delegates.get(second).cloned().unwrap_or_default();
        self.link("delegate", &delegate)
    }

    /// Every head of delegation registers the security key that signs for the organisation.
    fn register_devices(&mut self) -> Result<(), Trouble> {
        self.keys = authenticator::of_heads(self.plan.seed, self.delegations.len());
        let mut wishes = Vec::with_capacity(self.keys.len());
        for delegation in 0..self.keys.len() {
            let head = self.head(delegation);
            let key = &self.keys[delegation];
            let form = Form::new().with("key", &key.public()).with("credential", key.credential());
            wishes.push(self.driver.wish(&head, "register-device", form));
        }
        let mut step = steps(self.watch, "Security keys are registered", wishes.len());
        relied_on(self.driver.press_all(wishes, &mut step)?)?;
        Ok(())
    }

    /// Every delegate opens the page and keeps it open; heads of delegation first, should the limit of files not reach for all.
    fn open_pages(&mut self) -> Result<(), Trouble> {
        let mut order: Vec<usize> = (0..self.delegates.len()).collect();
        let heads: std::collections::HashSet<usize> = self.delegations.iter().map(|d| d.members.start).collect();
        order.sort_by_key(|i| !heads.contains(i));
        let most = self.plan.pages.min(order.len());
        if most < order.len() {
            let line = format!("The limit of open files lets {most} of {} live pages be opened.", order.len());
            self.watch.say(&line);
        }
        let mut sessions: Vec<_> = order.iter().map(|i| self.delegates[*i].clone()).collect();
        self.watch.phase("Live pages are opened", most as u64);
        let watch = self.watch;
        // A delegation reads its own language, and one in ten of its members English.
        let mut languages = vec![LANGUAGES[0]; sessions.len()];
        for (delegation, organisation) in self.delegations.iter().zip(&self.world.organisations) {
            for member in delegation.members.clone().filter(|m| m % 10 != 9) {
                languages[member] = LANGUAGES[organisation.language];
            }
        }
        let languages: Vec<&'static str> = order.iter().map(|i| languages[*i]).collect();
        self.driver.open_pages(&mut sessions, &languages, most, &mut |n| watch.at(n as u64))?;
        for (place, session) in order.into_iter().zip(sessions) {
            self.delegates[place] = session;
        }
        Ok(())
    }

    /// All letters so far, by the address they go to; of several to one address the newest.
    fn letters(&mut self) -> Result<HashMap<String, Letter>, Trouble> {
        let mut out = HashMap::new();
        let mut after = 0;
        loop {
            let token = self.driver.help.as_ref().map(|help| help.token.clone()).unwrap_or_default();
            let request = Request::api(&format!("/api/v1/letters?after={after}&limit={LETTERS}"), &token);
            let mut page = Response::default();
            self.driver.load(vec![request], &mut |_, response| page = response)?;
            let answer = page.json();
            let Some(list) = answer.get("items").and_then(serde_json::Value::as_array).filter(|_| page.status == 200) else {
                return Err(Trouble::Unexpected(format!("the letters were answered with status {}", page.status)));
            };
            for letter in list {
                let text = |name: &str| letter.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
                after = letter.get("id").and_then(serde_json::Value::as_u64).unwrap_or(after).max(after);
                if let Some(read) = read(text("body")) {
                    out.insert(text("to").to_owned(), read);
                }
            }
            if answer.get("next").is_none() {
                return Ok(out);
            }
        }
    }
}

fn of_delegation(index: usize) -> Form {
    Form::new().with("delegation", &format!("delegation-{}", index + 1))
}

fn focal_point(number: usize) -> String {
    format!("focal-point.{number}@rehearsal.example")
}

fn delegate(number: usize) -> String {
    format!("delegate.{number}@rehearsal.example")
}

/// One head, five representatives, five alternates, the rest advisers (rule 25).
const fn rank(place: usize) -> &'static str {
    match place {
        0 => "head",
        1..=5 => "representative",
        6..=10 => "alternate",
        _ => "adviser",
    }
}

fn missing(address: &str) -> Trouble {
    Trouble::Unexpected(format!("no letter with a link came to {address}"))
}

fn token_of(letters: &HashMap<String, Letter>, address: &str) -> Result<String, Trouble> {
    letters.get(address).map(|l| l.token.clone()).ok_or_else(|| missing(address))
}

/// The link's token and the badge's code in a letter, whatever its language; none when it carries no link.
fn read(body: &str) -> Option<Letter> {
    let (before, rest) = body.split_once("/join/")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(rest.len());
    let (token, after) = rest.split_at(end);
    let code = |text: &str| text.split(|c: char| !c.is_ascii_alphanumeric()).find(|w| is_badge(w)).map(str::to_owned);
    let badge = code(after).or_else(|| code(before)).unwrap_or_default();
    Some(Letter { token: token.to_owned(), badge })
}

/// Ten digits and capitals, as badges are printed.
fn is_badge(word: &str) -> bool {
    word.len() == 10 && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_letter_is_read_in_any_language() {
        let letter = read("Dear A,\nhttp://127.0.0.1:1/join/ab-C_9\n\nThe code of your badge is 0123456ABC. Show it.").unwrap();
        assert_eq!((letter.token.as_str(), letter.badge.as_str()), ("ab-C_9", "0123456ABC"));
        let letter = read("徽章代码是0A2B4C6D8E。\nhttp://127.0.0.1:1/join/x。").unwrap();
        assert_eq!((letter.token.as_str(), letter.badge.as_str()), ("x", "0A2B4C6D8E"));
        assert!(read("no link").is_none());
    }
    #[test]
    fn a_delegation_has_one_head() {
        let ranks: Vec<_> = (0..20).map(rank).collect();
        let count = |r: &str| ranks.iter().filter(|x| **x == r).count();
        assert_eq!((count("head"), count("representative"), count("alternate"), count("adviser")), (1, 5, 5, 9));
    }
}
