//! Bots: programs that write in the tenant's room with a token, and are told what is said there.

use crate::{caller::Caller, failure::Failure, ids::BotId, outcome::Outcome, refusals, shown::ShownTime};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Bots that a tenant has at once.
pub const MOST_BOTS: u64 = 20;
/// Longest name, in characters.
pub const LONGEST_BOT_NAME: usize = 40;
/// Longest address of a webhook, in bytes.
pub const LONGEST_WEBHOOK: usize = 500;

/// A bot as its page shows it. Its token is nowhere: what is kept only tells whether a token is the right one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bot {
    pub id: BotId,
    pub name: String,
    pub created: ShownTime,
    pub webhook: Option<Webhook>,
}

/// Where a bot is told what is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    pub url: String,
    pub state: WebhookState,
}

/// How the telling goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebhookState {
    /// Nothing went wrong the last time.
    Fine,
    /// It is tried again, later and later.
    Failing { since: ShownTime, why: WebhookFailure },
    /// It failed for a day and is not tried any more, until the address is saved again.
    Off { since: ShownTime, why: WebhookFailure },
}

/// Why something could not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebhookFailure {
    /// An answer that is no `2xx`.
    Status(u16),
    /// No answer in time.
    Slow,
    /// An address of a private network.
    Private,
    /// No connection, or none that can be trusted.
    Unreachable,
}

impl WebhookFailure {
    /// As it is stored.
    pub fn name(self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            Self::Slow => "slow".to_owned(),
            Self::Private => "private".to_owned(),
            Self::Unreachable => "unreachable".to_owned(),
        }
    }

    /// What a later version knows is a failure here too.
    pub fn parse(name: &str) -> Self {
        match name {
            "slow" => Self::Slow,
            "private" => Self::Private,
            name => name.parse().map_or(Self::Unreachable, Self::Status),
        }
    }
}

/// What is told once and never again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotSecret {
    pub bot: BotId,
    pub name: String,
    /// A token, or what the webhook is signed with.
    pub secret: String,
}

refusals! {
    /// Why a bot isn't made or changed.
    pub enum BotRefusal {
        NameMissing => "bots-refused-name-missing" on "name",
        NameTooLong { most: u32 } => "bots-refused-name-too-long" on "name",
        /// Of another bot; people may be called the same, and bots carry a badge.
        NameTaken => "bots-refused-name-taken" on "name",
        TooMany { most: u32 } => "bots-refused-too-many",
        AddressInvalid => "bots-refused-address" on "url",
        AddressPrivate => "bots-refused-private" on "url",
    }
}

/// The bots' port, for admins. Everything is of the caller's tenant.
#[async_trait]
pub trait Bots: Send + Sync {
    /// Those that weren't revoked, the oldest first.
    async fn bots(&self, caller: &Caller) -> Result<Vec<Bot>, Failure>;
    /// Makes a bot; its token is told here and never again.
    async fn create_bot(&self, caller: &Caller, name: String) -> Result<Outcome<BotSecret, BotRefusal>, Failure>;
    /// Calls a bot something else, in what it said before too.
    async fn rename_bot(&self, caller: &Caller, bot: BotId, name: String) -> Result<Outcome<(), BotRefusal>, Failure>;
    /// Another token; the one before opens nothing any more.
    async fn renew_token(&self, caller: &Caller, bot: BotId) -> Result<BotSecret, Failure>;
    /// Ends a bot for good. What it said stays.
    async fn revoke_bot(&self, caller: &Caller, bot: BotId) -> Result<(), Failure>;
    /// Tells a bot of what is said from now on; an empty address ends it. Another address has another secret, told here and never
    /// again; saving the same one keeps its secret and begins anew where it was given up.
    async fn set_webhook(&self, caller: &Caller, bot: BotId, url: String) -> Result<Outcome<Option<BotSecret>, BotRefusal>, Failure>;
}

#[cfg(test)]
mod tests {
    use super::WebhookFailure;

    #[test]
    fn a_failure_is_stored_and_read_back() {
        for failure in [WebhookFailure::Status(503), WebhookFailure::Slow, WebhookFailure::Private, WebhookFailure::Unreachable] {
            assert_eq!(WebhookFailure::parse(&failure.name()), failure);
        }
        assert_eq!(WebhookFailure::parse("of a later version"), WebhookFailure::Unreachable);
    }
}
