//! Messages on their way to webhooks: read from the room's log after each bot's cursor, in order, at least once.
//!
//! What is told is nowhere queued. A process that dies leaves a cursor and a lease that runs out; another goes on from there.

use crate::{
    Service,
    entity::bot::{Column, Entity, Model},
    payload::{self, Event},
};
use contract::{bots::WebhookFailure, ids::TenantId};
use sea_orm::{QueryOrder, QuerySelect, Select, entity::prelude::*};
use serde::Serialize;
use std::collections::HashMap;

/// Messages of one call, and rows of the log that are read for it.
const MOST_TOGETHER: usize = 50;
const ROWS: u64 = 200;
/// A process that stops telling loses its turn after this long; a call takes at most a third of it.
const LEASE_MS: i64 = 15_000;
/// The longest wait between two tries, and how long it is tried.
const LONGEST_WAIT_MS: i64 = 15 * 60_000;
const TRIED_FOR_MS: i64 = 24 * 3_600_000;

/// The body of a call.
#[derive(Serialize)]
struct Call<'a> {
    bot: Uuid,
    room: Uuid,
    events: &'a [Event],
}

/// What comes next for a bot.
struct Batch {
    room: Uuid,
    events: Vec<Event>,
    next: i64,
    has_more: bool,
}

fn with_webhook() -> Select<Entity> {
    let alive = Entity::find().filter(Column::RevokedAt.is_null()).filter(Column::WebhookUrl.is_not_null());
    alive.filter(Column::WebhookOffAt.is_null())
}

impl Service {
    /// Tells every webhook what it wasn't told, as far as it is due; gives how many calls were made.
    ///
    /// # Errors
    /// The database's; a webhook that fails is no error here.
    pub async fn deliver(&self) -> kernel::Result<usize> {
        let mut calls = 0;
        for bot in self.due().await? {
            calls += self.tell(bot).await?;
        }
        Ok(calls)
    }

    /// The tenants with a webhook.
    pub(crate) async fn told_tenants(&self) -> kernel::Result<Vec<TenantId>> {
        let tenants = with_webhook().select_only().column(Column::TenantId).distinct().into_tuple::<Uuid>();
        Ok(tenants.all(self.kernel.database.read()).await?.into_iter().map(TenantId).collect())
    }

    /// Bots whose cursor isn't at the end of the log, and which nobody tells just now.
    pub(crate) async fn due(&self) -> kernel::Result<Vec<Model>> {
        let now = self.kernel.now().0;
        let due = with_webhook().filter(Column::DueAt.lte(now)).filter(Column::LeaseUntil.lt(now)).order_by_asc(Column::Id);
        let mut ends: HashMap<Uuid, i64> = HashMap::new();
        let mut behind = Vec::new();
        for bot in due.all(self.kernel.database.read()).await? {
            let end = match ends.get(&bot.tenant_id) {
                Some(end) => *end,
                None => {
                    let (_, end) = self.room.station(TenantId(bot.tenant_id)).await?;
                    *ends.entry(bot.tenant_id).or_insert(stored(end))
                }
            };
            if end != bot.cursor_seq {
                behind.push(bot);
            }
        }
        Ok(behind)
    }

    /// Tells one bot until it knows all or fails; gives how many calls were made.
    pub(crate) async fn tell(&self, mut bot: Model) -> kernel::Result<usize> {
        let mut batch = self.batch(&bot).await?;
        // Rows that are not for it cost no transaction each: they are passed over with the next one that is.
        if batch.is_quiet(&bot) || !self.claim(&mut bot).await? {
            return Ok(0);
        }
        let mut calls = 0;
        loop {
            batch = self.batch(&bot).await?;
            if batch.is_quiet(&bot) {
                break;
            }
            let told = if batch.events.is_empty() {
                Ok(())
            } else {
                calls += 1;
                self.call(&bot, &batch).await?
            };
            let failed = told.is_err();
            if !self.settle(&mut bot, &batch, told).await? || failed {
                break;
            }
        }
        self.release(&bot).await?;
        Ok(calls)
    }

    async fn batch(&self, bot: &Model) -> kernel::Result<Batch> {
        let tenant = TenantId(bot.tenant_id);
        let (room, _) = self.room.station(tenant).await?;
        let told = self.room.log(tenant, room, bot.cursor_seq.unsigned_abs(), ROWS).await?;
        let events = told.logged.into_iter().filter_map(payload::event).filter(|event| event.is_for(bot.id, &bot.name));
        let mut events: Vec<Event> = events.collect();
        let (mut next, mut has_more) = (told.next, told.has_more);
        if events.len() > MOST_TOGETHER {
            events.truncate(MOST_TOGETHER);
            next = events.last().map_or(next, |event| event.seq);
            has_more = true;
        }
        Ok(Batch { room: room.0, events, next: stored(next), has_more })
    }

    async fn call(&self, bot: &Model, batch: &Batch) -> kernel::Result<Result<(), WebhookFailure>> {
        let (url, secret) = (bot.webhook_url.as_deref().unwrap_or_default(), bot.webhook_secret.as_deref().unwrap_or_default());
        let body = serde_json::to_string(&Call { bot: bot.id, room: batch.room, events: &batch.events })?;
        let told = self.web.tell(url, secret, self.kernel.now().0 / 1000, body).await;
        if let Err(failure) = &told {
            tracing::info!(bot = %bot.id, failure = failure.name(), "a webhook failed");
        }
        Ok(told)
    }

    /// Takes the turn; false if another process has it, or there is nothing to tell any more.
    async fn claim(&self, bot: &mut Model) -> kernel::Result<bool> {
        let now = self.kernel.now().0;
        let tx = self.kernel.database.write().await?;
        let taken = Entity::update_many()
            .col_expr(Column::LeaseOwner, Expr::value(self.process))
            .col_expr(Column::LeaseUntil, Expr::value(now + LEASE_MS))
            .filter(Column::Id.eq(bot.id))
            .filter(Column::LeaseUntil.lt(now))
            .filter(Column::DueAt.lte(now))
            .filter(Column::RevokedAt.is_null())
            .filter(Column::WebhookUrl.is_not_null())
            .filter(Column::WebhookOffAt.is_null())
            .exec(&tx)
            .await?;
        let found = if taken.rows_affected > 0 { Entity::find_by_id(bot.id).one(&tx).await? } else { None };
        tx.commit().await?;
        // As it is by now: another process may have told it meanwhile.
        Ok(found.map(|row| *bot = row).is_some())
    }

    /// Writes down what became of a call and renews the turn; false if it was lost.
    async fn settle(&self, bot: &mut Model, batch: &Batch, told: Result<(), WebhookFailure>) -> kernel::Result<bool> {
        let now = self.kernel.now().0;
        bot.lease_until = now + LEASE_MS;
        match told {
            Ok(()) => {
                bot.cursor_seq = batch.next;
                (bot.failures, bot.due_at, bot.failing_since, bot.last_failure) = (0, 0, None, None);
            }
            Err(failure) => {
                let since = *bot.failing_since.get_or_insert(now);
                bot.failures = bot.failures.saturating_add(1);
                bot.due_at = now + wait_ms(bot.failures);
                bot.last_failure = Some(failure.name());
                bot.webhook_off_at = (now - since >= TRIED_FOR_MS).then_some(now);
            }
        }
        let tx = self.kernel.database.write().await?;
        let settled = Entity::update_many()
            .col_expr(Column::CursorSeq, Expr::value(bot.cursor_seq))
            .col_expr(Column::DueAt, Expr::value(bot.due_at))
            .col_expr(Column::Failures, Expr::value(bot.failures))
            .col_expr(Column::FailingSince, Expr::value(bot.failing_since))
            .col_expr(Column::LastFailure, Expr::value(bot.last_failure.clone()))
            .col_expr(Column::WebhookOffAt, Expr::value(bot.webhook_off_at))
            .col_expr(Column::LeaseUntil, Expr::value(bot.lease_until))
            .filter(Column::Id.eq(bot.id))
            .filter(Column::LeaseOwner.eq(self.process))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(settled.rows_affected > 0)
    }

    async fn release(&self, bot: &Model) -> kernel::Result<()> {
        let tx = self.kernel.database.write().await?;
        Entity::update_many()
            .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(0_i64))
            .filter(Column::Id.eq(bot.id))
            .filter(Column::LeaseOwner.eq(self.process))
            .exec(&tx)
            .await?;
        Ok(tx.commit().await?)
    }
}

impl Batch {
    /// Nothing to tell, and no need to write down how far it was read. Who is ahead of the log comes from another one and goes back.
    fn is_quiet(&self, bot: &Model) -> bool {
        self.events.is_empty() && !self.has_more && self.next >= bot.cursor_seq
    }
}

fn stored(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// 2 s, 4 s, 8 s and so on up to a quarter of an hour.
fn wait_ms(failures: i32) -> i64 {
    (1000 << failures.clamp(1, 20)).min(LONGEST_WAIT_MS)
}

#[cfg(test)]
mod tests {
    use super::wait_ms;

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        assert_eq!([1, 2, 3, 9, 10, i32::MAX].map(wait_ms), [2_000, 4_000, 8_000, 512_000, 900_000, 900_000]);
    }
}
