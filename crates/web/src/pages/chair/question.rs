//! The console's agenda, and the decision: consensus with its objections and reservations, adoption, endorsement.
use super::{PRESIDING, vote};
use crate::{
    pages::speaking::{self, Press},
    view::{Region, Scope, View, Who},
};
use app::Topic;
use domain::{
    State,
    floor::Phase,
    id::{ItemId, MeetingId, TextId},
    procedure,
    text::{Consensus, ReservationKind, Text},
};
use maud::{Markup, html};

/// The agenda and the decision.
pub const ITEM: Region = Region { name: "chair-item", scope: Scope::Role, roles: PRESIDING, polite: false, topics, render };
/// Most agenda items and texts shown on the console.
pub const ITEMS: usize = 40;

fn topics(state: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let Some(meeting) = of.and_then(|of| of.parse().ok()) else { return vec![Topic::Now, Topic::Course] };
    let summit = procedure::summit_of_meeting(state, meeting);
    let mut topics = vec![Topic::Programme, Topic::Meeting(meeting)];
    let texts = state.texts.iter().filter(|(_, t)| Some(t.summit) == summit);
    topics.extend(texts.flat_map(|(id, _)| [Topic::Text(id), Topic::Endorsements(id)]).take(2 * ITEMS));
    topics.extend(state.polls.under_way(meeting).map(|(id, _)| Topic::Poll(id)));
    // A text that is drafted while the console is open has no topic here yet: it is heard of by what is being decided.
    if topics.len() == 2 {
        topics.extend([Topic::Now, Topic::Course]);
    }
    topics
}

fn render(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(meeting) = speaking::meeting_of(view, of) else { return html! {} };
    let sitting = view.state.floor.sitting(meeting);
    let current = sitting.and_then(|s| s.item);
    let open = sitting.is_some_and(|s| s.phase == Phase::Open);
    html! {
        section.panel.item aria-label=(view.t("chair-agenda")) {
            h2.panel-title { (view.t("chair-agenda")) }
            div.panel-body tabindex="0" {
                (vote::section(view, meeting))
                @for (id, item) in view.state.programme.items(meeting).take(ITEMS) {
                    @let closed = view.state.floor.discussion(id).is_some_and(|d| d.closed.is_some());
                    div.cluster.between {
                        span { (speaking::item_title(view, id)) " " @if let Some(kind) = crate::pages::bits::item_kind_beside(view, item) { span.muted.small { (kind) } } }
                        @if current == Some(id) {
                            (Press::new("close-item", &view.t("chair-close-item"), &[("item", &id.to_string())]).class("secondary compact").key("i").form())
                        } @else if closed {
                            span.tag.off { (view.t("chair-item-closed")) }
                        } @else if open && current.is_none() {
                            (Press::new("open-item", &view.t("chair-open-item"), &[("item", &id.to_string())]).class("compact").form())
                        }
                    }
                }
                @if view.state.programme.items(meeting).next().is_none() {
                    div.empty { p.empty-title { (view.t("chair-no-agenda")) } p { (view.t("chair-no-agenda-next")) } }
                }
                (texts(view, meeting, current.filter(|_| open)))
            }
        }
    }
}

/// The texts that wait for the chair: what is asked now first, then what can be asked, then what is adopted.
fn texts(view: &View<'_>, meeting: MeetingId, item: Option<ItemId>) -> Markup {
    let summit = procedure::summit_of_meeting(view.state, meeting);
    let mut texts: Vec<_> = view.state.texts.iter().filter(|(_, t)| Some(t.summit) == summit && t.tabled().is_some()).collect();
    texts.sort_by_key(|(id, t)| (t.consensus.is_none(), t.adoption.is_some(), std::cmp::Reverse(*id)));
    html! {
        @for (id, text) in texts.into_iter().take(ITEMS) {
            section.card.strong[text.consensus.is_some()] {
                h3.card-title { a href=(format!("texts?of={id}")) { (speaking::revision(text).map_or(&text.symbol, |r| &r.symbol)) } " " (speaking::text_title(view, text)) }
                @match (&text.consensus, &text.adoption) {
                    (Some(question), _) => (question_open(view, id, text, question)),
                    (None, Some(_)) => (adopted(view, id, text)),
                    (None, None) => (ask(view, id, text, meeting, item)),
                }
            }
        }
    }
}

fn ask(view: &View<'_>, id: TextId, text: &Text, meeting: MeetingId, item: Option<ItemId>) -> Markup {
    let newest_tabled = text.newest().is_some_and(|(_, r)| r.tabled);
    html! {
        @if !newest_tabled { p.muted { (view.t("chair-revision-drafted")) } }
        @else if let Some(item) = item {
            (Press::new("open-consensus", &view.t("chair-open-consensus"), &[("text", &id.to_string()), ("meeting", &meeting.to_string()), ("item", &item.to_string())])
                .key("q").form())
            @if view.state.polls.under_way(meeting).is_none() { (vote::put_text(view, id, meeting)) }
        } @else { p.muted { (view.t("chair-consensus-needs-item")) } }
    }
}

fn question_open(view: &View<'_>, id: TextId, text: &Text, question: &Consensus) -> Markup {
    let of = id.to_string();
    let hidden = [("text", of.as_str())];
    let none = question.objections.is_empty();
    html! {
        p { span.tag.info { (view.t("chair-consensus-open")) } " "
            span.nums { (view.tongue.with("quorum-of", &[("present", question.quorum.present.into()), ("needed", question.quorum.needed.into())])) } }
        p { span class=(if none { "tag good" } else { "tag bad" }) { (view.tongue.with("objections-count", &[("count", question.objections.len().into())])) } }
        @if !none { ul.org-list { @for (organisation, _) in question.objections.iter().take(ITEMS) { li { (speaking::organisation(view, *organisation)) } } } }
        (reservations(view, text))
        div.button-row {
            @if none { (Press::new("adopt-by-consensus", &view.t("chair-adopt"), &hidden).key("a").confirm(&view.t("ask-adopt")).form()) }
            (Press::new("close-consensus", &view.t("chair-close-consensus"), &hidden).class("secondary").form())
        }
    }
}

/// The standing reservations and dissociations, counted and named.
fn reservations(view: &View<'_>, text: &Text) -> Markup {
    let count = text.standing_reservations().count();
    html! {
        p { span.tag.plain { (view.tongue.with("reservations-count", &[("count", count.into())])) } }
        @if count > 0 { ul.org-list { @for (_, reservation) in text.standing_reservations().take(ITEMS) {
            li { (speaking::organisation(view, reservation.organisation)) " " span.tag.warn { (kind(view, reservation.kind)) } }
        } } }
    }
}

/// Words for a reservation or dissociation.
#[must_use]
pub fn kind(view: &View<'_>, kind: ReservationKind) -> std::borrow::Cow<'static, str> {
    match kind {
        ReservationKind::Reservation => view.t("reservation-kind-reservation"),
        ReservationKind::Dissociation => view.t("reservation-kind-dissociation"),
    }
}

fn adopted(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    let of = id.to_string();
    let hidden = [("text", of.as_str())];
    let counts = view.state.endorsements.now(id);
    html! {
        p { span.tag.good { (view.t("text-state-adopted")) } " "
            (view.tongue.with("deciding-endorsed", &[("organisations", counts.organisations.into()), ("countries", counts.countries.into())])) }
        @if text.open_for_endorsement {
            (Press::new("close-endorsement", &view.t("chair-close-endorsement"), &hidden).class("secondary").confirm(&view.t("ask-close-endorsement")).form())
        } @else {
            (Press::new("open-endorsement", &view.t("chair-open-endorsement"), &hidden).form())
        }
    }
}
