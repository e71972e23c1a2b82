//! HTTP, pages, live regions, the API and the translations.
pub mod assets;
pub mod act;
pub mod answer;
pub mod i18n;
pub mod links;
pub mod view;
