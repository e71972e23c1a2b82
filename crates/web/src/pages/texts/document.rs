//! A text's words: one language by tab, or its authentic languages side by side; reservations beside their paragraphs; digests.
use super::{direction, language_name, reservation};
use crate::view::View;
use domain::{
    id::TextId,
    language::Language,
    text::{ParagraphKind, Passage, Revision, Text},
};
use maud::{Markup, html};

pub(super) fn render(view: &View<'_>, id: TextId, text: &Text, number: usize, revision: &Revision) -> Markup {
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
            @for (index, language) in shown.into_iter().enumerate() { (document(view, id, text, revision, language, index == 0)) }
        }
        @if revision.paragraphs.is_empty() { div.empty { p.empty-title { (view.t("text-no-paragraphs")) } p { (view.t("text-no-paragraphs-next")) } } }
        (whole(view, text))
    }
}

fn document(view: &View<'_>, id: TextId, text: &Text, revision: &Revision, language: &Language, anchors: bool) -> Markup {
    let digests = revision.digests();
    let digest = digests.get(language);
    html! {
        article.document lang=(language.as_str()) dir=(direction(language)) {
            div.document-head { span.symbol { (revision.symbol) } span.tag.plain { (language_name(language)) } }
            h2 { @if let Some(title) = revision.title.get(language.as_str()) { (title) } @else { "—" } }
            @for (place, passage) in (1usize..).zip(&revision.paragraphs) { (paragraph(view, text, passage, place, language, anchors)) }
            @if let Some(digest) = digest {
                div lang=(view.tongue.tag()) dir=(view.tongue.dir()) {
                    p.small.muted { (view.t("text-digest")) " " a href=(format!("/texts/{id}.{}.{}.txt", number_of(text, revision), language)) { (view.t("text-file")) } }
                    p.mono.small { bdi dir="ltr" { (digest.text) } }
                }
            }
        }
    }
}

fn number_of(text: &Text, revision: &Revision) -> usize {
    text.revisions.iter().position(|r| r.symbol == revision.symbol).unwrap_or(0)
}

fn paragraph(view: &View<'_>, text: &Text, passage: &Passage, place: usize, language: &Language, anchors: bool) -> Markup {
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
