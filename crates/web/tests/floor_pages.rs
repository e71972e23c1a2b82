//! The pages of the floor as a browser without JavaScript sees and presses them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
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
        page.contains("act/open-meeting") && page.contains("4 present, 2 needed") && page.contains("4 present, 3 needed"),
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
