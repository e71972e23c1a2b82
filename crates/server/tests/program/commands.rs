//! What a person at a shell asks for: every subcommand.
use crate::desk::{Desk, Server, json};
use serde_json::Value;
use std::{fmt::Write as _, fs};

const GOOD: &str = "name:en;name:fr;country;category\nBlue Kite Party (example);Parti du Cerf-volant bleu (exemple);KE;member\n\
                    Bridge Builders (example);;international;observer\n";
const BROKEN: &str = "name:en;country;category\nRiver Union (example);FR;member\nPalm League (example);Atlantis;member\n";

#[test]
fn a_list_is_entered_and_told_again_with_a_data_package() {
    let (desk, _) = Desk::new();
    let list = desk.write("good.csv", GOOD);
    let report = json(&desk.with_data(&["import", "organisations", &list, "--json"]));
    assert_eq!((&report["entered"], &report["delimiter"]), (&Value::from(2), &Value::from(";")), "{report}");
    assert_eq!(desk.organisations("out"), 2);
    let package: Value = serde_json::from_slice(&fs::read(desk.path("out/datapackage.json")).unwrap()).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = desk.path("out").join(resource["path"].as_str().unwrap());
        let mut file = csv::Reader::from_path(&path).unwrap();
        let named: Vec<&str> =
            resource["schema"]["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(file.headers().unwrap().iter().collect::<Vec<_>>(), named, "{}", path.display());
        assert!(file.records().all(|row| row.is_ok()));
    }
}

#[test]
fn a_broken_list_explains_itself_and_changes_nothing_unless_told_to_skip() {
    let (desk, _) = Desk::new();
    let list = desk.write("broken.csv", BROKEN);
    let refused = desk.with_data(&["import", "organisations", &list]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains('3') && said.contains("Atlantis"), "{said}");
    assert_eq!(desk.organisations("out"), 0);
    let rejects = desk.path("rejects.csv");
    let skipped = desk.with_data(&["import", "organisations", &list, "--skip-bad", rejects.to_str().unwrap(), "--json"]);
    assert_eq!(json(&skipped)["entered"], 1);
    assert!(fs::read_to_string(&rejects).unwrap().contains("Atlantis"));
    assert_eq!(desk.organisations("again"), 1);
}

#[test]
fn seven_thousand_lines_are_entered() {
    let (desk, _) = Desk::new();
    let mut text = String::from("name:en,country,category\n");
    for n in 0..7_000 {
        writeln!(text, "Invented Party {n} (example),{},member", ["KE", "FR", "BR", "CN"][n % 4]).unwrap();
    }
    let list = desk.write("long.csv", &text);
    let report = json(&desk.with_data(&["import", "organisations", &list, "--json"]));
    assert_eq!((&report["rows"], &report["entered"]), (&Value::from(7_000), &Value::from(7_000)));
}

#[test]
fn a_backup_is_made_while_the_server_runs_and_restored_elsewhere() {
    let (desk, _) = Desk::new();
    let list = desk.write("good.csv", GOOD);
    json(&desk.with_data(&["import", "organisations", &list, "--json"]));
    let server = Server::start(&desk.data());
    let file = desk.path("summit.backup");
    let made = desk.with_data(&["backup", file.to_str().unwrap()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    server.stop();
    let elsewhere = desk.path("elsewhere");
    let restored = desk.run(&["restore", file.to_str().unwrap(), "--data", elsewhere.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    let out = desk.path("out");
    let report = desk.run(&["export", out.to_str().unwrap(), "--data", elsewhere.to_str().unwrap(), "--json"]);
    assert_eq!(json(&report)["rows"]["organisations"], 2);
    let over = desk.run(&["restore", file.to_str().unwrap(), "--data", elsewhere.to_str().unwrap()]);
    assert!(!over.status.success(), "a restore must not write over data");
}

#[test]
fn check_says_what_is_wrong() {
    let (desk, _) = Desk::new();
    let sound: Value = serde_json::from_slice(&desk.with_data(&["check", "--json"]).stdout).unwrap();
    let good = |what: &str, report: &Value| {
        report["found"].as_array().unwrap().iter().find(|f| f["what"] == what).unwrap()["good"].as_bool().unwrap()
    };
    assert!(good("data", &sound) && good("settings", &sound));
    fs::write(desk.data().join("hemicycle.toml"), "lisen = \"127.0.0.1:1\"\n").unwrap();
    let output = desk.with_data(&["check", "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!output.status.success() && !good("settings", &report) && report.to_string().contains("lisen"), "{report}");
}

#[test]
fn a_program_signs_in_acts_and_reads_and_what_was_acknowledged_outlives_the_stop() {
    let (desk, token) = Desk::new();
    let server = Server::start(&desk.data());
    assert_eq!(server.ask("GET", "/health/live", "", "").0, 200);
    assert_eq!(server.ask("GET", "/health/ready", "", "").0, 200);
    let (status, joined) = server.act("redeem-invitation", "", 1, &format!("{{\"token\":\"{token}\"}}"));
    assert_eq!(status, 200, "{joined}");
    let bearer = joined["secret"].as_str().unwrap();
    let fields = r#"{"names":{"en":"Blue Kite Party (example)"},"home":"KE","category":"member"}"#;
    let (status, done) = server.act("register-organisation", bearer, 2, fields);
    assert_eq!((status, &done["created"]), (200, &Value::from("org-1")), "{done}");
    let (status, again) = server.act("register-organisation", bearer, 2, fields);
    assert_eq!((status, &again["code"]), (200, &Value::from("repeated")), "{again}");
    // What was not done must not look done: another act under a used key is refused, and its own key carries it out.
    let other = r#"{"names":{"en":"Other Party (example)"},"home":"KE","category":"member"}"#;
    let (status, refused) = server.act("register-organisation", bearer, 2, other);
    assert_eq!((status, &refused["code"]), (409, &Value::from("id-of-another-act")), "{refused}");
    let (status, wrong) =
        server.act("register-organisation", bearer, 3, r#"{"names":{"en":"X"},"home":"??","category":"member"}"#);
    assert_eq!((status, &wrong["field"], &wrong["type"]), (422, &Value::from("home"), &Value::from("about:blank")), "{wrong}");
    assert_eq!(server.act("register-organisation", "", 4, fields).0, 401);
    let (_, events) = server.ask("GET", "/api/v1/events", "", "");
    let events: Value = serde_json::from_str(&events).unwrap();
    let kinds: Vec<&str> = events["events"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["organisation-registered"], "seats and sessions are nobody's business");
    assert_eq!(events["next"], events["position"]);
    assert_eq!(server.ask("GET", "/api/v1/letters", "", "").0, 401);
    assert_eq!(server.ask("GET", "/api/v1/letters", &format!("Authorization: Bearer {bearer}\r\n"), "").0, 200);
    assert!(server.ask("GET", "/metrics", "", "").1.contains("hemicycle_commands_total"));
    assert!(server.ask("GET", "/api/v1/openapi.json", "", "").1.contains("/api/v1/acts/register-organisation"));
    server.stop();
    assert_eq!(desk.organisations("out"), 1);
}
