//! The programme for the secretariat: convene a summit, enter its venues, meetings, agenda and keynotes, and amend each of them.
use super::{members, office};
use crate::view::{Page, Shown, View};
use domain::{
    id::{ItemId, MeetingId, SummitId, VenueId},
    programme::{Meeting, Summit},
};
use maud::{Markup, html};

mod forms;

/// `/as/<seat>/programme-edit`.
pub const PAGE: Page = Page { path: "programme-edit", roles: office::SECRETARIAT, render };

/// The page without a query: where every form goes on to.
const HOME: &str = "programme-edit";

fn render(view: &View<'_>) -> Option<Shown> {
    let programme = &view.state.programme;
    let current = office::summit(view);
    if let Some(edit) = view.query.get("edit") {
        return match edit.split_once('-').map(|(kind, _)| kind)? {
            "summit" => edit.parse().ok().and_then(|id: SummitId| Some(forms::summit(view, Some((id, programme.summit(id)?))))),
            "venue" => edit
                .parse()
                .ok()
                .and_then(|id: VenueId| forms::venue(view, programme.venue(id)?.summit, Some((id, programme.venue(id)?)))),
            "meeting" => edit.parse().ok().and_then(|id: MeetingId| {
                forms::meeting(view, programme.meeting(id)?.summit, Some((id, programme.meeting(id)?)))
            }),
            "item" => edit
                .parse()
                .ok()
                .and_then(|id: ItemId| Some(forms::item(view, programme.item(id)?.meeting, Some((id, programme.item(id)?))))),
            _ => None,
        };
    }
    let meeting: Option<MeetingId> = view.asked::<MeetingId>("meeting").filter(|id| programme.meeting(*id).is_some());
    match (view.query.get("new").map(String::as_str), current) {
        (Some("summit"), _) => Some(forms::summit(view, None)),
        (Some("series"), _) => Some(forms::series(view)),
        (Some("venue"), Some((summit, _))) => forms::venue(view, summit, None),
        (Some("meeting"), Some((summit, _))) => forms::meeting(view, summit, None),
        (Some("item"), Some(_)) => Some(forms::item(view, meeting?, None)),
        (Some("keynote"), Some(_)) => Some(forms::keynote(view, meeting?)),
        (Some("cancel"), Some(_)) => Some(forms::cancel(view, meeting?)),
        (_, Some((id, summit))) => Some(overview(view, id, summit)),
        (_, None) => Some(nothing(view)),
    }
}

fn nothing(view: &View<'_>) -> Shown {
    let title = view.t("nav-programme-edit");
    let main = html! {
        div.page-title { h1 { (title) } }
        div.empty {
            p.empty-title { (view.t("secretariat-no-summit")) }
            p { (view.t("secretariat-no-summit-next")) }
            @if view.state.directory.is_empty() {
                p { (view.t("summit-needs-conveners")) }
                a.button href=(view.href("directory?new=organisation")) { (view.t("directory-add")) }
            } @else { a.button href=(view.href("programme-edit?new=summit")) { (view.t("summit-convene")) } }
        }
    };
    Shown::new(title, main)
}

fn to(view: &View<'_>, query: &str) -> String {
    view.href(&format!("{HOME}?{query}"))
}

fn overview(view: &View<'_>, id: SummitId, summit: &Summit) -> Shown {
    let title = view.t("nav-programme-edit");
    let details = &summit.details;
    let main = html! {
        div.page-title { h1 { (view.tongue.name(&details.themes)) }
            div.button-row { a.button.secondary href=(to(view, &format!("edit={id}"))) { (view.t("summit-amend")) } } }
        dl.facts {
            dt { (view.t("series")) } dd {
                @if let Some(series) = view.state.programme.series() { (view.tongue.name(series)) " · " }
                a href=(to(view, "new=series")) { (view.t("series-name")) }
            }
            dt { (view.t("summit-days")) } dd { (super::bits::days(view, details.opens, details.closes)) }
            dt { (view.t("summit-conveners")) } dd { @for organisation in &details.conveners { (office::organisation(view, *organisation)) " " } }
            dt { (view.t("precedence")) } dd {
                @match &summit.precedence {
                    Some(_) => (view.t("precedence-drawn")),
                    None => (office::asking(view, "draw-precedence", "precedence-draw", "secondary compact",
                        &[("summit", id.to_string()), ("language", view.tongue.tag().to_owned())], HOME, Some("precedence-draw-sure"))),
                }
            }
        }
        (venues(view, id))
        (meetings(view, id, summit))
        section.section {
            div.section-title { h2 { (view.t("summit-close")) } }
            p.muted { (view.t("summit-close-about")) }
            (office::asking(view, "close-summit", "summit-close", "danger", &[("summit", id.to_string())], HOME, Some("summit-close-sure")))
        }
    };
    Shown::new(title, main)
}

fn venues(view: &View<'_>, id: SummitId) -> Markup {
    let all: Vec<_> = view.state.programme.venues(id).collect();
    html! {
        section.section {
            div.section-title { h2 { (view.t("nav-venues")) } a href=(to(view, "new=venue")) { (view.t("venue-add")) } }
            @if all.is_empty() {
                div.empty { p.empty-title { (view.t("secretariat-no-venue")) } p { (view.t("secretariat-no-venue-next")) }
                    a.button href=(to(view, "new=venue")) { (view.t("venue-add")) } }
            } @else {
                div.table-wrap tabindex="0" role="region" aria-label=(view.t("nav-venues")) { table.table.cards {
                    thead { tr {
                        th scope="col" { (view.t("venue")) } th scope="col" { (view.t("country")) } th scope="col" { (view.t("venue-zone")) }
                        th scope="col" { (view.t("venue-host")) } th scope="col" { span.visually-hidden { (view.t("actions")) } }
                    } }
                    tbody { @for (venue, entry) in &all { tr {
                        th scope="row" { (view.tongue.name(&entry.names)) " " @if entry.kind == domain::programme::VenueKind::Main { span.tag.info { (view.t("venue-kind-main")) } } }
                        td data-label=(view.t("country")) { bdi { (entry.city) } (view.tongue.comma()) (office::country(view, Some(&entry.country))) }
                        td data-label=(view.t("venue-zone")) { bdi dir="ltr" { (entry.zone) } }
                        td data-label=(view.t("venue-host")) { (office::organisation(view, entry.host)) }
                        td { a href=(to(view, &format!("edit={venue}"))) { (view.t("amend")) span.visually-hidden { " " (view.tongue.plain(&entry.names)) } } }
                    } } }
                } }
            }
        }
    }
}

fn meetings(view: &View<'_>, id: SummitId, summit: &Summit) -> Markup {
    let mut all: Vec<(MeetingId, &Meeting)> = view.state.programme.meetings(id).collect();
    all.sort_by_key(|(id, m)| (m.start, *id));
    html! {
        section.section {
            div.section-title { h2 { (view.t("meetings")) } @if summit.main_venue().is_some() { a href=(to(view, "new=meeting")) { (view.t("meeting-add")) } } }
            @if all.is_empty() {
                div.empty { p.empty-title { (view.t("secretariat-no-meeting")) } p { (view.t("secretariat-no-meeting-next")) }
                    @if summit.main_venue().is_some() { a.button href=(to(view, "new=meeting")) { (view.t("meeting-add")) } } }
            }
            div.stack { @for (meeting, entry) in all { (card(view, meeting, entry)) } }
        }
    }
}

fn card(view: &View<'_>, id: MeetingId, meeting: &Meeting) -> Markup {
    let zone = meeting.zone.as_str();
    let name = view.tongue.plain(&meeting.titles);
    html! {
        article.card {
            p.eyebrow { (super::bits::meeting_kind(view, meeting.kind)) @if meeting.cancelled.is_some() { " " span.tag.bad { (view.t("meeting-cancelled")) } } }
            h3.card-title { (view.tongue.name(&meeting.titles)) }
            p.muted {
                (view.tongue.long_date(meeting.start, zone)) (view.tongue.comma()) (view.tongue.time(meeting.start, zone)) "–" (view.tongue.time(meeting.end, zone)) " "
                bdi dir="ltr" { (zone) }
                @if let Some(venue) = view.state.programme.venue(meeting.venue) { " · " (view.tongue.name(&venue.names)) }
            }
            ol.share-list { @for (item, entry) in view.state.programme.items(id) {
                li { span { (view.state.programme.item_number(item).unwrap_or_default()) ". " (view.tongue.name(&entry.titles)) }
                    span.cluster { (raise(view, meeting, item)) a href=(to(view, &format!("edit={item}"))) { (view.t("amend")) span.visually-hidden { " " (view.tongue.plain(&entry.titles)) } } } }
            } }
            @for keynote in &meeting.keynotes { div.cluster.between {
                span { (view.t("keynote")) ": " bdi { (members::name(view, keynote.speaker)) } " · " (view.tongue.name(&keynote.titles)) }
                (office::asking(view, "remove-keynote", "keynote-remove", "quiet compact",
                    &[("meeting", id.to_string()), ("speaker", keynote.speaker.to_string())], HOME, Some("keynote-remove-sure")))
            } }
            @if meeting.cancelled.is_none() { div.button-row {
                @for (query, words) in [
                    (format!("edit={id}"), "amend"), (format!("new=item&meeting={id}"), "item-add"),
                    (format!("new=keynote&meeting={id}"), "keynote-add"), (format!("new=cancel&meeting={id}"), "meeting-cancel"),
                ] {
                    a.button.quiet.compact href=(to(view, &query)) { (view.t(words)) span.visually-hidden { " " (name) } }
                }
            } }
        }
    }
}

/// Puts an item one place higher.
fn raise(view: &View<'_>, meeting: &Meeting, item: ItemId) -> Markup {
    let Some(place) = meeting.items.iter().position(|i| *i == item).filter(|p| *p > 0) else { return html! {} };
    let mut order = meeting.items.clone();
    order.swap(place, place - 1);
    let Some(of) = view.state.programme.item(item).map(|entry| entry.meeting) else { return html! {} };
    let mut hidden = vec![("meeting", of.to_string())];
    hidden.extend(order.iter().map(|item| ("order[]", item.to_string())));
    office::press(view, "reorder-items", "item-raise", "quiet compact", &hidden, HOME)
}
