//! A delegate's organisation and a text that is open for endorsement: what it has done, how far others can check it, and what it may do.
use super::{delegate::act_tag, devices, endorsements, speaking::Press};
use crate::{signing::Signature, view::View};
use domain::{
    command::Way,
    endorsement::{ActKind, Acts, Made},
    id::{OrganisationId, TextId},
    procedure,
    programme::Signatures,
    text::Text,
};
use maud::{Markup, html};

/// The organisation's newest act with the others' on the text.
fn newest<'a>(view: &View<'a>, own: OrganisationId, id: TextId) -> Option<(&'a domain::endorsement::Act, &'a Acts)> {
    let acts = view.state.endorsements.of(id)?;
    Some((acts.newest_of(own)?, acts))
}

/// Whether a device's signature would add to an act.
fn gains(view: &View<'_>, own: OrganisationId, id: TextId, made: &Made) -> bool {
    made.gains_by(&Way::Passkey, view.record.is_some_and(|record| record.attests(view.state, id, own)))
}

/// What the organisation has done, and what of it anybody can check.
pub(super) fn standing(view: &View<'_>, own: OrganisationId, id: TextId, text: &Text) -> Markup {
    let open = text.open_for_endorsement;
    let session = procedure::signatures_of(view.state, text.summit) == Signatures::Session;
    let Some((act, acts)) = newest(view, own, id) else {
        let unsigned = open && session && view.record.is_some() && !devices::signs_for(view, own);
        return html! { @if unsigned { p.small.muted { (view.t("delegate-session-enough")) " " (to_devices(view)) } } };
    };
    let made = &act.made;
    html! {
        @if acts.is_before_correction(act) && made.kind.stands() {
            div.notice.info { p.notice-title { (view.t("endorsements-from-before")) } p { (view.t("delegate-endorse-corrected")) " " a href=(format!("correction?of={id}")) { (view.t("correction-look")) } } }
        }
        p { (act_tag(view, made.kind)) " " span.muted { (endorsements::way(view, &made.way)) } " · "
            (view.tongue.with("delegate-act", &[("number", made.number.into()), ("position", act.position.into())])) }
        @if !made.way.enters_record() {
            p.small { (view.t("delegate-unsigned"))
                @if open && view.record.is_some() && !devices::signs_for(view, own) { " " (to_devices(view)) } }
        }
    }
}

fn to_devices(view: &View<'_>) -> Markup {
    html! { a href="devices" { (view.t("delegate-register-to-sign")) } }
}

/// What the organisation may press: its newest act once more where a signature adds to it, then what may follow.
pub(super) fn buttons(view: &View<'_>, own: OrganisationId, id: TextId, text: &Text) -> Vec<Markup> {
    let Some(adoption) = &text.adoption else { return Vec::new() };
    let (of, digest) = (id.to_string(), adoption.manifest.to_string());
    let hidden = [("text", of.as_str()), ("text_digest", digest.as_str())];
    let former = newest(view, own, id);
    let kind = former.map(|(act, _)| act.made.kind);
    // What was done before a correction may be done once more, on the text as it is now.
    let here = former.filter(|(act, acts)| !acts.is_before_correction(act)).map(|(act, _)| &act.made);
    let signature = Signature::of_act(view, id, own);
    let mut buttons = Vec::new();
    if let Some(made) = here.filter(|made| devices::signs_for(view, own) && gains(view, own, id, made)) {
        buttons.extend(once_more(view, made, &hidden));
    }
    if here.map(|made| made.kind) != Some(ActKind::Endorse) {
        buttons.push(Press::new("endorse", &view.t("act-endorse"), &hidden).signed(signature).quiet().form());
    }
    buttons.push(html! { a.button.secondary href=(format!("reservation?of={id}")) { (view.t("act-endorse-with-reservation")) } });
    if kind.is_some_and(ActKind::stands) {
        let label = view.t("act-withdraw-endorsement");
        let press = Press::new("withdraw-endorsement", &label, &hidden).class("danger");
        let question = view.t("ask-withdraw-endorsement");
        buttons.push(press.confirm(&question).signed(signature).quiet().form());
    } else if here.map(|made| made.kind) != Some(ActKind::Decline) {
        let label = view.t("act-decline");
        let press = Press::new("decline", &label, &hidden).class("secondary");
        let question = view.t("ask-decline");
        buttons.push(press.confirm(&question).signed(signature).quiet().form());
    }
    buttons
}

/// The act that stands, word for word, to be signed with a device. A withdrawal is complete as it is.
fn once_more(view: &View<'_>, made: &Made, hidden: &[(&str, &str)]) -> Option<Markup> {
    let (act, label) = match made.kind {
        ActKind::Endorse => ("endorse", "act-sign-endorsement"),
        ActKind::EndorseWithReservation => ("endorse-with-reservation", "act-sign-endorsement"),
        ActKind::Decline => ("decline", "act-sign-decline"),
        ActKind::Withdraw => return None,
    };
    let on: Vec<String> = made.reservation.iter().flat_map(|s| &s.paragraphs).map(ToString::to_string).collect();
    let mut fields = hidden.to_vec();
    if let Some(statement) = &made.reservation {
        fields.extend([("words", statement.words.as_str()), ("language", statement.language.as_str())]);
        fields.extend(on.iter().map(|paragraph| ("paragraphs[]", paragraph.as_str())));
    }
    Some(Press::new(act, &view.t(label), &fields).signed(Signature::Required).quiet().form())
}
