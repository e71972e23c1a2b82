//! "Check it yourself": the evidence of a figure, the command that checks it, and the check in the reader's own browser.
use crate::{assets, view::View};
use domain::id::{SummitId, TextId};
use maud::{Markup, html};

/// What a figure is about, which decides the names of its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Who endorses a text.
    Text,
    /// What came of a poll.
    Poll,
    /// Who was registered, accredited and present at a summit.
    Summit,
}

impl Figures {
    /// The counts of its claim, with the ids of their names.
    const fn counts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Text => &[
                ("organisations", "check-figure-organisations"),
                ("countries", "check-figure-countries"),
                ("by_key", "check-figure-by-key"),
                ("by_passkey", "check-figure-by-passkey"),
                ("on_paper", "check-figure-on-paper"),
                ("before_correction", "check-figure-before-correction"),
            ],
            Self::Poll => &[
                ("yes", "check-figure-yes"),
                ("no", "check-figure-no"),
                ("abstain", "check-figure-abstain"),
                ("not-participating", "check-figure-not-participating"),
                ("absent", "check-figure-absent"),
            ],
            Self::Summit => &[
                ("registered", "check-figure-registered"),
                ("accredited", "check-figure-accredited"),
                ("present", "check-figure-present"),
                ("organisations", "check-figure-organisations-present"),
                ("countries", "check-figure-countries"),
            ],
        }
    }
}

const PROVEN: [&str; 3] = ["check-proven-keys", "check-proven-count", "check-proven-text"];
const NOT_PROVEN: [&str; 7] = [
    "check-not-proven-organisations",
    "check-not-proven-passkey",
    "check-not-proven-now",
    "check-not-proven-withheld",
    "check-not-proven-witnesses",
    "check-not-proven-presence",
    "check-not-proven-page",
];
const STEPS: [(&str, &str); 7] = [
    ("step-archive", "check-step-archive"),
    ("step-policy", "check-step-policy"),
    ("step-checkpoint", "check-step-checkpoint"),
    ("step-tree", "check-step-tree"),
    ("step-entries", "check-step-entries"),
    ("step-blobs", "check-step-blobs"),
    ("step-claim", "check-step-claim"),
];

/// "Check it yourself" of the endorsements of an adopted text, with what of the page's figures is not in the record. Nothing where no record
/// knows the text.
#[must_use]
pub fn of_text(view: &View<'_>, id: TextId) -> Markup {
    let adopted = view.state.texts.get(id).and_then(|text| Some((text.adoption.as_ref()?.manifest, text.adopted()?)));
    let Some((manifest, revision)) = adopted else { return html! {} };
    let Some(in_record) = view.record.and_then(|record| record.endorsements(manifest)) else { return html! {} };
    let page = view.state.endorsements.now(id);
    // Signed in the record before this one, which proves it: this one attests it, and counts it as on paper.
    let before = view.record.map(|record| record.signed_before(view.state, id)).unwrap_or_default();
    let carried = before.by_key + before.by_passkey;
    let shown = [
        ("check-figure-organisations", u64::from(page.organisations), in_record.organisations),
        ("check-figure-countries", page.countries.into(), in_record.countries),
        ("check-figure-by-key", page.by_key.into(), in_record.by_key + before.by_key),
        ("check-figure-by-passkey", page.by_passkey.into(), in_record.by_passkey + before.by_passkey),
        ("check-figure-on-paper", page.on_paper.into(), in_record.on_paper.saturating_sub(carried)),
        ("check-figure-before-correction", page.before_correction.into(), in_record.before_correction),
    ];
    let standing = view.state.endorsements.of(id).into_iter().flat_map(|acts| acts.standing());
    let unsigned = standing.filter(|act| !act.made.way.enters_record()).count();
    let why = html! {
        @if unsigned > 0 { p { (view.tongue.with("check-unsigned", &[("count", unsigned.into())])) } }
    };
    let bundle = format!("/record/bundle?text={}", crate::url::encode(revision.symbol.as_str()));
    let standing = html! {
        (compared(view, &shown, &why))
        @if carried > 0 { (signed_before(view, carried)) }
    };
    section(view, Figures::Text, &bundle, &standing)
}

/// "Check it yourself" of who is registered, accredited and present at a summit.
#[must_use]
pub fn of_summit(view: &View<'_>, id: SummitId) -> Markup {
    let Some(in_record) = view.record.and_then(|record| record.attendance(id)) else { return not_kept(view) };
    let page = domain::count::headcount(view.state, id);
    let shown = [
        ("check-figure-registered", u64::from(page.registered), in_record.registered),
        ("check-figure-accredited", page.accredited.into(), in_record.accredited),
        ("check-figure-present", page.present.into(), in_record.present),
        ("check-figure-organisations-present", page.organisations_present.into(), in_record.organisations),
        ("check-figure-countries", page.countries_present.into(), in_record.countries),
    ];
    let why = html! { p { (view.t("check-presence-waits")) } p { (view.t("check-presence-stays")) } };
    section(view, Figures::Summit, &format!("/record/bundle?summit={id}"), &compared(view, &shown, &why))
}

/// "Check it yourself" of a poll with its result in the record.
#[must_use]
pub fn of_poll(view: &View<'_>, id: &str) -> Markup {
    let former = view.record.filter(|record| !record.knows_poll(id)).and_then(|record| record.former_log());
    if let Some(log) = former {
        return html! {
            div.notice.info {
                p.notice-title { (view.t("check-poll-before")) }
                p { (view.tongue.with("check-poll-before-about", &[("log", log.as_str().into())])) }
                p { a href="record-policy" { (view.t("policy-link")) } }
            }
        };
    }
    section(view, Figures::Poll, &format!("/record/bundle?poll={}", crate::url::encode(id)), &html! {})
}

/// What this record took over from the one before it.
fn signed_before(view: &View<'_>, count: u64) -> Markup {
    let log = view.record.and_then(|record| record.former_log()).unwrap_or_default();
    html! {
        div.notice.info {
            p.notice-title { (view.tongue.with("check-signed-before", &[("count", count.into())])) }
            p { (view.tongue.with("check-signed-before-about", &[("log", log.as_str().into())])) }
            p { a href="record-policy" { (view.t("policy-link")) } }
        }
    }
}

/// Of a figure that the verifiable record does not hold.
#[must_use]
pub fn not_kept(view: &View<'_>) -> Markup {
    html! { div.notice.info { p.notice-title { (view.t("check-not-in-record")) } p { (view.t("check-not-in-record-about")) } } }
}

/// The page's figures beside the record's, where they differ, and why they may.
fn compared(view: &View<'_>, figures: &[(&str, u64, u64)], why: &Markup) -> Markup {
    let differing = || figures.iter().filter(|(_, page, record)| page != record);
    html! {
        @if differing().next().is_none() { p { span.tag.good { (view.t("check-same")) } } }
        @else {
            div.notice.warn {
                p.notice-title { (view.t("check-differs")) }
                ul { @for (label, page, record) in differing() {
                    li { (view.t(label)) ": " (view.tongue.with("check-page-and-record", &[("page", (*page).into()), ("record", (*record).into())])) }
                } }
                (why)
            }
        }
    }
}

/// The section "check it yourself" of a figure whose bundle is served at `bundle`; `standing` says how page and record compare. Without a
/// script it holds the file and the command. Once on a page.
fn section(view: &View<'_>, figures: Figures, bundle: &str, standing: &Markup) -> Markup {
    html! {
        section.card aria-labelledby="check-title" {
            h2 id="check-title" { (view.t("check-title")) }
            p { (view.t("check-explain")) }
            (standing)
            check-bundle src=(bundle) data-worker=(assets::href("check-worker.js")) {
                p { a.button.secondary href=(bundle) download { (view.t("check-download")) } }
                p { (view.t("check-command")) }
                pre.bytes dir="ltr" lang="en" tabindex="0" { code { "hemicycle verify evidence.zip" } }
                div data-check hidden {
                    p { button.button type="button" { (view.t("check-start")) } }
                    p.hint { (view.t("check-start-hint")) }
                    progress.bar max="1" value="0" aria-label=(view.t("check-progress")) hidden {}
                }
                div data-answer tabindex="-1" {}
                template { (answer(view, figures)) }
            }
            script src=(assets::href("check.js")) defer {}
        }
    }
}

/// The answer with its blanks; the script keeps the parts that belong to what the check found.
fn answer(view: &View<'_>, figures: Figures) -> Markup {
    html! {
        div data-when="verified" {
            p.notice.good { strong { (view.t("check-holds")) } }
            (found(view, figures))
            (skipped(view))
            (limits(view))
        }
        div data-when="failed" {
            p.notice.bad { strong { (view.t("check-fails")) } }
            @for (when, id) in STEPS { p data-when=(when) { (view.t(id)) } }
            pre dir="ltr" lang="en" { code data-fill="line" {} }
        }
        div data-when="unable" {
            p.notice.warn { strong { (view.t("check-unable")) } " " (view.t("check-unable-hint")) }
            pre dir="ltr" lang="en" { code data-fill="line" {} }
        }
    }
}

fn found(view: &View<'_>, figures: Figures) -> Markup {
    html! {
        h3 { (view.t("check-what")) }
        p { bdi data-fill="title" {} }
        dl.facts {
            @for (name, id) in figures.counts() { dt { (view.t(id)) } dd data-fill=(name) {} }
            dt { (view.t("check-position")) } dd data-fill="size" {}
            dt { (view.t("check-checkpoint")) } dd data-fill="checkpoint-size" {}
            dt { (view.t("check-origin")) } dd { code data-fill="origin" {} }
            dt { (view.t("check-root")) } dd { code data-fill="root" {} }
            dt data-when="witnesses" { (view.t("check-witnesses")) }
            dd data-when="witnesses" { ul { li data-each="witnesses" { bdi data-fill="name" {} " · " span data-fill="time" {} } } }
            dt { (view.t("check-accreditors")) } dd { ul { li data-each="accreditors" { code data-fill="fingerprint" {} } } }
            dt { (view.t("check-threshold")) } dd data-fill="threshold" {}
        }
        p data-when="no-witnesses" { (view.t("check-no-witnesses")) }
        p.notice.warn data-when="policy-from-bundle" { (view.t("check-policy-warning")) }
    }
}

fn skipped(view: &View<'_>) -> Markup {
    html! {
        p data-when="no-skipped" { (view.t("check-no-skipped")) }
        div data-when="skipped" {
            h3 { (view.t("check-skipped")) " (" span data-fill="skipped-count" {} ")" }
            div.table-wrap tabindex="0" role="region" aria-label=(view.t("check-skipped")) { table.table {
                thead { tr {
                    th scope="col" class="num" { (view.t("check-entry")) } th scope="col" { (view.t("check-code")) } th scope="col" { (view.t("check-reason")) }
                } }
                tbody { tr data-each="skipped" {
                    td.num data-fill="entry" {} td { code data-fill="code" {} } td dir="ltr" lang="en" data-fill="reason" {}
                } }
            } }
        }
    }
}

fn limits(view: &View<'_>) -> Markup {
    html! {
        h3 { (view.t("check-proven")) }
        ul { @for id in PROVEN { li { (view.t(id)) } } }
        h3 { (view.t("check-not-proven")) }
        ul { @for id in NOT_PROVEN { li { (view.t(id)) } } }
    }
}
