//! Rules on the translations: `locales/<language>/*.ftl` or `locales/<language>.ftl`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::calls::calls;
use super::scan::{Scanned, scan};
use super::{Finding, SourceFile, Tree};

/// The languages that translations may be in.
const LANGUAGES: &[&str] = &["ar", "en", "es", "fr", "ru", "zh"];
/// The language that the others are compared with.
const SOURCE: &str = "en";

/// What one message or attribute says of others.
#[derive(Default, Debug, PartialEq, Clone)]
struct Uses {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
    terms: BTreeSet<String>,
}

/// One language's messages by id (attributes as `id.attribute`), its terms, and what stopped the parser.
#[derive(Default)]
struct Catalogue {
    messages: BTreeMap<String, (String, Uses)>,
    terms: BTreeMap<String, Uses>,
    faults: Vec<Finding>,
}

fn language_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("locales/")?.strip_suffix(".ftl")?;
    Some(rest.split('/').next().unwrap_or(rest))
}

fn catalogues(tree: &Tree) -> BTreeMap<&str, Catalogue> {
    let mut by_language: BTreeMap<&str, Catalogue> = BTreeMap::new();
    for (file, text) in tree.with_extension(&[".ftl"]) {
        if let Some(language) = language_of(&file.path) {
            read(file, text, by_language.entry(language).or_default());
        }
    }
    by_language
}

fn read(file: &SourceFile, text: &str, into: &mut Catalogue) {
    let resource = parse(text).unwrap_or_else(|(resource, faults)| {
        for fault in faults {
            let line = text.get(..fault.pos.start).map_or(0, |before| before.matches('\n').count());
            into.faults.push(Finding::line(file, line, fault.kind.to_string()));
        }
        resource
    });
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let mut parts = vec![(id.clone(), message.value.as_ref())];
                for attribute in &message.attributes {
                    parts.push((format!("{id}.{}", attribute.id.name), Some(&attribute.value)));
                }
                for (key, pattern) in parts {
                    let mut uses = Uses::default();
                    if let Some(pattern) = pattern {
                        uses.pattern(pattern);
                    }
                    let before = into.messages.insert(key.clone(), (file.path.clone(), uses));
                    if before.is_some() {
                        into.faults.push(Finding::at(&file.path, format!("{key} stands twice in this language")));
                    }
                }
            }
            Entry::Term(term) => {
                let mut uses = Uses::default();
                uses.pattern(&term.value);
                into.terms.insert(term.id.name.to_owned(), uses);
            }
            _ => {}
        }
    }
}

impl Uses {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::MessageReference { id, attribute } => {
                let key = attribute.as_ref().map_or_else(|| id.name.to_owned(), |a| format!("{}.{}", id.name, a.name));
                self.messages.insert(key);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name.to_owned());
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for positional in &arguments.positional {
            self.inline(positional);
        }
        for named in &arguments.named {
            self.inline(&named.value);
        }
    }
}

/// The languages that people are offered: those of `locales/offered.txt`, one a line; all of them where there is no such file.
fn offered(tree: &Tree) -> Vec<&'static str> {
    let list = tree.with_extension(&[".txt"]).find(|(file, _)| file.path == "locales/offered.txt").map(|(_, text)| text);
    let is_offered = |tag: &&&str| list.is_none_or(|text| text.lines().any(|line| line.trim() == **tag));
    LANGUAGES.iter().filter(is_offered).copied().collect()
}

/// Every message of English stands in every language that is offered, with the same variables, and none has one that English
/// lacks: a language is offered when it is complete, and not before.
pub fn complete(tree: &Tree) -> Vec<Finding> {
    let catalogues = catalogues(tree);
    let offered = offered(tree);
    let nothing = Catalogue::default();
    let source = catalogues.get(SOURCE).unwrap_or(&nothing);
    let mut found = Vec::new();
    if source.messages.is_empty() {
        found.push(Finding::at(format!("locales/{SOURCE}"), "there is no message"));
    }
    for language in offered.into_iter().filter(|language| *language != SOURCE) {
        let place = format!("locales/{language}");
        let other = catalogues.get(language).unwrap_or(&nothing);
        for (id, (file, uses)) in &source.messages {
            match other.messages.get(id) {
                None => found.push(Finding::at(&place, format!("{id} of {file} is missing"))),
                Some((_, here)) if here.variables != uses.variables => {
                    found.push(Finding::at(&place, format!("{id} uses {:?}, English uses {:?}", here.variables, uses.variables)))
                }
                Some(_) => {}
            }
        }
        for id in other.messages.keys().filter(|id| !source.messages.contains_key(*id)) {
            found.push(Finding::at(&place, format!("{id} does not exist in English")));
        }
    }
    for language in catalogues.keys().filter(|language| !LANGUAGES.contains(language)) {
        found.push(Finding::at(format!("locales/{language}"), "is none of the six languages"));
    }
    found
}

/// Every file parses whole, no id stands twice, and every reference within a language resolves there.
pub fn sound(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (language, catalogue) in catalogues(tree) {
        for (id, uses) in catalogue.messages.iter().map(|(id, (_, uses))| (id, uses)).chain(&catalogue.terms) {
            let place = format!("locales/{language}");
            for message in uses.messages.iter().filter(|message| !catalogue.messages.contains_key(*message)) {
                found.push(Finding::at(&place, format!("{id} refers to {message}, which is not there")));
            }
            for term in uses.terms.iter().filter(|term| !catalogue.terms.contains_key(*term)) {
                found.push(Finding::at(&place, format!("{id} refers to -{term}, which is not there")));
            }
        }
        found.extend(catalogue.faults);
    }
    found
}

/// The program's Rust files, tests excluded: only what ships uses a message.
fn program(tree: &Tree) -> Vec<(&SourceFile, Scanned)> {
    tree.with_extension(&[".rs"])
        .filter(|(file, _)| file.path.starts_with("crates/") && !file.path.contains("/tests/"))
        .map(|(file, text)| (file, scan(text)))
        .collect()
}

/// Every quoted literal of a script (ui/, never the journeys).
fn script_literals(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\'', '`']).skip(1)
}

/// A format string such as `refusal-{code}` uses every message that starts and ends as it does.
fn fits(pattern: &str, id: &str) -> bool {
    let Some((prefix, rest)) = pattern.split_once('{') else {
        return false;
    };
    let suffix = rest.rsplit_once('}').map_or("", |(_, suffix)| suffix);
    let told = prefix.len() + suffix.len();
    told >= 3
        && prefix.chars().chain(suffix.chars()).all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
        && id.len() >= told
        && id.starts_with(prefix)
        && id.ends_with(suffix)
}

/// Every English message is named in the program: as a literal, by a format string it fits, or by another message.
pub fn unused(tree: &Tree) -> Vec<Finding> {
    let catalogues = catalogues(tree);
    let Some(source) = catalogues.get(SOURCE) else {
        return Vec::new();
    };
    let mut literals: BTreeSet<String> = BTreeSet::new();
    for (_, scanned) in program(tree) {
        let shipped = scanned.strings.into_iter().filter(|(line, _)| scanned.test.get(*line) != Some(&true));
        literals.extend(shipped.map(|(_, literal)| literal));
    }
    for (file, text) in tree.with_extension(&[".ts", ".js"]) {
        if file.path.starts_with("ui/") {
            literals.extend(script_literals(text).map(str::to_owned));
        }
    }
    let patterns: Vec<&String> = literals.iter().filter(|literal| literal.contains('{') && literal.len() < 120).collect();
    let referred: BTreeSet<&String> =
        source.messages.values().map(|(_, uses)| uses).chain(source.terms.values()).flat_map(|uses| &uses.messages).collect();
    // All refusals fit one format string; the rule that refuses names the rest of the id.
    let is_stale = |key: &str| {
        let code = key.strip_prefix("refusal-").unwrap_or_default();
        !code.is_empty() && !literals.contains(code) && !literals.contains(key)
    };
    let is_used = |key: &str| {
        literals.contains(key) || referred.contains(&key.to_owned()) || patterns.iter().any(|pattern| fits(pattern, key))
    };
    source
        .messages
        .iter()
        .filter(|(key, _)| {
            let whole = key.split('.').next().unwrap_or(key);
            let attributes = format!("{whole}.");
            let by_attribute = source
                .messages
                .range(attributes.clone()..)
                .map(|(other, _)| other)
                .take_while(|other| other.starts_with(&attributes))
                .any(|other| is_used(other));
            is_stale(whole) || (!is_used(key) && !is_used(whole) && !by_attribute)
        })
        .map(|(key, (file, _))| Finding::at(file, format!("{key} is used nowhere")))
        .collect()
}

/// Every id that the program hands to a translating function exists in English, every refusal has its translation, and
/// a message is handed every variable that it names.
pub fn missing(tree: &Tree) -> Vec<Finding> {
    let catalogues = catalogues(tree);
    let Some(source) = catalogues.get(SOURCE) else { return Vec::new() };
    let mut found = Vec::new();
    for (file, scanned) in program(tree) {
        for call in calls(&scanned) {
            match source.messages.get(&call.id) {
                None => found.push(Finding::line(file, call.line, format!("{} is no message", call.id))),
                Some((_, uses)) => {
                    let lacking: Vec<_> = uses.variables.iter().filter(|name| !call.hands(name)).collect();
                    if !lacking.is_empty() {
                        found.push(Finding::line(file, call.line, format!("{} is not handed {lacking:?}", call.id)));
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::tree;
    use super::{LANGUAGES, complete, missing, sound, unused};

    fn in_all(english: &str, others: &str) -> Vec<(String, String)> {
        LANGUAGES.iter().map(|l| (format!("locales/{l}/a.ftl"), if *l == "en" { english } else { others }.to_owned())).collect()
    }

    fn check(rule: fn(&super::Tree) -> Vec<super::Finding>, files: &[(String, String)]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        rule(&tree(&files)).into_iter().map(|f| f.what).collect()
    }

    #[test]
    fn a_missing_message_or_variable_is_found() {
        let same = "floor-place = Place { $place }\n";
        assert!(check(complete, &in_all(same, same)).is_empty());
        assert_eq!(check(complete, &in_all(same, "floor-place = Place\n")).len(), 5);
        assert_eq!(check(complete, &in_all(same, "other = x\n")).len(), 10);
        let mut five = in_all(same, same);
        five.remove(0);
        assert_eq!(check(complete, &five), ["floor-place of locales/en/a.ftl is missing"]);
        let plural = "floor-place = { $place ->\n    [one] a\n   *[other] b { $place }\n}\n";
        assert!(check(complete, &in_all(same, plural)).is_empty());
        assert_eq!(check(complete, &[]).len(), 1);
    }

    #[test]
    fn a_language_is_checked_when_it_is_offered() {
        let same = "floor-place = Place\n";
        let mut files =
            vec![("locales/en/a.ftl".to_owned(), same.to_owned()), ("locales/offered.txt".to_owned(), "en\nfr\n".to_owned())];
        assert_eq!(check(complete, &files), ["floor-place of locales/en/a.ftl is missing"]);
        files.push(("locales/fr/a.ftl".to_owned(), same.to_owned()));
        assert!(check(complete, &files).is_empty());
    }

    #[test]
    fn broken_files_and_references_are_found() {
        assert_eq!(check(sound, &[("locales/en.ftl".into(), "a = { -brand } { b }\n".into())]).len(), 2);
        assert_eq!(check(sound, &[("locales/en.ftl".into(), "a = { $x\n".into())]).len(), 1);
        assert_eq!(check(sound, &[("locales/en.ftl".into(), "a = 1\na = 2\n".into())]).len(), 1);
        assert!(check(sound, &[("locales/en.ftl".into(), "-brand = H\na = { -brand }\n".into())]).is_empty());
    }

    #[test]
    fn an_unused_message_is_found() {
        let messages = "used-one = 1\nrefusal-closed = 2\nforgotten = 3\nspoken = { whispered }\nwhispered = 4\nbutton = x\n    .label = 5\n";
        let source = "fn a() { t(\"used-one\"); format!(\"refusal-{code}\"); no(\"closed\"); t(\"spoken\"); t(\"button.label\"); }\n\
                      #[cfg(test)]\nmod tests { const A: &str = \"forgotten\"; }\n";
        let found = check(unused, &[("locales/en/a.ftl".into(), messages.into()), ("crates/web/src/a.rs".into(), source.into())]);
        assert_eq!(found, ["forgotten is used nowhere"]);
    }

    #[test]
    fn a_message_that_does_not_exist_is_found() {
        let source = "fn a() {\n    page.t(\"floor-open\");\n    t(lang, \"floor-gone\");\n    class(\"floor-css\");\n    \
                      x.has(\n        \"floor-lost\",\n    );\n    Refusal::new(\"closed\");\n}\n\
                      #[test]\nfn b() { t(\"not-shipped\"); }\n";
        let found = check(
            missing,
            &[("locales/en/a.ftl".into(), "floor-open = 1\n".into()), ("crates/web/src/a.rs".into(), source.into())],
        );
        assert_eq!(found, ["floor-gone is no message", "floor-lost is no message", "refusal-closed is no message"]);
    }

    #[test]
    fn a_variable_that_is_not_handed_over_is_found() {
        let source = "fn a() {\n    p.t(\"a-place\");\n    p.with(\"a-place\", &[(\"city\", Value::from(\"x\"))]);\n    \
                      p.with(\"a-place\", &[\n        (\"place\", x.into()),\n        (\"of\", f(\"place-y\").into()),\n    ]);\n    \
                      p.with(\"a-place\", &arguments);\n}\n";
        let found = check(
            missing,
            &[
                ("locales/en/a.ftl".into(), "a-place = { $place } of { $of }\n".into()),
                ("crates/web/src/a.rs".into(), source.into()),
            ],
        );
        assert_eq!(found, [r#"a-place is not handed ["of", "place"]"#, r#"a-place is not handed ["of", "place"]"#]);
    }

    #[test]
    fn a_stale_refusal_is_found() {
        let messages = "refusal-closed = 1\nrefusal-forgotten = 2\n";
        let source = "fn a() { Refusal::new(\"closed\"); format!(\"refusal-{}\", x); }\n";
        let found = check(unused, &[("locales/en/a.ftl".into(), messages.into()), ("crates/web/src/a.rs".into(), source.into())]);
        assert_eq!(found, ["refusal-forgotten is used nowhere"]);
    }
}
