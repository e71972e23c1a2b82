//! "Check it yourself": the evidence of a figure, the command that checks it, and the check in the reader's own browser.
use crate::{assets, view::View};
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

/// The section "check it yourself" of a figure whose bundle is served at `bundle`. Without a script it holds the file and the command.
pub fn section(view: &View<'_>, figures: Figures, bundle: &str) -> Markup {
    html! {
        section.card aria-labelledby="check-title" {
            h2 id="check-title" { (view.t("check-title")) }
            p { (view.t("check-explain")) }
            check-bundle src=(bundle) data-worker=(assets::href("check-worker.js")) {
                p { a.button.secondary href=(bundle) download { (view.t("check-download")) } }
                p { (view.t("check-command")) }
                pre dir="ltr" { code { "hemicycle verify FILE.zip" } }
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
