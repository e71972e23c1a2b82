//! The members of a delegation: the table that the secretariat and the focal point share, and the forms for one member.
use super::office;
use crate::{
    form::{self, Field},
    photos,
    view::View,
};
use domain::{
    accreditation::{Delegation, DelegationLimits, Member, Rank, Standing},
    id::{DelegationId, PersonId},
    seat::Role,
};
use maud::{Markup, html};

/// Everybody on the delegation by rank; withdrawn members last. `page` is where the table stands, such as `delegation`.
pub(crate) fn table(view: &View<'_>, id: DelegationId, page: &str) -> Markup {
    let mut members: Vec<(PersonId, &Member)> = view.state.accreditation.members(id).collect();
    members.sort_by_key(|(_, m)| (!m.is_registered(), m.rank));
    if members.is_empty() {
        return html! { div.empty { p.empty-title { (view.t("members-none")) } p { (view.t("members-none-next")) } } };
    }
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("members")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("person-name")) }
                    th scope="col" { (view.t("rank")) }
                    th scope="col" { (view.t("standing")) }
                    th scope="col" { (view.t("present-where")) }
                    th scope="col" { span.visually-hidden { (view.t("actions")) } }
                } }
                tbody { @for (person, member) in &members { (row(view, *person, member, page)) } }
            }
        }
    }
}

fn row(view: &View<'_>, person: PersonId, member: &Member, page: &str) -> Markup {
    let name = name(view, person);
    let details = view.people.get(person).unwrap_or_default();
    html! {
        tr {
            th scope="row" { (photos::image(view, person, "small")) bdi { (name) } @if !details.function.is_empty() { br; span.small.muted { bdi { (details.function) } } } }
            td data-label=(view.t("rank")) {
                (office::rank(view, member.rank))
                @if member.acting { " · " (view.t("rank-acting")) }
            }
            td data-label=(view.t("standing")) { (office::standing_tag(view, member.standing)) }
            td data-label=(view.t("present-where")) { (whereabouts(view, person)) }
            td { @if member.is_registered() && member.standing != Standing::Ended {
                a href=(view.href(&format!("{page}{}member={person}", if page.contains('?') { '&' } else { '?' }))) {
                    (view.t("amend")) span.visually-hidden { " " (name) }
                }
            } }
        }
    }
}

/// A person's name, or that it was erased.
pub(crate) fn name(view: &View<'_>, person: PersonId) -> String {
    view.people.name(person).filter(|name| !name.is_empty()).unwrap_or_else(|| view.t("person-unnamed").into_owned())
}

/// Where somebody is present.
pub(crate) fn whereabouts(view: &View<'_>, person: PersonId) -> Markup {
    use domain::presence::Place;
    match view.state.presence.place(person) {
        Some(Place::Venue(venue)) => {
            html! { @if let Some(venue) = view.state.programme.venue(venue) { (view.tongue.name(&venue.names)) } }
        }
        Some(Place::Remote) => html! { (view.t("present-remote")) },
        None => html! { span.muted { (view.t("present-not")) } },
    }
}

/// The form for a new member.
pub(crate) fn add(view: &View<'_>, id: DelegationId, delegation: &Delegation, next: &str) -> Markup {
    const ACT: &str = "enter-member";
    let open = open_ranks(view, delegation);
    if open.is_empty() {
        return html! { p.muted { (view.t("members-full")) } };
    }
    form::form(
        view,
        ACT,
        Some(next),
        html! {
            (office::hidden("delegation", id))
            (form::select(view, ACT, Field::new("rank", "rank").hint("rank-hint").value(open[0].0.as_str()), &open))
            (office::person(view, ACT, "person", None))
            div.button-row.fill { button.button { (view.t("member-add")) } }
        },
    )
}

/// The ranks that still have a place, with how many.
fn open_ranks(view: &View<'_>, delegation: &Delegation) -> Vec<(String, String)> {
    let Some(summit) = view.state.programme.summit(delegation.summit) else { return Vec::new() };
    let limits = DelegationLimits::of_profile(&summit.rules.delegation);
    let left = |rank: Rank| limits.of(rank).saturating_sub(delegation.of_rank(rank));
    let words = |rank: Rank| {
        view.tongue.with("rank-left", &[("rank", office::rank(view, rank).as_ref().into()), ("left", left(rank).into())])
    };
    Rank::ALL.into_iter().filter(|rank| left(*rank) > 0).map(|rank| (rank.as_str().to_owned(), words(rank))).collect()
}

/// The forms for one member: details, designation, badge, link, withdrawal.
pub(crate) fn one(view: &View<'_>, person: PersonId, member: &Member, next: &str) -> Markup {
    const ACT: &str = "amend-member";
    let details = view.people.get(person);
    let ranks: Vec<(String, String)> =
        Rank::ALL.into_iter().map(|r| (r.as_str().to_owned(), office::rank(view, r).into_owned())).collect();
    let secretariat = view.who.role == Some(Role::Secretariat);
    let this = [("person", person.to_string())];
    html! {
        div.page-title { h1 { bdi { (name(view, person)) } } (office::standing_tag(view, member.standing)) }
        (form::form(view, ACT, Some(next), html! {
            (office::hidden("person", person))
            (form::select(view, ACT, Field::new("rank", "rank").value(member.rank.as_str()), &ranks))
            (office::person(view, ACT, "details", details.as_ref()))
            div.button-row.fill { button.button { (view.t("save")) } a.button.quiet href=(view.href(next)) { (view.t("cancel")) } }
        }))
        section.section {
            div.section-title { h2 { (view.t("photo-title")) } }
            (photos::forms(view, person, &format!("{next}{}member={person}", if next.contains('?') { '&' } else { '?' })))
        }
        section.section {
            div.section-title { h2 { (view.t("member-acts")) } }
            div.stack {
                @if member.rank == Rank::Alternate {
                    @if member.acting {
                        (office::press(view, "designate-alternate", "member-undesignate", "secondary", &[this[0].clone(), ("ended", "true".to_owned())], next))
                    } @else { (office::press(view, "designate-alternate", "member-designate", "secondary", &this, next)) }
                }
                @if secretariat && member.standing == Standing::Pending { (office::press(view, "accept-member", "member-accept", "", &this, next)) }
                @if let Some(seat) = member.seat().filter(|_| secretariat) {
                    (office::press(view, "reissue-invitation", "link-reissue", "secondary", &[("seat", seat.to_string())], next))
                    (office::asking(view, "reissue-badge", "badge-reissue", "secondary", &this, next, Some("badge-reissue-sure")))
                }
                (office::asking(view, "withdraw-member", "member-withdraw", "danger", &this, next, Some("member-withdraw-sure")))
            }
        }
    }
}

/// The printable sheet of badges of a delegation.
pub(crate) fn badges(view: &View<'_>, id: DelegationId, delegation: &Delegation) -> Markup {
    let accredited: Vec<PersonId> =
        view.state.accreditation.members(id).filter(|(_, m)| m.is_accredited()).map(|(person, _)| person).collect();
    html! {
        @if accredited.is_empty() { div.empty { p.empty-title { (view.t("badges-none")) } p { (view.t("badges-none-next")) } } }
        div.badges { @for person in accredited {
            @let details = view.people.get(person).unwrap_or_default();
            div.badge {
                p.eyebrow { (crate::frame::summit_name(view)) }
                (photos::image(view, person, ""))
                p { strong { bdi { (name(view, person)) } } }
                p { (office::organisation(view, delegation.organisation)) }
                @if let Some(member) = view.state.accreditation.member(person) { p.small { (office::rank(view, member.acts_as())) } }
                @if details.badge_code.is_empty() { p.muted { (view.t("badge-erased")) } } @else { p.badge-code { (spaced(&details.badge_code)) } }
            }
        } }
    }
}

/// A code in two groups, easier to read out and to type.
pub(crate) fn spaced(code: &str) -> String {
    match code.split_at_checked(code.len() / 2) {
        Some((first, second)) if code.len() > 5 => format!("{first}-{second}"),
        _ => code.to_owned(),
    }
}
