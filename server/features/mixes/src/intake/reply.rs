//! What the upload endpoint answers when it doesn't do what was asked.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use contract::{
    caller::Caller,
    failure::Failure,
    outcome::{Message, Refusal},
    studio::UploadRefusal,
};
use http::StatusCode;
use kernel::OrFail;
use serde::Serialize;

/// Why a request ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The person can mend it.
    Refused(UploadRefusal),
    /// The program that uploads is at fault, or someone else was quicker.
    Status(StatusCode),
    /// Not for them, or ours.
    Broke(kernel::Error),
}

impl From<UploadRefusal> for Stop {
    fn from(refusal: UploadRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<kernel::Error> for Stop {
    fn from(error: kernel::Error) -> Self {
        Self::Broke(error)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Broke(failure.into())
    }
}

impl From<sea_orm::DbErr> for Stop {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Broke(error.into())
    }
}

/// The body of a refusal, the same shape for every status.
#[derive(Serialize)]
struct Declined {
    refusals: Vec<Message>,
}

impl Stop {
    pub(crate) fn into_response(self, caller: &Caller) -> Response {
        let (status, refusals) = match self {
            Self::Refused(refusal) => (status_of(&refusal), vec![refusal.message()]),
            Self::Status(status) => (status, vec![]),
            Self::Broke(error) => match Err::<(), _>(error).or_fail(caller) {
                Err(failure) => {
                    (StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), vec![failure.message()])
                }
                Ok(()) => (StatusCode::INTERNAL_SERVER_ERROR, vec![]),
            },
        };
        (status, Json(Declined { refusals })).into_response()
    }
}

fn status_of(refusal: &UploadRefusal) -> StatusCode {
    match refusal {
        UploadRefusal::NotAudio | UploadRefusal::UnsupportedFormat => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        UploadRefusal::TooLarge { .. } | UploadRefusal::QuotaExceeded { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        UploadRefusal::TooManyAtOnce => StatusCode::TOO_MANY_REQUESTS,
        UploadRefusal::Expired => StatusCode::GONE,
        // tus 1.0, checksum extension.
        UploadRefusal::ChecksumMismatch => StatusCode::from_u16(460).unwrap_or(StatusCode::BAD_REQUEST),
        _ => StatusCode::BAD_REQUEST,
    }
}
