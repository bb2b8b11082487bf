//! How often somebody may do something, counted in this process: for what costs little each time. What must hold over all
//! processes is counted in the database.

use contract::{
    ids::{AccountId, TenantId},
    shown::Timestamp,
};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// At most `most` in any `window_ms`.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub most: usize,
    pub window_ms: i64,
}

/// From this many people on, those who did nothing lately are forgotten.
const MANY: usize = 1024;

/// When people did something lately, oldest first. Clones count together.
#[derive(Clone, Debug)]
pub struct Lately {
    pace: Pace,
    times: Arc<Mutex<Times>>,
}

/// In ms, by who.
type Times = HashMap<(TenantId, AccountId), VecDeque<i64>>;

impl Lately {
    pub fn new(pace: Pace) -> Self {
        Self { pace, times: Arc::default() }
    }

    /// Counts one; or gives the seconds until one more is fine.
    ///
    /// # Errors
    /// The seconds, at least one.
    pub fn take(&self, tenant: TenantId, account: AccountId, now: Timestamp) -> Result<(), u32> {
        let mut all = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        let over = now.0 - self.pace.window_ms;
        if all.len() >= MANY {
            all.retain(|_, times| times.back().is_some_and(|last| *last > over));
        }
        let times = all.entry((tenant, account)).or_default();
        while times.front().is_some_and(|first| *first <= over) {
            times.pop_front();
        }
        if times.len() < self.pace.most {
            times.push_back(now.0);
            return Ok(());
        }
        let wait_ms = times.front().map_or(0, |first| first - over);
        Err(u32::try_from(wait_ms.max(1).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_place_is_free_again_once_the_oldest_is_past() {
        let lately = Lately::new(Pace { most: 2, window_ms: 10_000 });
        let (tenant, ama, ben) = (TenantId(Uuid::nil()), AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        let take = |account, at| lately.take(tenant, account, Timestamp(at));
        assert_eq!([take(ama, 0), take(ama, 4_000), take(ama, 4_500), take(ben, 4_500)], [Ok(()), Ok(()), Err(6), Ok(())]);
        assert_eq!([take(ama, 9_999), take(ama, 10_000), take(ama, 10_001)], [Err(1), Ok(()), Err(4)]);
    }
}
