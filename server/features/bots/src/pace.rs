//! How fast a bot posts: one message a second with bursts of five, over all processes.
//!
//! The generic cell rate algorithm (ITU-T I.371): one number a bot, the moment until which what was posted fills its share.

use crate::{
    Service,
    entity::bot::{Column, Entity, Model},
};
use sea_orm::{ExprTrait, entity::prelude::*, sea_query::Expr};

const EVERY_MS: i64 = 1000;
const BURST: i64 = 5;

/// Counts a message; or gives the seconds until one more is fine.
pub(crate) async fn take(service: &Service, bot: &Model) -> kernel::Result<Result<(), u64>> {
    let now = service.kernel.now().0;
    let latest = now + (BURST - 1) * EVERY_MS;
    // A flood is turned away by what was read already and takes no lock.
    if bot.paced_until > latest {
        return Ok(Err((bot.paced_until - latest).unsigned_abs().div_ceil(EVERY_MS.unsigned_abs())));
    }
    let tx = service.kernel.database.write().await?;
    let begun = Expr::case(Expr::col(Column::PacedUntil).lt(now), now).finally(Expr::col(Column::PacedUntil));
    let taken = Entity::update_many()
        .col_expr(Column::PacedUntil, Expr::expr(begun).add(EVERY_MS))
        .filter(Column::Id.eq(bot.id))
        .filter(Column::PacedUntil.lte(latest))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(if taken.rows_affected > 0 { Ok(()) } else { Err(1) })
}
