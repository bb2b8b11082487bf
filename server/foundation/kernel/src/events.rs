//! The outbox: what happened, written in the transaction that made it happen, handed to subscribers afterwards.

use crate::{Ids, database::Database};
use contract::{ids::TenantId, shown::Timestamp};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::Notify;

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub kind: String,
        pub subject: Uuid,
        #[sea_orm(column_type = "Text")]
        pub payload: String,
        pub created_at: i64,
        pub dispatched_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Something that happened. Subscribers may see it twice and tell by its id.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Uuid,
    pub tenant: TenantId,
    /// Feature and past participle, such as `mixes.published`.
    pub kind: String,
    pub subject: Uuid,
    pub payload: String,
}

/// Takes part in what happened. Must be idempotent by event id.
#[async_trait::async_trait]
pub trait Subscriber: Send + Sync {
    /// # Errors
    /// Makes the dispatcher try this event again, at the next round.
    async fn receive(&self, event: &Event) -> anyhow::Result<()>;
}

/// Dispatched events are kept so long, for the operator who wonders what happened; without what they said.
const KEPT_MS: i64 = 7 * 24 * 3_600_000;

/// Appends events and wakes the dispatcher.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    wake: Arc<Notify>,
    appended: Arc<AtomicU64>,
}

impl Outbox {
    /// Writes the event into the transaction that caused it.
    ///
    /// # Errors
    /// The database's.
    pub async fn append(
        &self,
        tx: &impl ConnectionTrait,
        tenant: TenantId,
        kind: &str,
        subject: Uuid,
        payload: &impl Serialize,
        now: Timestamp,
    ) -> crate::Result<()> {
        let row = entity::ActiveModel {
            id: Set(Ids.next()),
            tenant_id: Set(tenant.0),
            kind: Set(kind.to_owned()),
            subject: Set(subject),
            payload: Set(serde_json::to_string(payload)?),
            created_at: Set(now.0),
            dispatched_at: Set(None),
        };
        entity::Entity::insert(row).exec_without_returning(tx).await?;
        self.appended.fetch_add(1, Ordering::Relaxed);
        // A wake-up before the commit finds nothing and costs a query; the dispatcher's own round comes within a second.
        self.wake.notify_one();
        Ok(())
    }

    /// How many events this process has appended so far: more than before means that something may have happened meanwhile.
    pub fn appended(&self) -> u64 {
        self.appended.load(Ordering::Relaxed)
    }

    /// Deletes what was dispatched more than seven days before `now`; gives how many. What waits stays, however old.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, database: &Database, now: Timestamp) -> crate::Result<u64> {
        let tx = database.write().await?;
        let past = entity::Entity::delete_many().filter(entity::Column::DispatchedAt.lt(now.plus_ms(-KEPT_MS).0)).exec(&tx).await?;
        tx.commit().await?;
        Ok(past.rows_affected)
    }

    /// Hands events to the subscribers in order, until the future is dropped.
    pub async fn dispatch(&self, database: Database, clock: Arc<dyn crate::Clock>, subscribers: Vec<Arc<dyn Subscriber>>) {
        loop {
            match round(&database, clock.now(), &subscribers).await {
                Ok(0) => {
                    tokio::select! { () = self.wake.notified() => {}, () = tokio::time::sleep(Duration::from_secs(1)) => {} }
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!("dispatching events: {error:#}");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    }
}

async fn round(database: &Database, now: Timestamp, subscribers: &[Arc<dyn Subscriber>]) -> anyhow::Result<usize> {
    let waiting = entity::Entity::find()
        .filter(entity::Column::DispatchedAt.is_null())
        .order_by_asc(entity::Column::Id)
        .limit(100)
        .all(database.read())
        .await?;
    for row in &waiting {
        let event = Event {
            id: row.id,
            tenant: TenantId(row.tenant_id),
            kind: row.kind.clone(),
            subject: row.subject,
            payload: row.payload.clone(),
        };
        for subscriber in subscribers {
            subscriber.receive(&event).await?;
        }
        let tx = database.write().await?;
        entity::Entity::update_many()
            .col_expr(entity::Column::DispatchedAt, Expr::value(now.0))
            // It may name people, who can ask to be forgotten; everybody who had to hear it has.
            .col_expr(entity::Column::Payload, Expr::value(""))
            .filter(entity::Column::Id.eq(row.id))
            .exec(&tx)
            .await?;
        tx.commit().await?;
    }
    Ok(waiting.len())
}
