//! Errors inside a service, and the edge where they become a `Failure`.

use contract::{caller::Caller, failure::Failure};

/// Either an answer for the caller, or something of ours that broke.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Failure(#[from] Failure),
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

pub type Result<T> = std::result::Result<T, Error>;

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(anyhow::Error::new(error).context("database"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(anyhow::Error::new(error).context("stored json"))
    }
}

/// The edge of a service: logs what broke, once, and hides it from the caller.
pub trait OrFail<T> {
    /// # Errors
    /// The caller's failure; internal errors carry the request id only.
    fn or_fail(self, caller: &Caller) -> std::result::Result<T, Failure>;
}

impl<T> OrFail<T> for Result<T> {
    fn or_fail(self, caller: &Caller) -> std::result::Result<T, Failure> {
        self.map_err(|error| match error {
            Error::Failure(failure) => failure,
            Error::Internal(cause) => {
                tracing::error!(request_id = %caller.request_id, tenant = %caller.tenant, "{cause:#}");
                Failure::Internal { trace_id: caller.request_id.clone() }
            }
        })
    }
}
