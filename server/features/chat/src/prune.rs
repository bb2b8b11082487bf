//! Forgetting what was said long ago. A room's `last_seq` stays, so that no place in a log is given twice.

use crate::{
    Service,
    entity::{deed, log, message, reaction, report, room, sanction},
    networks, polls,
    retention::Kept,
    rooms,
};
use contract::shown::Timestamp;
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

/// What moderators did and decided is kept so long.
const DEEDS_KEPT_MS: i64 = 90 * 24 * 3_600_000;
/// Rows that go at once: a room waits no longer than that takes.
const AT_ONCE: u64 = 500;

impl Service {
    /// Deletes what happened longer before `now` than its tenant keeps it; gives how much. Call it now and then.
    ///
    /// # Errors
    /// The database's; what was deleted until then stays so.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let kept = Kept::of(self.kernel.database.read()).await?;
        let rooms = room::Entity::find().select_only().columns([room::Column::Id, room::Column::TenantId]).into_tuple::<(Uuid, Uuid)>();
        let mut gone = 0;
        for (room, tenant) in rooms.all(self.kernel.database.read()).await? {
            let Some(kept_ms) = kept.ms(tenant) else { continue };
            let past = now.plus_ms(-kept_ms).0;
            loop {
                let some = prune_some(self, room, past).await?;
                gone += some;
                if some < AT_ONCE {
                    break;
                }
            }
        }
        prune_sanctions(self, now.plus_ms(-DEEDS_KEPT_MS).0, now).await?;
        polls::prune(self, now.plus_ms(-DEEDS_KEPT_MS)).await?;
        Ok(gone)
    }
}

/// The oldest of one room's log, with the messages that stand there.
async fn prune_some(service: &Service, room: Uuid, past: i64) -> kernel::Result<u64> {
    // Asked before the room is held: mostly there is nothing to do.
    if last_past(service.kernel.database.read(), room, past).await?.is_none() {
        return Ok(0);
    }
    let tx = service.kernel.database.write().await?;
    rooms::hold(&tx, room::Column::Id.eq(room)).await?;
    let Some((last, count)) = last_past(&tx, room, past).await? else { return Ok(0) };
    let messages = Condition::all().add(message::Column::RoomId.eq(room)).add(message::Column::Seq.lte(last));
    let ids = message::Entity::find().select_only().column(message::Column::Id).filter(messages.clone());
    let ids: Vec<Uuid> = ids.into_tuple().all(&tx).await?;
    reaction::Entity::delete_many().filter(reaction::Column::MessageId.is_in(ids)).exec(&tx).await?;
    message::Entity::delete_many().filter(messages).exec(&tx).await?;
    log::Entity::delete_many().filter(log::Column::RoomId.eq(room)).filter(log::Column::Seq.lte(last)).exec(&tx).await?;
    tx.commit().await?;
    Ok(count)
}

/// The place up to which the log may go now, and the rows that are.
async fn last_past(db: &impl ConnectionTrait, room: Uuid, past: i64) -> Result<Option<(i64, u64)>, DbErr> {
    let oldest = log::Entity::find().select_only().columns([log::Column::Seq, log::Column::At]);
    let oldest = oldest.filter(log::Column::RoomId.eq(room)).order_by_asc(log::Column::Seq).limit(AT_ONCE);
    let oldest: Vec<(i64, i64)> = oldest.into_tuple().all(db).await?;
    let old: Vec<i64> = oldest.into_iter().take_while(|(_, at)| *at < past).map(|(seq, _)| seq).collect();
    Ok(old.last().map(|last| (*last, old.len() as u64)))
}

async fn prune_sanctions(service: &Service, past: i64, now: Timestamp) -> kernel::Result<()> {
    let over = Condition::any().add(sanction::Column::LiftedAt.lt(past)).add(sanction::Column::Until.lt(past));
    let tx = service.kernel.database.write().await?;
    sanction::Entity::delete_many().filter(over).exec(&tx).await?;
    // What nobody decided about waits on, with the text as it was.
    report::Entity::delete_many().filter(report::Column::ClosedAt.lt(past)).exec(&tx).await?;
    deed::Entity::delete_many().filter(deed::Column::At.lt(past)).exec(&tx).await?;
    networks::prune(&tx, now).await?;
    Ok(tx.commit().await?)
}
