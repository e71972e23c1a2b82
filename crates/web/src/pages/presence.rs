//! Presence for the secretariat: who is present by venue, country and organisation, and the badges that were scanned at two venues.
use super::{members, office};
use crate::view::{Page, Region, Scope, Shown, View};
use app::Topic;
use domain::{
    count::headcount,
    id::{OrganisationId, SummitId},
};
use maud::{Markup, html};

/// `/as/<seat>/presence`.
pub const PAGE: Page = Page { path: "presence", roles: office::SECRETARIAT, render };
/// The counts by venue, kept current.
pub const COUNTS: Region = Region {
    name: "presence-counts",
    scope: Scope::Role,
    roles: office::SECRETARIAT,
    polite: false,
    topics: |_, _, _| vec![Topic::Presence, Topic::Programme, Topic::Accreditation],
    render: |view, _| counts(view),
};
/// Badges scanned at two venues.
pub const FLAGS: Region = Region {
    name: "presence-flags",
    scope: Scope::Role,
    roles: office::SECRETARIAT,
    polite: true,
    topics: |_, _, _| vec![Topic::Presence],
    render: |view, _| flags(view),
};
/// Most flags shown at once: the others follow when these are cleared.
const FLAGS_SHOWN: usize = 50;

fn render(view: &View<'_>) -> Option<Shown> {
    let Some((summit, _)) = office::summit(view) else { return Some(super::message(view, "accreditation-no-summit")) };
    let title = view.t("nav-presence");
    let by = view.query.get("by").map_or("venue", String::as_str);
    let main = html! {
        div.page-title { h1 { (title) } }
        (view.region(&FLAGS, None))
        nav.tabs aria-label=(view.t("presence-by")) {
            @for (key, words) in [("venue", "presence-by-venue"), ("country", "presence-by-country"), ("organisation", "presence-by-organisation")] {
                a href=(view.href(&format!("presence?by={key}"))) aria-current=[(by == key).then_some("page")] { (view.t(words)) }
            }
        }
        @match by {
            "country" => (countries(view, summit)),
            "organisation" => (organisations(view, summit)),
            _ => (view.region(&COUNTS, None)),
        }
    };
    Some(Shown::new(title, main))
}

fn counts(view: &View<'_>) -> Markup {
    let Some((summit, _)) = office::summit(view) else { return html! {} };
    let head = headcount(view.state, summit);
    html! {
        div.figure-grid {
            div.figure { span.figure-value { (view.tongue.number(head.present)) } span.figure-label { (view.t("office-present")) }
                span.figure-note { (view.tongue.with("presence-of-accredited", &[("count", head.accredited.into())])) } }
            div.figure { span.figure-value { (view.tongue.number(head.remote)) } span.figure-label { (view.t("presence-remote")) } }
            div.figure { span.figure-value { (view.tongue.number(head.organisations_present)) } span.figure-label { (view.t("presence-organisations")) } }
            div.figure { span.figure-value { (view.tongue.number(head.countries_present)) } span.figure-label { (view.t("presence-countries")) } }
        }
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("presence-by-venue")) { table.table {
            thead { tr { th scope="col" { (view.t("venue")) } th scope="col" class="num" { (view.t("office-present")) } th scope="col" class="num" { (view.t("venue-capacity")) } } }
            tbody { @for (id, venue) in view.state.programme.venues(summit) { tr {
                th scope="row" { (view.tongue.name(&venue.names)) " " span.small.muted { bdi { (venue.city) } } }
                td.num { (view.tongue.number(view.state.presence.at_venue(summit, id))) }
                td.num { (view.tongue.number(venue.capacity.0)) }
            } } }
        } }
    }
}

fn flags(view: &View<'_>) -> Markup {
    let all: Vec<_> = view.state.presence.flags().take(FLAGS_SHOWN).collect();
    if all.is_empty() {
        return html! { p.muted { (view.t("presence-no-flags")) } };
    }
    let venue = |id| view.state.programme.venue(id).map(|v| view.tongue.plain(&v.names)).unwrap_or_default();
    html! {
        div.notice.warn {
            p.notice-title { (view.t("presence-flags")) }
            p { (view.t("presence-flags-about")) }
            ul.org-list { @for (person, flag) in all {
                li {
                    span.grow {
                        bdi { (members::name(view, person)) }
                        br; span.small { (view.tongue.with("presence-flag", &[("first", (&venue(flag.first)).into()), ("second", (&venue(flag.second)).into())])) }
                    }
                    (crate::form::press("clear-flag", &view.t("presence-clear"), "secondary compact", &[("person", &person.to_string())], None))
                }
            } }
        }
    }
}

fn countries(view: &View<'_>, summit: SummitId) -> Markup {
    let mut rows: Vec<(String, Markup, u32)> =
        view.state.presence.countries(summit).map(|(home, n)| (office::country(view, Some(home)), office::flag(Some(home)), n)).collect();
    rows.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| view.tongue.compare(&a.0, &b.0)));
    table(view, "by=country", "country", rows)
}

fn organisations(view: &View<'_>, summit: SummitId) -> Markup {
    let all: Vec<(OrganisationId, u32)> = view.state.presence.organisations(summit).collect();
    let home = |id| view.state.directory.get(id).and_then(|o| o.home.as_ref());
    let mut rows: Vec<(String, Markup, u32)> =
        all.into_iter().map(|(id, n)| (office::plain(view, id), office::flag(home(id)), n)).collect();
    rows.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| view.tongue.compare(&a.0, &b.0)));
    table(view, "by=organisation", "organisation", rows)
}

fn table(view: &View<'_>, query: &str, label: &str, rows: Vec<(String, Markup, u32)>) -> Markup {
    let (_, by) = query.split_once('=').unwrap_or_default();
    let (rows, pages) = office::paged(view, "presence", &[("by", by)], rows);
    html! {
        @if rows.is_empty() { div.empty { p.empty-title { (view.t("presence-nobody")) } p { (view.t("presence-nobody-next")) } } } @else {
            div.table-wrap tabindex="0" role="region" aria-label=(view.t(label)) { table.table {
                thead { tr { th scope="col" { (view.t(label)) } th scope="col" class="num" { (view.t("office-present")) } } }
                tbody { @for (name, flag, count) in rows { tr { th scope="row" { span.org { (flag) bdi { (name) } } } td.num { (view.tongue.number(count)) } } } }
            } }
            (pages)
        }
    }
}
