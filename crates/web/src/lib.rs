//! HTTP, pages, live regions, the API and the translations.
pub mod assets;
pub mod act;
pub mod answer;
pub mod i18n;
pub mod form;
pub mod frame;
pub mod links;
pub mod live;
pub mod pages;
pub mod session;
pub mod site;
pub mod throttle;
pub mod url;
pub mod view;
