//! A figure in its parts. The parts are computed from the same state as the figure, and add up to it.
use super::{super::bits, Figure};
use crate::view::View;
use domain::{
    command::Way,
    count::{self, Row},
    directory::{Category, Home},
    id::{OrganisationId, SummitId, TextId},
};
use maud::{Markup, html};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// By what a figure is broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By country.
    Country,
    /// By region of the world.
    Region,
    /// By category of organisation.
    Category,
    /// By venue.
    Venue,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Country, Self::Region, Self::Category, Self::Venue];
    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Category => "category",
            Self::Venue => "venue",
        }
    }
    /// The one of a written form.
    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }
    /// What it is called.
    pub fn label(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Country => view.t("record-by-country"),
            Self::Region => view.t("record-by-region"),
            Self::Category => view.t("record-by-category"),
            Self::Venue => view.t("record-by-venue"),
        }
    }
    fn heading(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Country => view.t("record-country"),
            Self::Region => view.t("record-region"),
            Self::Category => view.t("record-category"),
            Self::Venue => view.t("record-venue"),
        }
    }
    /// Whether a figure has such parts: only who is present, and the venues themselves, are somewhere.
    pub const fn suits(self, figure: Figure) -> bool {
        match self {
            Self::Venue => matches!(figure, Figure::Present | Figure::Remote) || figure.is_of_venues(),
            Self::Category => !figure.is_of_venues(),
            Self::Country | Self::Region => true,
        }
    }
}

/// Rows under columns, ready to be shown.
struct Table {
    columns: Vec<Cow<'static, str>>,
    rows: Vec<(Markup, Vec<u64>)>,
    total: Vec<u64>,
    /// Whether countries are among the columns and may stand in several rows.
    countries_repeat: bool,
}

/// The breakdown of a figure.
pub fn table(view: &View<'_>, summit: SummitId, figure: Figure, text: Option<TextId>, by: By) -> Markup {
    let table = if figure.is_of_text() {
        endorsements(view, text, by)
    } else if by == By::Venue {
        at_venues(view, summit)
    } else if figure.is_of_venues() {
        venues(view, summit, by)
    } else {
        heads(view, summit, by)
    };
    if table.rows.is_empty() {
        return html! { div.empty { p { (view.t("record-nothing")) } } };
    }
    let label = format!("{}: {}", figure.label(view), by.label(view));
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(label) {
            table.table.cards {
                caption.visually-hidden { (label) }
                thead { tr {
                    th scope="col" { (by.heading(view)) }
                    @for column in &table.columns { th.num scope="col" { (column) } }
                } }
                tbody { @for (name, numbers) in &table.rows { tr {
                    th scope="row" { (name) }
                    @for (number, column) in numbers.iter().zip(&table.columns) { td.num.nil[*number == 0] data-label=(column) { (view.tongue.position(*number)) } }
                } } }
                tfoot { tr {
                    th scope="row" { (view.t("record-total")) }
                    @for (number, column) in table.total.iter().zip(&table.columns) { td.num data-label=(column) data-value=(number) { (view.tongue.position(*number)) } }
                } }
            }
        }
        @if table.countries_repeat { p.small.muted { (view.t("record-countries-once")) } }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
    }
}

/// Rows named in the viewer's alphabetical order, those without a name of their own at the end.
fn named<K>(
    view: &View<'_>,
    rows: impl IntoIterator<Item = (Option<K>, Vec<u64>)>,
    name: impl Fn(&K) -> (Markup, String),
    none: &str,
) -> Vec<(Markup, Vec<u64>)> {
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for (key, numbers) in rows {
        match key {
            Some(key) => known.push((name(&key), numbers)),
            None => unknown.push((html! { (view.t(none)) }, numbers)),
        }
    }
    known.sort_by(|a, b| view.tongue.compare(&a.0.1, &b.0.1));
    known.into_iter().map(|((markup, _), numbers)| (markup, numbers)).chain(unknown).collect()
}

fn country(view: &View<'_>, home: &Home) -> (Markup, String) {
    let name = bits::country(view, home);
    (html! { span.org { (bits::flag(Some(home))) (name) } }, bits::country_order(view, home))
}

fn region(view: &View<'_>, code: u16) -> (Markup, String) {
    let name = bits::region(view, code);
    (html! { (name) }, name)
}

fn category(view: &View<'_>, category: Category) -> (Markup, String) {
    let name = bits::category(view, category).into_owned();
    // The categories have an order of their own.
    (html! { (name) }, String::new())
}

fn heads(view: &View<'_>, summit: SummitId, by: By) -> Table {
    let state = view.state;
    let numbers = |row: &Row| {
        let mut out = vec![row.organisations_accredited, row.countries_accredited, row.registered, row.accredited, row.present];
        if by == By::Country {
            out.remove(1);
        }
        out.into_iter().map(u64::from).collect::<Vec<_>>()
    };
    let rows = match by {
        By::Country => {
            let rows = count::by_country(state, summit).into_iter().map(|(k, r)| (k, numbers(&r)));
            named(view, rows, |home| country(view, home), "record-no-country")
        }
        By::Region => {
            let rows =
                count::by_region(state, summit, &|home| bits::region_of(view, home)).into_iter().map(|(k, r)| (k, numbers(&r)));
            named(view, rows, |code| region(view, *code), "record-no-region")
        }
        By::Category | By::Venue => {
            let rows = count::by_category(state, summit).into_iter().map(|(k, r)| (Some(k), numbers(&r)));
            named(view, rows, |k| category(view, *k), "record-total")
        }
    };
    let figures = [Figure::Organisations, Figure::Countries, Figure::Registered, Figure::Accredited, Figure::Present];
    let shown = || figures.into_iter().filter(|f| by != By::Country || !f.is_of_countries());
    Table {
        columns: shown().map(|f| f.label(view)).collect(),
        rows,
        total: shown().map(|f| f.value(state, summit, None)).collect(),
        countries_repeat: by == By::Category,
    }
}

fn at_venues(view: &View<'_>, summit: SummitId) -> Table {
    let state = view.state;
    let venues =
        state.programme.venues(summit).map(|(id, v)| (Some((id, v)), vec![u64::from(state.presence.at_venue(summit, id))]));
    let name = |(id, venue): &(domain::id::VenueId, &domain::programme::Venue)| {
        let plain = format!("{} {}", venue.city, view.tongue.plain(&venue.names));
        (
            html! { span.org { (bits::flag(Some(&venue.country))) a href=(format!("venues#{id}")) { bdi { (venue.city) } " · " (view.tongue.name(&venue.names)) } } },
            plain,
        )
    };
    let remote = Figure::Remote.value(state, summit, None);
    let rows = named(view, venues.chain([(None, vec![remote])]), name, "record-elsewhere");
    Table {
        columns: vec![Figure::Present.label(view)],
        rows,
        total: vec![Figure::Present.value(state, summit, None)],
        countries_repeat: false,
    }
}

fn venues(view: &View<'_>, summit: SummitId, by: By) -> Table {
    #[derive(Default)]
    struct Sum {
        venues: u64,
        with_people: u64,
        hosts: BTreeSet<OrganisationId>,
        countries: BTreeSet<Home>,
    }
    let state = view.state;
    let sums = |key: &dyn Fn(&Home) -> Option<u32>, of: &mut BTreeMap<Option<u32>, Sum>| {
        for (id, venue) in state.programme.venues(summit) {
            let sum = of.entry(key(&venue.country)).or_default();
            sum.venues += 1;
            sum.with_people += u64::from(state.presence.at_venue(summit, id) > 0);
            sum.hosts.insert(venue.host);
            sum.countries.insert(venue.country.clone());
        }
    };
    let numbers = |sum: &Sum| vec![sum.venues, sum.with_people, sum.hosts.len() as u64, sum.countries.len() as u64];
    let homes: Vec<Home> = state.programme.hosting_countries(summit).into_iter().cloned().collect();
    let mut found = BTreeMap::new();
    let rows = if by == By::Region {
        sums(&|home| bits::region_of(view, home).map(u32::from), &mut found);
        let rows = found.iter().map(|(k, s)| (*k, numbers(s)));
        named(view, rows, |code| region(view, u16::try_from(*code).unwrap_or(0)), "record-no-region")
    } else {
        let place = |home: &Home| homes.iter().position(|h| h == home).and_then(|p| u32::try_from(p).ok());
        sums(&place, &mut found);
        let rows = found.iter().map(|(k, s)| (k.and_then(|k| homes.get(k as usize)), numbers(s)));
        named(view, rows, |home| country(view, home), "record-no-country")
    };
    let figures = [Figure::Venues, Figure::VenuesPresent, Figure::HostingOrganisations, Figure::HostingCountries];
    Table {
        columns: figures.iter().map(|f| f.label(view)).collect(),
        rows,
        total: figures.iter().map(|f| f.value(state, summit, None)).collect(),
        countries_repeat: false,
    }
}

fn endorsements(view: &View<'_>, text: Option<TextId>, by: By) -> Table {
    #[derive(Default)]
    struct Sum {
        organisations: u64,
        with_reservation: u64,
        by_key: u64,
        by_passkey: u64,
        on_paper: u64,
        unsigned: u64,
        countries: BTreeSet<Home>,
    }
    let state = view.state;
    let acts = text.and_then(|t| state.endorsements.of(t));
    let mut by_country = BTreeMap::<Option<Home>, Sum>::new();
    let mut by_region = BTreeMap::<Option<u16>, Sum>::new();
    let mut by_category = BTreeMap::<Option<Category>, Sum>::new();
    // What stands from before a correction is counted apart.
    let counted = acts.into_iter().flat_map(|a| a.standing().filter(|act| !a.is_before_correction(act)));
    for act in counted {
        let home = acts.and_then(|a| a.home_of(act.made.organisation)).cloned();
        let category = state.directory.get(act.made.organisation).map(|o| o.category);
        let sums = [
            by_region.entry(home.as_ref().and_then(|home| bits::region_of(view, home))).or_default(),
            by_category.entry(category).or_default(),
            by_country.entry(home.clone()).or_default(),
        ];
        for sum in sums {
            sum.organisations += 1;
            sum.with_reservation += u64::from(act.made.reservation.is_some());
            let way = match act.made.way {
                Way::Key => &mut sum.by_key,
                Way::Passkey => &mut sum.by_passkey,
                Way::Paper(_) => &mut sum.on_paper,
                Way::Device => &mut sum.unsigned,
            };
            *way += 1;
            sum.countries.extend(home.clone());
        }
    }
    let now = text.map(|t| state.endorsements.now(t)).unwrap_or_default();
    // A column for unsigned acts only where there are any.
    let unsigned = now.by_device > 0;
    let with = |mut all: Vec<u64>, last: u64| {
        all.extend(unsigned.then_some(last));
        all
    };
    let numbers = |s: Sum| {
        let all = vec![s.organisations, s.countries.len() as u64, s.with_reservation, s.by_key, s.by_passkey, s.on_paper];
        with(all, s.unsigned)
    };
    let rows = match by {
        By::Country | By::Venue => {
            let rows = by_country.into_iter().map(|(k, s)| (k, numbers(s)));
            named(view, rows, |home| country(view, home), "record-no-country")
        }
        By::Region => {
            let rows = by_region.into_iter().map(|(k, s)| (k, numbers(s)));
            named(view, rows, |code| region(view, *code), "record-no-region")
        }
        By::Category => {
            let rows = by_category.into_iter().map(|(k, s)| (k, numbers(s)));
            named(view, rows, |k| category(view, *k), "record-no-country")
        }
    };
    let mut columns = vec![
        Figure::EndorsingOrganisations.label(view),
        Figure::Countries.label(view),
        view.t("record-with-reservation"),
        view.t("endorsements-by-key"),
        view.t("endorsements-by-passkey"),
        view.t("record-on-paper"),
    ];
    columns.extend(unsigned.then(|| view.t("record-by-device")));
    let total = [now.organisations, now.countries, now.with_reservation, now.by_key, now.by_passkey, now.on_paper];
    Table {
        columns,
        rows,
        total: with(total.map(u64::from).to_vec(), now.by_device.into()),
        countries_repeat: by == By::Category,
    }
}

/// What the acts on a text add up to: by key, by passkey, on paper and unsigned apart, refusals as visible as endorsements.
pub fn acts(view: &View<'_>, text: TextId) -> Markup {
    let now = view.state.endorsements.now(text);
    let number = |n: u32| view.tongue.number(n);
    html! {
        dl.facts {
            dt { (view.t("endorsements-by-key")) } dd { (number(now.by_key)) }
            dt { (view.t("endorsements-by-passkey")) } dd { (number(now.by_passkey)) }
            dt { (view.t("record-on-paper")) } dd { (number(now.on_paper)) }
            @if now.by_device > 0 { dt { (view.t("record-by-device")) } dd { (number(now.by_device)) } }
            dt { (view.t("record-with-reservation")) } dd { (number(now.with_reservation)) }
            dt { (view.t("record-declined")) } dd { (number(now.declined)) }
            dt { (view.t("record-withdrawn")) } dd { (number(now.withdrawn)) }
            @if view.state.texts.get(text).is_some_and(|t| t.issued_corrections().next().is_some()) {
                dt { (view.t("endorsements-before-correction")) } dd { (number(now.before_correction)) }
            }
            @if let Some((peak, position)) = view.state.endorsements.peak(text) {
                dt { (view.t("record-peak")) }
                dd { (view.tongue.with("record-peak-value", &[("organisations", peak.organisations.into()), ("countries", peak.countries.into()), ("position", position.into())])) }
            }
        }
        p { a href=(format!("texts?of={text}")) { (view.t("record-acts")) } }
    }
}
