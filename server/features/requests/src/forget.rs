//! What is kept of people: their new names, nothing of those who left; and nothing of requests that are long over.

use crate::{
    Service,
    entity::{request, vote},
    stored,
};
use contract::shown::Timestamp;
use kernel::events::{Event, Subscriber};
use sea_orm::{QuerySelect, entity::prelude::*};
use serde::Deserialize;

/// How long requests that are over are kept.
const KEPT_MS: i64 = 90 * 24 * 3_600_000;
/// Deleted in one transaction.
const AT_ONCE: u64 = 500;

/// What is read of the payload of `accounts.profile-changed`.
#[derive(Debug, Deserialize)]
struct Profile {
    name: String,
}

#[async_trait::async_trait]
impl Subscriber for Service {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        match event.kind.as_str() {
            "accounts.profile-changed" => rename(self, event, serde_json::from_str(&event.payload)?).await?,
            "accounts.deleted" => forget(self, event).await?,
            _ => {}
        }
        Ok(())
    }
}

async fn rename(service: &Service, event: &Event, profile: Profile) -> kernel::Result<()> {
    let tx = service.kernel.database.write().await?;
    let rows = request::Entity::update_many().col_expr(request::Column::ByName, Expr::value(profile.name));
    rows.filter(stored::of(event.tenant)).filter(request::Column::ById.eq(event.subject)).exec(&tx).await?;
    Ok(tx.commit().await?)
}

/// Their votes are taken back; what they asked for stays, without their name and words.
async fn forget(service: &Service, event: &Event) -> kernel::Result<()> {
    let (tenant, account) = (event.tenant, contract::ids::AccountId(event.subject));
    let voted = vote::Entity::find().filter(vote::Column::TenantId.eq(tenant.0)).filter(vote::Column::VoterId.eq(account.0));
    for row in voted.all(service.kernel.database.read()).await? {
        let tx = service.kernel.database.write().await?;
        let held = request::Entity::find_by_id(row.request_id).filter(stored::of(tenant)).lock_exclusive().one(&tx).await?;
        if let Some(held) = held {
            let id = held.id;
            crate::vote::count(&tx, held, account, false).await?;
            tx.commit().await?;
            service.news.voted(tenant, id);
        }
    }
    let tx = service.kernel.database.write().await?;
    let rows = request::Entity::update_many()
        .col_expr(request::Column::ById, Expr::value(Uuid::nil()))
        .col_expr(request::Column::ByName, Expr::value(""))
        .col_expr(request::Column::Dedication, Expr::value(""));
    rows.filter(stored::of(tenant)).filter(request::Column::ById.eq(account.0)).exec(&tx).await?;
    Ok(tx.commit().await?)
}

impl Service {
    /// Deletes what was over for 90 days at `now`, of all tenants; gives how many.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let past = || request::Entity::find().filter(request::Column::EndedAt.lt(now.0 - KEPT_MS));
        let mut pruned = 0;
        loop {
            let ids: Vec<Uuid> =
                past().select_only().column(request::Column::Id).limit(AT_ONCE).into_tuple().all(self.kernel.database.read()).await?;
            if ids.is_empty() {
                return Ok(pruned);
            }
            let tx = self.kernel.database.write().await?;
            vote::Entity::delete_many().filter(vote::Column::RequestId.is_in(ids.iter().copied())).exec(&tx).await?;
            pruned += request::Entity::delete_many().filter(request::Column::Id.is_in(ids)).exec(&tx).await?.rows_affected;
            tx.commit().await?;
        }
    }
}
