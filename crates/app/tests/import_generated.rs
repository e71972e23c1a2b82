//! The generator of invented parties and the import agree: a large list in many scripts is read without a problem.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../examples/make_parties_csv.rs"]
#[expect(dead_code, reason = "the example's command line is not used here")]
mod make_parties_csv;

use app::import::{IsoCountries, OrganisationOptions, Outcome, Reference, import_organisations, read_table};

fn list(lines: usize, seed: u64) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    make_parties_csv::write_list(&mut writer, lines, seed).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn a_generated_list_imports_whole() {
    let table = read_table(&list(1_000, 1), "parties.csv").unwrap();
    let Outcome { drafts, problems, ignored_columns, .. } =
        import_organisations(&table, &[], &OrganisationOptions::new(&IsoCountries)).unwrap();
    assert_eq!((problems.as_slice(), ignored_columns.as_slice()), (&[][..], &[][..]));
    assert_eq!(drafts.len(), 1_000);
    let members = drafts.iter().filter(|draft| matches!(draft.umbrella_reference, Some(Reference::Draft(_)))).count();
    assert!(members > 200, "{members}");
    let umbrella = &drafts[49];
    assert_eq!((umbrella.external_id.as_deref(), umbrella.country.clone()), (Some("INV-50"), None));
}

#[test]
fn a_seed_always_makes_the_same_list() {
    assert_eq!(list(50, 7), list(50, 7));
    assert_ne!(list(50, 7), list(50, 8));
}
