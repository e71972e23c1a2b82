//! All organisations with flags and emblems, filtered and paged; and the page of one organisation.
mod one;

use super::bits;
use crate::{
    url,
    view::{Page, Shown, View},
};
use domain::{
    directory::{Category, Home, Organisation},
    id::{OrganisationId, SummitId},
};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// `/organisations`; `?of=org-5` shows one.
pub const PAGE: Page = Page { path: "organisations", roles: &[], render };

/// Organisations on one page.
const PER_PAGE: usize = 100;

fn render(view: &View<'_>) -> Option<Shown> {
    match view.query.get("of") {
        Some(id) => one::shown(view, id.parse().ok()?),
        None => list(view),
    }
}

/// What the list is narrowed to.
struct Filter {
    country: Option<Home>,
    region: Option<u16>,
    category: Option<Category>,
    umbrella: Option<OrganisationId>,
}

impl Filter {
    fn asked(view: &View<'_>) -> Self {
        let given = |name: &str| view.query.get(name).filter(|v| !v.is_empty());
        Self {
            country: given("country").and_then(|v| v.parse().ok()),
            region: given("region").and_then(|v| v.parse().ok()),
            category: given("category").and_then(|v| Category::ALL.into_iter().find(|c| c.as_str() == v)),
            umbrella: given("umbrella").and_then(|v| v.parse().ok()),
        }
    }
    fn fits(&self, view: &View<'_>, organisation: &Organisation) -> bool {
        let home = organisation.home.as_ref();
        self.country.as_ref().is_none_or(|c| home == Some(c))
            && self.region.is_none_or(|r| home.and_then(|home| bits::region_of(view, home)) == Some(r))
            && self.category.is_none_or(|c| organisation.category == c)
            && self.umbrella.is_none_or(|u| organisation.umbrella == Some(u))
    }
}

fn list(view: &View<'_>) -> Option<Shown> {
    let summit = bits::summit(view);
    let filter = Filter::asked(view);
    let fitting = view.state.directory.iter().filter(|(_, o)| filter.fits(view, o)).map(|(id, _)| id);
    let all = bits::in_order(view, summit, fitting);
    let pages = all.len().div_ceil(PER_PAGE).max(1);
    let page: usize = view.asked("page").unwrap_or(1);
    if !(1..=pages).contains(&page) {
        return None;
    }
    let shown: Vec<OrganisationId> = all.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).copied().collect();
    let drawn = summit.and_then(|s| view.state.programme.summit(s)).is_some_and(|s| s.precedence.is_some());
    let main = html! {
        div.page-title { h1 { (view.t("organisations-title")) } }
        @if view.state.directory.is_empty() {
            div.empty { p.empty-title { (view.t("organisations-empty-title")) } p { (view.t("organisations-empty")) } }
        } @else {
            (filters(view, &filter))
            p.muted {
                (view.tongue.with("organisations-count", &[("count", all.len().into())])) ". "
                @if drawn { (view.t("organisations-in-precedence")) } @else { (view.t("organisations-in-alphabet")) }
            }
            @if shown.is_empty() {
                div.empty {
                    p.empty-title { (view.t("organisations-none-title")) }
                    p { (view.t("organisations-none")) }
                    a.button.secondary href="organisations" { (view.t("organisations-all")) }
                }
            } @else {
                ol.org-list start=((page - 1) * PER_PAGE + 1) { @for id in &shown { (entry(view, summit, *id)) } }
                @if pages > 1 { (pagination(view, page, pages)) }
            }
        }
    };
    Some(Shown::new(view.t("organisations-title"), main))
}

fn entry(view: &View<'_>, summit: Option<SummitId>, id: OrganisationId) -> Markup {
    let Some(organisation) = view.state.directory.get(id) else { return html! {} };
    html! {
        li {
            (bits::emblem(view, id))
            span.grow {
                a href=(format!("organisations?of={id}")) { (view.tongue.name(&organisation.names)) }
                @if let Some(short) = &organisation.short_name { " " span.muted { "(" bdi { (short) } ")" } }
                br;
                span.small.muted {
                    @match &organisation.home {
                        Some(home) => (bits::country(view, home)),
                        None => (view.t("organisations-international")),
                    }
                    " · " (bits::category(view, organisation.category))
                }
            }
            @if let Some(summit) = summit { (standing(view, summit, id)) }
        }
    }
}

/// How far an organisation is: present, accredited, registered, or none of them.
fn standing(view: &View<'_>, summit: SummitId, id: OrganisationId) -> Markup {
    let state = view.state;
    html! {
        @if state.presence.is_present(summit, id) { span.tag.good { (view.t("organisations-present")) } }
        @else if state.accreditation.seated(summit, id).is_some() { span.tag.info { (view.t("organisations-accredited")) } }
        @else if state.accreditation.registered_of(summit, id) > 0 { span.tag.plain { (view.t("organisations-registered")) } }
    }
}

fn filters(view: &View<'_>, filter: &Filter) -> Markup {
    let directory = &view.state.directory;
    let homes: BTreeSet<&Home> = directory.iter().filter_map(|(_, o)| o.home.as_ref()).collect();
    let regions: BTreeSet<u16> = homes.iter().filter_map(|h| bits::region_of(view, h)).collect();
    let umbrellas: BTreeSet<OrganisationId> = directory.iter().filter_map(|(_, o)| o.umbrella).collect();
    let mut homes: Vec<&Home> = homes.into_iter().collect();
    homes.sort_by(|a, b| view.tongue.compare(&bits::country_order(view, a), &bits::country_order(view, b)));
    let countries: Vec<(String, String)> = homes.into_iter().map(|h| (h.to_string(), bits::country(view, h))).collect();
    let mut regions: Vec<(String, String)> = regions.iter().map(|r| (r.to_string(), bits::region(view, *r))).collect();
    let mut umbrellas: Vec<(String, String)> = umbrellas.iter().map(|u| (u.to_string(), bits::plain_name(view, *u))).collect();
    for options in [&mut regions, &mut umbrellas] {
        options.sort_by(|a, b| view.tongue.compare(&a.1, &b.1));
    }
    let categories: Vec<(String, String)> =
        Category::ALL.into_iter().map(|c| (c.as_str().to_owned(), bits::category(view, c).into_owned())).collect();
    let chosen = |text: Option<String>| text.unwrap_or_default();
    html! {
        form.filters method="get" action="organisations" {
            (select(view, "country", &view.t("organisations-country"), &countries, &chosen(filter.country.as_ref().map(ToString::to_string))))
            (select(view, "region", &view.t("organisations-region"), &regions, &chosen(filter.region.map(|r| r.to_string()))))
            (select(view, "category", &view.t("organisations-category"), &categories, &chosen(filter.category.map(|c| c.as_str().to_owned()))))
            @if !umbrellas.is_empty() {
                (select(view, "umbrella", &view.t("organisations-umbrella"), &umbrellas, &chosen(filter.umbrella.map(|u| u.to_string()))))
            }
            button.button.secondary { (view.t("organisations-show")) }
        }
    }
}

fn select(view: &View<'_>, name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    let id = format!("f-{name}");
    html! {
        div.field {
            label for=(id) { (label) }
            select.select id=(id) name=(name) {
                option value="" { (view.t("organisations-any")) }
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

fn pagination(view: &View<'_>, page: usize, pages: usize) -> Markup {
    let link = |page: usize| {
        let mut link = format!("organisations?page={page}");
        for name in ["country", "region", "category", "umbrella"] {
            if let Some(value) = view.query.get(name).filter(|v| !v.is_empty()) {
                link.push_str(&format!("&{name}={}", url::encode(value)));
            }
        }
        link
    };
    html! {
        nav.pagination aria-label=(view.t("organisations-pages")) { ul {
            @if page > 1 { li { a href=(link(page - 1)) rel="prev" { (view.t("organisations-previous")) } } }
            li { span aria-current="page" { (view.tongue.with("organisations-page", &[("page", page.into()), ("pages", pages.into())])) } }
            @if page < pages { li { a href=(link(page + 1)) rel="next" { (view.t("organisations-next")) } } }
        } }
    }
}

/// The name of a region of the world and of its part, for one organisation.
fn part_of_the_world(view: &View<'_>, home: &Home) -> Option<String> {
    let code = view.places.region(home.as_str()).1;
    (code != 0).then(|| bits::region(view, code)).or_else(|| bits::region_of(view, home).map(|r| bits::region(view, r)))
}
