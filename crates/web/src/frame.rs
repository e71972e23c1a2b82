//! The frame around every page: head, header, navigation, language menu, footer, and what the script needs.
use crate::{
    assets,
    i18n::Tongue,
    view::{Shown, View},
};
use domain::seat::Role;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Stands for an idempotency id in rendered forms; a page gets a fresh one in each place, the script draws its own.
pub const ID_MARK: &str = "__ID__";

/// The strings the script shows, by their data attribute.
const SCRIPT_STRINGS: [&str; 27] = [
    "sending",
    "queued",
    "stale",
    "reconnected",
    "revoked",
    "problem",
    "failed",
    "copied",
    "keys-title",
    "keys-use",
    "close",
    "clock-low",
    "clock-over",
    "reload",
    "confirm-yes",
    "confirm-no",
    "yours",
    "sign-unable",
    "sign-waiting",
    "sign-devices",
    "sign-asking",
    "sign-elsewhere",
    "sign-without",
    "sign-without-about",
    "sign-cancelled",
    "sign-already",
    "sign-failed",
];

/// The whole document.
#[must_use]
pub fn document(view: &View<'_>, path: &str, shown: &Shown) -> Markup {
    let tongue = view.tongue;
    let regions = view.regions.borrow();
    let live = (!regions.is_empty()).then(|| {
        let list: Vec<String> = regions.iter().map(|name| format!("{name}:{}", view.state.position)).collect();
        format!("{}live?lang={}&v={}", view.base(), tongue.tag(), list.join(","))
    });
    let own_body = matches!(shown.body, "hall" | "chair");
    html! {
        (DOCTYPE)
        html lang=(tongue.tag()) dir=(tongue.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                title { (shown.title) " · " (summit_name(view)) }
                link rel="stylesheet" href=(assets::href("app.css"));
                link rel="icon" href=(assets::href("icon.svg")) type="image/svg+xml";
                script type="module" src=(assets::href("app.js")) {}
            }
            body class=[(!shown.body.is_empty()).then_some(shown.body)] data-live=[live] data-now=(view.now.0) {
                (PreEscaped(sprite()))
                (strings(tongue))
                @if shown.body == "hall" {
                    (shown.main)
                } @else {
                    a.skip-link href="#main" { (view.t("skip-to-content")) }
                    (header(view, path))
                    @if own_body { (shown.main) } @else {
                        main.page.(shown.width) #main tabindex="-1" {
                            (notices(view))
                            (shown.main)
                        }
                    }
                    @if shown.body != "chair" { footer.page-footer { div.page-footer-inner {
                        p { (view.t("footer-record")) }
                        p { a href=(view.href("record")) { (tongue.with("as-of-position", &[("position", view.state.position.into())])) } }
                    } } }
                }
                (shown.after)
            }
        }
    }
}

fn sprite() -> &'static str {
    assets::asset("data/sprite.svg").and_then(|a| std::str::from_utf8(a.bytes).ok()).unwrap_or("")
}

fn strings(tongue: Tongue) -> Markup {
    // maud names attributes at compile time; these are one for each string the script may show.
    let mut out = String::from("<template id=\"ui-strings\"");
    for name in SCRIPT_STRINGS.iter().filter(|name| tongue.has(&format!("script-{name}"))) {
        let words = tongue.t(&format!("script-{name}"));
        out.push_str(&format!(" data-{name}=\"{}\"", html! { (words) }.into_string().replace('"', "&quot;")));
    }
    out.push_str("></template>");
    PreEscaped(out)
}

/// The summit's name in the viewer's language, or the program's when there is none yet.
#[must_use]
pub fn summit_name(view: &View<'_>) -> String {
    let programme = &view.state.programme;
    programme
        .current()
        .and_then(|id| programme.summit(id))
        .map_or_else(|| view.t("app-name").into_owned(), |summit| view.tongue.plain(&summit.details.themes))
}

fn header(view: &View<'_>, path: &str) -> Markup {
    html! {
        header.page-header {
            div.page-header-inner {
                a.brand href=(view.base()) {
                    svg viewBox="0 0 32 20" aria-hidden="true" { use href="#brand-mark" {} }
                    (summit_name(view))
                }
                div.page-header-end {
                    (seat_name(view))
                    details.lang-menu {
                        summary { (view.tongue.own_name()) }
                        ul { @for tongue in Tongue::offered() {
                            li { a href=(language_link(view, path, tongue)) lang=(tongue.tag()) hreflang=(tongue.tag())
                                aria-current=[(tongue == view.tongue).then_some("true")] { (tongue.own_name()) } }
                        } }
                    }
                }
            }
            nav.page-nav aria-label=(view.t("navigation")) { ul {
                @for page in navigation(view.who.role) {
                    li { a href=(view.href(page)) aria-current=[(path == *page).then_some("page")] {
                        (view.t(&format!("nav-{}", if page.is_empty() { "front" } else { page })))
                    } }
                }
            } }
        }
    }
}

fn language_link(view: &View<'_>, path: &str, tongue: Tongue) -> String {
    let mut link = format!("{}{path}?lang={}", view.base(), tongue.tag());
    for (name, value) in view.query.iter().filter(|(name, _)| name.as_str() != "lang") {
        link.push('&');
        link.push_str(name);
        link.push('=');
        link.push_str(&crate::url::encode(value));
    }
    link
}

fn seat_name(view: &View<'_>) -> Markup {
    let Some(role) = view.who.role else { return html! {} };
    let organisation = view.who.organisation.and_then(|id| view.state.directory.get(id));
    html! { span.seat-name {
        @if let Some(organisation) = organisation {
            @if let Some(flag) = organisation.home.as_ref().and_then(|h| assets::flag_href(h.as_str())) { img.flag src=(flag) alt="" width="24" height="16"; }
        }
        span {
            @if let Some(organisation) = organisation { (view.tongue.name(&organisation.names)) " · " }
            (view.t(&format!("role-{}", role.as_str())))
        }
    } }
}

/// The pages a role finds in its navigation, the front page first.
const fn navigation(role: Option<Role>) -> &'static [&'static str] {
    match role {
        Some(Role::Secretariat) => &[
            "",
            "directory",
            "programme-edit",
            "programme",
            "accreditation",
            "presence",
            "texts",
            "polls",
            "drafting",
            "paper",
            "letters",
            "seats",
            "keys",
            "chair",
            "hall",
            "venues",
            "hemicycle",
            "record",
        ],
        Some(Role::Chair) => {
            &["", "chair", "hall", "programme", "texts", "polls", "drafting", "organisations", "hemicycle", "record"]
        }
        Some(Role::FocalPoint) => {
            &["", "delegation", "key", "letters", "programme", "texts", "polls", "organisations", "hemicycle", "record"]
        }
        Some(Role::Delegate) => &["", "devices", "programme", "texts", "polls", "organisations", "venues", "hemicycle", "record"],
        Some(Role::VenueOperator) => &["", "hall", "programme", "venues", "record"],
        Some(Role::Director | Role::Interpreter | Role::Observer) => {
            &["", "programme", "organisations", "venues", "hemicycle", "texts", "polls", "record"]
        }
        None => &["", "programme", "organisations", "venues", "hemicycle", "texts", "polls", "record", "sign-in"],
    }
}

pub(crate) fn notices(view: &View<'_>) -> Markup {
    html! {
        @if let Some(act) = view.query.get("done").filter(|a| a.len() <= 64) {
            @let id = format!("done-{act}");
            div.notice.good role="status" { p.notice-title { @if view.tongue.has(&id) { (view.t(&id)) } @else { (view.t("done")) } } }
        }
        @if let Some(failed) = view.failed {
            div.error-summary role="alert" tabindex="-1" {
                h2 { (view.t("script-problem")) }
                ul { li {
                    @match &failed.field {
                        Some(field) => a href=(format!("#f-{field}")) { (failed.message) },
                        None => (failed.message),
                    }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages;

    /// Pages about one thing alone: what they are about leads to them.
    const OF_ONE_THING: [&str; 9] =
        ["meeting", "reservation", "sign", "swap", "endorsements", "put-question", "correcting", "correction", "record-policy"];

    #[test]
    fn every_page_of_a_role_is_in_its_navigation() {
        let roles = Role::ALL.into_iter().map(Some).chain([None]);
        for role in roles {
            let shown = navigation(role);
            let of_role = pages::PAGES.iter().filter(|page| role.is_some_and(|role| page.roles.contains(&role)));
            for page in of_role.filter(|page| !OF_ONE_THING.contains(&page.path)) {
                assert!(shown.contains(&page.path), "{role:?} finds {:?} only by typing its address", page.path);
            }
            for path in shown.iter().filter(|path| **path != "letters") {
                let page = pages::find(path, role);
                let may = page.is_some_and(|page| page.roles.is_empty() || role.is_some_and(|role| page.roles.contains(&role)));
                assert!(may, "{role:?} is led to {path:?}, which it may not see");
            }
        }
        let public = pages::PAGES.iter().filter(|page| page.roles.is_empty() && !OF_ONE_THING.contains(&page.path));
        let missing: Vec<_> =
            public.map(|page| page.path).filter(|path| !navigation(None).contains(path) && *path != "hall").collect();
        assert!(missing.is_empty(), "the public finds {missing:?} only by typing their addresses");
    }
}
