//! A delegation proposes to another to swap places on the list of speakers, and answers what was proposed to it.
use super::{delegate, speaking};
use crate::{
    form::{self, Field},
    view::{Page, Shown, View},
};
use domain::{floor::Speakers, id::ItemId, id::OrganisationId, seat::Role};
use maud::{Markup, html};

/// `/as/<seat>/swap?of=item-1`.
pub const PAGE: Page = Page { path: "swap", roles: &[Role::Delegate], render };

fn render(view: &View<'_>) -> Option<Shown> {
    let item: ItemId = view.asked("of")?;
    view.state.programme.item(item)?;
    let organisation = view.who.organisation?;
    let title = view.t("swap-title");
    let list = view.state.floor.speakers(item).filter(|list| list.place_of(organisation).is_some());
    let main = html! {
        nav.breadcrumb aria-label=(view.t("breadcrumb")) { ol {
            li { a href=(view.base()) { (view.t("delegate-title")) } } li aria-current="page" { (title) }
        } }
        h1 { (title) }
        p.lead { (speaking::item_title(view, item)) }
        // What was proposed, and the answers to it, stand in the region that the front page has too.
        (view.region(&delegate::MINE, None))
        @match list {
            Some(list) if list.len() > 1 => (propose(view, item, organisation, list)),
            Some(_) => div.empty { p.empty-title { (view.t("swap-alone")) } p { (view.t("swap-alone-next")) } a.button href=(view.base()) { (view.t("to-front-page")) } },
            None => div.empty { p.empty-title { (view.t("swap-not-listed")) } p { (view.t("swap-not-listed-next")) } a.button href=(view.base()) { (view.t("to-front-page")) } },
        }
    };
    Some(Shown::new(title, main).width("narrow"))
}

fn propose(view: &View<'_>, item: ItemId, organisation: OrganisationId, list: &Speakers) -> Markup {
    const ACT: &str = "propose-swap";
    let others = (1usize..).zip(list.iter()).filter(|(_, (id, _))| *id != organisation);
    let options: Vec<(String, String)> = others
        .map(|(place, (id, _))| {
            let name = speaking::plain_name(view, id);
            (id.to_string(), view.tongue.with("swap-option", &[("place", place.into()), ("name", (&name).into())]))
        })
        .collect();
    html! {
        p { (view.t("swap-about")) }
        (form::form(view, ACT, Some("."), html! {
            input type="hidden" name="item" value=(item);
            (form::select(view, ACT, Field::new("with", "swap-with").hint("swap-with-hint"), &options))
            div.button-row.fill { button.button { (view.t("swap-propose")) } a.button.quiet href=(view.base()) { (view.t("cancel")) } }
        }))
    }
}
