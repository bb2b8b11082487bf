//! What concerns one person and happened while they looked elsewhere: in a list of their own, and by mail if they like.

use crate::{
    caller::{Caller, Role},
    failure::Failure,
    ids::NotificationId,
    outcome::Message,
    page::Page,
    shown::ShownTime,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Notifications of a page.
pub const NOTIFICATIONS_PAGE: u64 = 30;

/// What a notification is about. Each kind is shown and mailed, or not, as its reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotificationKind {
    /// Somebody answered one's message.
    Answer,
    /// Somebody called one by name.
    Mention,
    /// What became of a track one asked for.
    Request,
    /// A time-out, a ban, or its end.
    Sanction,
    /// Somebody reported a message.
    Report,
    /// Work in the background was given up.
    Job,
}

impl NotificationKind {
    pub const ALL: [Self; 6] = [Self::Answer, Self::Mention, Self::Request, Self::Sanction, Self::Report, Self::Job];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Mention => "mention",
            Self::Request => "request",
            Self::Sanction => "sanction",
            Self::Report => "report",
            Self::Job => "job",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The least role that gets it.
    pub fn for_role(self) -> Role {
        match self {
            Self::Answer | Self::Mention | Self::Request | Self::Sanction => Role::Fan,
            Self::Report => Role::Moderator,
            Self::Job => Role::Admin,
        }
    }

    /// What holds until somebody chooses: everything is shown, and mailed is what should not wait for the next visit.
    pub fn at_first(self) -> Choice {
        Choice { kind: self, shown: true, mailed: matches!(self, Self::Sanction | Self::Report | Self::Job) }
    }
}

/// How somebody wants to hear of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub kind: NotificationKind,
    pub shown: bool,
    pub mailed: bool,
}

/// Something that concerns its reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    pub id: NotificationId,
    pub kind: NotificationKind,
    /// What happened, as a sentence.
    pub text: Message,
    /// What somebody said, as it stands now; empty where nothing was said or it is gone.
    pub quote: String,
    /// Where to read on.
    pub path: String,
    pub at: ShownTime,
    pub read: bool,
}

/// A person's notifications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notifications {
    /// The newest first.
    pub page: Page<Notification>,
    pub unread: u32,
}

/// The port. Everything is the caller's own; guests are asked to sign in.
#[async_trait]
pub trait NotificationCentre: Send + Sync {
    async fn unread(&self, caller: &Caller) -> Result<u32, Failure>;
    /// [`NOTIFICATIONS_PAGE`] a page, from 1.
    async fn notifications(&self, caller: &Caller, page: u32) -> Result<Notifications, Failure>;
    /// One of them and all before it are read; without one, all. Gives how many are left.
    async fn read(&self, caller: &Caller, up_to: Option<NotificationId>) -> Result<u32, Failure>;
    /// One for each kind that the caller's role gets.
    async fn choices(&self, caller: &Caller) -> Result<Vec<Choice>, Failure>;
    /// Kinds that are not named stay as they are.
    async fn choose(&self, caller: &Caller, choices: Vec<Choice>) -> Result<(), Failure>;
}
