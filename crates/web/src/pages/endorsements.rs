//! The endorsements of a text: who acted and how, as of a position of the record. What declines or reserves is as visible as what endorses.
use super::{
    bits, check,
    delegate::act_tag,
    speaking,
    texts::{direction, figure, pagination},
};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State,
    command::Way,
    country,
    directory::Home,
    endorsement::{Act, ActKind, Counts},
    id::{OrganisationId, TextId},
    text::Text,
};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// `/endorsements?of=text-1&at=18204&by=country`.
pub const PAGE: Page = Page { path: "endorsements", roles: &[], render };
/// The totals now.
pub const TOTALS: Region =
    Region { name: "endorsements", scope: Scope::Everybody, roles: &[], polite: true, topics, render: totals };

/// Rows on one page.
const ON_PAGE: usize = 200;

fn topics(_: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    of.and_then(|of| of.parse().ok()).map_or_else(Vec::new, |id| vec![Topic::Endorsements(id), Topic::Text(id)])
}

/// By what the acts are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Organisation,
    Country,
    Region,
    Act,
}

impl By {
    const ALL: [Self; 4] = [Self::Organisation, Self::Country, Self::Region, Self::Act];
    const fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Country => "country",
            Self::Region => "region",
            Self::Act => "act",
        }
    }
    fn label(self, view: &View<'_>) -> std::borrow::Cow<'static, str> {
        match self {
            Self::Organisation => view.t("endorsements-by-organisation"),
            Self::Country => view.t("endorsements-by-country"),
            Self::Region => view.t("endorsements-by-region"),
            Self::Act => view.t("endorsements-by-act"),
        }
    }
}

/// The text asked for; else the one that is open for endorsement; else the one adopted last.
fn text_of<'a>(view: &View<'a>) -> Option<(TextId, &'a Text)> {
    let state = view.state;
    let id = match view.query.get("of") {
        Some(of) => of.parse().ok(),
        None => {
            let adopted = || state.texts.iter().filter(|(_, t)| t.adoption.is_some());
            adopted().filter(|(_, t)| t.open_for_endorsement).last().or_else(|| adopted().last()).map(|(id, _)| id)
        }
    };
    id.and_then(|id| Some((id, state.texts.get(id)?))).filter(|(_, t)| t.adoption.is_some())
}

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("endorsements-title");
    let Some((id, text)) = text_of(view) else {
        if view.query.contains_key("of") {
            return None;
        }
        let empty = html! { h1 { (title) } div.empty { p.empty-title { (view.t("endorsements-none")) } p { (view.t("endorsements-none-next")) } a.button href="texts" { (view.t("nav-texts")) } } };
        return Some(Shown::new(title, empty));
    };
    let at = view.asked::<u64>("at").filter(|at| *at < view.state.position);
    let by = By::ALL.into_iter().find(|by| view.query.get("by").is_some_and(|w| w == by.word())).unwrap_or(By::Organisation);
    let acts: Vec<&Act> = view
        .state
        .endorsements
        .of(id)
        .map_or(&[][..], |a| a.all())
        .iter()
        .filter(|a| at.is_none_or(|at| a.position <= at))
        .collect();
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="texts" { (view.t("nav-texts")) } }
            li { a href=(format!("texts?of={id}")) { (speaking::revision(text).map_or(&text.symbol, |r| &r.symbol)) } }
            li aria-current="page" { (title) }
        } }
        h1 { (title) }
        p.lead { (speaking::text_title(view, text)) }
        @match at {
            None => (view.region(&TOTALS, Some(&id.to_string()))),
            Some(at) => {
                div.notice.info { p { (view.tongue.with("endorsements-as-of", &[("position", at.into())])) " " a href=(format!("endorsements?of={id}")) { (view.t("endorsements-now")) } } }
                (figures(view, id, view.state.endorsements.as_of(id, at), at))
            }
        }
        (position_form(view, id, at, by))
        nav.tabs aria-label=(view.t("endorsements-shown-by")) { @for other in By::ALL {
            a href=(link(id, at, other)) aria-current=[(other == by).then_some("page")] { (other.label(view)) }
        } }
        @if acts.is_empty() { div.empty { p.empty-title { (view.t("endorsements-no-acts")) } p { (view.t("endorsements-no-acts-next")) } } }
        @else { (table(view, id, at, by, &acts)) }
        (check::of_text(view, id))
    };
    Some(Shown::new(title, main).width("wide"))
}

fn link(id: TextId, at: Option<u64>, by: By) -> String {
    let at = at.map(|at| format!("&at={at}")).unwrap_or_default();
    format!("endorsements?of={id}{at}&by={}", by.word())
}

fn position_form(view: &View<'_>, id: TextId, at: Option<u64>, by: By) -> Markup {
    html! {
        form.filters method="get" action="endorsements" {
            input type="hidden" name="of" value=(id);
            input type="hidden" name="by" value=(by.word());
            div.field { label for="f-at" { (view.t("endorsements-position")) }
                input.input.short id="f-at" name="at" type="number" min="0" max=(view.state.position) value=(at.unwrap_or(view.state.position)); }
            button.button.secondary { (view.t("endorsements-show")) }
        }
    }
}

fn totals(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(id) = of.and_then(|of| of.parse().ok()) else { return html! {} };
    figures(view, id, view.state.endorsements.now(id), view.state.position)
}

fn figures(view: &View<'_>, id: TextId, counts: Counts, at: u64) -> Markup {
    let corrected = view.state.texts.get(id).is_some_and(|t| t.manifest_at(at) != t.first_manifest());
    html! {
        div.figure-grid {
            a.figure href=(format!("endorsements?of={id}&at={at}")) {
                span.figure-value { (view.tongue.number(counts.organisations)) }
                span.figure-label { (view.t("endorsements-organisations")) }
                span.figure-note { (view.tongue.with("as-of-position", &[("position", at.into())])) }
            }
            (figure(view, counts.countries, "endorsements-countries"))
            @if corrected { (figure(view, counts.before_correction, "endorsements-before-correction")) }
            (figure(view, counts.with_reservation, "endorsements-with-reservation"))
            (figure(view, counts.declined, "endorsements-declined"))
            (figure(view, counts.withdrawn, "endorsements-withdrawn"))
        }
        @if corrected { p { (view.t("endorsements-before-correction-why")) " " a href=(format!("correction?of={id}")) { (view.t("correction-look")) } } }
        (ways(view, counts))
        @if let Some((peak, position)) = view.state.endorsements.peak(id).filter(|(peak, _)| peak.organisations > counts.organisations) {
            p.muted { (view.tongue.with("endorsements-peak", &[
                ("organisations", peak.organisations.into()), ("countries", peak.countries.into()), ("position", position.into()),
            ])) }
        }
    }
}

/// How the organisations that endorse did so, each way apart. Unsigned acts stand here only where there are any.
fn ways(view: &View<'_>, counts: Counts) -> Markup {
    html! {
        h2 { (view.t("endorsements-ways")) }
        div.figure-grid {
            (figure(view, counts.by_key, "endorsements-by-key"))
            (figure(view, counts.by_passkey, "endorsements-by-passkey"))
            (figure(view, counts.on_paper, "endorsements-on-paper"))
            @if counts.by_device > 0 { (figure(view, counts.by_device, "endorsements-by-device")) }
        }
    }
}

fn table(view: &View<'_>, id: TextId, at: Option<u64>, by: By, acts: &[&Act]) -> Markup {
    let known = view.state.endorsements.of(id);
    // Now it counts for the country it has now, and not while it has no seat; of an earlier position the acts alone tell.
    // What stands from before a correction is counted apart.
    let text = view.state.texts.get(id);
    let in_force = |a: &Act| text.is_none_or(|t| t.manifest_at(a.position) == t.manifest_at(at.unwrap_or(view.state.position)));
    let counted: Vec<&Act> = newest_acts(acts)
        .filter(|a| !a.made.kind.stands() || in_force(a))
        .filter(|a| at.is_some() || !known.is_some_and(|k| k.is_away(a.made.organisation)))
        .collect();
    let home = |act: &Act| match at {
        None => known.and_then(|k| k.home_of(act.made.organisation)).cloned(),
        Some(_) => act.made.home.clone(),
    };
    match by {
        By::Act => act_table(view, id, acts, &format!("{}&", link(id, at, by))),
        By::Organisation => act_table(view, id, &newest(view, acts), &format!("{}&", link(id, at, by))),
        By::Country => groups(view, "endorsements-country", grouped(&counted, home), |home| match home {
            Some(home) => html! { (home_flag(home)) (bits::country(view, home)) },
            None => html! { (view.t("endorsements-international")) },
        }),
        By::Region => groups(
            view,
            "endorsements-region",
            grouped(&counted, |act| home(act).as_ref().and_then(|home| bits::region_of(view, home))),
            |region| match region {
                Some(region) => html! { (country::region(*region).map_or("—", |r| r.name(view.tongue.tag()))) },
                None => html! { (view.t("endorsements-no-region")) },
            },
        ),
    }
}

/// Each organisation's newest act, by organisation.
fn newest_acts<'a>(acts: &[&'a Act]) -> impl Iterator<Item = &'a Act> {
    let newest: BTreeMap<OrganisationId, &Act> = acts.iter().map(|act| (act.made.organisation, *act)).collect();
    newest.into_values()
}

/// Each organisation's newest act, endorsements and declinations alike, in the alphabetical order of the viewer's language.
fn newest<'a>(view: &View<'_>, acts: &[&'a Act]) -> Vec<&'a Act> {
    let mut named: Vec<(String, &Act)> =
        newest_acts(acts).map(|act| (speaking::plain_name(view, act.made.organisation), act)).collect();
    named.sort_by(|(a, _), (b, _)| view.tongue.compare(a, b));
    named.into_iter().map(|(_, act)| act).collect()
}

fn act_table(view: &View<'_>, id: TextId, acts: &[&Act], link: &str) -> Markup {
    let known = view.state.endorsements.of(id);
    let page = view.asked::<usize>("page").unwrap_or(1).max(1);
    let zone = main_zone(view);
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("endorsements-title")) { table.table.cards {
            thead { tr {
                th scope="col" { (view.t("organisation")) } th scope="col" { (view.t("endorsements-act")) }
                th scope="col" class="num" { (view.t("endorsements-number")) } th scope="col" class="num" { (view.t("endorsements-at")) } th scope="col" { (view.t("endorsements-when")) }
            } }
            tbody { @for act in acts.iter().skip((page - 1) * ON_PAGE).take(ON_PAGE) {
                tr {
                    th scope="row" { (speaking::organisation(view, act.made.organisation)) }
                    td data-label=(view.t("endorsements-act")) {
                        (act_tag(view, act.made.kind))
                        " " span.muted { (way(view, &act.made.way)) }
                        @if known.is_some_and(|k| k.is_before_correction(act)) { " " span.tag.plain { (view.t("endorsements-from-before")) } }
                        @if let Some(statement) = &act.made.reservation {
                            p.reservation lang=(statement.language.as_str()) dir=(direction(&statement.language)) { (statement.words) }
                        }
                    }
                    td.num data-label=(view.t("endorsements-number")) { (view.tongue.number(act.made.number)) }
                    td.num data-label=(view.t("endorsements-at")) { (view.tongue.position(act.position)) }
                    td data-label=(view.t("endorsements-when")) { (view.tongue.date(act.at, &zone)) (view.tongue.comma()) (view.tongue.time(act.at, &zone)) }
                }
            } }
        } }
        (pagination(view, link, page, acts.len().div_ceil(ON_PAGE)))
    }
}

/// The words for the way in which an act came in.
pub(super) fn way(view: &View<'_>, way: &Way) -> std::borrow::Cow<'static, str> {
    view.t(match way {
        Way::Key => "way-key",
        Way::Passkey => "way-passkey",
        Way::Paper(_) => "way-paper",
        Way::Device => "way-session",
    })
}

fn main_zone(view: &View<'_>) -> String {
    let programme = &view.state.programme;
    let main = programme.current().and_then(|s| programme.summit(s)).and_then(|s| s.main_venue());
    main.and_then(|v| programme.venue(v)).map_or_else(|| "UTC".to_owned(), |v| v.zone.as_str().to_owned())
}

/// Organisations of one group by how they stand, and the countries of those that endorse.
#[derive(Default)]
struct Group {
    endorse: u32,
    reserved: u32,
    declined: u32,
    withdrawn: u32,
    homes: BTreeSet<Home>,
}

fn grouped<K: Ord>(acts: &[&Act], key: impl Fn(&Act) -> K) -> BTreeMap<K, Group> {
    let mut groups: BTreeMap<K, Group> = BTreeMap::new();
    for act in newest_acts(acts) {
        let group = groups.entry(key(act)).or_default();
        match act.made.kind {
            ActKind::Endorse => group.endorse += 1,
            ActKind::EndorseWithReservation => {
                group.endorse += 1;
                group.reserved += 1;
            }
            ActKind::Decline => group.declined += 1,
            ActKind::Withdraw => group.withdrawn += 1,
        }
        if act.made.kind.stands() {
            group.homes.extend(act.made.home.clone());
        }
    }
    groups
}

fn groups<K>(view: &View<'_>, heading: &str, groups: BTreeMap<K, Group>, name: impl Fn(&K) -> Markup) -> Markup {
    let heading = view.t(heading);
    let columns = [
        view.t("endorsements-organisations"),
        view.t("endorsements-countries"),
        view.t("endorsements-with-reservation"),
        view.t("endorsements-declined"),
        view.t("endorsements-withdrawn"),
    ];
    html! { div.table-wrap tabindex="0" role="region" aria-label=(heading) { table.table.cards {
        thead { tr { th scope="col" { (heading) } @for column in &columns { th scope="col" class="num" { (column) } } } }
        tbody { @for (key, group) in &groups {
            @let cells = [group.endorse, u32::try_from(group.homes.len()).unwrap_or(u32::MAX), group.reserved, group.declined, group.withdrawn];
            tr { th scope="row" { span.org { (name(key)) } } @for (cell, column) in cells.into_iter().zip(&columns) { td.num.nil[cell == 0] data-label=(column) { (view.tongue.number(cell)) } } }
        } }
    } } }
}

fn home_flag(home: &Home) -> Markup {
    html! { @if let Some(flag) = crate::assets::flag_href(home.as_str()) { img.flag src=(flag) alt="" width="24" height="16"; } }
}
