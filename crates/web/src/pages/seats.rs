//! Seats by role for the secretariat: invite, send a new link, end; devices; and the trail of acts that were denied.
use super::{devices, members, office};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use app::side::AuditRecord;
use domain::{
    Moment,
    id::SeatId,
    seat::{Role, Seat},
};
use maud::{Markup, html};

/// `/as/<seat>/seats`.
pub const PAGE: Page = Page { path: "seats", roles: office::SECRETARIAT, render };

fn render(view: &View<'_>) -> Option<Shown> {
    if let Some(of) = view.query.get("of") {
        let id: SeatId = of.parse().ok()?;
        return Some(one(view, id, view.state.seats.get(id)?));
    }
    if view.query.get("new").is_some() {
        return Some(invite(view));
    }
    Some(list(view))
}

fn asked_role(view: &View<'_>) -> Role {
    let asked = view.query.get("role").map_or("secretariat", String::as_str);
    Role::ALL.into_iter().find(|role| role.as_str() == asked).unwrap_or(Role::Secretariat)
}

fn list(view: &View<'_>) -> Shown {
    let title = view.t("nav-seats");
    let role = asked_role(view);
    let asked = view.query.get("q").cloned().unwrap_or_default();
    let wanted = office::folded(&asked);
    let named = |seat: &Seat| office::folded(&members::name(view, seat.person)).contains(&wanted);
    let count = |role: Role| view.state.seats.iter().filter(|(_, s)| s.role == role && !s.ended).count();
    let rows: Vec<(SeatId, &Seat)> =
        view.state.seats.iter().filter(|(_, s)| s.role == role && (wanted.is_empty() || named(s))).collect();
    let mut rows = rows;
    rows.sort_by_key(|(id, s)| (s.ended, *id));
    let (rows, pages) = office::paged(view, "seats", &[("role", role.as_str()), ("q", &asked)], rows);
    let main = html! {
        div.page-title { h1 { (title) } div.button-row {
            a.button href=(view.href("seats?new=seat")) { (view.t("seat-invite")) }
            a.button.secondary href=(view.href("trail")) { (view.t("trail-title")) }
        } }
        nav.tabs aria-label=(view.t("roles")) { @for one in Role::ALL {
            a href=(view.href(&format!("seats?role={}", one.as_str()))) aria-current=[(one == role).then_some("page")] {
                (office::role(view, one)) " (" (view.tongue.count(count(one))) ")"
            }
        } }
        (super::directory::search(view, "seats", &[("role", role.as_str())], &asked))
        @if rows.is_empty() { div.empty { p.empty-title { (view.t("seats-none")) } p { (view.t("seats-none-next")) } } }
        @else { (table(view, &rows)) (pages) }
    };
    Shown::new(title, main).width("wide")
}

fn scope(view: &View<'_>, seat: &Seat) -> Markup {
    let venue = seat.venue.and_then(|id| view.state.programme.venue(id));
    html! {
        @if let Some(organisation) = seat.organisation { (office::organisation(view, organisation)) }
        @else if let Some(venue) = venue { (view.tongue.name(&venue.names)) }
        @else { span.muted { (view.t("seat-everything")) } }
    }
}

fn access(view: &View<'_>, id: SeatId, seat: &Seat) -> Markup {
    let devices = view.state.seats.sessions_of(id).filter(|(_, s)| view.now < s.until).count();
    html! {
        @if seat.ended { span.tag.off { (view.t("seat-ended")) } }
        @else if devices > 0 { span.tag.good { (view.tongue.with("devices-signed-in", &[("count", devices.into())])) } }
        @else if view.state.seats.has_open_invitation(id) { span.tag.info { (view.t("seat-link-open")) } }
        @else { span.tag.warn { (view.t("seat-no-access")) } }
    }
}

fn table(view: &View<'_>, rows: &[(SeatId, &Seat)]) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("nav-seats")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("person-name")) }
                    th scope="col" { (view.t("seat-for")) }
                    th scope="col" { (view.t("seat-access")) }
                } }
                tbody { @for (id, seat) in rows { tr {
                    th scope="row" { a href=(view.href(&format!("seats?of={id}"))) { bdi { (members::name(view, seat.person)) } } " " span.small.muted { (id) } }
                    td data-label=(view.t("seat-for")) { (scope(view, seat)) }
                    td data-label=(view.t("seat-access")) { (access(view, *id, seat)) }
                } } }
            }
        }
    }
}

fn back(view: &View<'_>) -> Markup {
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href("seats")) { (view.t("nav-seats")) } } } } }
}

fn one(view: &View<'_>, id: SeatId, seat: &Seat) -> Shown {
    let name = members::name(view, seat.person);
    let here = format!("seats?of={id}");
    let sessions: Vec<_> = view.state.seats.sessions_of(id).collect();
    let this = [("seat", id.to_string())];
    let main = html! {
        (back(view))
        div.page-title { h1 { bdi { (name) } } (access(view, id, seat)) }
        dl.facts {
            dt { (view.t("role")) } dd { (office::role(view, seat.role)) }
            dt { (view.t("seat-for")) } dd { (scope(view, seat)) }
        }
        section.section {
            div.section-title { h2 { (view.t("devices")) } }
            @if sessions.is_empty() { p.muted { (view.t("devices-none")) } }
            ul.org-list { @for (session, open) in &sessions { li {
                span.grow {
                    @if let Some(label) = &open.token { (view.t("device-token")) ": " bdi { (label) } } @else { (view.t("device")) " " (session) }
                    br; span.small.muted { (view.t("device-until")) " " (view.tongue.date(open.until, "UTC")) }
                }
                (office::asking(view, "end-session", "device-sign-out", "secondary compact", &[("session", session.to_string())], &here, Some("device-sign-out-sure")))
            } } }
        }
        (devices::of_person(view, seat.person, &here))
        @if !seat.ended {
            section.section {
                div.section-title { h2 { (view.t("seat-acts")) } }
                div.stack {
                    p.muted { (view.t("link-reissue-about")) }
                    (office::press(view, "reissue-invitation", "link-reissue", "secondary", &this, &here))
                    (office::asking(view, "end-seat", "seat-end", "danger", &this, &here, Some("seat-end-sure")))
                }
            }
        }
        section.section {
            div.section-title { h2 { (view.t("person-erase")) } }
            p.muted { (view.t("person-erase-about")) }
            (office::asking(view, "erase-person", "person-erase", "danger", &[("person", seat.person.to_string())], &here, Some("person-erase-sure")))
        }
    };
    Shown::new(name, main).width("narrow")
}

fn invite(view: &View<'_>) -> Shown {
    const ACT: &str = "invite-seat";
    let title = view.t("seat-invite");
    let roles: Vec<(String, String)> =
        Role::ALL.into_iter().map(|role| (role.as_str().to_owned(), office::role(view, role).into_owned())).collect();
    let summits: Vec<(String, String)> =
        view.state.programme.summits().map(|(id, s)| (id.to_string(), view.tongue.plain(&s.details.themes))).collect();
    let current = office::summit(view).map(|(id, _)| id);
    let venues: Vec<(String, String)> = current
        .into_iter()
        .flat_map(|id| view.state.programme.venues(id))
        .map(|(id, v)| (id.to_string(), view.tongue.plain(&v.names)))
        .collect();
    let summit = current.map(|id| id.to_string()).unwrap_or_default();
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("seat-invite-about")) }
        (form::form(view, ACT, Some("seats"), html! {
            (form::select(view, ACT, Field::new("role", "role").value(asked_role(view).as_str()), &roles))
            (office::person(view, ACT, "person", None))
            (form::select(view, ACT, Field::new("summit", "seat-summit").optional().hint("seat-summit-hint").value(&summit), &summits))
            (form::select(view, ACT, Field::new("venue", "venue").optional().hint("seat-venue-hint"), &venues))
            (office::choose_organisation(view, ACT, Field::new("organisation", "organisation").optional().hint("seat-organisation-hint"),
                view.state.directory.iter().map(|(id, _)| id)))
            div.button-row.fill { button.button { (view.t("seat-invite")) } a.button.quiet href=(view.href("seats")) { (view.t("cancel")) } }
        }))
    };
    Shown::new(title, main).width("narrow")
}

/// The trail of denied acts, the newest first.
pub(crate) fn trail(view: &View<'_>, entries: &[AuditRecord]) -> Shown {
    let title = view.t("trail-title");
    let seat = |id: u64| u32::try_from(id).ok().map(SeatId).and_then(|id| Some((id, view.state.seats.get(id)?)));
    let why = |reason: &str| {
        let known = [format!("denied-{reason}"), format!("refusal-{reason}")].into_iter().find(|id| view.tongue.has(id));
        known.map_or_else(|| reason.to_owned(), |id| view.t(&id).into_owned())
    };
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("trail-about")) }
        @if entries.is_empty() { div.empty { p.empty-title { (view.t("trail-none")) } p { (view.t("trail-none-next")) } } } @else {
            div.table-wrap tabindex="0" role="region" aria-label=(title) { table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("trail-when")) }
                    th scope="col" { (view.t("trail-who")) }
                    th scope="col" { (view.t("trail-act")) }
                    th scope="col" { (view.t("trail-why")) }
                    th scope="col" { (view.t("trail-address")) }
                } }
                tbody { @for record in entries.iter().rev() { @let entry = &record.entry;
                    tr {
                        td data-label=(view.t("trail-when")) { (view.tongue.date(Moment(entry.at_ms), "UTC")) " " (view.tongue.time(Moment(entry.at_ms), "UTC")) " UTC" }
                        td data-label=(view.t("trail-who")) { @match entry.seat.and_then(seat) {
                            Some((id, seat)) => { a href=(view.href(&format!("seats?of={id}"))) { (office::role(view, seat.role)) " " (id) } },
                            None => (view.t("trail-nobody")),
                        } }
                        td data-label=(view.t("trail-act")) { code { (entry.act) } }
                        td data-label=(view.t("trail-why")) { (why(&entry.reason)) }
                        td data-label=(view.t("trail-address")) { @if let Some(address) = &entry.address { bdi dir="ltr" { (address) } } }
                    }
                } }
            } }
        }
    };
    Shown::new(title, main).width("wide")
}
