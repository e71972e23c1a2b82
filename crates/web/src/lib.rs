//! HTTP, pages, live regions, the API and the translations.
pub mod act;
pub mod answer;
pub mod assets;
<<<<<<< HEAD
pub mod etag;
pub mod feeds;
=======
pub mod canonical;
>>>>>>> pages-floor
pub mod form;
pub mod frame;
pub mod i18n;
pub mod letters;
pub mod link_watch;
pub mod links;
pub mod live;
pub mod live_page;
pub mod outbox_json;
pub mod pages;
pub mod scene;
pub mod session;
pub mod site;
pub mod throttle;
pub mod url;
pub mod view;
pub mod whole_text;
