//! The console's list of speakers: the first fifty and a count, who waits to reply, and the order in the chair's hands.
use super::PRESIDING;
use crate::{
    form::{self, Field},
    pages::{
        bits,
        speaking::{self, Press},
    },
    view::{Region, Scope, View, Who},
};
use app::Topic;
use domain::{
    State,
    floor::{Requests, Speakers, balance},
    id::{ItemId, MeetingId, OrganisationId},
    procedure,
};
use maud::{Markup, html};

/// The list of speakers.
pub const LIST: Region = Region { name: "chair-list", scope: Scope::Role, roles: PRESIDING, polite: false, topics, render };

/// Entries shown; the meeting's page has all.
const SHOWN: usize = 50;

fn topics(state: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let Some(meeting) = of.and_then(|of| of.parse().ok()) else { return vec![Topic::Now, Topic::Course] };
    let mut topics = vec![Topic::Meeting(meeting), Topic::Programme];
    topics.extend(speaking::item_of(state, meeting).map(Topic::Item));
    topics
}

fn render(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let list = speaking::list_of(view.state, meeting);
    let item = list.map(|(item, _)| item).or_else(|| view.state.programme.items(meeting).next().map(|(id, _)| id));
    html! {
        section.panel.list aria-label=(view.t("chair-list")) {
            h2.panel-title {
                span { (view.t("chair-list")) " " @if let Some((_, list)) = list { span.nums { (view.tongue.count(list.len())) } } }
                @if let Some((_, list)) = list { (super::requests_tag(view, list.requests)) }
            }
            div.panel-body.flush tabindex="0" {
                @match list {
                    Some((item, list)) => (entries(view, meeting, item, list)),
                    None => div.empty { p.empty-title { (view.t("chair-list-empty")) } p { (view.t("chair-list-empty-next")) } },
                }
            }
            @if let Some(item) = item { div.panel-foot { (controls(view, meeting, item, list.map(|(_, l)| l))) } }
        }
    }
}

fn entries(view: &View<'_>, meeting: MeetingId, item: ItemId, list: &Speakers) -> Markup {
    let (of, item_of) = (meeting.to_string(), item.to_string());
    html! {
        @if list.is_empty() { div.empty { p.empty-title { (view.t("chair-nobody-waits")) } p { (view.t("chair-nobody-waits-next")) } } }
        @else {
            ol.speakers { @for (place, (id, entry)) in (1usize..).zip(list.iter().take(SHOWN)) {
                @let organisation = id.to_string();
                li class=(if place == 1 { "speaker next" } else { "speaker" }) {
                    span.speaker-place { (place) } (speaking::flag(view, id))
                    span.speaker-name { (speaking::name(view, id)) span.speaker-meta { (from(view, entry)) (unaccredited(view, meeting, id, entry)) } }
                    span.speaker-actions {
                        (Press::new("give-floor", &view.t("chair-give-short"), &[("meeting", &of), ("organisation", &organisation)]).class("compact secondary").quiet().form())
                        @if place > 1 {
                            (Press::new("reorder-speakers", &view.t("chair-first"), &[("item", &item_of), ("organisation", &organisation), ("place", "1")]).class("compact quiet").quiet().form())
                        }
                    }
                }
            } }
        }
        (geography(view, item, list))
        @if list.len() > SHOWN { p.muted { (view.tongue.with("chair-list-more", &[("count", (list.len() - SHOWN).into())])) } }
        @if list.replies().next().is_some() {
            h3 { (view.t("chair-replies")) }
            ol.speakers { @for reply in list.replies().take(SHOWN) {
                @let organisation = reply.organisation.to_string();
                li.speaker {
                    (speaking::flag(view, reply.organisation)) span.speaker-name { (speaking::name(view, reply.organisation)) }
                    span.speaker-actions {
                        @if list.is_empty() {
                            (Press::new("give-floor", &view.t("chair-give-short"), &[("meeting", &of), ("organisation", &organisation)]).class("compact secondary").quiet().form())
                        }
                        (Press::new("withdraw-reply", &view.t("chair-strike"), &[("item", &item_of), ("organisation", &organisation)]).class("compact quiet").quiet().form())
                    }
                }
            } }
        }
    }
}

/// Who was heard and who waits by region, and the suggestion for balance; the order stays in the chair's hands.
fn geography(view: &View<'_>, item: ItemId, list: &Speakers) -> Markup {
    let parts = balance::by_region(view.state, item);
    let region =
        |code: Option<u16>| code.map_or_else(|| view.t("balance-no-region").into_owned(), |code| bits::region(view, code));
    let suggestion = balance::suggestion(view.state, item).filter(|_| !list.is_empty());
    let item = item.to_string();
    html! {
        @if let Some(next) = suggestion {
            @let organisation = next.organisation.to_string();
            div.notice.info {
                p { (view.tongue.with("balance-suggestion", &[
                    ("name", (&speaking::plain_name(view, next.organisation)).into()), ("place", next.place.into()), ("region", (&region(next.region)).into()),
                ])) }
                (Press::new("reorder-speakers", &view.t("balance-move"), &[("item", &item), ("organisation", &organisation), ("place", "1")]).class("compact secondary").quiet().form())
            }
        }
        @if !parts.is_empty() {
            details.details {
                summary { (view.t("balance-title")) }
                table.table {
                    thead { tr { th scope="col" { (view.t("balance-region")) } th.num scope="col" { (view.t("balance-heard")) } th.num scope="col" { (view.t("balance-waiting")) } } }
                    tbody { @for (code, part) in parts { tr {
                        th scope="row" { (region(code)) } td.num { (view.tongue.number(part.heard)) } td.num { (view.tongue.number(part.waiting)) }
                    } } }
                }
            }
        }
    }
}

/// The rank was that of an accredited member when the request came; a head who was withdrawn since is told.
fn unaccredited(view: &View<'_>, meeting: MeetingId, organisation: OrganisationId, entry: &domain::floor::Entry) -> Markup {
    let summit = procedure::summit_of_meeting(view.state, meeting);
    let ranks = summit.map(|summit| procedure::speaking_ranks(view.state, summit, organisation)).unwrap_or_default();
    html! { @if entry.rank == domain::floor::Rank::Head && !ranks.head { " " span.tag.warn { (view.t("chair-no-head")) } } }
}

fn from(view: &View<'_>, entry: &domain::floor::Entry) -> Markup {
    let rank = match entry.rank {
        domain::floor::Rank::Head => view.t("rank-head"),
        domain::floor::Rank::Representative => view.t("rank-representative"),
    };
    let venue = entry.venue.and_then(|v| view.state.programme.venue(v).map(|venue| (v, venue)));
    html! {
        (rank)
        @if let Some((id, venue)) = venue {
            " · " (venue.city)
            @if view.state.floor.is_link_lost(id) { " " span.tag.bad { (view.t("link-lost")) } }
        }
        @if matches!(entry.way, domain::command::Way::Paper(_)) { " · " (view.t("way-paper")) }
    }
}

fn controls(view: &View<'_>, meeting: MeetingId, item: ItemId, list: Option<&Speakers>) -> Markup {
    let id = item.to_string();
    let summit = procedure::summit_of_meeting(view.state, meeting);
    let defaults = summit.map(|s| procedure::speeches_of(view.state, s, item));
    let seconds =
        list.and_then(|l| l.limit_seconds).or_else(|| defaults.map(|d| d.0)).map(|s| s.0.to_string()).unwrap_or_default();
    let times = list.map_or_else(|| defaults.and_then(|d| d.1), |l| l.interventions).map(|i| i.0.to_string()).unwrap_or_default();
    let open = list.is_some_and(|l| l.requests == Requests::Open);
    html! {
        div.side-by-side {
            @if open {
                (Press::new("close-speakers", &view.t("chair-close-list"), &[("item", &id)]).class("secondary").key("l").form())
            }
            details.details open[!open] {
                summary { (if open { view.t("chair-change-limits") } else { view.t("chair-open-list") }) }
                (form::form(view, "open-speakers", None, html! {
                    input type="hidden" name="item" value=(id);
                    div.field-row {
                        (form::field(view, "open-speakers", Field::new("limit_seconds", "chair-limit").kind("number").value(&seconds)))
                        (form::field(view, "open-speakers", Field::new("interventions", "chair-interventions").kind("number").value(&times).optional()))
                    }
                    button.button.secondary data-key=[(!open).then_some("l")] { (view.t("chair-open-list")) }
                }))
            }
            @if let Some(list) = list.filter(|l| l.len() > 1) { (order(view, &id, list)) }
        }
    }
}

fn order(view: &View<'_>, item: &str, list: &Speakers) -> Markup {
    let choices: Vec<(String, String)> = (1usize..)
        .zip(list.iter().take(SHOWN))
        .map(|(place, (id, _))| (id.to_string(), format!("{place} · {}", speaking::plain_name(view, id))))
        .collect();
    let choice = |name: &str, label: &str| {
        let id = format!("f-{item}-{name}-{label}");
        html! { div.field { label for=(id) { (view.t(label)) } select.select id=(id) name=(name) required {
            option value="" { "—" }
            @for (value, words) in &choices { option value=(value) { (words) } }
        } } }
    };
    html! {
        details.details {
            summary { (view.t("chair-order")) }
            (form::form(view, "reorder-speakers", None, html! {
                input type="hidden" name="item" value=(item);
                div.field-row { (choice("organisation", "chair-move")) (form::field(view, "reorder-speakers", Field::new("place", "chair-to-place").kind("number"))) }
                button.button.secondary { (view.t("chair-move-button")) }
            }))
            (form::form(view, "swap-speakers", None, html! {
                input type="hidden" name="item" value=(item);
                div.field-row { (choice("organisation", "chair-swap")) (choice("with", "chair-swap-with")) }
                button.button.secondary { (view.t("chair-swap-button")) }
            }))
            (form::form(view, "withdraw-request", None, html! {
                input type="hidden" name="item" value=(item);
                (choice("organisation", "chair-strike-who"))
                button.button.danger { (view.t("chair-strike")) }
            }))
        }
    }
}
