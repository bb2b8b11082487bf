//! Nothing is kept of who left, nor of what is long past.

use crate::{Service, entity::shout_out};
use contract::shown::Timestamp;
use kernel::events::{Event, Subscriber};
use sea_orm::entity::prelude::*;

const KEPT_MS: i64 = 90 * 24 * 3_600_000;

#[async_trait::async_trait]
impl Subscriber for Service {
    /// The words of somebody who leaves go with them.
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        if event.kind == "accounts.deleted" {
            let tx = self.kernel.database.write().await?;
            let own = shout_out::Entity::delete_many().filter(shout_out::Column::TenantId.eq(event.tenant.0));
            own.filter(shout_out::Column::Sender.eq(event.subject.to_string())).exec(&tx).await?;
            let judged = shout_out::Entity::update_many().col_expr(shout_out::Column::JudgeId, Expr::value(None::<Uuid>));
            let judged = judged.filter(shout_out::Column::TenantId.eq(event.tenant.0));
            judged.filter(shout_out::Column::JudgeId.eq(event.subject)).exec(&tx).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

impl Service {
    /// Deletes what was sent more than 90 days before `now`, of all tenants; gives how many.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let tx = self.kernel.database.write().await?;
        let past = shout_out::Entity::delete_many().filter(shout_out::Column::SentAt.lt(now.0 - KEPT_MS)).exec(&tx).await?;
        tx.commit().await?;
        Ok(past.rows_affected)
    }
}
