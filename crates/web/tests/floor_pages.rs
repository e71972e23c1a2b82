//! The pages of the floor as a browser without JavaScript sees and presses them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::http::StatusCode;
use floor_stage::Stage;
use serde_json::json;

#[test]
fn a_delegate_requests_the_floor_and_sees_its_place() {
    let mut stage = Stage::new();
    let delegate = stage.delegate(2);
    stage.open_debate();
    let (status, page) = stage.page(&delegate, "");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("General debate") && page.contains("act/request-floor"), "{page}");
    assert!(page.contains(r#"name="venue" value="venue-1""#), "the venue of its members goes with the request: {page}");
    let (status, to) = stage.post(&delegate, "request-floor", "", "item=item-1&rank=head&venue=venue-1");
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, format!("/as/{}/?done=request-floor", delegate.seat).as_str()));
    let (_, page) = stage.page(&delegate, "");
    assert!(page.contains("Your place on the list: 1") && page.contains("act/withdraw-request"), "{page}");
    assert!(!page.contains("act/request-floor"), "nothing is offered that would be refused: {page}");
    let (status, page) = stage.post(&delegate, "request-floor", "", "item=item-1");
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("place 1 of 1"), "the refusal says what stands: {page}");
}

#[test]
fn the_region_everybody_shares_is_small_and_names_nobody_of_the_viewer() {
    let mut stage = Stage::new();
    stage.tabled_text();
    stage.open_debate();
    for organisation in 1..=3 {
        let delegate = stage.delegate(organisation);
        stage.post(&delegate, "request-floor", "", "item=item-1&venue=venue-1");
    }
    stage.act("give-floor", json!({ "meeting": "meeting-1" }));
    let (_, page) = stage.public("/hall");
    assert!(page.contains("Blue Kite Party") && page.contains("count-down"), "{page}");
    let delegate = stage.delegate(4);
    let (_, page) = stage.page(&delegate, "");
    let now = page.split(r#"data-region="now""#).nth(1).unwrap().split("</live-region>").next().unwrap();
    assert!(now.contains("Blue Kite Party") && now.contains("2 delegations wait"), "{now}");
    assert!(now.len() <= 1536, "{} bytes: {now}", now.len());
}

#[test]
fn the_chair_leads_a_meeting_from_the_console() {
    let mut stage = Stage::new();
    let chair = stage.signed("chair");
    let (status, page) = stage.page(&chair, "chair");
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("act/open-meeting")
            && page.contains("4 delegations present, 2 needed")
            && page.contains("4 delegations present, 3 needed"),
        "{page}"
    );
    for (act, form) in
        [("open-meeting", "meeting=meeting-1"), ("open-item", "item=item-1"), ("open-speakers", "item=item-1&limit_seconds=120")]
    {
        assert_eq!(stage.post(&chair, act, "chair", form).0, StatusCode::SEE_OTHER, "{act}");
    }
    for organisation in [3, 1] {
        let delegate = stage.delegate(organisation);
        stage.post(&delegate, "request-floor", "", "item=item-1");
    }
    let (_, page) = stage.page(&chair, "chair?of=meeting-1");
    assert!(page.contains("Give the floor to Green Lantern Movement"), "{page}");
    stage.post(&chair, "give-floor", "chair", "meeting=meeting-1");
    let delegate = stage.delegate(2);
    stage.post(&delegate, "raise-point-of-order", "", "meeting=meeting-1");
    let (_, page) = stage.page(&chair, "chair");
    assert!(page.contains("Point of order by River Union") && page.contains("Clock stopped: point of order"), "{page}");
    stage.post(&chair, "rule-point-of-order", "chair", "meeting=meeting-1&upheld=false");
    let (_, page) = stage.page(&chair, "chair");
    assert!(page.contains("The chair overruled the point of order of River Union"), "{page}");
    assert_eq!(stage.page(&chair, "chair?of=meeting-9").0, StatusCode::NOT_FOUND);
    assert_eq!(stage.page(&delegate, "chair").0, StatusCode::FORBIDDEN);
}

#[test]
fn the_hall_shows_the_decision_while_there_is_one() {
    let mut stage = Stage::new();
    stage.tabled_text();
    stage.open_debate();
    stage.act("close-item", json!({ "item": "item-1" }));
    stage.act("open-item", json!({ "item": "item-2" }));
    stage.act("open-consensus", json!({ "text": "text-1", "meeting": "meeting-1", "item": "item-2" }));
    let delegate = stage.delegate(4);
    let (_, page) = stage.page(&delegate, "");
    assert!(page.contains("act/object") && page.contains("reservation?of=text-1"), "{page}");
    stage.post(&delegate, "object", "", "text=text-1");
    let (_, page) = stage.public("/hall?of=meeting-1");
    assert!(page.contains("is there consensus") && page.contains(r#"class="hall-big">1<"#), "{page}");
    let chair = stage.signed("chair");
    let (_, page) = stage.page(&chair, "chair");
    assert!(page.contains("One objection") && !page.contains("act/adopt-by-consensus"), "an objection stands in the way: {page}");
    stage.post(&delegate, "withdraw-objection", "", "text=text-1");
    assert_eq!(stage.post(&chair, "adopt-by-consensus", "chair", "text=text-1").0, StatusCode::SEE_OTHER);
    stage.post(&chair, "open-endorsement", "chair", "text=text-1");
    let (_, page) = stage.page(&delegate, "");
    assert!(page.contains("act/endorse\"") && page.contains("act/decline") && page.contains(r#"name="text_digest""#), "{page}");
}

#[test]
fn a_text_is_read_in_all_its_languages_and_its_files_hash_to_what_is_shown() {
    let mut stage = Stage::new();
    stage.act(
        "draft-text",
        json!({ "summit": "summit-1", "symbol": "SD/2027/L.9", "title": { "en": "Secret draft" }, "authentic": ["en"] }),
    );
    let (_, page) = stage.public("/texts");
    assert!(page.contains("No text is tabled yet") && !page.contains("Secret draft"), "a draft is not public: {page}");
    assert_eq!(stage.public("/texts?of=text-1").0, StatusCode::NOT_FOUND);
    let mut stage = Stage::new();
    stage.adopted_text();
    let delegate = stage.delegate(3);
    let form = "text=text-1&kind=reservation&words=Not+here.&language=en&paragraphs%5B%5D=paragraph-2";
    assert_eq!(stage.post(&delegate, "enter-reservation", "reservation?of=text-1", form).0, StatusCode::SEE_OTHER);
    let (status, page) = stage.public("/texts?of=text-1&in=all&lang=en");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("We will keep water clean.") && page.contains("garderons"), "{page}");
    assert!(
        page.contains("Green Lantern Movement") && page.contains("Not here."),
        "the reservation stands beside its paragraph: {page}"
    );
    for language in ["en", "fr"] {
        let (status, file) = stage.public(&format!("/texts/text-1.0.{language}.txt"));
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains(&domain::words::Digest::of(file.as_bytes()).to_string()), "{language}");
    }
    let (_, manifest) = stage.public("/texts/text-1.0.manifest.json");
    assert!(page.contains(&domain::words::Digest::of(manifest.as_bytes()).to_string()));
    assert_eq!(stage.public("/texts/text-1.0.de.txt").0, StatusCode::NOT_FOUND);
}

#[test]
fn declinations_reservations_and_withdrawals_are_as_visible_as_endorsements() {
    let mut stage = Stage::new();
    stage.adopted_text();
    let digest = stage.house.state().texts.get("text-1".parse().unwrap()).unwrap().adoption.as_ref().unwrap().manifest;
    let form = format!("text=text-1&text_digest={digest}");
    let first = stage.delegate(1);
    assert_eq!(stage.post(&first, "endorse", "", &form).0, StatusCode::SEE_OTHER);
    let before = stage.house.state().position;
    let second = stage.delegate(2);
    let reserved = format!("{form}&words=But+not+at+night.&language=en");
    assert_eq!(stage.post(&second, "endorse-with-reservation", "reservation?of=text-1", &reserved).0, StatusCode::SEE_OTHER);
    let third = stage.delegate(3);
    assert_eq!(stage.post(&third, "decline", "", &form).0, StatusCode::SEE_OTHER);
    assert_eq!(stage.post(&first, "withdraw-endorsement", "", &form).0, StatusCode::SEE_OTHER);
    let (_, page) = stage.public("/endorsements?of=text-1");
    for words in ["Endorsed with a reservation", "But not at night.", "Declined", "Withdrawn", "Green Lantern Movement"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let (_, page) = stage.public(&format!("/endorsements?of=text-1&at={before}&by=act"));
    assert!(page.contains("Blue Kite Party") && !page.contains("River Union"), "as of a position nothing later is shown: {page}");
    let (_, page) = stage.public("/endorsements?of=text-1&by=country");
    assert!(page.contains("France") && page.contains("Brazil"), "{page}");
    let (_, page) = stage.public("/endorsements?of=text-1&by=region");
    assert!(page.contains("Europe"), "{page}");
    let (_, page) = stage.page(&first, "");
    assert!(page.contains("act/endorse\"") && !page.contains("act/withdraw-endorsement"), "{page}");
}

#[test]
fn the_secretariat_drafts_imports_and_tables_a_text_without_javascript() {
    let mut stage = Stage::new();
    let secretariat = stage.signed("secretariat");
    let form = "summit=summit-1&symbol=SD%2F2027%2FL.2&title.en=Statement&title.fr=D%C3%A9claration&authentic%5B%5D=en&authentic%5B%5D=fr&sponsors%5B%5D=org-1";
    assert_eq!(stage.post(&secretariat, "draft-text", "drafting", form).0, StatusCode::SEE_OTHER);
    let (_, page) = stage.page(&secretariat, "drafting?of=text-1");
    assert!(page.contains("It has no paragraphs") && page.contains("name=\"whole.fr\""), "{page}");
    let uneven = "text=text-1&whole.en=One%0A%0ATwo&whole.fr=Un";
    let (status, page) = stage.post(&secretariat, "import-text", "drafting?of=text-1", uneven);
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("in en it has 2") && page.contains("One\n\nTwo"), "what was typed is kept: {page}");
    let even = "text=text-1&whole.en=%3E+One%0A%0ATwo&whole.fr=Un%0A%0ADeux";
    assert_eq!(stage.post(&secretariat, "import-text", "drafting?of=text-1", even).0, StatusCode::SEE_OTHER);
    let (_, page) = stage.page(&secretariat, "drafting?of=text-1&paragraph=paragraph-2");
    assert!(page.contains("act/table-text") && page.contains("act/set-paragraph") && page.contains("Preamble"), "{page}");
    assert_eq!(stage.post(&secretariat, "table-text", "drafting?of=text-1", "text=text-1").0, StatusCode::SEE_OTHER);
    let (_, page) = stage.page(&secretariat, "drafting?of=text-1");
    assert!(page.contains("act/revise-text") && !page.contains("act/import-text"), "{page}");
    let delegate = stage.delegate(2);
    assert_eq!(stage.page(&delegate, "drafting").0, StatusCode::FORBIDDEN);
}

#[test]
fn a_meeting_is_public_with_its_list_and_minutes() {
    let mut stage = Stage::new();
    stage.open_debate();
    let delegate = stage.delegate(1);
    stage.post(&delegate, "request-floor", "", "item=item-1");
    stage.act("give-floor", json!({ "meeting": "meeting-1" }));
    stage.act("end-speech", json!({ "meeting": "meeting-1" }));
    let (status, page) = stage.public("/meeting?of=meeting-1");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Blue Kite Party was given the floor") && page.contains("Nobody waits to speak"), "{page}");
    assert!(!page.contains("Head1"), "no person is named in public");
    assert_eq!(stage.public("/meeting?of=meeting-7").0, StatusCode::NOT_FOUND);
}

#[test]
fn a_silent_desk_becomes_a_lost_link_once_and_a_link_lost_by_hand_is_left_alone() {
    use domain::{Moment, floor::FloorCommand};
    let mut stage = Stage::new();
    let venue = "venue-1".parse().unwrap();
    let mut watch = web::link_watch::LinkWatch::default();
    let (links, at) = (std::sync::Arc::clone(&stage.links), |ms: i64| Moment(1_000_000 + ms));
    assert!(watch.acts(&stage.house.state(), &links, at(0)).is_empty(), "never heard of: nothing is known");
    links.opened(venue);
    assert_eq!(watch.acts(&stage.house.state(), &links, at(500)), [FloorCommand::OpenLink { venue }]);
    stage.act("open-link", json!({ "venue": "venue-1" }));
    assert!(watch.acts(&stage.house.state(), &links, at(550)).is_empty());
    links.closed(venue, at(600));
    assert!(watch.acts(&stage.house.state(), &links, at(1_000)).is_empty(), "two seconds are given");
    let lost = watch.acts(&stage.house.state(), &links, at(2_600));
    assert_eq!(lost, [FloorCommand::LoseLink { venue }]);
    assert_eq!(watch.acts(&stage.house.state(), &links, at(3_100)), lost, "named again until it is recorded");
    stage.act("lose-link", json!({ "venue": "venue-1" }));
    assert!(watch.acts(&stage.house.state(), &links, at(3_600)).is_empty());
    links.opened(venue);
    assert_eq!(watch.acts(&stage.house.state(), &links, at(4_100)), [FloorCommand::RestoreLink { venue }]);
    stage.act("restore-link", json!({ "venue": "venue-1" }));
    watch.acts(&stage.house.state(), &links, at(4_600));
    stage.act("lose-link", json!({ "venue": "venue-1" }));
    assert!(watch.acts(&stage.house.state(), &links, at(5_100)).is_empty(), "the desk reported it while its page stays open");
}

#[test]
fn a_desk_that_does_not_come_back_after_a_restart_has_lost_its_link() {
    use domain::{Moment, floor::FloorCommand};
    let mut stage = Stage::new();
    stage.act("open-link", json!({ "venue": "venue-1" }));
    let venue = "venue-1".parse().unwrap();
    let at = |ms: i64| Moment(1_000_000 + ms);
    let mut watch = web::link_watch::LinkWatch::default();
    assert!(watch.acts(&stage.house.state(), &stage.links, at(0)).is_empty());
    assert!(watch.acts(&stage.house.state(), &stage.links, at(9_000)).is_empty(), "ten seconds are given");
    assert_eq!(watch.acts(&stage.house.state(), &stage.links, at(10_000)), [FloorCommand::LoseLink { venue }]);
    let mut watch = web::link_watch::LinkWatch::default();
    watch.acts(&stage.house.state(), &stage.links, at(0));
    stage.links.opened(venue);
    assert!(watch.acts(&stage.house.state(), &stage.links, at(500)).is_empty(), "it is linked already");
    assert!(watch.acts(&stage.house.state(), &stage.links, at(20_000)).is_empty());
}
