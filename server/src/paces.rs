//! Limits over all processes: what `kernel` counts, counted in the Redis of `realtime`.

use async_trait::async_trait;
use contract::shown::Timestamp;
use kernel::pace::{Count, Shared};
use realtime::Nodes;
use std::sync::Arc;

pub(crate) struct Together(pub(crate) Arc<Nodes>);

#[async_trait]
impl Shared for Together {
    async fn take(&self, counts: &[Count], now: Timestamp) -> Option<Result<(), i64>> {
        let counts: Vec<_> =
            counts.iter().map(|Count { key, most, window_ms }| realtime::Count { key, most: *most, window_ms: *window_ms }).collect();
        self.0.take(&counts, now.0).await
    }
}
