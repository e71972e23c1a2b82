//! The convener's own table of places: names, order, regions and codes of the settings, in the pages and in imported lists.
use crate::desk::{Desk, Server, json};
use serde_json::json;
use std::fs;

const SETTINGS: &str = r#"
[places.CZ]
names = { en = "Bohemia and Moravia", fr = "Bohême et Moravie" }

[places.GM]
names = { en = "The Gambia" }
sorted_as = { en = "Gambia" }

[places.x-free-port]
names = { en = "Free Port", ar = "الميناء الحر" }
region = 150
subregion = 155
"#;

const PARTIES: &str = "name:en;country;category\n\
    Blue Kite Party (example);bohemia and moravia;member\n\
    River Union (example);The Gambia;member\n\
    Bridge Club (example);الميناء الحر;observer\n\
    Palm League (example);Ghana;member\n";

#[test]
fn a_convener_names_orders_and_adds_places() {
    let (desk, token) = Desk::new();
    fs::write(desk.data().join("hemicycle.toml"), SETTINGS).unwrap();
    let report = json(&desk.with_data(&["import", "organisations", &desk.write("parties.csv", PARTIES), "--json"]));
    assert_eq!(report["entered"], 4, "{report}");
    let server = Server::start(&desk.data());
    let page = server.ask("GET", "/organisations", "", "").1;
    for name in ["Bohemia and Moravia", "The Gambia", "Free Port"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    assert!(!page.contains("Czech"), "{page}");
    // The choice of countries: ordered by what the convener says, and the region of the convener's own place is Europe.
    let options = page.split_once("name=\"country\"").unwrap().1.split_once("</select>").unwrap().0;
    let place = |name: &str| options.find(name).unwrap_or_else(|| panic!("{name}: {options}"));
    assert!(
        place("Bohemia") < place("Free Port") && place("Free Port") < place("The Gambia") && place("The Gambia") < place("Ghana")
    );
    let europe = server.ask("GET", "/organisations?region=150", "", "").1;
    assert!(europe.contains("Bridge Club") && !europe.contains("Palm League"), "{europe}");
    // A venue in that place, by the form's own list.
    let bearer = server.sign_in(&token);
    let details = json!({"themes": {"en": "Water"}, "opens": "2027-03-22", "closes": "2027-03-24", "conveners": ["org-1"], "languages": ["en"]});
    server.done("convene-summit", &bearer, 2, &details);
    let venue = json!({"summit": "summit-1", "names": {"en": "Harbour"}, "kind": "main", "city": "Port", "country": "x-free-port",
        "zone": "Europe/London", "capacity": 10, "host": "org-1"});
    server.done("add-venue", &bearer, 3, &venue);
    assert!(server.ask("GET", "/venues", "", "").1.contains("Free Port"));
    server.stop();
}

#[test]
fn a_place_that_cannot_be_is_said_by_check() {
    let (desk, _) = Desk::new();
    fs::write(desk.data().join("hemicycle.toml"), "[places.gambia]\nnames = { en = \"Gambia\" }\n").unwrap();
    let said = String::from_utf8(desk.with_data(&["check"]).stdout).unwrap();
    assert!(said.contains("BAD  settings") && said.contains("places.gambia"), "{said}");
}
