//! The forms of the programme: one thing a page, so that a refusal leads back to the field it complains of.
use super::{HOME, office};
use crate::{
    form::{self, Field},
    i18n::Tongue,
    view::{Shown, View},
};
use domain::{
    id::{ItemId, MeetingId, OrganisationId, SummitId, VenueId},
    language::Language,
    programme::{Item, ItemKind, Meeting, MeetingKind, Signatures, Summit, Venue, VenueKind, WallClock},
};
use maud::{Markup, html};

/// Conveners that may be added at one time.
const MORE_CONVENERS: usize = 3;

fn page(view: &View<'_>, title: &str, content: Markup) -> Shown {
    let title = view.t(title);
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href(HOME)) { (view.t("nav-programme-edit")) } } } }
        div.page-title { h1 { (title) } }
        (content)
    };
    Shown::new(title, main).width("narrow")
}

fn buttons(view: &View<'_>, label: &str) -> Markup {
    html! { div.button-row.fill { button.button { (view.t(label)) } a.button.quiet href=(view.href(HOME)) { (view.t("cancel")) } } }
}

/// Check boxes for the six languages of the pages and whatever others are chosen.
fn languages(view: &View<'_>, act: &str, name: &str, label: &str, chosen: &[Language]) -> Markup {
    let mut tags: Vec<String> = Tongue::all().map(|t| t.tag().to_owned()).collect();
    tags.extend(chosen.iter().map(ToString::to_string).filter(|tag| Tongue::from_tag(tag).is_none_or(|t| t.tag() != tag)));
    html! {
        fieldset id=(format!("f-{name}")) {
            legend { (view.t(label)) }
            div.choices { @for tag in tags {
                @let own = Tongue::from_tag(&tag).filter(|t| t.tag() == tag).map_or_else(|| tag.clone(), |t| t.own_name().to_owned());
                label.choice { input type="checkbox" name=(format!("{name}[]")) value=(tag) checked[view.chosen(act, name, &tag, chosen.iter().any(|l| l.as_str() == tag))]; span lang=(tag) { (own) } }
            } }
        }
    }
}

/// Several organisations out of the directory: those that are chosen as boxes to untick, and choices for more.
fn conveners(view: &View<'_>, act: &str, name: &str, chosen: &[OrganisationId]) -> Markup {
    let field = format!("{name}[]");
    let typed = view.failed.filter(|failed| failed.act == act).map(|failed| failed.values.get(&field).map_or("", String::as_str));
    let typed = typed.map(|ids| ids.lines().filter_map(|id| id.parse().ok()).collect::<Vec<OrganisationId>>());
    let mut shown = chosen.to_vec();
    shown.extend(typed.iter().flatten().filter(|id| !chosen.contains(id)));
    let options = office::organisations(view, view.state.directory.iter().map(|(id, _)| id));
    let id = format!("f-{name}");
    let problem = view.problem(act, name);
    let hint = format!("{id}-hint");
    html! {
        fieldset id=(id) {
            legend { (view.t("summit-conveners")) }
            span.hint id=(hint) { (view.t("summit-conveners-hint")) }
            @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
            @if !shown.is_empty() { div.choices { @for organisation in &shown {
                label.choice { input type="checkbox" name=(field) value=(organisation) checked[typed.as_ref().is_none_or(|typed| typed.contains(organisation))]; (office::organisation(view, *organisation)) }
            } } }
            @for number in (shown.len() + 1)..=(shown.len() + MORE_CONVENERS) {
                @let id = format!("{id}-{number}");
                @let first = number == 1;
                div.field.invalid[problem.is_some() && first] {
                    label for=(id) { (view.tongue.with("summit-convener", &[("number", number.into())])) @if !first { " " span.muted { (view.t("optional")) } } }
                    @match &options {
                        Some(options) => select.select id=(id) name=(field) required[first] aria-describedby=(hint) {
                            option value="" { "—" }
                            @for (key, words) in options { option value=(key) { (words) } }
                        },
                        None => {
                            span.hint id=(format!("{id}-hint")) { (view.t("organisation-id-hint")) }
                            input.input id=(id) name=(field) required[first] aria-describedby=(format!("{hint} {id}-hint"));
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn series(view: &View<'_>) -> Shown {
    const ACT: &str = "name-series";
    let content = form::form(
        view,
        ACT,
        Some(HOME),
        html! { (office::names(view, ACT, "names", "series-names", view.state.programme.series())) (buttons(view, "save")) },
    );
    page(view, "series-name", content)
}

pub(super) fn summit(view: &View<'_>, entry: Option<(SummitId, &Summit)>) -> Shown {
    if view.state.directory.is_empty() {
        // A summit is convened by organisations of the directory.
        let first = html! { div.empty {
            p.empty-title { (view.t("directory-empty")) }
            p { (view.t("directory-empty-next")) }
            a.button href=(view.href("directory?new=list")) { (view.t("directory-import")) }
        } };
        return page(view, "summit-convene", first);
    }
    let act = if entry.is_some() { "amend-summit" } else { "convene-summit" };
    let prefix = if entry.is_some() { "summit." } else { "" };
    let details = entry.map(|(_, s)| &s.details);
    let name = |field: &str| format!("{prefix}{field}");
    let official: Vec<Language> =
        details.map_or_else(|| Tongue::all().filter_map(|t| t.tag().parse().ok()).collect(), |d| d.languages.clone());
    let content = form::form(
        view,
        act,
        Some(HOME),
        html! {
            @if let Some((id, _)) = entry { (office::hidden("id", id)) }
            (office::names(view, act, &name("themes"), "summit-themes", details.map(|d| &d.themes)))
            div.field-row {
                (form::field(view, act, Field::new(&name("opens"), "summit-opens").kind("date").value(&details.map(|d| d.opens.to_string()).unwrap_or_default())))
                (form::field(view, act, Field::new(&name("closes"), "summit-closes").kind("date").value(&details.map(|d| d.closes.to_string()).unwrap_or_default())))
            }
            (conveners(view, act, &name("conveners"), details.map_or(&[][..], |d| &d.conveners)))
            (languages(view, act, &name("languages"), "summit-languages", &official))
            (buttons(view, if entry.is_some() { "save" } else { "summit-convene" }))
        },
    );
    let content = html! { (content) @if let Some((id, summit)) = entry { (signatures(view, id, summit)) } };
    page(view, if entry.is_some() { "summit-amend" } else { "summit-convene" }, content)
}

/// Whether binding acts of the summit are signed.
fn signatures(view: &View<'_>, id: SummitId, summit: &Summit) -> Markup {
    const ACT: &str = "set-signatures";
    html! {
        section.section {
            div.section-title { h2 { (view.t("summit-signatures")) } }
            (form::form(view, ACT, Some(HOME), html! {
                (office::hidden("summit", id))
                fieldset { legend { (view.t("summit-signatures-about")) } div.choices {
                    @for (choice, words) in [(Signatures::Required, "summit-signatures-required"), (Signatures::Session, "summit-signatures-session")] {
                        label.choice { input type="radio" name="signatures" value=(choice.as_str()) checked[summit.signatures == choice]; span { (view.t(words)) } }
                    }
                } }
                (buttons(view, "save"))
            }))
        }
    }
}

pub(super) fn venue(view: &View<'_>, summit: SummitId, entry: Option<(VenueId, &Venue)>) -> Option<Shown> {
    let act = if entry.is_some() { "amend-venue" } else { "add-venue" };
    let prefix = if entry.is_some() { "venue." } else { "" };
    let venue = entry.map(|(_, v)| v);
    let name = |field: &str| format!("{prefix}{field}");
    let text = |value: Option<String>| value.unwrap_or_default();
    let main = view.state.programme.summit(summit)?.main_venue();
    let kinds: Vec<(String, String)> = VenueKind::ALL
        .into_iter()
        .map(|kind| {
            (
                kind.as_str().to_owned(),
                view.t(if kind == VenueKind::Main { "venue-kind-main" } else { "venue-kind-satellite" }).into_owned(),
            )
        })
        .collect();
    let kind = venue.map_or(if main.is_none() { VenueKind::Main } else { VenueKind::Satellite }, |v| v.kind);
    let content = html! {
        (form::form(view, act, Some(HOME), html! {
            @if let Some((id, _)) = entry { (office::hidden("id", id)) }
            (office::hidden(&name("summit"), summit))
            (office::names(view, act, &name("names"), "venue-names", venue.map(|v| &v.names)))
            (form::select(view, act, Field::new(&name("kind"), "venue-kind").value(kind.as_str()), &kinds))
            (form::field(view, act, Field::new(&name("city"), "venue-city").value(&text(venue.map(|v| v.city.to_string())))))
            (form::select(view, act, Field::new(&name("country"), "country").value(venue.map_or("", |v| v.country.as_str())), &office::countries(view, venue.map(|v| &v.country))))
            (form::field(view, act, Field::new(&name("zone"), "venue-zone").hint("venue-zone-hint").value(venue.map_or("", |v| v.zone.as_str()))))
            (form::field(view, act, Field::new(&name("capacity"), "venue-capacity").kind("number").value(&text(venue.map(|v| v.capacity.0.to_string())))))
            div.field-row {
                (form::field(view, act, Field::new(&name("latitude"), "venue-latitude").optional().value(&text(venue.and_then(|v| v.latitude).map(|n| n.to_string())))))
                (form::field(view, act, Field::new(&name("longitude"), "venue-longitude").optional().value(&text(venue.and_then(|v| v.longitude).map(|n| n.to_string())))))
            }
            (office::choose_organisation(view, act, Field::new(&name("host"), "venue-host").hint("venue-host-hint").value(&text(venue.map(|v| v.host.to_string()))),
                view.state.directory.iter().map(|(id, _)| id)))
            (languages(view, act, &name("languages"), "venue-languages", venue.map_or(&[][..], |v| &v.languages)))
            (buttons(view, if entry.is_some() { "save" } else { "venue-add" }))
        }))
        @if let Some((id, _)) = entry {
            section.section {
                div.section-title { h2 { (view.t("venue-remove")) } }
                p.muted { (view.t("venue-remove-about")) }
                (office::asking(view, "remove-venue", "venue-remove", "danger", &[("id", id.to_string())], HOME, Some("venue-remove-sure")))
            }
        }
    };
    Some(page(view, if entry.is_some() { "venue-amend" } else { "venue-add" }, content))
}

/// A wall-clock time. A time that exists twice is told apart by an offset, which only a text field takes: it becomes one when that is asked.
fn clock<'a>(view: &View<'_>, act: &str, name: &'a str, label: &'a str, value: &'a str) -> Field<'a> {
    let plain = view.problem(act, name).is_none() && view.typed(act, name).unwrap_or(value).len() <= "2027-03-28T09:30".len();
    Field::new(name, label).hint("meeting-clock-hint").kind(if plain { "datetime-local" } else { "text" }).value(value)
}

pub(super) fn meeting(view: &View<'_>, summit: SummitId, entry: Option<(MeetingId, &Meeting)>) -> Option<Shown> {
    let act = if entry.is_some() { "amend-meeting" } else { "schedule-meeting" };
    let prefix = if entry.is_some() { "meeting." } else { "" };
    let meeting = entry.map(|(_, m)| m);
    let name = |field: &str| format!("{prefix}{field}");
    let kinds: Vec<(String, String)> = MeetingKind::ALL
        .into_iter()
        .map(|k| (k.as_str().to_owned(), super::super::bits::meeting_kind(view, k).into_owned()))
        .collect();
    let venues: Vec<(String, String)> = view
        .state
        .programme
        .venues(summit)
        .map(|(id, v)| (id.to_string(), format!("{} ({})", view.tongue.plain(&v.names), v.zone)))
        .collect();
    let main = view.state.programme.summit(summit)?.main_venue();
    let venue = meeting.map(|m| m.venue).or(main).map(|id| id.to_string()).unwrap_or_default();
    let at = |moment: Option<domain::Moment>| {
        meeting.zip(moment).map(|(m, moment)| WallClock::at(&m.zone, moment).to_string()).unwrap_or_default()
    };
    let (start, end) = (at(meeting.map(|m| m.start)), at(meeting.map(|m| m.end)));
    let (start_name, end_name) = (name("start"), name("end"));
    // Written in another zone than its venue's, it stays so.
    let zone = meeting.filter(|m| view.state.programme.venue(m.venue).is_some_and(|v| v.zone != m.zone)).map(|m| m.zone.clone());
    let content = form::form(
        view,
        act,
        Some(HOME),
        html! {
            @if let Some((id, _)) = entry { (office::hidden("id", id)) }
            @if let Some(zone) = zone { (office::hidden(&name("zone"), zone)) }
            (form::select(view, act, Field::new(&name("kind"), "meeting-kind").value(meeting.map_or("plenary", |m| m.kind.as_str())), &kinds))
            (office::names(view, act, &name("titles"), "meeting-titles", meeting.map(|m| &m.titles)))
            (form::select(view, act, Field::new(&name("venue"), "venue").value(&venue), &venues))
            div.field-row {
                (form::field(view, act, clock(view, act, &start_name, "meeting-start", &start)))
                (form::field(view, act, clock(view, act, &end_name, "meeting-end", &end)))
            }
            (buttons(view, if entry.is_some() { "save" } else { "meeting-add" }))
        },
    );
    Some(page(view, if entry.is_some() { "meeting-amend" } else { "meeting-add" }, content))
}

pub(super) fn item(view: &View<'_>, meeting: MeetingId, entry: Option<(ItemId, &Item)>) -> Shown {
    let act = if entry.is_some() { "amend-item" } else { "add-item" };
    let prefix = if entry.is_some() { "item." } else { "" };
    let item = entry.map(|(_, i)| i);
    let name = |field: &str| format!("{prefix}{field}");
    let words = |kind: ItemKind| super::super::bits::item_kind(view, kind).unwrap_or_else(|| view.t("item-kind-other"));
    let kinds: Vec<(String, String)> =
        ItemKind::ALL.into_iter().map(|k| (k.as_str().to_owned(), words(k).into_owned())).collect();
    let number = item.and_then(|i| i.number.as_ref()).map(ToString::to_string).unwrap_or_default();
    let content = form::form(
        view,
        act,
        Some(HOME),
        html! {
            @if let Some((id, _)) = entry { (office::hidden("id", id)) }
            (office::hidden(&name("meeting"), meeting))
            (form::select(view, act, Field::new(&name("kind"), "item-kind").value(item.map_or("general-debate", |i| i.kind.as_str())), &kinds))
            (office::names(view, act, &name("titles"), "item-titles", item.map(|i| &i.titles)))
            (form::field(view, act, Field::new(&name("number"), "item-number").optional().hint("item-number-hint").value(&number)))
            (buttons(view, if entry.is_some() { "save" } else { "item-add" }))
        },
    );
    page(view, if entry.is_some() { "item-amend" } else { "item-add" }, content)
}

pub(super) fn keynote(view: &View<'_>, meeting: MeetingId) -> Shown {
    const ACT: &str = "add-keynote";
    let content = form::form(
        view,
        ACT,
        Some(HOME),
        html! {
            (office::hidden("meeting", meeting))
            (office::person(view, ACT, "person", None))
            (office::choose_organisation(view, ACT, Field::new("organisation", "organisation").optional(), view.state.directory.iter().map(|(id, _)| id)))
            (office::names::<domain::words::Name>(view, ACT, "titles", "keynote-titles", None))
            (form::field(view, ACT, Field::new("minutes", "keynote-minutes").kind("number").value("15")))
            (buttons(view, "keynote-add"))
        },
    );
    page(view, "keynote-add", content)
}

pub(super) fn cancel(view: &View<'_>, meeting: MeetingId) -> Shown {
    const ACT: &str = "cancel-meeting";
    let content = html! {
        @if let Some(entry) = view.state.programme.meeting(meeting) { p.lead { (view.tongue.name(&entry.titles)) } }
        (form::form(view, ACT, Some(HOME), html! {
            (office::hidden("meeting", meeting))
            (form::field(view, ACT, Field::new("reason", "reason").optional()))
            div.button-row.fill { button.button.danger { (view.t("meeting-cancel")) } a.button.quiet href=(view.href(HOME)) { (view.t("cancel")) } }
        }))
    };
    page(view, "meeting-cancel", content)
}
