//! Signed acts before and after the loss of a disk: the record that was lost and its successor are verified apart, each with its own figures.
use crate::{
    desk::{Desk, Server, json},
    summit::{Summit, copy, lose, refusal, until},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use ledger::{Signature, SigningKey, authenticator::Authenticator};
use serde_json::{Value, json as object};

/// The name that passkeys sign for; the requests reach this machine.
const SITE: &str = "summit.example";
const SYMBOL: &str = "SD/2027/L.1";
/// Delegations: the organisations after the convener.
const DELEGATIONS: std::ops::RangeInclusive<u32> = 2..=4;

/// By what a delegation signs.
enum Means<'a> {
    Passkey(&'a Authenticator),
    Key(&'a SigningKey),
}

/// The bearers of the heads, from the second organisation on. A new server knows them too: they are in the database.
struct Heads {
    bearers: Vec<String>,
    /// Numbers of requests; the secretariat's are far below.
    ids: u32,
}

impl Heads {
    fn done(&mut self, server: &Server, organisation: u32, name: &str, fields: &Value) {
        self.ids += 1;
        server.done(name, &self.bearers[organisation as usize - 2], self.ids, fields);
    }
    /// Asks for the bytes, signs them and hands the act in.
    fn endorse(&mut self, server: &Server, organisation: u32, by: &Means<'_>) {
        let manifest = text(server)["adoption"]["manifest"].clone();
        let mut act = object!({"text": "text-1", "text_digest": manifest});
        let mut question = act.clone();
        question["act"] = "endorse".into();
        question["by"] = if matches!(by, Means::Key(_)) { "key" } else { "device" }.into();
        let head =
            format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", self.bearers[organisation as usize - 2]);
        let (status, prepared) = server.ask("POST", "/api/v1/record/prepare", &head, &question.to_string());
        assert_eq!(status, 200, "{prepared}");
        let prepared: Value = serde_json::from_str(&prepared).unwrap();
        let bytes = BASE64URL.decode(prepared["body"].as_str().unwrap()).unwrap();
        let signature = match by {
            Means::Key(key) => key.sign(&bytes),
            Means::Passkey(device) => {
                device.sign(&bytes, prepared["rep"].as_str().unwrap(), SITE, &format!("http://{SITE}")).unwrap()
            }
        };
        act["signed"] = object!({"body": prepared["body"], "sigs": [told(&signature)]});
        self.done(server, organisation, "endorse", &act);
    }
}

/// A signature as the record has it.
fn told(signature: &Signature) -> Value {
    match signature {
        Signature::Ed25519 { key, sig } => {
            object!({"alg": "ed25519", "key": key.to_string(), "sig": BASE64URL.encode(sig.as_slice())})
        }
        Signature::Webauthn { rep, assertion } => object!({
            "alg": "webauthn-es256", "rep": rep, "ad": BASE64URL.encode(&assertion.authenticator_data),
            "cd": BASE64URL.encode(&assertion.client_data_json), "sig": BASE64URL.encode(&assertion.signature),
        }),
        Signature::Ssh { .. } => unreachable!("nothing here signs so"),
    }
}

fn text(server: &Server) -> Value {
    let (status, text) = server.ask("GET", "/api/v1/texts/text-1", "", "");
    assert_eq!(status, 200, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// A summit whose acts are signed, with a text that is open for endorsement; the heads are signed in.
fn convened(desk: &Desk, token: &str) -> (Summit, Heads) {
    let mut summit = Summit::convene(desk, token);
    summit.act("set-signatures", object!({"summit": "summit-1", "signatures": "required"}));
    summit.act(
        "add-venue",
        object!({"summit": "summit-1", "kind": "main", "names": {"en": "Hall"}, "city": "Nairobi", "country": "KE",
            "zone": "Africa/Nairobi", "capacity": 100, "host": "org-1"}),
    );
    summit.act(
        "schedule-meeting",
        object!({"kind": "plenary", "titles": {"en": "Plenary"}, "venue": "venue-1", "start": "2027-03-22T10:00", "end": "2027-03-22T13:00"}),
    );
    summit.act("add-item", object!({"meeting": "meeting-1", "kind": "adoption", "titles": {"en": "Adoption"}}));
    for _ in DELEGATIONS {
        summit.accredit();
    }
    let mut heads = Heads { bearers: Vec::new(), ids: 1_000_000 };
    for organisation in DELEGATIONS {
        let token = summit.link_of_delegate(organisation);
        heads.bearers.push(summit.server.sign_in_under(&token, 500_000 + organisation));
        heads.done(&summit.server, organisation, "check-in-remote", &object!({}));
    }
    summit.act(
        "draft-text",
        object!({"summit": "summit-1", "symbol": SYMBOL, "title": {"en": "Clean water"}, "authentic": ["en"], "sponsors": ["org-2"]}),
    );
    let paragraphs = object!([{"kind": "operative", "words": {"en": "Water shall be clean."}}]);
    summit.act("import-text", object!({"text": "text-1", "paragraphs": paragraphs}));
    summit.act("table-text", object!({"text": "text-1"}));
    summit.act("open-meeting", object!({"meeting": "meeting-1"}));
    summit.act("open-item", object!({"item": "item-1"}));
    summit.act("open-consensus", object!({"text": "text-1", "meeting": "meeting-1", "item": "item-1"}));
    summit.act("adopt-by-consensus", object!({"text": "text-1"}));
    summit.act("open-endorsement", object!({"text": "text-1"}));
    (summit, heads)
}

/// A bundle of the text out of a directory, verified by this policy in a process of its own.
fn checked(desk: &Desk, data: &str, policy: &str) -> Value {
    let path = |name: &str| desk.path(name).to_str().unwrap().to_owned();
    let zip = path(&format!("{data}.zip"));
    json(&desk.run(&["bundle", "--text", SYMBOL, "--data", &path(data), "--out", &zip, "--json"]));
    let checked = json(&desk.run(&["verify", &zip, "--policy", &path(policy), "--json"]));
    assert_eq!((&checked["verified"], &checked["skipped"]), (&true.into(), &object!([])), "{checked}");
    checked
}

#[test]
fn signed_acts_before_and_after_a_loss_are_verified_each_in_its_own_record() {
    let (desk, token) = Desk::with(&["--public-origin", &format!("http://{SITE}")]);
    let (mut summit, mut heads) = convened(&desk, &token);
    let devices = [2, 4].map(|n| Authenticator::from_private(&[n; 32]).unwrap());
    let own = SigningKey::from_seed(&[3; 32]).unwrap();
    for (organisation, device) in [(2, &devices[0]), (4, &devices[1])] {
        let fields = object!({"key": device.public().to_string(), "credential": BASE64URL.encode([organisation as u8; 16])});
        heads.done(&summit.server, organisation, "register-device", &fields);
    }
    summit.act("set-organisation-key", object!({"organisation": "org-3", "key": own.public().to_string()}));
    heads.endorse(&summit.server, 2, &Means::Passkey(&devices[0]));
    let before = summit.quiet(8);
    let backup = desk.path("old.backup").to_str().unwrap().to_owned();
    assert!(desk.with_data(&["backup", &backup]).status.success());
    // This act is on the disk that is lost, and in what was published.
    heads.endorse(&summit.server, 3, &Means::Key(&own));
    let published = summit.quiet(before + 1);
    summit.server.stop();
    lose(&desk);
    let path = |name: &str| desk.path(name).to_str().unwrap().to_owned();

    let published_at = path("mirror/record/checkpoint");
    let restored = desk.run(&["restore", &backup, "--data", &path("restored"), "--published", &published_at]);
    assert!(String::from_utf8_lossy(&restored.stdout).contains("will refuse to start"), "{restored:?}");
    copy(&desk.path("kept"), &desk.path("restored"));
    let said = refusal(&desk.path("restored"));
    assert!(said.contains(&format!("published with {published} entries (root ")), "{said}");
    let made = ["successor", &path("new"), "--data", &path("restored"), "--origin", "record.example.org/two"].map(str::to_owned);
    let made: Vec<&str> = made.iter().map(String::as_str).chain(["--published", &published_at, "--json"]).collect();
    let made = json(&desk.run(&made));
    assert_eq!(made["published"]["size"], published, "{made}");

    let mut summit = Summit { server: Server::start(&desk.path("new")), ..summit };
    assert_eq!(text(&summit.server)["endorsements"]["organisations"], 1, "what came after the backup is not in it");
    until("the devices are appointed anew", || {
        let question = object!({"text": "text-1", "text_digest": text(&summit.server)["adoption"]["manifest"], "act": "endorse", "by": "device"});
        let head = format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", heads.bearers[2]);
        summit.server.ask("POST", "/api/v1/record/prepare", &head, &question.to_string()).0 == 200
    });
    // An organisation's key is entered in each record anew: the accreditors sign that it is this one.
    summit.act("set-organisation-key", object!({"organisation": "org-3", "key": own.public().to_string()}));
    // The one whose act was lost signs it again, another acts for the first time; the first stands as attested.
    heads.endorse(&summit.server, 3, &Means::Key(&own));
    heads.endorse(&summit.server, 4, &Means::Passkey(&devices[1]));
    summit.quiet(8);
    summit.server.stop();

    let old = checked(&desk, "mirror", "mirror/record/policy");
    let counts =
        |of: &Value| ["organisations", "by_key", "by_passkey", "on_paper"].map(|name| of["counts"][name].as_u64().unwrap());
    assert_eq!((counts(&old), &old["predecessor"]), ([2, 1, 1, 0], &Value::Null), "{old}");
    let new = checked(&desk, "new", "new/record/policy");
    assert_eq!(counts(&new), [3, 1, 1, 1], "{new}");
    let former = object!({"log": old["origin"], "size": published, "root": old["checkpoint"]["root"]});
    assert_eq!((&new["origin"], &new["predecessor"]), (&"record.example.org/two".into(), &former), "{new}");
    // Each is of its own log: neither passes for the other.
    let crossed = desk.run(&["verify", &path("new.zip"), "--policy", &path("mirror/record/policy")]);
    assert!(!crossed.status.success() && String::from_utf8_lossy(&crossed.stdout).contains("NOT VERIFIED"));
}
