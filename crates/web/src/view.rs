//! What a page or region is rendered from, and for whom.
use crate::i18n::Tongue;
use app::{People, Topic, record::RecordView};
use domain::{
    Moment, State,
    id::{OrganisationId, SeatId, VenueId},
    seat::{Role, Seat},
};
use maud::{Markup, html};
use std::{cell::RefCell, collections::BTreeMap};

/// As much of the viewer as the rendering may depend on. A shared region knows less than a page: that is what lets its bytes be shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// The seat.
    pub seat: Option<SeatId>,
    /// Its role.
    pub role: Option<Role>,
    /// Its organisation.
    pub organisation: Option<OrganisationId>,
    /// Its venue.
    pub venue: Option<VenueId>,
}

impl Who {
    /// All that a seat tells.
    #[must_use]
    pub const fn of(id: SeatId, seat: &Seat) -> Self {
        Self { seat: Some(id), role: Some(seat.role), organisation: seat.organisation, venue: seat.venue }
    }
}

/// A form that came back: shown again with what was typed and why it was not accepted.
#[derive(Clone, Debug, Default)]
pub struct Failed {
    /// The act's name.
    pub act: String,
    /// The field that is wrong, if one is.
    pub field: Option<String>,
    /// Why, in the viewer's language.
    pub message: String,
    /// What was typed.
    pub values: BTreeMap<String, String>,
}

/// Everything a rendering may look at.
pub struct View<'a> {
    /// The published state.
    pub state: &'a State,
    /// The public record, where one is kept.
    pub record: Option<&'a RecordView>,
    /// The book of people.
    pub people: &'a People,
    /// The convener's own table of places.
    pub places: &'a domain::country::Places,
    /// The language.
    pub tongue: Tongue,
    /// The viewer.
    pub who: Who,
    /// The server's time.
    pub now: Moment,
    /// The query of the page's address.
    pub query: &'a BTreeMap<String, String>,
    /// A form that came back, on a page rendered for that.
    pub failed: Option<&'a Failed>,
    /// The live regions of the page, noted while it is rendered.
    pub regions: RefCell<Vec<String>>,
}

impl View<'_> {
    /// Words of a message.
    #[must_use]
    pub fn t(&self, id: &str) -> std::borrow::Cow<'static, str> {
        self.tongue.t(id)
    }
    /// Where this viewer's pages live: `/as/seat-3/` or `/`.
    #[must_use]
    pub fn base(&self) -> String {
        self.who.seat.map_or_else(|| "/".to_owned(), |seat| format!("/as/{seat}/"))
    }
    /// A page's address for this viewer.
    #[must_use]
    pub fn href(&self, page: &str) -> String {
        format!("{}{page}", self.base())
    }
    /// Parses the query's value of this name.
    #[must_use]
    pub fn asked<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.query.get(name)?.parse().ok()
    }
    /// A live region in a page: rendered now, kept current by the socket.
    #[must_use]
    pub fn region(&self, region: &Region, of: Option<&str>) -> Markup {
        let name = of.map_or_else(|| region.name.to_owned(), |of| format!("{}.{of}", region.name));
        self.regions.borrow_mut().push(name.clone());
        let who = region.scope.narrow(self.who);
        // A form of the region that came back shows what was typed; what is sent to everybody else never knows of it.
        let inner = (region.render)(&View { who, regions: RefCell::default(), ..self.shallow() }, of);
        html! {
            live-region id=(name) data-region=(name) data-version=(self.state.position) aria-live=[region.polite.then_some("polite")] { (inner) }
        }
    }
    fn shallow(&self) -> View<'_> {
        View {
            state: self.state,
            record: self.record,
            people: self.people,
            places: self.places,
            tongue: self.tongue,
            who: self.who,
            now: self.now,
            query: self.query,
            failed: self.failed,
            regions: RefCell::default(),
        }
    }
    /// What was typed into this field before the form came back.
    #[must_use]
    pub fn typed(&self, act: &str, field: &str) -> Option<&str> {
        self.failed.filter(|f| f.act == act).and_then(|f| f.values.get(field)).map(String::as_str)
    }
    /// Whether this one of several was chosen before the form came back; `else_` when it did not come back.
    #[must_use]
    pub fn chosen(&self, act: &str, field: &str, value: &str, else_: bool) -> bool {
        let back = self.failed.filter(|f| f.act == act);
        back.map_or(else_, |f| f.values.get(&format!("{field}[]")).is_some_and(|all| all.split('\n').any(|one| one == value)))
    }
    /// Why this field was not accepted.
    #[must_use]
    pub fn problem(&self, act: &str, field: &str) -> Option<&str> {
        self.failed.filter(|f| f.act == act && f.field.as_deref() == Some(field)).map(|f| f.message.as_str())
    }
}

/// With whom a region's bytes are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// With everybody of the language.
    Everybody,
    /// With everybody of the role and language.
    Role,
    /// With everybody of the organisation and language.
    Organisation,
    /// With the seat's own devices.
    Seat,
}

impl Scope {
    /// The part of the viewer that the scope shares.
    #[must_use]
    pub const fn narrow(self, who: Who) -> Who {
        match self {
            Self::Everybody => Who { seat: None, role: None, organisation: None, venue: None },
            Self::Role => Who { seat: None, role: who.role, organisation: None, venue: None },
            Self::Organisation => Who { seat: None, role: who.role, organisation: who.organisation, venue: None },
            Self::Seat => who,
        }
    }
}

/// A part of a page that changes while it is looked at. Forms in it post to relative addresses (`act/request-floor`), so that all seats share its bytes.
pub struct Region {
    /// Its name; with an argument it is written `name.argument`.
    pub name: &'static str,
    /// With whom its bytes are shared.
    pub scope: Scope,
    /// Which roles may see it; empty is everybody, signed in or not.
    pub roles: &'static [Role],
    /// Whether a screen reader announces its changes.
    pub polite: bool,
    /// What it shows.
    pub topics: fn(&State, Option<&str>, &Who) -> Vec<Topic>,
    /// Its content.
    pub render: fn(&View<'_>, Option<&str>) -> Markup,
}

/// One page of the site.
pub struct Page {
    /// Its last part of the address, such as `programme`; empty is the front page. Seats see it under `/as/<seat>/`.
    pub path: &'static str,
    /// Which roles may see it; empty is everybody, signed in or not.
    pub roles: &'static [Role],
    /// Its content, or none when what it asks for does not exist.
    pub render: fn(&View<'_>) -> Option<Shown>,
}

/// A rendered page, before the frame around it.
pub struct Shown {
    /// Its title.
    pub title: String,
    /// Class of the body: empty, `delegate`, `chair`, `desk`, `hall`.
    pub body: &'static str,
    /// Its content: what stands inside `main` (for `hall` and `chair`: the whole body).
    pub main: Markup,
    /// Width: empty, `narrow` or `wide`.
    pub width: &'static str,
    /// What stands at the end of the body, outside `main`, such as the delegate's action bar.
    pub after: Markup,
}

impl Shown {
    /// An ordinary page.
    #[must_use]
    pub fn new(title: impl Into<String>, main: Markup) -> Self {
        Self { title: title.into(), body: "", main, width: "", after: html! {} }
    }
    /// With this width.
    #[must_use]
    pub fn width(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }
    /// With this class of the body.
    #[must_use]
    pub fn body(mut self, body: &'static str) -> Self {
        self.body = body;
        self
    }
    /// With this at the end of the body.
    #[must_use]
    pub fn after(mut self, after: Markup) -> Self {
        self.after = after;
        self
    }
}
