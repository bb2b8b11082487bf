//! What a tenant decided about all its rooms: for how long they keep what is said, and whether rude words are noticed by themselves.

use crate::{Service, entity::settings};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    moderation::{KEPT_FOREVER, LEAST_KEPT_DAYS, MOST_KEPT_DAYS, ModerationRefusal, RoomSettings, USUAL_KEPT_DAYS},
    outcome::Outcome,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use std::collections::HashMap;

const DAY_MS: i64 = 24 * 3_600_000;

/// What the tenants decided.
pub(crate) struct Kept(HashMap<Uuid, u32>);

impl Kept {
    pub async fn of(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows = settings::Entity::find().all(db).await?;
        Ok(Self(rows.into_iter().map(|row| (row.tenant_id, row.kept_days.unsigned_abs())).collect()))
    }

    /// In ms; `None` is for ever.
    pub fn ms(&self, tenant: Uuid) -> Option<i64> {
        let days = self.0.get(&tenant).copied().unwrap_or(USUAL_KEPT_DAYS);
        (days != KEPT_FOREVER).then(|| i64::from(days) * DAY_MS)
    }
}

pub(crate) async fn settings(service: &Service, caller: &Caller) -> kernel::Result<RoomSettings> {
    caller.with_role(Role::Admin).ok_or(Failure::Forbidden)?;
    let row = settings::Entity::find_by_id(caller.tenant.0).one(service.kernel.database.read()).await?;
    let chosen = row.map(|row| RoomSettings { kept_days: row.kept_days.unsigned_abs(), notices: row.notices });
    Ok(chosen.unwrap_or_default())
}

pub(crate) async fn set(service: &Service, caller: &Caller, new: RoomSettings) -> kernel::Result<Outcome<(), ModerationRefusal>> {
    caller.with_role(Role::Admin).ok_or(Failure::Forbidden)?;
    let (least, most, days) = (LEAST_KEPT_DAYS, MOST_KEPT_DAYS, new.kept_days);
    if days != KEPT_FOREVER && !(least..=most).contains(&days) {
        return Ok(Outcome::refused(ModerationRefusal::KeptDays { least, most }));
    }
    let tx = service.kernel.database.write().await?;
    // At most a few thousand.
    let row = settings::ActiveModel { tenant_id: Set(caller.tenant.0), kept_days: Set(days as i32), notices: Set(new.notices) };
    let again =
        OnConflict::column(settings::Column::TenantId).update_columns([settings::Column::KeptDays, settings::Column::Notices]).to_owned();
    settings::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(Outcome::Done(()))
}
