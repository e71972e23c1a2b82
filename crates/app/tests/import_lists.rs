//! Reading lists of organisations and representatives: drafts, problems and the way back.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeSet;

use app::import::{
    BlankCountry, KnownOrganisation, MAX_CELL_CHARS, MAX_COLUMNS, MapRule, OrganisationDraft, OrganisationOptions, Outcome,
    Problem, ProblemKind, Reference, RepresentativeDraft, RepresentativeOptions, Table, import_organisations,
    import_representatives, read_table, rejects_csv,
};
use domain::accreditation::Rank;
use support::TenCountries;

fn organisations_with(text: &str, change: impl FnOnce(&mut OrganisationOptions<'_>)) -> Outcome<OrganisationDraft> {
    let table = read_table(text.as_bytes(), "list.csv").unwrap();
    let mut options = OrganisationOptions::new(&TenCountries);
    change(&mut options);
    import_organisations(&table, &[], &options).unwrap()
}

fn organisations(text: &str) -> Outcome<OrganisationDraft> {
    organisations_with(text, |_| {})
}

fn problems<D>(outcome: &Outcome<D>) -> Vec<(usize, &'static str)> {
    outcome.problems.iter().map(|problem| (problem.line, problem.kind.code())).collect()
}

#[test]
fn names_of_many_scripts_become_drafts() {
    let outcome = organisations(
        "name,name:ar,name:zh,name:ru,name:ka,name:th,country,short name,category,id,email,contact,website\n\
         Dawn  Party,حزب الفجر,黎明党,Партия Рассвета,გამთენიის პარტია,พรรคแสงอรุณ,Égypte,DP,Observateur,X1,\
         mailto:info@DAWN.example,Sam Invented,dawn.example\n\
         Namib Union,,,,,,NA,,,,,,\n\
         World Forum,,,,,,—,,,,,,\n",
    );
    assert_eq!(outcome.problems, []);
    assert_eq!((outcome.rows, outcome.encoding(), outcome.delimiter()), (3, "UTF-8", Some(',')));
    let dawn = &outcome.drafts[0];
    assert_eq!(dawn.names.len(), 6);
    assert_eq!(dawn.names["en"], "Dawn Party");
    assert_eq!(dawn.names["th"], "พรรคแสงอรุณ");
    assert_eq!((dawn.country.clone(), dawn.category.as_str()), ("EG".parse().ok(), "observer"));
    assert_eq!(dawn.contact_email.as_deref(), Some("info@dawn.example"));
    assert_eq!(dawn.website.as_deref(), Some("https://dawn.example"));
    assert_eq!(outcome.drafts[1].country, "NA".parse().ok(), "Namibia is a country and no missing value");
    assert_eq!((outcome.drafts[2].country.clone(), outcome.drafts[2].category.as_str()), (None, "member"));
}

#[test]
fn umbrellas_are_resolved_to_lines_and_to_the_directory() {
    let known = [KnownOrganisation {
        reference: "org-7".to_owned(),
        names: vec!["Old Union".to_owned()],
        ..KnownOrganisation::default()
    }];
    let text = "name,country,umbrella,id\nA,FR,9,\nB,FR,old UNION,\n,FR,,5\nWide Union,international,,9\n";
    let table = read_table(text.as_bytes(), "x").unwrap();
    let options = OrganisationOptions { known: &known, ..OrganisationOptions::new(&TenCountries) };
    let outcome = import_organisations(&table, &[], &options).unwrap();
    assert_eq!(problems(&outcome), [(4, "missing-name")]);
    assert_eq!(outcome.drafts[0].umbrella_reference, Some(Reference::Draft(2)), "line 4 left no gap");
    assert_eq!(outcome.drafts[1].umbrella_reference, Some(Reference::Known("org-7".to_owned())));
    assert_eq!(outcome.drafts[2].names["en"], "Wide Union");
}

#[test]
fn duplicates_name_both_lines_and_the_directory() {
    let known = [KnownOrganisation {
        reference: "org-1".to_owned(),
        names: vec!["Green Dawn".to_owned()],
        external_id: Some("G-1".to_owned()),
        country: "FR".parse().ok(),
        ..KnownOrganisation::default()
    }];
    let text = "name,name:fr,country,id\n\
                Blue Dawn,,FR,1\nBlue Dawn,,BR,2\nOther,BLUE-DAWN,France,3\nThird,,FR,1\nGreen dawn,,FR,4\nFourth,,FR,g-1\n\
                Blue Dawn,,Frnce,5\n";
    let table = read_table(text.as_bytes(), "x").unwrap();
    let options = OrganisationOptions { known: &known, ..OrganisationOptions::new(&TenCountries) };
    let outcome = import_organisations(&table, &[], &options).unwrap();
    assert_eq!(
        problems(&outcome),
        [
            (4, "duplicate-name"),
            (5, "duplicate-external-id"),
            (6, "already-registered"),
            (7, "already-registered"),
            (8, "country-unknown")
        ]
    );
    assert_eq!(
        outcome.problems[0].to_string(),
        "line 4, column “name:fr”, “BLUE-DAWN”: line 2 has the same name in the same country"
    );
    assert_eq!(outcome.problems[0].kind.params(), [("other_line", "2".to_owned())]);
    assert_eq!(outcome.drafts.len(), 2);
}

#[test]
fn what_a_blank_means_is_the_callers_choice() {
    let text = "name,country,category\nA,,\n";
    assert_eq!(problems(&organisations(text)), [(2, "country-missing")]);
    let outcome = organisations_with(text, |options| options.blank_country = BlankCountry::International);
    assert_eq!(outcome.drafts.len(), 1);
    let outcome = organisations_with(text, |options| {
        options.blank_country = BlankCountry::International;
        options.default_category = None;
    });
    assert_eq!(problems(&outcome), [(2, "missing-value")]);
}

fn known() -> Vec<KnownOrganisation> {
    let known = |reference: &str, name: &str, short: &str| KnownOrganisation {
        reference: reference.to_owned(),
        names: vec![name.to_owned()],
        short_name: Some(short.to_owned()),
        external_id: None,
        country: "FR".parse().ok(),
    };
    vec![known("org-1", "Dawn Party", "DP"), known("org-2", "Dusk Party", "DP"), known("org-3", "黎明党", "黎")]
}

fn representatives(text: &str) -> Outcome<RepresentativeDraft> {
    let table = read_table(text.as_bytes(), "list.csv").unwrap();
    import_representatives(&table, &[], &RepresentativeOptions::new(&known())).unwrap()
}

#[test]
fn representatives_find_their_organisation() {
    let outcome = representatives(
        "Organisation;Nom;Prénom;Fonction;Courriel;Tél.;Rang;Langue\n\
         dawn party;Inventée;Ana;Secrétaire générale;ana@dawn.example;+33 1 23 45 67;Cheffe de délégation;français\n\
         黎;虚构;明;主席;ming@dawn.example;;;zh-hans\n\
         org-2;Выдуманный;Иван;Советник;ivan@dusk.example;;советник;\n",
    );
    assert_eq!(outcome.problems, []);
    let [ana, ming, ivan] = &outcome.drafts[..] else { panic!() };
    assert_eq!((ana.organisation_reference.as_str(), ana.rank, ana.language.as_str()), ("org-1", Rank::Head, "fr"));
    assert_eq!(
        (ming.organisation_reference.as_str(), ming.rank, ming.language.as_str()),
        ("org-3", Rank::Representative, "zh-Hans")
    );
    assert_eq!((ivan.organisation_reference.as_str(), ivan.rank, ivan.language.as_str()), ("org-2", Rank::Adviser, "en"));
}

const BROKEN_REPRESENTATIVES: &str = "organisation,family name,given name,title,email,phone,rank,language\n\
    Dawn Party,One,Ana,Chair,ana@dawn.example,,head,en\n\
    Dawn Party,One,Ana,Chair,Ana@dawn.example,,adviser,en\n\
    Dawn Party,Two,Bo,Deputy,bo@dawn.example,,head,en\n\
    DP,Three,Cy,Member,cy@dawn.example,,,\n\
    Dawn Praty,Four,Di,Member,di@dawn.example,,,\n\
    ,,Ed,Member,nowhere,call me,boss,Klingon\n";

#[test]
fn representatives_problems_are_reported() {
    let outcome = representatives(BROKEN_REPRESENTATIVES);
    assert_eq!(outcome.drafts.len(), 1);
    insta::assert_snapshot!(outcome.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), @r#"
    line 3, column “family name”, “One”: line 2 has the same person with the same address and organisation
    line 4, column “rank”, “head”: line 2 already names a head of this delegation
    line 5, column “organisation”, “DP”: several organisations answer to this: org-1, org-2; use the identifier
    line 6, column “organisation”, “Dawn Praty”: no organisation has this name, short name or identifier; did you mean “Dawn Party”?
    line 7, column “organisation”: the organisation is missing
    line 7, column “family name”: the family name is missing
    line 7, column “email”, “nowhere”: this is not an e-mail address
    line 7, column “phone”, “call me”: this is not a telephone number
    line 7, column “rank”, “boss”: there is no such rank in a delegation; there are: head, representative, alternate, adviser
    line 7, column “language”, “Klingon”: this is neither a language tag nor the name of a language
    "#);
}

fn broken() -> (app::import::Table, Outcome<OrganisationDraft>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/broken.csv");
    let table = read_table(&std::fs::read(path).unwrap(), "broken.csv").unwrap();
    let outcome = import_organisations(&table, &[], &OrganisationOptions::new(&TenCountries)).unwrap();
    (table, outcome)
}

#[test]
fn a_broken_file_explains_itself() {
    let (_, outcome) = broken();
    assert_eq!(outcome.ignored_columns, ["Remarques"]);
    let sound: Vec<usize> = outcome.drafts.iter().map(|draft| draft.line).collect();
    insta::assert_snapshot!(format!(
        "{} rows, {}, delimiter {:?}, sound lines {sound:?}\n{}",
        outcome.rows,
        outcome.encoding(),
        outcome.delimiter(),
        outcome.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    ), @r#"
    17 rows, UTF-8, delimiter Some(';'), sound lines [2, 8, 18, 19]
    line 3, column “Nom”: the organisation has no name in any language
    line 3, column “Pays”, “Frnce”: no country is known by this name or code; did you mean “France”?
    line 4, column “Pays”, “Tchécoslovaquie”: no country is known by this name or code
    line 4, column “Catégorie”, “sponsor”: there is no such category; there are: member, associate, observer, partner, guest, media
    line 4, column “Courriel”, “nobody”: this is not an e-mail address
    line 4, column “Site Web”, “javascript:alert(1)”: this is not a web address beginning with http:// or https://
    line 5, column “Membre de”, “Union des Horizonts”: no organisation has this name, short name or identifier; did you mean “Union des Horizons”?
    line 7, column “Nom”, “parti de la concorde”: line 2 has the same name in the same country
    line 9, column “Identifiant”, “P-6”: line 8 has the same identifier
    line 10, column “Membre de”, “Mouvement B”: umbrellas are members of each other: lines 10 → 11 → 10
    line 11, column “Membre de”, “Mouvement A”: umbrellas are members of each other: lines 10 → 11 → 10
    line 12, column “Membre de”, “Mouvement A”: the umbrella is on line 10, which is refused itself
    line 13, column “Nom”, “Parti[U+202E] caché”: it holds the invisible character U+202E RIGHT-TO-LEFT OVERRIDE
    line 14, column “Nom”, “Parti Dmocrate �”: a character was lost (�) when the file was converted
    line 14, column “Identifiant”, “#N/A”: the formula of this cell failed in the spreadsheet
    line 15, column “Pays”: the country is missing; write “international” if there is none
    line 16: the line has 12 cells but there are 10 headings; is a quotation mark missing?
    line 16, column “Sigle”, “un sigle beaucoup trop long pour en être un vraiment”: it has 52 characters; at most 40 are taken
    line 17, column “Membre de”, “EN2”: several organisations answer to this: line 18, line 19; use the identifier
    "#);
}

#[test]
fn refused_lines_can_be_mended_and_imported_again() {
    let (table, outcome) = broken();
    let rejects = rejects_csv(&table, &outcome.problems);
    assert!(rejects.starts_with(b"\xEF\xBB\xBFNom;name:ar;"));
    let again = read_table(&rejects, "rejects.csv").unwrap();
    assert_eq!(again.row_count(), outcome.refused_lines());
    assert_eq!(outcome.drafts.len() + outcome.refused_lines(), outcome.rows);
    assert_eq!(again.headings().last().unwrap(), "reason");
    let first = again.rows().next().unwrap();
    assert_eq!((first.cell(2), first.cell(9)), ("Frnce", "without a name"));
    // A second round has one column of reasons, not two.
    let outcome = import_organisations(&again, &[], &OrganisationOptions::new(&TenCountries)).unwrap();
    assert!(outcome.ignored_columns.contains(&"reason".to_owned()));
    let twice = read_table(&rejects_csv(&again, &outcome.problems), "rejects.csv").unwrap();
    assert_eq!(twice.headings().iter().filter(|heading| *heading == "reason").count(), 1);
}

#[test]
fn refused_lines_are_read_back_whatever_stood_between_the_cells() {
    for (delimiter, list) in [
        ('|', "sep=|\nname|country\nA|XX\n"),
        (';', "sep=;\nname,a,b;country\nA,a,b;XX\n"),
        (',', "sep=,\nname;a;b,country\nA;a;b,XX\n"),
        ('\t', "sep=\t\nname;a;b\tcountry\nA;a;b\tXX\n"),
    ] {
        let table = read_table(list.as_bytes(), "list.csv").unwrap();
        let rules = ["#1=name", "#2=country"].map(|rule| MapRule::parse(rule).unwrap());
        let outcome = import_organisations(&table, &rules, &OrganisationOptions::new(&TenCountries)).unwrap();
        assert_eq!(outcome.refused_lines(), 1, "{list:?}");
        let again = read_table(&rejects_csv(&table, &outcome.problems), "rejects.csv").unwrap();
        let headings: Vec<&str> = table.headings().iter().map(String::as_str).chain(["reason"]).collect();
        assert_eq!(again.headings(), headings, "{delimiter:?}");
        assert_eq!(again.row_count(), 1, "{delimiter:?}");
        let cells = |table: &Table| {
            let row = table.rows().next().unwrap();
            (0..headings.len() - 1).map(|column| row.cell(column).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(cells(&again), cells(&table), "{delimiter:?}");
    }
}

#[test]
fn refused_lines_of_a_list_at_the_limits_are_read_back() {
    let refused = |columns: usize, problems: usize| {
        let row = |cell: &str| vec![cell; columns].join(",");
        let table = read_table(format!("{}\n{}\n", row("name"), row("A")).as_bytes(), "wide.csv").unwrap();
        let problem = Problem { line: 2, column: Some("n".repeat(200)), value: String::new(), kind: ProblemKind::CountryMissing };
        read_table(&rejects_csv(&table, &vec![problem; problems]), "rejects.csv").map(|table| table.headings().len())
    };
    assert_eq!(refused(MAX_COLUMNS - 1, 1), Ok(MAX_COLUMNS));
    assert_eq!(refused(MAX_COLUMNS, 1), Ok(MAX_COLUMNS), "no room for the reason");
    assert_eq!(refused(2, MAX_CELL_CHARS / 200), Ok(3), "the reasons are more than a cell holds");
}

#[test]
fn every_kind_of_problem_is_reachable() {
    let mut codes: BTreeSet<&str> = broken().1.problems.iter().map(|problem| problem.kind.code()).collect();
    codes.extend(representatives(BROKEN_REPRESENTATIVES).problems.iter().map(|problem| problem.kind.code()));
    let known = [KnownOrganisation { names: vec!["A".to_owned()], country: "FR".parse().ok(), ..KnownOrganisation::default() }];
    let table = read_table(b"name,country\nA,FR\n", "x").unwrap();
    let options = OrganisationOptions { known: &known, ..OrganisationOptions::new(&TenCountries) };
    codes.extend(import_organisations(&table, &[], &options).unwrap().problems.iter().map(|problem| problem.kind.code()));
    let nobody = std::collections::HashSet::new();
    let options = RepresentativeOptions { invited: Some(&nobody), ..RepresentativeOptions::new(&known) };
    let table = read_table(b"organisation,family name,given name,title,email\nA,One,Ana,Chair,ana@a.example\n", "x").unwrap();
    codes.extend(import_representatives(&table, &[], &options).unwrap().problems.iter().map(|problem| problem.kind.code()));
    let expected = [
        "already-registered",
        "category-unknown",
        "control-character",
        "country-missing",
        "country-unknown",
        "damaged-character",
        "duplicate-external-id",
        "duplicate-name",
        "duplicate-representative",
        "email-invalid",
        "extra-cells",
        "formula-error",
        "language-unknown",
        "missing-name",
        "missing-value",
        "not-invited",
        "organisation-ambiguous",
        "organisation-unknown",
        "phone-invalid",
        "rank-unknown",
        "second-head",
        "too-long",
        "umbrella-cycle",
        "umbrella-refused",
        "website-invalid",
    ];
    assert_eq!(codes, BTreeSet::from(expected));
}

#[test]
fn a_list_of_nothing_but_problems_is_refused_as_a_whole() {
    let text = format!("name,country\nGood,FR\n{}", "Bad,Nowhere\n".repeat(app::import::MAX_PROBLEMS + 1));
    let outcome = organisations(&text);
    assert!(outcome.truncated && outcome.drafts.is_empty());
    assert_eq!(outcome.problems.len(), app::import::MAX_PROBLEMS);
}

#[test]
fn a_circle_of_one_and_a_long_chain_are_told_apart() {
    let mut text = "name,country,umbrella\nSelf,FR,Self\n".to_owned();
    for link in 0..3000 {
        text.push_str(&format!("Link {link},FR,Link {}\n", link + 1));
    }
    text.push_str("Link 3000,FR,\n");
    assert_eq!(problems(&organisations(&text)), [(2, "umbrella-cycle")]);
}

#[test]
fn rules_map_columns_that_are_not_recognised() {
    let table = read_table("Bezeichnung;Land;Bemerkung\nMorgenpartei;FR;x\n".as_bytes(), "x").unwrap();
    let rules = ["Bezeichnung=name:de", "Land=country"].map(|rule| MapRule::parse(rule).unwrap());
    let outcome = import_organisations(&table, &rules, &OrganisationOptions::new(&TenCountries)).unwrap();
    assert_eq!(outcome.drafts[0].names["de"], "Morgenpartei");
    let as_a_heading = ["Bezeichnung=name_de", "Land=country"].map(|rule| MapRule::parse(rule).unwrap());
    let outcome = import_organisations(&table, &as_a_heading, &OrganisationOptions::new(&TenCountries)).unwrap();
    assert_eq!(outcome.drafts[0].names["de"], "Morgenpartei");
    assert_eq!(outcome.ignored_columns, ["Bemerkung"]);
}

/// A list as a convener might have it: 7,000 lines, names in six scripts, umbrellas, one blemish in a hundred.
fn large_list(lines: usize) -> String {
    let mut text = "name:en,name:ar,name:zh,name:ru,name:ka,name:th,country,short name,category,umbrella,id,email\n".to_owned();
    for line in 0..lines {
        let country =
            ["FR", "Senegal", "Бразилия", "中国", "EGY", "international", "Frnce"][if line % 100 == 0 { 6 } else { line % 6 }];
        let umbrella = if line % 3 == 0 && line % 100 != 1 { format!("U-{}", line / 100 * 100 + 1) } else { String::new() };
        text.push_str(&format!(
            "Party of Invented Mornings {line},حزب الصباح المتخيل {line},虚构清晨党 {line},Партия выдуманного утра {line},\
             დილის პარტია {line},พรรครุ่งอรุณ {line},{country},P{line},Membre,{umbrella},U-{line},office@p{line}.example\n"
        ));
    }
    text
}

#[test]
fn seven_thousand_lines_are_read_whole() {
    let text = large_list(7_000);
    let table = read_table(text.as_bytes(), "large.csv").unwrap();
    let options = OrganisationOptions::new(&app::import::IsoCountries);
    let outcome = import_organisations(&table, &[], &options).unwrap();
    assert_eq!((outcome.rows, outcome.refused_lines()), (7_000, 70));
}
