//! The front page of a focal point: what is to be done now, how far the delegation and its people are, and what its organisation does.
use super::{delegate, delegation, office, speaking};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State,
    accreditation::{Credentials, Standing},
    id::{DelegationId, SummitId},
    procedure,
    seat::Role,
};
use maud::{Markup, html};

/// `/as/<seat>/` of a focal point.
pub const PAGE: Page = Page { path: "", roles: &[Role::FocalPoint], render };

/// What is to be done, and the people; its argument is the delegation.
pub const NEXT: Region = Region {
    name: "focal-next",
    scope: Scope::Organisation,
    roles: &[Role::FocalPoint],
    polite: true,
    topics: |_, _, who| who.organisation.into_iter().flat_map(|o| [Topic::Delegation(o), Topic::Own(o)]).collect(),
    render: next,
};

/// The organisation on the floor and on the texts; its argument is the summit.
pub const ACTS: Region = Region {
    name: "focal-acts",
    scope: Scope::Organisation,
    roles: &[Role::FocalPoint],
    polite: true,
    topics: acts_topics,
    render: acts,
};

/// Most texts shown with what the organisation did about them: the newest.
const TEXTS: usize = 10;

fn acts_topics(_: &State, _: Option<&str>, who: &Who) -> Vec<Topic> {
    let mut topics = vec![Topic::Now];
    topics.extend(who.organisation.map(Topic::Own));
    topics
}

fn render(view: &View<'_>) -> Option<Shown> {
    let Some(id) = delegation::own(view) else { return Some(super::message(view, "delegation-none")) };
    let entry = view.state.accreditation.delegation(id)?;
    let (of, summit) = (id.to_string(), entry.summit.to_string());
    let title = view.t("focal-title");
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (office::organisation(view, entry.organisation)) }
        (view.region(&NEXT, Some(&of)))
        (view.region(&ACTS, Some(&summit)))
        section.section {
            div.section-title { h2 { (view.t("front-look")) } }
            div.grid.dense {
                @for (page, name, about) in [
                    ("delegation", "nav-delegation", "focal-about-delegation"),
                    ("letters", "nav-letters", "focal-about-letters"),
                    ("programme", "nav-programme", "front-link-programme-about"),
                    ("texts", "nav-texts", "front-link-texts-about"),
                ] {
                    a.card href=(view.href(page)) { h3.card-title { (view.t(name)) } p.muted { (view.t(about)) } }
                }
            }
        }
    };
    Some(Shown::new(title, main))
}

fn next(view: &View<'_>, of: Option<&str>) -> Markup {
    let delegation =
        of.and_then(|of| of.parse().ok()).and_then(|id: DelegationId| Some((id, view.state.accreditation.delegation(id)?)));
    // What another organisation's delegation stands at is not this viewer's to know.
    let Some((id, d)) = delegation.filter(|(_, d)| Some(d.organisation) == view.who.organisation) else { return html! {} };
    let members = || view.state.accreditation.members(id).filter(|(_, m)| m.is_registered());
    let (registered, accredited) = (d.registered(), d.accredited());
    let waiting = members().filter(|(_, m)| m.standing == Standing::Pending).count();
    let open = members().filter(|(_, m)| m.seat().is_some_and(|seat| view.state.seats.has_open_invitation(seat))).count();
    let present = view.state.presence.of_organisation(d.summit, d.organisation);
    let (title, words, button) = step(d.credentials, registered, open);
    html! {
        (office::steps(view, d.credentials))
        section.card.strong {
            p.eyebrow { (view.t("focal-now")) }
            h2.card-title { (view.t(title)) }
            p { (view.tongue.with(words, &[("count", open.into())])) }
            @if let Some(reason) = &d.reason { p { (view.t("reason")) ": " bdi { (reason) } } }
            @if let Some((page, label)) = button { div.button-row { a.button href=(page) { (view.t(label)) } } }
        }
        div.figure-grid {
            (office::figure(view, "delegation", u64::from(registered), "count-registered"))
            (office::figure(view, "delegation", u64::from(accredited), "count-accredited"))
            (office::figure(view, "delegation", u64::from(present), "office-present"))
            (office::figure(view, "letters", open as u64, "focal-links-open"))
        }
        @if waiting > 0 { p.muted { (view.tongue.with("waiting-members", &[("count", waiting.into())])) } }
    }
}

/// What a focal point does next: title, sentence, and the page that leads there.
const fn step(
    state: Credentials,
    registered: u32,
    open: usize,
) -> (&'static str, &'static str, Option<(&'static str, &'static str)>) {
    match state {
        Credentials::Invited if registered == 0 => ("focal-enter", "focal-enter-about", Some(("delegation", "member-add"))),
        Credentials::Invited => ("focal-submit", "focal-submit-about", Some(("delegation", "focal-to-delegation"))),
        Credentials::Submitted => ("focal-wait", "delegation-submitted", Some(("delegation", "focal-to-delegation"))),
        Credentials::Verified => ("focal-wait", "delegation-verified", Some(("delegation", "focal-to-delegation"))),
        Credentials::Accepted | Credentials::Challenged if open > 0 => {
            ("focal-sign-in", "focal-sign-in-about", Some(("letters", "focal-to-letters")))
        }
        Credentials::Accepted => ("focal-ready", "focal-ready-about", Some(("programme", "front-programme"))),
        Credentials::Challenged => ("focal-answer", "delegation-challenged", None),
        Credentials::Deferred => ("focal-wait", "delegation-deferred", None),
        Credentials::Rejected => ("focal-over", "delegation-rejected", None),
        Credentials::Revoked => ("focal-over", "delegation-revoked", None),
    }
}

fn acts(view: &View<'_>, of: Option<&str>) -> Markup {
    let summit = of.and_then(|of| of.parse::<SummitId>().ok());
    let (Some(summit), Some(organisation)) = (summit, view.who.organisation) else { return html! {} };
    let state = view.state;
    let seated = procedure::is_seated(state, summit, organisation);
    let meeting = speaking::current_meeting(view);
    let list = meeting.and_then(|m| speaking::list_of(state, m));
    let speaks = meeting
        .and_then(|m| state.floor.sitting(m))
        .and_then(|s| s.speech.as_ref())
        .is_some_and(|s| s.organisation == organisation);
    let mut texts: Vec<_> = state
        .texts
        .iter()
        .filter(|(_, t)| t.summit == summit && (t.open_for_endorsement || t.consensus.is_some() || t.adoption.is_some()))
        .collect();
    texts.reverse();
    html! {
        section.section {
            div.section-title { h2 { (view.t("focal-floor")) } @if let Some(meeting) = meeting { a href=(format!("meeting?of={meeting}")) { (view.t("focal-to-meeting")) } } }
            @if !seated { p.muted { (view.t("focal-not-seated")) } }
            @else if speaks { p { span.tag.good { (view.t("focal-speaks")) } } }
            @else if let Some((_, list)) = list {
                @match list.place_of(organisation) {
                    Some(place) => p { (view.tongue.with("focal-place", &[("place", place.into()), ("count", list.len().into())])) },
                    None if list.spoken(organisation) > 0 => p { (view.t("focal-has-spoken")) },
                    None => p.muted { (view.t("focal-not-on-list")) " " (speaking::requests_words(view, list)) },
                }
            } @else { p.muted { (view.t("focal-no-list")) } }
        }
        section.section {
            div.section-title { h2 { (view.t("focal-texts")) } }
            @if texts.is_empty() { div.empty { p.empty-title { (view.t("focal-texts-none")) } p { (view.t("focal-texts-none-next")) } } }
            @else { ul.org-list { @for (id, text) in texts.into_iter().take(TEXTS) {
                @let act = state.endorsements.of(id).and_then(|a| a.newest_of(organisation));
                li {
                    span.grow { a href=(format!("texts?of={id}")) { (speaking::text_title(view, text)) } }
                    @if let Some(act) = act { (delegate::act_tag(view, act.made.kind)) }
                    @else if text.consensus.is_some() { span.tag.warn { (view.t("focal-deciding")) } }
                    @else if text.open_for_endorsement { span.tag.info { (view.t("focal-no-act")) } }
                    @else { span.tag.off { (view.t("focal-no-act-closed")) } }
                }
            } } }
        }
    }
}
