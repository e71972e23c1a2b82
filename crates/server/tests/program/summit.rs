//! A small summit whose record grows: a server, the secretariat's bearer, and organisations that are accredited one by one.
use crate::desk::{Desk, Server};
use serde_json::{Value, json};
use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Longest wait for another process.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A server that keeps a record, with a summit.
pub struct Summit {
    pub server: Server,
    pub bearer: String,
    pub key: u32,
    pub organisations: u32,
}

impl Summit {
    /// Serves the desk's data and convenes a summit by the first administrator's link.
    pub fn convene(desk: &Desk, token: &str) -> Self {
        let server = Server::start(&desk.data());
        let bearer = server.sign_in(token);
        let mut summit = Self { server, bearer, key: 1, organisations: 0 };
        summit.register();
        summit.act(
            "convene-summit",
            json!({"themes": {"en": "Water"}, "opens": "2027-03-22", "closes": "2027-04-06", "conveners": ["org-1"], "languages": ["en"]}),
        );
        summit
    }
    /// A server whose record is only looked at.
    pub fn watched(server: Server) -> Self {
        Self { server, bearer: String::new(), key: 0, organisations: 0 }
    }
    pub fn act(&mut self, name: &str, fields: Value) -> Value {
        self.key += 1;
        self.server.done(name, &self.bearer, self.key, &fields)
    }
    fn register(&mut self) {
        self.organisations += 1;
        let name = format!("Party {} (example)", self.organisations);
        self.act("register-organisation", json!({"names": {"en": name}, "home": "KE", "category": "member"}));
    }
    /// One more organisation is accredited: the record grows.
    pub fn accredit(&mut self) {
        self.register();
        let n = self.organisations;
        let contact = json!({"family": "Contact", "given": "Sam"});
        let made = self
            .act("invite-organisation", json!({"summit": "summit-1", "organisation": format!("org-{n}"), "contact": contact}));
        let delegation = made["created"].as_str().unwrap().to_owned();
        let person = json!({"family": format!("Head{n}"), "given": "Kim"});
        self.act("enter-member", json!({"delegation": delegation, "person": person, "rank": "head"}));
        for step in ["submit-credentials", "verify-credentials", "accept-credentials"] {
            self.act(step, json!({"delegation": delegation}));
        }
    }
    /// A new link for the delegate of an organisation: the token in it.
    pub fn link_of_delegate(&mut self, organisation: u32) -> String {
        let (status, seats) =
            self.server.ask("GET", "/api/v1/seats?limit=1000", &format!("Authorization: Bearer {}\r\n", self.bearer), "");
        assert_eq!(status, 200, "{seats}");
        let seats: Value = serde_json::from_str(&seats).unwrap();
        let own = |seat: &&Value| seat["role"] == "delegate" && seat["organisation"] == format!("org-{organisation}");
        let seat = seats["items"].as_array().unwrap().iter().find(own).unwrap()["id"].clone();
        self.act("reissue-invitation", json!({"seat": seat}))["secret"].as_str().unwrap().to_owned()
    }
    /// The record as the server tells of it, once its served checkpoint covers all of at least `least` entries.
    pub fn served(&self, least: u64) -> Value {
        let mut told = Value::Null;
        until("the served checkpoint covers the record", || {
            let (_, body) = self.server.ask("GET", "/health/ready", "", "");
            told = serde_json::from_str::<Value>(&body).unwrap()["record"].clone();
            told["entries"].as_u64().unwrap() >= least && told["entries"] == told["served"]
        });
        told
    }
    /// Waits for the record to be quiet: nothing more follows from what was done. Answers its entries.
    pub fn quiet(&self, least: u64) -> u64 {
        let size = || self.served(least)["entries"].as_u64().unwrap();
        let mut before = size();
        loop {
            // Figures follow an act within their interval of two seconds.
            std::thread::sleep(Duration::from_secs(5));
            let after = size();
            if after == before {
                return after;
            }
            before = after;
        }
    }
}

/// Waits for a condition.
#[expect(clippy::disallowed_methods, reason = "a test waits for another process")]
pub fn until(what: &str, mut good: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !good() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// What a server says that refuses to start on this directory.
pub fn refusal(data: &Path) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["serve", "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ended = false;
    until("the server ends", || {
        ended = child.try_wait().unwrap().is_some();
        ended
    });
    let output = child.wait_with_output().unwrap();
    assert!(!output.status.success(), "it started");
    String::from_utf8(output.stderr).unwrap()
}

/// Copies a directory with everything in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The disk is lost: of the data directory remain a mirror of the public files and the keys with the settings, kept elsewhere.
pub fn lose(desk: &Desk) {
    copy(&desk.data().join("record"), &desk.path("mirror/record"));
    copy(&desk.data().join("keys"), &desk.path("kept/keys"));
    std::fs::copy(desk.data().join("hemicycle.toml"), desk.path("kept/hemicycle.toml")).unwrap();
    std::fs::remove_dir_all(desk.data()).unwrap();
}
