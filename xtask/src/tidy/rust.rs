//! Rules on source code.

use std::collections::BTreeSet;

use super::scan::{Scanned, scan};
use super::{Finding, SourceFile, Tree};

const LINE_LIMIT: usize = 800;

/// A Rust file beyond the limit has more than one subject.
pub fn file_length(tree: &Tree) -> Vec<Finding> {
    tree.with_extension(&[".rs"])
        .filter_map(|(file, text)| {
            let lines = text.lines().count();
            (lines > LINE_LIMIT).then(|| Finding::at(&file.path, format!("{lines} lines")))
        })
        .collect()
}

/// Marks of unfinished work, in two halves so that this list does not find itself.
const MARKS: &[(&str, &str)] = &[("TO", "DO"), ("FIX", "ME"), ("XX", "X")];
/// Rust that stands for code not written, or keeps a test from running; judged with literals and comments removed.
const RUST_MARKS: &[&str] = &["todo!", "unimplemented!", "dbg!", "#[ignore"];
/// The same in the journeys and the user interface.
const SCRIPT_MARKS: &[&str] = &["test.skip", "test.only", "test.fixme", "describe.skip", "describe.only", "it.only", "it.skip"];
const SCRIPTS: &[&str] = &[".ts", ".js", ".mjs"];

/// What is committed is finished: no note to come back, no stub, no debugging print, no skipped test.
pub fn unfinished(tree: &Tree) -> Vec<Finding> {
    let marks: Vec<String> = MARKS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !file.ends_with(&[".lock", "-lock.json", ".csv"])) {
        let Some(text) = &file.text else { continue };
        for (index, line) in text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| has_word(line, mark)) {
                found.push(Finding::line(file, index, format!("{mark} left in")));
            }
            if file.ends_with(SCRIPTS) && SCRIPT_MARKS.iter().any(|mark| has_word(line, mark)) {
                found.push(Finding::line(file, index, "a skipped or singled-out test"));
            }
        }
        if file.ends_with(&[".rs"]) {
            for (index, line) in scan(text).code.iter().enumerate() {
                if let Some(mark) = RUST_MARKS.iter().find(|mark| has_word(line, mark)) {
                    found.push(Finding::line(file, index, format!("{mark} left in")));
                }
            }
        }
    }
    found
}

/// Whether `word` stands in `line` with no letter, digit or underscore right before or after it.
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let ends_in_word = word.ends_with(part);
        !(before.is_some_and(part) || ends_in_word && after.is_some_and(part))
    })
}

/// Files in which everything is test: integration tests, benches, and the crate that simulates.
fn is_test_file(path: &str) -> bool {
    path.contains("/tests/")
        || path.contains("/examples/")
        || path.contains("/benches/")
        || path.contains("/fuzz/")
        || path.starts_with("crates/sim/")
        || path.starts_with("bench/")
}

/// The files that `#[cfg(test)] mod name;` declarations stand for.
fn declared_test_files(scanned: &[(&SourceFile, Scanned)]) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for (file, source) in scanned {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        let stem = name.trim_end_matches(".rs");
        let base = match stem {
            "mod" | "lib" | "main" => folder.to_owned(),
            _ => format!("{folder}/{stem}"),
        };
        for module in &source.test_modules {
            paths.insert(format!("{base}/{module}.rs"));
            paths.insert(format!("{base}/{module}/mod.rs"));
        }
    }
    paths
}

/// Outside tests an `unwrap` or `expect` stands only beside a comment that proves it cannot fail, or under an attribute
/// whose reason does.
pub fn unproved_unwrap(tree: &Tree) -> Vec<Finding> {
    let scanned: Vec<_> = tree.with_extension(&[".rs"]).map(|(file, text)| (file, scan(text))).collect();
    let test_files = declared_test_files(&scanned);
    let mut found = Vec::new();
    for (file, source) in &scanned {
        if is_test_file(&file.path) || test_files.contains(&file.path) {
            continue;
        }
        for (index, line) in source.code.iter().enumerate() {
            let breach = line.contains(".unwrap()") || line.contains(".expect(");
            if breach && !source.test[index] && !source.excused[index] && !is_proved(source, index) {
                found.push(Finding::line(file, index, "no comment here proves that it cannot fail"));
            }
        }
    }
    found
}

/// A comment on the line, on the line before, or before the first line of the method chain that the line continues.
fn is_proved(source: &Scanned, index: usize) -> bool {
    let mut first = index;
    while first > 0 && source.code[first].trim_start().starts_with('.') {
        if source.comment[first] {
            return true;
        }
        first -= 1;
    }
    source.comment[first] || (first > 0 && source.comment[first - 1])
}

/// The one file that needs `unsafe` (decision 0013).
const UNSAFE: &str = "crates/volley/src/ring.rs";

/// `unsafe` stands in one file of the project alone, each time under the comment that proves it.
pub fn unsafe_code(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, text) in tree.with_extension(&[".rs"]) {
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in scan(text).code.iter().enumerate() {
            if !has_word(line, "unsafe") {
                continue;
            }
            let comment = lines[..index].iter().rev().take_while(|line| line.trim_start().starts_with("//"));
            if file.path != UNSAFE {
                found.push(Finding::line(file, index, "unsafe code"));
            } else if !comment.into_iter().any(|line| line.contains("// SAFETY: ")) {
                found.push(Finding::line(file, index, "unsafe code without the comment that proves it"));
            }
        }
    }
    found
}

/// Doors to the outside world that the rules of a summit never open.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::thread",
    "std::process",
    "std::env",
    "std::time::SystemTime",
    "std::time::Instant",
    "async fn",
    "println!",
    "eprintln!",
    "static mut",
    "thread_local!",
];

/// The domain is pure functions: what it knows of the world is in its arguments.
pub fn domain_is_pure(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, text) in tree.with_extension(&[".rs"]) {
        if !file.path.starts_with("crates/domain/src/") {
            continue;
        }
        let source = scan(text);
        for (index, line) in source.code.iter().enumerate() {
            if let Some(door) = OUTSIDE.iter().find(|door| has_word(line, door))
                && !source.test[index]
            {
                found.push(Finding::line(file, index, format!("{door} in the domain")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::tree;
    use super::{domain_is_pure, file_length, has_word, unfinished, unproved_unwrap, unsafe_code};

    fn places(found: &[super::Finding]) -> Vec<&str> {
        found.iter().map(|finding| finding.place.as_str()).collect()
    }

    #[test]
    fn a_long_file_is_found() {
        assert!(file_length(&tree(&[("a.rs", &"x\n".repeat(800))])).is_empty());
        assert_eq!(file_length(&tree(&[("a.rs", &"x\n".repeat(801))])).len(), 1);
    }

    #[test]
    fn words_stand_alone() {
        assert!(has_word("// FOO: x", "FOO"));
        assert!(!has_word("FOOD", "FOO"));
        assert!(!has_word("my_dbg!()", "dbg!"));
    }

    #[test]
    fn unfinished_work_is_found() {
        let note = format!("fn a() {{}}\n// TO{}: later\n", "DO");
        let found = unfinished(&tree(&[
            ("a.rs", &note),
            ("b.rs", "fn b() {\n    todo!()\n}\n"),
            ("c.rs", "#[ignore]\nfn c() {}\n"),
            ("d.rs", "let text = \"todo!\"; // dbg! is banned\n"),
            ("e2e/e.spec.ts", "test.skip(\"later\");\n"),
        ]));
        assert_eq!(places(&found), ["a.rs:2", "b.rs:2", "c.rs:1", "e2e/e.spec.ts:1"]);
    }

    #[test]
    fn an_unproved_unwrap_is_found() {
        let found = unproved_unwrap(&tree(&[
            ("crates/a/src/lib.rs", "fn a() { b.unwrap(); }\n// c is never empty\nfn c() { c.expect(\"c\"); }\n"),
            ("crates/a/src/chain.rs", "fn d() {\n    // proved\n    let x = y\n        .z()\n        .unwrap();\n}\n"),
            ("crates/a/src/doc.rs", "/// Calls.\nfn e() { x.unwrap() }\n"),
            (
                "crates/a/src/excused.rs",
                "#[expect(\n    clippy::unwrap_used,\n    reason = \"proof\"\n)]\nfn e() {\n    x.unwrap()\n}\n",
            ),
            ("crates/a/src/bare.rs", "#[allow(clippy::unwrap_used)]\nfn e() {\n    x.unwrap()\n}\n"),
            ("crates/a/tests/t.rs", "fn f() { x.unwrap() }\n"),
            ("crates/a/src/g.rs", "#[cfg(test)]\nmod tests;\n#[cfg(test)]\nmod inner { fn f() { x.unwrap() } }\n"),
            ("crates/a/src/g/tests.rs", "fn f() { x.unwrap() }\n"),
        ]));
        assert_eq!(places(&found), ["crates/a/src/lib.rs:1", "crates/a/src/doc.rs:2", "crates/a/src/bare.rs:3"]);
    }

    #[test]
    fn unsafe_code_is_found() {
        assert_eq!(unsafe_code(&tree(&[("a.rs", "unsafe { x() }\n")])).len(), 1);
        assert!(unsafe_code(&tree(&[("a.rs", "#![forbid(unsafe_code)]\n// unsafe\n")])).is_empty());
        let proved = "// SAFETY: it is,\n// for two reasons.\nlet a = unsafe { x() };\n";
        assert!(unsafe_code(&tree(&[(super::UNSAFE, proved)])).is_empty());
        assert_eq!(unsafe_code(&tree(&[("a.rs", proved)])).len(), 1);
        assert_eq!(
            places(&unsafe_code(&tree(&[(super::UNSAFE, "// SAFETY: it is\n\nunsafe { x() }\n")]))),
            ["crates/volley/src/ring.rs:3"]
        );
    }

    #[test]
    fn a_door_out_of_the_domain_is_found() {
        let source = "use std::fs;\n// std::net is elsewhere\n";
        assert_eq!(places(&domain_is_pure(&tree(&[("crates/domain/src/a.rs", source)]))), ["crates/domain/src/a.rs:1"]);
        assert!(domain_is_pure(&tree(&[("crates/store/src/a.rs", source)])).is_empty());
    }
}
