//! Where signed-in people stopped, on whatever device.

use super::person;
use crate::{
    Service,
    entity::{mix, play, position},
    visible,
};
use contract::{
    caller::Caller,
    ids::{AccountId, MixId},
    shown::Timestamp,
};
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{CaseStatement, ExprTrait, OnConflict},
};

/// The rest of a mix is its fade-out; nobody wants to resume there.
pub(super) const FINISHED_PERCENT: i64 = 97;

/// Where this person stopped in a mix; `None` if they finished it, never began, or aren't signed in.
pub(super) async fn position(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<Option<u64>> {
    let database = service.kernel().database.read();
    let row = visible::find(database, caller, id).await?;
    let Some(viewer) = &caller.viewer else { return Ok(None) };
    let found = position::Entity::find_by_id((viewer.account.0, row.id)).one(database).await?;
    Ok(found.and_then(|position| resume_ms(&row, &position)))
}

/// Where to go on, unless it is the start or the end.
pub(crate) fn resume_ms(row: &mix::Model, position: &position::Model) -> Option<u64> {
    let finished = i128::from(position.position_ms) * 100 > i128::from(row.duration_ms) * i128::from(FINISHED_PERCENT);
    (position.position_ms > 0 && !finished).then(|| position.position_ms.unsigned_abs())
}

/// Remembers it, unless a later report is there already.
pub(super) async fn save(
    tx: &impl ConnectionTrait,
    account: AccountId,
    row: &mix::Model,
    position_ms: u64,
    now: Timestamp,
) -> Result<(), DbErr> {
    let position_ms = std::cmp::min(i64::try_from(position_ms).unwrap_or(i64::MAX), row.duration_ms);
    let new = position::ActiveModel {
        account_id: Set(account.0),
        mix_id: Set(row.id),
        tenant_id: Set(row.tenant_id),
        position_ms: Set(position_ms),
        heard_at: Set(now.0),
    };
    // MySQL knows no condition on an upsert, so each column decides for itself; it assigns from left to right, so the time they
    // decide by is assigned last.
    let conflict = OnConflict::columns([position::Column::AccountId, position::Column::MixId])
        .value(position::Column::PositionMs, if_later(now, position_ms, position::Column::PositionMs))
        .value(position::Column::HeardAt, if_later(now, now.0, position::Column::HeardAt))
        .to_owned();
    position::Entity::insert(new).on_conflict(conflict).exec_without_returning(tx).await.map(|_| ())
}

/// `value` if `now` isn't before the stored report, else what `column` has.
fn if_later(now: Timestamp, value: i64, column: position::Column) -> Expr {
    let stored = |column: position::Column| Expr::col((position::Entity, column));
    CaseStatement::new().case(stored(position::Column::HeardAt).lte(now.0), value).finally(stored(column)).into()
}

/// Forgets what this person heard. Counted plays stay counted; after this they name nobody's account.
pub(super) async fn forget(service: &Service, caller: &Caller) -> kernel::Result<()> {
    let account = person(caller)?.account.0;
    let tx = service.kernel().database.write().await?;
    let tenant = caller.tenant.0;
    position::Entity::delete_many()
        .filter(position::Column::AccountId.eq(account))
        .filter(position::Column::TenantId.eq(tenant))
        .exec(&tx)
        .await?;
    play::Entity::update_many()
        .col_expr(play::Column::AccountId, Expr::value(Option::<Uuid>::None))
        .filter(play::Column::AccountId.eq(account))
        .filter(play::Column::TenantId.eq(tenant))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}
