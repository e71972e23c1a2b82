//! The corrections of an adopted text: what is proposed and until when objections can be made, and what became of those before.
pub mod difference;

use super::{
    bits, office,
    speaking::{self, Press},
    texts::{direction, language_name},
};
use crate::{
    form::{self, Field},
    view::{Page, Region, Scope, Shown, View, Who},
};
use app::Topic;
use domain::{
    Moment, State,
    id::{MeetingId, TextId},
    seat::Role,
    text::{Correction, Outcome, Revision, Text, may_object},
};
use maud::{Markup, html};

/// `/correction?of=text-1`.
pub const PAGE: Page = Page { path: "correction", roles: &[], render };
/// Every correction of the text, the newest first.
pub const ALL: Region = Region { name: "corrections", scope: Scope::Everybody, roles: &[], polite: true, topics, render: all };
/// What of the corrections in progress a delegate is told on its front page.
pub const NOTICES: Region =
    Region { name: "correction-notices", scope: Scope::Everybody, roles: &[], polite: true, topics: now_topics, render: notices };

fn topics(_: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    of.and_then(|of| of.parse().ok()).map_or_else(Vec::new, |id| vec![Topic::Text(id)])
}

fn now_topics(_: &State, _: Option<&str>, _: &Who) -> Vec<Topic> {
    vec![Topic::Now]
}

fn render(view: &View<'_>) -> Option<Shown> {
    let id: TextId = view.asked("of")?;
    let text = view.state.texts.get(id).filter(|t| t.adoption.is_some())?;
    let title = view.t("correction-title");
    let symbol = text.adopted().map_or(&text.symbol, |r| &r.symbol);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="texts" { (view.t("nav-texts")) } } li { a href=(format!("texts?of={id}")) { (symbol) } } li aria-current="page" { (title) }
        } }
        div.page-title { h1 { (title) }
            @if view.who.role == Some(Role::Secretariat) && text.proposed_correction().is_none() {
                div.button-row { a.button.secondary href=(format!("correcting?of={id}")) { (view.t("text-correct")) } }
            }
        }
        p.lead { (speaking::text_title(view, text)) }
        p { (view.t("correction-rule")) }
        (view.region(&ALL, Some(&id.to_string())))
        @if let Some((_, open)) = text.proposed_correction() { (answers(view, id, text, open)) }
    };
    Some(Shown::new(format!("{symbol} · {title}"), main).width("wide"))
}

/// What this viewer can do about the correction that is open.
fn answers(view: &View<'_>, id: TextId, text: &Text, open: &Correction) -> Markup {
    let own = view.who.organisation.filter(|_| view.who.role == Some(Role::Delegate));
    let (of, secretariat) = (id.to_string(), view.who.role == Some(Role::Secretariat));
    let hidden = [("text", of.as_str())];
    html! {
        @if let Some(own) = own.filter(|_| !open.is_due(view.now)) {
            @if may_object(view.state, text, own).is_ok() { (object(view, id)) }
        }
        @if secretariat {
            div.button-row {
                @if open.is_due(view.now) { (Press::new("issue-correction", &view.t("correction-issue"), &hidden).form()) }
                (Press::new("withdraw-correction", &view.t("correction-withdraw"), &hidden).class("danger").confirm(&view.t("ask-withdraw-correction")).form())
                a.button.secondary href="paper?act=object-to-correction" { (view.t("paper-object-to-correction")) }
            }
        }
    }
}

fn object(view: &View<'_>, id: TextId) -> Markup {
    let act = "object-to-correction";
    html! { section.section {
        div.section-title { h2 { (view.t("correction-object")) } }
        p { (view.t("correction-object-about")) }
        (form::form(view, act, Some(&format!("correction?of={id}")), html! {
            (office::hidden("text", id))
            (reason(view, act))
            div.button-row.fill { button.button.danger { (view.t("correction-object")) } a.button.quiet href=(format!("texts?of={id}")) { (view.t("cancel")) } }
        }))
    } }
}

/// The reason of an objection, and its language.
#[must_use]
pub fn reason(view: &View<'_>, act: &str) -> Markup {
    let languages: Vec<(String, String)> =
        crate::i18n::Tongue::all().map(|t| (t.tag().to_owned(), t.own_name().to_owned())).collect();
    html! {
        (form::field(view, act, Field::new("reason", "correction-object-reason").kind("textarea")))
        (form::select(view, act, Field::new("language", "reservation-language").value(view.tongue.tag()), &languages))
    }
}

fn all(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(text) = of.and_then(|of| of.parse().ok()).and_then(|id: TextId| view.state.texts.get(id)) else { return html! {} };
    html! {
        @if text.corrections.is_empty() { div.empty { p.empty-title { (view.t("correction-none")) } p { (view.t("correction-none-next")) } } }
        @for (index, correction) in text.corrections.iter().enumerate().rev() { (one(view, text, index, correction)) }
    }
}

/// The words that a correction changes: those in force when it was proposed.
fn corrected(text: &Text, index: usize) -> Option<&Revision> {
    let earlier = text.corrections.get(..index).unwrap_or_default().iter().rev().find(|c| c.issued().is_some());
    earlier.map(|c| &c.revision).or_else(|| text.revision(text.adoption.as_ref()?.revision))
}

fn one(view: &View<'_>, text: &Text, index: usize, correction: &Correction) -> Markup {
    let Some(before) = corrected(text, index) else { return html! {} };
    let untouched = text.adoption.as_ref().map_or(0, |a| a.digests.len()).saturating_sub(correction.changes.len());
    let languages: Vec<String> = correction.changes.keys().map(language_name).collect();
    html! { section.card id=(format!("correction-{}", index + 1)) {
        h2.card-title { bdi { (correction.symbol) } " " (tag(view, correction)) }
        dl.facts {
            dt { (view.t("correction-reason")) } dd { (view.tongue.name(&correction.reason)) }
            dt { (view.t("correction-languages")) } dd { (view.tongue.list(&languages)) }
            dt { (view.t("correction-proposed")) } dd { (when(view, text, correction.proposed)) " · " (place(view, correction.position)) }
            dt { (view.t("correction-until")) } dd { (when(view, text, correction.until)) }
            @match &correction.outcome {
                Outcome::Open => {},
                Outcome::Issued { at, position } => { dt { (view.t("correction-issued")) } dd { (when(view, text, *at)) " · " (place(view, *position)) } },
                Outcome::Withdrawn { at } => { dt { (view.t("correction-withdrawn")) } dd { (when(view, text, *at)) } },
                Outcome::Blocked(objection) => {
                    dt { (view.t("correction-blocked")) }
                    dd {
                        (speaking::organisation(view, objection.organisation)) ", " (when(view, text, objection.at)) ":" br;
                        bdi lang=(objection.language.as_str()) dir=(direction(&objection.language)) { (objection.reason) }
                    }
                },
            }
        }
        @for (language, change) in &correction.changes {
            (difference::of_language(view, language, change, before))
            (difference::digests(view, correction.before.get(language), correction.after.get(language)))
        }
        p { (view.tongue.with("correction-untouched", &[("count", untouched.into())])) }
        dl.facts {
            dt { (view.t("correction-manifest")) }
            dd {
                (view.t("correction-before")) ": " bdi.mono.small dir="ltr" { (correction.from) } br;
                (view.t("correction-after")) ": " bdi.mono.small dir="ltr" { (correction.to) }
            }
        }
    } }
}

/// How far a correction is, as a tag.
#[must_use]
pub fn tag(view: &View<'_>, correction: &Correction) -> Markup {
    match correction.outcome {
        Outcome::Open => html! { span.tag.warn { (view.t("correction-state-open")) } },
        Outcome::Issued { .. } => html! { span.tag.good { (view.t("correction-state-issued")) } },
        Outcome::Blocked(_) => html! { span.tag.bad { (view.t("correction-state-blocked")) } },
        Outcome::Withdrawn { .. } => html! { span.tag.off { (view.t("correction-state-withdrawn")) } },
    }
}

fn place(view: &View<'_>, position: u64) -> Markup {
    html! { a href="record" { (view.tongue.with("text-position", &[("position", position.into())])) } }
}

/// A moment in the zone of the meeting that adopted the text, which is named: a deadline is read all over the world.
#[must_use]
pub fn when(view: &View<'_>, text: &Text, at: Moment) -> Markup {
    let meeting: Option<MeetingId> = text.adoption.as_ref().map(|a| a.meeting);
    let zone = meeting.and_then(|m| view.state.programme.meeting(m)).map_or("UTC", |m| m.zone.as_str());
    html! {
        time datetime=(bits::machine(at)) { (view.tongue.long_date(at, zone)) ", " (view.tongue.time(at, zone)) }
        " " span.muted { "(" bdi { (zone) } ")" }
    }
}

/// The corrections in progress of the summit's texts, as whoever may object must hear of them.
fn notices(view: &View<'_>, _: Option<&str>) -> Markup {
    let summit = view.state.programme.current();
    let open = view
        .state
        .texts
        .iter()
        .filter(|(_, t)| Some(t.summit) == summit)
        .filter_map(|(id, t)| Some((id, t, t.proposed_correction()?.1)));
    html! { @for (id, text, correction) in open {
        div.notice.warn {
            p.notice-title { (view.t("correction-proposed-notice")) " " bdi { (correction.symbol) } }
            p { (view.t("correction-until")) ": " (when(view, text, correction.until)) }
            p { a href=(format!("correction?of={id}")) { (view.t("correction-look")) } }
        }
    } }
}

/// What the corrections of a text come to, for the page of the text itself.
#[must_use]
pub fn standing(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    html! {
        @if let Some((_, open)) = text.proposed_correction() {
            div.notice.warn {
                p.notice-title { (view.t("correction-proposed-notice")) " " bdi { (open.symbol) } }
                p { (view.t("correction-until")) ": " (when(view, text, open.until)) }
                p { a href=(format!("correction?of={id}")) { (view.t("correction-look")) } }
            }
        }
        @for issued in text.issued_corrections() {
            div.notice.info {
                p.notice-title { (view.tongue.with("correction-corrected-by", &[("correction", issued.symbol.as_str().into())])) }
                p { (view.tongue.list(&issued.changes.keys().map(language_name).collect::<Vec<_>>())) " · " a href=(format!("correction?of={id}")) { (view.t("correction-look")) } }
            }
        }
    }
}
