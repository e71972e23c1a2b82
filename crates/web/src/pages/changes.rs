//! What changed: public events in plain sentences, the newest first.
use super::{bits, speaking};
use crate::{
    form::{self, Field},
    i18n::Value,
    view::{Shown, View},
};
use domain::{
    Event, Moment, Recorded,
    accreditation::AccreditationEvent,
    directory::DirectoryEvent,
    endorsement::{ActKind, EndorsementEvent},
    floor::{Cause, FloorEvent as F, SpeechKind},
    id::{ItemId, MeetingId, OrganisationId, PollId, TextId, VenueId},
    poll::PollEvent,
    programme::ProgrammeEvent as P,
    registry::RegistryEvent,
    text::TextEvent as T,
};
use maud::{Markup, html};

/// Lines of one page.
pub const LINES: usize = 50;

/// Public events of a stretch of the log.
pub struct Changes {
    /// Those after this position.
    pub since: u64,
    /// And before this one.
    pub before: u64,
    /// The public ones, newest first.
    pub events: Vec<Recorded>,
    /// Everything above this position was looked at.
    pub read_to: u64,
}

/// A sentence about what happened, and the page that shows it.
struct Told {
    id: &'static str,
    with: Vec<(&'static str, Arg)>,
    href: Option<String>,
}

enum Arg {
    Text(String),
    Count(u64),
}

/// Events of one kind in a row that are told in one line: a count that changed by one a thousand times.
struct Run<'a> {
    newest: &'a Recorded,
    oldest: &'a Recorded,
    length: usize,
}

/// Kinds that are told together when they follow each other.
const fn together(event: &Event) -> u8 {
    match event {
        Event::Accreditation(_) => 1,
        Event::Presence(_) => 2,
        Event::Directory(DirectoryEvent::OrganisationRegistered { .. }) => 3,
        _ => 0,
    }
}

fn runs(events: &[Recorded]) -> impl Iterator<Item = Run<'_>> {
    let same = |a: &Recorded, b: &Recorded| together(&a.event) != 0 && together(&a.event) == together(&b.event);
    events
        .chunk_by(same as fn(&Recorded, &Recorded) -> bool)
        .filter_map(|run| Some(Run { newest: run.first()?, oldest: run.last()?, length: run.len() }))
}

/// Whether these events fill a page.
#[must_use]
pub fn fills_a_page(events: &[Recorded]) -> bool {
    // One line more than a page: the last run may go on below.
    runs(events).nth(LINES).is_some()
}

/// `/changes?since=120&before=900`.
#[must_use]
pub fn render(view: &View<'_>, changes: &Changes) -> Shown {
    let title = view.t("changes-title");
    let shown: Vec<Run<'_>> = runs(&changes.events).take(LINES).collect();
    let more = runs(&changes.events).nth(LINES).is_some();
    // Below the last line, or below everything that was looked at.
    let older = if more { shown.last().map(|run| run.oldest.position) } else { Some(changes.read_to + 1) };
    let older = older.filter(|before| *before > changes.since + 1);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href="record" { (view.t("record-all")) } } li { span aria-current="page" { (title) } } } }
        div.page-title { h1 { (title) } }
        p.lead { (view.t("changes-lead")) }
        (since(view, changes.since))
        @if shown.is_empty() {
            div.empty { p.empty-title { (view.t("changes-none")) } p { (view.tongue.with("changes-none-next", &[("position", view.state.position.into())])) }
                @if changes.since > 0 { a.button href="changes" { (view.t("changes-all")) } } }
        } @else {
            ol.log.long { @for run in &shown { (line(view, run)) } }
        }
        nav.pagination aria-label=(view.t("pages-of-list")) { ul {
            @if changes.before <= view.state.position { li { a href=(format!("changes?since={}", changes.since)) rel="prev" { (view.t("changes-newest")) } } }
            @if let Some(before) = older { li { a href=(format!("changes?since={}&before={before}", changes.since)) rel="next" { (view.t("changes-older")) } } }
        } }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) " · " a href="/api/v1/events?after=0" type="application/json" { (view.t("record-data-feed")) } }
    };
    Shown::new(title, main)
}

fn since(view: &View<'_>, since: u64) -> Markup {
    let value = if since == 0 { String::new() } else { since.to_string() };
    html! {
        form.filters method="get" action="changes" {
            (form::field(view, "changes", Field::new("since", "changes-since").kind("number").value(&value).optional()))
            button.button.secondary { (view.t("changes-show")) }
        }
    }
}

fn line(view: &View<'_>, run: &Run<'_>) -> Markup {
    let Some(told) = told(view, &run.newest.event, run.length) else { return html! {} };
    let args: Vec<(&str, Value<'_>)> = told
        .with
        .iter()
        .map(|(name, arg)| {
            (
                *name,
                match arg {
                    Arg::Text(text) => text.into(),
                    Arg::Count(n) => Value::Count(*n),
                },
            )
        })
        .collect();
    let words = view.tongue.with(told.id, &args);
    html! {
        li id=(format!("p-{}", run.newest.position)) {
            time datetime=(bits::machine(run.newest.at)) { (when(view, run.newest.at)) }
            span {
                @match &told.href { Some(href) => a href=(href) { (words) }, None => (words) }
                " " span.small.muted.nowrap { (view.tongue.with("changes-position", &[("position", run.newest.position.into())])) }
            }
        }
    }
}

fn when(view: &View<'_>, at: Moment) -> String {
    format!("{} {} UTC", view.tongue.date(at, "UTC"), view.tongue.time(at, "UTC"))
}

fn name(view: &View<'_>, id: OrganisationId) -> Arg {
    Arg::Text(bits::apart(view, bits::plain_name(view, id)))
}

fn venue(view: &View<'_>, id: VenueId) -> Arg {
    let known = view.state.programme.venue(id);
    Arg::Text(
        known.map_or_else(|| id.to_string(), |v| bits::apart(view, format!("{} · {}", v.city, view.tongue.plain(&v.names)))),
    )
}

fn meeting(view: &View<'_>, id: MeetingId) -> Arg {
    Arg::Text(
        view.state.programme.meeting(id).map_or_else(|| id.to_string(), |m| bits::apart(view, view.tongue.plain(&m.titles))),
    )
}

fn item(view: &View<'_>, id: ItemId) -> Arg {
    Arg::Text(view.state.programme.item(id).map_or_else(|| id.to_string(), |i| bits::apart(view, view.tongue.plain(&i.titles))))
}

fn text(view: &View<'_>, id: TextId) -> Arg {
    let symbol = view.state.texts.get(id).map(|t| speaking::revision(t).map_or(&t.symbol, |r| &r.symbol).to_string());
    Arg::Text(symbol.unwrap_or_else(|| id.to_string()))
}

fn count(n: impl TryInto<u64>) -> Arg {
    Arg::Count(n.try_into().unwrap_or(u64::MAX))
}

fn plain(id: &'static str) -> Told {
    Told { id, with: Vec::new(), href: None }
}

/// The sentence of a public event, or of so many of its kind.
fn told(view: &View<'_>, event: &Event, times: usize) -> Option<Told> {
    match event {
        Event::Directory(e) => Some(directory(view, e, times)),
        Event::Programme(e) => Some(programme(view, e)),
        Event::Accreditation(e) => Some(accreditation(e, times)),
        Event::Presence(_) => Some(Told {
            id: "change-presence",
            with: vec![("count", count(times))],
            href: Some("record?figure=present&by=venue".into()),
        }),
        Event::Floor(e) => floor(view, e),
        Event::Text(e) => of_text(view, e),
        Event::Endorsement(EndorsementEvent::ActMade { text: id, act }) => {
            let id_of = match act.kind {
                ActKind::Endorse => "change-endorsed",
                ActKind::EndorseWithReservation => "change-endorsed-with-reservation",
                ActKind::Decline => "change-declined",
                ActKind::Withdraw => "change-withdrew",
            };
            let with = vec![("name", name(view, act.organisation)), ("text", text(view, *id))];
            Some(Told { id: id_of, with, href: Some(format!("endorsements?of={id}")) })
        }
        Event::Registry(RegistryEvent::OrganisationKeySet { organisation, .. }) => Some(Told {
            id: "change-organisation-key-set",
            with: vec![("name", name(view, *organisation))],
            href: Some(format!("organisations?of={organisation}")),
        }),
        Event::Poll(e) => of_poll(view, e),
        Event::Seat(_) | Event::Registry(_) => None,
    }
}

fn directory(view: &View<'_>, event: &DirectoryEvent, times: usize) -> Told {
    match event {
        DirectoryEvent::OrganisationRegistered { .. } if times > 1 => Told {
            id: "change-organisations-registered",
            with: vec![("count", count(times))],
            href: Some("organisations".into()),
        },
        DirectoryEvent::OrganisationRegistered { id, .. } => Told {
            id: "change-organisation-registered",
            with: vec![("name", name(view, *id))],
            href: Some(format!("organisations?of={id}")),
        },
        DirectoryEvent::OrganisationAmended { id, .. } => Told {
            id: "change-organisation-amended",
            with: vec![("name", name(view, *id))],
            href: Some(format!("organisations?of={id}")),
        },
        DirectoryEvent::OrganisationRemoved { id } => {
            Told { id: "change-organisation-removed", with: vec![("name", name(view, *id))], href: None }
        }
    }
}

fn accreditation(event: &AccreditationEvent, times: usize) -> Told {
    let id = if matches!(event, AccreditationEvent::DelegationInvited { .. }) && times == 1 {
        "change-invited"
    } else {
        "change-headcount"
    };
    Told { id, with: vec![("count", count(times))], href: Some("record?figure=accredited".into()) }
}

fn programme(view: &View<'_>, event: &P) -> Told {
    let to = |id, with: Vec<(&'static str, Arg)>| Told { id, with, href: Some("programme".into()) };
    match event {
        P::SeriesNamed { names } => to("change-series-named", vec![("name", Arg::Text(view.tongue.plain(names)))]),
        P::SummitConvened { summit, .. } => {
            to("change-summit-convened", vec![("name", Arg::Text(view.tongue.plain(&summit.themes)))])
        }
        P::SummitAmended { summit, .. } => {
            to("change-summit-amended", vec![("name", Arg::Text(view.tongue.plain(&summit.themes)))])
        }
        P::SummitClosed { .. } => to("change-summit-closed", vec![]),
        P::RulesSet { .. } => to("change-rules-set", vec![]),
        P::SignaturesSet { .. } => to("change-signatures-set", vec![]),
        P::VenueAdded { id, .. } => {
            Told { id: "change-venue-added", with: vec![("venue", venue(view, *id))], href: Some(format!("venues#{id}")) }
        }
        P::VenueAmended { id, .. } => {
            Told { id: "change-venue-amended", with: vec![("venue", venue(view, *id))], href: Some(format!("venues#{id}")) }
        }
        P::VenueRemoved { .. } => to("change-venue-removed", vec![]),
        P::MeetingScheduled { id, .. } => to("change-meeting-scheduled", vec![("meeting", meeting(view, *id))]),
        P::MeetingAmended { id, .. } => to("change-meeting-amended", vec![("meeting", meeting(view, *id))]),
        P::MeetingCancelled { id, .. } => to("change-meeting-cancelled", vec![("meeting", meeting(view, *id))]),
        P::KeynoteAdded { meeting: id, .. } => to("change-keynote-added", vec![("meeting", meeting(view, *id))]),
        P::KeynoteRemoved { meeting: id, .. } => to("change-keynote-removed", vec![("meeting", meeting(view, *id))]),
        P::ItemAdded { id, .. } => to("change-item-added", vec![("item", item(view, *id))]),
        P::ItemAmended { id, .. } => to("change-item-amended", vec![("item", item(view, *id))]),
        P::ItemsReordered { meeting: id, .. } => to("change-items-reordered", vec![("meeting", meeting(view, *id))]),
        P::PrecedenceDrawn { .. } => Told { id: "change-precedence-drawn", with: vec![], href: Some("organisations".into()) },
    }
}

fn floor(view: &View<'_>, event: &F) -> Option<Told> {
    let of_venue = |id, of: &VenueId| Told { id, with: vec![("venue", venue(view, *of))], href: Some(format!("venues#{of}")) };
    Some(match event {
        F::LinkOpened { venue } => of_venue("change-link-opened", venue),
        F::LinkLost { venue } => of_venue("change-link-lost", venue),
        F::LinkRestored { venue } => of_venue("change-link-restored", venue),
        F::SwapProposed { .. } | F::SwapDeclined { .. } | F::SwapWithdrawn { .. } => return None,
        F::ItemOpened { item: id, .. }
        | F::ItemClosed { item: id, .. }
        | F::SpeakersOpened { item: id, .. }
        | F::SpeakersClosed { item: id }
        | F::FloorRequested { item: id, .. }
        | F::RequestWithdrawn { item: id, .. }
        | F::SpeakersReordered { item: id, .. }
        | F::SpeakersSwapped { item: id, .. }
        | F::ReplyRequested { item: id, .. }
        | F::ReplyWithdrawn { item: id, .. } => listing(view, event, *id),
        F::MeetingOpened { meeting: id, .. }
        | F::MeetingSuspended { meeting: id }
        | F::MeetingResumed { meeting: id }
        | F::MeetingClosed { meeting: id }
        | F::FloorGiven { meeting: id, .. }
        | F::SpeechKept { meeting: id }
        | F::ClockPaused { meeting: id, .. }
        | F::ClockResumed { meeting: id, .. }
        | F::SpeechEnded { meeting: id, .. }
        | F::SpeechExtended { meeting: id, .. }
        | F::PointOfOrderRaised { meeting: id, .. }
        | F::PointOfOrderRuled { meeting: id, .. } => sitting(view, event, *id),
    })
}

/// What concerns an item and its list of speakers.
fn listing(view: &View<'_>, event: &F, id: ItemId) -> Told {
    let mut with = vec![("item", item(view, id))];
    let mut of = |organisation: OrganisationId| with.push(("name", name(view, organisation)));
    let words = match event {
        F::ItemOpened { .. } => "change-item-opened",
        F::ItemClosed { .. } => "change-item-closed",
        F::SpeakersOpened { .. } => "change-speakers-opened",
        F::SpeakersClosed { .. } => "change-speakers-closed",
        F::FloorRequested { organisation, .. } => {
            of(*organisation);
            "change-floor-requested"
        }
        F::RequestWithdrawn { organisation, .. } => {
            of(*organisation);
            "change-request-withdrawn"
        }
        F::SpeakersReordered { organisation, place, .. } => {
            of(*organisation);
            with.push(("place", count(place.0)));
            "change-speakers-reordered"
        }
        F::SpeakersSwapped { organisation, with: other, .. } => {
            of(*organisation);
            with.push(("other", name(view, *other)));
            "change-speakers-swapped"
        }
        F::ReplyRequested { organisation, .. } => {
            of(*organisation);
            "change-reply-requested"
        }
        F::ReplyWithdrawn { organisation, .. } => {
            of(*organisation);
            "change-reply-withdrawn"
        }
        // What concerns a meeting or a venue is told by the caller.
        _ => return plain("done"),
    };
    let meeting = view.state.programme.item(id).map(|i| i.meeting);
    Told { id: words, with, href: meeting.map(|m| format!("meeting?of={m}")) }
}

/// What concerns a meeting in progress.
fn sitting(view: &View<'_>, event: &F, id: MeetingId) -> Told {
    let mut with = vec![("meeting", meeting(view, id))];
    let mut of = |organisation: OrganisationId| with.push(("name", name(view, organisation)));
    let words = match event {
        F::MeetingOpened { present, needed, .. } => {
            with.extend([("present", count(*present)), ("needed", count(*needed))]);
            "change-meeting-opened"
        }
        F::MeetingSuspended { .. } => "change-meeting-suspended",
        F::MeetingResumed { .. } => "change-meeting-resumed",
        F::MeetingClosed { .. } => "change-meeting-closed",
        F::FloorGiven { organisation, kind, resumed, .. } => {
            of(*organisation);
            match (kind, resumed) {
                (_, true) => "change-floor-given-again",
                (SpeechKind::Intervention, false) => "change-floor-given",
                (SpeechKind::Reply, false) => "change-reply-given",
            }
        }
        F::SpeechKept { .. } => "change-speech-kept",
        F::ClockPaused { cause, .. } => match cause {
            Cause::Chair => "change-clock-paused-chair",
            Cause::Link => "change-clock-paused-link",
            Cause::PointOfOrder => "change-clock-paused-point",
            Cause::Suspension => "change-clock-paused-suspension",
        },
        F::ClockResumed { .. } => "change-clock-resumed",
        F::SpeechEnded { organisation, spent_ms, .. } => {
            of(*organisation);
            with.push(("time", Arg::Text(speaking::minutes(*spent_ms))));
            "change-speech-ended"
        }
        F::SpeechExtended { seconds, .. } => {
            with.push(("count", count(seconds.0)));
            "change-speech-extended"
        }
        F::PointOfOrderRaised { organisation, .. } => {
            of(*organisation);
            "change-point-raised"
        }
        F::PointOfOrderRuled { organisation, upheld, .. } => {
            of(*organisation);
            if *upheld { "change-point-upheld" } else { "change-point-overruled" }
        }
        // What concerns an item or a venue is told by the caller.
        _ => return plain("done"),
    };
    Told { id: words, with, href: Some(format!("meeting?of={id}")) }
}

fn of_text(view: &View<'_>, event: &T) -> Option<Told> {
    let (words, id, organisation) = match event {
        T::TextTabled { text, .. } => ("change-text-tabled", text, None),
        T::ConsensusOpened { text, .. } => ("change-consensus-opened", text, None),
        T::ConsensusClosed { text } => ("change-consensus-closed", text, None),
        T::ReservationEntered { text, reservation } => ("change-reservation-entered", text, Some(reservation.organisation)),
        T::ReservationWithdrawn { text, .. } => ("change-reservation-withdrawn", text, None),
        T::TextAdopted { text, .. } => ("change-text-adopted", text, None),
        T::TextAdoptedByVote { text, .. } => ("change-text-adopted-by-vote", text, None),
        T::EndorsementOpened { text } => ("change-endorsement-opened", text, None),
        T::EndorsementClosed { text } => ("change-endorsement-closed", text, None),
        T::CorrectionProposed { text, .. } => ("change-correction-proposed", text, None),
        T::CorrectionBlocked { text, organisation, .. } => ("change-correction-blocked", text, Some(*organisation)),
        T::CorrectionWithdrawn { text } => ("change-correction-withdrawn", text, None),
        T::TextCorrected { text } => ("change-text-corrected", text, None),
        _ => return None,
    };
    let mut with = vec![("text", text(view, *id))];
    with.extend(organisation.map(|o| ("name", name(view, o))));
    Some(Told { id: words, with, href: Some(format!("texts?of={id}")) })
}

fn of_poll(view: &View<'_>, event: &PollEvent) -> Option<Told> {
    use PollEvent as E;
    let number = |id: PollId| ("number", count(id.0));
    let (words, with) = match event {
        E::PollOpened { id, .. } => ("change-poll-opened", vec![number(*id)]),
        E::PollLocked { poll, tally, .. } => (
            "change-poll-locked",
            vec![number(*poll), ("yes", count(tally.yes)), ("no", count(tally.no)), ("abstain", count(tally.abstain))],
        ),
        E::ResultDeclared { poll, carried: true, .. } => ("change-poll-carried", vec![number(*poll)]),
        E::ResultDeclared { poll, .. } => ("change-poll-rejected", vec![number(*poll)]),
        E::PollCancelled { poll, .. } => ("change-poll-cancelled", vec![number(*poll)]),
        E::CalledNext { poll, organisation } => ("change-roll-passed", vec![number(*poll), ("name", name(view, *organisation))]),
        E::IntentionNoted { poll, organisation, .. } => {
            ("change-intention-noted", vec![number(*poll), ("name", name(view, *organisation))])
        }
        E::VoteCast { .. } => return None,
    };
    Some(Told { id: words, with, href: Some(format!("polls?of={}", event.poll())) })
}
