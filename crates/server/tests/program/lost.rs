//! The disk is lost: an old backup is restored, the server refuses to contradict what was published, and a successor log goes on.
use crate::{
    desk::{Desk, Server, json},
    summit::{Summit, copy, lose, refusal},
};
use serde_json::Value;
use std::fs;

#[test]
fn after_the_loss_of_a_disk_a_successor_goes_on_and_both_records_verify() {
    let (desk, token) = Desk::new();
    let mut summit = Summit::convene(&desk, &token);
    summit.accredit();
    let before = summit.quiet(4);
    let backup = desk.path("old.backup").to_str().unwrap().to_owned();
    assert!(desk.with_data(&["backup", &backup]).status.success());
    summit.accredit();
    let published = summit.quiet(before + 1);
    summit.server.stop();

    lose(&desk);
    let path = |name: &str| desk.path(name).to_str().unwrap().to_owned();

    let restored = desk.path("restored");
    let said = desk.run(&["restore", &backup, "--data", &path("restored")]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains(&format!("Its public record has {before} entries with root ")), "{said}");
    copy(&desk.path("kept"), &restored);
    let said = refusal(&restored);
    assert!(said.contains(&format!("their record has {before} entries (root ")) && said.contains("published last"), "{said}");
    let checkpoint = desk.path("mirror/record/checkpoint");
    fs::create_dir_all(restored.join("record")).unwrap();
    fs::copy(&checkpoint, restored.join("record/checkpoint")).unwrap();
    let said = refusal(&restored);
    assert!(said.contains(&format!("published with {published} entries (root ")), "{said}");
    assert!(said.contains(&format!("but {before} are stored (root ")) && said.contains("hemicycle successor --help"), "{said}");
    let again = desk.run(&["restore", &backup, "--data", &path("again"), "--published", checkpoint.to_str().unwrap()]);
    let said = String::from_utf8(again.stdout).unwrap();
    assert!(said.contains(&format!("{published} entries")) && said.contains("will refuse to start"), "{said}");

    let successor =
        |new: &str, origin: &str| desk.run(&["successor", &path(new), "--data", &path("restored"), "--origin", origin, "--json"]);
    assert!(!successor("new", "127.0.0.1:8080/record").status.success(), "another origin is needed");
    let made = json(&successor("new", "record.example.org/two"));
    assert_eq!((&made["published"]["size"], &made["stored"]["size"]), (&Value::from(published), &Value::from(before)));
    assert!(!successor("new", "record.example.org/two").status.success(), "nothing is written over");

    let summit = Summit::watched(Server::start(&desk.path("new")));
    summit.quiet(4);
    assert_eq!(summit.server.ask("GET", "/record/vkey", "", "").1.trim(), made["vkey"].as_str().unwrap());
    summit.server.stop();
    for (data, policy, organisations) in [("mirror", "mirror/record/policy", 2), ("new", "new/record/policy", 1)] {
        let zip = path(&format!("{data}.zip"));
        let bundled = desk.run(&["bundle", "--summit", "summit-1", "--data", &path(data), "--out", &zip, "--json"]);
        assert_eq!(json(&bundled)["counts"]["accredited"], organisations, "{data}");
        assert_eq!(json(&desk.run(&["verify", &zip, "--policy", &path(policy), "--json"]))["verified"], true, "{data}");
    }
    let first = fs::read(desk.path("new/record/tile/entries/000.p").read_dir().unwrap().next().unwrap().unwrap().path()).unwrap();
    let first = String::from_utf8_lossy(&first).into_owned();
    let root = fs::read_to_string(&checkpoint).unwrap().lines().nth(2).unwrap().to_owned();
    let named = format!(r#""predecessor":{{"log":"127.0.0.1:8080/record","root":"{root}","size":{published}}}"#);
    assert!(first.contains(&named), "{first}");
}

#[test]
fn a_backup_that_lacks_nothing_goes_on_where_it_was() {
    let (desk, token) = Desk::new();
    let mut summit = Summit::convene(&desk, &token);
    summit.accredit();
    let size = summit.quiet(4);
    let backup = desk.path("new.backup").to_str().unwrap().to_owned();
    assert!(desk.with_data(&["backup", &backup]).status.success());
    summit.server.stop();
    let restored = desk.path("restored");
    let data = restored.to_str().unwrap();
    let checkpoint = desk.data().join("record/checkpoint");
    let said = desk.run(&["restore", &backup, "--data", data, "--published", checkpoint.to_str().unwrap()]);
    assert!(String::from_utf8(said.stdout).unwrap().contains("Nothing of it is missing"));
    copy(&desk.data().join("keys"), &restored.join("keys"));
    fs::copy(desk.data().join("hemicycle.toml"), restored.join("hemicycle.toml")).unwrap();
    let needless = desk.run(&["successor", desk.path("new").to_str().unwrap(), "--data", data, "--origin", "x.example/2"]);
    assert!(String::from_utf8_lossy(&needless.stderr).contains("nothing is lost"));
    let summit = Summit::watched(Server::start(&restored));
    assert_eq!(summit.served(size)["served"], size);
    assert!(!restored.join("restored").exists(), "it is no longer in doubt");
}
