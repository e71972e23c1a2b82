//! Rules on who may depend on whom, read from `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Finding, Tree};

/// What a crate of the workspace may use of the others.
struct Edges {
    name: &'static str,
    may_use: &'static [&'static str],
    /// What its tests may use besides.
    tests_may_use: &'static [&'static str],
}

const CORE: &[&str] = &["domain", "store", "ledger", "media"];
const EVERYTHING: &[&str] = &["domain", "store", "ledger", "media", "app", "web", "rehearsal", "sim", "volley"];

const fn edges(name: &'static str, may_use: &'static [&'static str]) -> Edges {
    Edges { name, may_use, tests_may_use: &[] }
}

/// The map of ARCHITECTURE.md as a table. A new crate is entered here and there in the same change.
const ALLOWED: &[Edges] = &[
    edges("domain", &[]),
    edges("store", &[]),
    edges("ledger", &[]),
    edges("media", &[]),
    edges("volley", &[]),
    edges("app", CORE),
    Edges { name: "web", may_use: &["app", "domain", "volley"], tests_may_use: CORE },
    // The driver shares no state with the server that it drives: it knows the network alone.
    edges("rehearsal", &[]),
    Edges { name: "server", may_use: EVERYTHING, tests_may_use: EVERYTHING },
    edges("sim", &["app", "domain", "store", "ledger"]),
    // The bench drives the program over the network, and measures the parts of it in its own process.
    edges("bench", EVERYTHING),
    edges("xtask", &[]),
];

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The workspace's own packages.
fn members(metadata: &Value) -> Vec<&Value> {
    let ids: BTreeSet<&str> = list(&metadata["workspace_members"]).iter().filter_map(Value::as_str).collect();
    list(&metadata["packages"]).iter().filter(|package| ids.contains(text(package, "id"))).collect()
}

/// The names of the workspace's crates.
pub fn member_names(metadata: &Value) -> Vec<String> {
    members(metadata).into_iter().map(|package| text(package, "name").to_owned()).collect()
}

/// Every edge between two crates of the workspace is in the table.
pub fn allowed_edges(tree: &Tree) -> Vec<Finding> {
    let names: BTreeSet<String> = member_names(&tree.metadata).into_iter().collect();
    let mut found = Vec::new();
    for package in members(&tree.metadata) {
        let name = text(package, "name");
        let Some(edges) = ALLOWED.iter().find(|edges| edges.name == name) else {
            found.push(Finding::at(name, "this crate is not in the table of xtask/src/tidy/crates.rs"));
            continue;
        };
        for dependency in list(&package["dependencies"]) {
            let used = text(dependency, "name");
            let in_tests = text(dependency, "kind") == "dev";
            let allowed = edges.may_use.contains(&used) || (in_tests && edges.tests_may_use.contains(&used));
            if names.contains(used) && !allowed {
                found.push(Finding::at(name, format!("may not depend on {used}")));
            }
        }
    }
    found
}

/// Packages that read a clock, draw randomness, or touch a disk, a network or a database.
const OUTSIDE: &[&str] = &[
    "async-std",
    "axum",
    "fastrand",
    "getrandom",
    "hyper",
    "lettre",
    "mio",
    "rand",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "sqlx",
    "tempfile",
    "tokio",
    "ureq",
];

/// The domain reaches no such package, directly or through another (its tests may).
pub fn pure_domain(tree: &Tree) -> Vec<Finding> {
    let packages: BTreeMap<&str, &str> =
        list(&tree.metadata["packages"]).iter().map(|package| (text(package, "id"), text(package, "name"))).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(&tree.metadata["resolve"]["nodes"]).iter().map(|node| (text(node, "id"), node)).collect();
    let start = members(&tree.metadata).into_iter().find(|package| text(package, "name") == "domain");
    let Some(start) = start else {
        return vec![Finding::at("domain", "there is no such crate")];
    };
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(text(start, "id"), vec!["domain"])];
    while let Some((id, path)) = open.pop() {
        let Some(node) = nodes.get(id).filter(|_| seen.insert(id)) else {
            continue;
        };
        for dependency in list(&node["deps"]) {
            // Build scripts and macros run while compiling; what they use is not in the program.
            let linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = text(dependency, "pkg");
            let name = packages.get(id).copied().unwrap_or_default();
            let mut path = path.clone();
            path.push(name);
            if linked && OUTSIDE.contains(&name) {
                found.push(Finding::at("domain", format!("reaches {}", path.join(" → "))));
            } else if linked {
                open.push((id, path));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::tree;
    use super::{allowed_edges, pure_domain};

    #[test]
    fn an_edge_outside_the_table_is_found() {
        let mut tree = tree(&[]);
        tree.metadata = json!({
            "workspace_members": ["w", "s", "d", "n"],
            "packages": [
                { "id": "w", "name": "web", "dependencies": [
                    { "name": "domain", "kind": null }, { "name": "store", "kind": null }, { "name": "axum", "kind": null } ] },
                { "id": "s", "name": "store", "dependencies": [{ "name": "domain", "kind": "dev" }] },
                { "id": "d", "name": "domain", "dependencies": [] },
                { "id": "n", "name": "novel", "dependencies": [] },
            ],
        });
        let places: Vec<_> = allowed_edges(&tree).into_iter().map(|f| (f.place, f.what)).collect();
        assert_eq!(places.len(), 3, "{places:?}");
        assert_eq!(places[0], ("web".into(), "may not depend on store".into()));
        assert_eq!(places[1], ("store".into(), "may not depend on domain".into()));
        assert_eq!(places[2].0, "novel");
    }

    #[test]
    fn a_runtime_behind_the_domain_is_found() {
        let mut tree = tree(&[]);
        let dep = |id: &str, kind: Option<&str>| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        tree.metadata = json!({
            "workspace_members": ["d"],
            "packages": [
                { "id": "d", "name": "domain" }, { "id": "x", "name": "helper" }, { "id": "t", "name": "tokio" },
                { "id": "r", "name": "rand" },
            ],
            "resolve": { "nodes": [
                { "id": "d", "deps": [dep("x", None), dep("r", Some("dev"))] },
                { "id": "x", "deps": [dep("t", None)] },
            ] },
        });
        let found = pure_domain(&tree);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].what, "reaches domain → helper → tokio");
    }
}
