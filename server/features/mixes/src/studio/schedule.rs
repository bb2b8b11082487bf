//! Mixes that are published by themselves at a time.

use crate::{Service, entity::mix, intake::step};
use contract::{ids::TenantId, shown::Timestamp, studio::Visibility};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The kind of the jobs.
pub(crate) const JOB: &str = "mixes.publish";

/// What a job is about. The moment stands in it, so that a job whose mix was given another moment since does nothing.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(crate) struct Due {
    mix: Uuid,
    at: i64,
}

pub(super) async fn enqueue(tx: &impl ConnectionTrait, tenant: TenantId, mix: Uuid, at: Timestamp, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, JOB, &Due { mix, at: at.0 }, at, now).await.map(|_| ())
}

/// Publishes the mix, if it still waits for this moment.
pub(crate) async fn publish(service: &Service, due: Due) -> kernel::Result<()> {
    let kernel = service.kernel();
    let tx = kernel.database.write().await?;
    let row = mix::Entity::find_by_id(due.mix)
        .filter(mix::Column::PublishAt.eq(due.at))
        .filter(mix::Column::Visibility.eq(Visibility::Draft.name()))
        .filter(mix::Column::Intake.eq(step::READY))
        .filter(mix::Column::DeletedAt.is_null())
        .lock_exclusive()
        .one(&tx)
        .await?;
    let Some(row) = row else { return Ok(()) };
    let now = kernel.now();
    let change = mix::ActiveModel {
        visibility: Set(Visibility::Public.name().to_owned()),
        // The moment that was promised, though the worker comes a little later.
        published_at: Set(row.published_at.or(Some(due.at))),
        publish_at: Set(None),
        updated_at: Set(now.0),
        ..Default::default()
    };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let tenant = TenantId(row.tenant_id);
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": Visibility::Public.name() });
    kernel.events.append(&tx, tenant, "mixes.published", row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(tenant, row.id).await;
    Ok(())
}
