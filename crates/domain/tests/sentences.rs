//! Every refusal and letter of people's modules has its English sentence.
#![expect(clippy::unwrap_used, reason = "tests")]
use std::{collections::BTreeSet, fs, path::Path};

fn sources(path: &Path, out: &mut String) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            sources(&entry.unwrap().path(), out);
        }
    } else if !path.to_string_lossy().contains("tests") {
        out.push_str(&fs::read_to_string(path).unwrap());
    }
}

/// The string literals that follow `before` in the sources, on the same or the next line.
fn literals(source: &str, before: &str) -> BTreeSet<String> {
    source
        .split(before)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned))
        .collect()
}

#[test]
fn each_refusal_and_letter_has_its_sentence() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut source = String::new();
    for module in ["seat", "directory", "accreditation", "presence"] {
        sources(&root.join(format!("src/{module}.rs")), &mut source);
        sources(&root.join("src").join(module), &mut source);
    }
    let mut sentences = String::new();
    sources(&root.join("../../locales/en"), &mut sentences);
    let written: BTreeSet<&str> = sentences.lines().filter_map(|l| l.split_once(" =").map(|(id, _)| id)).collect();
    let mut codes = literals(&source, "Refusal::new(");
    assert!(codes.len() > 20);
    // Chosen by a state or a rank.
    codes.extend(literals(&source, "=> ").into_iter().filter(|c| {
        ["credentials-", "badge-", "delegation-has", "representatives-", "alternates-", "advisers-"]
            .iter()
            .any(|p| c.starts_with(p))
    }));
    // The programme's, used here too, stand with its own.
    for shared in ["summit-closed", "organisation-in-programme"] {
        codes.remove(shared);
    }
    let missing: Vec<&String> = codes.iter().filter(|c| !written.contains(format!("refusal-{c}").as_str())).collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
    for letter in ["invitation", "invitation-focal-point", "invitation-delegate", "badge-reissued"] {
        assert!(source.contains(&format!("\"{letter}\"")));
        for part in ["subject", "body"] {
            assert!(written.contains(format!("letter-{letter}-{part}").as_str()), "{letter} {part}");
        }
    }
}
