//! What can go wrong that no form can mend. Everything a person can mend is a refusal, see `outcome`.

use crate::outcome::{Argument, Message};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An answer that isn't one. Carries nothing of the cause: that was logged once, at the edge, under `trace_id`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Failure {
    /// 401: only for people who are signed in.
    SignInRequired,
    /// 403: signed in, but the role doesn't reach.
    Forbidden,
    /// 404: not here, or not for this tenant or viewer.
    NotFound,
    /// 429: a limit with a number; try again after it.
    TooManyRequests { seconds: u64 },
    /// 500: ours. Quote the id when reporting it.
    Internal { trace_id: String },
    /// The server was not reached or its answer not understood; made in the browser only.
    Unreachable,
}

impl Failure {
    /// The HTTP status that carries it.
    pub fn status(&self) -> u16 {
        match self {
            Self::SignInRequired => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::TooManyRequests { .. } => 429,
            Self::Internal { .. } => 500,
            Self::Unreachable => 503,
        }
    }

    /// The Fluent message shown for it.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::SignInRequired => "common-failure-sign-in",
            Self::Forbidden => "common-failure-forbidden",
            Self::NotFound => "common-failure-not-found",
            Self::TooManyRequests { .. } => "common-failure-too-many",
            Self::Internal { .. } => "common-failure-internal",
            Self::Unreachable => "common-failure-unreachable",
        }
    }

    /// The same with its variables, for where failures and refusals are told in one shape.
    pub fn message(&self) -> Message {
        let arguments = match self {
            Self::TooManyRequests { seconds } => vec![("seconds".to_owned(), Argument::Number(*seconds as f64))],
            Self::Internal { trace_id } => vec![("trace".to_owned(), trace_id.into())],
            _ => vec![],
        };
        Message { id: self.message_id().to_owned(), arguments, field: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message_id())
    }
}

impl std::error::Error for Failure {}

#[cfg(feature = "server-fn")]
impl server_fn::error::FromServerFnError for Failure {
    type Encoder = server_fn::codec::JsonEncoding;

    fn from_server_fn_error(_: server_fn::error::ServerFnErrorErr) -> Self {
        Self::Unreachable
    }
}
