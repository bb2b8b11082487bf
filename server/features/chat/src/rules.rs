//! What a room asks of those who write: as its row has it, and as one number of the log.

use crate::{entity::room, pace::SLOWEST_S};
use contract::moderation::{OLDEST_ASKED_H, RoomRules, Writers};

pub(crate) fn of(room: &room::Model) -> RoomRules {
    RoomRules {
        // What a later version knows is strict here.
        writers: Writers::parse(&room.writers).unwrap_or_default(),
        read_only: room.read_only,
        account_age_hours: room.account_age_hours.unsigned_abs(),
        slow_mode_seconds: room.slow_mode_seconds.unsigned_abs(),
    }
}

/// Within what a room may ask.
pub(crate) fn bounded(rules: RoomRules) -> RoomRules {
    RoomRules {
        account_age_hours: rules.account_age_hours.min(OLDEST_ASKED_H),
        slow_mode_seconds: rules.slow_mode_seconds.min(SLOWEST_S),
        ..rules
    }
}

pub(crate) fn set(room: &mut room::Model, rules: RoomRules) {
    room.writers = rules.writers.name().to_owned();
    room.read_only = rules.read_only;
    room.account_age_hours = i32::try_from(rules.account_age_hours).unwrap_or(i32::MAX);
    room.slow_mode_seconds = i32::try_from(rules.slow_mode_seconds).unwrap_or(i32::MAX);
}

/// Bits of [`packed`]: slow mode, age, read-only, and whether unconfirmed members write.
const AGE_AT: u32 = 16;
const READ_ONLY_AT: u32 = 32;
const MEMBERS_AT: u32 = 33;

/// All rules as one number. They are [`bounded`].
pub(crate) fn packed(rules: &RoomRules) -> i64 {
    let members = i64::from(rules.writers == Writers::Members);
    i64::from(rules.slow_mode_seconds)
        | i64::from(rules.account_age_hours) << AGE_AT
        | i64::from(rules.read_only) << READ_ONLY_AT
        | members << MEMBERS_AT
}

pub(crate) fn unpacked(packed: i64) -> RoomRules {
    let short = |at: u32| u32::from((packed >> at) as u16);
    RoomRules {
        writers: if packed >> MEMBERS_AT & 1 == 1 { Writers::Members } else { Writers::Confirmed },
        read_only: packed >> READ_ONLY_AT & 1 == 1,
        account_age_hours: short(AGE_AT),
        slow_mode_seconds: short(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_one_number_and_back() {
        let most = bounded(RoomRules { account_age_hours: u32::MAX, slow_mode_seconds: u32::MAX, ..RoomRules::default() });
        assert_eq!((most.account_age_hours, most.slow_mode_seconds), (OLDEST_ASKED_H, SLOWEST_S));
        for writers in Writers::ALL {
            for rules in [most, RoomRules::default(), RoomRules { read_only: true, ..most }] {
                let rules = RoomRules { writers, ..rules };
                assert_eq!(unpacked(packed(&rules)), rules);
            }
        }
    }
}
