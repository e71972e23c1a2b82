//! An organisation's own key, for its focal point: entered, replaced by itself, and what it signs: acts, devices of its delegates.
use super::{devices, office};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use app::record::{DeviceStanding, KeyInForce, RecordView};
use domain::{id::OrganisationId, seat::Role};
use maud::{Markup, html};

/// `/as/<seat>/key`.
pub const PAGE: Page = Page { path: "key", roles: &[Role::FocalPoint], render };

const SET: &str = "set-organisation-key";

fn render(view: &View<'_>) -> Option<Shown> {
    let own = view.who.organisation?;
    let title = view.t("key-title");
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (office::organisation(view, own)) }
        p { (view.t("key-lead")) }
        @match view.record {
            None => (devices::no_record(view)),
            Some(record) => {
                (in_force(view, record, own))
                (to_sign(view, record, own))
                section.section {
                    div.section-title { h2 { (view.t("devices-signing")) } }
                    p.muted { (view.t("key-devices-about")) }
                    (devices::of_organisation(view, own, "key"))
                }
            }
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn in_force(view: &View<'_>, record: &RecordView, own: OrganisationId) -> Markup {
    match record.key_of(own) {
        Some(KeyInForce { key, fingerprint }) => html! {
            section.card {
                h2.card-title { (view.t("key-in-force")) }
                dl.facts {
                    dt { (view.t("key-fingerprint")) } dd { bdi.mono dir="ltr" { (fingerprint) } }
                    dt { (view.t("key-public")) } dd { bdi.mono.small dir="ltr" { (key) } }
                }
                p.small.muted { (view.t("key-compare")) }
            }
            (rotate(view))
        },
        None if !record.is_accredited(own) => html! {
            div.notice.info { p.notice-title { (view.t("key-not-accredited")) } p { (view.t("key-not-accredited-about")) } }
        },
        None => first(view, record, own),
    }
}

fn first(view: &View<'_>, record: &RecordView, own: OrganisationId) -> Markup {
    html! {
        section.card.strong {
            h2.card-title { (view.t("key-none")) }
            p { (view.t("key-make")) }
            pre.bytes dir="ltr" lang="en" tabindex="0" { code { "ssh-keygen -t ed25519 -f our-key" } }
            @if record.holds_accreditors() {
                (form::form(view, SET, Some("key"), html! {
                    (office::hidden("organisation", own))
                    (form::field(view, SET, Field::new("key", "key-enter").hint("key-enter-hint")))
                    p.small.muted { (view.t("key-ends-devices")) }
                    div.button-row.fill { button.button { (view.t("key-set")) } }
                }))
            } @else { p.notice.info { (view.t("key-by-accreditors")) } }
        }
    }
}

/// A key replaces itself: it signs the next one.
fn rotate(view: &View<'_>) -> Markup {
    html! {
        details.details {
            summary { (view.t("key-rotate")) }
            p { (view.t("key-rotate-about")) }
            form.form method="post" action=(view.href("sign")) data-native {
                (office::hidden("act", "rotate"))
                (form::field(view, "rotate", Field::new("key", "key-next").hint("key-enter-hint")))
                div.button-row.fill { button.button.secondary { (view.t("sign-prepare")) } }
            }
            p.muted { (view.t("key-lost")) }
        }
    }
}

/// What waits for the key: devices to appoint and to end, and the texts to act on.
fn to_sign(view: &View<'_>, record: &RecordView, own: OrganisationId) -> Markup {
    if record.key_of(own).is_none() {
        return html! {};
    }
    let of_own = || view.state.registry.devices().filter(|(_, d)| d.organisation == own);
    let standing = |rep: &str| record.device_standing(rep);
    let appoint: Vec<_> = of_own().filter(|(rep, d)| !d.ended && standing(rep) == DeviceStanding::Waiting).collect();
    let revoke: Vec<_> = of_own().filter(|(rep, d)| d.ended && standing(rep) == DeviceStanding::Appointed).collect();
    html! {
        section.section {
            div.section-title { h2 { (view.t("key-signs")) } }
            p { a.button href=(view.href("sign")) { (view.t("key-act")) } }
            @for (rep, device) in appoint { (entry(view, "appoint", rep, device, "key-appoint")) }
            @for (rep, device) in revoke { (entry(view, "revoke", rep, device, "key-revoke")) }
        }
    }
}

fn entry(view: &View<'_>, act: &str, rep: &str, device: &domain::registry::Device, label: &str) -> Markup {
    html! {
        form.form.tight method="post" action=(view.href("sign")) data-native {
            (office::hidden("act", act)) (office::hidden("rep", rep))
            div.cluster {
                span.grow { bdi { (super::members::name(view, device.person)) } " " bdi.mono.small dir="ltr" { (rep) } }
                button.button.secondary { (view.t(label)) }
            }
        }
    }
}
