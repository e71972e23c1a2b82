//! The pages, one file a term.
use crate::view::{Page, Region};
use domain::seat::Role;

pub mod accreditation;
pub mod bits;
pub mod chair;
pub mod changes;
pub mod check;
pub mod correcting;
pub mod correction;
pub mod delegate;
pub mod delegation;
pub mod desk;
pub mod devices;
pub mod directory;
pub mod drafting;
pub mod endorsements;
pub mod endorsing;
pub mod figures;
pub mod focal;
pub mod front;
pub mod hall;
pub mod hemicycle;
pub mod import;
pub mod join;
pub mod key;
pub mod keys;
pub mod letters;
pub mod meeting;
pub(crate) mod members;
pub(crate) mod office;
pub mod organisations;
pub mod paper;
pub mod polls;
pub mod presence;
pub mod programme;
pub mod programme_edit;
pub mod record;
pub mod record_policy;
pub mod reservation;
pub mod seats;
pub mod secretariat;
pub mod sign;
pub mod sign_in;
pub mod speaking;
pub mod swap;
pub mod texts;
pub mod venues;

pub(crate) use crate::site::message;

/// All pages. Of several with one address, the first whose roles fit is shown.
pub const PAGES: &[&Page] = &[
    &accreditation::PAGE,
    &chair::FRONT,
    &chair::PAGE,
    &chair::PUT_QUESTION,
    &correcting::PAGE,
    &correction::PAGE,
    &delegate::PAGE,
    &delegation::PAGE,
    &desk::PAGE,
    &devices::PAGE,
    &directory::PAGE,
    &drafting::PAGE,
    &endorsements::PAGE,
    &focal::PAGE,
    &front::PAGE,
    &hall::PAGE,
    &hemicycle::PAGE,
    &key::PAGE,
    &keys::PAGE,
    &meeting::PAGE,
    &organisations::PAGE,
    &paper::PAGE,
    &polls::PAGE,
    &presence::PAGE,
    &programme::PAGE,
    &programme_edit::PAGE,
    &record::PAGE,
    &record_policy::PAGE,
    &reservation::PAGE,
    &seats::PAGE,
    &secretariat::PAGE,
    &sign::PAGE,
    &sign_in::PAGE,
    &swap::PAGE,
    &texts::PAGE,
    &venues::PAGE,
];

/// All live regions.
pub const REGIONS: &[&Region] = &[
    &chair::ITEM,
    &chair::LIST,
    &chair::LOG,
    &chair::NOW,
    &chair::ROOM,
    &correction::ALL,
    &correction::NOTICES,
    &delegate::ACTIONS,
    &delegate::ACTS,
    &delegate::MINE,
    &delegate::NOW,
    &delegation::STEPS,
    &desk::ARRIVALS,
    &endorsements::TOTALS,
    &focal::ACTS,
    &focal::NEXT,
    &front::FIGURES,
    &front::NOW,
    &hall::FIGURES,
    &hall::SCREEN,
    &hemicycle::REGION,
    &meeting::FLOOR,
    &polls::POLL,
    &presence::COUNTS,
    &presence::FLAGS,
    &programme::REGION,
    &record::REGION,
    &secretariat::COUNT,
    &secretariat::WAITING,
    &texts::STANDING,
    &venues::FIGURES,
    &venues::MAP,
    &venues::TABLE,
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
