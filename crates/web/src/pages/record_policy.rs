//! Whom the record asks its readers to trust: its keys, the accreditors, the clerks and the witnesses, and what of this the server holds itself.
use super::bits;
use crate::view::{Page, Shown, View};
use app::record::{ClerkInForce, Quorum, RecordView, Trusted, WitnessKnown};
use maud::{Markup, html};
use std::borrow::Cow;

/// `/record-policy`.
pub const PAGE: Page = Page { path: "record-policy", roles: &[], render };

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("policy-title");
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="record" { (view.t("record-title")) } }
            li { span aria-current="page" { (title) } }
        } }
        div.page-title { h1 { (title) } }
        @match view.record {
            None => div.empty { p.empty-title { (view.t("policy-none")) } p { (view.t("policy-none-about")) } },
            Some(record) => (whole(view, record)),
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn whole(view: &View<'_>, record: &RecordView) -> Markup {
    let trusted = record.trusted();
    html! {
        p.lead { (view.t("policy-lead")) }
        (log(view, &trusted))
        (accreditors(view, &trusted))
        (clerks(view, &trusted.clerks))
        (witnesses(view, &trusted))
        @if let Some(site) = record.site() {
            section.section {
                div.section-title { h2 { (view.t("policy-passkeys")) } }
                p { (view.t("policy-passkeys-about")) }
                dl.facts {
                    dt { (view.t("policy-site")) } dd { bdi dir="ltr" { (site.id) } }
                    dt { (view.t("policy-site-origins")) } dd { @for origin in &site.origins { bdi.mono dir="ltr" { (origin) } br; } }
                }
            }
        }
        (files(view))
    }
}

fn log(view: &View<'_>, trusted: &Trusted) -> Markup {
    html! {
        section.section {
            div.section-title { h2 { (view.t("policy-log")) } }
            dl.facts {
                dt { (view.t("policy-origin")) } dd { bdi.mono dir="ltr" { (trusted.origin) } }
                dt { (view.t("policy-entries")) } dd { (view.tongue.position(trusted.entries)) }
                @if let Some(fingerprint) = &trusted.fingerprint { dt { (view.t("policy-log-fingerprint")) } dd { bdi.mono dir="ltr" { (fingerprint) } } }
                @if let Some(vkey) = &trusted.vkey { dt { (view.t("policy-vkey")) } dd { bdi.mono.small dir="ltr" { (vkey) } } }
                @if let Some(genesis) = &trusted.genesis { dt { (view.t("policy-genesis")) } dd { bdi.mono.small dir="ltr" { (genesis) } } }
            }
            @if let Some(former) = &trusted.predecessor {
                div.notice.info {
                    p.notice-title { (view.t("policy-successor")) }
                    p { (view.tongue.with("policy-successor-about", &[("log", former.log.as_str().into()), ("size", former.size.into())])) }
                    p { bdi.mono.small dir="ltr" { (ledger_root(former.root)) } }
                }
            }
        }
    }
}

/// A root as people compare it: in hexadecimal.
fn ledger_root(root: [u8; 32]) -> String {
    app::record::Digest(root).to_string()
}

fn accreditors(view: &View<'_>, trusted: &Trusted) -> Markup {
    let count = trusted.accreditors.len();
    html! {
        section.section {
            div.section-title { h2 { (view.t("keys-accreditors")) } }
            p { (view.t("policy-accreditors-about")) }
            @if trusted.held == 0 {
                div.notice.good { p.notice-title { (view.t("policy-held-none")) } p { (view.t("policy-held-none-about")) } }
            } @else {
                div.notice.warn {
                    p.notice-title { (view.tongue.with("policy-held", &[("held", trusted.held.into()), ("count", count.into())])) }
                    p { (view.t(if trusted.held >= trusted.threshold { "policy-held-enough" } else { "policy-held-few" })) }
                }
            }
            dl.facts {
                dt { (view.t("check-threshold")) } dd { (view.tongue.with("policy-k-of-n", &[("k", trusted.threshold.into()), ("n", count.into())])) }
                dt { (view.t("check-accreditors")) } dd { @for one in &trusted.accreditors { bdi.mono dir="ltr" { (one) } br; } }
            }
        }
    }
}

fn clerks(view: &View<'_>, clerks: &[ClerkInForce]) -> Markup {
    html! {
        section.section {
            div.section-title { h2 { (view.t("policy-clerks")) } }
            p { (view.t("policy-clerks-about")) }
            @if clerks.is_empty() { p.muted { (view.t("policy-clerks-none")) } }
            @for clerk in clerks {
                dl.facts {
                    dt { (view.t("key-fingerprint")) } dd { bdi.mono dir="ltr" { (clerk.fingerprint) } }
                    dt { (view.t("policy-duties")) } dd { (clerk.duties.iter().map(|word| duty(view, word)).collect::<Vec<_>>().join(" · ")) }
                    dt { (view.t("policy-held-by")) } dd { (view.t(if clerk.held { "policy-held-here" } else { "policy-held-elsewhere" })) }
                }
            }
        }
    }
}

/// What a duty lets a clerk sign.
fn duty(view: &View<'_>, word: &str) -> Cow<'static, str> {
    match word {
        "delegation" => view.t("policy-duty-delegation"),
        "minute" => view.t("policy-duty-minute"),
        "paper" => view.t("policy-duty-paper"),
        "poll" => view.t("policy-duty-poll"),
        "presence" => view.t("policy-duty-presence"),
        _ => view.t("policy-duty-text"),
    }
}

fn witnesses(view: &View<'_>, trusted: &Trusted) -> Markup {
    html! {
        section.section {
            div.section-title { h2 { (view.t("policy-witnesses")) } }
            p { (view.t("policy-witnesses-about")) }
            @match &trusted.quorum {
                Some(Quorum { needed, of }) => p { strong { (view.tongue.with("policy-quorum", &[("k", (*needed).into()), ("n", of.len().into())])) } " " bdi dir="ltr" { "(" (of.join(", ")) ")" } },
                None => div.notice.warn { p.notice-title { (view.t("policy-quorum-none")) } p { (view.t("policy-quorum-none-about")) } },
            }
            @for WitnessKnown { name, key, url } in &trusted.witnesses {
                dl.facts {
                    dt { (view.t("policy-witness")) } dd { bdi dir="ltr" { (name) } }
                    dt { (view.t("policy-vkey")) } dd { bdi.mono.small dir="ltr" { (key) } }
                    @if let Some(url) = url { dt { (view.t("policy-witness-address")) } dd { bdi.small dir="ltr" { (url) } } }
                }
            }
        }
    }
}

fn files(view: &View<'_>) -> Markup {
    let text = "text/plain";
    html! {
        section.section {
            div.section-title { h2 { (view.t("policy-files")) } }
            p { (view.t("policy-files-about")) }
            ul {
                li { a href="/record/policy" type=(text) { (view.t("policy-file")) } }
                li { a href="/record/vkey" type=(text) { (view.t("policy-vkey")) } }
                li { a href="/record/checkpoint" type=(text) { (view.t("policy-checkpoint")) } }
            }
            @if bits::summit(view).is_some() { p { a href="record" { (view.t("record-all")) } } }
        }
    }
}
