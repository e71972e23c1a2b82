//! Generates `countries.rs`: the default table of countries and M49 regions (see `src/country.rs`).

use std::fmt::Write;

#[path = "../../ui/build_support.rs"]
mod build_support;
use build_support::{fail, text, with_dist, write_out};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    with_dist(|dist| {
        let countries = text(&dist.join("build/countries.tsv"));
        let regions = text(&dist.join("build/regions.tsv"));
        write_out("countries.rs", &format!("{}{}", country_table(&countries), region_table(&regions)));
    });
}

fn country_table(lines: &str) -> String {
    let mut code = String::from("static COUNTRIES: &[Country] = &[\n");
    for line in lines.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [alpha2, alpha3, numeric, region, subregion, rest @ ..] = fields.as_slice() else {
            fail(&format!("countries.tsv: too few fields in {line:?}"));
        };
        let Some((names, aliases)) = rest.split_at_checked(6) else {
            fail(&format!("countries.tsv: not six names in {line:?}"));
        };
        append(
            &mut code,
            format_args!(
                "Country {{ alpha2: {alpha2:?}, alpha3: {alpha3:?}, numeric: {numeric}, region: {region}, subregion: {subregion}, names: {names:?}, aliases: &{aliases:?} }},\n"
            ),
        );
    }
    code + "];\n"
}

fn region_table(lines: &str) -> String {
    let mut code = String::from("static REGIONS: &[Region] = &[\n");
    for line in lines.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [number, parent, names @ ..] = fields.as_slice() else {
            fail(&format!("regions.tsv: too few fields in {line:?}"));
        };
        append(&mut code, format_args!("Region {{ code: {number}, parent: {parent}, names: {names:?} }},\n"));
    }
    code + "];\n"
}

fn append(code: &mut String, line: std::fmt::Arguments<'_>) {
    if code.write_fmt(line).is_err() {
        fail("formatting the table of countries failed");
    }
}
