//! Accreditation for the secretariat: delegations by the state of their credentials, invitations, and one delegation with its decisions.
use super::{directory, members, office};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{
    accreditation::{Credentials, Delegation, Standing},
    directory::Category,
    id::{DelegationId, OrganisationId, SummitId},
    seat::Role,
};
use maud::{Markup, html};

/// `/as/<seat>/accreditation`.
pub const PAGE: Page = Page { path: "accreditation", roles: office::SECRETARIAT, render };
/// Most organisations that one press invites; pressed again, the next ones.
const INVITED_AT_ONCE: usize = 1_000;

fn render(view: &View<'_>) -> Option<Shown> {
    if let Some(of) = view.query.get("of") {
        let id: DelegationId = of.parse().ok()?;
        return one(view, id, view.state.accreditation.delegation(id)?);
    }
    let Some((summit, _)) = office::summit(view) else {
        return Some(super::message(view, "accreditation-no-summit"));
    };
    match view.query.get("view").map(String::as_str) {
        Some("invite") => Some(invite(view, summit)),
        Some("list") => Some(import(view)),
        _ => Some(list(view, summit)),
    }
}

/// What the list may be narrowed to, with the words of its tab.
const STATES: [(&str, &str); 12] = [
    ("", "all"),
    ("invited", "credentials-invited"),
    ("submitted", "credentials-submitted"),
    ("verified", "credentials-verified"),
    ("accepted", "credentials-accepted"),
    ("challenged", "credentials-challenged"),
    ("deferred", "credentials-deferred"),
    ("rejected", "credentials-rejected"),
    ("revoked", "credentials-revoked"),
    ("rivals", "accreditation-rivals"),
    ("pending", "standing-pending"),
    ("differs", "accreditation-differs"),
];

/// The category that a delegation claims and the directory does not have, for as long as its credentials are of interest.
pub(crate) fn differs(view: &View<'_>, delegation: &Delegation) -> Option<Category> {
    delegation.differing_claim(&view.state.directory).filter(|_| delegation.credentials.claims())
}

fn belongs(view: &View<'_>, id: DelegationId, delegation: &Delegation, state: &str) -> bool {
    match state {
        "" => true,
        "rivals" => delegation.credentials.claims() && view.state.accreditation.rival(id).is_some(),
        "pending" => {
            delegation.credentials.is_seated()
                && view.state.accreditation.members(id).any(|(_, m)| m.standing == Standing::Pending)
        }
        "differs" => differs(view, delegation).is_some(),
        state => delegation.credentials.as_str() == state,
    }
}

fn list(view: &View<'_>, summit: SummitId) -> Shown {
    let title = view.t("nav-accreditation");
    let state = view.query.get("state").cloned().unwrap_or_default();
    let asked = view.query.get("q").cloned().unwrap_or_default();
    let wanted = office::folded(&asked);
    let all: Vec<(DelegationId, &Delegation)> =
        view.state.accreditation.delegations().filter(|(_, d)| d.summit == summit).collect();
    let count = |state: &str| all.iter().filter(|(id, d)| belongs(view, *id, d, state)).count();
    let counts: Vec<(&str, &str, usize)> = STATES.iter().map(|(state, words)| (*state, *words, count(state))).collect();
    let found = |(id, d): &&(DelegationId, &Delegation)| {
        belongs(view, *id, d, &state) && view.state.directory.get(d.organisation).is_some_and(|o| directory::matches(o, &wanted))
    };
    let rows: Vec<(DelegationId, &Delegation)> = all.iter().filter(found).copied().collect();
    let (rows, pages) = office::paged(view, "accreditation", &[("state", &state), ("q", &asked)], rows);
    let verified = view.state.accreditation.verified(summit).count();
    let main = html! {
        div.page-title {
            h1 { (title) }
            div.button-row {
                a.button href=(view.href("accreditation?view=invite")) { (view.t("invite-open")) }
                a.button.secondary href=(view.href("accreditation?view=list")) { (view.t("representatives-import")) }
            }
        }
        @if verified > 0 {
            div.notice.info {
                p.notice-title { (view.tongue.with("waiting-verified", &[("count", verified.into())])) }
                (office::press(view, "accept-all-verified", "accept-all", "", &[("summit", summit.to_string())], "accreditation"))
            }
        }
        @if all.is_empty() {
            div.empty { p.empty-title { (view.t("secretariat-nobody-invited")) } p { (view.t("secretariat-nobody-invited-next")) }
                a.button href=(view.href("accreditation?view=invite")) { (view.t("invite-open")) } }
        } @else {
            nav.tabs aria-label=(view.t("accreditation-states")) {
                @for (key, words, number) in &counts { @if *number > 0 || *key == state {
                    a href=(view.href(&format!("accreditation?state={key}"))) aria-current=[(*key == state).then_some("page")] {
                        (view.t(words)) " (" (view.tongue.count(*number)) ")"
                    }
                } }
            }
            (directory::search(view, "accreditation", &[("state", &state)], &asked))
            @if rows.is_empty() { div.empty { p.empty-title { (view.t("nothing-found")) } p { (view.t("nothing-found-next")) } } }
            @else { (table(view, &rows)) (pages) }
        }
    };
    Shown::new(title, main).width("wide")
}

fn table(view: &View<'_>, rows: &[(DelegationId, &Delegation)]) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(view.t("delegations")) {
            table.table.cards {
                thead { tr {
                    th scope="col" { (view.t("organisation")) }
                    th scope="col" { (view.t("country")) }
                    th scope="col" { (view.t("credentials")) }
                    th scope="col" class="num" { (view.t("count-registered")) }
                    th scope="col" class="num" { (view.t("count-accredited")) }
                } }
                tbody { @for (id, d) in rows {
                    @let home = view.state.directory.get(d.organisation).and_then(|o| o.home.as_ref());
                    tr {
                        th scope="row" { a href=(view.href(&format!("accreditation?of={id}"))) { (office::organisation(view, d.organisation)) } }
                        td data-label=(view.t("country")) { (office::country(view, home)) }
                        td data-label=(view.t("credentials")) {
                            (office::credentials_tag(view, d.credentials))
                            @if d.credentials.claims() && view.state.accreditation.rival(*id).is_some() { " " span.tag.warn { (view.t("accreditation-rival")) } }
                            @if differs(view, d).is_some() { " " span.tag.warn { (view.t("accreditation-differs")) } }
                        }
                        td.num data-label=(view.t("count-registered")) { (view.tongue.number(d.registered())) }
                        td.num data-label=(view.t("count-accredited")) { (view.tongue.number(d.accredited())) }
                    }
                } }
            }
        }
    }
}

fn back(view: &View<'_>) -> Markup {
    html! { nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol { li { a href=(view.href("accreditation")) { (view.t("nav-accreditation")) } } } } }
}

fn invite(view: &View<'_>, summit: SummitId) -> Shown {
    const ACT: &str = "invite-organisation";
    let title = view.t("invite-open");
    let invited: std::collections::BTreeSet<OrganisationId> = view.state.accreditation.invited_organisations(summit).collect();
    let open: Vec<OrganisationId> = view.state.directory.iter().map(|(id, _)| id).filter(|id| !invited.contains(id)).collect();
    let all: Vec<(String, String)> = open
        .iter()
        .take(INVITED_AT_ONCE)
        .enumerate()
        .map(|(place, id)| (format!("organisations.{place}.organisation"), id.to_string()))
        .collect();
    let hidden: Vec<(&str, String)> =
        std::iter::once(("summit", summit.to_string())).chain(all.iter().map(|(n, v)| (n.as_str(), v.clone()))).collect();
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("invite-about")) }
        @if open.is_empty() {
            div.empty { p.empty-title { (view.t("invite-everybody-is")) } p { (view.t("invite-everybody-is-next")) }
                a.button href=(view.href("directory?new=organisation")) { (view.t("directory-add")) } }
        } @else {
            section.section {
                div.section-title { h2 { (view.t("invite-all")) } }
                p { (view.tongue.with("invite-all-about", &[("count", all.len().into()), ("left", open.len().into())])) }
                (office::asking(view, "invite-organisations", "invite-all", "secondary", &hidden, "accreditation", Some("invite-all-sure")))
            }
        }
        section.section {
            div.section-title { h2 { (view.t("invite-one")) } }
            (form::form(view, ACT, Some("accreditation"), html! {
                (office::hidden("summit", summit))
                (office::choose_organisation(view, ACT, Field::new("organisation", "organisation").value(view.query.get("organisation").map_or("", String::as_str)),
                    view.state.directory.iter().map(|(id, _)| id)))
                (office::person(view, ACT, "contact", None))
                div.choices { label.choice { input type="checkbox" name="rival" value="true" checked[view.typed(ACT, "rival").is_some()]; span { (view.t("invite-rival")) span.hint { (view.t("invite-rival-hint")) } } } }
                div.button-row.fill { button.button { (view.t("invite-one")) } }
            }))
        }
    };
    Shown::new(title, main).width("narrow")
}

fn import(view: &View<'_>) -> Shown {
    let title = view.t("representatives-import");
    let main = html! {
        (back(view))
        div.page-title { h1 { (title) } }
        p.lead { (view.t("import-about")) }
        (directory::upload_form(view, "upload/representatives", "import-representatives-hint", false))
    };
    Shown::new(title, main).width("narrow")
}

/// A decision that may be taken: its act, the words of its button, whether it asks for a reason, and whether it must.
struct Decision {
    to: Credentials,
    act: &'static str,
    words: &'static str,
    class: &'static str,
    reason: Option<bool>,
}

const DECISIONS: [Decision; 6] = [
    Decision { to: Credentials::Verified, act: "verify-credentials", words: "credentials-verify", class: "", reason: None },
    Decision { to: Credentials::Accepted, act: "accept-credentials", words: "credentials-accept", class: "", reason: None },
    Decision {
        to: Credentials::Challenged,
        act: "challenge-credentials",
        words: "credentials-challenge",
        class: "secondary",
        reason: Some(true),
    },
    Decision {
        to: Credentials::Deferred,
        act: "defer-credentials",
        words: "credentials-defer",
        class: "secondary",
        reason: Some(false),
    },
    Decision {
        to: Credentials::Rejected,
        act: "reject-credentials",
        words: "credentials-reject",
        class: "danger",
        reason: Some(false),
    },
    Decision {
        to: Credentials::Revoked,
        act: "revoke-credentials",
        words: "credentials-revoke",
        class: "danger",
        reason: Some(true),
    },
];

fn one(view: &View<'_>, id: DelegationId, delegation: &Delegation) -> Option<Shown> {
    let here = format!("accreditation?of={id}");
    let title = office::plain(view, delegation.organisation);
    let content = if let Some(person) = view.query.get("member") {
        let person = person.parse().ok()?;
        let member = view.state.accreditation.member(person).filter(|m| m.delegation == id)?;
        members::one(view, person, member, &here)
    } else if let Some(act) = view.query.get("do") {
        with_reason(view, id, delegation, act, &here)?
    } else {
        match view.query.get("view").map(String::as_str) {
            Some("member") => {
                html! { div.page-title { h1 { (view.t("member-add")) } } (members::add(view, id, delegation, &here)) }
            }
            Some("badges") => {
                html! { div.page-title { h1 { (view.t("badges-sheet")) } } p.muted { (view.t("badges-print")) } (members::badges(view, id, delegation)) }
            }
            _ => detail(view, id, delegation, &here),
        }
    };
    let inside = view.query.contains_key("member") || view.query.contains_key("do") || view.query.contains_key("view");
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href=(view.href("accreditation")) { (view.t("nav-accreditation")) } }
            @if inside { li { a href=(view.href(&here)) { (title) } } }
        } }
        (content)
    };
    Some(Shown::new(title, main).width(if inside && !view.query.contains_key("view") { "narrow" } else { "" }))
}

fn detail(view: &View<'_>, id: DelegationId, d: &Delegation, here: &str) -> Markup {
    let rivals: Vec<DelegationId> =
        view.state.accreditation.claims(d.summit, d.organisation).into_iter().filter(|other| *other != id).collect();
    let contact = view.people.get(d.focal_point).unwrap_or_default();
    html! {
        div.page-title {
            h1 { (office::organisation(view, d.organisation)) }
            (office::credentials_tag(view, d.credentials))
        }
        (office::steps(view, d.credentials))
        @if let Some(claimed) = differs(view, d) { (difference(view, d, claimed)) }
        (decisions(view, id, d, &rivals, here))
        dl.facts {
            @if let Some(reason) = &d.reason { dt { (view.t("reason")) } dd { bdi { (reason) } } }
            dt { (view.t("role-focal-point")) }
            dd { bdi { (members::name(view, d.focal_point)) } @if !contact.email.is_empty() { " · " bdi { (contact.email) } } }
            dt { (view.t("count-registered")) } dd { (view.tongue.number(d.registered())) }
            dt { (view.t("count-accredited")) } dd { (view.tongue.number(d.accredited())) }
        }
        section.section {
            div.section-title { h2 { (view.t("members")) }
                div.button-row {
                    a.button.secondary.compact href=(view.href(&format!("{here}&view=member"))) { (view.t("member-add")) }
                    a.button.quiet.compact href=(view.href(&format!("{here}&view=badges"))) { (view.t("badges-sheet")) }
                }
            }
            (members::table(view, id, here))
        }
        section.section {
            div.section-title { h2 { (view.t("focal-point-access")) } }
            @for (seat, _) in view.state.seats.iter().filter(|(_, s)| s.person == d.focal_point && s.role == Role::FocalPoint && !s.ended) {
                @let signed_in = view.state.seats.sessions_of(seat).count();
                p { (view.tongue.with("devices-signed-in", &[("count", signed_in.into())])) }
                (office::press(view, "reissue-invitation", "link-reissue", "secondary", &[("seat", seat.to_string())], here))
            }
        }
    }
}

/// What the delegation claims and what the directory says, side by side.
fn difference(view: &View<'_>, d: &Delegation, claimed: Category) -> Markup {
    let entered =
        view.state.directory.get(d.organisation).map(|o| office::category(view, o.category).into_owned()).unwrap_or_default();
    html! {
        div.notice.warn {
            p.notice-title { (view.t("accreditation-differs-title")) }
            p { (view.tongue.with("accreditation-differs-about", &[("claimed", office::category(view, claimed).as_ref().into()), ("entered", (&entered).into())])) }
            p { a href=(view.href(&format!("directory?of={}", d.organisation))) { (view.t("accreditation-differs-amend")) } }
        }
    }
}

fn decisions(view: &View<'_>, id: DelegationId, d: &Delegation, rivals: &[DelegationId], here: &str) -> Markup {
    let this = [("delegation", id.to_string())];
    let contested = !rivals.is_empty() && d.credentials.claims();
    let next = d.credentials.next();
    html! {
        @if contested {
            div.notice.warn {
                p.notice-title { (view.t("accreditation-contested")) }
                ul { @for rival in rivals { @if let Some(other) = view.state.accreditation.delegation(*rival) {
                    li { a href=(view.href(&format!("accreditation?of={rival}"))) { bdi { (members::name(view, other.focal_point)) } " · " (rival) } " " (office::credentials_tag(view, other.credentials)) }
                } } }
                @if d.credentials.admits_singly() { a.button.secondary href=(view.href(&format!("{here}&do=decide-rival"))) { (view.t("rival-decide")) } }
            }
        }
        div.button-row {
            @if d.credentials == Credentials::Invited && d.registered() > 0 {
                (office::press(view, "submit-credentials", "credentials-submit", "secondary", &this, here))
            }
            @for decision in DECISIONS.iter().filter(|one| next.contains(&one.to) && !(contested && one.to == Credentials::Accepted)) {
                @if decision.reason.is_none() { (office::press(view, decision.act, decision.words, decision.class, &this, here)) }
                @else { a.button.(decision.class) href=(view.href(&format!("{here}&do={}", decision.act))) { (view.t(decision.words)) } }
            }
        }
    }
}

fn with_reason(view: &View<'_>, id: DelegationId, d: &Delegation, act: &str, here: &str) -> Option<Markup> {
    let rival =
        Decision { to: Credentials::Accepted, act: "decide-rival", words: "rival-decide", class: "", reason: Some(false) };
    let decision = DECISIONS.iter().chain([&rival]).find(|one| one.act == act)?;
    let field = Field::new("reason", "reason").hint("reason-hint");
    let field = if decision.reason == Some(true) { field } else { field.optional() };
    let name = if decision.act == "decide-rival" { "seated" } else { "delegation" };
    Some(html! {
        div.page-title { h1 { (view.t(decision.words)) } }
        p.lead { (office::organisation(view, d.organisation)) }
        (form::form(view, decision.act, Some(here), html! {
            (office::hidden(name, id))
            (form::field(view, decision.act, field))
            div.button-row.fill { button.button.(decision.class) { (view.t(decision.words)) } a.button.quiet href=(view.href(here)) { (view.t("cancel")) } }
        }))
    })
}
