//! Signing with the organisation's own key, request by request, and the page that says whom the record trusts.
#![expect(clippy::unwrap_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use floor_stage::{Signed, Stage};
use ledger::{SigningKey, signature::sshsig};
use serde_json::{Value, json};

const SITE: &str = "summit.example";
/// What separates the parts of a form with files.
const PART: &str = "----part";

fn key(n: u8) -> SigningKey {
    SigningKey::from_seed(&[n; 32]).unwrap()
}

/// A summit whose first organisation has a key of its own, with a text open for endorsement; its focal point.
fn stage() -> (Stage, Signed) {
    let mut stage = Stage::keeping(SITE, 3);
    stage.adopted_text();
    stage.act("set-organisation-key", json!({ "organisation": "org-1", "key": key(41).public().to_string() }));
    let seat = {
        let state = stage.house.state();
        let focal = |s: &domain::seat::Seat| s.role == domain::seat::Role::FocalPoint && s.organisation == "org-1".parse().ok();
        state.seats.iter().find(|(_, s)| focal(s)).unwrap().0
    };
    let token = stage.act("reissue-invitation", json!({ "seat": seat })).secret.unwrap();
    let focal = stage.sign_in(&token.0);
    (stage, focal)
}

fn manifest(stage: &Stage) -> String {
    let state = stage.house.state();
    state.texts.iter().next().unwrap().1.adoption.as_ref().unwrap().manifest.to_string()
}

fn prepare(stage: &Stage, who: &Signed, form: &str) -> (StatusCode, String) {
    let request = Request::post(format!("/as/{}/sign", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin");
    stage.send(request.body(Body::from(form.to_owned())).unwrap())
}

/// The bytes that a page hands out, in base64url.
fn handed_out(page: &str, part: &str) -> String {
    let field = page.split(&format!("name=\"{part}.body\"")).nth(1).unwrap();
    field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn armored(key: &SigningKey, body: &str) -> String {
    ledger::keyfile::signature_file(&sshsig::sign(key, &BASE64URL.decode(body).unwrap()))
}

fn bring(stage: &Stage, who: &Signed, act: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--{PART}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += &format!("--{PART}--\r\n");
    let request = Request::post(format!("/as/{}/signed/{act}", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={PART}"));
    stage.send(request.body(Body::from(body)).unwrap())
}

fn entries(stage: &Stage) -> u64 {
    *stage.house.record().unwrap().size().borrow()
}

#[track_caller]
fn told(answer: &(StatusCode, String), status: u16, code: &str) -> Value {
    let said: Value = serde_json::from_str(&answer.1).unwrap_or_default();
    assert_eq!((answer.0.as_u16(), said["code"].as_str()), (status, Some(code)), "{}", answer.1);
    said
}

#[test]
fn the_page_hands_out_bytes_and_takes_the_key_s_signature_alone() {
    let (stage, focal) = stage();
    let digest = manifest(&stage);
    let (status, page) = prepare(&stage, &focal, &format!("act=endorse&text=text-1&text_digest={digest}"));
    assert_eq!(status, StatusCode::OK, "{page}");
    let body = handed_out(&page, "signed");
    // The file is these bytes, for whoever is signed in, and never other ones.
    let file = |who: Option<&Signed>, b: &str| {
        let mut request = Request::get(format!("/as/{}/sign/body.json?b={b}", focal.seat));
        if let Some(who) = who {
            request = request.header(header::COOKIE, &who.cookie);
        }
        stage.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(file(Some(&focal), &body), (StatusCode::OK, String::from_utf8(BASE64URL.decode(&body).unwrap()).unwrap()));
    assert_eq!(file(None, &body).0, StatusCode::NOT_FOUND);
    assert_eq!(file(Some(&focal), &BASE64URL.encode("{\"log\":\"another\"}")).0, StatusCode::NOT_FOUND);
    assert_eq!(file(Some(&focal), "!").0, StatusCode::NOT_FOUND);

    let before = entries(&stage);
    let fields = |body: &str, signature: &str| {
        bring(
            &stage,
            &focal,
            "endorse",
            &[("text", "text-1"), ("text_digest", &digest), ("signed.body", body), ("signature", signature)],
        )
    };
    let said = told(&fields(&body, ""), 422, "invalid");
    assert_eq!(said["field"], "signed.armored");
    told(&fields(&body, "hello"), 422, "invalid");
    told(&fields(&body, &armored(&key(77), &body)), 409, "record-signer");
    // Signed well, and not this act.
    let (_, other) = prepare(&stage, &focal, &format!("act=decline&text=text-1&text_digest={digest}"));
    let other = handed_out(&other, "signed");
    told(&fields(&other, &armored(&key(41), &other)), 409, "signed-otherwise");
    // Signed well, over other bytes than those that come with it.
    told(&fields(&body, &armored(&key(41), &other)), 409, "record-signature");
    assert_eq!(fields(&body, &"x".repeat(300 * 1024)).0, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(entries(&stage), before);
    assert_eq!(stage.house.state().endorsements.now("text-1".parse().unwrap()).organisations, 0);

    told(&fields(&body, &armored(&key(41), &body)), 200, "done");
    assert_eq!((entries(&stage), stage.house.state().endorsements.now("text-1".parse().unwrap()).by_key), (before + 1, 1));
    // The same bytes once more are another press, and the record takes a nonce once.
    let again = fields(&body, &armored(&key(41), &body));
    assert_eq!((again.0, entries(&stage)), (StatusCode::CONFLICT, before + 1), "{}", again.1);
}

#[test]
fn what_cannot_be_prepared_says_why_on_the_form() {
    let (mut stage, focal) = stage();
    let before = entries(&stage);
    // Nothing to sign: this key is in force already, there is no such device, there is no such act.
    let same = format!("act=rotate&key={}", key(41).public());
    for (form, status) in [
        (same.as_str(), 409),
        ("act=rotate&key=x", 422),
        ("act=appoint&rep=rep-9", 422),
        ("act=revoke&rep=rep-9", 422),
        ("act=dance", 422),
    ] {
        let (got, page) = prepare(&stage, &focal, form);
        assert_eq!(got.as_u16(), status, "{form}: {page}");
        assert!(page.contains("error-summary") || page.contains("notice bad"), "{form}: {page}");
    }
    // Whoever has no business here.
    let (chair, delegate) = (stage.signed("chair"), stage.delegate(2));
    assert_eq!(prepare(&stage, &chair, "act=endorse").0, StatusCode::FORBIDDEN);
    assert_eq!(prepare(&stage, &delegate, &same).0, StatusCode::FORBIDDEN, "a delegate answers for no key");
    let nobody = Signed { cookie: String::new(), ..focal.clone() };
    assert_eq!(prepare(&stage, &nobody, &same).0, StatusCode::UNAUTHORIZED);
    let batch = |who: &Signed, query: &str| {
        let request = Request::get(format!("/as/{}/keys/batch.json{query}", who.seat)).header(header::COOKIE, &who.cookie);
        stage.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(batch(&focal, "").0, StatusCode::FORBIDDEN);
    assert_eq!(entries(&stage), before);
}

#[test]
fn a_key_puts_the_next_one_in_its_place_and_only_so() {
    let (stage, focal) = stage();
    let before = entries(&stage);
    let (status, page) = prepare(&stage, &focal, &format!("act=rotate&key={}", key(42).public()));
    assert_eq!(status, StatusCode::OK, "{page}");
    let body = handed_out(&page, "entry");
    let enter =
        |by: u8| bring(&stage, &focal, "enter-entries", &[("entry.body", &body), ("signature", &armored(&key(by), &body))]);
    let said = told(&bring(&stage, &focal, "enter-entries", &[("entry.body", &body)]), 422, "invalid");
    assert_eq!(said["field"], "entry.armored");
    told(&enter(42), 409, "record-signer");
    assert_eq!(entries(&stage), before);
    told(&enter(41), 200, "done");
    assert_eq!(entries(&stage), before + 1);
    let in_force = stage.house.record().unwrap().key_of("org-1".parse().unwrap()).unwrap();
    assert_eq!(in_force.key, key(42).public().to_string());
}

#[test]
fn the_batch_of_what_waits_goes_to_the_secretariat_alone() {
    let mut stage = Stage::keeping(SITE, 0);
    let secretariat = stage.signed("secretariat");
    let batch = |query: &str| {
        let request =
            Request::get(format!("/as/{}/keys/batch.json{query}", secretariat.seat)).header(header::COOKIE, &secretariat.cookie);
        stage.send(request.body(Body::empty()).unwrap())
    };
    let (status, waiting) = batch("");
    let waiting: Value = serde_json::from_str(&waiting).unwrap();
    assert_eq!((status, waiting["entries"].as_array().unwrap().len()), (StatusCode::OK, 4), "{waiting}");
    assert_eq!(batch("?organisation=org-1&key=x").0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(batch(&format!("?organisation=org-99&key={}", key(41).public())).0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_page_says_whom_the_record_trusts_and_which_of_their_keys_the_server_holds() {
    for (held, says) in [
        (3, "This server holds 3 of the 3 private keys"),
        (1, "This server holds 1 of the 3"),
        (0, "holds none of the accreditors"),
    ] {
        let stage = Stage::keeping(SITE, held);
        let (status, page) = stage.public("/record-policy");
        assert_eq!(status, StatusCode::OK);
        let words = page.replace(['\u{2068}', '\u{2069}'], "");
        assert!(words.contains(says), "{held}: {words}");
        // Enough of them is said apart from a few.
        assert_eq!(words.contains("That is enough to act in their name"), held >= 2);
        let fingerprints = [1, 2, 3, 9].map(|n| key(n).public().fingerprint());
        for shown in [floor_stage::RECORD, "2 of 3", "1 of 1 must confirm", "https://w.example", "Held by this server", SITE]
            .into_iter()
            .chain(fingerprints.iter().map(String::as_str))
        {
            assert!(words.contains(shown), "{shown} is not on the page");
        }
        assert!(stage.public("/record").1.contains("href=\"record-policy\""), "the record leads there");
    }
    let (status, page) = Stage::new().public("/record-policy");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("This house keeps no verifiable record"), "{page}");
}
