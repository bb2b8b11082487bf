//! What is kept of people: nothing of those who left, and nothing for longer than 90 days.

use crate::{
    Service,
    entity::{choice, mail, notification},
};
use contract::{
    ids::{AccountId, TenantId},
    shown::Timestamp,
};
use sea_orm::{QuerySelect, entity::prelude::*};

/// How long notifications are kept.
const KEPT_MS: i64 = 90 * 24 * 3_600_000;
/// Deleted in one transaction.
const AT_ONCE: u64 = 500;

/// Theirs, and what others were told of them.
pub(crate) async fn forget(service: &Service, tenant: TenantId, account: AccountId) -> kernel::Result<()> {
    let tx = service.kernel.database.write().await?;
    for column in [notification::Column::AccountId, notification::Column::ById] {
        let rows = notification::Entity::delete_many().filter(notification::Column::TenantId.eq(tenant.0));
        rows.filter(column.eq(account.0)).exec(&tx).await?;
    }
    let chosen = choice::Entity::delete_many().filter(choice::Column::TenantId.eq(tenant.0));
    chosen.filter(choice::Column::AccountId.eq(account.0)).exec(&tx).await?;
    let mails = mail::Entity::delete_many().filter(mail::Column::TenantId.eq(tenant.0));
    mails.filter(mail::Column::AccountId.eq(account.0)).exec(&tx).await?;
    Ok(tx.commit().await?)
}

impl Service {
    /// Deletes what was older than 90 days at `now`, of all tenants; gives how many.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let past = || notification::Entity::find().filter(notification::Column::At.lt(now.0 - KEPT_MS));
        let mut pruned = 0;
        loop {
            let some = past().select_only().column(notification::Column::Id).limit(AT_ONCE).into_tuple();
            let ids: Vec<Uuid> = some.all(self.kernel.database.read()).await?;
            if ids.is_empty() {
                return Ok(pruned);
            }
            let tx = self.kernel.database.write().await?;
            pruned += notification::Entity::delete_many().filter(notification::Column::Id.is_in(ids)).exec(&tx).await?.rows_affected;
            tx.commit().await?;
        }
    }
}
