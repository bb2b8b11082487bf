//! What a moderator makes of one.

use crate::{Service, entity::shout_out, shown};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::ShoutOutId,
    outcome::Outcome,
    shoutouts::{ShoutOut, ShoutOutRefusal, ShoutOutState},
};
use sea_orm::{IntoActiveModel, QuerySelect, entity::prelude::*};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Judged {
    state: ShoutOutState,
}

pub(crate) async fn judge(
    service: &Service,
    caller: &Caller,
    id: ShoutOutId,
    next: ShoutOutState,
) -> kernel::Result<Outcome<ShoutOut, ShoutOutRefusal>> {
    let judge = caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    let tx = service.kernel.database.write().await?;
    let of_tenant = shout_out::Column::TenantId.eq(caller.tenant.0);
    let held = shout_out::Entity::find_by_id(id.0).filter(of_tenant.clone()).lock_exclusive().one(&tx).await?;
    let mut row = held.ok_or(Failure::NotFound)?;
    let state = shown::state(&row);
    if !state.may_become(next) {
        return Ok(Outcome::refused(ShoutOutRefusal::Decided));
    }
    row.version += 1;
    row.state = next.name().to_owned();
    row.judge_id = Some(judge.account.0);
    let change = shout_out::Entity::update_many().set(row.clone().into_active_model().reset_all());
    change.filter(of_tenant).filter(shout_out::Column::Id.eq(id.0)).exec(&tx).await?;
    if state.is_public() || next.is_public() {
        service.kernel.events.append(&tx, caller.tenant, "shoutouts.judged", id.0, &Judged { state: next }, service.kernel.now()).await?;
    }
    tx.commit().await?;
    let now = shown::broadcast(row);
    service.tell(caller.tenant, &now, state.is_public());
    Ok(Outcome::Done(now))
}
