//! A small rehearsal from the shell: a whole summit through a real server, and its figures.
#![expect(clippy::unwrap_used, reason = "tests")]
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    net::TcpStream,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

fn rehearse(more: &[&str]) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("rehearse").args(more).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn a_small_rehearsal_ends_with_exactly_its_figures() {
    let small = ["--organisations", "12", "--representatives", "48", "--venues", "6", "--countries", "8", "--exit", "--json"];
    let (code, out, err) = rehearse(&small);
    let report: Value =
        serde_json::from_str(out.lines().last().unwrap_or_default()).unwrap_or_else(|e| panic!("{e}: {out}{err}"));
    let counted = ["registered", "accredited", "present", "organisations", "countries", "venues", "floor_requests", "live_pages"];
    let figures: Vec<u64> = counted.iter().map(|name| report[*name].as_u64().unwrap()).collect();
    assert_eq!(figures, [48, 48, 46, 12, 8, 6, 9, 48], "{err}");
    let endorsements = json!({ "peak": { "organisations": 6, "countries": 5 }, "final": { "organisations": 5, "countries": 4 } });
    assert_eq!(report["endorsements"], endorsements, "{err}");
    assert_eq!((report["lost"].as_u64(), report["duplicated"].as_u64()), (Some(0), Some(0)), "{err}");
    // The record says the same: every endorsement signed by a security key, everybody present entered at the closing.
    let peak = json!({ "organisations": 6, "countries": 5, "by_passkey": 6 });
    let last = json!({ "organisations": 5, "countries": 4, "by_passkey": 5 });
    let summit = json!({ "registered": 48, "accredited": 48, "present": 46, "organisations": 12, "countries": 8 });
    let record = &report["record"];
    assert_eq!((&record["peak"], &record["final"], &record["summit"]), (&peak, &last, &summit), "{err}");
    assert!(record["entries"].as_u64().unwrap() > 40 && record["bundle_bytes"].as_u64().unwrap() > 1_000, "{record}");
    assert!(record["verify_ms"].as_f64().unwrap() > 0.0, "{record}");
    assert_eq!(report["desks"], 6, "{err}");
    assert_eq!(code, Some(0), "{err}");
    assert!(report["durable_ms"]["max"].as_f64().unwrap() > 0.0 && report["last_page_ms"]["max"].as_f64().unwrap() > 0.0);
    assert!(report["peak_rss_bytes"].as_u64().unwrap() > 1_000_000 && report["commands"].as_u64().unwrap() > 100);
}

#[test]
fn the_power_is_cut_again_and_again_and_nothing_is_lost_or_done_twice() {
    let size = ["--organisations", "40", "--representatives", "400", "--venues", "10", "--countries", "25"];
    for (seed, cuts) in [("1", "18"), ("2", "9")] {
        let (code, out, err) = rehearse(&[&size[..], &["--seed", seed, "--kill", cuts, "--exit", "--json"]].concat());
        let report: Value =
            serde_json::from_str(out.lines().last().unwrap_or_default()).unwrap_or_else(|e| panic!("{e}: {out}{err}"));
        assert_eq!(report["power_cuts"].to_string(), cuts, "{err}");
        assert_eq!((report["lost"].as_u64(), report["duplicated"].as_u64(), code), (Some(0), Some(0), Some(0)), "{err}");
        let counted = ["registered", "accredited", "present", "organisations", "countries", "floor_requests", "live_pages"];
        let figures: Vec<u64> = counted.iter().map(|name| report[*name].as_u64().unwrap()).collect();
        assert_eq!(figures, [400, 400, 386, 40, 25, 31, 400], "{err}");
        let endorsements =
            json!({ "peak": { "organisations": 19, "countries": 17 }, "final": { "organisations": 18, "countries": 16 } });
        assert_eq!(report["endorsements"], endorsements, "{err}");
        let record = &report["record"];
        let signed = |organisations: u64, countries: u64| json!({ "organisations": organisations, "countries": countries, "by_passkey": organisations });
        assert_eq!((&record["peak"], &record["final"]), (&signed(19, 17), &signed(18, 16)), "{err}");
        let summit = json!({ "registered": 400, "accredited": 400, "present": 386, "organisations": 40, "countries": 25 });
        assert_eq!(record["summit"], summit, "{err}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test waits for another process")]
fn no_server_is_left_behind_however_the_rehearsal_ends() {
    for signal in ["-TERM", "-KILL"] {
        let size = ["--organisations", "12", "--representatives", "48", "--venues", "6", "--countries", "8"];
        let mut play = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
            .arg("rehearse")
            .args(size)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(play.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().trim_end_matches('/').to_owned();
        assert!(TcpStream::connect(&address).is_ok(), "{line}");
        assert!(Command::new("kill").args([signal, &play.id().to_string()]).status().unwrap().success());
        play.wait().unwrap();
        let patience = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(&address).is_ok() {
            assert!(Instant::now() < patience, "the server still answers after {signal}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn a_plan_that_cannot_be_is_said_before_anything_is_played() {
    let (code, out, err) = rehearse(&["--organisations", "12", "--countries", "40", "--exit"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("12 organisations of 40 countries"), "{err}");
    let (code, _, err) = rehearse(&["--organisations", "no-such-list.csv", "--exit"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("no-such-list.csv"), "{err}");
}
