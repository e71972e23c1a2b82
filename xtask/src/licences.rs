//! Licences, banned packages and sources of everything that is built and that the npm lockfiles name, by deny.toml.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use toml::Table;

/// What deny.toml allows.
struct Policy {
    licences: BTreeSet<String>,
    banned: BTreeSet<String>,
    registries: BTreeSet<String>,
}

fn strings(table: &Table, section: &str, key: &str) -> BTreeSet<String> {
    let list = table.get(section).and_then(|section| section.get(key)).and_then(toml::Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|item| item.as_str().or_else(|| item.get("crate")?.as_str()))
        .map(str::to_owned)
        .collect()
}

/// A package's name and version.
fn told(package: &Value) -> String {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    format!("{} {}", text("name"), text("version"))
}

impl Policy {
    fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse().context("deny.toml")?;
        Ok(Self {
            licences: strings(&table, "licenses", "allow"),
            banned: strings(&table, "bans", "deny"),
            registries: strings(&table, "sources", "allow-registry"),
        })
    }

    fn judge_crate(&self, package: &Value) -> Vec<String> {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let mut found = Vec::new();
        let told = told(package);
        if self.banned.contains(text("name")) {
            found.push(format!("{told}: is banned"));
        }
        let registry = text("source").split_once('+').map(|(_, address)| address);
        if !package["source"].is_null() && !registry.is_some_and(|address| self.registries.contains(address)) {
            found.push(format!("{told}: comes from {}", text("source")));
        }
        found.extend(self.judge_licence(&told, text("license")));
        found
    }

    fn judge_licence(&self, told: &str, expression: &str) -> Option<String> {
        // Slashes are how older packages wrote OR.
        let expression = expression.replace('/', " OR ");
        let allowed = Expression::new(&expression).allowed_by(&self.licences);
        (!allowed).then(|| format!("{told}: licence \"{expression}\""))
    }
}

/// An SPDX licence expression, read from left to right: OR of ANDs of licences, exceptions and parentheses.
struct Expression<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Expression<'a> {
    fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            let inner = word.trim_start_matches('(');
            words.extend(std::iter::repeat_n("(", word.len() - inner.len()));
            let name = inner.trim_end_matches(')');
            if !name.is_empty() {
                words.push(name);
            }
            words.extend(std::iter::repeat_n(")", inner.len() - name.len()));
        }
        Self { words, at: 0 }
    }

    /// Whether some choice that the expression offers consists of allowed licences only; what cannot be read does not.
    fn allowed_by(mut self, allowed: &BTreeSet<String>) -> bool {
        self.any(allowed) == Some(true) && self.at == self.words.len()
    }

    fn take(&mut self, word: &str) -> bool {
        let there = self.words.get(self.at) == Some(&word);
        self.at += usize::from(there);
        there
    }

    fn any(&mut self, allowed: &BTreeSet<String>) -> Option<bool> {
        let mut result = self.all(allowed)?;
        while self.take("OR") {
            result |= self.all(allowed)?;
        }
        Some(result)
    }

    fn all(&mut self, allowed: &BTreeSet<String>) -> Option<bool> {
        let mut result = self.one(allowed)?;
        while self.take("AND") {
            result &= self.one(allowed)?;
        }
        Some(result)
    }

    fn one(&mut self, allowed: &BTreeSet<String>) -> Option<bool> {
        if self.take("(") {
            let inner = self.any(allowed)?;
            return self.take(")").then_some(inner);
        }
        let licence = *self.words.get(self.at)?;
        self.at += 1;
        if self.take("WITH") {
            let exception = *self.words.get(self.at)?;
            self.at += 1;
            return Some(allowed.contains(&format!("{licence} WITH {exception}")));
        }
        Some(allowed.contains(licence))
    }
}

/// Everything that is built and everything in the npm lockfiles that deny.toml does not allow. `built` holds names with versions: the
/// metadata also has what stands in the lockfile for features that nobody asks for.
pub fn check(root: &Path, metadata: &Value, built: &BTreeSet<String>) -> Result<Vec<String>> {
    let policy = Policy::parse(&std::fs::read_to_string(root.join("deny.toml")).context("deny.toml")?)?;
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    let packages: Vec<&Value> = packages.iter().filter(|package| built.contains(&told(package))).collect();
    if packages.len() < built.len() {
        bail!("{} crates are built, {} of them are in the metadata", built.len(), packages.len());
    }
    let mut found: Vec<String> = packages.iter().flat_map(|package| policy.judge_crate(package)).collect();
    let mut npm = 0;
    for folder in ["ui", "e2e"] {
        let path = root.join(folder).join("package-lock.json");
        let lock = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let lock: Value = serde_json::from_str(&lock).with_context(|| path.display().to_string())?;
        let listed = lock["packages"].as_object().into_iter().flatten();
        for (name, package) in listed.filter(|(name, _)| !name.is_empty()) {
            npm += 1;
            let licence = package["license"].as_str().unwrap_or_default();
            found.extend(policy.judge_licence(&format!("{folder}/{name}"), licence));
        }
    }
    println!("{} crates and {npm} npm packages", packages.len());
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Policy;

    const POLICY: &str = r#"
        [licenses]
        allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
        [bans]
        deny = [{ crate = "openssl-sys", reason = "rustls" }]
        [sources]
        allow-registry = ["https://example.org/index"]
    "#;

    #[test]
    fn expressions_are_read_as_spdx_means_them() -> anyhow::Result<()> {
        let policy = Policy::parse(POLICY)?;
        let ok = |expression: &str| policy.judge_licence("x 1", expression).is_none();
        for good in ["MIT", "MIT/GPL-3.0", "GPL-3.0 OR (MIT AND Apache-2.0)", "Apache-2.0 WITH LLVM-exception OR X"] {
            assert!(ok(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT MIT", "MIT WITH some-exception", "MIT OR"] {
            assert!(!ok(bad), "{bad}");
        }
        Ok(())
    }

    #[test]
    fn a_banned_crate_a_strange_source_and_a_strange_licence_are_found() -> anyhow::Result<()> {
        let policy = Policy::parse(POLICY)?;
        let package = |name: &str, source: &str, license: &str| {
            policy.judge_crate(&json!({ "name": name, "version": "1.0.0", "source": source, "license": license })).len()
        };
        assert_eq!(package("serde", "registry+https://example.org/index", "MIT"), 0);
        assert_eq!(package("openssl-sys", "registry+https://example.org/index", "MIT"), 1);
        assert_eq!(package("serde", "git+https://example.org/serde", "MIT"), 1);
        assert_eq!(package("serde", "registry+https://example.org/index", "GPL-3.0"), 1);
        Ok(())
    }
}
