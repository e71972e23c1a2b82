//! What a delegate's pages ask for where a session is enough, and what they say and offer after a record was lost.
#![expect(clippy::unwrap_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{Actor, command::Way, endorsement::Counts};
use floor_stage::{RECORD, Signed, Stage};
use ledger::{Signature, authenticator::Authenticator};
use serde_json::{Value, json};

const SITE: &str = "summit.example";
const ORIGIN: &str = "http://summit.example";

/// A summit where a session is enough, with a text open for endorsement.
fn by_session() -> Stage {
    let mut stage = Stage::keeping(SITE, 3);
    stage.act("set-signatures", json!({ "summit": "summit-1", "signatures": "session" }));
    stage.adopted_text();
    stage
}

/// Registers a delegate's device.
fn register(stage: &mut Stage, who: &Signed, n: u8) -> Authenticator {
    let device = Authenticator::from_private(&[n; 32]).unwrap();
    let fields = json!({ "key": device.public().to_string(), "credential": "Y3JlZGVudGlhbA" });
    stage.try_act(Actor::Seat(who.seat), "register-device", fields).unwrap();
    device
}

fn manifest(stage: &Stage) -> String {
    stage.house.state().texts.iter().next().unwrap().1.adoption.as_ref().unwrap().manifest.to_string()
}

fn form(stage: &Stage) -> String {
    format!("text=text-1&text_digest={}", manifest(stage))
}

fn counts(stage: &Stage) -> Counts {
    stage.house.state().endorsements.now("text-1".parse().unwrap())
}

fn page(stage: &Stage, who: &Signed, path: &str) -> String {
    let (status, page) = stage.page(who, path);
    assert_eq!(status, StatusCode::OK);
    page
}

/// What the forms of an act on a page ask for: none, `offered` or `required`, in their order.
fn asked<'p>(page: &'p str, act: &str) -> Vec<Option<&'p str>> {
    let forms = page.split("<form").skip(1).filter_map(|form| form.split('>').next());
    let own = forms.filter(|tag| tag.contains(&format!("data-act=\"{act}\"")));
    own.map(|tag| tag.split("data-sign=\"").nth(1).and_then(|rest| rest.split('"').next())).collect()
}

/// Presses a form as the page's script does: its bytes are asked for, signed with the device, and sent with the form.
fn sign(stage: &Stage, who: &Signed, act: &str, form: &str, device: &Authenticator) -> (StatusCode, String) {
    let request = Request::post(format!("/as/{}/record/prepare", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin");
    let (status, prepared) = stage.send(request.body(Body::from(format!("{form}&act={act}&by=device"))).unwrap());
    if status != StatusCode::OK {
        return (status, prepared);
    }
    let prepared: Value = serde_json::from_str(&prepared).unwrap();
    let (body, rep) = (prepared["body"].as_str().unwrap(), prepared["rep"].as_str().unwrap());
    let signature = device.sign(&BASE64URL.decode(body).unwrap(), rep, SITE, ORIGIN).unwrap();
    let Signature::Webauthn { assertion, .. } = signature else { panic!("a device signs otherwise") };
    let part = |bytes: &[u8]| BASE64URL.encode(bytes);
    let signed = format!(
        "{form}&signed.body={body}&signed.sigs.0.alg=webauthn-es256&signed.sigs.0.rep={rep}&signed.sigs.0.ad={}&signed.sigs.0.cd={}&signed.sigs.0.sig={}",
        part(&assertion.authenticator_data),
        part(&assertion.client_data_json),
        part(&assertion.signature),
    );
    stage.post(who, act, "", &signed)
}

/// Waits for what the house does by itself.
fn until(what: &str, done: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if done() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{what}: not within a minute");
}

#[test]
fn a_delegate_with_a_device_is_offered_to_sign_and_nobody_is_made_to() {
    let mut stage = by_session();
    let (first, second) = (stage.delegate(1), stage.delegate(2));
    let shown = page(&stage, &first, "");
    assert_eq!((asked(&shown, "endorse"), asked(&shown, "decline")), (vec![None], vec![None]));
    assert!(shown.contains("This summit takes acts without a signature") && shown.contains("href=\"devices\""), "{shown}");
    register(&mut stage, &second, 2);
    let shown = page(&stage, &second, "");
    assert_eq!((asked(&shown, "endorse"), asked(&shown, "decline")), (vec![Some("offered")], vec![Some("offered")]));
    let shown = page(&stage, &second, "reservation?of=text-1");
    assert_eq!(asked(&shown, "endorse-with-reservation"), [Some("offered")]);
    assert_eq!(asked(&page(&stage, &first, ""), "endorse"), [None], "another organisation's device offers nothing here");
    // The offer is one: the form as it stands is taken, counted apart, and said to be so.
    let form = form(&stage);
    assert_eq!(stage.post(&second, "endorse", "", &form).0, StatusCode::SEE_OTHER);
    assert_eq!((counts(&stage).by_device, counts(&stage).by_passkey), (1, 0));
    assert!(page(&stage, &second, "").contains("Made without a signature"));
}

#[test]
fn what_was_done_without_a_signature_is_signed_afterwards_word_for_word() {
    let mut stage = by_session();
    let who = stage.delegate(1);
    let plain = form(&stage);
    let reserved = format!("{plain}&words=But+not+in+spring.&language=en&paragraphs[]=paragraph-2");
    assert_eq!(stage.post(&who, "endorse-with-reservation", "", &reserved).0, StatusCode::SEE_OTHER);
    let shown = page(&stage, &who, "");
    assert!(!shown.contains("Sign the endorsement") && shown.contains("Register a device to sign"), "{shown}");
    let device = register(&mut stage, &who, 1);
    let shown = page(&stage, &who, "");
    assert_eq!(asked(&shown, "endorse-with-reservation"), [Some("required")], "{shown}");
    for part in
        ["Sign the endorsement", "name=\"words\" value=\"But not in spring.\"", "name=\"paragraphs[]\" value=\"paragraph-2\""]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let (status, said) = sign(&stage, &who, "endorse-with-reservation", &reserved, &device);
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let now = counts(&stage);
    assert_eq!((now.organisations, now.with_reservation, now.by_passkey, now.by_device), (1, 1, 1, 0));
    // From here on nothing but a signature changes it.
    let shown = page(&stage, &who, "");
    assert!(!shown.contains("Sign the endorsement") && !shown.contains("Made without a signature"), "{shown}");
    assert_eq!(asked(&shown, "withdraw-endorsement"), [Some("required")]);
    stage.post(&who, "withdraw-endorsement", "", &plain);
    assert_eq!(counts(&stage).organisations, 1);
}

#[test]
fn a_successor_says_what_was_signed_before_it_and_has_it_signed_again() {
    let mut lost = Stage::keeping(SITE, 3);
    lost.adopted_text();
    let (first, second) = (lost.delegate(1), lost.delegate(2));
    let form = form(&lost);
    for (who, n) in [(&first, 1), (&second, 2)] {
        let device = register(&mut lost, who, n);
        assert_eq!(sign(&lost, who, "endorse", &form, &device).0, StatusCode::SEE_OTHER);
    }
    let evidence = json!({ "evidence": "ab".repeat(32) });
    lost.act(
        "endorse",
        json!({ "text": "text-1", "text_digest": manifest(&lost), "organisation": "org-3", "on_paper": evidence }),
    );
    let notice = "Endorsements signed in the former record:";
    assert!(!lost.public("/endorsements?of=text-1").1.contains(notice));
    let mut new = lost.succeeded(SITE, "record.example.org/two");
    // What the successor takes over follows its first act.
    new.act("end-device", json!({ "rep": new.head_of(2).to_string() }));
    let text = manifest(&lost).parse().unwrap();
    until("the acts are taken over", || {
        new.house.record().unwrap().endorsements(text).is_some_and(|counted| counted.organisations == 3)
    });
    let (status, shown) = new.public("/endorsements?of=text-1");
    assert_eq!(status, StatusCode::OK);
    assert!(shown.contains(&format!("{notice} 2")), "{shown}");
    assert!(shown.contains(&format!("Their signatures stand in the record {RECORD}")), "{shown}");
    assert!(shown.contains("At this moment the record gives the same figures as this page."), "{shown}");
    let (_, policy) = new.public("/record-policy");
    assert!(policy.contains("This record succeeds another one") && policy.contains(RECORD), "{policy}");
    // Whoever signed there is asked to sign here again; whose device was ended, is not.
    let (first, second) = (new.delegate(1), new.delegate(2));
    let shown = page(&new, &first, "");
    assert!(shown.contains("Sign the endorsement"), "{shown}");
    assert!(!page(&new, &second, "").contains("Sign the endorsement"));
    let device = Authenticator::from_private(&[1; 32]).unwrap();
    let (status, said) = sign(&new, &first, "endorse", &form, &device);
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert!(!page(&new, &first, "").contains("Sign the endorsement"));
    let shown = new.public("/endorsements?of=text-1").1;
    assert!(shown.contains(&format!("{notice} 1")), "{shown}");
    let (before, now) = (counts(&lost), counts(&new));
    assert_eq!((now.organisations, now.by_passkey, now.on_paper), (before.organisations, before.by_passkey, before.on_paper));
    let ways = new.house.state().endorsements.of("text-1".parse().unwrap()).unwrap().all().last().unwrap().made.way;
    assert_eq!(ways, Way::Passkey);
}
