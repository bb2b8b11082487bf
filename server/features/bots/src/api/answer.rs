//! Answers: JSON, and for what went wrong a word for programs beside a sentence for people.

use axum::{
    Json,
    extract::rejection::JsonRejection,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{caller::Caller, failure::Failure};
use serde::Serialize;
use std::borrow::Cow;

pub(super) type Answered<T> = Result<T, Problem>;

/// Why a call did nothing.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    status: StatusCode,
    error: Cow<'static, str>,
    message: Cow<'static, str>,
    retry_after_s: Option<u64>,
}

#[derive(Serialize)]
struct Body<'a> {
    error: &'a str,
    message: &'a str,
}

impl Problem {
    pub(super) const NOT_FOUND: Self = Self::new(StatusCode::NOT_FOUND, "not-found", "There is nothing at this address.");
    pub(super) const METHOD: Self = Self::new(StatusCode::METHOD_NOT_ALLOWED, "method", "This address has no such method.");
    pub(super) const TOKEN: Self = Self::new(StatusCode::UNAUTHORIZED, "token", "The token is missing, wrong or revoked.");

    const fn new(status: StatusCode, error: &'static str, message: &'static str) -> Self {
        Self { status, error: Cow::Borrowed(error), message: Cow::Borrowed(message), retry_after_s: None }
    }

    pub(super) fn bad(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), ..Self::new(StatusCode::BAD_REQUEST, "bad-request", "") }
    }

    pub(super) fn too_fast(seconds: u64) -> Self {
        let new = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-fast", "Too many calls; Retry-After says when the next one is fine.");
        Self { retry_after_s: Some(seconds), ..new }
    }

    /// Something that the room refused, in its words.
    pub(super) fn refused(status: StatusCode, error: String, message: String) -> Self {
        Self { status, error: Cow::Owned(error), message: Cow::Owned(message), retry_after_s: None }
    }

    /// What broke is logged once, here, and told by its number.
    pub(super) fn of(error: kernel::Error, caller: &Caller) -> Self {
        let failed: Result<(), Failure> = kernel::OrFail::or_fail(Err(error), caller);
        failed.err().map_or(Self::NOT_FOUND, Self::from)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::TooManyRequests { seconds } => Self::too_fast(seconds),
            // A bot that is gone while it waits.
            Failure::NotFound | Failure::SignInRequired => Self::TOKEN,
            Failure::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden", "A bot may not do this."),
            Failure::Internal { trace_id } => Self {
                message: Cow::Owned(format!("Something broke on our side: {trace_id}")),
                ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "")
            },
            Failure::Unreachable => Self::new(StatusCode::SERVICE_UNAVAILABLE, "unreachable", "Try again in a moment."),
        }
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type", "Send JSON with Content-Type: application/json.")
            }
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "A body has at most 16 KiB."),
            _ => Self::bad(rejection.body_text()),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(Body { error: &self.error, message: &self.message })).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"bots\""));
        }
        if let Some(seconds) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
