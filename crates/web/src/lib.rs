//! HTTP, pages, live regions, the API and the translations.
pub mod act;
pub mod answer;
pub mod assets;
pub mod form;
pub mod frame;
pub mod i18n;
pub mod letters;
pub mod links;
pub mod outbox;
pub mod pages;
pub mod session;
pub mod site;
pub mod throttle;
pub mod upload;
pub mod url;
pub mod view;
