//! How often somebody may do something: an account, and the network it comes from.
//!
//! Counted in this process always, and over all processes where they share a place to count in; while that can't be asked, this
//! process's own count holds. What is a row anyway (messages, shout-outs, wrong passwords) is counted in the database instead.

use crate::{network::household, signing::Signer};
use async_trait::async_trait;
use contract::{
    ids::{AccountId, TenantId},
    shown::Timestamp,
};
use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// At most `most` of one action in any `window_ms`.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The action's, one of its own.
    pub name: &'static str,
    pub most: u32,
    pub window_ms: i64,
}

/// Of whom an action is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Account(AccountId),
    /// Where somebody comes from: the household, not the single device.
    Network(IpAddr),
}

/// One count: of an action, a tenant and somebody, named so that it tells nobody who that is.
#[derive(Clone, Debug)]
pub struct Count {
    pub key: String,
    pub most: u32,
    pub window_ms: i64,
}

/// Where several processes count together.
#[async_trait]
pub trait Shared: Send + Sync {
    /// Counts one in each if all of them have a place, or gives the ms until they do. `None` when it can't be asked now.
    async fn take(&self, counts: &[Count], now: Timestamp) -> Option<Result<(), i64>>;
}

/// From this many counts on, those of people who did nothing lately are forgotten.
const MANY: usize = 1024;

/// Who did what lately. Clones count together.
#[derive(Clone)]
pub struct Paces {
    signer: Signer,
    here: Arc<Mutex<Here>>,
    shared: Option<Arc<dyn Shared>>,
}

/// In this process.
#[derive(Debug, Default)]
struct Here {
    counts: HashMap<String, Times>,
    /// How many counts there were after the last sweep.
    swept: usize,
}

#[derive(Debug, Default)]
struct Times {
    window_ms: i64,
    /// In ms, oldest first.
    at: VecDeque<i64>,
}

impl Paces {
    /// Names are signed with the install's key, so that all its processes use the same ones.
    pub fn new(signer: Signer, shared: Option<Arc<dyn Shared>>) -> Self {
        Self { signer, here: Arc::default(), shared }
    }

    /// Counts one for each of `of`; or counts none and gives the seconds until one more is fine.
    ///
    /// # Errors
    /// The seconds, at least one.
    pub async fn take(&self, tenant: TenantId, of: &[(Pace, Who)], now: Timestamp) -> Result<(), u32> {
        let counts: Vec<Count> = of.iter().filter_map(|(pace, who)| self.count(tenant, *pace, *who)).collect();
        self.here().take(&counts, now).map_err(seconds)?;
        let Some(shared) = self.shared.as_ref().filter(|_| !counts.is_empty()) else { return Ok(()) };
        match shared.take(&counts, now).await {
            None | Some(Ok(())) => Ok(()),
            Some(Err(wait_ms)) => {
                self.here().give_back(&counts, now);
                Err(seconds(wait_ms))
            }
        }
    }

    fn count(&self, tenant: TenantId, pace: Pace, who: Who) -> Option<Count> {
        let who = match who {
            Who::Network(address) => format!("network {}", household(address)?),
            Who::Account(account) => format!("account {account}"),
        };
        let key = self.signer.sign("pace", &format!("{} {tenant} {who}", pace.name));
        Some(Count { key, most: pace.most, window_ms: pace.window_ms })
    }

    fn here(&self) -> MutexGuard<'_, Here> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Here {
    fn take(&mut self, counts: &[Count], now: Timestamp) -> Result<(), i64> {
        self.sweep(now);
        let wait_ms = counts.iter().filter_map(|count| self.wait(count, now)).max();
        if let Some(wait_ms) = wait_ms {
            return Err(wait_ms);
        }
        for count in counts {
            let times = self.counts.entry(count.key.clone()).or_default();
            times.window_ms = count.window_ms;
            times.at.push_back(now.0);
        }
        Ok(())
    }

    fn give_back(&mut self, counts: &[Count], now: Timestamp) {
        for count in counts {
            let Some(times) = self.counts.get_mut(&count.key) else { continue };
            if let Some(place) = times.at.iter().rposition(|at| *at == now.0) {
                times.at.remove(place);
            }
        }
    }

    /// The ms until one more is fine; `None` when it is fine now.
    fn wait(&mut self, count: &Count, now: Timestamp) -> Option<i64> {
        let times = self.counts.get_mut(&count.key)?;
        let over = now.0 - count.window_ms;
        while times.at.front().is_some_and(|first| *first <= over) {
            times.at.pop_front();
        }
        // The one that must grow old before there is a place again.
        let oldest = times.at.get(times.at.len().checked_sub(count.most as usize)?)?;
        Some(oldest - over)
    }

    /// Not with every count: each time as many came as stayed.
    fn sweep(&mut self, now: Timestamp) {
        if self.counts.len() >= (self.swept * 2).max(MANY) {
            self.counts.retain(|_, times| times.at.back().is_some_and(|last| *last > now.0 - times.window_ms));
            self.swept = self.counts.len();
        }
    }
}

/// Those begun, at least one.
fn seconds(wait_ms: i64) -> u32 {
    u32::try_from(wait_ms.max(1).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX)
}

impl std::fmt::Debug for Paces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Paces")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const TWO: Pace = Pace { name: "two", most: 2, window_ms: 10_000 };
    const AMA: Who = Who::Account(AccountId(Uuid::from_u128(1)));
    const BEN: Who = Who::Account(AccountId(Uuid::from_u128(2)));
    const TENANT: TenantId = TenantId(Uuid::nil());

    fn paces(shared: Option<Arc<dyn Shared>>) -> Paces {
        Paces::new(Signer::new([7; 32]), shared)
    }

    fn from(address: &str) -> Who {
        Who::Network(address.parse().unwrap())
    }

    #[tokio::test]
    async fn a_place_is_free_again_once_the_oldest_is_past() {
        let paces = paces(None);
        let mut answers = Vec::new();
        for (who, at) in [(AMA, 0), (AMA, 4_000), (AMA, 4_500), (BEN, 4_500), (AMA, 9_999), (AMA, 10_000), (AMA, 10_001)] {
            answers.push(paces.take(TENANT, &[(TWO, who)], Timestamp(at)).await);
        }
        assert_eq!(answers, [Ok(()), Ok(()), Err(6), Ok(()), Err(1), Ok(()), Err(4)]);
    }

    #[tokio::test]
    async fn actions_tenants_people_and_networks_are_counted_apart_and_a_refusal_counts_for_none() {
        let (paces, now) = (paces(None), Timestamp(0));
        let one = Pace { most: 1, ..TWO };
        let other = Pace { name: "other", ..one };
        let both = [(one, AMA), (one, from("2001:db8:1:2::1"))];
        assert_eq!(paces.take(TENANT, &both, now).await, Ok(()));
        assert_eq!(paces.take(TENANT, &[(one, BEN), (one, from("2001:db8:1:2:9::9"))], now).await, Err(10), "one household");
        assert_eq!(paces.take(TENANT, &[(one, BEN), (one, from("2001:db8:1:3::1"))], now).await, Ok(()), "the refused one left no trace");
        assert_eq!(paces.take(TenantId(Uuid::from_u128(9)), &both, now).await, Ok(()), "another tenant");
        assert_eq!(paces.take(TENANT, &[(other, AMA)], now).await, Ok(()), "another action");
        for _ in 0..3 {
            assert_eq!(paces.take(TENANT, &[(one, from("127.0.0.1")), (one, from("::ffff:127.0.0.1"))], now).await, Ok(()));
        }
    }

    #[tokio::test]
    async fn who_did_nothing_lately_is_forgotten() {
        let paces = paces(None);
        for number in 0..5_000_u128 {
            let now = Timestamp(i64::try_from(number).unwrap() * 100);
            paces.take(TENANT, &[(TWO, Who::Account(AccountId(Uuid::from_u128(number))))], now).await.unwrap();
        }
        assert!(paces.here().counts.len() <= MANY);
    }

    /// Says the same always.
    struct Says(Option<Result<(), i64>>);

    #[async_trait]
    impl Shared for Says {
        async fn take(&self, _: &[Count], _: Timestamp) -> Option<Result<(), i64>> {
            self.0
        }
    }

    #[tokio::test]
    async fn what_all_processes_counted_holds_and_without_it_what_this_one_did() {
        let mut answers = Vec::new();
        for shared in [Some(Err(2_500)), Some(Ok(())), None] {
            let paces = paces(Some(Arc::new(Says(shared))));
            for _ in 0..3 {
                answers.push(paces.take(TENANT, &[(TWO, AMA)], Timestamp(0)).await);
            }
        }
        let alone = [Ok(()), Ok(()), Err(10)];
        assert_eq!(answers, [[Err(3); 3], alone, alone].concat());
    }
}
