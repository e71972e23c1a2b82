//! The outbox: letters that wait, were sent, failed or were printed; each can be read, printed, and tried again.
use super::office;
use crate::{
    form,
    view::{Shown, View},
};
use app::side::{Letter, LetterCounts, LetterState};
use domain::{Moment, state::PersonDetails};
use maud::{Markup, html};

/// Lines of one page of the outbox.
pub const LINES: usize = 50;
/// Most letters that a search shows.
pub const FOUND: usize = 50;

/// What was read of the outbox for one page.
pub struct Letters {
    /// How many are in each state.
    pub counts: LetterCounts,
    /// The state that was asked for.
    pub state: LetterState,
    /// The letters.
    pub shelf: Shelf,
}

/// Letters as they were asked for.
pub enum Shelf {
    /// One letter.
    One(Box<Letter>),
    /// Letters for the printer.
    Sheet(Sheet),
    /// Letters to people of a name or address, in whatever state.
    Found {
        /// The letters, newest first.
        list: Vec<Letter>,
        /// Whether there are more than are shown.
        more: bool,
    },
    /// A page of the state's letters.
    Page {
        /// The letters, newest first.
        list: Vec<Letter>,
        /// Whether older ones follow.
        more: bool,
        /// Whether it begins with the newest.
        newest: bool,
    },
}

/// Letters on one sheet for the printer.
#[derive(Default)]
pub struct Sheet {
    /// The letters, oldest first.
    pub letters: Vec<Letter>,
    /// Whether others are left for another sheet.
    pub more: bool,
}

/// Whether a person is meant by what was typed, in small letters: a part of the name, given name first or last, or of the address.
#[must_use]
pub fn is_meant(person: &PersonDetails, wanted: &str) -> bool {
    let mut text = format!("{given} {} {given}\n{}", person.family, person.email, given = person.given);
    if text.is_ascii() {
        // Ten thousand people are looked through for one page.
        text.make_ascii_lowercase();
    } else {
        text = text.to_lowercase();
    }
    text.contains(wanted)
}

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
                    th scope="col" { (view.t("letter-state")) }
                } }
                tbody { @for letter in rows { tr {
                    th scope="row" { (recipient(view, letter)) }
                    td data-label=(view.t("letter-subject")) { @if letter.subject.is_empty() { (view.t("letter-erased")) } @else { bdi lang=(letter.language) { (letter.subject) } } }
                    td data-label=(view.t("letter-written")) { (when(view, letter.created_ms)) }
                    td data-label=(view.t("letter-state")) { span.tag.(mood(letter.state)) { (view.t(words(letter.state))) } }
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

/// The outbox, what a search found in it, one letter, or a sheet for the printer.
pub(crate) fn render(view: &View<'_>, letters: &Letters) -> Shown {
    match &letters.shelf {
        Shelf::One(letter) => {
            let main = html! { (back(view)) (about(view, letter)) (words_of(view, letter)) (actions(view, letter)) };
            Shown::new(letter.subject.clone(), main).width("narrow")
        }
        Shelf::Sheet(sheet) => print(view, letters, sheet),
        Shelf::Found { list, more } => found(view, letters, list, *more),
        Shelf::Page { list, more, newest } => page(view, letters, list, *more, *newest),
    }
}

const fn words(state: LetterState) -> &'static str {
    match state {
        LetterState::Waiting => "letters-waiting",
        LetterState::Sent => "letters-sent",
        LetterState::Failed => "letters-failed",
        LetterState::Printed => "letters-printed",
    }
}

/// The state of this name, as addresses write it.
#[must_use]
pub fn state_of(name: &str) -> Option<LetterState> {
    LetterState::ALL.into_iter().find(|state| state.to_string() == name)
}

const fn number(counts: &LetterCounts, state: LetterState) -> u64 {
    match state {
        LetterState::Waiting => counts.waiting,
        LetterState::Sent => counts.sent,
        LetterState::Failed => counts.failed,
        LetterState::Printed => counts.printed,
    }
}

/// Title, states and search, and below them what is shown.
fn outbox(view: &View<'_>, letters: &Letters, state: Option<LetterState>, asked: &str, content: &Markup) -> Shown {
    let title = view.t("nav-letters");
    let printable = state.filter(|s| matches!(s, LetterState::Waiting | LetterState::Failed) && number(&letters.counts, *s) > 0);
    let main = html! {
        div.page-title { h1 { (title) }
            @if let Some(state) = printable {
                a.button.secondary href=(view.href(&format!("letters?state={state}&view=print"))) { (view.t("letters-print-sheet")) }
            }
        }
        nav.tabs aria-label=(view.t("letters-states")) { @for one in LetterState::ALL {
            a href=(view.href(&format!("letters?state={one}"))) aria-current=[(Some(one) == state).then_some("page")] {
                (view.t(words(one))) " (" (view.tongue.position(number(&letters.counts, one))) ")"
            }
        } }
        (super::directory::search(view, "letters", &[], asked))
        (content)
    };
    Shown::new(title, main).width("wide")
}

fn page(view: &View<'_>, letters: &Letters, list: &[Letter], more: bool, newest: bool) -> Shown {
    let state = letters.state;
    let older = list.last().filter(|_| more).map(|last| format!("letters?state={state}&before={}", last.id));
    let content = html! {
        @if state == LetterState::Waiting { p.muted { (view.t("letters-waiting-about")) } }
        @if state == LetterState::Failed { p.muted { (view.t("letters-failed-about")) } }
        @if list.is_empty() { div.empty { p.empty-title { (view.t("letters-none")) } p { (view.t("letters-none-next")) } } }
        @else { (table(view, list, false)) }
        @if more || !newest {
            nav.pagination aria-label=(view.t("pages-of-list")) { ul {
                @if !newest { li { a href=(view.href(&format!("letters?state={state}"))) rel="prev" { (view.t("letters-newest")) } } }
                @if let Some(older) = older { li { a href=(view.href(&older)) rel="next" { (view.t("letters-older")) } } }
            } }
        }
    };
    outbox(view, letters, Some(state), "", &content)
}

fn found(view: &View<'_>, letters: &Letters, list: &[Letter], more: bool) -> Shown {
    let asked = view.query.get("q").map(String::as_str).unwrap_or_default();
    let content = html! {
        p.muted role="status" {
            @if more { (view.tongue.with("letters-found-first", &[("count", list.len().into())])) }
            @else { (view.tongue.with("letters-found", &[("count", list.len().into())])) }
        }
        @if list.is_empty() { div.empty { p.empty-title { (view.t("nothing-found")) } p { (view.t("letters-nothing-found-next")) } } }
        @else { (table(view, list, true)) }
    };
    outbox(view, letters, None, asked, &content)
}

fn when(view: &View<'_>, at: i64) -> String {
    format!("{} {} UTC", view.tongue.date(Moment(at), "UTC"), view.tongue.time(Moment(at), "UTC"))
}

/// Letters without their words; `mixed` when they are in several states.
fn table(view: &View<'_>, rows: &[Letter], mixed: bool) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("nav-letters")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("letter-subject")) }
                    th scope="col" { (view.t("letter-to")) }
                    th scope="col" { (view.t("letter-written")) }
                    @if mixed { th scope="col" { (view.t("letter-state")) } }
                    th scope="col" { (view.t("letter-attempts")) }
                } }
                tbody { @for letter in rows { tr {
                    th scope="row" { a href=(view.href(&format!("letters?of={}", letter.id))) {
                        @if letter.subject.is_empty() { (view.t("letter-erased")) } @else { bdi lang=(letter.language) { (letter.subject) } }
                    } }
                    td data-label=(view.t("letter-to")) { (recipient(view, letter)) }
                    td data-label=(view.t("letter-written")) { (when(view, letter.created_ms)) }
                    @if mixed { td data-label=(view.t("letter-state")) { span.tag.(mood(letter.state)) { (view.t(words(letter.state))) } } }
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

fn words_of(view: &View<'_>, letter: &Letter) -> Markup {
    let direction = crate::i18n::Tongue::from_tag(&letter.language).map_or("auto", crate::i18n::Tongue::dir);
    html! {
        article.letter lang=(letter.language) dir=(direction) {
            p { strong { (letter.subject) } }
            @if letter.body.is_empty() { p { (view.t("letter-erased")) } }
            @for paragraph in letter.body.split("\n\n") { p { @for (place, line) in paragraph.lines().enumerate() { @if place > 0 { br; } (line) } } }
        }
    }
}

fn act(view: &View<'_>, act: &str, label: &str, class: &str, ids: &[u64], sheet: Option<LetterState>) -> Markup {
    html! {
        form.form.tight method="post" action=(format!("{}letters/{act}", view.base())) data-native {
            (form::page_mark(view))
            @if let Some(state) = sheet { (office::hidden("sheet", state)) }
            @for id in ids { (office::hidden("letter", id)) }
            button.button.(class) { (view.t(label)) }
        }
    }
}

fn actions(view: &View<'_>, letter: &Letter) -> Markup {
    html! {
        div.button-row {
            @if !letter.state.is_final() { (act(view, "mark-printed", "letters-mark-printed", "", &[letter.id], None)) }
            @if letter.state == LetterState::Failed { (act(view, "retry", "letters-retry", "secondary", &[letter.id], None)) }
        }
    }
}

fn print(view: &View<'_>, letters: &Letters, sheet: &Sheet) -> Shown {
    let title = view.t("letters-print-sheet");
    let ids: Vec<u64> = sheet.letters.iter().map(|l| l.id).collect();
    let left = number(&letters.counts, letters.state).saturating_sub(ids.len() as u64);
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        @if ids.is_empty() { div.empty { p.empty-title { (view.t("letters-none")) } p { (view.t("letters-none-next")) } } } @else {
            p.muted {
                (view.tongue.with("letters-print-about", &[("count", ids.len().into())]))
                @if sheet.more { " " (view.tongue.with("letters-print-more", &[("count", left.into())])) }
            }
            (act(view, "mark-printed", "letters-mark-all-printed", "", &ids, sheet.more.then_some(letters.state)))
            div.stack.loose { @for letter in &sheet.letters { (words_of(view, letter)) } }
        }
    };
    Shown::new(title, main).width("narrow")
}
