//! The programme for everybody: days, meetings, agenda items and keynotes, with the calendar's addresses.
use super::bits;
use crate::view::{Page, Region, Scope, Shown, View};
use app::Topic;
use domain::{
    floor::Phase,
    id::{MeetingId, SummitId},
    programme::{Date, Day, Keynote, Meeting},
};
use maud::{Markup, html};

/// `/programme`; `?day=2027-03-22` shows one day.
pub const PAGE: Page = Page { path: "programme", roles: &[], render };

/// The meetings of one day, or of all days; the argument is the day.
pub const REGION: Region = Region {
    name: "programme-days",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Programme, Topic::Now, Topic::Course],
    render: |view, of| days(view, of.and_then(|day| day.parse().ok())),
};

/// With more meetings than this, a page shows one day.
const ON_ONE_PAGE: usize = 40;

fn render(view: &View<'_>) -> Option<Shown> {
    let summit = bits::summit(view);
    let days = summit.map(|s| view.state.programme.days(s)).unwrap_or_default();
    let asked: Option<Date> = view.asked("day");
    if asked.is_some_and(|day| days.iter().all(|d| d.date != day)) {
        return None;
    }
    let many = days.iter().map(|d| d.meetings.len()).sum::<usize>() > ON_ONE_PAGE;
    let shown = asked.or_else(|| many.then(|| today(view, summit, &days)).flatten());
    let main = html! {
        div.page-title { h1 { (view.t("schedule-title")) } }
        p.lead { (view.t("schedule-lead")) }
        @if summit.is_some() { (calendar(view)) }
        @if days.len() > 1 { (tabs(view, &days, shown, many)) }
        (view.region(&REGION, shown.map(|d| d.to_string()).as_deref()))
    };
    Some(Shown::new(view.t("schedule-title"), main))
}

/// Today at the main venue, else the first day to come, else the first.
fn today(view: &View<'_>, summit: Option<SummitId>, days: &[Day]) -> Option<Date> {
    let programme = &view.state.programme;
    let main = summit.and_then(|s| programme.summit(s)).and_then(|s| s.main_venue()).and_then(|v| programme.venue(v))?;
    let today = main.zone.date(view.now);
    days.iter().find(|d| d.date >= today).or_else(|| days.first()).map(|d| d.date)
}

fn calendar(view: &View<'_>) -> Markup {
    let lang = view.tongue.tag();
    html! {
        details.details {
            summary { (view.t("schedule-calendar")) }
            p { (view.t("schedule-calendar-hint")) }
            ul {
                li { a href=(format!("/programme.ics?lang={lang}")) type="text/calendar" { (view.t("schedule-calendar-zoned")) } }
                li { a href=(format!("/programme-utc.ics?lang={lang}")) type="text/calendar" { (view.t("schedule-calendar-utc")) } }
            }
        }
    }
}

fn tabs(view: &View<'_>, days: &[Day], shown: Option<Date>, many: bool) -> Markup {
    html! {
        nav.tabs aria-label=(view.t("schedule-days")) {
            @if !many { a href="programme" aria-current=[shown.is_none().then_some("page")] { (view.t("schedule-all-days")) } }
            @for day in days {
                a href=(format!("programme?day={}", day.date)) aria-current=[(shown == Some(day.date)).then_some("page")] { (bits::day(view, day.date)) }
            }
        }
    }
}

fn days(view: &View<'_>, only: Option<Date>) -> Markup {
    let Some(summit) = bits::summit(view) else { return empty(view) };
    let days = view.state.programme.days(summit);
    let mut cancelled: Vec<(MeetingId, &Meeting)> =
        view.state.programme.meetings(summit).filter(|(_, m)| m.cancelled.is_some()).collect();
    cancelled.sort_by_key(|(id, m)| (m.start, *id));
    if days.is_empty() && cancelled.is_empty() {
        return empty(view);
    }
    html! {
        @for day in days.iter().filter(|d| only.is_none_or(|o| o == d.date)) {
            section.section {
                div.section-title { h2 { (bits::long_day(view, day.date)) } }
                ol.timeline {
                    @for id in &day.meetings {
                        @if let Some(meeting) = view.state.programme.meeting(*id) { (entry(view, *id, meeting)) }
                    }
                }
            }
        }
        @if !cancelled.is_empty() {
            section.section {
                div.section-title { h2 { (view.t("schedule-cancelled-title")) } }
                ol.timeline { @for (id, meeting) in cancelled { (entry(view, id, meeting)) } }
            }
        }
    }
}

fn empty(view: &View<'_>) -> Markup {
    html! { div.empty { p.empty-title { (view.t("schedule-empty-title")) } p { (view.t("schedule-empty")) } } }
}

fn entry(view: &View<'_>, id: MeetingId, meeting: &Meeting) -> Markup {
    let phase = view.state.floor.sitting(id).map(|s| s.phase);
    let over = phase == Some(Phase::Closed);
    let running = phase.is_some() && !over;
    let zone = meeting.zone.as_str();
    html! {
        li.now[running].done[over || meeting.cancelled.is_some()] id=(id) {
            div.timeline-time {
                @if meeting.cancelled.is_some() { span.nowrap { (view.tongue.date(meeting.start, zone)) } " " }
                time datetime=(bits::machine(meeting.start)) { (view.tongue.time(meeting.start, zone)) }
            }
            div.timeline-body {
                p.eyebrow { (bits::meeting_kind(view, meeting.kind)) " " (mark(view, meeting, phase)) }
                h3 { (view.tongue.name(&meeting.titles)) }
                p { (bits::hours(view, meeting.start, meeting.end, &meeting.zone)) }
                (place(view, meeting))
                @if let Some(reason) = meeting.cancelled.as_ref().and_then(|c| c.reason.as_ref()) { p { bdi { (reason.to_string()) } } }
                (keynotes(view, &meeting.keynotes))
                (agenda(view, id))
            }
        }
    }
}

fn mark(view: &View<'_>, meeting: &Meeting, phase: Option<Phase>) -> Markup {
    html! {
        @if meeting.cancelled.is_some() { span.tag.bad { (view.t("schedule-cancelled")) } }
        @else if phase == Some(Phase::Closed) { span.tag.off { (view.t("schedule-over")) } }
        @else if phase == Some(Phase::Suspended) { span.tag.warn { (view.t("schedule-suspended")) } }
        @else if phase.is_some() { span.tag.good { (view.t("schedule-now")) } }
    }
}

fn place(view: &View<'_>, meeting: &Meeting) -> Markup {
    let Some(venue) = view.state.programme.venue(meeting.venue) else { return html! {} };
    html! {
        p.muted {
            a href=(format!("venues#{}", meeting.venue)) { (view.tongue.name(&venue.names)) }
            " · " bdi { (venue.city) } (view.tongue.comma()) (bits::country(view, &venue.country))
            // The zone's own name tells two places apart whose clocks happen to agree today.
            " · " span.nowrap dir="ltr" { (meeting.zone) }
        }
    }
}

fn keynotes(view: &View<'_>, keynotes: &[Keynote]) -> Markup {
    html! {
        @if !keynotes.is_empty() {
            h4 { (view.t("schedule-keynotes")) }
            ul {
                @for keynote in keynotes {
                    li {
                        (view.tongue.name(&keynote.titles))
                        @if let Some(name) = view.people.name(keynote.speaker) { " · " bdi { (name) } }
                        @if let Some(organisation) = keynote.organisation { " · " (bits::organisation(view, organisation)) }
                        " · " span.muted { (view.tongue.with("schedule-keynote-minutes", &[("minutes", keynote.minutes.0.into())])) }
                    }
                }
            }
        }
    }
}

fn agenda(view: &View<'_>, id: MeetingId) -> Markup {
    let programme = &view.state.programme;
    html! {
        @if programme.items(id).next().is_some() {
            h4 { (view.t("schedule-agenda")) }
            ul {
                @for (item, entry) in programme.items(id) {
                    li id=(item) {
                        @if let Some(number) = programme.item_number(item) { (number) ". " }
                        (view.tongue.name(&entry.titles))
                        @if let Some(kind) = bits::item_kind_beside(view, entry) { " " span.muted { "· " (kind) } }
                    }
                }
            }
        }
    }
}
