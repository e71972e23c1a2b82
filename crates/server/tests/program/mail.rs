//! Letters leave by a real SMTP server of other people's making (PyPI `aiosmtpd`): what arrives there, and what the secretariat sees.
use crate::{
    desk::{Desk, Server},
    python,
};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

/// Longest wait for a letter, a state or the end of a retry's pause.
const PATIENCE: Duration = Duration::from_secs(60);

/// A real mail server on the loopback; ended with the test.
struct Smtp {
    child: Child,
    told: Receiver<Value>,
    port: u64,
}

impl Smtp {
    /// Starts one; nothing when there is no interpreter for it.
    fn start(arguments: &[&str]) -> Option<Self> {
        let mut child = Command::new(python::interpreter()?)
            .arg(python::program("smtp_server.py"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, told) = channel();
        std::thread::spawn(move || {
            for line in out.lines() {
                let Ok(line) = line else { return };
                drop(tell.send(serde_json::from_str(&line).unwrap()));
            }
        });
        let mut this = Self { child, told, port: 0 };
        this.port = this.next()["port"].as_u64().unwrap();
        Some(this)
    }
    /// What it tells next.
    fn next(&self) -> Value {
        self.told.recv_timeout(PATIENCE).unwrap()
    }
    /// What it tells within this time.
    fn within(&self, time: Duration) -> Vec<Value> {
        let until = now() + time;
        std::iter::from_fn(|| self.told.recv_timeout(until.saturating_duration_since(now())).ok()).collect()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        drop((self.child.kill(), self.child.wait()));
    }
}

#[expect(clippy::disallowed_methods, reason = "a test waits for another process")]
fn now() -> Instant {
    Instant::now()
}

/// A house with one summit, its server, and the secretariat's bearer.
struct House {
    desk: Desk,
    token: String,
    server: Option<Server>,
    bearer: String,
    key: u32,
}

impl House {
    /// With these settings of `[mail]`.
    fn new(mail: &str) -> Self {
        let (desk, token) = Desk::new();
        let from = "from = \"Secretariat of the Summit <secretariat@summit.example>\"";
        fs::write(
            desk.data().join("hemicycle.toml"),
            format!("public_origin = \"http://summit.example\"\n[mail]\n{from}\nretry_seconds = 1\n{mail}"),
        )
        .unwrap();
        let mut house = Self { desk, token, server: None, bearer: String::new(), key: 1 };
        house.serve();
        house.bearer = house.server().sign_in(&house.token);
        house.done(
            "register-organisation",
            &json!({"names": {"en": "Blue Kite Party (example)"}, "home": "KE", "category": "member"}),
        );
        house
    }
    fn server(&self) -> &Server {
        self.server.as_ref().unwrap()
    }
    fn serve(&mut self) {
        self.server = Some(Server::start(&self.desk.data()));
    }
    fn done(&mut self, name: &str, fields: &Value) -> Value {
        self.key += 1;
        self.server().done(name, &self.bearer, self.key, fields)
    }
    fn convene(&mut self, language: &str, theme: &str) {
        let names = json!({ language: theme });
        self.done(
            "convene-summit",
            &json!({"themes": names, "opens": "2027-03-22", "closes": "2027-03-24",
            "conveners": ["org-1"], "languages": ["en"]}),
        );
    }
    fn invite(&mut self, role: &str, family: &str, email: &str) {
        let person = json!({"given": "Amal", "family": family, "email": email});
        let summit = if role == "secretariat" { Value::Null } else { json!("summit-1") };
        self.done("invite-seat", &json!({"role": role, "person": person, "summit": summit}));
    }
    /// The letter to this address.
    fn letter(&self, to: &str) -> Value {
        let bearer = format!("Authorization: Bearer {}\r\n", self.bearer);
        let letters: Value = serde_json::from_str(&self.server().ask("GET", "/api/v1/letters", &bearer, "").1).unwrap();
        letters["items"].as_array().unwrap().iter().find(|l| l["to"] == to).unwrap().clone()
    }
    /// Waits until the letter to this address is as wanted.
    fn wait(&self, to: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = now() + PATIENCE;
        loop {
            let letter = self.letter(to);
            if wanted(&letter) {
                return letter;
            }
            assert!(now() < until, "{letter}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

fn plain(port: u64) -> String {
    format!("host = \"127.0.0.1\"\nport = {port}\nprotection = \"plain\"\n")
}

#[test]
fn an_invitation_arrives_with_right_headers_its_words_and_its_link() {
    let Some(smtp) = Smtp::start(&[]) else { return };
    for (language, theme, to) in [
        ("ar", "قمة المياه المشتركة", "amal@delegations.example"),
        ("zh", "共享水资源峰会：长期对话机制第一次会议与各代表团团长圆桌讨论", "wen@delegations.example"),
    ] {
        let mut house = House::new(&plain(smtp.port));
        house.done("name-series", &json!({"names": {"en": format!("Series of {to}")}}));
        house.convene(language, theme);
        house.invite("chair", "Ω'Brien-Núñez", to);
        let arrived = smtp.next();
        assert_eq!(arrived["problems"], json!([]), "{arrived}");
        let head = &arrived["headers"];
        assert_eq!(arrived["from"], "secretariat@summit.example");
        assert_eq!(head["From"], "Secretariat of the Summit <secretariat@summit.example>");
        assert_eq!((&arrived["to"], &head["To"]), (&json!([to]), &json!(to)));
        let written = house.wait(to, |l| l["state"] == "sent");
        let subject = head["Subject"].as_str().unwrap();
        assert!(subject.contains(theme), "{subject} is not about {theme}");
        assert_eq!(subject, written["subject"].as_str().unwrap());
        let lines = |text: &Value| text.as_str().unwrap().replace("\r\n", "\n").trim_end().to_owned();
        assert_eq!(lines(&arrived["body"]), lines(&written["body"]));
        assert!(
            lines(&arrived["body"]).contains("http://summit.example/join/") && lines(&arrived["body"]).contains("Ω'Brien-Núñez")
        );
        assert!(head["Content-Type"].as_str().unwrap().to_lowercase().contains("text/plain; charset=\"utf-8\""), "{head}");
        assert_eq!((&head["Content-Language"], &head["Auto-Submitted"]), (&json!("en"), &json!("auto-generated")));
        assert!(head["Date"].as_str().is_some_and(|date| date.ends_with("+0000")), "{head}");
        let id = head["Message-ID"].as_str().unwrap();
        assert!(id.starts_with("<letter-") && id.ends_with("@summit.example>"), "{id}");
    }
}

#[test]
fn what_is_refused_for_good_fails_with_its_reason_and_what_is_refused_for_now_is_tried_again() {
    let Some(smtp) = Smtp::start(&[]) else { return };
    let mut house = House::new(&plain(smtp.port));
    house.convene("en", "Water, shared");
    house.invite("chair", "Refused", "refused@delegations.example");
    let failed = house.wait("refused@delegations.example", |l| l["state"] == "failed");
    assert!(failed["error"].as_str().unwrap().contains("the delegation has moved"), "{failed}");
    assert_eq!((&failed["attempts"], smtp.next()["code"].as_u64()), (&json!(1), Some(550)));
    // The secretariat reads it on its page.
    let link = house.done("link-device", &json!({}));
    let (seat, cookie) = house.server().browser(link["secret"].as_str().unwrap());
    let page = house.server().ask("GET", &format!("/as/{seat}/letters?state=failed"), &format!("Cookie: {cookie}\r\n"), "");
    assert!(page.0 == 200 && page.1.contains("the delegation has moved"), "{}", page.1);

    house.invite("chair", "Later", "later@delegations.example");
    assert_eq!(smtp.next()["code"].as_u64(), Some(451));
    let busy = house.wait("later@delegations.example", |l| l["attempts"] == 1);
    assert!(busy["error"].as_str().unwrap().contains("come again"), "{busy}");
    assert_eq!(smtp.next()["to"], json!(["later@delegations.example"]));
    house.wait("later@delegations.example", |l| l["state"] == "sent");
    assert_eq!(smtp.within(Duration::from_secs(3)), Vec::<Value>::new(), "sent once");
}

#[test]
fn letters_wait_for_a_mail_server_that_is_down_and_none_is_sent_twice() {
    let Some(smtp) = Smtp::start(&[]) else { return };
    let port = smtp.port;
    drop(smtp);
    let mut house = House::new(&plain(port));
    house.convene("en", "Water, shared");
    let to: Vec<String> = (0..12).map(|n| format!("delegate-{n}@delegations.example")).collect();
    to[..6].iter().for_each(|to| house.invite("chair", "Waiting", to));
    let waiting = house.wait(&to[0], |l| l["attempts"].as_u64() >= Some(1));
    assert!(waiting["state"] == "waiting" && !waiting["error"].is_null(), "{waiting}");
    // Hemicycle is killed and started again meanwhile: what waits is on the disk.
    drop(house.server.take());
    house.serve();
    to[6..].iter().for_each(|to| house.invite("chair", "Waiting", to));
    let smtp = Smtp::start(&["--port", &port.to_string()]).unwrap();
    to.iter().for_each(|to| drop(house.wait(to, |l| l["state"] == "sent")));
    // Once more after they were sent.
    drop(house.server.take());
    house.serve();
    let mut arrived: Vec<String> =
        smtp.within(Duration::from_secs(4)).iter().map(|m| m["to"][0].as_str().unwrap().to_owned()).collect();
    arrived.sort();
    let mut wanted = to;
    wanted.sort();
    assert_eq!(arrived, wanted);
}

/// A certificate of the test's own for `localhost`, with its key: where they are.
fn certificate(desk: &tempfile::TempDir) -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    let place = |name: &str, text: String| {
        let path = desk.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    (place("mail.pem", made.cert.pem()), place("mail.key", made.signing_key.serialize_pem()))
}

#[test]
fn tls_and_a_password_protect_the_way_to_the_mail_server() {
    let folder = tempfile::tempdir().unwrap();
    let (cert, key) = certificate(&folder);
    let word = folder.path().join("word");
    fs::write(&word, "correct horse\n").unwrap();
    let other = folder.path().join("other");
    fs::write(&other, "wrong horse\n").unwrap();
    for (protection, flag) in [("tls", "--tls"), ("starttls", "--starttls")] {
        let account = ["--user", "summit", "--password", "correct horse"];
        let files = [flag, "--certificate", &cert, "--key", &key];
        let Some(smtp) = Smtp::start(&[&files[..], &account[..]].concat()) else { return };
        let base = format!("host = \"localhost\"\nport = {}\nprotection = \"{protection}\"\nuser = \"summit\"\n", smtp.port);
        let trusted = format!("{base}password_file = {word:?}\nca_file = {cert:?}\n");
        let mut house = House::new(&trusted);
        house.convene("en", "Water, shared");
        house.invite("chair", "Núñez", "nunez@delegations.example");
        let arrived = smtp.next();
        assert_eq!((&arrived["user"], &arrived["tls"], &arrived["problems"]), (&json!("summit"), &json!(true), &json!([])));
        house.wait("nunez@delegations.example", |l| l["state"] == "sent");
        let check = |house: &House| {
            let report: Value = serde_json::from_slice(&house.desk.with_data(&["check", "--json"]).stdout).unwrap();
            report["found"].as_array().unwrap().iter().find(|f| f["what"] == "mail").unwrap().clone()
        };
        assert_eq!(check(&house)["good"], true, "{}", check(&house));
        let settings = |more: &str| {
            let text = format!("[mail]\nfrom = \"secretariat@summit.example\"\n{base}{more}");
            fs::write(house.desk.data().join("hemicycle.toml"), text).unwrap();
        };
        // A certificate that nobody vouched for, and a wrong password.
        settings(&format!("password_file = {word:?}\n"));
        assert!(check(&house)["good"] == false && check(&house)["words"].to_string().contains("ertificate"), "{}", check(&house));
        settings(&format!("password_file = {other:?}\nca_file = {cert:?}\n"));
        assert!(check(&house)["good"] == false && check(&house)["words"].to_string().contains("535"), "{}", check(&house));
        assert_eq!(smtp.within(Duration::from_millis(200)), Vec::<Value>::new());
    }
}
