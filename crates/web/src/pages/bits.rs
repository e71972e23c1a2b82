//! Small parts that the public pages share: names of organisations, places, kinds and times.
use crate::{assets, view::View};
use domain::{
    Moment, State, country,
    directory::{Category, Home},
    id::{OrganisationId, SummitId, TextId},
    programme::{Date, Item, ItemKind, MeetingKind, Zone},
};
use maud::{Markup, html};
use std::borrow::Cow;

/// The summit that the public pages show: the current one, else the newest closed one, kept as an archive.
#[must_use]
pub fn newest_summit(state: &State) -> Option<SummitId> {
    state.programme.current().or_else(|| state.programme.summits().last().map(|(id, _)| id))
}

/// [`newest_summit`] of a view.
#[must_use]
pub fn summit(view: &View<'_>) -> Option<SummitId> {
    newest_summit(view.state)
}

/// The text that headline figures speak of: the newest that is open for endorsement, else the newest that was acted on.
#[must_use]
pub fn newest_endorsed(state: &State, summit: SummitId) -> Option<TextId> {
    let of_summit = || state.texts.iter().filter(|(_, t)| t.summit == summit);
    let open = of_summit().filter(|(_, t)| t.open_for_endorsement).last();
    let acted = || of_summit().filter(|(id, _)| state.endorsements.of(*id).is_some()).last();
    open.or_else(acted).map(|(id, _)| id)
}

/// [`newest_endorsed`] of a view.
#[must_use]
pub fn endorsed_text(view: &View<'_>, summit: SummitId) -> Option<TextId> {
    newest_endorsed(view.state, summit)
}

/// A home's flag; the name stands beside it, so the picture says nothing of its own.
#[must_use]
pub fn flag(home: Option<&Home>) -> Markup {
    html! {
        @match home.and_then(|h| assets::flag_href(h.as_str())) {
            Some(flag) => img.flag src=(flag) alt="" width="24" height="16";,
            None => {}
        }
    }
}

/// Flag or emblem of an organisation, and its name linked to its page.
#[must_use]
pub fn organisation(view: &View<'_>, id: OrganisationId) -> Markup {
    let Some(organisation) = view.state.directory.get(id) else { return html! { (id) } };
    html! {
        span.org {
            (emblem(view, id))
            a href=(format!("organisations?of={id}")) { (view.tongue.name(&organisation.names)) }
        }
    }
}

/// The flag of an organisation's home; of an international body the letters of its short name.
#[must_use]
pub fn emblem(view: &View<'_>, id: OrganisationId) -> Markup {
    let Some(organisation) = view.state.directory.get(id) else { return html! {} };
    if organisation.home.is_some() {
        return flag(organisation.home.as_ref());
    }
    let short = organisation.short_name.as_ref().map_or_else(|| plain_name(view, id), ToString::to_string);
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    html! { span.emblem aria-hidden="true" { (letters.to_uppercase()) } }
}

/// An organisation's name as plain text; its id when it left the directory.
#[must_use]
pub fn plain_name(view: &View<'_>, id: OrganisationId) -> String {
    view.state.directory.get(id).map_or_else(|| id.to_string(), |o| view.tongue.plain(&o.names))
}

/// A home's name in the viewer's language: the convener's, or the country's; a code that nobody names as it is.
#[must_use]
pub fn country(view: &View<'_>, home: &Home) -> String {
    view.places.name(home.as_str(), view.tongue.tag()).unwrap_or(home.as_str()).to_owned()
}

/// What a home is ordered by in lists: its name, unless the convener orders it otherwise.
#[must_use]
pub fn country_order(view: &View<'_>, home: &Home) -> String {
    view.places.sort_key(home.as_str(), view.tongue.tag()).unwrap_or(home.as_str()).to_owned()
}

/// The region (a continent of UN M49) in which a home lies, or is counted by the convener.
#[must_use]
pub fn region_of(view: &View<'_>, home: &Home) -> Option<u16> {
    Some(view.places.region(home.as_str()).0).filter(|code| *code != 0)
}

/// A region's name in the viewer's language.
#[must_use]
pub fn region(view: &View<'_>, code: u16) -> String {
    country::region(code).map_or_else(|| code.to_string(), |region| region.name(view.tongue.tag()).to_owned())
}

/// What a category is called.
#[must_use]
pub fn category(view: &View<'_>, category: Category) -> Cow<'static, str> {
    match category {
        Category::Member => view.t("category-member"),
        Category::Associate => view.t("category-associate"),
        Category::Observer => view.t("category-observer"),
        Category::Partner => view.t("category-partner"),
        Category::Guest => view.t("category-guest"),
        Category::Media => view.t("category-media"),
    }
}

/// What a kind of meeting is called.
#[must_use]
pub fn meeting_kind(view: &View<'_>, kind: MeetingKind) -> Cow<'static, str> {
    match kind {
        MeetingKind::Plenary => view.t("meeting-kind-plenary"),
        MeetingKind::HighLevelMeeting => view.t("meeting-kind-high-level-meeting"),
        MeetingKind::ThematicBriefing => view.t("meeting-kind-thematic-briefing"),
        MeetingKind::SideEvent => view.t("meeting-kind-side-event"),
        MeetingKind::PressConference => view.t("meeting-kind-press-conference"),
    }
}

/// What a kind of agenda item is called; nothing for one of no particular kind.
#[must_use]
pub fn item_kind(view: &View<'_>, kind: ItemKind) -> Option<Cow<'static, str>> {
    match kind {
        ItemKind::GeneralDebate => Some(view.t("item-kind-general-debate")),
        ItemKind::Consideration => Some(view.t("item-kind-consideration")),
        ItemKind::Adoption => Some(view.t("item-kind-adoption")),
        ItemKind::Other => None,
    }
}

/// The kind of an agenda item, where its title does not say just that.
#[must_use]
pub fn item_kind_beside(view: &View<'_>, item: &Item) -> Option<Cow<'static, str>> {
    item_kind(view, item.kind).filter(|kind| !view.tongue.plain(&item.titles).eq_ignore_ascii_case(kind))
}

/// From when to when, on the clock of a place; the script adds the viewer's own time where it differs.
#[must_use]
pub fn hours(view: &View<'_>, start: Moment, end: Moment, zone: &Zone) -> Markup {
    let time = |at| view.tongue.time(at, zone.as_str());
    html! { local-time datetime=(machine(start)) data-zone=(zone) { span.nowrap { (time(start)) " – " (time(end)) } } }
}

/// A name inside a sentence: kept apart from it where the sentence runs from right to left and the name may not.
#[must_use]
pub fn apart(view: &View<'_>, name: String) -> String {
    if view.tongue.dir() == "rtl" { format!("\u{2068}{name}\u{2069}") } else { name }
}

/// A moment for machines, to the second in UTC.
#[must_use]
pub fn machine(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|t| t.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}

/// A day of the calendar with its day of the week.
#[must_use]
pub fn long_day(view: &View<'_>, date: Date) -> String {
    noon(date).map_or_else(|| date.to_string(), |at| view.tongue.long_date(at, "UTC"))
}

/// A day of the calendar.
#[must_use]
pub fn day(view: &View<'_>, date: Date) -> String {
    noon(date).map_or_else(|| date.to_string(), |at| view.tongue.date(at, "UTC"))
}

/// From a first to a last day; one day stands alone.
#[must_use]
pub fn days(view: &View<'_>, first: Date, last: Date) -> String {
    if first == last {
        return day(view, first);
    }
    view.tongue.with("front-dates", &[("opens", (&day(view, first)).into()), ("closes", (&day(view, last)).into())])
}

fn noon(date: Date) -> Option<Moment> {
    let noon = jiff::tz::TimeZone::UTC.to_timestamp(date.0.at(12, 0, 0, 0)).ok()?;
    Some(Moment(noon.as_millisecond()))
}

/// The organisations in order of precedence where the lot was drawn, in the viewer's alphabetical order otherwise.
#[must_use]
pub fn in_order(
    view: &View<'_>,
    summit: Option<SummitId>,
    organisations: impl IntoIterator<Item = OrganisationId>,
) -> Vec<OrganisationId> {
    let drawn = summit.and_then(|id| view.state.programme.summit(id)).and_then(|s| s.precedence.as_ref());
    if let Some(drawn) = drawn {
        let tongue = crate::i18n::Tongue::from_tag(drawn.language.as_str()).unwrap_or_default();
        return drawn.order(&view.state.directory, organisations, &|a, b| tongue.compare(a, b));
    }
    let directory = &view.state.directory;
    let mut named: Vec<(String, OrganisationId)> =
        organisations.into_iter().filter_map(|id| Some((view.tongue.plain(&directory.get(id)?.names), id))).collect();
    named.sort_by(|a, b| view.tongue.compare(&a.0, &b.0).then(a.1.cmp(&b.1)));
    named.into_iter().map(|(_, id)| id).collect()
}
