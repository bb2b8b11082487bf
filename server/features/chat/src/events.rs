//! What the rest of the house learns of a room, beyond what its log tells those who are in it.

use contract::{
    ids::{AccountId, MessageId},
    moderation::{Did, Reason},
};
use sea_orm::prelude::Uuid;
use serde::Serialize;

/// Each is an event of its kind, with itself as the payload.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Happened {
    Addressed(Addressed),
    Reported(Reported),
    Sanctioned(Sanctioned),
}

/// A message that answers somebody or calls them by name.
#[derive(Debug, Serialize)]
pub(crate) struct Addressed {
    pub message: MessageId,
    pub by: AccountId,
    /// Whom it answers, if that is somebody else.
    pub answered: Option<AccountId>,
    /// Others whom it calls.
    pub mentioned: Vec<AccountId>,
}

/// Somebody asks moderators to look at a message.
#[derive(Debug, Serialize)]
pub(crate) struct Reported {
    pub message: MessageId,
    pub author: AccountId,
    pub by: AccountId,
    pub reason: Reason,
}

/// Timed out, banned, or let in again.
#[derive(Debug, Serialize)]
pub(crate) struct Sanctioned {
    pub account: AccountId,
    pub by: AccountId,
    pub did: Did,
}

impl Happened {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Addressed(_) => "room.addressed",
            Self::Reported(_) => "room.reported",
            Self::Sanctioned(_) => "room.sanctioned",
        }
    }

    pub fn subject(&self) -> Uuid {
        match self {
            Self::Addressed(Addressed { message, .. }) | Self::Reported(Reported { message, .. }) => message.0,
            Self::Sanctioned(Sanctioned { account, .. }) => account.0,
        }
    }
}
