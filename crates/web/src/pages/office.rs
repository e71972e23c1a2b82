//! Parts that the secretariat's pages share: names in several languages, choices of organisations and countries, flags, long lists in pages.
use crate::{
    form::{self, Field},
    i18n::TAGS,
    view::View,
};
use domain::{
    accreditation::{Credentials, Rank, Standing},
    directory::Home,
    id::{OrganisationId, SummitId},
    language::InLanguages,
    programme::Summit,
    seat::Role,
};
use maud::{Markup, html};
use std::{borrow::Cow, fmt::Display};

pub(crate) use super::bits::{category, flag, plain_name as plain};

/// The secretariat alone.
pub(crate) const SECRETARIAT: &[Role] = &[Role::Secretariat];
/// Rows of a long list on one page.
pub(crate) const ROWS: usize = 50;
/// Most organisations offered in one choice; beyond it the id is typed.
const CHOICES: usize = 2_000;

/// The summit that is prepared or held now.
pub(crate) fn summit<'a>(view: &View<'a>) -> Option<(SummitId, &'a Summit)> {
    let id = view.state.programme.current()?;
    Some((id, view.state.programme.summit(id)?))
}

/// Name of an organisation with its flag.
pub(crate) fn organisation(view: &View<'_>, id: OrganisationId) -> Markup {
    let Some(entry) = view.state.directory.get(id) else { return html! { (id) } };
    html! { span.org { (flag(entry.home.as_ref())) (view.tongue.name(&entry.names)) } }
}

/// The name of a home in the viewer's language, or that the body is international.
pub(crate) fn country(view: &View<'_>, home: Option<&Home>) -> String {
    home.map_or_else(|| view.t("international").into_owned(), |home| super::bits::country(view, home))
}

/// Words of a role.
pub(crate) fn role(view: &View<'_>, role: Role) -> Cow<'static, str> {
    view.t(match role {
        Role::Secretariat => "role-secretariat",
        Role::Chair => "role-chair",
        Role::FocalPoint => "role-focal-point",
        Role::Delegate => "role-delegate",
        Role::VenueOperator => "role-venue-operator",
        Role::Director => "role-director",
        Role::Interpreter => "role-interpreter",
        Role::Observer => "role-observer",
    })
}

/// Words of a rank.
pub(crate) fn rank(view: &View<'_>, rank: Rank) -> Cow<'static, str> {
    view.t(match rank {
        Rank::Head => "rank-head",
        Rank::Representative => "rank-representative",
        Rank::Alternate => "rank-alternate",
        Rank::Adviser => "rank-adviser",
    })
}

/// Words of a state of credentials.
pub(crate) fn credentials(view: &View<'_>, credentials: Credentials) -> Cow<'static, str> {
    view.t(match credentials {
        Credentials::Invited => "credentials-invited",
        Credentials::Submitted => "credentials-submitted",
        Credentials::Verified => "credentials-verified",
        Credentials::Accepted => "credentials-accepted",
        Credentials::Challenged => "credentials-challenged",
        Credentials::Deferred => "credentials-deferred",
        Credentials::Rejected => "credentials-rejected",
        Credentials::Revoked => "credentials-revoked",
    })
}

/// A state of credentials as a tag.
pub(crate) fn credentials_tag(view: &View<'_>, state: Credentials) -> Markup {
    let mood = match state {
        Credentials::Invited => "off",
        Credentials::Submitted | Credentials::Verified => "info",
        Credentials::Accepted => "good",
        Credentials::Challenged | Credentials::Deferred => "warn",
        Credentials::Rejected | Credentials::Revoked => "bad",
    };
    html! { span.tag.(mood) { (credentials(view, state)) } }
}

/// A member's standing as a tag.
pub(crate) fn standing_tag(view: &View<'_>, standing: Standing) -> Markup {
    let (mood, words) = match standing {
        Standing::Entered => ("info", "standing-entered"),
        Standing::Pending => ("warn", "standing-pending"),
        Standing::Accredited(_) => ("good", "standing-accredited"),
        Standing::Withdrawn => ("off", "standing-withdrawn"),
        Standing::Ended => ("bad", "standing-ended"),
    };
    html! { span.tag.(mood) { (view.t(words)) } }
}

/// The four steps of a delegation's way, or the state that left it.
pub(crate) fn steps(view: &View<'_>, state: Credentials) -> Markup {
    const WAY: [Credentials; 4] = [Credentials::Invited, Credentials::Submitted, Credentials::Verified, Credentials::Accepted];
    let reached = WAY.iter().position(|s| *s == state).unwrap_or(WAY.len());
    html! {
        ol.steps {
            @for (place, step) in WAY.iter().enumerate().filter(|(place, _)| reached < WAY.len() || *place < 3) {
                @let done = place < reached || (place == reached && state == Credentials::Accepted);
                li.done[done] aria-current=[(!done && place == reached).then_some("step")] { (credentials(view, *step)) }
            }
            @if reached == WAY.len() { li aria-current="step" { (credentials(view, state)) } }
        }
    }
}

/// A name in the six languages of the pages, and in whatever other language it is known. `label` is the legend's message.
pub(crate) fn names<T: Display>(view: &View<'_>, act: &str, prefix: &str, label: &str, known: Option<&InLanguages<T>>) -> Markup {
    let mut tags: Vec<String> = TAGS.iter().map(|tag| (*tag).to_owned()).collect();
    if let Some(known) = known {
        tags.extend(known.languages().map(ToString::to_string).filter(|tag| !TAGS.contains(&tag.as_str())));
    }
    html! {
        fieldset id=(format!("f-{prefix}")) {
            legend { (view.t(label)) }
            p.hint { (view.t("names-hint")) }
            @for tag in tags {
                @let name = format!("{prefix}.{tag}");
                @let own = crate::i18n::Tongue::from_tag(&tag).filter(|t| t.tag() == tag).map_or_else(|| tag.clone(), |t| t.own_name().to_owned());
                @let value = known.and_then(|known| known.get(&tag)).map(ToString::to_string).unwrap_or_default();
                @let id = format!("f-{name}");
                @let problem = view.problem(act, &name);
                div.field.invalid[problem.is_some()] {
                    label for=(id) lang=(tag) { (own) }
                    @if let Some(problem) = problem { span.field-error id=(format!("{id}-error")) { (problem) } }
                    input.input id=(id) name=(name) lang=(tag) dir="auto" value=(view.typed(act, &name).unwrap_or(&value))
                        aria-invalid=[problem.map(|_| "true")] aria-describedby=[problem.map(|_| format!("{id}-error"))];
                }
            }
        }
    }
}

/// A choice of one of these organisations; of very many, a line for the id.
pub(crate) fn choose_organisation(
    view: &View<'_>,
    act: &str,
    field: Field<'_>,
    ids: impl Iterator<Item = OrganisationId>,
) -> Markup {
    match organisations(view, ids) {
        Some(options) => form::select(view, act, field, &options),
        None => form::field(view, act, field.hint("organisation-id-hint")),
    }
}

/// Organisations as a choice's options, in the viewer's alphabetical order; none when they are too many to choose among.
pub(crate) fn organisations(view: &View<'_>, ids: impl Iterator<Item = OrganisationId>) -> Option<Vec<(String, String)>> {
    let mut ids: Vec<OrganisationId> = ids.take(CHOICES + 1).collect();
    if ids.len() > CHOICES {
        return None;
    }
    ids.dedup();
    let mut options: Vec<(String, String)> = ids.into_iter().map(|id| (id.to_string(), plain(view, id))).collect();
    options.sort_by(|a, b| view.tongue.compare(&a.1, &b.1));
    Some(options)
}

/// All countries and the convener's own places, by what they are ordered by in the viewer's language, and this other home.
pub(crate) fn countries(view: &View<'_>, other: Option<&Home>) -> Vec<(String, String)> {
    let tag = view.tongue.tag();
    let other = other.map(Home::as_str);
    let known = domain::country::all().iter().map(|c| c.alpha2).chain(view.places.own_codes());
    let mut codes: std::collections::BTreeSet<&str> = known.collect();
    codes.extend(other);
    let words = |words: Option<&str>, code: &str| words.unwrap_or(code).to_owned();
    let mut all: Vec<(String, (String, String))> = codes
        .into_iter()
        .map(|code| {
            let (order, name) = (view.places.sort_key(code, tag), view.places.name(code, tag));
            (words(order, code), (code.to_owned(), words(name, code)))
        })
        .collect();
    all.sort_by(|a, b| view.tongue.compare(&a.0, &b.0));
    all.into_iter().map(|(_, place)| place).collect()
}

/// A form of one button that goes on to a page afterwards.
pub(crate) fn press(view: &View<'_>, act: &str, label: &str, class: &str, hidden: &[(&str, String)], next: &str) -> Markup {
    asking(view, act, label, class, hidden, next, None)
}

/// The same, asked before it is done; `confirm` is a message.
pub(crate) fn asking(
    view: &View<'_>,
    act: &str,
    label: &str,
    class: &str,
    hidden: &[(&str, String)],
    next: &str,
    confirm: Option<&str>,
) -> Markup {
    html! {
        // A form alone in a section keeps its own width.
        div.cluster {
            form.form.tight method="post" action=(form::address(view, act)) data-act=(act) data-next=(form::done_at(view, act, next))
                data-confirm=[confirm.map(|id| view.t(id))] {
                input type="hidden" name="_id" value=(crate::frame::ID_MARK);
                input type="hidden" name="_next" value=(next);
                (form::page_mark(view))
                @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                button.button.(class) { (view.t(label)) }
                p.act-status data-status role="status" {}
            }
        }
    }
}

/// A hidden field.
pub(crate) fn hidden(name: &str, value: impl Display) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// The rows of the page that is asked for by `page=`, counted from 1, and the way to the others. `query` is what else the address says.
pub(crate) fn paged<T>(view: &View<'_>, path: &str, query: &[(&str, &str)], rows: Vec<T>) -> (Vec<T>, Markup) {
    let pages = rows.len().div_ceil(ROWS).max(1);
    let page = view.asked::<usize>("page").unwrap_or(1).clamp(1, pages);
    let shown: Vec<T> = rows.into_iter().skip((page - 1) * ROWS).take(ROWS).collect();
    let to = |page: usize| {
        let mut pairs: Vec<String> =
            query.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| format!("{n}={}", crate::url::encode(v))).collect();
        pairs.push(format!("page={page}"));
        view.href(&format!("{path}?{}", pairs.join("&")))
    };
    let near: Vec<usize> = (1..=pages).filter(|p| *p == 1 || *p == pages || p.abs_diff(page) <= 2).collect();
    let bar = html! {
        @if pages > 1 {
            nav.pagination aria-label=(view.t("pages-of-list")) { ul {
                @for p in near {
                    li { @if p == page { span aria-current="page" { (view.tongue.count(p)) } } @else { a href=(to(p)) { (view.tongue.count(p)) } } }
                }
            } }
        }
    };
    (shown, bar)
}

/// A figure that leads to a page.
pub(crate) fn figure(view: &View<'_>, href: &str, value: u64, label: &str) -> Markup {
    html! {
        a.figure href=(href) { span.figure-value { (view.tongue.position(value)) } span.figure-label { (view.t(label)) } }
    }
}

/// What a search for people or names compares: lower case.
pub(crate) fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Fields of a person's details. `prefix` is the command's field, such as `person`.
pub(crate) fn person(view: &View<'_>, act: &str, prefix: &str, known: Option<&domain::state::PersonDetails>) -> Markup {
    let empty = domain::state::PersonDetails::default();
    let known = known.unwrap_or(&empty);
    let name = |part: &str| format!("{prefix}.{part}");
    let languages: Vec<(String, String)> =
        crate::i18n::Tongue::all().map(|t| (t.tag().to_owned(), t.own_name().to_owned())).collect();
    html! {
        div.field-row {
            (form::field(view, act, Field::new(&name("given"), "person-given").value(&known.given).optional()))
            (form::field(view, act, Field::new(&name("family"), "person-family").value(&known.family)))
        }
        (form::field(view, act, Field::new(&name("function"), "person-function").value(&known.function).optional()))
        div.field-row {
            (form::field(view, act, Field::new(&name("email"), "person-email").kind("email").value(&known.email).optional().hint("person-email-hint")))
            (form::field(view, act, Field::new(&name("phone"), "person-phone").kind("tel").value(&known.phone).optional()))
        }
        (form::select(view, act, Field::new(&name("language"), "person-language").value(&known.language).optional(), &languages))
    }
}
