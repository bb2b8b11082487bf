//! The room: a log of messages, edits, deletes, reactions and moderation. One room a station; others come with shows.

use crate::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, MessageId, RoomId},
    moderation::{RoomRules, Standing},
    outcome::Outcome,
    polls::ShownPoll,
    refusals,
    shown::{ShownTime, Timestamp},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longest message, in characters.
pub const LONGEST_MESSAGE: usize = 500;
/// How long the author may change a message.
pub const EDIT_WITHIN_MS: i64 = 2 * 60_000;
/// Messages of one page of history.
pub const HISTORY_PAGE: u64 = 50;
/// Changes that are told one by one to who comes back; past it the room is asked for anew.
pub const MOST_MISSED: u64 = 500;
/// What a message can be answered with at a touch.
pub const REACTIONS: [&str; 6] = ["❤️", "🔥", "🙌", "😂", "😮", "👎"];

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    pub account: AccountId,
    pub name: String,
    /// A badge is shown from [`Role::Moderator`] on.
    pub role: Role,
    /// A program that an admin let in. Its badge is what tells it apart, since its name may be like anybody's.
    #[serde(default)]
    pub bot: bool,
}

/// How many gave a reaction. The same for every reader; whether it is one of their own stands beside it (`own_reactions`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// One of [`REACTIONS`], or an emote of the tenant as `:name:`.
    pub emoji: String,
    pub count: u32,
}

/// Characters of a message that another one quotes.
const QUOTED: usize = 80;

/// The beginning of a message on one line, as it is quoted.
pub fn beginning(text: &str) -> String {
    text.chars().take(QUOTED).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// The message that another answers: enough to show a line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub message: MessageId,
    pub name: String,
    /// Its [`beginning`]; empty once it is deleted.
    pub text: String,
}

/// A message as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatMessage {
    pub id: MessageId,
    /// Its place in the log; order is by this, never by time.
    pub seq: u64,
    pub author: Author,
    /// Plain text; empty once it is deleted.
    pub text: String,
    /// `text` of the time is empty in what is broadcast, since that is encoded once for all languages: the browser fills it.
    pub sent: ShownTime,
    pub edited: bool,
    pub deleted: bool,
    pub answers: Option<Quote>,
    /// In the order of [`REACTIONS`], then emotes by name; those nobody gave are left out.
    pub reactions: Vec<Reaction>,
}

/// A row of the log, as everybody in the room is told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    pub seq: u64,
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Posted(ChatMessage),
    Edited {
        message: MessageId,
        text: String,
    },
    /// By its author or by a moderator.
    Deleted {
        message: MessageId,
    },
    /// All reactions of a message after somebody gave or took back one; whose it was, so that their own tabs agree.
    Reacted {
        message: MessageId,
        reactions: Vec<Reaction>,
        by: AccountId,
        emoji: String,
        given: bool,
    },
    /// Somebody may not write until then. Told to the room: nobody is silenced in secret.
    TimedOut {
        account: AccountId,
        name: String,
        until: Timestamp,
    },
    /// Somebody may not be here any more.
    Banned {
        account: AccountId,
        name: String,
    },
    /// A time-out or a ban was taken back.
    Lifted {
        account: AccountId,
        name: String,
    },
    /// Seconds between two messages of a person; 0 is off.
    SlowMode {
        seconds: u32,
    },
    /// What the room asks of those who write, all of it.
    Ruled {
        rules: RoomRules,
    },
    /// What stands above the room from now on; `None` for nothing.
    Pinned {
        message: Option<Quote>,
    },
}

/// A message on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostMessage {
    pub room: RoomId,
    /// Made by who sends it, unique for room and author: sent twice, it is stored once and answered the same.
    pub key: Uuid,
    pub text: String,
    pub answers: Option<MessageId>,
}

/// A change to what stands in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    Edit {
        message: MessageId,
        text: String,
    },
    Delete {
        message: MessageId,
    },
    React {
        message: MessageId,
        emoji: String,
        given: bool,
    },
    TimeOut {
        room: RoomId,
        account: AccountId,
        minutes: u32,
    },
    Ban {
        room: RoomId,
        account: AccountId,
    },
    Lift {
        room: RoomId,
        account: AccountId,
    },
    SlowMode {
        room: RoomId,
        seconds: u32,
    },
    Rule {
        room: RoomId,
        rules: RoomRules,
    },
    /// Instead of what was pinned before; `None` takes it down.
    Pin {
        room: RoomId,
        message: Option<MessageId>,
    },
}

/// Where something stands in the log once it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    pub seq: u64,
    /// The message it is about; the nil identifier where it is about none.
    pub message: MessageId,
}

/// What the reader may do in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MayWrite {
    Yes,
    /// Guests read.
    SignIn,
    /// The tenant asks for a confirmed address.
    ConfirmAddress,
    /// Timed out until then.
    After(Timestamp),
    /// Moderators only, for now.
    ReadOnly,
    /// The account is too young until then.
    TooNew(Timestamp),
    /// Banned.
    No,
}

/// A room as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    pub id: RoomId,
    /// The log's last row: enter after it.
    pub seq: u64,
    /// The last [`HISTORY_PAGE`] messages, oldest first; deleted ones among them.
    pub messages: Vec<ChatMessage>,
    /// Whether there is more before them.
    pub has_more: bool,
    pub may_write: MayWrite,
    pub slow_mode_seconds: u32,
    pub rules: RoomRules,
    /// What `may_write` follows from when the rules change; of those who are signed in.
    pub standing: Option<Standing>,
    /// The reader's own reactions to `messages`.
    pub own_reactions: Vec<(MessageId, String)>,
    /// Who reads, if signed in.
    pub reader: Option<Author>,
    /// What a moderator put above the room.
    pub pinned: Option<Quote>,
    /// What a moderator asks, or asked just now.
    pub poll: Option<ShownPoll>,
    /// Those whose messages the reader hides from themselves.
    pub hidden: Vec<AccountId>,
}

/// How somebody keeps another one at a distance. Nobody is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hiding {
    /// Their messages are hidden, and nothing of them becomes a notification.
    Muted,
    /// They can't answer or react to one's messages either, unless they moderate.
    Blocked,
}

/// Somebody whom the reader hides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    pub person: Author,
    pub how: Hiding,
}

/// More people than this are counted, not named.
pub const MOST_NAMED: usize = 200;

/// Who hears a room just now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Here {
    /// Those who wrote here at some time, by role and name; none if there are more than [`MOST_NAMED`] people.
    pub people: Vec<Author>,
    /// Everybody else: guests, and members who only read.
    pub others: u32,
    /// The reader's own, wherever those are.
    pub hidden: Vec<Hidden>,
}

/// A page of what was said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// Oldest first.
    pub messages: Vec<ChatMessage>,
    pub has_more: bool,
    pub own_reactions: Vec<(MessageId, String)>,
}

/// Where to look in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Landmark {
    Message(MessageId),
    /// A moment as forms have it (`2026-11-22T20:30`), in the tenant's time zone.
    Moment(String),
}

/// What somebody missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missed {
    /// In order, up to the log's end.
    Changes(Vec<Logged>),
    /// More than [`MOST_MISSED`]: ask for the room anew.
    TooMuch,
}

refusals! {
    /// Why something is not said in a room.
    pub enum ChatRefusal {
        Empty => "chat-refused-empty" on "text",
        TooLong { most: u32 } => "chat-refused-too-long" on "text",
        TooFast { seconds: u32 } => "chat-refused-too-fast" on "text",
        SlowMode { seconds: u32 } => "chat-refused-slow-mode" on "text",
        TimedOut { minutes: u32 } => "chat-refused-timed-out" on "text",
        Banned => "chat-refused-banned" on "text",
        /// Somebody else was, from where this one writes.
        NetworkBanned { days: u32 } => "chat-refused-network-banned" on "text",
        ConfirmAddress => "chat-refused-confirm-address" on "text",
        ReadOnly => "chat-refused-read-only" on "text",
        /// On the tenant's list.
        Word { word: String } => "chat-refused-word" on "text",
        TooNew { hours: u32 } => "chat-refused-too-new" on "text",
        /// Two minutes are over.
        TooLate => "chat-refused-too-late",
        /// Somebody else's message, and no moderator.
        NotYours => "chat-refused-not-yours",
        /// Nobody acts on an equal or higher role.
        NotBelowYou => "chat-refused-not-below-you",
        /// A bot isn't banned: its token is revoked.
        NoBan => "chat-refused-no-ban",
        /// By whom they would answer or react to.
        Blocked => "chat-refused-blocked",
        TooManyHidden { most: u32 } => "chat-refused-too-many-hidden",
        NoSuchMessage => "chat-refused-no-such-message",
        NoSuchReaction => "chat-refused-no-such-reaction",
    }
}

refusals! {
    /// Why a line that begins with a slash is not carried out.
    pub enum CommandRefusal {
        Unknown { command: String } => "commands-refused-unknown" on "text",
        /// It is about somebody, and names nobody.
        NoName { command: String } => "commands-refused-no-name" on "text",
        NobodyCalled { name: String } => "commands-refused-nobody-called" on "text",
        SeveralCalled { name: String } => "commands-refused-several-called" on "text",
        NoNumber { command: String } => "commands-refused-no-number" on "text",
        Moderators { command: String } => "commands-refused-moderators" on "text",
        /// A form without scripts says messages only.
        Scripts => "commands-refused-scripts" on "text",
    }
}

/// The room's port. Everything is of the caller's tenant; other tenants' rooms are not found.
#[async_trait]
pub trait Chat: Send + Sync {
    /// The station's room, made on first use. For everyone.
    async fn station_room(&self, caller: &Caller) -> Result<Room, Failure>;
    /// What was said before `before` (a `seq`). For everyone.
    async fn history(&self, caller: &Caller, room: RoomId, before: u64) -> Result<History, Failure>;
    /// The `seq` of a message, or of the first one at or after a moment; past the newest it is the newest. For everyone.
    async fn place(&self, caller: &Caller, room: RoomId, of: Landmark) -> Result<u64, Failure>;
    /// What happened after `after` (a `seq`). For everyone.
    async fn missed(&self, caller: &Caller, room: RoomId, after: u64) -> Result<Missed, Failure>;
    /// Stores a message and tells the room. For members.
    async fn post(&self, caller: &Caller, post: PostMessage) -> Result<Outcome<Stored, ChatRefusal>, Failure>;
    /// Who hears the room just now. For everyone.
    async fn here(&self, caller: &Caller, room: RoomId) -> Result<Here, Failure>;
    /// Hides somebody's messages from oneself, or shows them again. For members.
    async fn hide(&self, caller: &Caller, account: AccountId, how: Option<Hiding>) -> Result<Outcome<(), ChatRefusal>, Failure>;
    /// Changes what stands there and tells the room. Own messages for their author, the rest for moderators.
    async fn change(&self, caller: &Caller, change: Change) -> Result<Outcome<Stored, ChatRefusal>, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_one_short_line() {
        assert_eq!(beginning("one\n\ntwo"), "one  two");
        assert_eq!(beginning(&"é".repeat(200)), "é".repeat(80));
    }
}
