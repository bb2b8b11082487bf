//! Plays: begun with a ticket, counted once somebody really listened.

use super::{positions, ticket};
use crate::{
    Service, Took,
    entity::{mix, play},
    visible,
};
use contract::{
    caller::Caller,
    ids::MixId,
    listening::{Heard, PlayTicket},
    shown::Timestamp,
};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*, sea_query::ExprTrait};
use ticket::Ticket;

/// What must be heard for somebody to be a listener.
const LISTENS_AFTER_MS: i64 = 10_000;
/// What must be heard for a play to count.
const COUNTS_AFTER_MS: i64 = 30_000;
/// A listener's further plays of a mix don't count for this long.
const COUNTS_AGAIN_AFTER_MS: i64 = 6 * 3_600_000;

pub(super) async fn begin(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<PlayTicket> {
    visible::find(service.kernel().database.read(), caller, id).await?;
    Ok(ticket::issue(service, caller, id))
}

/// True if this report made the play count.
pub(super) async fn heard(service: &Service, caller: &Caller, report: &Heard) -> kernel::Result<bool> {
    let kernel = service.kernel();
    let row = visible::find(kernel.database.read(), caller, report.mix).await?;
    let now = kernel.now();
    // A DJ who checks a draft is no audience.
    let ticket = ticket::read(service, caller, report.mix, &report.ticket).filter(|_| visible::is_published(&row));
    if let Some(ticket) = ticket.as_ref().filter(|ticket| heard_ms(report.heard_ms, ticket, now) >= LISTENS_AFTER_MS) {
        service.has_listener(caller.tenant, &ticket.listener, Took::TenSeconds);
    }
    let due = match ticket {
        Some(ticket) if heard_ms(report.heard_ms, &ticket, now) >= COUNTS_AFTER_MS => {
            // Asked before the writer is taken: most reports come from plays that have counted.
            (!has_counted(kernel.database.read(), &row, &ticket, now).await?).then_some(ticket)
        }
        _ => None,
    };
    if due.is_none() && caller.viewer.is_none() {
        return Ok(false);
    }
    let tx = kernel.database.write().await?;
    let counted = match due {
        Some(ticket) => count(service, &tx, caller, &row, ticket, now).await?,
        None => false,
    };
    if let Some(viewer) = &caller.viewer {
        positions::save(&tx, viewer.account, &row, report.position_ms, now).await?;
    }
    tx.commit().await?;
    Ok(counted)
}

/// Nobody can have heard more than the time since the play began.
fn heard_ms(said_ms: u64, ticket: &Ticket, now: Timestamp) -> i64 {
    let age_ms = now.0.saturating_sub(ticket.started_at.0);
    std::cmp::min(i64::try_from(said_ms).unwrap_or(i64::MAX), age_ms)
}

/// Counts it unless another report was faster. Reports of one mix wait for each other at its row.
async fn count(
    service: &Service,
    tx: &impl ConnectionTrait,
    caller: &Caller,
    row: &mix::Model,
    ticket: Ticket,
    now: Timestamp,
) -> kernel::Result<bool> {
    let locked = mix::Entity::find_by_id(row.id).lock_exclusive().one(tx).await?;
    if locked.is_none() || has_counted(tx, row, &ticket, now).await? {
        return Ok(false);
    }
    // Somebody who signed in while it played began it as a visitor.
    let account = caller.viewer.as_ref().map(|viewer| viewer.account).filter(|_| ticket.listener == ticket::listener(service, caller));
    let play = play::ActiveModel {
        id: Set(service.kernel().ids.next()),
        tenant_id: Set(row.tenant_id),
        mix_id: Set(row.id),
        listener: Set(ticket.listener),
        account_id: Set(account.map(|account| account.0)),
        counted_at: Set(now.0),
    };
    play::Entity::insert(play).exec_without_returning(tx).await?;
    mix::Entity::update_many()
        .col_expr(mix::Column::Plays, Expr::col(mix::Column::Plays).add(1))
        .filter(mix::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(true)
}

/// True if the listener's play counted in the last six hours, or since the ticket was issued: no ticket counts twice, however
/// long a page stays open.
async fn has_counted(database: &impl ConnectionTrait, row: &mix::Model, ticket: &Ticket, now: Timestamp) -> Result<bool, DbErr> {
    let since = std::cmp::min(ticket.started_at, now.plus_ms(-COUNTS_AGAIN_AFTER_MS));
    let counted = play::Entity::find()
        .filter(play::Column::TenantId.eq(row.tenant_id))
        .filter(play::Column::MixId.eq(row.id))
        .filter(play::Column::Listener.eq(&ticket.listener))
        .filter(play::Column::CountedAt.gt(since.0))
        .one(database)
        .await?;
    Ok(counted.is_some())
}

/// Counted plays forget who listened as soon as no ticket can ask for it any more; the account of a signed-in listener stands in a
/// column of its own until they forget their history. Gives how many did.
pub(crate) async fn forget_listeners(service: &Service, now: Timestamp) -> kernel::Result<u64> {
    let tx = service.kernel().database.write().await?;
    let forgotten = play::Entity::update_many()
        .col_expr(play::Column::Listener, Expr::value(""))
        .filter(play::Column::Listener.gt(""))
        .filter(play::Column::CountedAt.lt(now.plus_ms(-ticket::HOLDS_MS).0))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(forgotten.rows_affected)
}
