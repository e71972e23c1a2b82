//! Gathers `locales/<language>/*.ftl` into one table, so that a translation is a file and nothing else.
use std::{fmt::Write, fs, path::Path};

/// Writes `locales.rs` into the build's folder.
pub fn run(write_out: impl Fn(&str, &str)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut code = String::from("pub static FILES: &[(&str, &str)] = &[\n");
    for language in ["en", "fr", "es", "ar", "ru", "zh"] {
        let folder = root.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(&folder).map(|d| d.flatten().map(|e| e.path()).collect()).unwrap_or_default();
        files.sort();
        for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "ftl")) {
            println!("cargo::rerun-if-changed={}", file.display());
            // Writing to a String cannot fail.
            let _ = writeln!(code, "({language:?}, include_str!({:?})),", file.display().to_string());
        }
    }
    code.push_str("];\n");
    let offered = root.join("offered.txt");
    println!("cargo::rerun-if-changed={}", offered.display());
    let list = fs::read_to_string(&offered).unwrap_or_else(|_| "en".to_owned());
    let _ = writeln!(code, "pub static OFFERED: &[&str] = &{:?};", list.split_whitespace().collect::<Vec<_>>());
    write_out("locales.rs", &code);
}
