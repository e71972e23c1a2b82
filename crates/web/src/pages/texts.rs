//! Joint texts: the list of them, and one text as it stands, in all its languages, with what was said beside it.
mod document;
mod list;

pub use list::pagination;

use super::{
    chair::{PRESIDING, reservation_kind},
    correction,
    speaking::{self, Press},
};
use crate::view::{Page, Region, Scope, Shown, View, Who};
use app::Topic;
use domain::{
    State,
    id::{SummitId, TextId},
    language::Language,
    procedure,
    seat::Role,
    text::{Correction, Revision, Text},
};
use maud::{Markup, html};

/// `/texts`, and `/texts?of=text-1&in=fr&rev=2`.
pub const PAGE: Page = Page { path: "texts", roles: &[], render };
/// How a text stands: state, adoption, reservations and endorsements counted.
pub const STANDING: Region =
    Region { name: "text", scope: Scope::Everybody, roles: &[], polite: true, topics: standing_topics, render: standing };

/// Sponsors named; the rest are counted.
const SPONSORS: usize = 60;

fn standing_topics(_: &State, of: Option<&str>, _: &Who) -> Vec<Topic> {
    let id: Option<TextId> = of.and_then(|of| of.parse().ok());
    id.map_or_else(Vec::new, |id| vec![Topic::Text(id), Topic::Endorsements(id)])
}

fn render(view: &View<'_>) -> Option<Shown> {
    match view.query.get("of") {
        None => Some(list::render(view)),
        Some(of) => one(view, of.parse().ok()?),
    }
}

/// Whether the viewer may read the text: what was tabled is public; a draft is for those who preside and for its sponsors.
#[must_use]
pub fn may_read(view: &View<'_>, text: &Text) -> bool {
    let presides = view.who.role.is_some_and(|r| PRESIDING.contains(&r));
    let sponsors = view.who.role == Some(Role::Delegate) && view.who.organisation.is_some_and(|o| text.sponsors.contains(&o));
    text.tabled().is_some() || presides || sponsors
}

/// The revision that is shown: the one asked for, else the one that counts. A draft only to those who may read drafts.
fn shown<'a>(view: &View<'_>, text: &'a Text) -> Option<Version<'a>> {
    let presides = view.who.role.is_some_and(|r| PRESIDING.contains(&r));
    let public = |version: &Version<'_>| version.revision.tabled || presides || text.tabled().is_none();
    match view.query.get("rev") {
        Some(key) => versions(text).into_iter().filter(public).find(|v| v.key == *key),
        None => {
            let counts = speaking::revision(text)?;
            versions(text).into_iter().find(|v| std::ptr::eq(v.revision, counts))
        }
    }
}

/// A text as it stood at one time: a revision, or the adopted one as corrected.
struct Version<'a> {
    /// Its name in addresses, as [`crate::canonical::version`] reads it.
    key: String,
    revision: &'a Revision,
    /// The corrections in it, in order.
    corrections: Vec<&'a Correction>,
}

/// All versions: the revisions, and after the adopted one each correction that was issued.
fn versions(text: &Text) -> Vec<Version<'_>> {
    let adopted = text.adoption.as_ref().map(|a| a.revision);
    let mut versions = Vec::new();
    for (number, revision) in (0u32..).zip(&text.revisions) {
        versions.push(Version { key: number.to_string(), revision, corrections: Vec::new() });
        if adopted == Some(number) {
            let issued: Vec<&Correction> = text.issued_corrections().collect();
            let corrected = |n: usize| Some((n, issued.get(..n)?, issued.get(n.checked_sub(1)?)?));
            versions.extend((1..=issued.len()).filter_map(corrected).map(|(n, so_far, newest)| Version {
                key: format!("{number}c{n}"),
                revision: &newest.revision,
                corrections: so_far.to_vec(),
            }));
        }
    }
    versions
}

fn one(view: &View<'_>, id: TextId) -> Option<Shown> {
    let text = view.state.texts.get(id).filter(|t| may_read(view, t))?;
    let version = shown(view, text)?;
    let revision = version.revision;
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href="texts" { (view.t("nav-texts")) } } li aria-current="page" { (revision.symbol) }
        } }
        div.page-title { h1 { (view.tongue.name(&revision.title)) } (own_links(view, id, text)) }
        (view.region(&STANDING, Some(&id.to_string())))
        (document::render(view, id, text, &version))
        (revisions(view, id, text, &version.key))
        (sponsors(view, id, text))
    };
    Some(Shown::new(format!("{} · {}", revision.symbol, view.tongue.plain(&revision.title)), main).width("wide"))
}

/// What this viewer can go on to do with the text.
fn own_links(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    let delegate = view.who.role == Some(Role::Delegate);
    let presides = view.who.role.is_some_and(|r| PRESIDING.contains(&r));
    html! { div.button-row {
        @if delegate && text.tabled().is_some() { a.button.secondary href=(format!("reservation?of={id}")) { (view.t("text-state-position")) } }
        @if presides { a.button.secondary href=(format!("drafting?of={id}")) { (view.t("text-edit")) } }
        @if text.adoption.is_some() { a.button.secondary href=(format!("endorsements?of={id}")) { (view.t("text-endorsements")) } }
        @if !text.corrections.is_empty() { a.button.secondary href=(format!("correction?of={id}")) { (view.t("correction-title")) } }
        @if text.adoption.is_some() && view.who.role == Some(Role::Secretariat) { a.button.secondary href=(format!("correcting?of={id}")) { (view.t("text-correct")) } }
    } }
}

/// How far a text is, as a tag.
#[must_use]
pub fn state_tag(view: &View<'_>, text: &Text) -> Markup {
    match (&text.adoption, &text.consensus, text.open_for_endorsement) {
        (Some(_), _, true) => html! { span.tag.good { (view.t("text-state-open")) } },
        (Some(_), _, false) => html! { span.tag.good { (view.t("text-state-adopted")) } },
        (None, Some(_), _) => html! { span.tag.warn { (view.t("text-state-consensus")) } },
        (None, None, _) if text.tabled().is_some() => html! { span.tag.info { (view.t("text-state-tabled")) } },
        _ => html! { span.tag.off { (view.t("text-state-draft")) } },
    }
}

fn standing(view: &View<'_>, of: Option<&str>) -> Markup {
    let Some(id) = of.and_then(|of| of.parse().ok()) else { return html! {} };
    // A region has no viewer to ask who may read a draft: what is not tabled has no standing yet.
    let Some(text) = view.state.texts.get(id).filter(|t| t.tabled().is_some()) else {
        return html! { p { span.tag.off { (view.t("text-state-draft")) } } };
    };
    let counts = view.state.endorsements.now(id);
    let reservations = text.standing_reservations().count();
    html! {
        dl.facts {
            dt { (view.t("text-state")) } dd { (state_tag(view, text)) }
            @if let Some(question) = &text.consensus {
                dt { (view.t("text-consensus")) } dd {
                    (view.tongue.with("objections-count", &[("count", question.objections.len().into())]))
                    @for organisation in question.objections.keys().take(SPONSORS) { " " (speaking::organisation(view, *organisation)) }
                }
            }
            dt { (view.t("text-reservations")) } dd { (view.tongue.with("reservations-count", &[("count", reservations.into())])) }
            @if let Some(adoption) = &text.adoption {
                @let zone = view.state.programme.meeting(adoption.meeting).map_or("UTC", |m| m.zone.as_str());
                dt { (view.t(if adoption.poll.is_some() { "text-adopted-by-vote" } else { "text-adopted" })) } dd {
                    (view.tongue.long_date(adoption.at, zone)) (view.tongue.comma()) (view.tongue.time(adoption.at, zone)) " · "
                    a href=(format!("meeting?of={}", adoption.meeting)) { (speaking::meeting_title(view, adoption.meeting)) } " · "
                    @if let Some(poll) = adoption.poll { a href=(format!("polls?of={poll}")) { (view.t("poll-vote")) } " · " }
                    a href="record" { (view.tongue.with("text-position", &[("position", adoption.position.into())])) }
                }
                dt { (view.t("text-manifest")) } dd { span.mono.small { (adoption.manifest) } " " a href=(format!("/texts/{id}.{}.manifest.json", in_force(text, adoption.revision))) { (view.t("text-file")) } }
            }
        }
        (correction::standing(view, id, text))
        @if text.adoption.is_some() {
            div.figure-grid {
                a.figure href=(format!("endorsements?of={id}&at={}", view.state.position)) {
                    span.figure-value { (view.tongue.number(counts.organisations)) }
                    span.figure-label { (view.t("endorsements-organisations")) }
                    span.figure-note { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
                }
                (figure(view, counts.countries, "endorsements-countries"))
                @if text.issued_corrections().next().is_some() { (figure(view, counts.before_correction, "endorsements-before-correction")) }
                (figure(view, counts.with_reservation, "endorsements-with-reservation"))
                (figure(view, counts.declined, "endorsements-declined"))
                (figure(view, counts.withdrawn, "endorsements-withdrawn"))
            }
        }
    }
}

/// One figure with its words.
#[must_use]
pub fn figure(view: &View<'_>, n: u32, label: &str) -> Markup {
    html! { div.figure { span.figure-value { (view.tongue.number(n)) } span.figure-label { (view.t(label)) } } }
}

/// The name of the version in force.
fn in_force(text: &Text, adopted: u32) -> String {
    match text.issued_corrections().count() {
        0 => adopted.to_string(),
        n => format!("{adopted}c{n}"),
    }
}

fn revisions(view: &View<'_>, id: TextId, text: &Text, shown: &str) -> Markup {
    let presides = view.who.role.is_some_and(|r| PRESIDING.contains(&r));
    let all: Vec<Version<'_>> = versions(text).into_iter().filter(|v| v.revision.tabled || presides).collect();
    html! { @if all.len() > 1 {
        section.section { div.section-title { h2 { (view.t("text-revisions")) } }
            nav.tabs aria-label=(view.t("text-revisions")) { @for version in all {
                a href=(format!("texts?of={id}&rev={}", version.key)) aria-current=[(version.key == shown).then_some("page")] {
                    (version.corrections.last().map_or(&version.revision.symbol, |c| &c.symbol))
                }
            } }
        }
    } }
}

fn sponsors(view: &View<'_>, id: TextId, text: &Text) -> Markup {
    let own = view.who.organisation.filter(|_| view.who.role == Some(Role::Delegate));
    let of = id.to_string();
    html! {
        section.section {
            div.section-title { h2 { (view.t("text-sponsors")) } }
            @if text.sponsors.is_empty() { p.muted { (view.t("text-no-sponsors")) } }
            ul.org-list { @for organisation in text.sponsors.iter().take(SPONSORS) { li { (speaking::organisation(view, *organisation)) } } }
            @if text.sponsors.len() > SPONSORS { p.muted { (view.tongue.with("chair-list-more", &[("count", (text.sponsors.len() - SPONSORS).into())])) } }
            @if let Some(own) = own.filter(|_| text.adoption.is_none()) {
                @if text.sponsors.contains(&own) {
                    (Press::new("withdraw-sponsorship", &view.t("text-leave-sponsors"), &[("text", &of)]).class("secondary").form())
                } @else {
                    (Press::new("cosponsor-text", &view.t("text-join-sponsors"), &[("text", &of)]).class("secondary").form())
                }
            }
        }
    }
}

/// What a language calls itself where the pages know it, else its tag.
#[must_use]
pub fn language_name(language: &Language) -> String {
    crate::i18n::Tongue::all()
        .find(|t| t.tag() == language.as_str())
        .map_or_else(|| language.to_string(), |t| t.own_name().to_owned())
}

/// Writing direction of a language: right to left for Arabic, Persian, Hebrew, Urdu and their kin.
#[must_use]
pub fn direction(language: &Language) -> &'static str {
    let first = language.as_str().split('-').next().unwrap_or_default();
    if matches!(first, "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "dv" | "yi" | "sd" | "ug") { "rtl" } else { "ltr" }
}

/// The languages in which texts of a summit are authentic.
#[must_use]
pub fn official(state: &State, summit: SummitId) -> Vec<Language> {
    procedure::official_languages(state, summit)
}

/// One reservation or dissociation, with its words in their own language.
#[must_use]
pub fn reservation(view: &View<'_>, reservation: &domain::text::Reservation) -> Markup {
    html! { div.reservation {
        p { strong { (reservation_kind(view, reservation.kind)) " · " (speaking::organisation(view, reservation.organisation)) } }
        p lang=(reservation.language.as_str()) dir=(direction(&reservation.language)) { (reservation.words) }
    } }
}
