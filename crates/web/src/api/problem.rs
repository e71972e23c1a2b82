//! What went wrong, as RFC 9457 has it (`application/problem+json`).
use crate::{answer::Answer, i18n::Tongue};
use app::Failure;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::refusal::Denied;
use serde::Serialize;

/// A problem: what went wrong with a request, for a program and for a person.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status and `code` say which problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// In the caller's language: why, and what would be allowed.
    pub detail: String,
    /// A stable word for programs, such as `not-signed-in`, `invalid` or the refusal's code.
    pub code: String,
    /// The field that is wrong, such as `names.fr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Problem {
    /// A problem of this status.
    #[must_use]
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            code: code.to_owned(),
            field: None,
        }
    }
    /// Names the field that is wrong.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl From<Answer> for Problem {
    fn from(answer: Answer) -> Self {
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { field: answer.field, ..Self::new(status, &answer.code, answer.message) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// 401.
pub fn not_signed_in(tongue: Tongue) -> Response {
    denied(Denied::NotSignedIn, tongue)
}
/// 403.
pub fn role_may_not(tongue: Tongue) -> Response {
    denied(Denied::RoleMayNot, tongue)
}
fn denied(denied: Denied, tongue: Tongue) -> Response {
    Problem::from(Answer::failed(&Failure::No(denied.into()), tongue)).into_response()
}
/// 404.
pub fn missing(tongue: Tongue) -> Response {
    Problem::new(StatusCode::NOT_FOUND, "not-found", tongue.t("api-not-found")).into_response()
}
/// 422, naming the field.
pub fn invalid(tongue: Tongue, field: &str, message: &str) -> Response {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", tongue.t(message)).field(field).into_response()
}
/// 429.
pub fn too_many(tongue: Tongue) -> Response {
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", tongue.t("error-too-many")).into_response()
}
/// 503: too many sign in at this moment.
pub fn crowded(tongue: Tongue) -> Response {
    Problem::from(Answer::turned_away("crowded", tongue.t("error-crowded").into_owned())).into_response()
}
/// 503.
pub fn unavailable(tongue: Tongue) -> Response {
    Problem::from(Answer::failed(&Failure::Unavailable, tongue)).into_response()
}
