//! Corrections of an adopted text as a browser without JavaScript sees and presses them, and as programs read them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use app::{Failure, record};
use axum::http::StatusCode;
use domain::{Actor, Refusal};
use floor_stage::{Signed, Stage};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use web::{answer::Answer, i18n::Tongue};

const MINUTE: i64 = 60_000;
const PREPARED: &str = "text=text-1&language=fr&title=D%C3%A9claration+commune&paragraphs.paragraph-1=Consciente+des+fleuves%2C&paragraphs.paragraph-2=Nous+garderons+l%E2%80%99eau+claire.";

/// An adopted text and a secretariat that has written a correction of its French second paragraph.
fn prepared() -> (Stage, Signed) {
    let mut stage = Stage::new();
    stage.adopted_text();
    let secretariat = stage.signed("secretariat");
    let (status, to) = stage.post(&secretariat, "prepare-correction", "correcting?of=text-1&in=fr", PREPARED);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    (stage, secretariat)
}
fn proposed() -> (Stage, Signed) {
    let (stage, secretariat) = prepared();
    let form = "text=text-1&reason.en=The+word+is+wrong&minutes=1440";
    let (status, to) = stage.post(&secretariat, "propose-correction", "correcting?of=text-1", form);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    (stage, secretariat)
}
fn issued() -> Stage {
    let (mut stage, _) = proposed();
    stage.wait(1440 * MINUTE);
    assert_eq!(web::correction_watch::due(&stage.house.state(), stage.house.clock().now()).count(), 1);
    stage.try_act(Actor::Server, "issue-correction", json!({ "text": "text-1" })).unwrap();
    stage
}
fn read(stage: &Stage, path: &str) -> Value {
    serde_json::from_str(&stage.public(path).1).unwrap()
}

#[test]
fn the_secretariat_writes_a_correction_and_sees_the_difference_before_anybody_else() {
    let (mut stage, secretariat) = prepared();
    let (_, page) = stage.page(&secretariat, "correcting?of=text-1");
    assert!(page.contains("l’eau <del>propre</del><ins>claire</ins>."), "{page}");
    assert!(!page.contains("Mindful of rivers"), "what is not corrected is not shown as a change: {page}");
    assert!(page.contains("One other language keeps its digests"), "{page}");
    assert!(page.contains("act/propose-correction"), "{page}");
    let delegate = stage.delegate(2);
    for path in ["texts?of=text-1", "correction?of=text-1", ""] {
        assert!(!stage.page(&delegate, path).1.contains("claire"), "{path} tells of what was not proposed");
    }
    let (status, _) = stage.page(&delegate, "correcting?of=text-1");
    assert_ne!(status, StatusCode::OK, "the page is the secretariat's");
    let (status, page) = stage.post(&delegate, "propose-correction", "texts?of=text-1", "text=text-1&reason.en=x&minutes=15");
    assert_eq!(status, StatusCode::FORBIDDEN, "{page}");
    // A field that is wrong is named, and what was typed stays.
    let wrong = "text=text-1&reason.en=The+word+is+wrong&minutes=0";
    let (status, page) = stage.post(&secretariat, "propose-correction", "correcting?of=text-1", wrong);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("The word is wrong"), "{page}");
}

#[test]
fn a_delegate_sees_what_is_proposed_and_one_objection_blocks_it() {
    let (mut stage, _) = proposed();
    let delegate = stage.delegate(2);
    let (_, page) = stage.page(&delegate, "");
    assert!(page.contains("SD/2027/L.1/Corr.1") && page.contains("correction?of=text-1"), "{page}");
    let (_, page) = stage.page(&delegate, "correction?of=text-1");
    for words in ["<del>propre</del><ins>claire</ins>", "The word is wrong", "act/object-to-correction", "Africa/Nairobi"] {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
    let (_, page) = stage.public("/correction?of=text-1");
    assert!(page.contains("claire") && !page.contains("act/object-to-correction"), "{page}");
    let form = "text=text-1&reason=The+word+is+right&language=en";
    let (status, to) = stage.post(&delegate, "object-to-correction", "correction?of=text-1", form);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.public("/correction?of=text-1");
    assert!(
        page.contains("Blocked by an objection") && page.contains("River Union") && page.contains("The word is right"),
        "{page}"
    );
    let (_, text) = stage.public("/texts?of=text-1");
    assert!(!text.contains("Corr.1"), "{text}");
    let (status, page) = stage.post(&delegate, "object-to-correction", "correction?of=text-1", form);
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("No correction of SD/2027/L.1 is open any more"), "{page}");
}

#[test]
fn the_text_shows_what_was_corrected_and_both_digests_and_serves_both_files() {
    let (mut stage, secretariat) = prepared();
    let delegate = stage.delegate(2);
    let digest = read(&stage, "/api/v1/texts/text-1")["adoption"]["manifest"].as_str().unwrap().to_owned();
    stage.post(&delegate, "endorse", "", &format!("text=text-1&text_digest={digest}"));
    stage.post(&secretariat, "propose-correction", "correcting?of=text-1", "text=text-1&reason.en=x&minutes=1440");
    stage.wait(1440 * MINUTE);
    stage.try_act(Actor::Server, "issue-correction", json!({ "text": "text-1" })).unwrap();

    let told = read(&stage, "/api/v1/texts/text-1");
    let correction = &told["corrections"][0];
    assert_eq!((&correction["stage"], &correction["from"]), (&json!("issued"), &json!(digest)));
    assert_eq!(correction["to"], told["adoption"]["manifest"]);
    assert_eq!(correction["languages"].as_object().unwrap().keys().collect::<Vec<_>>(), ["fr"]);
    let [before, after] = [0, 1].map(|n| correction["languages"]["fr"]["sha256"][n].as_str().unwrap().to_owned());

    let (_, page) = stage.public("/texts?of=text-1&in=fr");
    for words in ["claire", "Corrected by SD/2027/L.1/Corr.1", before.as_str(), after.as_str(), "text-1.0c1.fr.txt"] {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
    let (_, earlier) = stage.public("/texts?of=text-1&in=fr&rev=0");
    assert!(earlier.contains("propre") && !earlier.contains("claire"), "{earlier}");
    for (file, digest) in [("text-1.0.fr.txt", &before), ("text-1.0c1.fr.txt", &after)] {
        let (status, body) = stage.public(&format!("/texts/{file}"));
        assert_eq!((status, &domain::words::Digest::of(body.as_bytes()).to_string()), (StatusCode::OK, digest), "{file}");
    }
    let (_, manifest) = stage.public("/texts/text-1.0c1.manifest.json");
    assert_eq!(correction["to"], domain::words::Digest::of(manifest.as_bytes()).to_string());
    assert_eq!(stage.public("/texts/text-1.0c2.fr.txt").0, StatusCode::NOT_FOUND);

    // Who endorsed before is counted apart, on every page that shows the figure, and may endorse the corrected text.
    for path in ["/", "/record", "/hall", "/texts?of=text-1"] {
        let (_, page) = stage.public(path);
        assert!(page.contains("Stand from before the correction"), "{path}: {page}");
    }
    assert_eq!(read(&stage, "/record.json")["figures"]["endorsing-before-correction"], 1);
    let counts = read(&stage, "/api/v1/texts/text-1/endorsements")["counts"].clone();
    assert_eq!((&counts["organisations"], &counts["before_correction"]), (&json!(0), &json!(1)));
    let (_, page) = stage.public("/endorsements?of=text-1");
    assert!(page.contains("Stand from before the correction") && page.contains("before the correction</span>"), "{page}");
    let (_, page) = stage.page(&delegate, "");
    assert!(page.contains("Your endorsement stands") && page.contains("act/endorse\""), "{page}");
    let digest = told["adoption"]["manifest"].as_str().unwrap();
    stage.post(&delegate, "endorse", "", &format!("text=text-1&text_digest={digest}"));
    let counts = read(&stage, "/api/v1/texts/text-1/endorsements")["counts"].clone();
    assert_eq!((&counts["organisations"], &counts["before_correction"]), (&json!(1), &json!(0)));
}

#[test]
fn the_feed_tells_every_step_but_what_is_only_prepared() {
    let stage = issued();
    let told = read(&stage, "/api/v1/events?after=0&limit=1000").to_string();
    assert!(told.contains("correction-proposed") && told.contains("text-corrected"), "{told}");
    assert!(!told.contains("correction-prepared"), "{told}");
}

#[test]
fn an_objection_on_paper_is_recorded_by_the_secretariat() {
    let (stage, secretariat) = proposed();
    let evidence = "ab".repeat(32);
    let (_, page) = stage.page(&secretariat, &format!("paper?act=object-to-correction&evidence={evidence}"));
    assert!(page.contains("SD/2027/L.1/Corr.1") && page.contains("act/object-to-correction"), "{page}");
    let form = format!("text=text-1&organisation=org-3&on_paper.evidence={evidence}&reason=By+letter&language=en");
    let (status, to) = stage.post(&secretariat, "object-to-correction", "paper", &form);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let objection = read(&stage, "/api/v1/texts/text-1")["corrections"][0]["objection"].clone();
    assert_eq!((&objection["organisation"], &objection["way"]), (&json!("org-3"), &json!("paper")));
}

#[test]
fn letters_tell_the_languages_the_deadline_and_where_to_look() {
    let (stage, _) = proposed();
    let letters = stage.house.side().letters(None, 0, 1_000).unwrap();
    let proposed: Vec<_> = letters.iter().filter(|l| l.kind == "notice-correction-proposed").collect();
    assert_eq!(proposed.len(), 4, "one for each delegation that may object");
    let body = &proposed[0].body;
    for words in ["SD/2027/L.1/Corr.1", "Français", "UTC", "http://test/correction?of=text-1"] {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
}

#[test]
fn whatever_the_record_refuses_is_said_in_every_language_with_what_to_do() {
    for tongue in Tongue::offered() {
        let mut said = BTreeSet::new();
        for remedy in record::Remedy::ALL {
            let refusal = Refusal::new(record::refusal_code(remedy)).with("reason", "seq 3 is not above 3");
            let answer = Answer::failed(&Failure::No(refusal.into()), tongue);
            assert_eq!(answer.status, 409);
            assert!(answer.message.contains("seq 3 is not above 3"), "{}: {}", tongue.tag(), answer.message);
            assert!(!answer.message.starts_with('['), "{}: {}", tongue.tag(), answer.message);
            said.insert(answer.message);
        }
        assert_eq!(said.len(), record::Remedy::ALL.len(), "each says something of its own in {}", tongue.tag());
    }
    let overtaken = Refusal::new(record::refusal_code(record::Remedy::LookAndSignAgain)).with("reason", "x");
    let english = Answer::failed(&Failure::No(overtaken.into()), Tongue::from_tag("en").unwrap());
    assert!(english.message.contains("Somebody else of your organisation signed a moment ago"), "{}", english.message);
}
