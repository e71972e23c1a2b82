//! The list of texts.
use super::{language_name, may_read, state_tag};
use crate::{
    pages::{chair::PRESIDING, speaking},
    view::{Shown, View},
};
use maud::{Markup, html};

/// Texts on one page.
const ON_PAGE: usize = 50;

pub(super) fn render(view: &View<'_>) -> Shown {
    let mut texts: Vec<_> = view.state.texts.iter().filter(|(_, t)| may_read(view, t)).collect();
    texts.reverse();
    let presides = view.who.role.is_some_and(|r| PRESIDING.contains(&r));
    let page = view.asked::<usize>("page").unwrap_or(1).max(1);
    let pages = texts.len().div_ceil(ON_PAGE).max(1);
    let main = html! {
        div.page-title { h1 { (view.t("nav-texts")) }
            @if presides { div.button-row { a.button href="drafting" { (view.t("text-draft-new")) } } } }
        p.lead { (view.t("texts-lead")) }
        @if texts.is_empty() {
            div.empty { p.empty-title { (view.t("texts-none")) } p { (view.t(if presides { "texts-none-draft" } else { "texts-none-next" })) } }
        } @else {
            (table(view, &texts[texts.len().min((page - 1) * ON_PAGE)..texts.len().min(page * ON_PAGE)]))
            (pagination(view, "texts?", page, pages))
        }
    };
    Shown::new(view.t("nav-texts"), main).width("wide")
}

fn table(view: &View<'_>, texts: &[(domain::id::TextId, &domain::text::Text)]) -> Markup {
    html! { div.table-wrap tabindex="0" role="region" aria-label=(view.t("nav-texts")) { table.table.cards {
        thead { tr {
            th scope="col" { (view.t("text-title")) } th scope="col" { (view.t("text-state")) }
            th scope="col" { (view.t("text-authentic")) } th scope="col" class="num" { (view.t("endorsements-organisations")) }
        } }
        tbody { @for (id, text) in texts {
            @let counts = view.state.endorsements.now(*id);
            tr {
                th scope="row" {
                    a href=(format!("texts?of={id}")) {
                        (speaking::text_title(view, text)) " "
                        span.symbol.small { (speaking::revision(text).map_or(&text.symbol, |r| &r.symbol)) }
                    }
                }
                td data-label=(view.t("text-state")) { (state_tag(view, text)) }
                td data-label=(view.t("text-authentic")) { (view.tongue.list(&text.authentic.iter().map(language_name).collect::<Vec<_>>())) }
                td.num data-label=(view.t("endorsements-organisations")) { @if text.adoption.is_some() { (view.tongue.number(counts.organisations)) } @else { "—" } }
            }
        } }
    } } }
}

/// Links to the pages of a long list; `link` ends in `?` or `&`.
#[must_use]
pub fn pagination(view: &View<'_>, link: &str, page: usize, pages: usize) -> Markup {
    html! { @if pages > 1 {
        nav.pagination aria-label=(view.t("pages-of-list")) { ul {
            @if page > 1 { li { a href=(format!("{link}page={}", page - 1)) rel="prev" { (view.t("page-previous")) } } }
            li { span aria-current="page" { (view.tongue.with("page-of", &[("page", page.into()), ("pages", pages.into())])) } }
            @if page < pages { li { a href=(format!("{link}page={}", page + 1)) rel="next" { (view.t("page-next")) } } }
        } }
    } }
}
