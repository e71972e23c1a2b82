//! What each role finds on its own pages, beyond the floor and the secretariat's forms.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::Actor;
use floor_stage::{Signed, Stage};
use serde_json::{Value, json};

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

/// Presses an act as the page's script does when its socket is shut, and reads the answer.
fn json_press(stage: &Stage, who: &Signed, act: &str, form: &str) -> Value {
    let request = Request::post(format!("/as/{}/act/{act}", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, "application/json");
    let (_, body) = stage.send(request.body(Body::from(form.to_owned())).unwrap());
    serde_json::from_str(&body).unwrap_or_else(|_| panic!("{body}"))
}

#[test]
fn a_badge_scanned_a_second_time_tells_whose_it_is_and_where_it_was_first() {
    let mut stage = Stage::new();
    stage.act(
        "add-venue",
        json!({ "summit": "summit-1", "kind": "satellite", "names": { "en": "Lima Hall" }, "city": "Lima", "country": "PE", "zone": "America/Lima",
            "latitude": "-12.046374", "longitude": "-77.042793", "capacity": 40, "languages": ["en"], "host": "org-2" }),
    );
    let nairobi = stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let lima = stage.signed_with("venue-operator", json!({ "venue": "venue-2", "summit": "summit-1" }));
    let code = stage.house.people().get(stage.head_of(1)).unwrap().badge_code;
    stage.post(&nairobi, "check-out", "", &format!("venue=venue-1&code={code}"));
    let form = format!("venue=venue-1&code={code}");
    let first = json_press(&stage, &nairobi, "check-in", &format!("_id=00000000000000000000000000000abc&{form}"));
    assert_eq!((&first["message"], &first["scan"]["repeated"]), (&json!("Kim Head1 is checked in."), &json!(false)));
    assert_eq!(stage.page(&nairobi, "").1.matches("Scanned here before").count(), 0);
    // The clock counts milliseconds: a second scan in the same one is the first told again.
    std::thread::sleep(std::time::Duration::from_millis(3));
    let second = json_press(&stage, &nairobi, "check-in", &form);
    assert!(second["message"].as_str().unwrap().starts_with("Kim Head1 was scanned here already: first on "), "{second}");
    assert_eq!((&second["scan"]["first_at"], &second["scan"]["flagged"]), (&first["scan"]["first_at"], &json!(false)));
    assert!(stage.page(&nairobi, "").1.contains("Scanned here before: first on "));
    let elsewhere = json_press(&stage, &lima, "check-in", &format!("venue=venue-2&code={code}"));
    let message = elsewhere["message"].as_str().unwrap();
    assert!(message.starts_with("Kim Head1: this badge was first scanned at Nairobi Hall, on "), "{message}");
    assert_eq!((&elsewhere["scan"]["first_venue"], &elsewhere["scan"]["flagged"]), (&json!("venue-1"), &json!(true)));
    assert!(stage.page(&lima, "").1.contains("Also scanned at Nairobi Hall, on "));
    // Sent again under a known id by somebody else, an answer tells no name.
    let delegate = stage.delegate(2);
    let repeated = json_press(&stage, &delegate, "check-in", &format!("_id=00000000000000000000000000000abc&{form}"));
    assert!(repeated.get("scan").is_none() && !repeated["message"].as_str().unwrap().contains("Head1"), "{repeated}");
    // The API tells the same.
    let token = stage.try_act(Actor::Seat(lima.seat), "issue-token", json!({ "label": "scanner" })).unwrap().secret.unwrap().0;
    let request = Request::post("/api/v1/acts/check-in")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header("idempotency-key", "6f9b5b66-5b1f-4f37-9b0f-3a1a39a3f111")
        .body(Body::from(json!({ "venue": "venue-2", "code": code }).to_string()));
    let (status, body) = stage.send(request.unwrap());
    assert_eq!(status, StatusCode::OK, "{body}");
    let answer: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((&answer["scan"]["name"], &answer["scan"]["first_venue"]), (&json!("Kim Head1"), &json!("venue-1")));
}

#[test]
fn two_delegations_swap_places_from_their_own_pages() {
    let mut stage = Stage::new();
    stage.open_debate();
    let (first, second, third) = (stage.delegate(1), stage.delegate(2), stage.delegate(3));
    let (_, page) = stage.page(&first, "swap?of=item-1");
    assert!(page.contains("not on this list"), "{page}");
    for delegate in [&first, &second] {
        stage.post(delegate, "request-floor", "", "item=item-1");
    }
    let (_, page) = stage.page(&first, "");
    assert!(page.contains("href=\"swap?of=item-1\""), "{page}");
    let (status, page) = stage.page(&first, "swap?of=item-1");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("value=\"org-2\"") && !page.contains("value=\"org-1\"") && page.contains("2. River Union"), "{page}");
    // A list that changed meanwhile: the form comes back and says why.
    let (status, page) = stage.post(&first, "propose-swap", "swap?of=item-1", "item=item-1&with=org-3");
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("act/propose-swap"), "{page}");
    let propose = |stage: &Stage| stage.post(&first, "propose-swap", "swap?of=item-1", "item=item-1&with=org-2&_next=.");
    assert_eq!(propose(&stage).0, StatusCode::SEE_OTHER);
    let (_, page) = stage.page(&first, "");
    assert!(page.contains("You proposed to River Union") && page.contains("act/withdraw-swap"), "{page}");
    let swaps = |who: &Signed| {
        let bearer = format!("Bearer {}", who.cookie.split_once('=').unwrap().1);
        let request = Request::get("/api/v1/meetings/meeting-1/speakers").header(header::AUTHORIZATION, bearer);
        let (_, body) = stage.send(request.body(Body::empty()).unwrap());
        serde_json::from_str::<Value>(&body).unwrap()["swaps"].clone()
    };
    assert_eq!(swaps(&second), json!([{ "from": "org-1", "to": "org-2" }]));
    assert_eq!(swaps(&third), json!([]), "what two delegations propose is theirs");
    let (_, page) = stage.page(&second, "");
    assert!(page.contains("Blue Kite Party proposes to swap") && page.contains("act/decline-swap"), "{page}");
    assert_eq!(stage.post(&third, "agree-swap", "", "item=item-1&with=org-1").0, StatusCode::CONFLICT, "it was not asked");
    assert_eq!(stage.post(&second, "decline-swap", "", "item=item-1&with=org-1").0, StatusCode::SEE_OTHER);
    assert!(stage.page(&first, "").1.contains("Your place on the list: 1"));
    propose(&stage);
    assert_eq!(stage.post(&first, "withdraw-swap", "", "item=item-1").0, StatusCode::SEE_OTHER);
    assert_eq!(stage.post(&second, "agree-swap", "", "item=item-1&with=org-1").0, StatusCode::CONFLICT, "it was taken back");
    propose(&stage);
    assert_eq!(stage.post(&second, "agree-swap", "", "item=item-1&with=org-1").0, StatusCode::SEE_OTHER);
    assert!(stage.page(&first, "").1.contains("Your place on the list: 2"));
    let (_, feed) = stage.public("/api/v1/events?after=0&limit=500");
    assert!(feed.contains("speakers-swapped") && !feed.contains("swap-declined"), "what two delegations propose is theirs");
}
