//! The house's own rules, each a function over the tree of files that returns what it found.

mod calls;
mod crates;
mod docs;
mod locales;
mod rust;
mod scan;
mod text;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// One breach of a rule: where, and what to do about it.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// File, or file and line, relative to the root.
    pub place: String,
    /// What is wrong, in a sentence.
    pub what: String,
}

impl Finding {
    fn at(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }

    fn line(file: &SourceFile, index: usize, what: impl Into<String>) -> Self {
        Self::at(format!("{}:{}", file.path, index + 1), what)
    }
}

/// One file of the project: tracked by git, or new and not ignored.
pub struct SourceFile {
    /// Relative to the root, with forward slashes.
    pub path: String,
    /// The length on disk.
    pub bytes: u64,
    /// The text, unless the file is binary or over the limit on size.
    pub text: Option<String>,
}

impl SourceFile {
    fn ends_with(&self, suffixes: &[&str]) -> bool {
        suffixes.iter().any(|suffix| self.path.ends_with(suffix))
    }
}

/// Everything that a rule may look at.
pub struct Tree {
    /// All files, sorted by path.
    pub files: Vec<SourceFile>,
    /// `cargo metadata` with the resolved graph.
    pub metadata: serde_json::Value,
}

impl Tree {
    fn with_extension<'a>(&'a self, suffixes: &'a [&'a str]) -> impl Iterator<Item = (&'a SourceFile, &'a str)> {
        self.files.iter().filter(|file| file.ends_with(suffixes)).filter_map(|file| Some((file, file.text.as_deref()?)))
    }

    fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// A rule and the name by which it is told.
pub type Rule = (&'static str, fn(&Tree) -> Vec<Finding>);

/// Every rule of the house.
pub const RULES: &[Rule] = &[
    ("Rust files have at most 800 lines", rust::file_length),
    ("nothing is left unfinished or skipped", rust::unfinished),
    ("unwrap and expect carry their proof", rust::unproved_unwrap),
    ("unsafe appears in one file, with its proof", rust::unsafe_code),
    ("crates depend on what the design allows", crates::allowed_edges),
    ("the rules of a summit do no input or output", crates::pure_domain),
    ("the domain's source reads no outside world", rust::domain_is_pure),
    ("every language has every message", locales::complete),
    ("every message parses and refers to what exists", locales::sound),
    ("no message is unused", locales::unused),
    ("no message is missing", locales::missing),
    ("no file is over 1 MiB", text::file_size),
    ("no line ends in white space", text::trailing_space),
    ("the text names no machine of ours", text::forbidden_words),
    ("links in documents resolve", docs::links),
    ("ARCHITECTURE.md names every crate", docs::architecture),
    ("docs/dependencies.md explains every dependency", docs::dependencies),
];

/// Files larger than this are not read, and are a finding of their own.
pub const FILE_LIMIT_BYTES: u64 = 1024 * 1024;

/// Reads the tree at `root`. Needs git and cargo.
pub fn read_tree(root: &Path) -> Result<Tree> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git is needed to list the project's files")?;
    if !listed.status.success() {
        bail!("git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    }
    let listing = String::from_utf8_lossy(&listed.stdout);
    let mut files = Vec::new();
    for path in listing.split('\0').filter(|path| !path.is_empty()) {
        // A file deleted but not yet committed is listed and no longer there.
        let Ok(about) = std::fs::metadata(root.join(path)) else {
            continue;
        };
        if !about.is_file() {
            continue;
        }
        let text = (about.len() <= FILE_LIMIT_BYTES)
            .then(|| std::fs::read(root.join(path)))
            .transpose()?
            .and_then(|bytes| String::from_utf8(bytes).ok());
        files.push(SourceFile { path: path.to_owned(), bytes: about.len(), text });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Ok(Tree { files, metadata: crate::run::cargo_metadata(root)? })
}

/// Applies every rule and prints what it found; returns how many rules hold and how many do not.
pub fn report(tree: &Tree) -> (u64, u64) {
    let (mut passed, mut failed) = (0, 0);
    for (name, rule) in RULES {
        let findings = rule(tree);
        if findings.is_empty() {
            passed += 1;
            println!("  ok    {name}");
            continue;
        }
        failed += 1;
        println!("  FAIL  {name}: {}", findings.len());
        for finding in findings.iter().take(30) {
            println!("          {}: {}", finding.place, finding.what);
        }
        if findings.len() > 30 {
            println!("          … and {} more", findings.len() - 30);
        }
    }
    (passed, failed)
}

#[cfg(test)]
pub mod testing {
    //! Small trees for the rules' own tests.
    use super::{SourceFile, Tree};

    /// A tree of these files and an empty dependency graph.
    pub fn tree(files: &[(&str, &str)]) -> Tree {
        Tree {
            files: files
                .iter()
                .map(|(path, text)| SourceFile {
                    path: (*path).to_owned(),
                    bytes: text.len() as u64,
                    text: Some((*text).to_owned()),
                })
                .collect(),
            metadata: serde_json::Value::Null,
        }
    }
}
