//! Signing with the organisation's own key, without a script: choose the act, take the exact bytes away, bring the signature back.
use super::{devices, office, speaking};
use crate::{
    form::{self, Field},
    own_key::Ready,
    view::{Page, Shown, View},
};
use domain::{
    command::Way,
    endorsement::ActKind,
    id::{OrganisationId, TextId},
    seat::Role,
    text::Text,
};
use maud::{Markup, html};

/// Who may hand in what the organisation's key signed.
pub const ROLES: &[Role] = &[Role::FocalPoint, Role::Delegate];
/// `/as/<seat>/sign`.
pub const PAGE: Page = Page { path: "sign", roles: &[Role::FocalPoint, Role::Delegate], render };

fn render(view: &View<'_>) -> Option<Shown> {
    // A signature that was not accepted comes back with the bytes it belongs to.
    if let Some(ready) = view.failed.and_then(|failed| Ready::again(&failed.act, &failed.values)) {
        return Some(ready_page(view, &ready));
    }
    let own = view.who.organisation?;
    let title = view.t("sign-key-title");
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("sign-key-lead")) }
        @match view.record.map(|record| record.key_of(own)) {
            None => (devices::no_record(view)),
            Some(None) => div.empty {
                p.empty-title { (view.t("key-none")) }
                p { (view.t("sign-key-none-next")) }
                @if view.who.role == Some(Role::FocalPoint) { a.button href=(view.href("key")) { (view.t("key-title")) } }
            },
            Some(Some(_)) => (texts(view, own)),
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn back(view: &View<'_>) -> Markup {
    let (page, words) = if view.who.role == Some(Role::FocalPoint) { ("key", "key-title") } else { ("devices", "devices-title") };
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href(page)) { (view.t(words)) } } } } }
}

/// The texts that are open, each with the acts that may follow the organisation's newest.
fn texts(view: &View<'_>, own: OrganisationId) -> Markup {
    let open: Vec<_> = view.state.texts.iter().filter(|(_, t)| t.open_for_endorsement && t.adoption.is_some()).collect();
    html! {
        @if open.is_empty() { div.empty { p.empty-title { (view.t("sign-nothing-open")) } p { (view.t("sign-nothing-open-next")) } } }
        @for (id, text) in open { (text_acts(view, own, id, text)) }
    }
}

fn text_acts(view: &View<'_>, own: OrganisationId, id: TextId, text: &Text) -> Markup {
    let made = view.state.endorsements.of(id).and_then(|a| a.newest_of(own)).map(|a| &a.made);
    let newest = made.map(|made| made.kind);
    let stands = newest.is_some_and(ActKind::stands);
    // What stands without this key's signature may be said once more with it.
    let attested = view.record.is_some_and(|record| record.attests(view.state, id, own));
    let gains = made.is_some_and(|made| made.gains_by(&Way::Key, attested));
    html! {
        section.card {
            h2.card-title { (speaking::text_title(view, text)) }
            p { span.symbol { bdi { (text.adopted().map_or(&text.symbol, |r| &r.symbol)) } } " "
                @if let Some(kind) = newest { (super::delegate::act_tag(view, kind)) } }
            @if newest != Some(ActKind::Endorse) || gains { (plain(view, "endorse", "act-endorse", id, text)) }
            @if stands { (plain(view, "withdraw-endorsement", "act-withdraw-endorsement", id, text)) }
            @else if newest != Some(ActKind::Decline) || gains { (plain(view, "decline", "act-decline", id, text)) }
            details.details {
                summary { (view.t("act-endorse-with-reservation")) }
                (with_reservation(view, id, text))
            }
        }
    }
}

fn common(id: TextId, act: &str, text: &Text) -> Markup {
    html! {
        (office::hidden("act", act)) (office::hidden("text", id))
        @if let Some(adoption) = &text.adoption { (office::hidden("text_digest", adoption.manifest)) }
    }
}

fn plain(view: &View<'_>, act: &str, label: &str, id: TextId, text: &Text) -> Markup {
    html! { form.form.tight method="post" action=(view.href("sign")) data-native {
        (common(id, act, text))
        button.button.secondary { (view.t(label)) }
    } }
}

fn with_reservation(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    const ACT: &str = "endorse-with-reservation";
    let languages: Vec<(String, String)> =
        crate::i18n::Tongue::all().map(|t| (t.tag().to_owned(), t.own_name().to_owned())).collect();
    let (words, language) = (format!("f-words-{id}"), format!("f-language-{id}"));
    html! { form.form method="post" action=(view.href("sign")) data-native {
        (common(id, ACT, text))
        div.field { label for=(words) { (view.t("reservation-words")) } textarea.textarea id=(words) name="words" rows="5" required {} }
        div.field { label for=(language) { (view.t("reservation-language")) }
            select.select id=(language) name="language" { @for (tag, name) in &languages {
                option value=(tag) selected[tag == view.tongue.tag()] { (name) }
            } }
        }
        div.button-row.fill { button.button.secondary { (view.t("sign-prepare")) } }
    } }
}

/// The page that hands out the bytes and takes the signature.
#[must_use]
pub fn ready_page(view: &View<'_>, ready: &Ready) -> Shown {
    let title = view.t("sign-key-title");
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        (ready.what(view))
        section.section {
            div.section-title { h2 { (view.t("sign-step-take")) } }
            p { (view.t("sign-step-take-about")) }
            p { a.button.secondary href=(format!("{}sign/body.json?b={}", view.base(), ready.body)) download="body.json" { (view.t("sign-download")) } }
            details.details open { summary { (view.t("sign-bytes")) } pre.bytes dir="ltr" lang="en" tabindex="0" { code data-bytes { (ready.text()) } } }
            p { (view.t("sign-digest-of-file")) }
            p.mono.small { bdi dir="ltr" { (ready.digest()) } }
        }
        section.section {
            div.section-title { h2 { (view.t("sign-step-sign")) } }
            p { (view.t("sign-step-sign-about")) }
            pre.bytes dir="ltr" lang="en" tabindex="0" { code { "ssh-keygen -Y sign -n hemicycle-record -f our-key body.json" } }
            p { (view.t("sign-step-sign-or")) }
            pre.bytes dir="ltr" lang="en" tabindex="0" { code { "hemicycle sign body.json --key our-key --out body.json.sig" } }
        }
        section.section {
            div.section-title { h2 { (view.t("sign-step-bring")) } }
            (bring(view, ready))
        }
    };
    Shown::new(title, main).width("narrow")
}

fn bring(view: &View<'_>, ready: &Ready) -> Markup {
    let field = format!("{}.armored", ready.part());
    let problem = view.problem(&ready.act, &field);
    html! {
        form.form method="post" enctype="multipart/form-data" action=(view.href(&format!("signed/{}", ready.act))) data-native {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            input type="hidden" name="_page" value="sign";
            input type="hidden" name="_next" value=(ready.next(view));
            @for (name, value) in &ready.fields { (office::hidden(name, value)) }
            (office::hidden(&format!("{}.body", ready.part()), &ready.body))
            (form::field(view, &ready.act, Field::new(&field, "sign-paste").kind("textarea").optional().hint("sign-paste-hint")))
            div.field {
                label for="f-signature" { (view.t("sign-upload")) }
                input.input type="file" id="f-signature" name="signature" aria-invalid=[problem.map(|_| "true")];
            }
            div.button-row.fill { button.button { (view.t("sign-send")) } a.button.quiet href=(view.href("sign")) { (view.t("cancel")) } }
        }
    }
}
