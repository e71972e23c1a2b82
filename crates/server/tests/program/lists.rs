//! Real lists from the shell: thousands of parties in many scripts and encodings, and broken ones that explain themselves.
use crate::desk::{Desk, Server, json};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::{collections::HashMap, process::Output};

#[allow(dead_code, reason = "the example's own `main`")]
#[path = "../../../app/examples/make_parties_csv.rs"]
mod make_parties_csv;

const LINES: usize = 7_000;

/// A list of organisations in sixteen languages and more scripts than that needs, as UTF-8 without a mark.
fn parties() -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    make_parties_csv::write_list(&mut writer, LINES, 7).unwrap();
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// The names that a list gives and those that the export tells, both by identifier: nothing may change on the way but its form.
fn told_names(desk: &Desk, to: &str) -> Vec<String> {
    assert_eq!(desk.organisations(to), LINES);
    let mut reader = csv::Reader::from_path(desk.path(to).join("organisations.csv")).unwrap();
    reader.deserialize::<HashMap<String, String>>().map(|row| row.unwrap()["name"].clone()).collect()
}

#[test]
fn thousands_of_parties_in_many_scripts_are_entered_from_any_encoding() {
    let text = parties();
    let semicolons = text.replace(',', ";");
    let wanted: Vec<String> =
        csv::Reader::from_reader(text.as_bytes()).records().map(|row| row.unwrap().get(0).unwrap().to_owned()).collect();
    let files = [
        ("plain.csv", text.clone().into_bytes(), "UTF-8", ","),
        ("marked.csv", format!("\u{FEFF}{text}").into_bytes(), "UTF-8", ","),
        ("wide.csv", utf16(&semicolons), "UTF-16LE", ";"),
        ("tabs.txt", text.replace(',', "\t").into_bytes(), "UTF-8", "\t"),
    ];
    for (name, bytes, encoding, delimiter) in files {
        let (desk, _) = Desk::new();
        let list = desk.write_bytes(name, &bytes);
        let report = json(&desk.with_data(&["import", "organisations", &list, "--json"]));
        assert_eq!((&report["rows"], &report["entered"]), (&json!(LINES), &json!(LINES)), "{name}");
        assert_eq!((&report["encoding"], &report["delimiter"]), (&json!(encoding), &json!(delimiter)), "{name}");
        assert_eq!(told_names(&desk, "out"), wanted, "{name}");
    }
}

#[test]
fn an_old_western_encoding_keeps_its_accents() {
    let (desk, _) = Desk::new();
    let name = |n: usize| format!("Parti de la Théière bleue n° {n}, été perpétuel (exemple)");
    let mut text = String::from("Nom;Pays;Catégorie\r\n");
    (0..LINES).for_each(|n| text.push_str(&format!("{};Côte d'Ivoire;membre\r\n", name(n))));
    // Latin-1 is the first 256 characters of Unicode, one byte each.
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let list = desk.write_bytes("vieux.csv", &bytes);
    let report = json(&desk.with_data(&["import", "organisations", &list, "--map", "Nom=name:fr", "--json"]));
    assert_eq!((&report["entered"], &report["encoding"]), (&json!(LINES), &json!("windows-1252")));
    assert_eq!(told_names(&desk, "out"), (0..LINES).map(name).collect::<Vec<_>>());
}

/// What was said is refused, and the directory is as it was.
fn refused(desk: &Desk, output: &Output, to: &str) -> String {
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(desk.organisations(to), 0, "a broken list changes nothing");
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

#[test]
fn one_broken_line_among_thousands_is_named_and_nothing_is_changed() {
    let text = parties();
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect();
    let headings: Vec<String> = csv::Reader::from_reader(text.as_bytes()).headers().unwrap().iter().map(str::to_owned).collect();
    let column = |name: &str| headings.iter().position(|h| h == name).unwrap();
    let mut broken: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(str::to_owned).collect()).collect();
    // Row n of the file stands on its line n + 2.
    broken[1_232][column("country")] = "Atlantis".to_owned();
    broken[2_998][column("category")] = "freind".to_owned();
    broken[4_321][column("name:en")].push('\u{202E}');
    broken[5_998][column("id")] = broken[17][column("id")].clone();
    broken[6_998][column("email")] = "nobody at nowhere".to_owned();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&headings).unwrap();
    broken.iter().for_each(|row| writer.write_record(row).unwrap());
    let bytes = writer.into_inner().unwrap();

    let (desk, _) = Desk::new();
    let list = desk.write_bytes("broken.csv", &bytes);
    let output = desk.with_data(&["import", "organisations", &list, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = |line: usize| report["problems"].as_array().unwrap().iter().find(|p| p["line"] == line).unwrap().clone();
    let told = [
        (1_234, "country", "country-unknown"),
        (3_000, "category", "category-unknown"),
        (4_323, "name:en", "control-character"),
        (6_000, "id", "duplicate-external-id"),
        (7_000, "email", "email-invalid"),
    ];
    for (line, column, code) in told {
        let problem = problem(line);
        assert_eq!((&problem["column"], &problem["code"]), (&json!(column), &json!(code)), "{problem}");
        assert!(problem["reason"].as_str().unwrap().len() > 10, "{problem}");
    }
    assert_eq!(report["entered"], 0);
    refused(&desk, &output, "out");
    let words = refused(&desk, &desk.with_data(&["import", "organisations", &list]), "again");
    for (line, column, _) in told {
        assert!(words.contains(&format!("line {line}, column “{column}”")), "{words}");
    }
    assert!(words.contains("Atlantis") && words.contains("Nothing was changed"), "{words}");
    // A file that is no list at all is said to be none.
    let garbage = desk.write_bytes("picture.csv", &[0x89, b'P', b'N', b'G', 0, 0, 0, 1, 0xFF, 0xD8, 0, 0]);
    let words = refused(&desk, &desk.with_data(&["import", "organisations", &garbage]), "last");
    assert!(words.contains("picture.csv"), "{words}");
}

#[test]
fn a_workbook_is_entered_from_the_shell() {
    let (desk, _) = Desk::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["Name", "الاسم", "Country"],
        ["Blue Kite (example)", "الطائرة الزرقاء (مثال)", "KEN"],
        ["纸灯笼党 (example)", "", "中国"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    let list = desk.write_bytes("parties.xlsx", &book.save_to_buffer().unwrap());
    let report = json(&desk.with_data(&["import", "organisations", &list, "--map", "الاسم=name:ar", "--json"]));
    assert_eq!((&report["entered"], &report["encoding"]), (&json!(2), &json!("XLSX")), "{report}");
    assert_eq!(desk.organisations("out"), 2);
}

#[test]
fn contacts_of_a_list_are_invited_or_said_to_be_left_out() {
    let (desk, token) = Desk::new();
    let list = "name;country;contact email\nBlue Kite Party (example);KE;kite@example.org\nRiver Union (example);FR;\n";
    let list = desk.write("parties.csv", list);
    let early = desk.with_data(&["import", "organisations", &list, "--invite"]);
    assert!(String::from_utf8_lossy(&early.stderr).contains("no summit is convened yet"));
    assert_eq!(desk.organisations("nothing"), 0, "nothing is half done");
    let first = desk.write("first.csv", "name;country;contact email\nFirst Party (example);SN;first@example.org\n");
    let output = desk.with_data(&["import", "organisations", &first]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stderr).contains("1 lines name a contact"), "{output:?}");

    let server = Server::start(&desk.data());
    let bearer = server.sign_in(&token);
    let details = json!({"themes": {"en": "Water, shared"}, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en"]});
    server.done("convene-summit", &bearer, 2, &details);
    server.stop();
    let report = json(&desk.with_data(&["import", "organisations", &list, "--invite", "--json"]));
    assert_eq!(report["entered"], 2, "{report}");

    let server = Server::start(&desk.data());
    let (_, letters) = server.ask("GET", "/api/v1/letters", &format!("Authorization: Bearer {bearer}\r\n"), "");
    assert_eq!((letters.matches("kite@example.org").count(), letters.contains("first@example.org")), (1, false), "{letters}");
    let (_, delegations) = server.ask("GET", "/api/v1/delegations", &format!("Authorization: Bearer {bearer}\r\n"), "");
    assert!(delegations.contains("org-2") && delegations.contains("org-3") && !delegations.contains("org-1\""), "{delegations}");
    server.stop();
}

const PEOPLE: &str = "organisation;family name;given name;title;email;rank;language\n\
    Blue Kite Party (example);Inventée;Ana;Chair;ana@kite.example;head;fr\n\
    Blue Kite Party (example);Выдуманный;Иван;Adviser;ivan@kite.example;adviser;ru\n\
    River Union (example);虚构;明;Chair;ming@river.example;head;zh\n";

#[test]
fn representatives_are_entered_from_the_shell_on_the_delegations_that_were_invited() {
    let (desk, token) = Desk::new();
    let list = desk.write("people.csv", PEOPLE);
    let parties = "name:en;country;category\nBlue Kite Party (example);KE;member\nRiver Union (example);FR;member\n";
    json(&desk.with_data(&["import", "organisations", &desk.write("parties.csv", parties), "--json"]));
    let early = desk.with_data(&["import", "representatives", &list]);
    assert!(!early.status.success() && String::from_utf8_lossy(&early.stderr).contains("no summit is convened yet"));
    let server = Server::start(&desk.data());
    let bearer = server.sign_in(&token);
    let details = json!({"themes": {"en": "Water, shared"}, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en"]});
    server.done("convene-summit", &bearer, 2, &details);
    server.done("invite-organisation", &bearer, 3, &json!({"summit": "summit-1", "organisation": "org-1"}));
    let busy = desk.with_data(&["import", "representatives", &list]);
    assert!(
        !busy.status.success() && String::from_utf8_lossy(&busy.stderr).contains("at rest"),
        "a running server has the directory"
    );
    server.stop();

    let registered = |to: &str| {
        let out = desk.path(to);
        json(&desk.with_data(&["export", out.to_str().unwrap(), "--json"]));
        let mut heads = csv::Reader::from_path(out.join("headcount.csv")).unwrap();
        heads.deserialize::<HashMap<String, String>>().next().unwrap().unwrap()["registered"].clone()
    };
    // The second organisation was not invited: all or nothing.
    let output = desk.with_data(&["import", "representatives", &list, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &report["problems"][0];
    assert_eq!(
        (&problem["line"], &problem["column"], &problem["code"]),
        (&json!(4), &json!("organisation"), &json!("not-invited")),
        "{report}"
    );
    assert_eq!((output.status.code(), registered("none")), (Some(1), "0".to_owned()));
    let rejects = desk.path("rejects.csv");
    let output = desk.with_data(&["import", "representatives", &list, "--skip-bad", rejects.to_str().unwrap(), "--json"]);
    assert_eq!((&json(&output)["entered"], registered("two")), (&json!(2), "2".to_owned()));
    let rejects = std::fs::read_to_string(&rejects).unwrap();
    assert!(rejects.contains("虚构") && rejects.contains("invite it first") && !rejects.contains("Иван"), "{rejects}");
}
