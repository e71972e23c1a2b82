//! HTTP, pages, live regions, the API and the translations.
pub mod assets;
pub mod i18n;
