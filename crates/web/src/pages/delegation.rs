//! The focal point's own page: the delegation, its members, and how far its credentials are.
use super::{members, office};
use crate::{
    form::{self, Field},
    view::{Page, Region, Scope, Shown, View},
};
use app::Topic;
use domain::{
    State,
    accreditation::{Credentials, Delegation},
    directory::Category,
    id::{DelegationId, SeatId},
    seat::Role,
};
use maud::{Markup, html};

/// `/as/<seat>/delegation`.
pub const PAGE: Page = Page { path: "delegation", roles: &[Role::FocalPoint], render };
/// How far the credentials are; its argument is the delegation.
pub const STEPS: Region = Region {
    name: "delegation-steps",
    scope: Scope::Organisation,
    roles: &[Role::FocalPoint],
    polite: true,
    topics: |_, _, who| who.organisation.map(Topic::Delegation).into_iter().collect(),
    render: steps,
};

/// The delegation a focal point enters: its own before another of the organisation, the newest first.
pub(crate) fn own(view: &View<'_>) -> Option<DelegationId> {
    of_seat(view.state, view.who.seat?)
}

/// The delegation of a focal point's seat.
pub(crate) fn of_seat(state: &State, seat: SeatId) -> Option<DelegationId> {
    let seat = state.seats.get(seat)?;
    let summit = seat.summit.or_else(|| state.programme.current())?;
    let all = state.accreditation.of_organisation(summit, seat.organisation?);
    let mine = |id: &&DelegationId| state.accreditation.delegation(**id).is_some_and(|d| d.focal_point == seat.person);
    all.iter().rev().find(mine).or_else(|| all.last()).copied()
}

fn render(view: &View<'_>) -> Option<Shown> {
    let Some(id) = own(view) else { return Some(super::message(view, "delegation-none")) };
    let delegation = view.state.accreditation.delegation(id)?;
    let title = view.t("nav-delegation");
    let back =
        html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href("delegation")) { (title) } } } } };
    if let Some(person) = view.query.get("member") {
        let person = person.parse().ok()?;
        let member = view.state.accreditation.member(person).filter(|m| m.delegation == id)?;
        let main = html! { (back) (members::one(view, person, member, "delegation")) };
        return Some(Shown::new(members::name(view, person), main).width("narrow"));
    }
    let id_text = id.to_string();
    let main = html! {
        div.page-title { h1 { (office::organisation(view, delegation.organisation)) } }
        (view.region(&STEPS, Some(&id_text)))
        section.section {
            div.section-title { h2 { (view.t("members")) } }
            (members::table(view, id, "delegation"))
        }
        @if !delegation.credentials.is_over() {
            (submit(view, id, delegation))
            section.section {
                div.section-title { h2 { (view.t("member-add")) } }
                @if delegation.credentials.admits_singly() { p.muted { (view.t("members-late")) } }
                (members::add(view, id, delegation, "delegation"))
            }
        }
    };
    Some(Shown::new(title, main))
}

fn steps(view: &View<'_>, of: Option<&str>) -> Markup {
    let delegation = of.and_then(|of| of.parse().ok()).and_then(|id: DelegationId| view.state.accreditation.delegation(id));
    // What another organisation's delegation stands at is not this viewer's to know.
    let Some(d) = delegation.filter(|d| Some(d.organisation) == view.who.organisation) else { return html! {} };
    html! {
        (office::steps(view, d.credentials))
        p { (view.t(words(d.credentials))) }
        @if let Some(reason) = &d.reason { p { (view.t("reason")) ": " bdi { (reason) } } }
    }
}

/// What a state means for the focal point, and what comes next.
const fn words(state: Credentials) -> &'static str {
    match state {
        Credentials::Invited => "delegation-invited",
        Credentials::Submitted => "delegation-submitted",
        Credentials::Verified => "delegation-verified",
        Credentials::Accepted => "delegation-accepted",
        Credentials::Challenged => "delegation-challenged",
        Credentials::Deferred => "delegation-deferred",
        Credentials::Rejected => "delegation-rejected",
        Credentials::Revoked => "delegation-revoked",
    }
}

fn submit(view: &View<'_>, id: DelegationId, delegation: &Delegation) -> Markup {
    html! {
        @if delegation.credentials == Credentials::Invited && delegation.registered() > 0 {
            section.section {
                div.section-title { h2 { (view.t("credentials-submit")) } }
                p { (view.t("credentials-submit-about")) }
                (submit_form(view, id, delegation))
            }
        }
    }
}

/// Submits the credentials, with the category in which the delegation takes itself to attend: the secretariat sees where the directory says
/// otherwise.
fn submit_form(view: &View<'_>, id: DelegationId, delegation: &Delegation) -> Markup {
    const ACT: &str = "submit-credentials";
    let entered = view.state.directory.get(delegation.organisation).map_or("", |o| o.category.as_str());
    let options: Vec<(String, String)> =
        Category::ALL.into_iter().map(|c| (c.as_str().to_owned(), office::category(view, c).into_owned())).collect();
    html! {
        form.form method="post" action=(form::address(view, ACT)) data-act=(ACT) data-next=(form::done_at(view, ACT, "delegation"))
            data-confirm=(view.t("credentials-submit-sure")) {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            input type="hidden" name="_next" value="delegation";
            (form::page_mark(view))
            (office::hidden("delegation", id))
            (form::select(view, ACT, Field::new("category", "claim-category").hint("claim-category-hint").value(entered), &options))
            div.button-row.fill { button.button { (view.t("credentials-submit")) } }
            p.act-status data-status role="status" {}
        }
    }
}
