//! The parts every form is made of: hidden id, fields with label, hint and error, buttons.
use crate::{signing::Signature, view::View};
use maud::{Markup, html};

/// A form that presses an act: over the socket when there is one, as an ordinary POST otherwise.
#[must_use]
pub fn form(view: &View<'_>, act: &str, next: Option<&str>, content: Markup) -> Markup {
    signed_form(view, act, next, Signature::NotAsked, content)
}

/// The same, signed with the person's device before it is sent, where `signature` says so.
#[must_use]
pub fn signed_form(view: &View<'_>, act: &str, next: Option<&str>, signature: Signature, content: Markup) -> Markup {
    html! {
        form.form method="post" action=(address(view, act)) data-act=(act) data-sign=[signature.attribute()] data-next=[next.map(|next| done_at(view, act, next))] {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            (page_mark(view))
            @if let Some(next) = next { input type="hidden" name="_next" value=(next); }
            (content)
            p.act-status data-status role="status" {}
        }
    }
}

/// Where an act is sent: a page that came back after a refusal stands at another address, so a seat's own page names the whole path; what
/// seats share names it relative to the page.
#[must_use]
pub fn address(view: &View<'_>, act: &str) -> String {
    view.who.seat.map_or_else(|| format!("act/{act}"), |_| format!("{}act/{act}", view.base()))
}

/// The page's address with the notice of what was done.
#[must_use]
pub fn done_at(view: &View<'_>, act: &str, next: &str) -> String {
    let page = view.who.seat.map_or_else(|| next.to_owned(), |_| view.href(next));
    format!("{page}{}done={act}", if next.contains('?') { '&' } else { '?' })
}

/// After a refusal: the page that the form stands on, for the next one.
#[must_use]
pub fn page_mark(view: &View<'_>) -> Markup {
    let page = view.failed.and_then(|failed| failed.values.get("_page"));
    html! { @if let Some(page) = page { input type="hidden" name="_page" value=(page); } }
}

/// A form of one button, with hidden fields.
#[must_use]
pub fn press(act: &str, label: &str, class: &str, hidden: &[(&str, &str)], key: Option<&str>) -> Markup {
    html! {
        form.form.tight method="post" action=(format!("act/{act}")) data-act=(act) {
            input type="hidden" name="_id" value=(crate::frame::ID_MARK);
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button.button.(class) data-key=[key] { (label) @if let Some(key) = key { " " kbd { (key.to_uppercase()) } } }
            p.act-status data-status role="status" {}
        }
    }
}

/// How a text field is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Name in the form, as the command's field is called.
    pub name: &'a str,
    /// Id of the label's message.
    pub label: &'a str,
    /// Id of the hint's message.
    pub hint: Option<&'a str>,
    /// Type of the input: `text`, `email`, `number`, `datetime-local`, or `textarea`.
    pub kind: &'a str,
    /// Value shown when nothing was typed yet.
    pub value: &'a str,
    /// Whether it must be filled.
    pub required: bool,
}

impl<'a> Field<'a> {
    /// A required line of text.
    #[must_use]
    pub const fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, label, hint: None, kind: "text", value: "", required: true }
    }
    /// Not required.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }
    /// With a hint.
    #[must_use]
    pub const fn hint(mut self, id: &'a str) -> Self {
        self.hint = Some(id);
        self
    }
    /// Of this type.
    #[must_use]
    pub const fn kind(mut self, kind: &'a str) -> Self {
        self.kind = kind;
        self
    }
    /// With this value.
    #[must_use]
    pub const fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }
}

/// A labelled field of an act's form, with its error after a refusal.
#[must_use]
pub fn field(view: &View<'_>, act: &str, field: Field<'_>) -> Markup {
    let id = format!("f-{}", field.name);
    let value = view.typed(act, field.name).unwrap_or(field.value);
    let problem = view.problem(act, field.name);
    let described = described_by(&id, field.hint.is_some(), problem.is_some());
    html! {
        div.field.invalid[problem.is_some()] {
            label for=(id) { (view.t(field.label)) @if !field.required { " " span.muted { (view.t("optional")) } } }
            @if let Some(hint) = field.hint { span.hint id=(format!("{id}-hint")) { (view.t(hint)) } }
            @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
            @if field.kind == "textarea" {
                textarea.textarea id=(id) name=(field.name) rows="5" required[field.required] aria-describedby=[described.as_deref()]
                    aria-invalid=[problem.map(|_| "true")] { (value) }
            } @else {
                input.input id=(id) name=(field.name) type=(field.kind) value=(value) required[field.required] aria-describedby=[described.as_deref()]
                    aria-invalid=[problem.map(|_| "true")];
            }
        }
    }
}

/// A labelled choice among `options` (value, words).
#[must_use]
pub fn select(view: &View<'_>, act: &str, field: Field<'_>, options: &[(String, String)]) -> Markup {
    let id = format!("f-{}", field.name);
    let value = view.typed(act, field.name).unwrap_or(field.value);
    let problem = view.problem(act, field.name);
    let described = described_by(&id, field.hint.is_some(), problem.is_some());
    html! {
        div.field.invalid[problem.is_some()] {
            label for=(id) { (view.t(field.label)) @if !field.required { " " span.muted { (view.t("optional")) } } }
            @if let Some(hint) = field.hint { span.hint id=(format!("{id}-hint")) { (view.t(hint)) } }
            @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
            select.select id=(id) name=(field.name) required[field.required] aria-describedby=[described.as_deref()] aria-invalid=[problem.map(|_| "true")] {
                @if !field.required { option value="" { "—" } }
                @for (key, words) in options { option value=(key) selected[key == value] { (words) } }
            }
        }
    }
}

fn described_by(id: &str, hint: bool, problem: bool) -> Option<String> {
    match (hint, problem) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}
