//! Polls for everybody: what is asked and how far the voting is; after the lock the figures and how each organisation voted.
use super::{bits, check, hemicycle, speaking, texts::direction};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State,
    id::PollId,
    language::Language,
    poll::{Choice, Method, Phase, Poll, Question, Tally},
};
use maud::{Markup, html};
use std::borrow::Cow;

/// `/polls`, and `/polls?of=poll-1`.
pub const PAGE: Page = Page { path: "polls", roles: &[], render };
/// How a poll stands.
pub const POLL: Region = Region { name: "poll", scope: Scope::Everybody, roles: &[], polite: true, topics, render: standing };

fn topics(_: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    of.and_then(|of| of.parse().ok()).map_or_else(Vec::new, |id| vec![Topic::Poll(id)])
}

fn render(view: &View<'_>) -> Option<Shown> {
    match view.query.get("of") {
        None => Some(list(view)),
        Some(of) => one(view, of.parse().ok()?),
    }
}

fn list(view: &View<'_>) -> Shown {
    let title = view.t("nav-polls");
    let polls: Vec<_> = bits::summit(view).into_iter().flat_map(|s| view.state.polls.of(s).rev()).collect();
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (view.t("polls-lead")) }
        @if polls.is_empty() {
            div.empty { p.empty-title { (view.t("polls-none")) } p { (view.t("polls-none-next")) } a.button href="programme" { (view.t("nav-programme")) } }
        } @else {
            div.table-wrap tabindex="0" role="region" aria-label=(title) { table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("poll-question")) } th scope="col" { (view.t("poll-method")) } th scope="col" { (view.t("poll-state")) }
                    th.num scope="col" { (choice(view, Some(Choice::Yes))) } th.num scope="col" { (choice(view, Some(Choice::No))) }
                    th.num scope="col" { (choice(view, Some(Choice::Abstain))) }
                } }
                tbody { @for (id, poll) in polls { (row(view, id, poll)) } }
            } }
        }
    };
    Shown::new(title, main).width("wide")
}

fn row(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    let figure = |of| poll.tally().map_or_else(|| "—".to_owned(), |tally: Tally| view.tongue.number(tally.get(Some(of))));
    html! { tr {
        th scope="row" { a href=(format!("polls?of={id}")) { (question(view, id, poll)) } }
        td data-label=(view.t("poll-method")) { (method(view, poll.opened.method)) }
        td data-label=(view.t("poll-state")) { (tag(view, poll)) }
        @for of in [Choice::Yes, Choice::No, Choice::Abstain] { td.num data-label=(choice(view, Some(of))) { (figure(of)) } }
    } }
}

fn one(view: &View<'_>, id: PollId) -> Option<Shown> {
    let poll = view.state.polls.get(id)?;
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="polls" { (view.t("nav-polls")) } }
            li aria-current="page" { (view.tongue.with("poll-number", &[("number", id.0.into())])) }
        } }
        h1 { (question(view, id, poll)) }
        (facts(view, id, poll))
        (view.region(&POLL, Some(&id.to_string())))
        @if poll.opened_votes().is_some() {
            section.section id="votes" {
                h2 { (view.t("poll-votes")) }
                (hemicycle::poll_chart(view, id))
                (votes(view, poll))
            }
        }
        @if poll.opened.in_record && poll.locked.is_some() {
            (check::of_poll(view, &id.to_string()))
        }
    };
    let title = view.tongue.with("poll-number", &[("number", id.0.into())]);
    Some(Shown::new(title, main).width("wide"))
}

/// What is fixed since the poll was opened.
fn facts(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    let opened = &poll.opened;
    let symbol = opened.question.symbol(view.state, id).map(|s| s.to_string()).unwrap_or_default();
    let electorate = opened.electorate.len();
    html! {
        @if let Question::Words(words) = &opened.question {
            @for (language, line) in words.iter().filter(|(l, _)| !is_shown(view, words, l)) {
                p.muted lang=(language.as_str()) dir=(direction(language)) { (line) }
            }
        }
        dl.facts {
            dt { (view.t("poll-method")) } dd { (method(view, opened.method)) }
            dt { (view.t("text-symbol")) } dd { bdi dir="ltr" {
                @if let Question::Text { text, revision } = &opened.question { a href=(format!("texts?of={text}&rev={revision}")) { (symbol) } } @else { (symbol) }
            } }
            dt { (view.t("poll-meeting")) } dd { a href=(format!("meeting?of={}", opened.meeting)) { (speaking::meeting_title(view, opened.meeting)) } }
            dt { (view.t("poll-electorate")) } dd { (view.tongue.with("poll-entitled", &[("count", electorate.into())])) }
            dt { (view.t("meeting-quorum")) } dd { (view.tongue.with("quorum-of", &[("present", opened.quorum.present.into()), ("needed", opened.quorum.needed.into())])) }
            @if let Some(roll) = &opened.roll {
                dt { (view.t("poll-roll")) } dd {
                    (view.tongue.with("poll-roll-from", &[("name", (&roll.order.first().map(|o| bits::apart(view, bits::plain_name(view, *o))).unwrap_or_default()).into())]))
                    " " span.muted lang=(roll.language.as_str()) { (super::texts::language_name(&roll.language)) }
                }
            }
        }
        details.details { summary { (view.t("poll-manifest")) } p.mono.small { bdi dir="ltr" { (opened.manifest) } } }
    }
}

/// Whether this is the language in which the title shows the question already.
fn is_shown(view: &View<'_>, words: &domain::language::InLanguages<domain::words::Line>, language: &Language) -> bool {
    words.best(view.tongue.tag()).is_some_and(|(shown, _)| shown == language)
}

/// The question, in the viewer's language where it has one.
#[must_use]
pub fn question(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    match &poll.opened.question {
        Question::Words(words) => match words.best(view.tongue.tag()) {
            Some((language, line)) => html! { bdi lang=(language.as_str()) { (line) } },
            None => html! { (id) },
        },
        Question::Text { text, .. } => {
            let Some(found) = view.state.texts.get(*text) else { return html! { (id) } };
            let symbol = poll.opened.question.symbol(view.state, id).map(|s| s.to_string()).unwrap_or_default();
            html! { (view.tongue.with("poll-adopt-text", &[("symbol", (&bits::apart(view, symbol)).into())])) " " (speaking::text_title(view, found)) }
        }
    }
}

/// What a method is called.
#[must_use]
pub fn method(view: &View<'_>, method: Method) -> Cow<'static, str> {
    match method {
        Method::Recorded => view.t("poll-recorded"),
        Method::RollCall => view.t("poll-roll-call"),
        Method::Hands => view.t("poll-hands"),
    }
}

/// What a choice is called; none is who casts no vote.
#[must_use]
pub fn choice(view: &View<'_>, choice: Option<Choice>) -> Cow<'static, str> {
    match choice {
        Some(Choice::Yes) => view.t("choice-yes"),
        Some(Choice::No) => view.t("choice-no"),
        Some(Choice::Abstain) => view.t("choice-abstain"),
        Some(Choice::NotParticipating) => view.t("choice-not-participating"),
        None => view.t("choice-absent"),
    }
}

/// How far a poll is, as a tag.
#[must_use]
pub fn tag(view: &View<'_>, poll: &Poll) -> Markup {
    match (poll.phase(), poll.decided) {
        (Phase::Open, _) => html! { span.tag.warn { (view.t("poll-open")) } },
        (Phase::Locked, _) => html! { span.tag.info { (view.t("poll-locked")) } },
        (Phase::Cancelled, _) => html! { span.tag.off { (view.t("poll-cancelled")) } },
        (Phase::Decided, Some(decided)) if decided.carried => html! { span.tag.good { (view.t("poll-carried")) } },
        (Phase::Decided, _) => html! { span.tag.bad { (view.t("poll-not-carried")) } },
    }
}

/// How many have voted; in a roll-call also who is called. For what is told by nothing before the lock.
#[must_use]
pub fn progress(view: &View<'_>, poll: &Poll) -> Markup {
    let all = poll.opened.electorate.len();
    html! {
        p { (view.tongue.with("poll-received", &[("count", poll.received().into()), ("all", all.into())])) }
        progress.bar max=(all) value=(poll.received()) aria-label=(view.t("poll-progress")) {}
        @if let Some(called) = poll.being_called() {
            p { (view.t("poll-being-called")) " " strong { (speaking::organisation(view, called)) } " "
                span.muted { (view.tongue.with("poll-left-to-call", &[("count", poll.left_to_call().into())])) } }
        }
    }
}

fn standing(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some((id, poll)) = of.and_then(|of| of.parse().ok()).and_then(|id| Some((id, view.state.polls.get(id)?))) else {
        return html! {};
    };
    html! {
        p { (tag(view, poll)) }
        @match poll.tally() {
            None => {
                @if let Some(reason) = &poll.cancelled {
                    div.notice.info { p.notice-title { (view.t("poll-given-up")) } p { bdi { (reason) } } }
                } @else {
                    (progress(view, poll))
                    p.muted { (view.t("poll-no-figures")) }
                }
            }
            Some(tally) => (result(view, id, poll, tally)),
        }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
    }
}

fn result(view: &View<'_>, id: PollId, poll: &Poll, tally: Tally) -> Markup {
    html! {
        (figures(view, tally))
        (outcome(view, poll, tally))
        (in_record(view, poll))
        @match poll.opened_votes() {
            // Hundreds of kilobytes that nobody should be sent unasked, and ten thousand at one moment least of all: whoever has the
            // page open gets the figures, and by this address, which is another than the page's own, everything.
            Some(_) => p { a.button.secondary href=(format!("polls?of={id}&show=votes#votes")) { (view.t("poll-votes")) } },
            None => p.muted { (view.t("poll-nobody-named")) },
        }
    }
}

/// The five figures.
#[must_use]
pub fn figures(view: &View<'_>, tally: Tally) -> Markup {
    let all = Choice::ALL.into_iter().map(Some).chain([None]);
    html! { div.figure-grid { @for of in all {
        div.figure { span.figure-value { (view.tongue.number(tally.get(of))) } span.figure-label { (choice(view, of)) } }
    } } }
}

/// Whether it was carried, and by which rule.
#[must_use]
pub fn outcome(view: &View<'_>, poll: &Poll, tally: Tally) -> Markup {
    let needed = poll.opened.majority.more_than(tally.voting());
    html! {
        p { (view.tongue.with("poll-majority", &[("needed", needed.into()), ("voting", tally.voting().into())])) }
        @match poll.decided {
            None => p { (view.t("poll-not-declared")) },
            Some(decided) if decided.by_chair => p { (view.t("poll-tie-chair")) },
            Some(_) if tally.is_tied() => p { (view.t("poll-tie")) },
            Some(_) => {}
        }
    }
}

/// Which of the votes anybody can check, and which not.
fn in_record(view: &View<'_>, poll: &Poll) -> Markup {
    let (signed, all) = (poll.signed(), poll.received());
    html! {
        @if poll.opened.in_record {
            p { (view.tongue.with("poll-votes-signed", &[("count", signed.into())])) " "
                @if all > signed { (view.tongue.with("poll-votes-on-paper", &[("count", (all - signed).into())])) } }
        } @else { div.notice.info { p { (view.t("poll-outside-record")) } } }
    }
}

fn votes(view: &View<'_>, poll: &Poll) -> Markup {
    let Some(ballots) = poll.opened_votes() else { return html! {} };
    let voters = match &poll.opened.roll {
        Some(roll) => roll.order.clone(),
        None => bits::in_order(view, Some(poll.opened.summit), poll.opened.electorate.keys().copied()),
    };
    let weighted = poll.opened.electorate.values().any(|votes| *votes != 1);
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("poll-votes")) { table.table.cards {
            thead { tr {
                th scope="col" { (view.t("organisation")) } th scope="col" { (view.t("poll-vote")) }
                @if weighted { th.num scope="col" { (view.t("poll-weight")) } }
            } }
            tbody { @for id in voters { tr {
                th scope="row" { (bits::organisation(view, id)) }
                td data-label=(view.t("poll-vote")) {
                    @let ballot = ballots.get(&id);
                    span class=(mood(ballot.map(|b| b.choice))) { (choice(view, ballot.map(|b| b.choice))) }
                    @if ballot.is_some_and(|b| matches!(b.way, domain::command::Way::Paper(_))) { " " span.muted { (view.t("way-paper")) } }
                    @for intention in poll.intentions.iter().filter(|i| i.organisation == id) {
                        p.small { (view.tongue.with("poll-intended", &[("choice", (&*choice(view, Some(intention.choice))).into())])) }
                    }
                }
                @if weighted { td.num data-label=(view.t("poll-weight")) { (view.tongue.number(poll.opened.electorate.get(&id).copied().unwrap_or_default())) } }
            } } }
        } }
    }
}

/// The tag of a choice.
#[must_use]
pub const fn mood(choice: Option<Choice>) -> &'static str {
    match choice {
        Some(Choice::Yes) => "tag good",
        Some(Choice::No) => "tag bad",
        Some(Choice::Abstain) => "tag warn",
        Some(Choice::NotParticipating) => "tag plain",
        None => "tag off",
    }
}
