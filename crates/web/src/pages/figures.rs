//! The headline figures: what each is called, what it counts, and its value now. Front page and record show the same ones.
use super::bits;
use crate::view::View;
use domain::{
    State, count,
    endorsement::Counts,
    id::{SummitId, TextId},
};
use maud::{Markup, html};
use std::borrow::Cow;

/// One of the published figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Members entered and not withdrawn.
    Registered,
    /// Members accredited.
    Accredited,
    /// Accredited members present.
    Present,
    /// Of those present, the ones taking part remotely.
    Remote,
    /// Organisations whose delegation is seated.
    Organisations,
    /// Their countries.
    Countries,
    /// Organisations with somebody present.
    OrganisationsPresent,
    /// Their countries.
    CountriesPresent,
    /// Venues of the summit.
    Venues,
    /// Venues with somebody present.
    VenuesPresent,
    /// Organisations that host a venue.
    HostingOrganisations,
    /// Countries in which a venue lies.
    HostingCountries,
    /// Organisations that endorse the text.
    EndorsingOrganisations,
    /// Their countries.
    EndorsingCountries,
    /// Of the endorsements, those recorded on paper.
    EndorsingOnPaper,
}

impl Figure {
    /// All of them, in the order in which the record shows them.
    pub const ALL: [Self; 15] = [
        Self::Registered,
        Self::Accredited,
        Self::Present,
        Self::Remote,
        Self::Organisations,
        Self::Countries,
        Self::OrganisationsPresent,
        Self::CountriesPresent,
        Self::Venues,
        Self::VenuesPresent,
        Self::HostingOrganisations,
        Self::HostingCountries,
        Self::EndorsingOrganisations,
        Self::EndorsingCountries,
        Self::EndorsingOnPaper,
    ];
    /// Those of the front page.
    pub const HEADLINE: [Self; 8] = [
        Self::Registered,
        Self::Accredited,
        Self::Present,
        Self::Organisations,
        Self::Countries,
        Self::Venues,
        Self::EndorsingOrganisations,
        Self::EndorsingCountries,
    ];
    /// The written form, as in addresses and `data-figure`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Accredited => "accredited",
            Self::Present => "present",
            Self::Remote => "remote",
            Self::Organisations => "organisations",
            Self::Countries => "countries",
            Self::OrganisationsPresent => "organisations-present",
            Self::CountriesPresent => "countries-present",
            Self::Venues => "venues",
            Self::VenuesPresent => "venues-present",
            Self::HostingOrganisations => "hosting-organisations",
            Self::HostingCountries => "hosting-countries",
            Self::EndorsingOrganisations => "endorsing-organisations",
            Self::EndorsingCountries => "endorsing-countries",
            Self::EndorsingOnPaper => "endorsing-on-paper",
        }
    }
    /// The figure of a written form.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str() == text)
    }
    /// Whether it is a figure of a text's endorsements.
    #[must_use]
    pub const fn is_of_text(self) -> bool {
        matches!(self, Self::EndorsingOrganisations | Self::EndorsingCountries | Self::EndorsingOnPaper)
    }
    /// Whether it is a figure of the venues as such.
    #[must_use]
    pub const fn is_of_venues(self) -> bool {
        matches!(self, Self::Venues | Self::VenuesPresent | Self::HostingOrganisations | Self::HostingCountries)
    }
    /// Whether it counts countries.
    #[must_use]
    pub const fn is_of_countries(self) -> bool {
        matches!(self, Self::Countries | Self::CountriesPresent | Self::HostingCountries | Self::EndorsingCountries)
    }
    /// What it is called.
    #[must_use]
    pub fn label(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Registered => view.t("figure-registered"),
            Self::Accredited => view.t("figure-accredited"),
            Self::Present => view.t("figure-present"),
            Self::Remote => view.t("figure-remote"),
            Self::Organisations => view.t("figure-organisations"),
            Self::Countries => view.t("figure-countries"),
            Self::OrganisationsPresent => view.t("figure-organisations-present"),
            Self::CountriesPresent => view.t("figure-countries-present"),
            Self::Venues => view.t("figure-venues"),
            Self::VenuesPresent => view.t("figure-venues-present"),
            Self::HostingOrganisations => view.t("figure-hosting-organisations"),
            Self::HostingCountries => view.t("figure-hosting-countries"),
            Self::EndorsingOrganisations => view.t("figure-endorsing-organisations"),
            Self::EndorsingCountries => view.t("figure-endorsing-countries"),
            Self::EndorsingOnPaper => view.t("figure-endorsing-on-paper"),
        }
    }
    /// How it is computed, in words.
    #[must_use]
    pub fn meaning(self, view: &View<'_>) -> Cow<'static, str> {
        match self {
            Self::Registered => view.t("meaning-registered"),
            Self::Accredited => view.t("meaning-accredited"),
            Self::Present => view.t("meaning-present"),
            Self::Remote => view.t("meaning-remote"),
            Self::Organisations => view.t("meaning-organisations"),
            Self::Countries => view.t("meaning-countries"),
            Self::OrganisationsPresent => view.t("meaning-organisations-present"),
            Self::CountriesPresent => view.t("meaning-countries-present"),
            Self::Venues => view.t("meaning-venues"),
            Self::VenuesPresent => view.t("meaning-venues-present"),
            Self::HostingOrganisations => view.t("meaning-hosting-organisations"),
            Self::HostingCountries => view.t("meaning-hosting-countries"),
            Self::EndorsingOrganisations => view.t("meaning-endorsing-organisations"),
            Self::EndorsingCountries => view.t("meaning-endorsing-countries"),
            Self::EndorsingOnPaper => view.t("meaning-endorsing-on-paper"),
        }
    }
    /// Its value now.
    #[must_use]
    pub fn value(self, state: &State, summit: SummitId, text: Option<TextId>) -> u64 {
        let heads = || count::headcount(state, summit);
        let acts = || text.map_or_else(Counts::default, |text| state.endorsements.now(text));
        let programme = &state.programme;
        match self {
            Self::Registered => heads().registered.into(),
            Self::Accredited => heads().accredited.into(),
            Self::Present => heads().present.into(),
            Self::Remote => heads().remote.into(),
            Self::Organisations => heads().organisations_accredited.into(),
            Self::Countries => heads().countries_accredited.into(),
            Self::OrganisationsPresent => heads().organisations_present.into(),
            Self::CountriesPresent => heads().countries_present.into(),
            Self::Venues => programme.venues(summit).count() as u64,
            Self::VenuesPresent => heads().venues_present.into(),
            Self::HostingOrganisations => programme.hosts(summit).len() as u64,
            Self::HostingCountries => programme.hosting_countries(summit).len() as u64,
            Self::EndorsingOrganisations => acts().organisations.into(),
            Self::EndorsingCountries => acts().countries.into(),
            Self::EndorsingOnPaper => acts().on_paper.into(),
        }
    }
}

/// The number itself, for people and for programs that read the page.
#[must_use]
pub fn number(view: &View<'_>, figure: Figure, value: u64) -> Markup {
    html! { span.figure-value data-figure=(figure.as_str()) data-value=(value) { (view.tongue.position(value)) } }
}

/// One figure as a card that leads to how it was computed. Those of a text are left out while there is none.
#[must_use]
pub fn card(view: &View<'_>, figure: Figure, summit: SummitId, text: Option<TextId>) -> Markup {
    if figure.is_of_text() && text.is_none() {
        return html! {};
    }
    let of = text.filter(|_| figure.is_of_text());
    let symbol = of.and_then(|id| view.state.texts.get(id)).map(|t| t.adopted().map_or(&t.symbol, |r| &r.symbol));
    // Apart from the figure, and as visible: nobody took these endorsements back.
    let before =
        of.filter(|_| figure == Figure::EndorsingOrganisations).map_or(0, |t| view.state.endorsements.now(t).before_correction);
    let href = match of {
        Some(text) => format!("record?figure={}&of={text}", figure.as_str()),
        None => format!("record?figure={}", figure.as_str()),
    };
    html! {
        a.figure href=(href) {
            (number(view, figure, figure.value(view.state, summit, text)))
            span.figure-label { (figure.label(view)) }
            @if let Some(symbol) = symbol { span.figure-note { bdi { (symbol) } } }
            @if before > 0 { span.figure-note { (view.t("endorsements-before-correction")) ": " (view.tongue.number(before)) } }
        }
    }
}

/// Several figures, with the position they were counted at.
#[must_use]
pub fn grid(view: &View<'_>, figures: &[Figure]) -> Markup {
    let Some(summit) = bits::summit(view) else { return html! {} };
    let text = bits::endorsed_text(view, summit);
    html! {
        div.figure-grid { @for figure in figures { (card(view, *figure, summit, text)) } }
        p.small.muted { (view.tongue.with("as-of-position", &[("position", view.state.position.into())])) }
    }
}
