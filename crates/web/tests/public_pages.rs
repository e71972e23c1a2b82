//! The public pages, through the real site: front page, programme and its feeds, record.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod public_stage;

use axum::http::{Request, StatusCode, header};
use public_stage::{Stage, figure};
use serde_json::json;

#[test]
fn before_a_summit_is_convened_every_page_says_what_comes_next() {
    let stage = Stage::empty();
    for page in ["/", "/programme", "/record"] {
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
    for words in
        ["Clean water", "Mar 22, 2027", "Blue Kite Party and River Union", "Opening plenary", "No meeting is in progress"]
    {
        assert!(body.contains(words), "{words} is missing in {body}");
    }
    let figures = ["registered", "accredited", "present", "organisations", "countries", "venues"].map(|name| figure(&body, name));
    assert_eq!(figures, [10, 10, 2, 5, 3, 2]);
    assert!(!body.contains("Speaker"), "no person's name stands on the front page");
    stage.endorsed_text();
    let (_, body) = stage.get("/?lang=fr");
    assert!(body.contains("Eau propre") && body.contains("SD/2027/L.1"));
    assert_eq!((figure(&body, "endorsing-organisations"), figure(&body, "endorsing-countries")), (4, 3));
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
    assert_eq!(ask(&stage, "fr"), StatusCode::OK);
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
    for total in
        ["<td class=\"num\" data-value=\"4\">", "<td class=\"num\" data-value=\"3\">", "<td class=\"num\" data-value=\"1\">"]
    {
        assert!(body.contains(total), "{total} is missing in {body}");
    }
    let (_, body) = stage.get("/record");
    assert_eq!((figure(&body, "endorsing-on-paper"), figure(&body, "hosting-organisations")), (4, 2));
}

#[test]
fn every_page_is_whole_in_every_language() {
    let mut stage = Stage::summit();
    stage.endorsed_text();
    for language in ["en", "fr", "es", "ar", "ru", "zh"] {
        for page in ["/", "/programme", "/record", "/record?figure=endorsing-countries&by=region"] {
            let (_, _, body) = stage.ask(Request::get(page).header(header::ACCEPT_LANGUAGE, language));
            assert!(body.contains(&format!("<html lang=\"{language}\"")), "{page} in {language}");
        }
    }
}
