//! Outcomes in the person's language: status, message, and the field that is wrong.
use crate::{
    i18n::{Tongue, Value},
    scan::Scanned,
};
use app::{Failure, Outcome};
use domain::{FieldProblem, No};
use serde::Serialize;

/// What the client of an act is told.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Answer {
    /// HTTP status: 200, 401, 403, 409, 422 or 503.
    #[serde(skip)]
    pub status: u16,
    /// In the person's language: what was done, or why not and what would be allowed.
    pub message: String,
    /// A stable word for programs: `done`, `repeated`, or the refusal's code.
    pub code: String,
    /// The field that is wrong, such as `names.fr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Id of what was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// Position in the log at which it is durable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// A secret for the caller alone: a link's token or a bearer token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// Of a check-in at a venue: whose badge it is, and where and when it was scanned first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scan: Option<Scanned>,
}

impl Answer {
    /// The answer to an act's outcome.
    #[must_use]
    pub fn of(act: &str, outcome: &Outcome, tongue: Tongue) -> Self {
        match outcome {
            Ok(done) => {
                let id = format!("done-{act}");
                let message = if tongue.has(&id) { tongue.t(&id) } else { tongue.t("done") };
                Self {
                    status: 200,
                    message: message.into_owned(),
                    code: if done.repeated { "repeated" } else { "done" }.to_owned(),
                    field: None,
                    created: done.created.clone(),
                    position: Some(done.position),
                    secret: done.secret.as_ref().map(|s| s.0.clone()),
                    scan: None,
                }
            }
            Err(failure) => Self::failed(failure, tongue),
        }
    }
    /// What was done that has no place in the log.
    #[must_use]
    pub fn said(code: &str, message: String) -> Self {
        Self { status: 200, message, code: code.to_owned(), field: None, created: None, position: None, secret: None, scan: None }
    }
    /// What was not taken because too much was asked at once: 503.
    #[must_use]
    pub fn turned_away(code: &str, message: String) -> Self {
        Self { status: 503, ..Self::said(code, message) }
    }
    /// The answer to a failure.
    #[must_use]
    pub fn failed(failure: &Failure, tongue: Tongue) -> Self {
        let (status, code, message, field) = match failure {
            Failure::Unavailable => (503, "unavailable".to_owned(), tongue.t("error-unavailable").into_owned(), None),
            Failure::No(No::Denied(denied)) => {
                let code = denied.to_string();
                let status = if code == "not-signed-in" { 401 } else { 403 };
                (status, code.clone(), tongue.t(&format!("denied-{code}")).into_owned(), None)
            }
            Failure::No(No::Refusal(refusal)) => {
                let args: Vec<(&str, Value<'_>)> = refusal.with.iter().map(|(n, v)| (*n, value(v))).collect();
                (409, refusal.code.to_owned(), tongue.with(&format!("refusal-{}", refusal.code), &args), None)
            }
            Failure::No(No::Invalid(invalid)) => {
                let message = problem(&invalid.problem, tongue);
                (422, "invalid".to_owned(), message, Some(invalid.field.clone()))
            }
        };
        Self { status, message, code, field, created: None, position: None, secret: None, scan: None }
    }
}

fn value(text: &str) -> Value<'_> {
    text.parse().map_or(Value::Text(text), Value::Count)
}

/// What is wrong with a field, with the limit and what would be allowed.
#[must_use]
pub fn problem(problem: &FieldProblem, tongue: Tongue) -> String {
    match problem {
        FieldProblem::TooLong { limit, actual } => {
            tongue.with("invalid-too-long", &[("limit", (*limit).into()), ("actual", (*actual).into())])
        }
        FieldProblem::TooMany { limit } => tongue.with("invalid-too-many", &[("limit", (*limit).into())]),
        FieldProblem::OutOfRange { min, max } => {
            tongue.with("invalid-out-of-range", &[("min", (*min).into()), ("max", (*max).into())])
        }
        FieldProblem::Character { code_point } => {
            tongue.with("invalid-character", &[("code", (&format!("U+{code_point:04X}")).into())])
        }
        FieldProblem::PictureSize { min, max } => {
            tongue.with("invalid-picture-size", &[("min", (*min).into()), ("max", (*max).into())])
        }
        FieldProblem::FileTooLarge { limit_kib } => {
            tongue.with("invalid-file-too-large", &[("limit", (limit_kib / 1024).into())])
        }
        FieldProblem::NotAnId { prefix } => tongue.with("invalid-not-an-id", &[("prefix", (*prefix).into())]),
        FieldProblem::AmbiguousTime { earlier, later } => {
            tongue.with("invalid-ambiguous-time", &[("earlier", earlier.into()), ("later", later.into())])
        }
        plain => tongue.t(&format!("invalid-{plain}")).into_owned(),
    }
}

/// Reads a [`FieldProblem`] back from serde's error text; what serde itself complains of is not one of the choices.
#[must_use]
pub fn problem_of(text: &str) -> FieldProblem {
    let text = text.split(" at line").next().unwrap_or(text);
    let (code, rest) = text.split_once(':').unwrap_or((text, ""));
    let mut numbers = rest.split(':').filter_map(|n| n.parse::<u32>().ok());
    let mut number = || numbers.next().unwrap_or(0);
    match code {
        "empty" => FieldProblem::Empty,
        "too-long" => FieldProblem::TooLong { limit: number() as usize, actual: number() as usize },
        "too-many" => FieldProblem::TooMany { limit: number() as usize },
        "out-of-range" => FieldProblem::OutOfRange { min: number(), max: number() },
        "character" => FieldProblem::Character {
            code_point: rest.strip_prefix("U+").and_then(|h| u32::from_str_radix(h, 16).ok()).unwrap_or(0),
        },
        "not-an-id" => FieldProblem::NotAnId { prefix: known_prefix(rest) },
        "not-a-digest" => FieldProblem::NotADigest,
        "not-a-number" => FieldProblem::NotANumber,
        "not-a-language" => FieldProblem::NotALanguage,
        "not-a-country" => FieldProblem::NotACountry,
        "not-a-zone" => FieldProblem::NotAZone,
        "not-a-time" => FieldProblem::NotATime,
        "not-a-symbol" => FieldProblem::NotASymbol,
        "not-an-address" => FieldProblem::NotAnAddress,
        "not-a-key" => FieldProblem::NotAKey,
        "not-a-signature" => FieldProblem::NotASignature,
        "unknown" => FieldProblem::Unknown,
        "taken" => FieldProblem::Taken,
        "circle" => FieldProblem::Circle,
        _ => FieldProblem::NotAChoice,
    }
}

fn known_prefix(text: &str) -> &'static str {
    use domain::id::{
        DelegationId, InvitationId, ItemId, MeetingId, OrganisationId, PersonId, PollId, SeatId, SessionId, SummitId, TextId,
        VenueId,
    };
    let all = [
        OrganisationId::PREFIX,
        SummitId::PREFIX,
        VenueId::PREFIX,
        MeetingId::PREFIX,
        ItemId::PREFIX,
        DelegationId::PREFIX,
        PersonId::PREFIX,
        SeatId::PREFIX,
        InvitationId::PREFIX,
        SessionId::PREFIX,
        TextId::PREFIX,
        PollId::PREFIX,
    ];
    all.into_iter().find(|p| *p == text).unwrap_or("id")
}
