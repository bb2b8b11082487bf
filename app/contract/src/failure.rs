//! What can go wrong that no form can mend. Everything a person can mend is a refusal, see `outcome`.

use crate::outcome::{Argument, Message};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An answer that isn't one. Carries nothing of the cause: that was logged once, at the edge, under `trace_id`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", from = "Flat")]
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

/// A failure as it is read. What reads a tagged enum must be able to hold any JSON first, which the browser would load for nothing.
#[derive(Deserialize)]
struct Flat {
    kind: Kind,
    #[serde(default)]
    seconds: u64,
    #[serde(default)]
    trace_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    SignInRequired,
    Forbidden,
    NotFound,
    TooManyRequests,
    Internal,
    Unreachable,
}

impl From<Flat> for Failure {
    fn from(flat: Flat) -> Self {
        match flat.kind {
            Kind::SignInRequired => Self::SignInRequired,
            Kind::Forbidden => Self::Forbidden,
            Kind::NotFound => Self::NotFound,
            Kind::TooManyRequests => Self::TooManyRequests { seconds: flat.seconds },
            Kind::Internal => Self::Internal { trace_id: flat.trace_id },
            Kind::Unreachable => Self::Unreachable,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_survives_the_wire() {
        let plain = [Failure::SignInRequired, Failure::Forbidden, Failure::NotFound, Failure::Unreachable];
        let told = [Failure::TooManyRequests { seconds: 5 }, Failure::Internal { trace_id: "7c".into() }];
        for sent in plain.into_iter().chain(told) {
            let wire = serde_json::to_string(&sent).unwrap();
            assert_eq!(serde_json::from_str::<Failure>(&wire).unwrap(), sent);
        }
    }
}
