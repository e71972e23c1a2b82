//! What each role finds on its own pages, beyond the floor and the secretariat's forms.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{Actor, id::PersonId};
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

/// A picture as a telephone would send it, with a file name.
fn upload_photo(stage: &Stage, who: &Signed, person: PersonId, page: &str, bytes: &[u8]) -> (StatusCode, String) {
    let mut body = Vec::new();
    for (name, value) in [("person", person.to_string()), ("_page", page.to_owned())] {
        body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let head =
        "--edge\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"me.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
    body.extend(head.bytes());
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    let request = Request::post(format!("/as/{}/upload/photo", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    stage.send(request.body(Body::from(body)).unwrap())
}

fn picture(width: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(width, 200).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

#[test]
fn a_photo_is_shown_to_those_alone_who_must_recognise_its_person() {
    let mut stage = Stage::new();
    stage.act("register-organisation", json!({ "names": { "en": "Late Owl Circle" }, "home": "PE", "category": "member" }));
    let token = stage
        .act("invite-organisation", json!({ "summit": "summit-1", "organisation": "org-5", "contact": { "family": "Owl" } }))
        .secret;
    let focal = stage.sign_in(&token.unwrap().0);
    let entered = stage.act(
        "enter-member",
        json!({ "delegation": "delegation-5", "person": { "family": "Wing", "given": "Kim" }, "rank": "head" }),
    );
    let person: PersonId = entered.created.unwrap().parse().unwrap();
    let page = format!("delegation?member={person}");
    let (_, shown) = stage.page(&focal, &page);
    assert!(shown.contains("There is no photo yet") && shown.contains("upload/photo"), "{shown}");
    for (bytes, words) in [(b"no picture".to_vec(), "cannot be read as a picture"), (picture(20), "from 100 to 5,000 pixels")] {
        let (status, shown) = upload_photo(&stage, &focal, person, &page, &bytes);
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains(words) && shown.contains("href=\"#f-photo\""), "{shown}");
    }
    let (status, to) = upload_photo(&stage, &focal, person, &page, &picture(300));
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, format!("/as/{}/{page}&done=set-photo", focal.seat).as_str()));
    let (_, shown) = stage.page(&focal, &page);
    assert!(
        shown.contains(&format!("src=\"/as/{}/photo/{person}?v=", focal.seat)) && shown.contains("Photo of Kim Wing"),
        "{shown}"
    );
    let office = stage.signed("secretariat");
    let observer = stage.signed("observer");
    let desk = stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let delegate = stage.delegate(1);
    let photo = |stage: &Stage, who: &Signed| {
        let request = Request::get(format!("/as/{}/photo/{person}", who.seat)).header(header::COOKIE, &who.cookie);
        let response = stage.respond(request.body(Body::empty()).unwrap());
        let seen = response.status() == StatusCode::OK;
        assert!(!seen || response.headers()[header::CACHE_CONTROL] == "no-store", "a browser keeps no copy");
        assert!(!seen || response.headers()[header::CONTENT_TYPE] == "image/jpeg");
        seen
    };
    assert!(photo(&stage, &focal) && photo(&stage, &office));
    assert!(![&observer, &desk, &delegate].into_iter().any(|who| photo(&stage, who)));
    // Verified: the focal point changes it no more, the secretariat does.
    for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
        stage.act(step, json!({ "delegation": "delegation-5" }));
    }
    let (status, shown) = upload_photo(&stage, &focal, person, &page, &picture(300));
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(shown.contains("Send it to the secretariat"), "{shown}");
    let of_office = format!("accreditation?of=delegation-5&member={person}");
    assert_eq!(upload_photo(&stage, &office, person, &of_office, &picture(300)).0, StatusCode::SEE_OTHER);
    assert_eq!(upload_photo(&stage, &delegate, person, "", &picture(300)).0, StatusCode::FORBIDDEN);
    // Scanned at its venue, a desk sees the face.
    let code = stage.house.people().get(person).unwrap().badge_code;
    stage.post(&desk, "check-in", "", &format!("venue=venue-1&code={code}"));
    assert!(photo(&stage, &desk) && stage.page(&desk, "").1.contains(&format!("photo/{person}?v=")));
    // Erased with the person.
    stage.act("erase-person", json!({ "person": person }));
    assert!(![&office, &focal, &desk].into_iter().any(|who| photo(&stage, who)));
    assert!(stage.house.side().photo(u64::from(person.0)).unwrap().is_none());
}

#[test]
fn a_category_that_differs_from_the_directory_is_seen_by_the_secretariat() {
    let mut stage = Stage::new();
    stage.act("register-organisation", json!({ "names": { "en": "Late Owl Circle" }, "home": "PE", "category": "observer" }));
    let token = stage
        .act("invite-organisation", json!({ "summit": "summit-1", "organisation": "org-5", "contact": { "family": "Owl" } }))
        .secret;
    let focal = stage.sign_in(&token.unwrap().0);
    stage.act(
        "enter-member",
        json!({ "delegation": "delegation-5", "person": { "family": "Wing", "given": "Kim" }, "rank": "head" }),
    );
    let (_, page) = stage.page(&focal, "delegation");
    assert!(page.contains("name=\"category\"") && page.contains("value=\"observer\" selected"), "{page}");
    let (status, _) =
        stage.post(&focal, "submit-credentials", "delegation", "delegation=delegation-5&category=member&_next=delegation");
    assert_eq!(status, StatusCode::SEE_OTHER);
    let office = stage.signed("secretariat");
    let (_, page) = stage.page(&office, "");
    assert!(page.contains("1 delegation claims another category"), "{page}");
    let (_, page) = stage.page(&office, "accreditation?state=differs");
    assert!(page.contains("Late Owl Circle") && !page.contains("Blue Kite"), "{page}");
    let (_, page) = stage.page(&office, "accreditation?of=delegation-5");
    assert!(page.contains("attend as Member; the directory has Observer"), "{page}");
}

#[test]
fn the_chair_sees_the_geographical_balance_of_the_list() {
    let mut stage = Stage::new();
    stage.open_debate();
    for organisation in [1, 2, 3] {
        let delegate = stage.delegate(organisation);
        stage.post(&delegate, "request-floor", "", "item=item-1");
    }
    let chair = stage.signed("chair");
    stage.post(&chair, "open-speakers", "chair", "item=item-1&limit_seconds=120&interventions=2");
    stage.post(&chair, "give-floor", "chair", "meeting=meeting-1");
    stage.post(&chair, "end-speech", "chair", "meeting=meeting-1");
    let first = stage.delegate(1);
    stage.post(&first, "request-floor", "", "item=item-1");
    stage.post(&chair, "reorder-speakers", "chair", "item=item-1&organisation=org-1&place=1");
    let (_, page) = stage.page(&chair, "chair");
    assert!(
        page.contains("Geographical balance") && page.contains("For geographical balance: River Union (Europe), now at place 2"),
        "{page}"
    );
    let (status, _) = stage.post(&chair, "reorder-speakers", "chair", "item=item-1&organisation=org-2&place=1");
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(!stage.page(&chair, "chair").1.contains("For geographical balance"));
    let (_, body) = stage.public("/api/v1/meetings/meeting-1/speakers");
    let speakers: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(speakers["balance"][0], json!({ "region": 2, "heard": 1, "waiting": 1 }));
    assert_eq!(speakers["suggested"], Value::Null);
}

#[test]
fn what_changed_is_told_in_sentences_newest_first_and_names_nobody() {
    let mut stage = Stage::new();
    stage.open_debate();
    let before = stage.house.state().position;
    let delegate = stage.delegate(1);
    stage.post(&delegate, "request-floor", "", "item=item-1");
    stage.act("give-floor", json!({ "meeting": "meeting-1" }));
    stage.act("end-speech", json!({ "meeting": "meeting-1" }));
    let (status, page) = stage.public("/changes");
    assert_eq!(status, StatusCode::OK);
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is missing in {page}"));
    assert!(at("Blue Kite Party spoke for") < at("Blue Kite Party was given the floor in Opening plenary"));
    assert!(at("was given the floor") < at("Blue Kite Party asked for the floor on “General debate”"));
    assert!(at("was opened with 4 delegations present; 2 were needed") < at("The summit was convened: Clean water"));
    assert!(page.contains("4 organisations were entered in the directory"), "a list is one line: {page}");
    assert!(!page.contains("Head1") && !page.contains("Kim"), "people are never named");
    let (_, since) = stage.public(&format!("/changes?since={before}"));
    assert!(since.contains("asked for the floor") && !since.contains("The summit was convened"), "{since}");
    let newest = stage.house.state().position;
    let (_, none) = stage.public(&format!("/changes?since={newest}"));
    assert!(none.contains("Nothing public changed here") && none.contains("href=\"changes\""), "{none}");
    let (_, of_seat) = stage.page(&delegate, "changes?since=0&before=12");
    assert!(of_seat.contains("href=\"changes?since=0\"") && !of_seat.contains("spoke for"), "{of_seat}");
    // Many lines: each page leads to the older one until nothing is left.
    for _ in 0..60 {
        stage.act("lose-link", json!({ "venue": "venue-1" }));
        stage.act("restore-link", json!({ "venue": "venue-1" }));
    }
    let (mut to, mut pages, mut lines) = ("changes".to_owned(), 0, 0);
    loop {
        let (_, page) = stage.public(&format!("/{to}"));
        pages += 1;
        lines += page.matches("<li id=\"p-").count();
        let Some(link) = page.split("href=\"").find(|part| part.contains("rel=\"next\"")) else { break };
        to = link.split('"').next().unwrap().replace("&amp;", "&");
        assert!(pages < 20, "{to}");
    }
    assert!(pages >= 3 && lines >= 125, "{pages} pages, {lines} lines");
    assert!(stage.public("/record").1.contains("href=\"changes\""));
}

#[test]
fn every_figure_of_the_record_leads_to_its_computation_and_its_parts_add_up() {
    let mut stage = Stage::new();
    stage.adopted_text();
    let (_, record) = stage.public("/record");
    for figure in web::pages::figures::Figure::ALL {
        let of = if figure.is_of_text() { "&amp;of=text-1" } else { "" };
        assert!(
            record.contains(&format!("href=\"record?figure={}{of}\"", figure.as_str())),
            "{} leads nowhere: {record}",
            figure.as_str()
        );
        let (status, page) = stage.public(&format!("/record?figure={}", figure.as_str()));
        assert_eq!(status, StatusCode::OK, "{}", figure.as_str());
        let tabs: Vec<&str> = page
            .split("href=\"record?figure=")
            .filter_map(|part| part.split("&amp;by=").nth(1)?.split(['"', '&']).next())
            .collect();
        assert!(tabs.contains(&"country") && tabs.contains(&"region"), "{}: {tabs:?}", figure.as_str());
        for by in tabs {
            let (status, page) = stage.public(&format!("/record?figure={}&by={by}", figure.as_str()));
            assert_eq!(status, StatusCode::OK, "{} by {by}", figure.as_str());
            assert!(page.contains("<tfoot>") || page.contains("class=\"empty\""), "{} by {by}: {page}", figure.as_str());
        }
    }
}

#[test]
fn an_error_is_a_page_in_the_readers_language_with_a_way_back() {
    let mut stage = Stage::new();
    let delegate = stage.delegate(1);
    let browser = |path: &str| {
        Request::get(path).header(header::ACCEPT, "text/html,application/xhtml+xml").header(header::COOKIE, &delegate.cookie)
    };
    let shown = |path: &str| stage.send(browser(path).body(Body::empty()).unwrap());
    let seat = format!("/as/{}/", delegate.seat);
    for (path, status, words, back) in [
        ("/no-such-page".to_owned(), StatusCode::NOT_FOUND, "There is no such page", "/"),
        ("/no/such/page".to_owned(), StatusCode::NOT_FOUND, "There is no such page", "/"),
        (format!("{seat}letters"), StatusCode::FORBIDDEN, "Your seat does not allow this", &seat),
        (format!("{seat}directory"), StatusCode::FORBIDDEN, "Your seat does not allow this", &seat),
        (format!("{seat}photo/person-9"), StatusCode::NOT_FOUND, "There is no such page", &seat),
        ("/as/seat-1/".to_owned(), StatusCode::UNAUTHORIZED, "Nobody is signed in here", "/"),
        ("/act/redeem-invitation".to_owned(), StatusCode::METHOD_NOT_ALLOWED, "There is no such page", "/"),
    ] {
        let (found, page) = shown(&path);
        assert_eq!(found, status, "{path}");
        assert!(page.contains("<html lang=\"en\"") && page.contains(words), "{path}: {page}");
        assert!(page.contains(&format!("href=\"{back}\"")) && page.contains("To the front page"), "{path}: {page}");
    }
    // A program keeps what it was answered.
    let request = Request::get(format!("{seat}letters"))
        .header(header::COOKIE, &delegate.cookie)
        .header(header::ACCEPT, "application/json");
    let (status, body) = stage.send(request.body(Body::empty()).unwrap());
    assert!(status == StatusCode::FORBIDDEN && !body.contains("<html"), "{body}");
}

#[tokio::test]
async fn a_fault_in_a_page_is_a_page_too() {
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;
    async fn faulty() -> &'static str {
        panic!("on purpose")
    }
    let router = axum::Router::new()
        .route("/as/{seat}/faulty", axum::routing::get(faulty))
        .layer(CatchPanicLayer::custom(web::errors::panicked))
        .layer(axum::middleware::from_fn(web::errors::explained));
    let request = Request::get("/as/seat-7/faulty").header(header::ACCEPT, "text/html").body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
    let page = String::from_utf8(body.to_vec()).unwrap();
    assert!(page.contains("What was recorded is safe") && page.contains("href=\"/as/seat-7/\""), "{page}");
}

#[test]
fn a_list_with_nothing_in_it_says_what_to_do_next() {
    let mut empty = Stage::open();
    let office = empty.signed("secretariat");
    // Lists that stand on the pages of an empty house; pages of forms and of the record alone are not among them.
    for page in [
        "",
        "directory",
        "accreditation",
        "presence",
        "texts",
        "letters?state=failed",
        "programme",
        "organisations",
        "venues",
        "hemicycle",
        "record",
        "paper",
        "programme-edit",
        "drafting",
        "trail",
        "changes?since=999",
        "seats?role=delegate",
        "chair",
    ] {
        let (status, shown) = empty.page(&office, page);
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(shown.contains("class=\"empty\"") || shown.contains("class=\"empty-title\""), "{page} is silent: {shown}");
    }
    for role in ["chair", "observer", "director", "interpreter"] {
        let seat = empty.signed(role);
        for page in ["", "programme", "texts", "organisations", "record"] {
            let (_, shown) = empty.page(&seat, page);
            assert!(shown.contains("class=\"empty\""), "{role} {page} is silent: {shown}");
        }
    }
}
