//! Deleting with time to think again: hidden at once, gone after ten seconds.

use super::access;
use crate::{
    Service,
    entity::mix,
    intake::{UNDO_MS, enqueue_analysis, enqueue_purge, enqueue_render, step},
};
use contract::{
    caller::Caller,
    ids::MixId,
    outcome::Outcome,
    studio::{MixRefusal, Undo},
};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use serde_json::json;

pub(super) async fn delete(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<Outcome<Undo, MixRefusal>> {
    access::dj(caller)?;
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let row = access::find_to_change(&tx, caller, id).await?;
    mark(&tx, row.id, Some(now.0)).await?;
    enqueue_purge(&tx, caller.tenant, row.id, now).await?;
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id });
    kernel.events.append(&tx, caller.tenant, "mixes.deleted", row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(caller.tenant, row.id).await;
    Ok(Outcome::Done(Undo { id, title: row.title, seconds: u32::try_from(UNDO_MS / 1000).unwrap_or_default() }))
}

/// A mix that is gone, was never there or is somebody else's is too late alike.
pub(super) async fn undo(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<Outcome<(), MixRefusal>> {
    access::dj(caller)?;
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let query = access::editable(caller)?.filter(mix::Column::Id.eq(id.0)).filter(mix::Column::DeletedAt.gt(now.0 - UNDO_MS));
    let Some(row) = query.lock_exclusive().one(&tx).await? else { return Ok(Outcome::refused(MixRefusal::UndoTooLate)) };
    mark(&tx, row.id, None).await?;
    if row.intake == step::WAITING || row.intake == step::ANALYSING {
        // The running analysis stopped when it saw the deletion.
        enqueue_analysis(&tx, caller.tenant, row.id, now).await?;
    }
    if row.intake == step::READY && row.renditions.is_none() {
        enqueue_render(&tx, caller.tenant, row.id, now).await?;
    }
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": row.visibility });
    kernel.events.append(&tx, caller.tenant, "mixes.changed", row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(caller.tenant, row.id).await;
    Ok(Outcome::Done(()))
}

async fn mark(tx: &impl ConnectionTrait, id: Uuid, deleted_at: Option<i64>) -> Result<(), DbErr> {
    let change = mix::ActiveModel { deleted_at: Set(deleted_at), ..Default::default() };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(id)).exec(tx).await.map(|_| ())
}
