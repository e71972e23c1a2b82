//! What a correction changes, word by word: what falls away struck out, what comes in underlined, language by language.
use crate::{
    pages::texts::{direction, language_name},
    view::View,
};
use domain::{
    language::Language,
    text::{Change, LanguageDigests, Passage, Revision},
};
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

/// The changes in one language: the title where it changes, then each paragraph under its number, in their order.
#[must_use]
pub fn of_language(view: &View<'_>, language: &Language, change: &Change, before: &Revision) -> Markup {
    let (tag, dir) = (language.as_str(), direction(language));
    let changed = |(place, passage): (usize, &Passage)| {
        let after = change.paragraphs.get(&passage.id)?;
        Some((place, passage.words.get(language)?.as_str().to_owned(), after.as_str().to_owned()))
    };
    let title = before.title.get(tag).map(ToString::to_string).unwrap_or_default();
    html! {
        h3 { bdi lang=(tag) { (language_name(language)) } }
        @if let Some(after) = &change.title {
            h4 { (view.t("text-title")) }
            p lang=(tag) dir=(dir) { (words(&title, after.as_str())) }
        }
        @for (place, before, after) in (1usize..).zip(&before.paragraphs).filter_map(changed) {
            h4 { (view.tongue.with("correction-paragraph", &[("place", place.into())])) }
            p lang=(tag) dir=(dir) { (words(&before, &after)) }
        }
    }
}

/// The digests of a language's file and, where it changes, of its title, before and after.
#[must_use]
pub fn digests(view: &View<'_>, before: Option<&LanguageDigests>, after: Option<&LanguageDigests>) -> Markup {
    let (Some(before), Some(after)) = (before, after) else { return html! {} };
    let pair = |label: &str, before: domain::words::Digest, after: domain::words::Digest| {
        html! { @if before != after {
            dt { (view.t(label)) }
            dd {
                (view.t("correction-before")) ": " bdi.mono.small dir="ltr" { (before) } br;
                (view.t("correction-after")) ": " bdi.mono.small dir="ltr" { (after) }
            }
        } }
    };
    html! { dl.facts {
        (pair("text-digest", before.text, after.text))
        (pair("correction-title-digest", before.title, after.title))
    } }
}

fn words(before: &str, after: &str) -> Markup {
    let diff = TextDiff::from_unicode_words(before, after);
    html! { @for change in diff.iter_all_changes() {
        @match change.tag() {
            ChangeTag::Equal => (change.value()),
            ChangeTag::Delete => del { (change.value()) },
            ChangeTag::Insert => ins { (change.value()) },
        }
    } }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let marked = words("Мы храним воду.", "Мы сохраняем воду.").into_string();
        assert_eq!(marked, "Мы <del>храним</del><ins>сохраняем</ins> воду.");
        assert_eq!(words("a < b", "a < b").into_string(), "a &lt; b", "words are never markup");
        // Chinese has no spaces between words.
        assert!(words("我们保护水", "我们守护水").into_string().starts_with("我"), "what is before the change stays unmarked");
    }
}
