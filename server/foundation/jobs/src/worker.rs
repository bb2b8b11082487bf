//! The worker: claims due jobs, renews their leases while they run, and retries with backoff.

use crate::queue::{self, Ending, Job, LEASE_MS};
use kernel::{Clock, Database, Ids};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::sync::Notify;
use uuid::Uuid;

/// Why a try failed.
#[derive(Debug)]
pub enum JobError {
    /// Worth another try later.
    Retry(anyhow::Error),
    /// No try can help.
    Fatal(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for JobError {
    fn from(error: E) -> Self {
        Self::Retry(error.into())
    }
}

/// Does the work of one kind of job. May run twice for one job: a lease can be lost.
#[async_trait::async_trait]
pub trait Handler: Send + Sync {
    /// # Errors
    /// Decides between another try and the end.
    async fn run(&self, job: &Job) -> Result<(), JobError>;

    /// Called once when the job is given up, so that the feature can say so.
    async fn gave_up(&self, _job: &Job) {}
}

/// Runs jobs until the process stops. Clones share one queue of work.
#[derive(Clone)]
pub struct Worker {
    database: Database,
    clock: Arc<dyn Clock>,
    id: Uuid,
    handlers: Arc<BTreeMap<String, Arc<dyn Handler>>>,
    wake: Arc<Notify>,
}

impl Worker {
    pub fn new(database: Database, clock: Arc<dyn Clock>, handlers: BTreeMap<String, Arc<dyn Handler>>) -> Self {
        Self { database, clock, id: Ids.next(), handlers: Arc::new(handlers), wake: Arc::new(Notify::new()) }
    }

    /// Looks at the queue now instead of within half a second.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Works until the future is dropped; a dropped job is taken again when its lease runs out.
    pub async fn run(self) {
        loop {
            match self.run_one().await {
                Ok(true) => {}
                Ok(false) => {
                    tokio::select! { () = self.wake.notified() => {}, () = tokio::time::sleep(Duration::from_millis(500)) => {} }
                }
                Err(error) => {
                    tracing::error!("claiming a job: {error:#}");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    }

    /// Runs one due job, if there is one.
    ///
    /// # Errors
    /// The database's; a failing job is not an error here.
    pub async fn run_one(&self) -> kernel::Result<bool> {
        let kinds: Vec<String> = self.handlers.keys().cloned().collect();
        let Some(job) = queue::claim(&self.database, &kinds, self.id, self.clock.now()).await? else { return Ok(false) };
        let Some(handler) = self.handlers.get(&job.kind) else { return Ok(false) };
        let outcome = tokio::select! {
            outcome = handler.run(&job) => outcome,
            () = self.keep_lease(job.id) => {
                tracing::warn!(job = %job.id, kind = job.kind, "lease lost: another worker has it");
                return Ok(true);
            }
        };
        let ending = match outcome {
            Ok(()) => {
                tracing::info!(job = %job.id, kind = job.kind, attempt = job.attempt, "done");
                Ending::Done
            }
            Err(JobError::Retry(error)) if !job.is_last_attempt() => {
                let wait_ms = backoff_ms(job.attempt);
                tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, wait_ms, "failed, will try again: {error:#}");
                Ending::Retry { at: self.clock.now().plus_ms(wait_ms), error: format!("{error:#}") }
            }
            Err(JobError::Retry(error) | JobError::Fatal(error)) => {
                tracing::error!(job = %job.id, kind = job.kind, attempt = job.attempt, "dead: {error:#}");
                handler.gave_up(&job).await;
                Ending::Dead { error: format!("{error:#}") }
            }
        };
        queue::end(&self.database, &job, self.id, ending, self.clock.now()).await?;
        Ok(true)
    }

    /// Returns when the lease is lost.
    async fn keep_lease(&self, job: Uuid) {
        let third = Duration::from_millis(LEASE_MS.unsigned_abs() / 3);
        loop {
            tokio::time::sleep(third).await;
            match queue::renew(&self.database, job, self.id, self.clock.now()).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(%job, "renewing a lease: {error:#}"),
            }
        }
    }
}

/// 2 s, 8 s, 32 s, 128 s.
fn backoff_ms(attempt: i32) -> i64 {
    500 * 4_i64.saturating_pow(attempt.clamp(1, 8).unsigned_abs())
}
