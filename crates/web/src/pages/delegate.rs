//! The delegate's front page on a phone: what is being decided now, who speaks, my place, and what I may do.
use super::{
    devices, endorsing, polls,
    speaking::{self, Deciding, Press},
};
use crate::signing::Signature;
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State,
    directory::Capability,
    endorsement::ActKind,
    floor::{Phase, Rank, Requests, Speakers},
    id::{ItemId, MeetingId, OrganisationId, PollId, SummitId, TextId, VenueId},
    poll::{self, Choice, Poll},
    presence::Place,
    procedure,
    seat::Role,
    text::Text,
};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The front page of a delegate's seat.
pub const PAGE: Page = Page { path: "", roles: &[Role::Delegate], render };

/// What is being decided, who speaks, who is next: the same bytes for everybody of a language.
pub const NOW: Region =
    Region { name: "now", scope: Scope::Everybody, roles: &[], polite: true, topics: now_topics, render: now };

/// The organisation's own place on the list.
pub const MINE: Region = Region {
    name: "mine",
    scope: Scope::Organisation,
    roles: &[Role::Delegate],
    polite: true,
    topics: mine_topics,
    render: mine,
};

/// What the organisation has done about the text that is being decided.
pub const ACTS: Region =
    Region { name: "acts", scope: Scope::Organisation, roles: &[Role::Delegate], polite: true, topics: own_topics, render: acts };

/// The buttons that are allowed now.
pub const ACTIONS: Region = Region {
    name: "actions",
    scope: Scope::Organisation,
    roles: &[Role::Delegate],
    polite: false,
    topics: own_topics,
    render: actions,
};

/// Most swaps offered at once; further ones come up as these are answered.
const SWAPS: usize = 5;

fn now_topics(_: &State, _: Option<&str>, _: &Who) -> Vec<Topic> {
    vec![Topic::Now, Topic::Course]
}

fn mine_topics(state: &State, of: Option<&str>, who: &Who) -> Vec<Topic> {
    let mut topics = own_topics(state, of, who);
    let waits = |item: &ItemId| {
        let list = state.floor.speakers(*item);
        who.organisation.is_some_and(|own| list.is_some_and(|l| l.place_of(own).is_some()))
    };
    let meetings = state.programme.current().into_iter().flat_map(|summit| state.programme.meetings(summit));
    topics.extend(meetings.filter_map(|(id, _)| speaking::item_of(state, id)).filter(waits).map(Topic::Order));
    topics
}

fn own_topics(_: &State, _: Option<&str>, who: &Who) -> Vec<Topic> {
    let mut topics = vec![Topic::Now];
    topics.extend(who.organisation.map(Topic::Own));
    topics
}

fn render(view: &View<'_>) -> Option<Shown> {
    let main = html! {
        h1.visually-hidden { (view.t("delegate-title")) }
        (devices::card(view))
        (view.region(&MINE, None))
        (view.region(&super::correction::NOTICES, None))
        (view.region(&NOW, None))
        (view.region(&ACTS, None))
        (presence(view))
        @if let Some(meeting) = speaking::current_meeting(view) {
            p { a href=(format!("meeting?of={meeting}")) { (view.t("delegate-whole-list")) } }
        }
    };
    let bar = html! {
        section.action-bar aria-label=(view.t("actions")) { div.action-bar-inner {
            (view.region(&ACTIONS, None))
            p.act-status data-status role="status" {}
        } }
    };
    Some(Shown::new(view.t("delegate-title"), main).body("delegate").after(bar))
}

/// Where this person is checked in, and the way in for who takes part from elsewhere. Not live: it changes by the person's own press or scan.
fn presence(view: &View<'_>) -> Markup {
    let person = view.who.seat.and_then(|id| view.state.seats.get(id)).map(|s| s.person);
    let attendance = person.and_then(|p| view.state.presence.attendance(p));
    html! {
        @if let Some(attendance) = attendance {
            section.card {
                h2.card-title { (view.t("delegate-presence")) }
                @match attendance.place {
                    Some(Place::Venue(venue)) => p { span.tag.good { (view.t("delegate-present-at")) } " " (venue_name(view, venue)) },
                    Some(Place::Remote) => {
                        p { span.tag.info { (view.t("delegate-present-remotely")) } }
                        (crate::form::form(view, "check-out-remote", Some("."), html! { button.button.secondary { (view.t("delegate-leave")) } }))
                    }
                    None => {
                        p { span.tag.off { (view.t("delegate-not-checked-in")) } }
                        p.muted { (view.t("delegate-check-in-how")) }
                        (crate::form::form(view, "check-in-remote", Some("."), html! { button.button.secondary { (view.t("delegate-check-in-remote")) } }))
                    }
                }
            }
        }
    }
}

fn venue_name(view: &View<'_>, venue: VenueId) -> Markup {
    html! { @if let Some(venue) = view.state.programme.venue(venue) { (view.tongue.name(&venue.names)) } @else { (venue) } }
}

fn now(view: &View<'_>, _: Option<&str>) -> Markup {
    let summit = view.state.programme.current();
    let deciding = summit.and_then(|s| speaking::deciding(view.state, s));
    let meeting = speaking::current_meeting(view);
    html! {
        @if let Some((id, poll)) = summit.and_then(|s| speaking::voting(view.state, s)) { (voting(view, id, poll)) }
        @if let Some(deciding) = deciding { (decided(view, deciding)) }
        @match meeting {
            Some(meeting) => (floor(view, meeting)),
            None => @if deciding.is_none() { div.empty { p.empty-title { (view.t("delegate-nothing")) } p { (view.t("delegate-nothing-next")) } } },
        }
    }
}

fn voting(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    html! {
        section.deciding {
            p.eyebrow { (view.t("voting-now")) " · " (polls::method(view, poll.opened.method)) }
            h2.deciding-title { (polls::question(view, id, poll)) }
            p { (polls::tag(view, poll)) }
            p { a href=(format!("polls?of={id}")) { (view.t("voting-look")) } }
        }
    }
}

fn decided(view: &View<'_>, deciding: Deciding) -> Markup {
    let id = deciding.text();
    let Some(text) = view.state.texts.get(id) else { return html! {} };
    html! {
        section.deciding {
            p.eyebrow { (match deciding { Deciding::Consensus(_) => view.t("deciding-now"), Deciding::Endorsement(_) => view.t("deciding-open") }) }
            h2.deciding-title { (speaking::text_title(view, text)) }
            @match deciding {
                Deciding::Consensus(_) => {
                    p { (view.t("deciding-consensus")) }
                    p.muted { (view.tongue.with("deciding-standing", &[
                        ("objections", text.consensus.as_ref().map_or(0, |c| c.objections.len()).into()),
                        ("reservations", text.standing_reservations().count().into()),
                    ])) }
                }
                Deciding::Endorsement(_) => {
                    @let counts = view.state.endorsements.now(id);
                    p { (view.tongue.with("deciding-endorsed", &[
                        ("organisations", counts.organisations.into()), ("countries", counts.countries.into()),
                    ])) }
                    @if counts.before_correction > 0 { p.muted { (view.t("endorsements-before-correction")) ": " (view.tongue.number(counts.before_correction)) } }
                }
            }
            p { a href=(format!("texts?of={id}")) { (view.t("deciding-read")) } }
        }
    }
}

fn floor(view: &View<'_>, meeting: MeetingId) -> Markup {
    let sitting = view.state.floor.sitting(meeting);
    let list = speaking::list_of(view.state, meeting);
    html! {
        p { strong { (speaking::meeting_title(view, meeting)) } " " (speaking::phase_tag(view, meeting)) }
        @if let Some(item) = sitting.and_then(|s| s.item) { p.muted { (speaking::item_title(view, item)) } }
        @if let Some(speech) = sitting.and_then(|s| s.speech.as_ref()) {
            section.now-speaking {
                div { p.eyebrow { (view.t("speaking-now")) } p.who { (speaking::organisation(view, speech.organisation)) } }
                (speaking::clock(view, speech, "clock"))
            }
        }
        @if sitting.is_some_and(|s| s.point_of_order.is_some()) { p { span.tag.warn { (view.t("point-of-order-pending")) } } }
        @if let Some((_, list)) = list {
            @if !list.is_empty() {
                ol.speakers { @for (place, (id, _)) in (1..).zip(list.iter().take(3)) {
                    li.speaker { span.speaker-place { (place) } (speaking::flag(view, id)) span.speaker-name { (speaking::name(view, id)) } }
                } }
            }
            p.muted { (view.tongue.with("speakers-waiting", &[("count", list.len().into())])) " " (speaking::requests_words(view, list)) }
        }
    }
}

/// What an organisation's delegate may look at and press: found once, used by both regions.
struct Own<'a> {
    id: OrganisationId,
    summit: SummitId,
    seated: bool,
    meeting: Option<MeetingId>,
    list: Option<(ItemId, &'a Speakers)>,
    deciding: Option<(Deciding, &'a Text)>,
    voting: Option<(PollId, &'a Poll)>,
}

impl<'a> Own<'a> {
    fn of(view: &View<'a>) -> Option<Self> {
        let id = view.who.organisation?;
        let summit = view.state.programme.current()?;
        let meeting = speaking::current_meeting(view);
        let deciding = speaking::deciding(view.state, summit);
        Some(Self {
            id,
            summit,
            seated: procedure::is_seated(view.state, summit, id),
            meeting,
            list: meeting.and_then(|m| speaking::list_of(view.state, m)),
            deciding: deciding.and_then(|d| Some((d, view.state.texts.get(d.text())?))),
            voting: speaking::voting(view.state, summit).filter(|(_, p)| p.opened.electorate.contains_key(&id)),
        })
    }
    fn may(&self, view: &View<'_>, capability: Capability) -> bool {
        procedure::entitled(view.state, self.summit, self.id, capability).is_ok()
    }
}

fn mine(view: &View<'_>, _: Option<&str>) -> Markup {
    let Some(own) = Own::of(view) else { return html! {} };
    html! {
        @if !own.seated {
            div.notice.warn { p.notice-title { (view.t("delegate-not-seated")) } p { (view.t("delegate-not-seated-next")) } }
        }
        @if let Some((item, list)) = own.list { (my_place(view, &own, item, list)) }
    }
}

fn acts(view: &View<'_>, _: Option<&str>) -> Markup {
    let Some(own) = Own::of(view) else { return html! {} };
    html! {
        @if let Some((_, poll)) = own.voting { (my_vote(view, &own, poll)) }
        @if let Some((deciding, text)) = own.deciding { (my_acts(view, &own, deciding, text)) }
    }
}

/// What the organisation's vote is, once it was received, and whether it can still be changed.
fn my_vote(view: &View<'_>, own: &Own<'_>, poll: &Poll) -> Markup {
    let place = poll.opened.roll.as_ref().and_then(|r| r.place_of(own.id));
    html! {
        @if let Some(ballot) = poll.own(own.id) {
            div.notice.good {
                p.notice-title { (view.t("vote-received")) " " span class=(polls::mood(Some(ballot.choice))) { (polls::choice(view, Some(ballot.choice))) } }
                p { (view.t(if poll.phase() == poll::Phase::Open { "vote-may-change" } else { "vote-stands" })) }
            }
        } @else if poll.phase() == poll::Phase::Open {
            @if poll.being_called() == Some(own.id) { div.notice.warn { p.notice-title { (view.t("vote-you-are-called")) } } }
            @else if !poll.may_answer(own.id) { p { (view.tongue.with("vote-your-place", &[("place", place.unwrap_or_default().into())])) } }
            @else { p { (view.t("vote-not-cast")) } }
        }
    }
}

/// One button for each choice but the one that stands.
fn vote_buttons(view: &View<'_>, own: &Own<'_>, id: PollId, poll: &Poll) -> Markup {
    let of = id.to_string();
    let standing = poll.own(own.id).map(|b| b.choice);
    let signature = if poll.opened.in_record { Signature::Required } else { Signature::NotAsked };
    let open = poll.phase() == poll::Phase::Open && poll.may_answer(own.id) && own.may(view, Capability::Vote);
    html! { @if open { @for choice in Choice::ALL.into_iter().filter(|c| Some(*c) != standing) {
        @let class = if matches!(choice, Choice::Yes | Choice::No) { "" } else { "secondary" };
        (Press::new("cast-vote", &polls::choice(view, Some(choice)), &[("poll", &of), ("choice", choice.as_str())])
            .class(class).signed(signature).quiet().form())
    } } }
}

fn my_place(view: &View<'_>, own: &Own<'_>, item: ItemId, list: &Speakers) -> Markup {
    let speech = own.meeting.and_then(|m| view.state.floor.sitting(m)).and_then(|s| s.speech.as_ref());
    let item = item.to_string();
    html! {
        @if let Some(speech) = speech.filter(|s| s.organisation == own.id) {
            div.notice.good role="status" { p.notice-title { (view.t("delegate-you-speak")) } p { (speaking::clock(view, speech, "clock small")) } }
        }
        @if let Some(place) = list.place_of(own.id) {
            p.my-place { (view.tongue.with("delegate-place", &[("place", place.into())])) }
            @if place == 1 { p { (view.t("delegate-you-are-next")) } }
            @if let Some(with) = list.swap_proposed_by(own.id) {
                p.muted { (view.tongue.with("delegate-swap-proposed", &[("name", (&speaking::plain_name(view, with)).into())])) }
                (Press::new("withdraw-swap", &view.t("act-withdraw-swap"), &[("item", &item)]).class("secondary compact").form())
            } @else if list.len() > 1 { p { a href=(format!("swap?of={item}")) { (view.t("swap-to-page")) } } }
            @for from in list.swaps_proposed_to(own.id).take(SWAPS) {
                div.notice.info {
                    p { (view.tongue.with("delegate-swap-asked", &[("name", (&speaking::plain_name(view, from)).into())])) }
                    @let (from, agree, decline) = (from.to_string(), view.t("act-agree-swap"), view.t("act-decline-swap"));
                    @let hidden = [("item", item.as_str()), ("with", from.as_str())];
                    div.cluster {
                        (Press::new("agree-swap", &agree, &hidden).class("secondary").form())
                        (Press::new("decline-swap", &decline, &hidden).class("quiet").form())
                    }
                }
            }
        }
        @if list.replies().any(|r| r.organisation == own.id) { p { span.tag.info { (view.t("delegate-reply-waits")) } } }
    }
}

fn my_acts(view: &View<'_>, own: &Own<'_>, deciding: Deciding, text: &Text) -> Markup {
    let id = deciding.text();
    let reservations: Vec<_> = text.standing_reservations().filter(|(_, r)| r.organisation == own.id).collect();
    html! {
        @if text.consensus.as_ref().is_some_and(|c| c.objections.contains_key(&own.id)) {
            p { span.tag.bad { (view.t("delegate-objects")) } }
        }
        @for (number, reservation) in &reservations {
            div.notice.info {
                p { (view.tongue.with("delegate-reservation", &[("number", (*number).into())])) }
                p { bdi lang=(reservation.language.as_str()) { (reservation.words) } }
                (Press::new("withdraw-reservation", &view.t("act-withdraw-reservation"), &[("text", &id.to_string()), ("number", &number.to_string())])
                    .class("secondary compact").confirm(&view.t("ask-withdraw-reservation")).form())
            }
        }
        (endorsing::standing(view, own.id, id, text))
        @if let (Deciding::Endorsement(_), Some(adoption)) = (deciding, &text.adoption) {
            details.details { summary { (view.t("delegate-digest")) } p { (view.t("delegate-digest-why")) } p.mono.small { (adoption.manifest) } }
        }
    }
}

/// An act on a text as a tag: endorsed, declined and withdrawn are equally visible.
#[must_use]
pub fn act_tag(view: &View<'_>, kind: ActKind) -> Markup {
    match kind {
        ActKind::Endorse => html! { span.tag.good { (view.t("act-kind-endorse")) } },
        ActKind::EndorseWithReservation => html! { span.tag.warn { (view.t("act-kind-endorse-with-reservation")) } },
        ActKind::Decline => html! { span.tag.bad { (view.t("act-kind-decline")) } },
        ActKind::Withdraw => html! { span.tag.off { (view.t("act-kind-withdraw")) } },
    }
}

/// Most buttons that stand on a phone at once: with more, the first of each kind (both answers to
/// a call for consensus) stay at the thumb and the others wait behind one more.
const AT_HAND: usize = 3;

fn actions(view: &View<'_>, _: Option<&str>) -> Markup {
    let Some(own) = Own::of(view).filter(|own| own.seated) else { return html! {} };
    // While somebody votes, nothing else is pressed but a point of order, and every answer stands equally at hand.
    if let Some((id, poll)) = own.voting {
        let floor = floor_buttons(view, &own);
        return html! { div.button-row { (vote_buttons(view, &own, id, poll)) @for button in floor { (button) } } };
    }
    let deciding = own.deciding.map_or_else(Vec::new, |(deciding, text)| deciding_buttons(view, &own, deciding, text));
    let floor = floor_buttons(view, &own);
    let (first, further): (Vec<Markup>, Vec<Markup>) = if deciding.len() + floor.len() <= AT_HAND {
        (deciding.into_iter().chain(floor).collect(), Vec::new())
    } else {
        // Whoever is asked for consensus has two answers, and both are urgent.
        let asked = matches!(own.deciding, Some((Deciding::Consensus(_), _))) && !deciding.is_empty();
        let split = |mut buttons: Vec<Markup>, at_hand: usize| {
            let further = buttons.split_off(buttons.len().min(at_hand));
            (buttons, further)
        };
        let ((mut first, mut further), (floor, others)) =
            if asked { (split(deciding, 2), split(floor, 0)) } else { (split(deciding, 1), split(floor, 1)) };
        first.extend(floor);
        further.extend(others);
        (first, further)
    };
    html! { div.button-row.at-hand {
        @for button in first { (button) }
        @if !further.is_empty() {
            details.further-acts {
                summary.button.secondary { (view.t("delegate-further-acts")) }
                div.button-row { @for button in further { (button) } }
            }
        }
    } }
}

fn deciding_buttons(view: &View<'_>, own: &Own<'_>, deciding: Deciding, text: &Text) -> Vec<Markup> {
    match deciding {
        Deciding::Consensus(id) if own.may(view, Capability::Vote) => consensus_buttons(view, own, id, text),
        Deciding::Endorsement(id) if own.may(view, Capability::Endorse) => endorsing::buttons(view, own.id, id, text),
        _ => Vec::new(),
    }
}

fn consensus_buttons(view: &View<'_>, own: &Own<'_>, id: TextId, text: &Text) -> Vec<Markup> {
    let of = id.to_string();
    let hidden = [("text", of.as_str())];
    let objects = text.consensus.as_ref().is_some_and(|c| c.objections.contains_key(&own.id));
    let objection = if objects {
        Press::new("withdraw-objection", &view.t("act-withdraw-objection"), &hidden).quiet().form()
    } else {
        Press::new("object", &view.t("act-object"), &hidden).class("danger").confirm(&view.t("ask-object")).quiet().form()
    };
    let reservation = html! { a.button.secondary href=(format!("reservation?of={id}")) { (view.t("act-enter-reservation")) } };
    vec![objection, reservation]
}

fn floor_buttons(view: &View<'_>, own: &Own<'_>) -> Vec<Markup> {
    let Some(meeting) = own.meeting else { return Vec::new() };
    let sitting = view.state.floor.sitting(meeting);
    let meeting_id = meeting.to_string();
    let mut buttons = own.list.map_or_else(Vec::new, |(item, list)| list_buttons(view, own, item, list));
    if sitting.is_some_and(|s| s.phase == Phase::Open && s.point_of_order.is_none()) && own.may(view, Capability::Vote) {
        let label = view.t("act-point-of-order");
        let hidden = [("meeting", meeting_id.as_str())];
        let press = Press::new("raise-point-of-order", &label, &hidden).class("secondary");
        let question = view.t("ask-point-of-order");
        buttons.push(press.confirm(&question).quiet().form());
    }
    buttons
}

fn list_buttons(view: &View<'_>, own: &Own<'_>, item: ItemId, list: &Speakers) -> Vec<Markup> {
    let id = item.to_string();
    let hidden = [("item", id.as_str())];
    let spoken_out = list.interventions.is_some_and(|most| list.spoken(own.id) >= most.0);
    let asks =
        list.requests == Requests::Open && list.place_of(own.id).is_none() && !spoken_out && own.may(view, Capability::Speak);
    let discussion = view.state.floor.discussion(item);
    let taken_up = discussion.is_some_and(|d| d.opened.is_some() && d.closed.is_none());
    let waits = list.replies().any(|r| r.organisation == own.id);
    let replies = taken_up && !waits && procedure::next_reply(view.state, own.summit, list.replied(own.id)).is_some();
    let from = venue_of(view.state, own.summit, own.id).map(|v| v.to_string());
    let located = |rank: Option<&'static str>| {
        let mut fields = vec![("item", id.as_str())];
        fields.extend(rank.map(|r| ("rank", r)));
        fields.extend(from.as_deref().map(|v| ("venue", v)));
        fields
    };
    let mut buttons = Vec::new();
    if asks && list.by_level {
        let head = view.t("act-request-floor-head");
        buttons.push(Press::new("request-floor", &head, &located(Some(rank_word(Rank::Head)))).quiet().form());
        let other = view.t("act-request-floor-representative");
        let press = Press::new("request-floor", &other, &located(Some(rank_word(Rank::Representative))))
            .class("secondary")
            .quiet()
            .form();
        buttons.push(press);
    } else if asks {
        buttons.push(Press::new("request-floor", &view.t("act-request-floor"), &located(None)).quiet().form());
    }
    if list.place_of(own.id).is_some() {
        let label = view.t("act-withdraw-request");
        let press = Press::new("withdraw-request", &label, &hidden).class("danger");
        let question = view.t("ask-withdraw-request");
        buttons.push(press.confirm(&question).quiet().form());
    }
    if waits {
        buttons.push(Press::new("withdraw-reply", &view.t("act-withdraw-reply"), &hidden).class("secondary").quiet().form());
    } else if replies && own.may(view, Capability::Reply) {
        buttons.push(Press::new("request-reply", &view.t("act-request-reply"), &located(None)).class("secondary").quiet().form());
    }
    buttons
}

/// The form's word for who will speak.
#[must_use]
pub const fn rank_word(rank: Rank) -> &'static str {
    match rank {
        Rank::Head => "head",
        Rank::Representative => "representative",
    }
}

/// From where an organisation would speak: the venue at which all of its members that are at a venue are, if it is one.
#[must_use]
pub fn venue_of(state: &State, summit: SummitId, organisation: OrganisationId) -> Option<VenueId> {
    let delegation = state.accreditation.seated(summit, organisation)?;
    let places = state.accreditation.members(delegation).filter_map(|(person, _)| state.presence.place(person));
    let venues: BTreeSet<VenueId> = places
        .filter_map(|place| match place {
            Place::Venue(venue) => Some(venue),
            Place::Remote => None,
        })
        .collect();
    venues.first().copied().filter(|_| venues.len() == 1)
}
