//! Sessions and addresses: several seats in one browser, and limits that one person's mistakes do not turn on everybody at the venue.
#![allow(clippy::unwrap_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use floor_stage::{Signed, Stage};
use serde_json::json;

/// Both seats of one browser: it sends every cookie whose path fits, so a test sends them all.
fn browser(seats: &[&Signed]) -> String {
    seats.iter().map(|s| s.cookie.as_str()).collect::<Vec<_>>().join("; ")
}

fn page(stage: &Stage, of: &Signed, cookies: &str) -> StatusCode {
    let request = Request::get(format!("/as/{}/", of.seat)).header(header::COOKIE, cookies);
    stage.send(request.body(Body::empty()).unwrap()).0
}

#[test]
fn one_browser_holds_several_seats_and_each_page_acts_for_its_own() {
    let mut stage = Stage::new();
    let (chair, delegate) = (stage.signed("chair"), stage.delegate(1));
    let cookies = browser(&[&chair, &delegate]);
    assert_eq!([&chair, &delegate].map(|seat| page(&stage, seat, &cookies)), [StatusCode::OK; 2]);
    stage.open_debate();
    // The chair's page may not ask for the floor though a delegate's seat is in the same browser; the delegate's may.
    let ask = |stage: &Stage, of: &Signed| {
        let request = Request::post(format!("/as/{}/act/request-floor", of.seat))
            .header(header::COOKIE, &cookies)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "application/json");
        stage.send(request.body(Body::from("item=item-1&rank=head")).unwrap()).0
    };
    assert_eq!(ask(&stage, &chair), StatusCode::FORBIDDEN);
    assert_eq!(ask(&stage, &delegate), StatusCode::OK);
    // A cookie opens the seat it was made for, whatever name it is sent under.
    let forged = delegate.cookie.replacen(&delegate.seat.to_string(), &chair.seat.to_string(), 1);
    assert_eq!(page(&stage, &chair, &forged), StatusCode::UNAUTHORIZED);
    // One seat ends; the other stays.
    stage.act("end-seat", json!({ "seat": chair.seat }));
    assert_eq!(page(&stage, &chair, &cookies), StatusCode::UNAUTHORIZED);
    assert_eq!(page(&stage, &delegate, &cookies), StatusCode::OK);
}

#[test]
fn a_cookie_is_of_one_seat_and_out_of_reach_of_scripts() {
    let mut stage = Stage::new();
    let token = stage
        .act("invite-seat", json!({ "role": "observer", "person": { "family": "Example", "given": "Alex" } }))
        .secret
        .unwrap();
    let request = Request::post("/act/redeem-invitation").header("sec-fetch-site", "same-origin");
    let answer = stage.respond(request.body(Body::from(format!("token={}", token.0))).unwrap());
    let seat = answer.headers()[header::LOCATION].to_str().unwrap().trim_end_matches('/').to_owned();
    let cookie = answer.headers()[header::SET_COOKIE].to_str().unwrap();
    for part in [format!("Path={seat};"), "HttpOnly".into(), "SameSite=Lax".into()] {
        assert!(cookie.contains(&part), "{part} in {cookie}");
    }
}

/// Tries a link, from the one address of the stage.
fn join(stage: &Stage, token: &str) -> StatusCode {
    let request = Request::post("/act/redeem-invitation").header("sec-fetch-site", "same-origin");
    stage.send(request.body(Body::from(format!("token={token}"))).unwrap()).0
}

#[test]
fn guessing_at_links_is_stopped_and_a_good_link_from_the_same_venue_still_works() {
    let mut stage = Stage::new();
    let token = |stage: &mut Stage| {
        let person = json!({ "family": "Example", "given": "Alex" });
        stage.act("invite-seat", json!({ "role": "observer", "person": person })).secret.unwrap().0
    };
    let (good, other) = (token(&mut stage), token(&mut stage));
    assert_eq!(join(&stage, "guess"), StatusCode::CONFLICT);
    // However slow the machine: guessing goes on until it is stopped.
    let guess = |stage: &Stage| while join(stage, "guess") != StatusCode::TOO_MANY_REQUESTS {};
    guess(&stage);
    assert_eq!(join(&stage, &good), StatusCode::SEE_OTHER);
    guess(&stage);
    let program = |token: &str, key: u32| {
        let request = Request::post("/api/v1/acts/redeem-invitation").header("idempotency-key", format!("{key:032}"));
        stage.send(request.body(Body::from(json!({ "token": token }).to_string())).unwrap()).0
    };
    assert_eq!((program("guess", 9_001), program(&other, 9_002)), (StatusCode::TOO_MANY_REQUESTS, StatusCode::OK));
}

#[test]
fn a_session_that_presses_too_fast_slows_itself_alone() {
    let mut stage = Stage::new();
    let (hasty, calm) = (stage.delegate(1), stage.delegate(2));
    stage.open_debate();
    let press = |who: &Signed| stage.post(who, "withdraw-request", "", "item=item-1").0;
    assert_ne!(press(&hasty), StatusCode::TOO_MANY_REQUESTS);
    while press(&hasty) != StatusCode::TOO_MANY_REQUESTS {}
    assert_ne!(press(&calm), StatusCode::TOO_MANY_REQUESTS, "somebody else at the same address");
}

#[test]
fn a_full_doorway_says_so_in_the_person_s_language_and_holds_up_nobody_who_is_in() {
    let mut stage = Stage::new();
    let delegate = stage.delegate(1);
    stage.open_debate();
    let person = json!({ "family": "Example", "given": "Alex" });
    let token = stage.act("invite-seat", json!({ "role": "observer", "person": person })).secret.unwrap().0;
    let site = std::sync::Arc::clone(&stage.site);
    let places: Vec<_> = std::iter::from_fn(|| site.doorway.enter()).collect();
    assert_eq!(places.len(), web::doorway::PLACES);
    let request = Request::post("/act/redeem-invitation").header("sec-fetch-site", "same-origin").header("accept-language", "ru");
    let answer = stage.respond(request.body(Body::from(format!("token={token}"))).unwrap());
    assert_eq!(
        (answer.status(), &answer.headers()[header::RETRY_AFTER]),
        (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
    );
    let page = stage.body(answer);
    assert!(page.contains("Сейчас входит очень много людей") && page.contains(&token), "the button stays: {page}");
    let request = Request::post("/api/v1/acts/redeem-invitation").header("idempotency-key", format!("{:032}", 9_003));
    let answer = stage.respond(request.body(Body::from(json!({ "token": token }).to_string())).unwrap());
    assert_eq!(
        (answer.status(), &answer.headers()[header::RETRY_AFTER]),
        (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
    );
    assert!(stage.body(answer).contains("crowded"));
    // Whoever is in notices nothing.
    assert_eq!(stage.page(&delegate, "").0, StatusCode::OK);
    assert_eq!(stage.post(&delegate, "request-floor", "", "item=item-1").0, StatusCode::SEE_OTHER);
    let (_, metrics) = stage.public("/metrics");
    assert!(metrics.contains(&format!("hemicycle_sign_ins_under_way {}\n", web::doorway::PLACES)), "{metrics}");
    assert!(
        metrics.contains("hemicycle_sign_ins_turned_away_total 3\n"),
        "the last that found no place, and two people: {metrics}"
    );
    drop(places);
    assert_eq!(join(&stage, &token), StatusCode::SEE_OTHER, "the link is as good as before");
}
