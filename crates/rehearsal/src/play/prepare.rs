//! Set-up: devices, directory, summit, venues, agenda, the statement's draft, and the seats of those who run it.
use super::{Stage, steps};
use crate::{
    Trouble,
    driver::{Help, Session, relied_on},
    names::LANGUAGES,
    net::form::Form,
    words,
};

/// Devices of the secretariat beside the first; a seat may have twelve, and one is left for whoever watches.
const DEVICES: usize = 9;
/// Fields of one form: below the server's 4,096.
const FIELDS: usize = 3_900;
/// Bytes of one form: below the server's 1 MiB.
const BYTES: usize = 900_000;

/// A list written into as few forms as their limits allow; `write` puts one entry under its name.
pub(super) fn lists<T>(all: &[T], name: &str, head: &Form, write: impl Fn(&mut Form, &str, &T)) -> Vec<Form> {
    let (mut forms, mut form, mut index) = (Vec::new(), head.clone(), 0);
    for entry in all {
        let mut longer = form.clone();
        write(&mut longer, &format!("{name}.{index}"), entry);
        if index > 0 && (longer.fields() > FIELDS || longer.bytes() > BYTES) {
            forms.push(std::mem::take(&mut form));
            longer = head.clone();
            index = 0;
            write(&mut longer, &format!("{name}.0"), entry);
        }
        form = longer;
        index += 1;
    }
    if index > 0 {
        forms.push(form);
    }
    forms
}

impl Stage<'_> {
    pub(super) fn prepare(&mut self, token: &str) -> Result<(), Trouble> {
        self.devices(token)?;
        self.directory()?;
        self.programme()?;
        self.draft()?;
        self.people_of_the_house()
    }

    /// The administrator signs in, and makes links for the secretariat's other devices.
    fn devices(&mut self, token: &str) -> Result<(), Trouble> {
        let first = self.driver.sign_in(&[token.to_owned()], &mut || {})?.pop().unwrap_or_default();
        let mut devices = vec![first.clone()];
        for _ in 0..DEVICES {
            // A new link of a seat ends the one before: each is used before the next is made.
            let secret = self.driver.secret(&first, "link-device", &Form::new())?;
            devices.extend(self.driver.sign_in(&[secret], &mut || {})?);
        }
        let token = self.driver.secret(&first, "issue-token", &Form::new().with("label", "Rehearsal"))?;
        self.driver.help = Some(Help { session: first.clone(), token });
        self.desk = devices;
        self.watch.say(&format!("{:<12} {}/", "public", self.server.origin));
        self.watch.say(&format!("{:<12} {}/hall?of=meeting-1", "hall", self.server.origin));
        self.link("secretariat", &first)
    }

    fn directory(&mut self) -> Result<(), Trouble> {
        let forms = lists(&self.world.organisations, "organisations", &Form::new(), |form, at, o| {
            for (language, name) in &o.names {
                form.put(&format!("{at}.names.{language}"), name);
            }
            if let Some(short) = &o.short_name {
                form.put(&format!("{at}.short_name"), short);
            }
            if let Some(home) = &o.home {
                form.put(&format!("{at}.home"), home);
            }
            form.put(&format!("{at}.category"), &o.category);
        });
        let mut step = steps(self.watch, "Directory", forms.len());
        for form in forms {
            let desk = self.secretariat();
            self.driver.act(&desk, "import-organisations", form)?;
            step();
        }
        Ok(())
    }

    fn programme(&mut self) -> Result<(), Trouble> {
        let desk = self.secretariat();
        let mut step = steps(self.watch, "Programme", 6);
        self.driver.act(&desk, "name-series", Form::new().in_languages("names", words::SERIES))?;
        step();
        let today = self.plan.today.to_string();
        let mut summit = Form::new()
            .in_languages("themes", words::THEME)
            .with("opens", &today)
            .with("closes", &today)
            .with("conveners[]", "org-1");
        LANGUAGES.iter().for_each(|l| summit.put("languages[]", l));
        self.driver.act(&desk, "convene-summit", summit)?;
        // What organisations do about a text is signed, or on paper.
        let signed = Form::new().with("summit", "summit-1").with("signatures", "required");
        self.driver.act(&desk, "set-signatures", signed)?;
        step();
        let places: Vec<usize> = (0..self.world.venues.len()).collect();
        let venues = &self.world.venues;
        let forms = lists(&places, "venues", &Form::new(), |form, at, place| {
            let venue = &venues[*place];
            let mut put = |name: &str, value: &str| form.put(&format!("{at}.{name}"), value);
            put("summit", "summit-1");
            put("names.en", &format!("{} hall (rehearsal)", venue.city.name));
            put("kind", if *place == 0 { "main" } else { "satellite" });
            put("city", &venue.city.name);
            put("country", &venue.city.country);
            put("zone", &venue.city.zone);
            put("latitude", &format!("{:.6}", venue.city.latitude));
            put("longitude", &format!("{:.6}", venue.city.longitude));
            put("capacity", "2000");
            put("languages[]", "en");
            put("languages[]", LANGUAGES[place % LANGUAGES.len()].max("fr"));
            put("host", &format!("org-{}", venue.host + 1));
        });
        for form in forms {
            self.driver.act(&desk, "import-venues", form)?;
        }
        step();
        let meeting = Form::new()
            .with("kind", "plenary")
            .in_languages("titles", words::PLENARY)
            .with("venue", "venue-1")
            .with("start", &format!("{today}T10:00"))
            .with("end", &format!("{today}T18:00"));
        self.driver.act(&desk, "schedule-meeting", meeting)?;
        step();
        for (kind, titles) in [("general-debate", words::DEBATE), ("adoption", words::ADOPTION)] {
            let item = Form::new().with("meeting", "meeting-1").with("kind", kind).in_languages("titles", titles);
            self.driver.act(&desk, "add-item", item)?;
            step();
        }
        Ok(())
    }

    /// The statement: drafted in six languages and tabled.
    fn draft(&mut self) -> Result<(), Trouble> {
        let desk = self.secretariat();
        let mut draft =
            Form::new().with("summit", "summit-1").with("symbol", &self.symbol()).in_languages("title", words::STATEMENT);
        LANGUAGES.iter().for_each(|l| draft.put("authentic[]", l));
        self.driver.act(&desk, "draft-text", draft)?;
        let forms = lists(words::PARAGRAPHS, "paragraphs", &Form::new().with("text", "text-1"), |form, at, (kind, words)| {
            form.put(&format!("{at}.kind"), kind);
            for (language, text) in *words {
                form.put(&format!("{at}.words.{language}"), text);
            }
        });
        for form in forms {
            self.driver.act(&desk, "import-text", form)?;
        }
        self.driver.act(&desk, "table-text", Form::new().with("text", "text-1"))?;
        Ok(())
    }

    /// The statement's symbol.
    pub(super) fn symbol(&self) -> String {
        format!("REHEARSAL/{}/L.1", self.plan.today.year)
    }

    /// The chair and the venues' operators get seats and sign in.
    fn people_of_the_house(&mut self) -> Result<(), Trouble> {
        let mut wishes = Vec::new();
        let seat = |role: &str, name: &str| {
            Form::new()
                .with("role", role)
                .with("summit", "summit-1")
                .with("person.given", "Rehearsal")
                .with("person.family", name)
        };
        let desk = self.secretariat();
        wishes.push(self.driver.wish(&desk, "invite-seat", seat("chair", "Chair")));
        for venue in 1..=self.world.venues.len() {
            let desk = self.secretariat();
            let form = seat("venue-operator", &format!("Desk {venue}")).with("venue", &format!("venue-{venue}"));
            wishes.push(self.driver.wish(&desk, "invite-seat", form));
        }
        let mut step = steps(self.watch, "Seats of the house", wishes.len() * 2);
        let presses = relied_on(self.driver.press_all(wishes, &mut step)?)?;
        let mut tokens = Vec::with_capacity(presses.len());
        for press in presses {
            tokens.push(match press.secret {
                Some(secret) => secret,
                None => {
                    let seat = self.driver.seat_at(press.position)?;
                    self.driver.new_link(&seat)?
                }
            });
        }
        let mut sessions: Vec<Session> = self.driver.sign_in(&tokens, &mut step)?;
        drop(step);
        self.venues = sessions.split_off(1);
        self.chair = sessions.pop().unwrap_or_default();
        let (chair, venue) = (self.chair.clone(), self.venues.first().cloned().unwrap_or_default());
        self.link("chair", &chair)?;
        self.link("venue", &venue)
    }

    /// Every venue's desk opens its page and keeps it open: the map shows every venue's link.
    pub(super) fn open_desks(&mut self) -> Result<(), Trouble> {
        self.watch.phase("Desks of the venues are opened", self.venues.len() as u64);
        let (watch, desks) = (self.watch, self.venues.clone());
        self.driver.open_desks(&desks, &mut |n| watch.at(n as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_written_into_several_forms() {
        let all: Vec<usize> = (0..3_000).collect();
        let forms = lists(&all, "x", &Form::new().with("text", "t"), |form, at, n| {
            form.put(&format!("{at}.a"), &n.to_string());
            form.put(&format!("{at}.b"), "b");
        });
        assert_eq!(forms.len(), 2);
        assert!(forms.iter().all(|f| f.fields() <= FIELDS && f.encoded().starts_with("text=t&x.0.a=")));
        assert_eq!(forms.iter().map(|f| (f.fields() - 1) / 2).sum::<usize>(), 3_000);
    }
}
