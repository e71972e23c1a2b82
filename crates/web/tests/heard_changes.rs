//! What an act changes on a delegate's page, the page hears of: no region may become another one without one of its topics being told.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use domain::{Actor, id::SeatId};
use floor_stage::{ORGANISATIONS, Stage};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    ops::ControlFlow,
    sync::Arc,
};
use web::{
    i18n::Tongue,
    live::{RegionKey, Scene, Topic},
    scene::{self, named, number},
    view::Who,
};

const REGIONS: [&str; 4] = ["now", "mine", "acts", "actions"];

struct Watched {
    stage: Stage,
    scene: scene::Stage,
    seats: Vec<SeatId>,
    shown: HashMap<RegionKey, (String, BTreeSet<Topic>)>,
}

impl Watched {
    fn new() -> Self {
        let stage = Stage::new();
        let scene = scene::Stage::of(Arc::clone(&stage.site)).unwrap();
        let seats = (1..=ORGANISATIONS.len())
            .map(|o| stage.house.state().accreditation.member(stage.head_of(o)).unwrap().seat().unwrap())
            .collect();
        let mut watched = Self { stage, scene, seats, shown: HashMap::new() };
        watched.shown = watched.look();
        watched
    }

    /// What every delegation's page shows, and which topics its regions hear.
    fn look(&self) -> HashMap<RegionKey, (String, BTreeSet<Topic>)> {
        let mut out = HashMap::new();
        for seat in &self.seats {
            let who = Who::of(*seat, self.stage.house.state().seats.get(*seat).unwrap());
            for name in REGIONS {
                let audience = scene::audience(named(name).unwrap().0.scope, who, Tongue::of(0));
                let key = RegionKey { name: name.into(), audience };
                let html = without_clocks(&self.scene.render(&key).html);
                let topics = self.scene.topics(&key).into_iter().collect();
                out.insert(key, (html, topics));
            }
        }
        out
    }

    fn chair(&mut self, act: &str, fields: Value) {
        self.press(Actor::Console, act, fields);
    }

    fn head(&mut self, organisation: usize, act: &str, fields: Value) {
        self.press(Actor::Seat(self.seats[organisation - 1]), act, fields);
    }

    /// Carries an act out and holds what changed on every page against what the pages were told.
    fn press(&mut self, actor: Actor, act: &str, fields: Value) {
        let before = self.stage.house.state().position;
        self.stage.try_act(actor, act, fields).unwrap_or_else(|failure| panic!("{act}: {failure:?}"));
        let mut told = BTreeSet::new();
        self.stage
            .house
            .feed()
            .feed_after(before, usize::MAX, &mut |_, bytes| {
                let recorded = app::codec::decode(bytes).unwrap();
                told.extend(app::topic::touched(&self.stage.house.state(), &recorded.event).into_iter().map(number));
                ControlFlow::Continue(())
            })
            .unwrap();
        let after = self.look();
        for (key, (html, _)) in &after {
            let (former, topics) = &self.shown[key];
            assert!(
                html == former || topics.intersection(&told).next().is_some(),
                "after {act} the region {} (audience {:x}) is another one and was not told:\n{former}\n{html}",
                key.name,
                key.audience.0
            );
        }
        self.shown = after;
    }
}

/// Clocks run by themselves on the page: whether one runs counts, what it reads does not.
fn without_clocks(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<count-down") {
        let (clock, behind) = after.split_once("</count-down>").unwrap();
        out.push_str(before);
        out.push_str(if clock.contains("data-running") { "[runs]" } else { "[stands]" });
        rest = behind;
    }
    out + rest
}

#[test]
fn a_debate_is_heard_by_everybody_whom_it_concerns() {
    let mut hall = Watched::new();
    let (item, meeting) = (|| json!({ "item": "item-1" }), || json!({ "meeting": "meeting-1" }));
    let with = |organisation: u32| json!({ "item": "item-1", "with": format!("org-{organisation}") });
    hall.chair("open-meeting", meeting());
    hall.chair("open-item", item());
    hall.chair("open-speakers", json!({ "item": "item-1", "limit_seconds": 300 }));
    hall.head(1, "request-floor", json!({ "item": "item-1", "rank": "representative" }));
    hall.head(2, "request-floor", json!({ "item": "item-1", "rank": "representative" }));
    // A head of delegation goes in before representatives: they move.
    hall.head(3, "request-floor", json!({ "item": "item-1", "rank": "head" }));
    hall.head(4, "request-floor", json!({ "item": "item-1", "rank": "representative" }));
    hall.head(1, "propose-swap", with(2));
    hall.head(2, "decline-swap", with(1));
    hall.head(1, "propose-swap", with(2));
    hall.head(1, "withdraw-swap", item());
    hall.head(1, "propose-swap", with(2));
    hall.head(2, "agree-swap", with(1));
    hall.head(4, "propose-swap", with(1));
    hall.head(4, "withdraw-request", item());
    hall.chair("reorder-speakers", json!({ "item": "item-1", "organisation": "org-1", "place": 1 }));
    hall.chair("give-floor", meeting());
    hall.chair("pause-clock", meeting());
    hall.chair("resume-clock", meeting());
    hall.chair("extend-speech", json!({ "meeting": "meeting-1", "seconds": 60 }));
    hall.head(2, "raise-point-of-order", meeting());
    hall.chair("rule-point-of-order", json!({ "meeting": "meeting-1", "upheld": "false" }));
    hall.head(4, "request-reply", item());
    hall.head(4, "withdraw-reply", item());
    hall.chair("suspend-meeting", meeting());
    hall.chair("resume-meeting", meeting());
    hall.chair("end-speech", meeting());
    hall.head(2, "withdraw-request", item());
    hall.chair("close-speakers", item());
    hall.chair("give-floor", meeting());
    hall.chair("end-speech", meeting());
    hall.chair("close-item", item());
    hall.chair("close-meeting", meeting());
}

#[test]
fn a_decision_is_heard_by_everybody_whom_it_concerns() {
    let mut hall = Watched::new();
    let text = || json!({ "text": "text-1" });
    hall.chair(
        "draft-text",
        json!({ "summit": "summit-1", "symbol": "TEST/L.1", "title": { "en": "Statement", "fr": "Déclaration" }, "authentic": ["en", "fr"] }),
    );
    hall.chair("import-text", json!({ "text": "text-1", "paragraphs": [{ "kind": "operative", "words": { "en": "We act.", "fr": "Nous agissons." } }] }));
    hall.chair("table-text", text());
    hall.chair("open-meeting", json!({ "meeting": "meeting-1" }));
    hall.chair("open-item", json!({ "item": "item-2" }));
    hall.chair("open-consensus", json!({ "text": "text-1", "meeting": "meeting-1", "item": "item-2" }));
    hall.head(1, "object", text());
    hall.head(1, "withdraw-objection", text());
    let reservation = json!({ "text": "text-1", "kind": "reservation", "paragraphs": ["paragraph-1"], "words": "Not all of it.", "language": "en" });
    hall.head(2, "enter-reservation", reservation);
    hall.head(2, "withdraw-reservation", json!({ "text": "text-1", "number": 1 }));
    hall.chair("adopt-by-consensus", text());
    hall.chair("open-endorsement", text());
    let digest =
        hall.stage.house.state().texts.get("text-1".parse().unwrap()).unwrap().adoption.as_ref().unwrap().manifest.to_string();
    hall.head(3, "endorse", json!({ "text": "text-1", "text_digest": digest }));
    hall.head(3, "withdraw-endorsement", json!({ "text": "text-1", "text_digest": digest }));
    hall.head(4, "decline", json!({ "text": "text-1", "text_digest": digest }));
    hall.chair("close-endorsement", text());
}
