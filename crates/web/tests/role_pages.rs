//! What each role finds on its own pages, beyond the floor and the secretariat's forms.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::http::StatusCode;
use floor_stage::Stage;
use serde_json::json;

#[test]
fn a_focal_point_is_told_what_to_do_next_and_what_its_organisation_does() {
    let mut stage = Stage::new();
    stage.act("register-organisation", json!({ "names": { "en": "Late Owl Circle" }, "home": "PE", "category": "member" }));
    let contact = json!({ "family": "Owl", "given": "Sam", "email": "owl@example.org" });
    let token = stage
        .act("invite-organisation", json!({ "summit": "summit-1", "organisation": "org-5", "contact": contact }))
        .secret
        .unwrap();
    let focal = stage.sign_in(&token.0);
    let (status, page) = stage.page(&focal, "");
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("Enter your delegation") && page.contains("Late Owl Circle") && !page.contains("Blue Kite Party"),
        "{page}"
    );
    stage.act(
        "enter-member",
        json!({ "delegation": "delegation-5", "person": { "family": "Wing", "given": "Kim" }, "rank": "head" }),
    );
    assert!(stage.page(&focal, "").1.contains("then submit the credentials"));
    for step in ["submit-credentials", "verify-credentials"] {
        stage.act(step, json!({ "delegation": "delegation-5" }));
        assert!(stage.page(&focal, "").1.contains("Wait for the secretariat"), "{step}");
    }
    stage.act("accept-credentials", json!({ "delegation": "delegation-5" }));
    assert!(stage.page(&focal, "").1.contains("1 member has not used the link"));
    let (status, page) = stage.page(&focal, "letters");
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("Kim Wing") && page.contains("Your accreditation: Clean water") && page.contains("No address"),
        "{page}"
    );
    assert!(!page.contains("/join/") && !page.contains("Head1"), "neither links nor other people's letters: {page}");
    let delegate = stage.delegate(5);
    assert!(stage.page(&focal, "").1.contains("Everything is ready"));
    stage.open_debate();
    stage.post(&delegate, "request-floor", "", "item=item-1");
    assert!(stage.page(&focal, "").1.contains("place 1 of 1 on the list"));
    let observer = stage.signed("observer");
    let (status, _) = stage.page(&observer, "letters");
    assert_eq!(status, StatusCode::FORBIDDEN);
}
