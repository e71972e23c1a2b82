//! The page behind an invitation's link. Opening it uses nothing up: mail programs open links too.
use crate::{
    frame::ID_MARK,
    view::{Page, Shown, View},
};
use domain::state::Secret;
use maud::html;

/// `/join/<token>`.
pub const PAGE: Page = Page { path: "join", roles: &[], render };

fn render(view: &View<'_>) -> Option<Shown> {
    let token = view.query.get("token")?;
    let invitation = view.state.seats.invitation(&Secret(token.clone())).filter(|i| view.now < i.until);
    let Some(seat) = invitation.and_then(|i| view.state.seats.get(i.seat)) else {
        return Some(Shown::new(
            view.t("join-title"),
            html! { div.empty { h1.empty-title { (view.t("refusal-invitation-not-open")) } p { (view.t("join-ask-again")) } } },
        )
        .width("narrow"));
    };
    let organisation = seat.organisation.and_then(|id| view.state.directory.get(id));
    let main = html! {
        div.page-title { h1 { (view.t("join-title")) } }
        p.lead { (view.t(&format!("join-as-{}", seat.role.as_str()))) }
        dl.facts {
            @if let Some(name) = view.people.name(seat.person) { dt { (view.t("join-you-are")) } dd { bdi { (name) } } }
            @if let Some(organisation) = organisation { dt { (view.t("organisation")) } dd { (view.tongue.name(&organisation.names)) } }
        }
        p { (view.t("join-device")) }
        form.form method="post" action="/act/redeem-invitation" data-native {
            input type="hidden" name="_id" value=(ID_MARK);
            input type="hidden" name="token" value=(token);
            div.button-row.fill { button.button { (view.t("join-button")) } }
        }
    };
    Some(Shown::new(view.t("join-title"), main).width("narrow"))
}
