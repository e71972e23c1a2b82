//! The statement: adopted by consensus with two reservations, endorsed by signature, verified, one endorsement withdrawn; then the meeting
//! and the summit close.
use super::{Stage, debate::meeting, steps};
use crate::{
    Trouble,
    driver::{Press, relied_on},
    figures,
    net::form::Form,
    signing::{Field, ToSign},
    words,
};
use std::{collections::HashMap, time::Duration};

/// Endorsements pressed together while somebody watches.
const TOGETHER: usize = 9;

impl Stage<'_> {
    pub(super) fn statement(&mut self) -> Result<(), Trouble> {
        self.adopt()?;
        let withdraws = self.endorse()?;
        self.watch.phase("The endorsements are verified", 1);
        self.report.record.peak = self.verify_endorsements("peak");
        self.watch.at(1);
        self.pause(15.0);
        self.watch.phase("Withdrawal and closing", 3);
        self.withdraw(withdraws)?;
        self.watch.at(1);
        self.pause(10.0);
        self.preside("close-meeting", meeting())?;
        self.watch.at(2);
        self.close()?;
        self.watch.at(3);
        Ok(())
    }

    /// The summit becomes an archive; what waits to be entered as present then enters the record.
    fn close(&mut self) -> Result<(), Trouble> {
        let desk = self.secretariat();
        match self.driver.act(&desk, "close-summit", Form::new().with("summit", "summit-1")) {
            Err(Trouble::Refused { status: 409, message, .. }) if self.is_watched() => {
                self.watch.say(&format!("The summit was not closed: {message}"));
                Ok(())
            }
            other => other.map(|_| ()),
        }
    }

    /// The delegations that entered a reservation when the statement was adopted.
    fn reserving(&self) -> Vec<usize> {
        let members = self.world.organisations.iter().enumerate().filter(|(_, o)| o.category == "member").map(|(i, _)| i);
        members.take(words::RESERVATIONS.len()).collect()
    }

    fn adopt(&mut self) -> Result<(), Trouble> {
        self.watch.phase("Adoption by consensus", 6);
        self.preside("open-item", Form::new().with("item", "item-2"))?;
        self.watch.at(1);
        let question = Form::new().with("text", "text-1").with("meeting", "meeting-1").with("item", "item-2");
        self.preside("open-consensus", question)?;
        self.watch.at(2);
        self.pause(10.0);
        for (delegation, text) in self.reserving().into_iter().zip(words::RESERVATIONS) {
            let form = Form::new()
                .with("text", "text-1")
                .with("kind", "reservation")
                .with("paragraphs[]", "paragraph-3")
                .with("words", text)
                .with("language", "en");
            let head = self.head(delegation);
            let press = self.driver.act(&head, "enter-reservation", form)?;
            self.settle(&press);
            self.shown.push(press);
            self.pause(5.0);
        }
        self.watch.at(4);
        self.preside("adopt-by-consensus", Form::new().with("text", "text-1"))?;
        self.watch.at(5);
        self.pause(10.0);
        self.preside("open-endorsement", Form::new().with("text", "text-1"))?;
        self.watch.at(6);
        self.pause(5.0);
        Ok(())
    }

    /// Organisations endorse, each by the signature of its head's security key; those that entered a reservation, with it. Answers who
    /// withdraws later.
    fn endorse(&mut self) -> Result<usize, Trouble> {
        let (chosen, withdraws) = self.world.endorsers(self.targets.peak.0, self.targets.peak.1);
        let digest = self.digest_shown(withdraws)?;
        let reserving: Vec<(usize, &str)> = self.reserving().into_iter().zip(words::RESERVATIONS).collect();
        let together = if self.is_watched() { TOGETHER } else { chosen.len().max(1) };
        let watch = self.watch;
        let mut step = steps(watch, "Endorsements", chosen.len());
        for part in chosen.chunks(together) {
            let acts = part.iter().map(|delegation| {
                let reservation = reserving.iter().find(|(reserves, _)| reserves == delegation).map(|(_, words)| *words);
                // Whoever withdraws says nothing else before.
                (*delegation, self.endorsement(*delegation, &digest, reservation.filter(|_| *delegation != withdraws)))
            });
            let acts = acts.collect();
            self.signed(acts, &mut step)?;
            self.pause(2.0);
        }
        Ok(withdraws)
    }

    fn withdraw(&mut self, delegation: usize) -> Result<(), Trouble> {
        let digest = self.digest_shown(delegation)?;
        let act = ToSign { act: "withdraw-endorsement", ..self.endorsement(delegation, &digest, None) };
        self.signed(vec![(delegation, act)], &mut || {})
    }

    /// The endorsement of a delegation, to be signed.
    fn endorsement(&self, delegation: usize, digest: &str, reservation: Option<&str>) -> ToSign {
        let one = |text: &str| Field::One(text.to_owned());
        let mut fields = vec![("text", one("text-1")), ("text_digest", one(digest))];
        if let Some(words) = reservation {
            fields.push(("words", one(words)));
            fields.push(("language", one("en")));
            fields.push(("paragraphs", Field::Many(vec!["paragraph-3".to_owned()])));
        }
        let act = if reservation.is_some() { "endorse-with-reservation" } else { "endorse" };
        // Every delegation registered one.
        let key = self.keys[delegation].clone();
        ToSign { session: self.head(delegation), key, act, fields }
    }

    /// Signs and presses acts of delegations, and keeps the log of whose endorsement stands. A person who watches may have acted for an
    /// organisation before it.
    fn signed(&mut self, acts: Vec<(usize, ToSign)>, each: &mut dyn FnMut()) -> Result<(), Trouble> {
        let (delegations, acts): (Vec<usize>, Vec<ToSign>) = acts.into_iter().unzip();
        let mut wishes = Vec::with_capacity(acts.len());
        let mut whose = HashMap::with_capacity(acts.len());
        for (delegation, wish) in delegations.into_iter().zip(self.driver.sign(&acts, &self.site)?) {
            match wish {
                Ok(wish) => {
                    whose.insert(wish.id.clone(), delegation);
                    wishes.push(wish);
                }
                Err(Trouble::Refused { act, code, message, .. }) if self.is_watched() => {
                    self.watch.say(&format!("`{act}` of org-{} was not called for: {message}", delegation + 1));
                    if code == "already-endorsed" {
                        self.standing.insert(delegation);
                    }
                }
                Err(trouble) => return Err(trouble),
            }
        }
        let presses = relied_on(self.driver.press_live(wishes, each)?)?;
        for press in &presses {
            if let Some(delegation) = whose.get(&press.id) {
                if press.act == "withdraw-endorsement" {
                    self.standing.remove(delegation);
                } else {
                    self.standing.insert(*delegation);
                }
            }
        }
        if let Some(last) = presses.iter().max_by_key(|p: &&Press| p.position) {
            self.settle(last);
        }
        self.shown.extend(presses);
        Ok(())
    }

    /// The digest of the text as a delegate's page shows it: what is endorsed is what was read.
    fn digest_shown(&mut self, delegation: usize) -> Result<String, Trouble> {
        let head = self.head(delegation);
        for _ in 0..50 {
            let page = self.driver.page(&format!("/as/{}/", head.seat), &head.cookie)?;
            if let Some(digest) = figures::hidden(&page.text(), "text_digest") {
                return Ok(digest);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(Trouble::Unexpected("a delegate's page shows no text that can be endorsed".to_owned()))
    }
}
