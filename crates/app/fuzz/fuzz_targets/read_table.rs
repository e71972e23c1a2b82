//! Arbitrary bytes are read as a table and, if they are one, as a list of organisations: nothing may panic.
//! Run with `cargo fuzz run -s none read_table` in `crates/app`.
#![no_main]

use app::import::{CountryLookup, MapRule, OrganisationOptions, import_organisations, read_table, rejects_csv};
use domain::directory::Home;
use libfuzzer_sys::fuzz_target;

struct TwoCountries;

impl CountryLookup for TwoCountries {
    fn find(&self, text: &str) -> Option<Home> {
        matches!(text, "FR" | "BR").then(|| text.parse().ok()).flatten()
    }

    fn suggest(&self, _: &str) -> Option<String> {
        None
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(table) = read_table(bytes, "fuzz") else { return };
    let rules = [("#1", "name"), ("#2", "country"), ("#3", "umbrella")].map(|(column, field)| MapRule::new(column, field));
    let rules: Vec<MapRule> = rules.into_iter().flatten().take(table.headings().len()).collect();
    if let Ok(outcome) = import_organisations(&table, &rules, &OrganisationOptions::new(&TwoCountries)) {
        assert_eq!(outcome.rows, table.row_count());
        let rejects = rejects_csv(&table, &outcome.problems);
        if !outcome.problems.is_empty() && !outcome.truncated {
            assert_eq!(read_table(&rejects, "rejects").map(|table| table.row_count()), Ok(outcome.refused_lines()));
        }
    }
});
