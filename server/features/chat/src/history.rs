//! A room as a page shows it: what was said last, what was said before, and what the reader may do.

use crate::{
    Service, company,
    entity::{message, reaction, room},
    people, polls, rooms, rules, sanctions, seq,
    shown::{self, Around},
    stored,
};
use contract::{
    caller::Caller,
    chat::{HISTORY_PAGE, History, Landmark, MayWrite, Quote, Room},
    failure::Failure,
    ids::{MessageId, RoomId},
    moderation::Standing,
};
use kernel::{format, local_time};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

pub(crate) async fn station_room(service: &Service, caller: &Caller) -> kernel::Result<Room> {
    let row = rooms::station(&service.kernel, caller.tenant).await?;
    // What is said meanwhile comes after `seq`, by the log.
    let page = page(service, caller, &row, row.last_seq.saturating_add(1)).await?;
    let (standing, rules) = (standing(service, caller, &row).await?, rules::of(&row));
    Ok(Room {
        id: RoomId(row.id),
        seq: seq(row.last_seq),
        messages: page.messages,
        has_more: page.has_more,
        may_write: standing.map_or(MayWrite::SignIn, |standing| standing.may_write(&rules, service.kernel.now())),
        slow_mode_seconds: row.slow_mode_seconds.unsigned_abs(),
        rules,
        standing,
        own_reactions: page.own_reactions,
        reader: caller.viewer.as_ref().map(people::author_of),
        pinned: pinned(service, &row).await?,
        poll: polls::of_room(service, caller, &row).await?,
        hidden: company::hidden_accounts(service, caller).await?,
    })
}

pub(crate) async fn history(service: &Service, caller: &Caller, room: RoomId, before: u64) -> kernel::Result<History> {
    let row = rooms::find(service.kernel.database.read(), caller.tenant, room).await?;
    page(service, caller, &row, stored(before)).await
}

/// Nothing once its message was pruned.
async fn pinned(service: &Service, room: &room::Model) -> kernel::Result<Option<Quote>> {
    let Some(id) = room.pinned_id else { return Ok(None) };
    let db = service.kernel.database.read();
    let Some(row) = message::Entity::find_by_id(id).filter(message::Column::TenantId.eq(room.tenant_id)).one(db).await? else {
        return Ok(None);
    };
    let who = (row.tenant_id, row.author_id);
    let author = people::of(db, [who.0], [who.1]).await?.remove(&who).unwrap_or_else(people::who_left);
    Ok(Some(shown::quote(id, Some((&row, author)))))
}

/// By the messages that stand: what was pruned is nowhere any more.
pub(crate) async fn place(service: &Service, caller: &Caller, room: RoomId, of: Landmark) -> kernel::Result<u64> {
    let db = service.kernel.database.read();
    let room = rooms::find(db, caller.tenant, room).await?;
    let all = || message::Entity::find().filter(message::Column::TenantId.eq(room.tenant_id)).filter(message::Column::RoomId.eq(room.id));
    let found = match of {
        Landmark::Message(id) => all().filter(message::Column::Id.eq(id.0)).one(db).await?,
        Landmark::Moment(typed) => {
            let at = local_time::parse(caller, &typed).ok_or(Failure::NotFound)?;
            let after = all().filter(message::Column::SentAt.gte(at.0)).order_by_asc(message::Column::Seq).one(db).await?;
            match after {
                Some(after) => Some(after),
                None => all().order_by_desc(message::Column::Seq).one(db).await?,
            }
        }
    };
    Ok(seq(found.ok_or(Failure::NotFound)?.seq))
}

async fn standing(service: &Service, caller: &Caller, room: &room::Model) -> kernel::Result<Option<Standing>> {
    let Some(viewer) = &caller.viewer else { return Ok(None) };
    let against = sanctions::against(service.kernel.database.read(), [room.tenant_id], [viewer.account.0], service.kernel.now()).await?;
    Ok(Some(sanctions::standing(&against, room, viewer)))
}

/// The last messages before a place in the log.
async fn page(service: &Service, caller: &Caller, room: &room::Model, before: i64) -> kernel::Result<History> {
    let (db, now) = (service.kernel.database.read(), service.kernel.now());
    let mut rows = message::Entity::find()
        .filter(message::Column::TenantId.eq(room.tenant_id))
        .filter(message::Column::RoomId.eq(room.id))
        .filter(message::Column::Seq.lt(before))
        .order_by_desc(message::Column::Seq)
        .limit(HISTORY_PAGE + 1)
        .all(db)
        .await?;
    let has_more = rows.len() as u64 > HISTORY_PAGE;
    rows.truncate(HISTORY_PAGE as usize);
    rows.reverse();
    let around = Around::of(db, caller.tenant, rows.iter(), std::iter::empty()).await?;
    let messages = rows.iter().map(|row| around.show(row, format::moment(caller, row.sent_at, now))).collect();
    Ok(History { messages, has_more, own_reactions: own_reactions(service, caller, &rows).await? })
}

/// The reader's own reactions to these messages, in their order.
async fn own_reactions(service: &Service, caller: &Caller, rows: &[message::Model]) -> kernel::Result<Vec<(MessageId, String)>> {
    let Some(viewer) = caller.viewer.as_ref().filter(|_| !rows.is_empty()) else { return Ok(Vec::new()) };
    let given = reaction::Entity::find()
        .filter(reaction::Column::TenantId.eq(caller.tenant.0))
        .filter(reaction::Column::AccountId.eq(viewer.account.0))
        .filter(reaction::Column::MessageId.is_in(rows.iter().map(|row| row.id)));
    let mut given = given.all(service.kernel.database.read()).await?;
    given.sort_by_key(|reaction| (rows.iter().position(|row| row.id == reaction.message_id), shown::order(&reaction.emoji)));
    Ok(given.into_iter().map(|reaction| (MessageId(reaction.message_id), reaction.emoji)).collect())
}
