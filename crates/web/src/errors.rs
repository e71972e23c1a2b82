//! Errors for people: whatever went wrong, a browser gets a page in the reader's language that says so and leads back. Programs keep what the
//! handlers answer.
use crate::{assets, i18n::Tongue, session, url};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use maud::{DOCTYPE, Markup, html};
use std::any::Any;

/// Longest sentence taken from a handler's answer, in bytes.
const SENTENCE_BYTES: usize = 2_000;

/// The answer where a handler panicked: the fault is in the log, and the page says that what was recorded is safe.
pub fn panicked(fault: Box<dyn Any + Send + 'static>) -> Response {
    let what = fault.downcast_ref::<&str>().copied().or_else(|| fault.downcast_ref::<String>().map(String::as_str));
    tracing::error!(panic = what.unwrap_or("no message"), "a request was not answered because of a fault in the program");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Puts a page around an error that came without one, when a person reads it.
pub async fn explained(request: Request, next: Next) -> Response {
    let reads = wants_page(request.headers());
    let query = request.uri().query().map(url::pairs).unwrap_or_default().into_iter().collect();
    let tongue = session::tongue(request.headers(), &query);
    let back = way_back(request.uri().path());
    let response = next.run(request).await;
    let status = response.status();
    let bare = (status.is_client_error() || status.is_server_error()) && !has_form(&response);
    if !reads || !bare {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // What the handler said is the best explanation; an answer without words is explained by its status.
    let said = to_bytes(body, SENTENCE_BYTES).await.ok().and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let words = said.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| tongue.t(words_of(status)).into_owned());
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(parts, Body::from(page(tongue, &words, &back).into_string()))
}

/// Whether a browser shows the answer to a person.
fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// Whether the answer is a page, or data in a form of its own, already.
fn has_form(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    kind.is_some_and(|kind| !kind.starts_with("text/plain"))
}

/// The front page of the seat whose page was asked for; else the public one.
fn way_back(path: &str) -> String {
    let seat = path.strip_prefix("/as/").and_then(|rest| rest.split('/').next());
    let seat = seat.and_then(|seat| seat.parse::<domain::id::SeatId>().ok());
    seat.map_or_else(|| "/".to_owned(), |seat| format!("/as/{seat}/"))
}

const fn words_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "denied-not-signed-in",
        StatusCode::FORBIDDEN => "denied-role-may-not",
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::GONE => "not-found",
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::TOO_MANY_REQUESTS => "error-too-many",
        StatusCode::SERVICE_UNAVAILABLE => "error-unavailable",
        _ => "error-internal",
    }
}

fn page(tongue: Tongue, words: &str, back: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(tongue.tag()) dir=(tongue.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                title { (words) " · " (tongue.t("app-name")) }
                link rel="stylesheet" href=(assets::href("app.css"));
                link rel="icon" href=(assets::href("icon.svg")) type="image/svg+xml";
            }
            body {
                header.page-header { div.page-header-inner { a.brand href=(back) { (tongue.t("app-name")) } } }
                main.page.narrow #main tabindex="-1" {
                    div.empty { h1.empty-title { (words) } a.button href=(back) { (tongue.t("to-front-page")) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_the_seats_own_front_page() {
        for (path, back) in
            [("/as/seat-3/letters", "/as/seat-3/"), ("/as/nobody/", "/"), ("/texts", "/"), ("/as/seat-3", "/as/seat-3/")]
        {
            assert_eq!(way_back(path), back, "{path}");
        }
    }
}
