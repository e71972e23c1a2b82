//! The chair's console: one screen, everything by keyboard. Each panel is a region of its own.
mod list;
mod question;
mod vote;

use super::speaking::{self, Press};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State, count,
    floor::{Cause, Minuted, Offer, Phase, Requests, Sitting, Speech},
    id::{ItemId, MeetingId},
    procedure,
    seat::Role,
};
use maud::{Markup, html};

pub use list::LIST;
pub use question::{ITEM, ITEMS, kind as reservation_kind};
pub use vote::PAGE as PUT_QUESTION;

/// Who presides: the chair, or the secretariat on the chair's behalf.
pub const PRESIDING: &[Role] = &[Role::Chair, Role::Secretariat];
/// `/as/<seat>/chair?of=meeting-1`.
pub const PAGE: Page = Page { path: "chair", roles: PRESIDING, render };
/// The chair's front page is the console too.
pub const FRONT: Page = Page { path: "", roles: &[Role::Chair], render };

/// The meeting, the speaker, the clock and the buttons for them.
pub const NOW: Region =
    Region { name: "chair-now", scope: Scope::Role, roles: PRESIDING, polite: false, topics: meeting_topics, render: now };
/// Quorum, headcount and links.
pub const ROOM: Region =
    Region { name: "chair-room", scope: Scope::Role, roles: PRESIDING, polite: false, topics: room_topics, render: room };
/// The newest lines of the minutes.
pub const LOG: Region =
    Region { name: "chair-log", scope: Scope::Role, roles: PRESIDING, polite: false, topics: meeting_topics, render: log };

/// How much more time one press gives, in seconds.
const EXTENSION: &str = "60";
/// Lines of the minutes shown; the meeting's page has all.
const LOG_LINES: usize = 30;
/// Lost links named; the rest are counted.
const LINKS: usize = 8;

fn meeting_topics(state: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let Some(meeting) = of.and_then(|of| of.parse().ok()) else { return vec![Topic::Now, Topic::Course] };
    let mut topics = vec![Topic::Meeting(meeting), Topic::Programme];
    topics.extend(speaking::item_of(state, meeting).map(Topic::Item));
    // A speaker's link going down stops the clock: the venue tells.
    let speech = state.floor.sitting(meeting).and_then(|s| s.speech.as_ref());
    topics.extend(speech.and_then(|s| s.venue).map(Topic::Venue));
    topics
}

fn room_topics(_: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let mut topics = vec![Topic::Presence, Topic::Accreditation, Topic::Now, Topic::Course];
    topics.extend(of.and_then(|of| of.parse().ok()).map(Topic::Meeting));
    topics
}

fn render(view: &View<'_>) -> Option<Shown> {
    if view.query.contains_key("of") {
        speaking::asked_meeting(view)?;
    }
    let title = view.t("chair-title");
    let Some(meeting) = speaking::asked_meeting(view) else {
        let empty = html! { main.page #main tabindex="-1" {
            h1 { (title) }
            div.empty { p.empty-title { (view.t("chair-no-meeting")) } p { (view.t("chair-no-meeting-next")) } a.button href="programme" { (view.t("nav-programme")) } }
        } };
        return Some(Shown::new(title, empty).body("chair"));
    };
    let of = meeting.to_string();
    let main = html! {
        key-map {
            main.console #main tabindex="-1" {
                h1.visually-hidden { (title) }
                (crate::frame::notices(view))
                (view.region(&NOW, Some(&of)))
                (view.region(&LIST, Some(&of)))
                (view.region(&ROOM, Some(&of)))
                (view.region(&ITEM, Some(&of)))
                (view.region(&LOG, Some(&of)))
            }
            div.cluster.between.console-foot {
                (meetings(view, meeting))
                button.button.quiet type="button" data-key="?" data-key-help { (view.t("chair-shortcuts")) " " kbd { "?" } }
            }
        }
    };
    Some(Shown::new(title, main).body("chair"))
}

/// The other meetings of the summit, to preside over one of them.
fn meetings(view: &View<'_>, shown: MeetingId) -> Markup {
    let Some(summit) = procedure::summit_of_meeting(view.state, shown) else { return html! {} };
    let meetings = || view.state.programme.meetings(summit).filter(|(_, m)| m.cancelled.is_none());
    if meetings().count() < 2 {
        return html! { span {} };
    }
    html! {
        nav.tabs aria-label=(view.t("chair-meetings")) {
            @for (id, _) in meetings() {
                a href=(format!("chair?of={id}")) aria-current=[(id == shown).then_some("page")] { (speaking::meeting_title(view, id)) }
            }
        }
    }
}

fn now(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let sitting = view.state.floor.sitting(meeting);
    html! {
        section.panel.now aria-label=(view.t("chair-meeting")) {
            h2.panel-title { span { (speaking::meeting_title(view, meeting)) } (speaking::phase_tag(view, meeting)) }
            div.panel-body tabindex="0" {
                @match sitting.and_then(|s| s.item) {
                    Some(item) => p { strong { (speaking::item_title(view, item)) } },
                    None => p.muted { (view.t("chair-no-item")) },
                }
                @if let Some(sitting) = sitting { (speaker(view, meeting, sitting)) } @else { p { (view.t("chair-not-opened")) } }
            }
            div.panel-foot.button-row { (meeting_buttons(view, meeting, sitting)) }
        }
    }
}

fn speaker(view: &View<'_>, meeting: MeetingId, sitting: &Sitting) -> Markup {
    let id = meeting.to_string();
    let hidden = [("meeting", id.as_str())];
    html! {
        @if let Some(point) = &sitting.point_of_order {
            div.notice.warn role="alert" {
                p.notice-title { (view.tongue.with("chair-point-of-order", &[("name", (&speaking::plain_name(view, point.organisation)).into())])) }
                div.button-row {
                    (Press::new("rule-point-of-order", &view.t("chair-uphold"), &[("meeting", &id), ("upheld", "true")]).key("u").form())
                    (Press::new("rule-point-of-order", &view.t("chair-overrule"), &[("meeting", &id), ("upheld", "false")]).class("secondary").key("d").form())
                }
            }
        }
        @match &sitting.speech {
            Some(speech) => (speech_under_way(view, &hidden, speech)),
            None => p.muted { (view.t("chair-nobody-speaks")) },
        }
        @for kept in &sitting.kept {
            div.notice.info {
                p { (view.tongue.with("chair-kept", &[("name", (&speaking::plain_name(view, kept.organisation)).into())])) " " (speaking::clock(view, kept, "clock small")) }
                (Press::new("end-speech", &view.t("chair-end-kept"), &[("meeting", &id), ("organisation", &kept.organisation.to_string())]).class("secondary compact").form())
            }
        }
    }
}

fn speech_under_way(view: &View<'_>, hidden: &[(&str, &str); 1], speech: &Speech) -> Markup {
    let held = |cause| speech.held.contains(&cause);
    let extend = [hidden[0], ("seconds", EXTENSION)];
    html! {
        section.now-speaking {
            div {
                p.eyebrow { (view.t("speaking-now")) }
                p.who { (speaking::organisation(view, speech.organisation)) }
                @for cause in &speech.held { p { span.tag.warn { (cause_words(view, *cause)) } } }
            }
            (speaking::clock(view, speech, "clock"))
        }
        div.button-row {
            (Press::new("end-speech", &view.t("chair-end-speech"), hidden).key("e").form())
            @if held(Cause::Chair) || held(Cause::Suspension) {
                (Press::new("resume-clock", &view.t("chair-resume-clock"), hidden).class("secondary compact").key("p").form())
            } @else {
                (Press::new("pause-clock", &view.t("chair-pause-clock"), hidden).class("secondary compact").key("p").form())
            }
            (Press::new("extend-speech", &view.t("chair-extend"), &extend).class("secondary compact").key("x").form())
        }
    }
}

fn cause_words(view: &View<'_>, cause: Cause) -> std::borrow::Cow<'static, str> {
    match cause {
        Cause::Chair => view.t("clock-held-chair"),
        Cause::Link => view.t("clock-held-link"),
        Cause::PointOfOrder => view.t("clock-held-point-of-order"),
        Cause::Suspension => view.t("clock-held-suspension"),
    }
}

fn meeting_buttons(view: &View<'_>, meeting: MeetingId, sitting: Option<&Sitting>) -> Markup {
    let id = meeting.to_string();
    let hidden = [("meeting", id.as_str())];
    let close = || {
        Press::new("close-meeting", &view.t("chair-close-meeting"), &hidden)
            .class("danger compact")
            .confirm(&view.t("ask-close-meeting"))
            .form()
    };
    let may_give = |s: &Sitting| {
        s.item.is_some()
            && s.point_of_order.is_none()
            && s.speech.as_ref().is_none_or(|speech| speech.held.contains(&Cause::Link))
    };
    html! {
        @match sitting.map(|s| (s.phase, s)) {
            None => (Press::new("open-meeting", &view.t("chair-open-meeting"), &hidden).key("o").form()),
            // Nothing interrupts the voting: what would be refused is not offered.
            Some((Phase::Open, _)) if view.state.polls.under_way(meeting).is_some() => p.muted { (view.t("chair-voting")) },
            Some((Phase::Open, sitting)) => {
                @if let Some(offer) = view.state.floor.offer(meeting).filter(|_| may_give(sitting)) {
                    (Press::new("give-floor", &give_words(view, offer), &hidden).class("big").key("n").form())
                }
                (Press::new("suspend-meeting", &view.t("chair-suspend"), &hidden).class("secondary compact").key("s").form())
                (close())
            }
            Some((Phase::Suspended, _)) => {
                (Press::new("resume-meeting", &view.t("chair-resume"), &hidden).key("s").form())
                (close())
            }
            Some((Phase::Closed, _)) => p.muted { (view.t("chair-closed-next")) },
        }
    }
}

fn give_words(view: &View<'_>, offer: Offer) -> String {
    let name = speaking::plain_name(view, offer.organisation());
    let args = [("name", (&name).into())];
    match offer {
        Offer::Kept(_) => view.tongue.with("chair-give-back", &args),
        Offer::Listed(_) => view.tongue.with("chair-give", &args),
        Offer::Reply(_) => view.tongue.with("chair-give-reply", &args),
    }
}

fn room(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let Some(summit) = procedure::summit_of_meeting(view.state, meeting) else { return html! {} };
    let heads = count::headcount(view.state, summit);
    let lost: Vec<_> = view.state.floor.lost_links().collect();
    html! {
        section.panel.room aria-label=(view.t("chair-room")) {
            h2.panel-title { (view.t("chair-room")) }
            div.panel-body tabindex="0" {
                (quorum(view, &view.t("quorum-to-open"), procedure::quorum_to_open(view.state, meeting, summit)))
                (quorum(view, &view.t("quorum-to-decide"), procedure::quorum_to_decide(view.state, summit)))
                dl.facts.counts {
                    dt { (view.t("count-organisations-present")) } dd.nums { (view.tongue.number(heads.organisations_present)) }
                    dt { (view.t("count-present")) } dd.nums { (view.tongue.number(heads.present)) }
                    dt { (view.t("count-remote")) } dd.nums { (view.tongue.number(heads.remote)) }
                    dt { (view.t("count-venues")) } dd.nums { (view.tongue.number(heads.venues_present)) }
                }
                @for venue in lost.iter().take(LINKS) {
                    p { span.tag.bad { (view.t("link-lost")) } " " @if let Some(venue) = view.state.programme.venue(*venue) { (view.tongue.name(&venue.names)) } }
                }
                @if lost.len() > LINKS { p.muted { (view.tongue.with("links-lost", &[("count", lost.len().into())])) } }
            }
        }
    }
}

/// One quorum in words and numbers: reached, or how many are missing.
fn quorum(view: &View<'_>, label: &str, outcome: Result<procedure::Quorum, domain::Refusal>) -> Markup {
    let number = |refusal: &domain::Refusal, name: &str| {
        refusal.with.iter().find(|(n, _)| *n == name).and_then(|(_, v)| v.parse::<u32>().ok())
    };
    let (mood, words) = match &outcome {
        Ok(quorum) if quorum.needed == 0 => ("tag off", view.t("quorum-none").into_owned()),
        Ok(quorum) => {
            ("tag good", view.tongue.with("quorum-of", &[("present", quorum.present.into()), ("needed", quorum.needed.into())]))
        }
        Err(refusal) => match (number(refusal, "present"), number(refusal, "needed")) {
            (Some(present), Some(needed)) => {
                ("tag bad", view.tongue.with("quorum-of", &[("present", present.into()), ("needed", needed.into())]))
            }
            _ => ("tag bad", view.t("quorum-missing").into_owned()),
        },
    };
    html! { p { (label) " " span class=(mood) { (words) } } }
}

fn log(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let minutes = view.state.floor.sitting(meeting).map_or(&[][..], |s| &s.minutes);
    html! {
        section.panel.log aria-label=(view.t("chair-log")) {
            h2.panel-title { (view.t("chair-log")) a href=(format!("meeting?of={meeting}")) { (view.t("chair-log-all")) } }
            div.panel-body tabindex="0" {
                @if minutes.is_empty() { p.muted { (view.t("chair-log-empty")) } }
                ol.log { @for minute in minutes.iter().rev().take(LOG_LINES) { (minute_line(view, meeting, minute)) } }
            }
        }
    }
}

/// One line of the minutes, at the meeting's own time.
#[must_use]
pub fn minute_line(view: &View<'_>, meeting: MeetingId, minute: &domain::floor::Minute) -> Markup {
    let zone = view.state.programme.meeting(meeting).map_or("UTC", |m| m.zone.as_str());
    html! { li { time { (view.tongue.time(minute.at, zone)) } span { (minuted(view, minute.what)) } } }
}

fn minuted(view: &View<'_>, what: Minuted) -> String {
    let named = |id: &str, organisation| view.tongue.with(id, &[("name", (&speaking::plain_name(view, organisation)).into())]);
    let item = |id: &str, item: ItemId| {
        let titles = view.state.programme.item(item).map(|i| view.tongue.plain(&i.titles)).unwrap_or_default();
        view.tongue.with(id, &[("item", (&titles).into())])
    };
    let of_poll = |id: &str, poll: domain::id::PollId| view.tongue.with(id, &[("number", poll.0.into())]);
    match what {
        Minuted::Opened => view.t("minute-opened").into_owned(),
        Minuted::Suspended => view.t("minute-suspended").into_owned(),
        Minuted::Resumed => view.t("minute-resumed").into_owned(),
        Minuted::Closed => view.t("minute-closed").into_owned(),
        Minuted::ItemOpened(id) => item("minute-item-opened", id),
        Minuted::ItemClosed(id) => item("minute-item-closed", id),
        Minuted::FloorGiven(id) => named("minute-floor-given", id),
        Minuted::SpeechEnded(id, spent) => view.tongue.with(
            "minute-speech-ended",
            &[("name", (&speaking::plain_name(view, id)).into()), ("time", (&speaking::minutes(spent)).into())],
        ),
        Minuted::SpeechExtended(seconds) => view.tongue.with("minute-extended", &[("seconds", seconds.into())]),
        Minuted::ClockPaused(cause) => view.tongue.with("minute-clock-paused", &[("cause", (&*cause_words(view, cause)).into())]),
        Minuted::ClockResumed(_) => view.t("minute-clock-resumed").into_owned(),
        Minuted::PointOfOrderRaised(id) => named("minute-point-raised", id),
        Minuted::PointOfOrderRuled(id, true) => named("minute-point-upheld", id),
        Minuted::PointOfOrderRuled(id, false) => named("minute-point-overruled", id),
        Minuted::PollOpened(id) => of_poll("minute-poll-opened", id),
        Minuted::PollLocked(id) => of_poll("minute-poll-locked", id),
        Minuted::ResultDeclared(id, true) => of_poll("minute-poll-carried", id),
        Minuted::ResultDeclared(id, false) => of_poll("minute-poll-rejected", id),
        Minuted::PollCancelled(id) => of_poll("minute-poll-cancelled", id),
        Minuted::IntentionNoted(id, organisation) => view
            .tongue
            .with("minute-intention", &[("name", (&speaking::plain_name(view, organisation)).into()), ("number", id.0.into())]),
    }
}

/// Whether requests for the floor are taken, as a tag.
fn requests_tag(view: &View<'_>, requests: Requests) -> Markup {
    match requests {
        Requests::NotOpened => html! { span.tag.off { (view.t("list-not-opened")) } },
        Requests::Open => html! { span.tag.good { (view.t("list-open")) } },
        Requests::Closed => html! { span.tag.plain { (view.t("list-closed")) } },
    }
}
