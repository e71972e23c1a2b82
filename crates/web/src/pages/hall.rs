//! The hall's screen, read from 30 metres: speaker and clock, who is next; while something is decided, the decision in big figures.
use super::{
    polls,
    speaking::{self, Deciding},
};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State, count,
    floor::{Minuted, Phase},
    id::{MeetingId, PollId},
    poll::{Choice, Poll, Question},
    procedure,
    text::Text,
};
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

fn screen_topics(state: &State, _: Option<&str>, _: &Who) -> Vec<Topic> {
    let mut topics = vec![Topic::Now, Topic::Course];
    topics.extend(state.polls.iter().next_back().map(|(id, _)| Topic::Poll(id)));
    topics
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
        @if let Some((id, poll)) = voting(view, meeting) { (vote(view, id, poll)) }
        @else { @match deciding.and_then(|d| Some((d, view.state.texts.get(d.text())?))) {
            // A speech goes before endorsements that run for days; an open question of consensus goes before everything.
            Some((Deciding::Consensus(id), text)) => (decision(view, Deciding::Consensus(id), text)),
            Some((deciding, text)) if sitting.is_none_or(|s| s.speech.is_none()) => (decision(view, deciding, text)),
            _ => (speaker(view, meeting)),
        } }
    }
}

/// The voting under way in the meeting; its declared result stays until the meeting goes on to something else.
fn voting<'a>(view: &View<'a>, meeting: Option<MeetingId>) -> Option<(PollId, &'a Poll)> {
    let meeting = meeting?;
    let under_way = view.state.polls.under_way(meeting);
    let declared = || {
        let last = view.state.floor.sitting(meeting)?.minutes.last()?.what;
        let Minuted::ResultDeclared(id, _) = last else { return None };
        let poll = view.state.polls.get(id)?;
        // A text that was adopted by it and is open for endorsement goes on as such.
        let goes_on = matches!(poll.opened.question, Question::Text { text, .. } if view.state.texts.get(text).is_some_and(|t| t.open_for_endorsement));
        Some((id, poll)).filter(|_| !goes_on)
    };
    under_way.or_else(declared)
}

fn vote(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    let big = |of: Option<Choice>, n: u32| html! { div.hall-figure { b { (view.tongue.number(n)) } span { (polls::choice(view, of)) } } };
    html! {
        main.hall-main.single #main tabindex="-1" {
            h1.visually-hidden { (view.t("nav-hall")) }
            section.hall-decision {
                p.hall-item { (view.t("voting-now")) " · " (polls::method(view, poll.opened.method)) " " (polls::tag(view, poll)) }
                p { (polls::question(view, id, poll)) }
                @match poll.tally() {
                    None => {
                        @if let Some(called) = poll.being_called() { p.hall-speaker { (speaking::flag(view, called)) (speaking::name(view, called)) } }
                        p.hall-big { (view.tongue.number(poll.received())) }
                        p { (view.tongue.with("hall-voted", &[("count", poll.received().into()), ("all", poll.opened.electorate.len().into())])) }
                    }
                    Some(tally) => {
                        div.hall-votes { @for of in Choice::ALL.into_iter().map(Some).chain([None]) { (big(of, tally.get(of))) } }
                        p.hall-item { (view.tongue.with("poll-majority", &[
                            ("needed", poll.opened.majority.more_than(tally.voting()).into()), ("voting", tally.voting().into()),
                        ])) }
                    }
                }
                @if view.state.floor.sitting(poll.opened.meeting).is_some_and(|s| s.point_of_order.is_some()) { p.hall-item { span.tag.warn { (view.t("point-of-order-pending")) } } }
            }
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
                            p.hall-person { (view.tongue.long_date(entry.start, entry.zone.as_str())) (view.tongue.comma()) (view.tongue.time(entry.start, entry.zone.as_str())) }
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
                        @if counts.before_correction > 0 { p.hall-item { (view.t("endorsements-before-correction")) ": " (view.tongue.number(counts.before_correction)) } }
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
