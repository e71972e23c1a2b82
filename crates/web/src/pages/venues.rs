//! The venues: a map of the world with the state of each link, and the table behind it.
use super::{
    bits,
    figures::{self, Figure},
};
use crate::{
    assets,
    view::{Page, Region, Scope, Shown, View},
};
use app::Topic;
use domain::{
    id::{SummitId, VenueId},
    programme::{Venue, VenueKind},
};
use maud::{Markup, html};
use std::borrow::Cow;

/// `/venues`.
pub const PAGE: Page = Page { path: "venues", roles: &[], render };

/// The map: it changes with links.
pub const MAP: Region = Region {
    name: "venue-map",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Programme, Topic::Now, Topic::Course],
    render: |view, _| map(view),
};

/// The table behind the map, with who is present.
pub const TABLE: Region = Region {
    name: "venue-table",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Programme, Topic::Presence, Topic::Now, Topic::Course],
    render: |view, _| table(view),
};

/// The figures of venues.
pub const FIGURES: Region = Region {
    name: "venue-figures",
    scope: Scope::Everybody,
    roles: &[],
    polite: false,
    topics: |_, _, _| vec![Topic::Programme, Topic::Presence],
    render: |view, _| {
        let shown = [Figure::Venues, Figure::VenuesPresent, Figure::HostingOrganisations, Figure::HostingCountries];
        figures::grid(view, &shown)
    },
};

/// State of a venue's link, as it is on the record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Up,
    Down,
    Unknown,
}

impl State {
    fn of(view: &View<'_>, venue: VenueId) -> Self {
        let floor = &view.state.floor;
        match (floor.is_link_lost(venue), floor.is_linked(venue)) {
            (true, _) => Self::Down,
            (false, true) => Self::Up,
            (false, false) => Self::Unknown,
        }
    }
    fn word(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Up => view.t("venues-link-up"),
            Self::Down => view.t("venues-link-down"),
            Self::Unknown => view.t("venues-link-unknown"),
        }
    }
    const fn dot(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unknown => "off",
        }
    }
    const fn tag(self) -> &'static str {
        match self {
            Self::Up => "good",
            Self::Down => "bad",
            Self::Unknown => "off",
        }
    }
}

fn render(view: &View<'_>) -> Option<Shown> {
    let none = bits::summit(view).is_none_or(|s| view.state.programme.venues(s).next().is_none());
    let main = html! {
        div.page-title { h1 { (view.t("venues-title")) } }
        @if none {
            div.empty { p.empty-title { (view.t("venues-empty-title")) } p { (view.t("venues-empty")) } }
        } @else {
            p.lead { (view.t("venues-lead")) }
            (view.region(&MAP, None))
            section.section { (view.region(&FIGURES, None)) }
            section.section {
                div.section-title { h2 { (view.t("venues-table")) } }
                (view.region(&TABLE, None))
            }
        }
    };
    Some(Shown::new(view.t("venues-title"), main))
}

fn map(view: &View<'_>) -> Markup {
    let Some(summit) = bits::summit(view) else { return html! {} };
    let venues: Vec<(VenueId, &Venue, State)> =
        view.state.programme.venues(summit).map(|(id, v)| (id, v, State::of(view, id))).collect();
    let count = |state: State| venues.iter().filter(|(.., s)| *s == state).count();
    let words = view.tongue.with(
        "venues-map",
        &[("count", venues.len().into()), ("up", count(State::Up).into()), ("down", count(State::Down).into())],
    );
    html! {
        svg.world-map viewBox=(format!("0 0 {} {}", assets::MAP_WIDTH, assets::MAP_HEIGHT)) role="img" aria-label=(words) {
            use.land href=(format!("{}#land", assets::href("data/world.svg"))) {}
            @for (_, venue, state) in venues.iter().filter(|(_, v, _)| v.kind == VenueKind::Satellite) { (dot(view, venue, *state)) }
            // The main venue last: nothing lies over it.
            @for (_, venue, state) in venues.iter().filter(|(_, v, _)| v.kind == VenueKind::Main) { (dot(view, venue, *state)) }
        }
        ul.legend {
            @for state in [State::Up, State::Down, State::Unknown] {
                li { span class=(format!("tag {}", state.tag())) { (state.word(view)) " " (view.tongue.count(count(state))) } }
            }
        }
    }
}

fn dot(view: &View<'_>, venue: &Venue, state: State) -> Markup {
    let (Some(latitude), Some(longitude)) = (venue.latitude, venue.longitude) else { return html! {} };
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    let (x, y) = assets::map_point(degrees(latitude.micro_degrees()), degrees(longitude.micro_degrees()));
    let is_main = venue.kind == VenueKind::Main;
    let name = format!("{} · {}", venue.city, view.tongue.plain(&venue.names));
    let words = view.tongue.with("venues-one", &[("name", (&name).into()), ("state", state.word(view).as_ref().into())]);
    let place = |n: f64| format!("{n:.1}");
    html! {
        g class=(format!("venue-dot {}{}", state.dot(), if is_main { " main" } else { "" })) {
            @if state == State::Down {
                rect x=(place(x - 4.5)) y=(place(y - 4.5)) width="9" height="9" {}
            } @else {
                circle cx=(place(x)) cy=(place(y)) r=(if is_main { "8" } else { "5" }) {}
            }
            title { (words) }
        }
    }
}

fn table(view: &View<'_>) -> Markup {
    let Some(summit) = bits::summit(view) else { return html! {} };
    let mut venues: Vec<(VenueId, &Venue)> = view.state.programme.venues(summit).collect();
    venues.sort_by(|a, b| a.1.kind.cmp(&b.1.kind).then_with(|| view.tongue.compare(a.1.city.as_str(), b.1.city.as_str())));
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("venues-table")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("venues-venue")) }
                    th scope="col" { (view.t("venues-host")) }
                    th scope="col" { (view.t("venues-time")) }
                    th.num scope="col" { (view.t("venues-capacity")) }
                    th.num scope="col" { (view.t("venues-present")) }
                    th scope="col" { (view.t("venues-link")) }
                } }
                tbody { @for (id, venue) in venues { (row(view, summit, id, venue)) } }
            }
        }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
    }
}

fn row(view: &View<'_>, summit: SummitId, id: VenueId, venue: &Venue) -> Markup {
    let state = State::of(view, id);
    html! {
        tr id=(id) {
            th scope="row" {
                span.org { (bits::flag(Some(&venue.country))) bdi { (venue.city) } }
                " " span.small.muted { (view.tongue.name(&venue.names)) " · " (bits::country(view, &venue.country)) }
                @if venue.kind == VenueKind::Main { " " span.tag.info { (view.t("venues-main")) } }
            }
            td data-label=(view.t("venues-host")) { (bits::organisation(view, venue.host)) }
            td data-label=(view.t("venues-time")) { span.nowrap { (view.tongue.time(view.now, venue.zone.as_str())) } " " span.small.muted dir="ltr" { (venue.zone) } }
            td.num data-label=(view.t("venues-capacity")) { (view.tongue.number(venue.capacity.0)) }
            td.num data-label=(view.t("venues-present")) { (view.tongue.number(view.state.presence.at_venue(summit, id))) }
            td data-label=(view.t("venues-link")) { span class=(format!("tag {}", state.tag())) { (state.word(view)) } }
        }
    }
}
