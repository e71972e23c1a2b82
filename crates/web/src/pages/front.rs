//! The public summit page, and the front page of roles that have none of their own.
use super::{
    bits,
    figures::{self, Figure},
};
use crate::view::{Page, Region, Scope, Shown, View};
use app::Topic;
use domain::{
    floor::Phase,
    id::{MeetingId, SummitId},
    programme::{Meeting, Summit},
};
use maud::{Markup, html};

/// `/`.
pub const PAGE: Page = Page { path: "", roles: &[], render };

/// The headline figures.
pub const FIGURES: Region = Region {
    name: "headline-figures",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Accreditation, Topic::Presence, Topic::Programme, Topic::Now, Topic::Course],
    render: |view, _| figures::grid(view, &Figure::HEADLINE),
};

/// What is happening now, and what comes next.
pub const NOW: Region = Region {
    name: "happening",
    scope: Scope::Everybody,
    roles: &[],
    polite: true,
    topics: |_, _, _| vec![Topic::Programme, Topic::Now, Topic::Course],
    render: |view, _| now(view),
};

/// Meetings announced as next.
const NEXT: usize = 4;

fn render(view: &View<'_>) -> Option<Shown> {
    let Some(summit) = bits::summit(view).and_then(|id| view.state.programme.summit(id)) else {
        return Some(empty(view));
    };
    let main = html! {
        (heading(view, summit))
        (view.region(&NOW, None))
        section.section {
            div.section-title { h2 { (view.t("front-figures")) } a href="record" { (view.t("front-record")) } }
            (view.region(&FIGURES, None))
        }
        section.section {
            div.section-title { h2 { (view.t("front-look")) } }
            (links(view))
        }
    };
    Some(Shown::new(view.tongue.plain(&summit.details.themes), main))
}

fn empty(view: &View<'_>) -> Shown {
    let main = html! {
        h1.visually-hidden { (view.t("app-name")) }
        div.empty {
            p.empty-title { (view.t("front-empty-title")) }
            p { (view.t("front-empty")) }
        }
    };
    Shown::new(view.t("front-empty-title"), main)
}

fn heading(view: &View<'_>, summit: &Summit) -> Markup {
    let details = &summit.details;
    let conveners: Vec<String> = details.conveners.iter().map(|o| bits::apart(view, bits::plain_name(view, *o))).collect();
    let main = summit.main_venue().and_then(|v| view.state.programme.venue(v));
    html! {
        @if let Some(series) = view.state.programme.series() { p.eyebrow { (view.tongue.name(series)) } }
        div.page-title { h1 { (view.tongue.name(&details.themes)) } }
        p.lead {
            (bits::days(view, details.opens, details.closes))
            @if let Some(venue) = main {
                " · "
                bdi { (venue.city) } (view.tongue.comma()) (bits::country(view, &venue.country))
            }
        }
        p { (view.tongue.with("front-convened-by", &[("names", (&view.tongue.list(&conveners)).into())])) }
    }
}

fn now(view: &View<'_>) -> Markup {
    let Some(summit) = bits::summit(view) else { return html! {} };
    let programme = &view.state.programme;
    if programme.summit(summit).is_some_and(|s| s.closed.is_some()) {
        // Nothing happens any more, and what was still on the programme will not: the page is an archive.
        return html! { section.section { div.notice.info { p { (view.t("front-closed")) } } } };
    }
    let mut running: Vec<(MeetingId, &Meeting)> = programme
        .meetings(summit)
        .filter(|(id, _)| view.state.floor.sitting(*id).is_some_and(|s| s.phase != Phase::Closed))
        .collect();
    running.sort_by_key(|(id, m)| (m.start, *id));
    let mut next: Vec<(MeetingId, &Meeting)> = programme
        .meetings(summit)
        .filter(|(id, m)| m.cancelled.is_none() && view.state.floor.sitting(*id).is_none() && view.now < m.end)
        .collect();
    next.sort_by_key(|(id, m)| (m.start, *id));
    html! {
        section.section {
            div.section-title { h2 { (view.t("front-now")) } a href="hall" { (view.t("nav-hall")) } }
            @if running.is_empty() && open_text(view, summit).is_none() {
                p {
                    (view.t("front-now-nothing"))
                    @if let Some((_, meeting)) = next.first() {
                        " "
                        (view.tongue.with("front-now-nothing-next", &[("day", (&view.tongue.long_date(meeting.start, meeting.zone.as_str())).into())]))
                    }
                }
            }
            @for (id, meeting) in &running { (in_progress(view, *id, meeting)) }
            @if let Some((id, counts)) = open_text(view, summit) { (endorse_now(view, id, counts)) }
        }
        section.section {
            div.section-title { h2 { (view.t("front-next")) } a href="programme" { (view.t("front-programme")) } }
            @if next.is_empty() { p.muted { (view.t("front-next-none")) } }
            @else { ol.timeline { @for (_, meeting) in next.iter().take(NEXT) { (announced(view, meeting)) } } }
        }
    }
}

fn open_text(view: &View<'_>, summit: SummitId) -> Option<(domain::id::TextId, domain::endorsement::Counts)> {
    let id = bits::endorsed_text(view, summit)?;
    view.state.texts.get(id).filter(|t| t.open_for_endorsement)?;
    Some((id, view.state.endorsements.now(id)))
}

fn in_progress(view: &View<'_>, id: MeetingId, meeting: &Meeting) -> Markup {
    let Some(sitting) = view.state.floor.sitting(id) else { return html! {} };
    let item = sitting.item.and_then(|i| Some((view.state.programme.item_number(i)?, view.state.programme.item(i)?)));
    html! {
        article.card.strong {
            p.eyebrow {
                (bits::meeting_kind(view, meeting.kind)) " "
                @if sitting.phase == Phase::Suspended { span.tag.warn { (view.t("front-suspended")) } }
                @else { span.tag.good { (view.t("front-in-progress")) } }
            }
            h3.card-title { (view.tongue.name(&meeting.titles)) }
            @if let Some((number, item)) = item { p { (number) ". " (view.tongue.name(&item.titles)) } }
            @if let Some(speech) = &sitting.speech {
                p { (view.tongue.with("front-now-speaking", &[("organisation", (&bits::plain_name(view, speech.organisation)).into())])) }
            }
        }
    }
}

fn endorse_now(view: &View<'_>, id: domain::id::TextId, counts: domain::endorsement::Counts) -> Markup {
    let Some(revision) = view.state.texts.get(id).and_then(|t| t.adopted()) else { return html! {} };
    html! {
        a.card href=(format!("texts?of={id}")) {
            p.eyebrow { (view.t("front-endorse-now")) }
            h3.card-title { (view.tongue.name(&revision.title)) }
            p { span.symbol { bdi { (revision.symbol) } } " · " (Figure::EndorsingOrganisations.label(view)) " " b.nums { (view.tongue.number(counts.organisations)) } }
            @if counts.before_correction > 0 { p { (view.t("endorsements-before-correction")) " " b.nums { (view.tongue.number(counts.before_correction)) } } }
        }
    }
}

fn announced(view: &View<'_>, meeting: &Meeting) -> Markup {
    let venue = view.state.programme.venue(meeting.venue);
    html! {
        li {
            div.timeline-time {
                time datetime=(bits::machine(meeting.start)) { (view.tongue.date(meeting.start, meeting.zone.as_str())) }
            }
            div.timeline-body {
                h3 { (view.tongue.name(&meeting.titles)) }
                p { (bits::hours(view, meeting.start, meeting.end, &meeting.zone)) }
                p.muted {
                    (bits::meeting_kind(view, meeting.kind))
                    @if let Some(venue) = venue { " · " (view.tongue.name(&venue.names)) (view.tongue.comma()) bdi { (venue.city) } }
                }
            }
        }
    }
}

fn links(view: &View<'_>) -> Markup {
    let cards = [
        ("hemicycle", view.t("front-link-hemicycle"), view.t("front-link-hemicycle-about")),
        ("programme", view.t("front-link-programme"), view.t("front-link-programme-about")),
        ("organisations", view.t("front-link-organisations"), view.t("front-link-organisations-about")),
        ("venues", view.t("front-link-venues"), view.t("front-link-venues-about")),
        ("texts", view.t("front-link-texts"), view.t("front-link-texts-about")),
        ("record", view.t("front-link-record"), view.t("front-link-record-about")),
    ];
    html! {
        div.grid {
            @for (page, title, about) in cards {
                a.card href=(page) { h3.card-title { (title) } p { (about) } }
            }
        }
    }
}
