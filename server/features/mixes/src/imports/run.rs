//! One import from its start to its end: the row that the Studio watches, and the lock that tells whether its process lives.

use super::{
    recover,
    row::{Failed, MOST_FAILURES, change},
};
use crate::{
    Service,
    entity::import,
    labels::{self, Kind},
};
use contract::{
    ids::{AccountId, ImportId, TenantId},
    imports::ImportState,
    mixes::Label,
    outcome::{Message, Refusal},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use std::{
    fs::{self, File},
    path::PathBuf,
    time::Duration,
};
use tokio::task::JoinHandle;

/// How often a long file says that it is still on its way.
const SIGN_OF_LIFE: Duration = Duration::from_secs(10);

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    pub tenant: TenantId,
    pub dj: AccountId,
    pub dj_name: String,
    /// The folder or the feed, as people shall read it.
    pub source: String,
    pub total: u64,
    /// Public once analysed, under the day of the recording; else drafts.
    pub publish: bool,
    /// Comma-separated; instead of the tags'.
    pub genres: String,
}

/// A running import.
pub struct Run {
    pub(super) service: Service,
    pub(super) order: Order,
    pub(super) genres: Vec<Label>,
    pub(super) id: Uuid,
    pub(super) done: i64,
    pub(super) skipped: i64,
    pub(super) failures: Vec<Failed>,
    pub(super) failed: i64,
    _lock: File,
    life: JoinHandle<()>,
}

impl Service {
    /// Begins an import, after making good what dead ones left behind.
    ///
    /// # Errors
    /// The database's, the disk's or the store's, and genres that no form would take.
    pub async fn begin_import(&self, order: Order) -> anyhow::Result<Run> {
        let genres = labels::parse(&order.genres, Kind::Genre).map_err(|refusal| anyhow::anyhow!("genres: {}", refusal.message().id))?;
        let (id, now) = (self.kernel().ids.next(), self.kernel().now());
        recover(self, now).await?;
        // Before the row: a row without a lock is a dead one's.
        let path = recover::lock_path(self, id);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let lock = File::create(&path)?;
        lock.try_lock()?;
        let row = import::Model {
            id,
            tenant_id: order.tenant.0,
            dj_id: order.dj.0,
            source: order.source.chars().take(1_000).collect(),
            state: ImportState::Running.name().to_owned(),
            total: i64::try_from(order.total).unwrap_or(i64::MAX),
            done: 0,
            skipped: 0,
            failed: 0,
            failures: "[]".to_owned(),
            bringing: None,
            started_at: now.0,
            seen_at: now.0,
            ended_at: None,
        };
        let tx = self.kernel().database.write().await?;
        import::Entity::insert(import::ActiveModel::from(row).reset_all()).exec_without_returning(&tx).await?;
        tx.commit().await?;
        let life = tokio::spawn(live(self.clone(), id));
        Ok(Run { service: self.clone(), order, genres, id, done: 0, skipped: 0, failures: vec![], failed: 0, _lock: lock, life })
    }
}

async fn live(service: Service, id: Uuid) {
    let mut beats = tokio::time::interval(SIGN_OF_LIFE);
    beats.tick().await;
    loop {
        beats.tick().await;
        let said = async {
            let tx = service.kernel().database.write().await?;
            let seen_at = Set(service.kernel().now().0);
            change(&tx, id, import::ActiveModel { seen_at, ..Default::default() }).await?;
            tx.commit().await
        };
        if let Err(error) = said.await {
            tracing::warn!(import = %id, "noting that an import lives: {error}");
        }
    }
}

impl Run {
    pub fn id(&self) -> ImportId {
        ImportId(self.id)
    }

    /// Looked at so far.
    pub fn seen(&self) -> u64 {
        (self.done + self.skipped + self.failed).unsigned_abs()
    }

    pub fn failed(&self) -> u64 {
        self.failed.unsigned_abs()
    }

    /// Where a file may be put that is being fetched. It goes with the run, however that ends.
    pub fn scratch(&self) -> PathBuf {
        recover::scratch_path(&self.service, self.id)
    }

    /// Counts something that needn't come in.
    ///
    /// # Errors
    /// The database's.
    pub async fn skip(&mut self) -> kernel::Result<()> {
        self.skipped += 1;
        self.save().await
    }

    /// Counts something that couldn't come in, and keeps its name and the reason.
    ///
    /// # Errors
    /// The database's.
    pub async fn fail(&mut self, name: &str, reason: &Message) -> kernel::Result<()> {
        self.failed += 1;
        if self.failures.len() < MOST_FAILURES {
            self.failures.push(Failed::new(name, reason));
        }
        self.save().await
    }

    /// Ends the import.
    ///
    /// # Errors
    /// The database's.
    pub async fn end(self) -> kernel::Result<()> {
        let now = self.service.kernel().now().0;
        let mut last = self.counts()?;
        last.state = Set(ImportState::Ended.name().to_owned());
        last.ended_at = Set(Some(now));
        let tx = self.service.kernel().database.write().await?;
        change(&tx, self.id, last).await?;
        tx.commit().await?;
        recover::remove_files(&self.service, self.id);
        Ok(())
    }

    async fn save(&self) -> kernel::Result<()> {
        let tx = self.service.kernel().database.write().await?;
        change(&tx, self.id, self.counts()?).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What the row says of the counts, with nothing on its way.
    pub(super) fn counts(&self) -> kernel::Result<import::ActiveModel> {
        Ok(import::ActiveModel {
            done: Set(self.done),
            skipped: Set(self.skipped),
            failed: Set(self.failed),
            failures: Set(serde_json::to_string(&self.failures)?),
            bringing: Set(None),
            seen_at: Set(self.service.kernel().now().0),
            ..Default::default()
        })
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.life.abort();
    }
}
