//! Rules on every text file.

use super::{FILE_LIMIT_BYTES, Finding, Tree};

/// Test data whose every byte is meant, trailing white space included.
fn is_data(path: &str) -> bool {
    path.contains("/data/")
        || path.contains("/snapshots/")
        || path.contains("/corpus/")
        || [".csv", ".snap", ".tsv"].iter().any(|suffix| path.ends_with(suffix))
}

/// A committed file over the limit slows every clone for ever.
pub fn file_size(tree: &Tree) -> Vec<Finding> {
    tree.files
        .iter()
        .filter(|file| file.bytes > FILE_LIMIT_BYTES)
        .map(|file| Finding::at(&file.path, format!("{} bytes", file.bytes)))
        .collect()
}

/// White space at the end of a line shows in every later difference.
pub fn trailing_space(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !is_data(&file.path)) {
        let Some(text) = &file.text else { continue };
        for (index, line) in text.split('\n').enumerate() {
            if line.ends_with([' ', '\t', '\r']) {
                found.push(Finding::line(file, index, "white space at the end of the line"));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            found.push(Finding::at(&file.path, "the last line has no end of line"));
        }
    }
    found
}

/// Addresses of registries and paths of one machine, in two halves so that this list does not find itself.
const FORBIDDEN: &[(&str, &str)] = &[
    ("registry.npm", "js.org"),
    ("registry.yarn", "pkg.com"),
    ("files.python", "hosted.org"),
    ("static.crates", ".io"),
    ("/work", "/shared"),
    ("/work", "/main"),
    ("/work", "/wt"),
    ("/ro", "ot/"),
    ("bash_", "jobs"),
];

/// What is committed holds on every machine: no registry's host, no path of the machine it was written on.
pub fn forbidden_words(tree: &Tree) -> Vec<Finding> {
    let words: Vec<String> = FORBIDDEN.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut found = Vec::new();
    for file in &tree.files {
        let Some(text) = &file.text else { continue };
        for (index, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                found.push(Finding::line(file, index, format!("names {word}")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::tree;
    use super::{file_size, forbidden_words, trailing_space};

    #[test]
    fn a_large_file_is_found() {
        let mut tree = tree(&[("a.bin", "x")]);
        assert!(file_size(&tree).is_empty());
        tree.files[0].bytes = 1024 * 1024 + 1;
        assert_eq!(file_size(&tree).len(), 1);
    }

    #[test]
    fn trailing_space_is_found_outside_data() {
        let found = trailing_space(&tree(&[("a.md", "ok\nbad \n"), ("b.rs", "no end"), ("c.csv", "a,b \n"), ("d.toml", "ok\n")]));
        let places: Vec<_> = found.iter().map(|f| f.place.as_str()).collect();
        assert_eq!(places, ["a.md:2", "b.rs"]);
    }

    #[test]
    fn a_registry_host_is_found() {
        let line = format!("\"resolved\": \"https://registry.npm{}/x\"\n", "js.org");
        assert_eq!(forbidden_words(&tree(&[("ui/package-lock.json", &line)])).len(), 1);
        assert!(forbidden_words(&tree(&[("README.md", "npm ci\n")])).is_empty());
    }
}
