//! Rules on the documents.

use std::collections::BTreeMap;

use super::crates::member_names;
use super::{Finding, Tree};

/// Lines of a Markdown file outside fenced code, with their (zero-based) numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// The targets of `[text](target)` on a line, code spans removed.
fn targets(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (index, span) in line.split('`').enumerate() {
        // Between an odd and an even backtick is code; a link whose text is code leaves "](target)" outside it.
        if index % 2 == 0 {
            let parts = span.split("](").skip(1);
            found.extend(parts.filter_map(|part| part.split_once(')').map(|(target, _)| target)));
        }
    }
    found
}

/// The anchor that a heading gets where the documents are read.
fn anchor(heading: &str) -> String {
    heading
        .trim()
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

fn anchors(text: &str) -> Vec<String> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    prose(text)
        .filter(|(_, line)| line.starts_with('#'))
        .map(|(_, line)| {
            let anchor = anchor(line.trim_start_matches('#'));
            let time = times.entry(anchor.clone()).or_default();
            *time += 1;
            if *time == 1 { anchor } else { format!("{anchor}-{}", *time - 1) }
        })
        .collect()
}

/// `target` as seen from `file`, both relative to the root; `None` when it leads out of the project.
fn resolve(file: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Every relative link leads to a file or folder of the project, and its `#anchor` to a heading there.
pub fn links(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, text) in tree.with_extension(&[".md"]) {
        for (index, line) in prose(text) {
            for target in targets(line) {
                if target.contains("://") || target.starts_with("mailto:") || target.starts_with('/') {
                    continue;
                }
                let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
                let resolved = if path.is_empty() { Some(file.path.clone()) } else { resolve(&file.path, path) };
                let Some(resolved) = resolved else {
                    found.push(Finding::line(file, index, format!("{target} leads out of the project")));
                    continue;
                };
                let folder = format!("{resolved}/");
                let is_folder = resolved.is_empty() || tree.files.iter().any(|other| other.path.starts_with(&folder));
                match tree.get(&resolved) {
                    Some(other) if !fragment.is_empty() && other.ends_with(&[".md"]) => {
                        let there = other.text.as_deref().is_some_and(|text| anchors(text).iter().any(|a| a == fragment));
                        if !there {
                            found.push(Finding::line(file, index, format!("{target}: no such heading")));
                        }
                    }
                    Some(_) => {}
                    None if is_folder => {}
                    None => found.push(Finding::line(file, index, format!("{target}: no such file"))),
                }
            }
        }
    }
    found
}

/// The map shows every crate, in backticks.
pub fn architecture(tree: &Tree) -> Vec<Finding> {
    let map = "ARCHITECTURE.md";
    let Some(text) = tree.get(map).and_then(|file| file.text.as_deref()) else {
        return vec![Finding::at(map, "is missing")];
    };
    member_names(&tree.metadata)
        .into_iter()
        .filter(|name| {
            !text.contains(&format!("`{name}`"))
                && !text.contains(&format!("`crates/{name}`"))
                && !text.contains(&format!("`{name}/`"))
        })
        .map(|name| Finding::at(map, format!("does not mention `{name}`")))
        .collect()
}

/// The keys under `"dependencies"` and `"devDependencies"` of the npm manifests, and of the workspace's manifest what is no path.
fn direct_dependencies(tree: &Tree) -> Vec<(&'static str, String)> {
    let mut names = Vec::new();
    for manifest in ["ui/package.json", "e2e/package.json"] {
        let Some(text) = tree.get(manifest).and_then(|file| file.text.as_deref()) else { continue };
        let parsed: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        for section in ["dependencies", "devDependencies"] {
            names.extend(parsed[section].as_object().into_iter().flatten().map(|(name, _)| (manifest, name.clone())));
        }
    }
    let manifest = "Cargo.toml";
    let text = tree.get(manifest).and_then(|file| file.text.as_deref()).unwrap_or_default();
    let parsed: toml::Table = text.parse().unwrap_or_default();
    let listed = parsed.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    for (name, value) in listed.and_then(toml::Value::as_table).into_iter().flatten() {
        if value.get("path").is_none() {
            names.push((manifest, name.clone()));
        }
    }
    names
}

/// What requirements.txt of xtask names, without versions.
fn python_packages(tree: &Tree) -> Vec<(&'static str, String)> {
    let manifest = "xtask/requirements.txt";
    let text = tree.get(manifest).and_then(|file| file.text.as_deref()).unwrap_or_default();
    let names = text.lines().filter_map(|line| line.split("==").next()).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| (manifest, name.to_owned())).collect()
}

/// Every direct dependency is explained in docs/dependencies.md: it stands in backticks in the first cell of a row.
pub fn dependencies(tree: &Tree) -> Vec<Finding> {
    let text = tree.get("docs/dependencies.md").and_then(|file| file.text.as_deref()).unwrap_or_default();
    // To be named as what was looked at instead of another explains nothing.
    let rows: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next()).collect();
    let mut direct = direct_dependencies(tree);
    direct.extend(python_packages(tree));
    direct
        .into_iter()
        .filter(|(_, name)| !rows.iter().any(|cell| cell.contains(&format!("`{name}`"))))
        .map(|(manifest, name)| Finding::at(manifest, format!("{name} is not in docs/dependencies.md")))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::tree;
    use super::{architecture, dependencies, links};

    #[test]
    fn a_dead_link_is_found() {
        let found = links(&tree(&[
            ("README.md", "[a](docs/a.md) [b](docs/a.md#the-floor) [c](docs/) [d](https://example.org)\n"),
            (
                "docs/a.md",
                "# The floor\n[x](../README.md) [`y`](gone.md) [z](#gone) `[not](a-link.md)`\n```\n[n](no.md)\n```\n[o](../../out.md)\n",
            ),
        ]));
        let whats: Vec<_> = found.iter().map(|f| f.what.as_str()).collect();
        assert_eq!(whats, ["gone.md: no such file", "#gone: no such heading", "../../out.md leads out of the project"]);
    }

    #[test]
    fn an_unexplained_dependency_is_found() {
        let found = dependencies(&tree(&[
            ("Cargo.toml", "[workspace.dependencies]\nown = { path = \"own\" }\nserde = \"1\"\ncsv = \"1\"\nrustix = \"1\"\n"),
            ("ui/package.json", "{ \"devDependencies\": { \"esbuild\": \"1\" } }\n"),
            ("xtask/requirements.txt", "icalendar==7.3.0\n"),
            ("docs/dependencies.md", "| `csv` | lists | `rustix` (larger) |\n"),
        ]));
        let whats: Vec<_> = found.iter().map(|f| f.what.as_str()).collect();
        let of = |name: &str| format!("{name} is not in docs/dependencies.md");
        assert_eq!(whats, ["esbuild", "rustix", "serde", "icalendar"].map(of));
    }

    #[test]
    fn a_crate_off_the_map_is_found() {
        let mut tree = tree(&[("ARCHITECTURE.md", "| `domain` | the rules |\n")]);
        tree.metadata = json!({ "workspace_members": ["d", "s"], "packages": [
            { "id": "d", "name": "domain" }, { "id": "s", "name": "store" }] });
        let found = architecture(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].what, "does not mention `store`");
        tree.files.clear();
        assert_eq!(architecture(&tree)[0].what, "is missing");
    }
}
