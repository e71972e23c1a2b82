//! The record: every headline figure with the way it was computed, and its breakdown by country, region, category or venue.
mod breakdown;

use super::{
    bits, check,
    figures::{self, Figure},
};
use crate::view::{Page, Region, Scope, Shown, View};
use app::Topic;
use breakdown::By;
use domain::id::{SummitId, TextId};
use maud::{Markup, html};

/// `/record`; `?figure=present&by=country` shows how one figure was computed, `&of=text-1` of which text.
pub const PAGE: Page = Page { path: "record", roles: &[], render };

/// All figures; with an argument such as `present` or `endorsing-countries~text-1` that one alone.
pub const REGION: Region = Region {
    name: "record-figures",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Accreditation, Topic::Presence, Topic::Programme, Topic::Now, Topic::Course],
    render: |view, of| of.map_or_else(|| all(view), |of| one(view, of)),
};

const PEOPLE: [Figure; 4] = [Figure::Registered, Figure::Accredited, Figure::Present, Figure::Remote];
const BODIES: [Figure; 4] = [Figure::Organisations, Figure::Countries, Figure::OrganisationsPresent, Figure::CountriesPresent];
const VENUES: [Figure; 4] = [Figure::Venues, Figure::VenuesPresent, Figure::HostingOrganisations, Figure::HostingCountries];
const ENDORSEMENTS: [Figure; 3] = [Figure::EndorsingOrganisations, Figure::EndorsingCountries, Figure::EndorsingOnPaper];

fn render(view: &View<'_>) -> Option<Shown> {
    let Some(summit) = bits::summit(view) else {
        let main = html! {
            div.page-title { h1 { (view.t("record-title")) } }
            div.empty { p.empty-title { (view.t("front-empty-title")) } p { (view.t("front-empty")) } }
        };
        return Some(Shown::new(view.t("record-title"), main));
    };
    match view.query.get("figure") {
        None => Some(overview(view, summit)),
        Some(name) => detail(view, summit, Figure::of(name)?),
    }
}

fn overview(view: &View<'_>, summit: SummitId) -> Shown {
    let main = html! {
        div.page-title { h1 { (view.t("record-title")) } }
        p.lead { (view.t("record-lead")) }
        (view.region(&REGION, None))
        (check::of_summit(view, summit))
        @if let Some(text) = bits::endorsed_text(view, summit) { p { a href=(format!("endorsements?of={text}")) { (view.t("check-endorsements")) } } }
        section.section {
            div.section-title { h2 { (view.t("record-data")) } }
            ul {
                li { a href="record-policy" { (view.t("policy-link")) } }
                li { a href="changes" { (view.t("changes-link")) } }
                li { a href="/record.json" type="application/json" { (view.t("record-data-json")) } }
                li { a href="/api/v1/events?after=0" type="application/json" { (view.t("record-data-feed")) } }
            }
            p { (view.t("record-data-export")) }
        }
    };
    Shown::new(view.t("record-title"), main)
}

fn all(view: &View<'_>) -> Markup {
    let text = bits::summit(view).and_then(|s| bits::endorsed_text(view, s));
    let groups = [
        (view.t("record-people"), &PEOPLE[..]),
        (view.t("record-organisations"), &BODIES[..]),
        (view.t("record-venues"), &VENUES[..]),
        (view.t("record-endorsements"), &ENDORSEMENTS[..]),
    ];
    html! {
        @for (title, group) in groups {
            section.section {
                div.section-title { h2 { (title) } }
                @if group[0].is_of_text() && text.is_none() { p.muted { (view.t("record-endorsements-none")) } }
                @else { (figures::grid(view, group)) }
            }
        }
    }
}

/// The live number of one figure; the argument is its name, with the text after `~`.
fn one(view: &View<'_>, of: &str) -> Markup {
    let (name, text) = of.split_once('~').map_or((of, None), |(name, text)| (name, text.parse().ok()));
    let (Some(figure), Some(summit)) = (Figure::of(name), bits::summit(view)) else { return html! {} };
    let value = figure.value(view.state, summit, text);
    html! {
        div.figure {
            (figures::number(view, figure, value))
            span.figure-label { (figure.label(view)) }
            span.figure-note { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
        }
    }
}

fn detail(view: &View<'_>, summit: SummitId, figure: Figure) -> Option<Shown> {
    let asked: Option<TextId> = view.asked("of");
    let text = match (figure.is_of_text(), asked) {
        (false, _) => None,
        (true, None) => bits::endorsed_text(view, summit),
        (true, Some(id)) => Some(view.state.texts.get(id).map(|_| id)?),
    };
    let by = match view.query.get("by") {
        Some(name) => By::of(name).filter(|by| by.suits(figure))?,
        None => By::Country,
    };
    let name = text.map_or_else(|| figure.as_str().to_owned(), |id| format!("{}~{id}", figure.as_str()));
    let main = html! {
        nav.breadcrumb aria-label=(view.t("record-title")) { ol {
            li { a href="record" { (view.t("record-all")) } }
            li { span aria-current="page" { (figure.label(view)) } }
        } }
        div.page-title { h1 { (figure.label(view)) } }
        @if let Some(text) = text { (of_text(view, text)) }
        (view.region(&REGION, Some(&name)))
        section.section {
            div.section-title { h2 { (view.t("record-computed")) } }
            p { (figure.meaning(view)) }
            @if let Some(text) = text { (breakdown::acts(view, text)) }
        }
        section.section {
            div.section-title { h2 { (view.t("record-breakdown")) } }
            (tabs(view, figure, text, by))
            (breakdown::table(view, summit, figure, text, by))
        }
        @match (text, figure) {
            (Some(text), _) => (check::of_text(view, text)),
            (None, Figure::Registered | Figure::Accredited | Figure::Present | Figure::OrganisationsPresent | Figure::CountriesPresent) => {
                (check::of_summit(view, summit))
            }
            (None, _) => (check::not_kept(view)),
        }
    };
    Some(Shown::new(figure.label(view), main))
}

fn of_text(view: &View<'_>, id: TextId) -> Markup {
    let Some(text) = view.state.texts.get(id) else { return html! {} };
    let revision = text.adopted().or_else(|| text.newest().map(|(_, r)| r));
    html! {
        @if let Some(revision) = revision {
            p.lead { a href=(format!("texts?of={id}")) { (view.tongue.name(&revision.title)) } " " span.symbol { bdi { (revision.symbol) } } }
        }
    }
}

fn tabs(view: &View<'_>, figure: Figure, text: Option<TextId>, by: By) -> Markup {
    let of = text.map(|id| format!("&of={id}")).unwrap_or_default();
    html! {
        nav.tabs aria-label=(view.t("record-by")) {
            @for one in By::ALL.into_iter().filter(|by| by.suits(figure)) {
                a href=(format!("record?figure={}&by={}{of}", figure.as_str(), one.as_str())) aria-current=[(one == by).then_some("page")] { (one.label(view)) }
            }
        }
    }
}
