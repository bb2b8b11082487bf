//! Keeping a room civil: who may write in it, what people report, what moderators did. The room itself is [`crate::chat`].

use crate::{
    caller::{Caller, Role},
    chat::{Author, ChatMessage, ChatRefusal, MayWrite, Stored},
    failure::Failure,
    ids::{AccountId, MessageId, RoomId},
    outcome::Outcome,
    page::Page,
    refusals,
    shown::{ShownTime, Timestamp},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Longest text beside a report, in characters.
pub const LONGEST_NOTE: usize = 500;
/// Longest list of words, in characters.
pub const LONGEST_WORD_LIST: usize = 4000;

/// Days for which what is said may be kept, and are unless an admin says otherwise.
pub const LEAST_KEPT_DAYS: u32 = 7;
pub const MOST_KEPT_DAYS: u32 = 3650;
pub const USUAL_KEPT_DAYS: u32 = 90;
/// Or for as long as the station lives.
pub const KEPT_FOREVER: u32 = 0;

/// The longest age that a room asks of accounts, in hours: a month.
pub const OLDEST_ASKED_H: u32 = 30 * 24;
const HOUR_MS: i64 = 3_600_000;

/// Who of those who are signed in may write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Writers {
    /// Also before they confirmed their address.
    Members,
    #[default]
    Confirmed,
}

impl Writers {
    pub const ALL: [Self; 2] = [Self::Members, Self::Confirmed];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Confirmed => "confirmed",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|writers| writers.name() == name)
    }
}

/// What a room asks of those who write. Moderators are asked for a confirmed address only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRules {
    pub writers: Writers,
    /// Moderators write, the rest reads.
    pub read_only: bool,
    /// How old an account must be; 0 is off.
    pub account_age_hours: u32,
    /// Seconds between two messages of a person; 0 is off.
    pub slow_mode_seconds: u32,
}

impl RoomRules {
    /// What holds off a raid of new accounts: an age of a day, and one message every 30 s.
    pub const RAID_AGE_HOURS: u32 = 24;
    pub const RAID_SLOW_MODE_SECONDS: u32 = 30;

    /// Whether these hold off a raid.
    pub fn raid_mode(&self) -> bool {
        self.account_age_hours >= Self::RAID_AGE_HOURS && self.slow_mode_seconds >= Self::RAID_SLOW_MODE_SECONDS
    }

    /// These with raid mode on or off; what is stricter already stays.
    #[must_use]
    pub fn with_raid_mode(self, on: bool) -> Self {
        if on {
            Self {
                account_age_hours: self.account_age_hours.max(Self::RAID_AGE_HOURS),
                slow_mode_seconds: self.slow_mode_seconds.max(Self::RAID_SLOW_MODE_SECONDS),
                ..self
            }
        } else {
            Self { account_age_hours: 0, slow_mode_seconds: 0, read_only: false, ..self }
        }
    }
}

/// What of a person matters for writing in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub role: Role,
    /// Whether the address was confirmed.
    pub confirmed: bool,
    pub since: Timestamp,
    pub banned: bool,
    pub timed_out_until: Option<Timestamp>,
}

impl Standing {
    /// What they may do under `rules`; the same on the server, which decides, and in the browser, which shows it.
    pub fn may_write(&self, rules: &RoomRules, now: Timestamp) -> MayWrite {
        if self.banned {
            return MayWrite::No;
        }
        let moderates = self.role >= Role::Moderator;
        if !self.confirmed && (moderates || rules.writers == Writers::Confirmed) {
            return MayWrite::ConfirmAddress;
        }
        if let Some(until) = self.timed_out_until.filter(|until| *until > now) {
            return MayWrite::After(until);
        }
        if moderates {
            return MayWrite::Yes;
        }
        if rules.read_only {
            return MayWrite::ReadOnly;
        }
        let old_enough = self.since.plus_ms(i64::from(rules.account_age_hours) * HOUR_MS);
        if rules.account_age_hours > 0 && old_enough > now {
            return MayWrite::TooNew(old_enough);
        }
        MayWrite::Yes
    }
}

/// When an account was made: its id is a UUIDv7 (RFC 9562, section 5.7), which begins with the milliseconds of that moment.
pub fn member_since(account: AccountId) -> Timestamp {
    Timestamp(i64::try_from(account.0.as_u128() >> 80).unwrap_or_default())
}

/// Why a message is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Spam,
    Insult,
    Hate,
    Sexual,
    Danger,
    Other,
}

impl Reason {
    pub const ALL: [Self; 6] = [Self::Spam, Self::Insult, Self::Hate, Self::Sexual, Self::Danger, Self::Other];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spam => "spam",
            Self::Insult => "insult",
            Self::Hate => "hate",
            Self::Sexual => "sexual",
            Self::Danger => "danger",
            Self::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// A report on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportMessage {
    pub message: MessageId,
    pub reason: Reason,
    /// At most [`LONGEST_NOTE`] characters; may be empty.
    pub note: String,
}

/// One person's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub by: String,
    pub reason: Reason,
    pub note: String,
    pub at: ShownTime,
}

/// A message that waits for a decision, with all that was reported about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub message: MessageId,
    pub author: Author,
    /// The text as it was when it was first reported.
    pub said: String,
    pub sent: ShownTime,
    /// Gone from the room meanwhile.
    pub deleted: bool,
    /// What was said before and after it, oldest first.
    pub before: Vec<ChatMessage>,
    pub after: Vec<ChatMessage>,
    /// Oldest first; at least one.
    pub reports: Vec<Report>,
    /// Nobody acts on an equal or higher role.
    pub below_you: bool,
}

/// What waits, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportQueue {
    /// Messages that wait; `items` may be fewer.
    pub open: u32,
    pub items: Vec<Reported>,
}

/// What becomes of a reported message and its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Dismiss,
    Delete,
    TimeOut { minutes: u32 },
    Ban,
}

/// A time-out or a ban, also one that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sanction {
    pub ban: bool,
    pub at: ShownTime,
    pub until: Option<ShownTime>,
    pub by: String,
    pub holds: bool,
}

/// A person of the room as moderators see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    pub room: RoomId,
    pub author: Author,
    pub since: ShownTime,
    /// The newest first.
    pub messages: Vec<ChatMessage>,
    /// Ever, as far as they are kept.
    pub reports: u32,
    pub open_reports: u32,
    /// The newest first.
    pub sanctions: Vec<Sanction>,
    pub below_you: bool,
}

/// What a moderator did. Deleting erases the text, so it is the one deed that can't be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Did {
    Deleted,
    TimedOut {
        until: Timestamp,
    },
    Banned,
    Lifted,
    SlowMode {
        seconds: u32,
    },
    Ruled {
        rules: RoomRules,
    },
    /// Reports about a message.
    Dismissed,
}

/// A row of the moderation log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    pub room: RoomId,
    pub at: ShownTime,
    pub by: String,
    pub on: Option<Author>,
    pub did: Did,
    /// The end of a time-out.
    pub until: Option<ShownTime>,
    pub reason: Option<Reason>,
    /// It still holds, and the reader may take it back.
    pub may_lift: bool,
}

/// What a tenant decided about all its rooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomSettings {
    /// For how many days messages are kept; [`KEPT_FOREVER`] is for as long as the station lives.
    pub kept_days: u32,
    /// Whether what the classifier takes for rude is reported by itself.
    pub notices: bool,
}

impl Default for RoomSettings {
    fn default() -> Self {
        Self { kept_days: USUAL_KEPT_DAYS, notices: true }
    }
}

refusals! {
    /// Why a report is not taken.
    pub enum ModerationRefusal {
        TooLong { most: u32 } => "moderation-refused-too-long" on "note",
        TooManyReports { minutes: u32 } => "moderation-refused-too-many",
        ListTooLong { most: u32 } => "moderation-refused-list-too-long" on "words",
        KeptDays { least: u32, most: u32 } => "moderation-refused-kept-days" on "days",
        OwnMessage => "moderation-refused-own",
        NoSuchMessage => "chat-refused-no-such-message",
    }
}

/// The port of those who keep rooms civil. Everything is of the caller's tenant.
#[async_trait]
pub trait Moderation: Send + Sync {
    /// Asks moderators to look at a message; said twice it is one report. For members.
    async fn report(&self, caller: &Caller, report: ReportMessage) -> Result<Outcome<(), ModerationRefusal>, Failure>;
    /// What was reported and not decided. For moderators, as all below.
    async fn reports(&self, caller: &Caller) -> Result<ReportQueue, Failure>;
    /// Does it by the room's own rules and closes all reports about the message.
    async fn decide(&self, caller: &Caller, message: MessageId, decision: Decision) -> Result<Outcome<Stored, ChatRefusal>, Failure>;
    /// What is known of a person who wrote or reported here.
    async fn card(&self, caller: &Caller, account: AccountId) -> Result<PersonCard, Failure>;
    /// Words and phrases that nobody below a moderator says here, one a line; a `*` ends a word in any way.
    async fn words(&self, caller: &Caller) -> Result<String, Failure>;
    /// For DJs and above.
    async fn set_words(&self, caller: &Caller, words: String) -> Result<Outcome<(), ModerationRefusal>, Failure>;
    /// For how many days what is said is kept; 0 is for as long as the station lives. For admins.
    async fn settings(&self, caller: &Caller) -> Result<RoomSettings, Failure>;
    async fn set_settings(&self, caller: &Caller, settings: RoomSettings) -> Result<Outcome<(), ModerationRefusal>, Failure>;
    /// What moderators did, the newest first.
    async fn deeds(&self, caller: &Caller, page: u32) -> Result<Page<Deed>, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp(1_000 * HOUR_MS);

    fn fan() -> Standing {
        Standing { role: Role::Fan, confirmed: true, since: NOW.plus_ms(-2 * HOUR_MS), banned: false, timed_out_until: None }
    }

    #[test]
    fn each_rule_says_who_may_write() {
        let rules = RoomRules::default();
        let new = Standing { confirmed: false, ..fan() };
        assert_eq!(fan().may_write(&rules, NOW), MayWrite::Yes);
        assert_eq!(new.may_write(&rules, NOW), MayWrite::ConfirmAddress);
        assert_eq!(new.may_write(&RoomRules { writers: Writers::Members, ..rules }, NOW), MayWrite::Yes);
        let read_only = RoomRules { read_only: true, ..rules };
        assert_eq!(fan().may_write(&read_only, NOW), MayWrite::ReadOnly);
        let aged = RoomRules { account_age_hours: 3, ..rules };
        assert_eq!(fan().may_write(&aged, NOW), MayWrite::TooNew(NOW.plus_ms(HOUR_MS)));
        assert_eq!(fan().may_write(&aged, NOW.plus_ms(HOUR_MS)), MayWrite::Yes);
        let moderator = Standing { role: Role::Moderator, ..fan() };
        for rules in [read_only, aged] {
            assert_eq!(moderator.may_write(&rules, NOW), MayWrite::Yes);
            assert_eq!(Standing { banned: true, ..moderator }.may_write(&rules, NOW), MayWrite::No);
        }
        let until = NOW.plus_ms(1);
        let timed_out = Standing { timed_out_until: Some(until), ..moderator };
        assert_eq!(timed_out.may_write(&rules, NOW), MayWrite::After(until));
        assert_eq!(timed_out.may_write(&rules, until), MayWrite::Yes);
    }

    #[test]
    fn raid_mode_is_one_switch_and_keeps_what_is_stricter() {
        let on = RoomRules::default().with_raid_mode(true);
        assert!(on.raid_mode() && !RoomRules::default().raid_mode() && !on.read_only);
        assert_eq!((on.account_age_hours, on.slow_mode_seconds), (24, 30));
        let strict = RoomRules { account_age_hours: 48, slow_mode_seconds: 60, ..RoomRules::default() };
        assert_eq!(strict.with_raid_mode(true), strict);
        assert_eq!(RoomRules { read_only: true, ..on }.with_raid_mode(false), RoomRules::default());
    }

    #[test]
    fn an_account_knows_when_it_was_made() {
        let account = AccountId(Uuid::from_u128((1_795_348_800_123_u128 << 80) | (7 << 76) | (2 << 62) | 99));
        assert_eq!(member_since(account), Timestamp(1_795_348_800_123));
    }
}
