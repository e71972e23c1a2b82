//! What a list would bring, before anything is changed: how it was understood, every bad line, and the confirmation.
use super::office;
use crate::{
    i18n::Value,
    upload::Kind,
    view::{Shown, View},
};
use app::import::{
    MappingError, NotTaken, OrganisationDraft, Outcome, Problem, ProblemKind, RepresentativeDraft, Table, TableError,
    invitations_command, members_command, organisations_command, rejects_csv,
};
use domain::{Command, State, words::Digest};
use maud::{Markup, html};

/// Most bad lines shown on the page; the file of rejects holds all.
const SHOWN: usize = 500;

/// A list that was looked at.
pub struct Preview {
    /// Which list.
    pub kind: Kind,
    /// The file's name.
    pub name: String,
    /// SHA-256 of the file: the confirmation is for this file alone.
    pub digest: Digest,
    /// What was found.
    pub look: Look,
}

/// What was found in a list.
pub enum Look {
    /// No file was sent.
    NoFile,
    /// It could not be read as a table.
    Table(TableError),
    /// Its columns could not be mapped.
    Mapping(MappingError),
    /// Organisations, with the refused lines as a file.
    Organisations(Outcome<OrganisationDraft>, Vec<u8>),
    /// Representatives, with the refused lines as a file, and whether there is a summit to enter them for.
    Representatives(Outcome<RepresentativeDraft>, Vec<u8>, bool),
}

impl Look {
    /// Of a list of organisations.
    #[must_use]
    pub fn organisations(table: &Table, outcome: Outcome<OrganisationDraft>) -> Self {
        let rejects = if outcome.problems.is_empty() { Vec::new() } else { rejects_csv(table, &outcome.problems) };
        Self::Organisations(outcome, rejects)
    }
    /// Of a list of representatives.
    #[must_use]
    pub fn representatives(table: &Table, outcome: Outcome<RepresentativeDraft>, summit: bool) -> Self {
        let rejects = if outcome.problems.is_empty() { Vec::new() } else { rejects_csv(table, &outcome.problems) };
        Self::Representatives(outcome, rejects, summit)
    }
    /// Whether every line can be entered.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::NoFile | Self::Table(_) | Self::Mapping(_) => false,
            Self::Organisations(outcome, _) => outcome.problems.is_empty(),
            Self::Representatives(outcome, _, summit) => outcome.problems.is_empty() && *summit,
        }
    }
    /// The refused lines as a file.
    #[must_use]
    pub fn rejects(self) -> Option<Vec<u8>> {
        match self {
            Self::Organisations(_, rejects) | Self::Representatives(_, rejects, _) => Some(rejects),
            _ => None,
        }
    }
    /// The commands that enter the list, with the names of their acts: of a list with bad lines only when they may be skipped. With `invite`, new
    /// organisations are invited to the current summit at once.
    #[must_use]
    pub fn commands(&self, state: &State, skip: bool, invite: bool) -> Option<Vec<(&'static str, Command)>> {
        if !(skip || self.is_sound()) {
            return None;
        }
        match self {
            Self::Organisations(outcome, _) if !outcome.drafts.is_empty() => {
                let next = state.directory.next();
                let enter = organisations_command(&outcome.drafts, next).ok()?;
                let mut commands = vec![("import-organisations", enter)];
                if let Some(summit) = state.programme.current().filter(|_| invite) {
                    commands.push(("invite-organisations", invitations_command(&outcome.drafts, next, summit)));
                }
                Some(commands)
            }
            Self::Representatives(outcome, _, true) if !outcome.drafts.is_empty() => {
                let (enter, _) = members_command(state, state.programme.current()?, &outcome.drafts);
                Some(vec![("enter-members", enter)])
            }
            _ => None,
        }
    }
    /// A sound line that the directory would refuse all the same.
    fn not_taken(&self, state: &State) -> Option<NotTaken> {
        match self {
            Self::Organisations(outcome, _) => organisations_command(&outcome.drafts, state.directory.next()).err(),
            _ => None,
        }
    }
}

/// The page of a list that was looked at.
pub(crate) fn render(view: &View<'_>, preview: &Preview) -> Shown {
    let (page, words) = match preview.kind {
        Kind::Organisations => ("directory?new=list", "directory-import"),
        Kind::Representatives => ("accreditation?view=list", "representatives-import"),
    };
    let title = view.t(words);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href(page)) { (title) } } } }
        div.page-title { h1 { (view.t("import-preview")) } @if !preview.name.is_empty() { bdi.muted { (preview.name) } } }
        @match &preview.look {
            Look::NoFile => (wrong(view, view.t("import-no-file").into_owned())),
            Look::Table(error) => (wrong(view, said(view, &format!("import-error-{}", error.code()), &error.params()))),
            Look::Mapping(error) => (wrong(view, said(view, &format!("import-error-{}", error.code()), &error.params()))),
            Look::Organisations(outcome, _) => {
                (summary(view, outcome.rows, outcome.drafts.len(), outcome.refused_lines(), outcome.encoding()))
                (ignored(view, &outcome.ignored_columns))
                (problems(view, preview.kind, &outcome.problems))
                (sample(view, &outcome.drafts))
                (confirm(view, preview, outcome.drafts.len()))
            },
            Look::Representatives(outcome, _, summit) => {
                (summary(view, outcome.rows, outcome.drafts.len(), outcome.refused_lines(), outcome.encoding()))
                (ignored(view, &outcome.ignored_columns))
                @if !summit { (wrong(view, view.t("accreditation-no-summit").into_owned())) }
                (problems(view, preview.kind, &outcome.problems))
                @if *summit { (confirm(view, preview, outcome.drafts.len())) }
            },
        }
        p { a.button.quiet href=(view.href(page)) { (view.t("import-other-file")) } }
    };
    Shown::new(title, main).width("wide")
}

fn reason(view: &View<'_>, kind: &ProblemKind) -> String {
    match kind {
        // Here the page can say more than the list knows: where else the member can be entered.
        ProblemKind::NotInvited => view.t("import-not-invited").into_owned(),
        kind => said(view, &format!("import-problem-{}", kind.code()), &kind.params()),
    }
}

/// The words of a code with what it names: `import-problem-…`, `import-error-…`.
fn said(view: &View<'_>, id: &str, params: &[(&'static str, String)]) -> String {
    let args: Vec<(&str, Value<'_>)> =
        params.iter().map(|(name, value)| (*name, value.parse().map_or(Value::Text(value), Value::Count))).collect();
    let words = view.tongue.with(id, &args);
    match params.iter().find(|(name, meant)| *name == "suggestion" && !meant.is_empty()) {
        Some((_, meant)) => format!("{words} {}", view.tongue.with("import-did-you-mean", &[("suggestion", meant.into())])),
        None => words,
    }
}

fn wrong(view: &View<'_>, words: String) -> Markup {
    html! { div.notice.bad role="alert" { p.notice-title { (view.t("import-nothing-changed")) } p { (words) } } }
}

fn summary(view: &View<'_>, rows: usize, sound: usize, refused: usize, encoding: &str) -> Markup {
    html! {
        div.figure-grid {
            div.figure { span.figure-value { (view.tongue.count(rows)) } span.figure-label { (view.t("import-lines")) } span.figure-note { bdi { (encoding) } } }
            div.figure { span.figure-value { (view.tongue.count(sound)) } span.figure-label { (view.t("import-sound")) } }
            div.figure { span.figure-value { (view.tongue.count(refused)) } span.figure-label { (view.t("import-bad")) } }
        }
    }
}

fn ignored(view: &View<'_>, columns: &[String]) -> Markup {
    html! { @if !columns.is_empty() {
        div.notice.info { p { (view.t("import-ignored")) " " bdi { (view.tongue.list(columns)) } } }
    } }
}

fn problems(view: &View<'_>, kind: Kind, problems: &[Problem]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    html! {
        section.section {
            div.section-title { h2 { (view.t("import-bad-lines")) }
                a href=(format!("{}upload/{}/rejects", view.base(), kind.as_str())) { (view.t("import-rejects")) }
            }
            @if problems.len() > SHOWN { p.muted { (view.tongue.with("import-first-shown", &[("count", SHOWN.into())])) } }
            div.table-wrap tabindex="0" role="region" aria-label=(view.t("import-bad-lines")) { table.table.cards {
                thead { tr {
                    th scope="col" class="num" { (view.t("import-line")) }
                    th scope="col" { (view.t("import-column")) }
                    th scope="col" { (view.t("import-value")) }
                    th scope="col" { (view.t("import-reason")) }
                } }
                tbody {
                    @for problem in problems.iter().take(SHOWN) { tr {
                        td.num data-label=(view.t("import-line")) { (view.tongue.count(problem.line)) }
                        td data-label=(view.t("import-column")) { @if let Some(column) = &problem.column { bdi { (column) } } }
                        td data-label=(view.t("import-value")) { bdi { (problem.value) } }
                        td data-label=(view.t("import-reason")) { (reason(view, &problem.kind)) }
                    } }
                }
            } }
        }
    }
}

fn sample(view: &View<'_>, drafts: &[OrganisationDraft]) -> Markup {
    html! { @if !drafts.is_empty() {
        details.details { summary { (view.t("import-sample")) }
            ul.org-list { @for draft in drafts.iter().take(20) {
                li { span.grow { @for (tag, name) in draft.names.iter().take(2) { bdi lang=(tag) { (name) } " " } }
                    @if let Some(home) = &draft.country { span.small.muted { (super::bits::country(view, home)) } } }
            } }
        }
    } }
}

fn confirm(view: &View<'_>, preview: &Preview, sound: usize) -> Markup {
    let perfect = preview.look.is_sound();
    if let Some(not) = preview.look.not_taken(view.state) {
        let words = crate::answer::problem(&not.invalid.problem, view.tongue);
        return wrong(
            view,
            view.tongue.with(
                "import-not-taken",
                &[("line", not.line.into()), ("field", (&not.invalid.field).into()), ("words", (&words).into())],
            ),
        );
    }
    let may_invite = preview.kind == Kind::Organisations && office::summit(view).is_some();
    let contacts = match &preview.look {
        Look::Organisations(outcome, _) => outcome.drafts.iter().any(OrganisationDraft::names_contact),
        _ => false,
    };
    html! {
        @if !perfect { div.notice.warn { p.notice-title { (view.t("import-nothing-changed")) } p { (view.t("import-mend")) } } }
        @if sound > 0 {
            form.form method="post" action=(format!("{}upload/{}/confirm", view.base(), preview.kind.as_str())) data-native {
                (office::hidden("_id", crate::frame::ID_MARK))
                (office::hidden("digest", preview.digest))
                @if !perfect { (office::hidden("skip_bad", "true")) }
                @if may_invite { div.choices { label.choice { input type="checkbox" name="invite" value="true"; span { (view.t("import-invite")) } } } }
                @if contacts { p.hint { (view.t("import-contacts")) } }
                div.button-row.fill { button.button.secondary[!perfect] {
                    @if perfect { (view.tongue.with("import-confirm", &[("count", sound.into())])) }
                    @else { (view.tongue.with("import-confirm-sound", &[("count", sound.into())])) }
                } }
            }
        }
    }
}
