//! The log: what is kept of each thing that happened, and how it is told to who missed it.
//!
//! A row holds no text and no name. Both are read where they stand when it is told, so that nothing which was edited or deleted
//! away can be read here, and a message is told as it is by now.

use crate::{
    Service,
    entity::{log, message},
    rooms, rules, seq,
    shown::{self, Around},
    stored,
};
use contract::{
    caller::Caller,
    chat::{Logged, MOST_MISSED, Missed, What},
    ids::{AccountId, MessageId, RoomId, TenantId},
    shown::Timestamp,
};
use kernel::format;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::{BTreeSet, HashMap};

pub(crate) const POSTED: &str = "posted";
pub(crate) const EDITED: &str = "edited";
const DELETED: &str = "deleted";
pub(crate) const REACTED: &str = "reacted";
const TIMED_OUT: &str = "timed-out";
const BANNED: &str = "banned";
const LIFTED: &str = "lifted";
const SLOW_MODE: &str = "slow-mode";
const RULED: &str = "ruled";
const PINNED: &str = "pinned";

/// What is kept of something that `by` did.
pub(crate) fn row(tenant: TenantId, room: RoomId, by: AccountId, logged: &Logged, now: Timestamp) -> log::Model {
    let mut row = log::Model {
        room_id: room.0,
        seq: stored(logged.seq),
        tenant_id: tenant.0,
        kind: String::new(),
        by_id: by.0,
        message_id: None,
        account_id: None,
        emoji: None,
        value: None,
        at: now.0,
    };
    let kind = match &logged.what {
        What::Posted(message) => {
            row.message_id = Some(message.id.0);
            POSTED
        }
        What::Edited { message, .. } => {
            row.message_id = Some(message.0);
            EDITED
        }
        What::Deleted { message } => {
            row.message_id = Some(message.0);
            DELETED
        }
        What::Reacted { message, emoji, given, .. } => {
            row.message_id = Some(message.0);
            row.emoji = Some(emoji.clone());
            row.value = Some(i64::from(*given));
            REACTED
        }
        What::TimedOut { account, until, .. } => {
            row.account_id = Some(account.0);
            row.value = Some(until.0);
            TIMED_OUT
        }
        What::Banned { account, .. } => {
            row.account_id = Some(account.0);
            BANNED
        }
        What::Lifted { account, .. } => {
            row.account_id = Some(account.0);
            LIFTED
        }
        What::SlowMode { seconds } => {
            row.value = Some(i64::from(*seconds));
            SLOW_MODE
        }
        What::Ruled { rules } => {
            row.value = Some(rules::packed(rules));
            RULED
        }
        What::Pinned { message } => {
            row.message_id = message.as_ref().map(|quote| quote.message.0);
            PINNED
        }
    };
    row.kind = kind.to_owned();
    row
}

pub(crate) async fn missed(service: &Service, caller: &Caller, room: RoomId, after: u64) -> kernel::Result<Missed> {
    Ok(match since(service.kernel.database.read(), caller.tenant, room, after).await? {
        Since::Changes(changes) => Missed::Changes(changes),
        Since::TooMuch { .. } => Missed::TooMuch,
    })
}

/// Some rows of a log.
#[derive(Debug)]
pub struct LogPage {
    /// In order; pruned ones are left out.
    pub logged: Vec<Logged>,
    /// The next page begins after this row.
    pub next: u64,
    pub has_more: bool,
}

/// What the log has after a row.
pub(crate) enum Since {
    Changes(Vec<Logged>),
    /// More than is told one by one; `end` is the log's last row.
    TooMuch {
        end: u64,
    },
}

pub(crate) async fn since(db: &impl ConnectionTrait, tenant: TenantId, room: RoomId, after: u64) -> kernel::Result<Since> {
    let room = rooms::find(db, tenant, room).await?;
    let end = seq(room.last_seq);
    // Who is ahead of the log comes from another one, such as that of before a restored backup.
    let Some(count) = end.checked_sub(after).filter(|count| *count <= MOST_MISSED) else { return Ok(Since::TooMuch { end }) };
    if count == 0 {
        return Ok(Since::Changes(Vec::new()));
    }
    let rows = log::Entity::find()
        .filter(log::Column::TenantId.eq(tenant.0))
        .filter(log::Column::RoomId.eq(room.id))
        .filter(log::Column::Seq.gt(stored(after)))
        .filter(log::Column::Seq.lte(room.last_seq))
        .order_by_asc(log::Column::Seq)
        .all(db)
        .await?;
    // The log has no gaps: what is not there was pruned.
    if rows.len() as u64 != count {
        return Ok(Since::TooMuch { end });
    }
    let told: Option<Vec<Logged>> = told(db, tenant, &rows).await?.into_iter().collect();
    Ok(told.map_or(Since::TooMuch { end }, Since::Changes))
}

/// At most `limit` rows after a place, without those that were pruned; and where to go on.
pub(crate) async fn page(db: &impl ConnectionTrait, tenant: TenantId, room: RoomId, after: u64, limit: u64) -> kernel::Result<LogPage> {
    let room = rooms::find(db, tenant, room).await?;
    let end = seq(room.last_seq);
    let rows = log::Entity::find()
        .filter(log::Column::TenantId.eq(tenant.0))
        .filter(log::Column::RoomId.eq(room.id))
        .filter(log::Column::Seq.gt(stored(after)))
        .filter(log::Column::Seq.lte(room.last_seq))
        .order_by_asc(log::Column::Seq)
        .limit(limit)
        .all(db)
        .await?;
    let next = if (rows.len() as u64) < limit { end } else { rows.last().map_or(end, |row| seq(row.seq)) };
    Ok(LogPage { logged: told(db, tenant, &rows).await?.into_iter().flatten().collect(), next, has_more: next < end })
}

/// Each row as it is told by now; `None` if its message was pruned meanwhile.
async fn told(db: &impl ConnectionTrait, tenant: TenantId, rows: &[log::Model]) -> Result<Vec<Option<Logged>>, DbErr> {
    let ids: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.message_id).collect();
    let messages = message::Entity::find().filter(message::Column::TenantId.eq(tenant.0)).filter(message::Column::Id.is_in(ids));
    let messages: HashMap<Uuid, message::Model> = messages.all(db).await?.into_iter().map(|row| (row.id, row)).collect();
    let around = Around::of(db, tenant, messages.values(), rows.iter().filter_map(|row| row.account_id)).await?;
    Ok(rows.iter().map(|row| Some(Logged { seq: seq(row.seq), what: what(row, &messages, &around)? })).collect())
}

fn what(row: &log::Model, messages: &HashMap<Uuid, message::Model>, around: &Around) -> Option<What> {
    let (id, account) = (row.message_id.unwrap_or_default(), row.account_id.unwrap_or_default());
    let (message, account, name) = (MessageId(id), AccountId(account), || around.author(row.tenant_id, account).name);
    let found = messages.get(&id);
    Some(match row.kind.as_str() {
        POSTED => What::Posted(found.map(|message| around.show(message, format::moment_for_all(message.sent_at)))?),
        // The message was older than the change to it, and is pruned.
        EDITED | REACTED if found.is_none() => What::Deleted { message },
        EDITED => What::Edited { message, text: found?.text.clone() },
        DELETED => What::Deleted { message },
        REACTED => What::Reacted {
            message,
            reactions: around.reactions(id),
            by: AccountId(row.by_id),
            emoji: row.emoji.clone()?,
            given: row.value == Some(1),
        },
        TIMED_OUT => What::TimedOut { account, name: name(), until: Timestamp(row.value?) },
        BANNED => What::Banned { account, name: name() },
        LIFTED => What::Lifted { account, name: name() },
        SLOW_MODE => What::SlowMode { seconds: u32::try_from(row.value?).ok()? },
        RULED => What::Ruled { rules: rules::unpacked(row.value?) },
        PINNED => What::Pinned {
            message: found.map(|message| shown::quote(id, Some((message, around.author(message.tenant_id, message.author_id))))),
        },
        // A later version's: the room as it is now says it too.
        _ => return None,
    })
}
