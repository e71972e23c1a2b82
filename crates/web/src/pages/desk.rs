//! The venue's desk: one large field for the scanner, who arrived last, how many are here, and the list of an offline hour.
use super::{members, office};
use crate::{
    form, photos, scan,
    view::{Page, Region, Scope, Shown, View},
};
use app::Topic;
use domain::{
    Moment,
    id::{PersonId, VenueId},
    seat::Role,
};
use maud::{Markup, html};

/// `/as/<seat>/` of a venue's desk.
pub const PAGE: Page = Page { path: "", roles: &[Role::VenueOperator], render };
/// Who arrived last and how many are here; the desk's own, because it tells names.
pub const ARRIVALS: Region = Region {
    name: "desk-arrivals",
    scope: Scope::Seat,
    roles: &[Role::VenueOperator],
    polite: true,
    topics: |_, _, who| who.venue.map(Topic::Venue).into_iter().collect(),
    render: arrivals,
};

fn render(view: &View<'_>) -> Option<Shown> {
    let venue = view.who.venue?;
    let entry = view.state.programme.venue(venue)?;
    let title = view.tongue.plain(&entry.names);
    if view.query.get("view").is_some_and(|v| v == "offline") {
        return Some(Shown::new(view.t("desk-offline"), offline(view)).width("narrow"));
    }
    let leaving = view.query.get("view").is_some_and(|v| v == "out");
    let main = html! {
        div.page-title { h1 { (view.tongue.name(&entry.names)) } span.muted { bdi { (entry.city) } } }
        nav.tabs aria-label=(view.t("desk-ways")) {
            a href=(view.base()) aria-current=[(!leaving).then_some("page")] { (view.t("desk-in")) }
            a href=(view.href("?view=out")) aria-current=[leaving.then_some("page")] { (view.t("desk-out")) }
            a href=(view.href("?view=offline")) { (view.t("desk-offline")) }
        }
        @if leaving { (scan(view, venue, "check-out", "desk-out")) } @else { (scan(view, venue, "check-in", "desk-in")) }
        (view.region(&ARRIVALS, None))
    };
    Some(Shown::new(title, main).body("desk"))
}

fn scan(view: &View<'_>, venue: VenueId, act: &'static str, button: &str) -> Markup {
    let problem = view.problem(act, "code");
    html! {
        form.scan method="post" action=(form::address(view, act)) data-act=(act) data-reset {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            input type="hidden" name="_next" value=(if act == "check-out" { "?view=out" } else { "?view=in" });
            (form::page_mark(view))
            (office::hidden("venue", venue))
            label.label for="f-code" { (view.t("badge-code")) }
            span.hint id="f-code-hint" { (view.t("badge-code-hint")) }
            input.input id="f-code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" autofocus dir="ltr"
                maxlength="40" aria-describedby="f-code-hint" aria-invalid=[problem.map(|_| "true")];
            button.button.big { (view.t(button)) }
            p.act-status data-status role="status" {}
        }
    }
}

fn arrivals(view: &View<'_>, _: Option<&str>) -> Markup {
    let Some(venue) = view.who.venue else { return html! {} };
    let Some(entry) = view.state.programme.venue(venue) else { return html! {} };
    let here = view.state.presence.at_venue(entry.summit, venue);
    let zone = entry.zone.as_str();
    let mut arrivals = view.state.presence.arrivals(venue);
    let last = arrivals.next();
    html! {
        @if let Some((person, at)) = last { (result(view, person, at, zone)) }
        @if view.state.floor.is_link_lost(venue) { p { span.tag.bad { (view.t("venues-link-down")) } } }
        @else if view.state.floor.is_linked(venue) { p { span.tag.good { (view.t("venues-link-up")) } } }
        div.figure-grid {
            div.figure { span.figure-value { (view.tongue.number(here)) } span.figure-label { (view.t("count-here")) }
                span.figure-note { (view.tongue.with("desk-capacity", &[("capacity", entry.capacity.0.into())])) } }
        }
        @if last.is_none() { div.empty { p.empty-title { (view.t("desk-nobody")) } p { (view.t("desk-nobody-next")) } } }
        @else {
            h2 { (view.t("desk-recent")) }
            ol.org-list { @for (person, at) in arrivals {
                li { span.grow { bdi { (members::name(view, person)) } @if let Some((organisation, rank)) = delegation(view, person) { br; span.small.muted { (organisation) " · " (rank) } } }
                    span.nums { (view.tongue.time(at, zone)) } }
            } }
        }
    }
}

fn result(view: &View<'_>, person: PersonId, at: Moment, zone: &str) -> Markup {
    let flagged = !view.state.presence.flags_of(person).is_empty();
    let first = view.who.venue.and_then(|venue| scan::first(view.state, person, venue));
    let mood = if flagged || first.is_some() { "warn" } else { "good" };
    html! {
        div.scan-result.(mood) {
            (photos::image(view, person, ""))
            div {
                p.eyebrow { (view.t("desk-last")) " · " (view.tongue.time(at, zone)) }
                p.scan-name { bdi { (members::name(view, person)) } }
                @if let Some((organisation, rank)) = delegation(view, person) { p { (organisation) } p { (rank) } }
                @if let Some(first) = first { p { (scanned_before(view, first, zone)) } }
                @if flagged { p { strong { (view.t("desk-flagged")) } } }
            }
        }
    }
}

/// Where and when the badge was scanned first, by this desk's clock.
fn scanned_before(view: &View<'_>, first: scan::First, zone: &str) -> String {
    let (date, time) = (view.tongue.date(first.at, zone), view.tongue.time(first.at, zone));
    let venue = view.state.programme.venue(first.venue).map(|v| view.tongue.plain(&v.names)).unwrap_or_default();
    if first.flagged {
        return view
            .tongue
            .with("desk-scanned-elsewhere", &[("venue", (&venue).into()), ("date", (&date).into()), ("time", (&time).into())]);
    }
    view.tongue.with("desk-scanned-again", &[("date", (&date).into()), ("time", (&time).into())])
}

fn delegation(view: &View<'_>, person: PersonId) -> Option<(Markup, Markup)> {
    let member = view.state.accreditation.member(person)?;
    let delegation = view.state.accreditation.delegation(member.delegation)?;
    Some((office::organisation(view, delegation.organisation), html! { (office::rank(view, member.acts_as())) }))
}

fn offline(view: &View<'_>) -> Markup {
    let problem = view.problem("sync-scans", "list");
    html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.base()) { (view.t("desk-in")) } } } }
        div.page-title { h1 { (view.t("desk-offline")) } }
        p.lead { (view.t("desk-offline-about")) }
        form.form method="post" enctype="multipart/form-data" action=(format!("{}upload/scans", view.base())) data-native {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            div.field.invalid[problem.is_some()] {
                label for="f-list" { (view.t("desk-offline-list")) }
                span.hint id="f-list-hint" { (view.t("desk-offline-hint")) }
                @if let Some(problem) = problem { span.field-error id="f-list-error" { (problem) } }
                textarea.textarea id="f-list" name="list" rows="8" dir="ltr" aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=(if problem.is_some() { "f-list-hint f-list-error" } else { "f-list-hint" }) { (view.typed("sync-scans", "list").unwrap_or_default()) }
            }
            div.field {
                label for="f-file" { (view.t("import-file")) " " span.muted { (view.t("optional")) } }
                input.input type="file" id="f-file" name="file" accept=".csv,.txt,text/csv,text/plain";
            }
            div.button-row.fill { button.button { (view.t("desk-offline-send")) } }
        }
    }
}
