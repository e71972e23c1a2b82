//! Correcting an adopted text: write it language by language, see what differs, then ask the organisations.
use super::{
    correction::difference,
    office,
    speaking::{self, Press},
    texts::{direction, language_name, official},
};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{
    id::TextId,
    language::Language,
    text::{Adoption, Revision, Text},
};
use maud::{Markup, html};

/// `/as/<seat>/correcting?of=text-1&in=ru`.
pub const PAGE: Page = Page { path: "correcting", roles: office::SECRETARIAT, render };

/// Windows offered, in minutes, with their words.
const WINDOWS: [(u32, &str); 6] = [
    (15, "window-quarter"),
    (24 * 60, "window-day"),
    (3 * 24 * 60, "window-three-days"),
    (7 * 24 * 60, "window-week"),
    (30 * 24 * 60, "window-month"),
    (90 * 24 * 60, "window-quarter-year"),
];

fn render(view: &View<'_>) -> Option<Shown> {
    let id: TextId = view.asked("of")?;
    let text = view.state.texts.get(id)?;
    let (adoption, adopted) = (text.adoption.as_ref()?, text.adopted()?);
    let title = view.t("correcting-title");
    let chosen = view.asked::<Language>("in").filter(|l| adoption.digests.contains_key(l));
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="texts" { (view.t("nav-texts")) } } li { a href=(format!("texts?of={id}")) { (adopted.symbol) } } li aria-current="page" { (title) }
        } }
        h1 { (title) }
        p.lead { (speaking::text_title(view, text)) }
        p { (view.t("correction-rule")) }
        @if let Some((_, open)) = text.proposed_correction() {
            div.notice.warn {
                p.notice-title { (view.t("correction-proposed-notice")) " " bdi { (open.symbol) } }
                p { a href=(format!("correction?of={id}")) { (view.t("correction-look")) } }
            }
        } @else {
            ol.steps {
                li.done[!text.preparing.is_empty()] aria-current=[text.preparing.is_empty().then_some("step")] { (view.t("correcting-step-write")) }
                li aria-current=[(!text.preparing.is_empty()).then_some("step")] { (view.t("correcting-step-propose")) }
            }
            (languages(view, id, text, adoption, chosen.as_ref()))
            @if let Some(language) = &chosen { (write(view, id, text, adopted, language)) }
            @else if text.preparing.is_empty() { p { (view.t("correcting-choose")) } }
            @if !text.preparing.is_empty() { (preview(view, text, adopted)) (propose(view, id, text)) }
        }
    };
    Some(Shown::new(format!("{} · {title}", adopted.symbol), main).width("wide"))
}

fn languages(view: &View<'_>, id: TextId, text: &Text, adoption: &Adoption, chosen: Option<&Language>) -> Markup {
    html! { nav.tabs aria-label=(view.t("text-languages")) { @for language in adoption.digests.keys() {
        a href=(format!("correcting?of={id}&in={language}")) hreflang=(language) aria-current=[(chosen == Some(language)).then_some("page")] {
            span { bdi lang=(language) { (language_name(language)) } @if text.preparing.contains_key(language) { " " (view.t("correcting-changed")) } }
        }
    } } }
}

/// The text in one language, as it would be: what is left as it is does not count as a change.
fn write(view: &View<'_>, id: TextId, text: &Text, adopted: &Revision, language: &Language) -> Markup {
    let act = "prepare-correction";
    let (tag, dir) = (language.as_str(), direction(language));
    let prepared = text.prepared();
    let shown = prepared.as_ref().unwrap_or(adopted);
    let title = shown.title.get(tag).map(ToString::to_string).unwrap_or_default();
    html! { section.section {
        div.section-title { h2 { bdi lang=(tag) { (language_name(language)) } } }
        (form::form(view, act, Some(&format!("correcting?of={id}")), html! {
            (office::hidden("text", id))
            (office::hidden("language", language))
            div.field { label for="f-title" { (view.t("text-title")) }
                input.input id="f-title" name="title" lang=(tag) dir=(dir) value=(view.typed(act, "title").unwrap_or(&title)); }
            @for (place, passage) in (1usize..).zip(&shown.paragraphs) {
                @let name = format!("paragraphs.{}", passage.id);
                @let problem = view.problem(act, &name);
                div.field.invalid[problem.is_some()] {
                    label for=(format!("f-{name}")) { (view.tongue.with("correction-paragraph", &[("place", place.into())])) }
                    @if let Some(problem) = problem { span.field-error { (problem) } }
                    textarea.textarea id=(format!("f-{name}")) name=(name) rows="4" lang=(tag) dir=(dir) {
                        (view.typed(act, &name).unwrap_or(passage.words.get(language).map_or("", |w| w.as_str())))
                    }
                }
            }
            div.button-row { button.button { (view.t("correcting-save")) } }
        }))
        @if text.preparing.contains_key(language) {
            (Press::new(act, &view.t("correcting-reset"), &[("text", &id.to_string()), ("language", tag)]).class("quiet").form())
        }
    } }
}

fn preview(view: &View<'_>, text: &Text, adopted: &Revision) -> Markup {
    let before = text.adoption.as_ref().map(|a| &a.digests);
    let after = text.prepared().map(|r| r.digests()).unwrap_or_default();
    let untouched = before.map_or(0, |b| b.len()).saturating_sub(text.preparing.len());
    html! { section.section {
        div.section-title { h2 { (view.t("correcting-preview")) } }
        @for (language, change) in &text.preparing {
            (difference::of_language(view, language, change, adopted))
            (difference::digests(view, before.and_then(|b| b.get(language)), after.get(language)))
        }
        p { (view.tongue.with("correction-untouched", &[("count", untouched.into())])) }
    } }
}

fn propose(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    let act = "propose-correction";
    let windows = WINDOWS.map(|(minutes, words)| (minutes.to_string(), view.t(words).into_owned()));
    let mut languages = official(view.state, text.summit);
    if languages.is_empty() {
        languages = text.authentic.iter().cloned().collect();
    }
    html! { section.section {
        div.section-title { h2 { (view.t("correcting-propose")) } }
        p { (view.t("correcting-propose-about")) }
        (form::form(view, act, Some(&format!("correction?of={id}")), html! {
            (office::hidden("text", id))
            @for language in &languages {
                @let name = format!("reason.{language}");
                @let problem = view.problem(act, &name).or_else(|| view.problem(act, "reason"));
                div.field.invalid[problem.is_some()] {
                    label for=(format!("f-{name}")) { (view.t("correction-reason")) " · " bdi lang=(language) { (language_name(language)) } }
                    @if let Some(problem) = problem { span.field-error { (problem) } }
                    input.input id=(format!("f-{name}")) name=(name) lang=(language) dir=(direction(language)) value=(view.typed(act, &name).unwrap_or_default());
                }
            }
            (form::select(view, act, Field::new("minutes", "correcting-window").hint("correcting-window-hint").value("10080"), &windows))
            div.button-row.fill { button.button { (view.t("correcting-propose")) } }
        }))
    } }
}
