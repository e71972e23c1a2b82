//! The pages, one file a term.
use crate::view::{Page, Region};
use domain::seat::Role;

pub mod chair;
pub mod delegate;
pub mod drafting;
pub mod endorsements;
pub mod hall;
pub mod join;
pub mod meeting;
pub mod reservation;
pub mod speaking;
pub mod texts;

pub(crate) use crate::site::message;

/// All pages. Of several with one address, the first whose roles fit is shown.
pub const PAGES: &[&Page] = &[
    &delegate::PAGE,
    &chair::PAGE,
    &chair::FRONT,
    &hall::PAGE,
    &texts::PAGE,
    &endorsements::PAGE,
    &reservation::PAGE,
    &drafting::PAGE,
    &meeting::PAGE,
];

/// All live regions.
pub const REGIONS: &[&Region] = &[
    &delegate::NOW,
    &delegate::MINE,
    &delegate::ACTIONS,
    &chair::NOW,
    &chair::LIST,
    &chair::ROOM,
    &chair::ITEM,
    &chair::LOG,
    &hall::SCREEN,
    &hall::FIGURES,
    &texts::STANDING,
    &endorsements::TOTALS,
    &meeting::FLOOR,
];

/// The page of this address for this role: one for the role itself before one for everybody.
#[must_use]
pub fn find(path: &str, role: Option<Role>) -> Option<&'static Page> {
    let mine = |page: &&&Page| role.is_some_and(|role| page.roles.contains(&role));
    let here = || PAGES.iter().filter(|page| page.path == path);
    here().find(mine).or_else(|| here().find(|page| page.roles.is_empty())).or_else(|| here().next()).copied()
}

/// The region of this name, without its argument.
#[must_use]
pub fn region(name: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.name == name).copied()
}
