//! Topics with a log: what wasn't told is read there.

use super::{Hub, lock};
use crate::{Topic, fanout::Fanout};
use async_trait::async_trait;
use bytes::Bytes;
use std::{sync::Weak, time::Duration};

/// How long a row of a log waits for the one before it, and for a log that can't be read.
const GAP: Duration = Duration::from_millis(100);
const READ_AGAIN: Duration = Duration::from_secs(1);
/// The log behind topics: what is published is a hint, this is the truth.
#[async_trait]
pub trait Log: Send + Sync {
    /// What the log has after `seq`. Who is put out in it is put out of `hub`.
    ///
    /// # Errors
    /// Makes the hub ask again.
    async fn after(&self, hub: &Hub, topic: &Topic, seq: u64) -> anyhow::Result<Missing>;
}

/// What was not told of a log.
#[derive(Clone, Debug)]
pub enum Missing {
    /// As JSON text, in order and without a gap, to the log's end.
    Rows(Vec<(u64, Bytes)>),
    /// Too many to tell one by one: whoever listens asks for what stands, and goes on after `end`.
    TooMany { end: u64 },
}

impl Hub {
    /// Waits a moment for what is missing, then reads it.
    pub(super) async fn mind_the_gap(self, topic: Topic, fanout: Weak<Fanout>) {
        let mut wait = GAP;
        loop {
            tokio::time::sleep(wait).await;
            let Some(fanout) = fanout.upgrade() else { return };
            let Some(last) = fanout.gap() else { return };
            wait = if self.read_on(&topic, &fanout, last).await { GAP } else { READ_AGAIN };
        }
    }

    /// Tells what the log has after `last`; false if it can't be read.
    async fn read_on(&self, topic: &Topic, fanout: &Fanout, last: u64) -> bool {
        let Some(log) = self.inner.log.get().filter(|_| !fanout.is_overfull()) else {
            fanout.skip(None, &self.inner.notice);
            return true;
        };
        match log.after(self, topic, last).await {
            Ok(Missing::Rows(rows)) => {
                for (seq, text) in rows {
                    fanout.publish_logged(seq, text);
                }
            }
            Ok(Missing::TooMany { end }) => fanout.skip(Some(end), &self.inner.notice),
            Err(error) => {
                tracing::warn!("reading what is missing of {}: {error:#}", topic.name);
                return false;
            }
        }
        true
    }

    /// Tells what the logs have that wasn't told, and says to listen anew where there is no log: other processes couldn't be heard.
    pub(crate) async fn catch_up(&self) {
        let topics: Vec<_> = lock(&self.inner.topics).iter().map(|(topic, fanout)| (topic.clone(), fanout.clone())).collect();
        for (topic, fanout) in topics {
            if let Some(last) = fanout.last() {
                self.read_on(&topic, &fanout, last).await;
            }
        }
    }

    /// Tells who listens where there is no log to ask for what stands now.
    pub(crate) fn refresh(&self) {
        let topics: Vec<_> = lock(&self.inner.topics).values().filter(|fanout| fanout.last().is_none()).cloned().collect();
        topics.iter().for_each(|fanout| fanout.skip(None, &self.inner.notice));
    }

    /// Somebody was told the log up to `seq` as they entered.
    pub fn begin(&self, topic: &Topic, seq: u64) {
        if let Some(fanout) = self.topic(topic) {
            fanout.begin(seq);
        }
    }
}
