//! Every form that any page offers, found by walking the pages of each role as somebody without JavaScript would: each has its counterpart
//! in the API, and each one that is refused comes back with what is wrong and with all that was typed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;
mod walk;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use floor_stage::{Stage, bearer};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use walk::{Form, Walk};

/// What stands in the API for a form that posts elsewhere than to `act/…`: the address as it ends, and the paths.
const COUNTERPARTS: [(&str, &[&str]); 9] = [
    ("upload/organisations", &["/api/v1/acts/import-organisations"]),
    ("upload/representatives", &["/api/v1/acts/invite-organisations", "/api/v1/acts/enter-members"]),
    ("upload/evidence", &["/api/v1/evidence"]),
    ("upload/scans", &["/api/v1/acts/sync-scans"]),
    ("upload/photo", &["/api/v1/acts/set-photo"]),
    ("letters/mark-printed", &["/api/v1/letters/mark-printed"]),
    ("letters/retry", &["/api/v1/letters/retry"]),
    ("/sign", &["/api/v1/record/prepare"]),
    ("signed/enter-entries", &["/api/v1/acts/enter-entries"]),
];

fn paths(stage: &Stage) -> BTreeSet<String> {
    let (_, text) = stage.public("/api/v1/openapi.json");
    let document: Value = serde_json::from_str(&text).unwrap();
    document["paths"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_form_of_every_role_has_its_counterpart_in_the_api() {
    let mut walk = Walk::new();
    let paths = paths(&walk.stage);
    let mut forms = walk.forms();
    forms.extend(walk.forms_of_decisions());
    let mut acts = BTreeSet::new();
    for form in &forms {
        assert_eq!(form.method, "post", "{form:?}");
        let found = match form.act() {
            Some(act) => {
                acts.insert(act.to_owned());
                paths.contains(&format!("/api/v1/acts/{act}"))
            }
            None => COUNTERPARTS
                .iter()
                .find(|(end, _)| form.action.ends_with(end))
                .is_some_and(|(_, all)| all.iter().all(|path| paths.contains(*path))),
        };
        assert!(found, "the form {} of {} at {} does what the API cannot", form.action, form.role, form.page);
    }
    // The walk itself is worth something only when it goes everywhere.
    assert!(acts.len() > 70, "only {} acts were found: {acts:?}", acts.len());
    for (end, _) in
        COUNTERPARTS.iter().filter(|(end, _)| *end != "signed/enter-entries" && *end != "/sign" && *end != "letters/retry")
    {
        assert!(forms.iter().any(|form| form.action.ends_with(end)), "no page offers {end}");
    }
}

#[test]
fn a_form_refused_without_scripts_says_where_and_keeps_what_was_typed() {
    let mut walk = Walk::new();
    let forms: BTreeMap<(String, String), Form> = walk
        .forms()
        .into_iter()
        .filter(|form| form.act().is_some() && form.typed().next().is_some())
        .map(|form| ((form.role.clone(), form.action.clone()), form))
        .collect();
    assert!(forms.len() > 25, "only {} forms take something typed", forms.len());
    let mut faults = Vec::new();
    for (number, form) in forms.values().enumerate() {
        if number % 10 == 0 {
            walk.fresh_session(&form.role);
        }
        let before = walk.stage.house.state().position;
        let typed: Vec<(String, String)> =
            form.typed().zip(0..).map(|(field, n)| (field.to_owned(), format!("typed-{n}-{}", "x".repeat(30_000)))).collect();
        let (status, page) = walk.press(form, &typed, "ar");
        if walk.stage.house.state().position != before {
            faults.push(format!("{} of {} changes something though it is refused", form.action, form.role));
        }
        let told = |why: &str| format!("{} of {} at {}: {why}", form.action, form.role, form.page);
        if !status.is_client_error() {
            faults.push(told(&format!("answers {status}")));
            continue;
        }
        if !page.contains("dir=\"rtl\"") || !page.contains("class=\"error-summary\"") {
            faults.push(told("comes back without a summary of what is wrong"));
            continue;
        }
        let summary = page.split("class=\"error-summary\"").nth(1).unwrap().split("</ul>").next().unwrap();
        match summary.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()) {
            Some(id) if page.contains(&format!("id=\"{id}\"")) => {}
            Some(id) => faults.push(told(&format!("the summary leads to {id}, which is not on the page"))),
            // A rule that refuses is about no field: there is no such badge.
            None if status == StatusCode::CONFLICT => {}
            None => faults.push(told(&format!("the summary names no field: {}", summary.chars().take(300).collect::<String>()))),
        }
        if number % 5 == 0 {
            for link in walk::links(&page).into_iter().filter(|link| !link.starts_with(['#', '?', '/']) && !link.contains(':')) {
                let (status, to) = walk.follow(&form.role, &form.action, &link);
                if status != StatusCode::SEE_OTHER || walk.follow(&form.role, "/", &to).0 != StatusCode::OK {
                    faults.push(told(&format!("the link {link} leads nowhere from the page that came back: {status} {to}")));
                }
            }
        }
        for (n, (field, _)) in typed.iter().enumerate() {
            // A desk's scanner types at once into what stands there, so that the field is empty for the next badge.
            if field != "code" && !page.contains(&format!("typed-{n}-")) {
                faults.push(told(&format!("what was typed into {field} is lost")));
            }
        }
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.join("\n"));
}

/// Where the API tells what a page shows, by the page's path; a page that is a form alone needs none.
fn facts_of(page: &str) -> &'static [&'static str] {
    match page {
        "" => &["figures", "programme", "meetings/{id}", "texts", "polls", "seat", "presence"],
        "accreditation" | "delegation" => &["delegations", "people/{id}/photo"],
        "chair" | "meeting" | "hall" | "swap" => {
            &["meetings/{id}", "meetings/{id}/speakers", "polls", "texts", "headcount", "events"]
        }
        "devices" => &["seat", "record"],
        "directory" | "organisations" => &["organisations", "organisations/{id}"],
        "correcting" | "correction" => &["texts/{id}"],
        "drafting" | "texts" | "reservation" => &["texts", "texts/{id}"],
        "endorsements" => &["texts/{id}/endorsements"],
        "hemicycle" => &["organisations", "texts/{id}/endorsements", "polls/{id}/votes", "meetings/{id}/speakers"],
        "key" | "keys" => &["record", "record/pending"],
        "paper" => &["organisations", "texts", "venues"],
        "polls" => &["polls", "polls/{id}", "polls/{id}/votes"],
        "presence" => &["presence", "presence/flags"],
        "programme" | "programme-edit" => &["programme", "meetings/{id}", "venues"],
        "record" => &["figures", "headcount", "organisations", "events"],
        "seats" => &["seats", "trail"],
        "venues" => &["venues", "venues/{id}/arrivals"],
        "put-question" | "record-policy" | "sign" | "sign-in" => &["record"],
        _ => &[],
    }
}

#[test]
fn what_every_page_shows_can_be_read_from_the_api() {
    let paths = paths(&Stage::open());
    for page in web::pages::PAGES {
        let facts = facts_of(page.path);
        assert!(!facts.is_empty(), "nobody has said where the API tells what the page {:?} shows", page.path);
        for fact in facts {
            assert!(paths.contains(&format!("/api/v1/{fact}")), "the page {:?} shows what /api/v1/{fact} would tell", page.path);
        }
    }
}

fn read(stage: &Stage, token: &str, path: &str) -> (StatusCode, Value) {
    let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let (status, body) = stage.send(request.body(Body::empty()).unwrap());
    (status, serde_json::from_str(&body).unwrap_or_else(|_| panic!("{path}: {body}")))
}

#[test]
fn seats_desks_and_the_trail_are_told_to_those_who_see_their_pages() {
    let mut walk = Walk::new();
    let stage = &mut walk.stage;
    let tokens: BTreeMap<&str, String> =
        [("secretariat", stage.token("secretariat")), ("chair", stage.token("chair"))].into_iter().collect();
    let desk = stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let desk = bearer(&desk);
    let (focal, delegate) = (bearer(&walk.people["focal-point"]), bearer(&walk.people["delegate"]));
    let stage = &walk.stage;
    for path in ["seats", "trail", "presence/flags"] {
        let path = format!("/api/v1/{path}");
        let (status, told) = read(stage, &tokens["secretariat"], &path);
        assert_eq!(status, StatusCode::OK, "{path}: {told}");
        assert_eq!(read(stage, &tokens["chair"], &path).0, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(stage.public(&path).0, StatusCode::UNAUTHORIZED, "{path}");
    }
    let (_, seats) = read(stage, &tokens["secretariat"], "/api/v1/seats?limit=1000");
    assert!(
        seats["items"].as_array().unwrap().iter().any(|s| s["role"] == "chair" && s["sessions"][0]["token"].is_null()),
        "{seats}"
    );
    let (_, own) = read(stage, &delegate, "/api/v1/seat");
    assert_eq!((&own["role"], &own["organisation"], &own["present"]), (&json!("delegate"), &json!("org-2"), &json!("venue-1")));
    let (_, arrivals) = read(stage, &desk, "/api/v1/venues/venue-1/arrivals");
    assert_eq!(arrivals["items"].as_array().unwrap().len(), 4, "{arrivals}");
    assert_eq!(read(stage, &delegate, "/api/v1/venues/venue-1/arrivals").0, StatusCode::FORBIDDEN);
    assert_eq!(read(stage, &desk, "/api/v1/venues/venue-2/arrivals").0, StatusCode::FORBIDDEN);
    let (_, delegations) = read(stage, &focal, "/api/v1/delegations");
    let of: Vec<_> = delegations["items"].as_array().unwrap().iter().map(|d| d["organisation"].clone()).collect();
    assert_eq!(of, [json!("org-5")], "a focal point reads of its own delegation");
    let (_, letters) = read(stage, &focal, "/api/v1/letters");
    let letters = letters["items"].as_array().unwrap();
    assert!(
        !letters.is_empty() && letters.iter().all(|l| l["body"] == ""),
        "what letters say stays with whom they go to: {letters:?}"
    );
    let (_, texts) = read(stage, &tokens["chair"], "/api/v1/texts");
    assert_eq!(texts["items"].as_array().unwrap().len(), 3, "who presides reads drafts: {texts}");
    let (_, figures) = read(stage, &delegate, "/api/v1/figures");
    assert_eq!(figures["figures"]["present"], json!(4), "{figures}");
}

#[test]
fn letters_are_marked_and_evidence_is_kept_from_a_program() {
    let mut walk = Walk::new();
    let (secretariat, chair) = (walk.stage.token("secretariat"), walk.stage.token("chair"));
    let stage = &walk.stage;
    let key = Some("6f9b5b66-5b1f-4f37-9b0f-3a1a39a3f111");
    let state = |stage: &Stage| read(stage, &secretariat, "/api/v1/letters?limit=1").1["items"][0]["state"].clone();
    for (act, after) in [("retry", "waiting"), ("mark-printed", "printed"), ("mark-printed", "printed")] {
        let (status, _, body) = ask(stage, &secretariat, &format!("/api/v1/letters/{act}"), key, r#"{"letters":[1]}"#);
        assert_eq!(status, StatusCode::OK, "{body}");
        assert_eq!(state(stage), json!(after), "{act}");
    }
    assert_eq!(ask(stage, &chair, "/api/v1/letters/retry", key, r#"{"letters":[1]}"#).0, StatusCode::FORBIDDEN);
    let (status, _, kept) = ask(stage, &secretariat, "/api/v1/evidence", key, "By telephone at ten past nine.");
    assert_eq!(status, StatusCode::OK, "{kept}");
    let evidence: Value = serde_json::from_str(&kept).unwrap();
    let again: Value =
        serde_json::from_str(&ask(stage, &secretariat, "/api/v1/evidence", key, "By telephone at ten past nine.").2).unwrap();
    assert_eq!(evidence, again);
    assert_eq!(ask(stage, &chair, "/api/v1/evidence", key, "note").0, StatusCode::FORBIDDEN);
    let (_, trail) = read(stage, &secretariat, "/api/v1/trail");
    let denied: Vec<_> = trail["items"].as_array().unwrap().iter().map(|e| e["act"].clone()).collect();
    assert!(denied.contains(&json!("keep-evidence")) && denied.contains(&json!("retry-letters")), "{trail}");
}

#[test]
fn a_paragraph_is_written_inserted_and_taken_out_by_forms_alone() {
    let walk = Walk::new();
    let who = &walk.people["secretariat"];
    let post = |act: &str, form: &str| walk.stage.post(who, act, "drafting?of=text-2", form);
    let set = "text=text-2&revision=0&paragraph=paragraph-1&language=en&words=We+part+again.";
    assert_eq!(post("set-paragraph", set).0, StatusCode::SEE_OTHER);
    assert_eq!(
        post("insert-paragraph", "text=text-2&revision=0&after=paragraph-1&kind=operative&words.en=Then+we+meet.").0,
        StatusCode::SEE_OTHER
    );
    let (_, page) = walk.stage.page(who, "drafting?of=text-2");
    assert!(page.contains("We part again.") && page.contains("Then we meet."), "{page}");
    assert_eq!(post("remove-paragraph", "text=text-2&revision=0&paragraph=paragraph-2").0, StatusCode::SEE_OTHER);
    assert!(!walk.stage.page(who, "drafting?of=text-2").1.contains("Then we meet."));
}

#[test]
fn choices_are_kept_when_a_form_comes_back() {
    let mut walk = Walk::new();
    walk.fresh_session("secretariat");
    let who = &walk.people["secretariat"];
    let form = "themes.en=&opens=2027-03-22&closes=2027-03-24&conveners%5B%5D=org-2&conveners%5B%5D=org-3&languages%5B%5D=fr&languages%5B%5D=ar";
    let (status, page) = walk.stage.post(who, "convene-summit", "programme-edit?new=summit", form);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let checked = |value: &str| page.contains(&format!("value=\"{value}\" checked"));
    assert!(checked("org-2") && checked("org-3") && !checked("org-1"), "{page}");
    assert!(checked("fr") && checked("ar") && !checked("en"), "{page}");
}

#[test]
fn a_summit_is_not_asked_for_before_there_is_anybody_to_convene_it() {
    let mut stage = Stage::open();
    let secretariat = stage.signed("secretariat");
    let (_, page) = stage.page(&secretariat, "programme-edit?new=summit");
    assert!(
        page.contains("The directory is empty") && page.contains("directory?new=list") && !page.contains("act/convene-summit"),
        "{page}"
    );
}

/// A request to the API with the secretariat's token.
fn ask(stage: &Stage, token: &str, path: &str, key: Option<&str>, body: &'static str) -> (StatusCode, String, String) {
    let mut request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    let response = stage.respond(request.body(Body::from(body)).unwrap());
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).map_or("", |v| v.to_str().unwrap()).to_owned();
    (status, kind, stage.body(response))
}

#[test]
fn every_write_of_the_api_asks_for_a_key_and_explains_what_is_wrong() {
    let mut stage = Stage::new();
    let (_, text) = stage.public("/api/v1/openapi.json");
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut writes = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        let Some(post) = operations.get("post") else { continue };
        // Nothing is stored by it: it writes out the bytes that somebody signs.
        if path == "/api/v1/record/prepare" {
            continue;
        }
        writes += 1;
        let keyed =
            post["parameters"].as_array().unwrap().iter().any(|p| p["name"] == "Idempotency-Key" && p["required"] == true);
        assert!(keyed, "{path} does not say that it takes a key");
        // A fresh seat now and then: the rate limit is for one program, and has tests of its own.
        let token = stage.token("secretariat");
        let path = path.replace("{id}", "1");
        let key = Some("6f9b5b66-5b1f-4f37-9b0f-3a1a39a3f111");
        let (status, kind, body) = ask(&stage, &token, &path, None, "{}");
        assert_eq!((status, kind.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json"), "{path}: {body}");
        assert!(body.contains("Idempotency-Key"), "{path}: {body}");
        // Evidence may be any bytes, but not none.
        let wrong = if path.ends_with("/evidence") { "" } else { "no json" };
        let (status, kind, told) = ask(&stage, &token, &path, key, wrong);
        assert!(status.is_client_error(), "{path} takes {wrong:?}: {status} {told}");
        assert_eq!(kind, "application/problem+json", "{path}: {told}");
        let problem: Value = serde_json::from_str(&told).unwrap();
        assert!(problem["detail"].as_str().is_some_and(|d| !d.is_empty()), "{path}: {told}");
    }
    assert!(writes > 90, "{writes}");
}
