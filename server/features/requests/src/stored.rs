//! Rows of `track_requests`: held, changed and read as the page has them. Every query names the tenant.

use crate::entity::request::{Column, Entity, Model};
use contract::{
    failure::Failure,
    ids::{AccountId, TenantId, TrackRequestId},
    requests::{Standing, TrackRequest},
    shown::Timestamp,
};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

pub(crate) fn of(tenant: TenantId) -> Condition {
    Condition::all().add(Column::TenantId.eq(tenant.0))
}

pub(crate) fn waiting(tenant: TenantId) -> Condition {
    of(tenant).add(Column::Standing.is_in([Standing::Requested.name(), Standing::Accepted.name()]))
}

/// Holds a request until the transaction ends.
pub(crate) async fn hold(tx: &impl ConnectionTrait, tenant: TenantId, id: TrackRequestId) -> kernel::Result<Model> {
    let found = Entity::find_by_id(id.0).filter(Column::TenantId.eq(tenant.0)).lock_exclusive().one(tx).await?;
    Ok(found.ok_or(Failure::NotFound)?)
}

/// The accepted ones in the DJ's order.
pub(crate) async fn accepted(tx: &impl ConnectionTrait, tenant: TenantId) -> Result<Vec<Model>, DbErr> {
    let rows = Entity::find().filter(of(tenant)).filter(Column::Standing.eq(Standing::Accepted.name()));
    rows.order_by_asc(Column::Place).order_by_asc(Column::Id).lock_exclusive().all(tx).await
}

/// Writes what differs from `before`, and raises the version if something does. Gives what is stored now.
pub(crate) async fn change(tx: &impl ConnectionTrait, before: &Model, mut now: Model) -> Result<Model, DbErr> {
    if *before == now {
        return Ok(now);
    }
    now.version = before.version + 1;
    let row = sea_orm::IntoActiveModel::into_active_model(now.clone()).reset_all();
    Entity::update_many().set(row).filter(Column::Id.eq(now.id)).filter(Column::TenantId.eq(now.tenant_id)).exec(tx).await?;
    Ok(now)
}

pub(crate) fn standing(row: &Model) -> Standing {
    // A later version's: for this one it is over.
    Standing::parse(&row.standing).unwrap_or(Standing::Withdrawn)
}

pub(crate) fn shown(row: Model) -> TrackRequest {
    TrackRequest {
        id: TrackRequestId(row.id),
        version: row.version.unsigned_abs(),
        standing: standing(&row),
        artist: row.artist,
        title: row.title,
        dedication: row.dedication,
        by: AccountId(row.by_id),
        name: row.by_name,
        votes: row.votes.unsigned_abs(),
        place: row.place.unsigned_abs(),
        asked: Timestamp(row.asked_at),
        reason: row.reason,
    }
}

/// How many `unit_ms` a wait takes, the last one begun; at least one.
pub(crate) fn begun(wait_ms: i64, unit_ms: i64) -> u32 {
    u32::try_from((wait_ms.max(1) - 1) / unit_ms + 1).unwrap_or(u32::MAX)
}
