//! A text's words: one language by tab, or its authentic languages side by side; reservations beside their paragraphs; digests.
use super::{Version, direction, language_name, reservation};
use crate::view::View;
use domain::{
    id::TextId,
    language::Language,
    text::{ParagraphKind, Passage, Text},
};
use maud::{Markup, html};

pub(super) fn render(view: &View<'_>, id: TextId, text: &Text, version: &Version<'_>) -> Markup {
    let (number, revision) = (&version.key, version.revision);
    let mut languages: Vec<Language> = text.authentic.iter().cloned().collect();
    languages.extend(revision.complete_languages().into_iter().filter(|l| !text.authentic.contains(l)));
    let asked = view.query.get("in").map(String::as_str);
    let side_by_side = asked == Some("all");
    let of = |tag: &str| languages.iter().find(|l| l.as_str() == tag);
    let one = asked.and_then(of).or_else(|| of(view.tongue.tag())).or_else(|| languages.first());
    let shown: Vec<&Language> = if side_by_side { text.authentic.iter().collect() } else { one.into_iter().collect() };
    let link = |tag: &str| format!("texts?of={id}&rev={number}&in={tag}");
    html! {
        nav.tabs aria-label=(view.t("text-languages")) {
            @for language in &languages {
                a href=(link(language.as_str())) hreflang=(language.as_str()) aria-current=[(!side_by_side && one == Some(language)).then_some("page")] {
                    span { bdi lang=(language.as_str()) { (language_name(language)) }
                    @if !text.authentic.contains(language) { " " (view.t("text-translation")) }
                }
            } }
            @if text.authentic.len() > 1 { a href=(link("all")) aria-current=[side_by_side.then_some("page")] { (view.t("text-side-by-side")) } }
        }
        p.muted { (view.t("text-equally-authentic")) }
        div class=[(shown.len() > 1).then_some("grid")] {
            @for (index, language) in shown.into_iter().enumerate() { (document(view, id, text, version, language, index == 0)) }
        }
        @if revision.paragraphs.is_empty() { div.empty { p.empty-title { (view.t("text-no-paragraphs")) } p { (view.t("text-no-paragraphs-next")) } } }
        (whole(view, text))
    }
}

fn document(view: &View<'_>, id: TextId, text: &Text, version: &Version<'_>, language: &Language, anchors: bool) -> Markup {
    let revision = version.revision;
    let digests = revision.digests();
    let digest = digests.get(language);
    html! {
        article.document lang=(language.as_str()) dir=(direction(language)) {
            div.document-head { span.symbol { (revision.symbol) } span.tag.plain { (language_name(language)) } }
            h2 { @if let Some(title) = revision.title.get(language.as_str()) { (title) } @else { "—" } }
            @for (place, passage) in (1usize..).zip(&revision.paragraphs) { (paragraph(view, text, version, passage, place, language, anchors)) }
            @if let Some(digest) = digest {
                div lang=(view.tongue.tag()) dir=(view.tongue.dir()) {
                    p.small.muted { (view.t("text-digest")) " " a href=(format!("/texts/{id}.{}.{}.txt", version.key, language)) { (view.t("text-file")) } }
                    p.mono.small { bdi dir="ltr" { (digest.text) } }
                    @for correction in version.corrections.iter().filter(|c| c.changes.contains_key(language)) {
                        @if let Some(before) = correction.before.get(language) {
                            p.small.muted { (view.tongue.with("correction-digest-before", &[("correction", correction.symbol.as_str().into())])) }
                            p.mono.small { bdi dir="ltr" { (before.text) } }
                        }
                    }
                }
            }
        }
    }
}

fn paragraph(
    view: &View<'_>,
    text: &Text,
    version: &Version<'_>,
    passage: &Passage,
    place: usize,
    language: &Language,
    anchors: bool,
) -> Markup {
    let corrects =
        |c: &&&domain::text::Correction| c.changes.get(language).is_some_and(|c| c.paragraphs.contains_key(&passage.id));
    let corrected = version.corrections.iter().rev().find(corrects);
    let beside: Vec<_> = text.standing_reservations().filter(|(_, r)| r.paragraphs.contains(&passage.id)).collect();
    let anchor = if anchors { passage.id.to_string() } else { format!("{}-{language}", passage.id) };
    html! {
        div.para.reserved[!beside.is_empty()] id=(anchor) {
            a.para-id href=(format!("#{anchor}")) { (place) "." }
            div {
                @match (passage.words.get(language), passage.kind) {
                    (Some(words), ParagraphKind::Heading) => h3 { (words) },
                    (Some(words), ParagraphKind::Preambular) => p { em { (words) } },
                    (Some(words), ParagraphKind::Operative) => p { (words) },
                    (None, _) => p.muted lang=(view.tongue.tag()) dir=(view.tongue.dir()) { (view.t("text-missing-here")) },
                }
                @if let Some(correction) = corrected {
                    p.small.muted lang=(view.tongue.tag()) dir=(view.tongue.dir()) { (view.tongue.with("correction-corrected-by", &[("correction", correction.symbol.as_str().into())])) }
                }
                @for (_, one) in beside { div lang=(view.tongue.tag()) dir=(view.tongue.dir()) { (reservation(view, one)) } }
            }
        }
    }
}

/// What was said of the text as a whole, and of all of it in one place; withdrawn statements stay on the record.
fn whole(view: &View<'_>, text: &Text) -> Markup {
    let all: Vec<_> = (1u32..).zip(&text.reservations).collect();
    html! { @if !all.is_empty() {
        section.section {
            div.section-title { h2 { (view.t("text-reservations")) } }
            @for (number, one) in all {
                div.card id=(format!("reservation-{number}")) {
                    (reservation(view, one))
                    p.small.muted {
                        @if one.paragraphs.is_empty() { (view.t("reservation-whole")) }
                        @else { (view.t("reservation-paragraphs")) @for id in &one.paragraphs { " " a href=(format!("#{id}")) { (place_of(text, *id)) } } }
                        @if one.withdrawn.is_some() { " · " span.tag.off { (view.t("act-kind-withdraw")) } }
                    }
                }
            }
        }
    } }
}

fn place_of(text: &Text, id: domain::id::ParagraphId) -> String {
    let revision = crate::pages::speaking::revision(text);
    revision.and_then(|r| r.number_of(id)).map_or_else(|| id.to_string(), |n| n.to_string())
}
