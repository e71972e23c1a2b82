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
use floor_stage::Stage;
use serde_json::Value;
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
    let forms = walk.forms();
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
    assert!(acts.len() > 60, "only {} acts were found: {acts:?}", acts.len());
    for (end, _) in COUNTERPARTS.iter().filter(|(end, _)| *end != "signed/enter-entries" && *end != "/sign" && *end != "letters/retry") {
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
        let keyed = post["parameters"].as_array().unwrap().iter().any(|p| p["name"] == "Idempotency-Key" && p["required"] == true);
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
