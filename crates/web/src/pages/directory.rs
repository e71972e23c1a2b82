//! The directory for the secretariat: search, add, amend, take off; a list of thousands comes in from a file.
use super::office;
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{
    directory::{Category, Organisation},
    id::OrganisationId,
};
use maud::{Markup, html};

/// `/as/<seat>/directory`.
pub const PAGE: Page = Page { path: "directory", roles: office::SECRETARIAT, render };

/// Longest list that is put in the viewer's own alphabetical order; a longer one is in the order of its letters.
const COLLATED: usize = 2_000;

fn render(view: &View<'_>) -> Option<Shown> {
    if let Some(of) = view.query.get("of") {
        let id: OrganisationId = of.parse().ok()?;
        return amend(view, id, view.state.directory.get(id)?);
    }
    match view.query.get("new").map(String::as_str) {
        Some("organisation") => Some(add(view)),
        Some("list") => Some(import(view)),
        _ => Some(list(view)),
    }
}

fn list(view: &View<'_>) -> Shown {
    let title = view.t("directory-title");
    let asked = view.query.get("q").cloned().unwrap_or_default();
    let wanted = office::folded(&asked);
    let found: Vec<OrganisationId> = view.state.directory.iter().filter(|(_, o)| matches(o, &wanted)).map(|(id, _)| id).collect();
    let count = found.len();
    let (rows, pages) = office::paged(view, "directory", &[("q", &asked)], ordered(view, found));
    let main = html! {
        div.page-title {
            h1 { (title) }
            div.button-row {
                a.button href=(view.href("directory?new=organisation")) { (view.t("directory-add")) }
                a.button.secondary href=(view.href("directory?new=list")) { (view.t("directory-import")) }
            }
        }
        @if view.state.directory.is_empty() {
            div.empty {
                p.empty-title { (view.t("directory-empty")) }
                p { (view.t("directory-empty-next")) }
                a.button href=(view.href("directory?new=list")) { (view.t("directory-import")) }
            }
        } @else {
            (search(view, "directory", &[], &asked))
            p.muted role="status" { (view.tongue.with("directory-found", &[("count", count.into())])) }
            @if rows.is_empty() {
                div.empty { p.empty-title { (view.t("nothing-found")) } p { (view.t("nothing-found-next")) } }
            } @else { (table(view, &rows)) (pages) }
        }
    };
    Shown::new(title, main).width("wide")
}

/// The search form of a list.
pub(crate) fn search(view: &View<'_>, page: &str, keep: &[(&str, &str)], asked: &str) -> Markup {
    html! {
        form.filters method="get" action=(view.href(page)) role="search" {
            @for (name, value) in keep { @if !value.is_empty() { (office::hidden(name, value)) } }
            div.field {
                label for="f-q" { (view.t("search-label")) }
                input.input type="search" id="f-q" name="q" value=(asked) maxlength="200";
            }
            button.button.secondary { (view.t("search-button")) }
        }
    }
}

/// Whether an organisation is meant by what was typed: part of a name, its short name, its number, its country's code.
pub(crate) fn matches(organisation: &Organisation, wanted: &str) -> bool {
    wanted.is_empty()
        || organisation.names.iter().any(|(_, name)| office::folded(name.as_str()).contains(wanted))
        || organisation.short_name.as_ref().is_some_and(|s| office::folded(s.as_str()).contains(wanted))
        || organisation.external_id.as_ref().is_some_and(|s| office::folded(s.as_str()) == wanted)
        || organisation.home.as_ref().is_some_and(|home| office::folded(home.as_str()) == wanted)
}

fn ordered(view: &View<'_>, ids: Vec<OrganisationId>) -> Vec<OrganisationId> {
    let collated = ids.len() <= COLLATED;
    let mut named: Vec<(String, OrganisationId)> = ids.into_iter().map(|id| (office::plain(view, id), id)).collect();
    if collated {
        named.sort_by(|a, b| view.tongue.compare(&a.0, &b.0));
    } else {
        named.sort_by_cached_key(|(name, _)| office::folded(name));
    }
    named.into_iter().map(|(_, id)| id).collect()
}

fn table(view: &View<'_>, rows: &[OrganisationId]) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("directory-title")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("organisation")) }
                    th scope="col" { (view.t("short-name")) }
                    th scope="col" { (view.t("country")) }
                    th scope="col" { (view.t("category")) }
                    th scope="col" { span.visually-hidden { (view.t("actions")) } }
                } }
                tbody { @for id in rows { @if let Some(entry) = view.state.directory.get(*id) {
                    tr {
                        th scope="row" { (office::organisation(view, *id)) }
                        td data-label=(view.t("short-name")) { @if let Some(short) = &entry.short_name { bdi { (short) } } }
                        td data-label=(view.t("country")) { (office::country(view, entry.home.as_ref())) }
                        td data-label=(view.t("category")) { (office::category(view, entry.category)) }
                        td { a href=(view.href(&format!("directory?of={id}"))) { (view.t("amend")) span.visually-hidden { " " (office::plain(view, *id)) } } }
                    }
                } } }
            }
        }
    }
}

fn add(view: &View<'_>) -> Shown {
    let title = view.t("directory-add");
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        (form::form(view, "register-organisation", Some("directory"), html! {
            (fields(view, "register-organisation", "", None))
            div.button-row.fill { button.button { (view.t("directory-add")) } a.button.quiet href=(view.href("directory")) { (view.t("cancel")) } }
        }))
    };
    Shown::new(title, main).width("narrow")
}

fn amend(view: &View<'_>, id: OrganisationId, entry: &Organisation) -> Option<Shown> {
    let title = view.tongue.plain(&entry.names);
    let members = view.state.directory.iter().filter(|(_, o)| o.umbrella == Some(id)).map(|(id, _)| id);
    let members: Vec<OrganisationId> = members.take(office::ROWS).collect();
    let main = html! {
        (back(view))
        div.page-title { h1 { (office::flag(entry.home.as_ref())) " " (view.tongue.name(&entry.names)) } }
        @if let Some(umbrella) = entry.umbrella {
            p { (view.t("umbrella")) ": " a href=(view.href(&format!("directory?of={umbrella}"))) { (office::organisation(view, umbrella)) } }
        }
        (form::form(view, "amend-organisation", Some("directory"), html! {
            (office::hidden("id", id))
            (fields(view, "amend-organisation", "organisation.", Some((id, entry))))
            div.button-row.fill { button.button { (view.t("save")) } a.button.quiet href=(view.href("directory")) { (view.t("cancel")) } }
        }))
        @if !members.is_empty() {
            section.section { div.section-title { h2 { (view.t("umbrella-members")) } }
                ul.org-list { @for member in members { li { a href=(view.href(&format!("directory?of={member}"))) { (office::organisation(view, member)) } } } }
            }
        }
        section.section {
            div.section-title { h2 { (view.t("directory-remove")) } }
            p.muted { (view.t("directory-remove-about")) }
            (office::asking(view, "remove-organisation", "directory-remove", "danger", &[("id", id.to_string())], "directory", Some("directory-remove-sure")))
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn back(view: &View<'_>) -> Markup {
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href("directory")) { (view.t("directory-title")) } } } } }
}

fn fields(view: &View<'_>, act: &str, prefix: &str, entry: Option<(OrganisationId, &Organisation)>) -> Markup {
    let own = entry.map(|(id, _)| id);
    let others = view.state.directory.iter().map(|(id, _)| id).filter(|id| Some(*id) != own);
    let entry = entry.map(|(_, entry)| entry);
    let name = |field: &str| format!("{prefix}{field}");
    let text = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
    let categories: Vec<(String, String)> =
        Category::ALL.iter().map(|c| (c.as_str().to_owned(), office::category(view, *c).into_owned())).collect();
    let home = entry.and_then(|e| e.home.as_ref());
    let umbrella = text(entry.and_then(|e| e.umbrella.as_ref()).map(|u| u as _));
    html! {
        (office::names(view, act, &name("names"), "organisation-names", entry.map(|e| &e.names)))
        (form::field(view, act, Field::new(&name("short_name"), "short-name").optional().value(&text(entry.and_then(|e| e.short_name.as_ref()).map(|s| s as _)))))
        (form::select(view, act, Field::new(&name("home"), "country").optional().hint("country-hint").value(&text(home.map(|h| h as _))),
            &office::countries(view, home)))
        (form::select(view, act, Field::new(&name("category"), "category").value(entry.map_or("member", |e| e.category.as_str())), &categories))
        (office::choose_organisation(view, act, Field::new(&name("umbrella"), "umbrella").optional().value(&umbrella), others))
        (form::field(view, act, Field::new(&name("external_id"), "external-id").optional().hint("external-id-hint")
            .value(&text(entry.and_then(|e| e.external_id.as_ref()).map(|s| s as _)))))
        (form::field(view, act, Field::new(&name("website"), "website").optional().kind("url")
            .value(&text(entry.and_then(|e| e.website.as_ref()).map(|s| s as _)))))
    }
}

fn import(view: &View<'_>) -> Shown {
    let title = view.t("directory-import");
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("import-about")) }
        (upload_form(view, "upload/organisations", "import-organisations-hint", true))
    };
    Shown::new(title, main).width("narrow")
}

/// A form that sends a list for a look at it; nothing is changed by it.
pub(crate) fn upload_form(view: &View<'_>, to: &str, hint: &str, international: bool) -> Markup {
    html! {
        form.form method="post" enctype="multipart/form-data" action=(format!("{}{to}", view.base())) data-native {
            div.field {
                label for="f-file" { (view.t("import-file")) }
                span.hint id="f-file-hint" { (view.t(hint)) }
                input.input type="file" id="f-file" name="file" required aria-describedby="f-file-hint" accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            }
            @if international {
                div.choices { label.choice { input type="checkbox" name="blank_country" value="international"; span { (view.t("import-blank-international")) } } }
            }
            div.field {
                label for="f-map" { (view.t("import-map")) " " span.muted { (view.t("optional")) } }
                span.hint id="f-map-hint" { (view.t("import-map-hint")) }
                textarea.textarea id="f-map" name="map" rows="3" aria-describedby="f-map-hint" dir="auto" {}
            }
            div.button-row.fill { button.button { (view.t("import-look")) } }
        }
    }
}
