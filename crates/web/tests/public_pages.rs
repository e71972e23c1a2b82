//! The public pages, through the real site: front page, programme and its feeds, record.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod public_stage;

use axum::http::{Request, StatusCode, header};
use public_stage::{Stage, figure};
use serde_json::json;

#[test]
fn before_a_summit_is_convened_every_page_says_what_comes_next() {
    let stage = Stage::empty();
    for page in ["/", "/programme", "/record", "/organisations", "/venues", "/hemicycle"] {
        let (status, body) = stage.get(page);
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(body.contains("empty-title"), "{page} has no empty state");
    }
    assert_eq!(stage.ask(Request::get("/programme.ics")).0, StatusCode::NOT_FOUND);
}

#[test]
fn the_front_page_tells_theme_dates_conveners_figures_and_what_comes_next() {
    let mut stage = Stage::summit();
    let (status, body) = stage.get("/");
    assert_eq!(status, StatusCode::OK);
    for words in ["Clean water", "22 Mar 2027", "Blue Kite Party and River Union", "Opening plenary", "No meeting is in progress"]
    {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
    let figures = ["registered", "accredited", "present", "organisations", "countries", "venues"].map(|name| figure(&body, name));
    assert_eq!(figures, [10, 10, 2, 5, 3, 2]);
    assert!(!body.contains("Speaker"), "no person's name stands on the front page");
    let (_, body) = stage.get("/?lang=fr");
    assert!(body.contains("Eau propre") && body.contains("22 mars 2027"), "{body}");
    stage.endorsed_text();
    let (_, body) = stage.get("/");
    assert!(body.contains("SD/2027/L.1"));
    assert_eq!((figure(&body, "endorsing-organisations"), figure(&body, "endorsing-countries")), (4, 3));
}

#[test]
fn a_closed_summit_is_an_archive_and_not_what_comes_next() {
    let mut stage = Stage::summit();
    assert!(stage.get("/").1.contains("Happening now"));
    stage.act("open-meeting", json!({ "meeting": "meeting-1" }));
    let early = stage.try_act("close-summit", json!({ "summit": "summit-1" }));
    assert!(format!("{early:?}").contains("summit-meeting-in-progress"), "not in the middle of a meeting: {early:?}");
    stage.act("close-meeting", json!({ "meeting": "meeting-1" }));
    stage.act("close-summit", json!({ "summit": "summit-1" }));
    let (_, body) = stage.get("/");
    assert!(body.contains("Clean water") && body.contains("What stands here is its archive"), "{body}");
    for gone in ["Happening now", "Next meetings", "Opening plenary", "No meeting is in progress"] {
        assert!(!body.contains(gone), "{gone} in {body}");
    }
    assert_eq!(figure(&body, "accredited"), 10, "its figures stay");
    let (_, hall) = stage.get("/hall");
    assert!(!hall.contains("Opening plenary"), "{hall}");
    // The next summit takes the pages over, and the closed one stays out of its way.
    stage.act(
        "convene-summit",
        json!({ "themes": { "en": "Clean air" }, "opens": "2028-03-22", "closes": "2028-03-24", "conveners": ["org-1"], "languages": ["en"] }),
    );
    let (_, body) = stage.get("/");
    assert!(body.contains("Clean air") && body.contains("Happening now") && !body.contains("Opening plenary"), "{body}");
}

#[test]
fn the_programme_shows_places_times_agenda_keynotes_and_what_is_cancelled() {
    let stage = Stage::summit();
    let (_, body) = stage.get("/programme");
    for words in [
        "10:00",
        "data-zone=\"Africa/Nairobi\"",
        "2027-03-22T07:00:00Z",
        "Exchange of views",
        "Speaker",
        "The hall is flooded",
        "/programme.ics?lang=en",
    ] {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
    assert_eq!(stage.get("/programme?day=2027-03-22").0, StatusCode::OK);
    assert_eq!(stage.get("/programme?day=2027-03-30").0, StatusCode::NOT_FOUND);
}

#[test]
fn the_calendar_is_kept_until_something_changes() {
    let mut stage = Stage::summit();
    let (status, headers, body) = stage.ask(Request::get("/programme.ics?lang=en"));
    assert_eq!(status, StatusCode::OK);
    assert!(headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/calendar"));
    assert!(headers[header::CACHE_CONTROL].to_str().unwrap().starts_with("public"));
    assert!(
        body.contains("DTSTART;TZID=Africa/Nairobi:20270322T100000")
            && body.contains("UID:meeting-1.summit-1@summit.example.org")
    );
    let tag = headers[header::ETAG].clone();
    let again = || Request::get("/programme.ics?lang=en").header(header::IF_NONE_MATCH, &tag);
    assert_eq!(stage.ask(again()).0, StatusCode::NOT_MODIFIED);
    let (_, _, utc) = stage.ask(Request::get("/programme-utc.ics"));
    assert!(utc.contains("DTSTART:20270322T070000Z") && !utc.contains("VTIMEZONE"));
    stage.act("add-item", json!({ "meeting": "meeting-1", "kind": "other", "titles": { "en": "Other matters" } }));
    assert_eq!(stage.ask(again()).0, StatusCode::OK);
}

#[test]
fn an_unchanged_public_page_is_not_sent_twice() {
    let mut stage = Stage::summit();
    let (_, headers, _) = stage.ask(Request::get("/record"));
    let tag = headers[header::ETAG].clone();
    let ask = |stage: &Stage, language: &str| {
        stage.ask(Request::get("/record").header(header::IF_NONE_MATCH, &tag).header(header::ACCEPT_LANGUAGE, language)).0
    };
    // The validator holds for a minute at most; a test that begins at its end asks once more.
    let fresh = ask(&stage, "en") == StatusCode::NOT_MODIFIED || stage.ask(Request::get("/record")).1[header::ETAG] != tag;
    assert!(fresh);
    stage.act("name-series", json!({ "names": { "en": "Dialogue" } }));
    assert_eq!(ask(&stage, "en"), StatusCode::OK);
}

#[test]
fn the_record_breaks_each_figure_down_to_parts_that_add_up() {
    let mut stage = Stage::summit();
    let (_, body) = stage.get("/record?figure=present&by=country");
    assert_eq!(figure(&body, "present"), 2);
    for words in ["Kenya", "France", "Brazil", "International bodies", "As of position"] {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
    assert!(stage.get("/record?figure=present&by=venue").1.contains("Nairobi Hall"));
    assert!(stage.get("/record?figure=accredited&by=region").1.contains("Africa"));
    assert!(stage.get("/record?figure=countries&by=category").1.contains("Associate"));
    assert!(stage.get("/record?figure=hosting-countries&by=region").1.contains("Europe"));
    assert_eq!(stage.get("/record?figure=registered&by=venue").0, StatusCode::NOT_FOUND);
    assert_eq!(stage.get("/record?figure=nothing").0, StatusCode::NOT_FOUND);
    assert_eq!(stage.get("/record?figure=endorsing-organisations&of=text-9").0, StatusCode::NOT_FOUND);
    stage.endorsed_text();
    let (_, body) = stage.get("/record?figure=endorsing-organisations&of=text-1&by=country");
    assert_eq!(figure(&body, "endorsing-organisations"), 4);
    for total in ["data-value=\"4\">4</td>", "data-value=\"3\">3</td>", "data-value=\"1\">1</td>"] {
        assert!(body.contains(total), "{total} is missing in {body}");
    }
    let (_, body) = stage.get("/record");
    assert_eq!((figure(&body, "endorsing-on-paper"), figure(&body, "hosting-organisations")), (4, 2));
    let json: serde_json::Value = serde_json::from_str(&stage.ask(Request::get("/record.json")).2).unwrap();
    assert_eq!((&json["figures"]["endorsing-organisations"], &json["figures"]["registered"]), (&json!(4), &json!(10)));
    assert_eq!(json["position"], json!(stage.house.state().position));
}

#[test]
fn every_page_is_whole_in_every_language() {
    let mut stage = Stage::summit();
    stage.endorsed_text();
    for language in web::i18n::Tongue::offered().map(web::i18n::Tongue::tag) {
        for page in [
            "/",
            "/programme",
            "/record",
            "/record?figure=endorsing-countries&by=region",
            "/organisations",
            "/organisations?of=org-3",
            "/venues",
            "/hemicycle",
            "/hemicycle?of=text-1",
        ] {
            let (_, _, body) = stage.ask(Request::get(page).header(header::ACCEPT_LANGUAGE, language));
            assert!(body.contains(&format!("<html lang=\"{language}\"")), "{page} in {language}");
            assert!(!public_stage::missing_message(&body), "a message is missing on {page} in {language}");
        }
    }
}

#[test]
fn the_hemicycle_shows_every_seated_organisation_by_presence_endorsement_and_list() {
    let mut stage = Stage::summit();
    let (_, body) = stage.get("/hemicycle");
    let seats = |body: &str, state: &str| body.matches(&format!("data-state=\"{state}\"")).count();
    assert_eq!((seats(&body, "present"), seats(&body, "absent")), (2, 3));
    assert!(body.contains("Blue Kite Party — Present") && body.contains("5 seats: Present (2) and Absent (3)"));
    stage.endorsed_text();
    let (_, body) = stage.get("/hemicycle?of=text-1");
    assert_eq!((seats(&body, "endorsed"), seats(&body, "reserved"), seats(&body, "absent")), (3, 1, 1));
    stage.act("open-speakers", json!({ "item": "item-1", "limit_seconds": 180 }));
    let paper = json!({ "evidence": "cd".repeat(32) });
    stage.act("request-floor", json!({ "item": "item-1", "organisation": "org-4", "on_paper": paper }));
    assert_eq!(seats(&stage.get("/hemicycle?of=item-1").1, "asking"), 1);
    assert_eq!(stage.get("/hemicycle?of=text-7").0, StatusCode::NOT_FOUND);
}

#[test]
fn organisations_are_listed_filtered_and_shown_one_by_one() {
    let mut stage = Stage::summit();
    let (_, body) = stage.get("/organisations");
    let place = |name: &str| body.find(&format!(">{name}<")).unwrap_or_else(|| panic!("{name} is missing in {body}"));
    assert!(
        place("Abeille Association") < place("Blue Kite Party") && place("River Union") < place("Zenith Bridge International")
    );
    let (_, french) = stage.get("/organisations?country=FR&region=&category=member");
    assert!(french.contains("River Union") && !french.contains("Abeille") && !french.contains("Blue Kite"));
    assert!(stage.get("/organisations?region=2").1.contains("Blue Kite Party"));
    assert!(stage.get("/organisations?category=media").1.contains("empty-title"));
    assert_eq!(stage.get("/organisations?page=2").0, StatusCode::NOT_FOUND);
    stage.act("draw-precedence", json!({ "summit": "summit-1", "language": "en" }));
    assert!(stage.get("/organisations").1.contains("In the order of precedence"));
    stage.endorsed_text();
    let (_, one) = stage.get("/organisations?of=org-3");
    for words in ["Abeille Association", "Western Europe", "Endorsed with a reservation", "On paper", "SD/2027/L.1"] {
        assert!(one.contains(words), "{words} is missing in {one}");
    }
    assert!(!one.contains("Kim"), "no person's name stands on a public page");
    assert_eq!(stage.get("/organisations?of=org-99").0, StatusCode::NOT_FOUND);
}

#[test]
fn venues_stand_on_the_map_with_their_links() {
    let mut stage = Stage::summit();
    stage.act("open-link", json!({ "venue": "venue-2" }));
    let (_, body) = stage.get("/venues");
    assert_eq!(figure(&body, "hosting-countries"), 2);
    for words in ["venue-dot off main", "venue-dot up", "Lyon · Lyon Hall — Connected", "Kenya", "1,400", "River Union"] {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
    stage.act("lose-link", json!({ "venue": "venue-2" }));
    assert!(stage.get("/venues").1.contains("venue-dot down"));
}

#[test]
fn a_chart_of_512_seats_stays_small() {
    let mut stage = Stage::empty();
    let organisations: Vec<_> = (1..=512)
        .map(|n| json!({ "names": { "en": format!("Organisation of the example number {n}") }, "home": "KE", "category": "member" }))
        .collect();
    stage.act("import-organisations", json!({ "organisations": organisations }));
    stage.act(
        "convene-summit",
        json!({ "themes": { "en": "Clean water" }, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en"] }),
    );
    for organisation in 1..=512 {
        stage.delegation(organisation);
    }
    let (_, body) = stage.get("/hemicycle");
    assert_eq!(body.matches("data-state=\"absent\"").count(), 512);
    // Compressed it is about a tenth of that.
    assert!(body.len() <= 200_000, "{} bytes", body.len());
    if let Some(file) = std::env::var_os("HEMICYCLE_CHART_TO") {
        std::fs::write(file, body).unwrap();
    }
}
