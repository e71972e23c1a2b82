//! Drafting a joint text: begin it, write or import its paragraphs in all languages, table it, revise it.
use super::{
    chair::PRESIDING,
    speaking::Press,
    texts::{direction, language_name, official, state_tag},
};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{
    id::{ParagraphId, TextId},
    language::Language,
    text::{Gap, ParagraphKind, Passage, Revision, Text},
};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// `/as/<seat>/drafting`, and `/as/<seat>/drafting?of=text-1&paragraph=paragraph-3`.
pub const PAGE: Page = Page { path: "drafting", roles: PRESIDING, render };

fn render(view: &View<'_>) -> Option<Shown> {
    match view.query.get("of") {
        None => Some(begin(view)),
        Some(of) => one(view, of.parse().ok()?),
    }
}

fn begin(view: &View<'_>) -> Shown {
    let title = view.t("text-draft-new");
    let Some(summit) = view.state.programme.current() else {
        let empty = html! { h1 { (title) } div.empty { p.empty-title { (view.t("drafting-no-summit")) } p { (view.t("drafting-no-summit-next")) } a.button href="programme" { (view.t("nav-programme")) } } };
        return Shown::new(title, empty).width("narrow");
    };
    let act = "draft-text";
    let languages = official(view.state, summit);
    let main = html! {
        (crumbs(view, None, &title))
        h1 { (title) }
        (form::form(view, act, Some("texts"), html! {
            input type="hidden" name="summit" value=(summit);
            (form::field(view, act, Field::new("symbol", "text-symbol").hint("drafting-symbol-hint")))
            @for language in &languages { (block(view, act, &format!("title.{language}"), "text-title", language, "", 2)) }
            fieldset { legend { (view.t("text-authentic")) } div.choices { @for language in &languages {
                label.choice { input type="checkbox" name="authentic[]" value=(language) checked[view.chosen(act, "authentic", language.as_str(), true)]; bdi lang=(language.as_str()) { (language_name(language)) } }
            } } }
            (sponsor(view, act))
            div.button-row.fill { button.button { (view.t("drafting-begin")) } a.button.quiet href="texts" { (view.t("cancel")) } }
        }))
    };
    Shown::new(title, main).width("narrow")
}

fn sponsor(view: &View<'_>, act: &str) -> Markup {
    let mut organisations: Vec<(String, String)> =
        view.state.directory.iter().map(|(id, o)| (id.to_string(), view.tongue.plain(&o.names))).collect();
    organisations.sort_by(|(_, a), (_, b)| view.tongue.compare(a, b));
    html! { div.field {
        label for="f-sponsors" { (view.t("drafting-sponsor")) " " span.muted { (view.t("optional")) } }
        span.hint id="f-sponsors-hint" { (view.t("drafting-sponsor-hint")) }
        select.select id="f-sponsors" name="sponsors[]" aria-describedby="f-sponsors-hint" {
            option value="" { "—" }
            @for (id, name) in &organisations { option value=(id) selected[view.chosen(act, "sponsors", id, false)] { (name) } }
        }
    } }
}

fn crumbs(view: &View<'_>, text: Option<(TextId, &Revision)>, here: &str) -> Markup {
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
        li { a href="texts" { (view.t("nav-texts")) } }
        @if let Some((id, revision)) = text { li { a href=(format!("texts?of={id}")) { (revision.symbol) } } }
        li aria-current="page" { (here) }
    } } }
}

fn one(view: &View<'_>, id: TextId) -> Option<Shown> {
    let text = view.state.texts.get(id)?;
    let (number, revision) = text.newest()?;
    let title = view.t("drafting-title");
    let of = id.to_string();
    let hidden = [("text", of.as_str())];
    let main = html! {
        (crumbs(view, Some((id, revision)), &title))
        div.page-title { h1 { (revision.symbol) } (state_tag(view, text)) }
        p.lead { (view.tongue.name(&revision.title)) }
        @if text.adoption.is_some() {
            div.notice.info { p { (view.t("drafting-adopted")) } }
        } @else if revision.tabled {
            div.notice.info { p { (view.t("drafting-tabled")) } }
            (Press::new("revise-text", &view.t("drafting-revise"), &hidden).form())
        } @else {
            (table(view, text, revision, &hidden))
            (titles(view, id, text, revision))
            (paragraphs(view, id, text, number, revision))
            (insert(view, id, text, number, revision))
            (import(view, id, text, revision))
        }
    };
    Some(Shown::new(format!("{} · {title}", revision.symbol), main).width("wide"))
}

fn table(view: &View<'_>, text: &Text, revision: &Revision, hidden: &[(&str, &str)]) -> Markup {
    let gap = revision.gap(&text.authentic).map(|gap| match gap {
        Gap::Nothing => view.t("drafting-gap-nothing").into_owned(),
        Gap::Title(language) => view.tongue.with("drafting-gap-title", &[("language", (&language_name(&language)).into())]),
        Gap::Paragraph(language, place) => view
            .tongue
            .with("drafting-gap-paragraph", &[("language", (&language_name(&language)).into()), ("place", place.into())]),
    });
    html! {
        @match gap {
            Some(gap) => div.notice.warn { p.notice-title { (view.t("drafting-incomplete")) } p { (gap) } },
            None => { p { (view.t("drafting-complete")) } (Press::new("table-text", &view.t("drafting-table"), hidden).confirm(&view.t("ask-table")).form()) }
        }
    }
}

/// The languages a draft is written in: authentic ones, official ones, and translations begun.
fn languages(view: &View<'_>, text: &Text, revision: &Revision) -> Vec<Language> {
    let mut all: Vec<Language> = text.authentic.iter().cloned().collect();
    let more = revision.title.languages().cloned().chain(official(view.state, text.summit));
    let mut seen: BTreeSet<Language> = all.iter().cloned().collect();
    all.extend(more.filter(|l| seen.insert(l.clone())));
    all
}

/// A field for writing in one language, in its own direction.
fn block(view: &View<'_>, act: &str, name: &str, label: &str, language: &Language, value: &str, rows: u32) -> Markup {
    let id = format!("f-{name}");
    let problem = view.problem(act, name);
    html! { div.field.invalid[problem.is_some()] {
        label for=(id) { (view.t(label)) " · " bdi lang=(language.as_str()) { (language_name(language)) } }
        @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
        textarea.textarea id=(id) name=(name) rows=(rows) lang=(language.as_str()) dir=(direction(language)) aria-invalid=[problem.map(|_| "true")] {
            (view.typed(act, name).unwrap_or(value))
        }
    } }
}

fn titles(view: &View<'_>, id: TextId, text: &Text, revision: &Revision) -> Markup {
    let next = format!("drafting?of={id}");
    html! { section.section {
        div.section-title { h2 { (view.t("text-title")) } }
        div.grid { @for language in languages(view, text, revision) {
            @let field = format!("f-title-{language}");
            (form::form(view, "set-title", Some(&next), html! {
                input type="hidden" name="text" value=(id);
                input type="hidden" name="language" value=(language);
                @let title = revision.title.get(language.as_str()).map(ToString::to_string).unwrap_or_default();
                (words(view, &Words { act: "set-title", id: &field, language: &language, written: &title, rows: None }))
                div.button-row { button.button.secondary.compact { (view.t("drafting-save")) } }
            }))
        } }
    } }
}

fn paragraphs(view: &View<'_>, id: TextId, text: &Text, number: u32, revision: &Revision) -> Markup {
    let edited: Option<ParagraphId> = view.asked("paragraph");
    html! { section.section {
        div.section-title { h2 { (view.t("drafting-paragraphs")) } }
        @if revision.paragraphs.is_empty() { div.empty { p.empty-title { (view.t("text-no-paragraphs")) } p { (view.t("drafting-import-hint")) } } }
        @for (place, passage) in (1usize..).zip(&revision.paragraphs) {
            div.para id=(passage.id) {
                a.para-id href=(format!("#{}", passage.id)) { (place) "." }
                div {
                    @if edited == Some(passage.id) { (edit(view, id, text, number, revision, passage)) }
                    @else { (read(view, id, text, number, passage)) }
                }
            }
        }
    } }
}

fn read(view: &View<'_>, id: TextId, text: &Text, number: u32, passage: &Passage) -> Markup {
    let (of, revision, paragraph) = (id.to_string(), number.to_string(), passage.id.to_string());
    html! {
        p.small.muted { (kind_words(view, passage.kind)) @for language in text.authentic.iter().filter(|l| !passage.words.contains_key(*l)) {
            " " span.tag.warn { (view.tongue.with("drafting-missing", &[("language", (&language_name(language)).into())])) }
        } }
        @for (language, words) in &passage.words { p lang=(language.as_str()) dir=(direction(language)) { (words) } }
        div.button-row {
            a.button.secondary.compact href=(format!("drafting?of={id}&paragraph={paragraph}#{paragraph}")) { (view.t("drafting-write")) }
            (Press::new("remove-paragraph", &view.t("drafting-remove"), &[("text", &of), ("revision", &revision), ("paragraph", &paragraph)])
                .class("quiet compact").confirm(&view.t("ask-remove-paragraph")).form())
        }
    }
}

fn edit(view: &View<'_>, id: TextId, text: &Text, number: u32, revision: &Revision, passage: &Passage) -> Markup {
    html! { @for language in languages(view, text, revision) {
        @let field = format!("f-words-{language}");
        (form::form(view, "set-paragraph", Some(&format!("drafting?of={id}&paragraph={}", passage.id)), html! {
            input type="hidden" name="text" value=(id);
            input type="hidden" name="revision" value=(number);
            input type="hidden" name="paragraph" value=(passage.id);
            input type="hidden" name="language" value=(language);
            @let written = passage.words.get(&language).map(ToString::to_string).unwrap_or_default();
            (words(view, &Words { act: "set-paragraph", id: &field, language: &language, written: &written, rows: Some(4) }))
            div.button-row { button.button.secondary.compact { (view.t("drafting-save")) } }
        }))
    } }
}

/// The one field of a form that writes a title or a paragraph in one language. Each language has a form of its own, so one that came back
/// is known by its language.
struct Words<'a> {
    act: &'a str,
    id: &'a str,
    language: &'a Language,
    written: &'a str,
    rows: Option<u32>,
}

fn words(view: &View<'_>, of: &Words<'_>) -> Markup {
    let came_back = view.typed(of.act, "language") == Some(of.language.as_str());
    let problem = view.problem(of.act, "words").filter(|_| came_back);
    // The summary leads to the field by the name it has in the act.
    let id = if problem.is_some() { "f-words" } else { of.id };
    let value = view.typed(of.act, "words").filter(|_| came_back).unwrap_or(of.written);
    let (language, direction) = (of.language.as_str(), direction(of.language));
    html! { div.field.invalid[problem.is_some()] {
        label for=(id) { bdi lang=(language) { (language_name(of.language)) } }
        @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
        @match of.rows {
            Some(rows) => textarea.textarea id=(id) name="words" rows=(rows) required lang=(language) dir=(direction) aria-invalid=[problem.map(|_| "true")] { (value) },
            None => input.input id=(id) name="words" required lang=(language) dir=(direction) aria-invalid=[problem.map(|_| "true")] value=(value);
        }
    } }
}

fn kind_words(view: &View<'_>, kind: ParagraphKind) -> std::borrow::Cow<'static, str> {
    match kind {
        ParagraphKind::Heading => view.t("paragraph-heading"),
        ParagraphKind::Preambular => view.t("paragraph-preambular"),
        ParagraphKind::Operative => view.t("paragraph-operative"),
    }
}

fn insert(view: &View<'_>, id: TextId, text: &Text, number: u32, revision: &Revision) -> Markup {
    let act = "insert-paragraph";
    let places: Vec<(String, String)> =
        (1usize..).zip(&revision.paragraphs).map(|(place, p)| (p.id.to_string(), place.to_string())).collect();
    let last = revision.paragraphs.last().map(|p| p.id.to_string()).unwrap_or_default();
    let kinds =
        [("operative", ParagraphKind::Operative), ("preambular", ParagraphKind::Preambular), ("heading", ParagraphKind::Heading)]
            .map(|(value, kind)| (value.to_owned(), kind_words(view, kind).into_owned()));
    html! { details.details open[view.failed.is_some_and(|f| f.act == act)] {
        summary { (view.t("drafting-insert")) }
        (form::form(view, act, Some(&format!("drafting?of={id}")), html! {
            input type="hidden" name="text" value=(id);
            input type="hidden" name="revision" value=(number);
            div.field-row {
                (form::select(view, act, Field::new("after", "drafting-after").value(&last).optional(), &places))
                (form::select(view, act, Field::new("kind", "reservation-kind").value("operative"), &kinds))
            }
            @for language in languages(view, text, revision) { (block(view, act, &format!("words.{language}"), "drafting-words", &language, "", 4)) }
            div.button-row.fill { button.button.secondary { (view.t("drafting-insert")) } }
        }))
    } }
}

fn import(view: &View<'_>, id: TextId, text: &Text, revision: &Revision) -> Markup {
    let act = "import-text";
    let open = revision.paragraphs.is_empty() || view.failed.is_some_and(|f| f.act == act);
    html! { details.details open[open] {
        summary { (view.t("drafting-import")) }
        p { (view.t("drafting-import-hint")) }
        @if !revision.paragraphs.is_empty() { div.notice.warn { p { (view.t("drafting-import-replaces")) } } }
        (form::form(view, act, Some(&format!("drafting?of={id}")), html! {
            input type="hidden" name="text" value=(id);
            @for language in languages(view, text, revision) { (block(view, act, &format!("whole.{language}"), "drafting-words", &language, &written(revision, &language), 12)) }
            div.button-row.fill { button.button { (view.t("drafting-import")) } }
        }))
    } }
}

/// What is written in a language so far, as it can be imported again.
fn written(revision: &Revision, language: &Language) -> String {
    let paragraph = |passage: &Passage| {
        let mark = match passage.kind {
            ParagraphKind::Heading => crate::whole_text::HEADING,
            ParagraphKind::Preambular => crate::whole_text::PREAMBULAR,
            ParagraphKind::Operative => "",
        };
        passage.words.get(language).map(|words| format!("{mark}{words}"))
    };
    revision.paragraphs.iter().filter_map(paragraph).collect::<Vec<_>>().join("\n\n")
}
