//! Acts on paper: what an organisation does by signed letter or by telephone, recorded for it with the evidence, and counted apart.
use super::office;
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{
    command::Way,
    id::{SummitId, TextId},
    text::Text,
    words::Digest,
};
use maud::{Markup, html};

/// `/as/<seat>/paper`.
pub const PAGE: Page = Page { path: "paper", roles: office::SECRETARIAT, render };

/// The acts that come on paper, with the words of their tabs.
const ACTS: [(&str, &str); 6] = [
    ("request-floor", "paper-request-floor"),
    ("endorse", "paper-endorse"),
    ("endorse-with-reservation", "paper-endorse-with-reservation"),
    ("decline", "paper-decline"),
    ("withdraw-endorsement", "paper-withdraw-endorsement"),
    ("object-to-correction", "paper-object-to-correction"),
];

fn render(view: &View<'_>) -> Option<Shown> {
    let Some((summit, _)) = office::summit(view) else { return Some(super::message(view, "accreditation-no-summit")) };
    let title = view.t("nav-paper");
    let asked = view.query.get("act").map_or("request-floor", String::as_str);
    let (act, words) = ACTS.into_iter().find(|(act, _)| *act == asked)?;
    let evidence: Option<Digest> = view.asked("evidence");
    let kept = evidence.map(|digest| format!("&evidence={digest}")).unwrap_or_default();
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (view.t("paper-about")) }
        nav.tabs aria-label=(view.t("paper-acts")) { @for (one, words) in ACTS {
            a href=(view.href(&format!("paper?act={one}{kept}"))) aria-current=[(one == act).then_some("page")] { (view.t(words)) }
        } }
        ol.steps {
            li.done[evidence.is_some()] aria-current=[evidence.is_none().then_some("step")] { (view.t("paper-step-evidence")) }
            li aria-current=[evidence.is_some().then_some("step")] { (view.t("paper-step-act")) }
        }
        h2 { (view.t(words)) }
        @match evidence {
            None => (attach(view, act)),
            Some(digest) => {
                div.notice.good { p.notice-title { (view.t("paper-evidence-kept")) } p.small.mono { (digest) } }
                @match act {
                    "request-floor" => (request(view, summit, digest)),
                    "object-to-correction" => (object(view, summit, digest)),
                    _ => (on_text(view, summit, act, digest)),
                }
            },
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn attach(view: &View<'_>, act: &str) -> Markup {
    let missing = view.query.contains_key("missing");
    html! {
        form.form method="post" enctype="multipart/form-data" action=(format!("{}upload/evidence", view.base())) data-native {
            (office::hidden("act", act))
            div.field.invalid[missing] {
                label for="f-file" { (view.t("paper-scan")) }
                span.hint id="f-file-hint" { (view.t("paper-scan-hint")) }
                @if missing { span.field-error id="f-file-error" { (view.t("paper-missing")) } }
                input.input type="file" id="f-file" name="file" accept=".pdf,image/*,.eml,.txt" aria-describedby="f-file-hint" aria-invalid=[missing.then_some("true")];
            }
            div.field {
                label for="f-note" { (view.t("paper-note")) " " span.muted { (view.t("optional")) } }
                span.hint id="f-note-hint" { (view.t("paper-note-hint")) }
                textarea.textarea id="f-note" name="note" rows="4" maxlength="10000" aria-describedby="f-note-hint" {}
            }
            div.button-row.fill { button.button { (view.t("paper-attach")) } }
        }
    }
}

/// The choice among organisations that are seated, and the hidden evidence.
fn who(view: &View<'_>, summit: SummitId, act: &str, evidence: Digest) -> Markup {
    html! {
        (office::hidden("on_paper.evidence", evidence))
        (office::choose_organisation(view, act, Field::new("organisation", "organisation"),
            view.state.accreditation.seated_organisations(summit).map(|(id, _)| id)))
    }
}

fn buttons(view: &View<'_>) -> Markup {
    html! { div.button-row.fill { button.button { (view.t("paper-record")) } a.button.quiet href=(view.href("paper")) { (view.t("cancel")) } } }
}

fn request(view: &View<'_>, summit: SummitId, evidence: Digest) -> Markup {
    const ACT: &str = "request-floor";
    let programme = &view.state.programme;
    let items: Vec<(String, String)> = programme
        .meetings(summit)
        .filter(|(_, m)| m.cancelled.is_none())
        .flat_map(|(id, meeting)| programme.items(id).map(move |(item, entry)| (item, entry, meeting)))
        .filter(|(item, _, _)| view.state.floor.discussion(*item).is_some_and(|d| d.closed.is_none()))
        .map(|(item, entry, meeting)| {
            (item.to_string(), format!("{} · {}", view.tongue.plain(&meeting.titles), view.tongue.plain(&entry.titles)))
        })
        .collect();
    if items.is_empty() {
        return html! { div.empty { p.empty-title { (view.t("paper-no-list")) } p { (view.t("paper-no-list-next")) } } };
    }
    let ranks = [("head", view.t("rank-head")), ("representative", view.t("rank-representative"))]
        .map(|(key, words)| (key.to_owned(), words.into_owned()));
    let venues: Vec<(String, String)> =
        programme.venues(summit).map(|(id, v)| (id.to_string(), view.tongue.plain(&v.names))).collect();
    form::form(
        view,
        ACT,
        Some("paper"),
        html! {
            (who(view, summit, ACT, evidence))
            (form::select(view, ACT, Field::new("item", "paper-item"), &items))
            (form::select(view, ACT, Field::new("rank", "paper-speaker").value("representative"), &ranks))
            (form::select(view, ACT, Field::new("venue", "venue").optional(), &venues))
            (buttons(view))
        },
    )
}

fn on_text(view: &View<'_>, summit: SummitId, act: &'static str, evidence: Digest) -> Markup {
    let open: Vec<(TextId, &Text)> =
        view.state.texts.iter().filter(|(_, t)| t.summit == summit && t.open_for_endorsement && t.adoption.is_some()).collect();
    let asked: Option<TextId> = view.asked("text");
    let chosen = open.iter().find(|(id, _)| Some(*id) == asked).or_else(|| (open.len() == 1).then(|| &open[0]));
    let Some((id, text)) = chosen else {
        return html! {
            @if open.is_empty() { div.empty { p.empty-title { (view.t("paper-no-text")) } p { (view.t("paper-no-text-next")) } } }
            @else {
                p { (view.t("paper-which-text")) }
                ul.org-list { @for (id, text) in &open {
                    li { a href=(view.href(&format!("paper?act={act}&evidence={evidence}&text={id}"))) { (text.symbol.as_str()) " " (title(view, text)) } }
                } }
            }
        };
    };
    let Some(adoption) = &text.adoption else { return html! {} };
    let on_paper = view
        .state
        .endorsements
        .of(*id)
        .map_or(0, |acts| acts.all().iter().filter(|a| matches!(a.made.way, Way::Paper(_))).count());
    let languages: Vec<(String, String)> =
        crate::i18n::Tongue::all().map(|t| (t.tag().to_owned(), t.own_name().to_owned())).collect();
    html! {
        p { span.symbol { (text.symbol.as_str()) } " " (title(view, text)) }
        p.muted { (view.tongue.with("paper-counted", &[("count", on_paper.into())])) }
        (form::form(view, act, Some("paper"), html! {
            (who(view, summit, act, evidence))
            (office::hidden("text", id))
            (office::hidden("text_digest", adoption.manifest))
            @if act == "endorse-with-reservation" {
                (form::field(view, act, Field::new("words", "paper-reservation").kind("textarea")))
                (form::select(view, act, Field::new("language", "paper-reservation-language").value(view.tongue.tag()), &languages))
            }
            (buttons(view))
        }))
    }
}

/// One form for each correction that is open: there are few at a time.
fn object(view: &View<'_>, summit: SummitId, evidence: Digest) -> Markup {
    const ACT: &str = "object-to-correction";
    let open: Vec<_> = view
        .state
        .texts
        .iter()
        .filter(|(_, t)| t.summit == summit)
        .filter_map(|(id, t)| Some((id, t, t.proposed_correction()?.1)))
        .filter(|(.., correction)| !correction.is_due(view.now))
        .collect();
    html! {
        @if open.is_empty() { div.empty { p.empty-title { (view.t("paper-no-correction")) } p { (view.t("paper-no-correction-next")) } } }
        @for (id, text, correction) in open {
            p { a.symbol href=(view.href(&format!("correction?of={id}"))) { bdi { (correction.symbol) } } " " (title(view, text)) }
            (form::form(view, ACT, Some(&format!("correction?of={id}")), html! {
                (who(view, summit, ACT, evidence))
                (office::hidden("text", id))
                (super::correction::reason(view, ACT))
                (buttons(view))
            }))
        }
    }
}

fn title(view: &View<'_>, text: &Text) -> Markup {
    html! { @if let Some(revision) = text.adopted() { (view.tongue.name(&revision.title)) } }
}
