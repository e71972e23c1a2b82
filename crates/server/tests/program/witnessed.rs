//! A server whose policy has a quorum: two witnesses of ours and one of another make; one of them dies.
use crate::{
    desk::{Desk, Server, json},
    python,
    summit::{Summit, refusal, until},
};
use serde_json::Value;
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// A witness in a process of its own, ended with the test.
struct Witness {
    child: Child,
    line: String,
}

impl Drop for Witness {
    fn drop(&mut self) {
        drop((self.child.kill(), self.child.wait()));
    }
}

/// One of ours, named as in the policy, that follows this log.
fn ours(desk: &Desk, name: &str, log: &str) -> Witness {
    let (key, seen) = (desk.path(&format!("{name}.key")), desk.path(&format!("{name}.seen")));
    let made = json(&desk.run(&["witness", "--new-key", &format!("{name}.example"), "--key", key.to_str().unwrap(), "--json"]));
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["witness", "--key", key.to_str().unwrap(), "--data", seen.to_str().unwrap(), "--log", log])
        .args(["--listen", "127.0.0.1:0", "--json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    let line = format!("witness {name} {} http://{}\n", made["vkey"].as_str().unwrap(), said["address"].as_str().unwrap());
    Witness { child, line }
}

/// PyPI's `aics-witness`, where there is an interpreter for it.
fn theirs(desk: &Desk, name: &str, log: &str, origin: &str) -> Option<Witness> {
    let python = python::interpreter()?;
    let config = desk.path("aics.json");
    let command = |arguments: &[&str]| {
        let mut command = Command::new(&python);
        command.args(["-m", "aics_witness"]).args(arguments).env("AICS_WITNESS_CONFIG", &config);
        command
    };
    let made = command(&["init", "--name", "aics.example/w"]).output().unwrap();
    let key = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    assert!(command(&["add-log", "--origin", origin, "--vkey", log]).output().unwrap().status.success());
    let mut child = command(&["serve", "--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let said = lines.find(|line| line.contains("listening on http://")).unwrap();
    let address = said.split("http://").nth(1).unwrap().split(' ').next().unwrap();
    let line = format!("witness {name} {key} http://{address}\n");
    // What it says later is read too, or it would wait for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    Some(Witness { child, line })
}

/// The names of the witnesses that the verifier finds in a bundle made now.
fn witnesses(desk: &Desk, policy: &str, name: &str) -> Vec<String> {
    let zip = desk.path(name).to_str().unwrap().to_owned();
    json(&desk.with_data(&["bundle", "--summit", "summit-1", "--out", &zip, "--json"]));
    let checked = json(&desk.run(&["verify", &zip, "--policy", policy, "--json"]));
    assert_eq!(checked["verified"], true, "{checked}");
    let names = checked["witnesses"].as_array().unwrap().iter().map(|w| w["name"].as_str().unwrap_or_default().to_owned());
    names.collect()
}

#[test]
fn checkpoints_are_served_with_a_quorum_of_witnesses_though_one_of_them_dies() {
    let (desk, token) = Desk::new();
    // Once without witnesses: they need the log's public line.
    let server = Server::start(&desk.data());
    let log = server.ask("GET", "/record/vkey", "", "").1.trim().to_owned();
    server.stop();
    let mut all = vec![ours(&desk, "w1", &log), ours(&desk, "w2", &log)];
    let foreign = theirs(&desk, "w3", &log, log.split('+').next().unwrap());
    let others = foreign.is_some();
    all.extend(foreign);
    let names: Vec<String> = (1..=all.len()).map(|n| format!("w{n}")).collect();
    // Without the other make two witnesses are left, of which one dies later.
    let k = all.len() - 1;
    let lines: String = all.iter().map(|w| w.line.as_str()).collect();
    fs::write(desk.data().join("witnesses.policy"), format!("{lines}group all {k} {}\nquorum all\n", names.join(" "))).unwrap();
    let settings = desk.data().join("hemicycle.toml");
    let text = fs::read_to_string(&settings).unwrap() + "witnesses = \"witnesses.policy\"\n";
    fs::write(&settings, text).unwrap();

    let mut summit = Summit::convene(&desk, &token);
    summit.accredit();
    let before = summit.quiet(4);
    let (_, policy) = summit.server.ask("GET", "/record/policy", "", "");
    assert!(policy.contains("# hold_accreditors = true: this server holds") && policy.contains("\nquorum all\n"), "{policy}");
    let policy = desk.write("policy", &policy);
    // The last of them may come half a second after the quorum.
    let mut round = 0;
    until("all witnesses stand on the served checkpoint", || {
        round += 1;
        witnesses(&desk, &policy, &format!("all{round}.zip")) == names
    });
    // One entry alone has a receipt that holds by the same policy.
    let tile = fs::read(desk.data().join(format!("record/tile/entries/000.p/{before}"))).unwrap();
    let leaves = ledger::tile::read_bundle(&tile, u16::try_from(before).unwrap()).unwrap();
    let entry = ledger::Digest::of(leaves[3]);
    let (status, receipt) = summit.server.ask("GET", &format!("/record/receipt/{entry}"), "", "");
    assert_eq!(status, 200);
    let file = desk.write("one.tlog-proof", &receipt);
    let checked = json(&desk.run(&["verify", &file, "--policy", &policy, "--json"]));
    assert_eq!(
        (&checked["verified"], &checked["entry"], &checked["size"]),
        (&true.into(), &3.into(), &before.into()),
        "{checked}"
    );
    assert!(!desk.run(&["verify", &file]).status.success(), "a receipt proves nothing without a policy");
    let moved = desk.write("moved.tlog-proof", &receipt.replace("\nindex 3\n", "\nindex 2\n"));
    let said = desk.run(&["verify", &moved, "--policy", &policy]);
    assert_eq!(String::from_utf8(said.stdout).unwrap(), "NOT VERIFIED: the entry does not stand at index 2 of the log\n");
    assert_eq!(summit.server.ask("GET", &format!("/record/receipt/{}", ledger::Digest::of(b"another")), "", "").0, 404);
    let backup = desk.path("early.backup").to_str().unwrap().to_owned();
    assert!(desk.with_data(&["backup", &backup]).status.success());

    drop(all.remove(0));
    summit.accredit();
    let size = summit.quiet(before + 1);
    let standing = summit.served(size);
    assert_eq!(standing["witnesses"][0]["name"], "w1");
    assert!(standing["witnesses"][0]["entries"].as_u64().unwrap() < size, "{standing}");
    assert_eq!(standing["witnesses"][1]["entries"], size, "{standing}");
    let (_, metrics) = summit.server.ask("GET", "/metrics", "", "");
    assert!(metrics.contains(&format!("hemicycle_record_witness_entries{{witness=\"w2\"}} {size}\n")), "{metrics}");
    assert!(metrics.contains(&format!("hemicycle_record_served_entries {size}\n")), "{metrics}");
    let found = witnesses(&desk, &policy, "fewer.zip");
    assert!(!found.contains(&"w1".to_owned()) && found.contains(&"w2".to_owned()), "{found:?}");
    assert_eq!(found.len() == 2, others);
    summit.server.stop();

    // An old backup without any checkpoint: the witnesses know more.
    let restored = desk.path("restored");
    assert!(desk.run(&["restore", &backup, "--data", restored.to_str().unwrap()]).status.success());
    crate::summit::copy(&desk.data().join("keys"), &restored.join("keys"));
    for file in ["hemicycle.toml", "witnesses.policy"] {
        fs::copy(desk.data().join(file), restored.join(file)).unwrap();
    }
    let said = refusal(&restored);
    assert!(
        said.contains(&format!("has confirmed {size} entries, but the record stored here has {before} entries with root ")),
        "{said}"
    );
}
