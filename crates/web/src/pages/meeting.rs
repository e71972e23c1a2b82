//! A meeting for everybody: its agenda, who speaks, the list of speakers in full, and the minutes with the chair's rulings.
use super::{bits, chair::minute_line, speaking, texts::pagination};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{State, floor::Speakers, id::MeetingId, procedure};
use maud::{Markup, html};

/// `/meeting?of=meeting-1&page=2`.
pub const PAGE: Page = Page { path: "meeting", roles: &[], render };
/// Who speaks and the first of the list.
pub const FLOOR: Region = Region { name: "meeting", scope: Scope::Everybody, roles: &[], polite: true, topics, render: floor };

/// Speakers on one page; the first page is live.
const ON_PAGE: usize = 50;
/// Lines of the minutes on one page.
const LINES: usize = 100;

fn topics(state: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let Some(meeting) = of.and_then(|of| of.parse().ok()) else { return vec![Topic::Now, Topic::Course] };
    let mut topics = vec![Topic::Meeting(meeting), Topic::Programme];
    topics.extend(speaking::item_of(state, meeting).map(Topic::Item));
    topics
}

fn render(view: &View<'_>) -> Option<Shown> {
    let Some(meeting) = speaking::asked_meeting(view) else {
        if view.query.contains_key("of") {
            return None;
        }
        let title = view.t("meeting-title");
        let empty = html! { h1 { (title) } div.empty { p.empty-title { (view.t("hall-no-meeting")) } a.button href="programme" { (view.t("nav-programme")) } } };
        return Some(Shown::new(title, empty));
    };
    let entry = view.state.programme.meeting(meeting)?;
    let page = view.asked::<usize>("page").unwrap_or(1).max(1);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href="programme" { (view.t("nav-programme")) } } li aria-current="page" { (view.tongue.name(&entry.titles)) } } }
        div.page-title { h1 { (view.tongue.name(&entry.titles)) } div.button-row { a.button.secondary href=(format!("hall?of={meeting}")) { (view.t("nav-hall")) } } }
        dl.facts {
            dt { (view.t("meeting-when")) } dd { (view.tongue.long_date(entry.start, entry.zone.as_str())) ", "
                local-time datetime=(instant(entry.start)) data-zone=(entry.zone.as_str()) { (view.tongue.time(entry.start, entry.zone.as_str())) } }
            @if let Some(venue) = view.state.programme.venue(entry.venue) { dt { (view.t("meeting-where")) } dd { (view.tongue.name(&venue.names)) (view.tongue.comma()) bdi { (venue.city) } } }
            @if let Some(sitting) = view.state.floor.sitting(meeting) {
                dt { (view.t("meeting-quorum")) } dd { (view.tongue.with("quorum-of", &[("present", sitting.quorum.present.into()), ("needed", sitting.quorum.needed.into())])) }
            }
        }
        (agenda(view, meeting))
        @if page == 1 { (view.region(&FLOOR, Some(&meeting.to_string()))) } @else { (later(view, meeting, page)) }
        (pages(view, meeting, page))
        (minutes(view, meeting))
    };
    Some(Shown::new(view.tongue.plain(&entry.titles), main))
}

/// A moment as the script reads it.
fn instant(at: domain::Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|t| t.to_string()).unwrap_or_default()
}

fn agenda(view: &View<'_>, meeting: MeetingId) -> Markup {
    let current = view.state.floor.sitting(meeting).and_then(|s| s.item);
    html! { section.section { div.section-title { h2 { (view.t("meeting-agenda")) } }
        @if view.state.programme.items(meeting).next().is_none() { p.muted { (view.t("meeting-no-agenda")) } }
        ol.timeline { @for (id, item) in view.state.programme.items(meeting) {
            @let done = view.state.floor.discussion(id).is_some_and(|d| d.closed.is_some());
            li class=[if current == Some(id) { Some("now") } else { done.then_some("done") }] {
                span.timeline-time { (view.state.programme.item_number(id).unwrap_or_default()) }
                div.timeline-body { h3 { (view.tongue.name(&item.titles)) } p.muted { @if let Some(kind) = bits::item_kind_beside(view, item) { (kind) } @if done { " · " (view.t("chair-item-closed")) } } }
            }
        } }
    } }
}

fn floor(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let sitting = view.state.floor.sitting(meeting);
    let list = speaking::list_of(view.state, meeting).map(|(_, list)| list);
    html! { section.section {
        div.section-title { h2 { (view.t("chair-list")) } (speaking::phase_tag(view, meeting)) }
        @if let Some(speech) = sitting.and_then(|s| s.speech.as_ref()) {
            div.now-speaking { div { p.eyebrow { (view.t("speaking-now")) } p.who { (speaking::organisation(view, speech.organisation)) } } (speaking::clock(view, speech, "clock")) }
        }
        @match list {
            Some(list) => {
                p.muted { (view.tongue.with("speakers-waiting", &[("count", list.len().into())])) " " (speaking::requests_words(view, list)) }
                (entries(view, list, 1))
                @for reply in list.replies().take(ON_PAGE) { p { span.tag.info { (view.t("act-request-reply")) } " " (speaking::organisation(view, reply.organisation)) } }
            }
            None => p.muted { (view.t("meeting-no-list")) },
        }
    } }
}

fn later(view: &View<'_>, meeting: MeetingId, page: usize) -> Markup {
    html! { section.section {
        div.section-title { h2 { (view.t("chair-list")) } span.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) } }
        @if let Some((_, list)) = speaking::list_of(view.state, meeting) { (entries(view, list, page)) }
    } }
}

fn entries(view: &View<'_>, list: &Speakers, page: usize) -> Markup {
    let before = (page - 1) * ON_PAGE;
    html! { @if list.len() > before {
        ol.speakers { @for (place, (id, entry)) in (before + 1..).zip(list.iter().skip(before).take(ON_PAGE)) {
            li.speaker { span.speaker-place { (place) } (speaking::flag(view, id)) span.speaker-name { (speaking::name(view, id))
                @if let Some(venue) = entry.venue.and_then(|v| view.state.programme.venue(v)) { span.speaker-meta { (venue.city) } } } }
        } }
    } }
}

fn pages(view: &View<'_>, meeting: MeetingId, page: usize) -> Markup {
    let length = speaking::list_of(view.state, meeting).map_or(0, |(_, l)| l.len());
    pagination(view, &format!("meeting?of={meeting}&"), page, length.div_ceil(ON_PAGE).max(page))
}

fn minutes(view: &View<'_>, meeting: MeetingId) -> Markup {
    let minutes = view.state.floor.sitting(meeting).map_or(&[][..], |s| &s.minutes);
    let page = view.asked::<usize>("minutes").unwrap_or(1).max(1);
    let pages = minutes.len().div_ceil(LINES).max(1);
    let summit = procedure::summit_of_meeting(view.state, meeting);
    let adopted = view
        .state
        .texts
        .iter()
        .filter(|(_, t)| Some(t.summit) == summit && t.adoption.as_ref().is_some_and(|a| a.meeting == meeting));
    html! { section.section #minutes {
        div.section-title { h2 { (view.t("chair-log")) } }
        @for (id, text) in adopted { p { span.tag.good { (view.t("text-state-adopted")) } " " a href=(format!("texts?of={id}")) { (speaking::text_title(view, text)) } } }
        @if minutes.is_empty() { p.muted { (view.t("chair-log-empty")) } }
        ol.log { @for minute in minutes.iter().rev().skip((page - 1) * LINES).take(LINES) { (minute_line(view, meeting, minute)) } }
        @if pages > 1 { nav.pagination aria-label=(view.t("chair-log")) { ul {
            @if page > 1 { li { a rel="prev" href=(format!("meeting?of={meeting}&minutes={}#minutes", page - 1)) { (view.t("page-previous")) } } }
            li { span aria-current="page" { (view.tongue.with("page-of", &[("page", page.into()), ("pages", pages.into())])) } }
            @if page < pages { li { a rel="next" href=(format!("meeting?of={meeting}&minutes={}#minutes", page + 1)) { (view.t("page-next")) } } }
        } } }
    } }
}
