//! What a shard hears from its pages, and what it says to one of them alone.
use super::{MAX_MESSAGES, MAX_UNDER_WAY, READS, Shard};
use crate::live::{
    Answer, Press,
    connection::{Got, Phase},
    frame::{self, Event, Opcode, Violation},
    message::{self, Asked},
};
use crate::throttle::Presser;
use bytes::Bytes;
use domain::id::SessionId;
use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

impl Shard {
    /// Reads what a page says, for its turn.
    pub(super) fn read(&mut self, place: u32) {
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut turn = READS;
        while let Some(page) = self.page(place) {
            match page.read(&mut scratch) {
                Ok(Got::Nothing) => break,
                Ok(Got::Bytes(n)) => self.hear(place, &mut scratch[..n]),
                Ok(Got::End) | Err(_) => {
                    self.drop_page(place);
                    break;
                }
            }
            turn -= 1;
            if turn == 0 {
                self.unread.push(place);
                break;
            }
        }
        self.scratch = scratch;
        // TLS may have something to say of its own, such as new keys.
        if self.page(place).is_some_and(|p| !p.is_idle()) {
            self.flush(place);
        }
    }

    pub(super) fn hear(&mut self, place: u32, bytes: &mut [u8]) {
        let Some(page) = self.page(place).filter(|p| p.phase == Phase::Open) else { return };
        let mut carry = page.carry.take();
        let fed = frame::feed(&mut carry, bytes, message::MAX_MESSAGE, |event| {
            let heard = self.event(place, event);
            if let Err(violation) = heard {
                self.violated(place, violation);
            }
            match self.page(place) {
                Some(page) if page.phase == Phase::Open => ControlFlow::Continue(()),
                _ => ControlFlow::Break(()),
            }
        });
        match fed {
            Ok(()) => {
                if let Some(page) = self.page(place) {
                    page.carry = carry;
                }
            }
            Err(violation) => self.violated(place, violation),
        }
    }

    fn event(&mut self, place: u32, event: Event<'_>) -> Result<(), Violation> {
        let Some(page) = self.page(place) else { return Ok(()) };
        page.messages += 1;
        if page.messages > MAX_MESSAGES {
            return Err(Violation::Policy);
        }
        match event {
            Event::Pong => {}
            Event::Ping(payload) => self.say(place, Bytes::from(frame::encode(Opcode::Pong, &[payload]))),
            Event::Close(code) => {
                self.close(place, code.unwrap_or(1000));
                self.part(place);
            }
            Event::Text(text) => match message::asked(text).ok_or(Violation::Policy)? {
                Asked::Press { id, act, body } => self.press(place, id, act, body),
                Asked::Get { region, version } => self.get(place, region, version),
                // A sign of life is all that is made of it.
                Asked::Seen(_) => {}
            },
        }
        Ok(())
    }

    fn press(&mut self, place: u32, id: &str, act: &str, body: &str) {
        let Some(page) = self.page(place) else { return };
        let (viewer, serial, under_way) = (page.viewer, page.serial, page.presses);
        // Numbers of sessions are smaller than that; whatever is not one is held to its page.
        let session = u32::try_from(viewer.session).ok().filter(|session| *session != 0).map(SessionId);
        let who = session.map_or(Presser::Page(serial), Presser::Session);
        if under_way >= MAX_UNDER_WAY || !self.settings.presses.take(who) {
            self.metrics.presses_limited.add(1);
            return self.say(place, message::answer(id, 429, 0, "{}"));
        }
        if viewer.session != 0 && !self.hub.scene().signed_in(&viewer) {
            return self.end_session(place);
        }
        if let Some(page) = self.page(place) {
            page.presses += 1;
        }
        self.metrics.presses.add(1);
        let answer = Answer::new(Arc::clone(&self.inbox), place, serial, id.into());
        let press = Press { id: id.into(), act: act.into(), body: body.to_owned() };
        let scene = Arc::clone(self.hub.scene());
        // A fault in the house must not end ten thousand pages; the answer, dropped on the way, says 503.
        if catch_unwind(AssertUnwindSafe(|| scene.press(&viewer, press, answer))).is_err() {
            tracing::error!(act, "a press panicked");
        }
    }

    fn get(&mut self, place: u32, region: &str, version: u64) {
        let Some(page) = self.pages.get_mut(place as usize).and_then(Option::as_mut) else { return };
        let slots = &self.slots;
        if let Some(seen) = page.regions.iter_mut().find(|s| slots.get(s.slot).is_some_and(|slot| *slot.key.name == *region)) {
            seen.version = version;
            self.flush(place);
        }
    }

    fn violated(&mut self, place: u32, violation: Violation) {
        self.metrics.violations.add(1);
        self.close(place, violation.code());
    }

    pub(super) fn end_session(&mut self, place: u32) {
        self.metrics.revoked.add(1);
        self.say(place, message::ended("session"));
        self.close(place, 1000);
    }

    /// Says goodbye; the page goes when that is written and read.
    pub(super) fn close(&mut self, place: u32, code: u16) {
        let Some(page) = self.page(place).filter(|p| p.phase == Phase::Open) else { return };
        page.phase = Phase::Closing;
        page.carry = None;
        page.say(Bytes::from(frame::encode_close(code)));
        self.flush(place);
    }

    /// The page has said goodbye too: it goes as soon as ours is written.
    fn part(&mut self, place: u32) {
        match self.page(place) {
            Some(page) if page.phase == Phase::Closing => page.phase = Phase::Parting,
            Some(_) => self.drop_page(place),
            None => {}
        }
    }

    pub(super) fn say(&mut self, place: u32, bytes: Bytes) {
        if self.put(place, bytes) {
            self.flush(place);
        }
    }

    /// Puts something behind what waits for a page; false when nobody is there any more to say it to.
    pub(super) fn put(&mut self, place: u32, bytes: Bytes) -> bool {
        let Some(page) = self.page(place).filter(|p| p.phase == Phase::Open) else { return false };
        let has_room = page.say(bytes);
        if !has_room {
            self.metrics.slow_closed.add(1);
            self.drop_page(place);
        }
        has_room
    }
}
