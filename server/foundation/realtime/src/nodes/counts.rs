//! Counting how often something was done, together with the other processes.

use super::Nodes;
use redis::aio::MultiplexedConnection;
use std::{
    sync::{
        PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::time::timeout;

/// Somebody waits for the answer.
const PATIENCE: Duration = Duration::from_millis(200);
/// After an answer that didn't come, nobody waits for so long.
const REST: Duration = Duration::from_secs(2);

/// A sorted set a count: the times, by when. All counts get one, or none does.
/// Gives the milliseconds until all have a place, 0 when they had.
const TAKE: &str = "
local now, wait = tonumber(ARGV[1]), 0
for i, key in ipairs(KEYS) do
  local most, window = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  if redis.call('ZCARD', key) >= most then
    local oldest = redis.call('ZRANGE', key, -most, -most, 'WITHSCORES')[2]
    wait = math.max(wait, (oldest and tonumber(oldest) or now) + window - now)
  end
end
if wait > 0 then return wait end
for i, key in ipairs(KEYS) do
  redis.call('ZADD', key, ARGV[1], ARGV[2])
  redis.call('PEXPIRE', key, ARGV[2 * i + 2])
end
return 0";

/// At most `most` under `key` in any `window_ms`.
#[derive(Clone, Copy, Debug)]
pub struct Count<'a> {
    pub key: &'a str,
    pub most: u32,
    pub window_ms: i64,
}

/// The connection of now, and what an answer is told apart by.
#[derive(Default)]
pub(super) struct Counting {
    connection: std::sync::Mutex<Option<MultiplexedConnection>>,
    /// Nobody waits before this.
    rests_until: std::sync::Mutex<Option<Instant>>,
    number: AtomicU64,
}

impl Counting {
    pub(super) fn set(&self, connection: Option<MultiplexedConnection>) {
        *self.connection.lock().unwrap_or_else(PoisonError::into_inner) = connection;
        *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn connection(&self) -> Option<MultiplexedConnection> {
        let rests_until = *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner);
        if rests_until.is_some_and(|until| Instant::now() < until) {
            return None;
        }
        self.connection.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn rest(&self) {
        *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + REST);
    }
}

impl Nodes {
    /// Counts one in each of `counts` if all have a place at `now_ms`, or gives the ms until they do; over all processes.
    /// `None` when Redis can't be asked, or doesn't answer soon.
    pub async fn take(&self, counts: &[Count<'_>], now_ms: i64) -> Option<Result<(), i64>> {
        let mut connection = self.counting.connection()?;
        let mut command = redis::cmd("EVAL");
        command.arg(TAKE).arg(counts.len());
        for count in counts {
            command.arg(self.key(&format!("pace:{}", count.key)));
        }
        let number = self.counting.number.fetch_add(1, Ordering::Relaxed);
        command.arg(now_ms).arg(format!("{} {number}", self.id));
        for count in counts {
            command.arg(count.most).arg(count.window_ms);
        }
        match timeout(PATIENCE, command.query_async::<i64>(&mut connection)).await {
            Ok(Ok(0)) => Some(Ok(())),
            Ok(Ok(wait_ms)) => Some(Err(wait_ms)),
            Ok(Err(error)) => {
                tracing::warn!("Redis doesn't count: {error}");
                self.counting.rest();
                None
            }
            Err(_) => {
                self.counting.rest();
                None
            }
        }
    }
}
