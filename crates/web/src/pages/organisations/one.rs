//! The page of one organisation: its names, its umbrella and members, its delegation in numbers, its acts.
use super::{super::bits, part_of_the_world};
use crate::view::{Shown, View};
use domain::{
    command::Way,
    directory::Organisation,
    endorsement::{Act, ActKind},
    id::{OrganisationId, SummitId, TextId},
};
use maud::{Markup, html};
use std::borrow::Cow;

/// Members of an umbrella named on its page; the list's filter shows all.
const MEMBERS: usize = 100;

/// The page, or none when there is no such organisation.
pub fn shown(view: &View<'_>, id: OrganisationId) -> Option<Shown> {
    let organisation = view.state.directory.get(id)?;
    let summit = bits::summit(view);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("organisations-title")) { ol {
            li { a href="organisations" { (view.t("organisations-all")) } }
            li { span aria-current="page" { (view.tongue.name(&organisation.names)) } }
        } }
        div.page-title { h1 { span.org { (bits::emblem(view, id)) (view.tongue.name(&organisation.names)) } } }
        (facts(view, id, organisation))
        @if let Some(summit) = summit { (delegation(view, summit, id)) }
        (members(view, id))
        (acts(view, id))
    };
    Some(Shown::new(view.tongue.plain(&organisation.names), main))
}

fn facts(view: &View<'_>, id: OrganisationId, organisation: &Organisation) -> Markup {
    let hosted: Vec<String> = bits::summit(view)
        .map(|s| view.state.programme.venues(s).filter(|(_, v)| v.host == id).map(|(_, v)| v.city.to_string()).collect())
        .unwrap_or_default();
    html! {
        dl.facts {
            dt { (view.t("organisations-names")) }
            @for (language, name) in organisation.names.iter() { dd { bdi lang=(language) { (name) } " " span.small.muted dir="ltr" { (language) } } }
            @if let Some(short) = &organisation.short_name { dt { (view.t("organisations-short-name")) } dd { bdi { (short) } } }
            dt { (view.t("organisations-category")) } dd { (bits::category(view, organisation.category)) }
            dt { (view.t("organisations-country")) }
            @match &organisation.home {
                Some(home) => dd { (bits::country(view, home)) },
                None => dd { (view.t("organisations-international")) },
            }
            @if let Some(region) = organisation.home.as_ref().and_then(|h| part_of_the_world(view, h)) {
                dt { (view.t("organisations-region")) } dd { (region) }
            }
            @if let Some(umbrella) = organisation.umbrella { dt { (view.t("organisations-umbrella")) } dd { (bits::organisation(view, umbrella)) } }
            @if !hosted.is_empty() { dt { (view.t("organisations-hosts")) } dd { a href="venues" { (view.tongue.list(&hosted)) } } }
            @if let Some(site) = &organisation.website { dt { (view.t("organisations-website")) } dd { (website(site.as_str())) } }
        }
    }
}

/// A link for web addresses alone; anything else stays text.
fn website(site: &str) -> Markup {
    html! {
        @if site.starts_with("https://") || site.starts_with("http://") { a href=(site) rel="external nofollow" dir="ltr" { (site) } }
        @else { bdi { (site) } }
    }
}

fn delegation(view: &View<'_>, summit: SummitId, id: OrganisationId) -> Markup {
    let state = view.state;
    let registered = state.accreditation.registered_of(summit, id);
    html! {
        section.section {
            div.section-title { h2 { (view.t("organisations-delegation")) } }
            @if state.accreditation.of_organisation(summit, id).is_empty() { p.muted { (view.t("organisations-no-delegation")) } }
            @else {
                div.figure-grid {
                    @for (number, label) in [
                        (registered, view.t("organisations-people-registered")),
                        (state.accreditation.accredited_of(summit, id), view.t("organisations-people-accredited")),
                        (state.presence.of_organisation(summit, id), view.t("organisations-people-present")),
                    ] { div.figure { span.figure-value data-value=(number) { (view.tongue.number(number)) } span.figure-label { (label) } } }
                }
                p.small.muted { (view.tongue.with("as-of-position", &[("position", state.position.into())])) }
            }
        }
    }
}

fn members(view: &View<'_>, id: OrganisationId) -> Markup {
    let directory = &view.state.directory;
    let members = directory.iter().filter(|(_, o)| o.umbrella == Some(id)).map(|(member, _)| member);
    let members = bits::in_order(view, None, members);
    html! {
        @if !members.is_empty() {
            section.section {
                div.section-title {
                    h2 { (view.t("organisations-members")) " " span.muted { (view.tongue.count(members.len())) } }
                    a href=(format!("organisations?umbrella={id}")) { (view.t("organisations-all")) }
                }
                p.muted { (view.t("organisations-members-note")) }
                ul.org-list { @for member in members.into_iter().take(MEMBERS) { li { (bits::organisation(view, member)) } } }
            }
        }
    }
}

fn acts(view: &View<'_>, id: OrganisationId) -> Markup {
    let of = |text: TextId| view.state.endorsements.of(text).map(|a| a.all()).unwrap_or_default();
    let mut acts: Vec<(TextId, &Act)> = view
        .state
        .texts
        .iter()
        .flat_map(|(text, _)| of(text).iter().map(move |act| (text, act)))
        .filter(|(_, act)| act.made.organisation == id)
        .collect();
    acts.sort_by_key(|(_, act)| std::cmp::Reverse(act.position));
    html! {
        section.section {
            div.section-title { h2 { (view.t("organisations-acts")) } }
            @if acts.is_empty() { p.muted { (view.t("organisations-no-acts")) } }
            @else {
                div.table-wrap tabindex="0" role="region" aria-label=(view.t("organisations-acts")) {
                    table.table.cards {
                        thead { tr {
                            th scope="col" { (view.t("organisations-act-text")) }
                            th scope="col" { (view.t("organisations-act")) }
                            th scope="col" { (view.t("organisations-act-way")) }
                            th.num scope="col" { (view.t("organisations-act-number")) }
                            th.num scope="col" { (view.t("organisations-position")) }
                        } }
                        tbody { @for (text, act) in acts { (row(view, text, act)) } }
                    }
                }
            }
        }
    }
}

fn row(view: &View<'_>, id: TextId, act: &Act) -> Markup {
    let symbol = view.state.texts.get(id).map(|t| t.adopted().map_or(&t.symbol, |r| &r.symbol).to_string()).unwrap_or_default();
    let way = match act.made.way {
        Way::Device => view.t("organisations-by-device"),
        Way::Paper(_) => view.t("organisations-on-paper"),
        Way::Key => view.t("organisations-by-key"),
        Way::Passkey => view.t("organisations-by-passkey"),
    };
    html! {
        tr {
            th scope="row" { a href=(format!("texts?of={id}")) { bdi { (symbol) } } }
            td data-label=(view.t("organisations-act")) { (kind(view, act.made.kind)) }
            td data-label=(view.t("organisations-act-way")) { (way) }
            td.num data-label=(view.t("organisations-act-number")) { (view.tongue.number(act.made.number)) }
            td.num data-label=(view.t("organisations-position")) { (view.tongue.position(act.position)) }
        }
    }
}

fn kind(view: &View<'_>, kind: ActKind) -> Cow<'static, str> {
    match kind {
        ActKind::Endorse => view.t("organisations-act-endorse"),
        ActKind::EndorseWithReservation => view.t("organisations-act-endorse-with-reservation"),
        ActKind::Decline => view.t("organisations-act-decline"),
        ActKind::Withdraw => view.t("organisations-act-withdraw"),
    }
}
