//! An organisation's position beside a text: a reservation or dissociation, or an endorsement with a reservation.
use super::speaking;
use crate::{
    form::{self, Field},
    signing::Signature,
    view::{Page, Shown, View},
};
use domain::{
    id::TextId,
    seat::Role,
    text::{Revision, Text},
};
use maud::{Markup, html};

/// `/as/<seat>/reservation?of=text-1`.
pub const PAGE: Page = Page { path: "reservation", roles: &[Role::Delegate], render };

fn render(view: &View<'_>) -> Option<Shown> {
    let id: TextId = view.asked("of")?;
    let text = view.state.texts.get(id).filter(|t| t.tabled().is_some())?;
    let revision = speaking::revision(text)?;
    let endorses = text.open_for_endorsement;
    let title = view.t(if endorses { "reservation-endorse-title" } else { "reservation-title" });
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="texts" { (view.t("nav-texts")) } } li { a href=(format!("texts?of={id}")) { (revision.symbol) } } li aria-current="page" { (title) }
        } }
        h1 { (title) }
        p.lead { (view.tongue.name(&revision.title)) }
        p { (view.t("reservation-never-changes")) }
        @if endorses { (endorse(view, id, text, revision)) } @else { (reserve(view, id, revision)) }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn reserve(view: &View<'_>, id: TextId, revision: &Revision) -> Markup {
    let act = "enter-reservation";
    let choice = |value: &str, label: &str, hint: &str, checked: bool| {
        let typed = view.typed(act, "kind").map_or(checked, |t| t == value);
        html! { label.choice { input type="radio" name="kind" value=(value) checked[typed]; span { (view.t(label)) span.hint { (view.t(hint)) } } } }
    };
    form::form(
        view,
        act,
        Some(&format!("texts?of={id}")),
        html! {
            input type="hidden" name="text" value=(id);
            fieldset { legend { (view.t("reservation-kind")) } div.choices {
                (choice("reservation", "reservation-kind-reservation", "reservation-hint", true))
                (choice("dissociation", "reservation-kind-dissociation", "dissociation-hint", false))
            } }
            (words(view, act, revision))
            div.button-row.fill { button.button { (view.t("act-enter-reservation")) } a.button.quiet href=(format!("texts?of={id}")) { (view.t("cancel")) } }
        },
    )
}

fn endorse(view: &View<'_>, id: TextId, text: &Text, revision: &Revision) -> Markup {
    let Some(adoption) = &text.adoption else { return html! {} };
    let act = "endorse-with-reservation";
    let signature = view.who.organisation.map(|own| Signature::of_act(view, id, own)).unwrap_or_default();
    form::signed_form(
        view,
        act,
        Some(&format!("texts?of={id}")),
        signature,
        html! {
            input type="hidden" name="text" value=(id);
            input type="hidden" name="text_digest" value=(adoption.manifest);
            (words(view, act, revision))
            p.small.muted { (view.t("delegate-digest")) } p.mono.small { (adoption.manifest) }
            div.button-row.fill { button.button { (view.t("act-endorse-with-reservation")) } a.button.quiet href=(format!("texts?of={id}")) { (view.t("cancel")) } }
        },
    )
}

/// Its words, their language, and the paragraphs it is keyed to.
fn words(view: &View<'_>, act: &str, revision: &Revision) -> Markup {
    let languages: Vec<(String, String)> =
        crate::i18n::Tongue::all().map(|t| (t.tag().to_owned(), t.own_name().to_owned())).collect();
    html! {
        (form::field(view, act, Field::new("words", "reservation-words").kind("textarea")))
        (form::select(view, act, Field::new("language", "reservation-language").value(view.tongue.tag()), &languages))
        fieldset { legend { (view.t("reservation-on")) } p.hint { (view.t("reservation-on-hint")) }
            div.choices { @for (place, passage) in (1usize..).zip(&revision.paragraphs) {
                label.choice { input type="checkbox" name="paragraphs[]" value=(passage.id) checked[view.chosen(act, "paragraphs", &passage.id.to_string(), false)]; span { (place) ". " (beginning(view, passage)) } }
            } }
        }
    }
}

/// The first words of a paragraph, to recognise it by.
fn beginning(view: &View<'_>, passage: &domain::text::Passage) -> Markup {
    let own = passage.words.iter().find(|(l, _)| l.as_str() == view.tongue.tag());
    let Some((language, words)) = own.or_else(|| passage.words.iter().next()) else { return html! {} };
    let text = words.as_str();
    let short: String = text.chars().take(90).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    html! { bdi lang=(language.as_str()) { (short) (more) } }
}
