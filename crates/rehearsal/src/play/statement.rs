//! The statement: adopted by consensus with two reservations, endorsed, one endorsement withdrawn; then the meeting closes.
use super::{Stage, debate::meeting, steps};
use crate::{
    Trouble,
    driver::{Press, relied_on},
    figures,
    net::form::Form,
    words,
};
use std::time::Duration;

/// Endorsements pressed together while somebody watches.
const TOGETHER: usize = 9;

impl Stage<'_> {
    pub(super) fn statement(&mut self) -> Result<(), Trouble> {
        self.adopt()?;
        self.endorse()?;
        self.pause(10.0);
        self.preside("close-meeting", meeting())?;
        Ok(())
    }

    fn adopt(&mut self) -> Result<(), Trouble> {
        self.watch.phase("Adoption by consensus", 6);
        self.preside("open-item", Form::new().with("item", "item-2"))?;
        self.watch.at(1);
        let question = Form::new().with("text", "text-1").with("meeting", "meeting-1").with("item", "item-2");
        self.preside("open-consensus", question)?;
        self.watch.at(2);
        self.pause(10.0);
        let members = self.world.organisations.iter().enumerate().filter(|(_, o)| o.category == "member").map(|(i, _)| i);
        let reserving: Vec<usize> = members.take(words::RESERVATIONS.len()).collect();
        for (delegation, text) in reserving.into_iter().zip(words::RESERVATIONS) {
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

    fn endorse(&mut self) -> Result<(), Trouble> {
        let (chosen, withdraws) = self.world.endorsers(self.targets.peak.0, self.targets.peak.1);
        let digest = self.digest_shown(withdraws)?;
        let form = Form::new().with("text", "text-1").with("text_digest", &digest);
        let together = if self.plan.speed.is_some() { TOGETHER } else { chosen.len().max(1) };
        let mut wishes = Vec::with_capacity(chosen.len());
        for delegation in chosen {
            let head = self.head(delegation);
            wishes.push(self.driver.wish(&head, "endorse", form.clone()));
        }
        let watch = self.watch;
        let mut step = steps(watch, "Endorsements", wishes.len() + 1);
        while !wishes.is_empty() {
            let rest = wishes.split_off(wishes.len().min(together));
            let presses = relied_on(self.driver.press_live(wishes, &mut step)?)?;
            if let Some(last) = presses.iter().max_by_key(|p: &&Press| p.position) {
                self.settle(last);
            }
            self.shown.extend(presses);
            self.pause(2.0);
            wishes = rest;
        }
        self.pause(15.0);
        let head = self.head(withdraws);
        let press = self.driver.act(&head, "withdraw-endorsement", form)?;
        step();
        drop(step);
        self.settle(&press);
        self.shown.push(press);
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
