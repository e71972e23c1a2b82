//! The console's voting: a question is put, the roll is called, the voting is locked, the result declared.
use super::PRESIDING;
use crate::{
    form::{self, Field},
    i18n::Tongue,
    pages::{
        polls,
        speaking::{self, Press},
    },
    view::{Page, Shown, View},
};
use domain::{
    floor::Phase as Sitting,
    id::{MeetingId, PollId, TextId},
    language::Language,
    poll::{Method, Phase, Poll},
    procedure,
    profile::Tie,
};
use maud::{Markup, html};

/// `/as/<seat>/put-question?of=meeting-1`: a question of the chair's own words.
pub const PAGE: Page = Page { path: "put-question", roles: PRESIDING, render };

/// The voting under way, or else the link to put a question.
pub(super) fn section(view: &View<'_>, meeting: MeetingId) -> Markup {
    let open = view.state.floor.sitting(meeting).is_some_and(|s| s.phase == Sitting::Open);
    match view.state.polls.under_way(meeting) {
        Some((id, poll)) => under_way(view, id, poll),
        None => {
            html! { @if open { p { a.button.secondary href=(format!("put-question?of={meeting}")) { (view.t("chair-put-question")) } } } }
        }
    }
}

fn under_way(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    html! {
        section.card.strong.voting {
            p.eyebrow { (view.t("voting-now")) " · " (polls::method(view, poll.opened.method)) }
            h3.card-title { a href=(format!("polls?of={id}")) { (polls::question(view, id, poll)) } }
            p { (polls::tag(view, poll)) }
            @match poll.tally() {
                None => { (polls::progress(view, poll)) (conduct(view, id, poll)) }
                Some(tally) => { (polls::figures(view, tally)) (polls::outcome(view, poll, tally)) (declare(view, id, poll)) }
            }
        }
    }
}

/// The buttons while votes are received.
fn conduct(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    let of = id.to_string();
    let called = poll.being_called();
    html! {
        p.muted.small { (view.t("poll-no-figures")) }
        div.button-row {
            @if let Some(called) = called {
                (Press::new("call-next", &view.t("chair-call-next"), &[("poll", &of), ("organisation", &called.to_string())]).class("secondary").form())
            } @else {
                (Press::new("lock-poll", &view.t("chair-lock"), &[("poll", &of)]).confirm(&view.t("ask-lock")).form())
            }
        }
        details.details {
            summary { (view.t("chair-cancel-poll")) }
            form.form method="post" action="act/cancel-poll" data-act="cancel-poll" data-confirm=(view.t("ask-cancel-poll")) {
                input type="hidden" name="_id" value=(crate::frame::ID_MARK);
                input type="hidden" name="poll" value=(of);
                div.field { label for="f-cancel-reason" { (view.t("chair-cancel-reason")) } input.input id="f-cancel-reason" name="reason" required maxlength="500"; }
                button.button.danger.compact { (view.t("chair-cancel-poll")) }
                p.act-status data-status role="status" {}
            }
        }
    }
}

fn declare(view: &View<'_>, id: PollId, poll: &Poll) -> Markup {
    let of = id.to_string();
    let tied = poll.tally().is_some_and(domain::poll::Tally::is_tied) && poll.opened.tie == Tie::Chair;
    html! { @if poll.phase() == Phase::Locked {
        div.button-row {
            @if tied {
                (Press::new("declare-result", &view.t("chair-tie-carried"), &[("poll", &of), ("casting", "true")]).form())
                (Press::new("declare-result", &view.t("chair-tie-rejected"), &[("poll", &of), ("casting", "false")]).class("secondary").form())
            } @else {
                (Press::new("declare-result", &view.t("chair-declare"), &[("poll", &of)]).form())
            }
        }
    } }
}

/// The ways in which a tabled text is put to the vote.
pub(super) fn put_text(view: &View<'_>, id: TextId, meeting: MeetingId) -> Markup {
    let (text, meeting) = (id.to_string(), meeting.to_string());
    html! {
        details.details {
            summary { (view.t("chair-put-text")) }
            div.button-row { @for method in Method::ALL {
                (Press::new("open-poll", &polls::method(view, method), &[("text", &text), ("meeting", &meeting), ("method", method.as_str())]).class("secondary compact").form())
            } }
        }
    }
}

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("chair-put-question");
    let meeting = speaking::asked_meeting(view)?;
    let summit = procedure::summit_of_meeting(view.state, meeting)?;
    let mut languages = procedure::official_languages(view.state, summit);
    if languages.is_empty() {
        languages.extend(view.tongue.tag().parse::<Language>().ok());
    }
    let methods: Vec<(String, String)> =
        Method::ALL.into_iter().map(|m| (m.as_str().to_owned(), polls::method(view, m).into_owned())).collect();
    let orders: Vec<(String, String)> =
        languages.iter().map(|l| (l.to_string(), super::super::texts::language_name(l).to_string())).collect();
    let usual = languages.first().map(ToString::to_string).unwrap_or_default();
    let next = format!("chair?of={meeting}");
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(next) { (view.t("chair-title")) } } li aria-current="page" { (title) } } }
        h1 { (title) }
        p.lead { (view.t("put-question-lead")) }
        (form::form(view, "open-poll", Some(&next), html! {
            input type="hidden" name="meeting" value=(meeting);
            @for language in &languages { (words(view, language)) }
            (form::select(view, "open-poll", Field::new("method", "poll-method").value("recorded"), &methods))
            @if orders.len() > 1 { (form::select(view, "open-poll", Field::new("language", "put-question-order").hint("put-question-order-hint").value(&usual), &orders)) }
            div.button-row { button.button { (view.t("chair-open-poll")) } a.button.quiet href=(next) { (view.t("script-confirm-no")) } }
        }))
    };
    Some(Shown::new(title, main))
}

/// The question in one language.
fn words(view: &View<'_>, language: &Language) -> Markup {
    let name = format!("question.{language}");
    let (typed, problem) = (view.typed("open-poll", &name).unwrap_or_default(), view.problem("open-poll", &name));
    let id = format!("f-{name}");
    let about = Tongue::from_tag(language.as_str()).map_or("auto", |t| if t.dir() == "rtl" { "rtl" } else { "ltr" });
    html! {
        div.field.invalid[problem.is_some()] {
            label for=(id) { (view.t("poll-question")) " · " bdi lang=(language.as_str()) { (super::super::texts::language_name(language)) } }
            @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
            input.input id=(id) name=(name) value=(typed) maxlength="500" lang=(language.as_str()) dir=(about) aria-invalid=[problem.map(|_| "true")];
        }
    }
}
