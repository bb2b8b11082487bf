//! Shout-outs: a few words for the air. Everybody may send one; what a moderator shows is read out and seen.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::ShoutOutId,
    outcome::Outcome,
    refusals,
    shown::{ShownTime, Timestamp},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Longest text, and longest name or place, in characters.
pub const LONGEST_SHOUT_OUT: usize = 280;
pub const LONGEST_NAME: usize = 40;
/// Those that are shown at once: the last ones.
pub const MOST_SHOWN: u64 = 20;
/// Most that wait for a moderator.
pub const MOST_HELD: u64 = 200;

/// Where a shout-out stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShoutOutState {
    /// Waits for a moderator; only they see it.
    Held,
    /// Everybody sees it; not read out yet.
    Shown,
    /// Read out on air.
    Read,
    /// Nobody sees it any more.
    Hidden,
}

impl ShoutOutState {
    pub const ALL: [Self; 4] = [Self::Held, Self::Shown, Self::Read, Self::Hidden];

    /// The stored name, and that of the deed which leads there.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Shown => "shown",
            Self::Read => "read",
            Self::Hidden => "hidden",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    pub fn is_public(self) -> bool {
        matches!(self, Self::Shown | Self::Read)
    }

    /// What is held is shown or hidden, what is shown is read or hidden, and what was hidden by mistake comes back.
    pub fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Held | Self::Hidden, Self::Shown) | (Self::Shown, Self::Read) | (Self::Held | Self::Shown | Self::Read, Self::Hidden)
        )
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShoutOut {
    pub id: ShoutOutId,
    /// Rises with each change: of two copies, the one with more is the newer.
    pub version: u64,
    pub state: ShoutOutState,
    /// One line, in the sender's words.
    pub text: String,
    /// Who sent it and from where, as they like to be called; empty where nothing was said.
    pub name: String,
    pub place: String,
    /// `text` of the time is empty in what is broadcast: the browser fills it.
    pub sent: ShownTime,
}

/// What the Live page shows of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShoutOuts {
    /// The last [`MOST_SHOWN`], the newest first.
    pub shown: Vec<ShoutOut>,
    /// For moderators: those that wait, the oldest first.
    pub held: Vec<ShoutOut>,
}

/// One on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendShoutOut {
    pub text: String,
    pub name: String,
    pub place: String,
}

refusals! {
    /// Why a shout-out isn't taken, or not changed.
    pub enum ShoutOutRefusal {
        Empty => "shoutouts-refused-empty" on "text",
        TooLong { most: u32 } => "shoutouts-refused-too-long" on "text",
        NameTooLong { most: u32 } => "shoutouts-refused-name-too-long" on "name",
        PlaceTooLong { most: u32 } => "shoutouts-refused-place-too-long" on "place",
        TooMany { minutes: u32 } => "shoutouts-refused-too-many",
        /// Too many wait for a moderator.
        Full => "shoutouts-refused-full",
        /// Somebody else decided meanwhile.
        Decided => "shoutouts-refused-decided",
    }
}

/// The shout-outs' port. Everything is of the caller's tenant.
#[async_trait]
pub trait ShoutOutBoard: Send + Sync {
    /// For everyone; what is held for moderators and above.
    async fn shout_outs(&self, caller: &Caller) -> Result<ShoutOuts, Failure>;
    /// For everyone who wasn't sent away; it waits for a moderator.
    async fn send(&self, caller: &Caller, sent: SendShoutOut) -> Result<Outcome<(), ShoutOutRefusal>, Failure>;
    /// For moderators and above.
    async fn judge(&self, caller: &Caller, id: ShoutOutId, next: ShoutOutState) -> Result<Outcome<ShoutOut, ShoutOutRefusal>, Failure>;
}

/// The newest first.
pub fn sort_shown(all: &mut [ShoutOut]) {
    all.sort_by_key(|one| (std::cmp::Reverse::<Timestamp>(one.sent.at), std::cmp::Reverse(one.id)));
}
