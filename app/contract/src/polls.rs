//! Polls of a room: a moderator asks, whoever may take part has one vote, everybody sees it counted.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::{PollId, RoomId},
    outcome::Outcome,
    refusals,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Longest question, in characters.
pub const LONGEST_QUESTION: usize = 140;
/// Longest answer to choose, in characters.
pub const LONGEST_OPTION: usize = 60;
pub const FEWEST_OPTIONS: usize = 2;
pub const MOST_OPTIONS: usize = 6;
/// How long a poll is open, in minutes.
pub const MINUTES: [u32; 6] = [1, 2, 5, 10, 30, 60];

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollOption {
    pub text: String,
    pub votes: u32,
}

/// A poll as it stands, the same for every reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Later ones are greater.
    pub id: PollId,
    /// Rises with each change: what is older is not shown any more.
    pub version: u64,
    pub question: String,
    pub options: Vec<PollOption>,
    /// How long it stays open, from when this was told: devices' clocks are wrong. 0 once it is over.
    pub left_ms: u64,
}

impl Poll {
    pub fn votes(&self) -> u32 {
        self.options.iter().map(|option| option.votes).sum()
    }

    pub fn is_newer_than(&self, other: &Self) -> bool {
        (self.id, self.version) > (other.id, other.version)
    }
}

/// A poll, and what the reader chose: a place among its options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPoll {
    pub poll: Poll,
    pub own: Option<u32>,
}

/// What a moderator asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPoll {
    pub question: String,
    pub options: Vec<String>,
    /// One of [`MINUTES`]; what is between is taken as it is.
    pub minutes: u32,
}

refusals! {
    /// Why a poll isn't opened, or a vote not counted.
    pub enum PollRefusal {
        NoQuestion => "polls-refused-no-question" on "question",
        QuestionTooLong { most: u32 } => "polls-refused-question-too-long" on "question",
        TooFewOptions { least: u32 } => "polls-refused-too-few-options" on "options",
        TooManyOptions { most: u32 } => "polls-refused-too-many-options" on "options",
        OptionTooLong { most: u32 } => "polls-refused-option-too-long" on "options",
        SameOption { option: String } => "polls-refused-same-option" on "options",
        /// One at a time.
        OneIsOpen => "polls-refused-one-is-open",
        Over => "polls-refused-over",
        NoSuchOption => "polls-refused-no-such-option",
        ConfirmAddress => "polls-refused-confirm-address",
        TimedOut { minutes: u32 } => "polls-refused-timed-out",
        TooFast { seconds: u32 } => "polls-refused-too-fast",
    }
}

/// The port. Everything is of the caller's tenant; other tenants' polls are not found.
#[async_trait]
pub trait Polls: Send + Sync {
    /// The room's poll that is open, or was until some minutes ago. For everyone.
    async fn poll(&self, caller: &Caller, room: RoomId) -> Result<Option<ShownPoll>, Failure>;
    /// Asks the room. For moderators.
    async fn open_poll(&self, caller: &Caller, room: RoomId, poll: OpenPoll) -> Result<Outcome<Poll, PollRefusal>, Failure>;
    /// Gives the one vote, moves it, or takes it back; done twice, it is done once. For members.
    async fn vote_in_poll(&self, caller: &Caller, poll: PollId, option: Option<u32>) -> Result<Outcome<ShownPoll, PollRefusal>, Failure>;
    /// Ends it before its time. For moderators.
    async fn close_poll(&self, caller: &Caller, poll: PollId) -> Result<Outcome<Poll, PollRefusal>, Failure>;
}
