//! Signing in with a passkey, on a device of one's own that has no session: a new telephone, after a sign-out.
use crate::view::{Page, Shown, View};
use maud::html;

/// `/sign-in`.
pub const PAGE: Page = Page { path: "sign-in", roles: &[], render };

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("nav-sign-in");
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (view.t("sign-in-lead")) }
        @if view.record.is_some() {
            passkey-button data-does="sign-in" data-begin="/sign-in/begin" data-finish="/sign-in/finish" {
                p data-without { (view.t("sign-in-without")) }
                button.button.big type="button" hidden { (view.t("sign-in-now")) }
                p.act-status data-status role="status" {}
            }
        }
        section.section {
            div.section-title { h2 { (view.t("sign-in-by-letter")) } }
            p { (view.t("sign-in-by-letter-about")) }
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}
