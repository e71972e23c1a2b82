//! The hemicycle chart: every seated organisation a dot, by presence, by endorsement of a text, or by the list of speakers of an item.
use super::bits;
use crate::{
    hemicycle::{self, Layout},
    view::{Page, Region, Scope, Shown, View},
};
use app::Topic;
use domain::{
    endorsement::ActKind,
    id::{ItemId, OrganisationId, PollId, SummitId, TextId},
    poll::Choice,
};
use maud::{Markup, html};
use std::borrow::Cow;

/// `/hemicycle`; `?of=text-1` shows the endorsements of a text, `?of=item-1` the list of speakers of an item.
pub const PAGE: Page = Page { path: "hemicycle", roles: &[], render };

/// The chart with its legend and the table behind it; the argument is the text or item.
pub const REGION: Region = Region {
    name: "hemicycle",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, of, _| match of.and_then(Of::parse) {
        None => vec![Topic::Accreditation, Topic::Presence],
        Some(Of::Text(text)) => vec![Topic::Accreditation, Topic::Endorsements(text)],
        Some(Of::Poll(poll)) => vec![Topic::Poll(poll)],
        Some(Of::Item(item)) => vec![Topic::Accreditation, Topic::Presence, Topic::Item(item), Topic::Now, Topic::Course],
    },
    render: |view, of| chart(view, of.and_then(Of::parse)),
};

/// What the dots show beside presence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Text(TextId),
    Item(ItemId),
    /// How each organisation voted; before the lock nobody's dot tells anything.
    Poll(PollId),
}

impl Of {
    fn parse(text: &str) -> Option<Self> {
        text.parse().map(Self::Text).or_else(|_| text.parse().map(Self::Item)).or_else(|_| text.parse().map(Self::Poll)).ok()
    }
}

/// State of a seat. Each has its own colour, shape and word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seat {
    Speaking,
    Asking,
    Endorsed,
    Reserved,
    Declined,
    Withdrawn,
    Present,
    Absent,
    NotActed,
    Voted(Choice),
    NotVoted,
    Unopened,
}

impl Seat {
    /// In the order of the legend.
    const ALL: [Self; 15] = [
        Self::Voted(Choice::Yes),
        Self::Voted(Choice::No),
        Self::Voted(Choice::Abstain),
        Self::Voted(Choice::NotParticipating),
        Self::NotVoted,
        Self::Unopened,
        Self::Speaking,
        Self::Asking,
        Self::Endorsed,
        Self::Reserved,
        Self::Declined,
        Self::Withdrawn,
        Self::Present,
        Self::Absent,
        Self::NotActed,
    ];
    /// The class, which is the shape's name too.
    const fn class(self) -> &'static str {
        match self {
            Self::Speaking => "speaking",
            Self::Asking => "asking",
            Self::Endorsed => "endorsed",
            Self::Reserved => "reserved",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Present => "present",
            // Whoever has not acted stands aside as whoever is absent does; one chart never shows both.
            Self::Absent | Self::NotActed | Self::NotVoted | Self::Unopened => "absent",
            Self::Voted(choice) => choice.as_str(),
        }
    }
    fn word(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Speaking => view.t("seat-speaking"),
            Self::Asking => view.t("seat-asking"),
            Self::Endorsed => view.t("seat-endorsed"),
            Self::Reserved => view.t("seat-reserved"),
            Self::Declined => view.t("seat-declined"),
            Self::Withdrawn => view.t("seat-withdrawn"),
            Self::Present => view.t("seat-present"),
            Self::Absent => view.t("seat-absent"),
            Self::NotActed => view.t("seat-not-acted"),
            Self::Voted(choice) => super::polls::choice(view, Some(choice)),
            Self::NotVoted => super::polls::choice(view, None),
            Self::Unopened => view.t("seat-unopened"),
        }
    }
    /// Whether the large number counts it.
    const fn counts(self) -> bool {
        match self {
            Self::Voted(choice) => matches!(choice, Choice::Yes),
            Self::Declined | Self::Withdrawn | Self::Absent | Self::NotActed | Self::NotVoted | Self::Unopened => false,
            Self::Speaking | Self::Asking | Self::Endorsed | Self::Reserved | Self::Present => true,
        }
    }
}

fn render(view: &View<'_>) -> Option<Shown> {
    let of = match view.query.get("of") {
        Some(text) => Some(Of::parse(text)?),
        None => None,
    };
    match of {
        Some(Of::Text(id)) => drop(view.state.texts.get(id)?),
        Some(Of::Item(id)) => drop(view.state.programme.item(id)?),
        Some(Of::Poll(id)) => drop(view.state.polls.get(id)?),
        None => {}
    }
    let summit = bits::summit(view);
    let drawn = summit.and_then(|s| view.state.programme.summit(s)).is_some_and(|s| s.precedence.is_some());
    let main = html! {
        div.page-title { h1 { (view.t("hemicycle-title")) } }
        p.lead { @if drawn { (view.t("hemicycle-lead")) } @else { (view.t("hemicycle-lead-alphabetical")) } }
        @if let Some(summit) = summit { (tabs(view, summit, of)) }
        (view.region(&REGION, view.query.get("of").map(String::as_str)))
    };
    Some(Shown::new(view.t("hemicycle-title"), main))
}

/// Texts and items offered beside presence.
const OFFERED: usize = 8;

fn tabs(view: &View<'_>, summit: SummitId, of: Option<Of>) -> Markup {
    let current = |one: Option<Of>| (one == of).then_some("page");
    let texts = view.state.texts.iter().filter(|(_, t)| t.summit == summit && t.adoption.is_some());
    let programme = &view.state.programme;
    let items = programme
        .meetings(summit)
        .flat_map(|(id, _)| programme.items(id))
        .filter(|(id, _)| view.state.floor.speakers(*id).is_some_and(|s| !s.is_empty()));
    html! {
        nav.tabs aria-label=(view.t("hemicycle-views")) {
            a href="hemicycle" aria-current=[current(None)] { (view.t("hemicycle-by-presence")) }
            @for (id, text) in texts.take(OFFERED) {
                @let symbol = text.adopted().map_or(&text.symbol, |r| &r.symbol).to_string();
                a href=(format!("hemicycle?of={id}")) aria-current=[current(Some(Of::Text(id)))] { (view.tongue.with("hemicycle-by-text", &[("symbol", (&symbol).into())])) }
            }
            @for (id, _) in view.state.polls.of(summit).rev().filter(|(_, p)| p.opened_votes().is_some()).take(OFFERED) {
                a href=(format!("hemicycle?of={id}")) aria-current=[current(Some(Of::Poll(id)))] { (view.tongue.with("poll-number", &[("number", id.0.into())])) }
            }
            @for (id, item) in items.take(OFFERED) {
                a href=(format!("hemicycle?of={id}")) aria-current=[current(Some(Of::Item(id)))] { (view.tongue.with("hemicycle-by-item", &[("item", (&view.tongue.plain(&item.titles)).into())])) }
            }
        }
    }
}

/// The organisations that have a dot: the seated ones, and those that acted on the text.
fn seated(view: &View<'_>, summit: SummitId, of: Option<Of>) -> Vec<OrganisationId> {
    if let Some(poll) = poll_of(view, of) {
        return bits::in_order(view, Some(summit), poll.opened.electorate.keys().copied());
    }
    let mut all: Vec<OrganisationId> = view.state.accreditation.seated_organisations(summit).map(|(id, _)| id).collect();
    if let Some(Of::Text(text)) = of {
        all.extend(view.state.endorsements.of(text).into_iter().flat_map(|acts| acts.newest().map(|a| a.made.organisation)));
        all.sort_unstable();
        all.dedup();
    }
    bits::in_order(view, Some(summit), all)
}

fn poll_of<'a>(view: &View<'a>, of: Option<Of>) -> Option<&'a domain::poll::Poll> {
    let Some(Of::Poll(id)) = of else { return None };
    view.state.polls.get(id)
}

/// The chart of a poll, for its own page.
pub(super) fn poll_chart(view: &View<'_>, id: PollId) -> Markup {
    chart(view, Some(Of::Poll(id)))
}

fn state_of(view: &View<'_>, summit: SummitId, of: Option<Of>, id: OrganisationId) -> Seat {
    let present = || if view.state.presence.is_present(summit, id) { Seat::Present } else { Seat::Absent };
    match of {
        None => present(),
        Some(Of::Poll(_)) => match poll_of(view, of).and_then(domain::poll::Poll::opened_votes) {
            None => Seat::Unopened,
            Some(votes) => votes.get(&id).map_or(Seat::NotVoted, |ballot| Seat::Voted(ballot.choice)),
        },
        Some(Of::Text(text)) => match view.state.endorsements.of(text).and_then(|a| a.newest_of(id)).map(|a| a.made.kind) {
            None => Seat::NotActed,
            Some(ActKind::Endorse) => Seat::Endorsed,
            Some(ActKind::EndorseWithReservation) => Seat::Reserved,
            Some(ActKind::Decline) => Seat::Declined,
            Some(ActKind::Withdraw) => Seat::Withdrawn,
        },
        Some(Of::Item(item)) => {
            let meeting = view.state.programme.item(item).map(|i| i.meeting);
            let speech = meeting.and_then(|m| view.state.floor.sitting(m)).and_then(|s| s.speech.as_ref());
            if speech.is_some_and(|s| s.item == item && s.organisation == id) {
                Seat::Speaking
            } else if view.state.floor.speakers(item).is_some_and(|s| s.entry(id).is_some()) {
                Seat::Asking
            } else {
                present()
            }
        }
    }
}

/// A chart in figures: who sits where, and how many are in each state.
struct Chart {
    seats: Vec<(OrganisationId, String, Seat)>,
    layout: Layout,
    parts: Vec<(Seat, Cow<'static, str>, usize)>,
}

fn prepare(view: &View<'_>, summit: SummitId, of: Option<Of>) -> Chart {
    let seats: Vec<_> =
        seated(view, summit, of).into_iter().map(|id| (id, bits::plain_name(view, id), state_of(view, summit, of, id))).collect();
    let count = |state: Seat| seats.iter().filter(|(_, _, s)| *s == state).count();
    let parts = Seat::ALL.into_iter().map(|s| (s, s.word(view), count(s))).filter(|(_, _, n)| *n > 0).collect();
    Chart { layout: hemicycle::layout(seats.len()), seats, parts }
}

fn chart(view: &View<'_>, of: Option<Of>) -> Markup {
    let chart = bits::summit(view).map(|summit| prepare(view, summit, of)).filter(|c| !c.seats.is_empty());
    let Some(chart) = chart else {
        return html! { div.empty { p.empty-title { (view.t("hemicycle-empty-title")) } p { (view.t("hemicycle-empty")) } } };
    };
    html! {
        hemicycle-chart {
            (drawing(view, &chart))
            ul.legend {
                @for (seat, word, count) in &chart.parts {
                    li { button type="button" disabled data-filter=(seat.class()) {
                        svg aria-hidden="true" { use class=(format!("seat {}", seat.class())) href=(format!("#seat-{}", seat.class())) {} }
                        (word) " " span.num { (view.tongue.count(*count)) }
                    } }
                }
            }
            (table(view, &chart))
        }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
    }
}

fn drawing(view: &View<'_>, chart: &Chart) -> Markup {
    let parts: Vec<String> = chart
        .parts
        .iter()
        .map(|(_, word, count)| {
            view.tongue.with("hemicycle-part", &[("state", word.as_ref().into()), ("count", (*count).into())])
        })
        .collect();
    let counted: usize = chart.parts.iter().filter(|(s, ..)| s.counts()).map(|(_, _, n)| n).sum();
    let summary = view
        .tongue
        .with("hemicycle-summary", &[("seats", chart.seats.len().into()), ("parts", (&view.tongue.list(&parts)).into())]);
    let size = chart.layout.size;
    html! {
        svg.hemicycle viewBox=(format!("0 0 {} {}", hemicycle::WIDTH, hemicycle::HEIGHT)) role="img" aria-labelledby="hemicycle-summary" {
            title id="hemicycle-summary" { (summary) }
            @for ((_, name, seat), (x, y)) in chart.seats.iter().zip(&chart.layout.seats) {
                use class=(format!("seat {}", seat.class())) href=(format!("#seat-{}", seat.class())) x=(coordinate(x - size / 2.0))
                    y=(coordinate(y - size / 2.0)) width=(size) height=(size) data-state=(seat.class()) {
                    title { (view.tongue.with("hemicycle-one", &[("name", name.into()), ("state", seat.word(view).as_ref().into())])) }
                }
            }
            text.hemicycle-count x="500" y="490" font-size="64" { (view.tongue.count(counted)) }
        }
    }
}

/// A coordinate to a tenth, as short as it can be written.
fn coordinate(n: f64) -> f64 {
    (n * 10.0).round() / 10.0
}

fn table(view: &View<'_>, chart: &Chart) -> Markup {
    html! {
        details.details {
            summary { (view.t("hemicycle-table")) }
            div.table-wrap tabindex="0" role="region" aria-label=(view.t("hemicycle-table")) {
                table.table {
                    thead { tr {
                        th.num scope="col" { (view.t("hemicycle-place")) }
                        th scope="col" { (view.t("hemicycle-organisation")) }
                        th scope="col" { (view.t("hemicycle-state")) }
                    } }
                    tbody { @for (place, (id, name, seat)) in (1_usize..).zip(&chart.seats) { tr {
                        td.num { (view.tongue.count(place)) }
                        th scope="row" { a href=(format!("organisations?of={id}")) { bdi { (name) } } }
                        td { (seat.word(view)) }
                    } } }
                }
            }
        }
    }
}
