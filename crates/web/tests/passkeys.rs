//! Registering a device and signing in with it, request by request: every refusal by its name, and nothing half done.
#![expect(clippy::unwrap_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, header},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::words::Digest;
use floor_stage::{Signed, Stage};
use ledger::authenticator::Authenticator;
use serde_json::{Value, json};

const SITE: &str = "summit.example";
const ORIGIN: &str = "http://summit.example";
/// User present and verified, with a new key.
const VERIFIED: u8 = 0x45;
const PRESENT_ALONE: u8 = 0x41;
const ES256: i64 = -7;
const EDDSA: i64 = -8;

/// A device with one key, under the name of a credential.
struct Device {
    key: Authenticator,
    credential: Vec<u8>,
}

impl Device {
    fn new(n: u8) -> Self {
        Self { key: Authenticator::from_private(&[n; 32]).unwrap(), credential: vec![n; 16] }
    }
    /// What a browser hands back when this key is registered.
    fn made(&self, options: &Value, origin: &str, flags: u8, algorithm: i64) -> Value {
        let challenge = &options["publicKey"]["challenge"];
        let client =
            json!({ "type": "webauthn.create", "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string();
        let mut data = Digest::of(SITE.as_bytes()).0.to_vec();
        data.extend([flags, 0, 0, 0, 0]);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(&self.credential);
        let point = self.key.public().0;
        // A COSE key: kty 2, alg, crv 1, x, y.
        let alg = u8::try_from(-1 - algorithm).unwrap() + 0x20;
        data.extend([0xa5, 0x01, 0x02, 0x03, alg, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..]);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let response = json!({ "attestationObject": BASE64URL.encode(object), "clientDataJSON": BASE64URL.encode(client) });
        let id = BASE64URL.encode(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
    }
    /// What a browser hands back when this key signs somebody in.
    fn signs_in(&self, options: &Value, user: &str, flags: u8) -> Value {
        let challenge = &options["publicKey"]["challenge"];
        let client =
            json!({ "type": "webauthn.get", "challenge": challenge, "origin": ORIGIN, "crossOrigin": false }).to_string();
        let said = self.key.assert(SITE, flags, client.into_bytes()).unwrap();
        let response = json!({
            "authenticatorData": BASE64URL.encode(said.authenticator_data), "clientDataJSON": BASE64URL.encode(said.client_data_json),
            "signature": BASE64URL.encode(said.signature), "userHandle": user,
        });
        let id = BASE64URL.encode(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
    }
}

/// One request of a page: its status, its cookie and what it was told.
fn ask(stage: &Stage, path: &str, who: Option<&Signed>, origin: &str, body: String) -> (u16, Value, Option<String>) {
    let mut request =
        Request::post(path).header("host", SITE).header("origin", origin).header(header::ACCEPT, "application/json");
    if let Some(who) = who {
        request = request.header(header::COOKIE, &who.cookie);
    }
    let response = stage.respond(request.body(Body::from(body)).unwrap());
    let cookie = response.headers().get(header::SET_COOKIE).map(|c| c.to_str().unwrap().to_owned());
    let status = response.status().as_u16();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let bytes = runtime.block_on(axum::body::to_bytes(response.into_body(), 1 << 20)).unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or_default(), cookie)
}

fn of_seat(stage: &Stage, who: &Signed, step: &str, body: String) -> (u16, Value) {
    let (status, said, _) = ask(stage, &format!("/as/{}/device/{step}", who.seat), Some(who), ORIGIN, body);
    (status, said)
}

fn begin(stage: &Stage, who: &Signed) -> Value {
    let (status, options) = of_seat(stage, who, "begin", String::new());
    assert_eq!(status, 200, "{options}");
    options
}

fn finish(stage: &Stage, who: &Signed, id: u32, credential: &Value) -> (u16, Value) {
    let id = format!("00000000-0000-4000-8000-{id:012}");
    of_seat(stage, who, "finish", json!({ "id": id, "credential": credential }).to_string())
}

/// The number of devices, and of entries in the record: what a refusal must not change.
fn standing(stage: &Stage) -> (usize, u64) {
    let state = stage.house.state();
    (state.registry.devices().count(), *stage.house.record().unwrap().size().borrow())
}

#[track_caller]
fn refused(said: &(u16, Value), status: u16, code: &str) {
    assert_eq!((said.0, said.1["code"].as_str()), (status, Some(code)), "{}", said.1);
    assert!(said.1["message"].as_str().is_some_and(|words| !words.is_empty()), "{}", said.1);
}

#[test]
fn a_device_is_registered_once_and_whatever_is_wrong_with_it_is_refused_by_name() {
    let mut stage = Stage::keeping(SITE, 3);
    let delegate = stage.delegate(1);
    let device = Device::new(11);
    let before = standing(&stage);
    // Nothing was begun.
    let options = json!({ "publicKey": { "challenge": "AAAA" } });
    refused(&finish(&stage, &delegate, 1, &device.made(&options, ORIGIN, VERIFIED, ES256)), 409, "ceremony-over");
    // What cannot be read names its field.
    for (body, field) in [
        ("{}".to_owned(), "credential"),
        (json!({ "id": "x", "credential": device.made(&options, ORIGIN, VERIFIED, ES256) }).to_string(), "id"),
    ] {
        let said = of_seat(&stage, &delegate, "finish", body);
        refused(&said, 422, "invalid");
        assert_eq!(said.1["field"], field);
    }
    // An answer counts once, be it good or not.
    let other_challenge = json!({ "publicKey": { "challenge": BASE64URL.encode([1; 32]) } });
    for (what, origin, flags, algorithm) in [
        ("challenge", ORIGIN, VERIFIED, ES256),
        ("origin", "http://evil.example", VERIFIED, ES256),
        ("user verification", ORIGIN, PRESENT_ALONE, ES256),
        ("algorithm", ORIGIN, VERIFIED, EDDSA),
    ] {
        let asked = begin(&stage, &delegate);
        let options = if what == "challenge" { &other_challenge } else { &asked };
        let credential = device.made(options, origin, flags, algorithm);
        let said = finish(&stage, &delegate, 2, &credential);
        assert_eq!(said.1["code"], "passkey-refused", "{what}: {}", said.1);
        refused(&said, 409, "passkey-refused");
        refused(&finish(&stage, &delegate, 2, &credential), 409, "ceremony-over");
        assert_eq!(standing(&stage), before, "{what}");
    }
    let good = device.made(&begin(&stage, &delegate), ORIGIN, VERIFIED, ES256);
    let (status, said) = finish(&stage, &delegate, 3, &good);
    assert_eq!((status, &said["code"]), (200, &json!("done")), "{said}");
    let after = standing(&stage);
    assert_eq!(after, (before.0 + 1, before.1 + 1), "one device, one entry that appoints it");
    // The answer was lost on its way and the page asks again: it is done, once.
    let (status, said) = finish(&stage, &delegate, 3, &good);
    assert_eq!((status, &said["code"], standing(&stage)), (200, &json!("repeated"), after), "{said}");
}

#[test]
fn whoever_may_not_register_a_device_is_denied_and_leaves_nothing() {
    let mut stage = Stage::keeping(SITE, 3);
    let (delegate, chair) = (stage.delegate(1), stage.signed("chair"));
    let before = standing(&stage);
    for step in ["begin", "finish"] {
        let path = format!("/as/{}/device/{step}", delegate.seat);
        assert_eq!(ask(&stage, &path, None, ORIGIN, String::new()).0, 401, "nobody is signed in");
        assert_eq!(ask(&stage, &path, Some(&chair), ORIGIN, String::new()).0, 401, "another seat's");
        assert_eq!(ask(&stage, &path, Some(&delegate), "http://evil.example", String::new()).0, 403, "another site's");
        let path = format!("/as/{}/device/{step}", chair.seat);
        assert_eq!(ask(&stage, &path, Some(&chair), ORIGIN, String::new()).0, 403, "a chair signs nothing");
    }
    assert_eq!(standing(&stage), before);
}

#[test]
fn a_house_without_a_record_or_without_a_name_says_so() {
    let mut stage = Stage::new();
    let delegate = stage.delegate(1);
    refused(&of_seat(&stage, &delegate, "begin", String::new()), 409, "no-record-kept");
    let (status, said, _) = ask(&stage, "/sign-in/begin", None, ORIGIN, String::new());
    refused(&(status, said), 409, "no-record-kept");
    let mut stage = Stage::keeping("127.0.0.1", 3);
    let delegate = stage.delegate(1);
    refused(&of_seat(&stage, &delegate, "begin", String::new()), 409, "no-passkeys-here");
}

#[test]
fn a_passkey_signs_its_owner_in_and_nobody_else() {
    let mut stage = Stage::keeping(SITE, 3);
    let (first, second) = (stage.delegate(1), stage.delegate(2));
    let (own, other, unknown) = (Device::new(21), Device::new(22), Device::new(23));
    let mut users = Vec::new();
    for (n, (who, device)) in [(&first, &own), (&second, &other)].into_iter().enumerate() {
        let options = begin(&stage, who);
        users.push(options["publicKey"]["user"]["id"].as_str().unwrap().to_owned());
        assert_eq!(finish(&stage, who, 10 + n as u32, &device.made(&options, ORIGIN, VERIFIED, ES256)).0, 200);
    }
    let begun = |stage: &Stage| {
        let (status, said, _) = ask(stage, "/sign-in/begin", None, ORIGIN, String::new());
        assert_eq!(status, 200, "{said}");
        (said["id"].as_str().unwrap().to_owned(), said["options"].clone())
    };
    let finished = |stage: &Stage, id: &str, credential: &Value| {
        ask(stage, "/sign-in/finish", None, ORIGIN, json!({ "id": id, "credential": credential }).to_string())
    };
    for (what, code, make) in [
        (
            "a passkey nobody registered",
            "passkey-unknown",
            &(|o: &Value| unknown.signs_in(o, &users[0], 5)) as &dyn Fn(&Value) -> Value,
        ),
        ("in another's name", "passkey-unknown", &|o: &Value| own.signs_in(o, &users[1], 5)),
        ("without a finger", "passkey-refused", &|o: &Value| own.signs_in(o, &users[0], 1)),
        ("another's signature", "passkey-refused", &|o: &Value| {
            let mut said = own.signs_in(o, &users[0], 5);
            said["response"]["signature"] = other.signs_in(o, &users[0], 5)["response"]["signature"].clone();
            said
        }),
    ] {
        let (id, options) = begun(&stage);
        let (status, said, cookie) = finished(&stage, &id, &make(&options));
        assert_eq!((status, said["code"].as_str(), cookie), (409, Some(code), None), "{what}: {said}");
        // What was answered once is over.
        assert_eq!(finished(&stage, &id, &own.signs_in(&options, &users[0], 5)).1["code"], "ceremony-over", "{what}");
    }
    assert_eq!(ask(&stage, "/sign-in/begin", None, "http://evil.example", String::new()).0, 403);
    assert_eq!(ask(&stage, "/sign-in/finish", None, "http://evil.example", String::new()).0, 403);
    assert_eq!(finished(&stage, "x", &own.signs_in(&begun(&stage).1, &users[0], 5)).0, 422);
    assert_eq!(ask(&stage, "/sign-in/finish", None, ORIGIN, "{".to_owned()).0, 422);

    let (id, options) = begun(&stage);
    let (status, said, cookie) = finished(&stage, &id, &own.signs_in(&options, &users[0], 5));
    assert_eq!((status, &said["seat"]), (200, &json!(first.seat)), "{said}");
    assert!(cookie.is_some_and(|cookie| cookie.contains("HttpOnly")));
    // Once it is ended it signs nobody in.
    let person = stage.head_of(1);
    let rep = stage.house.state().registry.of_person(person).unwrap().0.to_owned();
    stage.act("end-device", json!({ "rep": rep }));
    let (id, options) = begun(&stage);
    assert_eq!(finished(&stage, &id, &own.signs_in(&options, &users[0], 5)).1["code"], "passkey-unknown");
}
