//! The hall's screen, read from 30 metres: speaker and clock, who is next; while something is decided, the decision in big figures.
use super::speaking::{self, Deciding};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{State, count, floor::Phase, id::MeetingId, procedure, text::Text};
use maud::{Markup, html};

/// `/hall?of=meeting-1`; without a meeting it follows the one in progress.
pub const PAGE: Page = Page { path: "hall", roles: &[], render };
/// The screen but for its figures.
pub const SCREEN: Region =
    Region { name: "hall", scope: Scope::Everybody, roles: &[], polite: false, topics: screen_topics, render: screen };
/// The figures at its foot.
pub const FIGURES: Region =
    Region { name: "hall-figures", scope: Scope::Everybody, roles: &[], polite: false, topics: figures_topics, render: figures };

/// Speakers announced.
const NEXT: usize = 5;

fn screen_topics(_: &State, _: Option<&str>, _: &Who) -> Vec<Topic> {
    vec![Topic::Now, Topic::Course]
}

fn figures_topics(_: &State, _: Option<&str>, _: &Who) -> Vec<Topic> {
    vec![Topic::Presence, Topic::Accreditation]
}

fn render(view: &View<'_>) -> Option<Shown> {
    if view.query.contains_key("of") {
        speaking::asked_meeting(view)?;
    }
    let of = view.query.get("of").map(String::as_str);
    let main = html! { (view.region(&SCREEN, of)) (view.region(&FIGURES, of)) };
    Some(Shown::new(view.t("nav-hall"), main).body("hall"))
}

fn screen(view: &View<'_>, of: Option<&str>) -> Markup {
    let meeting = speaking::meeting_of(view, of);
    let sitting = meeting.and_then(|m| view.state.floor.sitting(m));
    let summit = meeting.and_then(|m| procedure::summit_of_meeting(view.state, m)).or_else(|| view.state.programme.current());
    let deciding = summit.and_then(|s| speaking::deciding(view.state, s));
    let item = sitting.and_then(|s| s.item);
    html! {
        header.hall-top {
            span.title { (crate::frame::summit_name(view)) }
            span { @if let Some(item) = item { (speaking::item_title(view, item)) } @else if let Some(meeting) = meeting { (speaking::meeting_title(view, meeting)) } }
            span { @if let Some(meeting) = meeting { (speaking::phase_tag(view, meeting)) } }
        }
        @match deciding.and_then(|d| Some((d, view.state.texts.get(d.text())?))) {
            // A speech goes before endorsements that run for days; an open question of consensus goes before everything.
            Some((Deciding::Consensus(id), text)) => (decision(view, Deciding::Consensus(id), text)),
            Some((deciding, text)) if sitting.is_none_or(|s| s.speech.is_none()) => (decision(view, deciding, text)),
            _ => (speaker(view, meeting)),
        }
    }
}

fn speaker(view: &View<'_>, meeting: Option<MeetingId>) -> Markup {
    let sitting = meeting.and_then(|m| view.state.floor.sitting(m));
    let list = meeting.and_then(|m| speaking::list_of(view.state, m)).map(|(_, list)| list).filter(|l| !l.is_empty());
    let speech = sitting.and_then(|s| s.speech.as_ref());
    html! {
        main.hall-main.single[list.is_none()] #main tabindex="-1" {
            h1.visually-hidden { (view.t("nav-hall")) }
            section.hall-now {
                @match (speech, sitting.map(|s| s.phase)) {
                    (Some(speech), _) => {
                        p.hall-item { (view.t("speaking-now")) }
                        p.hall-speaker { (speaking::flag(view, speech.organisation)) (speaking::name(view, speech.organisation)) }
                        @if let Some(venue) = speech.venue.and_then(|v| view.state.programme.venue(v)) { p.hall-person { (venue.city) } }
                        (speaking::clock(view, speech, "clock"))
                    }
                    (None, Some(Phase::Suspended)) => p.hall-speaker { (view.t("hall-suspended")) },
                    (None, Some(Phase::Closed)) => p.hall-speaker { (view.t("hall-closed")) },
                    (None, Some(Phase::Open)) => p.hall-speaker { (view.t("hall-nobody-speaks")) },
                    (None, None) => {
                        p.hall-speaker { @if let Some(meeting) = meeting { (speaking::meeting_title(view, meeting)) } @else { (view.t("hall-no-meeting")) } }
                        @if let Some(entry) = meeting.and_then(|m| view.state.programme.meeting(m)) {
                            p.hall-person { (view.tongue.long_date(entry.start, entry.zone.as_str())) ", " (view.tongue.time(entry.start, entry.zone.as_str())) }
                        }
                    }
                }
                @if sitting.is_some_and(|s| s.point_of_order.is_some()) { p.hall-item { span.tag.warn { (view.t("point-of-order-pending")) } } }
            }
            @if let Some(list) = list {
                section.hall-next {
                    h2 { (view.tongue.with("hall-next", &[("count", list.len().into())])) }
                    ol { @for (id, _) in list.iter().take(NEXT) { li { (speaking::flag(view, id)) span { (speaking::name(view, id)) } } } }
                }
            }
        }
    }
}

fn decision(view: &View<'_>, deciding: Deciding, text: &Text) -> Markup {
    let title = html! { p.hall-item { (speaking::revision(text).map_or(&text.symbol, |r| &r.symbol)) } p { (speaking::text_title(view, text)) } };
    html! {
        main.hall-main.single #main tabindex="-1" {
            h1.visually-hidden { (view.t("nav-hall")) }
            section.hall-decision {
                (title)
                @match deciding {
                    Deciding::Consensus(_) => {
                        @let objections = text.consensus.as_ref().map_or(0, |c| c.objections.len());
                        p { (view.t("deciding-consensus")) }
                        p.hall-big { (view.tongue.count(objections)) }
                        p { (view.tongue.with("hall-objections", &[("count", objections.into())])) }
                        p { (view.tongue.with("reservations-count", &[("count", text.standing_reservations().count().into())])) }
                    }
                    Deciding::Endorsement(id) => {
                        @let counts = view.state.endorsements.now(id);
                        p.hall-big { (view.tongue.number(counts.organisations)) }
                        p { (view.tongue.with("hall-endorse", &[("organisations", counts.organisations.into()), ("countries", counts.countries.into())])) }
                        p.hall-item { (view.tongue.with("hall-apart", &[
                            ("reservations", counts.with_reservation.into()), ("declined", counts.declined.into()), ("withdrawn", counts.withdrawn.into()),
                        ])) }
                    }
                }
            }
        }
    }
}

fn figures(view: &View<'_>, of: Option<&str>) -> Markup {
    let meeting = speaking::meeting_of(view, of);
    let summit = meeting.and_then(|m| procedure::summit_of_meeting(view.state, m)).or_else(|| view.state.programme.current());
    let Some(heads) = summit.map(|s| count::headcount(view.state, s)) else { return html! {} };
    let figure = |n: u32, words: &str| html! { div.hall-figure { b { (view.tongue.number(n)) } span { (view.t(words)) } } };
    html! {
        footer.hall-figures {
            (figure(heads.present, "hall-present"))
            (figure(heads.organisations_present, "hall-organisations"))
            (figure(heads.countries_present, "hall-countries"))
            (figure(heads.venues_present, "hall-venues"))
        }
    }
}
