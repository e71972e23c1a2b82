//! Keys of the public record, for the secretariat: what waits for the accreditors, and an organisation's key that was lost.
use super::office;
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use app::record::RecordView;
use maud::{Markup, html};

/// `/as/<seat>/keys`.
pub const PAGE: Page = Page { path: "keys", roles: office::SECRETARIAT, render };

const SET: &str = "set-organisation-key";
const ENTER: &str = "enter-entries";

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("keys-title");
    let main = html! {
        div.page-title { h1 { (title) } }
        @match view.record {
            None => (super::devices::no_record(view)),
            Some(record) => { (accreditors(view, record)) (lost(view, record)) }
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn accreditors(view: &View<'_>, record: &RecordView) -> Markup {
    let held = record.holds_accreditors();
    let waiting = record.pending_count(view.state, view.now);
    let (fingerprints, threshold) = record.accreditors();
    html! {
        section.section {
            div.section-title { h2 { (view.t("keys-accreditors")) } }
            p { (view.t(if held { "keys-held" } else { "keys-elsewhere" })) }
            dl.facts {
                dt { (view.t("check-threshold")) } dd { (view.tongue.position(threshold)) }
                dt { (view.t("check-accreditors")) } dd { @for one in &fingerprints { bdi.mono dir="ltr" { (one) } br; } }
            }
            p { (view.tongue.with("keys-waiting", &[("count", waiting.into())])) }
            @if waiting > 0 || !held { (batch(view)) }
        }
    }
}

/// The batch on its way: out as a file, and back.
fn batch(view: &View<'_>) -> Markup {
    html! {
        p { a.button.secondary href=(view.href("keys/batch.json")) download="batch.json" { (view.t("keys-download")) } }
        p { (view.t("keys-sign-with")) }
        pre.bytes dir="ltr" lang="en" tabindex="0" { code { "hemicycle accreditor sign batch.json --key my-key --out signed.json" } }
        (form::form(view, ENTER, Some("keys"), html! {
            (form::field(view, ENTER, Field::new("batch", "keys-batch").kind("textarea").hint("keys-batch-hint")))
            div.button-row.fill { button.button { (view.t("keys-bring")) } }
        }))
    }
}

/// Another key in the place of a lost one: at once where the server acts for the accreditors, else by a batch that names it.
fn lost(view: &View<'_>, record: &RecordView) -> Markup {
    let known = view.state.directory.iter().map(|(id, _)| id).filter(|id| record.is_accredited(*id));
    let fields = html! {
        (office::choose_organisation(view, SET, Field::new("organisation", "organisation"), known))
        (form::field(view, SET, Field::new("key", "key-next").hint("key-enter-hint")))
    };
    html! {
        section.section {
            div.section-title { h2 { (view.t("keys-lost")) } }
            p { (view.t("keys-lost-about")) }
            @if record.holds_accreditors() {
                (form::form(view, SET, Some("keys"), html! { (fields) div.button-row.fill { button.button.danger { (view.t("keys-replace")) } } }))
            } @else {
                form.form method="get" action=(view.href("keys/batch.json")) data-native {
                    (fields)
                    div.button-row.fill { button.button.secondary { (view.t("keys-download")) } }
                }
            }
        }
    }
}
