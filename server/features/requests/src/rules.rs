//! What holds for a tenant's requests. The row is also the lock of whoever adds one or changes their order.

use crate::{
    Service,
    entity::rules::{ActiveModel, Column, Entity, Model},
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    requests::{RequestRefusal, RequestRules},
};
use kernel::Kernel;
use sea_orm::{ActiveValue::Set, QuerySelect, SqlErr, entity::prelude::*};

/// The highest number of a rule: a week of minutes.
const MOST: u32 = 7 * 24 * 60;

pub(crate) async fn of(db: &impl ConnectionTrait, tenant: TenantId) -> Result<RequestRules, DbErr> {
    Ok(Entity::find_by_id(tenant.0).one(db).await?.map_or_else(RequestRules::default, |row| rules(&row)))
}

fn rules(row: &Model) -> RequestRules {
    RequestRules {
        open: row.open,
        per_person: row.per_person.unsigned_abs(),
        per_hour: row.per_hour.unsigned_abs(),
        same_track: row.same_track.unsigned_abs(),
        same_artist: row.same_artist.unsigned_abs(),
    }
}

fn row(tenant: TenantId, rules: RequestRules) -> ActiveModel {
    let number = |number: u32| Set(i32::try_from(number).unwrap_or(i32::MAX));
    ActiveModel {
        tenant_id: Set(tenant.0),
        open: Set(rules.open),
        per_person: number(rules.per_person),
        per_hour: number(rules.per_hour),
        same_track: number(rules.same_track),
        same_artist: number(rules.same_artist),
    }
}

/// Begins a transaction in which nobody else adds a request of the tenant or changes their order.
pub(crate) async fn hold(kernel: &Kernel, tenant: TenantId) -> kernel::Result<(sea_orm::DatabaseTransaction, RequestRules)> {
    for _ in 0..2 {
        let tx = kernel.database.write().await?;
        // The first query of the transaction, since on MariaDB what is read later is as it was at the first plain reading.
        if let Some(held) = Entity::find_by_id(tenant.0).lock_exclusive().one(&tx).await? {
            return Ok((tx, rules(&held)));
        }
        tx.rollback().await?;
        make(kernel, tenant).await?;
    }
    Err(anyhow::anyhow!("the rules of tenant {tenant} are gone again").into())
}

/// Whoever comes second at the same moment finds the first one's.
async fn make(kernel: &Kernel, tenant: TenantId) -> kernel::Result<()> {
    let tx = kernel.database.write().await?;
    match Entity::insert(row(tenant, RequestRules::default())).exec_without_returning(&tx).await {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Ok(tx.commit().await?),
    }
}

pub(crate) async fn set(service: &Service, caller: &Caller, rules: RequestRules) -> kernel::Result<Outcome<(), RequestRefusal>> {
    caller.with_role(Role::Dj).ok_or(Failure::Forbidden)?;
    if [rules.per_person, rules.per_hour, rules.same_track, rules.same_artist].iter().any(|number| *number > MOST) {
        return Ok(Outcome::refused(RequestRefusal::NoSuchRule { most: MOST }));
    }
    let (tx, _) = hold(&service.kernel, caller.tenant).await?;
    let changed = Entity::update_many().set(row(caller.tenant, rules)).filter(Column::TenantId.eq(caller.tenant.0));
    changed.exec(&tx).await?;
    // What is kept of the pages shows the old ones.
    service.kernel.events.append(&tx, caller.tenant, "requests.rules-changed", caller.tenant.0, &rules, service.kernel.now()).await?;
    tx.commit().await?;
    Ok(Outcome::Done(()))
}
