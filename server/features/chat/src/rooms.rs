//! Rows of `rooms`: found, and made on first use. Every query names the tenant.

use crate::entity::room::{ActiveModel, Column, Entity, Model};
use contract::{
    failure::Failure,
    ids::{RoomId, TenantId},
    moderation::Writers,
};
use kernel::Kernel;
use sea_orm::{QueryOrder, QuerySelect, SqlErr, entity::prelude::*};

const STATION: &str = "station";

/// A room of the tenant.
pub(crate) async fn find(db: &impl ConnectionTrait, tenant: TenantId, room: RoomId) -> kernel::Result<Model> {
    let found = Entity::find_by_id(room.0).filter(Column::TenantId.eq(tenant.0)).one(db).await?;
    Ok(found.ok_or(Failure::NotFound)?)
}

/// Holds rooms until the transaction ends, in the order of their ids whoever asks: so two can wait for each other only one way round.
/// The first query of a transaction, since on MariaDB what is read later is as it was at the first plain reading.
pub(crate) async fn hold(tx: &impl ConnectionTrait, condition: impl sea_orm::sea_query::IntoCondition) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(condition).order_by_asc(Column::Id).lock_exclusive().all(tx).await
}

/// The room of the tenant's station, made if there is none.
pub(crate) async fn station(kernel: &Kernel, tenant: TenantId) -> kernel::Result<Model> {
    if let Some(room) = find_station(kernel, tenant).await? {
        return Ok(room);
    }
    let made = make_station(kernel, tenant).await;
    match find_station(kernel, tenant).await? {
        Some(room) => Ok(room),
        None => Err(made.err().unwrap_or_else(|| anyhow::anyhow!("the room of tenant {tenant} is gone again").into())),
    }
}

async fn find_station(kernel: &Kernel, tenant: TenantId) -> Result<Option<Model>, DbErr> {
    let station = Entity::find().filter(Column::TenantId.eq(tenant.0)).filter(Column::Kind.eq(STATION));
    station.filter(Column::Subject.eq(tenant.0)).one(kernel.database.read()).await
}

/// Whoever comes second at the same moment finds the first one's.
async fn make_station(kernel: &Kernel, tenant: TenantId) -> kernel::Result<()> {
    let tx = kernel.database.write().await?;
    let row = Model {
        id: kernel.ids.next(),
        tenant_id: tenant.0,
        kind: STATION.to_owned(),
        subject: tenant.0,
        last_seq: 0,
        slow_mode_seconds: 0,
        writers: Writers::default().name().to_owned(),
        read_only: false,
        account_age_hours: 0,
        pinned_id: None,
        created_at: kernel.now().0,
    };
    match Entity::insert(ActiveModel::from(row).reset_all()).exec_without_returning(&tx).await {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Ok(tx.commit().await?),
    }
}
