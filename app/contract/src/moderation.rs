//! Keeping a room civil: who may write in it, what people report, what moderators did. The room itself is [`crate::chat`].

use crate::{
    caller::Role,
    chat::MayWrite,
    ids::AccountId,
    shown::Timestamp,
};
use serde::{Deserialize, Serialize};

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
