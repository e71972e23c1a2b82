//! The outbox: letters that wait, were sent, failed or were printed; each can be read, printed, and tried again.
use super::office;
use crate::{
    form,
    view::{Shown, View},
};
use app::side::{Letter, LetterCounts, LetterState};
use domain::Moment;
use maud::{Markup, html};

/// What was read of the outbox for one page.
pub struct Letters {
    /// How many are in each state.
    pub counts: LetterCounts,
    /// The state that is shown.
    pub state: LetterState,
    /// The letters of that state, by their numbers.
    pub list: Vec<Letter>,
    /// The one letter that was asked for.
    pub one: Option<Letter>,
}

/// Most letters on one sheet for the printer.
const SHEET: usize = 100;

/// The letters to a focal point and its delegation: to whom, which, and whether it went out.
pub(crate) fn of_delegation(view: &View<'_>, list: &[Letter]) -> Shown {
    let title = view.t("nav-letters");
    let (rows, pages) = office::paged(view, "letters", &[], list.iter().collect());
    let main = html! {
        div.page-title { h1 { (title) } }
        p.lead { (view.t("focal-letters-lead")) }
        @if rows.is_empty() { div.empty { p.empty-title { (view.t("focal-letters-none")) } p { (view.t("focal-letters-none-next")) }
            a.button href=(view.href("delegation")) { (view.t("focal-to-delegation")) } } } @else {
            div.table-wrap tabindex="0" role="region" aria-label=(title) { table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("letter-to")) }
                    th scope="col" { (view.t("letter-subject")) }
                    th scope="col" { (view.t("letter-written")) }
                    th scope="col" { (view.t("standing")) }
                } }
                tbody { @for letter in rows { tr {
                    th scope="row" { (recipient(view, letter)) }
                    td data-label=(view.t("letter-subject")) { @if letter.subject.is_empty() { (view.t("letter-erased")) } @else { bdi lang=(letter.language) { (letter.subject) } } }
                    td data-label=(view.t("letter-written")) { (when(view, letter.created_ms)) }
                    td data-label=(view.t("standing")) { span.tag.(mood(letter.state)) { (view.t(words(letter.state))) } }
                } } }
            } }
            (pages)
        }
    };
    Shown::new(title, main)
}

const fn mood(state: LetterState) -> &'static str {
    match state {
        LetterState::Waiting => "info",
        LetterState::Sent | LetterState::Printed => "good",
        LetterState::Failed => "bad",
    }
}

/// The outbox, one letter, or a sheet for the printer.
pub(crate) fn render(view: &View<'_>, letters: &Letters) -> Shown {
    if let Some(letter) = &letters.one {
        let main = html! { (back(view)) (about(view, letter)) (sheet(view, letter)) (actions(view, letter)) };
        return Shown::new(letter.subject.clone(), main).width("narrow");
    }
    if view.query.get("view").is_some_and(|v| v == "print") {
        return print(view, letters);
    }
    list(view, letters)
}

const fn words(state: LetterState) -> &'static str {
    match state {
        LetterState::Waiting => "letters-waiting",
        LetterState::Sent => "letters-sent",
        LetterState::Failed => "letters-failed",
        LetterState::Printed => "letters-printed",
    }
}

const fn key(state: LetterState) -> &'static str {
    match state {
        LetterState::Waiting => "waiting",
        LetterState::Sent => "sent",
        LetterState::Failed => "failed",
        LetterState::Printed => "printed",
    }
}

const fn number(counts: &LetterCounts, state: LetterState) -> u64 {
    match state {
        LetterState::Waiting => counts.waiting,
        LetterState::Sent => counts.sent,
        LetterState::Failed => counts.failed,
        LetterState::Printed => counts.printed,
    }
}

fn list(view: &View<'_>, letters: &Letters) -> Shown {
    let title = view.t("nav-letters");
    let state = letters.state;
    let mut rows: Vec<&Letter> = letters.list.iter().collect();
    rows.reverse();
    let (rows, pages) = office::paged(view, "letters", &[("state", key(state))], rows);
    let printable = matches!(state, LetterState::Waiting | LetterState::Failed);
    let main = html! {
        div.page-title { h1 { (title) }
            @if printable && !rows.is_empty() {
                a.button.secondary href=(view.href(&format!("letters?state={}&view=print", key(state)))) { (view.t("letters-print-sheet")) }
            }
        }
        nav.tabs aria-label=(view.t("letters-states")) { @for one in LetterState::ALL {
            a href=(view.href(&format!("letters?state={}", key(one)))) aria-current=[(one == state).then_some("page")] {
                (view.t(words(one))) " (" (view.tongue.position(number(&letters.counts, one))) ")"
            }
        } }
        @if state == LetterState::Waiting { p.muted { (view.t("letters-waiting-about")) } }
        @if state == LetterState::Failed { p.muted { (view.t("letters-failed-about")) } }
        @if rows.is_empty() { div.empty { p.empty-title { (view.t("letters-none")) } p { (view.t("letters-none-next")) } } }
        @else { (table(view, &rows)) (pages) }
    };
    Shown::new(title, main).width("wide")
}

fn when(view: &View<'_>, at: i64) -> String {
    format!("{} {} UTC", view.tongue.date(Moment(at), "UTC"), view.tongue.time(Moment(at), "UTC"))
}

fn table(view: &View<'_>, rows: &[&Letter]) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("nav-letters")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("letter-subject")) }
                    th scope="col" { (view.t("letter-to")) }
                    th scope="col" { (view.t("letter-written")) }
                    th scope="col" { (view.t("letter-attempts")) }
                } }
                tbody { @for letter in rows { tr {
                    th scope="row" { a href=(view.href(&format!("letters?of={}", letter.id))) {
                        @if letter.subject.is_empty() { (view.t("letter-erased")) } @else { bdi lang=(letter.language) { (letter.subject) } }
                    } }
                    td data-label=(view.t("letter-to")) { (recipient(view, letter)) }
                    td data-label=(view.t("letter-written")) { (when(view, letter.created_ms)) }
                    td data-label=(view.t("letter-attempts")) {
                        (view.tongue.number(letter.attempts))
                        @if let Some(error) = &letter.last_error { br; span.small.muted { bdi { (error) } } }
                    }
                } } }
            }
        }
    }
}

fn recipient(view: &View<'_>, letter: &Letter) -> Markup {
    let person = letter.recipient_person.and_then(|id| u32::try_from(id).ok()).map(domain::id::PersonId);
    html! {
        @if let Some(person) = person { bdi { (super::members::name(view, person)) } }
        @if letter.to_address.is_empty() { " " span.tag.warn { (view.t("letter-no-address")) } } @else { " " span.small.muted { bdi dir="ltr" { (letter.to_address) } } }
    }
}

fn back(view: &View<'_>) -> Markup {
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href("letters")) { (view.t("nav-letters")) } } } } }
}

fn about(view: &View<'_>, letter: &Letter) -> Markup {
    html! {
        div.page-title { h1 { bdi lang=(letter.language) { (letter.subject) } } span.tag.info { (view.t(words(letter.state))) } }
        dl.facts {
            dt { (view.t("letter-to")) } dd { (recipient(view, letter)) }
            dt { (view.t("letter-written")) } dd { (when(view, letter.created_ms)) }
            @if let Some(sent) = letter.sent_ms { dt { (view.t("letter-done")) } dd { (when(view, sent)) } }
            @if let Some(error) = &letter.last_error { dt { (view.t("letter-error")) } dd { bdi { (error) } } }
        }
    }
}

fn sheet(view: &View<'_>, letter: &Letter) -> Markup {
    let direction = crate::i18n::Tongue::from_tag(&letter.language).map_or("auto", crate::i18n::Tongue::dir);
    html! {
        article.letter lang=(letter.language) dir=(direction) {
            p { strong { (letter.subject) } }
            @if letter.body.is_empty() { p { (view.t("letter-erased")) } }
            @for paragraph in letter.body.split("\n\n") { p { @for (place, line) in paragraph.lines().enumerate() { @if place > 0 { br; } (line) } } }
        }
    }
}

fn act(view: &View<'_>, act: &str, label: &str, class: &str, ids: &[u64]) -> Markup {
    html! {
        form.form.tight method="post" action=(format!("{}letters/{act}", view.base())) data-native {
            (form::page_mark(view))
            @for id in ids { (office::hidden("letter", id)) }
            button.button.(class) { (view.t(label)) }
        }
    }
}

fn actions(view: &View<'_>, letter: &Letter) -> Markup {
    html! {
        div.button-row {
            @if !letter.state.is_final() { (act(view, "mark-printed", "letters-mark-printed", "", &[letter.id])) }
            @if letter.state == LetterState::Failed { (act(view, "retry", "letters-retry", "secondary", &[letter.id])) }
        }
    }
}

fn print(view: &View<'_>, letters: &Letters) -> Shown {
    let title = view.t("letters-print-sheet");
    let shown: Vec<&Letter> = letters.list.iter().filter(|l| !l.body.is_empty()).take(SHEET).collect();
    let ids: Vec<u64> = shown.iter().map(|l| l.id).collect();
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        @if ids.is_empty() { div.empty { p.empty-title { (view.t("letters-none")) } p { (view.t("letters-none-next")) } } } @else {
            p.muted { (view.tongue.with("letters-print-about", &[("count", ids.len().into())])) }
            (act(view, "mark-printed", "letters-mark-all-printed", "", &ids))
            div.stack.loose { @for letter in shown { (sheet(view, letter)) } }
        }
    };
    Shown::new(title, main).width("narrow")
}
